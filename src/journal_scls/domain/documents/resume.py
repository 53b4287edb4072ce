"""The monthly summary as a value: what a director reads and signs, before any layout.

Same facts as the bilan, four counters kept apart, and a base in words for each table.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from journal_scls.domain.chiffres.faits import Fait, ReferenceFait
from journal_scls.domain.journal.intervention import Volet
from journal_scls.domain.periode import Periode
from journal_scls.domain.profil import Profil
from journal_scls.domain.texte import grouper
from journal_scls.domain.vocabulaire import Vocabulaires

SANS_MILIEU = "Sans milieu"
_SUITE = "statut_reference"
# List of the vocabulary, title, heading of the first column, whether codes at zero are shown.
_TABLEAUX = (
    ("volet", "Par volet", "Volet", True),
    ("categorie", "Par catégorie", "Catégorie du Cadre", True),
    ("activite", "Par activité", "Activité principale", False),
    ("clientele", "Par clientèle", "Clientèle principale", False),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CompteursMois:
    """The four counters, never to be added, and the time; `avec_code` is the base of persons."""

    interventions: int = 0
    participations: int = 0
    personnes_distinctes: int = 0
    references: int = 0
    minutes: int = 0
    avec_code: int = 0


@dataclass(frozen=True, slots=True)
class LigneResume:
    """One line of a table; `minutes` is None where time has no meaning (references)."""

    libelle: str
    n: int
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class TableauResume:
    """A table whose lines share the base `total`, said in words by `base` (plural)."""

    titre: str
    colonne: str
    lignes: tuple[LigneResume, ...]
    total: int
    base: str = "interventions"
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suivis:
    """What is still open, as of the day the summary is made."""

    ouvertes: int = 0
    ouvertes_douze_mois: int = 0
    relances_echues: int = 0
    relances_a_venir: int = 0


@dataclass(frozen=True, slots=True)
class FaitMarquant:
    """What somebody chose to tell of the month."""

    date: date
    texte: str


@dataclass(frozen=True, slots=True)
class PointMois:
    """One month of the series; the counts are in the order of `Volet`."""

    mois: Periode
    individuel: int = 0
    collectif: int = 0
    milieu: int = 0

    @property
    def interventions(self) -> int:
        """All of the month's interventions."""
        return self.individuel + self.collectif + self.milieu


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeMensuel:
    """Everything the printed summary says."""

    profil: Profil
    employeur: str
    mois: Periode
    etabli_le: date
    organismes: tuple[str, ...]
    compteurs: CompteursMois
    par_volet: TableauResume
    par_categorie: TableauResume
    par_activite: TableauResume
    par_milieu: TableauResume
    par_clientele: TableauResume
    references_destination: TableauResume
    references_statut: TableauResume
    suivis: Suivis
    faits_marquants: tuple[FaitMarquant, ...]
    douze_mois: tuple[PointMois, ...]
    methode: tuple[str, ...]

    @property
    def vide(self) -> bool:
        """Whether nothing was entered for the month."""
        return self.compteurs.interventions == 0


def composer_resume(
    *,
    profil: Profil,
    mois: Periode,
    faits: Iterable[Fait],
    vocabulaires: Vocabulaires,
    aujourdhui: date,
    faits_marquants: Iterable[FaitMarquant] = (),
    relances: Iterable[date] = (),
) -> ResumeMensuel:
    """Compose the summary of a month, as of `aujourdhui`.

    `faits` holds at least the counted facts of the twelve months that end with `mois`;
    `relances`, the follow-up dates of the month's open references.
    """
    annee = mois.douze_mois()
    tous = [f for f in faits if annee.du.isoformat() <= f.date <= annee.au.isoformat()]
    du_mois = [f for f in tous if mois.du.isoformat() <= f.date <= mois.au.isoformat()]
    references = [r for f in du_mois for r in f.references]
    compteurs, type_ = _compter(du_mois), profil.employeur_type
    employeur = vocabulaires.libelle("employeur_type", type_) if type_ else ""
    return ResumeMensuel(
        profil=profil,
        employeur=employeur,
        mois=mois,
        etabli_le=aujourdhui,
        organismes=tuple(nom for nom, _ in _frequences(f.organisme for f in du_mois) if nom),
        compteurs=compteurs,
        par_milieu=_tableau("Par milieu", "Milieu", _lignes_milieux(du_mois), compteurs),
        **_tableaux_vocabulaire(du_mois, compteurs, vocabulaires),
        **_tableaux_references(references, vocabulaires),
        suivis=_suivis(references, tous, (r < aujourdhui for r in relances), vocabulaires),
        faits_marquants=tuple(sorted(faits_marquants, key=lambda f: f.date)),
        douze_mois=_serie(tous, annee),
        methode=_methode(compteurs, vocabulaires),
    )


def _compter(faits: Sequence[Fait]) -> CompteursMois:
    return CompteursMois(
        interventions=len(faits),
        participations=sum(f.nb_personnes for f in faits),
        personnes_distinctes=len({f.personne for f in faits if f.personne}),
        references=sum(len(f.references) for f in faits),
        minutes=sum(f.duree_min for f in faits),
        avec_code=sum(bool(f.personne) for f in faits),
    )


def _frequences(valeurs: Iterable[str]) -> list[tuple[str, int]]:
    return sorted(Counter(valeurs).items(), key=lambda paire: (-paire[1], paire[0]))


def _grouper(
    faits: Iterable[Fait], cle: Callable[[Fait], str], nommer: Callable[[str], str]
) -> dict[str, LigneResume]:
    durees: dict[str, list[int]] = {}
    for fait in faits:
        durees.setdefault(cle(fait), []).append(fait.duree_min)
    return {code: LigneResume(nommer(code), len(d), sum(d)) for code, d in durees.items()}


def _par_frequence(lignes: Mapping[str, LigneResume]) -> list[LigneResume]:
    return sorted(lignes.values(), key=lambda ligne: (-ligne.n, ligne.libelle))


def _tableau(
    titre: str, colonne: str, lignes: Iterable[LigneResume], c: CompteursMois
) -> TableauResume:
    return TableauResume(titre, colonne, tuple(lignes), c.interventions, minutes=c.minutes)


def _tableaux_vocabulaire(
    faits: Sequence[Fait], compteurs: CompteursMois, v: Vocabulaires
) -> dict[str, TableauResume]:
    """Volets and categories in the vocabulary's order, with zeros; the long lists by frequency."""
    return {
        f"par_{liste}": _tableau(
            titre, colonne, _lignes_codes(faits, liste, v, complete=complete), compteurs
        )
        for liste, titre, colonne, complete in _TABLEAUX
    }


def _lignes_codes(
    faits: Iterable[Fait], liste: str, v: Vocabulaires, *, complete: bool
) -> list[LigneResume]:
    lignes = _grouper(faits, lambda f: str(getattr(f, liste)), lambda c: v.libelle(liste, c))
    if not complete:
        return _par_frequence(lignes)
    courants = v.courant.termes(liste)
    ordre = [*courants, *(code for code in lignes if code not in courants)]
    return [lignes.get(code) or LigneResume(v.libelle(liste, code), 0, 0) for code in ordre]


def _lignes_milieux(faits: Sequence[Fait]) -> list[LigneResume]:
    """By milieu; the organisme is said only where two milieux bear the same name."""
    proprietaires: dict[str, set[str]] = {}
    for fait in faits:
        proprietaires.setdefault(fait.milieu, set()).add(fait.organisme)

    def nom(fait: Fait) -> str:
        ambigu = fait.milieu and fait.organisme and len(proprietaires[fait.milieu]) > 1
        return f"{fait.milieu} ({fait.organisme})" if ambigu else fait.milieu or SANS_MILIEU

    return _par_frequence(_grouper(faits, nom, str))


def _tableaux_references(
    references: Sequence[ReferenceFait], v: Vocabulaires
) -> dict[str, TableauResume]:
    vers = _frequences(r.destination for r in references)
    statuts = Counter(r.statut for r in references)
    suites = [(code, statuts[code]) for code in v.codes(_SUITE) if statuts[code]]

    def tableau(
        titre: str, colonne: str, liste: str, comptes: Iterable[tuple[str, int]]
    ) -> TableauResume:
        lignes = tuple(LigneResume(v.libelle(liste, code), n) for code, n in comptes)
        return TableauResume(titre, colonne, lignes, len(references), "références")

    return {
        "references_destination": tableau("Par destination", "Destination", "destination", vers),
        "references_statut": tableau("Par suite", "Suite donnée", _SUITE, suites),
    }


def _suivis(
    references: Iterable[ReferenceFait],
    annee: Iterable[Fait],
    relances: Iterable[bool],
    v: Vocabulaires,
) -> Suivis:
    ouverts, echues = _statuts_ouverts(v), Counter(relances)
    return Suivis(
        ouvertes=sum(r.statut in ouverts for r in references),
        ouvertes_douze_mois=sum(r.statut in ouverts for f in annee for r in f.references),
        relances_echues=echues[True],
        relances_a_venir=echues[False],
    )


def _statuts_ouverts(v: Vocabulaires) -> list[str]:
    return [code for code in v.codes(_SUITE) if v.terme(_SUITE, code).ouverte]


def _serie(faits: Iterable[Fait], annee: Periode) -> tuple[PointMois, ...]:
    n = Counter((f.date[:7], f.volet) for f in faits)
    return tuple(
        PointMois(mois, *(n[f"{mois.du:%Y-%m}", volet.value] for volet in Volet))
        for mois in annee.liste_mois()
    )


def _methode(compteurs: CompteursMois, v: Vocabulaires) -> tuple[str, ...]:
    texte = _METHODE.format(
        avec_code=grouper(compteurs.avec_code),
        interventions=grouper(compteurs.interventions),
        statuts=", ".join(v.libelle(_SUITE, code).lower() for code in _statuts_ouverts(v)),
        vocabulaire=v.courant.libelle,
    )
    return tuple(texte.split("\n"))


_METHODE = """\
Sont comptées les interventions finales ou rectifiées dont la date tombe dans le mois, quelle que \
soit la date de saisie. Les brouillons et les interventions annulées sont exclus; une intervention \
rectifiée compte une fois, dans sa dernière version.
Les quatre compteurs ne s'additionnent pas. Une participation est une présence : la même personne \
venue deux fois compte deux fois. Les personnes distinctes ne sont connues que là où un code local \
a été noté ({avec_code} interventions sur {interventions}).
Chaque pourcentage porte sur le total de son tableau, arrondi à l'unité : leur somme peut différer \
de 100 %. Sous 20 cas (« petit effectif »), un pourcentage est fragile.
L'organisme d'un milieu est celui de la date de l'intervention. Une référence est ouverte quand sa \
suite est : {statuts}.
Vocabulaire : {vocabulaire}.
Ce document ne nomme personne; dans un petit immeuble, un nombre peut suffire à reconnaître \
quelqu'un. Sa diffusion reste à l'interne."""
