"""The printed recovery code: 150 random bits that survive being read, dictated and retyped.

Thirty Crockford base32 characters carry the secret and two more are check characters of an
extended Reed-Solomon code over GF(32), of distance 3: one or two wrong characters anywhere are
always seen, and so is any swap of two characters. A typing error is told apart from a wrong code
before any key is derived.
"""

import secrets
import unicodedata
from dataclasses import dataclass, field
from typing import Self

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from journal_scls.domain.errors import RegleMetier

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
NB_DONNEES = 30
NB_CARACTERES = 32
TAILLE_GROUPE = 4
NB_GROUPES = NB_CARACTERES // TAILLE_GROUPE
TAILLE_CLE = 32
_BITS = 5

# Crockford's letters that look like digits, and U, which his alphabet leaves out and which can
# only be a V badly printed.
_CONFUSIONS = str.maketrans("OILU", "011V")
_SEPARATEURS = {"Pd", "Zs", "Zl", "Zp", "Cc", "Cf"}
_SIGNES_MOINS = "−_."  # dashes that Unicode files elsewhere, and what people type instead


@dataclass(frozen=True, slots=True)
class CodeSecours:
    """A code whose check characters are right; only `texte` and `groupes` show it."""

    _symboles: str = field(repr=False)

    @classmethod
    def generer(cls) -> Self:
        """Draw a new code from the system's generator."""
        donnees = [secrets.randbelow(1 << _BITS) for _ in range(NB_DONNEES)]
        return cls("".join(ALPHABET[s] for s in (*donnees, *_controles(donnees))))

    @classmethod
    def lire(cls, texte: str) -> Self:
        """Read what was typed, refusing a typing error before anything slow or final happens."""
        symboles = normaliser(texte)
        if len(symboles) != NB_CARACTERES:
            raise _faute(
                f"Il faut {NB_CARACTERES} caractères ({NB_GROUPES} groupes de {TAILLE_GROUPE}) "
                f"et il y en a {len(symboles)}."
            )
        for rang, symbole in enumerate(symboles):
            if symbole not in ALPHABET:
                raise _faute(f"Revoyez le groupe {rang // TAILLE_GROUPE + 1}.")
        valeurs = [ALPHABET.index(s) for s in symboles]
        if _controles(valeurs[:NB_DONNEES]) != tuple(valeurs[NB_DONNEES:]):
            raise _faute("Comparez chaque groupe avec la feuille imprimée.")
        return cls(symboles)

    @property
    def groupes(self) -> tuple[str, ...]:
        """The eight groups of four, as printed and as asked back."""
        pas = range(0, NB_CARACTERES, TAILLE_GROUPE)
        return tuple(self._symboles[i : i + TAILLE_GROUPE] for i in pas)

    @property
    def texte(self) -> str:
        """The code as printed."""
        return "-".join(self.groupes)

    def cle(self, sel: bytes) -> bytes:
        """Derive a key without slowness: 150 random bits are out of reach of any search."""
        nombre = 0
        for symbole in self._symboles[:NB_DONNEES]:
            nombre = nombre << _BITS | ALPHABET.index(symbole)
        secret = nombre.to_bytes((NB_DONNEES * _BITS + 7) // 8, "big")
        return HKDF(hashes.SHA256(), TAILLE_CLE, sel, b"journal-scls code v1").derive(secret)

    def confirme(self, rang: int, saisie: str) -> bool:
        """Whether `saisie` is the group of index `rang`, typed as loosely as `lire` allows."""
        return secrets.compare_digest(
            self.groupes[rang].encode(), normaliser(saisie).encode("utf-8", "replace")
        )


def normaliser(texte: str) -> str:
    """Bring what people type to the printed characters; anything unknown stays, to be refused."""
    utiles = (
        c
        for c in unicodedata.normalize("NFKC", texte)
        if unicodedata.category(c) not in _SEPARATEURS and c not in _SIGNES_MOINS
    )
    return "".join(utiles).upper().translate(_CONFUSIONS)


def groupes_a_retaper(nombre: int = 2) -> tuple[int, ...]:
    """Draw which groups the assistant asks back, in reading order, as proof of a copy on paper."""
    return tuple(sorted(secrets.SystemRandom().sample(range(NB_GROUPES), nombre)))


def _faute(detail: str) -> RegleMetier:
    return RegleMetier("Le code de secours contient une faute de frappe.", detail, champ="code")


def _controles(donnees: list[int]) -> tuple[int, int]:
    """Solve for the two last characters so that sum(c[i]) and sum(i * c[i]) are zero in GF(32).

    The 32 positions are the 32 distinct field elements, so any two columns of the parity check
    are independent: that is what makes the distance 3, hence the certainty on two errors.
    Because 30 + 31 = 1 in this field, the system solves without a division.
    """
    somme = ponderee = 0
    for position, valeur in enumerate(donnees):
        somme ^= valeur
        ponderee ^= _produit(position, valeur)
    dernier = ponderee ^ _produit(NB_DONNEES, somme)
    return somme ^ dernier, dernier


def _produit(a: int, b: int) -> int:
    """Multiply in GF(32), with the primitive polynomial x^5 + x^2 + 1."""
    produit = 0
    while b:
        if b & 1:
            produit ^= a
        b >>= 1
        a <<= 1
        if a & 0b100000:
            a ^= 0b100101
    return produit
