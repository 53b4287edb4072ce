"""Commands about lots: what would leave, the file that carries it, and whether it is good."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from journal_scls.application.lots.apercus import Apercu
from journal_scls.application.lots.verifications import VerificationFichier
from journal_scls.cli.contexte import Contexte, avec_dossier, avertir, ecrire, ecrire_json
from journal_scls.cli.francais import CHEMIN, JOUR, TEXTE, Entier, Groupe, MalUtilise
from journal_scls.domain.echange.partage import GenreLot
from journal_scls.domain.periode import Periode
from journal_scls.domain.texte import accorder

_GENRES = {
    GenreLot.DELTA: "changements",
    GenreLot.COMPLET: "lot complet",
    GenreLot.CLOTURE: "clôture",
}


@click.group(cls=Groupe)
def lot() -> None:
    """Lots signés et chiffrés, du journal à la coordination."""


@lot.command("apercu")
@avec_dossier
@click.option("--complet", is_flag=True, help="Comme si tout repartait.")
@click.option("--json", "en_json", is_flag=True, help="Les lignes mêmes, pour un script.")
def lot_apercu(contexte: Contexte, *, complet: bool, en_json: bool) -> None:
    """Montre les lignes qui sortiraient, et rien d'autre ; n'exporte rien."""
    with contexte.journal() as journal:
        apercu = journal.envois.apercu(GenreLot.COMPLET if complet else GenreLot.DELTA)
        if en_json:
            ecrire_json(
                {
                    "seq": apercu.seq,
                    "genre": apercu.genre.value,
                    "ecritures": apercu.ecritures,
                    "retraits": apercu.retraits,
                    "condense": apercu.condense,
                    "lignes": [ligne.decode() for ligne in apercu.lignes],
                }
            )
        else:
            _montrer(apercu)


@lot.command("exporter")
@avec_dossier
@click.option("--sortie", type=CHEMIN, required=True, help="Dossier où mettre le fichier.")
@click.option("--complet", is_flag=True, help="Tout, et pas seulement ce qui a changé.")
@click.option("--cloture", is_flag=True, help="Déclare finie la période de --du à --au.")
@click.option("--du", type=JOUR, help="Premier jour de la période close.")
@click.option("--au", type=JOUR, help="Dernier jour de la période close.")
@click.option("--seq", type=Entier(1), help="Refait le fichier d'un lot déjà fait.")
@click.option(
    "--apercu",
    "condense",
    type=TEXTE,
    default="",
    help="Le condensé de l'aperçu accepté ; refuse si le contenu a changé depuis.",
)
@click.option("--json", "en_json", is_flag=True, help="Un objet JSON, pour un script.")  # fmt: skip
def lot_exporter(
    contexte: Contexte,
    sortie: Path,
    *,
    complet: bool,
    cloture: bool,
    du: date | None,
    au: date | None,
    seq: int | None,
    condense: str,
    en_json: bool,
) -> None:
    """Écrit sur une clé ou dans un dossier le lot de ce qui a changé, puis le relit."""
    genre, periode = _genre(complet=complet, cloture=cloture, du=du, au=au)
    if seq is not None and (genre is not GenreLot.DELTA or condense):
        raise MalUtilise("--seq refait un lot tel qu'il était : il va sans autre choix.")
    with contexte.journal() as journal:
        if seq is None:
            ecrit = journal.envois.exporter(sortie, genre, periode, condense=condense)
        else:
            ecrit = journal.envois.reexporter(sortie, seq)
    if en_json:
        ecrire_json({"fichier": str(ecrit.fichier), "seq": ecrit.seq, "ecritures": ecrit.ecritures})
        return
    deja = ", déjà fait et sans rien de nouveau depuis" if ecrit.refait and seq is None else ""
    pluriel = "s" if ecrit.ecritures > 1 else ""
    ecrire(
        f"Lot {ecrit.seq} ({_GENRES[ecrit.genre]}{deja}), {ecrit.ecritures} écriture{pluriel} : "
        f"écrit et relu dans « {ecrit.fichier} »."
    )


@lot.command("verifier")
@avec_dossier
@click.argument("fichiers", type=CHEMIN, nargs=-1, required=True)
@click.option("--json", "en_json", is_flag=True, help="Une liste JSON, pour un script.")
@click.pass_context
def lot_verifier(
    ctx: click.Context, contexte: Contexte, fichiers: Sequence[Path], *, en_json: bool
) -> None:
    """Vérifie des fichiers de lots sans rien importer."""
    with contexte.journal() as journal:
        verifies = journal.verifications.verifier(fichiers)
    if en_json:
        ecrire_json([_sans_suite(v) for v in verifies])
    else:
        for v in verifies:
            ecrire(f"{'OK    ' if v.valide else 'ÉCHEC '} {v.fichier} : {v.message} {v.suite}")
    rates = sum(not v.valide for v in verifies)
    if rates:
        avertir(f"{accorder(rates, 'fichier')} à ne pas importer ; voyez les lignes ci-dessus.")
        ctx.exit(1)


@lot.command("nouvelle-incarnation")
@avec_dossier
@click.option("--raison", type=TEXTE, required=True, help="Par exemple « sauvegarde restaurée ».")
def lot_nouvelle_incarnation(contexte: Contexte, raison: str) -> None:
    """Décide que ce journal, restauré ou recopié, est désormais le seul qui exporte."""
    with contexte.journal() as journal:
        incarnation = journal.envois.nouvelle_incarnation(raison)
    ecrire(f"Nouvelle incarnation commencée (époque {incarnation.epoque}).")
    ecrire("Le prochain lot sera complet. N'exportez plus jamais de l'autre copie.")


def _genre(
    *, complet: bool, cloture: bool, du: date | None, au: date | None
) -> tuple[GenreLot, Periode | None]:
    if complet and cloture:
        raise MalUtilise("Choisissez --complet ou --cloture, pas les deux.")
    if not cloture:
        if du or au:
            raise MalUtilise("--du et --au vont avec --cloture.")
        return (GenreLot.COMPLET if complet else GenreLot.DELTA), None
    if du is None or au is None:
        raise MalUtilise("--cloture demande --du et --au.")
    return GenreLot.CLOTURE, Periode(du, au)


def _montrer(apercu: Apercu) -> None:
    for octets in apercu.lignes:
        ligne = apercu.decrire(octets)
        ecrire(f"{ligne.id} (révision {ligne.rev}){' : retrait' if ligne.retrait else ''}")
        for champ in ligne.champs:
            ecrire(f"  {champ.libelle} : {champ.valeur}")
    ecrire(
        f"Lot {apercu.seq} ({_GENRES[apercu.genre]}) : {accorder(apercu.ecritures, 'écriture')} et "
        f"{accorder(apercu.retraits, 'retrait')} à faire sortir, et rien d'autre."
    )
    ecrire(f"Condensé : {apercu.condense}")


def _sans_suite(v: VerificationFichier) -> dict[str, object]:
    """The keys of contracts.md, where the next step belongs to the message."""
    champs = asdict(v)
    suite = champs.pop("suite")
    return champs | {"message": f"{v.message} {suite}".strip()}
