"""Enrolment by three small files: invitation, demande, acceptation.

Each side types the digits that it hears from the other; nothing is pinned before they agree.
Every step may be done again with the same file and gives the same answer; no step trusts a clock.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from journal_scls.application.inscription.identites import Identites
from journal_scls.application.inscription.ports_inscriptions import Cles, IdentiteAnnoncee, Plis
from journal_scls.application.ports import Horloge, UnitOfWork
from journal_scls.domain.echange.inscription import (
    NONCE_TAILLE,
    Acceptation,
    CleJournal,
    Demande,
    IdentiteLocale,
    Inscription,
    Invitation,
    Region,
)
from journal_scls.domain.echange.refus import CodeInscription, RefusInscription
from journal_scls.domain.profil import Role


@dataclass(frozen=True, slots=True)
class Presentation:
    """A file that names somebody, whose digits nobody has compared yet."""

    fichier: Path
    nom: str
    identite: IdentiteAnnoncee


class Inscriptions:
    """Enrolment, on both sides."""

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

    # --- the coordination

    def inviter(self, sortie: Path) -> Invitation:
        """Write an invitation, for one journal.

        Raises:
            RefusInscription: this dossier is not a coordination's.
        """
        with self._unite() as unite:
            identite = self._identites.exiger(unite, Role.COORDINATION)
            invitation = Invitation(
                region=identite.id,
                nom=unite.profil().titre,
                cle=identite.cle_publique,
                destinataire=identite.destinataire,
                secours=identite.secours,
                politique=self._plis.politique(),
                nonce=secrets.token_bytes(NONCE_TAILLE),
            )
            octets = self._plis.ecrire_invitation(invitation, identite.cle_signature)
            unite.inscriptions.ajouter_invitation(invitation.nonce, self._horloge.maintenant())
            unite.noter("invitation_faite")
            unite.commit()
        self._plis.ecrire(sortie, octets)
        return invitation

    def presenter_demande(self, fichier: Path) -> Presentation:
        """Who a demande says it comes from; keeps nothing, believes nothing.

        Raises:
            RefusInscription: it is no demande to this region, or its keys are not safe.
        """
        octets = self._plis.lire(fichier)
        with self._unite() as unite:
            identite = self._identites.exiger(unite, Role.COORDINATION)
            unite.commit()
        demande = self._plis.lire_demande(octets, identite.identites_age)
        if demande.region != identite.id:
            raise RefusInscription(CodeInscription.AUTRE_REGION)
        nom = f"{demande.code} – {demande.nom}" if demande.nom else demande.code
        return Presentation(fichier, nom, self._annoncer(demande))

    def _annoncer(self, demande: Demande) -> IdentiteAnnoncee:
        return self._cles.annoncee(
            Role.INTERVENANT, demande.journal, demande.cle, demande.destinataire
        )

    def accepter(self, fichier: Path, empreinte: str, sortie: Path) -> Inscription:
        """Pin the journal that a demande presents, and write the acceptation.

        Args:
            fichier: the demande.
            empreinte: the 30 digits that the person hears from the intervenant.
            sortie: where to write the acceptation.

        Raises:
            RefusInscription: and nothing was kept.
            RegleMetier: what was typed is not 30 digits.
        """
        octets = self._plis.lire(fichier)
        with self._unite() as unite:
            identite = self._identites.exiger(unite, Role.COORDINATION)
            demande = self._plis.lire_demande(octets, identite.identites_age)
            if demande.region != identite.id:
                raise RefusInscription(CodeInscription.AUTRE_REGION)
            if demande.journal == identite.id or demande.cle == identite.cle_publique:
                raise RefusInscription(CodeInscription.MAUVAIS_ROLE)
            _exiger_empreinte(self._annoncer(demande), empreinte)
            inscription = self._inscrire(unite, identite, demande)
            reponse = self._plis.ecrire_acceptation(_accepter(demande), identite.cle_signature)
            unite.commit()
        self._plis.ecrire(sortie, reponse)
        return inscription

    def _inscrire(
        self, unite: UnitOfWork, identite: IdentiteLocale, demande: Demande
    ) -> Inscription:
        """The journal as it is pinned, now or already."""
        depot = unite.inscriptions
        donnee, utilisee = depot.invitee(demande.nonce)
        connue = depot.inscription(demande.journal)
        if connue is not None:
            derniere = depot.cles_de(demande.journal)[-1]
            if (derniere.cle, derniere.destinataire) != (demande.cle, demande.destinataire):
                raise RefusInscription(CodeInscription.JOURNAL_CONNU)
        elif depot.journal_de(demande.cle) or _age_prise(unite, identite, demande.destinataire):
            raise RefusInscription(CodeInscription.CLE_CONNUE)
        if not donnee:
            raise RefusInscription(CodeInscription.NONCE_INCONNU)
        if utilisee is not None and utilisee != demande.journal:
            raise RefusInscription(CodeInscription.NONCE_UTILISE)
        if connue is not None:
            return connue
        inscription, cle = _premiere(demande, self._horloge.maintenant())
        depot.inscrire(inscription, cle, demande.nonce)
        unite.noter("journal_inscrit", str(demande.journal))
        return inscription

    # --- the journal

    def region(self) -> Region | None:
        """The region this journal asked to join, accepted or not yet."""
        with self._unite() as unite:
            return unite.inscriptions.region()

    def presenter(self, fichier: Path) -> Presentation:
        """Who an invitation says it comes from; keeps nothing, believes nothing.

        Raises:
            RefusInscription: it is no invitation, or its keys are not safe.
        """
        invitation = self._plis.lire_invitation(self._plis.lire(fichier))
        return Presentation(fichier, invitation.nom, self._annoncee(invitation))

    def _annoncee(self, invitation: Invitation) -> IdentiteAnnoncee:
        return self._cles.annoncee(
            Role.COORDINATION, invitation.region, invitation.cle, invitation.destinataire
        )

    def demander(self, fichier: Path, empreinte: str, sortie: Path) -> Region:
        """Pin the region that an invitation presents, and write the demande.

        Args:
            fichier: the invitation.
            empreinte: the 30 digits that the person hears from the coordination.
            sortie: where to write the demande.

        Raises:
            RefusInscription: and nothing was kept.
            RegleMetier: what was typed is not 30 digits.
        """
        octets = self._plis.lire(fichier)
        with self._unite() as unite:
            identite = self._identites.exiger(unite, Role.INTERVENANT)
            invitation = self._plis.lire_invitation(octets)
            _exiger_empreinte(self._annoncee(invitation), empreinte)
            region = self._choisir(unite, invitation)
            profil = unite.profil()
            demande = Demande(
                region=invitation.region,
                nonce=invitation.nonce,
                journal=identite.id,
                code=profil.code,
                nom=profil.nom_affiche,
                cle=identite.cle_publique,
                destinataire=identite.destinataire,
            )
            octets = self._plis.ecrire_demande(
                demande, identite.cle_signature, region.destinataires
            )
            unite.commit()
        self._plis.ecrire(sortie, octets)
        return region

    def _choisir(self, unite: UnitOfWork, invitation: Invitation) -> Region:
        """The region pinned from now on; one that has accepted is never replaced."""
        nouvelle = _region(invitation, self._horloge.maintenant())
        connue = unite.inscriptions.region()
        if connue is not None and connue.uuid == nouvelle.uuid:
            if (connue.cle, connue.destinataires) != (nouvelle.cle, nouvelle.destinataires):
                raise RefusInscription(CodeInscription.REGION_CONNUE)
            if connue.acceptee_le is not None or connue.nonce == nouvelle.nonce:
                return connue
        elif connue is not None and connue.acceptee_le is not None:
            raise RefusInscription(CodeInscription.DEJA_INSCRIT)
        unite.inscriptions.choisir_region(nouvelle)
        unite.noter("region_choisie", str(nouvelle.uuid))
        return nouvelle

    def rejoindre(self, fichier: Path) -> Region:
        """Take the acceptation in: from now on lots may be exported.

        Raises:
            RefusInscription: it does not answer the demande of this journal, or it already did.
        """
        octets = self._plis.lire(fichier)
        with self._unite() as unite:
            identite = self._identites.exiger(unite, Role.INTERVENANT)
            region = unite.inscriptions.region()
            if region is None:
                raise RefusInscription(CodeInscription.PAS_DE_DEMANDE)
            lue = self._plis.lire_acceptation(octets, identite.identites_age, region.cle)
            _exiger_reponse(lue, region, identite)
            unite.inscriptions.rejoindre(self._horloge.maintenant())
            unite.noter("region_rejointe", str(region.uuid))
            unite.commit()
        return region


def _exiger_empreinte(annonce: IdentiteAnnoncee, tapee: str) -> None:
    if not annonce.confirme(tapee):
        raise RefusInscription(CodeInscription.EMPREINTE_DIFFERENTE)


def _exiger_reponse(lue: Acceptation, region: Region, identite: IdentiteLocale) -> None:
    """The acceptation answers our last demande, with the keys that we gave."""
    if lue.region != region.uuid:
        raise RefusInscription(CodeInscription.AUTRE_REGION)
    nous = (identite.id, identite.cle_publique, identite.destinataire)
    if (lue.journal, lue.cle, lue.destinataire) != nous:
        raise RefusInscription(CodeInscription.AUTRE_JOURNAL)
    if lue.nonce != region.nonce:
        raise RefusInscription(CodeInscription.AUTRE_DEMANDE)
    if region.acceptee_le is not None:
        raise RefusInscription(CodeInscription.DEJA_REJOINT)


def _age_prise(unite: UnitOfWork, identite: IdentiteLocale, destinataire: str) -> bool:
    return destinataire in identite.destinataires or unite.inscriptions.cle_age_prise(destinataire)


def _accepter(demande: Demande) -> Acceptation:
    return Acceptation(
        region=demande.region,
        nonce=demande.nonce,
        journal=demande.journal,
        cle=demande.cle,
        destinataire=demande.destinataire,
    )


def _premiere(demande: Demande, le: datetime) -> tuple[Inscription, CleJournal]:
    inscription = Inscription(
        journal=demande.journal, code=demande.code, nom=demande.nom, acceptee_le=le
    )
    cle = CleJournal(
        journal=demande.journal,
        cle=demande.cle,
        destinataire=demande.destinataire,
        rang=1,
        epoque=1,
        depuis_seq=1,
        acceptee_le=le,
    )
    return inscription, cle


def _region(invitation: Invitation, le: datetime) -> Region:
    return Region(
        uuid=invitation.region,
        nom=invitation.nom,
        cle=invitation.cle,
        destinataires=(invitation.destinataire, invitation.secours),
        politique=invitation.politique,
        nonce=invitation.nonce,
        demandee_le=le,
    )
