"""Real encrypted files, made once by the migrations and copied for each test."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Engine

from journal_scls.paths import migrations_dir
from journal_scls.storage.coffre.sceau import SceauDossier
from journal_scls.storage.engine import NOM, fermer_engine, ouvrir_engine
from journal_scls.storage.sauvegarde import backup
from tests.bases import creer_base
from tests.journaux_simules import NOMS, JournalSimule, RegionSimulee
from tests.postgres import Postgres
from tests.storage.lignes import QUAND, SECRET, ajouter


@dataclass(frozen=True)
class Fichier:
    """A closed encrypted database and its key."""

    chemin: Path
    cle: bytes

    @property
    def dossier(self) -> Path:
        return self.chemin.parent


@pytest.fixture(scope="session")
def modele(tmp_path_factory: pytest.TempPathFactory) -> Fichier:
    """The file every other one is a copy of; nobody opens it."""
    chemin = tmp_path_factory.mktemp("modele") / NOM
    cle = os.urandom(32)
    creer_base(chemin, cle, migrations_dir())
    return Fichier(chemin, cle)


@pytest.fixture
def base_fermee(modele: Fichier, tmp_path: Path) -> Fichier:
    """A dossier with an empty journal at the head of the migrations, and something of a vault."""
    dossier = tmp_path / "dossier"
    dossier.mkdir(mode=0o700)
    for nom, octets in ((NOM, modele.chemin.read_bytes()), ("vault.json", b'{"coffre": 1}')):
        (dossier / nom).touch(0o600)
        (dossier / nom).write_bytes(octets)
    return Fichier(dossier / NOM, modele.cle)


@pytest.fixture
def base_vide(base_fermee: Fichier) -> Iterator[Engine]:
    """The same, open."""
    engine = ouvrir_engine(base_fermee.chemin, base_fermee.cle)
    yield engine
    fermer_engine(engine)


@pytest.fixture
def pleine(base_vide: Engine) -> Engine:
    """A journal with notes."""
    with base_vide.begin() as connexion:
        for i in range(120):
            ajouter(connexion, f"{SECRET} {i}")
    return base_vide


@pytest.fixture
def copie(pleine: Engine, base_fermee: Fichier, tmp_path: Path) -> Path:
    """A backup of it, on a USB key."""
    return backup.creer(pleine, base_fermee.dossier / "vault.json", tmp_path / "clé", QUAND)


Regions = Callable[[], AbstractContextManager[RegionSimulee]]


@pytest.fixture
def regions_fichier(modele: Fichier, tmp_path_factory: pytest.TempPathFactory) -> Regions:
    """Makes empty regions in an encrypted file, which know the six journals."""

    @contextmanager
    def faire() -> Iterator[RegionSimulee]:
        chemin = _dossier_neuf(tmp_path_factory) / NOM
        chemin.touch(0o600)
        chemin.write_bytes(modele.chemin.read_bytes())
        engine = ouvrir_engine(chemin, modele.cle)
        try:
            yield RegionSimulee(engine, chemin.parent).preparer(map(JournalSimule, NOMS))
        finally:
            fermer_engine(engine)

    return faire


@pytest.fixture
def regions_serveur(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Regions:
    """The same on a server."""

    @contextmanager
    def faire() -> Iterator[RegionSimulee]:
        with postgres.pretee() as engine:
            dossier, sceau = _dossier_neuf(tmp_path_factory), SceauDossier(b"k" * 32)
            region = RegionSimulee(engine, dossier, sceau=sceau)
            yield region.preparer(map(JournalSimule, NOMS))

    return faire


@pytest.fixture(params=["fichier", "serveur"])
def region_vide(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RegionSimulee]:
    """A region that knows nobody yet (`preparer`), in a file and on a server."""
    if request.param == "fichier":
        fichier = request.getfixturevalue("base_fermee")
        yield RegionSimulee(request.getfixturevalue("base_vide"), fichier.dossier)
        return
    with request.getfixturevalue("postgres").pretee() as engine:
        dossier = _dossier_neuf(tmp_path_factory)
        yield RegionSimulee(engine, dossier, sceau=SceauDossier(b"k" * 32))


def _dossier_neuf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    dossier = tmp_path_factory.mktemp("region") / "dossier"
    dossier.mkdir()
    return dossier
