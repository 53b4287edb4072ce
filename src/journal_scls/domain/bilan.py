"""The bilan of a period: counters, indicators and tables, from one pass over the facts.

Whoever gives the facts has already applied R2 (only final entries, each once in its last
revision), R8 (place as of the date) and R9 (one entry per identifier); the period (R7) is applied
here, and a bilan is never made by adding other bilans.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from journal_scls.domain.comptes import Comptes, compter
from journal_scls.domain.faits import Fait
from journal_scls.domain.indicateurs import Indicateurs
from journal_scls.domain.masquage import Masquage
from journal_scls.domain.periode import Periode
from journal_scls.domain.proportion import Mesure, Proportion
from journal_scls.domain.tableau import Redacteur, Tableau
from journal_scls.domain.tableaux import dresser_tableaux
from journal_scls.domain.texte import grouper
from journal_scls.domain.vocabulaire import Vocabulaires

NON_DISPONIBLE = "non disponible"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParametresBilan:
    """What is printed on every bilan because it changes the figures; None masks nothing."""

    milieu_dans_la_base: bool = True
    masquage_k: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compteurs:
    """The four counters, never added to one another, and the time; None when masked."""

    interventions: int | None
    participations: int | None
    personnes_distinctes: int | None
    references: int | None
    minutes: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicateurCalcule:
    """An indicator for this period, with the words of its definition."""

    id: str
    libelle: str
    base: str
    mesure: Mesure
    proportion: Proportion
    sous: str = ""
    publie: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reserves:
    """What whoever gives the facts knows to be missing from them."""

    avertissements: tuple[str, ...] = ()
    personnes_connues: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilan:
    """Everything a document shows; `filtres` pairs the names and values of those in use.

    `avertissements` are sentences without which the figures would be misread. Where
    `personnes_connues` is false, the number of persons is 0 because nobody can know it.
    """

    periode: Periode
    filtres: tuple[tuple[str, str], ...]
    parametres: ParametresBilan
    vocabulaire: str
    etabli_le: date
    compteurs: Compteurs
    indicateurs: tuple[IndicateurCalcule, ...]
    tableaux: tuple[Tableau, ...]
    avertissements: tuple[str, ...] = ()
    personnes_connues: bool = True

    def indicateur(self, id_: str) -> IndicateurCalcule:
        """The indicator of that identifier."""
        return next(indicateur for indicateur in self.indicateurs if indicateur.id == id_)

    def tableau(self, id_: str) -> Tableau:
        """The table of that identifier."""
        return next(tableau for tableau in self.tableaux if tableau.id == id_)


def dresser_bilan(
    faits: Iterable[Fait],
    periode: Periode,
    *,
    vocabulaires: Vocabulaires,
    indicateurs: Indicateurs,
    etabli_le: date,
    parametres: ParametresBilan | None = None,
    filtres: Mapping[str, str] | None = None,
    reserves: Reserves | None = None,
) -> Bilan:
    """Count the facts of the period once and write everything from the counts.

    Args:
        faits: of every counted entry that passes the filters; read once, in any order.
        periode: entries outside it are left out.
        vocabulaires: their newest labels are shown.
        indicateurs: the definitions.
        etabli_le: the day printed on the document.
        parametres: nothing masked and the volet Milieu in the bases unless told otherwise.
        filtres: what the facts were chosen by, to be printed.
        reserves: what is known to be missing from the facts.

    Raises:
        RegleMetier: a masking threshold that hides nothing.
    """
    parametres, reserves = parametres or ParametresBilan(), reserves or Reserves()
    masquage = Masquage(parametres.masquage_k)
    comptes = compter(faits, periode, indicateurs.champs)
    redacteur = Redacteur(vocabulaires, masquage)
    return Bilan(
        periode=periode,
        filtres=tuple((nom, valeur) for nom, valeur in (filtres or {}).items() if valeur),
        parametres=parametres,
        vocabulaire=vocabulaires.courant.edition,
        etabli_le=etabli_le,
        compteurs=_compteurs(comptes, masquage),
        indicateurs=tuple(_indicateurs(indicateurs, comptes, parametres, masquage)),
        tableaux=tuple(dresser_tableaux(comptes, periode, redacteur)),
        avertissements=(*reserves.avertissements, *_avertir(comptes, masquage, reserves)),
        personnes_connues=reserves.personnes_connues,
    )


def _avertir(comptes: Comptes, masquage: Masquage, reserves: Reserves) -> Iterator[str]:
    if nombre := comptes.non_placees:
        combien = f"moins de {masquage.k}" if masquage.petit(nombre) else grouper(nombre)
        debut = (
            "1 intervention n'est datée"
            if combien == "1"
            else (f"{combien} interventions ne sont datées")
        )
        suite = "elle n'est pas comptée" if combien == "1" else "elles ne sont pas comptées"
        yield f"{debut} que du mois, et la période coupe ce mois : {suite}."
    if not reserves.personnes_connues:
        yield f"Personnes distinctes : {NON_DISPONIBLE}, leurs codes ne quittent pas les journaux."


def _compteurs(comptes: Comptes, masquage: Masquage) -> Compteurs:
    totaux = comptes.totaux
    # Everything else about a hidden number of interventions is about the same few.
    cache = masquage.petit(totaux.interventions)
    nombres = {
        "interventions": totaux.interventions,
        "participations": totaux.participations,
        "personnes_distinctes": comptes.personnes_distinctes,
        "references": comptes.references.total(),
    }
    visibles = {nom: None if cache else masquage.nombre(n) for nom, n in nombres.items()}
    return Compteurs(minutes=None if cache else totaux.minutes, **visibles)


def _indicateurs(
    indicateurs: Indicateurs, comptes: Comptes, parametres: ParametresBilan, masquage: Masquage
) -> Iterator[IndicateurCalcule]:
    avec_milieu = parametres.milieu_dans_la_base
    for definition in indicateurs.definitions:
        n, total, appui = indicateurs.evaluer(definition, comptes, avec_milieu=avec_milieu)
        yield IndicateurCalcule(
            id=definition.id,
            libelle=definition.libelle,
            base=indicateurs.base(definition, avec_milieu=avec_milieu),
            mesure=definition.mesure,
            proportion=masquage.proportion(definition.mesure, n, total, appui=appui),
            sous=definition.sous,
            publie=definition.publie,
        )
