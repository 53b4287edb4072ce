"""Files let go anywhere on a page, as if they had been chosen."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


class FileDrop(QObject):
    """Belongs to its page; what is not on this computer is not taken, nor folders unless asked."""

    def __init__(
        self, page: QWidget, on_files: Callable[[list[Path]], None], *, folders: bool = False
    ) -> None:
        super().__init__(page)
        self._on_files = on_files
        self._folders = folders
        targets = [page]
        if isinstance(page, QAbstractScrollArea):
            targets.append(page.viewport())
        for target in targets:
            target.setAcceptDrops(True)
            target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer drags for the page; everything else goes on."""
        if isinstance(event, QDragEnterEvent | QDragMoveEvent):
            if files_of(event, folders=self._folders):
                event.acceptProposedAction()
            else:
                event.ignore()
            return True
        if isinstance(event, QDropEvent):
            files = files_of(event, folders=self._folders)
            if files:
                event.acceptProposedAction()
                self._on_files(files)
            return True
        return super().eventFilter(watched, event)


def files_of(event: QDropEvent, *, folders: bool = False) -> list[Path]:
    """The files that are being dragged; with `folders`, whatever is, unseen.

    Hundreds on a slow share are not looked at one by one while the mouse moves.
    """
    mime = event.mimeData()
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return paths if folders else [path for path in paths if path.is_file()]
