"""Receiving lots: each file is kept, read strictly, then applied whole or set aside with a reason.

The order of arrival decides nothing. A reception is known by the digest of its manifest and a
version by its content, so a file may come late, twice, under another name or after a power cut:
what is kept ends the same. Nothing is dropped: a file that cannot be taken now stays in
quarantine, and `reprendre` tries it again after an enrolment or an update.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from journal_scls.application.lots.ports_receptions import (
    Ecarte,
    LecteurLots,
    LotRecu,
    Quarantaine,
    Registre,
    Resultat,
)
from journal_scls.application.operation import Cancelled, Progress
from journal_scls.application.ports import UnitOfWork
from journal_scls.domain.echange.inscription import ValiditeCle, validite_cle
from journal_scls.domain.errors import Environnement, RegleMetier
from journal_scls.domain.profil import Profil, Role

_T = TypeVar("_T")
BIFURCATION = "bifurcation"
GROUPE_FICHIERS, GROUPE_OCTETS = 32, 4 * 1024 * 1024
"""What makes a group full: files received in one transaction, and their bytes."""
_CODES_CLES = {
    ValiditeCle.INCONNUE: "signataire_inconnu",
    ValiditeCle.TROP_TOT: "cle_trop_tot",
    ValiditeCle.REMPLACEE: "cle_remplacee",
    ValiditeCle.REVOQUEE: "cle_revoquee",
}
_LIBELLE = "Importation des lots"
_REPRENDRE = "puis reprenez les fichiers mis de côté."
_PHRASES = {
    "applique": ("Le lot {seq} est importé.", ""),
    "doublon": ("Le lot {seq} était déjà importé : rien n'a changé.", ""),
    BIFURCATION: (
        "Un autre lot porte déjà le numéro {seq} : les deux sont gardés, et une alerte est levée.",
        "Téléphonez à cette personne : son journal a été copié, ou une ancienne copie continue.",
    ),
    "signataire_inconnu": (
        "La clé qui signe le lot {seq} n'est plus celle d'un journal inscrit. Il est mis de côté.",
        f"Inscrivez ce journal, en vérifiant son empreinte par téléphone, {_REPRENDRE}",
    ),
    "cle_trop_tot": (
        "La clé qui signe le lot {seq} n'est valable que plus tard. Il est mis de côté.",
        "Téléphonez à cette personne : sa clé a pu être volée, ou son annonce mal datée.",
    ),
    "cle_remplacee": (
        "La clé qui signe le lot {seq} a été remplacée avant ce lot. Il est mis de côté.",
        "Téléphonez-lui : son journal vient d'une vieille sauvegarde, ou sa clé a été volée.",
    ),
    "cle_revoquee": (
        "Ce journal est révoqué avant le lot {seq}. Il est mis de côté.",
        "Ne vous en servez pas; téléphonez à cette personne, qui doit s'inscrire de nouveau.",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultatFichier:
    """One line for one file."""

    fichier: str
    resultat: Resultat
    code: str
    message: str
    suite: str = ""
    journal: str = ""
    seq: int | None = None

    @property
    def accepte(self) -> bool:
        """Whether there is nothing to do about this file."""
        return self.resultat in {Resultat.APPLIQUE, Resultat.DOUBLON}


SurLigne = Callable[[ResultatFichier], object]


def _ignorer(_ligne: ResultatFichier) -> None:
    return


class Receptions:
    """Imports of a coordination."""

    def __init__(
        self,
        unite: Callable[[], UnitOfWork],
        lecteur: LecteurLots,
        quarantaine: Quarantaine,
        profil: Profil,
    ) -> None:
        self._unite = unite
        self._lecteur = lecteur
        self._quarantaine = quarantaine
        self._profil = profil

    def importer(
        self,
        chemins: Sequence[Path],
        progress: Progress | None = None,
        sur_ligne: SurLigne = _ignorer,
    ) -> Sequence[ResultatFichier]:
        """Import files and the content of folders; a bad one never stops the good ones.

        Cancelling stops between two files: those already taken stay taken, and `sur_ligne` was
        told of each as it came.

        Raises:
            Cancelled: somebody asked to stop.
            Environnement: our own disk or base refuses; no file is at fault.
            RegleMetier: this dossier is not a coordination's.
        """
        registre = self._registre()
        fichiers = self._lecteur.fichiers(chemins)
        groupes = _grouper(fichiers, lambda f: self._ouvrir(f, registre), progress or Progress())
        return self._prendre_tous(groupes, registre, sur_ligne)

    def reprendre(
        self, progress: Progress | None = None, sur_ligne: SurLigne = _ignorer
    ) -> Sequence[ResultatFichier]:
        """Try again the kept files that were set aside, or whose import was interrupted.

        Raises:
            Cancelled: somebody asked to stop.
            Environnement: our own disk or base refuses.
        """
        with self._unite() as unite:
            connus = unite.receptions.fichiers()
        regles = {Resultat.APPLIQUE, Resultat.DOUBLON, Resultat.REFUSE}
        suspens = [nom for nom in self._quarantaine.noms() if connus.get(nom) not in regles]
        return self._relire(suspens, progress or Progress(), sur_ligne)

    def rejouer(self, progress: Progress | None = None) -> Sequence[ResultatFichier]:
        """Import every kept file again, as after the loss of the base."""
        return self._relire(self._quarantaine.noms(), progress or Progress())

    def vidage(self) -> str:
        """All that was received as text, the same whatever the order it came in."""
        with self._unite() as unite:
            return "".join(f"{ligne}\n" for ligne in unite.receptions.vidage())

    def _relire(
        self, noms: Sequence[str], progress: Progress, sur_ligne: SurLigne = _ignorer
    ) -> Sequence[ResultatFichier]:
        groupes = _grouper(noms, lambda n: _Fichier(n, self._quarantaine.lire(n), n), progress)
        return self._prendre_tous(groupes, self._registre(), sur_ligne)

    def _registre(self) -> Registre:
        if self._profil.role is not Role.COORDINATION:
            raise RegleMetier(
                "Ce dossier est celui d'un journal : il ne reçoit pas de lots.",
                "Ouvrez le dossier de la coordination, puis recommencez.",
            )
        with self._unite() as unite:
            depot = unite.inscriptions
            cles = [c for i in depot.inscriptions() for c in depot.cles_de(i.journal)]
            return Registre(
                region=self._profil.id,
                identites=[notre.age for notre in depot.cles()],
                signataires={c.cle: c.journal for c in cles},
            )

    def _ouvrir(self, chemin: Path, registre: Registre) -> "_Fichier":
        octets = self._lecteur.lire_fichier(chemin)
        if isinstance(octets, bytes) and not self._lecteur.chiffre(octets):
            # Somebody's document, in clear: a copy of it has no place beside the encrypted base.
            lu = self._lecteur.lire(octets, registre)
            octets = lu if isinstance(lu, Ecarte) else octets
        return _Fichier(chemin.name, octets)

    def _prendre_tous(
        self, groupes: "Iterable[list[_Fichier]]", registre: Registre, sur_ligne: SurLigne
    ) -> Sequence[ResultatFichier]:
        lignes: list[ResultatFichier] = []
        for groupe in groupes:
            for ligne in self._prendre(groupe, registre):
                sur_ligne(ligne)
                lignes.append(ligne)
        return lignes

    def _prendre(self, groupe: "Sequence[_Fichier]", registre: Registre) -> list[ResultatFichier]:
        """Keep the files, read them, then receive them in one transaction.

        The disk waits once for the copies and once for the base: nothing is said of any of them
        before all that is said of them would survive a power cut.
        """
        venus = [(f, f.octets) for f in groupe if isinstance(f.octets, bytes) and not f.garde]
        noms = self._quarantaine.garder([octets for _, octets in venus])
        for (fichier, _), nom in zip(venus, noms, strict=True):
            fichier.garde = nom
        lus = [(f, self._lire(f.octets, registre)) for f in groupe]
        with self._unite() as unite:
            lignes = [_noter(unite, fichier, lu) for fichier, lu in lus]
            unite.commit()
        return lignes

    def _lire(self, octets: bytes | Ecarte, registre: Registre) -> LotRecu | Ecarte:
        return octets if isinstance(octets, Ecarte) else self._lecteur.lire(octets, registre)


@dataclass(slots=True)
class _Fichier:
    """A file on its way: its bytes or why there are none, and where they are kept."""

    nom: str
    octets: bytes | Ecarte
    garde: str = ""


def _grouper(
    sources: Sequence[_T], lire: Callable[[_T], _Fichier], progress: Progress
) -> Iterator[list[_Fichier]]:
    """Small files by groups, large ones alone: what is read is in memory until it is received."""
    groupe: list[_Fichier] = []
    try:
        for rang, source in enumerate(sources):
            progress.etape(rang, len(sources), _LIBELLE)
            groupe.append(lire(source))
            taille = sum(len(f.octets) for f in groupe if isinstance(f.octets, bytes))
            if len(groupe) == GROUPE_FICHIERS or taille >= GROUPE_OCTETS:
                yield groupe
                groupe = []
    except (Cancelled, Environnement):
        if groupe:  # what was read before is not at fault
            yield groupe
        raise
    if groupe:
        yield groupe
    if not progress.annule:  # too late to cancel anything
        progress.etape(len(sources), len(sources), _LIBELLE)


def _noter(unite: UnitOfWork, fichier: _Fichier, lu: LotRecu | Ecarte) -> ResultatFichier:
    """Receive a lot, or write down why not, in the transaction of the caller."""
    if isinstance(lu, Ecarte):
        if fichier.garde:
            unite.receptions.noter_fichier(fichier.garde, lu.resultat, lu.code, lu.journal, lu.seq)
        return _ligne_ecarte(fichier.nom, lu)
    resultat, code = _recevoir(unite, lu, fichier.garde)
    unite.receptions.noter_fichier(fichier.garde, resultat, code, str(lu.journal), lu.seq)
    message, suite = _PHRASES[code]
    return ResultatFichier(
        fichier=fichier.nom,
        resultat=resultat,
        code=code,
        message=message.format(seq=lu.seq),
        suite=suite,
        journal=str(lu.journal),
        seq=lu.seq,
    )


def _recevoir(unite: UnitOfWork, lot: LotRecu, garde: str) -> tuple[Resultat, str]:
    """Judge the key by the registry of this very transaction, then receive.

    A fork is received like any lot, because both of its branches hold entries that nobody else
    has; it is the outcome that says « quarantaine », and the view that keeps the alarm.
    """
    depot = unite.receptions
    validite = validite_cle(
        unite.inscriptions.cles_de(lot.journal),
        unite.inscriptions.revocations(lot.journal),
        lot.cle,
        incarnation=lot.incarnation,
        epoque=lot.epoque,
        seq=lot.seq,
    )
    valide = validite is ValiditeCle.VALIDE
    if not valide and not depot.connait(lot.empreinte):
        return Resultat.QUARANTAINE, _CODES_CLES[validite]
    if not valide or not depot.ajouter(lot, garde):
        return Resultat.DOUBLON, Resultat.DOUBLON.value
    if depot.bifurque(lot):
        return Resultat.QUARANTAINE, BIFURCATION
    return Resultat.APPLIQUE, Resultat.APPLIQUE.value


def _ligne_ecarte(nom: str, ecarte: Ecarte) -> ResultatFichier:
    return ResultatFichier(
        fichier=nom,
        resultat=ecarte.resultat,
        code=ecarte.code,
        message=ecarte.message,
        suite=ecarte.suite,
        journal=ecarte.journal,
        seq=ecarte.seq,
    )
