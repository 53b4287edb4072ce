"""The look, as one Qt style sheet made from colours and from the size of the text.

Every length comes from the height of a line, so that 200 % text makes 200 % controls.
"""

from pathlib import Path

from journal_scls.gui.apparence.palettes import Couleurs
from journal_scls.gui.widgets.design import CIBLE_MIN, Mesures


def feuille(c: Couleurs, m: Mesures, points: float, icones: Path | None) -> str:
    """The whole style sheet; `points` is the size of the body text."""
    parties = (
        _textes(c, points),
        _surfaces(c, m),
        _champs(c, m, _icone(icones, "chevron", c)),
        _boutons(c, m),
        _coches(c, m, _icone(icones, "coche", c)),
        _listes(c, m),
        _onglets(c, m),
        _menus(c, m),
        _divers(c, m),
    )
    return "\n".join(parties)


def _icone(dossier: Path | None, nom: str, c: Couleurs) -> str:
    """A tick is drawn on the accent colour, so its light and dark are the other way round."""
    clair = c.sombre != (nom == "coche")
    chemin = (dossier / f"{nom}-{'clair' if clair else 'fonce'}.svg") if dossier else None
    return f'url("{chemin.as_posix()}")' if chemin and chemin.is_file() else "none"


def _textes(c: Couleurs, points: float) -> str:
    return f"""
QLabel[role="titre"] {{ font-size: {points * 1.6:.2f}pt; font-weight: 600; }}
QLabel[role="section"] {{ font-size: {points * 1.2:.2f}pt; font-weight: 600; }}
QLabel[role="etiquette"] {{ font-weight: 600; }}
QLabel[role="chiffre"] {{ font-size: {points * 2:.2f}pt; font-weight: 600; }}
QLabel[role="aide"] {{ color: {c.attenue}; }}
QLabel[role="erreur"] {{ color: {c.danger}; font-weight: 600; }}
QLabel[role="reussite"] {{ color: {c.reussite}; }}
QLabel[role="avertissement"] {{ color: {c.avertissement}; }}
QLabel[role="code"] {{ font-size: {points * 2:.2f}pt; font-weight: 600;
  border: 2px solid transparent; }}
QLabel[role="code"]:focus {{ border-color: {c.anneau}; }}
QLabel[role="bandeau"] {{ background: {c.avertissement}; color: {c.base}; font-weight: 600; }}
QLabel:disabled {{ color: {c.desactive}; }}
"""


def _surfaces(c: Couleurs, m: Mesures) -> str:
    return f"""
QFrame[role="carte"] {{ background: {c.base}; border: 1px solid {c.filet};
  border-radius: {m.rayon * 2}px; }}
QFrame[role="flottant"] {{ background: {c.base}; border: 1px solid {c.bordure};
  border-radius: {m.rayon * 2}px; }}
QFrame[role="filet"] {{ background: {c.filet}; border: none; max-height: 1px; }}
QScrollArea {{ border: none; background: transparent; }}
QScrollArea[role="defilant"] {{ border: 2px solid transparent; }}
QScrollArea[role="defilant"]:focus {{ border-color: {c.anneau}; }}
QScrollArea > QWidget > QWidget[role="page"] {{ background: {c.fenetre}; }}
QStatusBar {{ background: {c.fenetre}; border-top: 1px solid {c.filet}; }}
QStatusBar::item {{ border: none; }}
QToolTip {{ background: {c.base}; color: {c.texte}; border: 1px solid {c.bordure};
  padding: {m.xs}px; }}
"""


def _champs(c: Couleurs, m: Mesures, chevron: str) -> str:
    haut, cote = m.xs, m.s
    minimum = max(m.cible - 2 * haut - 2, m.ligne)
    ligne = "QLineEdit, QComboBox, QAbstractSpinBox"
    texte = "QPlainTextEdit, QTextEdit"
    return f"""
{ligne}, {texte} {{ background: {c.base}; color: {c.texte}; border: 1px solid {c.bordure};
  border-radius: {m.rayon}px; padding: {haut}px {cote}px;
  placeholder-text-color: {c.attenue};
  selection-background-color: {c.accent}; selection-color: {c.sur_accent}; }}
{ligne} {{ min-height: {minimum}px; }}
{_avec(ligne, ":hover")}, {_avec(texte, ":hover")} {{ border-color: {c.texte}; }}
{_avec(ligne, '[invalide="true"]')}, {_avec(texte, '[invalide="true"]')} {{
  border: 2px solid {c.danger}; padding: {haut - 1}px {cote - 1}px; }}
{_avec(ligne, ":focus")}, {_avec(texte, ":focus")} {{
  border: 2px solid {c.anneau}; padding: {haut - 1}px {cote - 1}px; }}
{_avec(ligne, '[invalide="true"]:focus')}, {_avec(texte, '[invalide="true"]:focus')} {{
  border-width: 3px; padding: {haut - 2}px {cote - 2}px; }}
{_avec(ligne, ":disabled")}, {_avec(texte, ":disabled")},
{_avec(ligne, ":read-only")} {{ background: {c.fenetre}; border-color: {c.filet}; }}
{_avec(ligne, ":disabled")}, {_avec(texte, ":disabled")} {{ color: {c.desactive}; }}
QComboBox:read-only {{ background: {c.base}; border-color: {c.bordure}; }}
QComboBox:read-only:hover {{ border-color: {c.texte}; }}
QComboBox:read-only:focus {{ border-color: {c.anneau}; }}
QComboBox[vide="true"] {{ color: {c.attenue}; }}
QComboBox:disabled {{ background: {c.fenetre}; border-color: {c.filet}; }}
QComboBox::drop-down {{ subcontrol-origin: border; subcontrol-position: center right;
  border: none; width: {round(m.ligne * 1.6)}px; }}
QComboBox::down-arrow {{ image: {chevron}; width: {round(m.ligne * 0.75)}px;
  height: {round(m.ligne * 0.75)}px; }}
"""


def _avec(selecteurs: str, suffixe: str) -> str:
    return ", ".join(nom.strip() + suffixe for nom in selecteurs.split(","))


def _boutons(c: Couleurs, m: Mesures) -> str:
    haut, cote = m.xs, m.m
    minimum = max(m.cible - 2 * haut - 2, m.ligne)
    return f"""
QPushButton {{ background: {c.bouton}; color: {c.texte}; border: 1px solid {c.bordure};
  border-radius: {m.rayon}px; padding: {haut}px {cote}px; min-height: {minimum}px;
  outline: none; }}
QPushButton:hover, QPushButton:pressed {{ background: {c.bouton_survol}; }}
QPushButton[role="primaire"] {{ background: {c.accent}; color: {c.sur_accent};
  border-color: {c.accent}; font-weight: 600; }}
QPushButton[role="primaire"]:hover, QPushButton[role="primaire"]:pressed {{
  background: {c.accent_survol}; }}
QPushButton[role="danger"] {{ background: {c.danger}; color: {c.sur_danger};
  border-color: {c.danger}; font-weight: 600; }}
QPushButton[role="discret"] {{ background: transparent; border-color: transparent;
  color: {c.lien}; }}
QPushButton[role="discret"]:hover {{ background: {c.bouton}; }}
QPushButton:checked {{ background: {c.accent}; color: {c.sur_accent}; }}
QPushButton:focus {{ border: 2px solid {c.anneau}; padding: {haut - 1}px {cote - 1}px; }}
QPushButton[role="primaire"]:focus, QPushButton:checked:focus {{ {_double(c, c.accent)} }}
QPushButton[role="danger"]:focus {{ {_double(c, c.danger)} }}
QPushButton:disabled, QPushButton[role="primaire"]:disabled, QPushButton[role="danger"]:disabled {{
  background: {c.alterne}; color: {c.desactive}; border-color: {c.filet}; }}
QToolButton {{ background: transparent; color: {c.texte}; border: 1px solid transparent;
  border-radius: {m.rayon}px; padding: {m.xs}px; outline: none; }}
QToolButton:hover, QToolButton:pressed, QToolButton:open {{ background: {c.bouton_survol}; }}
QToolButton:checked {{ background: {c.accent}; color: {c.sur_accent}; }}
QToolButton:focus {{ border: 2px solid {c.anneau}; padding: {m.xs - 1}px; }}
QToolButton:disabled {{ color: {c.desactive}; }}
QToolButton::menu-indicator {{ image: none; }}
"""


def _double(c: Couleurs, fond: str) -> str:
    """The ring of what is filled: a frame, and inside it two lines that tell it from the fill."""
    lignes = ((0, c.base), (0.08, c.base), (0.0801, fond), (0.92, fond), (0.9201, c.base))
    degres = ", ".join(f"stop: {place} {couleur}" for place, couleur in lignes)
    return (
        f"border-color: {c.texte}; "
        f"background: qlineargradient(x1: 0, y1: 0, x2: 0, y2: 1, {degres});"
    )


def _coches(c: Couleurs, m: Mesures, coche: str) -> str:
    cote = max(16, round(m.ligne * 0.95))
    rond = cote // 2 + 1
    return f"""
QCheckBox, QRadioButton {{ spacing: {m.s}px; min-height: {m.cible - 6}px; padding: 1px {m.xs}px;
  border: 2px solid transparent; border-radius: {m.rayon}px; background: transparent;
  outline: none; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {c.anneau}; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {c.desactive}; }}
QCheckBox::indicator, QListView::indicator, QRadioButton::indicator {{
  width: {cote}px; height: {cote}px; background: {c.base}; border: 1px solid {c.bordure}; }}
QCheckBox::indicator, QListView::indicator {{ border-radius: {max(3, m.rayon // 2)}px; }}
QRadioButton::indicator {{ border-radius: {rond}px; }}
QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ border-color: {c.texte}; }}
QCheckBox::indicator:checked, QListView::indicator:checked {{
  background: {c.accent}; border-color: {c.accent}; image: {coche}; }}
QRadioButton::indicator:checked {{ background: {c.base};
  border: {round(cote * 0.3)}px solid {c.accent};
  width: {cote + 2 - 2 * round(cote * 0.3)}px; height: {cote + 2 - 2 * round(cote * 0.3)}px; }}
"""


def _listes(c: Couleurs, m: Mesures) -> str:
    vues = "QListView, QTreeView, QTableView"
    return f"""
{vues} {{ background: {c.base}; alternate-background-color: {c.alterne}; color: {c.texte};
  border: 1px solid {c.filet}; padding: 1px; border-radius: {m.rayon}px; gridline-color: {c.filet};
  selection-background-color: {c.accent}; selection-color: {c.sur_accent}; outline: none; }}
{_avec(vues, ":focus")} {{ border: 2px solid {c.anneau}; padding: 0; }}
QListView[role="navigation"] {{ background: {c.alterne}; border: none; border-radius: 0;
  border-right: 1px solid {c.filet}; padding: {m.s}px {m.xs}px; }}
QListView[role="navigation"]::item {{ border-radius: {m.rayon}px; min-height: {m.cible - 8}px;
  border: 2px solid transparent; }}
QListView[role="navigation"]::item:hover {{ background: {c.bouton_survol}; }}
QListView[role="navigation"]::item:selected {{ background: {c.bouton}; color: {c.texte};
  border-left: 4px solid {c.accent}; }}
QListView[role="navigation"]::item:selected:focus {{ border: 2px solid {c.anneau}; }}
QListView::item, QTreeView::item {{ padding: {m.xs}px {m.s}px;
  min-height: {max(CIBLE_MIN, m.ligne + m.xs) - 2 * m.xs}px; }}
QTableView::item {{ padding: 0 {m.xs}px; }}
{_avec(vues, "::item:selected")} {{ background: {c.accent}; color: {c.sur_accent}; }}
{_avec(vues, "::item:disabled")} {{ color: {c.attenue}; }}
QHeaderView {{ background: {c.alterne}; border: none; }}
QHeaderView::section {{ background: {c.alterne}; color: {c.texte}; border: none;
  border-bottom: 1px solid {c.bordure}; padding: {m.xs}px {m.s}px; font-weight: 600; }}
QTableCornerButton::section {{ background: {c.alterne}; border: none; }}
"""


def _onglets(c: Couleurs, m: Mesures) -> str:
    return f"""
QTabWidget::pane {{ border: none; border-top: 1px solid {c.bordure}; }}
QTabBar {{ background: transparent; outline: none; }}
QTabBar::tab {{ background: transparent; color: {c.texte}; border: 2px solid transparent;
  border-bottom: 3px solid transparent; border-radius: 0; padding: {m.xs}px {m.s}px;
  min-height: {m.ligne + m.xs}px; }}
QTabBar::scroller {{ width: {m.cible}px; }}
QTabBar::tab:hover {{ background: {c.bouton}; }}
QTabBar::tab:selected {{ font-weight: 600; border-bottom: 3px solid {c.accent}; }}
QTabBar::tab:focus {{ border: 2px solid {c.anneau}; }}
QTabBar::tab:disabled {{ color: {c.desactive}; }}
"""


def _menus(c: Couleurs, m: Mesures) -> str:
    return f"""
QMenuBar {{ background: {c.fenetre}; border-bottom: 1px solid {c.filet}; }}
QMenuBar::item {{ padding: {m.xs}px {m.s}px; border-radius: {m.rayon}px; background: transparent; }}
QMenuBar::item:selected {{ background: {c.accent}; color: {c.sur_accent}; }}
QMenu {{ background: {c.base}; color: {c.texte}; border: 1px solid {c.bordure};
  padding: {m.xs}px; }}
QMenu::item {{ padding: {m.xs}px {m.l}px; border-radius: {m.rayon}px; min-height: {m.ligne}px; }}
QMenu::item:selected {{ background: {c.accent}; color: {c.sur_accent}; }}
QMenu::item:disabled {{ color: {c.desactive}; background: transparent; }}
QMenu::separator {{ height: 1px; background: {c.filet}; margin: {m.xs}px; }}
"""


def _divers(c: Couleurs, m: Mesures) -> str:
    epaisseur = max(12, round(m.ligne * 0.7))
    return f"""
QProgressBar {{ background: {c.alterne}; border: 1px solid {c.bordure};
  border-radius: {m.xs}px; min-height: {m.s}px; max-height: {m.s}px; text-align: center; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: {m.xs - 1}px; }}
QScrollBar:vertical {{ background: transparent; width: {epaisseur}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {epaisseur}px; margin: 0; }}
QScrollBar::handle {{ background: {c.bordure}; margin: 3px;
  border-radius: {epaisseur // 2 - 3}px; }}
QScrollBar::handle:vertical {{ min-height: {m.xl}px; }}
QScrollBar::handle:horizontal {{ min-width: {m.xl}px; }}
QScrollBar::handle:hover {{ background: {c.texte}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QCalendarWidget QToolButton {{ padding: {m.xs}px {m.s}px; }}
QCalendarWidget QAbstractItemView {{ border: none; }}
QCalendarWidget QAbstractItemView:focus {{ border: 2px solid {c.anneau}; }}
QCalendarWidget QAbstractItemView:disabled {{ color: {c.attenue}; }}
QCalendarWidget #qt_calendar_navigationbar {{ background: {c.alterne}; }}
QSplitter::handle {{ background: {c.filet}; }}
"""
