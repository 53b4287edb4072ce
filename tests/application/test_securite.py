"""The ways into a journal, on real vaults: each change opens, closes, and leaves its line."""

import pytest

from journal_scls.application.ports_dossiers import Secret
from journal_scls.application.preferences import (
    Preferences,
    enregistrer_preferences,
    lire_preferences,
)
from journal_scls.domain.errors import RegleMetier
from tests.gui.ateliers import PHRASE, SansTrousseau, faire_atelier, profil

NOUVELLE = "cinq autres mots tout neufs"


@pytest.fixture
def ouvert(tmp_path):
    atelier = faire_atelier()
    journal, code = atelier.creer(tmp_path / "j", profil(), PHRASE)
    yield atelier, journal, code
    journal.fermer()


def actes(journal):
    return [acte.acte for acte in journal.securite.actes()]


def test_a_new_passphrase_replaces_the_old_one(ouvert):
    atelier, journal, _code = ouvert
    journal.securite.changer_phrase(PHRASE, NOUVELLE)
    atelier.dossiers.confirmer(journal.dossier, Secret(phrase=NOUVELLE))
    with pytest.raises(RegleMetier):
        atelier.dossiers.confirmer(journal.dossier, Secret(phrase=PHRASE))
    assert actes(journal) == ["phrase_changee"]


def test_who_does_not_know_the_passphrase_changes_nothing(ouvert):
    atelier, journal, code = ouvert
    for geste in (
        lambda: journal.securite.changer_phrase("pas la bonne phrase", NOUVELLE),
        lambda: journal.securite.renouveler_code("pas la bonne phrase"),
        lambda: journal.securite.retenir("pas la bonne phrase"),
    ):
        with pytest.raises(RegleMetier) as refus:
            geste()
        assert refus.value.champ == "phrase"
    atelier.dossiers.confirmer(journal.dossier, Secret(code=code.texte))
    assert actes(journal) == []


def test_a_weak_new_passphrase_is_told_beside_its_own_field(ouvert):
    _atelier, journal, _code = ouvert
    with pytest.raises(RegleMetier) as refus:
        journal.securite.changer_phrase(PHRASE, "court")
    assert refus.value.champ == "nouvelle"


def test_a_new_code_kills_the_printed_one(ouvert):
    atelier, journal, ancien = ouvert
    neuf = journal.securite.renouveler_code(PHRASE)
    atelier.dossiers.confirmer(journal.dossier, Secret(code=neuf.texte))
    with pytest.raises(RegleMetier):
        atelier.dossiers.confirmer(journal.dossier, Secret(code=ancien.texte))
    assert actes(journal) == ["code_renouvele"]


def test_the_keyring_is_allowed_then_forgotten(ouvert):
    atelier, journal, _code = ouvert
    assert not journal.securite.trousseau()
    assert journal.securite.retenir(PHRASE)
    atelier.dossiers.confirmer(journal.dossier, Secret(trousseau=True))
    journal.securite.oublier()
    assert not journal.securite.trousseau()
    with pytest.raises(RegleMetier):
        atelier.dossiers.confirmer(journal.dossier, Secret(trousseau=True))
    assert actes(journal) == ["trousseau_retire", "trousseau_permis"]


def test_a_computer_without_a_keyring_says_so(tmp_path):
    journal, _code = faire_atelier(SansTrousseau()).creer(tmp_path / "j", profil(), PHRASE)
    assert not journal.securite.retenir(PHRASE)
    assert actes(journal) == []
    journal.fermer()


def test_the_copies_of_a_dossier_are_listed(ouvert):
    _atelier, journal, _code = ouvert
    assert journal.sauvegardes.copies(journal.base) == ()
    faite = journal.sauvegardes.creer(journal.base)
    (copie,) = journal.sauvegardes.copies(journal.base)
    assert copie.fichier == faite
    assert copie.octets == faite.stat().st_size


def test_preferences_are_kept_and_nonsense_is_not(ouvert):
    _atelier, journal, _code = ouvert
    assert lire_preferences(journal.preference) == Preferences(10, orthographe=True)
    voulues = Preferences(5, orthographe=False)
    enregistrer_preferences(journal.enregistrer_preference, voulues)
    assert lire_preferences(journal.preference) == voulues
    journal.enregistrer_preference("verrouillage_min", "100000")
    assert lire_preferences(journal.preference).verrouillage_min == 10
