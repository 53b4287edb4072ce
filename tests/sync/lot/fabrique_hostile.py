"""The hostile folder: files made to deceive the reader, each with the code that must answer.

`python -m tests.sync.lot.fabrique_hostile DOSSIER` writes them out, to be tried by hand.
The numbers are those of the test catalogue (T50 to T107).
"""

import sys
from pathlib import Path

from tests.sync.lot.hostile_charge import charges, enregistrements
from tests.sync.lot.hostile_enveloppe import conteneurs, enveloppes, pas_des_lots
from tests.sync.lot.hostile_manifeste import manifestes, signatures
from tests.sync.lot.hostile_pieces import Cas, sceller


def cas_hostiles() -> list[Cas]:
    """Every file, sealed for the region where the trick is inside the envelope."""
    dedans = (conteneurs, signatures, manifestes, charges, enregistrements)
    tous = [*pas_des_lots(), *enveloppes()]
    for famille in dedans:
        tous += [Cas(c.nom, sceller(c.octets), c.code, c.refuse) for c in famille()]
    return tous


if __name__ == "__main__":
    dossier = Path(sys.argv[1])
    dossier.mkdir(parents=True, exist_ok=True)
    for cas in cas_hostiles():
        (dossier / f"{cas.nom}.{cas.code}.scls").write_bytes(cas.octets)
