"""The vocabulary of the design: lengths that follow the text, and roles that the theme dresses.

A widget says what it is (`role(label, "section")`); the style sheet decides how that looks.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QWidget

from journal_scls.gui.widgets.typography import unbreakable

CIBLE_MIN = 24  # WCAG 2.5.8: the smallest side of anything one can press


@dataclass(frozen=True)
class Mesures:
    """The lengths of the design, in pixels."""

    ligne: int
    xs: int
    s: int
    m: int
    l: int  # noqa: E741 - xs, s, m, l, xl is one scale
    xl: int
    cible: int
    rayon: int

    @classmethod
    def de(cls, font: QFont) -> "Mesures":
        """The lengths for text of this font."""
        ligne = QFontMetrics(font).height()
        return cls(
            ligne=ligne,
            xs=max(2, round(ligne * 0.25)),
            s=max(4, round(ligne * 0.5)),
            m=max(8, round(ligne * 0.8)),
            l=max(12, round(ligne * 1.25)),
            xl=max(16, round(ligne * 2)),
            cible=max(CIBLE_MIN, round(ligne * 1.9)),
            rayon=max(4, round(ligne * 0.35)),
        )

    def pas(self, nom: "Pas") -> int:
        """A length of the scale by its name; the empty name is zero."""
        return {"": 0, "xs": self.xs, "s": self.s, "m": self.m, "l": self.l, "xl": self.xl}[nom]


Pas = Literal["", "xs", "s", "m", "l", "xl"]
Role = Literal[
    # labels
    "titre",
    "section",
    "etiquette",
    "chiffre",
    "aide",
    "erreur",
    "reussite",
    "avertissement",
    "bandeau",
    "code",
    # buttons
    "primaire",
    "danger",
    "discret",
    # frames
    "carte",
    "flottant",
    "filet",
    "page",
    "defilant",
    "navigation",
]


def role(widget: QWidget, nom: Role) -> None:
    """Give a widget its place in the design."""
    poser_propriete(widget, "role", nom)


def poser_propriete(widget: QWidget, nom: str, valeur: object) -> None:
    """Set what the style sheet looks at; it looks once, so a change must be polished again."""
    if widget.property(nom) == valeur:
        return
    widget.setProperty(nom, valeur)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def texte(contenu: str, nom: Role, parent: QWidget | None = None) -> QLabel:
    """A label with its role, which wraps instead of widening the window."""
    label = QLabel(unbreakable(contenu), parent)
    label.setWordWrap(True)
    role(label, nom)
    return label


def secable(chemin: Path) -> str:
    """A path that a label may break after any of its separators."""
    return "".join(f"{c}\u200b" if c in "/\\" else c for c in str(chemin))


def filet(parent: QWidget | None = None) -> QFrame:
    """A thin line between two groups."""
    frame = QFrame(parent)
    role(frame, "filet")
    frame.setFixedHeight(1)
    return frame


def espacer(layout: QLayout, widget: QWidget, *, marge: Pas = "", espace: Pas = "s") -> None:
    """Set margins and spacing from the text size of `widget`; call it again on FontChange."""
    mesures = Mesures.de(widget.font())
    bord = mesures.pas(marge)
    layout.setContentsMargins(bord, bord, bord, bord)
    layout.setSpacing(mesures.pas(espace))
