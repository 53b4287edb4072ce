"""The demonstration of a coordination: journals that enrolled, sent lots, and one that is late.

Everything is done as people do it, by files: each journal is a dossier of its own, of no use
once its lots are written. Entries are those of the demonstration journal, in other milieux.
"""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

from journal_scls.application.demonstration.decor import Decor, debut, identifiant, planter, soir
from journal_scls.application.demonstration.ecritures import Ecritures
from journal_scls.application.demonstration.journal import GRAINE, ecrire
from journal_scls.application.journal import Atelier, Journal
from journal_scls.application.lectures import Filtre
from journal_scls.application.operation import Progress
from journal_scls.application.ports_dossiers import Secret
from journal_scls.domain.periode import Periode
from journal_scls.domain.profil import Profil, Role

CODE = "DEMO-REG"
NOM_AFFICHE = "Région de démonstration (DÉMO)"
SERIE = "Comité des partenaires (DÉMO)"
_RETARD_JOURS = 75
_LIBELLE = "Préparation de la démonstration"


class Membre(NamedTuple):
    """A journal of the region; `places` are ranks of milieux.

    One that is late wrote the lot of its last months, and nobody received it yet. One that is
    doubled was used on two computers, and somebody has to decide.
    """

    code: str
    nom: str
    places: Sequence[int]
    en_retard: bool = False
    double: bool = False


MEMBRES = (
    Membre("DEMO-02", "Vallée-Fictive, secteur est (DÉMO)", (0, 1, 2)),
    Membre("DEMO-03", "Vallée-Fictive, secteur ouest (DÉMO)", (3, 4, 7), double=True),
    Membre("DEMO-04", "Saint-Exemple (DÉMO)", (5, 6, 8), en_retard=True),
    Membre("DEMO-05", "Nouvelle venue (DÉMO)", ()),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lieux:
    """Where the journals are made, and where the lot that is still to be received is left."""

    chantier: Path
    a_recevoir: Path


def profil_region(atelier: Atelier) -> Profil:
    """Whose dossier it is; known before it is made."""
    return _profil(atelier, CODE, NOM_AFFICHE, Role.COORDINATION)


def fabriquer_region(
    region: Journal,
    atelier: Atelier,
    phrase: str,
    lieux: Lieux,
    *,
    membres: Sequence[Membre] = MEMBRES,
    progress: Progress | None = None,
) -> None:
    """Fill an empty coordination with a directory, journals, their lots and a publication.

    Raises:
        Cancelled: somebody asked to stop; the dossier is then of no use.
    """
    progress, aujourdhui = progress or Progress(), atelier.horloge.aujourdhui()
    alea = Random(f"{GRAINE} {aujourdhui}")  # noqa: S311 - fiction, not secrets
    decor = planter(alea, aujourdhui, local=False)
    with region.base.unite() as uow:
        decor.ecrire(uow)
        uow.commit()
    edition = lieux.chantier / "edition.sclsrep"
    region.repertoire.editions.publier(edition)
    for rang, membre in enumerate(membres):
        progress.etape(rang, len(membres), _LIBELLE)
        profil = _profil(atelier, membre.code, membre.nom, Role.INTERVENANT)
        place = lieux.chantier / membre.code
        journal, _code = atelier.creer(place, profil, phrase)
        try:
            _inscrire(journal, region, lieux.chantier)
            journal.repertoire.editions.prendre(edition)
            _envoyer(journal, region, membre, decor, lieux)
        finally:
            journal.fermer()
        if membre.double:
            _doubler(place, region, atelier, phrase)
    fin = aujourdhui.replace(day=1) - timedelta(days=1)
    annee = Periode(fin, fin).douze_mois()
    region.publications.publier(SERIE, annee, figer=True, progress=progress)


def _profil(atelier: Atelier, code: str, nom: str, role: Role) -> Profil:
    le = soir(debut(atelier.horloge.aujourdhui()))
    alea = Random(f"{GRAINE} {code}")  # noqa: S311 - fiction, not secrets
    return Profil(
        id=identifiant(alea, le), role=role, code=code, cree_le=le, nom_affiche=nom, demo=True
    )


def _inscrire(journal: Journal, region: Journal, place: Path) -> None:
    """The three files, and the digits that each one hears."""
    invitation, demande, acceptation = (place / nom for nom in ("invitation", "demande", "accord"))
    region.inscriptions.inviter(invitation)
    journal.inscriptions.demander(invitation, str(region.identites.ici().empreinte), demande)
    region.inscriptions.accepter(demande, str(journal.identites.ici().empreinte), acceptation)
    journal.inscriptions.rejoindre(acceptation)


def _envoyer(journal: Journal, region: Journal, membre: Membre, decor: Decor, lieux: Lieux) -> None:
    """A lot of the year; one who is late has written the last months in another one."""
    if not membre.places:
        return
    aujourdhui = journal.horloge.aujourdhui()
    alea = Random(f"{GRAINE} {membre.code} {aujourdhui}")  # noqa: S311 - fiction, not secrets
    ecritures = Ecritures(
        decor, journal.vocabulaires, aujourdhui, alea, auteur=membre.code, places=membre.places
    )
    tous = ecritures.jours
    limite = aujourdhui - timedelta(days=_RETARD_JOURS if membre.en_retard else 0)
    _ecrire(journal, ecritures, [jour for jour in tous if jour <= limite])
    lot = journal.envois.exporter(lieux.chantier)
    region.receptions.importer([lot.fichier])
    if membre.en_retard:
        _ecrire(journal, ecritures, [jour for jour in tous if jour > limite])
        lieux.a_recevoir.mkdir(exist_ok=True)
        journal.envois.exporter(lieux.a_recevoir)


def _doubler(place: Path, region: Journal, atelier: Atelier, phrase: str) -> None:
    """An entry is corrected on a computer, then differently on another made from the same disk."""
    autre = place.with_name(f"{place.name}-autre")
    shutil.copytree(place, autre)
    _corriger(place, region, atelier, phrase, 15)
    place.rename(place.with_name(f"{place.name}-premier"))
    autre.rename(place)  # a journal that is elsewhere would notice, and ask
    _corriger(place, region, atelier, phrase, 30)


def _corriger(place: Path, region: Journal, atelier: Atelier, phrase: str, minutes: int) -> None:
    journal = atelier.ouvrir(place, Secret(phrase=phrase))
    try:
        (ligne,) = journal.lectures.lister(Filtre(), limite=1)
        duree = {"duree_min": ligne.duree_min + minutes}
        journal.interventions.corriger_fiche(ligne.id, duree)
        lot = journal.envois.exporter(place.with_name(f"{place.name}-{minutes}"))
    finally:
        journal.fermer()
    region.receptions.importer([lot.fichier])


def _ecrire(journal: Journal, ecritures: Ecritures, jours: Sequence[date]) -> None:
    with journal.base.unite() as uow:
        ecrire(uow, ecritures, jours, Progress())
        uow.commit()
