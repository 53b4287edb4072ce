"""How many of each kind: small numbers side by side, each under its own label."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from journal_scls.gui.widgets.design import Mesures, role
from journal_scls.gui.widgets.flow import FlowLayout
from journal_scls.gui.widgets.parsed_edit import ParsedEdit

_CHARS = 7  # of a small number, its padding included


class CountRow(QWidget):
    """One small field by kind; an empty field says nothing, and counts for zero."""

    modified = Signal()
    error_changed = Signal(str)

    def __init__(
        self,
        title: str,
        kinds: Sequence[tuple[str, str]],
        make: Callable[[QWidget], ParsedEdit],
        parent: QWidget | None = None,
    ) -> None:
        """`kinds` are pairs of a code and its label; `make` gives a field of whole numbers."""
        super().__init__(parent)
        self._title = title
        self._make = make
        self._error = ""
        self.fields: dict[str, ParsedEdit] = {}
        self._flow = FlowLayout(self)
        for code, label in kinds:
            self._add(code, label)
        if self.fields:
            self.setFocusProxy(next(iter(self.fields.values())))
        self._resize_fields()

    def counts(self) -> tuple[tuple[str, int], ...]:
        """The kinds that have somebody, in order."""
        values = ((code, field.value()) for code, field in self.fields.items())
        return tuple((code, value) for code, value in values if value)

    def texts(self) -> dict[str, str]:
        """What is typed by kind, the empty ones left out."""
        return {code: field.text() for code, field in self.fields.items() if field.text()}

    def set_texts(self, texts: Iterable[tuple[str, str]]) -> None:
        """Put texts back; a kind that is not named is empty, one that is unknown is added."""
        given = dict(texts)
        for code in given:
            if code not in self.fields:
                self._add(code, code)
        for code, field in self.fields.items():
            field.set_value(None)
            field.set_text(given.get(code, ""))
        self._resize_fields()

    def error(self) -> str:
        """The first field that cannot be read, or an empty text."""
        return next((text for field in self.fields.values() if (text := field.error())), "")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_flow"):
            self._resize_fields()

    def _add(self, code: str, label: str) -> None:
        place = QWidget(self)
        field = self._make(place)
        field.setAccessibleName(f"{self._title} – {label}")
        name = QLabel(label, place)
        role(name, "aide")
        box = QVBoxLayout(place)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(name)
        box.addWidget(field)
        self._flow.addWidget(place)
        self.fields[code] = field
        field.textChanged.connect(lambda _text: self.modified.emit())
        field.error_changed.connect(lambda _error: self.error_changed.emit(self.error()))

    def _resize_fields(self) -> None:
        measures = Mesures.de(self.font())
        width = self.fontMetrics().averageCharWidth() * _CHARS + measures.s
        for field in self.fields.values():
            field.setFixedWidth(width)
        self._flow.invalidate()
        self.updateGeometry()
