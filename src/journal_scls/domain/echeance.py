"""Days to come, as people write when to call back."""

import re
from datetime import date, timedelta

from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.lecture import JOURS, lire_date
from journal_scls.domain.texte import replier

_AVANCE = re.compile(r"\+\s?(\d{1,3})", re.ASCII)
_JM = re.compile(r"(\d{1,2})[-/.](\d{1,2})", re.ASCII)
_MOTS = {"auj": 0, "aujourd'hui": 0, "aujourdhui": 0, "demain": 1, "apres-demain": 2}
_PREFIXE_JOUR = 2


def lire_echeance(texte: str, aujourdhui: date) -> date:
    """Read `demain`, `+7`, `lu` (the next Monday), `14-03` (the next one) or a whole date.

    Raises:
        RegleMetier: not a date.
    """
    mot = replier(texte)
    avance = _MOTS.get(mot)
    if trouve := _AVANCE.fullmatch(mot):
        avance = int(trouve[1])
    if avance is None and len(mot) >= _PREFIXE_JOUR:
        rangs = [rang for rang, jour in enumerate(JOURS) if jour.startswith(mot.rstrip("."))]
        if len(rangs) == 1:
            avance = (rangs[0] - aujourdhui.weekday() - 1) % len(JOURS) + 1
    if avance is not None:
        return aujourdhui + timedelta(days=avance)
    if trouve := _JM.fullmatch(mot):
        return _prochain(int(trouve[2]), int(trouve[1]), mot, aujourdhui)
    return lire_date(texte)


def _prochain(mois: int, jour: int, mot: str, aujourdhui: date) -> date:
    """The 29th of February waits for the next leap year: at most eight years."""
    for annee in range(aujourdhui.year, aujourdhui.year + 9):
        try:
            lue = date(annee, mois, jour)
        except ValueError:
            continue
        if lue >= aujourdhui:
            return lue
    raise RegleMetier(
        f"La date « {mot} » n'existe pas au calendrier.", "Corrigez le jour ou le mois."
    )
