"""The vault: the random key of the database, locked in several independent ways.

`vault.json` holds one 256-bit key (the DBK) wrapped by AES-256-GCM once per slot: a passphrase,
a printed recovery code, the system's keyring. Losing one way costs a question, never the journal,
and changing a passphrase wraps 32 bytes again without touching the database. The header and the
parameters of a slot are authenticated with it, so a weakened or moved slot does not open.

An old copy of the file still opens with the secrets of its day: after a suspected theft, what
helps is a new DBK for the database, not a new passphrase.
"""

import hmac
import secrets
import unicodedata
from pathlib import Path
from typing import Literal, Self, TypeVar

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from journal_scls.application.ports_dossiers import LONGUEUR_MIN_PHRASE
from journal_scls.domain.errors import Environnement, RegleMetier
from journal_scls.storage.coffre.code_secours import CodeSecours
from journal_scls.storage.coffre.trousseau import Trousseau
from journal_scls.storage.coffre.vault_format import (
    NOM,
    TAILLE_CLE,
    CoutArgon2,
    Document,
    Entete,
    Genre,
    Slot,
    SlotCode,
    SlotPhrase,
    SlotTrousseau,
    aad,
    analyser,
    canonique,
    cle_de_phrase,
    emballer,
    slot_code,
    slot_phrase,
    temoin,
)
from journal_scls.storage.fichiers import ecrire_atomique, lire_borne

__all__ = ["NOM", "TAILLE_CLE", "Coffre", "CoutArgon2", "exiger_dossier_entier", "verifier_phrase"]

TAILLE_MAX = 64 * 1024

_S = TypeVar("_S", bound=Slot)


class Coffre:
    """A vault file and what may be done to it; every change is on disk before it counts."""

    def __init__(self, chemin: Path, octets: bytes) -> None:
        self._chemin = chemin
        self._document = analyser(octets)

    @classmethod
    def creer(
        cls, chemin: Path, phrase: str, cout: CoutArgon2 | None = None
    ) -> tuple[Self, bytes, CodeSecours]:
        """Make the vault of a new folder: its key, and the recovery code to show only once."""
        verifier_phrase(phrase)
        if chemin.exists():
            raise Environnement(
                "Ce dossier contient déjà un journal protégé.",
                "Ouvrez-le, ou choisissez un dossier vide.",
            )
        cle, code = secrets.token_bytes(TAILLE_CLE), CodeSecours.generer()
        entete = Entete()
        slots = (slot_code(entete, cle, code), slot_phrase(entete, cle, phrase, cout))
        document = Document(**entete.model_dump(), check=temoin(entete, cle), slots=slots)
        coffre = cls(chemin, canonique(document.model_dump()))
        coffre.enregistrer()
        return coffre, cle, code

    @classmethod
    def lire(cls, chemin: Path) -> Self:
        """Read the vault of a folder; a doubtful file is refused and left as it is."""
        return cls(chemin, lire_borne(chemin, TAILLE_MAX))

    @property
    def identifiant(self) -> str:
        """The identity of the vault, the same in the keyring and beside the database."""
        return self._document.id

    @property
    def genres(self) -> frozenset[Genre]:
        """The ways this vault can be opened."""
        return frozenset(slot.kind for slot in self._document.slots)

    @property
    def octets(self) -> bytes:
        """The file as it is, for the copies that backups and the database keep."""
        return canonique(self._document.model_dump())

    def enregistrer(self) -> None:
        """Write the vault under its name; also puts back a copy taken from a backup."""
        self._publier(self._document)

    def ouvrir_par_phrase(self, phrase: str) -> bytes:
        """Give the key, or refuse: a wrong phrase and altered parameters look the same."""
        slot = self._slot(SlotPhrase)
        cle = self._deballer(slot, cle_de_phrase(phrase, slot)) if slot else None
        if cle is None:
            raise RegleMetier(
                "La phrase de passe ne convient pas.",
                "Vérifiez les majuscules et le clavier, ou utilisez le code de secours.",
                champ="phrase",
            )
        return cle

    def ouvrir_par_code(self, code: CodeSecours) -> bytes:
        """Give the key; a `CodeSecours` is free of typing errors, so this is another code."""
        slot = self._slot(SlotCode)
        cle = self._deballer(slot, code.cle(bytes.fromhex(slot.salt))) if slot else None
        if cle is None:
            raise RegleMetier(
                "Ce code de secours n'est pas celui de ce dossier.",
                "Cherchez la feuille imprimée la plus récente pour ce dossier.",
                champ="code",
            )
        return cle

    def ouvrir_par_trousseau(self, trousseau: Trousseau) -> bytes | None:
        """Give the key if the keyring has the right one; None always means "ask the phrase"."""
        slot = self._slot(SlotTrousseau)
        kek = trousseau.lire(self.identifiant) if slot else None
        return self._deballer(slot, kek) if slot and kek and len(kek) == TAILLE_CLE else None

    def changer_phrase(self, cle: bytes, nouvelle: str, cout: CoutArgon2 | None = None) -> None:
        """Replace the passphrase, or set one again after the recovery code opened the vault."""
        verifier_phrase(nouvelle)
        self._exiger(cle)
        self._remplacer(slot_phrase(self._document, cle, nouvelle, cout))

    def renouveler_code(self, cle: bytes) -> CodeSecours:
        """Make the printed code void and give the new one, to show only once."""
        self._exiger(cle)
        code = CodeSecours.generer()
        self._remplacer(slot_code(self._document, cle, code))
        return code

    def ajouter_trousseau(self, cle: bytes, trousseau: Trousseau) -> bool:
        """Let the session's keyring open the vault; False, and no change, if it cannot hold."""
        self._exiger(cle)
        kek = secrets.token_bytes(TAILLE_CLE)
        moteur = trousseau.deposer(self.identifiant, kek)
        if moteur is None:
            return False
        slot = SlotTrousseau(backend=moteur)
        self._remplacer(emballer(self._document, slot, kek, cle))
        return True

    def retirer_trousseau(self, trousseau: Trousseau) -> None:
        """Ask the passphrase from now on, even for an older copy of this file."""
        self._sans("trousseau")
        trousseau.effacer(self.identifiant)

    def retirer(self, genre: Literal["code", "phrase"]) -> None:
        """Close one way in, never the last that does not depend on this computer."""
        if not self.genres - {genre, "trousseau"}:
            raise RegleMetier(
                "C'est le dernier moyen d'ouvrir ce journal sans cet ordinateur.",
                "Ajoutez d'abord une phrase de passe ou un code de secours.",
            )
        self._sans(genre)

    def _slot(self, type_: type[_S]) -> _S | None:
        return next((s for s in self._document.slots if isinstance(s, type_)), None)

    def _deballer(self, slot: Slot, kek: bytes) -> bytes | None:
        nonce, scelle = bytes.fromhex(slot.nonce), bytes.fromhex(slot.wrapped)
        try:
            cle = AESGCM(kek).decrypt(nonce, scelle, aad(self._document, slot))
        except InvalidTag:
            return None
        return cle if self._reconnait(cle) else None

    def _reconnait(self, cle: bytes) -> bool:
        return hmac.compare_digest(temoin(self._document, cle), self._document.check)

    def _exiger(self, cle: bytes) -> None:
        # Wrapping another key would make the journal unreadable the day the old slots are gone.
        if not self._reconnait(cle):
            raise ValueError("not the key of this vault")

    def _remplacer(self, slot: SlotCode | SlotPhrase | SlotTrousseau) -> None:
        autres = [s for s in self._document.slots if s.kind != slot.kind]
        slots = tuple(sorted([*autres, slot], key=lambda s: s.kind))
        self._publier(self._document.model_copy(update={"slots": slots}))

    def _sans(self, genre: Genre) -> None:
        restants = tuple(s for s in self._document.slots if s.kind != genre)
        self._publier(self._document.model_copy(update={"slots": restants}))

    def _publier(self, document: Document) -> None:
        octets = canonique(document.model_dump())
        relu = analyser(octets)  # never write what could not be read again
        ecrire_atomique(self._chemin, octets, relire=True)
        self._document = relu


def verifier_phrase(phrase: str) -> None:
    """Accept any ten characters: length is what resists, and composition rules end on a note."""
    try:
        phrase.encode()
    except UnicodeEncodeError as erreur:
        raise RegleMetier(
            "La phrase de passe contient un caractère illisible.",
            "Retapez-la, ou enregistrez le fichier qui la contient en UTF-8.",
            champ="phrase",
        ) from erreur
    if len(unicodedata.normalize("NFKC", phrase)) < LONGUEUR_MIN_PHRASE:
        raise RegleMetier(
            f"La phrase de passe doit compter au moins {LONGUEUR_MIN_PHRASE} caractères.",
            "Quatre ou cinq mots sans lien entre eux font une bonne phrase.",
            champ="phrase",
        )


def exiger_dossier_entier(coffre: Path, base: Path) -> bool:
    """Tell a whole folder (True) from an empty one (False); half a folder is never completed.

    Making the missing half would give an empty journal where a full one is expected.
    """
    if coffre.exists() == base.exists():
        return coffre.exists()
    manque, reste = (base, coffre) if coffre.exists() else (coffre, base)
    raise Environnement(
        f"Le fichier « {manque.name} » manque à côté de « {reste.name} » : rien n'a été créé.",
        "Restaurez une sauvegarde, ou remettez ce fichier en place.",
    )
