"""The directory of the demonstration: organismes, milieux, partners, projects, committees."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from uuid import UUID

from journal_scls.application.demonstration.recits import (
    A_VENIR,
    CAMP,
    COMITES,
    DESTINATIONS,
    MRC,
    ORGANISMES,
    PLACES,
    PROJETS,
    Demarche,
    Place,
)
from journal_scls.application.ports import UnitOfWork
from journal_scls.domain.repertoire.lieux import EtatMilieu, Milieu, Organisme
from journal_scls.domain.repertoire.partenaires import (
    PREFIXE_LOCAL,
    Comite,
    Projet,
    ServicePartenaire,
    StatutProjet,
)

_FUSION_JOURS = 160  # the merger of the two offices, after the first day
_VENIR_JOURS = 45


@dataclass(frozen=True)
class Decor:
    """Everything that entries name; milieux in the order of `recits.PLACES`.

    `services` goes by destination and service; codes of `demarches` are those of the dossier.
    """

    organismes: tuple[Organisme, ...]
    milieux: tuple[Milieu, ...]
    services: dict[str, ServicePartenaire]
    projets: tuple[Projet, ...]
    comites: tuple[Comite, ...]

    def ecrire(self, uow: UnitOfWork) -> None:
        """Put all of it in an open transaction."""
        uow.repertoire.enregistrer_organismes(self.organismes)
        uow.repertoire.enregistrer_milieux(self.milieux)
        uow.partenaires.enregistrer_services(self.services.values())
        uow.partenaires.enregistrer_projets(self.projets)
        uow.partenaires.enregistrer_comites(self.comites)


def debut(aujourdhui: date) -> date:
    """The first day of the twelve whole months; those of the running month come on top."""
    return aujourdhui.replace(year=aujourdhui.year - 1, day=1)


def soir(jour: date) -> datetime:
    """When what was done that day is typed."""
    return datetime.combine(jour, time(21, 0), UTC)


def identifiant(alea: Random, le: datetime) -> UUID:
    """A UUID version 7 like those of the journal, but drawn from the seed."""
    instant = int(le.timestamp() * 1000) << 80
    return UUID(
        int=instant | 0x7 << 76 | alea.getrandbits(12) << 64 | 0b10 << 62 | alea.getrandbits(62)
    )


def planter(alea: Random, aujourdhui: date, *, local: bool) -> Decor:
    """The directory as of that day; `local` when a journal made its own projects."""
    return _Planteur(alea, aujourdhui, PREFIXE_LOCAL if local else "").planter()


class _Planteur:
    def __init__(self, alea: Random, aujourdhui: date, prefixe: str) -> None:
        self._alea = alea
        self._aujourdhui = aujourdhui
        self._prefixe = prefixe
        self._debut = debut(aujourdhui)
        self._fusion = (self._debut + timedelta(days=_FUSION_JOURS)).replace(day=1)

    def planter(self) -> Decor:
        organismes = self._organismes()
        milieux = tuple(self._milieu(place, organismes) for place in PLACES)
        services = dict(self._services())
        projets = [self._projet(demarche, milieux, services) for demarche in PROJETS]
        a_venir = replace(
            self._projet(A_VENIR, milieux, services),
            statut=StatutProjet.PREVU,
            debut=self._aujourdhui + timedelta(days=_VENIR_JOURS),
        )
        comites = tuple(self._comite(demarche) for demarche in COMITES)
        return Decor(organismes, milieux, services, (*projets, a_venir), comites)

    def _id(self) -> UUID:
        return identifiant(self._alea, soir(self._debut))

    def _organismes(self) -> tuple[Organisme, ...]:
        reste, fusionne, *autres = (
            Organisme(id=self._id(), nom=nom, code=f"DEMO-O{n}", tenure=tenure)
            for n, (nom, tenure) in enumerate(ORGANISMES, start=1)
        )
        fin = self._fusion - timedelta(days=1)
        return reste, replace(fusionne, valide_au=fin, successeur=reste.id), *autres

    def _milieu(self, place: Place, organismes: Sequence[Organisme]) -> Milieu:
        organisme = organismes[place.organisme]
        etat = EtatMilieu(
            organisme=organisme.id,
            tenure=organisme.tenure,
            mrc=MRC[place.mrc],
            categorie_immeuble=place.categorie,
            nb_logements=place.logements,
        )
        suite = replace(etat, depuis=self._fusion, organisme=organisme.successeur)
        return Milieu(
            id=self._id(),
            nom=place.nom,
            etats=(etat, suite) if organisme.successeur else (etat,),
            code=f"DEMO-M{place.logements}",
        )

    def _services(self) -> Iterator[tuple[str, ServicePartenaire]]:
        for vers, (_fois, nom) in DESTINATIONS.items():
            destination, _, service = vers.partition(":")
            if nom:
                yield (
                    vers,
                    ServicePartenaire(
                        id=self._id(), nom=nom, destination=destination, service=service
                    ),
                )

    def _projet(
        self,
        demarche: Demarche,
        milieux: Sequence[Milieu],
        services: Mapping[str, ServicePartenaire],
    ) -> Projet:
        fin = self._aujourdhui.replace(month=8, day=31)
        fini = demarche.code == CAMP and fin < self._aujourdhui
        return Projet(
            id=self._id(),
            code=self._prefixe + demarche.code,
            titre=demarche.titre,
            type=demarche.genre,
            statut=StatutProjet.TERMINE if fini else StatutProjet.EN_COURS,
            debut=fin.replace(month=6, day=1) if fini else self._debut,
            fin=fin if fini else None,
            milieux=tuple(milieux[rang].id for rang in demarche.places),
            partenaires=tuple(services[vers].id for vers in demarche.partenaires),
            objectif=demarche.objectif,
            source_financement=demarche.financement,
        )

    def _comite(self, demarche: Demarche) -> Comite:
        return Comite(
            id=self._id(),
            code=self._prefixe + demarche.code,
            titre=demarche.titre,
            instance=demarche.genre,
            roles=demarche.roles,
            debut=self._debut,
        )
