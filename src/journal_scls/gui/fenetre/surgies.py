"""What may float over the window when its journal closes."""

from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget

from journal_scls.gui.verrou.presse_papiers import vider_le_notre
from journal_scls.gui.widgets.toast import Toast


def ranger(fenetre: QWidget) -> None:
    """Close the lists, dialogs and sentences of a window, and empty the clipboard it filled."""
    surgie = QApplication.activePopupWidget()
    if surgie is not None:
        surgie.close()
    for boite in fenetre.findChildren(QDialog):
        boite.close()
    QToolTip.hideText()
    vider_le_notre()
    Toast.of(fenetre).dismiss()
