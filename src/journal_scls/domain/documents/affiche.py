"""The poster for tenants: one page in plain language, that names nobody but the service."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from journal_scls.domain.errors import Environnement, RegleMetier
from journal_scls.domain.journal.regles import TEXTE_COURT_MAX

_TEXTES = ("titre", "accroche", "appel", "pied")


@dataclass(frozen=True, slots=True)
class Encadre:
    """A short title and its sentences."""

    titre: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TexteAffiche:
    """The words of the poster; a region may change them in resources/."""

    titre: str
    accroche: str
    encadres: tuple[Encadre, ...]
    appel: str
    pied: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Affiche:
    """The poster of one service; an empty field leaves a line to fill by hand.

    Raises:
        RegleMetier: a field is longer than a line of the poster holds.
    """

    service: str
    etablie_le: date
    telephone: str = ""
    lieu: str = ""
    heures: str = ""
    demo: bool = False

    def __post_init__(self) -> None:
        """Refuse what would not fit."""
        for champ in ("service", "telephone", "lieu", "heures"):
            if len(getattr(self, champ)) > TEXTE_COURT_MAX:
                raise RegleMetier(
                    f"Ce texte dépasse {TEXTE_COURT_MAX} caractères.",
                    "Raccourcissez-le.",
                    champ=champ,
                )


def lire_affiche(donnees: Mapping[str, Any], nom: str) -> TexteAffiche:
    """Check the parsed TOML of the poster and make it a value.

    Args:
        donnees: what `tomllib` gave.
        nom: the file's name, for the error.

    Raises:
        Environnement: a text is missing.
    """
    try:
        encadres = tuple(
            Encadre(str(brut["titre"]), tuple(map(str, brut["phrases"])))
            for brut in donnees["encadre"]
        )
        return TexteAffiche(encadres=encadres, **{cle: str(donnees[cle]) for cle in _TEXTES})
    except (KeyError, TypeError) as erreur:
        raise Environnement(
            f"Le texte de l'affiche ({nom}) ne peut pas être lu.",
            "Réinstallez l'application ou remettez le fichier d'origine.",
        ) from erreur
