"""Tab goes where the eye goes: the order of the layouts, not the one in which widgets were made."""

import itertools
from collections.abc import Iterator

from PySide6.QtWidgets import (
    QLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QWidget,
)


def follow_layout(root: QWidget) -> None:
    """Chain all that takes the focus below `root`, hidden parts included.

    What is made later comes last, wherever it is laid out: its maker chains it.
    """
    widgets = list(_walk(root))
    stops = [w for w in widgets if w.focusPolicy() and w.focusProxy() is None]
    for before, after in itertools.pairwise(stops):
        QWidget.setTabOrder(before, after)
    for widget in widgets:
        proxy = widget.focusProxy()
        if proxy is not None and widget.isAncestorOf(proxy):
            # Tab would go on from where the group stood: told again, Qt puts it with its parts.
            widget.setFocusProxy(proxy)


def _walk(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    for part in _parts(widget):
        yield from _walk(part)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    """What stands in a widget, in reading order."""
    if isinstance(widget, QTabWidget):
        yield widget.tabBar()
    if isinstance(widget, QTabWidget | QStackedWidget | QSplitter):
        yield from filter(None, (widget.widget(rank) for rank in range(widget.count())))
    elif isinstance(widget, QScrollArea):
        yield from filter(None, [widget.widget()])
    elif (layout := widget.layout()) is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for rank in range(layout.count()):
        item = layout.itemAt(rank)
        if item is None:
            continue
        inner, part = item.layout(), item.widget()
        if inner is not None:
            yield from _laid_out(inner)
        elif part is not None:
            yield part
