"""Open journals on real encrypted files, with a small directory, for the pages."""

from pathlib import Path

from journal_scls.application.journal import Journal
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.repertoire.lieux import EtatMilieu, Milieu, Organisme, Tenure
from tests.fabriques import HorlogeFixe
from tests.gui.ateliers import PHRASE, faire_atelier, profil


def ouvrir_nouveau(dossier: Path, horloge: HorlogeFixe | None = None) -> Journal:
    """A journal that knows an office, a cooperative and three buildings; close it."""
    journal, _code = faire_atelier(horloge=horloge).creer(dossier, profil(), PHRASE)
    office = Organisme(id=nouvel_identifiant(), nom="Office des Rives", tenure=Tenure.OH)
    coop = Organisme(id=nouvel_identifiant(), nom="Coop La Montée", tenure=Tenure.COOP)
    journal.repertoire.enregistrer(
        organismes=(office, coop),
        milieux=(
            _milieu("Tour des Érables", "HLM-112", office, "FAM"),
            _milieu("Résidence du Quai", "HLM-140", office, "PA"),
            _milieu("La Montée", "C-01", coop, "FAM"),
        ),
    )
    return journal


def _milieu(nom: str, code: str, organisme: Organisme, categorie: str) -> Milieu:
    etat = EtatMilieu(
        organisme=organisme.id,
        tenure=organisme.tenure,
        mrc="La Matanie",
        categorie_immeuble=categorie,
        nb_logements=24,
    )
    return Milieu(id=nouvel_identifiant(), nom=nom, code=code, etats=(etat,))


def milieu_nomme(journal: Journal, nom: str) -> Milieu:
    return next(m for m in journal.repertoire.milieux() if m.nom == nom)
