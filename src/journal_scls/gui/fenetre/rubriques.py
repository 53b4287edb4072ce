"""The pages of an open journal, as data: for whom, in which order, how each is made."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from journal_scls.application.lots.situation_region import SituationRegion
from journal_scls.domain.profil import Role
from journal_scls.gui.fenetre.cles import (
    BILAN,
    DECISIONS,
    ENVOI,
    JOURNAL,
    JOURNAUX,
    PROJETS,
    RECEPTION,
    REGION,
    REGLAGES,
    REPERTOIRE,
    RESUME,
    SAISIE,
    SUIVI,
)
from journal_scls.gui.pages.aujourdhui.page import AujourdhuiPage
from journal_scls.gui.pages.bilan.page import BilanPage
from journal_scls.gui.pages.decisions.page import DecisionsPage
from journal_scls.gui.pages.envoi.rubrique import EnvoiRubrique
from journal_scls.gui.pages.journal.page import JournalPage
from journal_scls.gui.pages.journaux.page import JournauxPage
from journal_scls.gui.pages.page_travail import Contexte
from journal_scls.gui.pages.projets.page import ProjetsPage
from journal_scls.gui.pages.reception.page import ReceptionPage
from journal_scls.gui.pages.region.page import RegionPage
from journal_scls.gui.pages.reglages.page import ReglagesPage
from journal_scls.gui.pages.repertoire.page import RepertoirePage
from journal_scls.gui.pages.resume_page import ResumePage
from journal_scls.gui.pages.suivi.page import SuiviPage
from journal_scls.gui.traduction import Marque, marque

_INTERVENANT = frozenset({Role.INTERVENANT})
_COORDINATION = frozenset({Role.COORDINATION})
_TOUS = frozenset(Role)


@dataclass(frozen=True)
class Rubrique:
    """One line of the navigation pane. `titre` has no mnemonic: its key is Ctrl and its rank.

    `touches` is another key for a page whose rank changes, and which is not of the day's work.

    `compte` is how much waits there, from the state of the region; the title shows it.
    """

    cle: str
    titre: str | Marque
    page: Callable[[Contexte], QWidget]
    roles: frozenset[Role] = _TOUS
    compte: Callable[[SituationRegion], int] | None = None
    touches: str = ""


def _journal(contexte: Contexte) -> QWidget:
    page = JournalPage(contexte.journal, contexte.runner, contexte.dialogs)
    page.corriger.connect(contexte.corriger)
    page.saisir.connect(contexte.saisir)
    page.repeter.connect(contexte.repeter)
    return page


def _suivi(contexte: Contexte) -> QWidget:
    page = SuiviPage(contexte.journal, contexte.runner, contexte.dialogs)
    page.corriger.connect(contexte.corriger)
    return page


RUBRIQUES = (
    Rubrique(
        SAISIE,
        marque("Aujourd’hui"),
        lambda c: AujourdhuiPage(c.journal, c.runner, c.dialogs),
        _INTERVENANT,
    ),
    Rubrique(JOURNAL, marque("Journal"), _journal, _INTERVENANT),
    Rubrique(SUIVI, marque("Références à suivre"), _suivi, _INTERVENANT),
    Rubrique(
        RESUME,
        marque("Résumé du mois"),
        lambda c: ResumePage(c.journal, c.runner, c.dialogs),
        _INTERVENANT,
    ),
    Rubrique(ENVOI, marque("Envoi à la région"), EnvoiRubrique, _INTERVENANT),
    Rubrique(REGION, marque("Région"), RegionPage, _COORDINATION),
    Rubrique(RECEPTION, marque("Réception"), ReceptionPage, _COORDINATION),
    Rubrique(
        DECISIONS, marque("À décider"), DecisionsPage, _COORDINATION, lambda s: len(s.a_decider)
    ),
    Rubrique(JOURNAUX, marque("Journaux"), JournauxPage, _COORDINATION),
    Rubrique(BILAN, marque("Bilan"), BilanPage),
    Rubrique(PROJETS, marque("Projets et comités"), ProjetsPage),
    Rubrique(REPERTOIRE, marque("Répertoire"), RepertoirePage),
    Rubrique(REGLAGES, marque("Réglages"), ReglagesPage, touches="Ctrl+,"),
)


def rubriques_de(role: Role) -> tuple[Rubrique, ...]:
    """The pages of somebody's work, in the order of the pane."""
    return tuple(r for r in RUBRIQUES if role in r.roles)
