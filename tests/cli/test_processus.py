"""What only a real process shows: pipes, signals, terminals, and environments of all kinds."""

import os
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.e2e.commande import (
    FICHE,
    PHRASE,
    PROGRAMME,
    Commandes,
    avec_terminal,
    creer_dossier,
    demarrer,
    ecrire_csv,
    environnement,
    finir,
    ouvrir,
    processus,
)

# Python itself would otherwise take the C locale for a UTF-8 one.
SANS_ACCENTS = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
CREER = ("--role", "intervenant", "--code", "INT-01")
posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX shell, signals and terminals")
pytestmark = posix


@pytest.fixture
def garni(dossier, cli, tmp_path):
    """A journal of 3 000 entries: more than a pipe holds."""
    rangees = [{**FICHE, "note": f"Échange nº {n}"} for n in range(3_000)]
    cli("reprendre", ecrire_csv(tmp_path / "j.csv", rangees)).reussi()
    return dossier


class TestSorties:
    def test_un_lecteur_qui_s_en_va(self, garni):
        commande = " ".join([*PROGRAMME, "lister", "--dossier", str(garni), "--json"])
        lu = subprocess.run(
            ["bash", "-c", f"set -o pipefail; {commande} | head -1"],
            env=environnement(),
            capture_output=True,
            check=False,
        )
        assert lu.returncode == 0
        assert lu.stdout.count(b"\n") == 1
        assert lu.stderr == b""

    def test_une_sortie_fermee(self, garni):
        lu = subprocess.run(
            ["bash", "-c", f"{' '.join(PROGRAMME)} lister --dossier {garni} >&-"],
            env=environnement(),
            capture_output=True,
            check=False,
        )
        assert (lu.returncode, lu.stderr) == (0, b"")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
    def test_un_disque_plein(self, garni):
        with Path("/dev/full").open("wb") as plein:
            enfant = demarrer("lister", "--dossier", garni, stdout=plein)
            lu = finir(enfant)
        assert lu.code == 1
        assert lu.erreur.startswith("Le résultat n'a pas pu être écrit")
        assert lu.erreur.count("\n") == 1

    def test_un_terminal_sans_accents(self, dossier, tmp_path):
        env = environnement(**SANS_ACCENTS)
        fichier = ecrire_csv(tmp_path / "été.csv", [{**FICHE, "note": "Éloïse 🎉", "Météo": "x"}])
        lu = processus("reprendre", "--dossier", dossier, fichier, env=env)
        assert (lu.code, lu.erreur) == (0, "")
        assert "0 déjà là" in lu.sortie
        assert "Colonnes ignorées : Météo." in lu.sortie
        cherche = ("lister", "--dossier", dossier, "--json", "--texte", "éloïse")
        [ligne] = processus(*cherche, env=env).objets
        assert ligne["note"] == "Éloïse 🎉"


class TestEnvironnements:
    def test_une_phrase_accentuee_est_la_meme_sous_toute_langue(self, tmp_path):
        phrase = "été à l'île, être où"
        dossier = creer_dossier(tmp_path / "d", phrase)
        env = environnement(JOURNAL_SCLS_PHRASE=phrase)
        processus("lister", "--dossier", dossier, env=env | SANS_ACCENTS).reussi()
        octets = {os.fsencode(nom): os.fsencode(v) for nom, v in env.items()}
        octets[b"JOURNAL_SCLS_PHRASE"] = b"phrase \xe9\xff illisible"
        processus("lister", "--dossier", dossier, env=octets).refuse("caractères illisibles")

    def test_sans_maison(self, dossier):
        env = environnement(HOME=None, XDG_DATA_HOME=None, XDG_CONFIG_HOME=None)
        assert processus("lister", "--dossier", dossier, env=env).reussi().sortie == ""

    def test_sans_dire_de_dossier_il_est_dans_celui_de_la_personne(
        self, tmp_path, capsys, phrase, monkeypatch
    ):
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.delenv("XDG_DATA_HOME", raising=False)
        lu = Commandes(tmp_path, capsys)("lister", sans_dossier=True)
        assert str(tmp_path) in lu.refuse("Il n'y a pas de journal dans")
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.skipif(not shutil.which("setpriv"), reason="no setpriv")
    def test_un_dossier_en_lecture_seule(self, dossier):
        """Root itself obeys the rights of files once it has lost its capabilities."""
        for fichier in dossier.iterdir():
            fichier.chmod(0o400)
        dossier.chmod(0o500)
        sans_pouvoir = ("setpriv", "--bounding-set=-all", "--inh-caps=-all")
        try:
            fini = subprocess.run(
                [*sans_pouvoir, *PROGRAMME, "lister", "--dossier", dossier],
                env=environnement(PYTHONDONTWRITEBYTECODE="1"),
                capture_output=True,
                text=True,
                check=False,
            )
        finally:
            dossier.chmod(0o700)
        assert fini.returncode == 1, fini.stderr
        assert fini.stderr.count("\n") == 1
        assert fini.stderr.startswith("L'accès à « verrou » est refusé.")

    def test_lance_par_son_nom(self):
        nom = Path(sys.executable).with_name("journal-scls")
        lu = subprocess.run([nom, "--version"], capture_output=True, check=True)
        assert lu.stdout == b"Journal SCLS 0.1.0\n"


class TestInterruption:
    @pytest.mark.parametrize("coup", [signal.SIGINT, signal.SIGTERM])
    def test_pendant_une_saisie_ce_qui_est_confirme_reste(self, cli, dossier, tmp_path, coup):
        fichier = tmp_path / "s.jsonl"
        ligne = str({**FICHE, "note": "x"}).replace("'", '"')
        fichier.write_text(f"{ligne}\n" * 5_000)
        enfant = demarrer("saisir", "--dossier", dossier, "--json", fichier)
        assert enfant.stdout is not None
        premieres = b"".join(enfant.stdout.readline() for _ in range(20))
        lu = finir(enfant, coup)
        confirmees = len((premieres.decode() + lu.sortie).splitlines())
        assert 20 <= confirmees < 5_000
        assert confirmees <= len(cli.lister()) <= confirmees + 1
        if coup == signal.SIGINT:
            assert lu.code == 1
            assert lu.erreur.strip().startswith(
                "Interrompu. Ce que la commande a confirmé est gardé"
            )
        else:
            assert (lu.code, lu.erreur) == (-coup, "")


class Terminal:
    """A command on a terminal of its own, typed to and read from."""

    def __init__(self, *arguments: object, **variables: str | None) -> None:
        self._maitre, esclave = os.openpty()
        self.enfant = demarrer(
            *arguments,
            env=environnement(JOURNAL_SCLS_PHRASE=None, **variables),
            stdin=esclave,
            stdout=esclave,
            stderr=esclave,
            start_new_session=True,
            preexec_fn=_prendre_le_terminal,
        )
        os.close(esclave)
        self.lu = ""

    def attendre(self, texte: str) -> "Terminal":
        limite = time.monotonic() + 30
        debut = len(self.lu)
        while texte not in self.lu[debut:]:
            assert self._lire(limite), f"« {texte} » not in {self.lu!r}"
        return self

    def taper(self, texte: str) -> "Terminal":
        os.write(self._maitre, texte.encode())
        return self

    def fin(self) -> int:
        limite = time.monotonic() + 30
        while self._lire(limite):
            pass
        os.close(self._maitre)
        return self.enfant.wait(30)

    def _lire(self, limite: float) -> bool:
        pret, _, _ = select.select([self._maitre], [], [], max(limite - time.monotonic(), 0))
        assert pret, f"nothing more after {self.lu!r}"
        try:
            octets = os.read(self._maitre, 4096)
        except OSError:  # Linux: nobody holds the other end any more
            return False
        self.lu += octets.decode()
        return bool(octets)


def _prendre_le_terminal() -> None:
    import fcntl  # noqa: PLC0415 - in the child, before it becomes the program
    import termios  # noqa: PLC0415

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@avec_terminal
class TestPhraseTapee:
    def test_elle_ouvre_et_ne_s_affiche_pas(self, dossier):
        terminal = Terminal("lister", "--dossier", dossier)
        terminal.attendre("Phrase de passe : ").taper(f"{PHRASE}\n")
        assert terminal.fin() == 0
        assert PHRASE not in terminal.lu

    def test_une_nouvelle_se_tape_deux_fois(self, tmp_path):
        terminal = Terminal("creer", "--dossier", tmp_path / "d", *CREER)
        terminal.attendre("10 caractères ou plus").taper(f"{PHRASE}\n")
        terminal.attendre("Encore une fois : ").taper(f"{PHRASE}\n")
        assert terminal.fin() == 0
        assert "Code de secours : " in terminal.lu
        assert PHRASE not in terminal.lu
        ouvrir(tmp_path / "d").fermer()

    def test_deux_phrases_differentes(self, tmp_path):
        terminal = Terminal("creer", "--dossier", tmp_path / "d", *CREER)
        terminal.attendre("10 caractères ou plus").taper(f"{PHRASE}\n")
        terminal.attendre("Encore une fois : ").taper(f"{PHRASE}s\n")
        assert terminal.fin() == 1
        assert "Les deux phrases de passe diffèrent." in terminal.lu
        assert not (tmp_path / "d").exists()

    @pytest.mark.parametrize("touche", ["\x03", "\x04"])
    def test_ctrl_c_et_ctrl_d_a_l_invite(self, dossier, touche):
        terminal = Terminal("lister", "--dossier", dossier)
        terminal.attendre("Phrase de passe : ").taper(touche)
        assert terminal.fin() == 1
        assert "Interrompu." in terminal.lu
        assert "Traceback" not in terminal.lu
