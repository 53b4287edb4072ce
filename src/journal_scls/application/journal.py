"""The use cases of one dossier, and the workshop that opens dossiers.

The window and the commands are given an `Atelier` by bootstrap and know nothing behind it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from journal_scls.application.chiffres.consultations import Consultations
from journal_scls.application.chiffres.exportations import Exportations
from journal_scls.application.chiffres.impressions import Impressions
from journal_scls.application.chiffres.mots_filtre import MotsFiltre
from journal_scls.application.chiffres.ports_documents import Documents
from journal_scls.application.chiffres.rapports import Rapports, sans_reserves
from journal_scls.application.chiffres.resumes import Resumes
from journal_scls.application.inscription.cles_journaux import ClesJournaux
from journal_scls.application.inscription.identites import Identites
from journal_scls.application.inscription.inscriptions import Inscriptions
from journal_scls.application.inscription.ports_inscriptions import Liaison
from journal_scls.application.interventions.corbeille import Corbeille
from journal_scls.application.interventions.interventions import Interventions
from journal_scls.application.interventions.suivis import Suivis
from journal_scls.application.lots.accuses import Accuses
from journal_scls.application.lots.envois import Envois
from journal_scls.application.lots.ports_lots import OutilsLots
from journal_scls.application.lots.ports_receptions import LecteurLots, Quarantaine
from journal_scls.application.lots.receptions import Receptions
from journal_scls.application.lots.reconstruction import Reconstruction
from journal_scls.application.lots.region import Region
from journal_scls.application.lots.verifications import Verifications
from journal_scls.application.orthographe import Correcteur, Dictionnaire
from journal_scls.application.ports import Base, Horloge, Lectures, SourceRegion
from journal_scls.application.ports_dossiers import CodeImprime, Dossiers, Sauvegardes, Secret
from journal_scls.application.publications.publications import Publications
from journal_scls.application.repertoire.editions import Editions, completer
from journal_scls.application.repertoire.ports_repertoire import OutilsRepertoire
from journal_scls.application.repertoire.propositions import Propositions
from journal_scls.application.repertoire.repertoire import Repertoire
from journal_scls.application.reprise.ports_tableaux import Tableaux
from journal_scls.application.reprise.reprise import Reprise
from journal_scls.application.saisie.journees import Journees
from journal_scls.application.securite import Securite
from journal_scls.domain.chiffres.indicateurs import Indicateurs
from journal_scls.domain.journal.conservation import Conservation
from journal_scls.domain.journal.detecteur import Detecteur
from journal_scls.domain.ligne_rapide.lexique import Lexique
from journal_scls.domain.profil import Profil, Role
from journal_scls.domain.vocabulaire import Vocabulaires


@dataclass(frozen=True, kw_only=True)
class Journal:
    """An open dossier: what can be done with it. Close it when done."""

    dossier: Path
    profil: Profil
    vocabulaires: Vocabulaires
    lexique: Callable[[], Lexique]
    detecteur: Callable[[], Detecteur]
    horloge: Horloge
    base: Base
    lectures: Lectures
    interventions: Interventions
    suivis: Suivis
    corbeille: Corbeille
    journees: Journees
    repertoire: Repertoire
    reprise: Reprise
    rapports: Rapports
    consultations: Consultations
    resumes: Resumes
    exportations: Exportations
    impressions: Impressions
    publications: Publications
    documents: Documents
    sauvegardes: Sauvegardes
    receptions: Receptions
    reconstruction: Reconstruction
    region: Region
    identites: Identites
    inscriptions: Inscriptions
    cles: ClesJournaux
    accuses: Accuses
    envois: Envois
    verifications: Verifications
    securite: Securite
    correcteur: Correcteur
    confirmer: Callable[[Secret], None]
    """Check the passphrase again, before what the open dossier alone must not give out."""

    def preference(self, nom: str) -> str:
        """A preference of this journal, '' when never set."""
        with self.base.unite() as unite:
            return unite.preference(nom)

    def enregistrer_preference(self, nom: str, valeur: str) -> None:
        """Set a preference of this journal."""
        with self.base.unite() as unite:
            unite.enregistrer_preference(nom, valeur)
            unite.commit()

    def fermer(self) -> None:
        """Close the dossier and forget its key."""
        self.base.fermer()


@dataclass(frozen=True, kw_only=True)
class Atelier:
    """Everything the product can do before a dossier is open; made by bootstrap.

    `vocabulaires` and `indicateurs` are functions because reading them can wait for the first
    use, and the first window cannot.
    """

    horloge: Horloge
    dossiers: Dossiers
    sauvegardes: Sauvegardes
    documents: Documents
    tableaux: Tableaux
    vocabulaires: Callable[[], Vocabulaires]
    indicateurs: Callable[[], Indicateurs]
    conservation: Callable[[], Conservation]
    lexique: Callable[[Vocabulaires], Lexique]
    detecteur: Callable[[], Detecteur]
    lecteur_lots: LecteurLots
    quarantaine: Callable[[Path], Quarantaine]
    vierge: Callable[[Base, Path, str], Base]
    liaison: Liaison
    lots: OutilsLots
    repertoire: OutilsRepertoire
    dictionnaire: Dictionnaire

    def creer(self, dossier: Path, profil: Profil, phrase: str) -> tuple[Journal, CodeImprime]:
        """Make a dossier and open it; the recovery code is shown once."""
        base, code = self.dossiers.creer(dossier, profil, phrase)
        return self._journal(dossier, base), code

    def ouvrir(self, dossier: Path, secret: Secret) -> Journal:
        """Open a dossier."""
        return self._journal(dossier, self.dossiers.ouvrir(dossier, secret))

    def _journal(self, dossier: Path, base: Base) -> Journal:
        with base.unite() as unite:
            profil = unite.profil()
            ajoutes = unite.editions.vocabulaires().values()
        vocabulaires = completer(self.vocabulaires(), self.repertoire.editions, ajoutes)
        region = Region(base.unite, base.unite_de_lecture, self.lecteur_lots, self.horloge)
        receptions = self._receptions(dossier, base, profil)
        liaison, horloge = self.liaison, self.horloge
        interventions = Interventions(base.unite, vocabulaires, horloge)
        identites = Identites(base.unite, liaison.cles, liaison.plis, horloge)
        repertoire = self._repertoire(base, identites)
        mots = MotsFiltre(vocabulaires, repertoire.vue)
        rapports = self._rapports(profil, base, vocabulaires, region, mots)
        impressions = self._impressions(profil, base, vocabulaires, region)
        source = self._source_region(profil, base, region)
        publications = Publications(
            unite=base.unite,
            source=base.lectures if source is None else source[1],
            rapports=rapports,
            impressions=impressions,
            indicateurs=self.indicateurs(),
        )
        rapports.notes = publications.notes
        return Journal(
            dossier=dossier,
            profil=profil,
            vocabulaires=vocabulaires,
            lexique=partial(self.lexique, vocabulaires),
            detecteur=self.detecteur,
            horloge=self.horloge,
            base=base,
            lectures=base.lectures,
            interventions=interventions,
            corbeille=Corbeille(lambda: base.lectures, base.unite, self.conservation(), horloge),
            suivis=Suivis(profil, base.suivis, interventions, vocabulaires, horloge),
            journees=self._journees(base, vocabulaires),
            repertoire=repertoire,
            reprise=Reprise(base.unite, self.tableaux, vocabulaires, self.horloge),
            rapports=rapports,
            consultations=self._consultations(base, source, rapports, impressions, repertoire),
            resumes=Resumes(base.lectures, vocabulaires, self.horloge),
            exportations=Exportations(base.lectures, base.unite, horloge),
            impressions=impressions,
            publications=publications,
            documents=self.documents,
            sauvegardes=self.sauvegardes,
            receptions=receptions,
            reconstruction=Reconstruction(base, profil, receptions, self._receptions, self.vierge),
            region=region,
            identites=identites,
            inscriptions=Inscriptions(base.unite, identites, liaison.cles, liaison.plis, horloge),
            cles=ClesJournaux(base.unite, identites, liaison.cles, liaison.plis, horloge),
            accuses=Accuses(base.unite, identites, liaison.plis, liaison.etats, horloge),
            envois=Envois(base, vocabulaires, horloge, self.lots),
            verifications=Verifications(base.unite, self.lecteur_lots, self.lots),
            securite=Securite(self.dossiers, dossier, base.unite),
            correcteur=Correcteur(base.unite, self.dictionnaire, vocabulaires),
            confirmer=partial(self.dossiers.confirmer, dossier),
        )

    def _consultations(
        self,
        base: Base,
        region: tuple[Region, SourceRegion] | None,
        rapports: Rapports,
        impressions: Impressions,
        repertoire: Repertoire,
    ) -> Consultations:
        return Consultations(
            rapports=rapports,
            impressions=impressions,
            indicateurs=self.indicateurs(),
            lectures=base.lectures,
            vue=repertoire.vue,
            region=region,
        )

    def _journees(self, base: Base, vocabulaires: Vocabulaires) -> Journees:
        return Journees(
            lectures=lambda: base.lectures,
            unite=base.unite,
            lire=base.unite_de_lecture,
            suivis=lambda: base.suivis,
            vocabulaires=vocabulaires,
            horloge=self.horloge,
        )

    def _repertoire(self, base: Base, identites: Identites) -> Repertoire:
        outils, horloge = self.repertoire, self.horloge
        livres, plis = self.vocabulaires(), self.liaison.plis
        return Repertoire(
            base.unite,
            base.unite_de_lecture,
            Editions(base.unite, identites, outils.editions, livres, horloge),
            Propositions(base.unite, identites, plis, outils.propositions, horloge),
        )

    def _receptions(self, dossier: Path, base: Base, profil: Profil) -> Receptions:
        return Receptions(base.unite, self.lecteur_lots, self.quarantaine(dossier), profil)

    def _impressions(
        self, profil: Profil, base: Base, vocabulaires: Vocabulaires, region: Region
    ) -> Impressions:
        return Impressions(
            profil=profil,
            lectures=base.lectures,
            unite=base.unite,
            region=region,
            indicateurs=self.indicateurs(),
            vocabulaires=vocabulaires,
            horloge=self.horloge,
        )

    def _rapports(
        self,
        profil: Profil,
        base: Base,
        vocabulaires: Vocabulaires,
        region: Region,
        mots: MotsFiltre,
    ) -> Rapports:
        """The figures of a coordination are those of its region, and say what they lack."""
        source = self._source_region(profil, base, region)
        faits = base.lectures if source is None else source[1]
        reserves = sans_reserves if source is None else region.reserves
        return Rapports(
            faits, vocabulaires, self.indicateurs(), self.horloge, reserves, lire_filtre=mots
        )

    def _source_region(
        self, profil: Profil, base: Base, region: Region
    ) -> tuple[Region, SourceRegion] | None:
        if profil.role is Role.INTERVENANT:
            return None
        return region, base.lectures_region(self.lecteur_lots.lire_ligne)
