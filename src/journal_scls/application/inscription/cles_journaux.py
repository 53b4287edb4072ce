"""What happens to a journal's keys after enrolment: it changes them, or the region revokes them.

Both are dated by lots, never by a clock. A change is announced under the old key and the new one,
so that neither a thief of the old nor a stranger with a new can make one alone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from journal_scls.application.inscription.identites import Identites, region_acceptee
from journal_scls.application.inscription.ports_inscriptions import Cles, Plis
from journal_scls.application.ports import Horloge, UnitOfWork
from journal_scls.domain.echange.inscription import (
    ChangementCles,
    CleJournal,
    ClesDossier,
    IdentiteLocale,
    Inscription,
    Region,
    Revocation,
)
from journal_scls.domain.echange.refus import CodeInscription, RefusInscription
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.profil import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangementFait:
    """What a change of keys says to the person; `deja` when it was only written again."""

    empreinte: str
    epoque: int
    depuis_seq: int
    deja: bool


class ClesJournaux:
    """Rotation and revocation."""

    def __init__(
        self,
        unite: Callable[[], UnitOfWork],
        identites: Identites,
        cles: Cles,
        plis: Plis,
        horloge: Horloge,
    ) -> None:
        self._unite = unite
        self._identites = identites
        self._cles = cles
        self._plis = plis
        self._horloge = horloge

    def changer(self, sortie: Path, *, refaire: bool = False) -> ChangementFait:
        """Sign with new keys from the next lot on, and write the file that tells the region.

        New keys that signed nothing yet are not changed again: their file is made once more. With
        `refaire` it is made once more in any case, when the first one was lost.

        Raises:
            RefusInscription: the journal is not enrolled.
            RegleMetier: there is nothing to make again.
        """
        with self._unite() as unite:
            region = region_acceptee(unite)
            identite = self._identites.exiger(unite, Role.INTERVENANT)
            deja = _change_sans_lot(unite, identite) or refaire
            if not deja:
                identite = self._renouveler(unite)
            octets = self._annoncer(identite, region)
            unite.commit()
        self._plis.ecrire(sortie, octets)
        return ChangementFait(
            empreinte=identite.empreinte,
            epoque=identite.cles[0].epoque,
            depuis_seq=identite.cles[0].depuis_seq,
            deja=deja,
        )

    def prendre(self, fichier: Path, empreinte: str = "") -> tuple[Inscription, bool]:
        """Pin the new keys of a journal; False when they already were.

        A journal restored from a backup older than its last change no longer has the keys that
        should announce the next: its new digits, heard by telephone, then stand for them.

        Args:
            fichier: the change.
            empreinte: the 30 digits that the person hears from the intervenant.

        Raises:
            RefusInscription: and nothing was kept.
            RegleMetier: what was typed is not 30 digits.
        """
        octets = self._plis.lire(fichier)
        with self._unite() as unite:
            identite = self._identites.exiger(unite, Role.COORDINATION)
            changement = self._plis.lire_changement(octets, identite.identites_age)
            if changement.region != identite.id:
                raise RefusInscription(CodeInscription.AUTRE_REGION)
            inscription = unite.inscriptions.inscription(changement.journal)
            if inscription is None:
                raise RefusInscription(CodeInscription.JOURNAL_INCONNU)
            annoncees = self._cles.annoncee(
                Role.INTERVENANT, changement.journal, changement.cle, changement.destinataire
            )
            if empreinte and not annoncees.confirme(empreinte):
                raise RefusInscription(CodeInscription.EMPREINTE_DIFFERENTE)
            nouvelle = self._juger(unite, identite, changement, entendue=bool(empreinte))
            if nouvelle is not None:
                unite.inscriptions.ajouter_cle(nouvelle)
                unite.noter("cles_prises", str(changement.journal))
            unite.commit()
        return inscription, nouvelle is not None

    def revoquer(self, designation: str, apres_seq: int, raison: str) -> Inscription:
        """Stop trusting a journal after a lot of its present life; 0 withdraws everything.

        Its earlier lives stop at what was received of them, and lives nobody has seen yet are
        closed: a thief chooses the identifier and the epoch that he signs.

        Args:
            designation: the journal's code, or its identifier.
            apres_seq: the last lot that counts.
            raison: why, for the register.

        Raises:
            RefusInscription: no such journal, or this dossier is not a coordination's.
            RegleMetier: no reason.
        """
        if not raison.strip():
            raise RegleMetier(
                "Il faut une raison pour révoquer un journal.",
                "Écrivez-la en quelques mots : elle reste au registre.",
                champ="raison",
            )
        with self._unite() as unite:
            self._identites.exiger(unite, Role.COORDINATION)
            inscription = trouver_journal(unite, designation)
            bornes = _bornes(unite, inscription.journal, apres_seq)
            le = self._horloge.maintenant()
            unite.inscriptions.revoquer(
                Revocation(
                    journal=inscription.journal,
                    incarnation=incarnation,
                    apres_seq=borne,
                    le=le,
                    raison=raison.strip(),
                )
                for incarnation, borne in bornes.items()
            )
            unite.noter("journal_revoque", f"{inscription.journal} {apres_seq}")
            unite.commit()
        return inscription

    def _renouveler(self, unite: UnitOfWork) -> IdentiteLocale:
        epoque, seq = unite.inscriptions.prochain_lot()
        nouvelles = self._cles.nouvelles(
            self._horloge.maintenant(), secours=False, epoque=epoque, depuis_seq=seq
        )
        unite.inscriptions.ajouter_cles(nouvelles)
        unite.noter("cles_changees")
        return self._identites.locale(unite)

    def _annoncer(self, identite: IdentiteLocale, region: Region) -> bytes:
        nouvelle, ancienne = _deux_dernieres(identite)
        changement = ChangementCles(
            region=region.uuid,
            journal=identite.id,
            ancienne=self._cles.annoncer(identite.role, identite.id, ancienne).cle,
            cle=identite.cle_publique,
            destinataire=identite.destinataire,
            epoque=nouvelle.epoque,
            depuis_seq=nouvelle.depuis_seq,
        )
        signatures = (ancienne.signature, nouvelle.signature)
        return self._plis.ecrire_changement(changement, signatures, region.destinataires)

    def _juger(
        self,
        unite: UnitOfWork,
        identite: IdentiteLocale,
        changement: ChangementCles,
        *,
        entendue: bool,
    ) -> CleJournal | None:
        """The key to add, None when it is there already."""
        depot = unite.inscriptions
        cles = depot.cles_de(changement.journal)
        if any(_meme(cle, changement) for cle in cles[1:]):
            return None
        if depot.revocations(changement.journal):
            raise RefusInscription(CodeInscription.JOURNAL_REVOQUE)
        derniere = cles[-1]
        if derniere.cle != changement.ancienne and not entendue:
            raise RefusInscription(CodeInscription.ANCIENNES_CLES)
        if (
            depot.journal_de(changement.cle)
            or depot.cle_age_prise(changement.destinataire)
            or changement.destinataire in identite.destinataires
            or changement.cle == identite.cle_publique
        ):
            raise RefusInscription(CodeInscription.CLE_CONNUE)
        place = (changement.epoque, changement.depuis_seq)
        if place < (derniere.epoque, derniere.depuis_seq):
            raise RefusInscription(CodeInscription.CLES_EN_ARRIERE)
        return CleJournal(
            journal=changement.journal,
            cle=changement.cle,
            destinataire=changement.destinataire,
            rang=derniere.rang + 1,
            epoque=changement.epoque,
            depuis_seq=changement.depuis_seq,
            acceptee_le=self._horloge.maintenant(),
        )


def trouver_journal(unite: UnitOfWork, designation: str) -> Inscription:
    """The journal of the region that a code or an identifier names.

    Raises:
        RefusInscription: none, or several.
    """
    voulu = designation.strip().casefold()
    trouvees = [
        i for i in unite.inscriptions.inscriptions() if voulu in {str(i.journal), i.code.casefold()}
    ]
    if not trouvees:
        raise RefusInscription(CodeInscription.JOURNAL_INCONNU)
    if len(trouvees) > 1:
        raise RefusInscription(CodeInscription.JOURNAL_AMBIGU)
    return trouvees[0]


def _change_sans_lot(unite: UnitOfWork, identite: IdentiteLocale) -> bool:
    """Whether the newest keys were already a change and have signed nothing."""
    place = (identite.cles[0].epoque, identite.cles[0].depuis_seq)
    return len(identite.cles) > 1 and unite.inscriptions.prochain_lot() == place


def _deux_dernieres(identite: IdentiteLocale) -> tuple[ClesDossier, ClesDossier]:
    if len(identite.cles) < 2:  # noqa: PLR2004 - a change has a before and an after
        raise RegleMetier(
            "Ce journal n'a jamais changé de clés : il n'y a rien à refaire.",
            "Faites d'abord « coordination changer-cles » sans l'option « --refaire ».",
        )
    return identite.cles[0], identite.cles[1]


def _meme(cle: CleJournal, changement: ChangementCles) -> bool:
    return (cle.cle, cle.destinataire, cle.epoque, cle.depuis_seq) == (
        changement.cle,
        changement.destinataire,
        changement.epoque,
        changement.depuis_seq,
    )


def _bornes(unite: UnitOfWork, journal: UUID, apres_seq: int) -> dict[UUID | None, int]:
    """The last lot that counts, by incarnation; None for the lives not seen yet."""
    recus: dict[UUID, tuple[int, int]] = {}
    for lot in unite.accuses.lots_recus(journal):
        epoque, seq = recus.get(lot.incarnation, (lot.epoque, 0))
        recus[lot.incarnation] = (max(epoque, lot.epoque), max(seq, lot.seq))
    derniere = max((epoque for epoque, _ in recus.values()), default=0)
    bornes: dict[UUID | None, int] = {
        vie: seq if apres_seq and epoque != derniere else apres_seq
        for vie, (epoque, seq) in recus.items()
    }
    bornes[None] = 0 if recus else apres_seq
    return bornes
