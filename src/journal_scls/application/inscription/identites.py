"""Who this dossier is: its keys are made inside it on first need, and never leave it.

`Identites.locale` is for the use cases that already have a transaction; whoever calls it commits.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from journal_scls.application.inscription.ports_inscriptions import Cles, Plis
from journal_scls.application.lots.ports_lots import CleSignature, Expediteur, PolitiqueLot
from journal_scls.application.ports import Horloge, UnitOfWork
from journal_scls.domain.echange.inscription import ClesDossier, IdentiteLocale, Region
from journal_scls.domain.echange.refus import CodeInscription, RefusInscription
from journal_scls.domain.profil import Profil, Role

RECONNUE = "cle_secours_sortie"


class Identites:
    """The identity of one dossier."""

    def __init__(
        self, unite: Callable[[], UnitOfWork], cles: Cles, plis: Plis, horloge: Horloge
    ) -> None:
        self._unite = unite
        self._cles = cles
        self._plis = plis
        self._horloge = horloge

    def locale(self, unite: UnitOfWork) -> IdentiteLocale:
        """This dossier's identity, its first keys made if need be (the caller commits)."""
        profil = unite.profil()
        cles = unite.inscriptions.cles()
        if not cles:
            cles = (self._premieres(profil),)
            unite.inscriptions.ajouter_cles(cles[0])
            unite.noter("cles_creees")
        return self._composer(profil, cles)

    def ici(self) -> IdentiteLocale:
        """The same in a transaction of its own."""
        with self._unite() as unite:
            identite = self.locale(unite)
            unite.commit()
        return identite

    def exiger(self, unite: UnitOfWork, role: Role) -> IdentiteLocale:
        """The same, in a dossier of that role.

        Raises:
            RefusInscription: it has the other one.
        """
        if unite.profil().role is not role:
            raise RefusInscription(CodeInscription.MAUVAIS_ROLE)
        return self.locale(unite)

    def sortir_cle_secours(self, sortie: Path) -> str:
        """Write the recovery identity, to be printed; gives its public side.

        The register says so before the file exists, so that no key gets out unseen. Whoever
        calls has just had the passphrase checked.

        Raises:
            RefusInscription: a journal has no such key.
        """
        with self._unite() as unite:
            identite = self.exiger(unite, Role.COORDINATION)
            unite.noter(RECONNUE)
            unite.commit()
        self._plis.ecrire(sortie, self._cles.feuille_secours(identite.cles[-1]))
        return identite.secours

    def _premieres(self, profil: Profil) -> ClesDossier:
        region = profil.role is Role.COORDINATION
        return self._cles.nouvelles(self._horloge.maintenant(), secours=region)

    def _composer(self, profil: Profil, cles: tuple[ClesDossier, ...]) -> IdentiteLocale:
        publique = self._cles.annoncer(profil.role, profil.id, cles[0])
        identite = IdentiteLocale(
            role=profil.role,
            id=profil.id,
            cles=cles,
            cle_publique=publique.cle,
            destinataire=publique.destinataire,
            empreinte=publique.empreinte,
        )
        if profil.role is Role.INTERVENANT:
            return identite
        return replace(identite, secours=self._cles.destinataire(cles[-1].secours))


def region_acceptee(unite: UnitOfWork) -> Region:
    """The region of this journal; nothing leaves before it has accepted.

    Raises:
        RefusInscription: the journal is not enrolled, or this is a coordination.
    """
    if unite.profil().role is not Role.INTERVENANT:
        raise RefusInscription(CodeInscription.MAUVAIS_ROLE)
    region = unite.inscriptions.region()
    if region is None or region.acceptee_le is None:
        raise RefusInscription(CodeInscription.PAS_INSCRIT)
    return region


def trouver_expediteur(unite: UnitOfWork) -> Expediteur:
    """ports_lots.TrouverExpediteur: who writes, to whom, with which keys.

    Raises:
        RefusInscription: the journal is not enrolled, or this is a coordination.
    """
    region = region_acceptee(unite)
    return Expediteur(
        journal=unite.profil().id,
        region=region.uuid,
        cles=tuple(
            CleSignature(cles.signature, cles.epoque, cles.depuis_seq)
            for cles in unite.inscriptions.cles()
        ),
        destinataires=region.destinataires,
        politique=PolitiqueLot(region.politique.id, region.politique.condense),
        champs=frozenset(region.politique.champs),
    )
