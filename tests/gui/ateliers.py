"""A real workshop on real encrypted files, with a key derivation that tests can afford."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from journal_scls import bootstrap, paths
from journal_scls.application.journal import Atelier
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.profil import Profil, Role
from journal_scls.storage.coffre.trousseau import Trousseau, TrousseauEnMemoire
from journal_scls.storage.coffre.vault_format import CoutArgon2
from journal_scls.storage.dossier import DossiersChiffres
from journal_scls.storage.sauvegarde.sauvegardes import SauvegardesFichiers
from tests.fabriques import HorlogeFixe

PHRASE = "quatre mots sans lien"


class SansTrousseau:
    """A computer whose keyring holds nothing."""

    def lire(self, _identifiant: str) -> bytes | None:
        return None

    def deposer(self, _identifiant: str, _cle: bytes) -> str | None:
        return None

    def effacer(self, _identifiant: str) -> None:
        return


def faire_atelier(
    trousseau: Trousseau | None = None, horloge: HorlogeFixe | None = None
) -> Atelier:
    horloge = horloge or HorlogeFixe()
    return replace(
        bootstrap.creer_atelier(),
        horloge=horloge,
        dossiers=DossiersChiffres(
            paths.migrations_dir(),
            horloge,
            trousseau if trousseau is not None else TrousseauEnMemoire(),
            CoutArgon2(memory_kib=19 * 1024, iterations=2, lanes=1),
        ),
        sauvegardes=SauvegardesFichiers(horloge),
    )


def profil(*, demo: bool = False) -> Profil:
    return Profil(
        id=nouvel_identifiant(),
        role=Role.INTERVENANT,
        code="INT-07",
        nom_affiche="Maude Tremblay",
        cree_le=datetime(2025, 3, 1, tzinfo=UTC),
        demo=demo,
    )


def faire_dossier(atelier: Atelier, dossier: Path, *, demo: bool = False) -> str:
    """A closed journal; its recovery code."""
    journal, code = atelier.creer(dossier, profil(demo=demo), PHRASE)
    journal.fermer()
    return code.texte
