"""An edition of the region's directory: everything it holds, numbered, each one whole.

An edition says everything again, so that the highest one is enough: which others were taken in,
and in what order, changes nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from journal_scls.domain.repertoire.fusion import FicheRepertoire, Fusion, GenreFiche, genre_de
from journal_scls.domain.repertoire.lieux import Milieu, Organisme
from journal_scls.domain.repertoire.partenaires import Comite, Projet, ServicePartenaire, est_local
from journal_scls.domain.vocabulaire import Vocabulaire

_F = TypeVar("_F", bound=FicheRepertoire)


class Incoherence(Exception):
    """The content refers to what it does not hold, or says the same thing twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusProposition:
    """The region does not take what was proposed under this identifier, and says why."""

    objet: UUID
    raison: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContenuRepertoire:
    """All that the region publishes; every tuple by increasing identifier or name."""

    organismes: tuple[Organisme, ...] = ()
    milieux: tuple[Milieu, ...] = ()
    services: tuple[ServicePartenaire, ...] = ()
    projets: tuple[Projet, ...] = ()
    comites: tuple[Comite, ...] = ()
    fusions: tuple[Fusion, ...] = ()
    refus: tuple[RefusProposition, ...] = ()
    vocabulaires: tuple[Vocabulaire, ...] = ()

    @classmethod
    def de(
        cls,
        fiches: Iterable[FicheRepertoire],
        *,
        fusions: Iterable[Fusion] = (),
        refus: Iterable[RefusProposition] = (),
        vocabulaires: Iterable[Vocabulaire] = (),
    ) -> "ContenuRepertoire":
        """Of cards of any kind, in any order."""
        toutes = tuple(fiches)
        return cls(
            organismes=tuple(f for f in toutes if isinstance(f, Organisme)),
            milieux=tuple(f for f in toutes if isinstance(f, Milieu)),
            services=tuple(f for f in toutes if isinstance(f, ServicePartenaire)),
            projets=tuple(f for f in toutes if isinstance(f, Projet)),
            comites=tuple(f for f in toutes if isinstance(f, Comite)),
            fusions=tuple(fusions),
            refus=tuple(refus),
            vocabulaires=tuple(vocabulaires),
        ).ordonne()

    @property
    def fiches(self) -> Iterator[FicheRepertoire]:
        """Every card, kind after kind."""
        for groupe in (self.organismes, self.milieux, self.services, self.projets, self.comites):
            yield from groupe

    def ordonne(self) -> "ContenuRepertoire":
        """The same in the only order that is published, as the region says it."""
        return ContenuRepertoire(
            organismes=_trier(self.organismes),
            milieux=_trier(self.milieux),
            services=_trier(self.services),
            projets=_trier(self.projets),
            comites=_trier(self.comites),
            fusions=tuple(
                sorted((replace(f, regionale=True) for f in self.fusions), key=lambda f: f.de.int)
            ),
            refus=tuple(sorted(self.refus, key=lambda r: r.objet.int)),
            vocabulaires=tuple(sorted(self.vocabulaires, key=lambda v: v.en_vigueur)),
        )

    def exiger_coherent(self) -> None:
        """Refuse a content that could not be taken in whole.

        Raises:
            Incoherence: what is wrong, for support; nothing that was read.
        """
        genres = {fiche.id: genre_de(fiche) for fiche in self.fiches}
        if len(genres) != sum(1 for _ in self.fiches):
            raise Incoherence("identifiant double")
        for genre, id_ in self._renvois():
            if genres.get(id_) is not genre:
                raise Incoherence(f"renvoi vers {genre}")
        fondus = [fusion.de for fusion in self.fusions]
        if len(set(fondus)) != len(fondus) or not genres.keys().isdisjoint(fondus):
            raise Incoherence("fusion d'une fiche publiée")
        _exiger_uniques([r.objet for r in self.refus], "refus double")
        _exiger_uniques(self._codes(), "code double")
        _exiger_uniques([v.edition for v in self.vocabulaires], "édition double")
        _exiger_uniques([v.en_vigueur for v in self.vocabulaires], "édition double")

    def _renvois(self) -> Iterator[tuple[GenreFiche, UUID]]:
        """What must be in the content because something else names it."""
        for organisme in self.organismes:
            if organisme.successeur is not None:
                yield GenreFiche.ORGANISME, organisme.successeur
        for milieu in self.milieux:
            for etat in milieu.etats:
                if etat.organisme is not None:
                    yield GenreFiche.ORGANISME, etat.organisme
        for projet in self.projets:
            yield from ((GenreFiche.MILIEU, id_) for id_ in projet.milieux)
            yield from ((GenreFiche.SERVICE, id_) for id_ in projet.partenaires)
        for fusion in self.fusions:
            yield fusion.genre, fusion.vers

    def _codes(self) -> list[str]:
        fiches: tuple[Projet | Comite, ...] = (*self.projets, *self.comites)
        codes = [code for fiche in fiches for code in (fiche.code, *fiche.anciens_codes)]
        if any(est_local(code) for code in codes):
            raise Incoherence("code local")
        return codes


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionRepertoire:
    """One edition: `precedente` is the SHA-256 of the manifest before it, '' for the first.

    `du` is the day it was made, for information only: nothing depends on it.
    """

    region: UUID
    numero: int
    precedente: str
    du: date
    contenu: ContenuRepertoire


def _trier(fiches: Iterable[_F]) -> tuple[_F, ...]:
    return tuple(sorted(fiches, key=lambda fiche: fiche.id.int))


def _exiger_uniques(valeurs: "list[UUID] | list[str] | list[date]", faute: str) -> None:
    if len(set(valeurs)) != len(valeurs):
        raise Incoherence(faute)
