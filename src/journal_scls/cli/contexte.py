"""What every command shares: the dossier, its passphrase, what is printed and how."""

import errno
import getpass
import json
import os
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial, update_wrapper
from pathlib import Path
from typing import Any, TypeVar

import click

from journal_scls.application.journal import Atelier, Journal
from journal_scls.application.operation import Avancement, Progress
from journal_scls.application.ports_dossiers import Secret
from journal_scls.cli.francais import CHEMIN, TEXTE, texte_du_systeme
from journal_scls.domain.errors import Environnement, RegleMetier

Fenetre = Callable[[Callable[[], Atelier], Callable[[], Path], Secret | None], int]
VARIABLE_PHRASE = "JOURNAL_SCLS_PHRASE"
_PHRASE_OCTETS_MAX = 4096
# What makes the dossier: no document may be written over it.
_COFFRE = "vault.json"
_FICHIERS_DU_DOSSIER = (
    _COFFRE, "verrou", "journal.db", "journal.db-wal", "journal.db-shm", "serveur.json",
)  # fmt: skip
# Right-to-left marks and their like show a line otherwise than it is.
_TROMPEUSES = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_F = TypeVar("_F", bound=Callable[..., Any])


class SortieFermee(Exception):
    """The reader of our output (head, less) went away; there is nobody left to tell."""


@dataclass(frozen=True)
class Lieux:
    """Where journals live when nobody says."""

    journal: Path
    demonstration: Path


@dataclass
class Contexte:
    """Handed to every command; the workshop is only made by those that need it."""

    fabrique: Callable[..., Atelier]
    lieux: Lieux
    ouvrir_fenetre: Fenetre
    choisi: Path | None = None
    phrase_fichier: Path | None = None
    base: str = ""

    @cached_property
    def atelier(self) -> Atelier:
        """The workshop, made once."""
        return self._fabrique()

    @property
    def dossier(self) -> Path:
        """The dossier asked for, else the default one."""
        return self.choisi or self.lieux.journal

    @property
    def tient_un_journal(self) -> bool:
        """Whether the dossier holds a journal, without asking anything of it."""
        return (self.dossier / _COFFRE).is_file()

    def destination(self, chemin: Path | None) -> Path | None:
        """A file to write, which must not be one that the journal itself is made of.

        Raises:
            Environnement: it is.
        """
        if chemin is None or chemin.name not in _FICHIERS_DU_DOSSIER:
            return chemin
        if chemin.absolute().parent.resolve() == self.dossier.resolve():
            raise Environnement(
                f"« {chemin.name} » est un fichier du journal : rien n'y a été écrit.",
                "Choisissez un autre nom.",
            )
        return chemin

    def fenetre(self, secret: Secret | None) -> int:
        """Open the window on the dossier; it makes the workshop itself, after its first paint."""
        return self.ouvrir_fenetre(self._fabrique, lambda: self.dossier, secret)

    @property
    def _fabrique(self) -> Callable[[], Atelier]:
        """Makes the workshop, with the address of a server when one was given."""
        return partial(self.fabrique, self.base) if self.base else self.fabrique

    def phrase_donnee(self) -> str | None:
        """The passphrase given by a file or the environment, None when it must be asked.

        Raises:
            Environnement: the file cannot be read.
        """
        return self.phrase_du_fichier() or _phrase_de_la_variable()

    def phrase_du_fichier(self) -> str | None:
        """The passphrase of `--phrase-fichier`.

        Raises:
            Environnement: the file cannot be read.
        """
        return None if self.phrase_fichier is None else _lire_phrase(self.phrase_fichier)

    def phrase(self) -> str:
        """The passphrase of an existing dossier, asked on the terminal if need be."""
        return self.phrase_donnee() or _demander("Phrase de passe : ")

    def nouvelle_phrase(self) -> str:
        """A new passphrase, asked twice on the terminal if it is not given."""
        donnee = self.phrase_donnee()
        if donnee is not None:
            return donnee
        phrase = _demander("Nouvelle phrase de passe (10 caractères ou plus) : ")
        if _demander("Encore une fois : ") != phrase:
            raise RegleMetier("Les deux phrases de passe diffèrent.", "Recommencez.")
        return phrase

    @contextmanager
    def journal(self) -> Iterator[Journal]:
        """The dossier, open, for the time of a command."""
        if not self.atelier.dossiers.existe(self.dossier):
            raise Environnement(
                f"Il n'y a pas de journal dans « {self.dossier} ».",
                "Créez-en un avec « journal-scls creer », ou donnez --dossier.",
            )
        journal = self.atelier.ouvrir(self.dossier, Secret(phrase=self.phrase()))
        try:
            yield journal
        finally:
            journal.fermer()


def avec_dossier(commande: _F) -> _F:
    """Give a command the options that say which dossier, and the Contexte they fill."""

    def remplie(
        *args: object,
        dossier: Path | None,
        phrase_fichier: Path | None,
        base: str,
        **options: object,
    ) -> object:
        contexte = click.get_current_context().find_object(Contexte)
        if contexte is None:
            raise RuntimeError("a command runs inside the group")
        contexte.choisi = dossier or contexte.choisi
        contexte.phrase_fichier = phrase_fichier or contexte.phrase_fichier
        contexte.base = base or contexte.base
        return commande(contexte, *args, **options)

    remplie = update_wrapper(remplie, commande)
    return options_dossier(remplie)  # type: ignore[return-value]


def options_dossier(fonction: Callable[..., Any]) -> Callable[..., Any]:
    """The three options, on the group and on every command."""
    fonction = click.option(
        "--base",
        type=TEXTE,
        default="",
        help="Adresse de la base d'une coordination sur un serveur PostgreSQL.",
    )(fonction)
    fonction = click.option(
        "--phrase-fichier",
        type=CHEMIN,
        help="Fichier dont la première ligne est la phrase de passe.",
    )(fonction)
    return click.option("--dossier", type=CHEMIN, help="Dossier du journal.")(fonction)


def ecrire(texte: str = "") -> None:
    """One text for the person, on standard output."""
    _emettre(lisible(texte))


def ecrire_document(contenu: bytes) -> None:
    """A document made of text, exactly as it would be in its file."""
    _emettre(contenu.decode("utf-8-sig").rstrip("\n"))


def avertir(texte: str) -> None:
    """One line beside the result, on standard error."""
    _emettre(lisible(texte), erreur=True)


def ecrire_json(valeur: object) -> None:
    """One JSON value on one line, for scripts."""
    _emettre(json.dumps(valeur, ensure_ascii=False))


def lisible(texte: str) -> str:
    """A text without what would drive the terminal: other people's files are quoted to it."""
    if texte.isprintable():
        return texte
    return "".join("\ufffd" if _pilote(c) else c for c in texte)


def _pilote(caractere: str) -> bool:
    commande = unicodedata.category(caractere) == "Cc" and caractere not in "\n\t"
    return commande or caractere in _TROMPEUSES


def _emettre(texte: str, *, erreur: bool = False) -> None:
    try:
        click.echo(texte, err=erreur)
    except OSError as faute:
        if faute.errno == errno.EPIPE:
            raise SortieFermee from None
        raise Environnement(
            "Le résultat n'a pas pu être écrit là où vous l'envoyez.",
            "Vérifiez l'espace du disque, ou choisissez un autre fichier.",
        ) from None


def progression() -> Progress:
    """Progress shown on the terminal, nothing when the output is not one."""
    if not sys.stderr.isatty():
        return Progress()

    def montrer(a: Avancement) -> None:
        part = f"{100 * a.fait // a.total} %" if a.total else str(a.fait)
        fin = "\n" if a.total is not None and a.fait >= a.total else ""
        click.echo(f"\r{a.libelle} : {part}   {fin}", err=True, nl=False)

    return Progress(montrer)


def _demander(invite: str) -> str:
    if not sys.stdin or not sys.stdin.isatty():
        raise Environnement(
            "Il faut la phrase de passe.",
            f"Donnez-la avec --phrase-fichier ou la variable {VARIABLE_PHRASE}.",
        )
    return getpass.getpass(invite)


def _phrase_de_la_variable() -> str | None:
    phrase = texte_du_systeme(os.environ.get(VARIABLE_PHRASE, ""))
    if phrase is None:
        raise Environnement(
            f"La variable {VARIABLE_PHRASE} contient des caractères illisibles.",
            "Donnez la phrase de passe avec --phrase-fichier.",
        )
    return phrase or None


def _lire_phrase(chemin: Path) -> str:
    try:
        with chemin.open("rb") as fichier:
            texte = fichier.read(_PHRASE_OCTETS_MAX + 1).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise Environnement(
            f"Le fichier de la phrase de passe « {chemin} » ne peut pas être lu.",
            "Vérifiez son nom et ses permissions ; il doit être en UTF-8.",
        ) from None
    premiere = texte.split("\n", 1)[0].rstrip("\r")
    if not premiere.strip():
        raise Environnement(
            f"Le fichier de la phrase de passe « {chemin} » est vide.",
            "Écrivez la phrase sur sa première ligne.",
        )
    if len(premiere.encode()) > _PHRASE_OCTETS_MAX:
        raise Environnement(
            f"La première ligne de « {chemin} » est trop longue pour une phrase de passe.",
            "Vérifiez que c'est le bon fichier.",
        )
    return premiere
