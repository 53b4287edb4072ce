"""A version 1 lot kept for ever: every later version must read it, and so must the real tools."""

from pathlib import Path

from journal_scls.sync.lot import manifeste, sshsig
from journal_scls.sync.lot.cles import ligne_allowed_signers
from journal_scls.sync.lot.fichier import lire_fichier_borne
from journal_scls.sync.lot.lecteur import LotLu
from tests.sync.lot import outils

DOSSIER = Path(__file__).resolve().parents[2] / "data" / "lots" / "valides"
EMPREINTE = "ec71e9d12c174f06051d2ca6520277af3b8b3165b310138dc4a6171db84cb6a6"


def lot() -> LotLu:
    lu = outils.lire(lire_fichier_borne(DOSSIER / "v1.scls"))
    assert isinstance(lu, LotLu)
    return lu


def test_the_version_1_lot_is_read_the_same_for_ever():
    lu = lot()
    assert (
        lu.empreinte
        == EMPREINTE
        == manifeste.empreinte((DOSSIER / "v1.manifest.json").read_bytes())
    )
    assert lu.manifeste.octets() == (DOSSIER / "v1.manifest.json").read_bytes()
    lignes = b"".join(ligne.octets + b"\n" for ligne in lu.lignes())
    assert lignes == (DOSSIER / "v1.records.jsonl").read_bytes()
    assert [ligne.version for ligne in lu.lignes()] == outils.versions()


def test_its_keys_are_kept_beside_it():
    assert (DOSSIER / "region.age.txt").read_text().splitlines()[-1] == outils.REGION.identite_age
    assert (DOSSIER / "allowed_signers").read_text() == ligne_allowed_signers(
        str(outils.JOURNAL.id), outils.JOURNAL.publique.cle, [sshsig.Espace.LOT]
    )
