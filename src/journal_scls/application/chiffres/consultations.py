"""The figures as a person reads them: compared, explained, opened down to what they are made of."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from journal_scls.application.chiffres.impressions import Impressions, lots_inclus
from journal_scls.application.chiffres.rapports import Rapports
from journal_scls.application.lectures import Filtre, LigneJournal
from journal_scls.application.lots.region import Region
from journal_scls.application.operation import Progress
from journal_scls.application.ports import Lectures, SourceRegion
from journal_scls.application.repertoire.vues import VueRepertoire
from journal_scls.domain.chiffres.bilan import Bilan, ParametresBilan
from journal_scls.domain.chiffres.calendrier import Recul
from journal_scls.domain.chiffres.comptes import compter
from journal_scls.domain.chiffres.decompte import Decompte, repartir
from journal_scls.domain.chiffres.faits import Fait, ReferenceFait
from journal_scls.domain.chiffres.indicateurs import Indicateurs
from journal_scls.domain.chiffres.masquage import SEUIL_PAR_DEFAUT, Masquage
from journal_scls.domain.chiffres.proportion import MASQUE
from journal_scls.domain.documents.diapo import Diapo
from journal_scls.domain.documents.document import DocumentBilan
from journal_scls.domain.periode import Periode
from journal_scls.domain.protection.chiffres import INDICATEURS, Adresse
from journal_scls.domain.repertoire.lieux import Milieu, Organisme
from journal_scls.domain.repertoire.partenaires import Comite, Projet
from journal_scls.domain.texte import replier

_PAQUET = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Demande:
    """Which figures: a period, whose entries, hidden how, beside which other period."""

    periode: Periode
    filtre: Filtre = field(default_factory=Filtre)
    parametres: ParametresBilan = field(default_factory=ParametresBilan)
    recul: Recul | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """What was asked and all that is shown of it, read in one go."""

    demande: Demande
    document: DocumentBilan
    diapo: Diapo

    @property
    def bilan(self) -> Bilan:
        """The figures of the period."""
        return self.document.bilan

    @property
    def avant(self) -> Bilan | None:
        """Those of the period that it is compared with."""
        return self.document.avant


@dataclass(frozen=True, slots=True)
class PartJournal:
    """What one journal of the region has in a number, and the lots it came by."""

    journal: str
    nombre: str
    lots: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dessous:
    """What is behind a number: the entries of one's own journal, or the journals of a region."""

    ecritures: tuple[LigneJournal, ...] = ()
    journaux: tuple[PartJournal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choix:
    """What figures may be asked of: names of MRC, of organismes, codes and titles of projects."""

    mrc: tuple[str, ...]
    organismes: tuple[str, ...]
    projets: tuple[tuple[str, str], ...]


class Consultations:
    """Reads figures for the window; `region` is None in one's own journal."""

    def __init__(
        self,
        *,
        rapports: Rapports,
        impressions: Impressions,
        indicateurs: Indicateurs,
        lectures: Lectures,
        vue: Callable[[], VueRepertoire],
        region: tuple[Region, SourceRegion] | None = None,
    ) -> None:
        self._rapports = rapports
        self._impressions = impressions
        self._indicateurs = indicateurs
        self._lectures = lectures
        self._vue = vue
        self._region = region

    @property
    def seuil_par_defaut(self) -> int | None:
        """The threshold of masking unless told otherwise: none on one's own journal."""
        return None if self._region is None else SEUIL_PAR_DEFAUT

    @property
    def indicateurs(self) -> Indicateurs:
        """The definitions."""
        return self._indicateurs

    def filtre(
        self,
        *,
        mrc: str = "",
        organisme: str = "",
        actuel: bool = False,
        tenure: str = "",
        volet: str = "",
        projet: str = "",
    ) -> Filtre:
        """What a person asks, in the terms of the entries.

        Args:
            mrc: its name.
            organisme: its name or code, as of the date of each entry.
            actuel: as of today instead: all that became it counts with it.
            tenure: a code.
            volet: a code.
            projet: the code of a project or of a committee, present or former.

        Raises:
            RegleMetier: no project or committee has this code.
        """
        vue = self._vue() if projet or actuel else None
        projets, organismes = frozenset[str](), frozenset[str]()
        if vue is not None and projet:
            projets = vue.codes(vue.projet_ou_comite(projet))
        if vue is not None and actuel and organisme:
            organismes, organisme = vue.lignee(organisme), ""
        return Filtre(
            mrc=mrc,
            organisme=organisme,
            organismes=organismes,
            tenure=tenure,
            volet=volet,
            projets=projets,
        )

    def choix(self, bilan: Bilan, avant: Choix | None = None) -> Choix:
        """What the directory knows of, former organismes included, and what figures show.

        `avant` is what was offered before: a narrower bilan shows less of it.
        """
        vue = self._vue()
        fiches = vue.toutes.values()
        groupes: tuple[Projet | Comite, ...] = (*vue.projets, *vue.comites)
        mrc = {e.mrc for f in fiches if isinstance(f, Milieu) for e in f.etats}
        organismes = {f.nom for f in fiches if isinstance(f, Organisme)}
        mrc.update(_rangees(bilan, "par_mrc"), avant.mrc if avant else ())
        organismes.update(_rangees(bilan, "par_organisme"), avant.organismes if avant else ())
        return Choix(
            mrc=tuple(sorted(filter(None, mrc), key=replier)),
            organismes=tuple(sorted(filter(None, organismes), key=replier)),
            projets=tuple((f.code, f.titre) for f in groupes),
        )

    def lire(self, demande: Demande, progress: Progress | None = None) -> Consultation:
        """Count everything that is shown.

        Raises:
            Cancelled: somebody asked to stop.
            RegleMetier: a masking threshold that hides nothing, masked periods that overlap.
        """
        quoi = demande.periode, demande.filtre, demande.parametres, progress
        bilan, avant = self._rapports.bilan(*quoi), None
        if demande.recul is not None:
            avant = self._rapports.bilan_avant(demande.recul, *quoi)
        document = self._impressions.bilan(bilan, avant=avant)
        diapo = self._impressions.diapo(bilan, document.provenance)
        return Consultation(demande=demande, document=document, diapo=diapo)

    def decompte(self, demande: Demande, adresse: Adresse) -> Decompte:
        """How the number at an address is counted."""
        avec_milieu = demande.parametres.milieu_dans_la_base
        return Decompte(adresse, self._indicateurs, avec_milieu=avec_milieu)

    def dessous(
        self, consultation: Consultation, adresse: Adresse, progress: Progress | None = None
    ) -> Dessous:
        """What the number at an address is made of; one that is hidden says whose, not how many.

        Raises:
            Cancelled: somebody asked to stop.
        """
        demande, progress = consultation.demande, progress or Progress()
        decompte = self.decompte(demande, adresse)
        if self._region is None:
            return Dessous(ecritures=tuple(self._ecritures(demande, decompte, progress)))
        cache = _cache(consultation.bilan, adresse)
        return Dessous(journaux=tuple(self._journaux(demande, decompte, progress, cache=cache)))

    def _ecritures(
        self, demande: Demande, decompte: Decompte, progress: Progress
    ) -> Iterator[LigneJournal]:
        periode, champs = demande.periode, self._indicateurs.champs
        dates = replace(demande.filtre, du=periode.du, au=periode.au, annulees=False)
        for rang, ligne in enumerate(self._lectures.parcourir(dates)):
            if rang % _PAQUET == 0:
                progress.etape(rang, None, "Recherche des interventions")
            if decompte.compter(compter((_fait(ligne),), periode, champs)):
                yield ligne

    def _journaux(
        self, demande: Demande, decompte: Decompte, progress: Progress, *, cache: bool
    ) -> Iterator[PartJournal]:
        assert self._region is not None  # noqa: S101 - who calls looked
        region, source = self._region
        champs = self._indicateurs.champs
        comptes = source.comptes_par_journal(demande.filtre, demande.periode, champs, progress)
        inclus = {str(j.journal): lots_inclus(j) for j in region.etat_region(progress).journaux}
        parts = {str(id_): n for id_, c in comptes.items() if (n := decompte.compter(c))}
        ecrits = repartir(parts, Masquage(demande.parametres.masquage_k))
        for id_, lots in inclus.items():
            if id_ in parts:
                yield PartJournal(lots.journal, MASQUE if cache else ecrits[id_], lots.lots)


def _rangees(bilan: Bilan, tableau: str) -> Iterator[str]:
    return (ligne.code for ligne in bilan.tableau(tableau).lignes)


def _cache(bilan: Bilan, adresse: Adresse) -> bool:
    tableau, code = adresse
    if tableau == INDICATEURS:
        return bilan.indicateur(code).proportion.n is None
    return any(ligne.code == code and ligne.masquee for ligne in bilan.tableau(tableau).lignes)


def _fait(ligne: LigneJournal) -> Fait:
    """An entry of a list as it is counted."""
    return Fait(
        date=ligne.date.isoformat(),
        duree_min=ligne.duree_min,
        tenure=ligne.tenure,
        mrc=ligne.mrc,
        categorie_immeuble=ligne.categorie_immeuble,
        organisme=ligne.organisme,
        milieu=ligne.milieu,
        volet=ligne.volet,
        activite=ligne.activite,
        categorie=ligne.categorie,
        type_collectif=ligne.type_collectif,
        clientele=ligne.clientele,
        modalite=ligne.modalite,
        nb_personnes=ligne.nb_personnes or 0,
        personne=ligne.personne,
        problematiques=ligne.problematiques,
        references=tuple(
            ReferenceFait(r.destination, r.service, r.mode, r.statut) for r in ligne.references
        ),
    )
