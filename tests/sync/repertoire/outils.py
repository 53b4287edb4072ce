"""An honest edition of everything, and the reader that judges its bytes."""

from datetime import date
from uuid import UUID

from journal_scls.domain.repertoire.edition import (
    ContenuRepertoire,
    EditionRepertoire,
    RefusProposition,
)
from journal_scls.domain.repertoire.fusion import Fusion, GenreFiche
from journal_scls.domain.repertoire.lieux import EtatMilieu, Milieu, Organisme, Tenure
from journal_scls.domain.repertoire.partenaires import (
    Comite,
    Projet,
    ServicePartenaire,
    StatutProjet,
)
from journal_scls.sync.repertoire.paquet import PaquetsFichiers
from tests.fabriques import vocabulaires
from tests.sync.lot.outils import REGION

PAQUETS = PaquetsFichiers(lambda chemin, octets: chemin.write_bytes(octets))
DU = date(2026, 11, 2)


def uuid(n: int) -> UUID:
    return UUID(int=(0x0190 << 112) | n)


def contenu() -> ContenuRepertoire:
    """Every kind of line, with every field filled somewhere."""
    return ContenuRepertoire.de(
        [
            Organisme(id=uuid(1), nom="Office de l'Est", code="OH-E", tenure=Tenure.OH,
                      valide_du=date(1990, 1, 1), valide_au=date(2025, 12, 31),
                      successeur=uuid(2)),
            Organisme(id=uuid(2), nom="Office uni", tenure=Tenure.OH),
            Milieu(id=uuid(3), nom="Tour des Érables", code="M-112", etats=(
                EtatMilieu(organisme=uuid(1), tenure=Tenure.OH, mrc="Lévis",
                           categorie_immeuble="PA", nb_logements=24),
                EtatMilieu(depuis=date(2026, 1, 1), organisme=uuid(2), tenure=Tenure.OH),
            )),
            ServicePartenaire(id=uuid(4), nom="CLSC, santé mentale", destination="CISSS",
                              service="SANTE_MENTALE", mrc="Lévis", valide_du=date(2020, 1, 1)),
            Projet(id=uuid(5), code="JARDIN", titre="Jardin d’été", statut=StatutProjet.TERMINE,
                   debut=date(2025, 5, 1), fin=date(2025, 9, 30), milieux=(uuid(3),),
                   partenaires=(uuid(4),), objectif="Axe 2, objectif 3",
                   source_financement="PSL", anciens_codes=("POTAGER",)),
            Comite(id=uuid(6), code="CCR", titre="Comité consultatif", instance="CCR",
                   roles=(("LOCATAIRE", 8), ("GESTIONNAIRE", 2)), debut=date(2024, 1, 1)),
        ],
        fusions=[Fusion(genre=GenreFiche.MILIEU, de=uuid(9), vers=uuid(3))],
        refus=[RefusProposition(objet=uuid(10), raison="Hors de la région.")],
        vocabulaires=vocabulaires().editions,
    )  # fmt: skip


def edition(
    numero: int = 1, precedente: str = "", de: ContenuRepertoire | None = None
) -> EditionRepertoire:
    return EditionRepertoire(
        region=REGION.id,
        numero=numero,
        precedente=precedente,
        du=DU,
        contenu=contenu() if de is None else de,
    )


def octets(*args, **options) -> bytes:
    return PAQUETS.composer(edition(*args, **options), REGION.cle_secrete)[0]


def lire(fichier: bytes):
    return PAQUETS.lire(fichier, REGION.id, REGION.publique.cle)
