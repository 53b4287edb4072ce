"""Referrals that still wait for an outcome, and the needs that no service answered."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from journal_scls.domain.chiffres.proportion import Mesure, Proportion
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.journal.intervention import Contenu, Reference
from journal_scls.domain.periode import Periode
from journal_scls.domain.profil import Profil
from journal_scls.domain.texte import replier
from journal_scls.domain.vocabulaire import SERVICE_PAR_DEFAUT, Vocabulaires

SUITES = "statut_reference"
OBTENU, ATTENTE, SANS_SUITE, REFUSEE = "SERVICE_OBTENU", "LISTE_ATTENTE", "SANS_SUITE", "REFUSEE"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceSuivie:
    """One referral of an entry made on the day `du`: its `rang` among those of that revision.

    `partenaire` is the service of the directory, '' when nobody named one.
    """

    intervention: UUID
    revision: int
    rang: int
    du: date
    milieu: str
    mrc: str
    personne: str
    partenaire: str
    reference: Reference

    def age(self, aujourdhui: date) -> int:
        """Days since the entry."""
        return (aujourdhui - self.du).days

    def echue(self, aujourdhui: date) -> bool:
        """Whether somebody meant to call back by today."""
        relance = self.reference.date_relance
        return relance is not None and relance <= aujourdhui


def par_urgence(
    references: Iterable[ReferenceSuivie], aujourdhui: date
) -> tuple[ReferenceSuivie, ...]:
    """Those to call back first, the longest overdue before; then the oldest."""

    def urgence(r: ReferenceSuivie) -> tuple[bool, date, date]:
        echue = r.echue(aujourdhui)
        return not echue, (r.reference.date_relance or r.du) if echue else r.du, r.du

    return tuple(sorted(references, key=urgence))


def suites_ouvertes(vocabulaires: Vocabulaires) -> tuple[str, ...]:
    """The statuts of a referral that is still to be followed up."""
    return tuple(c for c in vocabulaires.codes(SUITES) if vocabulaires.terme(SUITES, c).ouverte)


def noter_suite(
    contenu: Contenu, suivie: ReferenceSuivie, statut: str, *, relance: date | None
) -> Contenu:
    """The same content, one of its referrals having this statut.

    Raises:
        RegleMetier: the entry no longer holds this referral.
    """
    references = list(contenu.references)
    if suivie.rang >= len(references) or references[suivie.rang] != suivie.reference:
        raise RegleMetier(
            "Cette référence a été modifiée entre-temps.", "Relisez la liste, puis recommencez."
        )
    references[suivie.rang] = replace(suivie.reference, statut=statut, date_relance=relance)
    return replace(contenu, references=tuple(references))


@dataclass(frozen=True, slots=True, kw_only=True)
class CompteSuites:
    """How many referrals to a service, from one MRC, have one statut."""

    destination: str
    service: str
    mrc: str
    statut: str
    nombre: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BesoinSansReponse:
    """One line: a service in words, a MRC, what became of the referrals, the base of them all."""

    service: str
    mrc: str
    refusees: int
    attente: int
    sans_suite: int
    references: int

    @property
    def nombre(self) -> int:
        """Those that no service answered."""
        return self.refusees + self.attente + self.sans_suite

    @property
    def proportion(self) -> Proportion:
        """Of all the referrals of the line."""
        return Proportion.exacte(Mesure.REFERENCES, self.nombre, self.references)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableauBesoins:
    """The needs of a period that no service answered, the most frequent first.

    `references` counts all the referrals of the period, those that were answered too.
    """

    profil: Profil
    periode: Periode
    etabli_le: date
    references: int
    lignes: tuple[BesoinSansReponse, ...]

    @property
    def proportion(self) -> Proportion:
        """Of all the referrals of the period."""
        nombre = sum(ligne.nombre for ligne in self.lignes)
        return Proportion.exacte(Mesure.REFERENCES, nombre, self.references)


def besoins_sans_reponse(
    comptes: Iterable[CompteSuites], vocabulaires: Vocabulaires
) -> tuple[BesoinSansReponse, ...]:
    """The services and MRC where something was left without an answer."""
    groupes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for compte in comptes:
        service = libelle_destination(compte.destination, compte.service, vocabulaires)
        groupes[service, compte.mrc][compte.statut] += compte.nombre
    besoins = [
        BesoinSansReponse(
            service=service,
            mrc=mrc,
            refusees=n[REFUSEE],
            attente=n[ATTENTE],
            sans_suite=n[SANS_SUITE],
            references=n.total(),
        )
        for (service, mrc), n in groupes.items()
    ]
    retenus = (b for b in besoins if b.nombre)
    return tuple(sorted(retenus, key=lambda b: (-b.nombre, replier(b.service), replier(b.mrc))))


def libelle_destination(destination: str, service: str, vocabulaires: Vocabulaires) -> str:
    """« CISSS ou CIUSSS – Santé mentale », the destination alone when no service is said."""
    ou = vocabulaires.libelle("destination", destination)
    if service == SERVICE_PAR_DEFAUT:
        return ou
    return f"{ou} – {vocabulaires.libelle_service(destination, service)}"
