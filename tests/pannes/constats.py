"""What must be true of a dossier and of the key beside it, whatever happened to their disks."""

import hashlib
from pathlib import Path

from journal_scls.application.lots.incarnations import Situation
from journal_scls.sync.lot.lecteur import LotLu
from tests.pannes import scenarios
from tests.sync.lot import outils


def verifier_export(racine: Path, dits: list[str]) -> None:
    """A final file is whole or absent; what is said written is written, and only that."""
    presents = {f: f.read_bytes() for f in (racine / "cle").glob("*.scls")}
    lus = {f.name: outils.lire(octets) for f, octets in presents.items()}
    assert all(isinstance(lu, LotLu) for lu in lus.values())
    condenses = {hashlib.sha256(octets).hexdigest() for octets in presents.values()}
    with scenarios.journal(racine) as journal:
        with journal.base.engine.connect() as connexion:
            assert connexion.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
            ecrits = connexion.exec_driver_sql("SELECT fichier, seq FROM fichier_ecrit").all()
        assert {fichier for fichier, _ in ecrits} <= condenses
        envois = {e.seq: e for e in journal.envois.lister()}
        assert {e.seq for e in envois.values() if e.ecrit_le} == {seq for _, seq in ecrits}
        # Said: then it lasts. A file out: then its lot is in the outbox, under the same digest.
        for _, seq, nom in (dit.split() for dit in dits):
            assert nom in lus
            assert envois[int(seq)].ecrit_le
        for lu in lus.values():
            assert envois[lu.manifeste.seq].empreinte == lu.empreinte
        # Nobody has to decide anything: the same copy goes on, with the same lots.
        assert journal.envois.situation() is Situation.NORMALE
        refait = outils.lire(journal.envois.exporter(racine / "cle").fichier.read_bytes())
        assert isinstance(refait, LotLu)
        assert refait.manifeste.seq in {len(envois), len(envois) + 1}
        if attendu := envois.get(refait.manifeste.seq):
            assert attendu.empreinte == refait.empreinte
        elif envois:
            assert refait.manifeste.prev == envois[len(envois)].empreinte


def verifier_import(racine: Path, dits: list[str], attendu: str) -> None:
    """The kept copies and the base agree; what was said lasts; trying again makes all good."""
    with scenarios.region(racine) as region:
        with region.engine.connect() as connexion:
            assert connexion.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
            recus = set(connexion.exec_driver_sql("SELECT fichier FROM reception").scalars())
            sus = dict(
                connexion.exec_driver_sql("SELECT fichier, resultat FROM fichier_recu").all()
            )
        gardes = region.quarantaine.noms()
        for nom in gardes:
            region.quarantaine.lire(nom)  # refuses what is not what its name says
        assert recus <= set(gardes)
        assert set(sus) <= set(gardes)
        for resultat, fichier in (dit.split() for dit in dits):
            condense = hashlib.sha256((racine / "cle" / fichier).read_bytes()).hexdigest()
            assert sus[condense] == resultat
        avant = region.receptions.vidage().splitlines()
        assert set(avant) <= set(attendu.splitlines())
        assert sum(li.startswith("reception") for li in avant) == len(recus)
        region.receptions.reprendre()
        region.receptions.importer([racine / "cle"])
        assert region.receptions.vidage() == attendu
