"""Making lots: what would leave, the lot that holds it, the file that carries it.

One transaction computes what may leave, gives the lot its number and keeps its exact bytes; the
file comes after, as often as wanted, always with the same content inside. The order is database,
mark, file: no lot that somebody may have received is ahead of the mark, so an old copy of the
database is always recognised.
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from journal_scls.application.lots.apercus import Apercu, condenser
from journal_scls.application.lots.incarnations import Incarnations, Situation
from journal_scls.application.lots.ports_lots import (
    Envoi,
    Expediteur,
    Incarnation,
    Marque,
    OutilsLots,
)
from journal_scls.application.lots.preparation import FAITS_MARQUANTS, OUI, LotPrepare, Preparation
from journal_scls.application.operation import Progress
from journal_scls.application.ports import Base, Horloge, UnitOfWork
from journal_scls.domain.echange.partage import GenreLot
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.periode import Periode
from journal_scls.domain.vocabulaire import Vocabulaires


@dataclass(frozen=True, slots=True, kw_only=True)
class LotEcrit:
    """A lot that is on its medium, read back; `refait` when the lot was made before."""

    fichier: Path
    seq: int
    genre: GenreLot
    ecritures: int
    empreinte: str
    refait: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CompteEnvois:
    """How many entries changed since the last lot, and when a lot was last written."""

    rattache: bool
    a_envoyer: int = 0
    dernier: datetime | None = None


class Envois:
    """The lots of one journal."""

    def __init__(
        self,
        base: Base,
        vocabulaires: Vocabulaires,
        horloge: Horloge,
        outils: OutilsLots,
    ) -> None:
        self._base = base
        self._vocabulaires = vocabulaires
        self._horloge = horloge
        self._expediteur = outils.expediteur
        self._format = outils.format
        self._support = outils.support
        self._incarnations = Incarnations(base, horloge, outils.expediteur, outils.temoins)
        self._preparation = Preparation(horloge, outils.format, self._incarnations.premiere)

    def situation(self) -> Situation:
        """Whether this copy may export; asked when a journal opens. Changes nothing."""
        with self._base.unite() as unite:
            return self._incarnations.situation(unite)

    def lister(self) -> tuple[Envoi, ...]:
        """The lots of this incarnation, by number."""
        with self._base.unite() as unite:
            return tuple(unite.envois.envois())

    def compte(self) -> CompteEnvois:
        """What the bottom of the window says, quickly; changes nothing."""
        with self._base.unite() as unite:
            region = unite.inscriptions.region()
            if region is None or region.acceptee_le is None:
                return CompteEnvois(rattache=False)
            envois = unite.envois.envois()
            dernier = envois[-1].cree_le if envois else None
            return CompteEnvois(
                rattache=True,
                a_envoyer=unite.envois.modifiees_depuis(dernier),
                dernier=max((e.ecrit_le for e in envois if e.ecrit_le), default=None),
            )

    def faits_marquants_partages(self) -> bool:
        """Whether faits marquants leave."""
        with self._base.unite() as unite:
            return unite.preference(FAITS_MARQUANTS) == OUI

    def partager_faits_marquants(self, *, oui: bool) -> None:
        """Let the faits marquants leave, or no longer: those that left are then taken back."""
        with self._base.unite() as unite:
            unite.enregistrer_preference(FAITS_MARQUANTS, OUI if oui else "")
            unite.commit()

    def apercu(
        self,
        genre: GenreLot = GenreLot.DELTA,
        periode: Periode | None = None,
        *,
        progress: Progress | None = None,
    ) -> Apercu:
        """The very lines that `exporter` would let out, and their digest; changes nothing.

        Raises:
            RegleMetier: not enrolled.
        """
        with self._base.unite() as unite:
            prepare = self._preparation.preparer(
                unite, self._expediteur(unite), genre, periode, progress
            )
        return Apercu(
            seq=prepare.envoi.seq,
            genre=prepare.envoi.genre,
            ecritures=prepare.envoi.ecritures,
            retraits=len(prepare.lignes) - prepare.envoi.ecritures,
            sans_jour=sum("mois" in self._format.lire_ligne(ligne) for ligne in prepare.lignes),
            deja_fait=prepare.entete is None,
            condense=condenser(prepare.lignes),
            lignes=prepare.lignes,
            lire_ligne=self._format.lire_ligne,
            vocabulaires=self._vocabulaires,
        )

    def exporter(
        self,
        sortie: Path,
        genre: GenreLot = GenreLot.DELTA,
        periode: Periode | None = None,
        *,
        condense: str = "",
        progress: Progress | None = None,
    ) -> LotEcrit:
        """Make a lot of what changed, and put its file in a folder.

        Two calls with nothing new between them give two files of one lot.

        Args:
            sortie: the folder.
            genre: what it holds; the first lot of a new incarnation is always complete.
            periode: what a closing lot closes.
            condense: that of the preview the person agreed to.
            progress: may be cancelled until the lot is kept.

        Raises:
            RegleMetier: not enrolled, or the lines are no longer those of the preview.
            Environnement: a copy to be decided about, or the medium refuses.
        """
        with self._base.unite() as unite:
            self._incarnations.exiger_normale(unite)
            expediteur = self._expediteur(unite)
            prepare = self._preparation.preparer(unite, expediteur, genre, periode, progress)
            if condense and condense != condenser(prepare.lignes):
                raise RegleMetier(
                    "Le journal a changé depuis l'aperçu : rien n'a été exporté.",
                    "Relisez l'aperçu, puis recommencez.",
                    champ="apercu",
                )
            envoi = self._garder(unite, expediteur, prepare)
        self._incarnations.marquer(Marque(envoi.incarnation, envoi.epoque, envoi.seq))
        return self._ecrire(sortie, envoi.seq, refait=prepare.entete is None)

    def reexporter(self, sortie: Path, seq: int) -> LotEcrit:
        """Put a new file of a lot already made in a folder: same content, other envelope.

        Raises:
            RegleMetier: not enrolled, or there is no such lot.
            Environnement: a copy to be decided about, or the medium refuses.
        """
        with self._base.unite() as unite:
            self._incarnations.exiger_normale(unite)
            unite.envois.conteneur(seq)
        return self._ecrire(sortie, seq, refait=True)

    def en_lecture(self) -> bool:
        """Whether a person decided that this copy is only read."""
        with self._base.unite() as unite:
            return self._incarnations.en_lecture(unite)

    def garder_en_lecture(self) -> None:
        """Decide that the journal goes on in another copy: nothing leaves this one.

        Raises:
            RegleMetier: this copy has no rival.
        """
        self._incarnations.laisser()

    def nouvelle_incarnation(self, raison: str) -> Incarnation:
        """Decide that this copy is the journal from now on; its next lot will be complete.

        Raises:
            RegleMetier: no reason, or the journal is not enrolled.
        """
        return self._incarnations.nouvelle(raison)

    def _garder(self, unite: UnitOfWork, expediteur: Expediteur, prepare: LotPrepare) -> Envoi:
        """Keep the lot and all that it says was shared, in one commit."""
        if prepare.entete is None:
            return prepare.envoi
        compose = self._preparation.composer(prepare, expediteur)
        if prepare.premiere is not None:
            # Before the commit: a journal that has lots is then never without a mark.
            vie = prepare.premiere
            self._incarnations.marquer(Marque(vie.uuid, vie.epoque, 0))
            unite.envois.ouvrir_incarnation(vie)
        elif prepare.envoi.seq == 1:
            unite.envois.tout_rattacher(1)
        unite.envois.enregistrer_partages(prepare.changes)
        envoi = replace(prepare.envoi, empreinte=compose.empreinte)
        unite.envois.ajouter(envoi, compose.conteneur)
        unite.commit()
        return envoi

    def _ecrire(self, sortie: Path, seq: int, *, refait: bool) -> LotEcrit:
        """The file, then the word « écrit », in that order."""
        with self._base.unite() as unite:
            conteneur = unite.envois.conteneur(seq)
            envoi = unite.envois.envois()[seq - 1]
            destinataires = self._expediteur(unite).destinataires
        octets = self._format.sceller(conteneur, destinataires)
        fichier = self._support.deposer(sortie, self._format.nom_neutre, octets)
        with self._base.unite() as unite:
            condense = hashlib.sha256(octets).hexdigest()
            unite.envois.noter_ecrit(seq, condense, self._horloge.maintenant())
            unite.commit()
        return LotEcrit(
            fichier=fichier,
            seq=seq,
            genre=envoi.genre,
            ecritures=envoi.ecritures,
            empreinte=envoi.empreinte,
            refait=refait,
        )
