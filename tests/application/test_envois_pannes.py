"""A medium that fails, at every call: a lot is never said written when it is not."""

import errno
import hashlib
import os
from dataclasses import replace

import pytest

from journal_scls.application.lots.verifications import VALIDE, Verifications
from journal_scls.domain.errors import Environnement
from journal_scls.storage import fichiers
from journal_scls.storage.lots.support import SupportFichiers
from journal_scls.sync.lot.recus import LecteurLotsAge
from tests.journaux_lots import OUTILS, creer_dossier, journal_de, lire
from tests.sync.lot import outils as cles


@pytest.fixture(scope="module")
def modele(tmp_path_factory):
    return creer_dossier(tmp_path_factory.mktemp("modele") / "dossier")


@pytest.fixture
def journal(modele, tmp_path):
    with journal_de(modele, tmp_path) as ouvert:
        ouvert.saisir()
        yield ouvert


class SupportArrache(SupportFichiers):
    """A key that goes away at the n-th call to the system, for this write only."""

    def __init__(self, monkeypatch, rang):
        self.monkeypatch, self.rang, self.touche = monkeypatch, rang, False

    def deposer(self, dossier, nommer, octets):
        compte = [self.rang]

        def enveloppe(vrai):
            def appel(*args, **options):
                compte[0] -= 1
                if compte[0] == 0:
                    self.touche = True
                    raise OSError(errno.ENODEV, "arrachée")
                return vrai(*args, **options)

            return appel

        with self.monkeypatch.context() as m:
            for nom in ("open", "fsync", "link", "posix_fadvise", "fdopen"):
                m.setattr(fichiers.os, nom, enveloppe(getattr(os, nom)))
            return super().deposer(dossier, nommer, octets)


def test_a_key_pulled_out_at_any_call_is_never_said_written(journal, monkeypatch):
    for rang in range(1, 60):
        support = SupportArrache(monkeypatch, rang)
        try:
            ecrit = journal.outiller(support=support).exporter(journal.sortie)
        except Environnement:
            (envoi,) = journal.envois.lister()
            assert envoi.ecrit_le is None
            assert not list(journal.sortie.glob("*.scls"))
        else:
            assert not support.touche
            assert rang > 5
            break
    (envoi,) = journal.envois.lister()
    assert envoi.ecrit_le == journal.horloge.instant
    assert lire(ecrit.fichier).manifeste.seq == 1


def test_what_was_written_stays_written_when_the_next_file_fails(journal, monkeypatch):
    journal.envois.exporter(journal.sortie)
    journal.horloge.avancer(hours=1)
    with pytest.raises(Environnement):
        journal.outiller(support=SupportArrache(monkeypatch, 2)).exporter(journal.sortie)
    assert journal.envois.lister()[0].ecrit_le < journal.horloge.instant


def test_a_file_without_its_word_is_only_a_file_too_many(journal):
    """A power cut after the file and before « écrit »: the same lot is exported again."""

    class Coupe(SupportFichiers):
        def deposer(self, dossier, nommer, octets):
            super().deposer(dossier, nommer, octets)
            raise Environnement("coupure")

    with pytest.raises(Environnement, match="coupure"):
        journal.outiller(support=Coupe()).exporter(journal.sortie)
    (fichier,) = journal.sortie.iterdir()
    assert journal.envois.lister()[0].ecrit_le is None
    assert lire(fichier).empreinte == journal.exporter().empreinte


def verifier(journal, *chemins, **changes):
    outils = replace(OUTILS, **changes)
    return Verifications(journal.base.unite, LecteurLotsAge(), outils).verifier(chemins)


def test_the_journal_knows_each_file_it_wrote(journal):
    a = journal.envois.exporter(journal.sortie).fichier
    journal.saisir()
    b = journal.envois.exporter(journal.sortie).fichier
    refait = journal.envois.reexporter(journal.sortie, 1).fichier
    lues = verifier(journal, a, b, refait)
    assert [(v.resultat, v.seq) for v in lues] == [(VALIDE, 1), (VALIDE, 2), (VALIDE, 1)]
    assert {v.journal for v in lues} == {str(cles.JOURNAL.id)}


def test_it_still_knows_them_after_a_new_incarnation(journal):
    fichier = journal.envois.exporter(journal.sortie).fichier
    journal.envois.nouvelle_incarnation("copie")
    assert verifier(journal, fichier)[0].resultat == VALIDE


def test_a_file_that_changed_or_is_not_ours_is_refused(journal, tmp_path):
    bon = journal.envois.exporter(journal.sortie).fichier.read_bytes()
    cas = {
        "octet": (bon[:-9] + bytes([bon[-9] ^ 1]) + bon[-8:], "pas_pour_nous"),
        "coupe": (bon[:-1], "pas_pour_nous"),
        "entete": (bon[:40], "age_entete"),
        "vide": (b"", "pas_un_lot"),
        "texte": (b"bonjour", "pas_un_lot"),
    }
    for nom, (octets, _) in cas.items():
        (tmp_path / f"{nom}.scls").write_bytes(octets)
    lues = verifier(journal, *(tmp_path / f"{nom}.scls" for nom in cas))
    assert [(v.resultat, v.code) for v in lues] == [("refuse", code) for _, code in cas.values()]
    assert all(v.message and v.suite for v in lues)
    (absent,) = verifier(journal, tmp_path / "absent.scls")
    assert absent.code == "fichier_illisible"


def test_an_outbox_whose_lot_no_longer_reads_is_said(journal):
    """The file is what was written, but the region could not read it: better known here."""
    autre = replace(OUTILS.expediteur(None), region=cles.AUTRE_REGION.id)
    fichier = journal.envois.exporter(journal.sortie).fichier
    (lue,) = verifier(journal, fichier, expediteur=lambda _: autre)
    assert (lue.resultat, lue.code) == ("refuse", "autre_region")


def test_checking_changes_nothing(journal):
    fichier = journal.envois.exporter(journal.sortie).fichier
    journal.base.engine.dispose()
    avant = hashlib.sha256((journal.dossier / "journal.db").read_bytes()).digest()
    verifier(journal, fichier)
    journal.base.engine.dispose()
    assert hashlib.sha256((journal.dossier / "journal.db").read_bytes()).digest() == avant
