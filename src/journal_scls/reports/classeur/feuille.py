"""One workbook and its sheets, the way people want to receive them.

Text is always written as text, never as a formula or a link, whatever it starts with; dates are
dates; headings stay in view and filter; columns are as wide as what they hold. The same content
gives the same bytes.
"""

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import TracebackType
from typing import Literal, Self

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

Genre = Literal["texte", "long", "nombre", "part", "ecart", "date"]
Cellule = str | int | float | date | None

_FORMATS: dict[Genre, dict[str, object]] = {
    "texte": {},
    "long": {"text_wrap": True},
    "nombre": {"num_format": "#,##0"},
    "part": {"num_format": "0.0%"},
    "ecart": {"num_format": "+0.0;-0.0;0.0"},
    "date": {"num_format": "yyyy-mm-dd", "align": "left"},
}
_HAUT = {"valign": "top", "font_name": "Calibri", "font_size": 11}
_ENTETE = {"bold": True, "bg_color": "#E4E8EE", "bottom": 1, "text_wrap": True}
_LARGEUR_MIN, _LARGEUR_MAX, _LARGEUR_LONG = 9, 46, 70
_MARGE = 3
_LARGEUR_DATE = 12
_CELLULE_MAX = 32_767
_NOM_MAX = 31
_INTERDITS = re.compile(r"[\[\]:*?/\\]|\(.*\)")
_LIAISONS = re.compile(r"( (et|ou|par|de|du|à|la|le))+$")
_ORIGINE = datetime(2000, 1, 1)  # noqa: DTZ001 - a constant, so that bytes do not depend on now


@dataclass(frozen=True, slots=True)
class Colonne:
    """A heading and what stands under it."""

    titre: str
    genre: Genre = "texte"


class Classeur:
    """A workbook being written in memory; `octets()` once, when everything is in it."""

    def __init__(self, titre: str) -> None:
        self._tampon = io.BytesIO()
        self._livre = xlsxwriter.Workbook(
            self._tampon,
            {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
        )
        self._livre.set_properties({"title": titre, "created": _ORIGINE})
        self._styles = {g: self._livre.add_format({**_HAUT, **f}) for g, f in _FORMATS.items()}
        self._entete = self._livre.add_format({**_HAUT, **_ENTETE})
        self._gras = self._livre.add_format({**_HAUT, "bold": True})
        self._total = self._livre.add_format(
            {**_HAUT, "bold": True, "top": 1, "num_format": "#,##0"}
        )
        self._titre = self._livre.add_format({"bold": True, "font_size": 16})
        self._noms: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        genre: type[BaseException] | None,
        faute: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if not self._livre.fileclosed:
            self._livre.close()

    def octets(self) -> bytes:
        """The file."""
        self._livre.close()
        return self._tampon.getvalue()

    def table(
        self,
        nom: str,
        colonnes: Sequence[Colonne],
        lignes: Iterable[Sequence[Cellule]],
        *,
        total: Sequence[Cellule] = (),
    ) -> None:
        """A sheet with one table: headings that stay in view and filter, printed on each page.

        `total` is a last line that filtering leaves in place.
        """
        page = self._page(nom)
        page.freeze_panes(1, 0)
        page.repeat_rows(0)
        for rang, colonne in enumerate(colonnes):
            page.write_string(0, rang, colonne.titre, self._entete)
        largeurs = [_mots_entiers(c.titre) for c in colonnes]
        dernier = 0
        for dernier, ligne in enumerate(lignes, start=1):
            for rang, (colonne, valeur) in enumerate(zip(colonnes, ligne, strict=True)):
                self._ecrire(page, dernier, rang, valeur, self._styles[colonne.genre])
                largeurs[rang] = max(largeurs[rang], _etendue(valeur))
        for rang, (colonne, largeur) in enumerate(zip(colonnes, largeurs, strict=True)):
            plafond = _LARGEUR_LONG if colonne.genre == "long" else _LARGEUR_MAX
            page.set_column(rang, rang, max(_LARGEUR_MIN, min(largeur + _MARGE, plafond)))
        page.autofilter(0, 0, max(dernier, 1), len(colonnes) - 1)
        for rang, valeur in enumerate(total):
            self._ecrire(page, max(dernier, 1) + 1, rang, valeur, self._total)

    def fiche(self, nom: str, titre: str, lignes: Iterable[tuple[str, Cellule]]) -> None:
        """A sheet to read: a title, then names and their values."""
        page = self._page(nom)
        page.hide_gridlines(2)
        page.write_string(0, 0, titre, self._titre)
        for rang, (libelle, valeur) in enumerate(lignes, start=2):
            page.write_string(rang, 0, libelle, self._gras)
            genre: Genre = "long" if isinstance(valeur, str) else "nombre"
            if isinstance(valeur, date):
                genre = "date"
            self._ecrire(page, rang, 1, valeur, self._styles[genre])
        page.set_column(0, 0, 34)
        page.set_column(1, 1, _LARGEUR_LONG)

    def _page(self, nom: str) -> Worksheet:
        page = self._livre.add_worksheet(self._nommer(nom))
        page.set_landscape()
        page.set_paper(1)  # Lettre
        page.fit_to_pages(1, 0)
        page.set_footer("&L&F&R&P/&N")
        return page

    def _nommer(self, nom: str) -> str:
        """A name that a sheet may bear, and that no other bears."""
        base = " ".join(_INTERDITS.sub(" ", nom).split())
        if len(base) > _NOM_MAX:
            base = _LIAISONS.sub("", base[: _NOM_MAX + 1].rpartition(" ")[0] or base[:_NOM_MAX])
        base = base.strip("' ") or "Feuille"
        choisi, numero = base, 1
        while choisi.casefold() in self._noms:
            numero += 1
            choisi = f"{base[: _NOM_MAX - 3]} {numero}"
        self._noms.add(choisi.casefold())
        return choisi

    def _ecrire(
        self, page: Worksheet, ligne: int, rang: int, valeur: Cellule, style: Format
    ) -> None:
        if valeur is None or valeur == "":
            page.write_blank(ligne, rang, None, style)
        elif isinstance(valeur, str):
            page.write_string(ligne, rang, _tenir(valeur), style)
        elif isinstance(valeur, date):
            page.write_datetime(ligne, rang, valeur, style)
        else:
            page.write_number(ligne, rang, valeur, style)


def _tenir(texte: str) -> str:
    """What a cell holds of a text: Excel counts the halves of UTF-16, an emoji being two."""
    octets = texte.encode("utf-16-le")
    if len(octets) <= 2 * _CELLULE_MAX:
        return texte
    return octets[: 2 * (_CELLULE_MAX - 1)].decode("utf-16-le", "ignore") + "…"


def _mots_entiers(titre: str) -> int:
    """A heading may wrap, but not inside a word; the filter's arrow takes some place."""
    return max((len(mot) for mot in titre.split()), default=0) + 2


def _etendue(valeur: Cellule) -> int:
    if isinstance(valeur, date):
        return _LARGEUR_DATE
    return max((len(ligne) for ligne in str(valeur).splitlines()), default=0) if valeur else 0
