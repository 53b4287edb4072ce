"""Everything that the page of sending shows, read at once in a worker."""

from dataclasses import dataclass
from pathlib import Path

from journal_scls.application.journal import Journal
from journal_scls.application.lots.apercus import Apercu
from journal_scls.application.lots.incarnations import Situation
from journal_scls.application.lots.ports_lots import Envoi
from journal_scls.application.lots.situation_accuses import SituationAccuses
from journal_scls.application.operation import Progress
from journal_scls.domain.echange.inscription import Region
from journal_scls.domain.echange.partage import GenreLot
from journal_scls.domain.errors import Environnement, RegleMetier
from journal_scls.domain.periode import Periode
from journal_scls.gui.traduction import tr

_DOSSIER = "envoi_dossier"


@dataclass(frozen=True, slots=True, kw_only=True)
class Etat:
    """Where a journal stands. `dossier` is where the last lot was written, '' before the first."""

    region: Region
    situation: Situation
    en_lecture: bool
    lots: tuple[Envoi, ...]
    accuses: SituationAccuses
    faits_marquants: bool
    brouillons: int
    dossier: str

    @property
    def faits_permis(self) -> bool:
        """Whether the region takes faits marquants at all."""
        return "fait_marquant" in self.region.politique.champs


@dataclass(frozen=True, slots=True, kw_only=True)
class Choix:
    """What the person asks to send."""

    genre: GenreLot = GenreLot.DELTA
    periode: Periode | None = None


def lire_etat(journal: Journal, region: Region) -> Etat:
    """The present state of an attached journal."""
    return Etat(
        region=region,
        situation=journal.envois.situation(),
        en_lecture=journal.envois.en_lecture(),
        lots=journal.envois.lister(),
        accuses=journal.accuses.situation(),
        faits_marquants=journal.envois.faits_marquants_partages(),
        brouillons=len(journal.interventions.brouillons()),
        dossier=journal.preference(_DOSSIER),
    )


def lire_apercu(journal: Journal, choix: Choix, progress: Progress) -> Apercu | RegleMetier:
    """The lines that would leave, or the rule that forbids what is asked."""
    try:
        return journal.envois.apercu(choix.genre, choix.periode, progress=progress)
    except RegleMetier as refus:
        return refus


def retenir_dossier(journal: Journal, dossier: Path) -> None:
    """The next lot will be proposed for the same place; kept inside the journal only."""
    journal.enregistrer_preference(_DOSSIER, str(dossier))


def exiger_present(dossier: Path) -> None:
    """Refuse a folder of last time that is not there: its key is not plugged in.

    Raises:
        Environnement: it is not.
    """
    if not dossier.is_dir():
        raise Environnement(
            tr("« {dossier} » n’est pas là : rien n’a été écrit.", dossier=dossier),
            tr("Branchez la clé USB ou le dossier partagé, ou choisissez un autre dossier."),
        )
