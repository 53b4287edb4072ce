"""The bilan of a period: counters, indicators and tables, from what its facts add up to.

Whoever gives the facts has already applied R2 (only final entries, each once in its last
revision), R8 (place as of the date) and R9 (one entry per identifier); the period (R7) is applied
by whoever adds up (comptes.py), and a bilan is never made by adding other bilans.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from journal_scls.domain.chiffres.comptes import Comptes
from journal_scls.domain.chiffres.definition import ecrire_compte
from journal_scls.domain.chiffres.indicateurs import Indicateurs
from journal_scls.domain.chiffres.masquage import Masquage
from journal_scls.domain.chiffres.proportion import MASQUE, Mesure, Proportion
from journal_scls.domain.chiffres.tableau import Redacteur, Tableau
from journal_scls.domain.chiffres.tableaux import dresser_tableaux
from journal_scls.domain.periode import Periode
from journal_scls.domain.protection.document import proteger
from journal_scls.domain.protection.ecriture import masquer_indicateur, masquer_tableau
from journal_scls.domain.protection.masque import INTERVENTIONS, Masque
from journal_scls.domain.protection.suppression import Jalon, continuer
from journal_scls.domain.texte import grouper
from journal_scls.domain.vocabulaire import Vocabulaires

NON_DISPONIBLE = "non disponible"
REGROUPEMENT_PAR_DEFAUT = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class ParametresBilan:
    """What is printed on every bilan because it changes the figures; None masks nothing.

    Above `regrouper` percent of masked rows, a table of milieux goes up to the organisme and a
    table of organismes to the MRC; None leaves them.

    Raises:
        RegleMetier: a masking threshold that hides nothing.
    """

    milieu_dans_la_base: bool = True
    masquage_k: int | None = None
    regrouper: int | None = REGROUPEMENT_PAR_DEFAUT

    def __post_init__(self) -> None:
        """Refuse such a threshold before anything is counted."""
        Masquage(self.masquage_k)


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
    compte: str = ""
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

    `libelles_filtres` pairs the same names with what people read: labels, titles of projects.
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
    libelles_filtres: tuple[tuple[str, str], ...] = ()
    compteurs_masques: tuple[str, ...] = ()
    """The counters that are hidden without being said to be small."""

    @property
    def filtres_lus(self) -> tuple[tuple[str, str], ...]:
        """Its filters as people read them."""
        dits = dict(self.libelles_filtres)
        return tuple((nom, dits.get(nom, valeur)) for nom, valeur in self.filtres)

    def affiche_compteur(self, nom: str) -> str:
        """A counter as it is written; the time in minutes."""
        valeur: int | None = getattr(self.compteurs, nom)
        if nom == "personnes_distinctes" and not self.personnes_connues:
            return NON_DISPONIBLE
        if valeur is not None:
            return grouper(valeur)
        if nom in self.compteurs_masques:
            return MASQUE
        return Masquage(self.parametres.masquage_k).affiche

    def indicateur(self, id_: str) -> IndicateurCalcule:
        """The indicator of that identifier."""
        return next(indicateur for indicateur in self.indicateurs if indicateur.id == id_)

    def tableau(self, id_: str) -> Tableau:
        """The table of that identifier."""
        return next(tableau for tableau in self.tableaux if tableau.id == id_)


def dresser_bilan(
    comptes: Comptes,
    periode: Periode,
    *,
    vocabulaires: Vocabulaires,
    indicateurs: Indicateurs,
    etabli_le: date,
    parametres: ParametresBilan | None = None,
    filtres: Mapping[str, str] | None = None,
    libelles_filtres: Mapping[str, str] | None = None,
    reserves: Reserves | None = None,
    masque: Masque | None = None,
    jalon: Jalon = continuer,
) -> Bilan:
    """Write everything from the sums of a period.

    Args:
        comptes: of every counted entry that passes the filters, crossed by the indicators' fields.
        periode: what they are the sums of.
        vocabulaires: the labels of the edition in force at the end of the period are shown.
        indicateurs: the definitions.
        etabli_le: the day printed on the document.
        parametres: nothing masked and the volet Milieu in the bases unless told otherwise.
        filtres: what the facts were chosen by.
        libelles_filtres: those whose value is not what people read, in words.
        reserves: what is known to be missing from the facts.
        masque: what must be hidden, when more is known of it than these sums tell (what the
            series already published).
        jalon: called while what to hide is looked for; may raise to stop.
    """
    parametres, reserves = parametres or ParametresBilan(), reserves or Reserves()
    masquage, vocabulaires = Masquage(parametres.masquage_k), vocabulaires.au(periode.au)
    exact = Bilan(
        periode=periode,
        filtres=tuple((nom, valeur) for nom, valeur in (filtres or {}).items() if valeur),
        parametres=parametres,
        vocabulaire=vocabulaires.courant.edition,
        etabli_le=etabli_le,
        compteurs=_compteurs(comptes),
        indicateurs=tuple(_indicateurs(indicateurs, comptes, parametres, vocabulaires)),
        tableaux=tuple(dresser_tableaux(comptes, periode, Redacteur(vocabulaires))),
        avertissements=(*reserves.avertissements, *_avertir(comptes, masquage, reserves)),
        personnes_connues=reserves.personnes_connues,
        libelles_filtres=tuple((libelles_filtres or {}).items()),
    )
    if masquage.k is None:
        return exact
    return _masquer(
        exact,
        masque
        or proteger(
            {"": comptes},
            masquage,
            indicateurs,
            avec_milieu=parametres.milieu_dans_la_base,
            regrouper=parametres.regrouper,
            jalon=jalon,
        ),
    )


def _masquer(exact: Bilan, masque: Masque) -> Bilan:
    """The bilan as it may be seen, from the one that hides nothing."""
    tableaux = tuple(masquer_tableau(masque, tableau) for tableau in exact.tableaux)
    compteurs, caches = _compteurs_masques(exact.compteurs, masque)
    notes = [f"« {t.titre} » : {t.note[0].lower()}{t.note[1:]}" for t in tableaux if t.note]
    return replace(
        exact,
        compteurs=compteurs,
        compteurs_masques=caches,
        indicateurs=tuple(
            replace(i, proportion=masquer_indicateur(masque, i.id, i.mesure, i.proportion))
            for i in exact.indicateurs
        ),
        tableaux=tableaux,
        avertissements=(*exact.avertissements, *notes),
    )


def _compteurs_masques(exacts: Compteurs, masque: Masque) -> tuple[Compteurs, tuple[str, ...]]:
    """Everything else about a hidden number of interventions is about the same few."""
    tous, petit = INTERVENTIONS in masque.totaux, masque.masquage.petit
    nombres: dict[str, int | None] = {nom: getattr(exacts, nom) for nom in exacts.__slots__}
    caches = [
        nom
        for nom, n in nombres.items()
        if tous or nom in masque.totaux or (nom == "personnes_distinctes" and petit(n or 0))
    ]
    dits = [n for n in caches if petit(nombres[n] or 0) and (n == INTERVENTIONS or not tous)]
    visibles = {nom: None if nom in caches else n for nom, n in nombres.items()}
    return Compteurs(**visibles), tuple(nom for nom in caches if nom not in dits)


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


def _compteurs(comptes: Comptes) -> Compteurs:
    totaux = comptes.totaux
    return Compteurs(
        interventions=totaux.interventions,
        participations=totaux.participations,
        personnes_distinctes=comptes.personnes_distinctes,
        references=comptes.references.total(),
        minutes=totaux.minutes,
    )


def _indicateurs(
    indicateurs: Indicateurs,
    comptes: Comptes,
    parametres: ParametresBilan,
    vocabulaires: Vocabulaires,
) -> Iterator[IndicateurCalcule]:
    avec_milieu = parametres.milieu_dans_la_base
    for definition in indicateurs.definitions:
        n, total, _ = indicateurs.evaluer(definition, comptes, avec_milieu=avec_milieu)
        yield IndicateurCalcule(
            id=definition.id,
            libelle=definition.libelle,
            base=indicateurs.base(definition, avec_milieu=avec_milieu),
            mesure=definition.mesure,
            proportion=Proportion.exacte(definition.mesure, n, total),
            compte=ecrire_compte(definition, vocabulaires),
            sous=definition.sous,
            publie=definition.publie,
        )
