"""The periods that figures are asked for: by name, one before another, a year apart."""

import calendar
from datetime import date, timedelta
from enum import StrEnum

from journal_scls.domain.chiffres.tableaux import MOIS
from journal_scls.domain.periode import MOIS_PAR_AN, Periode

_MOIS_PAR_TRIMESTRE = 3
# The financial year of the Québec government, and of its public bodies.
_DEBUT_FINANCIERE = 4


class GenrePeriode(StrEnum):
    """How long a period is; `LIBRE` is between any two days."""

    MOIS = "mois"
    TRIMESTRE = "trimestre"
    ANNEE = "annee"
    ANNEE_FINANCIERE = "annee_financiere"
    LIBRE = "libre"


class Recul(StrEnum):
    """What a period is compared with."""

    PRECEDENTE = "precedente"
    AN_DERNIER = "an_dernier"

    def depuis(self, periode: Periode) -> Periode:
        """The period that stands beside this one."""
        return precedente(periode) if self is Recul.PRECEDENTE else an_dernier(periode)


def periode_du(genre: GenrePeriode, jour: date) -> Periode:
    """The period of that kind that a day is in; between two days, that day alone."""
    if genre is GenrePeriode.LIBRE:
        return Periode(jour, jour)
    if genre is GenrePeriode.ANNEE:
        return Periode.annee(jour.year)
    if genre is GenrePeriode.MOIS:
        return Periode.mois(jour.year, jour.month)
    if genre is GenrePeriode.TRIMESTRE:
        return _mois(jour.year, jour.month - (jour.month - 1) % _MOIS_PAR_TRIMESTRE, 3)
    annee = jour.year if jour.month >= _DEBUT_FINANCIERE else jour.year - 1
    return _mois(annee, _DEBUT_FINANCIERE, MOIS_PAR_AN)


def dernieres_periodes(genre: GenrePeriode, jour: date, nombre: int) -> tuple[Periode, ...]:
    """The last periods of a kind, the one of that day first."""
    periodes = [periode_du(genre, jour)]
    while len(periodes) < nombre:
        periodes.append(periode_du(genre, periodes[-1].du - timedelta(days=1)))
    return tuple(periodes)


def precedente(periode: Periode) -> Periode:
    """The period of the same length that ends the day before: in months when it is whole ones."""
    veille = periode.du - timedelta(days=1)
    if not periode.mois_coupes:
        nombre = sum(1 for _ in periode.liste_mois())
        rang = periode.du.year * MOIS_PAR_AN + periode.du.month - 1 - nombre
        return _mois(rang // MOIS_PAR_AN, rang % MOIS_PAR_AN + 1, nombre)
    return Periode(veille - (periode.au - periode.du), veille)


def an_dernier(periode: Periode) -> Periode:
    """The same days one year before; the last day of a month stays the last one."""
    return Periode(_reculer(periode.du), _reculer(periode.au, fin=True))


def nommer(periode: Periode) -> str:
    """« mars 2025 », « 2e trimestre de 2025 », « année financière 2025-2026 », « du … au … »."""
    du, au = periode.du, periode.au
    if periode == Periode.mois(du.year, du.month):
        return f"{MOIS[du.month - 1]} {du.year}"
    if periode == periode_du(GenrePeriode.TRIMESTRE, du):
        rang = (du.month - 1) // _MOIS_PAR_TRIMESTRE + 1
        return f"{rang}{'er' if rang == 1 else 'e'} trimestre de {du.year}"
    if periode == Periode.annee(du.year):
        return f"année {du.year}"
    if periode == periode_du(GenrePeriode.ANNEE_FINANCIERE, du):
        return f"année financière {du.year}-{au.year}"
    if du == au:
        return _jour(du)
    debut = _jour(du).removesuffix(f" {au.year}")
    return f"du {debut} au {_jour(au)}"


def _jour(jour: date) -> str:
    return f"{'1er' if jour.day == 1 else jour.day} {MOIS[jour.month - 1]} {jour.year}"


def _mois(annee: int, mois: int, nombre: int) -> Periode:
    dernier = annee * MOIS_PAR_AN + mois - 1 + nombre - 1
    fin = Periode.mois(dernier // MOIS_PAR_AN, dernier % MOIS_PAR_AN + 1).au
    return Periode(date(annee, mois, 1), fin)


def _reculer(jour: date, *, fin: bool = False) -> date:
    dernier = calendar.monthrange(jour.year - 1, jour.month)[1]
    au_bout = fin and jour.day == calendar.monthrange(jour.year, jour.month)[1]
    return jour.replace(year=jour.year - 1, day=dernier if au_bout else min(jour.day, dernier))
