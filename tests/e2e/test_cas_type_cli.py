"""The worked case and the six traps of domain.md section 5, each through the commands."""

import csv
import io
import re
from functools import cache
from pathlib import Path

import pytest

from journal_scls.domain.chiffres.faits import Fait
from tests.e2e import cas_type
from tests.e2e.commande import FICHE, Commandes, ecrire_csv, processus

ANNEE = ("--du", "2025-01-01", "--au", "2025-12-31")
COLLECTIF = {**FICHE, "volet": "COLLECTIF", "activite": "ANIM_LOISIR", "type_collectif": "ADL"}


@pytest.fixture(scope="module")
def repris(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The worked case in a dossier made by the command, and the file it came from."""
    place = tmp_path_factory.mktemp("cas-type")
    dossier, journal = place / "dossier", cas_type.ecrire(place / "journal.csv")
    creation = processus("creer", "--dossier", dossier, "--role", "intervenant", "--code", "INT-01")
    assert creation.reussi().sortie.startswith(f"Dossier créé : {dossier}\nCode de secours : ")
    lu = processus("reprendre", "--dossier", dossier, journal, "--json").reussi().json
    assert (lu["prises"], lu["deja_la"], lu["refusees"]) == (10_000, 0, 0)
    assert lu["refus"] == lu["colonnes_ignorees"] == []
    return dossier, journal


@pytest.fixture
def cas(repris: tuple[Path, Path], capsys: pytest.CaptureFixture[str], phrase: str) -> Commandes:
    """The commands on it; no test changes it."""
    return Commandes(repris[0], capsys)


@cache
def les_faits() -> tuple[Fait, ...]:
    return tuple(cas_type.faits())


def filtrees(**voulus: str) -> dict[str, tuple[int, int]]:
    """The shares of the lines that hold these values, counted by hand from the file."""
    faits = [
        f
        for f in les_faits()
        if all(getattr(f, champ) == valeur for champ, valeur in voulus.items())
    ]
    references = [r for f in faits for r in f.references]
    collectives = [f for f in faits if f.volet == "COLLECTIF"]
    return {
        "J01": (sum(f.tenure == "OH" for f in faits), len(faits)),
        "J04": (sum(f.clientele in ("JEUNES", "FAMILLES") for f in faits), len(faits)),
        "J05": (sum(bool(f.references) for f in faits), len(faits)),
        "J06": (sum(r.destination == "CISSS" for r in references), len(references)),
        "J12": (len(collectives), len(faits)),
        "J14": (sum(f.type_collectif == "ADL" for f in collectives), len(collectives)),
    }


class TestCasType:
    def test_les_chiffres_publies(self, cas):
        lus = cas.indicateurs()
        assert {id_: lus[id_] for id_ in cas_type.ATTENDUS} == cas_type.ATTENDUS

    def test_les_quatre_compteurs_restent_separes(self, cas):
        faits = les_faits()
        assert cas.bilan()["compteurs"] == {
            "interventions": 10_000,
            "participations": sum(f.nb_personnes for f in faits),
            "personnes_distinctes": len({f.personne for f in faits if f.personne}),
            "references": 2_000,
            "minutes": sum(f.duree_min for f in faits),
        }

    def test_le_meme_fichier_encore(self, cas, repris):
        lu = cas.json("reprendre", repris[1])
        assert (lu["prises"], lu["deja_la"], lu["refusees"]) == (0, 10_000, 0)

    def test_le_meme_fichier_trie_autrement(self, cas, repris, tmp_path):
        lignes = repris[1].read_text("utf-8-sig")
        table = list(csv.reader(io.StringIO(lignes), delimiter=";"))
        colonnes = [*range(1, len(table[0])), 0]
        autre = tmp_path / "journal.csv"
        with autre.open("w", encoding="utf-8", newline="") as fichier:
            sortie = csv.writer(fichier, delimiter="\t")
            for ligne in (table[0], *reversed(table[1:])):
                sortie.writerow([ligne[c] for c in colonnes])
        assert cas.json("reprendre", autre)["deja_la"] == 10_000

    def test_tout_se_liste(self, cas):
        lignes = cas.lister()
        assert len(lignes) == len({ligne["id"] for ligne in lignes}) == 10_000
        assert lignes == sorted(lignes, key=lambda ligne: ligne["date"])
        notes = [ligne["note"] for ligne in cas_type.lignes()]
        faits = zip(les_faits(), notes, strict=True)
        assert sorted((f.date, f.duree_min, f.milieu, note) for f, note in faits) == sorted(
            (li["date"], li["duree_min"], li["milieu"], li["note"]) for li in lignes
        )

    def test_le_texte_et_le_csv_disent_les_memes_chiffres(self, cas):
        texte = cas("bilan", *ANNEE).reussi().sortie
        lignes = csv.DictReader(
            io.StringIO(cas("bilan", *ANNEE, "--format", "csv").reussi().sortie), delimiter=";"
        )
        lues = {li["id"]: li for li in lignes if li["section"] == "indicateurs"}
        for id_, (n, total, affiche) in cas_type.ATTENDUS.items():
            assert (lues[id_]["n"], lues[id_]["N"], lues[id_]["affiche"]) == (
                str(n),
                str(total),
                affiche,
            )
            assert affiche in _ligne_de(texte, id_)

    @pytest.mark.parametrize(
        ("option", "valeur", "voulu"),
        [
            ("--mrc", "les coteaux", {"mrc": "Les Coteaux"}),
            (
                "--organisme",
                "Office d'habitation de Beaucours",
                {"organisme": "Office d'habitation de Beaucours"},
            ),
            ("--tenure", "coop", {"tenure": "COOP"}),
        ],
    )
    def test_un_filtre_compte_ses_lignes(self, cas, option, valeur, voulu):
        lus = cas.indicateurs(option, valeur)
        attendus = filtrees(**voulu)
        assert {id_: lus[id_][:2] for id_ in attendus} == attendus
        assert 0 < attendus["J01"][1] < 10_000

    def test_les_filtres_se_croisent_et_s_impriment(self, cas):
        bilan = cas.bilan("--tenure", "OH", "--mrc", "La Vallée")
        attendu = filtrees(tenure="OH", mrc="La Vallée")["J05"]
        lu = next(i for i in bilan["indicateurs"] if i["id"] == "J05")
        assert (lu["n"], lu["N"]) == attendu
        assert bilan["filtres"] == {"tenure": "OH", "mrc": "La Vallée"}

    def test_sans_la_concertation_les_bases_diminuent(self, cas):
        bilan = cas.bilan("--sans-milieu-concertation")
        lus = {i["id"]: i for i in bilan["indicateurs"]}
        faits = [f for f in les_faits() if f.volet != "MILIEU"]
        assert (lus["J01"]["n"], lus["J01"]["N"]) == (sum(f.tenure == "OH" for f in faits), 9_600)
        assert lus["J12"]["N"] == 9_600
        assert lus["J06"]["N"] == 2_000
        assert "sans le volet Milieu" in lus["J01"]["base"]
        assert bilan["parametres"]["milieu_dans_la_base"] is False
        assert bilan["compteurs"]["interventions"] == 10_000

    def test_masquer_cache_les_petits_nombres(self, cas):
        bilan = cas.bilan("--masquer", "300")
        lus = {i["id"]: i for i in bilan["indicateurs"]}
        assert (lus["J07"]["n"], lus["J07"]["affiche"]) == (None, "< 300")
        assert lus["J06"]["n"] == 920
        assert bilan["parametres"]["masquage_k"] == 300

    def test_un_filtre_sans_reponse_se_dit(self, cas):
        lu = cas("bilan", *ANNEE, "--organisme", "Office de nulle part", "--format", "json")
        assert lu.code == 0
        assert "Aucune intervention de la période" in lu.erreur
        assert {i["affiche"] for i in lu.json["indicateurs"]} == {"s. o."}

    def test_une_tenure_inconnue_est_refusee(self, cas):
        cas("bilan", *ANNEE, "--tenure", "HLM").refuse("« HLM » n'est pas une tenure. Choisissez")


def _ligne_de(texte: str, id_: str) -> str:
    """The line of an indicator, and those it goes on."""
    [bloc] = re.findall(rf"^ *{id_} .*?(?=^ *J\d|^$)", texte, re.MULTILINE | re.DOTALL)
    return str(bloc)


class TestLesSixPieges:
    """Each on a journal small enough to be counted by hand."""

    def test_deux_references_dans_une_intervention(self, cli, saisir):
        saisir(
            {**FICHE, "references": "CISSS:SANTE_MENTALE|OC:AIDE_ALIMENTAIRE:ACCOMPAGNEE:FAITE"},
            FICHE,
        )
        lus = cli.indicateurs()
        assert lus["J05"][:2] == (1, 2)
        assert lus["J06"][:2] == lus["J09"][:2] == (1, 2)
        assert lus["J07"][:2] == (1, 1)
        assert cli.bilan()["compteurs"]["references"] == 2

    def test_un_immeuble_qui_change_d_office(self, cli, saisir, tmp_path):
        rangee = {**FICHE, "milieu": "Les Érables", "tenure": "OH", "mrc": "Les Coteaux"}
        avant = {**rangee, "date": "2025-02-10", "organisme": "Office A"}
        apres = {**rangee, "date": "2025-06-10", "organisme": "Office B"}
        fichier = ecrire_csv(tmp_path / "j.csv", [avant, apres, {**apres, "date": "2025-07-02"}])
        assert cli.json("reprendre", fichier)["prises"] == 3
        # The row of a later entry names the building alone: its owner is the one of its date.
        sans_office = {**FICHE, "milieu": "les erables", "tenure": ""}
        saisir({**sans_office, "date": "2025-03-01"}, {**sans_office, "date": "2025-08-01"})
        assert cli.bilan("--organisme", "Office A")["compteurs"]["interventions"] == 2
        assert cli.bilan("--organisme", "office b")["compteurs"]["interventions"] == 3
        assert cli.bilan()["compteurs"]["interventions"] == 5

    def test_une_date_corrigee_change_d_office(self, cli, saisir, corriger, tmp_path):
        rangee = {**FICHE, "milieu": "Les Érables", "tenure": "OH"}
        fichier = ecrire_csv(
            tmp_path / "j.csv",
            [
                {**rangee, "date": "2025-02-10", "organisme": "Office A"},
                {**rangee, "date": "2025-06-10", "organisme": "Office B"},
            ],
        )
        cli.json("reprendre", fichier)
        [id_] = saisir({**FICHE, "milieu": "Les Érables", "tenure": "", "date": "2025-07-01"})
        corriger(id_, date="2025-02-20")
        [ligne] = [li for li in cli.lister() if li["id"] == id_]
        assert (ligne["organisme"], ligne["date"], ligne["revision"]) == (
            "Office A",
            "2025-02-20",
            2,
        )

    def test_une_action_collective_de_30_participants_sans_reference(self, cli, saisir):
        saisir({**COLLECTIF, "nb_personnes": 30}, {**FICHE, "references": "OC:BUDGET"})
        lus = cli.indicateurs()
        assert lus["J12"][:2] == (1, 2)
        assert lus["J12b"][:2] == (30, 31)
        assert lus["J05"][:2] == (1, 2)
        assert lus["J05b"][:2] == (1, 1)

    def test_sans_milieu(self, cli, saisir):
        saisir(FICHE, {**FICHE, "tenure": "OH", "milieu": "Les Pins", "mrc": "La Vallée"})
        lus = cli.indicateurs()
        assert lus["J01"][:2] == lus["J03r"][:2] == (1, 2)
        assert cli.bilan("--mrc", "La Vallée")["compteurs"]["interventions"] == 1
        sans, avec = sorted(cli.lister(), key=lambda ligne: ligne["milieu"])
        assert (sans["milieu"], sans["tenure"], sans["mrc"]) == ("", "SANS_MILIEU", "")
        assert avec["milieu"] == "Les Pins"

    def test_une_intervention_rectifiee_compte_une_fois(self, cli, saisir, corriger):
        [id_] = saisir({**FICHE, "references": "CISSS:SAPA"})
        corriger(id_, references="OC:BUDGET", duree_min="1h30")
        corriger(id_, note="Rappel fait.")
        compteurs = cli.bilan()["compteurs"]
        assert (compteurs["interventions"], compteurs["references"]) == (1, 1)
        assert compteurs["minutes"] == 90
        assert cli.indicateurs()["J06"][:2] == (0, 1)
        [ligne] = cli.lister()
        assert (ligne["id"], ligne["revision"], ligne["statut"]) == (id_, 3, "RECTIFIEE")

    def test_aucune_reference_vers_un_organisme_communautaire(self, cli, saisir):
        saisir({**FICHE, "references": "CISSS:SAPA"})
        lus = cli.indicateurs()
        assert lus["J09"] == (0, 1, "0 % (0/1 référence), petit effectif")
        assert lus["J10"] == lus["J11"] == (0, 0, "s. o.")
        bilan = {i["id"]: i for i in cli.bilan()["indicateurs"]}
        assert bilan["J10"]["part"] is None

    def test_une_intervention_annulee_ne_compte_plus(self, cli, saisir):
        [annulee, _] = saisir({**FICHE, "references": "CISSS:SAPA"}, FICHE)
        cli("annuler", annulee, "--raison", "Saisie deux fois").reussi()
        compteurs = cli.bilan()["compteurs"]
        assert (compteurs["interventions"], compteurs["references"]) == (1, 0)
        assert len(cli.lister()) == 1
        [ligne] = [li for li in cli.lister("--annulees") if li["statut"] == "ANNULEE"]
        assert (ligne["id"], ligne["revision"]) == (annulee, 2)

    def test_un_journal_vide_ne_dit_jamais_zero_pour_cent(self, cli):
        assert {affiche for *_, affiche in cli.indicateurs().values()} == {"s. o."}
