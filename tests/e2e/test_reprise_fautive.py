"""A journal full of faults: every good line is taken, every bad one is listed, nothing breaks."""

import csv
import hashlib
import io
import os
import re
import signal
from pathlib import Path

import pytest

from journal_scls.application.operation import Avancement, Cancelled, Progress
from tests.e2e import cas_type, journal_fautif
from tests.e2e.commande import (
    FICHE,
    avec_terminal,
    demarrer,
    ecrire_csv,
    finir,
    ouvrir,
)
from tests.e2e.journal_fautif import Fautes, bonne

ANGLAIS = re.compile(r"\b(error|invalid|line|expected|value|None|True|False|not|with|the)\b")
VARIANTES = {
    "utf-8 point-virgule": {},
    "BOM virgule": {"separateur": ",", "boms": 1},
    "deux BOM tabulation": {"separateur": "\t", "boms": 2},
    "windows-1252": {"encodage": "cp1252"},
}


def ecrire(chemin: Path, variante: str) -> Fautes:
    if variante == "xlsx":
        return journal_fautif.ecrire_xlsx(chemin)
    return journal_fautif.ecrire_csv(chemin, **VARIANTES[variante])


def verifier_refus(lu: dict, fautes: Fautes) -> None:
    """Each broken line with its number, its column and its reason; no other line."""
    assert [r["ligne"] for r in lu["refus"]] == list(fautes.lignes)
    for refus in lu["refus"]:
        genre = fautes.lignes[refus["ligne"]]
        assert genre.raison in refus["raison"], (genre, refus)
        assert refus["colonne"] == genre.colonne, (genre, refus)
        assert refus["raison"].endswith("."), refus
        assert not ANGLAIS.search(refus["raison"]), refus


class TestDeuxCentsLignesFautives:
    @pytest.mark.parametrize("variante", [*VARIANTES, "xlsx"])
    def test_les_bonnes_sont_prises_et_les_autres_dites(self, cli, tmp_path, variante):
        fichier = tmp_path / ("journal.xlsx" if variante == "xlsx" else "journal.csv")
        fautes = ecrire(fichier, variante)
        lu = cli("reprendre", fichier, "--json")
        assert (lu.code, lu.erreur) == (1, "")
        assert lu.json["prises"] == fautes.bonnes
        assert lu.json["refusees"] == len(fautes.lignes) >= 200
        assert len(fautes.genres) >= 30
        verifier_refus(lu.json, fautes)
        journal = {ligne["personne"]: ligne for ligne in cli.lister()}
        assert len(journal) == fautes.bonnes
        for personne, attendu in fautes.etranges:
            lue = {colonne: str(journal[personne][colonne]) for colonne in attendu}
            assert lue == attendu

    def test_a_l_ecran_chaque_ligne_a_son_numero(self, cli, tmp_path):
        fautes = ecrire(tmp_path / "journal.csv", "utf-8 point-virgule")
        lu = cli("reprendre", tmp_path / "journal.csv")
        assert lu.code == 1
        assert f"{fautes.bonnes} prises, 0 déjà là, {len(fautes.lignes)} refusées." in lu.sortie
        dites = re.findall(r"^Ligne (\d+)(?:, colonne (\w+))? : .+\.$", lu.erreur, re.MULTILINE)
        assert dites == [(str(n), g.colonne) for n, g in sorted(fautes.lignes.items())]
        assert len(lu.erreur.splitlines()) == len(dites)
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]", lu.erreur)

    def test_les_refusees_corrigees_se_reprennent(self, cli, tmp_path):
        fautes = ecrire(tmp_path / "journal.csv", "utf-8 point-virgule")
        refus = tmp_path / "refus.csv"
        premiere = cli("reprendre", tmp_path / "journal.csv", "--json", "--refus", refus)
        assert premiere.json["prises"] == fautes.bonnes
        assert refus.stat().st_mode & 0o777 == 0o600
        # Not corrected: nothing is taken, not even what only lost some text.
        encore = cli("reprendre", refus, "--json")
        assert (encore.json["prises"], encore.json["refusees"]) == (0, len(fautes.lignes))
        table = list(csv.DictReader(io.StringIO(refus.read_text("utf-8-sig")), delimiter=";"))
        assert [int(ligne["ligne_refusee"]) for ligne in table] == list(fautes.lignes)
        assert all(ligne["raison_refus"] for ligne in table)
        ecrire_csv(refus, [bonne(50_000 + rang) for rang in range(len(table))])
        corrigees = cli.json("reprendre", refus)
        assert (corrigees["prises"], corrigees["refusees"]) == (len(fautes.lignes), 0)
        assert cli.json("reprendre", refus)["deja_la"] == len(fautes.lignes)
        assert len(cli.lister()) == fautes.bonnes + len(fautes.lignes)

    def test_une_seule_ligne_corrigee_dans_le_fichier_d_origine(self, cli, tmp_path):
        fichier = ecrire_csv(tmp_path / "j.csv", [FICHE, {**FICHE, "date": "2025-02-29"}])
        assert cli("reprendre", fichier, "--json").json["refus"] == [
            {
                "ligne": 3,
                "colonne": "date",
                "raison": "La date « 2025-02-29 » n'existe pas au calendrier. "
                "Corrigez le jour, le mois ou l'année.",
            }
        ]
        ecrire_csv(fichier, [FICHE, {**FICHE, "date": "2025-02-28"}])
        lu = cli.json("reprendre", fichier)
        assert (lu["prises"], lu["deja_la"], lu["refusees"]) == (1, 1, 0)


class TestEssai:
    def test_rien_ne_change_et_tout_est_dit(self, cli, dossier, tmp_path):
        fautes = ecrire(tmp_path / "journal.csv", "utf-8 point-virgule")
        cli.json("reprendre", ecrire_csv(tmp_path / "avant.csv", [FICHE]))
        avant = empreintes(dossier)
        lu = cli("reprendre", tmp_path / "journal.csv", "--essai", "--json")
        assert lu.code == 1
        assert (lu.json["prises"], lu.json["essai"]) == (fautes.bonnes, True)
        verifier_refus(lu.json, fautes)
        assert empreintes(dossier) == avant
        assert len(cli.lister()) == 1
        assert cli("reprendre", tmp_path / "journal.csv", "--json").json["prises"] == fautes.bonnes

    def test_l_essai_se_dit(self, cli, tmp_path):
        lu = cli("reprendre", ecrire_csv(tmp_path / "j.csv", [FICHE]), "--essai").reussi()
        assert lu.sortie.splitlines() == [
            "Essai : rien n'a été modifié.",
            "1 prise, 0 déjà là, 0 refusée.",
        ]


def empreintes(dossier: Path) -> dict[str, str]:
    return {
        f.name: hashlib.sha256(f.read_bytes()).hexdigest()
        for f in dossier.iterdir()
        if f.name.startswith(("journal.db", "vault"))
    }


class TestFichierRefuseEnEntier:
    @pytest.mark.parametrize(
        ("contenu", "dit"),
        [
            ("date;volet;activite;clientele\n2025-03-14;MILIEU;PROMO;TOUS\n", "duree_min"),
            ("note;Date;volet;DATE\n", "ne contient que des titres"),
            (
                "date;duree_min;volet;activite;clientele;Durée (min)\n2025-03-14;4;M;P;T;5\n",
                "« duree_min » apparaît deux fois",
            ),
            ("", "est vide"),
            ("%PDF-1.7\n", "un document PDF"),
            ("PK\x03\x04", "abîmé"),
        ],
    )
    def test_le_fichier_n_est_pas_pris(self, cli, tmp_path, contenu, dit):
        fichier = tmp_path / "journal.csv"
        fichier.write_text(contenu)
        cli("reprendre", fichier).refuse(dit)
        assert cli.lister() == []

    def test_un_fichier_absent_ou_un_dossier(self, cli, tmp_path):
        cli("reprendre", tmp_path / "absent.csv").refuse("est introuvable")
        cli("reprendre", tmp_path).refuse("introuvable")

    def test_les_refus_ne_remplacent_jamais_le_fichier_repris(self, cli, tmp_path):
        fichier = ecrire_csv(tmp_path / "j.csv", [FICHE, {**FICHE, "date": "hier"}])
        avant = fichier.read_bytes()
        cli("reprendre", fichier, "--refus", tmp_path / "." / "j.csv").refuse("ne peuvent pas")
        assert fichier.read_bytes() == avant
        assert cli.lister() == []

    def test_des_refus_impossibles_a_ecrire_ne_prennent_rien(self, cli, tmp_path):
        fichier = ecrire_csv(tmp_path / "j.csv", [FICHE, {**FICHE, "date": "hier"}])
        cli("reprendre", fichier, "--refus", tmp_path / "absent" / "r.csv").refuse("refusées")
        assert cli.lister() == []

    def test_un_nom_de_fichier_qui_n_est_pas_du_texte(self, cli, tmp_path):
        fichier = Path(os.fsdecode(os.fsencode(tmp_path) + b"/ann\xe9e.csv"))
        ecrire_csv(fichier, [FICHE])
        assert cli.json("reprendre", fichier)["prises"] == 1
        assert cli.json("reprendre", fichier)["deja_la"] == 1


class TestCorrespondance:
    def test_d_autres_noms_de_colonnes_et_de_valeurs(self, cli, tmp_path):
        autres = {"Quand": "14/03/2025", "Minutes": "30", "Genre": "Visite chez elle",
                  "Pour qui": "Personnes âgées", "Part": "Seule", "Où": "nulle part"}  # fmt: skip
        fichier = ecrire_csv(tmp_path / "j.csv", [autres])
        correspondance = tmp_path / "c.toml"
        correspondance.write_text(
            '[colonnes]\n"Quand" = "date"\n"minutes" = "duree_min"\n"genre" = "activite"\n'
            '"Pour qui" = "clientele"\n"Part" = "volet"\n"ou" = "tenure"\n'
            '[valeurs.activite]\n"visite chez elle" = "VISITE"\n'
            '[valeurs.clientele]\n"Personnes agées" = "AINES"\n'
            '[valeurs.volet]\n"seule" = "INDIVIDUEL"\n'
            '[valeurs.tenure]\n"Nulle part" = "SANS_MILIEU"\n',
            "utf-8",
        )
        cli("reprendre", fichier).refuse("Il manque une colonne obligatoire")
        lu = cli.json("reprendre", fichier, "--correspondance", correspondance)
        assert (lu["prises"], lu["colonnes_ignorees"]) == (1, [])
        [ligne] = cli.lister()
        assert (ligne["activite"], ligne["clientele"], ligne["duree_min"]) == (
            "VISITE",
            "AINES",
            30,
        )

    def test_une_correspondance_fautive_ne_prend_rien(self, cli, tmp_path):
        fichier = ecrire_csv(tmp_path / "j.csv", [FICHE])
        correspondance = tmp_path / "c.toml"
        correspondance.write_text('[colonnes]\n"Quand" = "jour"\n')
        cli("reprendre", fichier, "--correspondance", correspondance).refuse("« jour »")
        assert cli.lister() == []


# --- a long file, interrupted


@pytest.fixture(scope="module")
def long(tmp_path_factory) -> Path:
    """20 000 lines."""
    modeles = cas_type.lignes()
    fichier = tmp_path_factory.mktemp("long") / "journal.csv"
    with fichier.open("w", encoding="utf-8", newline="") as flux:
        sortie = csv.DictWriter(flux, cas_type.COLONNES, delimiter=";")
        sortie.writeheader()
        for rang in range(20_000):
            sortie.writerow({**modeles[rang % cas_type.N], "note": f"Note {rang}"})
    return fichier


class TestVingtMilleLignes:
    def test_une_annulation_a_mi_chemin_ne_laisse_rien(self, long, cli, dossier):
        etapes: list[Avancement] = []

        def suivre(a: Avancement) -> None:
            etapes.append(a)
            if a.fait >= 10_000:
                progress.annuler()

        progress = Progress(suivre)
        journal = ouvrir(dossier)
        try:
            with pytest.raises(Cancelled):
                journal.reprise.reprendre(long, progress=progress)
            assert journal.repertoire.milieux() == journal.repertoire.organismes() == ()
        finally:
            journal.fermer()
        assert [a.fait for a in etapes] == list(range(0, 10_001, 1_000))
        assert {a.total for a in etapes} == {20_001}
        assert cli.lister() == []

    @avec_terminal
    def test_tue_ou_interrompu_a_mi_chemin_puis_repris_en_entier(self, long, cli, dossier):
        for coup in (signal.SIGKILL, signal.SIGINT):
            lu, dit = interrompre(coup, "reprendre", "--dossier", dossier, long)
            assert lu in (1, -9)
            assert "Traceback" not in dit
            assert ("Interrompu. " in dit) == (coup == signal.SIGINT)
            assert cli.lister() == []
        prises = cli.json("reprendre", long)
        assert (prises["prises"], prises["deja_la"], prises["refusees"]) == (20_000, 0, 0)
        assert all(c["ok"] for c in cli.json("verifier"))


def interrompre(coup: int, *arguments: object) -> tuple[int, str]:
    """Run on a terminal and strike when the progress shows a fifth; gives the code and the text."""
    maitre, esclave = os.openpty()
    try:
        enfant = demarrer(*arguments, stderr=esclave)
        os.close(esclave)
        lu = b""
        while not (trouve := re.search(rb"Reprise du journal : (\d+) %", lu[-40:])) or (
            int(trouve[1]) < 20
        ):
            lu += os.read(maitre, 64)
        enfant.send_signal(coup)
        code = finir(enfant).code
        while True:
            try:
                suite = os.read(maitre, 4096)
            except OSError:  # Linux: nobody holds the other end any more
                break
            if not suite:
                break
            lu += suite
    finally:
        os.close(maitre)
    return code, lu.decode()
