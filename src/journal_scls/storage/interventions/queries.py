"""The read side: questions to the journal, each in its own snapshot.

Rows come straight from the driver and become values here; children are asked by packets of
parents, so that memory stays the same whatever the size of the journal.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Engine
from sqlalchemy.engine.interfaces import DBAPICursor

from journal_scls.application.lectures import Filtre, LigneJournal, TotauxListe
from journal_scls.application.operation import Progress
from journal_scls.domain.chiffres.comptes import Comptes, compter
from journal_scls.domain.chiffres.faits import Fait, ReferenceFait
from journal_scls.domain.journal.intervention import Reference, Statut
from journal_scls.domain.periode import Periode
from journal_scls.storage.interventions.filtres import Clause, Noms, clause
from journal_scls.storage.interventions.mappers import lire_instant, lire_reference
from journal_scls.storage.repertoire.depot_editions import fusions_de
from journal_scls.storage.sql import annulable, lecture, par_paquets, points

_PAQUET = 2_000
_LIGNE = (
    "uuid", "id", "intervention_id", "numero", "statut", "date_intervention", "duree_min",
    "milieu_id", "organisme_id", "tenure", "mrc", "categorie_immeuble", "volet", "activite",
    "categorie", "type_collectif", "clientele", "modalite", "nb_personnes", "projet", "personne",
    "note", "fait_marquant", "saisie_le",
)  # fmt: skip
_LIGNES = (
    f"SELECT i.uuid, {', '.join(f'r.{nom}' for nom in _LIGNE[1:])} "  # noqa: S608 - names of columns
    "FROM revision r JOIN intervention i ON i.id = r.intervention_id WHERE "
)
_FAITS = """SELECT r.id, r.date_intervention, r.duree_min, r.tenure, r.mrc, r.categorie_immeuble,
  r.organisme_id, r.milieu_id, r.volet, r.activite, r.categorie, r.type_collectif, r.clientele,
  r.modalite, ifnull(r.nb_personnes, 0), r.personne
FROM revision r WHERE """
_PROBLEMATIQUES = """SELECT revision_id, code FROM revision_code
WHERE revision_id {} AND liste = 'problematique' ORDER BY revision_id, liste, rang"""
_REFERENCE = ("destination", "service", "mode", "statut", "ressource", "date_relance")
_REFERENCES = """SELECT f.revision_id, f.destination, f.service, f.mode, f.statut,
  s.uuid, f.date_relance
FROM reference f LEFT JOIN ressource s ON s.id = f.ressource_id
WHERE f.revision_id {} ORDER BY f.revision_id, f.rang"""
_REFERENCES_FAITS = """SELECT revision_id, destination, service, mode, statut FROM reference
WHERE revision_id {} ORDER BY revision_id, rang"""
_RECENTES = "ORDER BY r.date_intervention DESC, r.intervention_id DESC"
_COMPTEES = "r.statut <> 'ANNULEE'"
# Two walks: the first needs nothing but the index of dates.
_TOTAUX = f"""SELECT count(*), coalesce(sum({_COMPTEES}), 0),
  coalesce(sum(CASE WHEN {_COMPTEES} THEN r.nb_personnes END), 0),
  coalesce(sum(CASE WHEN {_COMPTEES} THEN r.duree_min END), 0)
FROM revision r WHERE """  # noqa: S608 - a condition of this module
_TOTAL_REFERENCES = f"""SELECT count(*)
FROM reference f JOIN revision r ON r.id = f.revision_id WHERE {_COMPTEES} AND """  # noqa: S608
_VERSIONS = """SELECT i.uuid, r.numero
FROM revision r JOIN intervention i ON i.id = r.intervention_id WHERE """
_TIMBRE = "SELECT (SELECT max(id) FROM revision), (SELECT count(*) FROM purge)"
_ORIGINES = """SELECT intervention_id, id_externe FROM origine
WHERE intervention_id {} AND id_externe <> ''"""
# One short walk in the index per milieu, instead of one through the whole journal.
_DERNIERS_MILIEUX = """SELECT uuid FROM (
  SELECT m.uuid, (SELECT r.id FROM revision r
    WHERE r.courante = 1 AND r.milieu_id = m.id AND r.statut <> 'ANNULEE'
    ORDER BY r.date_intervention DESC, r.intervention_id DESC LIMIT 1) AS derniere
  FROM milieu m) JOIN revision d ON d.id = derniere
ORDER BY d.date_intervention DESC, d.intervention_id DESC LIMIT ?"""


class SqlLectures:
    """ports.Lectures on the current revisions."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def lister(
        self, filtre: Filtre, *, limite: int | None = None, decalage: int = 0
    ) -> Sequence[LigneJournal]:
        """Entries newest first (by date, then by entry)."""
        if limite is None and not decalage:
            return list(self._lignes(filtre, _RECENTES))
        return list(self._page(filtre, -1 if limite is None else limite, decalage))

    def parcourir(self, filtre: Filtre) -> Iterator[LigneJournal]:
        """The same entries oldest first, in bounded memory; one snapshot until the last one."""
        yield from self._lignes(filtre, "ORDER BY r.date_intervention, r.intervention_id")

    def compter(self, filtre: Filtre) -> int:
        """How many entries `lister` would give."""
        with lecture(self._engine) as curseur:
            quoi = clause(curseur, filtre, Noms.lire(curseur))
            _demander(curseur, "SELECT count(*) FROM revision r WHERE ", quoi)
            return int((curseur.fetchone() or (0,))[0])

    def totaliser(self, filtre: Filtre) -> TotauxListe:
        """What the entries that `lister` would give add up to."""
        with lecture(self._engine) as curseur:
            quoi = clause(curseur, filtre, Noms.lire(curseur))
            _demander(curseur, _TOTAUX, quoi)
            lignes, comptees, participations, minutes = curseur.fetchone() or (0, 0, 0, 0)
            _demander(curseur, _TOTAL_REFERENCES, quoi)
            return TotauxListe(
                interventions=comptees,
                participations=participations,
                minutes=minutes,
                references=(curseur.fetchone() or (0,))[0],
                annulees=lignes - comptees,
            )

    def faits(self, filtre: Filtre) -> Iterator[Fait]:
        """The facts of every counted entry, in no promised order (`annulees` has no effect)."""
        with lecture(self._engine) as curseur:
            noms = Noms.lire(curseur)
            _demander(curseur, _FAITS, clause(curseur, replace(filtre, annulees=False), noms))
            enfants = curseur.connection.cursor()
            while lignes := curseur.fetchmany(_PAQUET):
                yield from _faits(lignes, enfants, noms)

    def comptes(
        self,
        filtre: Filtre,
        periode: Periode,
        champs: Sequence[str],
        progress: Progress | None = None,
    ) -> Comptes:
        """What these facts add up to in the period; `champs` are the fields that are crossed."""
        return compter(annulable(self.faits(filtre), progress), periode, champs)

    def versions(self, filtre: Filtre) -> Iterator[tuple[bytes, bytes]]:
        """The identifier of each counted entry, and the number of its revision."""
        with lecture(self._engine) as curseur:
            quoi = clause(curseur, replace(filtre, annulees=False), Noms.lire(curseur))
            _demander(curseur, _VERSIONS, quoi)
            while lignes := curseur.fetchmany(_PAQUET):
                yield from ((bytes(uuid), b"%d" % numero) for uuid, numero in lignes)

    def timbre(self) -> str:
        """The last revision, and how many purges took some away."""
        with lecture(self._engine) as curseur:
            curseur.execute(_TIMBRE)
            return " ".join(map(str, curseur.fetchone() or ()))

    def derniers_milieux(self, limite: int) -> Sequence[UUID]:
        """The milieux of the latest entries, most recent first, without repetition."""
        with lecture(self._engine) as curseur:
            courant = fusions_de(curseur).courant
            curseur.execute(_DERNIERS_MILIEUX, (limite,))
            uuids = (UUID(bytes=uuid) for (uuid,) in curseur.fetchall())
            return list(dict.fromkeys(map(courant, uuids)))

    def _page(self, filtre: Filtre, limite: int, decalage: int) -> Iterator[LigneJournal]:
        """Which entries first, from the indexes alone; then those, and what goes with them."""
        with lecture(self._engine) as curseur:
            noms = Noms.lire(curseur)
            suite = f"{_RECENTES} LIMIT ? OFFSET ?"
            quoi = clause(curseur, filtre, noms)
            _demander(
                curseur, "SELECT r.id FROM revision r WHERE ", quoi, suite, (limite, decalage)
            )
            for paquet in par_paquets(id_ for (id_,) in curseur.fetchall()):
                parmi = Clause(f"r.id IN ({points(paquet)})", tuple(paquet))
                _demander(curseur, _LIGNES, parmi, _RECENTES)
                enfants = curseur.connection.cursor()
                yield from _lignes_journal(curseur.fetchall(), enfants, noms)

    def _lignes(self, filtre: Filtre, suite: str) -> Iterator[LigneJournal]:
        with lecture(self._engine) as curseur:
            noms = Noms.lire(curseur)
            _demander(curseur, _LIGNES, clause(curseur, filtre, noms), suite)
            enfants = curseur.connection.cursor()
            while lignes := curseur.fetchmany(_PAQUET):
                yield from _lignes_journal(lignes, enfants, noms)


def _demander(
    curseur: DBAPICursor,
    debut: str,
    quoi: Clause,
    suite: str = "",
    bornes: tuple[int, ...] = (),
) -> None:
    curseur.execute(f"{debut}{quoi.texte} {suite}", (*quoi.valeurs, *bornes))


# --- packets of parents and their children


def _faits(lignes: Sequence[Sequence[Any]], enfants: DBAPICursor, noms: Noms) -> Iterator[Fait]:
    ids = [ligne[0] for ligne in lignes]
    problematiques = _enfants(enfants, _PROBLEMATIQUES, ids)
    references = _enfants(enfants, _REFERENCES_FAITS, ids)
    for ligne in lignes:
        codes, renvois = problematiques.get(ligne[0]), references.get(ligne[0])
        yield Fait._make(
            (
                *ligne[1:6],
                noms.organismes[ligne[6]],
                noms.milieux[ligne[7]],
                *ligne[8:],
                tuple([code for _, code in codes]) if codes else (),
                tuple([ReferenceFait(*renvoi[1:]) for renvoi in renvois]) if renvois else (),
            )
        )


def _lignes_journal(
    lignes: Sequence[Sequence[Any]], enfants: DBAPICursor, noms: Noms
) -> Iterator[LigneJournal]:
    problematiques = _enfants(enfants, _PROBLEMATIQUES, [ligne[1] for ligne in lignes])
    references = _enfants(enfants, _REFERENCES, [ligne[1] for ligne in lignes])
    origines = _enfants(enfants, _ORIGINES, [ligne[2] for ligne in lignes])
    for ligne in lignes:
        uuid, id_, intervention, revision, statut, jour, minutes, milieu, organisme = ligne[:9]
        *codes, projet, personne, note, fait_marquant, saisie_le = ligne[9:]
        tenure, mrc, immeuble, volet, activite, categorie, type_, clientele, modalite, nb = codes
        origine = origines.get(intervention)
        yield LigneJournal(
            id=UUID(bytes=uuid),
            revision=revision,
            statut=Statut(statut),
            date=date.fromisoformat(jour),
            duree_min=minutes,
            milieu=noms.milieux[milieu],
            organisme=noms.organismes[organisme],
            tenure=tenure,
            mrc=mrc,
            categorie_immeuble=immeuble,
            volet=volet,
            activite=activite,
            categorie=categorie,
            type_collectif=type_,
            clientele=clientele,
            problematiques=tuple(code for _, code in problematiques.get(id_, ())),
            modalite=modalite,
            nb_personnes=nb,
            references=tuple(_reference(f) for f in references.get(id_, ())),
            projet=projet,
            personne=personne,
            note=note,
            fait_marquant=fait_marquant,
            saisie_le=lire_instant(saisie_le),
            id_externe=origine[0][1] if origine else "",
        )


def _reference(ligne: Sequence[Any]) -> Reference:
    return lire_reference(dict(zip(_REFERENCE, ligne[1:], strict=True)))


def _enfants(
    curseur: DBAPICursor, texte: str, ids: Sequence[int]
) -> Mapping[int, Sequence[Sequence[Any]]]:
    """The children of each parent, in order; the parent's id is their first column."""
    trouves: dict[int, list[Sequence[Any]]] = defaultdict(list)
    premier, dernier = min(ids), max(ids)
    if dernier - premier < 2 * len(ids):  # neighbours: one walk instead of a search for each
        curseur.execute(texte.format("BETWEEN ? AND ?"), (premier, dernier))
    else:
        curseur.execute(texte.format(f"IN ({points(ids)})"), ids)
    for ligne in curseur.fetchall():
        trouves[ligne[0]].append(ligne)
    return trouves
