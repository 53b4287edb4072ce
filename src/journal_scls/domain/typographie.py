"""French typography of Québec, put on where text is drawn, on paper or on screen.

Inside the program, and in JSON and CSV, numbers and sentences carry plain spaces: they are easy
to search and to compare. Here plain spaces become the ones that no line may be broken at.
"""

import re

from journal_scls.domain.chiffres.proportion import SANS_OBJET

INSECABLE, FINE = "\u00a0", "\u202f"
# Not the end of another number, and not part of a longer run of digits such as a telephone's.
_GROUPES = re.compile(r"(?<![\w.,])(?<!\d )\d{1,3}(?: \d{3})+(?![\w]| \d)")
_AVANT = re.compile(r" (?=[%:$»])|(?<=«) ")
_UNITE = re.compile(
    r"(?<=\d) (?=(?:h|min)\b)|(?<=\d h) (?=\d)|(?<=<) (?=\d)|(?<=N =) |(?<=N) (?==)"
)
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_ORDINAIRES = str.maketrans({INSECABLE: " ", FINE: " "})


def typographier(texte: str) -> str:
    """Turn the spaces that French never breaks a line at into no-break ones.

    Narrow between the thousands of a number; full before « % », « : », « $ », inside guillemets,
    between a number and its hours or minutes, and inside « s. o. ».
    """
    groupe = _GROUPES.sub(lambda trouve: trouve[0].replace(" ", FINE), texte)
    groupe = _UNITE.sub(INSECABLE, _AVANT.sub(INSECABLE, groupe))
    return groupe.replace(SANS_OBJET, SANS_OBJET.replace(" ", INSECABLE))


def francais(texte: str) -> str:
    """French spaces and the curved apostrophe, as paper has them and keyboards do not."""
    return _APOSTROPHE.sub("’", typographier(texte))


def espaces_ordinaires(texte: str) -> str:
    """The reverse, for a terminal: its columns are counted in characters and people search them."""
    return texte.translate(_ORDINAIRES)
