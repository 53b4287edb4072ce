"""The thirty digits that one hears on the telephone, with a sentence that follows each key.

Whoever listens types everything: a click on « identique » would check nothing. Whether the
digits are the right ones is judged by whoever asked for them; here only their number is.
"""

from PySide6.QtWidgets import QWidget

from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.digits_edit import DigitsEdit
from journal_scls.gui.widgets.field_row import FieldRow

GROUPS, DIGITS = 6, 5
TOTAL = GROUPS * DIGITS


class FingerprintRow(FieldRow):
    """Six groups of five digits; a group is read back when it is whole, for who does not see."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        self.edit = DigitsEdit(TOTAL, group=DIGITS)
        super().__init__(label, self.edit, parent, required=True)
        self._whole = 0
        self.edit.digits_changed.connect(self._follow)
        self._follow("")

    def answer(self) -> str | None:
        """The digits in their groups, or None with the reason beside the field."""
        if self.edit.complete():
            return self.edit.text()
        self.set_error(tr("Il faut les 30 chiffres que l’autre personne vous dicte."))
        self.focus()
        return None

    def _follow(self, digits: str) -> None:
        whole, rest = divmod(len(digits), DIGITS)
        if whole > self._whole and not rest:
            announce(
                self.edit,
                tr("Groupe {rang} : {liste}", rang=whole, liste=" ".join(digits[-DIGITS:])),
            )
        self._whole = whole
        left = TOTAL - len(digits)
        self.set_error("")
        self.set_hint(
            tr(
                "Groupe {group} sur {groups} : encore {n} chiffre.",
                "Groupe {group} sur {groups} : encore {n} chiffres.",
                left,
                group=whole + 1,
                groups=GROUPS,
            )
            if left
            else tr("✓ Les 30 chiffres y sont.")
        )
