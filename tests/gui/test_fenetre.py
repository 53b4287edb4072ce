"""The helper that drives real windows, on a real window: accents, popups, screenshots."""

import os
import sys
from pathlib import Path

import pytest

from tests.gui.fenetre import Ecran, outils_manquants

PROGRAMME = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QVBoxLayout, QWidget
from journal_scls.gui.app import creer_application
from journal_scls.gui.champs import champ_choix, champ_duree
from journal_scls.gui.widgets.choice_combo import Choice
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.text_area import TextArea

outils = creer_application(sys.argv, ressources=Path(sys.argv[1]), theme="clair")
fenetre = QWidget()
fenetre.setWindowTitle("Essai SCLS")
lieu = champ_choix([Choice(n, f"Tour des Érables-{n}") for n in range(100, 130)])
duree, note = champ_duree(), TextArea()
boite = QVBoxLayout(fenetre)
for nom, champ in (("&Lieu", lieu), ("&Durée", duree), ("&Note", note)):
    boite.addWidget(FieldRow(nom, champ))

def ecrire():
    Path(sys.argv[2]).write_text(f"{lieu.value()}|{duree.value()}|{note.text()}", "utf-8")

note.text_changed.connect(ecrire)
fenetre.show()
lieu.setFocus()
sys.exit(outils.app.exec())
"""


@pytest.mark.fenetre
@pytest.mark.skipif(bool(outils_manquants()), reason=f"missing: {outils_manquants()}")
def test_a_real_window_takes_real_keys(tmp_path):
    racine = Path(__file__).parents[2]
    programme, sortie = tmp_path / "essai.py", tmp_path / "sortie.txt"
    programme.write_text(PROGRAMME, "utf-8")
    chemins = os.pathsep.join([str(racine / "src"), os.environ.get("PYTHONPATH", "")])
    with Ecran() as ecran:
        commande = [sys.executable, programme, racine / "resources", sortie]
        ecran.lancer(commande, {"PYTHONPATH": chemins})
        ecran.attendre("Essai SCLS")
        ecran.taper("era 112")
        ecran.touches("Tab")
        ecran.taper("1h30")
        ecran.touches("alt+n")
        ecran.coller("Élise Ménard — été")
        assert ecran.attendre_que(
            lambda: sortie.exists() and sortie.read_text("utf-8") == "112|90|Élise Ménard — été"
        ), sortie.read_text("utf-8") if sortie.exists() else "nothing written"
        photo = ecran.photo(tmp_path / "photo.png")
        assert photo.stat().st_size > 5_000
