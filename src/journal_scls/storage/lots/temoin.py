"""The high-water mark of a journal: how far it has exported, kept beside its database.

A database alone cannot know that it is old. The mark says how far this journal went, and where
it lived: a restored backup is behind its mark, a copied folder is not where its mark was made.
It is sealed with a key drawn from that of the database, so that only this journal moves it.
"""

import hashlib
import hmac
import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import UUID

from journal_scls.application.lots.ports_lots import Marque, Temoignage
from journal_scls.application.ports import Base
from journal_scls.domain.errors import Environnement
from journal_scls.storage.dossier import BaseOuverte
from journal_scls.storage.engine import NOM as NOM_BASE
from journal_scls.storage.engine import connecteur_de
from journal_scls.storage.fichiers import (
    ecrire_atomique,
    en_phrases,
    lire_borne,
    synchroniser_dossier,
)
from journal_scls.storage.sauvegarde.backup import RESTAURE

NOM = "etat.json"
_VERSION = 1
_TAILLE_MAX = 4096
_USAGE = b"journal-scls temoin v1"


class TemoinsFichiers:
    """ports_lots.Temoins, in the folder of the dossier."""

    def lire(self, base: Base) -> Temoignage:
        """What the folder says; a mark that cannot be trusted is missing."""
        ouverte = _ouverte(base)
        cle, dossier = _cle(ouverte), ouverte.dossier
        restaure = (dossier / RESTAURE).exists()
        lu = _lire(dossier / NOM, cle)
        if lu is None:
            return Temoignage(restaure=restaure)
        marque = Marque(UUID(lu["incarnation"]), lu["epoque"], lu["seq"])
        return Temoignage(
            marque=marque, ailleurs=_ailleurs(lu, _place(dossier, cle)), restaure=restaure
        )

    def ecrire(self, base: Base, marque: Marque) -> None:
        """Move the mark, here and now; what was said of a restoration is settled."""
        ouverte = _ouverte(base)
        cle, dossier = _cle(ouverte), ouverte.dossier
        champs: dict[str, Any] = {
            "version": _VERSION,
            "incarnation": str(marque.incarnation),
            "epoque": marque.epoque,
            "seq": marque.seq,
            **_place(dossier, cle),
        }
        champs["sceau"] = _sceau(champs, cle)
        octets = json.dumps(champs, sort_keys=True, indent=1).encode()
        ecrire_atomique(dossier / NOM, octets, relire=True)
        with en_phrases(dossier / RESTAURE), suppress(FileNotFoundError):
            (dossier / RESTAURE).unlink()
            synchroniser_dossier(dossier)


def _lire(chemin: Path, cle: bytes) -> dict[str, Any] | None:
    """The fields, None when the file is missing, damaged, or not sealed by this journal."""
    try:
        lu = json.loads(lire_borne(chemin, _TAILLE_MAX))
        sceau = str(lu.pop("sceau"))
        ok = hmac.compare_digest(sceau.encode(), _sceau(lu, cle).encode())
    except (Environnement, ValueError, KeyError, AttributeError, TypeError, RecursionError):
        return None
    return dict(lu) if ok and lu["version"] == _VERSION else None


def _sceau(champs: dict[str, Any], cle: bytes) -> str:
    texte = json.dumps(champs, sort_keys=True)
    return hmac.new(cle, texte.encode(), hashlib.sha256).hexdigest()


def _place(dossier: Path, cle: bytes) -> dict[str, str]:
    """This folder on this computer, in words that say nothing to anybody else.

    The file is known by its number on the disk as well as by its path: a folder that is moved
    keeps the one, a folder on a FAT key the other; a copy has neither.
    """

    def voiler(genre: str, valeur: str) -> str:
        if not valeur:
            return ""
        texte = f"{genre} {valeur}".encode(errors="surrogateescape")
        return hmac.new(cle, texte, hashlib.sha256).hexdigest()[:32]

    with en_phrases(dossier):
        numero = (dossier / NOM_BASE).stat().st_ino
    return {
        "ordinateur": voiler("ordinateur", _ordinateur()),
        "chemin": voiler("chemin", str(dossier.resolve())),
        "fichier": voiler("fichier", str(numero) if numero else ""),
    }


def _ailleurs(marque: dict[str, Any], ici: dict[str, str]) -> bool:
    avant, maintenant = marque["ordinateur"], ici["ordinateur"]
    if avant and maintenant and avant != maintenant:
        return True
    return all(marque[nom] != ici[nom] or not ici[nom] for nom in ("chemin", "fichier"))


def _ordinateur() -> str:
    """What names this computer and survives an update; '' when nothing does."""
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415  (Windows only)

        with (
            suppress(OSError),
            winreg.OpenKey(
                winreg.HKEY_LOCAL_MACHINE,
                r"SOFTWARE\Microsoft\Cryptography",
                access=winreg.KEY_READ | winreg.KEY_WOW64_64KEY,
            ) as cle,
        ):
            return str(winreg.QueryValueEx(cle, "MachineGuid")[0])
        return ""
    for chemin in ("/etc/machine-id", "/var/lib/dbus/machine-id"):
        with suppress(OSError):
            return Path(chemin).read_text("ascii", errors="replace").strip()
    return _numero_mac() if sys.platform == "darwin" else ""


def _numero_mac() -> str:
    """The serial of the network card that macOS numbers first: it has no machine-id."""
    import uuid  # noqa: PLC0415  (macOS only)

    numero = uuid.getnode()
    return "" if numero >> 40 & 1 else str(numero)  # that bit says it was drawn at random


def _cle(base: BaseOuverte) -> bytes:
    return hmac.new(connecteur_de(base.engine).cle, _USAGE, hashlib.sha256).digest()


def _ouverte(base: Base) -> BaseOuverte:
    if not isinstance(base, BaseOuverte):
        raise TypeError("only a dossier on disk has a mark")
    return base
