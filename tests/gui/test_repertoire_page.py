"""The directory's page on real encrypted files, at a journal and at its coordination."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.repertoire.fusion import nom_de
from journal_scls.domain.repertoire.lieux import EtatMilieu, Milieu, Organisme, Tenure
from journal_scls.domain.repertoire.proposition import ChoixProposition
from journal_scls.gui.pages.repertoire.page import RepertoirePage
from tests.gui.aides import deposer, montrer, saisir, sans_nom, touche
from tests.gui.deux_dossiers import contexte
from tests.gui.fakes import FakeDialogs, InlineRunner

pytestmark = pytest.mark.usefixtures("theme")

ORGANISMES, MILIEUX, SERVICES = range(3)


def organisme(nom, **champs):
    return Organisme(id=nouvel_identifiant(), nom=nom, tenure=Tenure.OH, **champs)


def milieu(nom, de=None, **champs):
    etat = EtatMilieu(
        organisme=de.id if de else None, tenure=Tenure.OH, mrc="La Matanie", nb_logements=24
    )
    return Milieu(id=nouvel_identifiant(), nom=nom, etats=(etat,), **champs)


@pytest.fixture
def dossiers(attaches):
    """The region publishes an office; the journal has two of its own, and three buildings."""
    rives, quai = organisme("Office des Rives", code="OH-1"), organisme("Office du Quai")
    publie = organisme("Office régional")
    attaches.region.repertoire.enregistrer(organismes=[publie])
    attaches.journal.repertoire.enregistrer(
        organismes=[rives, quai],
        milieux=[
            milieu("Tour des Érables", rives, code="HLM-112"),
            milieu("Villa", rives),
            milieu("Bâtiment neuf", a_verifier=True),
        ],
    )
    return attaches


@pytest.fixture
def ouvrir(qtbot):
    """Opens the page of a dossier in a window."""

    def ouverte(journal):
        fenetre, runner = QMainWindow(), InlineRunner()
        ctx = contexte(journal, runner, FakeDialogs())
        page = RepertoirePage(ctx)
        runner.changed.connect(page.changer)
        fenetre.setCentralWidget(page)
        fenetre.resize(1100, 700)
        montrer(qtbot, fenetre)
        page.entered()
        page.gardee = (fenetre, ctx, runner)
        return page

    return ouverte


@pytest.fixture
def page(ouvrir, dossiers):
    return ouvrir(dossiers.journal)


def dialogs(page):
    return page.gardee[1].dialogs


def noms(page):
    return [rang.nom for rang in page.liste.modele.records()]


def aller(page, onglet, nom):
    page.liste.onglets.setCurrentIndex(onglet)
    assert page.liste.table.seek(lambda rang: rang.nom == nom)


def fiche(page, nom):
    vue = page._journal.repertoire.vue()
    return next(f for f in vue.toutes.values() if nom_de(f) == nom)


def onglets(page):
    return [page.liste.onglets.tabText(n).replace("&", "") for n in range(3)]


# --- lists


def test_the_search_answers_in_the_three_lists_accents_apart(page):
    assert onglets(page) == ["Organismes (2)", "Milieux (3)", "Services partenaires (0)"]
    assert page.liste.recherche.hasFocus()
    saisir(page.liste.recherche, "erab")
    assert onglets(page) == ["Organismes (0)", "Milieux (1)", "Services partenaires (0)"]
    page.liste.onglets.setCurrentIndex(MILIEUX)
    assert noms(page) == ["Tour des Érables"]
    page.liste.recherche.setText("rives")
    assert onglets(page)[:2] == ["Organismes (1)", "Milieux (2)"]


def test_what_must_be_verified_comes_first_and_is_verified_with_one_key(page):
    page.liste.onglets.setCurrentIndex(MILIEUX)
    assert noms(page) == ["Bâtiment neuf", "Tour des Érables", "Villa"]
    assert "À vérifier" in page.liste.details.toPlainText()
    page.liste.confirmer.click()
    assert not fiche(page, "Bâtiment neuf").a_verifier
    assert "à vérifier" not in {r.etat for r in page.liste.modele.records()}


def test_down_goes_to_the_list_and_enter_to_the_details(page):
    touche(page.liste.recherche, Qt.Key.Key_Down)
    assert page.liste.table.hasFocus()
    touche(page.liste.table, Qt.Key.Key_Return)
    assert page.liste.details.hasFocus()


def test_an_empty_list_says_what_to_do(ouvrir, separes):
    page = ouvrir(separes.journal)
    assert page.liste.vide.isVisible()
    assert "Alt+A" in page.liste.vide.button.text()
    page.liste.vide.button.click()
    assert page.currentWidget() is page.organisme


def test_the_last_edition_and_the_local_cards_are_told(page):
    assert page.liste.edition.text() == "Aucune édition de la région, 5 fiches locales"


# --- forms


def test_a_card_is_added_with_the_keyboard(page, qtbot):
    touche(page.liste.recherche, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    form = page.organisme
    qtbot.waitUntil(form.nom.hasFocus)  # a mnemonic shows its button pressed first
    saisir(form.nom, "Coop Là-Bas")
    touche(form.nom, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.rangs["tenure"].error() == "Choisissez la tenure."
    form.tenure.set_value("COOP")
    touche(form.nom, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.currentWidget() is page.liste
    assert page.liste.choisie().nom == "Coop Là-Bas"
    assert fiche(page, "Coop Là-Bas").tenure is Tenure.COOP


def test_a_name_is_required_and_dates_are_in_order(page):
    page.liste.ajouter.click()
    form = page.organisme
    form.tenure.set_value("OH")
    form.valider()
    assert "nom" in form.rangs["nom"].error()
    form.nom.setText("Office")
    form.du.set_value(date(2025, 2, 1))
    form.au.set_value(date(2025, 1, 1))
    form.valider()
    assert "avant de commencer" in form.rangs["valide_au"].error()
    assert page.currentWidget() is form


def test_a_correction_changes_the_last_state_and_keeps_the_past(page):
    aller(page, MILIEUX, "Villa")
    touche(page.liste.table, Qt.Key.Key_F2)
    form = page.milieu
    assert form.nom.text() == "Villa"
    form.etat.logements.set_value(31)
    form.valider()
    [etat] = fiche(page, "Villa").etats
    assert (etat.nb_logements, etat.mrc) == (31, "La Matanie")


def test_a_partner_service_offers_the_services_of_its_destination(page):
    page.liste.onglets.setCurrentIndex(SERVICES)
    page.liste.vide.button.click()
    form = page.service
    form.nom.setText("Accueil psychosocial")
    form.destination.set_value("CISSS")
    assert "SANTE_MENTALE" in {c.value for c in form.service.choices()}
    form.service.set_value("SANTE_MENTALE")
    form.valider()
    assert noms(page) == ["Accueil psychosocial"]


def test_escape_leaves_a_form_without_writing(page):
    aller(page, MILIEUX, "Villa")
    page.modifier()
    page.milieu.nom.setText("Autre")
    touche(page.milieu.nom, Qt.Key.Key_Escape)
    assert page.currentWidget() is page.liste
    assert "Autre" not in {nom_de(f) for f in page._journal.repertoire.vue().courantes}


# --- what changes on a day


def test_a_succession_says_who_follows_and_what_stays_before_it_is_done(page):
    aller(page, ORGANISMES, "Office des Rives")
    page.liste.succeder.click()
    etape = page.succession
    etape.par.set_value(fiche(page, "Office du Quai").id)
    etape.le.set_value(date(2025, 4, 1))
    dit = etape.suite.text()
    assert "2 milieux passent à « Office du Quai » le 1er avril 2025" in dit
    assert "Tour des Érables, Villa" in dit
    assert "Les interventions d’avant le 1er avril 2025 restent" in dit
    assert "finit le 31 mars 2025" in dit
    assert fiche(page, "Office des Rives").successeur is None
    etape.valider()
    assert fiche(page, "Office des Rives").valide_au == date(2025, 3, 31)
    tour = fiche(page, "Tour des Érables")
    assert tour.etat_le(date(2025, 3, 31)).organisme == fiche(page, "Office des Rives").id
    assert tour.etat_le(date(2025, 4, 1)).organisme == fiche(page, "Office du Quai").id
    aller(page, MILIEUX, "Tour des Érables")
    assert "Depuis le 1er avril 2025 : Office du Quai" in page.liste.details.toPlainText()


def test_a_succession_without_a_day_is_refused_beside_the_field(page):
    aller(page, ORGANISMES, "Office des Rives")
    page.liste.succeder.click()
    page.succession.valider()
    assert page.succession.rangs["par"].error()
    page.succession.par.set_value(fiche(page, "Office du Quai").id)
    page.succession.valider()
    assert page.succession.rangs["le"].error() == "Écrivez la date."


def test_a_building_moves_from_a_day_on(page):
    aller(page, MILIEUX, "Villa")
    page.liste.deplacer.click()
    etape = page.changement
    etape.le.set_value(date(2025, 5, 1))
    assert "Jusqu’au 30 avril 2025 : Office des Rives" in etape.suite.text()
    etape.valider()
    assert "Rien ne change" in etape.rangs["le"].error()
    etape.etat.mrc.setText("Rimouski-Neigette")
    etape.valider()
    avant, apres = fiche(page, "Villa").etats
    assert (avant.mrc, apres.mrc, apres.depuis) == (
        "La Matanie", "Rimouski-Neigette", date(2025, 5, 1)
    )  # fmt: skip


def test_the_last_day_of_a_card_is_told_in_the_list(page):
    aller(page, ORGANISMES, "Office du Quai")
    page.liste.clore.click()
    page.cloture.le.set_value(date(2025, 1, 31))
    page.cloture.valider()
    aller(page, ORGANISMES, "Office du Quai")
    assert page.liste.table.current().etat == "jusqu’au 31 janvier 2025"


# --- duplicates


def test_duplicates_side_by_side_are_folded_and_undone(page, dossiers):
    dossiers.journal.repertoire.enregistrer(milieux=[milieu("VILLA", a_verifier=True)])
    page.actualiser()
    assert "(1)" in page.liste.doublons.text()
    page.liste.doublons.click()
    etape = page.fusions
    lignes = {ligne.name: ligne for ligne in etape.comparaison.model().records()}
    assert lignes["Nom"].values == ("Villa", "VILLA")
    assert lignes["Organisme"].different
    assert not lignes["MRC"].different
    etape.bouton.click()
    assert page._journal.repertoire.doublons() == ()
    assert etape.faites.model().rowCount() == 1
    etape.bouton_defaire.click()
    assert len(page._journal.repertoire.doublons()) == 1


def test_any_two_cards_of_one_kind_may_be_folded_but_not_one_into_itself(page):
    aller(page, MILIEUX, "Bâtiment neuf")
    page.liste.fusionner.click()
    etape = page.fusions
    assert not etape.bouton.isEnabled()
    etape.reste.set_value(etape.autre.value())
    assert not etape.bouton.isEnabled()
    etape.reste.set_value(fiche(page, "Villa").id)
    etape.bouton.click()
    vue = page._journal.repertoire.vue()
    assert [m.nom for m in vue.milieux] == ["Tour des Érables", "Villa"]


# --- the region


def editer(dossiers, nom="e.sclsrep"):
    fichier = dossiers.place / nom
    dossiers.region.repertoire.editions.publier(fichier)
    return fichier


def test_an_edition_is_dropped_on_the_page_and_tells_what_changed(page, dossiers):
    assert deposer(page.liste, editer(dossiers))
    assert page.currentWidget() is page.prise
    assert "L’édition 1 du" in page.prise.title.text()
    assert "1 organisme ajouté" in page.prise.details.toPlainText()
    page.revenir()
    assert page.liste.edition.text().startswith("Édition 1 du ")
    aller(page, ORGANISMES, "Office régional")
    assert not page.liste.modifier.isEnabled()
    assert not page.liste.succeder.isVisible()
    assert "la coordination seule la change" in page.liste.details.toPlainText()
    dialogs(page).repondre("choisir_fichier_a_ouvrir", dossiers.place / "e.sclsrep")
    page.liste.prendre.click()
    assert "rien n’a changé" in page.prise.title.text()


def test_whose_card_it_is_is_told_in_a_journal_only(page, dossiers, ouvrir):
    assert "d’ici" in {rang.etat for rang in page.liste.modele.records()}
    region = ouvrir(dossiers.region)
    assert [rang.etat for rang in region.liste.modele.records()] == [""]


def test_a_file_that_is_not_an_edition_changes_nothing(page, dossiers):
    faux = dossiers.place / "faux.sclsrep"
    faux.write_bytes(b"rien")
    page.deposer([faux])
    [erreur] = page.gardee[2].erreurs
    assert "Journal" in str(erreur) or "répertoire" in str(erreur)
    assert page.currentWidget() is page.liste


def test_the_preview_is_exactly_what_leaves_and_comes_back_decided(page, dossiers, ouvrir):
    page.liste.proposer.click()
    etape = page.proposition
    for rang in range(etape.fiches.count()):
        case = etape.fiches.item(rang)
        garder = "Villa" in case.text() or "Quai" in case.text() or "neuf" in case.text()
        case.setCheckState(Qt.CheckState.Checked if garder else Qt.CheckState.Unchecked)
    assert "3 fiches, et rien d’autre" in etape.resume.text()
    apercu = page._journal.repertoire.propositions.apercu(etape.choisies())
    lignes = etape.brut.toPlainText()
    assert all(ligne.decode() in lignes for ligne in apercu.lignes)
    assert "Office des Rives" in etape.apercu.toPlainText()  # named by Villa
    fichier = dossiers.place / "p.scls"
    dialogs(page).repondre("choisir_fichier_a_enregistrer", fichier)
    etape.bouton.click()
    assert fichier.is_file()

    region = ouvrir(dossiers.region)
    deposer(region.liste, fichier)
    assert "3 propositions prises du journal INT-07" in region.liste.message.text()
    region.liste.decider.click()
    etape = region.decisions
    assert region.currentWidget() is etape
    decider(etape, "Villa", ChoixProposition.NOUVELLE)
    decider(etape, "Office du Quai", ChoixProposition.DOUBLON, vers="Office régional")
    etape.table.seek(lambda r: nom_de(r.proposition.fiche) == "Bâtiment neuf")
    etape.boutons[ChoixProposition.REFUSEE].setChecked(True)
    etape.bouton.click()
    assert "Écrivez pourquoi" in etape.rang_raison.error()
    etape.raison.setText("Pas de notre région")
    etape.bouton.click()
    assert not region.liste.decider.isVisibleTo(region.liste)
    assert "Aucune proposition" in etape.resume.text()

    region.revenir()
    dialogs(region).repondre("choisir_fichier_a_enregistrer", dossiers.place / "2.sclsrep")
    region.liste.publier.click()
    assert "Édition 1 du" in region.liste.message.text()
    page.deposer([dossiers.place / "2.sclsrep"])
    dit = page.prise.details.toPlainText()
    assert "« Villa » : prise au répertoire de la région" in dit
    assert "même fiche que « Office régional »" in dit
    assert "Pas de notre région" in dit


def decider(etape, nom, choix, vers=""):
    etape.table.seek(lambda r: nom_de(r.proposition.fiche) == nom)
    etape.boutons[choix].setChecked(True)
    if vers:
        valeur = next(c.value for c in etape.vers.choices() if c.label == vers)
        etape.vers.set_value(valeur)
    etape.bouton.click()


def test_too_many_cards_at_once_are_refused_with_the_way_out(page):
    page._journal.repertoire.enregistrer(organismes=[organisme(f"Office {n}") for n in range(100)])
    page.actualiser()
    page.liste.proposer.click()
    etape = page.proposition
    assert "100" in etape.resume.text()
    assert not etape.bouton.isEnabled()
    etape.aucune.click()
    assert etape.choisies() == ()
    etape.fiches.item(0).setCheckState(Qt.CheckState.Checked)
    assert "1 fiche, et rien d’autre" in etape.resume.text()
    etape.aucune.click()
    etape.aucune.click()
    assert len(etape.choisies()) == 105


def test_a_journal_alone_is_told_that_it_must_join_first(ouvrir, separes):
    separes.journal.repertoire.enregistrer(organismes=[organisme("Office")])
    page = ouvrir(separes.journal)
    page.liste.proposer.click()
    assert "coordination" in page.proposition.resume.text()
    assert not page.proposition.bouton.isEnabled()


# --- everybody


def test_everything_has_a_name_at_any_size(page, theme):
    for etape in (page.liste, *page.etapes):
        page.setCurrentWidget(etape)
        assert list(sans_nom(etape)) == []
    theme.apply("contraste", 200)
    page.setCurrentWidget(page.liste)
    assert page.liste.horizontalScrollBar().maximum() == 0


def test_thousands_of_cards_are_searched(ouvrir, separes):
    offices = [organisme(f"Office {n}") for n in range(300)]
    tours = [milieu(f"Tour {n} des Érables", offices[n % 300]) for n in range(2000)]
    separes.journal.repertoire.enregistrer(organismes=offices, milieux=tours)
    page = ouvrir(separes.journal)
    page.liste.onglets.setCurrentIndex(MILIEUX)
    trouvees = []
    for mot in ("tour", "erables 1999", "office 12", "château", ""):
        page.liste.recherche.setText(mot)
        trouvees.append(page.liste.modele.rowCount())
    # « 12 » begins a number of 111 towers, or that of the office of 77; 12 of them are both.
    assert trouvees == [2000, 1, 111 + 77 - 12, 0, 2000]
