"""One of each printed document, ordinary and extreme, for the judges of all of them."""

import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from random import Random

from journal_scls.domain.documents.affiche import Affiche, TexteAffiche, lire_affiche
from journal_scls.domain.documents.bilan_projet import (
    BilanProjet,
    FicheProjet,
    composer_bilan_projet,
)
from journal_scls.domain.documents.diapo import Diapo, composer_diapo
from journal_scls.domain.documents.document import DocumentBilan, Impression, Papier
from journal_scls.domain.documents.resume import FaitMarquant
from journal_scls.domain.journal.intervention import Contenu, Volet
from journal_scls.domain.profil import Role
from journal_scls.reports.affiche_pdf import ecrire_affiche
from journal_scls.reports.bilan_pdf import ecrire_bilan_pdf
from journal_scls.reports.diapo_pdf import ecrire_diapo
from journal_scls.reports.projet_pdf import ecrire_bilan_projet
from journal_scls.reports.resume_pdf import ecrire_resume
from tests.domain.outils_bilan import indicateurs
from tests.fabriques import RACINE, contenu, profil, vocabulaires
from tests.reports.outils import (
    HOSTILES,
    POLICES,
    beaucoup,
    document_bilan,
    fait,
    faits_aleatoires,
    provenance,
    resumer,
)

A4 = Impression(papier=Papier.A4, verification="K7QP-3M2X-9TRA")
LETTRE = Impression(verification="K7QP-3M2X-9TRA")


@cache
def texte_affiche() -> TexteAffiche:
    return lire_affiche(tomllib.loads((RACINE / "resources/affiche.toml").read_text()), "affiche")


def affiche(**changes) -> Affiche:
    defauts = {"service": "Office d'habitation de l'Estuaire", "etablie_le": date(2025, 4, 1)}
    return Affiche(**(defauts | changes))


def seances(n: int, mois: int = 11) -> list[Contenu]:
    hasard = Random(3)
    return [
        contenu(
            volet=Volet.COLLECTIF,
            activite="PROJET",
            categorie="C3",
            type_collectif="PROJET_DEMARCHE",
            date_intervention=date(2024 + rang % mois // 12, rang % mois % 12 + 1, 3 + rang % 20),
            duree_min=90,
            nb_personnes=hasard.randrange(4, 15),
            nb_nouvelles=rang % 3,
            roles=(("LOCATAIRE", 5), ("BENEVOLE", 2)) if rang % 4 else (),
            tranches=(1, 2, 3, 2, 1) if rang % 3 else (),
            fait_marquant="Le groupe a obtenu sa subvention." if rang in {4, 15} else "",
        )
        for rang in range(n)
    ]


def bilan_projet(n: int = 22, *, mois: int = 11, **changes) -> BilanProjet:
    fiche = FicheProjet(
        titre="Jardin collectif des Érables",
        code="JARDIN",
        type="Projets et démarches de groupe",
        objectif="Cultiver un jardin partagé, décidé et entretenu par les locataires.",
        debut=date(2024, 1, 2),
        milieux=("Place des Érables", "Les Jardins du Moulin"),
        partenaires=("Maison des familles fictive",),
        financement="Fonds d'initiatives",
    )
    defauts = {
        "profil": profil(nom_affiche="Journal de l'Est"),
        "fiche": fiche,
        "seances": seances(n, mois),
        "vocabulaires": vocabulaires(),
        "aujourdhui": date(2026, 1, 5),
    }
    return composer_bilan_projet(**(defauts | changes))


def document_region(n: int = 600, **changes) -> DocumentBilan:
    return document_bilan(faits_aleatoires(n, **changes), provenance(Role.COORDINATION), k=5)


def diapo(document: DocumentBilan) -> Diapo:
    return composer_diapo(document.bilan, indicateurs(), document.provenance)


def exemplaires() -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each."""
    marquants = [FaitMarquant(date(2025, 3, j), f"Fait {j}. " + "mot " * 30) for j in (1, 9)]
    plein = resumer(*beaucoup(90), faits_marquants=marquants, profil=profil(demo=True))
    hostile = resumer(*[fait(milieu=h, organisme=h) for h in HOSTILES])
    region, journal = document_region(), document_bilan(faits_aleatoires(200), provenance())
    yield "resume", ecrire_resume(plein, POLICES, LETTRE)
    yield "resume-a4", ecrire_resume(plein, POLICES, A4)
    yield "resume-vide", ecrire_resume(resumer(), POLICES)
    yield "resume-hostile", ecrire_resume(hostile, POLICES)
    yield "region", ecrire_bilan_pdf(region, POLICES, LETTRE)
    yield "region-a4", ecrire_bilan_pdf(region, POLICES, A4)
    yield "region-vide", ecrire_bilan_pdf(document_region(0), POLICES)
    yield "region-petite", ecrire_bilan_pdf(document_region(30), POLICES)
    yield "journal", ecrire_bilan_pdf(journal, POLICES)
    yield (
        "journal-200-milieux",
        ecrire_bilan_pdf(
            document_bilan(faits_aleatoires(1_600, milieux=200), provenance(demo=True)), POLICES
        ),
    )
    yield "diapo", ecrire_diapo(diapo(region), POLICES, LETTRE)
    yield "diapo-a4", ecrire_diapo(diapo(journal), POLICES, A4)
    yield "projet", ecrire_bilan_projet(bilan_projet(), POLICES, LETTRE)
    yield "projet-a4", ecrire_bilan_projet(bilan_projet(40, mois=24), POLICES, A4)
    yield "projet-vide", ecrire_bilan_projet(bilan_projet(0, embuches=["La pluie."]), POLICES)
    yield "affiche", ecrire_affiche(affiche(), texte_affiche(), POLICES)
    yield (
        "affiche-a4",
        ecrire_affiche(
            affiche(service="W" * 60, telephone="418 555-0142", lieu="Salle " * 12, demo=True),
            texte_affiche(),
            POLICES,
            A4,
        ),
    )
