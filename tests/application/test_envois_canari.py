"""T95: what a person types stays in the journal, whatever is exported of it."""

import gzip
import logging
import random
import shutil
from dataclasses import fields
from datetime import date, timedelta
from pathlib import Path

import pytest

from journal_scls.application.rapport_de_panne import rapport
from journal_scls.domain.journal.intervention import Contenu, Intervention, Reference
from journal_scls.domain.repertoire.lieux import Milieu
from journal_scls.paths import migrations_dir
from journal_scls.storage.engine import NOM, consolider, fermer_engine, ouvrir_engine
from journal_scls.sync.lot import conteneur as zips
from journal_scls.sync.lot import enveloppe
from tests.bases import creer_base
from tests.fabriques import brouillon, intervention, milieu, organisme, profil
from tests.journaux_lots import OUTILS, JournalLots
from tests.sync.lot import outils as cles

CANARI = "CANARI"
CLE = bytes(range(32))
CODES = ("BAIL", "ECOUTE", "BUDGET", "VISITE")


@pytest.fixture(scope="module")
def modele(tmp_path_factory):
    base = tmp_path_factory.mktemp("modele") / NOM
    creer_base(base, CLE, migrations_dir())
    engine = ouvrir_engine(base, CLE)
    consolider(engine)
    fermer_engine(engine)
    return base


def ouvrir(modele: Path, ou: Path) -> JournalLots:
    """The same journal without a passphrase, which would cost more than all the rest."""
    dossier = ou / f"{CANARI} chez Mme Tremblay"
    dossier.mkdir(parents=True)
    shutil.copy(modele, dossier / NOM)
    journal = JournalLots.par_la_cle(dossier, ou / "cle", CLE)
    with journal.base.unite() as unite:
        unite.enregistrer_profil(
            profil(id=cles.JOURNAL.id, code=f"{CANARI}-01", nom_affiche=f"{CANARI} Tremblay")
        )
        unite.commit()
    return journal


class Alea(random.Random):
    """Texts that must not leave, each with its own look."""

    def canari(self) -> str:
        formes = (
            "Mme {} Tremblay, apt 4", "12, rue {}", "{}", "819 555-0147 {}", "{}@exemple.test",
            "É{}é\n\u200b", '{{"nom": "{}"}}', "\u202e{}",
        )  # fmt: skip
        return self.choice(formes).format(f"{CANARI}{self.randrange(10**6)}")

    def peut_etre(self) -> str:
        return self.canari() if self.random() < 0.7 else ""

    def code_canari(self) -> str:
        return f"{CANARI}_{self.randrange(100)}" if self.random() < 0.5 else self.peut_etre()


def remplir(journal: JournalLots, alea: Alea) -> None:
    offices = [organisme(f"Office fictif {n}") for n in range(2)]
    petits = [
        milieu(alea.canari(), nb_logements=alea.choice((None, 1, 8, 19)), code=alea.canari(),
               organisme=alea.choice(offices).id)
        for _ in range(3)
    ]  # fmt: skip
    grands = [milieu(f"Résidence fictive {n}", nb_logements=20 + n) for n in range(2)]
    journal.decrire(organismes=offices, milieux=petits + grands)
    with journal.base.unite() as unite:
        unite.enregistrer_preference("impression", alea.canari())
        unite.brouillons.enregistrer(brouillon(contenu={"note": alea.canari()}))
        unite.noter("essai", alea.canari())
        unite.commit()
    journal.reprendre(_entree(alea, alea.choice(petits + grands)) for _ in range(6))


def _entree(alea: Alea, ou):
    jour = date(2025, 1, 1) + timedelta(days=alea.randrange(300))
    return intervention(
        date_intervention=jour,
        lieu=ou.lieu_le(jour),
        activite=alea.choice(CODES),
        note=alea.canari(),
        fait_marquant=alea.peut_etre()[:300],
        personne=alea.peut_etre(),
        suivi=alea.peut_etre(),
        suivi_le=jour,
        source_financement=alea.peut_etre(),
        projet=alea.code_canari(),
        activites_secondaires=(alea.code_canari() or "BAIL",),
        clienteles_autres=(alea.code_canari() or "AINES",),
        auteur=f"{CANARI}-01",
        roles=((alea.code_canari() or "LOCATAIRE", 2),),
        references=(Reference(destination="CISSS", service="SAPA", date_relance=jour),),
    )


def changer(journal: JournalLots, alea: Alea) -> None:
    with journal.base.unite() as unite:
        ids = [i.id for i in unite.envois.a_partager(faits_marquants=False)]
    journal.corriger(alea.choice(ids), note=alea.canari(), duree_min=90)
    journal.changer(
        alea.choice(ids), lambda i: i.annuler(alea.canari(), auteur="I", le=i.saisie_le)
    )


def tout_ce_qui_sort(journal: JournalLots) -> list[bytes]:
    """Every byte of every file, sealed, opened, unzipped, and every name."""
    octets = []
    for fichier in journal.sortie.iterdir():
        scelle = fichier.read_bytes()
        clair = enveloppe.ouvrir(scelle, [cles.REGION.identite_age])
        membres = zips.lire(clair)
        octets += [scelle, clair, membres.manifeste, gzip.decompress(membres.charge)]
        octets.append(fichier.name.encode())
    return [*octets, (journal.dossier / "etat.json").read_bytes()]


def panne(journal: JournalLots) -> str:
    """The report of a bug in the middle of an export."""

    class Fautif(type(OUTILS.format)):
        def composer(self, entete, lignes, retraits, cle_secrete):
            texte = lignes[0].decode()
            raise KeyError(texte)

    try:
        journal.outiller(format=Fautif()).exporter(journal.sortie)
    except KeyError as bogue:
        return rapport(bogue)
    raise AssertionError("nothing went wrong")


def un_journal(modele: Path, ou: Path, graine: int, traces: pytest.LogCaptureFixture) -> None:
    alea = Alea(graine)
    journal = ouvrir(modele, ou)
    try:
        remplir(journal, alea)
        journal.envois.exporter(journal.sortie)
        if alea.random() < 0.5:
            journal.accuser(1)
        changer(journal, alea)
        rapports = panne(journal)
        journal.envois.exporter(journal.sortie)
        sortis = tout_ce_qui_sort(journal)
    finally:
        journal.fermer()
    # The proof that the search would see one: they are all in what the journal keeps.
    for octets in (*sortis, rapports.encode(), traces.text.encode()):
        for forme in (CANARI, CANARI.lower(), "Tremblay", "555-0147"):
            assert forme.encode() not in octets
            assert forme.encode("utf-16-le") not in octets
    noms = [f.name for f in ou.rglob("*") if CANARI not in str(f.parent)]
    assert all(CANARI not in nom for nom in noms if not nom.startswith(CANARI))


# Every text of what a person types: filled with a canary above, or a code that may leave.
CANARIS = {
    Contenu: {"note", "fait_marquant", "personne", "suivi", "source_financement", "projet",
              "activites_secondaires", "clienteles_autres", "roles"},
    Intervention: {"auteur", "raison"},
    Milieu: {"nom", "code"},
    Reference: set(),
}  # fmt: skip
CODES_QUI_SORTENT = {
    Contenu: {"activite", "categorie", "clientele", "type_collectif", "problematiques", "modalite"},
    Intervention: {"vocabulaire"},
    Milieu: set(),
    Reference: {"destination", "service", "mode", "statut"},
}


@pytest.mark.parametrize("modele_", CANARIS)
def test_a_new_text_is_not_forgotten_here(modele_):
    """A field added to an entry or to a milieu is tried with a canary, or known to be a code."""
    textes = {f.name for f in fields(modele_) if f.type is str or "[str" in str(f.type)}
    assert textes == CANARIS[modele_] | CODES_QUI_SORTENT[modele_]


@pytest.mark.parametrize("lot", range(4))
def test_no_canary_leaves_forty_random_journals(modele, tmp_path, monkeypatch, caplog, lot):
    _journaux(modele, tmp_path, monkeypatch, caplog, range(lot * 10, lot * 10 + 10))


@pytest.mark.lent
def test_no_canary_leaves_five_hundred_random_journals(modele, tmp_path, monkeypatch, caplog):
    _journaux(modele, tmp_path, monkeypatch, caplog, range(500))


def _journaux(modele, tmp_path, monkeypatch, caplog, graines):
    temporaire = tmp_path / "temporaire"
    temporaire.mkdir()
    for variable in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(variable, str(temporaire))
    monkeypatch.setattr("tempfile.tempdir", None)
    caplog.set_level(logging.DEBUG)
    for graine in graines:
        ou = tmp_path / str(graine)
        un_journal(modele, ou, graine, caplog)
        shutil.rmtree(ou)
    assert list(temporaire.iterdir()) == []


def test_the_search_would_see_a_canary(modele, tmp_path, caplog):
    """The same journal with the faits marquants ticked lets one out, and it is seen."""
    journal = ouvrir(modele, tmp_path)
    try:
        journal.saisir(fait_marquant=f"La fête de {CANARI}")
        journal.envois.exporter(journal.sortie)
        assert not any(CANARI.encode() in octets for octets in tout_ce_qui_sort(journal))
        journal.envois.partager_faits_marquants(oui=True)
        journal.envois.exporter(journal.sortie)
        assert any(CANARI.encode() in octets for octets in tout_ce_qui_sort(journal))
    finally:
        journal.fermer()
