"""A coordination whose tables are on a PostgreSQL server.

The dossier keeps what must not leave the office: the vault, the files received, the lock. In
place of the encrypted file it holds an address, without any secret, and whose base is there. A
second coordinator works in a copy of the dossier.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import Engine

from journal_scls.application.lectures import Filtre, LigneJournal, TotauxListe
from journal_scls.application.operation import Progress
from journal_scls.application.ports import Horloge
from journal_scls.domain.chiffres.comptes import Comptes, compter
from journal_scls.domain.chiffres.faits import Fait
from journal_scls.domain.errors import Environnement, RegleMetier
from journal_scls.domain.periode import Periode
from journal_scls.domain.profil import Profil, Role
from journal_scls.storage.base import SqlBase
from journal_scls.storage.coffre.sceau import SceauDossier
from journal_scls.storage.dialecte import tables_presentes
from journal_scls.storage.engine import NOM as NOM_BASE
from journal_scls.storage.engine import en_lecture
from journal_scls.storage.fichiers import ecrire_atomique, lire_borne
from journal_scls.storage.interventions.depot_interventions import SqlDepotInterventions
from journal_scls.storage.schema import migrer, version_de
from journal_scls.storage.serveur.adresse import lire_adresse
from journal_scls.storage.serveur.erreurs_postgres import aucune_saisie
from journal_scls.storage.unit_of_work import SqlUnitOfWork

NOM = "serveur.json"
_VERSION = 1
_TAILLE_MAX = 4096
_RETIRER = "Retirez --base (ou la variable JOURNAL_SCLS_BASE)."


@dataclass(frozen=True, slots=True)
class Marque:
    """What the dossier says of its base: the address, and the coordination that lives there."""

    adresse: str
    coordination: UUID

    def ecrire(self, dossier: Path) -> None:
        """Put it in the dossier."""
        champs = {
            "version": _VERSION,
            "base": self.adresse,
            "coordination": str(self.coordination),
        }
        ecrire_atomique(dossier / NOM, json.dumps(champs, indent=1).encode())

    @classmethod
    def lire(cls, dossier: Path) -> "Marque":
        """Read it.

        Raises:
            Environnement: it says nothing that can be used.
        """
        try:
            lu = json.loads(lire_borne(dossier / NOM, _TAILLE_MAX))
            if lu["version"] == _VERSION:
                return cls(str(lu["base"]), UUID(lu["coordination"]))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            pass
        raise Environnement(
            f"Le fichier « {NOM} » de ce dossier est illisible.",
            "Remettez en place une copie du dossier, ou donnez --base et recopiez ce fichier d'un "
            "autre poste de la coordination.",
        )


def tenu_sur_serveur(dossier: Path) -> bool:
    """Whether the dossier's base is on a server.

    Raises:
        Environnement: it says so and holds a file too; nobody can tell which one counts.
    """
    if not (dossier / NOM).exists():
        return False
    if (dossier / NOM_BASE).exists():
        raise Environnement(
            f"Ce dossier tient à la fois « {NOM_BASE} » et « {NOM} » : rien n'a été ouvert.",
            "Mettez de côté celui des deux qui n'est pas le bon.",
        )
    return True


class SansJournal:
    """ports.Lectures where no journal stands: nothing was ever typed on a server."""

    def lister(
        self, filtre: Filtre, *, limite: int | None = None, decalage: int = 0
    ) -> Sequence[LigneJournal]:
        """None."""
        del filtre, limite, decalage
        return []

    def parcourir(self, filtre: Filtre) -> Iterator[LigneJournal]:
        """None."""
        del filtre
        return iter(())

    def compter(self, filtre: Filtre) -> int:
        """None."""
        del filtre
        return 0

    def totaliser(self, filtre: Filtre) -> TotauxListe:
        """Nothing but zeros."""
        del filtre
        return TotauxListe(interventions=0, participations=0, minutes=0, references=0)

    def faits(self, filtre: Filtre) -> Iterator[Fait]:
        """None."""
        del filtre
        return iter(())

    def versions(self, filtre: Filtre) -> Iterator[tuple[bytes, bytes]]:
        """None."""
        del filtre
        return iter(())

    def timbre(self) -> str:
        """Nothing changes."""
        return ""

    def comptes(
        self,
        filtre: Filtre,
        periode: Periode,
        champs: Sequence[str],
        progress: Progress | None = None,
    ) -> Comptes:
        """Nothing but zeros."""
        del progress
        return compter(self.faits(filtre), periode, champs)

    def derniers_milieux(self, limite: int) -> Sequence[UUID]:
        """None."""
        del limite
        return []


class UniteServeur(SqlUnitOfWork):
    """ports.UnitOfWork of a coordination on a server."""

    @property
    def interventions(self) -> SqlDepotInterventions:
        """No entry stands on a server: the database itself refuses them, more curtly.

        Raises:
            Environnement: always.
        """
        raise aucune_saisie()

    def exiger_libre(self, sauf: UUID | None) -> None:
        """Refuse a base that somebody owns, except the one whose creation was killed."""
        uuid = self._ouverte.exec_driver_sql("SELECT uuid FROM dossier").scalar()
        if uuid is not None and (sauf is None or bytes(uuid) != sauf.bytes):
            raise Environnement(
                "Cette base tient déjà une coordination : rien n'y a été changé.",
                "Ouvrez-la avec une copie du dossier de cette coordination, ou demandez une base "
                "vide.",
            )


class BaseServeur(SqlBase):
    """The open base of a coordination on a server; its dossier stays locked until it is closed."""

    genre_unite = UniteServeur

    def __init__(
        self,
        dossier: Path,
        engine: Engine,
        horloge: Horloge,
        cle: bytes,
        liberer: Callable[[], None],
    ) -> None:
        super().__init__(engine, horloge, SceauDossier(cle))
        self.dossier = dossier
        self.cle = cle
        self._liberer = liberer

    @property
    def lectures(self) -> SansJournal:
        """No journal is here."""
        return SansJournal()

    def fermer(self) -> None:
        """Close the connections, forget the key, let others in."""
        try:
            super().fermer()
        finally:
            self._liberer()


@dataclass(frozen=True, slots=True)
class Serveur:
    """Makes and opens such bases."""

    migrations: Path
    horloge: Horloge

    def creer(
        self,
        dossier: Path,
        adresse: str,
        cle: bytes,
        profil: Profil,
        liberer: Callable[[], None],
        *,
        reste: UUID | None = None,
    ) -> BaseServeur:
        """Build the tables in an empty base and give it an owner.

        `reste` is the coordination whose creation in this very dossier was killed.

        Raises:
            Environnement: the base holds something, or the server refuses.
        """
        base = self._brancher(dossier, adresse, cle, liberer)
        try:
            _exiger_notre_schema(base.engine)
            migrer(base.engine, self.migrations, lambda: None)
            with UniteServeur(base.engine, self.horloge) as unite:
                unite.exiger_libre(reste)
                unite.enregistrer_profil(profil)
                # Before the commit: so that a creation killed after it knows its own base again.
                Marque(adresse, profil.id).ecrire(dossier)
                unite.commit()
        except BaseException:
            base.engine.dispose()
            raise
        return base

    def ouvrir(
        self, dossier: Path, adresse: str, cle: bytes, liberer: Callable[[], None]
    ) -> BaseServeur:
        """Open the base of the dossier, at another address when one is given, which is kept.

        Raises:
            Environnement: no answer, not the base of this dossier, newer than the program.
        """
        marque = Marque.lire(dossier)
        base = self._brancher(dossier, adresse or marque.adresse, cle, liberer)
        try:
            _exiger_la_meme(base.engine, marque.coordination)
            migrer(base.engine, self.migrations, lambda: None)
            if adresse not in {"", marque.adresse}:
                Marque(adresse, marque.coordination).ecrire(dossier)
        except BaseException:
            base.engine.dispose()
            raise
        return base

    def _brancher(
        self, dossier: Path, adresse: str, cle: bytes, liberer: Callable[[], None]
    ) -> BaseServeur:
        from journal_scls.storage.serveur.postgres import ouvrir_serveur  # noqa: PLC0415  (few need it)

        engine = ouvrir_serveur(lire_adresse(adresse))
        return BaseServeur(dossier, engine, self.horloge, cle, liberer)


def exiger_coordination(profil: Profil) -> None:
    """A journal stays with the person who types it: it works without a network, and holds notes.

    Raises:
        RegleMetier: this is a journal's.
    """
    if profil.role is not Role.COORDINATION:
        raise RegleMetier(
            "Le journal d'un intervenant reste sur son ordinateur : seule une coordination se "
            "tient sur un serveur.",
            _RETIRER,
            champ="base",
        )


def refuser_adresse() -> RegleMetier:
    """An address was given for a dossier that holds a file."""
    return RegleMetier(
        "Ce dossier tient sa base dans un fichier, et non sur un serveur : rien n'a été ouvert.",
        f"{_RETIRER} Pour passer sur un serveur : « lot reconstruire --vers ».",
        champ="base",
    )


def _exiger_notre_schema(engine: Engine) -> None:
    with en_lecture(engine).begin() as connexion:
        tables = tables_presentes(connexion)
    if tables and "alembic_version" not in tables:
        raise Environnement(
            "Cette base contient déjà autre chose : rien n'y a été changé.",
            "Demandez une base vide pour la coordination.",
        )


def _exiger_la_meme(engine: Engine, coordination: UUID) -> None:
    """Never make tables where a base is expected, nor write in somebody else's."""
    uuid = None
    if version_de(engine) is not None:
        with en_lecture(engine).begin() as connexion:
            uuid = connexion.exec_driver_sql("SELECT uuid FROM dossier").scalar()
    if uuid is None:
        raise Environnement(
            "Cette base est vide : aucune coordination n'y a été créée à la place de la vôtre.",
            "Vérifiez l'adresse, ou faites remettre la sauvegarde du serveur.",
        )
    if bytes(uuid) != coordination.bytes:
        raise Environnement(
            "Cette base est celle d'une autre coordination : rien n'a été ouvert.",
            "Vérifiez l'adresse ou le dossier.",
        )
