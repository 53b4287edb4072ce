"""Commands of a coordination about the lots it receives."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from journal_scls.application.lots.etat_region import EtatJournal, EtatRegion
from journal_scls.application.lots.receptions import ResultatFichier
from journal_scls.cli.contexte import (
    Contexte,
    avec_dossier,
    avertir,
    ecrire,
    ecrire_json,
    progression,
)
from journal_scls.cli.francais import CHEMIN, TEXTE, Commande, MalUtilise
from journal_scls.domain.texte import accorder

_MOTS = {
    "applique": "IMPORTÉ",
    "doublon": "DÉJÀ LÀ",
    "en_attente": "EN ATTENTE",
    "quarantaine": "QUARANTAINE",
    "refuse": "REFUSÉ",
}
_LARGEUR = max(map(len, _MOTS.values()))


@click.command("importer", cls=Commande)
@avec_dossier
@click.argument("fichiers", nargs=-1, type=CHEMIN)
@click.option("--reprendre", is_flag=True, help="Réessaie les fichiers mis de côté.")
@click.option("--json", "en_json", is_flag=True, help="Une liste JSON, pour un script.")
@click.pass_context
def lot_importer(
    ctx: click.Context,
    contexte: Contexte,
    fichiers: Sequence[Path],
    *,
    reprendre: bool,
    en_json: bool,
) -> None:
    """À la coordination : importe des lots, ou tous ceux d'un dossier."""
    if not fichiers and not reprendre:
        raise MalUtilise("Il manque les fichiers à importer, ou --reprendre.")
    resultats: list[ResultatFichier] = []
    with contexte.journal() as journal:
        if fichiers:
            resultats += journal.receptions.importer(fichiers, progression())
        if reprendre:
            resultats += journal.receptions.reprendre(progression())
        codes = journal.region.codes()
    if en_json:
        ecrire_json([_objet(r) for r in resultats])
    else:
        for r in resultats:
            ecrire(_ligne(r, codes.get(r.journal, "")))
    _conclure(ctx, resultats)


@click.command("etat", cls=Commande)
@avec_dossier
@click.option("--json", "en_json", is_flag=True, help="Un objet JSON, pour un script.")
def lot_etat(contexte: Contexte, *, en_json: bool) -> None:
    """À la coordination : ce que chaque journal a envoyé, et ce qui manque."""
    with contexte.journal() as journal:
        etat = journal.region.etat_region(progression())
    if en_json:
        ecrire_json(_objet_etat(etat))
        return
    for j in etat.journaux:
        ecrire(_ligne_etat(j))
    ecrire(f"{etat.phrase}.")


@click.command("reconstruire", cls=Commande)
@avec_dossier
@click.option("--sortie", type=CHEMIN, required=True, help="Dossier vide où le refaire.")
@click.option(
    "--vers", type=TEXTE, default="", help="Adresse d'une base vide, sur un serveur PostgreSQL."
)
@click.pass_context
def lot_reconstruire(ctx: click.Context, contexte: Contexte, sortie: Path, vers: str) -> None:
    """À la coordination : refait le dossier à partir des fichiers gardés, et compare."""
    with contexte.journal() as journal:
        bilan = journal.reconstruction.reconstruire(sortie, progression(), vers=vers)
    ecrire(f"Dossier refait dans : {sortie}")
    lignes = accorder(bilan.communes, "ligne identique", "lignes identiques")
    ecrire(f"Relu : {accorder(len(bilan.fichiers), 'fichier')}, {lignes}.")
    if not bilan.identique:
        avertir(
            f"Le dossier refait diffère : {accorder(bilan.manquantes, 'ligne')} en moins, "
            f"{bilan.nouvelles} en plus. Gardez les deux et demandez conseil."
        )
        ctx.exit(1)


def _conclure(ctx: click.Context, resultats: Sequence[ResultatFichier]) -> None:
    autres = [r for r in resultats if not r.accepte]
    if not autres:
        return
    compte = Counter(r.resultat.value for r in autres)
    details = ", ".join(f"{n} {_MOTS[mot].lower()}" for mot, n in compte.items())
    avertir(
        f"{accorder(len(autres), 'fichier')} sur {len(resultats)} à regarder ({details}) ; "
        "voyez les lignes ci-dessus."
    )
    ctx.exit(1)


def _ligne(r: ResultatFichier, code: str) -> str:
    qui = f"{code} : " if code else ""
    return f"{_MOTS[r.resultat.value]:<{_LARGEUR}} {r.fichier} : {qui}{_phrase(r)}"


def _phrase(r: ResultatFichier) -> str:
    return f"{r.message} {r.suite}".strip()


def _objet(r: ResultatFichier) -> dict[str, Any]:
    """The keys of contracts.md, where the next step belongs to the message."""
    return {
        "fichier": r.fichier,
        "resultat": r.resultat.value,
        "code": r.code,
        "message": _phrase(r),
        "journal": r.journal or None,
        "seq": r.seq,
    }


def _ligne_etat(j: EtatJournal) -> str:
    qui = f"{j.code} ({j.nom})" if j.nom else j.code
    if j.dernier is None:
        return f"{qui} : rien reçu"
    depuis = "aujourd'hui" if not j.jours_depuis else f"il y a {accorder(j.jours_depuis, 'jour')}"
    alertes = "".join(f" ; {alerte}" for alerte in j.alertes)
    return f"{qui} : lot {j.dernier.seq}, {depuis}, {accorder(j.ecritures, 'écriture')}{alertes}"


def _objet_etat(etat: EtatRegion) -> dict[str, Any]:
    return {
        "phrase": etat.phrase,
        "complet": etat.complet,
        "mis_de_cote": {r.value: n for r, n in etat.mis_de_cote.items()},
        "journaux": [_objet_journal(j) for j in etat.journaux],
    }


def _objet_journal(j: EtatJournal) -> dict[str, Any]:
    return {
        "journal": str(j.journal),
        "code": j.code,
        "nom": j.nom,
        "dernier": None if j.dernier is None else j.dernier.seq,
        "jours_depuis": j.jours_depuis,
        "ecritures": j.ecritures,
        "concorde": j.concorde,
        "trous_ouverts": j.trous_ouverts,
        "incarnations": [
            {
                "incarnation": str(i.incarnation),
                "epoque": i.epoque,
                "recus": [list(plage) for plage in i.recus],
                "manquants": [list(plage) for plage in i.manquants],
                "bifurcations": list(i.bifurcations),
            }
            for i in j.incarnations
        ],
        "ruptures": [{"seq": r.seq, "empreinte": r.empreinte} for r in j.ruptures],
        "bifurcations": [
            {"incarnation": str(b.incarnation), "seq": b.seq, "empreintes": list(b.empreintes)}
            for b in j.bifurcations
        ],
        "conflits": [
            {
                "entree": str(c.entree),
                "epoque": c.epoque,
                "rev": c.rev,
                "versions": [v.ligne.decode("utf-8") for v in c.rivales],
            }
            for c in j.conflits
        ],
        "alertes": list(j.alertes),
    }
