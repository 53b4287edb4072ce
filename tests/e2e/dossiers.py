"""Fixtures of the tests that run commands: each has a dossier of its own."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.e2e.commande import PHRASE, Commandes, creer_dossier, ecrire_lignes

__all__ = ["cli", "corriger", "dossier", "dossier_vide", "phrase", "saisir"]


@pytest.fixture(scope="session")
def dossier_vide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What every dossier is a copy of; nobody opens it."""
    return creer_dossier(tmp_path_factory.mktemp("modele") / "dossier")


@pytest.fixture
def phrase(monkeypatch: pytest.MonkeyPatch) -> str:
    """The passphrase, in the environment."""
    monkeypatch.setenv("JOURNAL_SCLS_PHRASE", PHRASE)
    monkeypatch.delenv("JOURNAL_SCLS_DOSSIER", raising=False)
    return PHRASE


@pytest.fixture
def dossier(dossier_vide: Path, tmp_path: Path, phrase: str) -> Path:
    """An empty journal."""
    return Path(shutil.copytree(dossier_vide, tmp_path / "dossier"))


@pytest.fixture
def cli(dossier: Path, capsys: pytest.CaptureFixture[str]) -> Commandes:
    """The commands, on that journal."""
    return Commandes(dossier, capsys)


@pytest.fixture
def saisir(cli: Commandes, tmp_path: Path) -> Callable[..., list[str]]:
    """Adds entries through the command, gives their identifiers."""

    def saisir_(*fiches: Mapping[str, object]) -> list[str]:
        fichier = ecrire_lignes(tmp_path / "saisie.jsonl", *fiches)
        return [objet["id"] for objet in cli("saisir", "--json", fichier).reussi().objets]

    return saisir_


@pytest.fixture
def corriger(cli: Commandes, tmp_path: Path) -> Callable[..., None]:
    """Corrects some columns of an entry through the command."""

    def corriger_(id_: str, **colonnes: object) -> None:
        fichier = ecrire_lignes(tmp_path / "correction.json", colonnes)
        cli("corriger", id_, "--json", fichier).reussi()

    return corriger_
