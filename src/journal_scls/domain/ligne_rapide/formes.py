"""What has a shape of its own in a line: dates, durations, numbers of people, codes, the note."""

import re
from collections.abc import Iterator
from datetime import date

from journal_scls.domain.chiffres.tableaux import MOIS
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.lecture import JOURS, lire_date_relative, lire_duree
from journal_scls.domain.texte import replier_sans_trace

Bornes = tuple[int, int]

NOTE = re.compile(r"\s*(?://|\bnote\s*:)\s*(?P<note>.+)$", re.IGNORECASE)
PERSONNES = re.compile(
    r"\b(?P<n>\d{1,4})\s*(?:pers\b\.?|personnes?\b|participant(?:·?es|es?|s)?\b|locataires?\b)",
    re.IGNORECASE,
)
CODE = re.compile(r"(?<![\w-])(?P<code>[A-Z]{1,3}-?\d{2,6})(?![\w-])")
_DUREE = re.compile(
    r"(?<![\w-])(?:\d{1,2}\s?h(?:\s?\d{2}(?:\s?min)?)?|\d{1,2}:\d{2}|\d{1,4}\s?(?:min(?:utes?)?|mn)"
    r"|\d{1,2}[.,]\d{1,2}\s?h|\d{1,2}\s?heures?(?:\s?\d{2})?)(?!\w)",
    re.IGNORECASE,
)
_HEURE = re.compile(r"(?:^|\s)(?:à|a|vers|dès)\s*$", re.IGNORECASE)
_HEURES_MAX = 600  # « 14 h » is a time of day, « 9 h » may be a long outing
_DATE = re.compile(
    r"(?<![\w-])(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/]\d{1,2}[-/]\d{4}|\d{1,2}[-/]\d{1,2}|-\d{1,3})(?![\w-])"
)
_JOUR_MOIS = re.compile(
    rf"(?<!\w)(?P<jour>\d{{1,2}})(?:er)?\s+(?P<mois>{'|'.join(MOIS)})(?:\s+(?P<annee>\d{{4}}))?(?!\w)",
    re.IGNORECASE,
)
_PAROLES = frozenset({"hier", "aujourd'hui", "avant-hier", "auj", *JOURS})
_MOT = re.compile(r"[^\s,;]+")
_ABREGE = (2, 3)
_NOMBRE = re.compile(r"\d{1,3}")
_LOGEMENT = re.compile(
    r"(?:\bapp\.?|\bapt\.?|\bappt\.?|appartement|logement|\blog\.?|#|\bno\.?)\s*$"
)
_NUE_MAX, _PAS = 480, 5


def dates(texte: str, aujourdhui: date) -> Iterator[tuple[date, Bornes]]:
    """The days that are written, the surest way of writing first."""
    for ecrite, bornes in _dates_ecrites(texte):
        try:
            yield lire_date_relative(ecrite, aujourdhui), bornes
        except RegleMetier:
            continue


def _dates_ecrites(texte: str) -> Iterator[tuple[str, Bornes]]:
    for trouve in _JOUR_MOIS.finditer(texte):
        mois = MOIS.index(trouve["mois"].lower()) + 1
        ecrite = f"{trouve['jour']}-{mois:02d}"
        yield (f"{ecrite}-{trouve['annee']}" if trouve["annee"] else ecrite), trouve.span()
    for trouve in _DATE.finditer(texte):
        yield trouve[0], trouve.span()
    for rang, trouve in enumerate(_MOT.finditer(texte)):
        mot = replier_sans_trace(trouve[0])
        if mot.rstrip(".") in _PAROLES or (rang == 0 and _jour_abrege(mot, texte[trouve.end() :])):
            yield mot.rstrip("."), trouve.span()


def _jour_abrege(mot: str, suite: str) -> bool:
    """« ma », « me » and « jeu » are words too: a day only at the start, before a number."""
    court = mot.rstrip(".")
    chiffre = suite.lstrip()[:1].isdecimal()
    return len(court) in _ABREGE and court.isalpha() and (mot.endswith(".") or chiffre)


def durees(texte: str) -> Iterator[tuple[int, Bornes]]:
    """The durations, in minutes; « à 14 h » is a time of day and says nothing here."""
    for trouve in _DUREE.finditer(texte):
        if (minutes := _minutes(trouve[0])) is None:
            continue
        en_heures = not trouve[0].rstrip().lower().endswith(("min", "minute", "minutes", "mn"))
        a_lheure = bool(_HEURE.search(texte[: trouve.start()])) or minutes > _HEURES_MAX
        if not (en_heures and a_lheure):
            yield minutes, trouve.span()


def duree_nue(texte: str, debut: int, fin: int) -> int | None:
    """The minutes of a number alone, unless it looks like something else, a dwelling for one."""
    mot = texte[debut:fin]
    if not _NOMBRE.fullmatch(mot) or int(mot) > _NUE_MAX or int(mot) % _PAS:
        return None
    if _LOGEMENT.search(replier_sans_trace(texte[:debut])):
        return None
    return _minutes(mot)


def _minutes(ecrite: str) -> int | None:
    try:
        return lire_duree(ecrite)
    except RegleMetier:
        return None
