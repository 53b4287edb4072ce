"""Checking the file of a lot without taking it in.

A region opens it and reads it to its last line. The journal that made it cannot open it, but it
knows the files it wrote: the bytes must be those, and the lot they hold must be readable.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from journal_scls.application.lots.ports_lots import OutilsLots
from journal_scls.application.lots.ports_receptions import (
    Ecarte,
    LecteurLots,
    LotRecu,
    Registre,
    Resultat,
)
from journal_scls.application.ports import UnitOfWork
from journal_scls.domain.echange.inscription import ValiditeCle, validite_cle
from journal_scls.domain.profil import Role

VALIDE = "valide"
_CLE = "cle_non_valide"


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationFichier:
    """One line for one file: `resultat` is VALIDE, or one of the outcomes of an import."""

    fichier: str
    resultat: str
    code: str
    message: str
    suite: str = ""
    journal: str = ""
    seq: int | None = None

    @property
    def valide(self) -> bool:
        """Whether the region would take it."""
        return self.resultat == VALIDE


class Verifications:
    """Checks of files; changes nothing anywhere."""

    def __init__(
        self,
        unite: Callable[[], UnitOfWork],
        lecteur: LecteurLots,
        outils: OutilsLots,
    ) -> None:
        self._unite = unite
        self._lecteur = lecteur
        self._format = outils.format
        self._expediteur = outils.expediteur

    def verifier(self, chemins: Sequence[Path]) -> Sequence[VerificationFichier]:
        """Check files and the content of folders.

        Raises:
            Environnement: a folder cannot be read.
            RegleMetier: this journal belongs to no region.
        """
        return [self._verifier(chemin) for chemin in self._lecteur.fichiers(chemins)]

    def _verifier(self, chemin: Path) -> VerificationFichier:
        octets = self._lecteur.lire_fichier(chemin)
        if isinstance(octets, Ecarte):
            return _ecartee(chemin, octets)
        with self._unite() as unite:
            if unite.profil().role is Role.COORDINATION:
                return self._a_la_region(unite, chemin, octets)
            return self._au_journal(unite, chemin, octets)

    def _a_la_region(self, unite: UnitOfWork, chemin: Path, octets: bytes) -> VerificationFichier:
        lu = self._lecteur.lire(octets, _registre(unite))
        if isinstance(lu, Ecarte):
            return _ecartee(chemin, lu)
        if _validite(unite, lu) is not ValiditeCle.VALIDE:
            return VerificationFichier(
                fichier=chemin.name,
                resultat=Resultat.QUARANTAINE.value,
                code=_CLE,
                message=f"La clé qui signe le lot {lu.seq} n'est pas celle de ce numéro.",
                suite="Téléphonez à cette personne avant de l'importer.",
                journal=str(lu.journal),
                seq=lu.seq,
            )
        return _valide(chemin, f"Le lot {lu.seq} est entier et bien signé.", lu.journal, lu.seq)

    def _au_journal(self, unite: UnitOfWork, chemin: Path, octets: bytes) -> VerificationFichier:
        expediteur = self._expediteur(unite)
        trouve = unite.envois.lot_du_fichier(hashlib.sha256(octets).hexdigest())
        if trouve is None:
            refus = self._format.verifier_enveloppe(octets) or self._format.inconnu()
            return _ecartee(chemin, refus)
        envoi, conteneur = trouve
        if refus_ := self._format.verifier_conteneur(conteneur, expediteur):
            return _ecartee(chemin, refus_)
        message = f"C'est le lot {envoi.seq} de ce journal, tel qu'il a été écrit."
        return _valide(chemin, message, expediteur.journal, envoi.seq)


def _registre(unite: UnitOfWork) -> Registre:
    depot = unite.inscriptions
    cles = [cle for i in depot.inscriptions() for cle in depot.cles_de(i.journal)]
    return Registre(
        region=unite.profil().id,
        identites=[notre.age for notre in depot.cles()],
        signataires={cle.cle: cle.journal for cle in cles},
    )


def _validite(unite: UnitOfWork, lot: LotRecu) -> ValiditeCle:
    return validite_cle(
        unite.inscriptions.cles_de(lot.journal),
        unite.inscriptions.revocations(lot.journal),
        lot.cle,
        incarnation=lot.incarnation,
        epoque=lot.epoque,
        seq=lot.seq,
    )


def _valide(chemin: Path, message: str, journal: object, seq: int) -> VerificationFichier:
    return VerificationFichier(
        fichier=chemin.name,
        resultat=VALIDE,
        code=VALIDE,
        message=message,
        journal=str(journal),
        seq=seq,
    )


def _ecartee(chemin: Path, ecarte: Ecarte) -> VerificationFichier:
    return VerificationFichier(
        fichier=chemin.name,
        resultat=ecarte.resultat.value,
        code=ecarte.code,
        message=ecarte.message,
        suite=ecarte.suite,
        journal=ecarte.journal,
        seq=ecarte.seq,
    )
