"""Click in French: help pages, wrong usage, and values that people type."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.lecture import lire_date
from journal_scls.domain.periode import Periode


class _Aide:
    """Click writes its headings in English; these are the French ones."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """« Utilisation : » and the pieces."""
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Utilisation : ")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The help option, described in French."""
        option: click.Option | None = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = "Montre cette aide et s'arrête."
        return option


class Commande(_Aide, click.Command):
    """A command whose help is French."""


class Groupe(_Aide, click.Group):
    """A group of commands whose help is French."""

    command_class = Commande
    group_class = type

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands under « Commandes »."""
        noms = self.list_commands(ctx)
        commandes = [(nom, self.get_command(ctx, nom)) for nom in noms]
        lignes = [(n, c.get_short_help_str(100)) for n, c in commandes if c and not c.hidden]
        if lignes:
            with formatter.section("Commandes"):
                formatter.write_dl(lignes)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order they were declared, which is the order one needs them."""
        return list(self.commands)


class Jour(click.ParamType[date]):
    """A local date."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read it as the journal does."""
        if isinstance(value, date):
            return value
        try:
            return lire_date(str(value))
        except RegleMetier as erreur:
            self.fail(str(erreur), param, ctx)


class Mois(click.ParamType[Periode]):
    """A month, as 2025-03."""

    name = "mois"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Periode:
        """Read it."""
        if isinstance(value, Periode):
            return value
        try:
            return Periode.lire_mois(str(value))
        except RegleMetier as erreur:
            self.fail(str(erreur), param, ctx)


class Entier(click.ParamType[int]):
    """A whole number of at least `minimum`."""

    name = "nombre"

    def __init__(self, minimum: int) -> None:
        self.minimum = minimum

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Read it."""
        texte = str(value).strip()
        if not (texte.isascii() and texte.isdigit()) or int(texte) < self.minimum:
            self.fail(f"« {value} » n'est pas un nombre d'au moins {self.minimum}.", param, ctx)
        return int(texte)


class Choix(click.Choice[str]):
    """One of a few words."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        """Say which words."""
        permis = ", ".join(str(choix) for choix in self.choices)
        return f"« {value} » n'est pas compris ; choisissez parmi : {permis}."


CHEMIN = click.Path(path_type=Path)
JOUR, MOIS = Jour(), Mois()


def phrase(erreur: click.UsageError) -> str:
    """The French sentence of a wrong usage."""
    aide = "Voyez --help."
    match erreur:
        case click.NoSuchOption():
            return f"L'option « {erreur.option_name} » n'existe pas. {aide}"
        case click.NoSuchCommand():
            return f"La commande « {erreur.command_name} » n'existe pas. {aide}"
        case click.MissingParameter():
            return f"Il manque {_nom(erreur.param)}. {aide}"
        case click.BadParameter():
            return f"{_nom(erreur.param).capitalize()} : {erreur.message}"
        case click.BadOptionUsage():
            return f"L'option « {erreur.option_name} » est mal utilisée. {aide}"
        case click.BadArgumentUsage():
            return f"Un argument est mal utilisé. {aide}"
    return (
        f"Cette commande n'est pas comprise : un argument de trop, ou une option mal placée. {aide}"
    )


def _nom(parametre: click.Parameter | None) -> str:
    if parametre is None:
        return "un argument"
    if isinstance(parametre, click.Option):
        return f"l'option « {max(parametre.opts, key=len)} »"
    return f"l'argument « {parametre.name} »"
