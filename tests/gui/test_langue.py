"""The window in English: nothing of its own stays in French, and French costs nothing."""

import re
import subprocess
import sys
from collections import Counter
from datetime import UTC, date, datetime
from functools import cache

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QSettings, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QMenu,
    QTabBar,
    QWidget,
)

from journal_scls.domain.chiffres.calendrier import nommer as nommer_en_francais
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.lecture import ecrire_duree
from journal_scls.domain.periode import Periode
from journal_scls.domain.profil import Role
from journal_scls.gui import jours
from journal_scls.gui.apparence.preference import Apparence
from journal_scls.gui.fenetre.aide import Aide
from journal_scls.gui.pages.reglages.affichage import Affichage
from journal_scls.gui.traduction import (
    SOURCE,
    deux_points,
    langue,
    langue_gardee,
    lire_messages,
    nombre,
    parler,
    tr,
)
from tests.gui import scenes
from tests.gui.conftest import RESSOURCES
from tests.gui.scenes import (
    avant_un_journal,
    etats,
)
from tests.gui.test_main_window import lettre_de, mnemoniques

TRADUCTIONS = RESSOURCES / "traductions"
ANGLAIS = TRADUCTIONS / "journal_scls_en.ts"
LETTRES_MIN = 8  # of a text with values, under which anything looks like it
# Labels and published definitions are official texts, shown as they are.
OFFICIELS = "\n".join(
    f.read_text("utf-8")
    for f in (*(RESSOURCES / "vocabulaire").glob("*.toml"), RESSOURCES / "indicateurs.toml")
)


@pytest.fixture
def anglais(qapp):
    parler(qapp, "en", TRADUCTIONS)
    yield
    parler(qapp)


@pytest.fixture(scope="module")
def francais():
    """What recognizes the French of the window: whole texts, and those that hold values."""
    entiers, modeles = set(), []
    for (source, sens), traduits in lire_messages(ANGLAIS).items():
        for texte in {source, sens if len(traduits) > 1 else source} - set(traduits):
            morceaux = [re.escape(m) for m in re.split(r"\{.*?\}", texte)]
            if len(morceaux) == 1:
                entiers.add(texte.strip())
            elif sum(map(str.isalpha, "".join(morceaux))) >= LETTRES_MIN:
                modeles.append(re.compile(".+".join(morceaux).strip(), re.DOTALL))
    anglais_ = {t.strip() for traduits in lire_messages(ANGLAIS).values() for t in traduits}
    entiers -= anglais_

    @cache
    def francais(texte):
        if f'"{texte}"' in OFFICIELS:
            return False
        return texte in entiers or any(modele.fullmatch(texte) for modele in modeles)

    return francais


def textes(widget):
    """Everything that a person reads or hears of a widget."""
    yield from (widget.windowTitle(), widget.accessibleName(), widget.accessibleDescription())
    yield widget.toolTip()
    for nom in ("text", "title", "placeholderText"):
        lire = getattr(widget, nom, None)
        if callable(lire) and not (nom == "text" and isinstance(widget, QLineEdit)):  # typed
            yield str(lire())
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(rang) for rang in range(widget.count()))
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(rang) for rang in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and (modele := widget.model()) is not None:
        for colonne in range(modele.columnCount(widget.rootIndex()) if _table(modele) else 1):
            yield str(modele.headerData(colonne, Qt.Orientation.Horizontal) or "")
            yield from (str(modele.index(r, colonne).data() or "") for r in range(_rangs(modele)))
    yield from (action.text() for action in widget.actions())


def _table(modele):
    return modele.inherits("QAbstractTableModel")


def _rangs(modele):
    return min(modele.rowCount(), 20)


def restes(vue, francais):
    """The texts of the window that are still French, each with its widget."""
    for widget in (vue, *vue.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        for brut in textes(widget):
            texte = brut.strip()
            if texte and francais(texte):
                yield f"{type(widget).__name__} {texte!r}"


ouvrir = scenes.ouvrir


@pytest.mark.parametrize("role", list(Role))
def test_no_page_of_an_open_journal_is_left_in_french(anglais, ouvrir, francais, role):
    fautes = {}
    fenetre = ouvrir(role)
    for nom, vue in etats(fenetre):
        vue.show()
        QApplication.processEvents()
        for reste in restes(vue, francais):
            fautes.setdefault(reste, nom)
        if vue is fenetre:
            lettres = Counter(mnemoniques(fenetre))
            fautes |= {f"Alt+{lettre}": nom for lettre, n in lettres.items() if n > 1}
    for menu in fenetre.menuBar().findChildren(QMenu):
        lettres = Counter(lettre for a in menu.actions() if (lettre := lettre_de(a.text())))
        fautes |= {f"{menu.title()} {lettre}": "menu" for lettre, n in lettres.items() if n > 1}
    assert fautes == {}


def test_nothing_before_a_journal_is_left_in_french(anglais, qtbot, theme, tmp_path, francais):
    fautes = {}
    for nom, vue in avant_un_journal(theme, tmp_path):
        qtbot.addWidget(vue)
        vue.show()
        QApplication.processEvents()
        fautes |= dict.fromkeys(restes(vue, francais), nom)
    assert fautes == {}


def test_french_is_the_source_and_looks_nothing_up(qapp):
    assert langue() == SOURCE
    assert tr("Enregistrer") == "Enregistrer"
    assert tr("Lot {seq} écrit", seq=3) == "Lot 3 écrit"
    assert [tr("{n} lot", "{n} lots", n) for n in (0, 1, 2)] == ["0 lot", "1 lot", "2 lots"]
    assert tr("{n} lot", "{n} lots", 12000) == "12 000 lots"
    assert nombre(-1234567) == "-1 234 567"
    assert deux_points("Durée", 4) == "Durée : 4"


def test_english_counts_one_alone(anglais):
    dits = [tr("{n} intervention", "{n} interventions", n) for n in (0, 1, 2, 12000)]
    assert dits == ["0 interventions", "1 intervention", "2 interventions", "12,000 interventions"]
    assert tr("Annuler") == "Cancel"
    assert tr("Annuler", "ce qui vient d’être fait") == "Undo"
    assert tr("Jardin des Érables") == "Jardin des Érables"  # what somebody typed
    assert deux_points("Durée", 4) == "Duration: 4"


def test_the_words_of_qt_follow(qapp, qtbot, anglais):
    def annuler():
        boite = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        qtbot.addWidget(boite)
        return boite.buttons()[0].text().replace("&", "")

    assert (annuler(), QLocale().name()) == ("Cancel", "en_CA")
    parler(qapp)
    assert (annuler(), QLocale().name()) == ("Annuler", "fr_CA")


def test_without_its_file_a_language_is_french(qapp, tmp_path):
    assert parler(qapp, "en", tmp_path)
    assert parler(qapp, "en", None)
    assert langue() == SOURCE


JOUR, PREMIER = date(2026, 11, 3), date(2026, 3, 1)
PERIODES = [
    Periode.mois(2025, 3),
    Periode(date(2025, 1, 1), date(2025, 3, 31)),
    Periode(date(2025, 4, 1), date(2025, 6, 30)),
    Periode.annee(2025),
    Periode(date(2025, 4, 1), date(2026, 3, 31)),
    Periode(date(2025, 4, 1), date(2025, 4, 9)),
    Periode(PREMIER, PREMIER),
]


def test_days_and_durations_in_french(qapp):
    assert jours.decrire_date(JOUR) == "mardi 3 novembre 2026"
    assert jours.decrire_date(PREMIER) == "dimanche 1er mars 2026"
    assert jours.jour_long(PREMIER) == "1er mars 2026"
    assert jours.sans_annee(JOUR) == "mardi 3 novembre"
    assert (jours.semaine_breve(JOUR), jours.mois_annee(JOUR)) == ("mar.", "novembre 2026")
    assert [jours.nommer(p) for p in PERIODES] == [nommer_en_francais(p) for p in PERIODES]
    for minutes in (5, 60, 95, 74_040):
        assert jours.duree(minutes) == ecrire_duree(minutes)


def test_days_and_durations_in_english(anglais):
    assert jours.decrire_date(JOUR) == "Tuesday, November 3, 2026"
    assert jours.sans_annee(PREMIER) == "Sunday, March 1"
    soir = datetime(2026, 3, 1, 17, tzinfo=UTC)
    assert jours.jour_proche(soir, date(2026, 5, 1)) == "on March 1"
    assert [jours.nommer(p) for p in PERIODES[:4]] == [
        "March 2025",
        "1st quarter of 2025",
        "2nd quarter of 2025",
        "2025",
    ]
    assert jours.duree(74_045) == "1,234 h 05"


def test_the_errors_of_the_layers_below_are_said_too(anglais, runner, page):
    dites = []

    def refuser(_progress):
        raise RegleMetier("L'organisme doit avoir un nom.", "Écrivez son nom.")

    runner.run(page, refuser, on_success=dites.append, on_error=lambda e: dites.append(str(e)))
    assert runner.attendre_fin(60)
    QCoreApplication.sendPostedEvents()
    assert dites == ["The organization must have a name. Write its name."]


def test_help_is_in_the_language(anglais, qapp):
    assert Aide(RESSOURCES / "aide").texte("journal").startswith("### What this screen is for")
    francais_, anglaises = (
        {f.stem for f in (RESSOURCES / "aide" / place).glob("*.md")} for place in (".", "en")
    )
    assert francais_ == anglaises
    parler(qapp)
    assert Aide(RESSOURCES / "aide").texte("journal").startswith("### À quoi sert cet écran")


def test_a_language_is_chosen_for_the_next_start(qtbot, theme, tmp_path):
    reglages = QSettings(str(tmp_path / "a.conf"), QSettings.Format.IniFormat)
    carte = Affichage(Apparence(theme, reglages))
    qtbot.addWidget(carte)
    assert carte.langue.value() == SOURCE
    carte.langue.chosen.emit("en")
    assert langue_gardee(reglages) == "en"
    assert langue() == SOURCE  # what is on screen stays
    assert Affichage(Apparence(theme, reglages)).langue.value() == "en"
    reglages.setValue("langue", "tlh")
    assert langue_gardee(reglages) == SOURCE


def test_speaking_french_loads_no_translation():
    programme = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication(['x']);"
        "from journal_scls.gui.traduction import parler, tr; parler(app); tr('{n} lot', 's', 3);"
        "print([m for m in ('babel', 'xml.etree.ElementTree') if m in sys.modules])"
    )
    sortie = subprocess.run(
        [sys.executable, "-c", programme], capture_output=True, text=True, check=True
    )
    assert sortie.stdout.strip() == "[]"
