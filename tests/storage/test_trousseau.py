"""The keyring is a convenience: whatever it does, the answer is the key or "ask the phrase"."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from journal_scls.storage.coffre import trousseau as module
from journal_scls.storage.coffre.trousseau import (
    Candidat,
    TrousseauEnMemoire,
    TrousseauSysteme,
    candidats_permis,
)

ID = "0" * 32
CLE = bytes(range(32))


class MoteurHonnete:
    """What a keyring of the system does, without the system."""

    def __init__(self):
        self.secrets = {}

    def get_password(self, service, username):
        return self.secrets.get((service, username))

    def set_password(self, service, username, password):
        self.secrets[service, username] = password

    def delete_password(self, service, username):
        del self.secrets[service, username]


class MoteurNul(MoteurHonnete):
    """As keyring.backends.null: accepts, then has never heard of it."""

    def get_password(self, service, username):
        return None


class MoteurVerrouille(MoteurHonnete):
    """A keyring whose prompt was dismissed."""

    def get_password(self, service, username):
        raise RuntimeError("Failed to unlock the collection!")

    set_password = delete_password = get_password


class MoteurFige(MoteurHonnete):
    """A keyring waiting on a prompt that nobody sees."""

    def __init__(self):
        super().__init__()
        self.reveil = threading.Event()
        self.appels = 0

    def get_password(self, service, username):
        self.appels += 1
        self.reveil.wait()
        return super().get_password(service, username)


def systeme(*moteurs, delai=5.0):
    return TrousseauSysteme(
        [Candidat(f"essai-{'abc'[i]}", lambda m=m: m) for i, m in enumerate(moteurs)], delai
    )


def absent():
    raise ImportError("no such library here")


@pytest.fixture
def fige():
    moteur = MoteurFige()
    yield moteur
    moteur.reveil.set()


# --- any honest keyring


@pytest.mark.parametrize("fabrique", [TrousseauEnMemoire, lambda: systeme(MoteurHonnete())])
def test_a_key_is_kept_per_vault_and_forgotten(fabrique):
    trousseau = fabrique()
    assert trousseau.lire(ID) is None
    assert trousseau.deposer(ID, CLE)
    assert trousseau.deposer("1" * 32, CLE[::-1])
    assert trousseau.lire(ID) == CLE
    trousseau.effacer(ID)
    assert trousseau.lire(ID) is None
    assert trousseau.lire("1" * 32) == CLE[::-1]
    trousseau.effacer(ID)  # twice is harmless


def test_the_secret_is_64_hexadecimal_digits():
    """Windows keeps at most 1 280 characters."""
    moteur = MoteurHonnete()
    systeme(moteur).deposer(ID, CLE)
    assert list(moteur.secrets.values()) == [CLE.hex()]


# --- T30, T35: none, locked


@pytest.mark.parametrize("moteurs", [[], [MoteurVerrouille()], [MoteurNul()]])
def test_without_a_working_keyring_every_answer_is_none(moteurs):
    trousseau = systeme(*moteurs)
    assert trousseau.deposer(ID, CLE) is None
    assert trousseau.lire(ID) is None
    trousseau.effacer(ID)


def test_a_backend_that_cannot_be_built_lets_the_next_one_answer():
    trousseau = TrousseauSysteme([Candidat("a", absent), Candidat("b", MoteurHonnete().__class__)])
    assert trousseau.deposer(ID, CLE) == "b"


# --- T32: read back


class MoteurInfidele(MoteurHonnete):
    """Keeps something else."""

    def set_password(self, service, username, password):
        super().set_password(service, username, password.replace("0", "1"))


@pytest.mark.parametrize("moteur", [MoteurNul(), MoteurInfidele()])
def test_a_keyring_that_does_not_give_back_the_secret_is_not_used(moteur):
    assert systeme(moteur).deposer(ID, CLE) is None
    assert systeme(moteur, MoteurHonnete()).deposer(ID, CLE) == "essai-b"


@pytest.mark.parametrize("valeur", ["", "zz", "00", CLE.hex() + "00", "é", CLE.hex()[:-1]])
def test_what_is_not_a_key_is_not_given(valeur):
    moteur = MoteurHonnete()
    moteur.set_password(f"Journal SCLS {ID}", "coffre", valeur)
    assert systeme(moteur).lire(ID) is None


# --- T35: hangs


def test_a_keyring_that_hangs_is_given_up(fige):
    trousseau = systeme(fige, delai=0.1)
    debut = time.monotonic()
    assert trousseau.lire(ID) is None
    assert 0.1 <= time.monotonic() - debut < 1


def test_while_it_hangs_no_second_prompt_is_opened(fige):
    trousseau = systeme(fige, delai=0.05)
    assert [trousseau.lire(ID) for _ in range(5)] == [None] * 5
    assert trousseau.deposer(ID, CLE) is None
    assert fige.appels == 1


def test_a_keyring_that_wakes_up_serves_again(fige):
    trousseau = systeme(fige, delai=0.05)
    fige.secrets[f"Journal SCLS {ID}", "coffre"] = CLE.hex()
    assert trousseau.lire(ID) is None
    fige.reveil.set()
    trousseau._fil.join()
    assert trousseau.lire(ID) == CLE


def test_five_seconds_are_given_by_default():
    assert TrousseauSysteme([])._delai == module.DELAI == 5


def test_a_hung_keyring_does_not_keep_the_program_from_ending():
    programme = (
        "import threading\n"
        "from journal_scls.storage.coffre.trousseau import Candidat, TrousseauSysteme\n"
        "fige = lambda: threading.Event().wait()\n"
        "print(TrousseauSysteme([Candidat('fige', fige)], 0.05).lire('0'))\n"
    )
    assert lancer(programme, dict(os.environ)) == "None"


# --- T31, T33: the library's own choice is never followed

PIEGE = """
from pathlib import Path
from keyring.backend import KeyringBackend

class PlaintextKeyring(KeyringBackend):
    priority = 100
    def get_password(self, service, username):
        Path({marque!r}).write_text("lu")
    def set_password(self, service, username, password):
        Path({marque!r}).write_text(password)
"""

DEPOSER = """
from journal_scls.storage.coffre.trousseau import TrousseauSysteme
t = TrousseauSysteme()
print(t.deposer("0" * 32, bytes(32)), t.lire("0" * 32))
"""

CHOIX_DE_KEYRING = """
import keyring
keyring.set_password("service", "nom", "secret")
"""


@pytest.fixture
def piege(tmp_path):
    """A plaintext backend installed as keyrings.alt is, and a session without any keyring."""
    marque = tmp_path / "secret_en_clair"
    paquet = tmp_path / "site"
    infos = paquet / "piege-1.0.dist-info"
    infos.mkdir(parents=True)
    (paquet / "piege.py").write_text(PIEGE.format(marque=str(marque)))
    (infos / "METADATA").write_text("Metadata-Version: 2.1\nName: piege\nVersion: 1.0\n")
    (infos / "entry_points.txt").write_text("[keyring.backends]\npiege = piege\n")
    env = dict(os.environ, DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent", HOME=str(tmp_path))
    env["PYTHONPATH"] = os.pathsep.join([str(paquet), *filter(None, sys.path)])
    env["XDG_CONFIG_HOME"] = str(tmp_path / "config")
    return marque, env


def lancer(programme: str, env: dict[str, str]) -> str:
    return subprocess.run(
        [sys.executable, "-c", programme], env=env, capture_output=True, text=True, check=True
    ).stdout.strip()


linux = pytest.mark.skipif(sys.platform != "linux", reason="the session's bus is taken away")


@linux
def test_the_trap_is_real(piege):
    marque, env = piege
    lancer(CHOIX_DE_KEYRING, env)
    assert marque.read_text() == "secret"


@linux
def test_an_installed_plaintext_backend_is_not_used(piege):
    marque, env = piege
    assert lancer(DEPOSER, env) == "None None"
    assert not marque.exists()


@linux
def test_a_backend_named_by_the_environment_is_not_used(piege):
    marque, env = piege
    assert lancer(DEPOSER, {**env, "PYTHON_KEYRING_BACKEND": "piege.PlaintextKeyring"}) == (
        "None None"
    )
    assert lancer(DEPOSER, {**env, "PYTHON_KEYRING_BACKEND": "nope.Nope"}) == "None None"
    assert not marque.exists()


@linux
def test_a_hostile_keyringrc_is_not_read(piege):
    marque, env = piege
    dossier = Path(env["XDG_CONFIG_HOME"], "python_keyring")
    dossier.mkdir(parents=True)
    (dossier / "keyringrc.cfg").write_text(
        f"[backend]\ndefault-keyring=hostile.PlaintextKeyring\nkeyring-path={dossier}\n"
    )
    (dossier / "hostile.py").write_text(PIEGE.format(marque=str(marque)))
    env = {**env, "PYTHONPATH": env["PYTHONPATH"].partition(os.pathsep)[2]}
    lancer(CHOIX_DE_KEYRING, env)
    assert marque.read_text() == "secret"  # the trap is real
    marque.unlink()
    assert lancer(DEPOSER, env) == "None None"
    assert not marque.exists()


def test_only_encrypted_keyrings_are_allowed():
    assert {(m, c) for m, c, _ in module._PERMIS.values()} == {
        ("keyring.backends.SecretService", "Keyring"),
        ("keyring.backends.kwallet", "DBusKeyring"),
        ("keyring.backends.Windows", "WinVaultKeyring"),
        ("keyring.backends.macOS", "Keyring"),
    }


@pytest.mark.parametrize(
    ("plateforme", "noms"),
    [("linux", ["secret", "kwallet"]), ("win32", ["windows"]), ("darwin", ["macos"])],
)
def test_each_system_has_its_own(monkeypatch, plateforme, noms):
    monkeypatch.setattr(sys, "platform", plateforme)
    assert [c.nom for c in candidats_permis()] == noms


MOTEUR_ESSAI = """
from keyring.backend import KeyringBackend

class Moteur(KeyringBackend):
    priority = 5
    persist = "enterprise"
    collection = "session"
    def get_password(self, service, username):
        return None
    def set_password(self, service, username, password):
        pass

class Indisponible(Moteur):
    priority = 0
"""


@pytest.fixture
def moteur_essai(tmp_path, monkeypatch):
    (tmp_path / "moteur_essai.py").write_text(MOTEUR_ESSAI)
    monkeypatch.syspath_prepend(tmp_path)
    yield "moteur_essai"
    sys.modules.pop("moteur_essai", None)
    module._sans_environnement.cache_clear()


def test_properties_from_the_environment_are_ignored(moteur_essai, monkeypatch):
    monkeypatch.setenv("KEYRING_PROPERTY_COLLECTION", "hostile")
    monkeypatch.setenv("KEYRING_PROPERTY_PERSIST", "hostile")
    moteur = module._construire(moteur_essai, "Moteur", {"persist": "local machine"})
    assert (moteur.collection, moteur.persist) == ("session", "local machine")


def test_a_backend_that_says_it_cannot_serve_is_skipped(moteur_essai):
    with pytest.raises(LookupError):
        module._construire(moteur_essai, "Indisponible", {})


def test_the_secret_stays_out_of_the_log(caplog):
    class Bavard(MoteurHonnete):
        def set_password(self, service, username, password):
            raise ValueError(password)

    caplog.set_level("DEBUG")
    assert systeme(Bavard()).deposer(ID, CLE) is None
    assert "ValueError" in caplog.text
    assert CLE.hex() not in caplog.text


def test_keyring_is_imported_only_when_asked():
    programme = "import sys, journal_scls.storage.coffre.trousseau; print('keyring' in sys.modules)"
    assert lancer(programme, dict(os.environ)) == "False"
