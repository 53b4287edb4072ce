"""Colours as they were really painted: the ink of every text, the ring of what has the focus."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QTextBrowser,
    QWidget,
)

from journal_scls.gui.apparence.palettes import AA_CONTOUR, AA_TEXTE

Pixels = npt.NDArray[np.uint32]
_BORD = 4  # the widest border of the style sheet
_ASPECTS = ("role", "vide", "invalide", "checked")  # what the style sheet looks at
_SEUIL, _PENTE = 0.04045, 12.92  # of sRGB, WCAG 2.1


def pixels(image: QImage) -> Pixels:
    """One number a pixel, 0xffRRGGBB, row by row."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    donnees = np.frombuffer(image.constBits(), dtype=np.uint32)
    return donnees.reshape(image.height(), image.bytesPerLine() // 4)[:, : image.width()].copy()


def luminances(couleurs: Pixels) -> npt.NDArray[Any]:
    """The relative luminance of each colour, from 0 to 1."""
    parts = np.stack([(couleurs >> decalage) & 255 for decalage in (16, 8, 0)], axis=-1) / 255
    lineaires = np.where(parts <= _SEUIL, parts / _PENTE, ((parts + 0.055) / 1.055) ** 2.4)
    return lineaires @ np.array([0.2126, 0.7152, 0.0722])


def contrastes(unes: npt.NDArray[Any], autres: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """The WCAG ratio of each pair of luminances."""
    return (np.maximum(unes, autres) + 0.05) / (np.minimum(unes, autres) + 0.05)


def contraste_peint(morceau: Pixels) -> float:
    """Of the ink that stands out most on the commonest colour; 1 where nothing is painted.

    Antialiasing only weakens an ink: what is measured is never more than what is there.
    """
    couleurs, nombres = np.unique(morceau, return_counts=True)
    lumieres = luminances(couleurs)
    return float(contrastes(lumieres, lumieres[np.argmax(nombres)]).max())


def textes_pales(racine: QWidget) -> Iterator[str]:
    """The visible texts below a window whose contrast, as painted, is under 4.5."""
    for surface in _surfaces(racine):
        image = pixels(surface.grab().toImage())
        for w in surface.findChildren(QWidget):
            if not w.isVisible() or not w.isEnabled() or _surface_de(w, racine) is not surface:
                continue
            for mots, ou in _mots(w):
                cadre = QRect(w.mapTo(surface, ou.topLeft()), ou.size()) & surface.rect()
                if cadre.width() < 2 or cadre.height() < 2:
                    continue
                morceau = image[cadre.top() : cadre.bottom() + 1, cadre.left() : cadre.right() + 1]
                if (ratio := contraste_peint(morceau)) < AA_TEXTE:
                    yield f"{type(w).__name__} « {mots[:40]} » : {ratio:.2f}"


def _surfaces(racine: QWidget) -> list[QWidget]:
    """The window, and what each page scrolls: all of it is painted, in sight or not."""
    zones = [z for z in racine.findChildren(QScrollArea) if z.isVisible()]
    return [racine, *(contenu for z in zones if (contenu := z.widget()) is not None)]


def _surface_de(w: QWidget, racine: QWidget) -> QWidget:
    """The nearest surface above a widget."""
    while w is not racine and (parent := w.parentWidget()) is not None:
        if isinstance(parent.parentWidget(), QScrollArea):
            return w
        w = parent
    return racine


def _mots(w: QWidget) -> Iterator[tuple[str, QRect]]:
    """Texts of a widget and where they stand in it, borders and marks left out."""
    if isinstance(w, QAbstractItemView):
        yield from _lignes(w)
    elif mots := _texte(w).strip():
        yield mots, _place(w)


def _texte(w: QWidget) -> str:
    if isinstance(w, QLabel | QAbstractButton):
        return w.text()
    if isinstance(w, QComboBox):
        return w.currentText() or w.placeholderText()
    if isinstance(w, QLineEdit):
        return w.text() or w.placeholderText()
    return w.toPlainText() if isinstance(w, QPlainTextEdit | QTextBrowser) else ""


def _place(w: QWidget) -> QRect:
    if isinstance(w, QLabel):
        return w.contentsRect()
    if isinstance(w, QCheckBox | QRadioButton):
        return _apres_la_coche(w)
    if isinstance(w, QComboBox):
        option = QStyleOptionComboBox()
        w.initStyleOption(option)
        genre, partie = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        return w.style().subControlRect(genre, option, partie, w)
    return w.rect().adjusted(_BORD, _BORD, -_BORD, -_BORD)


def _apres_la_coche(w: QAbstractButton) -> QRect:
    option = QStyleOptionButton()
    option.initFrom(w)
    element = (
        QStyle.SubElement.SE_CheckBoxContents
        if isinstance(w, QCheckBox)
        else QStyle.SubElement.SE_RadioButtonContents
    )
    return w.style().subElementRect(element, option, w)


def _lignes(w: QAbstractItemView) -> Iterator[tuple[str, QRect]]:
    """What is on screen of a list: an item that only informs must be read too."""
    modele, place, racine = w.model(), w.viewport(), QModelIndex()
    for rang in range(modele.rowCount(racine) if modele is not None else 0):
        for colonne in range(w.horizontalHeader().count() if isinstance(w, QTableView) else 1):
            index = modele.index(rang, colonne)
            cadre = w.visualRect(index)
            if not place.rect().contains(cadre) or cadre.isEmpty():
                continue
            mots = str(index.data() or "")
            if mots:
                yield mots, QRect(place.mapTo(w, cadre.topLeft()), cadre.size())
        if w.visualRect(modele.index(rang, 0)).top() > place.height():
            return


# --- the focus


def foyers_caches(
    racine: QWidget, vus: set[tuple[Any, ...]], aspect: tuple[Any, ...] = ()
) -> Iterator[str]:
    """What takes the focus without showing it: one of each kind and aspect, `vus` has the seen.

    Shown is: at least a line all along its longest side, whose colour stands out by 3 both on
    what it replaces and on what it touches outside.
    """
    racine.activateWindow()
    QApplication.processEvents()
    for w in racine.findChildren(QWidget):
        if not w.isVisible() or not w.isEnabled() or w.focusProxy() is not None:
            continue
        genre = (*aspect, type(w).__name__, *(w.property(nom) for nom in _ASPECTS))
        if genre in vus or not w.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        vus.add(genre)
        if (defaut := _foyer(w)) is not None:
            yield f"{genre} « {_texte(w)} » : {defaut}"


def _foyer(w: QWidget) -> str | None:
    w.clearFocus()
    if not w.isVisible():  # it is only there while the person is
        return None
    avant = pixels(w.grab().toImage())
    w.setFocus(Qt.FocusReason.TabFocusReason)
    if not w.hasFocus():
        return "ne prend pas le foyer"
    apres = pixels(w.grab().toImage())
    w.clearFocus()
    change = avant != apres
    ecarts = contrastes(luminances(avant[change]), luminances(apres[change]))
    nets = int((ecarts >= AA_CONTOUR).sum())
    cadre = w.tabRect(w.currentIndex()) if isinstance(w, QTabBar) else w.rect()
    voulus = max(cadre.width(), cadre.height())
    return None if nets >= voulus else f"{nets} pixels changent nettement, sur {voulus}"
