"""The command line: one of the two places where errors become sentences."""

import contextlib
import errno
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from journal_scls import __version__
from journal_scls.application.journal import Atelier
from journal_scls.application.operation import Cancelled
from journal_scls.application.ports_dossiers import Secret
from journal_scls.application.rapport_de_panne import rapport
from journal_scls.cli import (
    accuses,
    coordination,
    demo,
    dossier,
    exportations,
    lot,
    lot_import,
    publications,
    rapports,
    repertoire,
    repertoire_fiches,
    saisie,
)
from journal_scls.cli.contexte import (
    Contexte,
    Fenetre,
    Lieux,
    SortieFermee,
    avertir,
    options_dossier,
)
from journal_scls.cli.francais import Groupe, phrase
from journal_scls.domain.errors import ErreurJournal

FAIT, REFUSE, MAL_UTILISE = 0, 1, 2


@click.group(cls=Groupe, invoke_without_command=True)
@options_dossier
@click.version_option(
    __version__, "--version", message="Journal SCLS %(version)s", help="Donne la version."
)
@click.pass_context
def journal_scls(
    ctx: click.Context, dossier: Path | None, phrase_fichier: Path | None, base: str
) -> None:
    """Journal de bord du soutien communautaire en logement social.

    Sans commande, ouvre la fenêtre.
    """
    contexte = ctx.ensure_object(Contexte)
    contexte.choisi, contexte.phrase_fichier, contexte.base = dossier, phrase_fichier, base
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
    rapports.diapo,
    rapports.bilan_projet,
    rapports.affiche,
    publications.publication,
    exportations.exporter,
    exportations.personne,
    coordination.empreinte,
    coordination.coordination,
    lot.lot,
    repertoire.repertoire,
    dossier.sauvegarde,
    dossier.verifier,
):
    journal_scls.add_command(_commande)


for _commande in (
    lot_import.lot_importer,
    lot_import.lot_etat,
    lot_import.lot_reconstruire,
    accuses.accuser,
    accuses.recevoir_accuse,
):
    lot.lot.add_command(_commande)

for _commande in repertoire_fiches.COMMANDES:
    repertoire.repertoire.add_command(_commande)


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
    contexte = Contexte(fabrique, lieux, ouvrir_fenetre)
    try:
        code = _executer(contexte, arguments)
    except SortieFermee:
        code = FAIT
    _vider_la_sortie()
    return code


def _executer(contexte: Contexte, arguments: Sequence[str] | None) -> int:
    try:
        code = journal_scls.main(
            args=list(arguments) if arguments is not None else None,
            prog_name="journal-scls",
            standalone_mode=False,
            obj=contexte,
        )
    except click.UsageError as erreur:
        avertir(phrase(erreur))
        return MAL_UTILISE
    except ErreurJournal as erreur:
        avertir(str(erreur))
        return REFUSE
    except (click.Abort, Cancelled, EOFError, KeyboardInterrupt):
        avertir("Interrompu. Ce que la commande a confirmé est gardé ; le reste est à refaire.")
        return REFUSE
    except SortieFermee:
        raise
    except Exception as bogue:  # noqa: BLE001 - the one end of every bug of a command
        avertir(_avouer(bogue, contexte))
        return REFUSE
    return code if isinstance(code, int) else FAIT


def _avouer(bogue: Exception, contexte: Contexte) -> str:
    """Keep a report of the bug, without content, and say where."""
    phrases = "Quelque chose a mal tourné ; ce que la commande a confirmé est gardé."
    try:
        chemin = garder_rapport(rapport(bogue), contexte)
    except OSError:
        return phrases
    return (
        f"{phrases} Transmettez « {chemin} » à la personne qui vous soutient : "
        "ce rapport ne contient aucune saisie."
    )


def garder_rapport(texte: str, contexte: Contexte) -> Path:
    """Write it for the person alone, in the dossier if there is one, else in the temporary folder.

    Never in a folder that is not yet a journal: it could no longer become one.

    Raises:
        OSError: neither takes it.
    """
    places = [contexte.dossier] if contexte.tient_un_journal else []
    for place in (*places, Path(tempfile.gettempdir())):
        with contextlib.suppress(OSError):
            descripteur, nom = tempfile.mkstemp(".txt", "rapport-", place)
            with os.fdopen(descripteur, "w", encoding="utf-8") as fichier:
                fichier.write(f"{texte}\n")
            return Path(nom)
    raise OSError(errno.EROFS, "no folder takes the report")


def _sorties_en_utf8() -> None:
    """A terminal in the C locale must not turn an accent into a crash."""
    for flux in (sys.stdout, sys.stderr):
        if hasattr(flux, "reconfigure"):
            flux.reconfigure(encoding="utf-8", errors="replace")


def _vider_la_sortie() -> None:
    """Flush now: some Pythons do it at exit, and choose the exit code when the disk is full."""
    if sys.stdout is None:  # started with a closed output
        return
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        _oublier_la_sortie()


def _oublier_la_sortie() -> None:
    """Let what is still to be flushed fall into nothing, or Python would complain of it."""
    with contextlib.suppress(OSError, ValueError):
        rien = os.open(os.devnull, os.O_WRONLY)
        os.dup2(rien, sys.stdout.fileno())
        os.close(rien)
