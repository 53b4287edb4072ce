"""What the readers of lots say, in the words of enrolment."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import MappingProxyType

from journal_scls.domain.echange.refus import CodeInscription, RefusInscription
from journal_scls.sync.lot.refus import Code, RefusLot

_CODES = MappingProxyType(
    {
        Code.FICHIER_DOSSIER: CodeInscription.FICHIER_ILLISIBLE,
        Code.FICHIER_LIEN: CodeInscription.FICHIER_ILLISIBLE,
        Code.FICHIER_SPECIAL: CodeInscription.FICHIER_ILLISIBLE,
        Code.FICHIER_ILLISIBLE: CodeInscription.FICHIER_ILLISIBLE,
        Code.FICHIER_INCOMPLET: CodeInscription.FICHIER_INCOMPLET,
        Code.TROP_GRAND: CodeInscription.AUTRE_FICHIER,
        Code.PAS_UN_LOT: CodeInscription.AUTRE_FICHIER,
        Code.AGE_ENTETE: CodeInscription.AUTRE_FICHIER,
        Code.AGE_DESTINATAIRE: CodeInscription.AUTRE_FICHIER,
        Code.PAS_POUR_NOUS: CodeInscription.PAS_POUR_NOUS,
        Code.AGE_ABIME: CodeInscription.FICHIER_ABIME,
        Code.SIGNATURE_INVALIDE: CodeInscription.SIGNATURE_INVALIDE,
        Code.CLE_FAIBLE: CodeInscription.CLE_FAIBLE,
    }
)


@contextmanager
def en_inscription() -> Iterator[None]:
    """Turn the refusal of a lot into that of an enrolment file; what is left is bad content."""
    try:
        yield
    except RefusLot as refus:
        code = _CODES.get(refus.code, CodeInscription.MAL_FAIT)
        raise RefusInscription(code, refus.detail or refus.code.value) from None
