"""Commands that add to the journal and read it."""

import json
from pathlib import Path

import click

from journal_scls.application.lectures import Filtre, LigneJournal
from journal_scls.application.reprise.colonnes import Correspondance, fiche_reconnue
from journal_scls.application.reprise.fiche import ecrire_fiche, identifiant_de
from journal_scls.application.reprise.reprise import ResultatReprise
from journal_scls.cli.contexte import (
    Contexte,
    avec_dossier,
    avertir,
    ecrire,
    ecrire_json,
    progression,
)
from journal_scls.cli.francais import CHEMIN, JOUR, TEXTE, Commande
from journal_scls.domain.errors import Environnement, RegleMetier
from journal_scls.domain.journal.intervention import Statut
from journal_scls.domain.lecture import ecrire_duree
from journal_scls.domain.periode import Periode
from journal_scls.domain.texte import accorder

_REFUS_MONTRES = 20


@click.command(cls=Commande)
@avec_dossier
@click.argument("fichier", type=CHEMIN)
@click.option("--correspondance", type=CHEMIN, help="Autres noms de colonnes et de valeurs (TOML).")
@click.option("--essai", is_flag=True, help="Ne change rien, dit ce qui arriverait.")
@click.option("--refus", type=CHEMIN, help="Où écrire les lignes refusées avec leurs raisons.")
@click.option("--json", "en_json", is_flag=True, help="Le résultat en JSON, pour un script.")
@click.pass_context
def reprendre(
    ctx: click.Context,
    contexte: Contexte,
    fichier: Path,
    correspondance: Path | None,
    refus: Path | None,
    *,
    essai: bool,
    en_json: bool,
) -> None:
    """Reprend un journal tenu dans Excel ou en CSV ; deux fois ne change rien."""
    contexte.destination(refus)
    with contexte.journal() as journal:
        resultat = journal.reprise.reprendre(
            fichier,
            correspondance=_correspondance(contexte, correspondance),
            essai=essai,
            refus=refus,
            progress=progression(),
        )
    if en_json:
        ecrire_json(_en_json(resultat))
    else:
        _raconter(resultat, refus)
    if resultat.refus:
        ctx.exit(1)


def _correspondance(contexte: Contexte, chemin: Path | None) -> Correspondance | None:
    return None if chemin is None else contexte.atelier.tableaux.correspondance(chemin)


def _en_json(resultat: ResultatReprise) -> dict[str, object]:
    return {
        "prises": resultat.prises,
        "deja_la": resultat.deja_la,
        "refusees": resultat.refusees,
        "refus": [
            {"ligne": r.ligne, "colonne": r.colonne, "raison": r.raison} for r in resultat.refus
        ],
        "colonnes_ignorees": list(resultat.colonnes_ignorees),
        "sans_nombre_de_personnes": resultat.sans_nombre,
        "essai": resultat.essai,
    }


def _raconter(resultat: ResultatReprise, refus: Path | None) -> None:
    if resultat.essai:
        ecrire("Essai : rien n'a été modifié.")
    ecrire(
        f"{accorder(resultat.prises, 'prise')}, {resultat.deja_la} déjà là, "
        f"{accorder(resultat.refusees, 'refusée')}."
    )
    if resultat.colonnes_ignorees:
        ecrire(f"Colonnes ignorées : {', '.join(resultat.colonnes_ignorees)}.")
    if resultat.sans_nombre:
        ecrire(
            "Sans nombre de personnes, donc comptées pour 0 participation : "
            f"{accorder(resultat.sans_nombre, 'ligne')}."
        )
    for r in resultat.refus[: None if refus is None else _REFUS_MONTRES]:
        colonne = f", colonne {r.colonne}" if r.colonne else ""
        avertir(f"Ligne {r.ligne}{colonne} : {_sur_une_ligne(r.raison)}")
    if refus is not None and resultat.refus:
        avertir(f"Les lignes refusées sont dans « {refus} » : corrigez-les et reprenez ce fichier.")


def _sur_une_ligne(texte: str) -> str:
    return " ".join(texte.split())


@click.command(cls=Commande)
@avec_dossier
@click.option("--json", "fichier", type=CHEMIN, required=True, help="Une intervention par ligne.")
@click.pass_context
def saisir(ctx: click.Context, contexte: Contexte, fichier: Path) -> None:
    """Ajoute des interventions écrites en JSON, une par ligne."""
    refusees = 0
    lignes = _lire_lignes(fichier)
    with contexte.journal() as journal:
        for numero, texte in lignes:
            try:
                fiche, ignorees = fiche_reconnue(_objet(texte))
                intervention = journal.interventions.saisir_fiche(fiche)
            except RegleMetier as erreur:
                refusees += 1
                avertir(f"Ligne {numero} : {_sur_une_ligne(str(erreur))}")
                continue
            if ignorees:
                noms = _sur_une_ligne(", ".join(ignorees))
                avertir(f"Ligne {numero} : colonnes ignorées : {noms}.")
            ecrire_json({"ligne": numero, "id": str(intervention.id), "revision": 1})
    if refusees:
        ctx.exit(1)


@click.command(cls=Commande)
@avec_dossier
@click.argument("identifiant", type=TEXTE)
@click.option("--json", "fichier", type=CHEMIN, required=True, help="Les colonnes à changer.")
def corriger(contexte: Contexte, identifiant: str, fichier: Path) -> None:
    """Corrige une intervention ; les versions d'avant restent."""
    lignes = _lire_lignes(fichier)
    if len(lignes) != 1:
        raise RegleMetier(
            f"« {fichier.name} » doit contenir un seul objet JSON.", "Écrivez-le sur une ligne."
        )
    fiche, inconnues = fiche_reconnue(_objet(lignes[0][1]))
    with contexte.journal() as journal:
        suivante = journal.interventions.corriger_fiche(
            identifiant_de(identifiant), fiche | dict.fromkeys(inconnues)
        )
    ecrire(f"Intervention {suivante.id} : révision {suivante.revision}.")


@click.command(cls=Commande)
@avec_dossier
@click.argument("identifiant", type=TEXTE)
@click.option("--raison", type=TEXTE, required=True, help="Pourquoi.")
def annuler(contexte: Contexte, identifiant: str, raison: str) -> None:
    """Annule une intervention ; elle reste lisible et sort des chiffres."""
    with contexte.journal() as journal:
        annulee = journal.interventions.annuler(identifiant_de(identifiant), raison)
    ecrire(f"Intervention {annulee.id} annulée.")


@click.command(cls=Commande)
@avec_dossier
@click.option("--du", type=JOUR, help="Depuis cette date.")
@click.option("--au", type=JOUR, help="Jusqu'à cette date.")
@click.option("--texte", type=TEXTE, default="", help="Mots cherchés, sans égard aux accents.")
@click.option("--milieu", type=TEXTE, default="", help="Seulement ce milieu.")
@click.option("--annulees", is_flag=True, help="Montre aussi les interventions annulées.")
@click.option("--json", "en_json", is_flag=True, help="Un objet JSON par ligne.")
def lister(contexte: Contexte, *, en_json: bool, **criteres: object) -> None:
    """Liste les interventions, une par ligne, les plus anciennes d'abord."""
    filtre = Filtre(**criteres)  # type: ignore[arg-type]
    if filtre.du and filtre.au:
        Periode(filtre.du, filtre.au)  # refuses one that ends before it starts
    with contexte.journal() as journal:
        vocabulaires = journal.vocabulaires
        for ligne in journal.lectures.parcourir(filtre):
            if en_json:
                ecrire_json(ecrire_fiche(ligne))
            else:
                ecrire(_en_texte(ligne, vocabulaires.libelle("activite", ligne.activite)))


def _en_texte(ligne: LigneJournal, activite: str) -> str:
    lieu = ligne.milieu or "sans milieu"
    morceaux = [
        ligne.date.isoformat(),
        ecrire_duree(ligne.duree_min).rjust(9),
        lieu,
        activite,
        f"{len(ligne.references)} réf." if ligne.references else "",
        "(annulée)" if ligne.statut is Statut.ANNULEE else "",
        str(ligne.id),
    ]
    return "  ".join(morceau for morceau in morceaux if morceau)


def _lire_lignes(fichier: Path) -> list[tuple[int, str]]:
    try:
        texte = fichier.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise Environnement(
            f"Le fichier « {fichier} » ne peut pas être lu.",
            "Vérifiez son nom ; il doit être en UTF-8.",
        ) from None
    lignes = enumerate(texte.split("\n"), start=1)
    return [(numero, ligne) for numero, ligne in lignes if ligne.strip()]


class _Paires(list[tuple[str, object]]):
    """A JSON object as it is written: a key that comes twice is seen."""


def _objet(texte: str) -> _Paires:
    try:
        objet = json.loads(texte, object_pairs_hook=_Paires)
        json.dumps(objet, ensure_ascii=False).encode()  # a lone surrogate is no text
    except (ValueError, RecursionError):
        objet = None
    if not isinstance(objet, _Paires):
        raise RegleMetier("Ce n'est pas un objet JSON.", 'Écrivez {"date": "2025-03-14", …}.')
    return objet
