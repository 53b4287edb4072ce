"""Whatever was typed stays text, in the workbook and in the CSV, and no cell breaks the file."""

import csv
import io
import re
import shutil
import subprocess
import zipfile
from datetime import date
from uuid import UUID

import pytest
import python_calamine

from journal_scls.application.lectures import LigneJournal
from journal_scls.domain.journal.intervention import Statut
from journal_scls.reports.classeur.bilan_xlsx import ecrire_bilan_xlsx
from journal_scls.reports.classeur.entrees import ecrire_entrees_csv, ecrire_entrees_xlsx
from tests.domain.outils_bilan import bilan, fait
from tests.fabriques import MAINTENANT, vocabulaires

HOSTILES = (
    "=1+1", "+1", "-1+1", "@SOMME(A1)", "\t=1", "\n=1", "\r\n@a", " =1", "\u00a0=1", "＝1", "＋1",
    '=HYPERLINK("http://exemple.invalid";"a")', "http://exemple.invalid", 'a;b"c', "ligne\nautre",
    "שלום עולם \u202e inversé", "👩‍👩‍👧 et 🏠", "1e9", "2025-03-14", "_x0041_",
    "x" * 40_000, "🏠" * 20_000,
)  # fmt: skip
EN_CSV = "csv:Text - txt - csv (StarCalc):44,34,76"
FORMULE = re.compile(r"\s*[=+\-@＝＋－＠]")
LIGNE = LigneJournal(
    id=UUID(int=1), revision=1, statut=Statut.FINALE, date=date(2025, 3, 14), duree_min=45,
    milieu="", organisme="", tenure="OH", mrc="", categorie_immeuble="", volet="INDIVIDUEL",
    activite="ECOUTE", categorie="C4", type_collectif="", clientele="AINES", problematiques=(),
    modalite="", nb_personnes=1, references=(), personne="", note="", fait_marquant="",
    saisie_le=MAINTENANT,
)  # fmt: skip
LIGNES = tuple(LIGNE._replace(milieu=t, note=t, mrc=t, personne=t) for t in HOSTILES)


def test_the_workbook_of_entries_holds_text_dates_and_nothing_that_runs():
    octets = ecrire_entrees_xlsx(LIGNES, vocabulaires(), confidentiel=True)
    with zipfile.ZipFile(io.BytesIO(octets)) as zip_:
        feuilles = [zip_.read(n).decode() for n in zip_.namelist() if "worksheets/sheet" in n]
    assert not any(re.search(r"<f>|<hyperlink", feuille) for feuille in feuilles)
    assert "<autoFilter" in feuilles[0]
    entete, *lues = (
        python_calamine.load_workbook(io.BytesIO(octets))
        .get_sheet_by_name("Interventions")
        .to_python()
    )
    for texte, cellules in zip(HOSTILES, lues, strict=True):
        lu = dict(zip(entete, cellules, strict=True))
        assert lu["date"] == date(2025, 3, 14)
        for nom in ("milieu", "note", "mrc", "personne"):
            dite = str(lu[nom])
            assert len(dite.encode("utf-16-le")) <= 2 * 32_767
            attendu = texte.replace("\r\n", "\n")
            assert dite.replace("\r\n", "\n") == attendu or (
                dite.endswith("…") and attendu.startswith(dite[:-1])
            )


def test_no_cell_of_the_csv_is_a_formula():
    texte = ecrire_entrees_csv(LIGNES, confidentiel=True).decode("utf-8-sig")
    lues = list(csv.DictReader(io.StringIO(texte, newline=""), delimiter=";", strict=True))
    for hostile, lue in zip(HOSTILES, lues, strict=True):
        for nom in ("milieu", "note", "mrc", "personne"):
            assert not FORMULE.match(lue[nom])
            assert lue[nom].removeprefix("'") == hostile


@pytest.mark.lent
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_libreoffice_reads_totals_and_hostile_names(tmp_path):
    noms = [t for t in HOSTILES if len(t) < 100]
    exact = bilan([fait(mrc=nom) for nom in noms] * 2)
    (tmp_path / "b.xlsx").write_bytes(ecrire_bilan_xlsx(exact))
    feuille = 2 + [t.id for t in exact.tableaux].index("par_mrc") + 1
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profil", "--headless",
         "--convert-to", f"{EN_CSV},1,,0,false,true,false,false,false,{feuille}",
         "--outdir", str(tmp_path / "lu"), str(tmp_path / "b.xlsx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    (fichier,) = (tmp_path / "lu").iterdir()
    _entete, *lignes = csv.reader(io.StringIO(fichier.read_text("utf-8"), newline=""))
    lues = {ligne[1].strip(): ligne[2] for ligne in lignes}
    assert lues.pop("Total") == str(2 * len(noms))
    for nom in noms:
        assert lues[nom.replace("\r\n", "\n").strip()] == "2", nom
