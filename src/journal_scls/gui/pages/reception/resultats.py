"""One line for each file, whatever became of it, and how the lines are told and kept."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from journal_scls.application.lots.accuses import AccuseEcrit
from journal_scls.application.lots.ports_receptions import Resultat
from journal_scls.application.lots.receptions import ResultatFichier
from journal_scls.domain.echange.accuse import DemandeAccuse
from journal_scls.gui.pages.region.phrases import apostrophes
from journal_scls.gui.texte_riche import paragraphe, phrase, titre
from journal_scls.gui.traduction import deux_points, marque, nombre, tr
from journal_scls.gui.widgets.record_table import Column

ACCUSE = "accuse"
_MOTS = {
    Resultat.REFUSE: (marque("refusé"), marque("refusés")),
    Resultat.QUARANTAINE: (marque("en quarantaine"), marque("en quarantaine")),
    Resultat.EN_ATTENTE: (marque("en attente"), marque("en attente")),
    Resultat.APPLIQUE: (marque("appliqué"), marque("appliqués")),
    Resultat.DOUBLON: (marque("doublon"), marque("doublons")),
    ACCUSE: (marque("accusé écrit"), marque("accusés écrits")),
}
RESULTATS: tuple[str, ...] = tuple(_MOTS)
_ENTETES = (
    marque("Résultat"),
    marque("Fichier"),
    marque("Journal"),
    marque("Lot"),
    marque("Ce qui s’est passé"),
    marque("Prochaine étape"),
)
_NOM_GARDE = 64  # a kept file has its SHA-256 for a name


@dataclass(frozen=True)
class Recu:
    """A line: `resultat` is an outcome of an import, or ACCUSE for a file that was written."""

    fichier: str
    resultat: str
    journal: str
    seq: int | None
    message: str
    suite: str

    @property
    def mot(self) -> str:
        """The outcome in a word."""
        return tr(_MOTS[self.resultat][0])

    @property
    def phrase(self) -> str:
        """What happened and what to do."""
        return f"{self.message} {self.suite}".strip()

    @property
    def cellules(self) -> tuple[str, ...]:
        """As it is copied and kept, under the headers."""
        seq = "" if self.seq is None else str(self.seq)
        return (self.mot, self.fichier, self.journal, seq, self.message, self.suite)


COLONNES = (
    Column(
        marque("Résultat"), lambda r: r.mot, 17, key=lambda r: RESULTATS.index(r.resultat), rank=9
    ),
    Column(marque("Fichier"), lambda r: r.fichier, 20, stretch=True, rank=6),
    Column(marque("Journal"), lambda r: r.journal, 11, rank=7),
    Column(
        marque("Lot"),
        lambda r: "" if r.seq is None else str(r.seq),
        6,
        right=True,
        key=lambda r: r.seq or 0,
        rank=5,
    ),
    Column(
        marque("Ce qui s’est passé"),
        lambda r: f"{r.message} {r.suite}".strip(),
        26,
        stretch=True,
        rank=8,
    ),
)


def ligne_recue(resultat: ResultatFichier, codes: Mapping[str, str]) -> Recu:
    """Of a file that came in; `codes` names the journals."""
    nom = resultat.fichier
    return Recu(
        fichier=tr("fichier gardé {nom}…", nom=nom[:8]) if len(nom) == _NOM_GARDE else nom,
        resultat=resultat.resultat,
        journal=codes.get(resultat.journal, ""),
        seq=resultat.seq,
        message=apostrophes(resultat.message),
        suite=apostrophes(resultat.suite),
    )


def ligne_ecrite(accuse: AccuseEcrit) -> Recu:
    """Of an accusé: its file says nothing of whose it is, so the line does."""
    qui = accuse.nom or accuse.code
    complet = accuse.demande is DemandeAccuse.COMPLET
    return Recu(
        fichier=accuse.fichier.name,
        resultat=ACCUSE,
        journal=accuse.code,
        seq=None,
        message=tr("À remettre à {qui} (accusé {numero}).", qui=qui, numero=accuse.numero)
        if accuse.nouveau
        else tr(
            "Rien de nouveau pour {qui} : l’accusé {numero} est déjà dans ce dossier.",
            qui=qui,
            numero=accuse.numero,
        ),
        suite=tr("Il lui demande un lot complet.") if complet else "",
    )


def compter(lignes: Iterable[Recu]) -> Counter[str]:
    """How many of each outcome."""
    return Counter(ligne.resultat for ligne in lignes)


def resumer(lignes: Sequence[Recu]) -> str:
    """« 300 fichiers : 280 appliqués, 20 doublons »."""
    compte = compter(lignes)
    parties = [_compte(r, compte[r]) for r in RESULTATS if compte[r]]
    tous = tr("{n} fichier", "{n} fichiers", len(lignes))
    return deux_points(tous, ", ".join(parties)) if parties else ""


def _compte(resultat: str, combien: int) -> str:
    return f"{nombre(combien)} {tr(_MOTS[resultat][combien > 1])}"


def nom_du_resultat(resultat: str, combien: int) -> str:
    """« Refusés (3) », for the filter."""
    mot = tr(_MOTS[resultat][1])
    return f"{mot[0].upper()}{mot[1:]} ({combien})"


def entetes() -> tuple[str, ...]:
    """What the cells of a line are."""
    return tuple(map(tr, _ENTETES))


def en_texte(lignes: Iterable[Recu]) -> str:
    """To be pasted in a message or in a spreadsheet."""
    return "\n".join("\t".join(cellules) for cellules in (entetes(), *(x.cellules for x in lignes)))


def fiche(ligne: Recu) -> str:
    """The whole line, to be read."""
    parties = [titre(ligne.fichier), phrase(f"{ligne.mot.capitalize()}. {ligne.message}")]
    if ligne.suite:
        parties.append(paragraphe(tr("Prochaine étape"), ligne.suite))
    if ligne.journal:
        parties.append(paragraphe(tr("Journal"), ligne.journal))
    if ligne.seq is not None:
        parties.append(paragraphe(tr("Lot"), str(ligne.seq)))
    return "".join(parties)
