"""A coordination and a journal that write to each other, on real encrypted files."""

import shutil
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import UUID

from journal_scls.application.journal import Atelier, Journal
from journal_scls.application.operation import Changes
from journal_scls.application.ports_dossiers import Secret
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.profil import Role
from journal_scls.gui.pages.envoi.page import EnvoiPage
from journal_scls.gui.pages.envoi.rubrique import EnvoiRubrique
from journal_scls.gui.pages.page_travail import Contexte
from tests.fabriques import HorlogeFixe, contenu
from tests.gui.ateliers import PHRASE, faire_atelier, profil
from tests.gui.fakes import FakeDialogs, InlineRunner

REGION = "Région fictive"


@dataclass
class Deux:
    """Two open dossiers in one place."""

    atelier: Atelier
    horloge: HorlogeFixe
    place: Path
    journal: Journal
    region: Journal

    def importer(self, *lots: Path) -> None:
        """What the coordination does of the files that it is given."""
        resultats = self.region.receptions.importer(lots)
        assert {r.resultat for r in resultats} <= {"applique", "doublon"}, resultats

    def accuser(self) -> Path:
        """The file that it gives back."""
        (ecrit,) = self.region.accuses.accuser(self.place / "accuses")
        return ecrit.fichier

    def fermer(self) -> None:
        for ouvert in (self.journal, self.region):
            with suppress(RuntimeError):
                ouvert.fermer()


def inscrire(journal: Journal, region: Journal, place: Path) -> None:
    """The three files, each fingerprint typed as it was heard."""
    invitation, demande, acceptation = (place / nom for nom in ("inv", "dem", "acc"))
    region.inscriptions.inviter(invitation)
    journal.inscriptions.demander(invitation, region.identites.ici().empreinte, demande)
    region.inscriptions.accepter(demande, journal.identites.ici().empreinte, acceptation)
    journal.inscriptions.rejoindre(acceptation)


def faire_modele(place: Path, *, attache: bool) -> Path:
    """A closed journal and a closed coordination, attached or not, to be copied by tests."""
    atelier = faire_atelier()
    journal = atelier.creer(place / "journal", profil(), PHRASE)[0]
    sien = replace(
        profil(),
        id=nouvel_identifiant(),
        role=Role.COORDINATION,
        code="REG-01",
        nom_affiche=REGION,
    )
    region = atelier.creer(place / "region", sien, PHRASE)[0]
    if attache:
        inscrire(journal, region, place)
    journal.fermer()
    region.fermer()
    return place


def copier(modele: Path, place: Path, horloge: HorlogeFixe) -> Deux:
    """Open a copy of a model."""
    atelier = faire_atelier(horloge=horloge)
    journal, region = (
        atelier.ouvrir(Path(shutil.copytree(modele / nom, place / nom)), Secret(phrase=PHRASE))
        for nom in ("journal", "region")
    )
    return Deux(atelier, horloge, place, journal, region)


class Banc:
    """The rubrique of sending on the journal of two dossiers, and what it is given.

    Files of the test are in `place`; `cle` is the key where lots go.
    """

    def __init__(self, deux: Deux, place: Path) -> None:
        self.deux, self.place = deux, place
        self.journal, self.region = deux.journal, deux.region
        self.runner, self.dialogs = InlineRunner(), FakeDialogs()
        self.cle = place / "cle"
        self.cle.mkdir()
        self.ouvrir()

    def ouvrir(self) -> EnvoiRubrique:
        """As when the rubrique is first shown."""
        self.rubrique = EnvoiRubrique(contexte(self.journal, self.runner, self.dialogs))
        self.runner.changed.connect(self.rubrique.changer)
        self.rubrique.resize(1000, 700)
        return self.rubrique

    @property
    def page(self) -> EnvoiPage:
        return self.rubrique.envoi

    @property
    def empreinte(self) -> str:
        """What the coordination says on the telephone."""
        return str(self.region.identites.ici().empreinte)

    def saisir(self, **changes: Any) -> UUID:
        """One more entry, saved elsewhere in the window."""
        self.deux.horloge.avancer(minutes=5)
        faite = self.journal.interventions.saisir(contenu(**changes))
        self.change()
        return faite.id

    def change(self) -> None:
        """Entries changed elsewhere in the window."""
        self.runner.changed.emit(Changes(interventions=True), self.runner)

    def ecrire(self) -> Path:
        """Write a lot, the folder being asked only once."""
        avant = set(self.cle.iterdir())
        if not avant:
            self.dialogs.repondre("choisir_dossier", self.cle)
        self.page.prochain.bouton.click()
        (nouveau,) = set(self.cle.iterdir()) - avant
        return nouveau

    def inviter(self, nom: str = "invitation.scls") -> Path:
        """A file that the coordination gives."""
        self.region.inscriptions.inviter(self.place / nom)
        return self.place / nom


def contexte(journal: Journal, runner: InlineRunner, dialogs: FakeDialogs) -> Contexte:
    def rien(*_quoi: object) -> None:
        return

    return Contexte(journal, runner, dialogs, rien, rien, rien, rien)  # type: ignore[arg-type]
