"""XLSX through calamine: the first visible sheet, with the values its author sees."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import chain

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from journal_scls.domain.errors import Environnement
from journal_scls.sync.tableau.valeurs import (
    Cellule,
    CelluleEnErreur,
    LigneBrute,
    TableauBrut,
    ajuster,
    deproteger,
    est_vide,
    sans_vides_finales,
    texte_de,
    verifier,
)
from journal_scls.sync.tableau.xlsx_archive import corrompu, examiner
from journal_scls.sync.tableau.xlsx_feuille import lettres

_ENTIER_SUR = 2**53
# Excel counts its days from here; a "date" of 1900 with an hour is a duration over 24 hours.
_ORIGINE_EXCEL = datetime(1899, 12, 31)  # noqa: DTZ001 - a spreadsheet knows no time zone
_Valeur = int | float | str | bool | time | date | datetime | timedelta


def lire_xlsx(octets: bytes, nom: str) -> TableauBrut:
    """Open a workbook; only what condemns the whole file is raised, here and at once."""
    feuille = examiner(octets, nom)
    with _erreurs_de_calamine(nom):
        page = CalamineWorkbook.from_filelike(BytesIO(octets)).get_sheet_by_name(feuille.nom)
    lecture = _Lecture(page, feuille.arpentage.erreurs, nom)
    entetes = lecture.lire_entetes()
    lignes = lecture.lignes()
    premiere = next(lignes, None)
    if premiere is None:
        raise Environnement(
            f"La première feuille de « {nom} » ne contient que des titres de colonnes.",
            "Mettez le journal sur la première feuille, une ligne par intervention.",
        )
    return TableauBrut(
        entetes, chain([premiere], lignes), lecture.hauteur, "xlsx", "", lecture.ligne_entetes
    )


@contextmanager
def _erreurs_de_calamine(nom: str) -> Iterator[None]:
    try:
        yield
    except PasswordError as erreur:
        raise Environnement(
            f"Le fichier « {nom} » est protégé par un mot de passe.",
            "Ouvrez-le dans Excel, retirez le mot de passe et enregistrez-le de nouveau.",
        ) from erreur
    except (CalamineError, OSError, ValueError, ArithmeticError) as erreur:
        raise corrompu(nom) from erreur
    except BaseException as erreur:
        # A panic of the Rust library does not derive from Exception, and its class is private.
        if type(erreur).__name__ != "PanicException":
            raise
        raise corrompu(nom) from erreur


class _Lecture:
    """Reads the header row, then the rows below it."""

    def __init__(
        self, page: CalamineSheet, erreurs: dict[int, dict[int, CelluleEnErreur]], nom: str
    ) -> None:
        self._nom = nom
        self._page = page
        self._decalage = page.start[1] if page.start else 0
        self.hauteur = page.end[0] + 1 if page.end else 0
        self._erreurs = erreurs
        self._rangees = self._lire()
        self._entetes: tuple[str, ...] = ()
        self.ligne_entetes = 0

    def _lire(self) -> Iterator[tuple[int, list[Cellule]]]:
        """Give the rows that hold something, with the number that the spreadsheet shows."""
        with _erreurs_de_calamine(self._nom):
            for rang, valeurs in enumerate(self._page.iter_rows()):
                cellules = [
                    v if type(v) is str and not v.startswith("'") else _cellule(v) for v in valeurs
                ]
                for colonne, erreur in self._erreurs.get(rang, {}).items():
                    if 0 <= colonne - self._decalage < len(cellules):
                        cellules[colonne - self._decalage] = erreur
                if not all(map(est_vide, cellules)):
                    yield rang + 1, cellules

    def lire_entetes(self) -> tuple[str, ...]:
        for numero, cellules in self._rangees:
            self._entetes = tuple(texte_de(c) for c in sans_vides_finales(cellules))
            self.ligne_entetes = numero
            return self._entetes
        raise Environnement(
            f"La première feuille de « {self._nom} » est vide.",
            "Mettez le journal sur la première feuille du classeur.",
        )

    def lignes(self) -> Iterator[LigneBrute]:
        fusions = self._fusions()
        for numero, cellules in self._rangees:
            for colonne in fusions.get(numero, ()):
                cellules[colonne] = self._fusionnee(numero, colonne, cellules[colonne])
            ligne = ajuster(numero, cellules, len(self._entetes))
            yield ligne if ligne.defaut else verifier(ligne, abime=False)

    def _fusionnee(self, numero: int, colonne: int, cellule: Cellule) -> CelluleEnErreur:
        return CelluleEnErreur(
            texte_de(cellule),
            f"La cellule {lettres(colonne + self._decalage)}{numero} fait partie de cellules "
            "fusionnées : défaites la fusion et remplissez chaque cellule.",
        )

    def _fusions(self) -> dict[int, set[int]]:
        """Give by row number the columns whose value a merged area hides or spreads.

        Over several rows even the top one is doubtful: 90 minutes merged over three lines are
        not 90 minutes for the first.
        """
        trouvees: dict[int, set[int]] = {}
        largeur = min(len(self._entetes), self._page.width)
        reste = largeur * self.hauteur
        for (haut, gauche), (bas, droite) in self._page.merged_cell_ranges or []:
            rangs = range(max(haut, self.ligne_entetes), min(bas, self.hauteur - 1) + 1)
            premiere = gauche if haut != bas else gauche + 1
            colonnes = range(
                max(premiere - self._decalage, 0), min(droite - self._decalage + 1, largeur)
            )
            reste -= len(rangs) * len(colonnes)
            if reste < 0:  # Merged areas never overlap: only a file made to choke us does this.
                raise corrompu(self._nom)
            for rang in rangs:
                trouvees.setdefault(rang + 1, set()).update(colonnes)
        return trouvees


def _cellule(valeur: _Valeur) -> Cellule:
    if isinstance(valeur, str):
        return deproteger(valeur)
    if isinstance(valeur, float):
        return _nombre(valeur)
    if isinstance(valeur, time):
        return _duree(
            timedelta(hours=valeur.hour, minutes=valeur.minute, seconds=valeur.second)
            + timedelta(microseconds=valeur.microsecond)
        )
    if isinstance(valeur, timedelta):
        return _duree(valeur)
    return _instant(valeur) if isinstance(valeur, datetime) else valeur


def _nombre(valeur: float) -> Cellule:
    """Give 30.0 back as the 30 that was typed."""
    if not math.isfinite(valeur):
        return CelluleEnErreur(str(valeur), "La cellule ne contient pas un nombre lisible.")
    return int(valeur) if valeur.is_integer() and abs(valeur) < _ENTIER_SUR else valeur


def _instant(valeur: datetime) -> Cellule:
    if valeur.year == _ORIGINE_EXCEL.year + 1:
        return _duree(valeur - _ORIGINE_EXCEL)
    entier = valeur.replace(microsecond=0)
    return entier.date() if entier.time() == time() else entier


def _duree(valeur: timedelta) -> str:
    """Write 1:30, or 1:30:15 where there are seconds: the library leaves crumbs of them."""
    secondes = round(abs(valeur).total_seconds())
    minutes, reste = divmod(secondes, 60)
    signe = "-" if valeur < timedelta() else ""
    texte = f"{signe}{minutes // 60}:{minutes % 60:02}"
    return f"{texte}:{reste:02}" if reste else texte
