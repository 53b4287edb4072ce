"""What the disk and the database can do to us, in French, in one place.

The engine translates by itself; `erreurs_disque` serves whoever works on a raw connection.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from journal_scls.domain.errors import Environnement
from journal_scls.storage.serveur.erreurs_postgres import traduire_postgres


class JournalEndommage(Environnement):
    """The file is not what was written: only a backup helps."""

    def __init__(self) -> None:
        super().__init__(
            "Le fichier du journal est endommagé.",
            "N'y saisissez plus rien et restaurez votre dernière sauvegarde.",
        )


class IssueInconnue(Environnement):
    """The disk failed while it wrote: nobody knows whether the last save was kept."""

    def __init__(self) -> None:
        super().__init__(
            "Le disque n'a pas répondu : le dernier enregistrement a peut-être été gardé, "
            "peut-être pas.",
            "Vérifiez le disque, puis relisez votre dernière entrée avant de la ressaisir.",
        )


def _occupe() -> Environnement:
    return Environnement(
        "Le journal est occupé par une autre opération.", "Attendez un instant, puis recommencez."
    )


def _plein() -> Environnement:
    return Environnement(
        "Le disque est plein : rien de nouveau n'a été enregistré.",
        "Libérez de l'espace sur ce disque, puis recommencez.",
    )


def _lecture_seule() -> Environnement:
    return Environnement(
        "Le journal ne peut pas être modifié : le système en refuse l'écriture.",
        "Vérifiez que le dossier vous appartient et n'est pas protégé en écriture; il a pu être "
        "ouvert une fois par un autre compte, comme celui d'un administrateur.",
    )


def _inaccessible() -> Environnement:
    return Environnement(
        "Le fichier du journal ne s'ouvre pas.",
        "Vérifiez que le disque est branché et que le dossier vous appartient, puis recommencez.",
    )


_PHRASES = {
    3: _lecture_seule,  # PERM
    5: _occupe,  # BUSY
    6: _occupe,  # LOCKED
    8: _lecture_seule,  # READONLY
    10: IssueInconnue,  # IOERR
    11: JournalEndommage,  # CORRUPT
    13: _plein,  # FULL
    14: _inaccessible,  # CANTOPEN
    15: _occupe,  # PROTOCOL
    23: _lecture_seule,  # AUTH
    26: JournalEndommage,  # NOTADB: the vault already proved the key
}


def traduire(erreur: BaseException | None) -> Environnement | None:
    """What a database error means to the user; None for a bug or a broken constraint."""
    if isinstance(erreur, DBAPIError):
        erreur = erreur.orig
    if erreur is not None and _de_postgres(erreur):
        return traduire_postgres(erreur)
    code = getattr(erreur, "sqlite_errorcode", 0)
    phrase = _PHRASES.get(code & 0xFF)
    return phrase() if phrase else None


def a_rouvrir(phrase: Environnement | None) -> bool:
    """Whether what open connections believe is no longer what the disk holds."""
    return isinstance(phrase, IssueInconnue | JournalEndommage)


@contextmanager
def erreurs_disque() -> Iterator[None]:
    """The same translation for raw connections; an engine does it by itself."""
    try:
        yield
    except Exception as erreur:
        phrase = traduire(erreur)
        if phrase is None:
            raise
        raise phrase from erreur


def _de_postgres(erreur: BaseException) -> bool:
    """Known by its name: the driver of a server is only imported by those who have one."""
    return type(erreur).__module__.partition(".")[0] == "psycopg"


def chiffrement_absent() -> Environnement:
    """A plain SQLite stands where SQLCipher should be."""
    return Environnement(
        "Le chiffrement n'est pas disponible : une autre bibliothèque SQLite a pris sa place. "
        "Rien n'a été écrit.",
        "Fermez l'application et relancez-la par son icône; sinon, réinstallez-la.",
    )
