"""Commands about the dossier itself: make it, check it, copy it, put a copy back."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from journal_scls.application.ports_dossiers import Controle, Secret
from journal_scls.cli.contexte import Contexte, avec_dossier, avertir, ecrire, ecrire_json
from journal_scls.cli.francais import CHEMIN, TEXTE, Choix, Commande, Groupe
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.profil import Profil, Role
from journal_scls.domain.texte import accorder


@click.command(cls=Commande)
@avec_dossier
@click.option("--role", type=Choix([r.value for r in Role]), required=True, help="À quoi il sert.")
@click.option("--code", type=TEXTE, required=True, help="Votre code, par exemple INT-01.")
@click.option("--employeur", type=TEXTE, default="", help="Genre d'employeur, par exemple OFFICE.")
@click.option("--nom-affiche", type=TEXTE, default="", help="Nom imprimé sur les documents.")
def creer(contexte: Contexte, role: str, code: str, employeur: str, nom_affiche: str) -> None:
    """Crée un dossier chiffré et montre son code de secours, une seule fois."""
    atelier = contexte.atelier
    type_ = atelier.vocabulaires().trouver("employeur_type", employeur) if employeur else ""
    if type_ is None:
        permis = ", ".join(atelier.vocabulaires().codes("employeur_type"))
        raise RegleMetier(
            f"« {employeur} » n'est pas un genre d'employeur.", f"Choisissez parmi : {permis}."
        )
    profil = Profil(
        id=nouvel_identifiant(),
        role=Role(role),
        code=code.strip(),
        cree_le=atelier.horloge.maintenant(),
        employeur_type=type_,
        nom_affiche=nom_affiche.strip(),
    )
    journal, secours = atelier.creer(contexte.dossier, profil, contexte.nouvelle_phrase())
    journal.fermer()
    ecrire(f"Dossier créé : {contexte.dossier}")
    ecrire(f"Code de secours : {secours.texte}")
    ecrire("Imprimez ce code et gardez-le sous clé, loin de l'ordinateur : il ne sera plus montré.")


@click.command(cls=Commande)
@avec_dossier
@click.option("--json", "en_json", is_flag=True, help="Une liste JSON, pour un script.")
@click.pass_context
def verifier(ctx: click.Context, contexte: Contexte, *, en_json: bool) -> None:
    """Vérifie le dossier : chiffrement, intégrité, version, polices, ressources."""
    with contexte.journal() as journal:
        controles = [*journal.sauvegardes.diagnostiquer(journal.base),
                     *journal.documents.controles()]  # fmt: skip
    _rapporter(ctx, controles, en_json=en_json)


@click.group(cls=Groupe)
def sauvegarde() -> None:
    """Copies de sécurité chiffrées."""


@sauvegarde.command("creer")
@avec_dossier
@click.option("--sortie", type=CHEMIN, help="Où la mettre ; dans le dossier si rien n'est dit.")
def sauvegarde_creer(contexte: Contexte, sortie: Path | None) -> None:
    """Fait une copie chiffrée, la relit et dit où elle est."""
    with contexte.journal() as journal:
        ecrire(f"Sauvegarde faite et relue : {journal.sauvegardes.creer(journal.base, sortie)}")


@sauvegarde.command("verifier")
@avec_dossier
@click.argument("fichier", type=CHEMIN)
@click.option("--json", "en_json", is_flag=True, help="Une liste JSON, pour un script.")
@click.pass_context
def sauvegarde_verifier(
    ctx: click.Context, contexte: Contexte, fichier: Path, *, en_json: bool
) -> None:
    """Vérifie une copie, jusqu'à ses lignes si la phrase de passe est donnée."""
    donnee = contexte.phrase_donnee()
    secret = Secret(phrase=donnee) if donnee else None
    _rapporter(ctx, contexte.atelier.sauvegardes.verifier(fichier, secret), en_json=en_json)


@sauvegarde.command("restaurer")
@avec_dossier
@click.argument("fichier", type=CHEMIN)
def sauvegarde_restaurer(contexte: Contexte, fichier: Path) -> None:
    """Remet une copie en place ; le journal présent est mis de côté, jamais effacé."""
    ancien = contexte.atelier.sauvegardes.restaurer(fichier, contexte.dossier)
    ecrire(f"Journal restauré dans : {contexte.dossier}")
    if ancien is not None:
        ecrire(f"L'ancien journal est gardé dans : {ancien}")


def _rapporter(ctx: click.Context, controles: Sequence[Controle], *, en_json: bool) -> None:
    if en_json:
        ecrire_json([asdict(c) for c in controles])
    else:
        for c in controles:
            ecrire(f"{'OK    ' if c.ok else 'ÉCHEC '} {c.controle} : {c.message}")
    rates = [c for c in controles if not c.ok]
    if rates:
        avertir(f"{accorder(len(rates), 'contrôle')} en échec ; voyez les lignes ci-dessus.")
        ctx.exit(1)
