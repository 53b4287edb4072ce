"""The three sets of colours. A test computes every contrast that a person depends on.

Colours are written here only: pages name a role (`erreur`, `aide`…), never a colour.
"""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

AA_TEXTE = 4.5
AA_CONTOUR = 3.0


@dataclass(frozen=True)
class Couleurs:
    """One theme. `bordure` outlines what can be operated; `filet` only decorates."""

    sombre: bool
    fenetre: str
    base: str
    alterne: str
    texte: str
    attenue: str
    desactive: str
    bouton: str
    bouton_survol: str
    bordure: str
    filet: str
    accent: str
    accent_survol: str
    sur_accent: str
    lien: str
    lien_visite: str
    danger: str
    sur_danger: str
    reussite: str
    avertissement: str
    anneau: str


CLAIR = Couleurs(
    sombre=False,
    fenetre="#f4f5f7",
    base="#ffffff",
    alterne="#eef1f5",
    texte="#1a1a1a",
    attenue="#5f6670",
    desactive="#8b939e",
    bouton="#e4e8ee",
    bouton_survol="#d6dce5",
    bordure="#7f8894",
    filet="#d9dee5",
    accent="#0b5cad",
    accent_survol="#094b8d",
    sur_accent="#ffffff",
    lien="#0b5cad",
    lien_visite="#6b2fa0",
    danger="#b3261e",
    sur_danger="#ffffff",
    reussite="#1b6e3a",
    avertissement="#8a5300",
    anneau="#0b5cad",
)

SOMBRE = Couleurs(
    sombre=True,
    fenetre="#1e2227",
    base="#15181c",
    alterne="#252a31",
    texte="#f1f3f5",
    attenue="#a3abb5",
    desactive="#737b86",
    bouton="#2d333b",
    bouton_survol="#3a424c",
    bordure="#78828f",
    filet="#363d46",
    accent="#8ec5ff",
    accent_survol="#b4d8ff",
    sur_accent="#0b1520",
    lien="#8ec5ff",
    lien_visite="#d0aefc",
    danger="#ff9a92",
    sur_danger="#2a0907",
    reussite="#7fd8a0",
    avertissement="#ffc46b",
    anneau="#8ec5ff",
)

CONTRASTE = Couleurs(
    sombre=True,
    fenetre="#000000",
    base="#000000",
    alterne="#141414",
    texte="#ffffff",
    attenue="#ffffff",
    desactive="#9a9a9a",
    bouton="#000000",
    bouton_survol="#2b2b2b",
    bordure="#ffffff",
    filet="#ffffff",
    accent="#ffe100",
    accent_survol="#fff48a",
    sur_accent="#000000",
    lien="#7fd4ff",
    lien_visite="#e3b3ff",
    danger="#ff9c94",
    sur_danger="#000000",
    reussite="#7df2a5",
    avertissement="#ffcf5c",
    anneau="#ffe100",
)

THEMES = {"clair": CLAIR, "sombre": SOMBRE, "contraste": CONTRASTE}


_CLARTE_MOYENNE = 128


def premieres_couleurs(nom: str, systeme: QPalette) -> Couleurs:
    """Those of a chosen theme, else the ones nearest to the system's own palette.

    The system's own hints say it better, and theme.py asks them; but they cost Qt's hundred
    enumerations, which the first paint does not wait for.
    """
    clarte = systeme.window().color().lightness()
    return THEMES.get(nom) or (CLAIR if clarte >= _CLARTE_MOYENNE else SOMBRE)


_SEUIL = 0.04045  # where the sRGB curve starts, WCAG 2.1


def _luminance(couleur: str) -> float:
    def lineaire(part: float) -> float:
        return part / 12.92 if part <= _SEUIL else float(((part + 0.055) / 1.055) ** 2.4)

    rouge, vert, bleu = (int(couleur[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return 0.2126 * lineaire(rouge) + 0.7152 * lineaire(vert) + 0.0722 * lineaire(bleu)


def contraste(une: str, autre: str) -> float:
    """The WCAG contrast ratio of two `#rrggbb` colours, from 1 to 21."""
    claire, foncee = sorted((_luminance(une), _luminance(autre)), reverse=True)
    return (claire + 0.05) / (foncee + 0.05)


def palette_de(couleurs: Couleurs) -> QPalette:
    """For whatever the style sheet does not draw: dialogs, views, painted widgets."""
    role = QPalette.ColorRole
    noms = {
        role.Window: couleurs.fenetre,
        role.WindowText: couleurs.texte,
        role.Base: couleurs.base,
        role.AlternateBase: couleurs.alterne,
        role.Text: couleurs.texte,
        role.PlaceholderText: couleurs.attenue,
        role.Button: couleurs.bouton,
        role.ButtonText: couleurs.texte,
        role.BrightText: couleurs.danger,
        role.Highlight: couleurs.accent,
        role.HighlightedText: couleurs.sur_accent,
        role.Accent: couleurs.accent,
        role.Link: couleurs.lien,
        role.LinkVisited: couleurs.lien_visite,
        role.ToolTipBase: couleurs.base,
        role.ToolTipText: couleurs.texte,
        role.Light: couleurs.base,
        role.Midlight: couleurs.bouton_survol,
        role.Mid: couleurs.filet,
        role.Dark: couleurs.bordure,
        role.Shadow: couleurs.bordure,
    }
    palette = QPalette()
    for nom, couleur in noms.items():
        palette.setColor(nom, QColor(couleur))
    for nom in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, nom, QColor(couleurs.desactive))
    return palette


def couleurs_de(palette: QPalette) -> Couleurs:
    """The system's own high contrast colours, kept as they are: the person chose them."""

    def nom(role: QPalette.ColorRole) -> str:
        return palette.color(QPalette.ColorGroup.Active, role).name()

    role = QPalette.ColorRole
    texte, fond = nom(role.WindowText), nom(role.Window)
    desactive = palette.color(QPalette.ColorGroup.Disabled, role.WindowText).name()
    return Couleurs(
        sombre=_luminance(fond) < _luminance(texte),
        fenetre=fond,
        base=nom(role.Base),
        alterne=nom(role.AlternateBase),
        texte=texte,
        attenue=texte,
        desactive=desactive,
        bouton=nom(role.Button),
        bouton_survol=nom(role.Button),
        bordure=texte,
        filet=texte,
        accent=nom(role.Highlight),
        accent_survol=nom(role.Highlight),
        sur_accent=nom(role.HighlightedText),
        lien=nom(role.Link),
        lien_visite=nom(role.LinkVisited),
        danger=texte,
        sur_danger=fond,
        reussite=texte,
        avertissement=texte,
        anneau=nom(role.Highlight),
    )
