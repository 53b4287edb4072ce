"""Enrolment and keys: three small files and two telephone calls, then what may happen to keys."""

from pathlib import Path

import click

from journal_scls.application.ports_dossiers import Secret
from journal_scls.cli.contexte import Contexte, avec_dossier, ecrire
from journal_scls.cli.francais import CHEMIN, TEXTE, Commande, Entier, Groupe

_SORTIE = click.option(
    "--sortie", type=CHEMIN, required=True, help="Le fichier à écrire, à envoyer à l'autre."
)
_EMPREINTE = click.option(
    "--empreinte",
    type=TEXTE,
    required=True,
    help="Les 30 chiffres que l'autre personne vous dicte au téléphone.",
)


@click.command(cls=Commande)
@avec_dossier
def empreinte(contexte: Contexte) -> None:
    """Montre l'empreinte de ce dossier : 30 chiffres à dicter au téléphone."""
    with contexte.journal() as journal:
        ecrire(journal.identites.ici().empreinte)


@click.group(cls=Groupe)
def coordination() -> None:
    """Inscription d'un journal auprès de sa région, et clés."""


@coordination.command()
@avec_dossier
@_SORTIE
def inviter(contexte: Contexte, sortie: Path) -> None:
    """À la coordination : écrit une invitation, pour un seul journal."""
    chemin = _destination(contexte, sortie)
    with contexte.journal() as journal:
        journal.inscriptions.inviter(chemin)
        chiffres = journal.identites.ici().empreinte
    ecrire(f"Invitation écrite : {chemin}")
    ecrire(f"Votre empreinte, à dicter au téléphone : {chiffres}")


@coordination.command()
@avec_dossier
@click.argument("fichier", type=CHEMIN)
@_EMPREINTE
@_SORTIE
def demander(contexte: Contexte, fichier: Path, empreinte: str, sortie: Path) -> None:
    """À l'intervenant : répond à une invitation, l'empreinte de la région à l'appui."""
    chemin = _destination(contexte, sortie)
    with contexte.journal() as journal:
        region = journal.inscriptions.demander(fichier, empreinte, chemin)
        chiffres = journal.identites.ici().empreinte
    ecrire(f"Demande à « {region.nom} » écrite : {chemin}")
    ecrire(f"Votre empreinte, à dicter au téléphone : {chiffres}")


@coordination.command()
@avec_dossier
@click.argument("fichier", type=CHEMIN)
@_EMPREINTE
@_SORTIE
def accepter(contexte: Contexte, fichier: Path, empreinte: str, sortie: Path) -> None:
    """À la coordination : inscrit un journal, l'empreinte de l'intervenant à l'appui."""
    chemin = _destination(contexte, sortie)
    with contexte.journal() as journal:
        inscription = journal.inscriptions.accepter(fichier, empreinte, chemin)
    ecrire(f"Journal {inscription.code} inscrit. Acceptation écrite : {chemin}")


@coordination.command()
@avec_dossier
@click.argument("fichier", type=CHEMIN)
def rejoindre(contexte: Contexte, fichier: Path) -> None:
    """À l'intervenant : prend l'acceptation; les lots peuvent ensuite être exportés."""
    with contexte.journal() as journal:
        region = journal.inscriptions.rejoindre(fichier)
    ecrire(f"Ce journal a rejoint « {region.nom} ».")


@coordination.command("cle-secours")
@avec_dossier
@click.option("--sortie", type=CHEMIN, required=True, help="Le fichier à imprimer, puis à effacer.")
def cle_secours(contexte: Contexte, sortie: Path) -> None:
    """À la coordination : écrit la clé de secours de la région, à garder sous clé."""
    chemin = _destination(contexte, sortie)
    with contexte.journal() as journal:
        contexte.atelier.dossiers.confirmer(contexte.dossier, Secret(phrase=contexte.phrase()))
        publique = journal.identites.sortir_cle_secours(chemin)
    ecrire(f"Clé de secours écrite : {chemin}")
    ecrire(f"Elle ouvre ce qui est chiffré pour {publique}.")
    ecrire("Imprimez-la, gardez-la sous clé, puis effacez le fichier.")


@coordination.command("changer-cles")
@avec_dossier
@click.option("--refaire", is_flag=True, help="Refait le dernier fichier, s'il s'est perdu.")
@_SORTIE
def changer_cles(contexte: Contexte, sortie: Path, *, refaire: bool) -> None:
    """À l'intervenant : change les clés de ce journal à partir du prochain lot."""
    chemin = _destination(contexte, sortie)
    with contexte.journal() as journal:
        fait = journal.cles.changer(chemin, refaire=refaire)
    ecrire(f"Changement de clés à partir du lot {fait.depuis_seq} écrit : {chemin}")
    ecrire("Envoyez-le à la coordination avant le prochain lot, et faites une sauvegarde.")
    ecrire(f"Votre empreinte est maintenant : {fait.empreinte}")


@coordination.command("prendre-cles")
@avec_dossier
@click.argument("fichier", type=CHEMIN)
@click.option(
    "--empreinte",
    type=TEXTE,
    default="",
    help="La nouvelle empreinte, entendue au téléphone, quand le journal vient d'une sauvegarde "
    "plus ancienne que ses clés.",
)
def prendre_cles(contexte: Contexte, fichier: Path, empreinte: str) -> None:
    """À la coordination : prend les nouvelles clés d'un journal inscrit."""
    with contexte.journal() as journal:
        inscription, nouvelles = journal.cles.prendre(fichier, empreinte)
    if nouvelles:
        ecrire(f"Les nouvelles clés du journal {inscription.code} sont prises.")
    else:
        ecrire(f"Ces clés du journal {inscription.code} étaient déjà prises : rien n'a changé.")


@coordination.command()
@avec_dossier
@click.argument("journal", type=TEXTE)
@click.option(
    "--apres-seq",
    type=Entier(0),
    required=True,
    help="Dernier lot qui compte ; 0 retire tous les lots.",
)
@click.option("--raison", type=TEXTE, required=True, help="Pourquoi ; gardé au registre.")
def revoquer(contexte: Contexte, journal: str, apres_seq: int, raison: str) -> None:
    """À la coordination : ne croit plus un journal après un de ses lots, pour toujours."""
    with contexte.journal() as ouvert:
        inscription = ouvert.cles.revoquer(journal, apres_seq, raison)
    if apres_seq:
        ecrire(f"Journal {inscription.code} révoqué après le lot {apres_seq}.")
        ecrire("Ce que les lots suivants ont apporté ne compte plus dans les chiffres.")
    else:
        ecrire(f"Journal {inscription.code} révoqué : aucun de ses lots ne compte plus.")


def _destination(contexte: Contexte, sortie: Path) -> Path:
    return contexte.destination(sortie) or sortie
