"""The receptions of a coordination on a server: the same properties, the same dump, byte for byte.

What they compare with is always a region in an encrypted file, or the oracle that reads the files.
"""

# ruff: noqa: S608 - the names of tables and columns are those of tables_lots.py

import threading
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from journal_scls.application.lots.ports_receptions import Trou
from journal_scls.domain.errors import Environnement
from journal_scls.storage.base import SqlBase
from journal_scls.storage.coffre.sceau import SceauDossier
from journal_scls.storage.lots import tables_lots
from journal_scls.storage.serveur import postgres as pilote
from journal_scls.storage.serveur.erreurs_postgres import LiaisonRompue
from tests.fabriques import HorlogeFixe
from tests.journaux_simules import CLES, JournalSimule, RegionSimulee, resceller
from tests.storage import test_receptions_proprietes as proprietes

PEU = settings(proprietes.REGLAGES, max_examples=3)
BEAUCOUP = settings(proprietes.REGLAGES, max_examples=60)
COUPURES = st.lists(st.integers(0, 60), min_size=1, max_size=4)
PROPRIETES = (
    (proprietes.test_any_order_and_any_duplicate_give_the_same_dump_and_views,
     {"arrivee": proprietes.arrivees()}),
    (proprietes.test_any_interruption_is_made_good_by_trying_again,
     {"arrivee": proprietes.arrivees(), "coupures": COUPURES}),
    (proprietes.test_replaying_everything_changes_nothing, {"arrivee": proprietes.arrivees()}),
    (proprietes.test_what_is_lost_is_seen_and_what_is_held_is_what_came,
     {"lots": proprietes.histoires(), "donnees": st.data()}),
)  # fmt: skip


@pytest.fixture
def nouvelle(regions_serveur):
    """What the properties are told to put to the test."""
    return regions_serveur


def _sur_serveur(reglages, rang):
    propriete, strategies = PROPRIETES[rang]
    return reglages(given(**strategies)(propriete.hypothesis.inner_test))


test_any_order_and_any_duplicate_give_the_dump_of_a_file = _sur_serveur(PEU, 0)
test_any_interruption_is_made_good_by_trying_again = _sur_serveur(PEU, 1)
test_replaying_everything_changes_nothing = _sur_serveur(PEU, 2)
test_what_is_lost_is_seen_and_what_is_held_is_what_came = _sur_serveur(PEU, 3)
test_long_any_order = pytest.mark.lent(_sur_serveur(BEAUCOUP, 0))
test_long_any_interruption = pytest.mark.lent(_sur_serveur(BEAUCOUP, 1))
test_long_replaying = pytest.mark.lent(_sur_serveur(BEAUCOUP, 2))
test_long_what_is_lost = pytest.mark.lent(_sur_serveur(BEAUCOUP, 3))


# --- a base with something in it


@pytest.fixture
def region(regions_serveur):
    with regions_serveur() as region:
        yield region


@pytest.fixture
def remplie(region):
    region.importer(*_lots("A", 3))
    with region.base.unite() as unite:
        unite.receptions.decider(JournalSimule("A").id, "objet", "choix", "raison")
        unite.noter("essai")
        unite.commit()
    return region


def _lots(nom, combien, entrees=3):
    journal, lots = JournalSimule(nom), []
    for tour in range(combien):
        for n in range(entrees):
            journal.saisir(n, duree_min=15 * (tour + 1))
        lots.append(journal.exporter())
    return lots


PEUPLEES = ("reception", "version", "identite", "inscription", "cle_journal", "decision",
            "evenement")  # fmt: skip


@pytest.mark.parametrize("table", PEUPLEES)
def test_what_is_received_pinned_and_decided_is_neither_changed_nor_erased(remplie, table):
    colonne = next(iter(tables_lots.metadata.tables[table].columns)).name
    for ordre in (
        f"UPDATE {table} SET {colonne} = {colonne}",
        f"DELETE FROM {table}",
        f"TRUNCATE {table} CASCADE",
    ):
        with pytest.raises(IntegrityError, match="immuable"), remplie.engine.begin() as connexion:
            connexion.exec_driver_sql(ordre)
        with remplie.engine.connect() as connexion:
            assert connexion.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar()


@pytest.mark.parametrize("regle", [r for r in tables_lots.REFUS if r.quand == "DELETE"])
def test_no_table_that_keeps_its_rows_is_emptied_at_once(region, regle):
    with pytest.raises(IntegrityError, match="immuable"), region.engine.begin() as connexion:
        connexion.exec_driver_sql(f"TRUNCATE {regle.table} CASCADE")


@pytest.mark.parametrize(
    "ordre",
    [
        "INSERT INTO intervention (uuid, creee_le) VALUES ('0123456789abcdef', '')",
        "INSERT INTO brouillon (uuid, contenu, modifie_le) VALUES ('0123456789abcdef', 'note', '')",
    ],
)
def test_no_entry_and_no_draft_ever_stands_on_a_server(region, ordre):
    with pytest.raises(Environnement, match="ne tient pas de journal"), region.engine.begin() as c:
        c.exec_driver_sql(ordre)


# --- private keys


def test_private_keys_are_sealed_and_only_their_dossier_opens_them(region, postgres):
    (cles,) = _cles(region.engine, b"k")
    assert cles == CLES
    with region.engine.begin() as connexion:
        garde = repr(connexion.exec_driver_sql("SELECT * FROM identite").all())
    assert CLES.age not in garde
    assert repr(CLES.signature)[2:-1] not in garde
    assert CLES.signature.hex() not in garde
    with pytest.raises(Environnement, match="ne s'ouvrent pas"):
        _cles(region.engine, b"x")


def _cles(engine, cle):
    with SqlBase(engine, HorlogeFixe(), SceauDossier(cle * 32)).unite() as unite:
        return unite.inscriptions.cles()


def test_the_server_refuses_a_private_key_in_clear(region):
    with pytest.raises(IntegrityError), SqlBase(region.engine, HorlogeFixe()).unite() as unite:
        unite.inscriptions.ajouter_cles(CLES)


def test_a_sealed_key_does_not_open_in_the_place_of_another(region):
    autres = SceauDossier(b"k" * 32)
    garde = autres.sceller(CLES.signature, "cle_signature 2020-01-01T00:00:00Z")
    with pytest.raises(Environnement):
        autres.ouvrir(garde, "cle_signature 2025-01-01T00:00:00Z")
    for texte in ("scelle:pas du base64", "scelle:AAAA", CLES.age):
        with pytest.raises(Environnement):
            autres.ouvrir_texte(texte, "cle_age 2025-01-01T00:00:00Z")


# --- the connection goes


def _tuer(postgres, engine, instruction):
    """The administrator ends our session just before its n-th statement."""
    compte = count()

    def couper(connexion, *_):
        if next(compte) == instruction:
            pid = connexion.connection.driver_connection.info.backend_pid
            postgres.executer(f"SELECT pg_terminate_backend({pid}, 5000)")

    event.listen(engine, "before_cursor_execute", couper)
    event.listen(engine, "commit", couper)
    return lambda: (event.remove(engine, "before_cursor_execute", couper),
                    event.remove(engine, "commit", couper))  # fmt: skip


def test_a_lot_whose_connection_is_cut_anywhere_is_whole_or_absent(postgres, region):
    lots = _lots("A", 2)
    region.importer(lots[0])
    avant = region.receptions.vidage()
    coupees = 0
    for instruction in count():
        arreter = _tuer(postgres, region.engine, instruction)
        try:
            region.importer(lots[1])
        except LiaisonRompue:
            coupees += 1
        finally:
            arreter()
        if region.receptions.vidage() != avant:
            break
    assert coupees > 5
    assert [r.resultat.value for r in region.importer(*lots)] == ["doublon"] * 2
    assert len(region.receptions.vidage().splitlines()) == 2 + 6


def test_a_server_that_went_away_is_said_and_its_return_needs_nothing(postgres, region):
    with region.base.unite() as unite:
        unite.noter("avant")
        unite.commit()
    postgres.executer(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename <> 'admin'"
    )
    with region.base.unite() as unite:  # the dead connection is noticed before it serves
        unite.noter("après")
        unite.commit()


# --- several coordinators


def _autre(postgres, region, dossier):
    """A second coordinator, in a copy of the dossier."""
    dossier.mkdir(parents=True)
    adresse = region.engine.url.database
    ouverte = postgres.ouverte(adresse)
    engine = ouverte.__enter__()
    return ouverte, RegionSimulee(engine, dossier, sceau=SceauDossier(b"k" * 32))


def test_coordinators_who_import_the_same_lots_at_once_change_nothing(
    postgres, region, regions_fichier, tmp_path
):
    lots = [lot for nom in "ABC" for lot in _lots(nom, 4)]
    issues, autres, fils = [], [], []
    for rang in range(3):
        autres.append(_autre(postgres, region, tmp_path / str(rang) / "dossier"))
        venus = [resceller(lot) for lot in lots[rang:] + lots[:rang]]
        fils.append(threading.Thread(
            target=lambda r=autres[-1][1], v=venus: issues.extend(r.importer(*v))))  # fmt: skip
    for fil in fils:
        fil.start()
    for fil in fils:
        fil.join()
    for ouverte, _ in autres:
        ouverte.__exit__(None, None, None)
    resultats = [r.resultat.value for r in issues]
    assert (resultats.count("applique"), resultats.count("doublon")) == (12, 24)
    with regions_fichier() as temoin:
        temoin.importer(*lots)
        assert region.receptions.vidage() == temoin.receptions.vidage()
        assert region.vues() == temoin.vues()


def test_who_must_wait_too_long_to_write_is_told_so_and_readers_never_wait(
    postgres, region, tmp_path, monkeypatch
):
    monkeypatch.setattr(pilote, "_REGLAGES", ("SET lock_timeout = '200ms'",))
    ouverte, autre = _autre(postgres, region, tmp_path / "autre" / "dossier")
    try:
        with region.base.unite() as unite:
            unite.noter("un long import")
            with (
                pytest.raises(Environnement, match="Une autre personne enregistre"),
                autre.base.unite(),
            ):
                pass
            with autre.base.unite_de_lecture() as lecture:
                assert lecture.inscriptions.inscriptions()
                unite.commit()
                assert _actes(lecture) == []  # one snapshot, begun before
        with autre.base.unite() as ecriture:
            assert _actes(ecriture) == ["un long import"]
    finally:
        ouverte.__exit__(None, None, None)


def _actes(unite):
    return list(unite._ouverte.exec_driver_sql("SELECT acte FROM evenement").scalars())


def test_numbers_of_a_signed_file_are_as_large_as_in_a_file(region):
    journal = JournalSimule("A")
    journal.saisir(1)
    journal.epoque, journal.seq = 2**31 - 1, 2**31 - 2
    (recu,) = region.importer(journal.exporter(prev="0" * 64))
    assert recu.seq == 2**31 - 1
    assert region.vues()["trous"] == [Trou(journal.id, journal.incarnation, 1, 2**31 - 2)]
