"""The lock that comes by itself, and the spelling of notes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from journal_scls.application.preferences import DELAIS_MIN, Preferences
from journal_scls.gui.champs import champ_choix
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.choice_combo import Choice
from journal_scls.gui.widgets.design import texte
from journal_scls.gui.widgets.field_row import FieldRow


class Habitudes(Card):
    """`choisies(Preferences)` follows what the person changes."""

    choisies = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Verrouillage et saisie"), parent)
        self.delai = champ_choix(
            [Choice(m, tr("{n} minute", "{n} minutes", m)) for m in DELAIS_MIN]
        )
        self.body.addWidget(
            FieldRow(
                tr("Se &verrouiller sans geste de votre part après"),
                self.delai,
                hint=tr(
                    "On vous prévient 30 secondes avant. Le journal se verrouille aussi quand "
                    "l’ordinateur dort ou que sa session se verrouille. Ce que vous tapiez "
                    "est gardé."
                ),
            )
        )
        self.orthographe = QCheckBox(tr("&Souligner les mots douteux dans les notes"))
        self.body.addWidget(self.orthographe)
        self.body.addWidget(
            texte(
                tr("Alt+F7 sur un mot souligné : des propositions. Rien ne quitte cet ordinateur."),
                "aide",
            )
        )
        self.delai.chosen.connect(lambda _delai: self._dire())
        self.orthographe.clicked.connect(lambda _coche: self._dire())

    def montrer(self, preferences: Preferences) -> None:
        """What is kept."""
        self.delai.set_value(preferences.verrouillage_min)
        self.orthographe.setChecked(preferences.orthographe)

    def _dire(self) -> None:
        delai = self.delai.value() or Preferences().verrouillage_min
        self.choisies.emit(Preferences(delai, self.orthographe.isChecked()))
