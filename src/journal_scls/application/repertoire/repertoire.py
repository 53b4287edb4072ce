"""The directory as the window and the commands use it; every call is one transaction."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from journal_scls.application.ports import UnitOfWork
from journal_scls.application.repertoire import evolutions
from journal_scls.application.repertoire.editions import Editions
from journal_scls.application.repertoire.propositions import Propositions
from journal_scls.application.repertoire.vues import VueRepertoire
from journal_scls.domain.profil import Role
from journal_scls.domain.repertoire.fusion import Doublon, FicheRepertoire, Fusion, doublons
from journal_scls.domain.repertoire.lieux import EtatMilieu, Milieu, Organisme
from journal_scls.domain.repertoire.partenaires import (
    Comite,
    Projet,
    ServicePartenaire,
    code_propose,
)

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class EtatRepertoire:
    """Where the directory comes from."""

    numero: int
    du: date | None
    locales: int

    @property
    def phrase(self) -> str:
        """« Édition 4 du 2026-11-02 », or that there is none."""
        if self.du is None:
            return "Aucune édition de la région"
        return f"Édition {self.numero} du {self.du.isoformat()}"


class Repertoire:
    """Cards of organismes, milieux, partner services, projects and committees.

    `editions` and `propositions` are what is exchanged with the region or with the journals.
    """

    def __init__(
        self,
        unite: Callable[[], UnitOfWork],
        lire: Callable[[], UnitOfWork],
        editions: Editions,
        propositions: Propositions,
    ) -> None:
        """Take what is needed; `lire` is a transaction that only reads, and waits for nobody."""
        self._unite = unite
        self._lire = lire
        self.editions = editions
        self.propositions = propositions

    # --- reading

    def vue(self) -> VueRepertoire:
        """Everything, in one snapshot: lists, names, searching, history."""
        with self._lire() as unite:
            return VueRepertoire.lire(unite)

    def milieux(self) -> tuple[Milieu, ...]:
        """The current milieux, by name."""
        return self.vue().milieux

    def organismes(self) -> tuple[Organisme, ...]:
        """The current organismes, by name."""
        return self.vue().organismes

    def noms(self) -> Mapping[UUID, str]:
        """What every identifier is called now, of cards folded into others too."""
        return self.vue().noms

    def doublons(self) -> tuple[Doublon, ...]:
        """Cards that are probably one, for a person to look at."""
        vue = self.vue()
        return doublons(vue.courantes, vue.publies)

    def etat(self) -> EtatRepertoire:
        """Which edition is in force, and how many cards are only ours."""
        with self._lire() as unite:
            derniere = unite.editions.derniere()
            locales = VueRepertoire.lire(unite).locales
        return EtatRepertoire(
            numero=derniere.numero if derniere else 0,
            du=derniere.du if derniere else None,
            locales=len(locales),
        )

    # --- writing

    def enregistrer(
        self,
        *,
        organismes: Iterable[Organisme] = (),
        milieux: Iterable[Milieu] = (),
        services: Iterable[ServicePartenaire] = (),
        projets: Iterable[Projet] = (),
        comites: Iterable[Comite] = (),
    ) -> None:
        """Keep descriptions, new or changed; what entries already say does not move.

        Raises:
            RegleMetier: a card is the region's, or a code cannot be given here.
        """
        fiches: tuple[FicheRepertoire, ...] = (
            *organismes,
            *milieux,
            *services,
            *projets,
            *comites,
        )
        self._faire(lambda unite: evolutions.enregistrer(unite, fiches))

    def code_pour(self, titre: str) -> str:
        """A free code for a new project or committee of this dossier."""
        with self._lire() as unite:
            pris = evolutions.codes_pris(VueRepertoire.lire(unite).toutes.values())
            local = unite.profil().role is Role.INTERVENANT
        return code_propose(titre, pris, local=local)

    def confirmer(self, id_: UUID) -> FicheRepertoire:
        """A card is no longer to be verified."""
        return self._faire(lambda unite: evolutions.confirmer(unite, id_))

    def succeder(self, ancien: UUID, nouveau: UUID, le: date) -> tuple[Milieu, ...]:
        """From that day on an organisme is another one; gives the milieux that changed hands."""
        return self._faire(lambda unite: evolutions.succeder(unite, ancien, nouveau, le))

    def deplacer(self, milieu: UUID, etat: EtatMilieu) -> Milieu:
        """A milieu changes organisme, MRC, category or dwellings from `etat.depuis` on."""
        return self._faire(lambda unite: evolutions.deplacer(unite, milieu, etat))

    def clore(self, id_: UUID, le: date) -> FicheRepertoire:
        """That day is the last one of a card."""
        return self._faire(lambda unite: evolutions.clore(unite, id_, le))

    def fusionner(self, de: UUID, vers: UUID) -> Fusion:
        """Fold a duplicate into the card that stays; entries that name it keep counting."""
        return self._faire(lambda unite: evolutions.fusionner(unite, de, vers))

    def defusionner(self, de: UUID) -> None:
        """Undo it."""
        self._faire(lambda unite: evolutions.defusionner(unite, de))

    def _faire(self, acte: Callable[[UnitOfWork], _T]) -> _T:
        with self._unite() as unite:
            resultat = acte(unite)
            unite.commit()
        return resultat
