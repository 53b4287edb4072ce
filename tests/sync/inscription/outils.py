"""Fictional keys, honest messages of each kind, and the readers that judge their bytes."""

import base64
import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any

from journal_scls.domain.echange.accuse import Accuse, DemandeAccuse, IncarnationAccusee, SuiteRecue
from journal_scls.domain.echange.inscription import Acceptation, ChangementCles, Demande, Invitation
from journal_scls.sync.inscription.messages import (
    Message,
    MessageAcceptation,
    MessageCles,
    MessageDemande,
    MessageInvitation,
)
from journal_scls.sync.inscription.messages_accuse import MessageAccuse
from journal_scls.sync.inscription.plis import PlisFichiers
from journal_scls.sync.lot import enveloppe, json_canonique, sshsig
from journal_scls.sync.lot.cles import cle_ssh
from journal_scls.sync.lot.sshsig import Espace
from tests.sync.lot.outils import (
    AUTRE_JOURNAL,
    INCARNATION,
    JOURNAL,
    REGION,
)

PLIS = PlisFichiers(lambda chemin, octets: chemin.write_bytes(octets), lambda d: d)
SECOURS = AUTRE_JOURNAL.publique.destinataire
NONCE = b"\x2a" * 32
REGIONAUX = [REGION.publique.destinataire, SECOURS]


@dataclasses.dataclass(frozen=True)
class Genre:
    """One kind of file: an honest message, who signs it, who reads it and how."""

    nom: str
    message: Message
    espace: Espace
    signatures: tuple[bytes, ...]
    destinataires: tuple[str, ...]
    lire: Callable[[bytes], object]

    def octets(
        self,
        contenu: dict[str, Any] | bytes | None = None,
        *,
        espace: Espace | None = None,
        signatures: tuple[bytes, ...] | None = None,
    ) -> bytes:
        """The file: the honest message, or what is given in its place, well signed and sealed."""
        honnete = self.message.octets()
        ligne = honnete if contenu is None else contenu
        ligne = ligne if isinstance(ligne, bytes) else json_canonique.ecrire(ligne)
        ligne += b"\n"
        cles = self.signatures if signatures is None else signatures
        clair = ligne + b"".join(sshsig.signer(ligne, espace or self.espace, c) for c in cles)
        return self.sceller(clair)

    def sceller(self, clair: bytes) -> bytes:
        return enveloppe.sceller(clair, self.destinataires) if self.destinataires else clair

    @property
    def clair(self) -> bytes:
        """The honest lines and signatures, before the envelope."""
        ligne = self.message.octets() + b"\n"
        return ligne + b"".join(sshsig.signer(ligne, self.espace, c) for c in self.signatures)

    @property
    def dict(self) -> dict[str, Any]:
        lu = json_canonique.lire(self.message.octets())
        assert isinstance(lu, dict)
        return lu


def _invitation() -> Invitation:
    publique = REGION.publique
    return Invitation(
        region=REGION.id,
        nom="Région fictive",
        cle=publique.cle,
        destinataire=publique.destinataire,
        secours=SECOURS,
        politique=PLIS.politique(),
        nonce=NONCE,
    )


def _demande() -> Demande:
    publique = JOURNAL.publique
    return Demande(
        region=REGION.id, nonce=NONCE, journal=JOURNAL.id, code="INT-01", nom="Prénom Fictif",
        cle=publique.cle, destinataire=publique.destinataire,
    )  # fmt: skip


def _acceptation() -> Acceptation:
    publique = JOURNAL.publique
    return Acceptation(
        region=REGION.id, nonce=NONCE, journal=JOURNAL.id, cle=publique.cle,
        destinataire=publique.destinataire,
    )  # fmt: skip


def _changement() -> ChangementCles:
    return ChangementCles(
        region=REGION.id, journal=JOURNAL.id, ancienne=JOURNAL.publique.cle,
        cle=AUTRE_JOURNAL.publique.cle, destinataire=AUTRE_JOURNAL.publique.destinataire,
        epoque=1, depuis_seq=7,
    )  # fmt: skip


def _accuse() -> Accuse:
    return Accuse(
        region=REGION.id,
        journal=JOURNAL.id,
        numero=3,
        incarnations=(
            IncarnationAccusee(
                id=INCARNATION,
                epoque=1,
                recus=(
                    SuiteRecue(du=1, au=6, empreinte="a" * 64),
                    SuiteRecue(du=8, au=8, empreinte="b" * 64),
                ),
                manquants=((7, 7),),
                bifurcations=(8,),
            ),
        ),
        etat_nombre=12,
        etat_condense="c" * 64,
        demande=DemandeAccuse.COMPLET,
    )


_R, _J, _N = (i.cle_secrete for i in (REGION, JOURNAL, AUTRE_JOURNAL))
_A_LA_REGION = tuple(REGIONAUX)
_AU_JOURNAL = (JOURNAL.publique.destinataire,)
_CLES_REGION, _CLES_JOURNAL = [REGION.identite_age], [JOURNAL.identite_age]
_CLE = REGION.publique.cle

GENRES = {
    g.nom: g
    for g in (
        Genre("invitation", MessageInvitation.de(_invitation()), Espace.INVITATION, (_R,), (),
              PLIS.lire_invitation),
        Genre("demande", MessageDemande.de(_demande()), Espace.DEMANDE, (_J,), _A_LA_REGION,
              lambda o: PLIS.lire_demande(o, _CLES_REGION)),
        Genre("acceptation", MessageAcceptation.de(_acceptation()), Espace.ACCEPTATION, (_R,),
              _AU_JOURNAL, lambda o: PLIS.lire_acceptation(o, _CLES_JOURNAL, _CLE)),
        Genre("cles", MessageCles.de(_changement()), Espace.CLES, (_J, _N), _A_LA_REGION,
              lambda o: PLIS.lire_changement(o, _CLES_REGION)),
        Genre("accuse", MessageAccuse.de(_accuse()), Espace.ACCUSE, (_R,), _AU_JOURNAL,
              lambda o: PLIS.lire_accuse(o, _CLES_JOURNAL, _CLE)),
    )
}  # fmt: skip
VALEURS = {
    "invitation": _invitation(),
    "demande": _demande(),
    "acceptation": _acceptation(),
    "cles": _changement(),
    "accuse": _accuse(),
}


def ecrire(chemin: Path, octets: bytes) -> Path:
    chemin.write_bytes(octets)
    return chemin


_P = 2**255 - 19
_SIGNE = 1 << 255
_Y8 = (
    int("7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7", 16),
    int("05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826", 16),
)
# The 14 encodings: the 8 points of small order, and the non-canonical spellings of some.
PETITS_ORDRES = [
    0, _SIGNE, 1, 1 | _SIGNE, _P - 1, (_P - 1) | _SIGNE,
    _Y8[0], _Y8[0] | _SIGNE, _Y8[1], _Y8[1] | _SIGNE,
    _P, _P | _SIGNE, _P + 1, (_P + 1) | _SIGNE,
]  # fmt: skip


def ligne_de(cle: bytes) -> str:
    return "ssh-ed25519 " + base64.b64encode(cle_ssh(cle)).decode()
