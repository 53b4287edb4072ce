"""A wavy line under the words that somebody else calls wrong."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

DELAY_MS = 200
_BASIC = "\uffff"  # up to there, Qt and Python count alike
Words = Callable[[str], Iterable[tuple[int, str]]]


class SpellMarker(QObject):
    """`words` gives the words of a line with their places, `wrong` judges one at once.

    Lines are drawn over the text once the person pauses, and follow it meanwhile: a syntax
    highlighter would read the whole paragraph at each key. The word under the caret is spared.
    """

    def __init__(self, edit: QPlainTextEdit, words: Words, wrong: Callable[[str], bool]) -> None:
        super().__init__(edit)
        self._edit = edit
        self._words = words
        self._wrong = wrong
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.mark)
        edit.textChanged.connect(self._timer.start)
        edit.cursorPositionChanged.connect(self._timer.start)

    def mark(self) -> None:
        """Draw every line again."""
        edit = self._edit
        caret = edit.textCursor().position() if edit.hasFocus() else -1
        shape = QTextCharFormat()
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        shape.setUnderlineColor(edit.palette().brightText().color())
        marks = []
        for cursor, word in self._all():
            spared = cursor.selectionStart() <= caret <= cursor.selectionEnd()
            if not spared and self._wrong(word):
                mark = QTextEdit.ExtraSelection()
                mark.cursor, mark.format = cursor, shape
                marks.append(mark)
        edit.setExtraSelections(marks)

    def marked(self) -> list[str]:
        """The words that have a line."""
        return [mark.cursor.selectedText() for mark in self._edit.extraSelections()]

    def stop(self) -> None:
        """Take the lines away, for good."""
        self._timer.stop()
        self._edit.textChanged.disconnect(self._timer.start)
        self._edit.cursorPositionChanged.disconnect(self._timer.start)
        self._edit.setExtraSelections([])
        self.deleteLater()

    def wrong_word(self, position: int) -> QTextCursor | None:
        """The first wrong word that ends at a position or after it, then from the start."""
        found = [cursor for cursor, word in self._all() if self._wrong(word)]
        after = (cursor for cursor in found if cursor.selectionEnd() >= position)
        return next(after, found[0] if found else None)

    def _all(self) -> Iterator[tuple[QTextCursor, str]]:
        """Every word, and a cursor that selects it."""
        block = self._edit.document().begin()
        while block.isValid():
            text = block.text()
            flat = max(text, default="") <= _BASIC
            for place, word in self._words(text):
                begin = place if flat else _utf16(text[:place])
                yield _select(block, begin, len(word) if flat else _utf16(word)), word
            block = block.next()


def _select(block: QTextBlock, begin: int, length: int) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + begin)
    cursor.setPosition(block.position() + begin + length, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _utf16(text: str) -> int:
    """How long Qt finds a text."""
    return len(text.encode("utf-16-le")) // 2
