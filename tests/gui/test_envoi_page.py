"""Sending to the region, on two real dossiers: preview, file, accusé, lost lots."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget

from journal_scls.domain.errors import Environnement
from journal_scls.domain.journal.intervention import Volet
from tests.fabriques import contenu, milieu, organisme
from tests.gui.aides import deposer, montrer, nom_accessible, sans_nom
from tests.gui.deux_dossiers import Banc

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def banc(qtbot, attaches, tmp_path):
    banc = Banc(attaches, tmp_path)
    montrer(qtbot, banc.rubrique)
    banc.rubrique.entered()
    return banc


def etats(page):
    return {e.seq: page.faits._dire_etat(e) for e in page.faits.modele.records()}


def test_what_is_read_once_another_page_is_in_front_takes_no_key_of_it(qtbot, banc):
    pile, champ = QStackedWidget(), QLineEdit()
    for page in (banc.rubrique, champ):
        pile.addWidget(page)
    montrer(qtbot, pile)
    banc.runner.pause = True
    banc.rubrique.entered()
    _progress, situer = banc.runner._attente.pop()
    situer()
    pile.setCurrentWidget(champ)
    champ.setFocus()
    banc.runner.liberer()
    assert QApplication.focusWidget() is champ
    pile.setCurrentWidget(banc.rubrique)
    banc.runner.pause = False
    banc.rubrique.entered()
    assert banc.page.faits.accuse.hasFocus()
    banc.rubrique.setParent(None)  # as qtbot knows it


class TestNextLot:
    def test_nothing_is_said_with_the_hour(self, banc):
        assert banc.page.prochain.annonce.text().startswith("Rien à envoyer : vérifié à ")
        assert not banc.page.prochain.bouton.isEnabled()
        assert banc.page.faits.vide.text() == "Aucun lot n’a encore été fait."
        assert banc.page.faits.table.isHidden()
        assert banc.page.faits.accuse.hasFocus()

    def test_what_leaves_and_what_stays_is_said_in_words(self, banc):
        office = organisme()
        petit = milieu(organisme=office.id, nb_logements=8)
        with banc.journal.base.unite() as unite:
            unite.repertoire.enregistrer_organismes([office])
            unite.repertoire.enregistrer_milieux([petit])
            unite.commit()
        banc.saisir(lieu=petit.lieu_le(date(2025, 3, 14)), fait_marquant="Une fête")
        banc.saisir()
        detail = banc.page.prochain.detail.text()
        assert banc.page.prochain.annonce.text() == "2 interventions à envoyer, dans le lot 1."
        assert "Pour toutes ces interventions, le lieu est généralisé" in detail
        assert "Les faits marquants restent ici." in detail
        banc.page.prochain.faits.click()
        assert banc.journal.envois.faits_marquants_partages()
        assert "Les faits marquants" not in banc.page.prochain.detail.text()

    def test_the_folder_is_asked_once_and_the_file_is_named(self, banc):
        banc.saisir()
        fichier = banc.ecrire()
        assert (
            banc.page.prochain.resultat.text().splitlines()[0]
            == f"Lot 1 écrit et relu : {fichier.name}"
        )
        assert banc.page.prochain.bouton.text().startswith("Réécrire ce &lot")
        banc.saisir()
        banc.ecrire()
        assert banc.dialogs.dits == [("choisir_dossier", "Où écrire le lot ?")]
        assert etats(banc.page) == {
            1: "écrit, sans nouvelle du coordonnateur",
            2: "écrit, sans nouvelle du coordonnateur",
        }

    def test_ctrl_enter_writes_from_anywhere_in_the_page(self, banc, qtbot):
        banc.saisir()
        banc.page.faits.accuse.setFocus()
        banc.dialogs.repondre("choisir_dossier", banc.cle)
        qtbot.keyClick(
            banc.page.faits.accuse, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )
        assert len(list(banc.cle.iterdir())) == 1

    def test_a_key_that_is_not_plugged_in_is_said_and_another_may_be_chosen(self, banc):
        banc.saisir()
        banc.ecrire()
        banc.cle.rename(banc.place / "ailleurs")
        banc.saisir()
        banc.page.prochain.bouton.click()
        assert "Branchez la clé USB" in banc.page.prochain.resultat.text()
        assert banc.page.prochain.annonce.text() == "2 interventions à envoyer, dans le lot 2."
        banc.dialogs.repondre("choisir_dossier", banc.place / "ailleurs")
        banc.page.prochain.dossier.click()
        assert banc.page.prochain.resultat.text().startswith("Lot 2 écrit et relu")

    def test_what_changed_since_the_preview_does_not_leave_unseen(self, banc):
        banc.saisir()
        banc.journal.interventions.saisir(contenu(volet=Volet.INDIVIDUEL, duree_min=10))
        banc.dialogs.repondre("choisir_dossier", banc.cle)
        banc.page.prochain.bouton.click()
        assert "le journal a changé" in banc.page.prochain.resultat.text().lower()
        assert list(banc.cle.iterdir()) == []
        assert banc.page.prochain.annonce.text() == "2 interventions à envoyer, dans le lot 1."

    def test_a_period_is_closed_even_when_nothing_changed(self, banc):
        banc.saisir()
        banc.deux.importer(banc.ecrire())
        banc.page.recevoir([banc.deux.accuser()])
        assert not banc.page.prochain.bouton.isEnabled()
        banc.page.prochain.genre.set_value("cloture")
        assert banc.page.prochain.periode.isVisible()
        banc.ecrire()
        assert banc.journal.envois.lister()[-1].genre == "cloture"
        assert banc.page.prochain.genre.value() == "delta"

    def test_a_period_that_ends_before_it_starts_is_refused_beside_it(self, banc):
        banc.saisir()
        banc.page.prochain.genre.set_value("cloture")
        banc.page.prochain.du.set_value(date(2025, 3, 2))
        banc.page.prochain.au.set_value(date(2025, 3, 1))
        assert "finit" in banc.page.prochain.ligne_genre.error()
        banc.page.prochain.bouton.click()
        assert banc.page.prochain.resultat.isHidden()

    def test_cancelled_work_changes_nothing(self, banc):
        banc.saisir()
        banc.runner.pause = True
        banc.dialogs.repondre("choisir_dossier", banc.cle)
        banc.page.prochain.bouton.click()
        banc.runner.annuler_tout()
        banc.runner.pause = False
        banc.runner.liberer()
        assert banc.journal.envois.lister() == ()
        assert banc.page.prochain.bouton.isEnabled()


class TestLines:
    def test_the_very_lines_are_listed_and_each_field_is_said(self, banc, qtbot):
        banc.saisir(note="secret")
        banc.saisir(duree_min=20)
        banc.page.prochain.voir_lignes.click()
        lignes = banc.rubrique.currentWidget()
        assert lignes.modele.rowCount() == 2
        texte = lignes.details.toPlainText()
        assert "Durée (minutes) : 45" in texte
        assert "Reste ici : jour" in texte
        assert "secret" not in texte
        assert '"duree_min":45' in texte
        qtbot.keyClick(lignes.table, Qt.Key.Key_Escape)
        assert banc.rubrique.currentWidget() is banc.page

    def test_a_withdrawal_is_said(self, banc):
        id_ = banc.saisir()
        banc.ecrire()
        banc.journal.interventions.annuler(id_, "double")
        banc.change()
        assert banc.page.prochain.annonce.text().startswith("0 intervention et 1 retrait à envoyer")
        banc.page.prochain.voir_lignes.click()
        lignes = banc.rubrique.currentWidget()
        assert "Retrait d’une intervention déjà partie" in lignes.details.toPlainText()


class TestAccuses:
    def test_what_arrived_is_said_and_what_is_lost_is_offered_again(self, banc):
        lots = []
        for _ in range(3):
            banc.saisir()
            lots.append(banc.ecrire())
        banc.deux.importer(lots[0], lots[2])
        banc.dialogs.repondre("choisir_fichiers_a_ouvrir", [banc.deux.accuser()])
        banc.page.faits.accuse.click()
        assert banc.page.faits.recu.text().endswith("L’accusé 1 est pris.")
        assert banc.page.faits.situation.text().startswith(
            "Le coordonnateur a reçu vos lots 1 et 3."
        )
        assert etats(banc.page) == {
            1: "reçu par le coordonnateur",
            2: "pas arrivé : à réécrire",
            3: "reçu par le coordonnateur",
        }
        (bouton,) = [w for w in banc.page.faits.manquants.children() if w.inherits("QPushButton")]
        assert bouton.text() == "Réécrire le lot 2…"
        banc.dialogs.repondre("choisir_dossier", banc.place)
        bouton.click()
        (refait,) = banc.place.glob("*.scls")
        banc.deux.importer(refait)
        banc.page.recevoir([banc.deux.accuser()])
        assert banc.page.faits.situation.text() == "Le coordonnateur a reçu vos lots 1 à 3."
        assert banc.page.faits.manquants.isHidden()

    def test_a_dropped_file_that_is_no_accuse_is_refused_in_a_sentence(self, banc):
        (banc.place / "photo.scls").write_bytes(b"\x89PNG")
        assert deposer(banc.page, banc.place / "photo.scls")
        assert banc.page.faits.recu.text().startswith("photo.scls : ")
        assert banc.page.faits.recu.property("role") == "erreur"

    def test_a_revoked_journal_is_told(self, banc):
        banc.saisir()
        banc.deux.importer(banc.ecrire())
        banc.deux.region.cles.revoquer("INT-07", 1, "départ")
        banc.page.recevoir([banc.deux.accuser()])
        assert "La coordination n’accepte plus de nouveaux lots" in banc.page.faits.situation.text()

    def test_a_chosen_lot_is_written_again(self, banc):
        banc.saisir()
        banc.ecrire()
        banc.page.faits.table.go(0)
        banc.dialogs.repondre("choisir_dossier", banc.place)
        banc.page.faits.bouton.click()
        assert len(list(banc.place.glob("*.scls"))) == 1


def test_a_page_left_and_come_back_to_reads_again(banc):
    banc.journal.interventions.saisir(contenu())
    banc.rubrique.entered()
    assert banc.page.prochain.annonce.text() == "1 intervention à envoyer, dans le lot 1."
    assert banc.page.prochain.bouton.hasFocus()


def test_a_page_out_of_sight_reads_when_it_comes_back(banc):
    """Saving in a hurry never waits for a preview that nobody looks at."""
    banc.rubrique.hide()
    avant = len(banc.runner.libelles)
    banc.saisir()
    assert len(banc.runner.libelles) == avant
    banc.rubrique.show()
    banc.rubrique.entered()
    assert banc.page.prochain.annonce.text() == "1 intervention à envoyer, dans le lot 1."


def test_a_reading_that_is_cancelled_lets_nothing_out(banc):
    banc.saisir()
    banc.runner.pause = True
    banc.page.prochain.genre.set_value("complet")
    banc.runner.annuler_tout()
    banc.runner.liberer()
    banc.runner.pause = False
    assert banc.page.prochain.annonce.text() == "Lecture arrêtée : Ctrl+E la reprend."
    assert not banc.page.prochain.bouton.isEnabled()


def test_a_medium_that_refuses_says_so_and_keeps_the_lot(banc):
    banc.saisir()
    (banc.place / "fichier").write_text("")
    banc.dialogs.repondre("choisir_dossier", banc.place / "fichier")
    banc.page.prochain.bouton.click()
    assert banc.page.prochain.resultat.property("role") == "erreur"
    assert etats(banc.page) == {1: "jamais écrit : à réécrire"}
    with pytest.raises(Environnement):
        banc.journal.envois.exporter(banc.place / "fichier")


@pytest.mark.parametrize("echelle", [100, 200])
def test_nothing_is_cut_and_everything_is_named(banc, theme, echelle, qtbot):
    banc.saisir()
    banc.ecrire()
    theme.apply("clair", echelle)
    qtbot.wait(50)
    assert banc.page.horizontalScrollBar().maximum() == 0
    assert list(sans_nom(banc.page)) == []
    banc.page.prochain.voir_lignes.click()
    assert list(sans_nom(banc.rubrique.currentWidget())) == []
    assert nom_accessible(banc.rubrique.currentWidget().table) == "Lignes qui partiront"
