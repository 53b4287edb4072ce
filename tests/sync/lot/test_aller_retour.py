"""What is written is read back, and the same content gives the same bytes."""

import datetime as dt
import inspect
from uuid import UUID

import pytest

from journal_scls.sync.lot import conteneur as zips
from journal_scls.sync.lot import ecrivain, enregistrement, json_canonique, manifeste
from journal_scls.sync.lot.enregistrement import Enregistrement, ReferenceLot, Repere, Retrait
from journal_scls.sync.lot.lecteur import LotLu
from journal_scls.sync.lot.manifeste import Comptes, Etat, Genre, Remplacement
from journal_scls.sync.lot.refus import Code, RefusLot
from tests.sync.lot import outils
from tests.sync.lot.outils import AUTRE_REGION, DESTINATAIRES, JOURNAL, SECOURS

PERMIS = {
    "id", "ep", "rev", "deleted", "date", "mois", "duree_min", "milieu", "organisme", "tenure",
    "mrc", "categorie_immeuble", "volet", "categorie", "activite", "type_collectif", "clientele",
    "problematiques", "modalite", "nb_personnes", "tranches", "references", "projet", "comite",
    "vocabulaire", "fait_marquant",
}  # fmt: skip


def lu(octets: bytes) -> LotLu:
    lot = outils.lire(octets)
    assert isinstance(lot, LotLu)
    return lot


def test_a_sealed_lot_gives_back_its_lines():
    clair = outils.conteneur()
    lot = lu(ecrivain.sceller(clair, DESTINATAIRES))
    assert [ligne.version for ligne in lot.lignes()] == outils.versions()
    assert lot.manifeste.counts == Comptes(ecritures=2, retraits=1)
    assert lot.octets == clair
    assert lot.cle == JOURNAL.publique.cle
    assert [x.octets for x in lot.lignes()] == [
        enregistrement.encoder(v) for v in outils.versions()
    ]


def test_the_same_content_gives_the_same_container_whatever_the_order():
    entete = outils.entete()
    premier = ecrivain.composer_lot(entete, outils.versions(), JOURNAL.cle_secrete)
    second = ecrivain.composer_lot(entete, reversed(outils.versions()), JOURNAL.cle_secrete)
    assert premier == second


def test_sealing_again_for_others_keeps_the_manifest_t105():
    clair = outils.conteneur()
    ancien, nouveau = (
        ecrivain.sceller(clair, DESTINATAIRES),
        ecrivain.sceller(clair, [SECOURS.publique.destinataire, *DESTINATAIRES]),
    )
    assert ancien != nouveau
    assert lu(ancien).empreinte == lu(nouveau).empreinte
    assert lu(ancien).empreinte == manifeste.empreinte(zips.lire(clair).manifeste)


def test_an_empty_lot_is_a_lot():
    entete = outils.entete(state=Etat(count=0, digest="0" * 64))
    clair = ecrivain.composer_lot(entete, [], JOURNAL.cle_secrete)
    assert list(lu(ecrivain.sceller(clair, DESTINATAIRES)).lignes()) == []


def test_a_full_lot_proves_its_state():
    etat = outils.etat_de(lu(ecrivain.sceller(outils.conteneur(), DESTINATAIRES)))
    lot = lu(ecrivain.sceller(outils.conteneur(kind=Genre.COMPLET, state=etat), DESTINATAIRES))
    assert lot.manifeste.state == etat


def test_a_new_incarnation_says_what_it_continues():
    suite = Remplacement(
        incarnation=str(UUID(int=9)), seq=4, digest="a" * 64, reason="RESTAURATION"
    )
    lot = lu(ecrivain.sceller(outils.conteneur(epoch=2, supersedes=suite), DESTINATAIRES))
    assert lot.manifeste.supersedes == suite


def test_unknown_optional_features_are_tolerated():
    clair = outils.conteneur(features_optional=("remplissage",))
    assert lu(ecrivain.sceller(clair, DESTINATAIRES)).manifeste.features_optional


def test_a_large_lot_streams():
    versions = [outils.enregistrement(n, nb_personnes=n % 50) for n in range(1, 3_000)]
    clair = ecrivain.composer_lot(outils.entete(), versions, JOURNAL.cle_secrete)
    lot = lu(ecrivain.sceller(clair, DESTINATAIRES))
    assert [x.version for x in lot.lignes()] == versions


def test_a_lot_for_another_region_is_not_even_opened():
    with pytest.raises(RefusLot) as refus:
        outils.lire(ecrivain.sceller(outils.conteneur(), [AUTRE_REGION.publique.destinataire]))
    assert refus.value.code is Code.PAS_POUR_NOUS


@pytest.mark.parametrize("modele", [Enregistrement, Retrait, Repere, ReferenceLot])
def test_fields_are_declared_in_canonical_order(modele):
    champs = list(modele.model_fields)
    assert champs == sorted(champs)


def test_the_allow_list_is_exactly_that_of_the_contract():
    assert set(Enregistrement.model_fields) == PERMIS
    assert set(Retrait.model_fields) == {"id", "ep", "rev", "deleted"}
    assert set(ReferenceLot.model_fields) == {"destination", "service", "mode", "statut"}
    assert set(Repere.model_fields) == {"code", "nom"}


def test_both_spellings_of_canonical_json_agree():
    version = outils.enregistrement(fait_marquant='Dîner « de quartier » \\ "réussi"')
    ligne = enregistrement.encoder(version)
    assert json_canonique.ecrire(json_canonique.lire(ligne)) == ligne


def test_the_day_leaves_only_with_a_named_milieu():
    for fautif in (
        outils.enregistrement(milieu=None),
        outils.enregistrement(date=None, mois="2025-03"),
        outils.enregistrement(date=dt.date(2025, 3, 14), mois="2025-03"),
    ):
        with pytest.raises(RefusLot) as refus:
            enregistrement.encoder(fautif)
        assert (refus.value.code, refus.value.detail) == (Code.SCHEMA, "date")


def test_the_writer_refuses_what_could_not_be_read():
    with pytest.raises(RefusLot):
        enregistrement.encoder(outils.enregistrement(mrc="Que\u0301bec"))
    with pytest.raises(ValueError, match="one version per id"):
        ecrivain.composer_lot(
            outils.entete(), [outils.enregistrement(), outils.enregistrement()], JOURNAL.cle_secrete
        )
    with pytest.raises(ValueError, match="recipient"):
        ecrivain.sceller(b"", [])


def test_the_neutral_name_says_nothing():
    noms = {ecrivain.nom_neutre() for _ in range(50)}
    assert len(noms) > 45
    assert all(len(n) == len("SCLS-ABCDEF.scls") and n[5:11].isalpha() for n in noms)


def test_reading_needs_no_parameter_that_could_relax_it():
    parametres = inspect.signature(outils.lecteur.lire_lot).parameters
    assert list(parametres) == ["octets", "identites", "trouver_signataire", "region"]
