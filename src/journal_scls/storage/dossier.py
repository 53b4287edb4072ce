"""The folder of one journal: its lock, its vault and its base, opened together or not.

The base is an encrypted file beside the vault or, for a coordination, on a server (serveur.py).

A folder is made whole or not at all: the vault takes its name last, so a creation that was killed
is recognised, and started again, because nobody was ever shown its recovery code.
"""

import contextlib
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from sqlalchemy import Engine

from journal_scls.application.ports import Horloge
from journal_scls.application.ports_dossiers import CodeImprime, Secret
from journal_scls.domain.errors import Environnement, RegleMetier
from journal_scls.domain.profil import Profil
from journal_scls.storage.base import SqlBase
from journal_scls.storage.coffre.code_secours import CodeSecours
from journal_scls.storage.coffre.trousseau import Trousseau
from journal_scls.storage.coffre.vault import Coffre, CoutArgon2, exiger_dossier_entier
from journal_scls.storage.engine import NOM as NOM_BASE
from journal_scls.storage.engine import connecteur_de, ouvrir_engine
from journal_scls.storage.fichiers import dossier_prive, en_phrases
from journal_scls.storage.sauvegarde import backup
from journal_scls.storage.schema import creer_base, migrer
from journal_scls.storage.serveur.adresse import lire_adresse
from journal_scls.storage.serveur.dossier_serveur import NOM as NOM_SERVEUR
from journal_scls.storage.serveur.dossier_serveur import (
    BaseServeur,
    Marque,
    Serveur,
    exiger_coordination,
    refuser_adresse,
    tenu_sur_serveur,
)
from journal_scls.storage.verrou import NOM as NOM_VERROU
from journal_scls.storage.verrou import Verrou

NOM_COFFRE = "vault.json"
_COFFRE_EN_COURS = ".vault.json.creation"


class BaseOuverte(SqlBase):
    """The open file of a dossier, which stays locked for others until it is closed."""

    def __init__(
        self, dossier: Path, engine: Engine, horloge: Horloge, liberer: Callable[[], None]
    ) -> None:
        super().__init__(engine, horloge)
        self.dossier = dossier
        self._liberer = liberer

    @property
    def cle(self) -> bytes:
        """The key of the dossier, which only the engine's connector holds."""
        return connecteur_de(self.engine).cle

    def fermer(self) -> None:
        """Close the file, forget the key, let others in."""
        try:
            super().fermer()
        finally:
            self._liberer()


BaseDossier = BaseOuverte | BaseServeur
"""The open base of a dossier, wherever it is."""


class DossiersChiffres:
    """ports.Dossiers, on disk."""

    def __init__(
        self,
        migrations: Path,
        horloge: Horloge,
        trousseau: Trousseau,
        cout: CoutArgon2 | None = None,
        adresse: str = "",
    ) -> None:
        self._serveur = Serveur(migrations, horloge)
        self._adresse = adresse
        self._migrations = migrations
        self._horloge = horloge
        self._trousseau = trousseau
        self._cout = cout

    def existe(self, dossier: Path) -> bool:
        """Whether a journal lives there; a creation that was killed does not count."""
        with en_phrases(dossier):
            if (dossier / _COFFRE_EN_COURS).exists() and not (dossier / NOM_COFFRE).exists():
                return False
        base = NOM_SERVEUR if tenu_sur_serveur(dossier) else NOM_BASE
        return exiger_dossier_entier(dossier / NOM_COFFRE, dossier / base)

    def creer(self, dossier: Path, profil: Profil, phrase: str) -> tuple[BaseDossier, CodeImprime]:
        """Make an encrypted journal in an empty folder, or a coordination on a server."""
        if self.existe(dossier):
            raise _occupe()
        if self._adresse:
            exiger_coordination(profil)
            lire_adresse(self._adresse)
        dossier_prive(dossier)
        verrou = Verrou(dossier)
        verrou.prendre()
        try:
            reste = _creation_tuee(dossier)
            _faire_place(dossier)
            provisoire = dossier / _COFFRE_EN_COURS
            _, cle, code = Coffre.creer(provisoire, phrase, self._cout)
            base: BaseDossier
            if self._adresse:
                base = self._serveur.creer(
                    dossier, self._adresse, cle, profil, verrou.liberer, reste=reste
                )
            else:
                base = self._nouveau_fichier(dossier, cle, profil, verrou)
            try:
                with en_phrases(provisoire):
                    provisoire.rename(dossier / NOM_COFFRE)
            except BaseException:
                base.fermer()
                raise
        except BaseException:
            verrou.liberer()
            raise
        return base, CodeImprime(code.groupes)

    def ouvrir(self, dossier: Path, secret: Secret) -> BaseDossier:
        """Open a journal, bringing it to the program's schema after a copy."""
        if not self.existe(dossier):
            raise Environnement(
                f"Il n'y a pas de journal dans « {dossier} ».",
                "Choisissez un autre dossier, ou créez un journal.",
            )
        sur_serveur = tenu_sur_serveur(dossier)
        if self._adresse and not sur_serveur:
            raise refuser_adresse()
        verrou = Verrou(dossier)
        verrou.prendre()
        try:
            cle = self._cle(dossier, secret)
            base: BaseDossier
            if sur_serveur:
                base = self._serveur.ouvrir(dossier, self._adresse, cle, verrou.liberer)
            else:
                base = self._base(dossier, cle, verrou)
            if secret.code:
                _noter_code(base)
        except BaseException:
            verrou.liberer()
            raise
        return base

    def trousseau_pret(self, dossier: Path) -> bool:
        """Whether the vault says that the session's keyring holds its key."""
        return "trousseau" in Coffre.lire(dossier / NOM_COFFRE).genres

    def confirmer(self, dossier: Path, secret: Secret) -> None:
        """Check a secret once more; its key is forgotten at once."""
        self._cle(dossier, secret)

    def changer_phrase(self, dossier: Path, secret: Secret, nouvelle: str) -> None:
        """Replace the passphrase: 32 bytes are wrapped again, the journal does not move."""
        cle = self._cle(dossier, secret)
        Coffre.lire(dossier / NOM_COFFRE).changer_phrase(cle, nouvelle, self._cout)

    def renouveler_code(self, dossier: Path, secret: Secret) -> CodeImprime:
        """Make the printed code void; copies made before still open with it."""
        cle = self._cle(dossier, secret)
        return CodeImprime(Coffre.lire(dossier / NOM_COFFRE).renouveler_code(cle).groupes)

    def retenir(self, dossier: Path, secret: Secret) -> bool:
        """Let the session's keyring open the journal from now on."""
        cle = self._cle(dossier, secret)
        return Coffre.lire(dossier / NOM_COFFRE).ajouter_trousseau(cle, self._trousseau)

    def oublier(self, dossier: Path) -> None:
        """Ask the passphrase from now on."""
        Coffre.lire(dossier / NOM_COFFRE).retirer_trousseau(self._trousseau)

    def _cle(self, dossier: Path, secret: Secret) -> bytes:
        coffre = Coffre.lire(dossier / NOM_COFFRE)
        if secret.code:
            return coffre.ouvrir_par_code(CodeSecours.lire(secret.code))
        if secret.trousseau:
            cle = coffre.ouvrir_par_trousseau(self._trousseau)
            if cle is None:
                raise RegleMetier(
                    "Le trousseau de cet ordinateur n'a plus la clé de ce journal.",
                    "Entrez votre phrase de passe.",
                    champ="phrase",
                )
            return cle
        return coffre.ouvrir_par_phrase(secret.phrase)

    def _nouveau_fichier(
        self, dossier: Path, cle: bytes, profil: Profil, verrou: Verrou
    ) -> BaseOuverte:
        creer_base(dossier / NOM_BASE, cle, self._migrations)
        base = self._base(dossier, cle, verrou)
        try:
            with base.unite() as unite:
                unite.enregistrer_profil(profil)
                unite.commit()
        except BaseException:
            base.fermer()
            raise
        return base

    def _base(self, dossier: Path, cle: bytes, verrou: Verrou) -> BaseOuverte:
        engine = ouvrir_engine(dossier / NOM_BASE, cle)
        base = BaseOuverte(dossier, engine, self._horloge, verrou.liberer)
        try:
            migrer(
                engine,
                self._migrations,
                lambda: backup.avant_migration(
                    engine, dossier, self._horloge.maintenant().astimezone()
                ),
            )
        except BaseException:
            base.fermer()
            raise
        return base


def _noter_code(base: SqlBase) -> None:
    try:
        with base.unite() as unite:
            unite.noter("ouverture_par_code")
            unite.commit()
    except BaseException:
        base.fermer()
        raise


def _creation_tuee(dossier: Path) -> UUID | None:
    """The coordination that a killed creation may have left on the server."""
    with en_phrases(dossier):
        if not (dossier / _COFFRE_EN_COURS).exists() or not (dossier / NOM_SERVEUR).exists():
            return None
    return Marque.lire(dossier).coordination


def _occupe() -> Environnement:
    return Environnement(
        "Ce dossier contient déjà un journal.", "Ouvrez-le, ou choisissez un dossier vide."
    )


def _faire_place(dossier: Path) -> None:
    """Clear what a killed creation left; refuse a folder that holds anything else."""
    with en_phrases(dossier):
        if (dossier / _COFFRE_EN_COURS).exists():
            base = (f"{NOM_BASE}{suffixe}" for suffixe in ("", "-wal", "-shm"))
            for reste in (_COFFRE_EN_COURS, NOM_SERVEUR, *base):
                with contextlib.suppress(FileNotFoundError):
                    (dossier / reste).unlink()
        etrangers = [f.name for f in dossier.iterdir() if not _a_nous(f.name)]
    if etrangers:
        raise Environnement(
            f"Le dossier « {dossier} » contient déjà autre chose (« {etrangers[0]} »).",
            "Choisissez un dossier vide, ou un nom de dossier nouveau.",
        )


def _a_nous(nom: str) -> bool:
    return nom == NOM_VERROU or nom.startswith(f".{NOM_BASE}.")
