"""Making a lot: lines and a header in, the plaintext container out, then the envelope.

The container is made once, in the transaction that takes the `seq`, and kept; sealing may be
done again for other recipients without changing what is inside.
"""

import secrets
import string
from collections.abc import Iterable, Sequence

from journal_scls.sync.lot import conteneur, enveloppe, sommes, sshsig
from journal_scls.sync.lot.charge import comprimer
from journal_scls.sync.lot.conteneur import Conteneur
from journal_scls.sync.lot.enregistrement import Retrait, Version, encoder
from journal_scls.sync.lot.manifeste import Comptes, Entete, Manifeste

_LETTRES = 6


def composer_lot(entete: Entete, versions: Iterable[Version], cle_secrete: bytes) -> bytes:
    """The plaintext container, signed.

    Args:
        entete: the manifest without what follows from the lines.
        versions: in any order, one per id.
        cle_secrete: the journal's Ed25519 key.

    Raises:
        RefusLot: it would not be readable: too large, or a text that no line may hold.
    """
    ordonnees = sorted(versions, key=lambda version: version.id)
    if len({version.id for version in ordonnees}) != len(ordonnees):
        raise ValueError("one version per id")
    retraits = sum(isinstance(version, Retrait) for version in ordonnees)
    lignes = [encoder(version) for version in ordonnees]
    return composer_lignes(entete, lignes, retraits, cle_secrete)


def composer_lignes(
    entete: Entete, lignes: Sequence[bytes], retraits: int, cle_secrete: bytes
) -> bytes:
    """The same of lines that `encoder` or `decoder` proved, by increasing id.

    Raises:
        RefusLot: it would be too large to be read.
    """
    charge = comprimer(lignes)
    manifeste = Manifeste(
        **{nom: getattr(entete, nom) for nom in Entete.model_fields},
        counts=Comptes(ecritures=len(lignes) - retraits, retraits=retraits),
        files=(charge.fichier,),
    ).octets()
    signature = sshsig.signer(manifeste, sshsig.Espace.LOT, cle_secrete)
    liste = sommes.calculer(manifeste, signature, charge.octets)
    return conteneur.ecrire(Conteneur(manifeste, signature, memoryview(charge.octets), liste))


def sceller(octets: bytes, destinataires: Sequence[str]) -> bytes:
    """Put a container in its envelope, for these age recipients."""
    return enveloppe.sceller(octets, destinataires)


def nom_neutre() -> str:
    """A file name that says nothing of the journal, the month or the number of lots."""
    lettres = "".join(secrets.choice(string.ascii_uppercase) for _ in range(_LETTRES))
    return f"SCLS-{lettres}.scls"
