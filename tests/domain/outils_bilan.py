"""What the tests of figures share: the real definitions, facts in one line, a fake read side."""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from journal_scls.application.lectures import Filtre
from journal_scls.domain.chiffres.bilan import Bilan, ParametresBilan, dresser_bilan
from journal_scls.domain.chiffres.comptes import Comptes, compter
from journal_scls.domain.chiffres.faits import Fait, ReferenceFait
from journal_scls.domain.chiffres.indicateurs import Indicateurs, lire_indicateurs
from journal_scls.domain.journal.intervention import Intervention
from journal_scls.domain.periode import Periode
from journal_scls.domain.vocabulaire import Vocabulaires, lire_vocabulaire

RESSOURCES = Path(__file__).parents[2] / "resources"
ANNEE = Periode.annee(2025)
JOUR = date(2026, 11, 3)


@cache
def vocabulaires() -> Vocabulaires:
    fichiers = sorted((RESSOURCES / "vocabulaire").glob("*.toml"))
    return Vocabulaires(
        tuple(lire_vocabulaire(tomllib.loads(f.read_text("utf-8")), f.name) for f in fichiers)
    )


def toml_indicateurs() -> dict[str, Any]:
    return tomllib.loads((RESSOURCES / "indicateurs.toml").read_text("utf-8"))


@cache
def indicateurs() -> Indicateurs:
    return lire_indicateurs(toml_indicateurs(), "indicateurs.toml", vocabulaires())


def fait(**champs: Any) -> Fait:
    """An individual entry of March 2025 in an office's building, unless told otherwise."""
    defauts: dict[str, Any] = {
        "date": "2025-03-14",
        "duree_min": 30,
        "tenure": "OH",
        "mrc": "La Vallée",
        "categorie_immeuble": "FAM",
        "organisme": "Office A",
        "milieu": "Les Érables",
        "volet": "INDIVIDUEL",
        "activite": "ECOUTE",
        "categorie": "C4",
        "type_collectif": "",
        "clientele": "AINES",
        "modalite": "SUR_PLACE",
        "nb_personnes": 1,
        "personne": "",
    }
    return Fait(**(defauts | champs))


def reference(destination: str, service: str = "AUTRE", statut: str = "FAITE") -> ReferenceFait:
    return ReferenceFait(destination, service, "SIMPLE", statut)


def collectif(**champs: Any) -> Fait:
    defauts = {"volet": "COLLECTIF", "activite": "PROJET", "categorie": "C3"}
    return fait(**(defauts | {"type_collectif": "PROJET_DEMARCHE"} | champs))


def bilan(
    faits: Iterable[Fait], periode: Periode = ANNEE, *, milieu: bool = True, k: int | None = None
) -> Bilan:
    return dresser_bilan(
        compter(faits, periode, indicateurs().champs),
        periode,
        vocabulaires=vocabulaires(),
        indicateurs=indicateurs(),
        etabli_le=JOUR,
        parametres=ParametresBilan(milieu_dans_la_base=milieu, masquage_k=k),
    )


class FauxJournal:
    """A read side over revisions, as the storage gives it: last revision, counted, in period."""

    def __init__(self, revisions: Iterable[Intervention] = ()) -> None:
        self.revisions = list(revisions)
        self.filtres: list[Filtre] = []

    def faits(self, filtre: Filtre) -> Iterator[Fait]:
        self.filtres.append(filtre)
        dernieres: dict[object, Intervention] = {}
        for revision in sorted(self.revisions, key=lambda r: r.revision):
            dernieres[revision.id] = revision
        return (_fait(i) for i in dernieres.values() if i.compte)

    def comptes(
        self, filtre: Filtre, periode: Periode, champs: Sequence[str], progress: object = None
    ) -> Comptes:
        return compter(self.faits(filtre), periode, champs)


def _fait(intervention: Intervention) -> Fait:
    c = intervention.contenu
    return fait(
        date=c.date_intervention.isoformat(),
        duree_min=c.duree_min,
        tenure=c.lieu.tenure.value,
        mrc=c.lieu.mrc,
        organisme=str(c.lieu.organisme or ""),
        milieu=str(c.lieu.milieu or ""),
        volet=c.volet.value,
        activite=c.activite,
        categorie=c.categorie,
        clientele=c.clientele,
        nb_personnes=c.nb_personnes or 0,
        references=tuple(ReferenceFait(r.destination, r.service, r.mode, r.statut)
                         for r in c.references),
    )  # fmt: skip


class FausseHorloge:
    def maintenant(self) -> datetime:
        return datetime(2026, 11, 3, 12, tzinfo=UTC)

    def aujourdhui(self) -> date:
        return JOUR
