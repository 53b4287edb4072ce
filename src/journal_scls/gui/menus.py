"""The menus as data: every command of the window has a place, a text and its keys."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from journal_scls.gui.apparence import Apparence
from journal_scls.gui.widgets.toast import Toast
from journal_scls.gui.work_area import JOURNAL, RESUME, SAISIE, WorkArea

if TYPE_CHECKING:
    from journal_scls.gui.main_window import MainWindow


@dataclass(frozen=True)
class Commande:
    """One line of a menu; `journal` when it needs an open journal, None is a separator."""

    texte: str
    faire: Callable[[], object]
    touches: str = ""
    journal: bool = True


def poser_menus(fenetre: "MainWindow", apparence: Apparence) -> list[QAction]:
    """All the menus; the actions that need a journal are returned, to be enabled with it."""
    faire = fenetre.dans_le_journal
    actions = [
        *_menu(fenetre, "&Journal", _journal(fenetre)),
        *_menu(
            fenetre,
            "É&dition",
            (
                Commande("&Annuler la dernière action", Toast.of(fenetre).trigger, "Ctrl+Z"),
                Commande(
                    "&Rechercher dans le journal", lambda: faire(WorkArea.rechercher), "Ctrl+F"
                ),
            ),
        ),
        *_menu(
            fenetre,
            "Aff&ichage",
            (
                Commande("&Saisie", lambda: fenetre.aller(SAISIE), "Ctrl+1"),
                Commande("&Journal", lambda: fenetre.aller(JOURNAL), "Ctrl+2"),
                Commande("Résumé du &mois", lambda: fenetre.aller(RESUME), "Ctrl+3"),
                None,
            ),
            apparence.remplir,
        ),
    ]
    aide = (
        Commande("&Raccourcis clavier", fenetre.montrer_raccourcis, "F1", journal=False),
        Commande("À &propos", fenetre.montrer_version, journal=False),
    )
    _menu(fenetre, "Aid&e", aide)
    return actions


def _journal(fenetre: "MainWindow") -> Sequence[Commande | None]:
    faire = fenetre.dans_le_journal
    return (
        Commande("&Nouvelle intervention", lambda: faire(WorkArea.nouvelle), "Ctrl+N"),
        Commande("&Enregistrer l’intervention", lambda: faire(WorkArea.enregistrer), "Ctrl+S"),
        Commande("Résumé en &PDF…", lambda: faire(WorkArea.faire_pdf), "Ctrl+P"),
        Commande("&Sauvegarder une copie…", fenetre.sauvegarder),
        None,
        Commande("&Verrouiller", fenetre.verrouiller, "Ctrl+L"),
        Commande("&Quitter", fenetre.close, "Ctrl+Q", journal=False),
    )


def _menu(
    fenetre: QMainWindow,
    titre: str,
    commandes: Sequence[Commande | None],
    suite: Callable[[QMenu], None] | None = None,
) -> list[QAction]:
    menu = fenetre.menuBar().addMenu(titre)
    du_journal = []
    for commande in commandes:
        if commande is None:
            menu.addSeparator()
            continue
        action = menu.addAction(commande.texte)
        action.triggered.connect(lambda _coche=False, faire=commande.faire: faire())
        if commande.touches:
            action.setShortcut(QKeySequence(commande.touches))
        if commande.journal:
            du_journal.append(action)
    if suite is not None:
        suite(menu)
    return du_journal


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
