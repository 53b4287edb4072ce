"""Two programs, two dossiers, keys alone: attach, send, import, acknowledge, take that in.

What people say on the telephone is read here beforehand; what they hand over is a file.
"""

import time
from dataclasses import dataclass
from pathlib import Path

from journal_scls.application.ports_dossiers import Secret
from journal_scls.domain.profil import Role
from tests.e2e.commande import PHRASE, atelier_leger, creer_dossier
from tests.e2e.fenetres import PATIENCE_S, PROGRAMME, attendre, attendre_copie, fermer, marques
from tests.gui.fenetre import Ecran

pytestmark = marques
JOURNAL, REGION = "INT-07 – Journal SCLS", "REG-01 – Journal SCLS"


@dataclass
class Poste:
    """One end of the telephone."""

    ecran: Ecran
    titre: str
    dossier: Path
    photos: Path

    def __post_init__(self):
        self.empreinte = self.lire(lambda journal: journal.identites.ici().empreinte)

    def lire(self, quoi):
        """Ask the closed dossier something."""
        journal = atelier_leger().ouvrir(self.dossier, Secret(phrase=PHRASE))
        try:
            return quoi(journal)
        finally:
            journal.fermer()

    def lancer(self, env):
        options = ["--dossier", self.dossier]
        self.programme = self.ecran.lancer([*PROGRAMME, *options], env)

    def devant(self):
        """Bring this window in front."""
        self.ecran.attendre(self.titre)

    def choisir(self, dialogue, chemin, *touches, patience_s=15.0):
        """Press keys until a dialog of files opens, name one, and wait until it closed.

        Pressed again when nothing comes: a page that is still reading answers no key. Where that
        is usual, `patience_s` is short, and the keys do nothing in the dialog.
        """
        for _ in range(9):
            self.ecran.touches(*touches)
            if self.ecran.attendre_que(lambda: self.ecran.visible(dialogue), patience_s):
                break
        self.ecran.attendre(dialogue)
        attendre(lambda: self.coller(str(chemin)) == str(chemin))
        self.ecran.touches("Return")
        self.ecran.attendre_fermeture(dialogue)
        self.devant()

    def coller(self, texte):
        """In the place of what the field says; what it says then."""
        self.ecran.touches("ctrl+a")
        self.ecran.coller(texte)
        return self.ecran.copie("ctrl+a", "ctrl+c", delai_s=PATIENCE_S)

    def coller_chiffres(self, empreinte):
        """Thirty digits in a row, until the field shows them in their groups."""
        attendre(lambda: self.coller(empreinte.replace(" ", "")) == empreinte)

    def ecrite(self, depuis):
        """Whether the dossier was written to since then."""
        return any(f.stat().st_mtime_ns > depuis for f in self.dossier.rglob("*") if f.is_file())

    def photo(self, nom):
        self.ecran.photo(self.photos / f"{nom}.png")

    def fermer(self):
        self.devant()
        fermer(self.ecran, self.programme)


def attacher(journal, region, place):
    """Three files and thirty digits, typed on both sides."""
    invitation, demande, acceptation = (place / f"{nom}.scls" for nom in ("i", "d", "a"))
    region.devant()
    region.choisir("Enregistrer l.*invitation", invitation, "ctrl+4", "alt+v")
    attendre(invitation.exists)
    region.photo("1-invitation")
    journal.devant()
    journal.choisir("Choisir l.*invitation", invitation, "ctrl+e", "alt+v")
    journal.coller_chiffres(region.empreinte)
    journal.choisir("Enregistrer la demande", demande, "Return")
    attendre(demande.exists)
    journal.photo("2-demande")
    region.devant()
    region.choisir("Choisir la demande", demande, "Escape", "alt+m")
    region.coller_chiffres(journal.empreinte)
    region.choisir("Enregistrer l.*acceptation", acceptation, "Return")
    attendre(acceptation.exists)
    region.photo("3-inscrit")
    journal.devant()
    depuis = time.time_ns()
    journal.choisir("Choisir l.*acceptation", acceptation, "alt+a")
    attendre(lambda: journal.ecrite(depuis))


def saisir(journal):
    """One entry, as test_fenetre types it."""
    journal.ecran.touches("ctrl+n", "Tab")  # past the quick line
    for mots in ("sans", "ecou", "ain", "45"):
        journal.ecran.taper(mots)
        journal.ecran.touches("Tab")
    attendre_copie(journal.ecran, "45 min", "alt+u", "ctrl+a", "ctrl+c")
    journal.ecran.touches("ctrl+Return")


def envoyer(journal, cle):
    """Ctrl+E, Ctrl+Enter, the folder; the file that came there."""
    journal.choisir("crire le lot", cle, "ctrl+e", "ctrl+Return", patience_s=1.0)
    attendre(lambda: list(cle.glob("*.scls")))
    journal.photo("4-ecrit")
    (lot,) = cle.glob("*.scls")
    return lot


def importer_et_accuser(region, lot, place):
    region.devant()
    region.choisir("Importer des lots", lot, "ctrl+2", "alt+f")
    region.choisir("crire les accus", place, "alt+a")
    attendre(lambda: list(place.glob("*.scls")))
    (accuse,) = place.glob("*.scls")
    return accuse


def test_a_region_and_a_journal_meet_and_a_lot_comes_back_acknowledged(ecran, env, tmp_path):
    env["JOURNAL_SCLS_PHRASE"] = PHRASE
    cle, retour = tmp_path / "cle", tmp_path / "retour"
    for place in (cle, retour):
        place.mkdir()
    journal, region = (
        Poste(ecran, titre, creer_dossier(tmp_path / code, role=role, code=code), tmp_path / "vues")
        for titre, code, role in (
            (JOURNAL, "INT-07", Role.INTERVENANT),
            (REGION, "REG-01", Role.COORDINATION),
        )
    )
    journal.lancer(env)
    region.lancer(env)
    attacher(journal, region, tmp_path)
    saisir(journal)
    accuse = importer_et_accuser(region, envoyer(journal, cle), retour)
    journal.devant()
    depuis = time.time_ns()
    journal.choisir("Choisir l.*accus", accuse, "alt+p")
    attendre(lambda: journal.ecrite(depuis))
    journal.photo("5-recu")
    journal.fermer()
    region.fermer()
    assert journal.lire(lambda j: j.accuses.situation().recus) == (1,)
    assert region.lire(lambda r: [j.code for j in r.region.etat_region().journaux]) == ["INT-07"]
