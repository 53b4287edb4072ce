"""One transaction: rolled back unless committed.

The engine itself says in French what the disk does to it (engine.py): nothing to translate here.
"""

from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from journal_scls.application.ports import Acte, Horloge
from journal_scls.domain.errors import Environnement
from journal_scls.domain.profil import Profil
from journal_scls.storage import tables
from journal_scls.storage.coffre.sceau import SansSceau, Sceau
from journal_scls.storage.depot_repertoire import SqlDepotRepertoire
from journal_scls.storage.interventions.depot_brouillons import SqlDepotBrouillons
from journal_scls.storage.interventions.depot_interventions import SqlDepotInterventions
from journal_scls.storage.interventions.mappers import instant, lire_instant
from journal_scls.storage.lots.depot_accuses import SqlDepotAccuses
from journal_scls.storage.lots.depot_envois import SqlDepotEnvois
from journal_scls.storage.lots.depot_inscriptions import SqlDepotInscriptions
from journal_scls.storage.lots.depot_receptions import SqlDepotReceptions
from journal_scls.storage.mappers_repertoire import ligne_profil, lire_profil
from journal_scls.storage.publications.depot_publications import SqlDepotPublications
from journal_scls.storage.repertoire.depot_editions import SqlDepotEditions
from journal_scls.storage.repertoire.depot_partenaires import SqlDepotPartenaires
from journal_scls.storage.repertoire.depot_propositions import SqlDepotPropositions
from journal_scls.storage.saisie.depot_saisie import SqlDepotSaisie
from journal_scls.storage.sql import inserer, premiere

_PROFIL = inserer(tables.dossier, remplacer="id")
_DOSSIER = "SELECT id, uuid, role, code, employeur_type, nom_affiche, demo, cree_le FROM dossier"
_PREFERENCE = inserer(tables.preference, remplacer="nom")
_EVENEMENT = inserer(tables.evenement, sauf=("id",))


class SqlUnitOfWork:
    """ports.UnitOfWork on one connection of the engine, whose transactions are a writer's.

    What is done after a `commit` belongs to a new transaction, which needs its own.
    """

    def __init__(self, engine: Engine, horloge: Horloge, sceau: Sceau | None = None) -> None:
        self._engine = engine
        self._horloge = horloge
        self._sceau = sceau or SansSceau()
        self._connexion: Connection | None = None

    def __enter__(self) -> Self:
        connexion = self._engine.connect()
        try:
            connexion.begin()
        except BaseException:
            connexion.close()
            raise
        self._connexion = connexion
        self._interventions = SqlDepotInterventions(connexion)
        self._repertoire = SqlDepotRepertoire(connexion)
        self._brouillons = SqlDepotBrouillons(connexion)
        return self

    def __exit__(
        self,
        type_: type[BaseException] | None,
        valeur: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        connexion, self._connexion = self._ouverte, None
        connexion.close()  # rolls back what was not committed

    @property
    def interventions(self) -> SqlDepotInterventions:
        """Entries and their revisions."""
        return self._interventions

    @property
    def repertoire(self) -> SqlDepotRepertoire:
        """Organismes and milieux."""
        return self._repertoire

    @property
    def partenaires(self) -> SqlDepotPartenaires:
        """Partner services, projects and committees."""
        return SqlDepotPartenaires(self._ouverte)

    @property
    def editions(self) -> SqlDepotEditions:
        """Fusions, and the editions of the directory."""
        return SqlDepotEditions(self._ouverte)

    @property
    def propositions(self) -> SqlDepotPropositions:
        """What was proposed for the directory."""
        return SqlDepotPropositions(self._ouverte)

    @property
    def brouillons(self) -> SqlDepotBrouillons:
        """Drafts."""
        return self._brouillons

    @property
    def saisie(self) -> SqlDepotSaisie:
        """What helps typing."""
        return SqlDepotSaisie(self._ouverte)

    @property
    def envois(self) -> SqlDepotEnvois:
        """The outbox."""
        return SqlDepotEnvois(self._ouverte)

    @property
    def receptions(self) -> SqlDepotReceptions:
        """What a coordination received."""
        return SqlDepotReceptions(self._ouverte, self._horloge)

    @property
    def inscriptions(self) -> SqlDepotInscriptions:
        """Keys, the region, the journals of the region."""
        return SqlDepotInscriptions(self._ouverte, self._sceau)

    @property
    def accuses(self) -> SqlDepotAccuses:
        """What the region has, and what the journal concluded."""
        return SqlDepotAccuses(self._ouverte)

    @property
    def publications(self) -> SqlDepotPublications:
        """Published documents and closed periods."""
        return SqlDepotPublications(self._ouverte)

    def profil(self) -> Profil:
        """Whose dossier this is.

        Raises:
            Environnement: the file has no owner, so it was never finished being made.
        """
        ligne = premiere(self._ouverte, _DOSSIER)
        if ligne is None:
            raise Environnement(
                "Ce dossier n'a pas de propriétaire : sa création n'est pas terminée.",
                "Créez un nouveau dossier ou restaurez une sauvegarde.",
            )
        return lire_profil(ligne)

    def enregistrer_profil(self, profil: Profil) -> None:
        """Replace the profile."""
        self._ouverte.exec_driver_sql(_PROFIL, ligne_profil(profil))

    def preference(self, nom: str) -> str:
        """A preference's value, '' when never set."""
        texte = "SELECT valeur FROM preference WHERE nom = ?"
        return str(self._ouverte.exec_driver_sql(texte, (nom,)).scalar() or "")

    def enregistrer_preference(self, nom: str, valeur: str) -> None:
        """Set a preference."""
        self._ouverte.exec_driver_sql(_PREFERENCE, (nom, valeur))

    def noter(self, acte: str, detail: str = "") -> None:
        """Write a sensitive act in the dossier's register (never any content)."""
        ligne = (instant(self._horloge.maintenant()), acte, detail)
        self._ouverte.exec_driver_sql(_EVENEMENT, ligne)

    def actes(self, *, limite: int) -> tuple[Acte, ...]:
        """The register, newest first."""
        texte = "SELECT le, acte, detail FROM evenement ORDER BY id DESC LIMIT ?"
        lignes = self._ouverte.exec_driver_sql(texte, (limite,))
        return tuple(Acte(lire_instant(le), acte, detail) for le, acte, detail in lignes)

    def commit(self) -> None:
        """Make it last: returns once the disk has it."""
        self._ouverte.commit()

    @property
    def _ouverte(self) -> Connection:
        if self._connexion is None:
            raise RuntimeError("a unit of work is used inside its with block")
        return self._connexion
