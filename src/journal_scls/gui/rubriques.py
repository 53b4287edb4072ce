"""The pages of an open journal, as data: for whom, in which order, how each is made."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from journal_scls.domain.profil import Role
from journal_scls.gui.pages.journal.page import JournalPage
from journal_scls.gui.pages.page_travail import Contexte
from journal_scls.gui.pages.resume_page import ResumePage
from journal_scls.gui.pages.saisie.page import SaisiePage

SAISIE, JOURNAL, RESUME = "saisie", "journal", "resume"
_INTERVENANT = frozenset({Role.INTERVENANT})
_TOUS = frozenset(Role)


@dataclass(frozen=True)
class Rubrique:
    """One line of the navigation pane. `titre` has no mnemonic: its key is Ctrl and its rank."""

    cle: str
    titre: str
    page: Callable[[Contexte], QWidget]
    roles: frozenset[Role] = _TOUS


def _journal(contexte: Contexte) -> QWidget:
    page = JournalPage(contexte.journal, contexte.runner, contexte.dialogs)
    page.corriger.connect(contexte.corriger)
    page.saisir.connect(contexte.saisir)
    return page


RUBRIQUES = (
    Rubrique(SAISIE, "Saisie", lambda c: SaisiePage(c.journal, c.runner, c.dialogs), _INTERVENANT),
    Rubrique(JOURNAL, "Journal", _journal, _INTERVENANT),
    Rubrique(
        RESUME,
        "Résumé du mois",
        lambda c: ResumePage(c.journal, c.runner, c.dialogs),
        _INTERVENANT,
    ),
)


def rubriques_de(role: Role) -> tuple[Rubrique, ...]:
    """The pages of somebody's work, in the order of the pane."""
    return tuple(r for r in RUBRIQUES if role in r.roles)
