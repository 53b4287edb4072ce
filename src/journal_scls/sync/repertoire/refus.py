"""What the readers of lots say, in the words of the directory."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import MappingProxyType

from pydantic import ValidationError

from journal_scls.domain.errors import ErreurJournal
from journal_scls.domain.repertoire.edition import Incoherence
from journal_scls.domain.repertoire.refus import CodeRepertoire, RefusRepertoire
from journal_scls.sync.lot.refus import Code, RefusLot

_CODES = MappingProxyType(
    {
        Code.FICHIER_DOSSIER: CodeRepertoire.FICHIER_ILLISIBLE,
        Code.FICHIER_LIEN: CodeRepertoire.FICHIER_ILLISIBLE,
        Code.FICHIER_SPECIAL: CodeRepertoire.FICHIER_ILLISIBLE,
        Code.FICHIER_ILLISIBLE: CodeRepertoire.FICHIER_ILLISIBLE,
        Code.FICHIER_INCOMPLET: CodeRepertoire.FICHIER_INCOMPLET,
        Code.TROP_GRAND: CodeRepertoire.TROP_GRAND,
        Code.ZIP_TRONQUE: CodeRepertoire.FICHIER_ABIME,
        Code.ZIP_MEMBRES: CodeRepertoire.INCOHERENT,
        Code.ZIP_OPTION: CodeRepertoire.INCOHERENT,
        Code.ZIP_NON_CANONIQUE: CodeRepertoire.INCOHERENT,
        Code.SIGNATURE_INVALIDE: CodeRepertoire.SIGNATURE_INVALIDE,
        Code.CLE_FAIBLE: CodeRepertoire.SIGNATURE_INVALIDE,
        Code.SOMMES: CodeRepertoire.INCOHERENT,
        Code.CONTENU_SUBSTITUE: CodeRepertoire.INCOHERENT,
    }
)


@contextmanager
def en_repertoire() -> Iterator[None]:
    """Turn every refusal into that of the directory; what is left is bad content."""
    try:
        yield
    except RefusRepertoire:
        raise
    except RefusLot as refus:
        code = _CODES.get(refus.code, CodeRepertoire.MAL_FAIT)
        raise RefusRepertoire(code, refus.detail or refus.code.value) from None
    except Incoherence as faute:
        raise RefusRepertoire(CodeRepertoire.MAL_FAIT, str(faute)) from None
    except (ErreurJournal, ValidationError, ValueError):
        # Our own rules and models refused a value; the sentence would quote the file.
        raise RefusRepertoire(CodeRepertoire.MAL_FAIT) from None
