"""What is cut, covered or out of reach on a screen, measured on the real layout."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSplitterHandle,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from journal_scls.gui.widgets.flow import FlowLayout
from journal_scls.gui.widgets.overlay import Overlay

_ARRONDI = 1  # pixels that rounding to whole lengths may take


def defauts(racine: QWidget) -> Iterator[str]:
    """Every defect below a window, in words; it must have been laid out."""
    for w in (racine, *racine.findChildren(QWidget)):
        if w.isVisible() and not _interne(w):
            for probleme in (*_taille(w), *_texte(w), *_portee(w), *_chevauchements(w)):
                yield f"{_nommer(w)} : {probleme}"


def _interne(w: QWidget) -> bool:
    """Parts that Qt lays out inside its own widgets, and what floats above a page."""
    parent = w.parentWidget()
    return isinstance(parent, QComboBox | QAbstractItemView | QLineEdit) or isinstance(
        w, QSplitterHandle | Overlay
    )


def _nommer(w: QWidget) -> str:
    mots = getattr(w, "text", None)
    texte = mots() if callable(mots) and isinstance(mots(), str) else ""
    nom = w.accessibleName() or texte or w.objectName()
    parent = w.parentWidget()
    sous = f" de {type(parent).__name__}" if parent is not None else ""
    return f"{type(w).__name__}{sous} « {nom[:40]} »"


# --- the size that it asks for


def _taille(w: QWidget) -> Iterator[str]:
    voulue, mini = w.minimumSizeHint(), w.size()
    if w.isWindow() or not voulue.isValid():
        return
    voulue = voulue.boundedTo(w.maximumSize())
    if mini.width() + _ARRONDI < voulue.width() or mini.height() + _ARRONDI < voulue.height():
        yield f"{_dire(mini)} au lieu de {_dire(voulue)} au moins"
    elif (haut := _hauteur(w)) > w.height() + _ARRONDI:
        yield f"haut de {w.height()} au lieu de {haut}"


def _hauteur(w: QWidget) -> int:
    """What its words, or its lines of widgets, take at its width."""
    if isinstance(w, QLabel):
        return w.heightForWidth(w.width()) if w.text() else 0
    disposition = w.layout()
    flux = isinstance(disposition, FlowLayout)
    return disposition.heightForWidth(w.width()) if flux else 0


def _dire(taille: QSize) -> str:
    return f"{taille.width()}×{taille.height()}"


# --- the words that it shows


def _texte(w: QWidget) -> Iterator[str]:
    if isinstance(w, QPushButton | QToolButton | QCheckBox | QRadioButton):
        yield from _bouton(w)
    elif isinstance(w, QLabel):
        yield from _etiquette(w)
    elif isinstance(w, QComboBox):
        yield from _liste(w)
    elif isinstance(w, QLineEdit):
        yield from _indication(w)
    elif isinstance(w, QTabBar):
        for rang in range(w.count()):
            if w.isTabVisible(rang) and w.tabRect(rang).right() > w.width():
                yield f"onglet « {w.tabText(rang)} » hors de la barre"
    elif isinstance(w, QAbstractItemView):
        yield from _vue(w)


def _bouton(w: QAbstractButton) -> Iterator[str]:
    voulue = w.sizeHint()
    if w.text() and w.width() + _ARRONDI < voulue.width():
        yield f"large de {w.width()} au lieu de {voulue.width()}"


def _etiquette(w: QLabel) -> Iterator[str]:
    if w.text() and not w.wordWrap() and w.width() + _ARRONDI < w.sizeHint().width():
        yield f"large de {w.width()} au lieu de {w.sizeHint().width()}"


def _liste(w: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    w.initStyleOption(option)
    champ = w.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, w
    )
    mots = w.currentText() or w.placeholderText()
    sur_une_ligne = QRect(0, 0, champ.width(), 0)
    pris = w.fontMetrics().boundingRect(sur_une_ligne, Qt.TextFlag.TextWordWrap, mots).size()
    if pris.width() > champ.width() or pris.height() > w.height():
        yield f"« {mots} » demande {_dire(pris)} sur {_dire(champ.size())}"


def _indication(w: QLineEdit) -> Iterator[str]:
    mots = w.placeholderText() if not w.text() else ""
    marges = w.textMargins()
    place = w.contentsRect().width() - marges.left() - marges.right()
    large = w.fontMetrics().horizontalAdvance(mots)
    if mots and large > place:
        yield f"indication « {mots} » : {large} sur {place}"


def _vue(w: QAbstractItemView) -> Iterator[str]:
    if w.horizontalScrollBar().isVisible():
        yield "barre de défilement horizontale"
    for entete in w.findChildren(QHeaderView):
        if not entete.isVisible() or entete.orientation() != Qt.Orientation.Horizontal:
            continue
        for colonne in range(entete.count()):
            voulue = entete.sectionSizeFromContents(colonne).width()
            if not entete.isSectionHidden(colonne) and entete.sectionSize(colonne) < voulue:
                titre = entete.model().headerData(colonne, Qt.Orientation.Horizontal)
                yield f"colonne « {titre} » : {entete.sectionSize(colonne)} sur {voulue}"


# --- what can be reached


def _portee(w: QWidget) -> Iterator[str]:
    if w.size().isEmpty():
        return
    if isinstance(w, QScrollArea):
        if w.horizontalScrollBar().isVisible() or w.horizontalScrollBar().maximum() > 0:
            yield "défile de côté"
        return
    parent = w.parentWidget()
    if w.isWindow() or parent is None or isinstance(parent.parentWidget(), QAbstractScrollArea):
        return
    if not parent.rect().adjusted(-1, -1, 1, 1).contains(w.geometry()):
        yield f"{_cadre(w.geometry())} déborde de {type(parent).__name__} {_cadre(parent.rect())}"


def _chevauchements(w: QWidget) -> Iterator[str]:
    enfants = [
        e
        for e in w.children()
        if isinstance(e, QWidget) and e.isVisible() and not e.isWindow() and not _interne(e)
    ]
    if isinstance(w, QAbstractScrollArea):
        return
    for un, autre in combinations(enfants, 2):
        commun = un.geometry() & autre.geometry()
        if not commun.isEmpty():
            yield f"{_nommer(un)} et {_nommer(autre)} se couvrent sur {_cadre(commun)}"


def _cadre(r: QRect) -> str:
    return f"{r.x()},{r.y()} {r.width()}×{r.height()}"
