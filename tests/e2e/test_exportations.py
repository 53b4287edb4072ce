"""Entries in clear: through the commands, read again by other programs, and taken over again."""

import csv
import io
import json
import shutil
import subprocess
from dataclasses import fields
from datetime import date

import pytest
import python_calamine

from journal_scls.application.lectures import Brouillon
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.journal.intervention import Contenu
from journal_scls.domain.repertoire.lieux import Lieu
from tests.e2e.commande import FICHE, ouvrir
from tests.fabriques import MAINTENANT

PIEGE = "=cmd|'/c calc'!A0"
SECRET = "Élodie craint son voisin"
DEUX = (
    FICHE | {"milieu": "Les Érables", "tenure": "OH", "mrc": PIEGE, "note": SECRET,
             "personne": "P-014", "references": "CISSS:SANTE_MENTALE|OC:BUDGET:SIMPLE:FAITE"},
    FICHE | {"date": "2025-04-01", "duree_min": "1h30", "note": "Rien à dire"},
)  # fmt: skip


@pytest.fixture
def exporter(cli, saisir, tmp_path):
    def exporter_(nom, *options):
        saisir(*DEUX)
        resultat = cli("exporter", "--sortie", tmp_path / nom, *options)
        assert resultat.code == 0, resultat
        assert "n'est pas chiffré" in resultat.erreur
        return tmp_path / nom

    return exporter_


def test_a_workbook_holds_dates_and_no_note(exporter):
    chemin = exporter("a.xlsx")
    livre = python_calamine.load_workbook(str(chemin))
    entetes, *lignes = livre.get_sheet_by_name("Interventions").to_python()
    premiere = dict(zip(entetes, lignes[0], strict=True))
    assert (premiere["date"], premiere["duree_min"]) == (date(2025, 3, 14), 45)
    assert (premiere["mrc"], premiere["activite"]) == (PIEGE, "ECOUTE")
    assert not {"note", "personne"} & set(entetes)
    assert SECRET.encode() not in chemin.read_bytes()
    _, *references = livre.get_sheet_by_name("Références").to_python()
    assert [ligne[4] for ligne in references] == ["Santé mentale", "Aide budgétaire"]


def test_notes_go_when_they_are_asked_for(exporter):
    livre = python_calamine.load_workbook(str(exporter("a.xlsx", "--avec-notes")))
    assert SECRET in str(livre.get_sheet_by_name("Interventions").to_python())


def test_no_formula_survives_in_the_csv(exporter):
    texte = exporter("a.csv").read_text("utf-8-sig")
    lignes = list(csv.DictReader(io.StringIO(texte, newline=""), delimiter=";", strict=True))
    assert [ligne["date"] for ligne in lignes] == ["2025-03-14", "2025-04-01"]
    assert lignes[0]["mrc"] == f"'{PIEGE}"


@pytest.mark.parametrize("nom", ["a.xlsx", "a.csv"])
def test_what_is_exported_can_be_taken_over(exporter, cli, tmp_path, nom):
    chemin = exporter(nom, "--avec-notes")
    rapport = cli("reprendre", chemin, "--essai", "--json").reussi().json
    assert (rapport["prises"], rapport["refus"]) == (2, [])


@pytest.mark.lent
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_libreoffice_reads_dates_and_numbers(exporter, tmp_path):
    chemin = exporter("a.xlsx")
    en_csv = "csv:Text - txt - csv (StarCalc):44,34,76"
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profil", "--headless",
         "--convert-to", en_csv, "--outdir", str(tmp_path / "lu"), str(chemin)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    lignes = list(csv.DictReader(io.StringIO((tmp_path / "lu" / "a.csv").read_text("utf-8"))))
    assert [(li["date"], li["duree_min"]) for li in lignes] == [
        ("2025-03-14", "45"),
        ("2025-04-01", "90"),
    ]
    assert lignes[0]["mrc"] == PIEGE


def test_nothing_to_export_is_said_and_writes_nothing(cli, tmp_path):
    cli("exporter", "--sortie", tmp_path / "a.xlsx").refuse("Aucune intervention")
    cli("exporter", "--sortie", tmp_path / "a.doc").refuse("ne dit pas quel genre")
    assert not (tmp_path / "a.xlsx").exists()


def test_a_person_gets_everything_held_and_every_revision(cli, saisir, corriger, tmp_path):
    premiere, _ = saisir(*DEUX)
    corriger(premiere, note="Corrigée")
    sortie = tmp_path / "p.json"
    resultat = cli("personne", "P-014", "--sortie", sortie)
    assert resultat.code == 0, resultat
    assert "quelqu'un d'autre" in resultat.erreur
    objet = json.loads(sortie.read_text("utf-8"))
    (ecriture,) = objet["interventions"]
    assert (objet["personne"], ecriture["id"], ecriture["note"]) == ("P-014", premiere, "Corrigée")
    assert [r["note"] for r in ecriture["revisions"]] == [SECRET, "Corrigée"]
    cli("personne", "P-014", "--sortie", tmp_path / "p.csv")
    assert "Corrigée" in (tmp_path / "p.csv").read_text("utf-8-sig")


def test_a_person_gets_what_was_theirs_and_nothing_of_another(cli, saisir, corriger, tmp_path):
    a_elle = FICHE | {"personne": "P-014", "note": "La sienne", "references": "OC:BUDGET"}
    a_lui = FICHE | {"personne": "P-999", "note": "Celle d'un autre"}
    deplacee, gardee, recue, _ = saisir(a_elle, a_elle, a_lui, a_lui)
    corriger(deplacee, personne="P-999", note="Devenue celle d'un autre")
    corriger(recue, personne="P-014", note="Devenue la sienne")
    cli("annuler", gardee, "--raison", "En double").reussi()
    for format_ in ("json", "csv"):
        sortie = tmp_path / f"p.{format_}"
        assert cli("personne", "P-014", "--sortie", sortie).code == 0
        texte = sortie.read_text("utf-8-sig")
        assert "P-999" not in texte
        assert "d'un autre" not in texte
        assert all(mot in texte for mot in ("La sienne", "Devenue la sienne", "En double"))
    objet = json.loads((tmp_path / "p.json").read_text("utf-8"))
    vues = {e["id"]: [r["revision"] for r in e["revisions"]] for e in objet["interventions"]}
    assert vues == {deplacee: [1], gardee: [1, 2], recue: [2]}
    tous = {champ.name for champ in fields(Contenu)} - {"lieu"} | {c.name for c in fields(Lieu)}
    assert all(tous <= set(r) for e in objet["interventions"] for r in e["revisions"])
    premiere = objet["interventions"][0]["revisions"][0]
    assert premiere["references"][0]["service"] == "Aide budgétaire"


def test_a_person_gets_their_drafts(cli, saisir, dossier, tmp_path):
    saisir(FICHE)
    for code, note in (("P-014", "À elle"), (" P-014 ", "Aussi"), ("P-01", "À un autre")):
        journal = ouvrir(dossier)
        with journal.base.unite() as unite:
            saisie = {"personne": code, "note": note}
            unite.brouillons.enregistrer(
                Brouillon(id=nouvel_identifiant(), contenu=saisie, modifie_le=MAINTENANT)
            )
            unite.commit()
        journal.fermer()
    for format_ in ("json", "csv"):
        sortie = tmp_path / f"p.{format_}"
        assert cli("personne", "P-014", "--sortie", sortie).code == 0
        texte = sortie.read_text("utf-8-sig")
        assert "À elle" in texte
        assert "Aussi" in texte
        assert "À un autre" not in texte


def test_a_code_nobody_bears_is_said(cli, saisir, tmp_path):
    saisir(*DEUX)
    cli("personne", "p-014", "--sortie", tmp_path / "p.json").refuse("« p-014 »")
    cli("personne", " ", "--sortie", tmp_path / "p.json").refuse("Aucune intervention")


def test_a_workbook_is_not_printed_on_a_terminal(cli):
    annee = ("--du", "2025-01-01", "--au", "2025-12-31")
    cli("bilan", *annee, "--format", "xlsx").mal_utilise("« --sortie »")
