"""The demonstration journal: twelve fictional months that look lived in, and say DÉMO everywhere.

The same seed and the same day give the same journal, to the identifier, so that screenshots,
tests and a trainer's slides agree.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from journal_scls.application.demonstration.decor import (
    Decor,
    debut,
    identifiant,
    planter,
    soir,
)
from journal_scls.application.demonstration.ecritures import Ecritures
from journal_scls.application.demonstration.recits import EMBUCHES, PROJETS
from journal_scls.application.operation import Progress
from journal_scls.application.ports import Horloge, UnitOfWork
from journal_scls.application.preferences import nom_embuches
from journal_scls.domain.periode import Periode
from journal_scls.domain.profil import Profil, Role
from journal_scls.domain.vocabulaire import Vocabulaires

CODE = "DEMO-01"
NOM_AFFICHE = "Journal de démonstration (DÉMO)"
GRAINE = 2022


@dataclass(frozen=True, slots=True, kw_only=True)
class Demonstration:
    """What was made: twelve whole months, the last of them, how many entries and drafts."""

    profil: Profil
    annee: Periode
    dernier_mois: Periode
    interventions: int
    brouillons: int


def fabriquer_demonstration(
    unite: Callable[[], UnitOfWork],
    vocabulaires: Vocabulaires,
    horloge: Horloge,
    *,
    graine: int = GRAINE,
    progress: Progress | None = None,
) -> Demonstration:
    """Fill an empty dossier, in one transaction: cancelling leaves nothing half done."""
    aujourdhui = horloge.aujourdhui()
    alea = Random(f"{graine} {aujourdhui}")  # noqa: S311 - fiction, not secrets
    decor = planter(alea, aujourdhui, local=True)
    ecritures = Ecritures(decor, vocabulaires, aujourdhui, alea, auteur=CODE)
    profil = profil_demonstration(aujourdhui, graine)
    with unite() as uow:
        uow.enregistrer_profil(profil)
        decor.ecrire(uow)
        faites = ecrire(uow, ecritures, ecritures.jours, progress or Progress())
        for brouillon in (brouillons := ecritures.brouillons()):
            uow.brouillons.enregistrer(brouillon)
        for modele in ecritures.modeles():
            uow.saisie.enregistrer_modele(modele)
        _raconter_embuches(uow, decor)
        uow.commit()
    fin = aujourdhui.replace(day=1) - timedelta(days=1)
    return Demonstration(
        profil=profil,
        annee=Periode(fin, fin).douze_mois(),
        dernier_mois=Periode.mois(fin.year, fin.month),
        interventions=faites,
        brouillons=len(brouillons),
    )


def ecrire(uow: UnitOfWork, ecritures: Ecritures, jours: Sequence[date], progress: Progress) -> int:
    """Put the entries of these days in an open transaction; gives how many there are.

    Raises:
        Cancelled: somebody asked to stop.
    """
    faites = 0
    for rang, jour in enumerate(jours):
        progress.etape(rang, len(jours), "Préparation de la démonstration")
        for contenu in ecritures.contenus(jour):
            premiere, *suites = ecritures.revisions(contenu)
            uow.interventions.ajouter(premiere)
            for suite in suites:
                uow.interventions.reviser(suite)
            faites += 1
    return faites


def profil_demonstration(aujourdhui: date, graine: int = GRAINE) -> Profil:
    """Whose journal it is; known before the dossier is made."""
    le = soir(debut(aujourdhui))
    return Profil(
        id=identifiant(Random(graine), le),  # noqa: S311 - fiction, not secrets
        role=Role.INTERVENANT,
        code=CODE,
        cree_le=le,
        employeur_type="OFFICE",
        nom_affiche=NOM_AFFICHE,
        demo=True,
    )


def _raconter_embuches(uow: UnitOfWork, decor: Decor) -> None:
    for demarche, projet in zip(PROJETS, decor.projets, strict=False):
        if texte := EMBUCHES.get(demarche.code):
            uow.enregistrer_preference(nom_embuches(projet.id), texte)
