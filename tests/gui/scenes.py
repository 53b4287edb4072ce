"""Every screen of an open journal, on real data: what a sweep looks at, one state after another.

A rubrique that is added is visited without a line here; `GESTES` opens what is behind a page.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QStackedWidget, QTabBar, QWidget

from journal_scls.application.demonstration.journal import (
    fabriquer_demonstration,
    profil_demonstration,
)
from journal_scls.application.journal import Journal
from journal_scls.application.lots.incarnations import Situation
from journal_scls.application.ports_dossiers import Secret
from journal_scls.domain.errors import Environnement
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.journal.intervention import Volet
from journal_scls.domain.profil import Role
from journal_scls.domain.repertoire.lieux import EtatMilieu, Milieu, Organisme, Tenure
from journal_scls.domain.repertoire.partenaires import Comite, Projet
from journal_scls.gui.apparence.preference import Apparence
from journal_scls.gui.crash import CrashDialog
from journal_scls.gui.dialogs import QtDialogs
from journal_scls.gui.fenetre.cles import BILAN, ENVOI, JOURNAL, REGLAGES, SAISIE, SUIVI
from journal_scls.gui.main_window import MainWindow
from journal_scls.gui.pages.accueil.page import AccueilPage
from journal_scls.gui.pages.attente_page import EmpechementPage
from journal_scls.gui.pages.deverrouillage.page import DeverrouillagePage
from journal_scls.gui.pages.envoi.decision import DecisionDialog
from journal_scls.gui.theme import Theme
from journal_scls.gui.widgets.list_details import ListDetails
from journal_scls.sync.lot.enregistrement import ReferenceLot
from tests.fabriques import HorlogeFixe, contenu
from tests.gui.ateliers import PHRASE, faire_atelier, profil
from tests.gui.deux_dossiers import Deux, inscrire
from tests.gui.fakes import InlineRunner
from tests.gui.regions import RegionDeTest

TAILLE = (1280, 698)  # a screen of 1280×720 without the title bar
_LIGNE = "hier 30 min conflit écoute réf CLSC santé mentale"
_NOTE = "Madame Tremblay, 418 555-0123, va mieux; appartement 12."


def faire_journal(place: Path) -> Path:
    """A closed journal: twelve months, a day, a project, a lot sent and acknowledged."""
    atelier = faire_atelier(horloge=HorlogeFixe())
    du_journal = profil_demonstration(atelier.horloge.aujourdhui())
    journal = atelier.creer(place / "journal", du_journal, PHRASE)[0]
    fabriquer_demonstration(journal.base.unite, journal.vocabulaires, journal.horloge)
    for minutes in (20, 45, 90):
        journal.interventions.saisir(contenu(duree_min=minutes, note=_NOTE))
    sienne = replace(
        profil(),
        id=nouvel_identifiant(),
        role=Role.COORDINATION,
        code="REG-01",
        nom_affiche="Région des Rives",
    )
    region = atelier.creer(place / "region", sienne, PHRASE)[0]
    inscrire(journal, region, place)
    deux = Deux(atelier, atelier.horloge, place, journal, region)
    deux.importer(journal.envois.exporter(place).fichier)
    journal.accuses.recevoir([deux.accuser()])
    journal.interventions.saisir(contenu(duree_min=15))
    deux.fermer()
    return place / "journal"


def _ajouter_actions(journal: Journal) -> None:
    comite = Comite(
        id=nouvel_identifiant(),
        code="CCR",
        titre="Comité consultatif des résidents",
        instance="CCR",
        roles=(("LOCATAIRE", 8),),
    )
    jardin = Projet(id=nouvel_identifiant(), code="JARDIN", titre="Jardin", debut=date(2025, 1, 6))
    journal.repertoire.enregistrer(projets=[jardin], comites=[comite])


def remplir_region(region: RegionDeTest) -> Journal:
    """Figures, a gap, a fork to decide on, a small journal; a directory, a project."""
    vers = (ReferenceLot(destination="CISSS", service="SAPA", mode="SIMPLE", statut="FAITE"),)
    mois: dict[str, Any] = {"references": vers, "date": date(2025, 2, 3)}
    for nom, nombre in (("a", 40), ("b", 2), ("c", 30)):
        region.recevoir(region.lot(nom, *range(nombre), **mois))
    region.lot("b", 70)
    region.recevoir(region.lot("b", 71))
    copie = region["d"].copie()
    un = region.lot("d", 1, duree_min=30, nb_personnes=1)
    region["d"].restaurer(copie, remarque=False)
    region.recevoir(un, region.lot("d", 1, duree_min=90, nb_personnes=4))
    office = Organisme(id=nouvel_identifiant(), nom="Office des Rives", tenure=Tenure.OH)
    etat = EtatMilieu(organisme=office.id, tenure=Tenure.OH, mrc="La Matanie", nb_logements=24)
    tour = Milieu(id=nouvel_identifiant(), nom="Tour des Érables", code="HLM-112", etats=(etat,))
    region.journal.repertoire.enregistrer(organismes=[office], milieux=[tour])
    _ajouter_actions(region.journal)
    return region.journal


def _faire_fenetre(theme: Theme, place: Path) -> MainWindow:
    """The window of the product; its operations run at once."""
    runner, fenetre = InlineRunner(), MainWindow()
    reglages = QSettings(str(place / "reglages.conf"), QSettings.Format.IniFormat)
    fenetre.equiper(runner, QtDialogs(fenetre), Apparence(theme, reglages))
    runner.setParent(fenetre)
    fenetre.resize(*TAILLE)
    return fenetre


def ouvrir_fenetre(journal: Journal, theme: Theme, place: Path) -> MainWindow:
    """The window on an open journal."""
    fenetre = _faire_fenetre(theme, place)
    fenetre.ouvrir(journal)
    return fenetre


Geste = Callable[[Any], object]


def _remplir_saisie(page: Any) -> None:
    formulaire = page.saisie.formulaire
    formulaire.modifier(
        {
            "note": _NOTE,
            "references": [{"destination": "CISSS", "service": "SANTE_MENTALE"}],
        }
    )
    formulaire.detailler(True)


def _corriger(page: Any) -> None:
    page.lignes.setCurrentRow(0)
    page.saisie.corriger(page.lignes.value())


def _comparer_revisions(page: Any) -> None:
    modele = page.modele
    rectifiee = next(r for r in range(modele.rowCount()) if modele.ligne(r).revision > 1)
    page.table.aller(rectifiee)
    QTest.qWait(200)  # the details wait for a row to stay in hand
    page.bouton_comparer.click()


# What a rubrique shows once something was asked of it; a dialog is looked at alone, then closed.
GESTES: dict[str, tuple[tuple[str, Geste], ...]] = {
    SAISIE: (
        ("ligne rapide", lambda p: p.saisie.formulaire.ligne.edit.setText(_LIGNE)),
        ("remplie", _remplir_saisie),
        ("collective", lambda p: p.saisie.nouvelle(Volet.COLLECTIF)),
        ("concertation", lambda p: p.saisie.nouvelle(Volet.MILIEU)),
        ("milieu", lambda p: p.saisie.formulaire.panneau.ouvrir()),
        ("fautes", lambda p: p.saisie.enregistrer()),
        ("brouillons", lambda p: p.saisie.bouton_brouillons.setChecked(True)),
        ("modèles", lambda p: p.saisie.modeles()),
        ("correction", _corriger),
        ("aide", lambda p: p.window().montrer_aide()),
        ("panne", lambda p: CrashDialog("ValueError : …", p).open()),
    ),
    JOURNAL: (
        ("révisions", _comparer_revisions),
        ("annulation", lambda p: p.bouton_annuler.click()),
        ("filtres", lambda p: p.filtres.demander(p.filtres.criteres.avec("activite", "ECOUTE"))),
        ("exporter", lambda p: p.bouton_exporter.click()),
    ),
    SUIVI: (
        ("relance", lambda p: p.reporter.click()),
        ("besoins", lambda p: p.vue.set_value(p.vue.choices()[1].value)),
    ),
    ENVOI: (
        ("deux copies", lambda p: DecisionDialog(Situation.RECOPIEE, _rien, _rien, p).open()),
        ("rattachement", lambda p: p.envoi.rattachement.click()),
    ),
    BILAN: (
        ("filtres", lambda p: p.filtres.bouton.click()),
        ("derrière un chiffre", lambda p: p.chiffres.voir.click()),
        ("publier", lambda p: p.publications.publier.click()),
    ),
    REGLAGES: (
        ("phrase", lambda p: p.protection.phrase.click()),
        ("code", lambda p: p.protection.code.click()),
    ),
}


def _rien() -> None:
    return


def etats(fenetre: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Each screen by its name, with the window or the dialog to look at."""
    travail = fenetre.travail
    assert travail is not None
    for rubrique in travail.rubriques:
        page = travail.aller(rubrique.cle)
        yield rubrique.cle, fenetre
        for nom in _derriere(page):
            yield f"{rubrique.cle} / {nom}", fenetre
        for nom, geste in GESTES.get(rubrique.cle, ()):
            geste(page)
            boite = _boite()
            yield f"{rubrique.cle} / {nom}", boite or fenetre
            if boite is not None:
                boite.close()
                fenetre.activateWindow()


def _derriere(page: QWidget) -> Iterator[str]:
    """Tabs, steps and the other half of a list, one after another."""
    for barre in page.findChildren(QTabBar):
        for rang in range(1, barre.count()):
            if barre.isVisible():
                barre.setCurrentIndex(rang)
                yield barre.tabText(rang)
        barre.setCurrentIndex(0)
    for partage in page.findChildren(ListDetails):
        if partage.toggle.isVisible():
            partage.toggle.setChecked(True)
            yield "détails"
            partage.toggle.setChecked(False)
    if isinstance(page, QStackedWidget):
        for rang in range(1, page.count()):
            page.setCurrentIndex(rang)
            yield type(page.widget(rang)).__name__
        page.setCurrentIndex(0)


def _boite() -> QDialog | None:
    boites = (w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog))
    return next((w for w in boites if w.isVisible()), None)


def avant_un_journal(theme: Theme, place: Path) -> Iterator[tuple[str, MainWindow]]:
    """The window before any journal is open: what it waits for, the assistant, the door."""
    atelier, runner, fenetre = faire_atelier(), InlineRunner(), _faire_fenetre(theme, place)
    yield "attente", fenetre
    refus = Environnement("Le disque est plein.", "Libérez de la place, puis réessayez.")
    fenetre.montrer(EmpechementPage(refus, restaurable=True))
    yield "empêchement", fenetre
    accueil = AccueilPage(atelier, place / "neuf", runner, QtDialogs(fenetre))
    fenetre.montrer(accueil)
    yield "accueil / identité", fenetre
    accueil.avancer()
    yield "accueil / fautes", fenetre
    accueil.identite.code.setText("INT-07")
    accueil.avancer()
    yield "accueil / phrase", fenetre
    for champ in (accueil.phrase.phrases.phrase, accueil.phrase.phrases.encore):
        champ.edit.setText(PHRASE)
    accueil.avancer()
    yield "accueil / code", fenetre
    accueil.avancer()
    yield "accueil / vérification", fenetre
    accueil._abandonner(_rien)
    porte = DeverrouillagePage(atelier, place / "neuf", runner)
    porte.dire("La sauvegarde est en place. Entrez la phrase de passe qu’elle avait.")
    fenetre.montrer(porte)
    for forme in (porte.phrase, porte.code, porte.nouvelle):
        porte._pile.go(forme)
        yield f"porte / {type(forme).__name__}", fenetre
    porte.phrase.refuser("Ce n’est pas la bonne phrase de passe.")
    porte._pile.go(porte.phrase)
    yield "porte / refus", fenetre


def fermer_fenetre(fenetre: MainWindow) -> None:
    """Close the journal, then the window."""
    fenetre.laisser(fenetre.close)


@pytest.fixture
def ouvrir(qtbot, theme, tmp_path):
    """Opens the window of a role; it is closed with its journal.

    A module that sweeps takes it by its name: `ouvrir = scenes.ouvrir`.
    """
    ouvertes, regions = [], []

    def faire(role: Role) -> MainWindow:
        if role is Role.INTERVENANT:
            atelier = faire_atelier(horloge=HorlogeFixe())
            journal = atelier.ouvrir(faire_journal(tmp_path), Secret(phrase=PHRASE))
        else:
            regions.append(RegionDeTest(tmp_path / "region", "abcd"))
            journal = remplir_region(regions[-1])
        ouvertes.append(ouvrir_fenetre(journal, theme, tmp_path))
        qtbot.addWidget(ouvertes[-1])
        return ouvertes[-1]

    yield faire
    for fenetre in ouvertes:
        fermer_fenetre(fenetre)
