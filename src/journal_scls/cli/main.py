"""The command line: one of the two places where errors become sentences."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from journal_scls import __version__
from journal_scls.application.journal import Atelier
from journal_scls.application.operation import Cancelled
from journal_scls.application.ports import Secret
from journal_scls.cli import demo, dossier, rapports, saisie
from journal_scls.cli.contexte import Contexte, Fenetre, Lieux, avertir, options_dossier
from journal_scls.cli.francais import Groupe, phrase
from journal_scls.domain.errors import ErreurJournal

FAIT, REFUSE, MAL_UTILISE = 0, 1, 2


@click.group(cls=Groupe, invoke_without_command=True)
@options_dossier
@click.version_option(
    __version__, "--version", message="Journal SCLS %(version)s", help="Donne la version."
)
@click.pass_context
def journal_scls(ctx: click.Context, dossier: Path | None, phrase_fichier: Path | None) -> None:
    """Journal de bord du soutien communautaire en logement social.

    Sans commande, ouvre la fenêtre.
    """
    contexte = ctx.ensure_object(Contexte)
    contexte.choisi, contexte.phrase_fichier = dossier, phrase_fichier
    if ctx.invoked_subcommand is None:
        donnee = contexte.phrase_donnee()
        secret = Secret(phrase=donnee) if donnee else None
        ctx.exit(contexte.fenetre(secret))


for _commande in (
    demo.demo,
    dossier.creer,
    saisie.reprendre,
    saisie.saisir,
    saisie.corriger,
    saisie.annuler,
    saisie.lister,
    rapports.bilan,
    rapports.resume,
    dossier.sauvegarde,
    dossier.verifier,
):
    journal_scls.add_command(_commande)


def executer(
    fabrique: Callable[[], Atelier],
    lieux: Lieux,
    ouvrir_fenetre: Fenetre,
    arguments: Sequence[str] | None = None,
) -> int:
    """Run one command.

    Returns:
        0 done, 1 refused by a rule or the environment, 2 wrong usage.
    """
    _sorties_en_utf8()
    try:
        code = journal_scls.main(
            args=list(arguments) if arguments is not None else None,
            prog_name="journal-scls",
            standalone_mode=False,
            obj=Contexte(fabrique, lieux, ouvrir_fenetre),
        )
    except click.UsageError as erreur:
        avertir(phrase(erreur))
        return MAL_UTILISE
    except ErreurJournal as erreur:
        avertir(str(erreur))
        return REFUSE
    except (click.Abort, Cancelled, KeyboardInterrupt):
        avertir("\nInterrompu. Rien n'a été modifié par cette commande.")
        return REFUSE
    except BrokenPipeError:
        # The reader (head, less) went away: nothing to tell anyone.
        sys.stderr.close()
        return FAIT
    return code if isinstance(code, int) else FAIT


def _sorties_en_utf8() -> None:
    """A terminal in the C locale must not turn an accent into a crash."""
    for flux in (sys.stdout, sys.stderr):
        if hasattr(flux, "reconfigure"):
            flux.reconfigure(encoding="utf-8", errors="replace")
