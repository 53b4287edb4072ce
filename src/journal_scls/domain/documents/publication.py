"""Published documents: what they were made of, and what changed since.

A publication never changes. What was corrected afterwards is said beside it, and counted from the
exact versions of the entries that it was made of.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Self
from uuid import UUID

from journal_scls.domain.chiffres.bilan import Bilan
from journal_scls.domain.chiffres.tableaux import MOIS
from journal_scls.domain.documents.document import Provenance
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.periode import Periode
from journal_scls.domain.texte import grouper

# Crockford: no I, L, O nor U, so that a code read aloud or copied by hand is the same code.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
# And whatever dash or space a copy or a keyboard puts between its groups.
_ENTRE_GROUPES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_CONFUSIONS = str.maketrans("OIL", "011", _ENTRE_GROUPES)
_LONGUEUR, _GROUPE = 12, 4
_PREFIXE_QR = "SCLS:"
_CLE, _VERSION = 8, 4


@dataclass(frozen=True, slots=True)
class CodeVerification:
    """Sixty bits of a document's digest: enough to find it again, and to tell it from another.

    Raises:
        RegleMetier: that is not such a code.
    """

    texte: str

    def __post_init__(self) -> None:
        """Refuse what no document has."""
        if len(self.texte) != _LONGUEUR or not set(self.texte) <= set(_ALPHABET):
            raise RegleMetier(
                "Ce n'est pas un code de vérification.",
                "Recopiez les trois groupes de quatre caractères imprimés au bas du document.",
                champ="code",
            )

    @classmethod
    def de(cls, document: bytes) -> Self:
        """The code of these bytes."""
        nombre = int.from_bytes(sha256(document).digest()[:8]) >> 4
        rangs = [(nombre >> 5 * rang) & 31 for rang in reversed(range(_LONGUEUR))]
        return cls("".join(_ALPHABET[rang] for rang in rangs))

    @classmethod
    def lire(cls, saisie: str) -> Self:
        """What somebody typed, or what a QR code holds."""
        texte = "".join(saisie.split()).upper().removeprefix(_PREFIXE_QR)
        return cls(texte.translate(_CONFUSIONS))

    @property
    def affiche(self) -> str:
        """« 7K3M-94QX-T0BD »: as it is printed."""
        groupes = range(0, _LONGUEUR, _GROUPE)
        return "-".join(self.texte[debut : debut + _GROUPE] for debut in groupes)

    @property
    def insecable(self) -> str:
        """The same, that no end of line cuts."""
        return self.affiche.replace("-", "\u2011")

    @property
    def contenu_qr(self) -> str:
        """What its QR code holds; nothing of the document itself."""
        return f"{_PREFIXE_QR}{self.affiche}"


@dataclass(frozen=True, slots=True)
class Releve:
    """Which version of each entry was counted, as short digests: they name nobody.

    Two entries have the same key once in billions of billions; two versions of one entry the same
    mark once in billions.
    """

    versions: Mapping[bytes, bytes]

    @classmethod
    def dresser(cls, versions: Iterable[tuple[bytes, bytes]]) -> Self:
        """From the identifier of each entry and what tells its version from the others."""
        return cls(
            {
                sha256(entree).digest()[:_CLE]: sha256(version).digest()[:_VERSION]
                for entree, version in versions
            }
        )

    @classmethod
    def lire(cls, octets: bytes) -> Self:
        """The inverse of `octets`."""
        pas = _CLE + _VERSION
        return cls(
            {
                octets[debut : debut + _CLE]: octets[debut + _CLE : debut + pas]
                for debut in range(0, len(octets), pas)
            }
        )

    @property
    def octets(self) -> bytes:
        """Twelve bytes an entry, in an order that says nothing of when they were typed."""
        return b"".join(cle + self.versions[cle] for cle in sorted(self.versions))

    @property
    def condense(self) -> str:
        """The digest of the whole, in hexadecimal."""
        return sha256(self.octets).hexdigest()

    def __len__(self) -> int:
        """How many entries."""
        return len(self.versions)


@dataclass(frozen=True, slots=True)
class Difference:
    """How many entries changed since a document: new, counted otherwise, no longer counted."""

    ajoutees: int = 0
    rectifiees: int = 0
    retirees: int = 0

    @classmethod
    def entre(cls, avant: Releve, apres: Releve) -> Self:
        """From a document to now."""
        communes = avant.versions.keys() & apres.versions.keys()
        return cls(
            len(apres) - len(communes),
            sum(avant.versions[cle] != apres.versions[cle] for cle in communes),
            len(avant) - len(communes),
        )

    @property
    def identique(self) -> bool:
        """Whether nothing changed."""
        return not (self.ajoutees or self.rectifiees or self.retirees)

    @property
    def phrase(self) -> str:
        """« identique », or « 2 écritures ajoutées, 1 écriture rectifiée depuis »."""
        if self.identique:
            return "identique"
        morceaux = (
            (self.ajoutees, "ajoutée"),
            (self.rectifiees, "rectifiée"),
            (self.retirees, "retirée"),
        )
        dits = [_accorder(nombre, mot) for nombre, mot in morceaux if nombre]
        return f"{', '.join(dits)} depuis"


def mois_en_mots(periode: Periode) -> str:
    """« mars 2025 », « janvier à avril 2025 », « décembre 2024 à mars 2025 »."""
    du, au = periode.du, periode.au
    fin = f"{MOIS[au.month - 1]} {au.year}"
    if (du.year, du.month) == (au.year, au.month):
        return fin
    annee = f" {du.year}" if du.year != au.year else ""
    return f"{MOIS[du.month - 1]}{annee} à {fin}"


def _accorder(nombre: int, participe: str) -> str:
    pluriel = "s" if nombre > 1 else ""
    return f"{grouper(nombre)} écriture{pluriel} {participe}{pluriel}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A document as it was published.

    Attributes:
        id: its identifier.
        serie: the documents that its readers compare it with.
        bilan: the document, with what it hides.
        code: printed on it.
        releve: the digest of the versions counted, in hexadecimal.
        ecritures: how many entries it counts.
        provenance: whose figures they were, from when, and the lots that they were made of.
        figee_le: when its period was closed with it, None while it is not.
    """

    id: UUID
    serie: str
    bilan: Bilan
    code: CodeVerification
    releve: str
    ecritures: int
    provenance: Provenance
    figee_le: datetime | None = None

    @property
    def coupure(self) -> datetime:
        """The instant when what it counts was read."""
        return self.provenance.arrete_le

    @property
    def periode(self) -> Periode:
        """What it covers: whole months."""
        return self.bilan.periode

    @property
    def mois(self) -> str:
        """The period in words."""
        return mois_en_mots(self.periode)


@dataclass(frozen=True, slots=True)
class Verification:
    """A code found again: its document, whole, and what changed since."""

    publication: Publication
    difference: Difference
