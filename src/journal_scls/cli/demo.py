"""The fictional journal or region, to look at the product without risking anything."""

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from journal_scls.application.demonstration.journal import (
    fabriquer_demonstration,
    profil_demonstration,
)
from journal_scls.application.demonstration.region import Lieux as LieuxRegion
from journal_scls.application.demonstration.region import fabriquer_region, profil_region
from journal_scls.application.journal import Journal
from journal_scls.application.lectures import Filtre
from journal_scls.application.ports_dossiers import Secret
from journal_scls.cli.contexte import Contexte, avec_dossier, ecrire, progression
from journal_scls.cli.francais import Commande
from journal_scls.domain.errors import Environnement
from journal_scls.domain.periode import Periode
from journal_scls.domain.profil import Role

# Public on purpose: the demonstration holds fiction only, and must open without a question.
PHRASE_DEMO = "journal de démonstration"
_FAITE = "demonstration_faite"


@click.command(cls=Commande)
@avec_dossier
@click.option(
    "--role",
    type=click.Choice([role.value for role in Role]),
    default=Role.INTERVENANT.value,
    help="Le journal d'une personne (par défaut), ou la coordination d'une région.",
)
@click.option(
    "--sans-fenetre", is_flag=True, help="Fait le journal et ses documents, sans l'ouvrir."
)
@click.pass_context
def demo(ctx: click.Context, contexte: Contexte, *, role: str, sans_fenetre: bool) -> None:
    """Fait un journal fictif de 12 mois (DÉMO), ou une région, et l'ouvre."""
    voulu = Role(role)
    contexte.choisi = contexte.choisi or _place(contexte, voulu)
    # Not the variable of the environment: it holds the passphrase of the person's own journal.
    secret = Secret(phrase=contexte.phrase_du_fichier() or PHRASE_DEMO)
    journal = _ouvrir(contexte, secret, voulu)
    try:
        _fabriquer(contexte, journal, secret)
        if sans_fenetre:
            _ecrire_documents(journal, publique=secret.phrase == PHRASE_DEMO)
    finally:
        journal.fermer()
    if not sans_fenetre:
        ctx.exit(contexte.fenetre(secret))


def _place(contexte: Contexte, role: Role) -> Path:
    dossier = contexte.lieux.demonstration
    return dossier if role is Role.INTERVENANT else dossier.with_name(f"{dossier.name}-region")


def _ouvrir(contexte: Contexte, secret: Secret, role: Role) -> Journal:
    atelier, dossier = contexte.atelier, contexte.dossier
    if not atelier.dossiers.existe(dossier):
        profil = (
            profil_demonstration(atelier.horloge.aujourdhui())
            if role is Role.INTERVENANT
            else profil_region(atelier)
        )
        return atelier.creer(dossier, profil, secret.phrase)[0]
    journal = atelier.ouvrir(dossier, secret)
    if not journal.profil.demo:
        journal.fermer()
        raise Environnement(
            f"Le dossier « {dossier} » contient un vrai journal : la démonstration n'y touche pas.",
            "Donnez un autre dossier avec --dossier.",
        )
    return journal


def _fabriquer(contexte: Contexte, journal: Journal, secret: Secret) -> None:
    """Fill the dossier once, even when the first attempt was killed between two steps."""
    if journal.preference(_FAITE):
        return
    if journal.profil.role is Role.COORDINATION:
        _fabriquer_region(contexte, journal, secret)
    elif not journal.lectures.compter(Filtre(annulees=True)):
        fabriquer_demonstration(
            journal.base.unite, journal.vocabulaires, journal.horloge, progress=progression()
        )
    journal.enregistrer_preference(_FAITE, "1")


def _fabriquer_region(contexte: Contexte, journal: Journal, secret: Secret) -> None:
    if journal.repertoire.organismes():
        raise Environnement(
            "La démonstration de la région n'a pas été faite jusqu'au bout.",
            f"Effacez le dossier « {journal.dossier} », puis recommencez.",
        )
    with TemporaryDirectory() as chantier:
        lieux = LieuxRegion(chantier=Path(chantier), a_recevoir=_a_recevoir(journal))
        fabriquer_region(journal, contexte.atelier, secret.phrase, lieux, progress=progression())


def _a_recevoir(journal: Journal) -> Path:
    return Path(f"{journal.dossier}-DEMO-lots")


def _ecrire_documents(journal: Journal, *, publique: bool) -> None:
    """The last whole month's summary and its year's figures, beside the dossier."""
    regional = journal.profil.role is Role.COORDINATION
    mois = _dernier_mois(journal)
    annee = Periode.annee(mois.du.year)
    bilan = journal.rapports.bilan(annee)
    documents = journal.documents
    base = journal.dossier.parent / f"{journal.dossier.name}-DEMO"
    resume = () if regional else (
        ("Résumé du mois", f"resume-{mois.du:%Y-%m}.pdf",
         documents.resume(journal.resumes.composer(journal.profil, mois))),
    )  # fmt: skip
    fichiers = (
        *resume,
        ("Bilan de l'année", f"bilan-{mois.du:%Y}.txt", documents.bilan(bilan, "texte", demo=True)),
        ("Bilan de l'année", f"bilan-{mois.du:%Y}.json", documents.bilan(bilan, "json")),
        ("Bilan à imprimer", f"bilan-{mois.du:%Y}.pdf",
         documents.bilan_pdf(journal.impressions.bilan(bilan))),
    )  # fmt: skip
    nom = "Région" if regional else "Journal"
    ecrire(f"{nom} de démonstration : {journal.dossier}")
    if publique:
        ecrire(f"Phrase de passe : {PHRASE_DEMO}")
    for titre, nom, contenu in fichiers:
        chemin = Path(f"{base}-{nom}")
        documents.ecrire(chemin, contenu)
        ecrire(f"{titre} : {chemin}")
    if regional:
        ecrire(f"Lots à recevoir : {_a_recevoir(journal)}")


def _dernier_mois(journal: Journal) -> Periode:
    debut_du_mois = journal.horloge.aujourdhui().replace(day=1)
    avant = debut_du_mois.fromordinal(debut_du_mois.toordinal() - 1)
    return Periode.mois(avant.year, avant.month)
