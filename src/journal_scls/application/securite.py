"""The ways into one journal, changed by whoever knows its passphrase; each change is registered."""

from collections.abc import Callable
from pathlib import Path

from journal_scls.application.ports import Acte, UnitOfWork
from journal_scls.application.ports_dossiers import CodeImprime, Dossiers, Secret
from journal_scls.domain.errors import RegleMetier

ACTES_MONTRES = 500


class Securite:
    """Works on an open journal: the vault is beside the base and changes without it."""

    def __init__(self, dossiers: Dossiers, dossier: Path, unite: Callable[[], UnitOfWork]) -> None:
        self._dossiers = dossiers
        self._dossier = dossier
        self._unite = unite

    def changer_phrase(self, actuelle: str, nouvelle: str) -> None:
        """Replace the passphrase; copies made before keep the one that they had.

        Raises:
            RegleMetier: one of the two does not suit; `champ` is « phrase » or « nouvelle ».
        """
        secret = Secret(phrase=actuelle)
        self._dossiers.confirmer(self._dossier, secret)
        try:
            self._dossiers.changer_phrase(self._dossier, secret, nouvelle)
        except RegleMetier as refus:
            raise RegleMetier(refus.message, refus.suite, champ="nouvelle") from refus
        self._noter("phrase_changee")

    def renouveler_code(self, phrase: str) -> CodeImprime:
        """Give a new recovery code; the printed one opens this journal no more.

        Raises:
            RegleMetier: the passphrase does not suit.
        """
        code = self._dossiers.renouveler_code(self._dossier, Secret(phrase=phrase))
        self._noter("code_renouvele")
        return code

    def trousseau(self) -> bool:
        """Whether the keyring of the session may open the journal."""
        return self._dossiers.trousseau_pret(self._dossier)

    def retenir(self, phrase: str) -> bool:
        """Let the keyring open the journal; False, and no change, when it cannot hold a secret.

        Raises:
            RegleMetier: the passphrase does not suit.
        """
        retenu = self._dossiers.retenir(self._dossier, Secret(phrase=phrase))
        if retenu:
            self._noter("trousseau_permis")
        return retenu

    def oublier(self) -> None:
        """Ask the passphrase from now on; no question, since it only closes a way in."""
        self._dossiers.oublier(self._dossier)
        self._noter("trousseau_retire")

    def actes(self) -> tuple[Acte, ...]:
        """The register, newest first."""
        with self._unite() as unite:
            return unite.actes(limite=ACTES_MONTRES)

    def _noter(self, acte: str) -> None:
        with self._unite() as unite:
            unite.noter(acte)
            unite.commit()
