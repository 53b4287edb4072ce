"""A panel that floats at the bottom of a window, above its contents, out of any layout."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QFrame, QMainWindow, QWidget


class Overlay(QFrame):
    """Several overlays of one window stack upwards, centred, and follow its size."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("role", "flottant")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.hide()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.arrange()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Make room again when a row comes or goes."""
        handled = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.Hide):
            self.arrange()
        return handled

    def arrange(self) -> None:
        """Place every visible overlay of the window, the oldest at the bottom."""
        window = self.parentWidget()
        if window is None:
            return
        em = self.fontMetrics().height()
        bottom = min(window.height() - _status_height(window), _footer_top(window)) - em
        for overlay in window.findChildren(
            Overlay, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            if overlay.isHidden():
                continue
            overlay.setContentsMargins(em // 4, 0, em // 4, 0)
            size = overlay.sizeHint()
            width = min(max(size.width(), 24 * em), window.width() - 2 * em)
            height = max(size.height(), overlay.heightForWidth(width))
            bottom -= height
            overlay.resize(width, height)
            overlay.move(QPoint((window.width() - width) // 2, bottom))
            overlay.raise_()
            bottom -= em // 2


def _footer_top(window: QWidget) -> int:
    """Above the buttons of the page in front (a widget named « pied »), never on them."""
    tops = [
        footer.mapTo(window, QPoint(0, 0)).y()
        for footer in window.findChildren(QWidget, "pied")
        if footer.isVisible()
    ]
    return min(tops, default=window.height())


def _status_height(window: QWidget) -> int:
    """Without creating the status bar that QMainWindow.statusBar() makes on demand."""
    if not isinstance(window, QMainWindow):
        return 0
    bars = [child for child in window.children() if child.inherits("QStatusBar")]
    return max((bar.height() for bar in bars if isinstance(bar, QWidget)), default=0)
