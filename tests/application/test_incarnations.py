"""Old backups and copied folders are recognised, and only a person decides which copy goes on."""

import json
import shutil

import pytest

from journal_scls.application.lots.incarnations import CopieADecider, Situation, code_raison
from journal_scls.application.lots.ports_lots import Marque
from journal_scls.domain.echange.partage import GenreLot
from journal_scls.domain.errors import Environnement, RegleMetier
from journal_scls.domain.periode import Periode
from journal_scls.storage.lots.temoin import NOM, TemoinsFichiers
from journal_scls.storage.sauvegarde import backup
from tests.journaux_lots import OUTILS, JournalLots, creer_dossier, journal_de, lire


@pytest.fixture(scope="module")
def modele(tmp_path_factory):
    return creer_dossier(tmp_path_factory.mktemp("modele") / "dossier")


@pytest.fixture
def journal(modele, tmp_path):
    with journal_de(modele, tmp_path) as ouvert:
        yield ouvert


def sauvegarder(journal):
    """A backup on another medium."""
    quand = journal.horloge.instant
    coffre = journal.dossier / "vault.json"
    return backup.creer(journal.base.engine, coffre, journal.dossier.parent / "sauvegarde", quand)


def restaurer(journal, sauvegarde, dossier=None):
    journal.fermer()
    dossier = dossier or journal.dossier
    backup.restaurer(sauvegarde, dossier, journal.horloge.instant)
    return JournalLots(dossier, journal.sortie)


@pytest.fixture
def ouvrir():
    """Open journals that are closed at the end."""
    ouverts = []

    def garder(journal):
        ouverts.append(journal)
        return journal

    yield garder
    for journal in ouverts:
        journal.fermer()


def versions(lot):
    return {ligne.version.id: ligne.version for ligne in lot.lignes()}


def bloque(journal, situation):
    assert journal.envois.situation() is situation
    avant = sorted(journal.sortie.iterdir()) if journal.sortie.exists() else []
    for essai in (
        lambda: journal.envois.exporter(journal.sortie),
        lambda: journal.envois.reexporter(journal.sortie, 1),
    ):
        with pytest.raises(CopieADecider, match="avant votre décision"):
            essai()
    assert (sorted(journal.sortie.iterdir()) if journal.sortie.exists() else []) == avant
    return True


def test_a_journal_that_never_exported_is_normal_wherever_it_is(journal, tmp_path, ouvrir):
    assert journal.envois.situation() is Situation.NORMALE
    journal.fermer()
    copie = ouvrir(
        JournalLots(shutil.copytree(journal.dossier, tmp_path / "copie"), journal.sortie)
    )
    assert copie.envois.situation() is Situation.NORMALE


def test_a_restored_backup_waits_for_a_decision(journal, ouvrir):
    gardee = journal.saisir()
    journal.exporter()
    sauvegarde = sauvegarder(journal)
    perdue = journal.saisir()
    ancien = journal.exporter()
    restaure = ouvrir(restaurer(journal, sauvegarde))
    assert bloque(restaure, Situation.RESTAUREE)

    incarnation = restaure.envois.nouvelle_incarnation("sauvegarde restaurée")
    assert incarnation.epoque == 2
    nouvelle = restaure.saisir()
    lot = restaure.exporter()
    m = lot.manifeste
    assert (m.epoch, m.seq, m.prev, m.kind, m.since_ack) == (2, 1, None, "complet", 0)
    assert (m.supersedes.incarnation, m.supersedes.seq, m.supersedes.reason) == (
        ancien.manifeste.incarnation, 2, "RESTAURATION",
    )  # fmt: skip
    assert {id_: v.ep for id_, v in versions(lot).items()} == {str(gardee): 1, str(nouvelle): 2}
    assert str(perdue) not in versions(lot)


def test_a_change_after_the_decision_wins_over_any_revision_of_the_lost_copy(journal, ouvrir):
    id_ = journal.saisir()
    journal.exporter()
    sauvegarde = sauvegarder(journal)
    for duree in (50, 55, 60):
        journal.corriger(id_, duree_min=duree)
        ancien = journal.exporter()
    restaure = ouvrir(restaurer(journal, sauvegarde))
    restaure.envois.nouvelle_incarnation("restauration")
    restaure.corriger(id_, duree_min=90)
    (avant,), (apres,) = versions(ancien).values(), versions(restaure.exporter()).values()
    assert (avant.ep, avant.rev) == (1, 4)
    assert (apres.ep, apres.rev) == (2, 2)


def test_a_restoration_is_recognised_even_when_nothing_was_exported_since(journal, ouvrir):
    journal.saisir()
    journal.exporter()
    restaure = ouvrir(restaurer(journal, sauvegarder(journal)))
    assert bloque(restaure, Situation.RESTAUREE)


def test_a_backup_older_than_the_first_lot_begins_above_the_first_epoch(journal, tmp_path, ouvrir):
    sauvegarde = sauvegarder(journal)
    journal.saisir()
    journal.exporter()
    ailleurs = ouvrir(restaurer(journal, sauvegarde, tmp_path / "autre poste"))
    assert bloque(ailleurs, Situation.RESTAUREE)
    assert ailleurs.envois.nouvelle_incarnation("poste perdu").epoque == 2
    lot = ailleurs.exporter()
    assert (lot.manifeste.kind, lot.manifeste.supersedes) == ("complet", None)


def test_an_older_file_put_back_by_hand_is_recognised(journal, ouvrir):
    journal.saisir()
    journal.exporter()
    journal.fermer()
    vieux = (journal.dossier / "journal.db").read_bytes()
    encore = JournalLots(journal.dossier, journal.sortie)
    encore.saisir()
    encore.exporter()
    encore.fermer()
    (journal.dossier / "journal.db").write_bytes(vieux)
    assert bloque(ouvrir(JournalLots(journal.dossier, journal.sortie)), Situation.ANCIENNE)


def test_a_copied_folder_is_recognised_and_the_original_goes_on(journal, tmp_path, ouvrir):
    journal.saisir()
    premier = journal.exporter()
    journal.fermer()
    copie = ouvrir(
        JournalLots(shutil.copytree(journal.dossier, tmp_path / "copie"), journal.sortie)
    )
    assert bloque(copie, Situation.RECOPIEE)
    original = ouvrir(JournalLots(journal.dossier, journal.sortie))
    assert original.envois.situation() is Situation.NORMALE
    assert original.exporter().empreinte == premier.empreinte


def test_a_moved_folder_is_still_the_same_journal(journal, tmp_path, ouvrir):
    journal.saisir()
    premier = journal.exporter()
    journal.fermer()
    deplace = ouvrir(JournalLots(journal.dossier.rename(tmp_path / "ailleurs"), journal.sortie))
    assert deplace.exporter().empreinte == premier.empreinte


def test_the_same_path_on_another_computer_is_a_copy(journal, ouvrir, monkeypatch):
    monkeypatch.setattr("journal_scls.storage.lots.temoin._ordinateur", lambda: "le premier")
    journal.saisir()
    journal.exporter()
    monkeypatch.setattr("journal_scls.storage.lots.temoin._ordinateur", lambda: "le second")
    assert bloque(journal, Situation.RECOPIEE)
    journal.envois.nouvelle_incarnation("nouvel ordinateur")
    assert journal.exporter().manifeste.supersedes.reason == "COPIE"


@pytest.mark.parametrize("abime", ["absent", "vide", "change", "tableau", "autre"])
def test_a_mark_that_cannot_be_trusted_is_missing(journal, abime):
    journal.saisir()
    journal.exporter()
    marque = journal.dossier / NOM
    lu = json.loads(marque.read_text())
    match abime:
        case "absent":
            marque.unlink()
        case "vide":
            marque.write_text("")
        case "change":
            marque.write_text(json.dumps(lu | {"seq": 0}))
        case "tableau":
            marque.write_text("[" * 2000)
        case "autre":
            marque.write_text(json.dumps(lu | {"sceau": "é"}))
    assert bloque(journal, Situation.SANS_TEMOIN)
    journal.envois.nouvelle_incarnation("autre chose")
    assert journal.envois.situation() is Situation.NORMALE


def test_the_mark_says_nothing_of_the_place_nor_of_the_entries(journal):
    journal.saisir(note="SECRET")
    journal.exporter()
    texte = (journal.dossier / NOM).read_text()
    assert str(journal.dossier) not in texte
    assert (journal.dossier / NOM).stat().st_mode & 0o777 == 0o600
    assert set(json.loads(texte)) == {
        "version", "incarnation", "epoque", "seq", "ordinateur", "chemin", "fichier", "sceau",
    }  # fmt: skip


def test_a_power_cut_between_the_lot_and_its_mark_is_not_a_copy(journal, tmp_path):
    class Coupe(TemoinsFichiers):
        def ecrire(self, base, marque):
            if marque.seq:
                raise Environnement("coupure")
            super().ecrire(base, marque)

    journal.saisir()
    with pytest.raises(Environnement, match="coupure"):
        journal.outiller(temoins=Coupe()).exporter(journal.sortie)
    assert not journal.sortie.exists()
    assert journal.envois.situation() is Situation.NORMALE
    assert journal.exporter().manifeste.seq == 1
    assert TemoinsFichiers().lire(journal.base).marque.seq == 1


def test_a_power_cut_before_the_first_lot_is_kept_is_not_a_copy(journal):
    OUTILS.temoins.ecrire(journal.base, Marque(journal.saisir(), 1, 0))
    assert journal.envois.situation() is Situation.NORMALE
    assert journal.exporter().manifeste.seq == 1


def test_the_first_lot_of_a_new_life_cannot_be_a_closing_one(journal):
    journal.saisir()
    journal.exporter()
    journal.envois.nouvelle_incarnation("copie")
    mars = Periode.mois(2025, 3)
    with pytest.raises(RegleMetier, match="complet"):
        journal.envois.exporter(journal.sortie, GenreLot.CLOTURE, mars)
    assert journal.exporter().manifeste.kind == "complet"
    assert journal.exporter(GenreLot.CLOTURE, mars).manifeste.seq == 2


def test_after_a_decision_acknowledgements_start_again(journal):
    journal.exporter()
    journal.accuser(1)
    journal.exporter()
    journal.accuser(2)
    a = journal.saisir()
    assert journal.exporter().manifeste.seq == 3
    journal.envois.nouvelle_incarnation("copie")
    assert set(versions(journal.exporter())) == {str(a)}
    b = journal.saisir()
    assert set(versions(journal.exporter())) == {str(a), str(b)}
    journal.accuser(1)
    c = journal.saisir()
    assert set(versions(journal.exporter())) == {str(b), str(c)}


def test_a_decision_is_written_in_the_register_by_its_code_alone(journal):
    journal.envois.nouvelle_incarnation("le portable de Mme Tremblay a été volé")
    with journal.base.engine.connect() as connexion:
        lignes = connexion.exec_driver_sql("SELECT acte, detail FROM evenement").all()
    assert ("nouvelle_incarnation", "PERTE 2") in [tuple(ligne) for ligne in lignes]
    assert "Tremblay" not in str(lignes)
    assert lire(journal.envois.exporter(journal.sortie).fichier).manifeste.epoch == 2


@pytest.mark.parametrize("raison", ["", "  ", "\n"])
def test_a_decision_needs_a_reason(journal, raison):
    with pytest.raises(RegleMetier, match="raison"):
        journal.envois.nouvelle_incarnation(raison)
    assert journal.envois.situation() is Situation.NORMALE


def test_reasons_in_words_become_codes():
    assert code_raison("Sauvegarde restaurée hier") == "RESTAURATION"
    assert code_raison("dossier cloné") == "COPIE"
    assert code_raison("ordinateur volé") == "PERTE"
    assert code_raison("parce que") == "AUTRE"
