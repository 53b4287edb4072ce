"""The menus as data: every command of the window has a place, a text and its keys."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from journal_scls.gui.apparence.preference import Apparence
from journal_scls.gui.fenetre.cles import ENVOI, JOURNAL, RESUME, SAISIE, touches_de
from journal_scls.gui.fenetre.touches_prioritaires import TouchesPrioritaires
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.toast import Toast

if TYPE_CHECKING:
    from journal_scls.gui.fenetre.work_area import WorkArea
    from journal_scls.gui.main_window import MainWindow


@dataclass(frozen=True)
class Commande:
    """One line of a menu, None being a separator.

    `journal` when it needs an open journal, `rubrique` when that journal must have that page.
    """

    texte: str
    faire: Callable[[], object]
    touches: str = ""
    journal: bool = True
    rubrique: str = ""


class Menus:
    """All the menus of a window; those that need a journal are enabled with it."""

    def __init__(self, fenetre: "MainWindow", apparence: Apparence) -> None:
        self._fenetre = fenetre
        self._actions: list[tuple[Commande, QAction]] = []
        self._menu(tr("&Journal"), _journal(fenetre))
        self._menu(tr("É&dition"), _edition(fenetre))
        self._affichage = self._menu(
            tr("Aff&ichage"), (Commande(tr("&Volet", "navigation"), _volet(fenetre), "F6"),)
        )
        self._apres_pages = self._affichage.addSeparator()
        apparence.remplir(self._affichage)
        self._menu(tr("Aid&e"), _aide(fenetre))
        self._pages: list[QAction] = []
        TouchesPrioritaires(fenetre)
        self.fermer()

    def ouvrir(self, travail: "WorkArea") -> None:
        """A journal is open: its pages, and the commands that its pages answer."""
        connues = {rubrique.cle for rubrique in travail.rubriques}
        for commande, action in self._actions:
            possible = not commande.rubrique or commande.rubrique in connues
            action.setVisible(possible)
            action.setEnabled(possible)
        for rang, rubrique in enumerate(travail.rubriques):
            page = QAction(tr(rubrique.titre), self._affichage)
            page.triggered.connect(lambda _coche=False, cle=rubrique.cle: travail.aller(cle))
            touches = (t for t in (touches_de(rang), rubrique.touches) if t)
            page.setShortcuts([QKeySequence(t) for t in touches])
            self._affichage.insertAction(self._apres_pages, page)
            self._pages.append(page)

    def fermer(self) -> None:
        """No journal any more."""
        for action in self._pages:
            self._affichage.removeAction(action)
            action.deleteLater()
        self._pages = []
        for commande, action in self._actions:
            action.setEnabled(not commande.journal)

    def _menu(self, titre: str, commandes: Sequence[Commande | None]) -> QMenu:
        menu = self._fenetre.menuBar().addMenu(titre)
        for commande in commandes:
            if commande is None:
                menu.addSeparator()
                continue
            action = menu.addAction(commande.texte)
            action.triggered.connect(lambda _coche=False, faire=commande.faire: faire())
            if commande.touches:
                action.setShortcut(QKeySequence(commande.touches))
            self._actions.append((commande, action))
        return menu


def _journal(fenetre: "MainWindow") -> Sequence[Commande | None]:
    faire = fenetre.dans_le_journal
    return (
        Commande(
            tr("&Nouvelle intervention"),
            lambda: faire(lambda travail: travail.nouvelle()),
            "Ctrl+N",
            rubrique=SAISIE,
        ),
        Commande(
            tr("Nouvelle action &collective"),
            lambda: faire(lambda travail: travail.collective()),
            "Ctrl+Shift+N",
            rubrique=SAISIE,
        ),
        Commande(
            tr("Répé&ter la dernière ou celle choisie"),
            lambda: faire(lambda travail: travail.repeter()),
            "Ctrl+D",
            rubrique=SAISIE,
        ),
        Commande(
            tr("&Modèles…"),
            lambda: faire(lambda travail: travail.modeles()),
            "Ctrl+M",
            rubrique=SAISIE,
        ),
        Commande(
            tr("&Enregistrer l’intervention"),
            lambda: faire(lambda travail: travail.enregistrer()),
            "Ctrl+S",
            rubrique=SAISIE,
        ),
        Commande(
            tr("Résumé en &PDF…"),
            lambda: faire(lambda travail: travail.faire_pdf()),
            "Ctrl+P",
            rubrique=RESUME,
        ),
        Commande(
            tr("Envoyer à la &région…"),
            lambda: faire(lambda travail: travail.envoyer()),
            "Ctrl+E",
            rubrique=ENVOI,
        ),
        Commande(tr("&Sauvegarder une copie…"), fenetre.sauvegarder),
        None,
        Commande(tr("&Verrouiller"), fenetre.verrouiller, "Ctrl+L"),
        Commande(tr("&Quitter"), fenetre.close, "Ctrl+Q", journal=False),
    )


def _edition(fenetre: "MainWindow") -> Sequence[Commande]:
    faire = fenetre.dans_le_journal
    return (
        Commande(tr("&Annuler la dernière action"), Toast.of(fenetre).trigger, "Ctrl+Z"),
        Commande(
            tr("&Rechercher dans le journal"),
            lambda: faire(lambda travail: travail.rechercher()),
            "Ctrl+F",
            rubrique=JOURNAL,
        ),
    )


def _volet(fenetre: "MainWindow") -> Callable[[], object]:
    return lambda: fenetre.dans_le_journal(lambda travail: travail.changer_de_volet())


def _aide(fenetre: "MainWindow") -> Sequence[Commande]:
    return (
        Commande(tr("Aide et &raccourcis de cet écran"), fenetre.montrer_aide, "F1", journal=False),
        Commande(tr("À &propos"), fenetre.montrer_version, journal=False),
    )


def raccourcis(fenetre: QMainWindow) -> list[tuple[str, str]]:
    """What every menu does and its keys, in the order of the menus."""
    lignes = []
    for titre in fenetre.menuBar().actions():
        menu = titre.menu()
        for action in menu.actions() if isinstance(menu, QMenu) else []:
            touches = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            if touches:
                lignes.append((action.text().replace("&", "").rstrip("…"), touches))
    return lignes
