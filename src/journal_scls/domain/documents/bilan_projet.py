"""The bilan of a project or of a committee: one page, from the entries that name it.

Sessions, participations and time are those of the counted entries; roles and age brackets are
known only where somebody noted them, and each says how many sessions did.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from journal_scls.domain.chiffres.graphique import Barre, Forme, Graphique, barre_du_mois
from journal_scls.domain.documents.resume import FaitMarquant, LigneResume, TableauResume
from journal_scls.domain.journal.intervention import TRANCHES_AGE, Contenu
from journal_scls.domain.periode import Periode
from journal_scls.domain.profil import Profil
from journal_scls.domain.texte import accorder, grouper
from journal_scls.domain.vocabulaire import Vocabulaires

MOIS_MAX = 24
"""A chart of more months says more by year than by month."""


@dataclass(frozen=True, slots=True)
class HorsProjet:
    """Collective activities that belong to no project nor committee: a type, its sessions."""

    type: str
    libelle: str
    seances: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FicheProjet:
    """What the directory says of it, in names; no code when it is of no project."""

    titre: str
    code: str
    type: str = ""
    objectif: str = ""
    debut: date | None = None
    fin: date | None = None
    milieux: tuple[str, ...] = ()
    partenaires: tuple[str, ...] = ()
    financement: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompteursProjet:
    """Sessions, participations (None when no session said), new faces, minutes."""

    seances: int
    participations: int | None
    nouvelles: int | None
    minutes: int


@dataclass(frozen=True, slots=True)
class MoisProjet:
    """The sessions of a month, or of a year in a long project."""

    periode: Periode
    seances: int
    participations: int
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BilanProjet:
    """Everything the page says; `embuches` are told, never counted."""

    profil: Profil
    etabli_le: date
    fiche: FicheProjet
    compteurs: CompteursProjet
    premiere: date | None
    derniere: date | None
    rythme: tuple[MoisProjet, ...]
    par_role: TableauResume
    par_tranche: TableauResume
    faits_marquants: tuple[FaitMarquant, ...]
    embuches: tuple[str, ...]

    @property
    def vide(self) -> bool:
        """Whether no entry names it."""
        return self.compteurs.seances == 0


def composer_bilan_projet(
    *,
    profil: Profil,
    fiche: FicheProjet,
    seances: Iterable[Contenu],
    vocabulaires: Vocabulaires,
    aujourdhui: date,
    embuches: Iterable[str] = (),
) -> BilanProjet:
    """Compose the page from the last revision of every counted entry of the project."""
    toutes = sorted(seances, key=lambda s: s.date_intervention)
    return BilanProjet(
        profil=profil,
        etabli_le=aujourdhui,
        fiche=fiche,
        compteurs=_compter(toutes),
        premiere=toutes[0].date_intervention if toutes else None,
        derniere=toutes[-1].date_intervention if toutes else None,
        rythme=_rythme(toutes),
        par_role=_roles(toutes, vocabulaires),
        par_tranche=_tranches(toutes),
        faits_marquants=tuple(
            FaitMarquant(s.date_intervention, texte)
            for s in toutes
            if (texte := s.fait_marquant.strip())
        ),
        embuches=tuple(e for e in (texte.strip() for texte in embuches) if e),
    )


def graphique_rythme(bilan: BilanProjet) -> Graphique:
    """The sessions over time."""
    barres = tuple(_barre(point) for point in bilan.rythme)
    return Graphique("rythme", "Séances au fil du temps", "Séances", Forme.COLONNES, barres)


def _barre(point: MoisProjet) -> Barre:
    if point.periode == Periode.annee(point.periode.du.year):
        annee = str(point.periode.du.year)
        return Barre(annee, (point.seances,), grouper(point.seances), annee)
    return barre_du_mois(point.periode.du, (point.seances,), grouper(point.seances))


def _compter(seances: Sequence[Contenu]) -> CompteursProjet:
    return CompteursProjet(
        seances=len(seances),
        participations=_somme(s.nb_personnes for s in seances),
        nouvelles=_somme(s.nb_nouvelles for s in seances),
        minutes=sum(s.duree_min for s in seances),
    )


def _somme(nombres: Iterable[int | None]) -> int | None:
    connus = [n for n in nombres if n is not None]
    return sum(connus) if connus else None


def _rythme(seances: Sequence[Contenu]) -> tuple[MoisProjet, ...]:
    if not seances:
        return ()
    premier, dernier = seances[0].date_intervention, seances[-1].date_intervention
    periodes = tuple(Periode(premier, dernier).liste_mois())
    if len(periodes) > MOIS_MAX:
        periodes = tuple(Periode.annee(a) for a in range(premier.year, dernier.year + 1))
    points = []
    for periode in periodes:
        siennes = [s for s in seances if s.date_intervention in periode]
        personnes = sum(s.nb_personnes or 0 for s in siennes)
        minutes = sum(s.duree_min for s in siennes)
        points.append(MoisProjet(periode, len(siennes), personnes, minutes))
    return tuple(points)


def _roles(seances: Sequence[Contenu], v: Vocabulaires) -> TableauResume:
    comptes: Counter[str] = Counter()
    for seance in seances:
        comptes.update(dict(seance.roles))
    ordre = [code for code in v.codes("role") if comptes[code]]
    lignes = tuple(LigneResume(v.libelle("role", code), comptes[code]) for code in ordre)
    notees = sum(bool(s.roles) for s in seances)
    return _tableau("Par rôle", "Rôle", lignes, notees, len(seances))


def _tranches(seances: Sequence[Contenu]) -> TableauResume:
    notees = [s.tranches for s in seances if any(s.tranches)]
    sommes = [sum(colonne) for colonne in zip(*notees, strict=True)]
    paires = zip(TRANCHES_AGE, sommes, strict=False)
    lignes = tuple(LigneResume(f"{tranche} ans", n) for tranche, n in paires)
    return _tableau("Par tranche d'âge", "Tranche d'âge", lignes, len(notees), len(seances))


def _tableau(
    titre: str, colonne: str, lignes: tuple[LigneResume, ...], notees: int, seances: int
) -> TableauResume:
    base = f"participations, notées dans {accorder(notees, 'séance')} sur {grouper(seances)}"
    return TableauResume(titre, colonne, lignes, sum(ligne.n for ligne in lignes), base)
