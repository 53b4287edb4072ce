"""Duplicates of the directory: one is folded into the other, and its identifier stays readable.

Entries keep the identifier they were written with; reading follows the fusion. Undoing it gives
back exactly what there was.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import combinations
from uuid import UUID

from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.repertoire.lieux import Milieu, Organisme
from journal_scls.domain.repertoire.partenaires import Comite, Projet, ServicePartenaire
from journal_scls.domain.texte import cle


class GenreFiche(StrEnum):
    """What the directory holds."""

    ORGANISME = "organisme"
    MILIEU = "milieu"
    SERVICE = "service"
    PROJET = "projet"
    COMITE = "comite"


FicheRepertoire = Organisme | Milieu | ServicePartenaire | Projet | Comite
_GENRES: Mapping[type, GenreFiche] = {
    Organisme: GenreFiche.ORGANISME,
    Milieu: GenreFiche.MILIEU,
    ServicePartenaire: GenreFiche.SERVICE,
    Projet: GenreFiche.PROJET,
    Comite: GenreFiche.COMITE,
}


def genre_de(fiche: FicheRepertoire) -> GenreFiche:
    """What kind of thing it is."""
    return _GENRES[type(fiche)]


def nom_de(fiche: FicheRepertoire) -> str:
    """What people call it."""
    return fiche.titre if isinstance(fiche, Projet | Comite) else fiche.nom


@dataclass(frozen=True, slots=True, kw_only=True)
class Fusion:
    """`de` is the same thing as `vers`; `regionale` when the region says so."""

    genre: GenreFiche
    de: UUID
    vers: UUID
    regionale: bool = False


@dataclass(frozen=True)
class Fusions:
    """All the fusions of a directory, followed to the end."""

    toutes: tuple[Fusion, ...] = ()

    @cached_property
    def _vers(self) -> dict[UUID, UUID]:
        return {fusion.de: fusion.vers for fusion in self.toutes}

    def courant(self, id_: UUID) -> UUID:
        """The identifier that stands for this one; itself when nothing replaced it."""
        vus = {id_}
        while (suivant := self._vers.get(id_)) is not None and suivant not in vus:
            vus.add(suivant)
            id_ = suivant
        return id_

    def fondu(self, id_: UUID) -> bool:
        """Whether it was folded into another."""
        return id_ in self._vers

    def suivre(self, fiche: FicheRepertoire) -> FicheRepertoire:
        """The same card, naming what stands now for the organismes, milieux and services it names.

        Args:
            fiche: of any kind; one that names no other comes back as it is.
        """
        if isinstance(fiche, Organisme) and fiche.successeur is not None:
            return replace(fiche, successeur=self.courant(fiche.successeur))
        if isinstance(fiche, Milieu):
            etats = (
                replace(e, organisme=self.courant(e.organisme)) if e.organisme else e
                for e in fiche.etats
            )
            return replace(fiche, etats=tuple(etats))
        if isinstance(fiche, Projet):
            return replace(
                fiche,
                milieux=self._tous(fiche.milieux),
                partenaires=self._tous(fiche.partenaires),
            )
        return fiche

    def _tous(self, ids: Iterable[UUID]) -> tuple[UUID, ...]:
        return tuple(dict.fromkeys(map(self.courant, ids)))

    def exiger_possible(self, de: UUID, vers: UUID) -> None:
        """Refuse a fusion that would turn in circles or hide another one.

        Raises:
            RegleMetier: it would.
        """
        if self.courant(vers) == de or de == vers:
            raise RegleMetier(
                "Une fiche ne peut pas être fusionnée avec elle-même.",
                "Choisissez deux fiches différentes.",
            )
        if self.fondu(de):
            raise RegleMetier("Cette fiche est déjà fusionnée.", "Défaites d'abord l'autre fusion.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doublon:
    """Two cards that are probably one: `autre` would be folded into `garde`."""

    genre: GenreFiche
    garde: UUID
    autre: UUID
    nom: str


def doublons(
    fiches: Iterable[FicheRepertoire], publies: Iterable[UUID] = ()
) -> tuple[Doublon, ...]:
    """Cards of one folded name and one MRC (an unknown MRC goes with any), as suggestions.

    Kept is what the region publishes, then what was verified, then the older one; two published
    cards are the region's business.
    """
    regionaux = frozenset(publies)
    groupes: dict[tuple[str, ...], list[FicheRepertoire]] = {}
    for fiche in fiches:
        groupes.setdefault(_identite(fiche), []).append(fiche)
    return tuple(doublon for groupe in groupes.values() for doublon in _paires(groupe, regionaux))


def _identite(fiche: FicheRepertoire) -> tuple[str, ...]:
    nom = (genre_de(fiche), cle(nom_de(fiche)))
    if isinstance(fiche, ServicePartenaire):  # one door may give several services
        return *nom, fiche.destination, fiche.service
    return nom


def _paires(groupe: list[FicheRepertoire], publies: frozenset[UUID]) -> Iterator[Doublon]:
    ordre = sorted(groupe, key=lambda f: (f.id not in publies, f.a_verifier, f.id.int))
    vus: set[UUID] = set()
    for garde, autre in combinations(ordre, 2):
        ensemble = autre.id not in vus and _meme_mrc(garde, autre)
        if ensemble and not (publies and {garde.id, autre.id} <= publies):
            vus.add(autre.id)
            yield Doublon(genre=genre_de(garde), garde=garde.id, autre=autre.id, nom=nom_de(autre))


def _meme_mrc(une: FicheRepertoire, autre: FicheRepertoire) -> bool:
    mrcs = {cle(_mrc(fiche)) for fiche in (une, autre)} - {""}
    return len(mrcs) < 2  # noqa: PLR2004 - one and the same, or none


def _mrc(fiche: FicheRepertoire) -> str:
    if isinstance(fiche, Milieu):
        return fiche.etats[-1].mrc
    return fiche.mrc if isinstance(fiche, ServicePartenaire) else ""


def codes_publies(
    fiches: Iterable[Projet | Comite], fusions: Fusions, publies: Iterable[UUID]
) -> dict[str, str]:
    """The published code that each code now stands for: what of an entry's project may leave."""
    par_id = {fiche.id: fiche for fiche in fiches}
    regionaux = frozenset(publies)
    trouves: dict[str, str] = {}
    for fiche in par_id.values():
        courante = par_id.get(fusions.courant(fiche.id))
        if courante is not None and courante.id in regionaux:
            trouves |= dict.fromkeys((fiche.code, *fiche.anciens_codes), courante.code)
    # A published code means its own card, whatever another card once called itself.
    return trouves | {f.code: f.code for f in par_id.values() if f.id in regionaux}
