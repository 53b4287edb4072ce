"""Commands on the cards of the directory: added, closed, folded, moved."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import click

from journal_scls.application.journal import Journal
from journal_scls.cli import fiches
from journal_scls.cli.contexte import Contexte, avec_dossier, ecrire, ecrire_json
from journal_scls.cli.francais import JOUR, TEXTE, Choix, Commande, Entier, MalUtilise
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.repertoire.fusion import FicheRepertoire, GenreFiche, nom_de
from journal_scls.domain.repertoire.lieux import EtatMilieu, Milieu, Organisme, Tenure
from journal_scls.domain.repertoire.partenaires import (
    Comite,
    Projet,
    ServicePartenaire,
    StatutProjet,
)
from journal_scls.domain.texte import accorder

_TENURE = Choix([t.value for t in Tenure if t is not Tenure.SANS_MILIEU])
_LE = click.option("--le", type=JOUR, required=True, help="À partir de ce jour.")


@click.command("ajouter-organisme", cls=Commande)
@avec_dossier
@click.argument("nom", type=TEXTE)
@click.option("--tenure", type=_TENURE, required=True)
@click.option("--code", type=TEXTE, default="")
@click.option("--du", type=JOUR, help="Premier jour.")
def ajouter_organisme(
    contexte: Contexte, nom: str, *, tenure: str, code: str, du: date | None
) -> None:
    """Ajoute un office, un OBNL ou une coopérative."""
    organisme = Organisme(
        id=nouvel_identifiant(), nom=nom, code=code, tenure=Tenure(tenure), valide_du=du
    )
    with contexte.journal() as journal:
        journal.repertoire.enregistrer(organismes=[organisme])
    _dire(organisme)


@click.command("ajouter-milieu", cls=Commande)
@avec_dossier
@click.argument("nom", type=TEXTE)
@click.option("--tenure", type=_TENURE, required=True)
@click.option("--organisme", type=TEXTE, default="", help="Nom ou code au répertoire.")
@click.option("--mrc", type=TEXTE, default="")
@click.option("--categorie", type=TEXTE, default="", help="FAM, PA, PS, MIXTE ou AUTRE.")
@click.option("--logements", type=Entier(1), help="Nombre de logements.")
@click.option("--code", type=TEXTE, default="")
def ajouter_milieu(contexte: Contexte, nom: str, *, code: str, **etat: object) -> None:
    """Ajoute un immeuble ou un ensemble d'immeubles."""
    with contexte.journal() as journal:
        milieu = Milieu(id=nouvel_identifiant(), nom=nom, code=code, etats=(_etat(journal, etat),))
        journal.repertoire.enregistrer(milieux=[milieu])
    _dire(milieu)


@click.command("ajouter-service", cls=Commande)
@avec_dossier
@click.argument("nom", type=TEXTE)
@click.option("--destination", type=TEXTE, required=True, help="Par exemple CISSS ou OC.")
@click.option("--service", type=TEXTE, default="AUTRE", help="Par exemple SANTE_MENTALE.")
@click.option("--mrc", type=TEXTE, default="", help="Vide : toute la région.")
@click.option("--du", type=JOUR, help="Premier jour.")
def ajouter_service(
    contexte: Contexte, nom: str, *, destination: str, service: str, mrc: str, du: date | None
) -> None:
    """Ajoute un service vers lequel on oriente ; jamais une personne."""
    with contexte.journal() as journal:
        code = _code(journal, "destination", destination)
        partenaire = ServicePartenaire(
            id=nouvel_identifiant(),
            nom=nom,
            destination=code,
            service=_service(journal, code, service),
            mrc=mrc,
            valide_du=du,
        )
        journal.repertoire.enregistrer(services=[partenaire])
    _dire(partenaire)


@click.command("ajouter-projet", cls=Commande)
@avec_dossier
@click.argument("titre", type=TEXTE)
@click.option("--code", type=TEXTE, default="", help="Fait du titre s'il manque.")
@click.option("--type", "type_", type=TEXTE, default="PROJET_DEMARCHE", help="Type d'action.")
@click.option("--statut", type=Choix([s.value for s in StatutProjet]), default="EN_COURS")
@click.option("--du", type=JOUR, help="Premier jour.")
@click.option("--au", type=JOUR, help="Dernier jour.")
@click.option("--milieu", "milieux", type=TEXTE, multiple=True, help="Nom, code ou identifiant.")
@click.option("--partenaire", "partenaires", type=TEXTE, multiple=True, help="Service partenaire.")
@click.option("--objectif", type=TEXTE, default="", help="Axe ou objectif du plan d'action.")
@click.option("--financement", type=TEXTE, default="", help="Source de financement.")
def ajouter_projet(
    contexte: Contexte,
    titre: str,
    *,
    code: str,
    type_: str,
    statut: str,
    du: date | None,
    au: date | None,
    milieux: Sequence[str],
    partenaires: Sequence[str],
    objectif: str,
    financement: str,
) -> None:
    """Ajoute un projet ; son code est ce que nomment les interventions."""
    with contexte.journal() as journal:
        vue = journal.repertoire.vue()
        projet = Projet(
            id=nouvel_identifiant(),
            code=code or journal.repertoire.code_pour(titre),
            titre=titre,
            type=_code(journal, "type_collectif", type_),
            statut=StatutProjet(statut),
            debut=du,
            fin=au,
            milieux=tuple(fiches.trouver(vue, m, GenreFiche.MILIEU).id for m in milieux),
            partenaires=tuple(fiches.trouver(vue, p, GenreFiche.SERVICE).id for p in partenaires),
            objectif=objectif,
            source_financement=financement,
        )
        journal.repertoire.enregistrer(projets=[projet])
    _dire(projet)


@click.command("ajouter-comite", cls=Commande)
@avec_dossier
@click.argument("titre", type=TEXTE)
@click.option("--code", type=TEXTE, default="", help="Fait du titre s'il manque.")
@click.option("--instance", type=TEXTE, default="AUTRE", help="CCR, CA, TABLE…")
@click.option("--membres", type=TEXTE, multiple=True, help="ROLE:NOMBRE, par exemple LOCATAIRE:8.")
@click.option("--du", type=JOUR, help="Premier jour.")
def ajouter_comite(
    contexte: Contexte,
    titre: str,
    *,
    code: str,
    instance: str,
    membres: Sequence[str],
    du: date | None,
) -> None:
    """Ajoute un comité ; ses membres sont comptés par rôle, jamais nommés."""
    with contexte.journal() as journal:
        comite = Comite(
            id=nouvel_identifiant(),
            code=code or journal.repertoire.code_pour(titre),
            titre=titre,
            instance=_code(journal, "instance", instance),
            roles=tuple(_membres(journal, texte) for texte in membres),
            debut=du,
        )
        journal.repertoire.enregistrer(comites=[comite])
    _dire(comite)


@click.command(cls=Commande)
@avec_dossier
@click.argument("fiche", type=TEXTE)
@click.option("--le", type=JOUR, required=True, help="Dernier jour.")
def clore(contexte: Contexte, fiche: str, le: date) -> None:
    """Ferme un organisme, un service, un projet ou un comité."""
    with contexte.journal() as journal:
        trouvee = fiches.trouver(journal.repertoire.vue(), fiche)
        journal.repertoire.clore(trouvee.id, le)
    ecrire(f"« {nom_de(trouvee)} » : dernier jour le {le}.")


@click.command(cls=Commande)
@avec_dossier
@click.argument("fiche", type=TEXTE)
def confirmer(contexte: Contexte, fiche: str) -> None:
    """Dit qu'une fiche « à vérifier » est vérifiée."""
    with contexte.journal() as journal:
        trouvee = fiches.trouver(journal.repertoire.vue(), fiche)
        journal.repertoire.confirmer(trouvee.id)
    ecrire(f"« {nom_de(trouvee)} » est vérifiée.")


@click.command(cls=Commande)
@avec_dossier
@click.argument("organisme", type=TEXTE)
@click.option("--par", type=TEXTE, required=True, help="L'organisme qui le remplace.")
@_LE
def succeder(contexte: Contexte, organisme: str, *, par: str, le: date) -> None:
    """Remplace un organisme par un autre ; ses milieux suivent à partir de ce jour."""
    with contexte.journal() as journal:
        vue = journal.repertoire.vue()
        ancien = fiches.trouver(vue, organisme, GenreFiche.ORGANISME)
        nouveau = fiches.trouver(vue, par, GenreFiche.ORGANISME)
        milieux = journal.repertoire.succeder(ancien.id, nouveau.id, le)
    combien = accorder(len(milieux), "milieu a suivi", "milieux ont suivi")
    ecrire(f"« {nom_de(ancien)} » remplacé par « {nom_de(nouveau)} » le {le} ; {combien}.")


@click.command(cls=Commande)
@avec_dossier
@click.argument("milieu", type=TEXTE)
@_LE
@click.option("--organisme", type=TEXTE, default="", help="Nom ou code au répertoire.")
@click.option("--tenure", type=_TENURE)
@click.option("--mrc", type=TEXTE, default="")
@click.option("--categorie", type=TEXTE, default="")
@click.option("--logements", type=Entier(1), help="Nombre de logements.")
def deplacer(contexte: Contexte, milieu: str, *, le: date, **etat: object) -> None:
    """Change l'organisme, la MRC ou les logements d'un milieu à partir d'un jour."""
    if not any(etat.values()):
        raise MalUtilise("Dites ce qui change : --organisme, --mrc, --tenure, --logements…")
    with contexte.journal() as journal:
        vue = journal.repertoire.vue()
        id_ = fiches.trouver(vue, milieu, GenreFiche.MILIEU).id
        trouve = next(m for m in vue.milieux if m.id == id_)
        journal.repertoire.deplacer(id_, _etat(journal, etat, trouve, le))
    ecrire(f"« {trouve.nom} » a changé le {le} ; ce qui est déjà saisi ne bouge pas.")


@click.command(cls=Commande)
@avec_dossier
@click.option("--json", "en_json", is_flag=True, help="Pour un script.")
def doublons(contexte: Contexte, *, en_json: bool) -> None:
    """Montre les fiches qui sont probablement la même."""
    with contexte.journal() as journal:
        trouves = journal.repertoire.doublons()
    for doublon in trouves:
        if en_json:
            ecrire_json(
                {"genre": doublon.genre.value, "nom": doublon.nom, "garde": str(doublon.garde),
                 "autre": str(doublon.autre)}
            )  # fmt: skip
        else:
            ecrire(f"{doublon.genre}  {doublon.nom}  {doublon.autre} → {doublon.garde}")
    if not en_json:
        ecrire(f"{accorder(len(trouves), 'doublon possible', 'doublons possibles')}.")


@click.command(cls=Commande)
@avec_dossier
@click.argument("fiche", type=TEXTE)
@click.option("--vers", type=TEXTE, required=True, help="La fiche qui reste.")
def fusionner(contexte: Contexte, fiche: str, vers: str) -> None:
    """Fusionne un doublon avec la fiche qui reste ; rien n'est effacé."""
    with contexte.journal() as journal:
        vue = journal.repertoire.vue()
        autre, garde = fiches.trouver(vue, fiche), fiches.trouver(vue, vers)
        journal.repertoire.fusionner(autre.id, garde.id)
    ecrire(f"« {nom_de(autre)} » est maintenant la même fiche que « {nom_de(garde)} ».")
    ecrire(f"Pour défaire : journal-scls repertoire defusionner {autre.id}")


@click.command(cls=Commande)
@avec_dossier
@click.argument("identifiant", type=TEXTE)
def defusionner(contexte: Contexte, identifiant: str) -> None:
    """Défait une fusion faite ici."""
    with contexte.journal() as journal:
        journal.repertoire.defusionner(fiches.identifiant(identifiant))
    ecrire("La fiche est de nouveau à part.")


COMMANDES = (
    ajouter_organisme,
    ajouter_milieu,
    ajouter_service,
    ajouter_projet,
    ajouter_comite,
    confirmer,
    clore,
    succeder,
    deplacer,
    doublons,
    fusionner,
    defusionner,
)


def _etat(
    journal: Journal, dit: Mapping[str, Any], milieu: Milieu | None = None, le: date | None = None
) -> EtatMilieu:
    """What a milieu becomes that day: what is not said stays as it was."""
    avant = milieu.etat_le(le) if milieu and le else EtatMilieu(tenure=Tenure.AUTRE)
    change: dict[str, Any] = {"depuis": le}
    if dit["organisme"]:
        vue = journal.repertoire.vue()
        change["organisme"] = fiches.trouver(vue, dit["organisme"], GenreFiche.ORGANISME).id
    if dit["tenure"]:
        change["tenure"] = Tenure(dit["tenure"])
    if dit["mrc"]:
        change["mrc"] = dit["mrc"]
    if dit["categorie"]:
        change["categorie_immeuble"] = _code(journal, "categorie_immeuble", dit["categorie"])
    if dit["logements"]:
        change["nb_logements"] = dit["logements"]
    return replace(avant, **change)


def _code(journal: Journal, liste: str, texte: str) -> str:
    code = journal.vocabulaires.trouver(liste, texte)
    if code is None:
        permis = ", ".join(journal.vocabulaires.codes(liste))
        raise MalUtilise(f"« {texte} » n'est pas un code connu ; choisissez parmi : {permis}.")
    return code


def _service(journal: Journal, destination: str, texte: str) -> str:
    code = journal.vocabulaires.trouver_service(destination, texte)
    if code is None:
        raise MalUtilise(f"« {texte} » n'est pas un service connu de « {destination} ».")
    return code


def _membres(journal: Journal, texte: str) -> tuple[str, int]:
    role, _, nombre = texte.partition(":")
    if not (nombre.isascii() and nombre.isdigit() and len(nombre) < 6):  # noqa: PLR2004
        raise MalUtilise(f"« {texte} » : écrivez ROLE:NOMBRE, par exemple LOCATAIRE:8.")
    return _code(journal, "role", role), int(nombre)


def _dire(fiche: FicheRepertoire) -> None:
    code = getattr(fiche, "code", "")
    suite = f", code {code}" if code else ""
    ecrire(f"« {nom_de(fiche)} » est au répertoire{suite} : {fiche.id}")
