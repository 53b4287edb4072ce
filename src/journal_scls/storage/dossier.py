"""The folder of one journal: its lock, its vault and its encrypted file, opened together or not.

A folder is made whole or not at all: the vault takes its name last, so a creation that was killed
is recognised, and started again, because nobody was ever shown its recovery code.
"""

import contextlib
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine

from journal_scls.application.ports import CodeImprime, Horloge, Secret
from journal_scls.domain.errors import Environnement, RegleMetier
from journal_scls.domain.profil import Profil
from journal_scls.storage import backup
from journal_scls.storage.base import SqlBase
from journal_scls.storage.code_secours import CodeSecours
from journal_scls.storage.engine import NOM as NOM_BASE
from journal_scls.storage.engine import ouvrir_engine
from journal_scls.storage.fichiers import dossier_prive, en_phrases
from journal_scls.storage.schema import creer_base, migrer
from journal_scls.storage.trousseau import Trousseau
from journal_scls.storage.vault import Coffre, CoutArgon2, exiger_dossier_entier
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
        self.engine = engine
        self._liberer = liberer

    def fermer(self) -> None:
        """Close the file, forget the key, let others in."""
        try:
            super().fermer()
        finally:
            self._liberer()


class DossiersChiffres:
    """ports.Dossiers, on disk."""

    def __init__(
        self,
        migrations: Path,
        horloge: Horloge,
        trousseau: Trousseau,
        cout: CoutArgon2 | None = None,
    ) -> None:
        self._migrations = migrations
        self._horloge = horloge
        self._trousseau = trousseau
        self._cout = cout

    def existe(self, dossier: Path) -> bool:
        """Whether a journal lives there; a creation that was killed does not count."""
        with en_phrases(dossier):
            if (dossier / _COFFRE_EN_COURS).exists() and not (dossier / NOM_COFFRE).exists():
                return False
        return exiger_dossier_entier(dossier / NOM_COFFRE, dossier / NOM_BASE)

    def creer(self, dossier: Path, profil: Profil, phrase: str) -> tuple[BaseOuverte, CodeImprime]:
        """Make an encrypted journal in an empty folder."""
        if self.existe(dossier):
            raise _occupe()
        dossier_prive(dossier)
        verrou = Verrou(dossier)
        verrou.prendre()
        try:
            _faire_place(dossier)
            provisoire = dossier / _COFFRE_EN_COURS
            _, cle, code = Coffre.creer(provisoire, phrase, self._cout)
            creer_base(dossier / NOM_BASE, cle, self._migrations)
            base = self._base(dossier, cle, verrou)
            try:
                with base.unite() as unite:
                    unite.enregistrer_profil(profil)
                    unite.commit()
                with en_phrases(provisoire):
                    provisoire.rename(dossier / NOM_COFFRE)
            except BaseException:
                base.fermer()
                raise
        except BaseException:
            verrou.liberer()
            raise
        return base, CodeImprime(code.groupes)

    def ouvrir(self, dossier: Path, secret: Secret) -> BaseOuverte:
        """Open a journal, bringing it to the program's schema after a copy."""
        if not self.existe(dossier):
            raise Environnement(
                f"Il n'y a pas de journal dans « {dossier} ».",
                "Choisissez un autre dossier, ou créez un journal.",
            )
        verrou = Verrou(dossier)
        verrou.prendre()
        try:
            cle = self._cle(dossier, secret)
            return self._base(dossier, cle, verrou, note_code=bool(secret.code))
        except BaseException:
            verrou.liberer()
            raise

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

    def retenir(self, dossier: Path, secret: Secret) -> bool:
        """Let the session's keyring open the journal from now on."""
        cle = self._cle(dossier, secret)
        return Coffre.lire(dossier / NOM_COFFRE).ajouter_trousseau(cle, self._trousseau)

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

    def _base(
        self, dossier: Path, cle: bytes, verrou: Verrou, *, note_code: bool = False
    ) -> BaseOuverte:
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
            if note_code:
                with base.unite() as unite:
                    unite.noter("ouverture_par_code")
                    unite.commit()
        except BaseException:
            base.fermer()
            raise
        return base


def _occupe() -> Environnement:
    return Environnement(
        "Ce dossier contient déjà un journal.", "Ouvrez-le, ou choisissez un dossier vide."
    )


def _faire_place(dossier: Path) -> None:
    """Clear what a killed creation left; refuse a folder that holds anything else."""
    with en_phrases(dossier):
        if (dossier / _COFFRE_EN_COURS).exists():
            for reste in (_COFFRE_EN_COURS, *(f"{NOM_BASE}{s}" for s in ("", "-wal", "-shm"))):
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
