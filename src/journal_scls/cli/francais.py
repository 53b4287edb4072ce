"""Click in French: help pages, wrong usage, and values that people type."""

import os
from datetime import date
from pathlib import Path
from typing import Any

import click
from click.exceptions import NoArgsIsHelpError

from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.lecture import lire_date
from journal_scls.domain.periode import Periode
from journal_scls.domain.texte import normaliser

_OBLIGATOIRE = ("[required]", "[obligatoire]")


class MalUtilise(click.UsageError):
    """A wrong usage whose message is already a French sentence."""


class _Formateur(click.HelpFormatter):
    def write_heading(self, heading: str) -> None:
        """« Options : », with its no-break space."""
        super().write_heading(f"{heading}\u00a0")


class _Etat(click.Context):
    formatter_class = _Formateur


class _Aide:
    """Click writes its headings in English; these are the French ones."""

    context_class: type[click.Context] = _Etat

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """« Utilisation : » and the pieces."""
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Utilisation\u00a0: ")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The help option, described in French."""
        option: click.Option | None = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = "Montre cette aide et s'arrête."
        return option

    def _options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, each obligatory one said in French."""
        parametres: list[click.Parameter] = self.get_params(ctx)  # type: ignore[attr-defined]
        fiches = [p.get_help_record(ctx) for p in parametres if isinstance(p, click.Option)]
        with formatter.section("Options"):
            formatter.write_dl(
                [(nom, aide.replace(*_OBLIGATOIRE)) for nom, aide in filter(None, fiches)]
            )


class Commande(_Aide, click.Command):
    """A command whose help is French."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuse what is too many in our words."""
        ctx.allow_extra_args = True
        try:
            reste = super().parse_args(ctx, args)
        except click.BadOptionUsage as erreur:
            erreur.ctx = ctx
            raise
        if reste and not ctx.resilient_parsing:
            raise MalUtilise(f"« {reste[0]} » est de trop.", ctx)
        return reste

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options of the command."""
        self._options(ctx, formatter)


class Groupe(_Aide, click.Group):
    """A group of commands whose help is French."""

    command_class = Commande
    group_class = type

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("subcommand_metavar", "COMMANDE [ARGUMENTS]...")
        super().__init__(*args, **options)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options of the group, then its commands."""
        self._options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands under « Commandes »."""
        noms = self.list_commands(ctx)
        commandes = [(nom, self.get_command(ctx, nom)) for nom in noms]
        lignes = [(n, c.get_short_help_str(100)) for n, c in commandes if c and not c.hidden]
        if lignes:
            with formatter.section("Commandes"):
                formatter.write_dl(lignes)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """In the order they were declared, which is the order one needs them."""
        return list(self.commands)


class Texte(click.ParamType[str]):
    """Words typed on the command line."""

    name = "texte"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Refuse bytes that are no text in the terminal's encoding, which nothing could keep."""
        texte = texte_du_systeme(str(value))
        if texte is None:
            self.fail(
                "ce texte contient des caractères illisibles ; tapez-le de nouveau.", param, ctx
            )
        return normaliser(texte)


class Chemin(click.ParamType[Path]):
    """A file or a folder; what it must be is said by whoever opens it."""

    name = "chemin"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Take any name that the system takes, whatever its bytes, but not an empty one."""
        if not str(value):
            self.fail("il faut un nom de fichier ou de dossier.", param, ctx)
        return Path(value)


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
        court = texte.isascii() and texte.isdigit() and len(texte) <= _CHIFFRES_MAX
        if not court or int(texte) < self.minimum:
            self.fail(f"« {texte} » n'est pas un nombre d'au moins {self.minimum}.", param, ctx)
        return int(texte)


class Choix(click.Choice[str]):
    """One of a few words."""

    def get_invalid_choice_message(
        self,
        value: Any,
        ctx: click.Context | None,  # noqa: ARG002 - click's signature
    ) -> str:
        """Say which words."""
        permis = ", ".join(str(choix) for choix in self.choices)
        return f"« {value} » n'est pas compris ; choisissez parmi : {permis}."


_CHIFFRES_MAX = 9
CHEMIN, TEXTE, JOUR, MOIS = Chemin(), Texte(), Jour(), Mois()


def phrase(erreur: click.UsageError) -> str:
    """The French sentence of a wrong usage."""
    return f"{_faute(erreur)} Voyez --help."


def _faute(erreur: click.UsageError) -> str:
    faute = "Cette commande n'est pas comprise."
    match erreur:
        case MalUtilise():
            faute = erreur.message
        case click.NoSuchOption():
            faute = f"L'option « {erreur.option_name} » n'existe pas."
        case click.NoSuchCommand():
            faute = f"La commande « {erreur.command_name} » n'existe pas."
        case NoArgsIsHelpError():
            groupe = erreur.ctx.command if erreur.ctx else None
            noms = ", ".join(groupe.commands) if isinstance(groupe, click.Group) else ""
            faute = f"Il manque une commande : {noms}."
        case click.MissingParameter():
            faute = f"Il manque {_nom(erreur.param)}."
        case click.BadParameter():
            nom = _nom(erreur.param)
            faute = f"{nom[0].upper()}{nom[1:]} : {erreur.message}"
        case click.BadOptionUsage():
            faute = f"L'option « {erreur.option_name} » {_besoin(erreur)}."
    return faute


def _besoin(erreur: click.BadOptionUsage) -> str:
    """What an option given without its value, or with one too many, should have had."""
    parametres = erreur.ctx.command.params if erreur.ctx else ()
    for parametre in parametres:
        if erreur.option_name in parametre.opts and getattr(parametre, "is_flag", False):
            return "ne prend pas de valeur"
    return "demande une valeur"


def _nom(parametre: click.Parameter | None) -> str:
    if parametre is None:
        return "un argument"
    if isinstance(parametre, click.Option):
        return f"l'option « {max(parametre.opts, key=len)} »"
    return f"l'argument « {str(parametre.name).upper()} »"


def texte_du_systeme(lu: str) -> str | None:
    """What the system handed over as text, None when its bytes are none.

    Where Python takes the terminal for an ASCII one, accents arrive as bytes put aside.
    """
    try:
        lu.encode()
    except UnicodeEncodeError:
        try:
            return os.fsencode(lu).decode()
        except UnicodeError:
            return None
    return lu
