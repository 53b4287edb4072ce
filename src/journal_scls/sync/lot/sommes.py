"""`SHA256SUMS`, for `sha256sum -c`: lets a person check the members with an ordinary tool."""

import hashlib

from journal_scls.sync.lot.conteneur import CHARGE, MANIFESTE, SIGNATURE


def calculer(manifeste: bytes, signature: bytes, charge: bytes | memoryview) -> bytes:
    """The only content this member may have."""
    membres = ((MANIFESTE, manifeste), (SIGNATURE, signature), (CHARGE, charge))
    lignes = (f"{hashlib.sha256(octets).hexdigest()}  {nom}\n" for nom, octets in membres)
    return "".join(lignes).encode("ascii")
