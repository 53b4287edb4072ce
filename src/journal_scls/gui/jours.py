"""Days in the words of a person; nothing heavy, the first window says one."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QLocale


def decrire_date(jour: date) -> str:
    """« vendredi 14 mars 2025 », to see at once that the date is the one meant."""
    nombre = "1er" if jour.day == 1 else str(jour.day)
    locale = QLocale(QLocale.Language.French, QLocale.Country.Canada)
    semaine, mois = locale.dayName(jour.isoweekday()), locale.monthName(jour.month)
    return f"{semaine} {nombre} {mois} {jour.year}"


def jour_long(jour: date) -> str:
    """« 14 mars 2025 »."""
    return decrire_date(jour).partition(" ")[2]


def jour_proche(instant: datetime, aujourdhui: date) -> str:
    """« aujourd’hui », « hier », « mardi », « le 3 mars » or « le 3 mars 2024 »."""
    jour = instant.astimezone().date()
    semaine, *mots = decrire_date(jour).split()
    ecart = aujourdhui - jour
    if not ecart:
        return "aujourd’hui"
    if ecart == timedelta(days=1):
        return "hier"
    if timedelta(0) < ecart < timedelta(days=7):
        return semaine
    return f"le {' '.join(mots[:2] if jour.year == aujourdhui.year else mots)}"
