"""An edition of the directory as a file: ports_repertoire.FormatRepertoire.

The zip, the digests, the compressed lines and the signature are those of a lot, read by the same
code. There is no envelope: buildings and services are public, and one file serves every journal.
"""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from journal_scls.application.repertoire.ports_repertoire import EditionLue
from journal_scls.domain.repertoire.edition import EditionRepertoire
from journal_scls.domain.repertoire.refus import CodeRepertoire, RefusRepertoire
from journal_scls.domain.vocabulaire import Vocabulaire
from journal_scls.sync.lot import charge, conteneur, sommes, sshsig
from journal_scls.sync.lot.conteneur import Conteneur
from journal_scls.sync.lot.fichier import lire_fichier_borne
from journal_scls.sync.lot.sshsig import Espace
from journal_scls.sync.repertoire import manifeste as manifestes
from journal_scls.sync.repertoire.contenu import (
    ecrire_donnees,
    ecrire_lignes,
    lire_donnees,
    lire_lignes,
)
from journal_scls.sync.repertoire.manifeste import Manifeste
from journal_scls.sync.repertoire.refus import en_repertoire

TAILLE_MAX = 8 * 1024 * 1024
_ZIP = b"PK\x03\x04"


class PaquetsFichiers:
    """Editions on disk."""

    def __init__(self, ecrire: Callable[[Path, bytes], None]) -> None:
        """Take what puts bytes on disk whole or not at all, and reads them back."""
        self._ecrire = ecrire

    def lire_fichier(self, chemin: Path) -> bytes:
        """The bytes of a file, read once and within bounds."""
        with en_repertoire():
            return lire_fichier_borne(chemin)

    def ecrire(self, chemin: Path, octets: bytes) -> None:
        """Write a file, read back and compared."""
        self._ecrire(chemin, octets)

    def ecrire_vocabulaire(self, vocabulaire: Vocabulaire) -> Mapping[str, Any]:
        """An edition of the vocabulary as JSON holds it."""
        return ecrire_donnees(vocabulaire)

    def lire_vocabulaire(self, donnees: Mapping[str, Any]) -> Vocabulaire:
        """The inverse."""
        return lire_donnees(donnees)

    def composer(self, edition: EditionRepertoire, cle_secrete: bytes) -> tuple[bytes, EditionLue]:
        """The signed file of an edition, and what a journal will read in it.

        Raises:
            RefusRepertoire: a card holds a text or a code that cannot be published.
        """
        with en_repertoire():
            edition.contenu.exiger_coherent()
            comprimee = charge.comprimer(ecrire_lignes(edition.contenu))
            manifeste = Manifeste(
                region=str(edition.region),
                edition=edition.numero,
                prev=edition.precedente or None,
                date=edition.du.isoformat(),
                files=(comprimee.fichier,),
            ).octets()
            signature = sshsig.signer(manifeste, Espace.REPERTOIRE, cle_secrete)
            liste = sommes.calculer(manifeste, signature, comprimee.octets)
            membres = Conteneur(manifeste, signature, memoryview(comprimee.octets), liste)
            octets = conteneur.ecrire(membres)
            cle = sshsig.lire(signature, Espace.REPERTOIRE).cle
        # What is published was read first by the reader of those who will take it in.
        return octets, self.lire(octets, edition.region, cle)

    def lire(self, octets: bytes, region: UUID, cle: bytes) -> EditionLue:
        """The edition in these bytes, signed by that key for that region.

        Raises:
            RefusRepertoire: and nothing of the file may be used.
        """
        if not octets.startswith(_ZIP):
            raise RefusRepertoire(CodeRepertoire.AUTRE_FICHIER)
        if len(octets) > TAILLE_MAX:
            raise RefusRepertoire(CodeRepertoire.TROP_GRAND)
        with en_repertoire():
            membres = conteneur.lire(octets)
            signature = sshsig.lire(membres.signature, Espace.REPERTOIRE)
            signature.exiger(membres.manifeste)
            if signature.cle != cle:
                raise RefusRepertoire(CodeRepertoire.SIGNATAIRE_ETRANGER)
            lu = manifestes.lire(membres.manifeste)
            if UUID(lu.region) != region:
                raise RefusRepertoire(CodeRepertoire.AUTRE_REGION)
            return _edition(membres, lu)


def _edition(membres: Conteneur, lu: Manifeste) -> EditionLue:
    attendues = sommes.calculer(membres.manifeste, membres.signature, membres.charge)
    if membres.sommes != attendues:
        raise RefusRepertoire(CodeRepertoire.INCOHERENT, "SHA256SUMS")
    lignes = list(charge.lignes(charge.verifier(membres.charge, lu.charge)))
    if len(lignes) != lu.charge.lines:
        raise RefusRepertoire(CodeRepertoire.INCOHERENT, "lines")
    edition = EditionRepertoire(
        region=UUID(lu.region),
        numero=lu.edition,
        precedente=lu.prev or "",
        du=date.fromisoformat(lu.date),
        contenu=lire_lignes(lignes),
    )
    empreinte = manifestes.empreinte(membres.manifeste)
    return EditionLue(edition=edition, empreinte=empreinte, condense=lu.charge.raw_sha256)
