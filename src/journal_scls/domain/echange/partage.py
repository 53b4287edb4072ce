"""What of an entry may leave the laptop, and how its place is blurred.

An allow-list: `InterventionAPartager` has no field for a note, a person or a follow-up, so what
is never read can never be sent. 91 % of buildings are small: there, a building, a day and a
problem point at somebody, hence only the organisme and the month leave.
"""

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple, TypeVar
from uuid import UUID

from journal_scls.domain.chiffres.faits import ReferenceFait
from journal_scls.domain.journal.intervention import FAIT_MARQUANT_MAX
from journal_scls.domain.journal.regles import TEXTE_COURT_MAX
from journal_scls.domain.repertoire.lieux import Milieu, Organisme

SEUIL_LOGEMENTS = 20
_N = TypeVar("_N", Milieu, Organisme)
CHAMPS_TOUJOURS = frozenset(
    ("activite", "categorie", "clientele", "duree_min", "mois", "tenure", "vocabulaire", "volet")
)
CHAMPS_FACULTATIFS = frozenset(
    ("categorie_immeuble", "comite", "date", "fait_marquant", "milieu", "modalite", "mrc",
     "nb_personnes", "organisme", "problematiques", "projet", "references", "tranches",
     "type_collectif")
)  # fmt: skip


class GenreLot(StrEnum):
    """What a lot holds: the changes since the last accusé, everything, or a period's last word."""

    DELTA = "delta"
    COMPLET = "complet"
    CLOTURE = "cloture"


class InterventionAPartager(NamedTuple):
    """The current revision of an entry, reduced to what may be asked of it."""

    id: UUID
    annulee: bool
    vocabulaire: str
    date: date
    duree_min: int
    milieu: UUID | None
    organisme: UUID | None
    tenure: str
    mrc: str
    categorie_immeuble: str
    volet: str
    activite: str
    categorie: str
    type_collectif: str
    clientele: str
    modalite: str
    nb_personnes: int | None
    tranches: tuple[int, ...]
    projet: str
    fait_marquant: str
    problematiques: tuple[str, ...] = ()
    references: tuple[ReferenceFait, ...] = ()


class Repere(NamedTuple):
    """A milieu or an organisme as the directory calls it."""

    nom: str
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EcriturePartagee:
    """What leaves: the day goes with a named milieu, the month without; '' and None are absent."""

    activite: str
    categorie: str
    clientele: str
    duree_min: int
    tenure: str
    vocabulaire: str
    volet: str
    date: "date | None" = None
    mois: str = ""
    milieu: Repere | None = None
    organisme: Repere | None = None
    categorie_immeuble: str = ""
    comite: str = ""
    fait_marquant: str = ""
    modalite: str = ""
    mrc: str = ""
    nb_personnes: int | None = None
    problematiques: tuple[str, ...] = ()
    projet: str = ""
    references: tuple[ReferenceFait, ...] = ()
    tranches: tuple[int, ...] = ()
    type_collectif: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReglesPartage:
    """What the region asks for and the person agreed to, never more than the allow-list.

    `projets` and `comites` give the code that the region published for each code that an entry
    may hold: a project typed by hand is free text, and free text does not leave.
    """

    seuil_logements: int = SEUIL_LOGEMENTS
    champs: frozenset[str] = CHAMPS_FACULTATIFS
    faits_marquants: bool = False
    projets: Mapping[str, str] = field(default_factory=dict)
    comites: Mapping[str, str] = field(default_factory=dict)

    def permet(self, champ: str) -> bool:
        """Whether an optional field may leave."""
        if champ == "fait_marquant" and not self.faits_marquants:
            return False
        return champ in self.champs and champ in CHAMPS_FACULTATIFS


def _lui_meme(id_: UUID) -> UUID:
    return id_


def _courants(par_id: dict[UUID, _N], courant: Callable[[UUID], UUID]) -> dict[UUID, _N]:
    return {id_: par_id.get(courant(id_), objet) for id_, objet in par_id.items()}


@dataclass(slots=True)
class Generalisation:
    """Blurs entries, with the directory they refer to as it was on their date."""

    regles: ReglesPartage
    milieux: dict[UUID, Milieu] = field(default_factory=dict)
    organismes: dict[UUID, Organisme] = field(default_factory=dict)
    _permis: frozenset[str] = frozenset()

    @classmethod
    def avec(
        cls,
        regles: ReglesPartage,
        milieux: Iterable[Milieu],
        organismes: Iterable[Organisme],
        courant: Callable[[UUID], UUID] = _lui_meme,
    ) -> "Generalisation":
        """From the whole directory; `courant` gives what stands for a folded card."""
        return cls(
            regles,
            _courants({milieu.id: milieu for milieu in milieux}, courant),
            _courants({organisme.id: organisme for organisme in organismes}, courant),
            frozenset(nom for nom in CHAMPS_FACULTATIFS if regles.permet(nom)),
        )

    def generaliser(self, i: InterventionAPartager) -> EcriturePartagee:
        """What of a counted entry may leave."""
        permis = self._permis
        milieu = self._grand_milieu(i)
        return EcriturePartagee(
            activite=i.activite,
            categorie=i.categorie,
            clientele=i.clientele,
            duree_min=i.duree_min,
            tenure=i.tenure,
            vocabulaire=i.vocabulaire,
            volet=i.volet,
            date=i.date if milieu else None,
            mois="" if milieu else f"{i.date.year:04}-{i.date.month:02}",
            milieu=milieu,
            organisme=self._organisme(i) if "organisme" in permis else None,
            categorie_immeuble=i.categorie_immeuble if "categorie_immeuble" in permis else "",
            fait_marquant=(
                texte_sur(i.fait_marquant, FAIT_MARQUANT_MAX) if "fait_marquant" in permis else ""
            ),
            modalite=i.modalite if "modalite" in permis else "",
            mrc=texte_sur(i.mrc) if "mrc" in permis else "",
            nb_personnes=i.nb_personnes if "nb_personnes" in permis else None,
            problematiques=i.problematiques if "problematiques" in permis else (),
            comite=self.regles.comites.get(i.projet, "") if "comite" in permis else "",
            projet=self.regles.projets.get(i.projet, "") if "projet" in permis else "",
            references=i.references if "references" in permis else (),
            tranches=i.tranches if "tranches" in permis else (),
            type_collectif=i.type_collectif if "type_collectif" in permis else "",
        )

    def _grand_milieu(self, i: InterventionAPartager) -> Repere | None:
        """The milieu, only when its number of dwellings on that day is known and large enough."""
        if i.milieu is None or not self._permis.issuperset(("milieu", "date")):
            return None
        milieu = self.milieux[i.milieu]
        logements = milieu.etat_le(i.date).nb_logements
        if logements is None or logements < max(self.regles.seuil_logements, SEUIL_LOGEMENTS):
            return None
        return _repere(milieu)

    def _organisme(self, i: InterventionAPartager) -> Repere | None:
        return None if i.organisme is None else _repere(self.organismes[i.organisme])


def _repere(objet: Milieu | Organisme) -> Repere | None:
    """None when nothing of the name can be written: the entry is then blurred further."""
    nom = texte_sur(objet.nom)
    return Repere(nom, texte_sur(objet.code)) if nom else None


@lru_cache(maxsize=16_384)
def texte_sur(texte: str, maximum: int = TEXTE_COURT_MAX) -> str:
    """A text on one line, without the invisible characters that make a name look like another."""
    visible = "".join(
        " " if unicodedata.category(c) in _INVISIBLES else c
        for c in unicodedata.normalize("NFC", texte)
    )
    return " ".join(visible.split())[:maximum].strip()


_INVISIBLES = frozenset(("Cc", "Cf", "Co", "Cs", "Zl", "Zp", "Zs"))
