"""Two or more dossiers that write to each other: real encrypted files, keys, lots and folders."""

import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Engine

from journal_scls.application.inscription.cles_journaux import ClesJournaux
from journal_scls.application.inscription.identites import Identites
from journal_scls.application.inscription.inscriptions import Inscriptions
from journal_scls.application.lots.accuses import Accuses
from journal_scls.application.repertoire.editions import Editions
from journal_scls.application.repertoire.propositions import Propositions
from journal_scls.application.repertoire.repertoire import Repertoire
from journal_scls.domain.profil import Profil, Role
from journal_scls.paths import migrations_dir
from journal_scls.storage.base import SqlBase
from journal_scls.storage.engine import NOM, consolider, fermer_engine, ouvrir_engine
from journal_scls.storage.fichiers import dossier_prive, ecrire_atomique
from journal_scls.sync.inscription.cles import ClesAge
from journal_scls.sync.inscription.plis import EtatsLots, PlisFichiers
from journal_scls.sync.lot import conteneur as zips
from journal_scls.sync.lot import ecrivain, manifeste
from journal_scls.sync.lot.charge import lignes, ouvrir
from journal_scls.sync.lot.enregistrement import Version, decoder, empreinte, encoder
from journal_scls.sync.lot.etat import CumulEtat
from journal_scls.sync.lot.manifeste import Etat, Genre
from journal_scls.sync.repertoire.paquet import PaquetsFichiers
from journal_scls.sync.repertoire.propositions import PlisPropositions
from tests.bases import creer_base
from tests.fabriques import HorlogeFixe, profil, vocabulaires
from tests.sync.lot import outils

CLE_BASE = b"\x07" * 32


@dataclass
class Poste:
    """An open dossier and its use cases."""

    dossier: Path
    engine: Engine
    profil: Profil
    horloge: HorlogeFixe = field(default_factory=HorlogeFixe)

    def __post_init__(self) -> None:
        self.base = SqlBase(self.engine, self.horloge)
        self.lettres = ClesAge()
        self.plis = PlisFichiers(partial(ecrire_atomique, relire=True), dossier_prive)
        unite = self.base.unite
        self.identites = Identites(unite, self.lettres, self.plis, self.horloge)
        commun = (unite, self.identites, self.lettres, self.plis, self.horloge)
        self.inscriptions = Inscriptions(*commun)
        self.cles = ClesJournaux(*commun)
        self.accuses = Accuses(unite, self.identites, self.plis, EtatsLots(), self.horloge)
        self.repertoire = self._repertoire(PaquetsFichiers(partial(ecrire_atomique, relire=True)))

    def _repertoire(self, paquets: PaquetsFichiers) -> Repertoire:
        unite, horloge = self.base.unite, self.horloge
        return Repertoire(
            unite,
            self.base.unite_de_lecture,
            Editions(unite, self.identites, paquets, vocabulaires(), horloge),
            Propositions(unite, self.identites, self.plis, PlisPropositions(), horloge),
        )

    @property
    def id(self) -> UUID:
        return self.profil.id

    @property
    def identite(self) -> Any:
        return self.identites.ici()

    @property
    def empreinte(self) -> str:
        return str(self.identite.empreinte)

    def ligne(self, texte: str, *valeurs: object) -> list[Any]:
        with self.engine.begin() as connexion:
            return [tuple(r) for r in connexion.exec_driver_sql(texte, valeurs)]

    def executer(self, texte: str, *valeurs: object) -> None:
        with self.engine.begin() as connexion:
            connexion.exec_driver_sql(texte, valeurs)

    def registre(self) -> list[str]:
        return [acte for (acte,) in self.ligne("SELECT acte FROM evenement ORDER BY id")]

    def fermer(self) -> None:
        fermer_engine(self.engine)


class Postes:
    """Makes dossiers in a folder, each a copy of one made by the migrations."""

    def __init__(self, racine: Path, modele: Path) -> None:
        self.racine = racine
        self._modele = modele
        self._ouverts: list[Poste] = []

    def faire(self, nom: str, role: Role = Role.INTERVENANT, **du_profil: Any) -> Poste:
        dossier = self.racine / nom
        dossier.mkdir(mode=0o700)
        shutil.copyfile(self._modele, dossier / NOM)
        return self._ouvrir(dossier, profil(role=role, **du_profil))

    def copier(self, poste: Poste, nom: str) -> Poste:
        """The same dossier, restored or cloned elsewhere."""
        dossier = self.racine / nom
        dossier.mkdir(mode=0o700)
        consolider(poste.engine)
        shutil.copyfile(poste.dossier / NOM, dossier / NOM)
        return self._ouvrir(dossier, poste.profil)

    def _ouvrir(self, dossier: Path, du: Profil) -> Poste:
        poste = Poste(dossier, ouvrir_engine(dossier / NOM, CLE_BASE), du)
        with poste.base.unite() as unite:
            unite.enregistrer_profil(du)
            unite.commit()
        self._ouverts.append(poste)
        return poste

    def region(self, nom: str = "region", **du_profil: Any) -> Poste:
        return self.faire(
            nom,
            Role.COORDINATION,
            **({"code": "REG-01", "nom_affiche": "Région fictive"} | du_profil),
        )

    def inscrire(self, journal: Poste, region: Poste) -> None:
        """The three files, each fingerprint typed as it was heard."""
        invitation, demande, acceptation = (
            self.racine / f"{journal.dossier.name}-{i}" for i in ("inv", "dem", "acc")
        )
        region.inscriptions.inviter(invitation)
        journal.inscriptions.demander(invitation, region.empreinte, demande)
        region.inscriptions.accepter(demande, journal.empreinte, acceptation)
        journal.inscriptions.rejoindre(acceptation)

    def fermer(self) -> None:
        for poste in self._ouverts:
            with suppress(RuntimeError):
                poste.fermer()


def faire_modele(dossier: Path) -> Path:
    """The file that every dossier is a copy of."""
    creer_base(dossier / NOM, CLE_BASE, migrations_dir())
    return dossier / NOM


# --- lots, as an exporter and an importer would leave them in the two bases


@dataclass
class Expediteur:
    """Makes lots of a journal and keeps them in its outbox."""

    journal: Poste
    region: UUID
    incarnation: UUID = field(default_factory=uuid4)
    epoque: int = 1
    prev: str | None = None
    seq: int = 0
    versions: dict[str, Version] = field(default_factory=dict)

    def ouvrir(self) -> "Expediteur":
        self.journal.executer(
            "INSERT INTO incarnation (uuid, epoque, ouverte_le) VALUES (?, ?, '')",
            self.incarnation.bytes,
            self.epoque,
        )
        return self

    def faire(self, *nouvelles: Version, genre: Genre = Genre.DELTA) -> bytes:
        """The next lot, in the outbox; its plaintext container."""
        self.versions |= {v.id: v for v in nouvelles}
        self.seq += 1
        contenu = self.versions.values() if genre is Genre.COMPLET else nouvelles
        entete = outils.entete(
            journal=str(self.journal.id),
            incarnation=str(self.incarnation),
            epoch=self.epoque,
            seq=self.seq,
            prev=self.prev,
            to=str(self.region),
            kind=genre,
            period=None,
            state=etat_de(self.versions.values()),
        )
        octets = ecrivain.composer_lot(entete, contenu, self.journal.identite.cle_signature)
        self.prev = manifeste.empreinte(zips.lire(octets).manifeste)
        self.journal.executer(
            """INSERT INTO envoi (incarnation_id, seq, genre, empreinte, conteneur, ecritures,
            cree_le) SELECT id, ?, ?, ?, ?, 0, '' FROM incarnation WHERE uuid = ?""",
            self.seq, genre.value, self.prev, octets, self.incarnation.bytes,
        )  # fmt: skip
        return octets


def etat_de(versions: Any) -> Etat:
    cumul = CumulEtat()
    for version in sorted(versions, key=lambda v: v.id):
        cumul.ajouter(version.id, version.rev, empreinte(encoder(version)))
    return cumul.etat


def importer(region: Poste, *lots: bytes) -> None:
    """What an importer leaves behind, without its checks."""
    for octets in lots:
        membres = zips.lire(octets)
        lu = manifeste.lire(membres.manifeste)
        assert lu is not None
        journal = lu.journal_id.bytes
        with region.engine.begin() as connexion:
            connexion.exec_driver_sql(
                """INSERT INTO reception VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '')
                ON CONFLICT DO NOTHING""",
                (manifeste.empreinte(membres.manifeste), journal, UUID(lu.incarnation).bytes,
                 lu.epoch, lu.seq, lu.prev, lu.kind.value, lu.since_ack, lu.state.count,
                 lu.state.digest, membres.manifeste),
            )  # fmt: skip
            for ligne in lignes(ouvrir(membres.charge, lu.charge)):
                v = decoder(ligne)
                connexion.exec_driver_sql(
                    "INSERT INTO version VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    (
                        journal,
                        UUID(v.id).bytes,
                        v.ep,
                        v.rev,
                        empreinte(ligne),
                        v.deleted,
                        ligne,
                        UUID(lu.incarnation).bytes,
                        lu.seq,
                    ),
                )


def accuser(region: Poste, dossier: Path) -> dict[UUID, Path]:
    """The accusé of each journal."""
    return {ecrit.journal: ecrit.fichier for ecrit in region.accuses.accuser(dossier)}
