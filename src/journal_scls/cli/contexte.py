"""What every command shares: the dossier, its passphrase, what is printed and how."""

import getpass
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, update_wrapper
from pathlib import Path
from typing import Any, TypeVar

import click

from journal_scls.application.journal import Atelier, Journal
from journal_scls.application.operation import Avancement, Progress
from journal_scls.application.ports import Secret
from journal_scls.cli.francais import CHEMIN
from journal_scls.domain.errors import Environnement, RegleMetier

Fenetre = Callable[[Callable[[], Atelier], Path, Secret | None], int]
VARIABLE_PHRASE = "JOURNAL_SCLS_PHRASE"
_F = TypeVar("_F", bound=Callable[..., Any])


@dataclass(frozen=True)
class Lieux:
    """Where journals live when nobody says."""

    journal: Path
    demonstration: Path


@dataclass
class Contexte:
    """Handed to every command; the workshop is only made by those that need it."""

    fabrique: Callable[[], Atelier]
    lieux: Lieux
    ouvrir_fenetre: Fenetre
    choisi: Path | None = None
    phrase_fichier: Path | None = None

    @cached_property
    def atelier(self) -> Atelier:
        """The workshop, made once."""
        return self.fabrique()

    @property
    def dossier(self) -> Path:
        """The dossier asked for, else the default one."""
        return self.choisi or self.lieux.journal

    def fenetre(self, secret: Secret | None) -> int:
        """Open the window on the dossier; it makes the workshop itself, after its first paint."""
        return self.ouvrir_fenetre(self.fabrique, self.dossier, secret)

    def phrase_donnee(self) -> str | None:
        """The passphrase given by a file or the environment, None when it must be asked.

        Raises:
            Environnement: the file cannot be read.
        """
        if self.phrase_fichier is not None:
            return _lire_phrase(self.phrase_fichier)
        return os.environ.get(VARIABLE_PHRASE) or None

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
        *args: object, dossier: Path | None, phrase_fichier: Path | None, **options: object
    ) -> object:
        contexte = click.get_current_context().find_object(Contexte)
        if contexte is None:
            raise RuntimeError("a command runs inside the group")
        contexte.choisi = dossier or contexte.choisi
        contexte.phrase_fichier = phrase_fichier or contexte.phrase_fichier
        return commande(contexte, *args, **options)

    remplie = update_wrapper(remplie, commande)
    return options_dossier(remplie)  # type: ignore[return-value]


def options_dossier(fonction: Callable[..., Any]) -> Callable[..., Any]:
    """The two options, on the group and on every command."""
    fonction = click.option(
        "--phrase-fichier",
        type=CHEMIN,
        help="Fichier dont la première ligne est la phrase de passe.",
    )(fonction)
    return click.option("--dossier", type=CHEMIN, help="Dossier du journal.")(fonction)


def ecrire(texte: str = "") -> None:
    """One line for the person, on standard output."""
    click.echo(texte)


def avertir(texte: str) -> None:
    """One line beside the result, on standard error."""
    click.echo(texte, err=True)


def ecrire_json(valeur: object) -> None:
    """One JSON value on one line, for scripts."""
    click.echo(json.dumps(valeur, ensure_ascii=False))


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
    if not sys.stdin.isatty():
        raise Environnement(
            "Il faut la phrase de passe.",
            f"Donnez-la avec --phrase-fichier ou la variable {VARIABLE_PHRASE}.",
        )
    return getpass.getpass(invite)


def _lire_phrase(chemin: Path) -> str:
    try:
        texte = chemin.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise Environnement(
            f"Le fichier de la phrase de passe « {chemin} » ne peut pas être lu.",
            "Vérifiez son nom et ses permissions.",
        ) from None
    premiere = texte.split("\n", 1)[0].rstrip("\r")
    if not premiere:
        raise Environnement(
            f"Le fichier de la phrase de passe « {chemin} » est vide.",
            "Écrivez la phrase sur sa première ligne.",
        )
    return premiere
