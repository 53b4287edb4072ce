"""Commands that write entries in clear: for a spreadsheet, or for the person they are about."""

from pathlib import Path

import click

from journal_scls.application.lectures import Filtre
from journal_scls.cli.contexte import Contexte, avec_dossier, avertir, ecrire
from journal_scls.cli.francais import CHEMIN, JOUR, TEXTE, Commande
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.periode import Periode
from journal_scls.domain.texte import accorder

_EN_CLAIR = "Ce fichier n'est pas chiffré : gardez-le en lieu sûr et effacez-le après usage."


@click.command(cls=Commande)
@avec_dossier
@click.option("--sortie", type=CHEMIN, required=True, help="Le fichier à écrire, .xlsx ou .csv.")
@click.option("--du", type=JOUR, help="Depuis cette date.")
@click.option("--au", type=JOUR, help="Jusqu'à cette date.")
@click.option("--texte", type=TEXTE, default="", help="Mots cherchés, sans égard aux accents.")
@click.option("--milieu", type=TEXTE, default="", help="Seulement ce milieu.")
@click.option("--avec-notes", is_flag=True, help="Met aussi les notes et les codes de personnes.")
def exporter(contexte: Contexte, sortie: Path, *, avec_notes: bool, **criteres: object) -> None:
    """Écrit les interventions dans un tableur, sans les notes à moins de les demander."""
    format_ = _format(sortie, ("xlsx", "csv"))
    filtre = Filtre(**criteres)  # type: ignore[arg-type]
    if filtre.du and filtre.au:
        Periode(filtre.du, filtre.au)  # refuses one that ends before it starts
    contexte.destination(sortie)
    with contexte.journal() as journal:
        lignes = journal.exportations.entrees(filtre, confidentiel=avec_notes)
        contenu = journal.documents.entrees(
            lignes, journal.vocabulaires, format_, confidentiel=avec_notes
        )
        journal.documents.ecrire(sortie, contenu)
    ecrire(f"{accorder(len(lignes), 'intervention')} dans {sortie}")
    avertir(_EN_CLAIR)


@click.command(cls=Commande)
@avec_dossier
@click.argument("code", type=TEXTE)
@click.option("--sortie", type=CHEMIN, required=True, help="Le fichier à écrire, .json ou .csv.")
def personne(contexte: Contexte, code: str, sortie: Path) -> None:
    """Écrit tout ce que le journal détient sur une personne, d'après son code local."""
    format_ = _format(sortie, ("json", "csv"))
    contexte.destination(sortie)
    with contexte.journal() as journal:
        dossier = journal.exportations.personne(code)
        contenu = journal.documents.personne(dossier, journal.vocabulaires, format_)
        journal.documents.ecrire(sortie, contenu)
    ecrire(f"{accorder(len(dossier.ecritures), 'intervention')} dans {sortie}")
    avertir(_EN_CLAIR)
    avertir("Relisez les notes avant de le remettre : elles peuvent parler de quelqu'un d'autre.")


def _format(sortie: Path, permis: tuple[str, ...]) -> str:
    format_ = sortie.suffix.lower().removeprefix(".")
    if format_ not in permis:
        raise RegleMetier(
            f"« {sortie.name} » ne dit pas quel genre de fichier écrire.",
            f"Terminez son nom par {' ou '.join(f'.{nom}' for nom in permis)}.",
        )
    return format_
