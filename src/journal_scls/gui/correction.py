"""The spelling of notes while they are typed: judged in a worker, shown from what it said.

No question is ever asked of the dictionary where the keys are read: a word that was never judged
is as if right until its answer comes.
"""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QWidget

from journal_scls.application.orthographe import Correcteur, a_verifier
from journal_scls.gui.task_runner import Runner
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.spelling import SpellMarker
from journal_scls.gui.widgets.text_area import TextArea

DELAI_MS = 150
_MENU_CLAVIER = (Qt.Key.Key_F7, Qt.KeyboardModifier.AltModifier)


class Correction(QObject):
    """Follows the long texts of the pages; off, it looks at nothing."""

    def __init__(self, correcteur: Correcteur, runner: Runner, parent: QWidget) -> None:
        super().__init__(parent)
        self._correcteur = correcteur
        self._runner = runner
        self._actif = False
        self._zones: list[QPlainTextEdit] = []
        self._marqueurs: dict[QPlainTextEdit, SpellMarker] = {}
        self._douteux: dict[str, bool] = {}
        self._attente: set[str] = set()
        self._minuterie = QTimer(self)
        self._minuterie.setSingleShot(True)
        self._minuterie.setInterval(DELAI_MS)
        self._minuterie.timeout.connect(self._demander)

    def suivre(self, page: QWidget) -> None:
        """Every long text of a page that was just made."""
        for zone in page.findChildren(TextArea):
            self._zones.append(zone.edit)
            zone.edit.installEventFilter(self)
            self._marquer(zone.edit)

    def activer(self, actif: bool) -> None:
        """What the person chose."""
        if actif == self._actif:
            return
        self._actif = actif
        if not actif:
            for marqueur in self._marqueurs.values():
                marqueur.stop()
            self._marqueurs.clear()
        for edit in self._zones:
            self._marquer(edit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The menu key, the right button and Alt+F7 offer other words."""
        marqueur = self._marqueurs.get(watched) if isinstance(watched, QPlainTextEdit) else None
        if marqueur is None or not isinstance(watched, QPlainTextEdit):
            return super().eventFilter(watched, event)
        if isinstance(event, QContextMenuEvent):
            return self._sur_menu(watched, marqueur, event)
        if isinstance(event, QKeyEvent) and _demande(event):
            self.corriger_le_suivant(watched)
            return True
        return super().eventFilter(watched, event)

    def corriger_le_suivant(self, edit: QPlainTextEdit) -> None:
        """Select the doubtful word at the caret, or the next one, and offer others."""
        mot = self._marqueurs[edit].wrong_word(edit.textCursor().position())
        if mot is not None:
            edit.setTextCursor(mot)
            menu = QMenu(edit)
            self._offrir(menu, edit, mot)
            menu.popup(edit.viewport().mapToGlobal(edit.cursorRect().bottomLeft()))

    def _marquer(self, edit: QPlainTextEdit) -> None:
        if self._actif and edit not in self._marqueurs:
            self._marqueurs[edit] = SpellMarker(edit, a_verifier, self._est_douteux)
            self._marqueurs[edit].mark()

    def _est_douteux(self, mot: str) -> bool:
        """From what the worker said; a new word is asked for."""
        juge = self._douteux.get(mot)
        if juge is None:
            self._attente.add(mot)
            self._minuterie.start()
        return bool(juge)

    def _demander(self) -> None:
        mots, self._attente = frozenset(self._attente), set()
        if not mots:
            return

        def juges(douteux: frozenset[str]) -> None:
            self._douteux |= {mot: mot in douteux for mot in mots}
            if douteux:
                self._repeindre()

        self._runner.run(
            self,
            lambda _p: self._correcteur.douteux(mots),
            on_success=juges,
            on_error=lambda _erreur: None,  # a dictionary is no reason to stop somebody typing
            base=False,
            libelle=None,
        )

    def _repeindre(self) -> None:
        for marqueur in self._marqueurs.values():
            marqueur.mark()

    # --- other words

    def _sur_menu(
        self, edit: QPlainTextEdit, marqueur: SpellMarker, event: QContextMenuEvent
    ) -> bool:
        clavier = event.reason() == QContextMenuEvent.Reason.Keyboard
        vise = edit.textCursor() if clavier else edit.cursorForPosition(event.pos())
        mot = marqueur.wrong_word(vise.position())
        if mot is None or not mot.selectionStart() <= vise.position() <= mot.selectionEnd():
            return False  # the ordinary menu
        menu = edit.createStandardContextMenu()
        menu.setParent(edit, menu.windowFlags())
        propositions = QMenu(edit)
        self._offrir(propositions, edit, mot)
        propositions.setTitle(tr("Remplacer « {mot} »", mot=mot.selectedText()))
        menu.insertMenu(menu.actions()[0], propositions)
        place = edit.cursorRect().bottomLeft() if clavier else event.pos()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(edit.viewport().mapToGlobal(QPoint(place)))
        return True

    def _offrir(self, menu: QMenu, edit: QPlainTextEdit, ou: QTextCursor) -> None:
        mot = ou.selectedText()
        attente = menu.addAction(tr("Recherche de propositions…"))
        attente.setEnabled(False)
        menu.addSeparator()
        menu.addAction(
            tr("Ajouter « {mot} » à mon dictionnaire", mot=mot), lambda: self._ajouter(mot)
        )

        def trouvees(proches: tuple[str, ...]) -> None:
            menu.removeAction(attente)
            if not proches:
                attente.setText(tr("Aucune proposition"))
                menu.insertAction(menu.actions()[0], attente)
                return
            premiere = menu.actions()[0]
            for proche in proches:
                action = menu.addAction(proche, partial(_remplacer, edit, ou, proche))
                menu.insertAction(premiere, action)
            menu.setActiveAction(menu.actions()[0])

        self._runner.run(
            menu,
            lambda _p: self._correcteur.proches(mot),
            on_success=trouvees,
            on_error=lambda _erreur: None,
            base=False,
            libelle=None,
        )

    def _ajouter(self, mot: str) -> None:
        def su(_rien: None) -> None:
            self._douteux.clear()
            self._repeindre()

        self._runner.run(
            self, lambda _p: self._correcteur.ajouter(mot), on_success=su, libelle=None
        )


def _demande(event: QKeyEvent) -> bool:
    presse = event.type() == QEvent.Type.KeyPress
    return presse and (event.key(), event.modifiers()) == _MENU_CLAVIER


def _remplacer(edit: QPlainTextEdit, ou: QTextCursor, par: str) -> None:
    """In one step that Ctrl+Z undoes; the caret goes after the new word."""
    ou.insertText(par)
    edit.setTextCursor(ou)
