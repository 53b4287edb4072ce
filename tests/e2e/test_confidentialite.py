"""What was written about people is nowhere in clear: dossier, copies, logs, temporary folder."""

import base64
import os
import stat
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.commande import (
    FICHE,
    PHRASE,
    Commandes,
    creer_dossier,
    ecrire_csv,
    ecrire_lignes,
    environnement,
    processus,
)

PRECHARGEES = [str(f) for m in ("", "*/") for f in Path("/usr/lib").glob(f"{m}libsqlite3.so.0")]
CANARI = "Élise Canarï-Ménard"
LONGUE = f"{CANARI} a parlé de sa sœur, à l’étage. " * 30
ANNEE = ("--du", "2025-01-01", "--au", "2025-12-31")
CREER = ("--role", "intervenant", "--code", "INT-01")

# Everything that can hold words, at the loudest level of every log, then a bug about a note.
PILOTE = """
import json, logging, sys, time
from dataclasses import replace
from datetime import date
from pathlib import Path
from journal_scls.application.lectures import Filtre
logging.basicConfig(level=logging.DEBUG, stream=sys.stderr)
logging.getLogger("sqlalchemy.engine").debug("inaudible")
logging.debug("tout se dit")
from journal_scls.application.ports_dossiers import Secret
from journal_scls.bootstrap import creer_atelier, executer
from journal_scls.paths import dossier_par_defaut
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.repertoire.partenaires import Projet
from tests.fabriques import contenu
dossier, journal_csv, saisie, canari, longue = sys.argv[1:]
lieu = ("--dossier", dossier)
def faire(*arguments, attendu=0):
    code = executer([*arguments[:1], *lieu, *arguments[1:]])
    assert code == attendu, (arguments, code)
faire("saisir", "--json", saisie)
faire("reprendre", journal_csv, attendu=1)
faire("bilan", "--du", "2025-01-01", "--au", "2025-12-31")
executer(["sauvegarde", "creer", *lieu])
faire("verifier")
class Bogue:
    def __getattr__(self, nom):
        raise RuntimeError(longue)
from journal_scls.cli.contexte import Lieux
from journal_scls.cli.main import executer as executer_commande
def en_panne():
    return replace(creer_atelier(), documents=Bogue())
code = executer_commande(en_panne, Lieux(Path(dossier), Path(dossier)), None,
                         ["resume", "2025-03", "--sortie", "r.pdf", *lieu])
assert code == 1, code
journal = creer_atelier().ouvrir(Path(dossier), Secret(phrase=sys.stdin.readline().strip()))
journal.repertoire.enregistrer(
    projets=[Projet(id=nouvel_identifiant(), code="L_PROJET", titre=canari, objectif=canari)])
journal.interventions.saisir(contenu(
    date_intervention=date(2025, 3, 14), note=longue, fait_marquant=canari, personne=canari,
    suivi=canari, source_financement=canari, projet="L_PROJET"))
journal.interventions.garder_brouillon({"note": longue})
assert len(journal.lectures.lister(Filtre(texte=canari))) == 3
print("PRET", flush=True)
time.sleep(60)
"""


def formes(texte: str) -> Iterator[bytes]:
    """How a text may hide in a file."""
    for lu in (texte, unicodedata.normalize("NFD", texte), texte.casefold(), texte.upper()):
        for encodage in ("utf-8", "utf-16-le", "utf-16-be", "latin-1"):
            yield lu.encode(encodage, "ignore")
    yield ascii(texte)[1:-1].encode()
    yield base64.b64encode(texte.encode())[:-4]


def trouvees(racine: Path, *textes: str) -> list[tuple[str, bytes]]:
    """The files under a folder that hold one of these texts, in any form."""
    fichiers = [f for f in racine.rglob("*") if f.is_file()]
    return [
        (str(f.relative_to(racine)), forme)
        for f in fichiers
        for texte in textes
        for forme in formes(texte)
        if forme in f.read_bytes()
    ]


@pytest.fixture(scope="module")
def apres(tmp_path_factory):
    """A life of a journal, cut by kill -9 while it was open: its log is still on the disk."""
    racine = tmp_path_factory.mktemp("canari")
    entree = tmp_path_factory.mktemp("entree")
    dossier = creer_dossier(racine / "dossier")
    for nom in ("tmp", "maison"):
        (racine / nom).mkdir(mode=0o700)
    saisie = ecrire_lignes(
        entree / "s.jsonl", {**FICHE, "note": LONGUE, "personne": CANARI, "id_externe": CANARI}
    )
    repris = ecrire_csv(
        entree / "j.csv",
        [{**FICHE, "note": CANARI}, {**FICHE, "date": "2025-02-29", "note": LONGUE}],
    )
    env = environnement(
        TMPDIR=str(racine / "tmp"),
        HOME=str(racine / "maison"),
        PYTHONASYNCIODEBUG="1",
        PYTHONDEVMODE="1",
        PYTHONPATH=str(Path.cwd()),
    )
    with (entree / "stderr").open("wb") as stderr:
        enfant = subprocess.Popen(
            [sys.executable, "-c", PILOTE, dossier, repris, saisie, CANARI, LONGUE],
            env=env,
            cwd=racine / "tmp",
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
        )
    with enfant:
        assert enfant.stdin is not None
        assert enfant.stdout is not None
        try:
            enfant.stdin.write(f"{PHRASE}\n".encode())
            enfant.stdin.flush()
            sortie = b""
            while b"PRET" not in sortie and (ligne := enfant.stdout.readline()):
                sortie += ligne
        finally:
            enfant.kill()
    dit = (entree / "stderr").read_text()
    assert b"PRET" in sortie, dit
    return racine, sortie.decode(), dit


class TestCanari:
    def test_le_pilote_a_vraiment_tout_fait(self, apres):
        racine, sortie, dit = apres
        assert (racine / "dossier" / "journal.db-wal").stat().st_size > 0
        assert "1 prise, 0 déjà là, 1 refusée." in sortie
        assert "DEBUG:root:tout se dit" in dit
        assert "Quelque chose a mal tourné" in dit
        assert list((racine / "dossier" / "sauvegardes").glob("journal-*"))

    def test_aucun_fichier_ne_contient_la_note(self, apres):
        racine, *_ = apres
        mots = (CANARI, "Canarï", "a parlé de sa sœur")
        assert trouvees(racine, *mots) == []

    def test_ni_l_ecran_ni_le_journal_de_bogues(self, apres):
        _, sortie, dit = apres
        for mot in ("Canar", "Ménard", "parlé de sa"):
            assert mot not in sortie
            assert mot not in dit

    def test_ni_la_phrase_de_passe(self, apres):
        racine, sortie, dit = apres
        assert trouvees(racine, PHRASE) == []
        assert PHRASE not in sortie + dit

    def test_le_rapport_de_panne_dit_ou_et_jamais_quoi(self, apres):
        racine, _, dit = apres
        [rapport] = (racine / "dossier").glob("rapport-*.txt")
        assert str(rapport) in dit
        texte = rapport.read_text()
        assert "builtins.RuntimeError" in texte
        assert "cli/rapports.py" in texte
        assert stat.S_IMODE(rapport.stat().st_mode) == 0o600

    def test_rien_ne_reste_dans_le_dossier_temporaire_ni_la_maison(self, apres):
        racine, *_ = apres
        assert list((racine / "tmp").iterdir()) == []
        assert [f for f in (racine / "maison").rglob("*") if f.is_file()] == []

    def test_la_recherche_aurait_vu_le_canari(self, tmp_path):
        """The search itself is proved: in clear, in UTF-16, decomposed, escaped."""
        (tmp_path / "a").write_text(f"avant {CANARI} après")
        (tmp_path / "b").write_text(CANARI, "utf-16-le")
        (tmp_path / "c").write_text(unicodedata.normalize("NFD", CANARI))
        (tmp_path / "d").write_text(ascii(CANARI))
        assert {nom for nom, _ in trouvees(tmp_path, CANARI)} == {"a", "b", "c", "d"}


class TestFichiers:
    def test_l_entete_de_la_base(self, dossier):
        octets = (dossier / "journal.db").read_bytes()
        assert octets[:16] != b"SQLite format 3\0"
        for clair in (b"SQLite", b"CREATE TABLE", b"intervention", b"INT-01"):
            assert clair not in octets

    @pytest.fixture
    def sans_umask(self):
        avant = os.umask(0)
        yield
        os.umask(avant)

    def test_tout_est_a_la_personne_seule(self, tmp_path, capsys, phrase, sans_umask):
        dossier, bilan = tmp_path / "neuf" / "dossier", tmp_path / "bilan.csv"
        cli = Commandes(dossier, capsys)
        cli("creer", *CREER).reussi()
        cli("saisir", "--json", ecrire_lignes(tmp_path / "s.jsonl", FICHE)).reussi()
        cli("sauvegarde creer").reussi()
        cli("bilan", *ANNEE, "--format", "csv", "--sortie", bilan).reussi()
        assert stat.S_IMODE(bilan.stat().st_mode) == 0o600
        places = [dossier.parent, dossier, *dossier.rglob("*")]
        modes = {str(p): stat.S_IMODE(p.stat().st_mode) for p in places}
        assert len(modes) >= 7
        assert modes == {str(p): 0o700 if p.is_dir() else 0o600 for p in places}


@pytest.mark.skipif(not PRECHARGEES, reason="no libsqlite3.so.0 on this machine")
class TestSansChiffrement:
    """A plain SQLite loaded first would write the notes in clear, without any error."""

    @pytest.mark.parametrize(
        "commande",
        [
            ("lister",),
            ("saisir", "--json", "s.jsonl"),
        ],
    )
    def test_un_journal_reste_ferme_et_intact(self, dossier, tmp_path, commande):
        ecrire_lignes(tmp_path / "s.jsonl", FICHE)
        avant = {f.name: f.read_bytes() for f in dossier.iterdir()}
        env = environnement(LD_PRELOAD=PRECHARGEES[0])
        lu = processus(*commande, "--dossier", dossier, env=env, cwd=tmp_path)
        lu.refuse("Le chiffrement n'est pas disponible")
        assert "Rien n'a été écrit." in lu.erreur
        assert lu.sortie == ""
        assert {f.name: f.read_bytes() for f in dossier.iterdir()} == avant

    def test_aucun_journal_ne_se_cree(self, tmp_path, capsys, phrase):
        dossier = tmp_path / "neuf"
        env = environnement(LD_PRELOAD=PRECHARGEES[0])
        lu = processus("creer", "--dossier", dossier, *CREER, env=env)
        lu.refuse("Le chiffrement n'est pas disponible")
        assert "Code de secours" not in lu.sortie
        assert not list(dossier.glob("journal.db*"))
        Commandes(dossier, capsys)("creer", *CREER).reussi()


class TestPhraseDePasse:
    @pytest.fixture
    def sans_variable(self, monkeypatch):
        monkeypatch.delenv("JOURNAL_SCLS_PHRASE")

    def test_une_mauvaise_phrase(self, cli, monkeypatch):
        monkeypatch.setenv("JOURNAL_SCLS_PHRASE", "une autre phrase")
        dit = cli("lister").refuse("La phrase de passe ne convient pas.")
        assert "une autre phrase" not in dit

    @pytest.mark.parametrize(
        "octets",
        [
            PHRASE.encode(),
            b"\xef\xbb\xbf" + PHRASE.encode() + b"\r\n",
            PHRASE.encode() + b"\nune note en dessous\n",
            unicodedata.normalize("NFD", PHRASE).encode() + b"\n",
        ],
    )
    def test_un_fichier_de_phrase(self, cli, tmp_path, sans_variable, octets):
        fichier = tmp_path / "phrase.txt"
        fichier.write_bytes(octets)
        cli("lister", "--phrase-fichier", fichier).reussi()

    def test_le_fichier_l_emporte_sur_la_variable(self, cli, tmp_path, monkeypatch):
        monkeypatch.setenv("JOURNAL_SCLS_PHRASE", "une autre phrase")
        (tmp_path / "p").write_text(PHRASE)
        cli("lister", "--phrase-fichier", tmp_path / "p").reussi()

    @pytest.mark.parametrize(
        ("octets", "dit"),
        [
            (b"", "est vide"),
            (b"\xef\xbb\xbf\n", "est vide"),
            (b"   \nphrase en dessous", "est vide"),
            (b"\nphrase en dessous", "est vide"),
            (PHRASE.encode("utf-16"), "ne peut pas être lu"),
            (b"x" * 1_000_000, "trop longue"),
            (b"mauvaise phrase de passe", "ne convient pas"),
        ],
    )
    def test_un_fichier_de_phrase_fautif(self, cli, tmp_path, sans_variable, octets, dit):
        fichier = tmp_path / "phrase.txt"
        fichier.write_bytes(octets)
        phrase = cli("lister", "--phrase-fichier", fichier).refuse(dit)
        assert "mauvaise phrase" not in phrase

    def test_un_fichier_de_phrase_absent_ou_sans_fin(self, cli, tmp_path, sans_variable):
        cli("lister", "--phrase-fichier", tmp_path / "absent").refuse("ne peut pas être lu")
        cli("lister", "--phrase-fichier", tmp_path).refuse("ne peut pas être lu")
        cli("lister", "--phrase-fichier", "/dev/zero").refuse("trop longue")

    def test_sans_phrase_ni_terminal(self, cli, sans_variable):
        assert "--phrase-fichier" in cli("lister").refuse("Il faut la phrase de passe.")
