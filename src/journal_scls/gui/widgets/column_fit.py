"""As many columns of a table as there is room for, whatever the size of the text."""

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QHeaderView, QTableView

from journal_scls.gui.widgets.design import Mesures


def fit_columns(
    view: QTableView, widths: Sequence[int], stretching: Collection[int], order: Sequence[int]
) -> None:
    """Size the columns and hide those that do not fit.

    Args:
        view: its rows are made high enough to be pressed.
        widths: of each column, in digits; a title that is wider than that is not cut.
        stretching: columns that take what is left.
        order: columns by importance: the first stays, the last ones go first.
    """
    digit = view.fontMetrics().horizontalAdvance("0")
    view.verticalHeader().setDefaultSectionSize(Mesures.de(view.font()).cible)
    header, left = view.horizontalHeader(), view.viewport().width()
    for column in order:
        width = max(widths[column] * digit, header.sectionSizeFromContents(column).width())
        hidden = width > left and column != order[0]
        left = 0 if hidden else left - width
        if view.isColumnHidden(column) != hidden:
            view.setColumnHidden(column, hidden)
        if column in stretching:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        else:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
