"""What was copied from a journal does not stay behind it."""

from PySide6.QtGui import QClipboard, QGuiApplication


def vider_le_notre() -> None:
    """Empty the clipboard and the X selection if this program filled them, else leave them."""
    presse = QGuiApplication.clipboard()
    if presse.ownsClipboard():
        presse.clear(QClipboard.Mode.Clipboard)
    if presse.supportsSelection() and presse.ownsSelection():
        presse.clear(QClipboard.Mode.Selection)
