"""The vault opens with any of its secrets, with nothing else, and is never half written."""

import errno
import json
import os
import stat
import subprocess
import sys
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from journal_scls.domain.errors import Environnement, ErreurJournal, RegleMetier
from journal_scls.storage.coffre import vault_format
from journal_scls.storage.coffre.code_secours import CodeSecours
from journal_scls.storage.coffre.trousseau import Candidat, TrousseauEnMemoire, TrousseauSysteme
from journal_scls.storage.coffre.vault import (
    TAILLE_MAX,
    Coffre,
    CoutArgon2,
    exiger_dossier_entier,
    verifier_phrase,
)

PHRASE = "quatre mots sans lien"
LEGER = CoutArgon2(memory_kib=19 * 1024, iterations=2, lanes=1)  # the floor: 25 ms


@pytest.fixture
def chemin(tmp_path):
    return tmp_path / "vault.json"


@pytest.fixture(scope="module")
def modele(tmp_path_factory):
    return Coffre.creer(tmp_path_factory.mktemp("modele") / "vault.json", PHRASE, LEGER)


@pytest.fixture
def neuf(chemin, modele):
    """(coffre, cle, code) of a new folder, without deriving a key for each test."""
    coffre, cle, code = modele
    copie = Coffre(chemin, coffre.octets)
    copie.enregistrer()
    return copie, cle, code


def canonique(valeur) -> bytes:
    return json.dumps(valeur, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def slot(document, kind):
    return next(s for s in document["slots"] if s["kind"] == kind)


def abime(chemin, modifier) -> None:
    document = json.loads(chemin.read_bytes())
    modifier(document)
    chemin.write_bytes(canonique(document))


def ouvre(coffre, phrase) -> bool:
    try:
        coffre.ouvrir_par_phrase(phrase)
    except RegleMetier:
        return False
    return True


# --- a new vault


def test_a_new_vault_opens_by_phrase_and_by_code(chemin):
    _, cle, code = Coffre.creer(chemin, PHRASE, LEGER)
    relu = Coffre.lire(chemin)
    assert len(cle) == 32
    assert relu.ouvrir_par_phrase(PHRASE) == cle
    assert relu.ouvrir_par_code(CodeSecours.lire(code.texte.lower())) == cle
    assert relu.genres == {"phrase", "code"}


@pytest.mark.skipif(sys.platform == "win32", reason="rights are inherited from the profile there")
def test_the_file_is_private(chemin, neuf):
    assert stat.S_IMODE(chemin.stat().st_mode) == 0o600


def test_the_file_is_canonical_and_holds_no_secret(chemin, neuf):
    _, cle, code = neuf
    contenu = chemin.read_bytes()
    assert contenu == canonique(json.loads(contenu)) == neuf[0].octets
    for secret in (cle.hex(), PHRASE, code.texte, code.texte.replace("-", "")):
        assert secret not in contenu.decode()


def test_two_vaults_share_nothing(tmp_path):
    un, cle_un, _ = Coffre.creer(tmp_path / "un.json", PHRASE, LEGER)
    deux, cle_deux, code_deux = Coffre.creer(tmp_path / "deux.json", PHRASE, LEGER)
    assert cle_un != cle_deux
    assert un.identifiant != deux.identifiant
    with pytest.raises(RegleMetier, match="n'est pas celui de ce dossier"):
        un.ouvrir_par_code(code_deux)


def test_an_existing_vault_is_never_replaced_by_a_new_one(chemin, neuf):
    avant = chemin.read_bytes()
    with pytest.raises(Environnement, match="contient déjà"):
        Coffre.creer(chemin, PHRASE, LEGER)
    assert chemin.read_bytes() == avant


def test_the_real_parameters_open_in_a_bearable_time(chemin):
    _, cle, _ = Coffre.creer(chemin, PHRASE)
    cout = slot(json.loads(chemin.read_bytes()), "phrase")["cost"]
    assert cout == {"memory_kib": 65536, "iterations": 3, "lanes": 4}
    debut = time.process_time()
    assert Coffre.lire(chemin).ouvrir_par_phrase(PHRASE) == cle
    assert time.process_time() - debut < 5


def test_a_key_derivation_of_today_is_frozen():
    """The reference libargon2 gives the same: a vault of today must always open."""
    slot_fixe = vault_format.SlotPhrase(cost=LEGER, salt="61" * 16)
    assert (
        vault_format.cle_de_phrase("phrase témoin", slot_fixe).hex()
        == "b2e6d67672f4cc3318ff6c8b20263a329a19e39a596c48a02cf0d03047a6942b"
    )


# --- the passphrase


@pytest.mark.parametrize("phrase", ["", "neuf char", "é" * 9, "e\N{COMBINING ACUTE ACCENT}" * 9])
def test_a_short_phrase_is_refused_before_anything_is_written(chemin, phrase):
    with pytest.raises(RegleMetier, match="au moins 10") as refus:
        Coffre.creer(chemin, phrase, LEGER)
    assert refus.value.champ == "phrase"
    assert not chemin.exists()


@pytest.mark.parametrize("phrase", ["aaaaaaaaaa", "0123456789", " " * 10, "é" * 10, "家" * 10])
def test_ten_characters_are_enough_whatever_they_are(phrase):
    verifier_phrase(phrase)


def test_a_phrase_that_is_not_unicode_is_refused():
    with pytest.raises(RegleMetier, match="illisible"):
        verifier_phrase("mot de passe \udce9t\udce9")


def test_a_phrase_opens_however_the_keyboard_composes_it(chemin):
    phrase = "forêt électrique №1"
    coffre, cle, _ = Coffre.creer(chemin, unicodedata.normalize("NFD", phrase), LEGER)
    for forme in ("NFC", "NFKC"):
        assert coffre.ouvrir_par_phrase(unicodedata.normalize(forme, phrase)) == cle


@pytest.mark.parametrize("faux", ["", PHRASE + " ", PHRASE.upper(), "\ud800", "\0", "x" * 100_000])
def test_a_wrong_phrase_is_refused_at_once_and_changes_nothing(chemin, neuf, faux):
    avant, debut = chemin.read_bytes(), time.process_time()
    with pytest.raises(RegleMetier, match="ne convient pas") as refus:
        neuf[0].ouvrir_par_phrase(faux)
    assert time.process_time() - debut < 1
    assert refus.value.suite
    assert chemin.read_bytes() == avant


def test_changing_the_phrase_keeps_the_key_and_the_code(chemin, neuf):
    coffre, cle, code = neuf
    coffre.changer_phrase(cle, "une tout autre phrase", LEGER)
    relu = Coffre.lire(chemin)
    assert relu.ouvrir_par_phrase("une tout autre phrase") == cle
    assert relu.ouvrir_par_code(code) == cle
    assert not ouvre(relu, PHRASE)
    assert relu.octets == coffre.octets


def test_a_forgotten_phrase_is_replaced_by_way_of_the_code(chemin, neuf):
    coffre = Coffre.lire(chemin)
    coffre.changer_phrase(coffre.ouvrir_par_code(neuf[2]), "une tout autre phrase", LEGER)
    assert Coffre.lire(chemin).ouvrir_par_phrase("une tout autre phrase") == neuf[1]


def test_a_short_new_phrase_changes_nothing(chemin, neuf):
    avant = chemin.read_bytes()
    with pytest.raises(RegleMetier):
        neuf[0].changer_phrase(neuf[1], "court")
    assert chemin.read_bytes() == avant


def test_a_new_code_voids_the_old_one(chemin, neuf):
    coffre, cle, ancien = neuf
    nouveau = coffre.renouveler_code(cle)
    relu = Coffre.lire(chemin)
    assert relu.ouvrir_par_code(nouveau) == cle
    with pytest.raises(RegleMetier):
        relu.ouvrir_par_code(ancien)


@pytest.mark.parametrize(
    "changer",
    [
        lambda c, cle: c.changer_phrase(cle, "une tout autre phrase", LEGER),
        lambda c, cle: c.renouveler_code(cle),
        lambda c, cle: c.ajouter_trousseau(cle, TrousseauEnMemoire()),
    ],
)
def test_a_key_of_another_vault_is_never_wrapped(chemin, neuf, changer):
    avant = chemin.read_bytes()
    with pytest.raises(ValueError, match="not the key"):
        changer(neuf[0], bytes(32))
    assert chemin.read_bytes() == avant


# --- removing slots, T40


def test_the_last_slot_that_is_not_the_keyring_stays(chemin, neuf):
    coffre, cle, _ = neuf
    coffre.ajouter_trousseau(cle, TrousseauEnMemoire())
    coffre.retirer("code")
    avant = chemin.read_bytes()
    with pytest.raises(RegleMetier, match="dernier moyen"):
        coffre.retirer("phrase")
    assert chemin.read_bytes() == avant
    assert Coffre.lire(chemin).genres == {"phrase", "trousseau"}


def test_a_removed_way_no_longer_opens(chemin, neuf):
    coffre, cle, code = neuf
    coffre.retirer("phrase")
    relu = Coffre.lire(chemin)
    assert not ouvre(relu, PHRASE)
    assert relu.ouvrir_par_code(code) == cle
    relu.changer_phrase(cle, PHRASE, LEGER)
    relu.retirer("code")
    with pytest.raises(RegleMetier):
        relu.ouvrir_par_code(code)
    assert ouvre(relu, PHRASE)


# --- the keyring, T32 T34 T36 T42


@pytest.fixture
def trousseau():
    return TrousseauEnMemoire()


def test_the_keyring_spares_the_phrase(chemin, neuf, trousseau):
    coffre, cle, _ = neuf
    assert coffre.ouvrir_par_trousseau(trousseau) is None
    assert coffre.ajouter_trousseau(cle, trousseau)
    relu = Coffre.lire(chemin)
    assert relu.ouvrir_par_trousseau(trousseau) == cle
    assert slot(json.loads(relu.octets), "trousseau")["backend"] == "memoire"


def test_the_keyring_holds_neither_the_key_nor_the_phrase(neuf, trousseau):
    coffre, cle, _ = neuf
    coffre.ajouter_trousseau(cle, trousseau)
    assert list(trousseau.cles) == [coffre.identifiant]
    assert cle not in trousseau.cles.values()


def test_a_wiped_keyring_costs_one_phrase(neuf, trousseau):
    coffre, cle, _ = neuf
    coffre.ajouter_trousseau(cle, trousseau)
    trousseau.cles.clear()
    assert coffre.ouvrir_par_trousseau(trousseau) is None
    cle_demandee = coffre.ouvrir_par_phrase(PHRASE)
    assert coffre.ajouter_trousseau(cle_demandee, trousseau)
    assert coffre.ouvrir_par_trousseau(trousseau) == cle


@pytest.mark.parametrize("fausse", [bytes(32), b"", b"court", bytes(64)])
def test_a_wrong_key_in_the_keyring_means_the_phrase_not_damage(neuf, trousseau, fausse):
    coffre, cle, _ = neuf
    coffre.ajouter_trousseau(cle, trousseau)
    trousseau.cles[coffre.identifiant] = fausse
    assert coffre.ouvrir_par_trousseau(trousseau) is None
    assert coffre.ouvrir_par_phrase(PHRASE) == cle


def test_a_keyring_that_forgets_gets_no_slot(chemin, neuf):
    class Oublieux:
        def set_password(self, *_):
            pass

        def get_password(self, *_):
            return None

    avant = chemin.read_bytes()
    oublieux = TrousseauSysteme([Candidat("nul", Oublieux)])
    assert not neuf[0].ajouter_trousseau(neuf[1], oublieux)
    assert chemin.read_bytes() == avant


def test_another_desktop_costs_one_phrase(neuf, trousseau):
    coffre, cle, _ = neuf
    coffre.ajouter_trousseau(cle, trousseau)
    assert coffre.ouvrir_par_trousseau(TrousseauEnMemoire()) is None
    assert coffre.ouvrir_par_phrase(PHRASE) == cle


def test_leaving_the_keyring_clears_it_even_for_an_old_copy(chemin, neuf, trousseau):
    coffre, cle, _ = neuf
    coffre.ajouter_trousseau(cle, trousseau)
    ancienne = Coffre.lire(chemin)
    coffre.retirer_trousseau(trousseau)
    assert trousseau.cles == {}
    assert coffre.genres == {"phrase", "code"}
    assert ancienne.ouvrir_par_trousseau(trousseau) is None


# --- tampering, T39


HORS_BORNES = [
    ("memory_kib", 19 * 1024 - 1),
    ("memory_kib", 1024 * 1024 + 1),
    ("memory_kib", 2**31),
    ("memory_kib", 2**80),
    ("memory_kib", True),
    ("memory_kib", "65536"),
    ("memory_kib", 65536.0),
    ("iterations", 1),
    ("iterations", 2**31),
    ("lanes", 0),
    ("lanes", 2**24),
]


@pytest.mark.parametrize(("nom", "valeur"), HORS_BORNES)
def test_a_cost_out_of_bounds_is_refused_before_any_derivation(
    chemin, neuf, monkeypatch, nom, valeur
):
    abime(chemin, lambda d: slot(d, "phrase")["cost"].update({nom: valeur}))
    monkeypatch.setattr(vault_format, "Argon2id", None)
    with pytest.raises(Environnement, match="abîmé"):
        Coffre.lire(chemin)


def test_the_code_cannot_ask_for_a_weak_cost_either():
    with pytest.raises(ValidationError):
        CoutArgon2(memory_kib=8)


@pytest.mark.parametrize(
    "modifier",
    [
        lambda d: slot(d, "phrase")["cost"].update(iterations=3),
        lambda d: slot(d, "phrase")["cost"].update(memory_kib=20 * 1024),
        lambda d: slot(d, "phrase").update(salt="00" * 16),
        lambda d: slot(d, "phrase").update(nonce="00" * 12),
        lambda d: slot(d, "phrase").update(wrapped="00" * 48),
        lambda d: d.update(id="00" * 16),
        lambda d: d.update(created="1970-01-01T00:00:00Z"),
        lambda d: d.update(check="00" * 32),
    ],
)
def test_a_value_changed_within_its_bounds_does_not_open(chemin, neuf, modifier):
    abime(chemin, modifier)
    assert not ouvre(Coffre.lire(chemin), PHRASE)


def test_a_slot_moved_from_another_vault_does_not_open(tmp_path, chemin, neuf):
    autre = tmp_path / "autre.json"
    Coffre.creer(autre, "la phrase du voleur", LEGER)
    intrus = slot(json.loads(autre.read_bytes()), "phrase")
    abime(chemin, lambda d: slot(d, "phrase").update(intrus))
    assert not ouvre(Coffre.lire(chemin), "la phrase du voleur")


def test_a_damaged_slot_does_not_close_the_others(chemin, neuf):
    abime(chemin, lambda d: slot(d, "phrase").update(wrapped="00" * 48))
    assert Coffre.lire(chemin).ouvrir_par_code(neuf[2]) == neuf[1]


def doubler(contenu: bytes) -> bytes:
    return contenu.replace(b'"version":1', b'"version":1,"version":1')


@pytest.mark.parametrize(
    "changer",
    [
        lambda b: b"",
        lambda b: b"{}",
        lambda b: b"[]",
        lambda b: b"null",
        lambda b: b[:-1],
        lambda b: b + b"\n",
        lambda b: b" " + b,
        lambda b: b"\xef\xbb\xbf" + b,
        lambda b: b"\xff" + b,
        lambda b: b"[" * 60_000,
        lambda b: json.dumps(json.loads(b)).encode(),
        lambda b: b.replace(b'"version":1', b'"version":1.0'),
        lambda b: b.replace(b'"version":1', b'"version":true'),
        lambda b: b.replace(b'"version":1', b'"version":0'),
        lambda b: b.replace(b'"version":1', b'"version":"1"'),
        lambda b: b.replace(b"journal-scls.coffre", b"autre.chose"),
        lambda b: b.replace(b'"version":1', b'"version":1,"zinconnu":1'),
        lambda b: b.replace(b'"kind":"code"', b'"kind":"clou"'),
        lambda b: b.replace(b"argon2id", b"argon2ix"),
        doubler,
    ],
)
def test_a_file_that_is_not_exactly_a_vault_is_refused(chemin, neuf, changer):
    chemin.write_bytes(changer(chemin.read_bytes()))
    with pytest.raises(Environnement, match="abîmé") as refus:
        Coffre.lire(chemin)
    assert refus.value.suite


@pytest.mark.parametrize(
    "modifier",
    [
        lambda d: d["slots"].clear(),
        lambda d: d["slots"].reverse(),
        lambda d: d["slots"].append(d["slots"][-1]),
        lambda d: d["slots"][0].update(salt=d["slots"][0]["salt"].upper() + "G"),
        lambda d: d["slots"][0].pop("nonce"),
        lambda d: d.update(created="hier"),
    ],
)
def test_slots_are_sorted_unique_and_complete(chemin, neuf, modifier):
    abime(chemin, modifier)
    with pytest.raises(Environnement, match="abîmé"):
        Coffre.lire(chemin)


def test_a_vault_with_the_keyring_alone_is_not_one(chemin, neuf, trousseau):
    neuf[0].ajouter_trousseau(neuf[1], trousseau)
    abime(chemin, lambda d: d.update(slots=[slot(d, "trousseau")]))
    with pytest.raises(Environnement, match="abîmé"):
        Coffre.lire(chemin)


@pytest.mark.parametrize("version", [2, 99, 2**62])
def test_a_newer_vault_is_left_to_a_newer_program(chemin, neuf, version):
    abime(chemin, lambda d: d.update(version=version, slots="autrement", nouveau=[1]))
    with pytest.raises(Environnement, match="plus récente"):
        Coffre.lire(chemin)


def test_a_file_too_large_is_not_read(chemin, neuf):
    chemin.write_bytes(chemin.read_bytes().ljust(TAILLE_MAX + 1))
    with pytest.raises(Environnement, match="pas le fichier attendu"):
        Coffre.lire(chemin)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_changed_byte_gives_another_key_or_a_crash(neuf, data):
    coffre, cle, code = neuf
    octets = bytearray(coffre.octets)
    octets[data.draw(st.integers(0, len(octets) - 1))] = data.draw(st.integers(0, 255))
    try:
        obtenue = Coffre(Path("x"), bytes(octets)).ouvrir_par_code(code)
    except ErreurJournal:
        obtenue = cle
    assert obtenue == cle


# --- the file of version 1, frozen: every later version must open it

COFFRE_V1 = (
    b'{"check":"b57d66c6388befee63d28fa46fe80c71214c4b0f1e43656127d4a6cdbd200d52","created":"202'
    b'6-11-22T06:19:00Z","format":"journal-scls.coffre","id":"ef1e3fe7c93fa0ab884e3cb7bfe90a07",'
    b'"slots":[{"kdf":"hkdf-sha256","kind":"code","nonce":"f841d7ccc31c459ab6171baa","salt":"69e'
    b'7b9551785ae55b3d47ab579498257","wrapped":"92457245f721a599832d010ab56ccedbb67b0d38c012155e'
    b'95e8b4c8cd120d8a1b53b18786b4bb2ea17a4da955ec5ca8"},{"cost":{"iterations":2,"lanes":1,"memo'
    b'ry_kib":19456},"kdf":"argon2id","kind":"phrase","nonce":"19abce456c8fb4df9bb370b4","salt":'
    b'"69a532c7e849efcbb71b892f3338f11c","wrapped":"462d1e98cd42c358258919f9aeb4e5a503332003adf8'
    b'9b3e616d86015d7e1670b71aa3f4e0bb175f47cfa8505994ca5a"},{"backend":"secret","kind":"trousse'
    b'au","nonce":"4336baf649ad5368ade9fff1","wrapped":"b35e48e90f078cbaeb8b44748609f1d364593764'
    b'ec94fc2c867ccb731ab07121ee5f29afad8ee840bf87eb1435adb1a2"}],"version":1}'
)
CLE_V1 = bytes.fromhex("5c99a3087df90a3e52875f7ea3bfa840ab8082589846bf10fe2fe7f4d894cee8")
CODE_V1 = "M8F0-0ESR-9ZRF-W9TS-PBFD-DV9W-9KE8-1WY8"
KEK_V1 = bytes.fromhex("9063efa3d551106ac7d1cebfafa75b3d03641bbd4b54fe196b43238b9ba8c1ce")


@pytest.fixture
def version_1(chemin):
    chemin.write_bytes(COFFRE_V1)
    return TrousseauEnMemoire({json.loads(COFFRE_V1)["id"]: KEK_V1})


def test_a_vault_of_version_1_opens_in_its_three_ways(chemin, version_1):
    coffre = Coffre.lire(chemin)
    assert coffre.ouvrir_par_phrase("une phrase de la version 1") == CLE_V1
    assert coffre.ouvrir_par_code(CodeSecours.lire(CODE_V1)) == CLE_V1
    assert coffre.ouvrir_par_trousseau(version_1) == CLE_V1


def test_a_parameter_that_derives_nothing_is_authenticated_too(chemin, version_1):
    abime(chemin, lambda d: slot(d, "trousseau").update(backend="kwallet"))
    assert Coffre.lire(chemin).ouvrir_par_trousseau(version_1) is None


# --- half a folder, T05 and T06


def test_a_whole_and_an_empty_folder_are_told_apart(tmp_path):
    coffre, base = tmp_path / "vault.json", tmp_path / "journal.db"
    assert exiger_dossier_entier(coffre, base) is False
    coffre.touch()
    base.touch()
    assert exiger_dossier_entier(coffre, base) is True


@pytest.mark.parametrize(("present", "absent"), [(0, 1), (1, 0)])
def test_half_a_folder_is_explained_and_never_completed(tmp_path, present, absent):
    fichiers = [tmp_path / "vault.json", tmp_path / "journal.db"]
    fichiers[present].touch()
    with pytest.raises(Environnement, match=f"« {fichiers[absent].name} » manque") as refus:
        exiger_dossier_entier(*fichiers)
    assert "sauvegarde" in refus.value.suite
    assert list(tmp_path.iterdir()) == [fichiers[present]]


def test_a_missing_vault_is_explained_and_not_made(chemin):
    with pytest.raises(Environnement, match="introuvable"):
        Coffre.lire(chemin)
    assert not chemin.exists()


def test_a_copy_from_a_backup_is_put_back(chemin, neuf):
    octets = neuf[0].octets
    chemin.unlink()
    copie = Coffre(chemin, octets)
    assert copie.ouvrir_par_code(neuf[2]) == neuf[1]  # the copy opens before it is written
    copie.enregistrer()
    assert chemin.read_bytes() == octets


# --- faults, T41


@pytest.mark.parametrize("fonction", ["open", "fsync", "replace"])
def test_a_disk_failure_changes_neither_the_file_nor_the_object(
    chemin, neuf, monkeypatch, fonction
):
    coffre, cle, code = neuf

    def panne(*_, **__):
        raise OSError(errno.ENOSPC, "panne")

    avant = chemin.read_bytes()
    with monkeypatch.context() as m:
        m.setattr(os, fonction, panne)
        with pytest.raises(Environnement, match="plein"):
            coffre.renouveler_code(cle)
    assert chemin.read_bytes() == avant == coffre.octets
    assert coffre.ouvrir_par_code(code) == cle
    assert list(chemin.parent.iterdir()) == [chemin]


def test_a_failed_creation_leaves_no_vault(chemin, monkeypatch):
    def panne(*_, **__):
        raise OSError(errno.EIO, "panne")

    with monkeypatch.context() as m:
        m.setattr(os, "replace", panne)
        with pytest.raises(Environnement):
            Coffre.creer(chemin, PHRASE, LEGER)
    assert list(chemin.parent.iterdir()) == []


TUER_A_CHAQUE_LIGNE = """
import os, signal, sys
from pathlib import Path
from journal_scls.domain.errors import RegleMetier
from journal_scls.storage import fichiers
from journal_scls.storage.coffre import vault
from journal_scls.storage.coffre.code_secours import CodeSecours
from journal_scls.storage.coffre.vault import Coffre, CoutArgon2

chemin = Path(sys.argv[1])
coffre, cle, ancien = Coffre.creer(chemin, "x" * 10, CoutArgon2(memory_kib=19456, iterations=2))
avant, nouveau = coffre.octets, CodeSecours.generer()
CodeSecours.generer = classmethod(lambda _: nouveau)

def mourir_a(ligne):
    reste = ligne
    def tracer(cadre, evenement, _):
        nonlocal reste
        if cadre.f_code.co_filename not in (fichiers.__file__, vault.__file__):
            return None
        if evenement == "line":
            reste -= 1
            if not reste:
                os.kill(os.getpid(), signal.SIGKILL)
        return tracer
    return tracer

def ouvre(code):
    try:
        return Coffre.lire(chemin).ouvrir_par_code(code) == cle
    except RegleMetier:
        return False

etats, ligne, fini = [], 0, False
while not fini:
    ligne += 1
    chemin.write_bytes(avant)
    enfant = os.fork()
    if not enfant:
        try:
            sys.settrace(mourir_a(ligne))
            coffre.renouveler_code(cle)
            os._exit(0)
        finally:
            os._exit(1)
    fin = os.waitstatus_to_exitcode(os.waitpid(enfant, 0)[1])
    assert fin in (0, -signal.SIGKILL), fin
    fini = fin == 0
    etats.append("ancien" if ouvre(ancien) else "nouveau" if ouvre(nouveau) else "perdu")
print(len(etats), etats.count("perdu"), etats == sorted(etats), sorted(set(etats)))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_killed_at_any_line_the_vault_is_the_old_one_then_the_new_one(chemin):
    """One kill -9 per line executed while the file is being replaced, none left out."""
    sortie = subprocess.run(
        [sys.executable, "-c", TUER_A_CHAQUE_LIGNE, chemin],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split(maxsplit=3)
    assert int(sortie[0]) > 50
    assert sortie[1:] == ["0", "True", "['ancien', 'nouveau']\n"]


TUER_AU_HASARD = """
import os, random, signal, sys, time
from pathlib import Path
from journal_scls.storage.coffre.code_secours import CodeSecours
from journal_scls.storage.coffre.vault import Coffre, CoutArgon2

chemin, hasard = Path(sys.argv[1]), random.Random(11)
coffre, cle, dernier = Coffre.creer(chemin, "x" * 10, CoutArgon2(memory_kib=19456, iterations=2))
for _ in range(25):
    suite = [CodeSecours.generer() for _ in range(100)]
    lecture, ecriture = os.pipe()
    enfant = os.fork()
    if not enfant:
        codes = iter(suite)
        CodeSecours.generer = classmethod(lambda _: next(codes))
        try:
            coffre = Coffre.lire(chemin)
            while True:
                coffre.renouveler_code(cle)
                os.write(ecriture, b".")
        finally:
            os._exit(1)
    os.close(ecriture)
    time.sleep(hasard.uniform(0.001, 0.02))
    os.kill(enfant, signal.SIGKILL)
    assert os.waitstatus_to_exitcode(os.waitpid(enfant, 0)[1]) == -signal.SIGKILL
    with os.fdopen(lecture, "rb") as tube:
        faits = len(tube.read())
    relu = Coffre.lire(chemin)
    permis = [suite[faits - 1] if faits else dernier, suite[faits]]
    ouverts = []
    for code in permis:
        try:
            ouverts.append(relu.ouvrir_par_code(code) == cle and code)
        except Exception as erreur:
            assert type(erreur).__name__ == "RegleMetier"
    assert len(ouverts) == 1, (faits, ouverts)
    dernier = ouverts[0]
print("ok")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_killed_at_random_moments_what_was_acknowledged_opens(chemin):
    sortie = subprocess.run(
        [sys.executable, "-c", TUER_AU_HASARD, chemin], capture_output=True, text=True, check=False
    )
    assert sortie.stdout == "ok\n", sortie.stderr
