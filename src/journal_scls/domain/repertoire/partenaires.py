"""Who and what the work is done with: partner services, projects, committees.

A project or a committee is named in an entry by its code. The codes that a journal makes for
itself start with `L_` and those of the region never do: no code typed on a laptop can be mistaken
for a published one, and only published ones leave.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.texte import replier

CODE_MAX = 20
PREFIXE_LOCAL = "L_"
_CODE = re.compile(rf"[A-Z0-9][A-Z0-9_]{{0,{CODE_MAX - 1}}}")
_AUTRES = re.compile(r"[^A-Z0-9]+")


class StatutProjet(StrEnum):
    """Where a project stands."""

    PREVU = "PREVU"
    EN_COURS = "EN_COURS"
    TERMINE = "TERMINE"
    ABANDONNE = "ABANDONNE"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicePartenaire:
    """A service that people are referred to, never a person: no name, no telephone.

    `destination` and `service` are codes of the vocabulary; an empty `mrc` means everywhere.
    """

    id: UUID
    nom: str
    destination: str
    service: str
    mrc: str = ""
    valide_du: date | None = None
    valide_au: date | None = None
    a_verifier: bool = False

    def __post_init__(self) -> None:
        """Refuse one without a name or a destination, or that ends before it starts."""
        _exiger_texte(self.nom, "Le service partenaire doit avoir un nom.", "nom")
        _exiger_texte(self.destination, "Le service partenaire doit avoir une destination.",
                      "destination")  # fmt: skip
        _exiger_ordre(self.valide_du, self.valide_au, "valide_au")


@dataclass(frozen=True, slots=True, kw_only=True)
class Projet:
    """Something done over several sessions: `type` is a code of the list `type_collectif`.

    `milieux` and `partenaires` (services) are identifiers of the directory. `anciens_codes` are
    those that entries may still hold.
    """

    id: UUID
    code: str
    titre: str
    type: str = "PROJET_DEMARCHE"
    statut: StatutProjet = StatutProjet.EN_COURS
    debut: date | None = None
    fin: date | None = None
    milieux: tuple[UUID, ...] = ()
    partenaires: tuple[UUID, ...] = ()
    objectif: str = ""
    source_financement: str = ""
    anciens_codes: tuple[str, ...] = ()
    a_verifier: bool = False

    def __post_init__(self) -> None:
        """Refuse one without a title or a code, or that ends before it starts."""
        _exiger_texte(self.titre, "Le projet doit avoir un titre.", "titre")
        _exiger_codes(self.code, *self.anciens_codes)
        _exiger_ordre(self.debut, self.fin, "fin")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comite:
    """A committee or another instance: `instance` is a code of the vocabulary.

    Its members are counted by role (pairs of a role's code and a number), never named.
    """

    id: UUID
    code: str
    titre: str
    instance: str = "AUTRE"
    roles: tuple[tuple[str, int], ...] = ()
    debut: date | None = None
    fin: date | None = None
    anciens_codes: tuple[str, ...] = ()
    a_verifier: bool = False

    def __post_init__(self) -> None:
        """Refuse one without a title or a code, that ends before it starts, or counts nobody."""
        _exiger_texte(self.titre, "Le comité doit avoir un titre.", "titre")
        _exiger_codes(self.code, *self.anciens_codes)
        _exiger_ordre(self.debut, self.fin, "fin")
        if any(nombre < 1 for _, nombre in self.roles) or len(dict(self.roles)) != len(self.roles):
            raise RegleMetier(
                "Chaque rôle du comité vient une fois, avec au moins une personne.",
                "Corrigez le nombre de membres.",
                champ="roles",
            )


def est_local(code: str) -> bool:
    """Whether a journal made this code for itself."""
    return code.startswith(PREFIXE_LOCAL)


def exiger_code_regional(code: str) -> None:
    """Refuse a code that only a journal may make.

    Raises:
        RegleMetier: it starts as local codes do.
    """
    if est_local(code):
        raise RegleMetier(
            f"Un code de la région ne commence pas par « {PREFIXE_LOCAL} ».",
            "Choisissez un autre code.",
            champ="code",
        )


def code_propose(titre: str, pris: Iterable[str], *, local: bool) -> str:
    """A free code made of a title: « Jardin d'été » gives `JARDIN_D_ETE`."""
    prefixe = PREFIXE_LOCAL if local else ""
    base = _AUTRES.sub("_", replier(titre).upper()).strip("_")
    while base.startswith(PREFIXE_LOCAL):
        base = base.removeprefix(PREFIXE_LOCAL)
    # Alone and numbered, « L » would look like a local code.
    base = "SANS_TITRE" if base in ("", "L") else base
    occupes, rang = set(pris), 1
    code = (prefixe + base)[:CODE_MAX].strip("_")
    while code in occupes:
        rang += 1
        suffixe = f"_{rang}"
        code = (prefixe + base)[: CODE_MAX - len(suffixe)].strip("_") + suffixe
    return code


def _exiger_codes(*codes: str) -> None:
    for code in codes:
        if not _CODE.fullmatch(code):
            raise RegleMetier(
                f"« {code[:40]} » n'est pas un code.",
                f"Écrivez de 1 à {CODE_MAX} majuscules sans accent, chiffres ou « _ ».",
                champ="code",
            )


def _exiger_texte(texte: str, message: str, champ: str) -> None:
    if not texte.strip():
        raise RegleMetier(message, "Écrivez-le.", champ=champ)


def _exiger_ordre(debut: date | None, fin: date | None, champ: str) -> None:
    if debut and fin and fin < debut:
        raise RegleMetier(
            "La fin vient avant le début.", "Corrigez une des deux dates.", champ=champ
        )
