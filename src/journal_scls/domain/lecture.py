"""Dates and durations as people write them."""

import re
from datetime import date, timedelta
from functools import lru_cache

from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.texte import grouper, replier

DUREE_MIN, DUREE_MAX = 1, 1440
PREMIERE_ANNEE, DERNIERE_ANNEE = 1980, 2100
JOURS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_PREFIXE_JOUR = 2

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?", re.ASCII)
_JMA = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
_JM = re.compile(r"(\d{1,2})[-/.](\d{1,2})", re.ASCII)
_RECUL = re.compile(r"-\s?(\d{1,3})", re.ASCII)

_MINUTES = re.compile(r"(\d{1,5})(?:[.,]0+)?\s?(?:m|mn|min|mins|minute|minutes)?\.?", re.ASCII)
_HEURES_MINUTES = re.compile(
    r"(\d{1,2})\s?(?:h|:|hre|hres|heure|heures)\s?(\d{1,2})?(?::00)?\s?(?:m|mn|min|minutes?)?\.?",
    re.ASCII,
)
_HEURES_DECIMALES = re.compile(r"(\d{1,2})[.,](\d{1,2})\s?(?:h|hres?|heures?)", re.ASCII)


def _date(annee: str | int, mois: str | int, jour: str | int, texte: str) -> date:
    try:
        lue = date(int(annee), int(mois), int(jour))
    except ValueError:
        raise RegleMetier(
            f"La date « {texte} » n'existe pas au calendrier.",
            "Corrigez le jour, le mois ou l'année.",
            champ="date",
        ) from None
    if not PREMIERE_ANNEE <= lue.year <= DERNIERE_ANNEE:
        raise RegleMetier(
            f"L'année {lue.year} n'est pas plausible.", "Corrigez l'année.", champ="date"
        )
    return lue


@lru_cache(maxsize=16_384)
def lire_date(texte: str) -> date:
    """Read `2025-03-14`, `14/03/2025` or `14-03-2025`.

    Raises:
        RegleMetier: not a date, or one that the calendar does not have.
    """
    propre = texte.strip()
    if trouve := _ISO.fullmatch(propre):
        return _date(trouve[1], trouve[2], trouve[3], propre)
    if trouve := _JMA.fullmatch(propre):
        return _date(trouve[3], trouve[2], trouve[1], propre)
    raise RegleMetier(
        f"« {propre[:40]} » n'est pas une date." if propre else "La date manque.",
        "Écrivez-la comme 2025-03-14 ou 14/03/2025.",
        champ="date",
    )


def lire_date_relative(texte: str, aujourdhui: date) -> date:
    """Read a date typed in the form: also `hier`, `-1`, `lu` (the last Monday), `14-03`.

    A day of the week is the last one passed, today included; a day and a month without a year
    are the last ones passed.
    """
    mot = replier(texte)
    if mot in ("", "auj", "aujourd'hui", "aujourdhui"):
        return aujourdhui
    recul = {"hier": 1, "avant-hier": 2, "avanthier": 2}.get(mot)
    if recul is None and (trouve := _RECUL.fullmatch(mot)):
        recul = int(trouve[1])
    if recul is None and len(mot) >= _PREFIXE_JOUR:
        rangs = [rang for rang, jour in enumerate(JOURS) if jour.startswith(mot.rstrip("."))]
        if len(rangs) == 1:
            recul = (aujourdhui.weekday() - rangs[0]) % len(JOURS)
    if recul is not None:
        return aujourdhui - timedelta(days=recul)
    if trouve := _JM.fullmatch(mot):
        lue = _date(aujourdhui.year, trouve[2], trouve[1], mot)
        return lue if lue <= aujourdhui else _date(aujourdhui.year - 1, trouve[2], trouve[1], mot)
    return lire_date(texte)


@lru_cache(maxsize=4_096)
def lire_duree(texte: str) -> int:
    """Read minutes: `90`, `45 min`, `1:30`, `1h30`, `1,5 h`.

    Returns:
        Whole minutes, 1 to 1440.

    Raises:
        RegleMetier: not a duration, or out of bounds.
    """
    mot = replier(texte)
    if trouve := _MINUTES.fullmatch(mot):
        minutes = int(trouve[1])
    elif trouve := _HEURES_MINUTES.fullmatch(mot):
        minutes = _heures(int(trouve[1]), int(trouve[2] or 0), texte)
    elif trouve := _HEURES_DECIMALES.fullmatch(mot):
        minutes = round(float(f"{trouve[1]}.{trouve[2]}") * 60)
    else:
        raise RegleMetier(
            f"« {texte.strip()[:40]} » n'est pas une durée." if mot else "La durée manque.",
            "Écrivez des minutes entières, par exemple 45, ou 1h30.",
            champ="duree_min",
        )
    if not DUREE_MIN <= minutes <= DUREE_MAX:
        raise RegleMetier(
            f"La durée de {minutes} minutes est hors limites.",
            "Elle va de 1 à 1440 minutes.",
            champ="duree_min",
        )
    return minutes


def _heures(heures: int, minutes: int, texte: str) -> int:
    soixante = 60
    if minutes >= soixante:
        raise RegleMetier(
            f"« {texte.strip()} » n'est pas une durée.",
            "Les minutes vont de 0 à 59.",
            champ="duree_min",
        )
    return heures * soixante + minutes


def ecrire_duree(minutes: int) -> str:
    """Show minutes as people read them: « 45 min », « 1 h », « 1 h 35 », « 1 234 h »."""
    heures, reste = divmod(minutes, 60)
    if not heures:
        return f"{reste} min"
    return f"{grouper(heures)} h {reste:02d}" if reste else f"{grouper(heures)} h"
