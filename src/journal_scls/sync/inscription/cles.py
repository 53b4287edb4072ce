"""ports_inscriptions.Cles: keys made, announced, and printed for the safe."""

from datetime import datetime
from uuid import UUID, uuid4

import pyrage

from journal_scls.domain.echange.inscription import ClesDossier
from journal_scls.domain.profil import Role
from journal_scls.sync.inscription.refus import en_inscription
from journal_scls.sync.lot.cles import IdentitePublique, IdentiteSecrete, nouvelle_identite


class ClesAge:
    """Ed25519 keys to sign, age identities to be written to; never derived from one another."""

    def nouvelles(
        self, creee_le: datetime, *, secours: bool, epoque: int = 1, depuis_seq: int = 1
    ) -> ClesDossier:
        """New secret keys from the system's randomness."""
        # The keys do not depend on whose they are: the identifier is only announced with them.
        secrete = nouvelle_identite(Role.INTERVENANT, uuid4())
        return ClesDossier(
            signature=secrete.cle_secrete,
            age=secrete.identite_age,
            secours=str(pyrage.x25519.Identity.generate()) if secours else "",
            epoque=epoque,
            depuis_seq=depuis_seq,
            creee_le=creee_le,
        )

    def annoncer(self, role: Role, id_: UUID, cles: ClesDossier) -> IdentitePublique:
        """Their public side."""
        secrete = IdentiteSecrete(
            role=role, id=id_, cle_secrete=cles.signature, identite_age=cles.age
        )
        return secrete.publique

    def annoncee(self, role: Role, id_: UUID, cle: bytes, destinataire: str) -> IdentitePublique:
        """That of somebody else, once its keys are known to be safe."""
        with en_inscription():
            return IdentitePublique(role=role, id=id_, cle=cle, destinataire=destinataire)

    def destinataire(self, identite_age: str) -> str:
        """The age recipient of an identity."""
        return str(pyrage.x25519.Identity.from_str(identite_age).to_public())

    def feuille_secours(self, cles: ClesDossier) -> bytes:
        """The recovery identity as `age -i` reads it."""
        lignes = (
            "# Journal SCLS : clé de secours de la région. Imprimez-la et gardez-la sous clé.",
            f"# public key: {self.destinataire(cles.secours)}",
            cles.secours,
        )
        return "".join(f"{ligne}\n" for ligne in lignes).encode()
