"""The published indicators: one definition of each, read from data, used by every output.

A definition says what is counted, within which base, under which words. R10 makes one thing
switchable, whether the volet Milieu is in the base, and the printed base always says which.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from journal_scls.domain.chiffres.comptes import AVEC_REFERENCE, NON, OUI, Cellule, Comptes
from journal_scls.domain.chiffres.proportion import Mesure
from journal_scls.domain.errors import Environnement
from journal_scls.domain.vocabulaire import Vocabulaires

CHAMP_VOLET = "volet"
# Field of a filter -> list of the vocabulary that its codes come from.
_CHAMPS_INTERVENTION = {
    champ: champ
    for champ in (
        CHAMP_VOLET,
        "tenure",
        "categorie_immeuble",
        "activite",
        "categorie",
        "type_collectif",
        "clientele",
        "modalite",
        AVEC_REFERENCE,
    )
}
_CHAMPS_REFERENCE = {
    "destination": "destination",
    "service": "service",
    "mode": "mode_reference",
    "statut": "statut_reference",
}
LISTES_DES_CHAMPS = {**_CHAMPS_INTERVENTION, **_CHAMPS_REFERENCE}
"""The vocabulary's list of each field of a criterion; those of services are by destination."""
_CHAMPS_INDICATEUR = {
    "id": str,
    "libelle": str,
    "mesure": str,
    "base": str,
    "sous": str,
    "publie": str,
    "publie_pourcent": int,
    "milieu_parametrable": bool,
    "numerateur": dict,
    "denominateur": dict,
}
_MESURES = (Mesure.INTERVENTIONS, Mesure.PARTICIPATIONS, Mesure.REFERENCES)
_OBLIGATOIRES = ("id", "libelle", "mesure", "base", "numerateur")


@dataclass(frozen=True, slots=True)
class Critere:
    """A field and the codes that pass, or all the codes but these when `sauf`."""

    champ: str
    codes: frozenset[str]
    sauf: bool = False

    def accepte(self, codes: Mapping[str, str]) -> bool:
        """Whether what has these codes passes."""
        return (codes[self.champ] in self.codes) is not self.sauf


class Evaluation(NamedTuple):
    """n and N of an indicator, and the interventions or references behind each."""

    n: int
    total: int
    appui: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Indicateur:
    """One published figure; n counts what passes both lists of criteria, so n is within N."""

    id: str
    libelle: str
    mesure: Mesure
    base: str
    numerateur: tuple[Critere, ...]
    denominateur: tuple[Critere, ...] = ()
    milieu_parametrable: bool = False
    sous: str = ""
    publie: str = ""
    publie_pourcent: int | None = None


@dataclass(frozen=True, slots=True)
class VoletMilieu:
    """The volet that R10 puts in the bases or takes out, and how a base says it."""

    code: str
    compris: str
    exclu: str


@dataclass(frozen=True)
class Indicateurs:
    """All the definitions, in the order they are shown."""

    definitions: tuple[Indicateur, ...]
    volet_milieu: VoletMilieu

    @cached_property
    def champs(self) -> tuple[str, ...]:
        """The fields of an intervention that must be crossed to evaluate them."""
        criteres = (
            critere
            for definition in self.definitions
            if definition.mesure is not Mesure.REFERENCES
            for critere in definition.numerateur + definition.denominateur
        )
        return tuple(dict.fromkeys((CHAMP_VOLET, *(critere.champ for critere in criteres))))

    def base(self, definition: Indicateur, *, avec_milieu: bool) -> str:
        """The base in words, with the parameter it was computed under."""
        if not definition.milieu_parametrable:
            return definition.base
        mention = self.volet_milieu.compris if avec_milieu else self.volet_milieu.exclu
        return f"{definition.base}, {mention}"

    def evaluer(self, definition: Indicateur, comptes: Comptes, *, avec_milieu: bool) -> Evaluation:
        """Count n and N."""
        en_references = definition.mesure is Mesure.REFERENCES
        criteres = definition.denominateur
        if definition.milieu_parametrable and not avec_milieu:
            criteres += (Critere(CHAMP_VOLET, frozenset({self.volet_milieu.code}), sauf=True),)
        cellules = comptes.cellules_references if en_references else comptes.cellules
        base = _retenir(cellules, criteres)
        retenues = _retenir(base, definition.numerateur)
        appui = (_effectif(retenues), _effectif(base))
        if definition.mesure is Mesure.PARTICIPATIONS:
            return Evaluation(_participations(retenues), _participations(base), appui)
        return Evaluation(*appui, appui)


def _retenir(cellules: Sequence[Cellule], criteres: tuple[Critere, ...]) -> Sequence[Cellule]:
    for critere in criteres:
        cellules = [c for c in cellules if critere.accepte(c.codes)]
    return cellules


def _effectif(cellules: Iterable[Cellule]) -> int:
    return sum(c.effectif for c in cellules)


def _participations(cellules: Iterable[Cellule]) -> int:
    return sum(c.participations for c in cellules)


def lire_indicateurs(
    donnees: Mapping[str, Any], nom: str, vocabulaires: Vocabulaires
) -> Indicateurs:
    """Check the parsed TOML of the definitions and make it a value.

    Args:
        donnees: what `tomllib` gave.
        nom: the file's name, for the error.
        vocabulaires: the editions; a filter on a code that none of them has would count nothing
            for ever without anybody noticing.

    Raises:
        Environnement: the sentence names the file, the indicator and what is wrong with it.
    """
    return _Lecteur(nom, vocabulaires).lire(donnees)


@dataclass(frozen=True, slots=True)
class _Lecteur:
    nom: str
    vocabulaires: Vocabulaires

    def lire(self, donnees: Mapping[str, Any]) -> Indicateurs:
        if inconnues := sorted(set(donnees) - {"volet_milieu", "indicateur"}):
            raise self._erreur(f"« {inconnues[0]} » n'est pas compris")
        brutes = donnees.get("indicateur")
        if not isinstance(brutes, list) or not brutes:
            raise self._erreur("il n'y a aucun indicateur")
        definitions: dict[str, Indicateur] = {}
        for brute in brutes:
            definition = self._indicateur(brute)
            if definition.id in definitions:
                raise self._erreur(f"« {definition.id} » est défini deux fois")
            if definition.sous and definition.sous not in definitions:
                raise self._erreur(
                    f"« {definition.id} » est sous « {definition.sous} », qui n'est pas avant lui"
                )
            definitions[definition.id] = definition
        milieu = self._volet_milieu(donnees.get("volet_milieu"))
        return Indicateurs(tuple(definitions.values()), milieu)

    def _erreur(self, raison: str) -> Environnement:
        return Environnement(
            f"Les indicateurs ({self.nom}) ne peuvent pas être lus : {raison}.",
            "Réinstallez l'application ou remettez le fichier d'origine.",
        )

    def _volet_milieu(self, brut: object) -> VoletMilieu:
        champs = {"code", "compris", "exclu"}
        if not isinstance(brut, dict) or set(brut) != champs or not _textes(brut.values()):
            raise self._erreur("« volet_milieu » doit avoir « code », « compris » et « exclu »")
        if not self.vocabulaires.connait(CHAMP_VOLET, brut["code"]):
            raise self._erreur(f"le volet « {brut['code']} » n'existe pas")
        return VoletMilieu(**brut)

    def _indicateur(self, brut: object) -> Indicateur:
        if not isinstance(brut, dict) or not _textes([brut.get("id")]):
            raise self._erreur("un indicateur n'a pas d'« id »")
        self._forme(brut)
        mesure = Mesure(brut["mesure"])
        filtres = {
            cote: tuple(
                self._critere(f"« {brut['id']} », {cote}", mesure, champ, valeur)
                for champ, valeur in brut.get(cote, {}).items()
            )
            for cote in ("numerateur", "denominateur")
        }
        return Indicateur(**(brut | {"mesure": mesure} | filtres))

    def _forme(self, brut: Mapping[str, Any]) -> None:
        qui = f"« {brut['id']} »"
        for champ, valeur in brut.items():
            if not isinstance(valeur, _CHAMPS_INDICATEUR.get(champ, ())):
                raise self._erreur(f"{qui} : « {champ} » n'est pas compris")
        if manquants := [champ for champ in _OBLIGATOIRES if not brut.get(champ)]:
            raise self._erreur(f"{qui} : il manque « {manquants[0]} »")
        if brut["mesure"] not in _MESURES:
            raise self._erreur(f"{qui} : la mesure « {brut['mesure']} » n'existe pas")
        if brut.get("milieu_parametrable") and brut["mesure"] == Mesure.REFERENCES:
            raise self._erreur(f"{qui} : une base de références n'a pas de volet Milieu à retirer")

    def _critere(self, ou: str, mesure: Mesure, champ: str, valeur: object) -> Critere:
        champs = _CHAMPS_REFERENCE if mesure is Mesure.REFERENCES else _CHAMPS_INTERVENTION
        if champ not in champs:
            raise self._erreur(f"{ou} : on ne filtre pas des {mesure.mot(2)} par « {champ} »")
        sauf = isinstance(valeur, dict) and set(valeur) == {"sauf"}
        codes = valeur["sauf"] if isinstance(valeur, dict) and sauf else valeur
        if not isinstance(codes, list) or not codes or not _textes(codes):
            raise self._erreur(f"{ou} : « {champ} » doit donner une liste de codes")
        for code in codes:
            if not self._code_connu(champs[champ], code):
                raise self._erreur(f"{ou} : le code « {code} » n'existe pas pour « {champ} »")
        return Critere(champ, frozenset(codes), sauf)

    def _code_connu(self, liste: str, code: str) -> bool:
        if liste == AVEC_REFERENCE:
            return code in (OUI, NON)
        if liste == "service":
            destinations = self.vocabulaires.codes("destination")
            return any(self.vocabulaires.connait_service(d, code) for d in destinations)
        return self.vocabulaires.connait(liste, code)


def _textes(valeurs: Iterable[object]) -> bool:
    return all(isinstance(valeur, str) and valeur.strip() for valeur in valeurs)
