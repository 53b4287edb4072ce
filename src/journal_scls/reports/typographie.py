"""Numbers and dates as paper writes them, with the spaces that no line may be broken at."""

from datetime import date, datetime

from babel.dates import format_date

from journal_scls.domain.chiffres.proportion import SANS_OBJET, pourcent
from journal_scls.domain.periode import Periode
from journal_scls.domain.texte import grouper
from journal_scls.domain.typographie import FINE, INSECABLE, typographier

_LANGUE = "fr_CA"


def nombre(valeur: int) -> str:
    """« 1 234 », thousands apart."""
    return grouper(valeur).replace(" ", FINE)


def pourcentage(n: int, total: int) -> str:
    """« 46 % », half up; « s. o. » when there is nothing to share."""
    return typographier(f"{pourcent(n, total)} %" if total else SANS_OBJET)


def pluriel(compte: int, singulier: str, au_pluriel: str = "") -> str:
    """« 1 référence », « 1 234 références »: the plural starts at two."""
    mot = (au_pluriel or f"{singulier}s") if abs(compte) > 1 else singulier
    return f"{nombre(compte)}{INSECABLE}{mot}"


def duree(minutes: int) -> str:
    """« 45 min », « 1 h 35 », « 1 234 h »."""
    heures, reste = divmod(minutes, 60)
    if not heures:
        return f"{reste}{INSECABLE}min"
    return f"{nombre(heures)}{INSECABLE}h" + (f"{INSECABLE}{reste:02d}" if reste else "")


def date_longue(jour: date) -> str:
    """« 3 novembre 2026 », « 1er novembre 2026 »."""
    quantieme = "1er" if jour.day == 1 else str(jour.day)
    return f"{quantieme}{INSECABLE}{format_date(jour, 'MMMM y', locale=_LANGUE)}"


def instant_long(instant: datetime) -> str:
    """« 3 novembre 2026 à 9 h 05 », on the clock that the instant carries."""
    return f"{date_longue(instant.date())} à {instant.hour}{INSECABLE}h{INSECABLE}{instant:%M}"


def mois_annee(jour: date) -> str:
    """« mars 2025 »."""
    return format_date(jour, "LLLL y", locale=_LANGUE)


def periode_longue(periode: Periode) -> str:
    """« mars 2025 », « année 2025 », « du 3 mars au 1er avril 2025 »; two years when there are."""
    debut, fin = periode.du, periode.au
    if periode == Periode.mois(debut.year, debut.month):
        return mois_annee(debut)
    if periode == Periode.annee(debut.year):
        return f"année {debut.year}"
    if debut == fin:
        return date_longue(debut)
    premier = date_longue(debut).removesuffix(f" {fin.year}")
    return f"du {premier} au {date_longue(fin)}"
