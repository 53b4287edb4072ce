"""Days in the words of a person, and durations; babel is loaded by the first one."""

from datetime import date, datetime, timedelta

from journal_scls.domain.chiffres.calendrier import GenrePeriode, periode_du
from journal_scls.domain.periode import Periode
from journal_scls.gui.traduction import SOURCE, langue, marque, nombre, region, tr

_RANGS = (marque("1er"), marque("2e"), marque("3e"), marque("4e"))


def decrire_date(jour: date) -> str:
    """« vendredi 14 mars 2025 », to see at once that the date is the one meant."""
    return _ecrire(jour, "full")


def jour_long(jour: date) -> str:
    """« 14 mars 2025 »."""
    return _ecrire(jour, "long")


def sans_annee(jour: date) -> str:
    """« vendredi 14 mars »."""
    return tr("{semaine} {jour}", semaine=semaine(jour), jour=_jour_et_mois(jour))


def semaine(jour: date) -> str:
    """« vendredi »."""
    return _ecrire(jour, "EEEE")


def semaine_breve(jour: date) -> str:
    """« ven. »."""
    return _ecrire(jour, "EEE")


def mois_annee(jour: date) -> str:
    """« mars 2025 »."""
    return _ecrire(jour, "LLLL y")


def nommer(periode: Periode) -> str:
    """« mars 2025 », « 2e trimestre de 2025 », « année 2025 »: in French, what documents say."""
    du, au = periode.du, periode.au
    if periode == Periode.mois(du.year, du.month):
        return mois_annee(du)
    if periode == periode_du(GenrePeriode.TRIMESTRE, du):
        rang = _RANGS[(du.month - 1) // 3]
        return tr("{rang} trimestre de {annee}", rang=tr(rang), annee=du.year)
    if periode == Periode.annee(du.year):
        return tr("année {annee}", annee=du.year)
    if periode == periode_du(GenrePeriode.ANNEE_FINANCIERE, du):
        return tr("année financière {du}-{au}", du=du.year, au=au.year)
    if du == au:
        return jour_long(du)
    debut = _jour_et_mois(du) if du.year == au.year else jour_long(du)
    return tr("du {du} au {au}", du=debut, au=jour_long(au))


def jour_proche(instant: datetime, aujourdhui: date) -> str:
    """« aujourd’hui », « hier », « mardi », « le 3 mars » or « le 3 mars 2024 »."""
    jour = instant.astimezone().date()
    ecart = aujourdhui - jour
    if not ecart:
        return tr("aujourd’hui")
    if ecart == timedelta(days=1):
        return tr("hier")
    if timedelta(0) < ecart < timedelta(days=7):
        return semaine(jour)
    mots = _jour_et_mois(jour) if jour.year == aujourdhui.year else jour_long(jour)
    return tr("le {jour}", jour=mots)


def majuscule(texte: str) -> str:
    """« Vendredi 14 mars », at the beginning of a line."""
    return texte[:1].upper() + texte[1:]


def duree(minutes: int) -> str:
    """« 45 min », « 1 h », « 1 h 35 », « 1 234 h »."""
    heures, reste = divmod(minutes, 60)
    if not heures:
        return tr("{minutes} min", minutes=reste)
    if not reste:
        return tr("{heures} h", heures=nombre(heures))
    return tr("{heures} h {minutes:02d}", heures=nombre(heures), minutes=reste)


def _jour_et_mois(jour: date) -> str:
    from babel.dates import format_skeleton  # noqa: PLC0415 - the first window says no day

    return _premier(format_skeleton("MMMMd", jour, locale=region()), jour)


def _ecrire(jour: date, forme: str) -> str:
    from babel.dates import format_date  # noqa: PLC0415 - the same

    return _premier(format_date(jour, forme, locale=region()), jour)


def _premier(texte: str, jour: date) -> str:
    """« 1er mars », which the tables of Unicode do not know."""
    return texte.replace("1 ", "1er ", 1) if langue() == SOURCE and jour.day == 1 else texte
