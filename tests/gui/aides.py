"""How tests of the window type, walk and listen."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from journal_scls.gui.widgets.field_row import focus_target


def cible(w: QWidget) -> QWidget:
    """Where the keys go: the popup that is open, else the widget behind `w`."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        return popup.focusWidget() or popup
    return focus_target(w)


def saisir(w: QWidget, texte: str) -> None:
    """Type any text; qtbot.keyClicks aborts the interpreter on « é »."""
    for c in texte:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, c)
            QApplication.sendEvent(cible(w), event)


def dit(label: QLabel) -> str:
    """What a label says, with the plain spaces that people type."""
    return label.text().replace("\u00a0", " ")


def touche(
    w: QWidget,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press one key, where a person's key would go."""
    QTest.keyClick(cible(w), key, modifier)


def montrer(qtbot, w: QWidget) -> None:
    """Show a window for real, with the focus, so that Tab and shortcuts work."""
    qtbot.addWidget(w)
    with qtbot.waitActive(w):
        w.show()
        w.activateWindow()


def ordre_tab(fenetre: QWidget, fois: int) -> list[QWidget]:
    """The widgets that Tab visits, from the one that has the focus."""
    visites = []
    for _ in range(fois):
        QTest.keyClick(QApplication.focusWidget() or fenetre, Qt.Key.Key_Tab)
        visites.append(QApplication.focusWidget())
    return visites


def interface(w: QWidget) -> QAccessibleInterface:
    trouvee = QAccessible.queryAccessibleInterface(w)
    assert trouvee is not None
    return trouvee


def deposer(page, *fichiers):
    """Drag files over the page, then let them go; whether the page would take them."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(f)) for f in fichiers])
    boutons, cles = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entree = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, boutons, cles)
    QApplication.sendEvent(page.viewport(), entree)
    if entree.isAccepted():
        lacher = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, boutons, cles)
        QApplication.sendEvent(page.viewport(), lacher)
    return entree.isAccepted()


def nom_accessible(w: QWidget) -> str:
    return interface(w).text(QAccessible.Text.Name)


def etiquettes(w: QWidget) -> list[str]:
    """The names given by label relations, the only ones a combo box has on Linux."""
    relations = interface(w).relations(QAccessible.RelationFlag.Label)
    return [autre.text(QAccessible.Text.Name) for autre, _relation in relations]


def sans_nom(racine: QWidget) -> Iterator[str]:
    """The focusable, visible widgets that a screen reader could not name."""
    for w in racine.findChildren(QWidget):
        if w.focusPolicy() == Qt.FocusPolicy.NoFocus or not w.isVisibleTo(racine):
            continue
        if w.focusProxy() is not None or w.inherits("QScrollArea"):
            continue
        if w.inherits("QComboBox"):
            nomme = bool(etiquettes(w)) and bool(w.accessibleName())
        else:
            nomme = bool(nom_accessible(w))
        if not nomme:
            yield f"{type(w).__name__} {w.objectName()}"


def pixels_differents(w: QWidget, action) -> int:
    """How many pixels of a widget an action changes."""
    avant = w.grab().toImage()
    action()
    QApplication.sendPostedEvents()
    apres = w.grab().toImage()
    assert avant.size() == apres.size()
    return sum(
        avant.pixel(x, y) != apres.pixel(x, y)
        for x in range(avant.width())
        for y in range(avant.height())
    )


class Issues:
    """Collects what a job told, in order."""

    def __init__(self):
        self.faits = []

    def __call__(self, nom):
        return lambda *valeurs: self.faits.append((nom, *valeurs))

    def tous(self):
        return {
            "on_success": self("succes"),
            "on_error": self("erreur"),
            "on_cancelled": self("annule"),
            "on_done": self("fin"),
        }
