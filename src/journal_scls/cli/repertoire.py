"""The directory between a coordination and its journals: editions and propositions."""

import tomllib
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from journal_scls.application.repertoire.propositions import ApercuPropositions
from journal_scls.cli import fiches
from journal_scls.cli.contexte import Contexte, avec_dossier, avertir, ecrire, ecrire_json
from journal_scls.cli.francais import CHEMIN, TEXTE, Choix, Groupe, MalUtilise
from journal_scls.domain.echange.refus import RefusInscription
from journal_scls.domain.errors import Environnement
from journal_scls.domain.repertoire.fusion import GenreFiche, nom_de
from journal_scls.domain.repertoire.proposition import ChoixProposition, PropositionRecue
from journal_scls.domain.texte import accorder

_JSON = click.option("--json", "en_json", is_flag=True, help="Pour un script.")


@click.group(cls=Groupe)
def repertoire() -> None:
    """Organismes, milieux, services partenaires, projets et comités."""


@repertoire.command()
@avec_dossier
@click.option("--genre", type=Choix([g.value for g in GenreFiche]), help="Seulement ce genre.")
@click.option("--texte", type=TEXTE, default="", help="Débuts de mots cherchés.")
@_JSON
def lister(contexte: Contexte, *, genre: str | None, texte: str, en_json: bool) -> None:
    """Liste les fiches, une par ligne, puis l'édition de la région."""
    with contexte.journal() as journal:
        vue, etat = journal.repertoire.vue(), journal.repertoire.etat()
    noms = vue.noms
    for fiche in vue.chercher(texte, GenreFiche(genre) if genre else None):
        if en_json:
            ecrire_json(fiches.objet(fiche) | {"regionale": fiche.id in vue.publies})
        else:
            ecrire(fiches.ligne(fiche, noms))
    if not en_json:
        locales = accorder(etat.locales, "fiche locale", "fiches locales")
        ecrire(f"{etat.phrase} ; {locales}.")


@repertoire.command()
@avec_dossier
@click.option("--sortie", type=CHEMIN, required=True, help="Le fichier à écrire (.sclsrep).")
@_JSON
def publier(contexte: Contexte, sortie: Path, *, en_json: bool) -> None:
    """À la coordination : écrit l'édition signée du répertoire, pour tous les journaux."""
    chemin = contexte.destination(sortie) or sortie
    with contexte.journal() as journal:
        publiee = journal.repertoire.editions.publier(chemin)
    if en_json:
        ecrire_json(
            {
                "fichier": str(publiee.fichier),
                "edition": publiee.numero,
                "du": publiee.du.isoformat(),
                "refaite": publiee.refaite,
            }
        )
        return
    suite = ", déjà publiée et sans rien de nouveau depuis" if publiee.refaite else ""
    ecrire(f"Édition {publiee.numero} du {publiee.du}{suite} : écrite dans « {chemin} ».")


@repertoire.command()
@avec_dossier
@click.argument("fichier", type=CHEMIN)
@_JSON
def prendre(contexte: Contexte, fichier: Path, *, en_json: bool) -> None:
    """À l'intervenant : prend l'édition de la région et dit ce qui change."""
    with contexte.journal() as journal:
        prise = journal.repertoire.editions.prendre(fichier)
        suggestions = len(journal.repertoire.doublons())
    if en_json:
        ecrire_json(
            {
                "resultat": prise.effet.value,
                "edition": prise.numero,
                "du": prise.du.isoformat(),
                "message": prise.phrase,
                "changements": [asdict(c) for c in prise.changements],
            }
        )
        return
    ecrire(prise.phrase)
    for changement in prise.changements:
        ecrire(f"  {changement.phrase}")
    if suggestions:
        combien = accorder(suggestions, "doublon possible", "doublons possibles")
        ecrire(f"{combien} : voyez « repertoire doublons ».")


@repertoire.command()
@avec_dossier
@click.option("--sortie", type=CHEMIN, help="Le fichier à écrire.")
@click.option("--essai", is_flag=True, help="Montre ce qui sortirait ; n'écrit rien.")
@click.option("--fiche", "choisies", type=TEXTE, multiple=True, help="Seulement cette fiche.")
@click.option(
    "--apercu",
    "condense",
    type=TEXTE,
    default="",
    help="Le condensé de l'aperçu accepté ; refuse si le contenu a changé depuis.",
)
@_JSON
def proposer(
    contexte: Contexte,
    sortie: Path | None,
    *,
    essai: bool,
    choisies: Sequence[str],
    condense: str,
    en_json: bool,
) -> None:
    """À l'intervenant : propose à la région les fiches faites ici."""
    if sortie is None and not essai:
        raise MalUtilise("Il manque --sortie, ou --essai pour seulement voir.")
    with contexte.journal() as journal:
        vue = journal.repertoire.vue()
        objets = [fiches.trouver(vue, texte).id for texte in choisies]
        propositions = journal.repertoire.propositions
        if essai or sortie is None:
            apercu = propositions.apercu(objets)
        else:
            chemin = contexte.destination(sortie) or sortie
            apercu = propositions.proposer(chemin, objets, condense=condense)
    if en_json:
        ecrire_json(
            {
                "fichier": None if essai else str(sortie),
                "numero": apercu.numero,
                "condense": apercu.condense,
                "lignes": [octets.decode() for octets in apercu.lignes],
            }
        )
        return
    _montrer(apercu)
    if not essai:
        ecrire(f"Propositions écrites : {sortie}")


def _montrer(apercu: ApercuPropositions) -> None:
    for carte in apercu.cartes:
        ecrire(fiches.ligne(carte.fiche, dict(carte.noms)))
    combien = accorder(len(apercu.cartes), "fiche à faire sortir", "fiches à faire sortir")
    ecrire(f"{combien}, et rien d'autre.")
    ecrire(f"Condensé : {apercu.condense}")


@repertoire.command("recevoir-propositions")
@avec_dossier
@click.argument("fichiers", type=CHEMIN, nargs=-1, required=True)
@_JSON
@click.pass_context
def recevoir_propositions(
    ctx: click.Context, contexte: Contexte, fichiers: Sequence[Path], *, en_json: bool
) -> None:
    """À la coordination : prend les propositions des journaux, sans rien décider."""
    lignes: list[dict[str, Any]] = []
    with contexte.journal() as journal:
        for fichier in fichiers:
            try:
                lues = journal.repertoire.propositions.recevoir(fichier)
            except RefusInscription as refus:
                lignes.append(_ligne_refusee(fichier, refus))
                continue
            message = (
                f"{accorder(lues.nouvelles, 'proposition prise', 'propositions prises')} du "
                f"journal {lues.code}, {lues.deja_la} déjà là."
            )
            lignes.append({"fichier": fichier.name, "resultat": "applique" if lues.nouvelles
                           else "doublon", "code": "", "message": message})  # fmt: skip
    if en_json:
        ecrire_json(lignes)
    else:
        for ligne in lignes:
            ecrire(f"{ligne['fichier']} : {ligne['message']}")
    if any(ligne["resultat"] == "refuse" for ligne in lignes):
        avertir("Des fichiers ont été refusés ; voyez les lignes ci-dessus.")
        ctx.exit(1)


def _ligne_refusee(fichier: Path, refus: RefusInscription) -> dict[str, Any]:
    return {"fichier": fichier.name, "resultat": "refuse", "code": refus.code.value,
            "message": str(refus)}  # fmt: skip


@repertoire.command()
@avec_dossier
@click.option("--toutes", is_flag=True, help="Aussi celles qui sont décidées.")
@_JSON
def propositions(contexte: Contexte, *, toutes: bool, en_json: bool) -> None:
    """À la coordination : les propositions qui attendent une décision."""
    with contexte.journal() as journal:
        recues = journal.repertoire.propositions.lister(toutes=toutes)
        codes = journal.region.codes()
    if en_json:
        ecrire_json([_recue(recue, codes[str(recue.journal)]) for recue in recues])
        return
    for recue in recues:
        carte = recue.proposition
        decision = f" : {recue.decision.choix}" if recue.decision else ""
        qui = codes[str(recue.journal)]
        ecrire(f"{qui}{decision}  {fiches.ligne(carte.fiche, dict(carte.noms))}")
    ecrire(f"{accorder(len(recues), 'proposition')}.")


def _recue(recue: PropositionRecue, code: str) -> dict[str, Any]:
    decision = recue.decision
    return {
        "journal": code,
        "numero": recue.numero,
        "fiche": fiches.objet(recue.proposition.fiche),
        "noms": {str(id_): nom for id_, nom in recue.proposition.noms},
        "decision": decision.choix.value if decision else None,
        "raison": decision.raison if decision else "",
        "vers": str(decision.vers) if decision and decision.vers else None,
    }


@repertoire.command()
@avec_dossier
@click.argument("objet", type=TEXTE)
@click.option(
    "--choix", type=Choix([c.value for c in ChoixProposition]), required=True,
    help="nouvelle, doublon (avec --vers) ou refusee (avec --raison).",
)  # fmt: skip
@click.option("--vers", type=TEXTE, default="", help="La fiche que la proposition répète.")
@click.option("--raison", type=TEXTE, default="", help="Pourquoi ; le journal la lira.")
@click.option("--code", type=TEXTE, default="", help="Le code d'un nouveau projet ou comité.")
def decider(
    contexte: Contexte, objet: str, *, choix: str, vers: str, raison: str, code: str
) -> None:
    """À la coordination : décide d'une proposition ; l'édition suivante le dit au journal."""
    with contexte.journal() as journal:
        cible = fiches.trouver(journal.repertoire.vue(), vers).id if vers else None
        recue = journal.repertoire.propositions.decider(
            fiches.identifiant(objet), ChoixProposition(choix), raison=raison, vers=cible, code=code
        )
    ecrire(f"« {nom_de(recue.proposition.fiche)} » : {choix}. Publiez une édition pour le dire.")


@repertoire.command("ajouter-vocabulaire")
@avec_dossier
@click.argument("fichier", type=CHEMIN)
def ajouter_vocabulaire(contexte: Contexte, fichier: Path) -> None:
    """À la coordination : ajoute une édition du vocabulaire (TOML), pour la publier."""
    try:
        donnees = tomllib.loads(fichier.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise Environnement(
            f"Le fichier « {fichier} » ne peut pas être lu comme du TOML.", "Vérifiez-le."
        ) from None
    with contexte.journal() as journal:
        vocabulaire = journal.repertoire.editions.ajouter_vocabulaire(donnees, fichier.name)
    ecrire(f"Vocabulaire « {vocabulaire.libelle} » ajouté ; il sera de la prochaine édition.")
