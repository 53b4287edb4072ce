"""French spaces that a line never breaks at, put where text is drawn.

Sources, tests and searches keep plain spaces: one place decides how they look.
"""

import re

_INSECABLE = "\u00a0"
_PLACES = re.compile(
    r"(?<=«) "
    r"| (?=»)"
    r"|(?<=\S) (?=[:%](?:\s|$|[.,;)]))"
    r"|(?<=\d) (?=\d{3}(?!\d))"
    r"|(?<=\d) (?=(?:h|min|Mo|Ko|ans?)\b)"
)


def unbreakable(text: str) -> str:
    """Guillemets, colons, percents, thousands and units stay with what they belong to."""
    return _PLACES.sub(_INSECABLE, text)
