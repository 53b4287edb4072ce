"""Fictional regions, and the documents of a series published one after the other."""

import random
from collections.abc import Iterator, Sequence
from datetime import date

from journal_scls.domain.chiffres.bilan import Bilan, ParametresBilan, dresser_bilan
from journal_scls.domain.chiffres.comptes import compter
from journal_scls.domain.chiffres.faits import Fait
from journal_scls.domain.chiffres.masquage import Masquage
from journal_scls.domain.periode import Periode
from journal_scls.domain.protection.document import Anterieur, proteger
from journal_scls.domain.protection.masque import Masque
from journal_scls.domain.protection.serie import ComptesParMois
from tests.domain.outils_bilan import JOUR, fait, indicateurs, reference, vocabulaires

_ACTES = (("ECOUTE", "C4"), ("VISITE", "C4"), ("BAIL", "C1"), ("BUDGET", "C2"), ("CRISE", "C2"))
_REFERENCES = (("CISSS", "SANTE_MENTALE"), ("CISSS", "SAPA"), ("OC", "BUDGET"),
               ("OC", "AIDE_ALIMENTAIRE"), ("POLICE_JUSTICE", "AUTRE"))  # fmt: skip
_RARES: tuple[tuple[str, ...], ...] = ((), ("ITINERANCE_RISQUE",), ("DEFICIENCE_TSA",))


def region(hasard: random.Random, nombre: int, *, mois: int = 6, lieux: int = 12) -> list[Fait]:
    """Entries of the first months of 2025, unevenly dealt out between places and acts."""
    places = list(_places(hasard, lieux))
    poids = [hasard.random() ** 3 for _ in places]
    entrees = [_entree(hasard, hasard.choices(places, poids)[0], mois) for _ in range(nombre)]
    rares = random.Random(hasard.random()).choices(_RARES, (95, 4, 1), k=nombre)
    return [
        entree._replace(problematiques=entree.problematiques + rare)
        for entree, rare in zip(entrees, rares, strict=True)
    ]


def _places(hasard: random.Random, lieux: int) -> Iterator[dict[str, str]]:
    for rang in range(lieux):
        office = rang % 4
        place = {
            "milieu": f"Milieu {rang:02d}",
            "organisme": f"Office {office}",
            "mrc": f"MRC {office % 2}",
            "tenure": ("OH", "OH", "OBNL", "COOP")[office],
            "categorie_immeuble": hasard.choice(("FAM", "PA", "PS")),
        }
        yield place
        yield place | {"milieu": ""}
    vide = dict.fromkeys(("milieu", "organisme", "mrc", "categorie_immeuble"), "")
    yield vide | {"tenure": "SANS_MILIEU"}


def _entree(hasard: random.Random, place: dict[str, str], mois: int) -> Fait:
    volet = hasard.choices(("INDIVIDUEL", "COLLECTIF", "MILIEU"), (60, 35, 5))[0]
    activite, categorie = {"INDIVIDUEL": hasard.choice(_ACTES), "COLLECTIF": ("PROJET", "C3"),
                           "MILIEU": ("CONCERT", "C3")}[volet]  # fmt: skip
    types = hasard.choices(("PROJET_DEMARCHE", "ADL", "ANIMATION"), (70, 25, 5))
    return fait(
        date=f"2025-{hasard.randint(1, mois):02d}-11",
        volet=volet,
        activite=activite,
        categorie=categorie,
        type_collectif=types[0] if volet == "COLLECTIF" else "",
        clientele=hasard.choices(("AINES", "FAMILLES", "JEUNES", "TOUS"), (50, 30, 3, 2))[0],
        modalite=hasard.choices(("SUR_PLACE", "DOMICILE", "ECRIT", ""), (60, 20, 1, 3))[0],
        nb_personnes=1 if volet == "INDIVIDUEL" else hasard.randint(0, 30),
        duree_min=hasard.choice((15, 30, 45, 60, 120)),
        problematiques=tuple(
            hasard.sample(("ISOLEMENT", "VIOLENCE", "LOGEMENT"), hasard.choice((0, 1, 1, 2)))
        ),
        references=tuple(
            reference(*hasard.choices(_REFERENCES, (9, 6, 5, 5, 1))[0])
            for _ in range(hasard.choice((0, 0, 0, 1, 2)))
        ),
        **place,
    )


def periode(mois: Sequence[int]) -> Periode:
    return Periode(date(2025, min(mois), 1), Periode.mois(2025, max(mois)).au)


def publier(
    faits: Sequence[Fait],
    mois: Sequence[int],
    deja: Sequence[Anterieur] = (),
    *,
    k: int = 5,
    milieu: bool = True,
) -> tuple[Bilan, Anterieur]:
    """The next document of a series, as it is published, and what is remembered of it."""
    champs = indicateurs().champs
    releve: ComptesParMois = {
        f"2025-{m:02d}": compter(faits, Periode.mois(2025, m), champs) for m in mois
    }
    masque: Masque = proteger(
        releve, Masquage(k), indicateurs(), avec_milieu=milieu, regrouper=50, anterieurs=deja
    )
    bilan = dresser_bilan(
        compter(faits, periode(mois), champs),
        periode(mois),
        vocabulaires=vocabulaires(),
        indicateurs=indicateurs(),
        etabli_le=JOUR,
        parametres=ParametresBilan(milieu_dans_la_base=milieu, masquage_k=k),
        masque=masque,
    )
    return bilan, Anterieur(releve, masque)
