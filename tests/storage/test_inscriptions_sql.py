"""What is pinned stays pinned: by trigger, whoever writes, our own code included."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from sqlalchemy.exc import DBAPIError, IntegrityError

from journal_scls.application.inscription.ports_inscriptions import DepotInscriptions
from journal_scls.application.ports_accuses import AccuseEmis, DepotAccuses
from journal_scls.domain.echange.accuse import Accuse, IncarnationAccusee, SuiteRecue
from journal_scls.domain.echange.inscription import (
    CleJournal,
    ClesDossier,
    Inscription,
    PolitiqueRegion,
    Region,
    Revocation,
)
from journal_scls.storage.base import SqlBase
from tests.fabriques import HorlogeFixe, profil

LE = datetime(2025, 3, 14, 12, tzinfo=UTC)
JOURNAL, REGION, VIE = (UUID(int=2**127 + n) for n in range(3))
NONCE = b"\x01" * 32


def cle(rang: int = 1, n: int | None = None, journal: UUID = JOURNAL) -> CleJournal:
    n = rang if n is None else n
    return CleJournal(
        journal=journal, cle=bytes([n]) * 32, destinataire=f"age{n}", rang=rang, epoque=1,
        depuis_seq=rang, acceptee_le=LE,
    )  # fmt: skip


def inscription(journal: UUID = JOURNAL) -> Inscription:
    return Inscription(journal=journal, code="INT-01", nom="", acceptee_le=LE)


def region(nonce: bytes = NONCE) -> Region:
    return Region(
        uuid=REGION, nom="Région", cle=b"\x09" * 32, destinataires=("age1", "age2"),
        politique=PolitiqueRegion(id="P", condense="0" * 64, champs=("date", "mois")),
        nonce=nonce, demandee_le=LE,
    )  # fmt: skip


def accuse(numero: int = 1) -> Accuse:
    return Accuse(
        region=REGION, journal=JOURNAL, numero=numero, etat_nombre=3, etat_condense="c" * 64,
        incarnations=(
            IncarnationAccusee(
                id=VIE, epoque=2, recus=(SuiteRecue(du=1, au=4, empreinte="e"),),
                manquants=((5, 6),), bifurcations=(4,),
            ),
        ),
    )  # fmt: skip


@pytest.fixture
def base(base_vide):
    base = SqlBase(base_vide, HorlogeFixe())
    with base.unite() as unite:
        unite.enregistrer_profil(profil(id=JOURNAL))
        depot = unite.inscriptions
        depot.ajouter_cles(ClesDossier(signature=b"\x05" * 32, age="AGE", creee_le=LE))
        depot.ajouter_invitation(NONCE, LE)
        depot.inscrire(inscription(), cle(), NONCE)
        depot.revoquer(
            [Revocation(journal=JOURNAL, incarnation=VIE, apres_seq=3, le=LE, raison="vol")]
        )
        depot.choisir_region(region())
        unite.accuses.prendre(accuse(), "e1", LE)
        unite.accuses.emettre(AccuseEmis(accuse=accuse(), empreinte="e1"), LE)
        unite.accuses.decider(JOURNAL, ["objet"], "choix", "raison", LE)
        unite.commit()
    return base


def executer(base_vide, ordre):
    with base_vide.begin() as connexion:
        connexion.exec_driver_sql(ordre)


IMMUABLES = [
    "UPDATE identite SET cle_age = 'autre'",
    "UPDATE identite SET cle_secours = 'autre'",
    "DELETE FROM identite",
    "UPDATE inscription SET code = 'autre'",
    "UPDATE inscription SET journal = zeroblob(16)",
    "DELETE FROM inscription",
    "UPDATE cle_journal SET cle = zeroblob(32)",
    "UPDATE cle_journal SET cle_age = 'autre'",
    "UPDATE cle_journal SET depuis_seq = 9",
    "UPDATE cle_journal SET journal = zeroblob(16)",
    "DELETE FROM cle_journal",
    "UPDATE revocation SET apres_seq = 99",
    "DELETE FROM revocation",
    "UPDATE region SET cle_signature = zeroblob(32)",
    "UPDATE region SET destinataires = '[]'",
    "UPDATE region SET politique = ''",
    "UPDATE region SET uuid = zeroblob(16)",
    "UPDATE region SET nonce = zeroblob(32)",
    "UPDATE invitation SET journal = NULL",
    "UPDATE invitation SET journal = zeroblob(16)",
    "UPDATE invitation SET nonce = zeroblob(32)",
    "DELETE FROM invitation",
    "UPDATE accuse_recu SET contenu = ''",
    "DELETE FROM accuse_recu",
    "UPDATE accuse_emis SET contenu = ''",
    "DELETE FROM accuse_emis",
    "UPDATE decision SET choix = ''",
    "DELETE FROM decision",
]


@pytest.mark.parametrize("ordre", IMMUABLES)
def test_what_is_pinned_cannot_be_rewritten(base, base_vide, ordre):
    with pytest.raises(DBAPIError, match="ligne immuable"):
        executer(base_vide, ordre)


REMPLACEMENTS = {
    "cle_journal": "cle, journal, rang, 'x', 1, 1, ''",
    "inscription": "journal, 'x', '', ''",
    "region": "id, uuid, 'x', cle_signature, destinataires, politique, nonce, demandee_le, NULL",
}


@pytest.mark.parametrize("table", REMPLACEMENTS)
def test_not_even_by_replacing(base, base_vide, table):
    """REPLACE would delete without the trigger's knowledge, were recursive triggers off."""
    with base.unite() as unite:
        unite.inscriptions.rejoindre(LE)
        unite.commit()
    ordre = f"INSERT OR REPLACE INTO {table} SELECT {REMPLACEMENTS[table]} FROM {table}"  # noqa: S608
    with pytest.raises(DBAPIError, match="ligne immuable"):
        executer(base_vide, ordre)


def test_the_region_is_final_once_it_has_accepted(base, base_vide):
    with base.unite() as unite:
        unite.inscriptions.choisir_region(region(b"\x02" * 32))
        unite.inscriptions.rejoindre(LE)
        unite.commit()
    with base.unite() as unite:
        lue = unite.inscriptions.region()
    assert lue.nonce == b"\x02" * 32
    assert lue.acceptee_le == LE
    assert lue.destinataires == ("age1", "age2")
    assert lue.politique.champs == ("date", "mois")
    for ordre in ("DELETE FROM region", "UPDATE region SET acceptee_le = NULL"):
        with pytest.raises(DBAPIError, match="ligne immuable"):
            executer(base_vide, ordre)


def test_one_key_one_journal(base):
    autre = UUID(int=77)
    for double in (cle(1, 1, autre), replace(cle(1, 8, autre), destinataire="age1")):
        with base.unite() as unite, pytest.raises(IntegrityError):
            unite.inscriptions.inscrire(inscription(autre), double, b"\x03" * 32)
    with base.unite() as unite:
        assert unite.inscriptions.journal_de(b"\x01" * 32) == JOURNAL
        assert unite.inscriptions.cle_age_prise("age1")
        assert not unite.inscriptions.cle_age_prise("age9")


def test_what_is_written_is_read(base):
    with base.unite() as unite:
        depot: DepotInscriptions = unite.inscriptions
        accuses: DepotAccuses = unite.accuses
        assert depot.inscriptions() == (inscription(),)
        assert depot.cles_de(JOURNAL) == (cle(),)
        assert depot.revocations(JOURNAL)[0].incarnation == VIE
        assert depot.invitee(NONCE) == (True, JOURNAL)
        assert depot.invitee(b"\x08" * 32) == (False, None)
        assert depot.prochain_lot() == (1, 1)
        assert depot.cles()[0].depuis_seq == 1
        assert accuses.recus() == (accuse(),)
        assert accuses.dernier_emis(JOURNAL) == AccuseEmis(accuse=accuse(), empreinte="e1")
        assert accuses.dernier_emis(REGION) is None
        assert accuses.decisions(JOURNAL) == {"objet"}
        assert accuses.incarnations() == ()
        assert accuses.conteneur((VIE, 1)) is None


def test_an_accuse_is_taken_once(base):
    with base.unite() as unite:
        assert not unite.accuses.prendre(accuse(), "e1", LE)
        assert unite.accuses.prendre(accuse(2), "e2", LE)
        assert [a.numero for a in unite.accuses.recus()] == [2, 1]


def test_a_mark_is_never_taken_back(base, base_vide):
    executer(
        base_vide, "INSERT INTO incarnation (uuid, epoque, ouverte_le) VALUES (zeroblob(16), 1, '')"
    )
    executer(base_vide, "INSERT INTO envoi VALUES (1, 1, 'delta', 'e', x'00', 0, '', NULL, 0)")
    vie = UUID(int=0)
    with base.unite() as unite:
        assert unite.inscriptions.prochain_lot() == (1, 2)
        for lots in ([(vie, 1)], [], [(vie, 2)], [(VIE, 1)]):
            unite.accuses.marquer(lots)
            assert [e.accuse for e in unite.accuses.envois()] == [True]
        assert unite.accuses.conteneur((vie, 1)) == b"\0"
