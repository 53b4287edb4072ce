"""Reading a lot, from the bytes of a file to lines that may be believed.

The order is the protection: bounds before decrypting, one possible container before looking at
it, a known signer before reading what he says, digests before opening, every line before the
first one is used. Nothing is written, nothing is kept on refusal.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from uuid import UUID

from journal_scls.sync.lot import charge, conteneur, enveloppe, manifeste, sommes, sshsig
from journal_scls.sync.lot.conteneur import Conteneur
from journal_scls.sync.lot.enregistrement import Retrait, Version, decoder, empreinte
from journal_scls.sync.lot.etat import CumulEtat
from journal_scls.sync.lot.ligne_courante import Reperes, reconnaitre
from journal_scls.sync.lot.manifeste import Genre, Manifeste
from journal_scls.sync.lot.refus import Code, Issue, RefusLot

TrouverSignataire = Callable[[bytes], UUID | None]
"""Gives the journal that an Ed25519 key was pinned to at enrolment; None when it was not."""


@dataclass(frozen=True, slots=True)
class LigneLue:
    """A line, exactly as it was signed, and what it says."""

    octets: bytes
    empreinte: bytes
    version: Version


@dataclass(frozen=True, slots=True)
class LotLu:
    """A lot that is authentic and whole.

    The registry has still to say whether the key was valid for this `seq` (revocation, rotation)
    and whether the lot is new; `octets` is the plaintext container, to be kept as it is.
    """

    manifeste: Manifeste
    empreinte: str
    cle: bytes
    octets: bytes = field(repr=False)
    membres: Conteneur = field(repr=False)

    def lignes(self) -> Iterator[LigneLue]:
        """The lines, by increasing id; opened again at each call rather than kept in memory."""
        for ligne in self.lignes_brutes():
            yield LigneLue(ligne, empreinte(ligne), decoder(ligne))

    def lignes_brutes(self) -> Iterator[bytes]:
        """The same lines as they were signed, for whoever needs no more than that."""
        return charge.lignes(charge.ouvrir(self.membres.charge, self.manifeste.charge))


def lire_lot(
    octets: bytes, identites: Sequence[str], trouver_signataire: TrouverSignataire, *, region: UUID
) -> LotLu | Issue:
    """Read the bytes of a file `.scls`.

    Args:
        octets: the file, read once by `lire_fichier_borne`.
        identites: our age identities, present and past.
        trouver_signataire: the registry.
        region: ours.

    Returns:
        The lot, or an `Issue` when the file has to be kept and tried again later.

    Raises:
        RefusLot: and nothing of the file may be used.
    """
    return lire_conteneur(enveloppe.ouvrir(octets, identites), trouver_signataire, region=region)


def lire_conteneur(
    octets: bytes, trouver_signataire: TrouverSignataire, *, region: UUID
) -> LotLu | Issue:
    """Read a container already decrypted, as the outbox and the archive keep it.

    Raises:
        RefusLot: and nothing of it may be used.
    """
    membres = conteneur.lire(octets)
    signature = sshsig.lire(membres.signature, sshsig.Espace.LOT)
    signature.exiger(membres.manifeste)
    journal = trouver_signataire(signature.cle)
    if journal is None:
        return _mettre_de_cote(Code.SIGNATAIRE_INCONNU, signature.cle, membres)
    lu = manifeste.lire(membres.manifeste)
    if lu is None:
        return Issue(code=Code.FORMAT_PLUS_RECENT, cle=signature.cle, journal=str(journal))
    if lu.journal_id != journal:
        raise RefusLot(Code.JOURNAL_ETRANGER)
    if UUID(lu.to) != region:
        raise RefusLot(Code.AUTRE_REGION)
    _verifier_contenu(membres, lu)
    return LotLu(lu, manifeste.empreinte(membres.manifeste), signature.cle, octets, membres)


def _mettre_de_cote(code: Code, cle: bytes, membres: Conteneur) -> Issue:
    """Say what the lot claims to be, when that can be read, to help find who made it."""
    annonce = None
    with suppress(RefusLot):
        annonce = manifeste.lire(membres.manifeste)
    if annonce is None:
        return Issue(code=code, cle=cle)
    return Issue(code=code, cle=cle, journal=annonce.journal, seq=annonce.seq)


def _verifier_contenu(membres: Conteneur, lu: Manifeste) -> None:
    attendues = sommes.calculer(membres.manifeste, membres.signature, membres.charge)
    if membres.sommes != attendues:
        raise RefusLot(Code.SOMMES)
    if lu.counts.ecritures + lu.counts.retraits != lu.charge.lines:
        raise RefusLot(Code.COMPTES)
    _verifier_lignes(charge.verifier(membres.charge, lu.charge), lu)


def _verifier_lignes(morceaux: Iterable[bytes], lu: Manifeste) -> None:
    # Only a complete lot can be compared with the state that it declares.
    cumul = CumulEtat() if lu.kind is Genre.COMPLET else None
    numero, retraits, dernier, derniere_epoque = 0, 0, b"", lu.epoch
    for numero, ligne in enumerate(charge.lignes(morceaux), start=1):
        retrait, epoque, id_, rev = reconnaitre(ligne) or _decoder(ligne, numero)
        retraits += retrait
        if epoque > derniere_epoque:
            raise RefusLot(Code.EPOQUE, f"ligne {numero}")
        if id_ <= dernier:
            raise RefusLot(Code.ORDRE, f"ligne {numero}")
        dernier = id_
        if cumul is not None:
            cumul.ajouter(id_.decode("ascii"), rev, empreinte(ligne))
    if (numero, retraits) != (lu.charge.lines, lu.counts.retraits):
        raise RefusLot(Code.COMPTES)
    if cumul is not None and cumul.etat != lu.state:
        raise RefusLot(Code.ETAT)


def _decoder(ligne: bytes, numero: int) -> Reperes:
    try:
        version = decoder(ligne)
    except RefusLot as refus:
        ou = f"ligne {numero}" + (f", {refus.detail}" if refus.detail else "")
        raise RefusLot(refus.code, ou) from None
    return isinstance(version, Retrait), version.ep, version.id.encode("ascii"), version.rev
