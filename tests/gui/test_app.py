"""Making the application: named, French, hooked, light."""

import subprocess
import sys

from journal_scls.domain.errors import Environnement
from journal_scls.gui.app import JournalApplication, creer_application
from tests.gui.conftest import RESSOURCES


def test_the_application_is_ours(qapp):
    assert isinstance(qapp, JournalApplication)
    assert qapp.applicationDisplayName() == "Journal SCLS"
    assert qapp.applicationVersion() == "0.1.0"
    assert qapp.organizationName() == "Journal SCLS"


def test_the_tools_work_together(qtbot, qapp, theme):
    outils = creer_application([], ressources=RESSOURCES, theme="sombre", echelle=150)
    try:
        assert outils.app is qapp
        assert qapp.palette().window().color().name() == "#1e2227"

        def refuser(progress):
            raise Environnement("Le disque est plein.")

        outils.runner.run(qapp, refuser, on_success=print)
        assert outils.runner.attendre_fin(60)
        boites = [w for w in qapp.topLevelWidgets() if w.inherits("QMessageBox")]
        assert [b.text() for b in boites] == ["Le disque est plein."]
        boites[0].close()

        outils.runner.run(qapp, lambda progress: 1 / 0, on_success=print)
        assert outils.runner.attendre_fin(60)
        assert "ZeroDivisionError" in outils.crash.dialog.report.toPlainText()
        outils.crash.dialog.close()
    finally:
        outils.crash.uninstall()
        outils.runner.fermer()
        for objet in (outils.runner, outils.theme, outils.dialogs, outils.crash):
            objet.deleteLater()
        theme.apply("sombre", 150)  # so that the fixture puts everything back


def test_starting_brings_nothing_heavy_and_no_network():
    lourds = ["sqlalchemy", "alembic", "reportlab", "babel", "pydantic", "cryptography"]
    lourds += ["PySide6.QtNetwork", "PySide6.QtSvg", "socket", "ssl", "asyncio"]
    programme = (
        "import sys; from journal_scls.gui.app import creer_application;"
        "creer_application(['x']);"
        f"print([m for m in {lourds!r} if m in sys.modules])"
    )
    sortie = subprocess.run(
        [sys.executable, "-c", programme], capture_output=True, text=True, check=True
    )
    assert sortie.stdout.strip() == "[]"
