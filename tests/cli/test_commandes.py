"""Each command as contracts.md says it: what it does, what it refuses, what it gives to scripts."""

import json
import shutil
import stat
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from journal_scls.application.demonstration.journal import profil_demonstration
from journal_scls.application.demonstration.region import profil_region
from journal_scls.application.lectures import Filtre
from journal_scls.bootstrap import HorlogeSysteme, creer_atelier, executer
from journal_scls.cli.contexte import Lieux
from journal_scls.cli.main import executer as executer_commande
from journal_scls.cli.main import journal_scls
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.profil import Role
from journal_scls.domain.repertoire.lieux import Organisme, Tenure
from tests.e2e.commande import (
    FICHE,
    PHRASE,
    Commandes,
    Resultat,
    atelier_leger,
    creer_dossier,
    ecrire_csv,
    ecrire_lignes,
    ouvrir,
)

CREER = ("--role", "intervenant", "--code", "INT-01")
ANNEE = ("--du", "2025-01-01", "--au", "2025-12-31")
INCONNU = "01890000-0000-7000-8000-000000000000"
COLONNES_LISTEES = [
    "date", "duree_min", "milieu", "tenure", "organisme", "mrc", "categorie_immeuble", "volet",
    "activite", "categorie", "type_collectif", "clientele", "problematiques", "modalite",
    "nb_personnes", "references", "personne", "note", "id_externe", "id", "revision", "statut",
]  # fmt: skip


class TestCreer:
    def test_un_dossier_neuf_montre_son_code_une_fois(self, tmp_path, capsys, phrase):
        cli = Commandes(tmp_path / "a" / "b c é", capsys)
        sortie = (
            cli("creer", *CREER, "--employeur", "office", "--nom-affiche", "Léa").reussi().sortie
        )
        dit, code, garder = sortie.splitlines()
        assert dit == f"Dossier créé : {cli.dossier}"
        groupes = code.removeprefix("Code de secours : ").split("-")
        assert [len(groupe) for groupe in groupes] == [4] * 8
        assert "ne sera plus montré" in garder
        assert cli.lister() == []
        journal = ouvrir(cli.dossier)
        profil = journal.profil
        journal.fermer()
        assert (profil.code, profil.employeur_type, profil.nom_affiche) == (
            "INT-01",
            "OFFICE",
            "Léa",
        )

    def test_le_dossier_peut_venir_de_la_variable(self, tmp_path, capsys, phrase, monkeypatch):
        monkeypatch.setenv("JOURNAL_SCLS_DOSSIER", str(tmp_path / "d"))
        assert executer(["creer", *CREER]) == 0
        assert (tmp_path / "d" / "journal.db").exists()

    @pytest.mark.parametrize(
        ("options", "dit"),
        [
            ((*CREER[:2], "--code", "   "), "Il faut un code d'intervenant."),
            ((*CREER[:2], "--code", "x" * 121), "Il faut un code d'intervenant."),
            ((*CREER, "--employeur", "EPICERIE"), "n'est pas un genre d'employeur. Choisissez"),
            ((*CREER, "--nom-affiche", "x" * 121), "120 caractères"),
        ],
    )
    def test_un_profil_refuse_ne_laisse_rien(self, tmp_path, capsys, phrase, options, dit):
        Commandes(tmp_path / "d", capsys)("creer", *options).refuse(dit)
        assert not (tmp_path / "d").exists()

    def test_une_phrase_trop_courte_ne_laisse_aucun_journal(self, tmp_path, capsys, monkeypatch):
        monkeypatch.setenv("JOURNAL_SCLS_PHRASE", "court")
        Commandes(tmp_path / "d", capsys)("creer", *CREER).refuse("phrase de passe")
        assert not list(tmp_path.glob("d/*.db"))
        assert not (tmp_path / "d" / "vault.json").exists()

    def test_jamais_par_dessus_autre_chose(self, cli, tmp_path, capsys):
        cli("creer", *CREER).refuse("contient déjà un journal")
        (tmp_path / "photos").mkdir()
        (tmp_path / "photos" / "été.jpg").touch()
        Commandes(tmp_path / "photos", capsys)("creer", *CREER).refuse("contient déjà autre chose")
        assert [f.name for f in (tmp_path / "photos").iterdir() if f.suffix] == ["été.jpg"]
        (tmp_path / "fichier").touch()
        Commandes(tmp_path / "fichier", capsys)("creer", *CREER).refuse("est un fichier")


class TestDossier:
    @pytest.mark.parametrize("commande", ["lister", "verifier", "sauvegarde creer"])
    def test_sans_journal(self, tmp_path, capsys, phrase, commande):
        Commandes(tmp_path / "absent", capsys)(commande).refuse("Il n'y a pas de journal dans")
        assert not (tmp_path / "absent").exists()

    def test_un_fichier_au_lieu_d_un_dossier(self, tmp_path, capsys, phrase):
        (tmp_path / "fichier").touch()
        Commandes(tmp_path / "fichier", capsys)("lister").refuse()

    @pytest.mark.parametrize("manque", ["journal.db", "vault.json"])
    def test_un_dossier_incomplet(self, cli, dossier, manque):
        (dossier / manque).unlink()
        cli("lister").refuse(manque)
        assert not (dossier / manque).exists()

    @pytest.mark.parametrize("abime", ["journal.db", "vault.json"])
    def test_un_dossier_abime(self, cli, dossier, abime):
        octets = (dossier / abime).read_bytes()
        (dossier / abime).write_bytes(octets[: len(octets) // 2])
        cli("lister").refuse()
        assert len((dossier / abime).read_bytes()) == len(octets) // 2

    def test_deja_ouvert_ailleurs(self, cli, dossier):
        journal = ouvrir(dossier)
        try:
            cli("lister").refuse("est déjà ouvert dans une autre fenêtre")
        finally:
            journal.fermer()
        cli("lister").reussi()

    def test_un_chemin_avec_espaces_et_accents(self, dossier, tmp_path, capsys):
        ailleurs = Path(
            shutil.copytree(dossier, tmp_path / "Ma clé USB (été)" / "journal d'Éloïse")
        )
        Commandes(ailleurs, capsys)("lister").reussi()

    def test_un_nom_vide(self, capsys, phrase):
        assert executer(["lister", "--dossier", ""]) == 2
        assert "il faut un nom de fichier ou de dossier." in capsys.readouterr().err


class TestSaisir:
    def test_chaque_ligne_donne_son_identifiant(self, cli, saisir):
        ids = saisir(FICHE, {**FICHE, "note": "Deuxième"})
        assert [ligne["id"] for ligne in cli.lister()] == ids
        assert list(cli.lister()[0]) == COLONNES_LISTEES

    def test_ce_qui_est_saisi_est_ce_qui_se_liste(self, cli, saisir):
        fiche = {
            "date": "2025-03-14", "duree_min": 90, "milieu": "Les Érables", "tenure": "OH",
            "organisme": "Office de l'Été", "mrc": "Les Coteaux", "categorie_immeuble": "PA",
            "volet": "COLLECTIF", "activite": "FORMATION", "categorie": "C3",
            "type_collectif": "FORMATION_CONF", "clientele": "AINES",
            "problematiques": "ISOLEMENT|LOGEMENT", "modalite": "SUR_PLACE", "nb_personnes": 12,
            "references": "CISSS:SAPA:SIMPLE:FAITE|OC:BUDGET:INFO_REMISE:PROPOSEE",
            "personne": "P-1", "note": "Très bien.\nÀ suivre 🎉", "id_externe": "A-1",
        }  # fmt: skip
        [id_] = saisir(fiche)
        assert cli.lister() == [fiche | {"id": id_, "revision": 1, "statut": "FINALE"}]

    def test_des_listes_et_des_libelles(self, cli, saisir):
        saisir({**FICHE, "activite": "écoute", "problematiques": ["isolement", "Logement"],
                "references": ["CISSS", "OC:aide alimentaire"]})  # fmt: skip
        [ligne] = cli.lister()
        assert ligne["problematiques"] == "ISOLEMENT|LOGEMENT"
        assert (
            ligne["references"] == "CISSS:AUTRE:SIMPLE:INCONNU|OC:AIDE_ALIMENTAIRE:SIMPLE:INCONNU"
        )

    def test_une_ligne_fautive_n_arrete_pas_les_autres(self, cli, tmp_path):
        fichier = tmp_path / "s.jsonl"
        lignes = [FICHE, {**FICHE, "date": "2025-02-29"}, "texte", [1], {**FICHE, "note": "fin"}]
        fichier.write_text("\ufeff" + "\n\n".join(json.dumps(ligne) for ligne in lignes) + "\n{\n")
        lu = cli("saisir", "--json", fichier)
        assert lu.code == 1
        assert [objet["ligne"] for objet in lu.objets] == [1, 9]
        dites = lu.erreur.splitlines()
        assert [dite.split(" : ")[0] for dite in dites] == [
            "Ligne 3",
            "Ligne 5",
            "Ligne 7",
            "Ligne 10",
        ]
        assert "n'existe pas au calendrier" in dites[0]
        assert all("n'est pas un objet JSON" in dite for dite in dites[1:])
        assert len(cli.lister()) == 2

    @pytest.mark.parametrize(
        ("texte", "dit"),
        [
            ('{"date": "2025-03-14", "Date": "2025-03-15"}', "apparaît deux fois"),
            ('{"note": "a", "note": "b"}', "apparaît deux fois"),
            ('{"note": "\\ud800"}', "pas un objet JSON"),
            ("[" * 5_000, "pas un objet JSON"),
            ('{"duree_min": NaN}', "est vide"),
            ('{"references": [["CISSS"]]}', "illisible"),
            ('{"references": {"destination": "CISSS"}}', "illisible"),
            ('{"references": ' + "[" * 400 + "]" * 400 + "}", "illisible"),
            ('{"duree_min": ' + "9" * 5_000 + "}", "pas un objet JSON"),
        ],
    )
    def test_du_json_retors(self, cli, tmp_path, texte, dit):
        fichier = tmp_path / "s.jsonl"
        fichier.write_text(texte)
        cli("saisir", "--json", fichier).refuse(dit)

    def test_une_colonne_inconnue_se_dit(self, cli, tmp_path):
        fichier = ecrire_lignes(tmp_path / "s.jsonl", {**FICHE, "Durée min": 5})
        cli("saisir", "--json", fichier).refuse("apparaît deux fois")
        fichier = ecrire_lignes(tmp_path / "s.jsonl", {**FICHE, "Meteo": "neige"})
        lu = cli("saisir", "--json", fichier)
        assert (lu.code, lu.erreur) == (0, "Ligne 1 : colonnes ignorées : Meteo.\n")

    def test_une_cle_deja_prise_ne_laisse_pas_de_milieu_orphelin(
        self, cli, saisir, tmp_path, dossier
    ):
        saisir({**FICHE, "id_externe": "A-1"})
        encore = {**FICHE, "id_externe": "A-1", "milieu": "Milieu de trop", "tenure": "OH"}
        fichier = ecrire_lignes(tmp_path / "s.jsonl", encore)
        cli("saisir", "--json", fichier).refuse("est déjà au journal")
        journal = ouvrir(dossier)
        try:
            assert journal.repertoire.milieux() == ()
        finally:
            journal.fermer()

    def test_un_fichier_illisible(self, cli, tmp_path):
        cli("saisir", "--json", tmp_path / "absent").refuse("ne peut pas être lu")
        (tmp_path / "latin").write_bytes(b'{"note": "\xe9"}')
        cli("saisir", "--json", tmp_path / "latin").refuse("UTF-8")


class TestCorriger:
    def test_la_revision_monte_et_l_ancienne_reste(self, cli, saisir, tmp_path, dossier):
        [id_] = saisir({**FICHE, "note": "avant"})
        fichier = ecrire_lignes(tmp_path / "c.json", {"note": "après", "Durée min": "1h30"})
        sortie = cli("corriger", id_, "--json", fichier).reussi().sortie
        assert sortie == f"Intervention {id_} : révision 2.\n"
        [ligne] = cli.lister()
        assert (ligne["note"], ligne["duree_min"], ligne["statut"]) == ("après", 90, "RECTIFIEE")
        journal = ouvrir(dossier)
        try:
            notes = [r.contenu.note for r in journal.interventions.revisions(
                journal.lectures.lister(Filtre())[0].id)]  # fmt: skip
        finally:
            journal.fermer()
        assert notes == ["avant", "après"]

    @pytest.mark.parametrize(
        ("changements", "dit"),
        [
            ({"date": "2025-02-29"}, "n'existe pas au calendrier"),
            ({"couleur": "bleu"}, "« couleur » ne se corrige pas."),
            ({"id_externe": "B"}, "« id_externe » ne se corrige pas."),
            ({"clientele": ""}, "est vide"),
        ],
    )
    def test_une_correction_refusee_ne_change_rien(self, cli, saisir, tmp_path, changements, dit):
        [id_] = saisir(FICHE)
        cli("corriger", id_, "--json", ecrire_lignes(tmp_path / "c.json", changements)).refuse(dit)
        assert cli.lister()[0]["revision"] == 1

    def test_un_seul_objet(self, cli, saisir, tmp_path):
        [id_] = saisir(FICHE)
        for contenu in ("", "{}\n{}\n"):
            (tmp_path / "c.json").write_text(contenu)
            cli("corriger", id_, "--json", tmp_path / "c.json").refuse("un seul objet JSON")

    @pytest.mark.parametrize(
        ("id_", "dit"), [("12", "n'est pas un identifiant"), (INCONNU, "Aucune intervention")]
    )
    def test_un_mauvais_identifiant(self, cli, tmp_path, id_, dit):
        fichier = ecrire_lignes(tmp_path / "c.json", {"note": "x"})
        cli("corriger", id_, "--json", fichier).refuse(dit)
        cli("annuler", id_, "--raison", "doublon").refuse(dit)


class TestAnnuler:
    def test_annulee_une_fois(self, cli, saisir, tmp_path):
        [id_] = saisir(FICHE)
        assert cli("annuler", id_, "--raison", "doublon").reussi().sortie == (
            f"Intervention {id_} annulée.\n"
        )
        cli("annuler", id_, "--raison", "doublon").refuse("est déjà annulée")
        fichier = ecrire_lignes(tmp_path / "c.json", {"note": "x"})
        cli("corriger", id_, "--json", fichier).refuse("est annulée")
        assert cli.lister() == []
        assert "(annulée)" in cli("lister", "--annulees").reussi().sortie

    def test_sans_raison(self, cli, saisir):
        [id_] = saisir(FICHE)
        cli("annuler", id_, "--raison", " ").refuse("Il faut une raison")
        cli("annuler", id_).mal_utilise("Il manque l'option « --raison »")


class TestLister:
    def test_par_date_texte_et_milieu(self, cli, saisir):
        chez = {"milieu": "Les Érables", "tenure": "OH"}
        saisir(
            {**FICHE, "date": "2025-01-10", "note": "Café des aînés"},
            {**FICHE, **chez, "date": "2025-02-10", "note": "Fenêtre brisée"},
            {**FICHE, "date": "2025-03-10"},
        )
        assert [li["date"] for li in cli.lister("--du", "2025-02-01")] == [
            "2025-02-10",
            "2025-03-10",
        ]
        assert [li["date"] for li in cli.lister("--au", "2025-02-10")] == [
            "2025-01-10",
            "2025-02-10",
        ]
        assert [li["note"] for li in cli.lister("--texte", "AINES caf")] == ["Café des aînés"]
        assert [li["note"] for li in cli.lister("--milieu", "les erables")] == ["Fenêtre brisée"]
        assert cli.lister("--texte", 'rien" OR *') == []

    def test_a_l_ecran_une_ligne_par_intervention(self, cli, saisir):
        [une, autre] = saisir(
            {**FICHE, "milieu": "Les\tÉrables", "tenure": "OH", "duree_min": 95},
            {**FICHE, "date": "2025-03-15", "references": "CISSS|OC"},
        )
        lignes = cli("lister").reussi().sortie.splitlines()
        assert lignes == [
            f"2025-03-14     1 h 35  Les Érables  Écoute  {une}",
            f"2025-03-15     45 min  sans milieu  Écoute  2 réf.  {autre}",
        ]

    def test_une_periode_a_l_envers(self, cli):
        cli("lister", "--du", "2025-03-02", "--au", "2025-03-01").refuse("avant de commencer")


class TestReprendre:
    def test_la_forme_du_json(self, cli, tmp_path):
        fichier = ecrire_csv(tmp_path / "j.csv", [FICHE, {**FICHE, "date": "hier"}])
        lu = cli("reprendre", fichier, "--json")
        assert lu.code == 1
        assert {c: lu.json[c] for c in ("prises", "deja_la", "refusees")} == {
            "prises": 1, "deja_la": 0, "refusees": 1,
        }  # fmt: skip
        [refus] = lu.json["refus"]
        assert (refus["ligne"], refus["colonne"]) == (3, "date")
        assert set(refus) == {"ligne", "colonne", "raison"}

    def test_a_l_ecran(self, cli, tmp_path):
        collectif = {**FICHE, "volet": "COLLECTIF", "type_collectif": "ADL", "Météo": "neige"}
        fichier = ecrire_csv(tmp_path / "j.csv", [collectif, {**collectif, "duree_min": "5"}])
        assert cli("reprendre", fichier).reussi().sortie.splitlines() == [
            "2 prises, 0 déjà là, 0 refusée.",
            "Colonnes ignorées : Météo.",
            "Sans nombre de personnes, donc comptées pour 0 participation : 2 lignes.",
        ]

    def test_ce_qui_est_cite_ne_pilote_pas_le_terminal(self, cli, tmp_path):
        fichier = ecrire_csv(tmp_path / "j.csv", [{**FICHE, "activite": "\x1b[31m\x07\u202eBIDON"}])
        dit = cli("reprendre", fichier).erreur
        assert "BIDON" in dit
        assert not {"\x1b", "\x07", "\u202e"} & set(dit)
        retourne = {**FICHE, "tenure": "OH", "milieu": "Tour \u202esreine", "\u202eMétéo": "x"}
        sortie = cli("reprendre", ecrire_csv(tmp_path / "k.csv", [retourne])).reussi().sortie
        sortie += cli("lister").reussi().sortie
        assert "\ufffdMétéo" in sortie
        assert "Tour \ufffdsreine" in sortie
        assert "\u202e" not in sortie
        assert cli.lister()[0]["milieu"] == "Tour \u202esreine"

    def test_avec_refus_on_dit_ou_ils_sont(self, cli, tmp_path):
        rangees = [{**FICHE, "duree_min": "0"} for _ in range(30)]
        fichier, refus = ecrire_csv(tmp_path / "j.csv", rangees), tmp_path / "refus.csv"
        dites = cli("reprendre", fichier, "--refus", refus).erreur.splitlines()
        assert len(dites) == 21
        assert f"« {refus} »" in dites[-1]
        assert len(refus.read_text("utf-8-sig").splitlines()) == 31


class TestBilanEtResume:
    def test_le_bilan_en_fichier(self, cli, saisir, tmp_path):
        saisir(FICHE)
        for format_ in ("texte", "json", "csv"):
            sortie = tmp_path / f"bilan.{format_}"
            dit = cli("bilan", *ANNEE, "--format", format_, "--sortie", sortie).reussi().sortie
            assert dit == f"Bilan écrit : {sortie}\n"
            a_l_ecran = cli("bilan", *ANNEE, "--format", format_).reussi().sortie
            assert sortie.read_bytes().decode("utf-8-sig").strip() == a_l_ecran.strip()

    def test_le_bilan_json_a_la_forme_du_contrat(self, cli):
        bilan = cli.bilan()
        assert list(bilan)[:6] == ["periode", "filtres", "parametres", "vocabulaire", "compteurs",
                                   "indicateurs"]  # fmt: skip
        assert bilan["periode"] == {"du": "2025-01-01", "au": "2025-12-31"}
        assert bilan["parametres"] == {"milieu_dans_la_base": True, "masquage_k": None}
        assert bilan["vocabulaire"] == "2022"
        assert " ".join(bilan["compteurs"]) == (
            "interventions participations personnes_distinctes references minutes"
        )
        assert {"id", "libelle", "base", "n", "N", "part", "affiche"} <= set(
            bilan["indicateurs"][0]
        )
        voulus = "par_mois par_activite par_categorie par_organisme par_mrc par_problematique"
        assert {*voulus.split(), "references", "type_collectif"} <= set(bilan["tableaux"])

    def test_une_coordination_masque_sans_qu_on_le_demande(self, tmp_path, capsys, phrase):
        cli = Commandes(creer_dossier(tmp_path / "d", role=Role.COORDINATION), capsys)
        assert cli.bilan()["parametres"]["masquage_k"] == 5
        assert cli.bilan("--masquer", "8")["parametres"]["masquage_k"] == 8
        assert cli.bilan("--sans-masquage")["parametres"]["masquage_k"] is None

    @pytest.mark.parametrize(
        ("arguments", "dit"),
        [
            (("--masquer", "5", "--sans-masquage"), "se contredisent"),
            (("--masquer", "1"), "n'est pas un nombre d'au moins 3"),
            (("--masquer", "٣"), "n'est pas un nombre"),
            (("--masquer", "9" * 5_000), "n'est pas un nombre"),
            (("--format", "docx"), "choisissez parmi : texte, json, csv"),
        ],
    )
    def test_un_bilan_mal_demande(self, cli, arguments, dit):
        cli("bilan", *ANNEE, *arguments).mal_utilise(dit)

    def test_des_dates_impossibles(self, cli):
        cli("bilan", "--du", "2025-02-29", "--au", "2025-03-01").mal_utilise("« --du » : La date")
        cli("bilan", "--du", "2025-03-02", "--au", "2025-03-01").refuse("avant de commencer")

    def test_le_resume(self, cli, saisir, tmp_path):
        saisir(FICHE)
        sortie = tmp_path / "mars.pdf"
        assert cli("resume", "2025-03", "--sortie", sortie).reussi().sortie == (
            f"Résumé écrit : {sortie}\n"
        )
        assert sortie.read_bytes().startswith(b"%PDF-")
        cli("resume", "2025-13", "--sortie", sortie).mal_utilise("n'est pas un mois")

    def test_jamais_par_dessus_le_journal(self, cli, dossier, monkeypatch):
        for nom in ("journal.db", "vault.json", "verrou"):
            avant = (dossier / nom).read_bytes()
            cli("bilan", *ANNEE, "--sortie", dossier / nom).refuse("est un fichier du journal")
            cli("resume", "2025-03", "--sortie", dossier / "." / nom).refuse("fichier du journal")
            monkeypatch.chdir(dossier)
            cli("bilan", *ANNEE, "--sortie", nom).refuse("est un fichier du journal")
            assert (dossier / nom).read_bytes() == avant

    def test_une_sortie_impossible(self, cli, tmp_path):
        for sortie in (tmp_path / "absent" / "b.txt", tmp_path):
            cli("bilan", *ANNEE, "--sortie", sortie).refuse()


class TestSauvegarde:
    @pytest.fixture
    def copie(self, cli, saisir) -> Path:
        saisir({**FICHE, "note": "à garder"})
        dit = cli("sauvegarde creer").reussi().sortie
        return Path(dit.removeprefix("Sauvegarde faite et relue : ").strip())

    def test_creer_verifier_restaurer(self, cli, copie, saisir, tmp_path, capsys):
        dossier = cli.dossier
        assert copie.parent.parent == dossier
        assert stat.S_IMODE(copie.stat().st_mode) == 0o600
        assert all(c["ok"] for c in cli.json("sauvegarde verifier", copie))
        saisir({**FICHE, "note": "après la copie"})
        copie = Path(shutil.copy(copie, tmp_path))
        dit = cli("sauvegarde restaurer", copie).reussi().sortie.splitlines()
        assert dit[0] == f"Journal restauré dans : {dossier}"
        ancien = Path(dit[1].removeprefix("L'ancien journal est gardé dans : "))
        assert [ligne["note"] for ligne in cli.lister()] == ["à garder"]
        assert len(Commandes(ancien, capsys).lister()) == 2

    def test_restaurer_dans_un_dossier_neuf(self, copie, tmp_path, capsys):
        neuf = Commandes(tmp_path / "neuf", capsys)
        neuf("sauvegarde restaurer", copie).reussi()
        assert [ligne["note"] for ligne in neuf.lister()] == ["à garder"]

    def test_creer_ailleurs(self, cli, tmp_path):
        dit = cli("sauvegarde creer", "--sortie", tmp_path / "clé").reussi().sortie
        assert f"{tmp_path / 'clé'}/journal-" in dit

    def test_une_copie_abimee_se_voit_et_ne_se_restaure_pas(self, cli, copie, dossier):
        octets = bytearray(copie.read_bytes())
        octets[len(octets) // 2] ^= 1
        copie.write_bytes(octets)
        lu = cli("sauvegarde verifier", copie, "--json")
        assert lu.code == 1
        assert not all(c["ok"] for c in lu.json)
        cli("sauvegarde restaurer", copie).refuse()
        assert [ligne["note"] for ligne in cli.lister()] == ["à garder"]

    def test_un_fichier_qui_n_est_pas_une_copie(self, cli, tmp_path):
        (tmp_path / "x").write_text("bonjour")
        assert cli("sauvegarde verifier", tmp_path / "x").code == 1
        cli("sauvegarde restaurer", tmp_path / "x").refuse()
        cli("sauvegarde restaurer", tmp_path / "absent").refuse()


class TestVerifier:
    def test_la_forme_du_json(self, cli):
        controles = cli.json("verifier")
        assert all(set(c) == {"controle", "ok", "message"} for c in controles)
        assert all(c["ok"] is True and c["message"].endswith(".") for c in controles)
        noms = {c["controle"] for c in controles}
        assert {"chiffrement", "intégrité", "schéma", "droits", "polices"} <= noms

    def test_une_ligne_par_controle(self, cli):
        lignes = cli("verifier").reussi().sortie.splitlines()
        assert len(lignes) == len(cli.json("verifier"))
        assert all(ligne.startswith("OK     ") for ligne in lignes)

    def test_un_echec_se_dit(self, cli, dossier):
        (dossier / "journal.db").chmod(0o644)
        lu = cli("verifier")
        assert lu.code == 1
        assert [li.split()[1] for li in lu.sortie.splitlines() if li.startswith("ÉCHEC")] == [
            "droits"
        ]
        assert "1 contrôle en échec" in lu.erreur
        assert [c["controle"] for c in cli("verifier", "--json").json if not c["ok"]] == ["droits"]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demonstration, made the short way."""
    dossier = tmp_path_factory.mktemp("demo") / "dossier"
    journal, _ = atelier_leger().creer(
        dossier, profil_demonstration(date(2025, 6, 15)), "journal de démonstration"
    )
    journal.fermer()
    return dossier


class TestDemo:
    def test_sans_fenetre(self, demo, capsys, monkeypatch):
        # The passphrase of one's own journal, which the demonstration must neither use nor show.
        monkeypatch.setenv("JOURNAL_SCLS_PHRASE", PHRASE)
        cli = Commandes(demo, capsys)
        premiere = cli("demo", "--sans-fenetre").reussi().sortie
        assert cli("demo", "--sans-fenetre").reussi().sortie == premiere
        dossier, phrase, *documents = premiere.splitlines()
        assert dossier == f"Journal de démonstration : {demo}"
        assert phrase == "Phrase de passe : journal de démonstration"
        assert PHRASE not in premiere
        chemins = [Path(ligne.split(" : ", 1)[1]) for ligne in documents]
        assert [c.suffix for c in chemins] == [".pdf", ".txt", ".json", ".pdf"]
        assert all(c.parent == demo.parent and c.stat().st_size > 500 for c in chemins)
        assert "DÉMO" in chemins[1].read_text("utf-8-sig")
        assert json.loads(chemins[2].read_text())["compteurs"]["interventions"] > 100

    def test_une_region_faite_a_moitie_se_dit(self, tmp_path, capsys):
        atelier, dossier = atelier_leger(), tmp_path / "region"
        journal, _ = atelier.creer(dossier, profil_region(atelier), "journal de démonstration")
        organisme = Organisme(id=nouvel_identifiant(), nom="À moitié (DÉMO)", tenure=Tenure.OH)
        journal.repertoire.enregistrer(organismes=[organisme])
        journal.fermer()
        cli = Commandes(dossier, capsys)
        cli("demo", "--role", "coordination", "--sans-fenetre").refuse("jusqu'au bout")

    def test_un_vrai_journal_n_est_pas_touche(self, cli, dossier, tmp_path):
        (tmp_path / "p").write_text(PHRASE)
        cli("demo", "--sans-fenetre", "--phrase-fichier", tmp_path / "p").refuse("un vrai journal")
        cli("demo", "--sans-fenetre").refuse("ne convient pas")
        assert cli.lister() == []
        assert not list(tmp_path.glob("*DEMO*"))


class TestMauvaisUsage:
    @pytest.mark.parametrize(
        ("arguments", "dit"),
        [
            (("--bidon",), "L'option « --bidon » n'existe pas."),
            (("bidon",), "La commande « bidon » n'existe pas."),
            (("lister", "--bidon"), "L'option « --bidon » n'existe pas."),
            (("lister", "extra"), "« extra » est de trop."),
            (("lister", "--json=3"), "« --json » ne prend pas de valeur."),
            (("lister", "--du"), "« --du » demande une valeur."),
            (("lister", "--du", "hier"), "L'option « --du » : « hier » n'est pas une date."),
            (("reprendre",), "Il manque l'argument « FICHIER »."),
            (("reprendre", ""), "il faut un nom de fichier ou de dossier."),
            (("resume", "2025-03"), "Il manque l'option « --sortie »."),
            (("creer", "--code", "A"), "Il manque l'option « --role »."),
            (
                ("creer", "--code", "A", "--role", "chef"),
                "choisissez parmi : intervenant, coordination",
            ),
            (("creer", *CREER[:2], "--code", "\udcff"), "caractères illisibles"),
            (("sauvegarde",), "Il manque une commande : creer, verifier, restaurer."),
            (("sauvegarde", "bidon"), "La commande « bidon » n'existe pas."),
            (("lister", "--phrase", "x"), "L'option « --phrase » n'existe pas."),
        ],
    )
    def test_une_phrase_et_le_code_2(self, capsys, arguments, dit):
        lu = Resultat(executer(arguments), *capsys.readouterr())
        assert lu.mal_utilise(dit).endswith("Voyez --help.")

    def test_aucune_option_ne_prend_la_phrase_de_passe(self):
        prenant = {
            opt
            for commande in toutes(journal_scls)
            for parametre in commande.params
            for opt in parametre.opts
            if "phrase" in opt or "passe" in opt
        }
        assert prenant == {"--phrase-fichier"}


def toutes(groupe):
    for commande in groupe.commands.values():
        yield commande
        if hasattr(commande, "commands"):
            yield from toutes(commande)


class TestAide:
    PAGES = (
        "demo, creer, reprendre, saisir, corriger, annuler, lister, bilan, resume, sauvegarde, "
        "sauvegarde creer, sauvegarde verifier, sauvegarde restaurer, verifier"
    )
    ANGLAIS = ("Usage", "PATH", "TEXT ", "COMMAND ", "ARGS", "Options:", "Commands", "Show this",
               "required", "default", "INTEGER", "FILENAME", "Error", "Try ")  # fmt: skip

    @pytest.fixture(params=["", *PAGES.split(", ")])
    def page(self, request, capsys):
        assert executer([*request.param.split(), "--help"]) == 0
        return capsys.readouterr().out

    def test_chaque_page_est_en_francais(self, page):
        assert not [mot for mot in self.ANGLAIS if mot in page]
        assert page.startswith("Utilisation\u00a0: journal-scls")
        assert "Options\u00a0:\n" in page
        assert "Montre cette aide" in page

    def test_la_page_d_accueil_nomme_chaque_commande(self, capsys):
        executer(["--help"])
        page = capsys.readouterr().out
        assert "COMMANDE [ARGUMENTS]..." in page
        for commande in ("demo", "creer", "reprendre", "bilan", "resume", "lister", "saisir",
                         "corriger", "annuler", "sauvegarde", "verifier"):  # fmt: skip
            assert f"\n  {commande} " in page

    def test_l_obligatoire_est_dit(self, capsys):
        executer(["bilan", "--help"])
        assert "Premier jour.  [obligatoire]" in capsys.readouterr().out

    def test_la_version(self, capsys):
        assert executer(["--version"]) == 0
        assert capsys.readouterr().out == "Journal SCLS 0.1.0\n"


class EnPanne:
    """A part of the product with a bug, whose message holds what somebody wrote."""

    SECRET = "Élise Ménard, logement 112"

    def __getattr__(self, nom):
        raise RuntimeError(self.SECRET)


class TestPanne:
    @pytest.fixture
    def en_panne(self, capsys, tmp_path, monkeypatch):
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporaire"))
        (tmp_path / "temporaire").mkdir()

        def lancer(*arguments: object, **parties: object) -> Resultat:
            def fabrique():
                return replace(creer_atelier(), **(parties or {"documents": EnPanne()}))

            lieux = Lieux(tmp_path / "defaut", tmp_path / "demo")
            code = executer_commande(fabrique, lieux, lambda *_: 0, [str(a) for a in arguments])
            return Resultat(code, *capsys.readouterr())

        return lancer

    def test_une_phrase_et_un_rapport_sans_contenu(self, en_panne, dossier):
        lu = en_panne("bilan", "--dossier", dossier, *ANNEE)
        dit = lu.refuse("Quelque chose a mal tourné")
        [rapport] = dossier.glob("rapport-*.txt")
        assert str(rapport) in dit
        assert stat.S_IMODE(rapport.stat().st_mode) == 0o600
        texte = rapport.read_text()
        assert "builtins.RuntimeError" in texte
        assert "  cli/rapports.py:" in texte
        assert f"Python {sys.version.split()[0]}" in texte
        for mot in ("Élise", "112", "bilan --", str(dossier), str(Path.cwd())):
            assert mot not in texte
        assert EnPanne.SECRET not in lu.erreur

    def test_le_journal_reste_utilisable(self, en_panne, dossier, cli):
        en_panne("bilan", "--dossier", dossier, *ANNEE).refuse()
        cli("lister").reussi()
        assert all(c["ok"] for c in cli.json("verifier"))

    def test_sans_dossier_le_rapport_va_dans_le_temporaire(self, en_panne, tmp_path, phrase):
        (vide := tmp_path / "vide").mkdir()
        for neuf in (tmp_path / "neuf", vide):
            en_panne("creer", "--dossier", neuf, *CREER, dossiers=EnPanne()).refuse("mal tourné")
        assert len(list((tmp_path / "temporaire").glob("rapport-*.txt"))) == 2
        assert not (tmp_path / "neuf").exists()
        assert list(vide.iterdir()) == []

    def test_sans_place_pour_le_rapport_la_phrase_reste(self, en_panne, tmp_path, phrase):
        (tmp_path / "temporaire").rmdir()
        dit = en_panne("creer", "--dossier", tmp_path / "neuf", *CREER, dossiers=EnPanne()).refuse()
        assert "rapport" not in dit

    def test_un_interpreteur_sans_horloge_n_y_change_rien(self, en_panne, dossier):
        """Even what makes the workshop may be at fault."""
        lu = en_panne("lister", "--dossier", dossier, horloge_inconnue=HorlogeSysteme())
        lu.refuse("Quelque chose a mal tourné")
