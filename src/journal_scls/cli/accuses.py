"""Accusés, in the group `lot`: written at the coordination, taken in by the journals."""

from dataclasses import asdict
from pathlib import Path

import click

from journal_scls.application.lots.accuses import REFUSE, AccuseEcrit
from journal_scls.application.lots.situation_accuses import SUITE_OBJECTION
from journal_scls.cli.contexte import Contexte, avec_dossier, avertir, ecrire, ecrire_json
from journal_scls.cli.francais import CHEMIN, Commande
from journal_scls.domain.echange.accuse import DemandeAccuse
from journal_scls.domain.texte import accorder


@click.command(cls=Commande)
@avec_dossier
@click.option("--sortie", type=CHEMIN, required=True, help="Le dossier où les mettre.")
def accuser(contexte: Contexte, sortie: Path) -> None:
    """À la coordination : écrit un accusé par journal qui a du nouveau."""
    with contexte.journal() as journal:
        ecrits = journal.accuses.accuser(sortie)
    if not ecrits:
        ecrire("Aucun journal n'est inscrit : il n'y a rien à accuser.")
    for ecrit in ecrits:
        if ecrit.nouveau:
            ecrire(_ligne(ecrit))
    deja = sum(not ecrit.nouveau for ecrit in ecrits)
    if deja:
        combien = accorder(deja, "journal", "journaux")
        ecrire(f"Rien de nouveau pour {combien} : les accusés déjà dans ce dossier suffisent.")


@click.command("recevoir-accuse", cls=Commande)
@avec_dossier
@click.argument("fichiers", type=CHEMIN, nargs=-1, required=True)
@click.option("--json", "en_json", is_flag=True, help="Une liste JSON, pour un script.")
@click.pass_context
def recevoir_accuse(
    ctx: click.Context, contexte: Contexte, fichiers: tuple[Path, ...], *, en_json: bool
) -> None:
    """À l'intervenant : prend des accusés et dit ce que la coordination a reçu."""
    with contexte.journal() as journal:
        lus = journal.accuses.recevoir(fichiers)
        situation = journal.accuses.situation()
    if en_json:
        ecrire_json([asdict(lu) for lu in lus])
    else:
        for lu in lus:
            ecrire(f"{lu.fichier} : {lu.message} {lu.suite}".rstrip())
        for phrase in situation.phrases:
            ecrire(phrase)
        for seq in situation.a_refaire:
            ecrire(f"Pour le refaire : journal-scls lot exporter --sortie DOSSIER --seq {seq}")
    if situation.objections:
        avertir(f"Les exportations sont arrêtées. {SUITE_OBJECTION}")
    refuses = sum(lu.resultat == REFUSE for lu in lus)
    if refuses:
        combien = accorder(refuses, "fichier refusé", "fichiers refusés")
        avertir(f"{combien} ; voyez les lignes ci-dessus.")
        ctx.exit(1)


def _ligne(ecrit: AccuseEcrit) -> str:
    qui = f"{ecrit.code} ({ecrit.nom})" if ecrit.nom else ecrit.code
    complet = ", demande un lot complet" if ecrit.demande is DemandeAccuse.COMPLET else ""
    return f"{qui} : accusé {ecrit.numero}{complet}, dans {ecrit.fichier}"
