"""The real tools open and verify our lots, and we read what they make: a second opinion."""

import shutil
import subprocess
from pathlib import Path

import pytest

from journal_scls.sync.lot import conteneur as zips
from journal_scls.sync.lot import ecrivain, enveloppe, sshsig
from journal_scls.sync.lot.cles import ligne_allowed_signers, ligne_openssh
from journal_scls.sync.lot.lecteur import LotLu
from journal_scls.sync.lot.sshsig import Espace
from tests.sync.lot import outils
from tests.sync.lot.outils import AUTRE_JOURNAL, DESTINATAIRES, JOURNAL, REGION

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("age", "unzip", "sha256sum", "ssh-keygen", "gzip"))),
    reason="needs age, unzip, sha256sum, gzip and ssh-keygen (script/setup installs them)",
)


def lancer(*commande: str | Path, cwd: Path, entree: bytes = b"") -> subprocess.CompletedProcess:
    return subprocess.run(commande, cwd=cwd, input=entree, capture_output=True, check=False)


@pytest.fixture
def depot(tmp_path: Path) -> Path:
    scelle = ecrivain.sceller(outils.conteneur(), DESTINATAIRES)
    (tmp_path / "lot.scls").write_bytes(scelle)
    (tmp_path / "cle.txt").write_text(REGION.identite_age + "\n")
    (tmp_path / "signataires").write_text(
        ligne_allowed_signers("journal", JOURNAL.publique.cle, [Espace.LOT])
    )
    return tmp_path


def test_ordinary_tools_open_and_verify_a_lot(depot: Path):
    fait = lancer("age", "-d", "-i", "cle.txt", "-o", "lot.zip", "lot.scls", cwd=depot)
    assert fait.returncode == 0, fait.stderr
    assert (depot / "lot.zip").read_bytes() == outils.conteneur()
    assert lancer("unzip", "-t", "lot.zip", cwd=depot).returncode == 0
    assert lancer("unzip", "-q", "lot.zip", cwd=depot).returncode == 0
    assert sorted(p.name for p in depot.iterdir()) == sorted(
        [*zips.MEMBRES, "lot.scls", "lot.zip", "cle.txt", "signataires"]
    )
    assert lancer("sha256sum", "-c", "--strict", "SHA256SUMS", cwd=depot).returncode == 0
    lignes = lancer("gzip", "-dc", "records.jsonl.gz", cwd=depot)
    assert lignes.returncode == 0
    assert lignes.stdout.count(b"\n") == 3
    assert verifier(depot, Espace.LOT).returncode == 0


def verifier(depot: Path, espace: str) -> subprocess.CompletedProcess:
    return lancer(
        "ssh-keygen", "-Y", "verify", "-f", "signataires", "-I", "journal", "-n", espace,
        "-s", "manifest.json.sig",
        cwd=depot,
        entree=(depot / "manifest.json").read_bytes(),
    )  # fmt: skip


def test_ssh_keygen_refuses_what_it_should(depot: Path):
    membres = zips.lire(outils.conteneur())
    (depot / "manifest.json").write_bytes(membres.manifeste)
    (depot / "manifest.json.sig").write_bytes(membres.signature)
    assert verifier(depot, Espace.LOT).returncode == 0
    assert verifier(depot, Espace.ACCUSE).returncode != 0
    (depot / "manifest.json").write_bytes(membres.manifeste.replace(b'"seq":1', b'"seq":2'))
    assert verifier(depot, Espace.LOT).returncode != 0
    (depot / "manifest.json").write_bytes(membres.manifeste)
    (depot / "signataires").write_text(
        ligne_allowed_signers("journal", AUTRE_JOURNAL.publique.cle, [Espace.LOT])
    )
    assert verifier(depot, Espace.LOT).returncode != 0


def test_we_verify_what_ssh_keygen_signs(tmp_path: Path):
    cree = lancer("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "cle", cwd=tmp_path)
    assert cree.returncode == 0, cree.stderr
    for espace in Espace:
        message = f"message pour {espace}".encode()
        signe = lancer(
            "ssh-keygen", "-Y", "sign", "-f", "cle", "-n", espace, cwd=tmp_path, entree=message
        )
        signature = sshsig.lire(signe.stdout, espace)
        signature.exiger(message)
        publique = (tmp_path / "cle.pub").read_text().split(" ")[:2]
        assert ligne_openssh(signature.cle) == " ".join(publique)


def test_ssh_keygen_and_we_write_the_same_signature(depot: Path):
    """Ed25519 is deterministic: the two armors can be compared byte for byte."""
    texte = zips.lire(outils.conteneur()).manifeste
    (depot / "cle").touch(mode=0o600)
    (depot / "cle").write_bytes(cle_openssh(JOURNAL.cle_secrete))
    signe = lancer(
        "ssh-keygen", "-Y", "sign", "-f", "cle", "-n", Espace.LOT, cwd=depot, entree=texte
    )
    assert signe.stdout == sshsig.signer(texte, Espace.LOT, JOURNAL.cle_secrete), signe.stderr


def cle_openssh(graine: bytes) -> bytes:
    from cryptography.hazmat.primitives import serialization as s  # noqa: PLC0415 - only here
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
        Ed25519PrivateKey,
    )

    return Ed25519PrivateKey.from_private_bytes(graine).private_bytes(
        s.Encoding.PEM, s.PrivateFormat.OpenSSH, s.NoEncryption()
    )


def test_we_read_what_age_encrypts(tmp_path: Path):
    clair = outils.conteneur()
    destinataires = [arg for d in DESTINATAIRES for arg in ("-r", d)]
    scelle = lancer("age", *destinataires, cwd=tmp_path, entree=clair).stdout
    assert enveloppe.ouvrir(scelle, [REGION.identite_age]) == clair
    assert isinstance(outils.lire(scelle), LotLu)


def test_age_recognises_our_keys(tmp_path: Path):
    (tmp_path / "cle.txt").write_text(REGION.identite_age + "\n")
    publique = lancer("age-keygen", "-y", "cle.txt", cwd=tmp_path).stdout.decode().strip()
    assert publique == REGION.publique.destinataire


def test_a_lot_altered_by_one_byte_does_not_open_with_age(depot: Path):
    scelle = (depot / "lot.scls").read_bytes()
    for place in (30, len(scelle) // 2, len(scelle) - 1):
        (depot / "lot.scls").write_bytes(
            scelle[:place] + bytes([scelle[place] ^ 1]) + scelle[place + 1 :]
        )
        assert lancer("age", "-d", "-i", "cle.txt", "lot.scls", cwd=depot).returncode != 0
