"""The golden folders given to a coordination: nothing is written but what it sets aside."""

from collections import Counter

import pytest

from journal_scls.sync.lot import conteneur, enveloppe, manifeste
from tests.journaux_simules import JournalSimule, RegionSimulee
from tests.sync.lot import en_or, outils

VALIDES = en_or.RACINE / "valides"


@pytest.fixture
def region(base_vide, base_fermee):
    """The region of the golden files: it knows the two journals, and revoked a third."""
    revoque = JournalSimule("A")
    tenue = RegionSimulee(base_vide, base_fermee.dossier).preparer([revoque])
    for nom, qui in (("B", outils.JOURNAL), ("C", outils.AUTRE_JOURNAL)):
        journal = JournalSimule(nom)
        journal.identite = qui
        tenue.inscrire(journal)
    tenue.revoquer(revoque, 1, revoque.incarnation)
    return tenue


@pytest.mark.parametrize("famille", en_or.FAMILLES)
def test_a_coordination_writes_nothing_but_its_quarantine(region, famille):
    avant = region.receptions.vidage(), region.vues()
    dossiers = {f for f in region.dossier.iterdir() if "journal.db" not in f.name}
    entrees = {e["nom"]: e for e in en_or.index(famille) if e["lecture"] in {"lot", "region"}}
    dossier = en_or.RACINE / famille
    lus = region.receptions.importer([dossier / nom for nom in entrees])
    assert {lu.fichier: lu.code for lu in lus} == {n: e["code"] for n, e in entrees.items()}
    assert not any(lu.accepte for lu in lus)
    assert all(lu.message and lu.suite for lu in lus)
    apres = region.receptions.vidage(), region.vues()
    assert apres[0] == avant[0] == ""
    assert {cle: v for cle, v in apres[1].items() if cle != "phrase"} == {
        cle: v for cle, v in avant[1].items() if cle != "phrase"
    }
    poses = {f for f in region.dossier.iterdir() if "journal.db" not in f.name} - dossiers
    assert poses == {region.dossier / "quarantaine"}
    gardes = {f.read_bytes() for f in (region.dossier / "quarantaine").iterdir()}
    chiffres = {
        octets for nom in entrees if (octets := (dossier / nom).read_bytes())
        and enveloppe.en_a_l_air(octets) and not nom.endswith(".part")
    }  # fmt: skip
    assert gardes == chiffres


def test_the_valid_ones_are_received_each_for_what_it_is(region):
    """T101: the same identifiers from another journal stay apart; T105: sealed again, the same."""
    noms = ("v1.scls", "T101-memes-identifiants.scls", "T105-autre-enveloppe.scls")
    lus = region.receptions.importer([VALIDES / nom for nom in noms])
    assert [lu.resultat.value for lu in lus] == ["applique", "applique", "doublon"]
    assert Counter(lu.journal for lu in lus) == {
        str(outils.JOURNAL.id): 2, str(outils.AUTRE_JOURNAL.id): 1,
    }  # fmt: skip
    ecritures = {j.journal: j.ecritures for j in region.region.etat_region().journaux}
    assert ecritures[outils.JOURNAL.id] == ecritures[outils.AUTRE_JOURNAL.id] == 2
    empreintes = {
        manifeste.empreinte(conteneur.lire(enveloppe.ouvrir(octets, [outils.REGION.identite_age]))
                            .manifeste)
        for octets in ((VALIDES / noms[0]).read_bytes(), (VALIDES / noms[2]).read_bytes())
    }  # fmt: skip
    assert len(empreintes) == 1
