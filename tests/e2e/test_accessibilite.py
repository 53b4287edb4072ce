"""What a screen reader is told by the real window, and where Tab goes: AT-SPI on a bus of our own.

Reading order, for two objects that Tab visits one after the other, both as they stand on screen
after the step: the second is on the same line and further right; or lower; or it starts a new
column, entirely to the right of all that was visited since the last column started. One step of
the whole round goes back to the beginning.
"""

import subprocess
import time

import pytest

from journal_scls.domain.profil import Role
from journal_scls.gui.fenetre.rubriques import rubriques_de
from tests.e2e.atspi import ROLES, BusAccessible, outil_manquant
from tests.e2e.fenetres import PROGRAMME, fermer, marques
from tests.gui.ateliers import PHRASE
from tests.gui.fenetre import DELAI_S
from tests.gui.regions import RegionDeTest
from tests.gui.scenes import faire_journal, remplir_region

pytestmark = [
    *marques,
    pytest.mark.skipif(bool(outil_manquant()), reason=f"missing: {outil_manquant()}"),
]
_TOURS_MAX, _LECTURES_MAX = 80, 50
_CHAMPS = {7, 11, 40, 44, 52, 61, 79}
_GROUPES = {7, 44}  # days of the week, radio buttons: one stop, then arrows
_LIGNES = {32, 56}  # of a list, of a table
_ARRONDI = 3


class Lecteur:
    """A screen reader and a keyboard on one open journal."""

    def __init__(self, ecran, bus, env, dossier, titre):
        self.ecran, self.bus = ecran, bus
        options = ["--dossier", dossier]
        self.programme = ecran.lancer([*PROGRAMME, *options], {**env, **bus.env})
        self.fenetre = bus.fenetre(titre)
        ecran.agrandir(ecran.attendre(titre))
        self.clavier = subprocess.Popen(
            ["xdotool", "-"], env=ecran.env, stdin=subprocess.PIPE, text=True
        )

    def touche(self, nom):
        """Press a key; where the focus came, None when it stayed."""
        self.bus.vider()
        self.clavier.stdin.write(f"key --clearmodifiers {nom}\n")
        self.clavier.stdin.flush()
        ref = self.bus.foyer(DELAI_S)
        return next(iter(self.bus.objets([ref])), None) if ref else None

    def stable(self):
        """The whole tree, once two readings of it agree: pages read in a worker."""
        avant = []
        for _ in range(_LECTURES_MAX):
            arbre = self.bus.arbre(self.fenetre)
            if [o.ref for o in arbre] == [o.ref for o in avant]:
                return arbre
            avant = arbre
            time.sleep(0.2)
        raise AssertionError("the page never rests")

    def tour(self):
        """What Tab visits from the pane until it is back there, with the defects of each step."""
        depart = self.touche("F6")
        assert depart is not None
        visites, fautes = [depart], []
        colonne = Colonne()
        for _ in range(_TOURS_MAX):
            suivant = self.touche("Tab")
            if suivant is None:
                fautes.append(f"Tab ne mène nulle part après {visites[-1]}")
                break
            if suivant.ref == depart.ref:
                break
            avant, *_ = self.bus.objets([visites[-1].ref]) or [visites[-1]]
            if not colonne.suit(avant, suivant):
                fautes.append(f"{avant} puis {suivant}")
            fautes += self._seul(suivant, visites)
            visites.append(suivant)
        else:
            fautes.append("Tab ne revient pas au volet")
        return visites, fautes

    def _seul(self, foyer, visites):
        """Exactly one object has the focus; Qt says it of the current line of any list, too."""
        autres = [v.ref for v in visites if v.role not in _LIGNES]
        tenus = self.bus.tenus([*autres, foyer.ref])
        return [] if tenus == [foyer.ref] else [f"à {foyer}, {len(tenus)} objets ont le foyer"]


class Colonne:
    """Remembers how wide the present column is."""

    def __init__(self):
        self.droite = 0

    def suit(self, avant, apres):
        x1, y1, l1, h1 = avant.place
        x2, y2, l2, h2 = apres.place
        self.droite = max(self.droite, x1 + l1)
        if x2 + _ARRONDI >= self.droite:
            self.droite = x2 + l2
            return True
        commun = min(y1 + h1, y2 + h2) - max(y1, y2)
        if commun * 2 > min(h1, h2):
            return x2 > x1
        return y2 + _ARRONDI >= y1


def fautes_de_noms(bus, arbre):
    """What could take the focus and would not be named, or would be named without a sense."""
    cibles = [o for o in arbre if o.focalisable]
    etiquetes = bus.etiquetes([o.ref for o in cibles])
    for objet in cibles:
        if objet.role not in ROLES:
            yield f"sans rôle : {objet}"
        if not objet.nom.strip() and objet.ref not in etiquetes:
            yield f"sans nom : {objet}"
        if objet.role == 11 and objet.ref not in etiquetes:  # its name is its value
            yield f"sans étiquette : {objet}"


def evites(arbre, visites):
    """The fields that Tab passes by; those of a group are reached by its arrows."""
    atteints = {v.ref for v in visites}
    groupes = {(v.parent, v.role) for v in visites if v.role in _GROUPES}
    for objet in arbre:
        champ = objet.focalisable and objet.role in _CHAMPS
        if champ and objet.ref not in atteints and (objet.parent, objet.role) not in groupes:
            yield objet


def parcourir(lecteur, role):
    """Every rubrique by its key; the defects of all, each with the name of its page."""
    fautes = []
    for rang, rubrique in enumerate(rubriques_de(role)):
        touche = rubrique.touches.replace("Ctrl+,", "ctrl+comma") or f"ctrl+{rang + 1}"
        if not rang:
            lecteur.touche("F6")  # as after every round: in the pane, whence the focus must come
        lecteur.touche(touche)
        arbre = lecteur.stable()
        lues = list(fautes_de_noms(lecteur.bus, arbre))
        visites, autres = lecteur.tour()
        manquants = [f"Tab n’y va pas : {o}" for o in evites(arbre, visites)]
        fautes += [f"{rubrique.cle} : {faute}" for faute in (*lues, *autres, *manquants)]
    return fautes


@pytest.mark.parametrize(
    ("role", "titre"), [(Role.INTERVENANT, "DÉMO"), (Role.COORDINATION, "Région fictive")]
)
def test_every_page_is_named_and_walked_in_its_reading_order(ecran, env, tmp_path, role, titre):
    env["JOURNAL_SCLS_PHRASE"] = PHRASE
    if role is Role.INTERVENANT:
        dossier = faire_journal(tmp_path)
    else:
        region = RegionDeTest(tmp_path / "region", "abcd")
        remplir_region(region).fermer()
        dossier = region.dossier
    with BusAccessible({**ecran.env, **env}) as bus:
        env.pop("DBUS_SESSION_BUS_ADDRESS")
        lecteur = Lecteur(ecran, bus, env, dossier, titre)
        fautes = parcourir(lecteur, role)
        lecteur.clavier.stdin.close()
        lecteur.clavier.wait()
        fermer(ecran, lecteur.programme)
    assert not fautes, "\n".join(["", *fautes])
