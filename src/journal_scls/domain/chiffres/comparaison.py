"""How a figure moved from one period to another: in points, never without both bases."""

from dataclasses import dataclass

from journal_scls.domain.chiffres.bilan import Bilan
from journal_scls.domain.chiffres.proportion import MASQUE, SANS_OBJET, Proportion
from journal_scls.domain.chiffres.tableau import Ligne
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.periode import Periode

_UN_POINT = 20


def exiger_comparables(periode: Periode, autre: Periode, masquage_k: int | None) -> None:
    """Two bilans that hide small numbers apart from one another may not share any day.

    Raises:
        RegleMetier: they do, and what one hides could be subtracted out of both.
    """
    if masquage_k is not None and periode.du <= autre.au and autre.du <= periode.au:
        raise RegleMetier(
            "Ces deux périodes se chevauchent : mises côte à côte, elles pourraient trahir un "
            "petit nombre.",
            "Choisissez une période d'un an au plus, ou comparez à la période précédente.",
            champ="comparer",
        )


@dataclass(frozen=True, slots=True)
class Comparaison:
    """A share beside the same share of another period.

    Nothing is computed from a number that is hidden, nor from an empty base.
    """

    ici: Proportion
    avant: Proportion

    @property
    def dixiemes(self) -> int | None:
        """The difference in tenths of a point, half away from zero; None when there is none.

        From the numbers and not from the rounded percentages, whose difference may be a whole
        point away from the true one.
        """
        n, total = self.ici.n, self.ici.total
        n_avant, total_avant = self.avant.n, self.avant.total
        if n is None or n_avant is None or not total or not total_avant:
            return None
        haut, bas = 1000 * (n * total_avant - n_avant * total), total * total_avant
        arrondi = (2 * abs(haut) + bas) // (2 * bas)
        return arrondi if haut >= 0 else -arrondi

    @property
    def points(self) -> float | None:
        """The difference in points, to one decimal."""
        return None if self.dixiemes is None else self.dixiemes / 10

    @property
    def affiche(self) -> str:
        """« +1,6 point », « s. o. », « masqué »."""
        dixiemes = self.dixiemes
        if dixiemes is None:
            masque = any(p.n is None or p.total is None for p in (self.ici, self.avant))
            return MASQUE if masque else SANS_OBJET
        signe = "+" if dixiemes > 0 else "−" if dixiemes < 0 else ""
        points = f"{abs(dixiemes) // 10},{abs(dixiemes) % 10}"
        return f"{signe}{points} point{'s' if abs(dixiemes) >= _UN_POINT else ''}"

    @property
    def phrase(self) -> str:
        """Both shares with their bases, then the difference."""
        return f"{self.ici.affiche} contre {self.avant.affiche} : {self.affiche}"


def comparer(ici: Bilan, avant: Bilan | None) -> dict[str, Comparaison]:
    """Each indicator of two bilans of the same definitions, by identifier; none without `avant`."""
    if avant is None:
        return {}
    autres = {indicateur.id: indicateur.proportion for indicateur in avant.indicateurs}
    return {
        indicateur.id: Comparaison(indicateur.proportion, autres[indicateur.id])
        for indicateur in ici.indicateurs
    }


def comparer_lignes(ici: Bilan, avant: Bilan | None, tableau: str) -> dict[str, Comparaison]:
    """The first share of each row of a table that both bilans have, by code.

    A month stands beside the one of the same rank.
    """
    if avant is None:
        return {}
    lignes, autres = ici.tableau(tableau).lignes, avant.tableau(tableau).lignes
    par_code: dict[str, Ligne] = {ligne.code: ligne for ligne in autres}
    if tableau == "par_mois":
        par_code = {ici.code: avant for ici, avant in zip(lignes, autres, strict=False)}
    return {
        ligne.code: Comparaison(ligne.parts[0], par_code[ligne.code].parts[0])
        for ligne in lignes
        if ligne.code in par_code
    }
