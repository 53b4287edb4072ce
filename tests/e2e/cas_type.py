"""The worked case of domain.md section 5: 10 000 lines whose figures are known by construction.

`python -m tests.e2e.cas_type journal.csv` writes the journal that an Excel user would take over
(contracts.md section 3); `lignes()` and `faits()` give the same case to the tests. What counts is
dealt by exact quotas and only then shuffled, from a fixed seed.
"""

import csv
import random
import sys
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from journal_scls.domain.chiffres.faits import Fait, ReferenceFait

N = 10_000
GRAINE = 2025
COLONNES = (
    "date",
    "duree_min",
    "milieu",
    "tenure",
    "organisme",
    "mrc",
    "categorie_immeuble",
    "volet",
    "activite",
    "categorie",
    "type_collectif",
    "clientele",
    "problematiques",
    "modalite",
    "nb_personnes",
    "references",
    "personne",
    "note",
)
# n, N and the percentage displayed.
ATTENDUS = {
    "J01": (8_500, 10_000, "85 % (8 500/10 000 interventions)"),
    "J02": (700, 10_000, "7 % (700/10 000 interventions)"),
    "J03": (400, 10_000, "4 % (400/10 000 interventions)"),
    "J03r": (400, 10_000, "4 % (400/10 000 interventions)"),
    "J04": (7_950, 10_000, "80 % (7 950/10 000 interventions)"),
    "J05": (2_000, 10_000, "20 % (2 000/10 000 interventions)"),
    "J05b": (1_900, 5_100, "37 % (1 900/5 100 interventions)"),
    "J06": (920, 2_000, "46 % (920/2 000 références)"),
    "J07": (285, 920, "31 % (285/920 références)"),
    "J08": (184, 920, "20 % (184/920 références)"),
    "J09": (700, 2_000, "35 % (700/2 000 références)"),
    "J10": (238, 700, "34 % (238/700 références)"),
    "J11": (126, 700, "18 % (126/700 références)"),
    "J12": (4_500, 10_000, "45 % (4 500/10 000 interventions)"),
    "J13": (2_970, 4_500, "66 % (2 970/4 500 interventions)"),
    "J14": (675, 4_500, "15 % (675/4 500 interventions)"),
}
# Milieu, tenure, organisme, MRC, category of the building: a name has one description.
_MILIEUX = {
    "OH": (
        ("Les Érables", "Office d'habitation de Beaucours", "Les Coteaux", "FAM"),
        ("Résidence Saint-Élie", "Office d'habitation de Beaucours", "Les Coteaux", "PA"),
        ("Tour du Parc", "Office d'habitation de Beaucours", "La Vallée", "PS"),
        ("Place des Pionniers", "Office d'habitation du Lac-Vert", "La Vallée", "MIXTE"),
        ("Jardins de l'Île", "Office d'habitation du Lac-Vert", "Bas-de-la-Côte", "FAM"),
        ("Le Bosquet", "Office d'habitation du Lac-Vert", "Bas-de-la-Côte", "FAM"),
    ),
    "OBNL": (
        ("Maison l'Étape", "Habitations Le Relais", "Les Coteaux", "PS"),
        ("Le Havre d'Anaïs", "Habitations Le Relais", "La Vallée", "FAM"),
    ),
    "COOP": (
        ("Coop La Ruche", "Coopérative La Ruche", "La Vallée", "FAM"),
        ("Coop du Moulin", "Coopérative du Moulin", "Bas-de-la-Côte", "MIXTE"),
    ),
    "AUTRE": (("Cour Sainte-Anne", "", "Les Coteaux", "AUTRE"),),
    "SANS_MILIEU": (("", "", "", ""),),
}
_ACTIVITES = {
    "INDIVIDUEL": (
        ("BAIL", "C1"),
        ("CONFLIT", "C1"),
        ("ACCUEIL", "C2"),
        ("CRISE", "C2"),
        ("BUDGET", "C2"),
        ("PONCTUEL", "C2"),
        ("ECOUTE", "C4"),
        ("REFERENCE", "C4"),
        ("VISITE", "C4"),
    ),
    "COLLECTIF": (
        ("ANIM_LOISIR", "C3"),
        ("SOUT_COMITE", "C3"),
        ("ORG_ACT", "C3"),
        ("MILIEU_VIE", "C3"),
        ("PROJET", "C3"),
        ("FORMATION", "C3"),
    ),
    "MILIEU": (("CONCERT", "C3"), ("PARTENARIAT", "C3"), ("PROMO", "C3")),
}
_PROBLEMATIQUES = (
    "ISOLEMENT",
    "PERTE_AUTONOMIE",
    "SANTE_MENTALE",
    "PAUVRETE_BUDGET",
    "SECURITE_ALIM",
    "VOISINAGE",
    "LOGEMENT",
    "AUTRE",
)
_MODALITES = ("SUR_PLACE", "DOMICILE", "BUREAU", "TELEPHONE", "VIRTUEL", "EXTERIEUR", "ECRIT", "")
_MODES = ("INFO_REMISE", "SIMPLE", "ACCOMPAGNEE")
_STATUTS = ("PROPOSEE", "FAITE", "LISTE_ATTENTE", "SERVICE_OBTENU", "SANS_SUITE", "INCONNU")
_DUREES = (10, 15, 20, 30, 45, 60, 75, 90, 120, 180, 240)
_NOTES = (
    "",
    "",
    "Rappel à faire la semaine prochaine; le formulaire est signé.",
    "Échange sur le palier, atmosphère détendue.",
    'A dit : « ça va mieux »; le mot "entraide" revient souvent.',
    "Première rencontre.\nDeuxième ligne de la note.",
    "=SOMME(A1:A3) recopié de l'ancien journal",
)


def lignes() -> list[dict[str, str]]:
    """The 10 000 lines, as they are written in the file."""
    hasard = random.Random(GRAINE)
    volets = _melanger(hasard, {"INDIVIDUEL": 5_100, "COLLECTIF": 4_500, "MILIEU": 400})
    tenures = _melanger(
        hasard, {"OH": 8_500, "OBNL": 700, "COOP": 400, "AUTRE": 250, "SANS_MILIEU": 150}
    )
    clienteles = _melanger(
        hasard,
        {
            "FAMILLES": 5_450,
            "JEUNES": 2_500,
            "AINES": 1_000,
            "PERS_SEULES": 450,
            "TOUS": 350,
            "PERS_HANDICAP": 150,
            "NON_PRECISE": 100,
        },
    )
    types = iter(
        _melanger(hasard, {"PROJET_DEMARCHE": 2_970, "ADL": 675, "ANIMATION": 500, "AUTRE": 355})
    )
    references = {
        "INDIVIDUEL": iter(_avec_reference(hasard, 5_100, slice(0, 1_900))),
        "COLLECTIF": iter(_avec_reference(hasard, 4_500, slice(1_900, 2_000))),
        "MILIEU": iter([""] * 400),
    }
    return [
        _ligne(hasard, volet, tenure, clientele)
        | {
            "type_collectif": next(types) if volet == "COLLECTIF" else "",
            "references": next(references[volet]),
        }
        for volet, tenure, clientele in zip(volets, tenures, clienteles, strict=True)
    ]


def _melanger(hasard: random.Random, quotas: dict[str, int]) -> list[str]:
    tous = [code for code, quota in quotas.items() for _ in range(quota)]
    hasard.shuffle(tous)
    return tous


def _les_references() -> list[str]:
    quotas = {
        "CISSS:SANTE_MENTALE": 285,
        "CISSS:SAPA": 184,
        "CISSS:JEUNES_FAMILLES": 251,
        "CISSS:ACCUEIL_PSYCHO": 200,
        "OC:AIDE_ALIMENTAIRE": 238,
        "OC:BUDGET": 126,
        "OC:LOGEMENT_DROITS": 186,
        "OC:FAMILLE": 150,
        "MUNICIPAL:AUTRE": 130,
        "JURIDIQUE:AUTRE": 120,
        "EMPLOI:AUTRE": 80,
        "AUTRE:AUTRE": 50,
    }
    hasard = random.Random(GRAINE + 1)
    return [
        f"{reference}:{hasard.choice(_MODES)}:{hasard.choice(_STATUTS)}"
        for reference in _melanger(hasard, quotas)
    ]


def _avec_reference(hasard: random.Random, combien: int, lesquelles: slice) -> list[str]:
    choisies = _les_references()[lesquelles]
    toutes = choisies + [""] * (combien - len(choisies))
    hasard.shuffle(toutes)
    return toutes


def _ligne(hasard: random.Random, volet: str, tenure: str, clientele: str) -> dict[str, str]:
    milieu, organisme, mrc, immeuble = hasard.choice(_MILIEUX[tenure])
    activite, categorie = hasard.choice(_ACTIVITES[volet])
    individuel = volet == "INDIVIDUEL"
    personnes = hasard.choice(("", "1", "2")) if individuel else str(hasard.randint(3, 40))
    return {
        "date": _date(hasard),
        "duree_min": _duree(hasard, hasard.choice(_DUREES)),
        "milieu": milieu,
        "tenure": tenure,
        "organisme": organisme,
        "mrc": mrc,
        "categorie_immeuble": immeuble,
        "volet": volet,
        "activite": activite,
        "categorie": hasard.choice((categorie, "")),
        "clientele": clientele,
        "problematiques": "|".join(hasard.sample(_PROBLEMATIQUES, hasard.choice((0, 1, 1, 2, 3)))),
        "modalite": hasard.choice(_MODALITES),
        "nb_personnes": personnes,
        "personne": f"P-{hasard.randint(1, 900):04d}" if individuel else "",
        "note": hasard.choice(_NOTES),
    }


def _date(hasard: random.Random) -> str:
    jour = date(2025, 1, 1) + timedelta(days=hasard.randrange(365))
    return jour.strftime(hasard.choice(("%Y-%m-%d",) * 4 + ("%d/%m/%Y", "%d-%m-%Y")))


def _duree(hasard: random.Random, minutes: int) -> str:
    heures, reste = divmod(minutes, 60)
    formes = (str(minutes),) * 4 + (f"{heures}:{reste:02d}", f"{heures}h{reste:02d}")
    return hasard.choice((*formes, f"{minutes} min"))


def faits(des_lignes: Iterable[dict[str, str]] | None = None) -> Iterator[Fait]:
    """The facts that these lines become once taken over."""
    categories = {code: c for paires in _ACTIVITES.values() for code, c in paires}
    for ligne in lignes() if des_lignes is None else des_lignes:
        references = [r.split(":") for r in ligne["references"].split("|") if r]
        yield Fait(
            date=_date_iso(ligne["date"]),
            duree_min=_minutes(ligne["duree_min"]),
            tenure=ligne["tenure"],
            mrc=ligne["mrc"],
            categorie_immeuble=ligne["categorie_immeuble"],
            organisme=ligne["organisme"],
            milieu=ligne["milieu"],
            volet=ligne["volet"],
            activite=ligne["activite"],
            categorie=ligne["categorie"] or categories[ligne["activite"]],
            type_collectif=ligne["type_collectif"],
            clientele=ligne["clientele"],
            modalite=ligne["modalite"],
            nb_personnes=int(ligne["nb_personnes"] or 1),
            personne=ligne["personne"],
            problematiques=tuple(p for p in ligne["problematiques"].split("|") if p),
            references=tuple(ReferenceFait(*r) for r in references),
        )


def _date_iso(texte: str) -> str:
    if texte[4] == "-":
        return texte
    return "-".join(reversed(texte.replace("/", "-").split("-")))


def _minutes(texte: str) -> int:
    if ":" in texte or "h" in texte:
        heures, minutes = texte.replace("h", ":").split(":")
        return int(heures) * 60 + int(minutes)
    return int(texte.removesuffix(" min"))


def ecrire(chemin: Path, *, avec_cle: bool = False) -> Path:
    """Write the journal as Excel in French saves it; `avec_cle` adds the column id_externe."""
    colonnes = (*COLONNES, "id_externe") if avec_cle else COLONNES
    with chemin.open("w", encoding="utf-8-sig", newline="") as fichier:
        table = csv.DictWriter(fichier, colonnes, delimiter=";")
        table.writeheader()
        for rang, ligne in enumerate(lignes(), start=1):
            table.writerow(ligne | ({"id_externe": f"A-{rang:05d}"} if avec_cle else {}))
    return chemin


if __name__ == "__main__":
    ecrire(Path(sys.argv[1]))
