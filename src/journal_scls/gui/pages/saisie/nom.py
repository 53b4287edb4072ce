"""Whether a code looks like somebody's name."""

import re

_LETTRES_MIN = 4  # shorter words are more often initials of the person's own
_MOT = re.compile(r"[^\W\d_]{2,}")


def ressemble_a_un_nom(texte: str) -> bool:
    """« Élise » and « M. Tremblay » do; « P-014 », « ab12 » and « bleu7 » do not.

    A warning, never a refusal: some codes are words.
    """
    mots = _MOT.findall(texte)
    chiffres = any(c.isdigit() for c in texte)
    lettres = sum(len(mot) for mot in mots)
    return bool(mots) and (len(mots) > 1 or (not chiffres and lettres >= _LETTRES_MIN))
