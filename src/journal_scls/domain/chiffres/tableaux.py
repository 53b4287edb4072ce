"""The tables of a bilan, each with its base.

Rows follow the vocabulary's order, or the alphabet for free names: an order by size would tell
which of two masked rows is the larger. What nobody specified has its own row, so that whatever a
table leaves out is seen.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from journal_scls.domain.chiffres.comptes import TYPE_COLLECTIF, Comptes, Totaux
from journal_scls.domain.chiffres.proportion import Mesure, Proportion
from journal_scls.domain.chiffres.tableau import PART, Colonne, Ligne, Part, Redacteur, Tableau
from journal_scls.domain.periode import Periode

AUCUNE = "AUCUNE"
BASE_INTERVENTIONS = "toutes les interventions finales de la période, les trois volets"
BASE_COLLECTIF = "les actions collectives, sans pondération"
BASE_REFERENCES = "toutes les références de la période"
MOIS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
_INTERVENTIONS = Colonne("interventions", "Interventions")
_NOMBRES = (
    _INTERVENTIONS,
    Colonne("participations", "Participations"),
    Colonne("minutes", "Durée"),
)
_REFERENCES = Colonne("references", "Références")
_PROBLEMATIQUES = Tableau(
    "par_problematique",
    "Par problématique (choix multiples)",
    (_INTERVENTIONS,),
    (
        Colonne(PART, "Part des mentions", "toutes les mentions, zéro à trois par intervention"),
        Colonne("part_interventions", "Part des interventions", BASE_INTERVENTIONS),
    ),
)
_PAR_DESTINATION = Tableau(
    "references",
    "Références par destination et par service",
    (_REFERENCES,),
    (
        Colonne(PART, "Part", BASE_REFERENCES),
        Colonne("part_destination", "Part de la destination", "les références à la destination"),
    ),
)
_PAR_STATUT = Tableau(
    "references_statut",
    "Références par statut",
    (_REFERENCES,),
    (Colonne(PART, "Part", BASE_REFERENCES),),
)


@dataclass(frozen=True, slots=True)
class _Axe:
    """How one field makes a table.

    `complet` shows the codes that count nothing; `reste` shows the residual row even at zero,
    where the field may be left empty.
    """

    id: str
    titre: str
    champ: str
    liste: str = ""
    complet: bool = False
    reste: bool = False
    base: str = BASE_INTERVENTIONS


_AXES = (
    _Axe("par_activite", "Par activité principale", "activite", "activite"),
    _Axe("par_categorie", "Par catégorie du Cadre", "categorie", "categorie", complet=True),
    _Axe("par_volet", "Par volet", "volet", "volet", complet=True),
    _Axe("par_clientele", "Par clientèle principale", "clientele", "clientele", complet=True),
    _Axe("par_tenure", "Par tenure du milieu", "tenure", "tenure", complet=True),
    _Axe("par_modalite", "Par modalité", "modalite", "modalite", reste=True),
    _Axe("par_organisme", "Par organisme", "organisme", reste=True),
    _Axe("par_mrc", "Par MRC", "mrc", reste=True),
    _Axe("par_milieu", "Par milieu", "milieu", reste=True),
    _Axe(
        TYPE_COLLECTIF,
        "Par type d'action collective",
        TYPE_COLLECTIF,
        TYPE_COLLECTIF,
        base=BASE_COLLECTIF,
    ),
)
CHAMPS_TABLEAUX = {"par_mois": "mois"} | {axe.id: axe.champ for axe in _AXES}
"""The field whose codes are the rows of each table that divides interventions."""


def dresser_tableaux(comptes: Comptes, periode: Periode, redacteur: Redacteur) -> Iterator[Tableau]:
    """Every table, in the order it is printed."""
    yield _par_mois(comptes, periode, redacteur)
    for axe in _AXES:
        totaux = comptes.axe(axe.champ)
        libelles = redacteur.libelles(axe.liste, totaux, complet=axe.complet, reste=axe.reste)
        yield _interventions(axe, libelles, totaux, redacteur)
    yield _problematiques(comptes, redacteur)
    yield _references(comptes, redacteur)
    yield _references_statut(comptes, redacteur)


def _par_mois(comptes: Comptes, periode: Periode, redacteur: Redacteur) -> Tableau:
    libelles = {
        f"{mois.du:%Y-%m}": f"{MOIS[mois.du.month - 1]} {mois.du.year}"
        for mois in periode.liste_mois()
    }
    axe = _Axe("par_mois", "Par mois", "mois")
    return _interventions(axe, libelles, comptes.axe("mois"), redacteur)


def _interventions(
    axe: _Axe, libelles: Mapping[str, str], totaux: Mapping[str, Totaux], redacteur: Redacteur
) -> Tableau:
    total = sum(t.interventions for t in totaux.values())
    lignes = (
        redacteur.ligne_interventions(code, libelle, totaux.get(code, Totaux()), total)
        for code, libelle in libelles.items()
    )
    modele = Tableau(axe.id, axe.titre, _NOMBRES, (Colonne(PART, "Part", axe.base),))
    return redacteur.remplir(modele, total, lignes)


def _problematiques(comptes: Comptes, redacteur: Redacteur) -> Tableau:
    mentions, interventions = comptes.problematiques, comptes.totaux.interventions
    total = mentions.total()
    lignes = [
        redacteur.ligne(
            code,
            libelle,
            Part(Mesure.MENTIONS, mentions[code], total),
            Part(Mesure.INTERVENTIONS, mentions[code], interventions),
        )
        for code, libelle in redacteur.libelles("problematique", mentions).items()
    ]
    lignes.append(_ligne_aucune(comptes))
    return redacteur.remplir(_PROBLEMATIQUES, total, lignes)


def _ligne_aucune(comptes: Comptes) -> Ligne:
    part = Proportion.exacte(
        Mesure.INTERVENTIONS, comptes.sans_problematique, comptes.totaux.interventions
    )
    return Ligne(AUCUNE, "Aucune", (part.n,), (Proportion.sans_objet(), part))


def _references(comptes: Comptes, redacteur: Redacteur) -> Tableau:
    services: dict[str, Counter[str]] = {}
    for reference, effectif in comptes.references.items():
        services.setdefault(reference.destination, Counter())[reference.service] += effectif
    total = sum(compte.total() for compte in services.values())
    lignes: list[Ligne] = []
    for destination, libelle in redacteur.libelles("destination", services).items():
        somme = services[destination].total()
        sur_tout, sur_elle = (
            Part(Mesure.REFERENCES, somme, total),
            Part(Mesure.REFERENCES, somme, somme),
        )
        lignes.append(redacteur.ligne(destination, libelle, sur_tout, sur_elle))
        lignes += _services(destination, services[destination], total, redacteur)
    return redacteur.remplir(_PAR_DESTINATION, total, lignes)


def _services(
    destination: str, services: Counter[str], total: int, redacteur: Redacteur
) -> Iterator[Ligne]:
    somme = services.total()
    for service, libelle in redacteur.libelles_services(destination, services).items():
        yield redacteur.ligne(
            f"{destination}:{service}",
            libelle,
            Part(Mesure.REFERENCES, services[service], total),
            Part(Mesure.REFERENCES, services[service], somme),
            niveau=1,
        )


def _references_statut(comptes: Comptes, redacteur: Redacteur) -> Tableau:
    statuts: Counter[str] = Counter()
    for reference, effectif in comptes.references.items():
        statuts[reference.statut] += effectif
    total = statuts.total()
    lignes = [
        redacteur.ligne(code, libelle, Part(Mesure.REFERENCES, statuts[code], total))
        for code, libelle in redacteur.libelles("statut_reference", statuts).items()
    ]
    return redacteur.remplir(_PAR_STATUT, total, lignes)
