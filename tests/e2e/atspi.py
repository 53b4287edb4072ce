"""What a screen reader is told: a private accessibility bus, and a small client of AT-SPI.

    with BusAccessible(ecran.env) as bus:
        ecran.lancer(PROGRAMME, bus.env)
        fenetre = bus.fenetre("Journal SCLS")

The protocol is D-Bus alone (https://gitlab.gnome.org/GNOME/at-spi2-core, xml/): no Python of the
system, no binding. Questions are sent in groups, and answers read afterwards: one object a time
would take seconds.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from jeepney import DBusAddress, MatchRule, Message, MessageType, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.gui.fenetre import DELAI_S

LANCEURS = tuple(Path(p, "at-spi-bus-launcher") for p in ("/usr/libexec", "/usr/lib/at-spi2-core"))
_ACC, _COMP = "org.a11y.atspi.Accessible", "org.a11y.atspi.Component"
_RACINE = "/org/a11y/atspi/accessible/root"
_ETIQUETE_PAR = 2  # ATSPI_RELATION_LABELLED_BY
_ECRAN = 0  # ATSPI_COORD_TYPE_SCREEN
EDITABLE, ENABLED, FOCUSABLE, FOCUSED, SHOWING = 7, 8, 11, 12, 25
ROLES = {
    7: "case à cocher",
    11: "liste déroulante",
    29: "texte à lire",
    31: "liste",
    32: "ligne de liste",
    35: "menu",
    37: "onglet",
    38: "onglets",
    40: "secret",
    43: "bouton",
    44: "bouton radio",
    52: "nombre",
    55: "tableau",
    56: "cellule",
    61: "texte",
    62: "bascule",
    65: "arbre",
    79: "champ",
    82: "document",
    88: "lien",
    129: "bouton à menu",
}
"""The roles that tell a person what to do with what has the focus; others say nothing."""
_FEUILLES = {31, 55, 65}
"""Lists, tables and trees: what is in their cells is no field, and there may be thousands."""

Reference = tuple[str, str]
"""The name of a connection and a path: one object."""


def outil_manquant() -> str:
    """Why there is no bus, or an empty text."""
    if shutil.which("dbus-daemon") is None:
        return "dbus-daemon"
    return "" if _lanceur() is not None else "at-spi-bus-launcher (at-spi2-core)"


def _lanceur() -> Path | None:
    return next((p for p in LANCEURS if p.is_file()), None)


@dataclass(frozen=True)
class Objet:
    """One accessible object, as it was when asked. `place` is x, y, width, height on screen."""

    ref: Reference = field(repr=False)
    nom: str
    role: int
    etats: frozenset[int] = field(repr=False)
    place: tuple[int, int, int, int] = (0, 0, 0, 0)
    parent: Reference = field(default=("", ""), repr=False)

    @property
    def focalisable(self) -> bool:
        """Whether a person can come there now."""
        return {FOCUSABLE, SHOWING, ENABLED} <= self.etats

    def __str__(self) -> str:
        return f"{ROLES.get(self.role, f'rôle {self.role}')} « {self.nom} » {self.place}"


class BusAccessible:
    """A session bus and an accessibility bus of our own, gone with the block."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self._ambiance = dict(env)
        self._processus: list[subprocess.Popen[bytes]] = []
        self.env: dict[str, str] = {}

    def __enter__(self) -> Self:
        adresse = self._demarrer_session()
        self.env = {
            "DBUS_SESSION_BUS_ADDRESS": adresse,
            "QT_ACCESSIBILITY": "1",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        lanceur = [str(_lanceur()), "--launch-immediately"]
        self._processus.append(
            subprocess.Popen(lanceur, env={**self._ambiance, **self.env}, stderr=subprocess.DEVNULL)
        )
        self._session = open_dbus_connection(adresse)
        bus = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        lecture = new_method_call(bus, "GetAddress")
        (adresse_a11y,) = _jusqua(lambda: _demander(self._session, lecture))
        self.bus = open_dbus_connection(adresse_a11y)
        regle = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object")
        _demander(self.bus, message_bus.AddMatch(regle))
        registre = DBusAddress(
            "/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry"
        )
        ecoute = new_method_call(
            registre, "RegisterEvent", "sass", ("object:state-changed", [], "")
        )
        _demander(self.bus, ecoute)
        return self

    def _demarrer_session(self) -> str:
        lecture, ecriture = os.pipe()
        commande = ["dbus-daemon", "--session", "--nofork", f"--print-address={ecriture}"]
        self._processus.append(
            subprocess.Popen(
                commande, env=self._ambiance, pass_fds=[ecriture], stderr=subprocess.DEVNULL
            )
        )
        os.close(ecriture)
        with os.fdopen(lecture) as tuyau:
            return tuyau.readline().strip()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        exc: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for connexion in (getattr(self, "bus", None), getattr(self, "_session", None)):
            if connexion is not None:
                connexion.close()
        for processus in reversed(self._processus):
            processus.terminate()
            processus.wait(DELAI_S)

    # --- objects

    def fenetre(self, titre: str) -> Reference:
        """The window whose name holds `titre`, once a program shows it."""

        def trouver() -> Reference | None:
            bureau = ("org.a11y.atspi.Registry", _RACINE)
            programmes = self.enfants([bureau])[0]
            fenetres = [f for lues in self.enfants(programmes) for f in lues]
            return next((o.ref for o in self.objets(fenetres) if titre in o.nom), None)

        return _jusqua(trouver)

    def objets(self, refs: Sequence[Reference]) -> list[Objet]:
        """What is said of these; those that are gone are left out."""
        noms = self._proprietes(refs, _ACC, "Name")
        roles = self._appels(refs, _ACC, "GetRole")
        etats = self._appels(refs, _ACC, "GetState")
        places = self._appels(refs, _COMP, "GetExtents", "u", (_ECRAN,))
        parents = self._proprietes(refs, _ACC, "Parent")
        lus = zip(refs, noms, roles, etats, places, parents, strict=True)
        return [
            Objet(ref, nom[0][1], role[0], _bits(etat[0]), tuple(place[0]), tuple(parent[0][1]))
            for ref, nom, role, etat, place, parent in lus
            if nom and role and etat and place and parent
        ]

    def tenus(self, refs: Sequence[Reference]) -> list[Reference]:
        """Those of these that have the focus."""
        etats = self._appels(refs, _ACC, "GetState")
        return [
            r for r, etat in zip(refs, etats, strict=True) if etat and FOCUSED in _bits(etat[0])
        ]

    def arbre(self, racine: Reference) -> list[Objet]:
        """Every object shown under one, itself included, in the order of the tree."""
        return list(self._descendre([racine]))

    def _descendre(self, refs: Sequence[Reference]) -> Iterator[Objet]:
        """A generation at a time: some twenty questions for a whole window."""
        while refs:
            montres = [o for o in self.objets(refs) if SHOWING in o.etats]
            yield from montres
            ouverts = [o.ref for o in montres if o.role not in _FEUILLES]
            refs = [enfant for lues in self.enfants(ouverts) for enfant in lues]

    def enfants(self, refs: Sequence[Reference]) -> list[list[Reference]]:
        """The children of each."""
        lus = self._appels(refs, _ACC, "GetChildren")
        return [[(nom, chemin) for nom, chemin in lu[0]] if lu else [] for lu in lus]

    def etiquetes(self, refs: Sequence[Reference]) -> set[Reference]:
        """Those that another object is the label of."""
        lus = self._appels(refs, _ACC, "GetRelationSet")
        return {
            ref
            for ref, lu in zip(refs, lus, strict=True)
            if lu and any(genre == _ETIQUETE_PAR and vers for genre, vers in lu[0])
        }

    # --- the focus

    def foyer(self, delai_s: float) -> Reference | None:
        """Where the next event says that the focus came; None when nothing moves in time."""
        limite = time.monotonic() + delai_s
        while (reste := limite - time.monotonic()) > 0:
            try:
                message = self.bus.receive(timeout=reste)
            except TimeoutError:
                return None
            if _arrivee(message):
                entetes = message.header.fields
                return entetes[7], entetes[1]  # sender and path
        return None

    def vider(self) -> None:
        """Forget the events that have already come."""
        while True:
            try:
                self.bus.receive(timeout=0.002)
            except TimeoutError:
                return

    # --- the wire

    def _proprietes(self, refs: Sequence[Reference], interface: str, nom: str) -> list[Any]:
        return self._appels(refs, "org.freedesktop.DBus.Properties", "Get", "ss", (interface, nom))

    def _appels(
        self,
        refs: Sequence[Reference],
        interface: str,
        methode: str,
        signature: str | None = None,
        corps: tuple[Any, ...] = (),
    ) -> list[Any]:
        """One question to each, all sent before the first answer is read; None for a refusal."""
        attendues: dict[int, int] = {}
        reponses: list[Any] = [None] * len(refs)
        for rang, (nom, chemin) in enumerate(refs):
            adresse = DBusAddress(chemin, nom, interface)
            numero = next(self.bus.outgoing_serial)
            attendues[numero] = rang
            self.bus.send_message(
                new_method_call(adresse, methode, signature, corps), serial=numero
            )
        while attendues:
            message = self.bus.receive(timeout=DELAI_S)
            rang = attendues.pop(message.header.fields.get(5, -1), -1)
            if rang >= 0 and message.header.message_type is MessageType.method_return:
                reponses[rang] = message.body
        return reponses


def _demander(connexion: DBusConnection, message: Message) -> Any:
    reponse = connexion.send_and_get_reply(message, timeout=DELAI_S)
    return reponse.body if reponse.header.message_type is MessageType.method_return else None


def _arrivee(message: Message) -> bool:
    entetes = message.header.fields
    return entetes.get(3) == "StateChanged" and message.body[:2] == ("focused", 1)


def _bits(mots: Sequence[int]) -> frozenset[int]:
    entier = sum(mot << 32 * rang for rang, mot in enumerate(mots))
    return frozenset(bit for bit in range(entier.bit_length()) if entier >> bit & 1)


def _jusqua(essai: Any) -> Any:
    limite = time.monotonic() + DELAI_S
    while True:
        reponse = essai()
        if reponse:
            return reponse
        assert time.monotonic() < limite, "the accessibility bus does not answer"
        time.sleep(0.1)
