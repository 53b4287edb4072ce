"""« This locks in thirty seconds », above everything, and the way to stay."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.design import role, texte
from journal_scls.gui.widgets.overlay import Overlay


class LockWarning(Overlay):
    """Said aloud once; the seconds that follow only change on screen."""

    stay = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.label = texte("", "avertissement", self)
        self.button = QPushButton(tr("Rester"), self)
        self.button.setAutoDefault(False)
        role(self.button, "primaire")
        self.button.clicked.connect(self.stay)
        row = QHBoxLayout(self)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)

    def warn(self, seconds: int) -> None:
        """Show how long there is left."""
        sentence = tr(
            "Le journal se verrouille dans {n} seconde.",
            "Le journal se verrouille dans {n} secondes.",
            seconds,
        )
        self.label.setText(sentence)
        if self.isHidden():
            self.show()
            self.arrange()
            hint = tr("Appuyez sur une touche pour rester. Ce que vous tapez est gardé.")
            announce(self, f"{sentence} {hint}", assertive=True)
