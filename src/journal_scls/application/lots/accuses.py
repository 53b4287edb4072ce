"""Accusés: the region says what it has, the journal concludes what it may stop worrying about.

Nothing is deleted nor changed in a journal because of an accusé. What it marks only grows, so an
old one, one taken twice or in another order changes nothing. What it contradicts (a lot this copy
never made) stops exports until a person decides.
"""

import hmac
import string
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from journal_scls.application.inscription.identites import Identites, region_acceptee
from journal_scls.application.inscription.ports_inscriptions import Plis
from journal_scls.application.lots.situation_accuses import CopieContredite, SituationAccuses
from journal_scls.application.operation import Progress
from journal_scls.application.ports import Horloge, UnitOfWork
from journal_scls.application.ports_accuses import AccuseEmis, CalculEtat
from journal_scls.domain.echange.accuse import (
    Accuse,
    DemandeAccuse,
    EnvoiConnu,
    LotAccuse,
    Objection,
    dresser,
    lots_accuses,
    objections,
)
from journal_scls.domain.echange.inscription import IdentiteLocale, Inscription
from journal_scls.domain.echange.refus import CodeInscription, RefusInscription
from journal_scls.domain.profil import Role

PREFIXE = "ACCUSE"
_LETTRES = 8
APPLIQUE, DOUBLON, REFUSE = "applique", "doublon", "refuse"


@dataclass(frozen=True, slots=True, kw_only=True)
class AccuseEcrit:
    """An accusé that is on its medium, for one journal."""

    journal: UUID
    code: str
    nom: str
    fichier: Path
    numero: int
    demande: DemandeAccuse
    nouveau: bool = True
    """False when it was in the folder already, with nothing to add."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccuseLu:
    """One line for one file that was given to be taken in."""

    fichier: str
    resultat: str
    code: str = ""
    message: str
    suite: str = ""


class Accuses:
    """Accusés, on both sides."""

    def __init__(
        self,
        unite: Callable[[], UnitOfWork],
        identites: Identites,
        plis: Plis,
        etats: CalculEtat,
        horloge: Horloge,
    ) -> None:
        self._unite = unite
        self._identites = identites
        self._plis = plis
        self._etats = etats
        self._horloge = horloge

    # --- the coordination

    def accuser(self, sortie: Path, progress: Progress | None = None) -> tuple[AccuseEcrit, ...]:
        """Write a file for each journal with something new, each in its own transaction.

        What is said again in the same words keeps its number and its file; what is new takes the
        place of the older files in the folder.

        Raises:
            Cancelled: somebody asked to stop; the files already written are good.
            RefusInscription: this dossier is not a coordination's.
            Environnement: the medium refuses.
        """
        with self._unite() as unite:
            identite = self._identites.exiger(unite, Role.COORDINATION)
            inscriptions = unite.inscriptions.inscriptions()
            unite.commit()
        progress, ecrits = progress or Progress(), []
        for rang, inscription in enumerate(inscriptions):
            progress.etape(rang, len(inscriptions), "Écriture des accusés")
            ecrits.append(self._accuser(sortie, identite, inscription))
        return tuple(ecrits)

    def _accuser(
        self, sortie: Path, identite: IdentiteLocale, inscription: Inscription
    ) -> AccuseEcrit:
        with self._unite() as unite:
            accuse, nouveau = self._dresser(unite, identite.id, inscription.journal)
            destinataire = unite.inscriptions.cles_de(inscription.journal)[-1].destinataire
            nom, *perimes = _noms(identite, accuse, destinataire)
            deja = not nouveau and self._plis.tient(sortie, nom)
            octets, empreinte = self._plis.ecrire_accuse(
                accuse, identite.cle_signature, destinataire
            )
            if nouveau:
                emis = AccuseEmis(accuse=accuse, empreinte=empreinte)
                unite.accuses.emettre(emis, self._horloge.maintenant())
                unite.commit()
        if not deja:
            self._plis.remplacer(sortie, nom, octets, perimes)
        return AccuseEcrit(
            journal=inscription.journal,
            code=inscription.code,
            nom=inscription.nom,
            fichier=sortie / nom,
            numero=accuse.numero,
            demande=accuse.demande,
            nouveau=not deja,
        )

    def _dresser(self, unite: UnitOfWork, region: UUID, journal: UUID) -> tuple[Accuse, bool]:
        """What is to be said, and whether it was not the last thing said already."""
        depot = unite.accuses
        lots = tuple(depot.lots_recus(journal))
        nombre, condense = self._etats.etat(depot.versions_courantes(journal))
        dernier = depot.dernier_emis(journal)
        revoque = bool(unite.inscriptions.revocations(journal))
        accuse = Accuse(
            region=region,
            journal=journal,
            numero=dernier.accuse.numero + 1 if dernier else 1,
            incarnations=dresser(lots),
            etat_nombre=nombre,
            etat_condense=condense,
            demande=DemandeAccuse.RIEN if revoque else _demander(lots, (nombre, condense)),
            revoque=revoque,
        )
        if dernier is not None and dernier.accuse.dit == accuse.dit:
            return dernier.accuse, False
        return accuse, True

    # --- the journal

    def recevoir(self, fichiers: Sequence[Path]) -> tuple[AccuseLu, ...]:
        """Take accusés in; one that is not ours or is forged never stops the others.

        Raises:
            RefusInscription: this journal is not enrolled: it can believe nobody yet.
        """
        with self._unite() as unite:
            region_acceptee(unite)
        return tuple(self._recevoir(fichier) for fichier in fichiers)

    def _recevoir(self, fichier: Path) -> AccuseLu:
        try:
            accuse, nouveau = self._prendre(fichier)
        except RefusInscription as refus:
            return AccuseLu(
                fichier=fichier.name,
                resultat=REFUSE,
                code=refus.code.value,
                message=refus.message,
                suite=refus.suite,
            )
        return AccuseLu(
            fichier=fichier.name,
            resultat=APPLIQUE if nouveau else DOUBLON,
            message=f"L'accusé {accuse.numero} est pris."
            if nouveau
            else f"L'accusé {accuse.numero} était déjà pris : rien n'a changé.",
        )

    def _prendre(self, fichier: Path) -> tuple[Accuse, bool]:
        octets = self._plis.lire(fichier)
        with self._unite() as unite:
            region = region_acceptee(unite)
            identite = self._identites.exiger(unite, Role.INTERVENANT)
            accuse, empreinte = self._plis.lire_accuse(octets, identite.identites_age, region.cle)
            if accuse.region != region.uuid:
                raise RefusInscription(CodeInscription.AUTRE_REGION)
            if accuse.journal != identite.id:
                raise RefusInscription(CodeInscription.AUTRE_JOURNAL)
            depot = unite.accuses
            nouveau = depot.prendre(accuse, empreinte, self._horloge.maintenant())
            depot.marquer(lots_accuses(accuse, depot.envois()))
            unite.commit()
        return accuse, nouveau

    def situation(self) -> SituationAccuses:
        """What all the accusés taken in say together of the present life of this journal."""
        with self._unite() as unite:
            depot = unite.accuses
            vies, recus = depot.incarnations(), depot.recus()
            envois = [e for e in depot.envois() if vies and e.incarnation == vies[-1]]
            accuses = tuple(e.seq for e in envois if e.accuse)
            autres = [e.seq for e in envois if not e.accuse]
            dernier = max(accuses, default=0)
            complet, en_trop = self._comparer(unite, recus, envois)
            return SituationAccuses(
                recus=accuses,
                a_refaire=tuple(seq for seq in autres if seq < dernier),
                en_attente=tuple(seq for seq in autres if seq > dernier),
                objections=objections_en_suspens(unite),
                connait=bool(recus),
                complet_demande=complet,
                en_trop=en_trop,
                revoque=any(accuse.revoque for accuse in recus),
            )

    def _comparer(
        self, unite: UnitOfWork, recus: Sequence[Accuse], envois: Sequence[EnvoiConnu]
    ) -> tuple[bool, bool]:
        """Whether a complete lot is needed, and whether one was already no help.

        The accusé that counts is the one that has seen most of our lots: a region that restored
        a backup starts its numbers again.
        """
        if not recus:
            return False, False
        connus = {e.seq: e for e in envois}

        def vu(accuse: Accuse) -> int:
            return max((seq for _, seq in lots_accuses(accuse, envois)), default=0)

        accuse = max(recus, key=lambda a: (vu(a), a.numero))
        dernier = connus.get(vu(accuse))
        if dernier is None:
            return accuse.demande is DemandeAccuse.COMPLET, False
        conteneur = unite.accuses.conteneur((dernier.incarnation, dernier.seq)) or b""
        annonce = self._etats.etat_du_lot(conteneur)
        if annonce == (accuse.etat_nombre, accuse.etat_condense):
            return False, False
        return not dernier.complet, dernier.complet


# --- for those who make lots, in their own transaction


def objections_en_suspens(unite: UnitOfWork) -> tuple[Objection, ...]:
    """What accusés contradict of this copy, and nobody has decided about."""
    depot = unite.accuses
    recus = depot.recus()
    if not recus:
        return ()
    decidees = depot.decisions(unite.profil().id)
    envois, vies = depot.envois(), depot.incarnations()
    trouvees = {o.cle: o for accuse in recus for o in objections(accuse, envois, vies)}
    return tuple(o for cle, o in sorted(trouvees.items()) if cle not in decidees)


def exiger_sans_objection(unite: UnitOfWork) -> None:
    """Let exports pass.

    Raises:
        CopieContredite: a person must decide first.
    """
    if objections_en_suspens(unite):
        raise CopieContredite


def trancher(unite: UnitOfWork, choix: str, raison: str, le: datetime) -> None:
    """Record that a person decided about every pending objection (the caller commits)."""
    cles = [objection.cle for objection in objections_en_suspens(unite)]
    unite.accuses.decider(unite.profil().id, cles, choix, raison, le)


def epoque_accusee(unite: UnitOfWork) -> int:
    """The highest epoch the region knows of this journal: a new life must be above it."""
    return max((v.epoque for a in unite.accuses.recus() for v in a.incarnations), default=0)


def _noms(identite: IdentiteLocale, accuse: Accuse, destinataire: str) -> Iterator[str]:
    """The name of an accusé, then those of the older ones for the same keys.

    Drawn from a secret: it says nothing to others, and the same to us each time.
    """
    for numero in range(accuse.numero, 0, -1):
        dit = f"{PREFIXE} {accuse.journal} {destinataire} {numero}".encode()
        tire = int.from_bytes(hmac.digest(identite.cle_signature, dit, "sha256"), "big")
        lettres = (string.ascii_uppercase[tire // 26**rang % 26] for rang in range(_LETTRES))
        yield f"{PREFIXE}-{''.join(lettres)}.scls"


def _demander(lots: Sequence[LotAccuse], etat: tuple[int, str]) -> DemandeAccuse:
    """Ask for everything when the newest lot announced another state than the one reached."""
    if not lots:
        return DemandeAccuse.RIEN
    dernier = max((lot.epoque, lot.seq) for lot in lots)
    annonces = {
        (lot.etat_nombre, lot.etat_condense) for lot in lots if (lot.epoque, lot.seq) == dernier
    }
    return DemandeAccuse.RIEN if etat in annonces else DemandeAccuse.COMPLET
