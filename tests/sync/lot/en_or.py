"""The golden folders `tests/data/lots`: files kept for ever, each with the code that answers it.

`python -m tests.sync.lot.en_or` makes `falsifies` and `invalides` again. Encryption never gives
the same bytes twice, so it is their codes, and not their bytes, that must come out the same.
"""

import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from journal_scls.domain.echange.accuse import objections
from journal_scls.domain.echange.refus import RefusInscription
from journal_scls.sync.lot import json_canonique, sshsig
from journal_scls.sync.lot.cles import ligne_openssh
from journal_scls.sync.lot.fichier import lire_fichier_borne
from journal_scls.sync.lot.lecteur import LotLu
from journal_scls.sync.lot.refus import Code, Issue, RefusLot
from tests.journaux_simules import JournalSimule
from tests.sync.inscription.outils import GENRES, INCARNATION, PETITS_ORDRES, ligne_de
from tests.sync.lot import outils
from tests.sync.lot.fabrique_hostile import cas_hostiles
from tests.sync.lot.hostile_pieces import Cas, sceller

RACINE = Path(__file__).resolve().parents[2] / "data" / "lots"
INDEX = "index.toml"
TAILLE_MAX = 100 * 1024
"""Bytes of a file worth keeping; the bombs are larger, and made at each run."""

FAMILLES = FALSIFIES, INVALIDES = "falsifies", "invalides"
_INVALIDES = (
    "pas_un_lot", "fichier_", "json_", "manifeste_", "comptes", "gzip_", "ligne", "ordre", "schema",
    "epoque", "etat", "format_plus_recent",
)  # fmt: skip
_EN_TETE = """\
# {titre}
# Fait par « python -m tests.sync.lot.en_or »; les clés sont dans ../cles.toml.
# cas : numéro du catalogue (tests/catalogue.toml). lecture : qui juge le fichier.
"""
_TITRES = {
    FALSIFIES: "Fichiers contrefaits, détournés ou abîmés : aucun ne doit être cru.",
    INVALIDES: "Fichiers qui ne sont pas des lots, ou qui sont mal faits par qui a le droit.",
}


@dataclass(frozen=True)
class Or:
    """A golden file: `lecture` says who judges it."""

    nom: str
    lecture: str
    code: str
    octets: bytes

    @property
    def cas(self) -> str:
        return self.nom.split("-")[0]

    @property
    def famille(self) -> str:
        return INVALIDES if self.code.startswith(_INVALIDES) else FALSIFIES


def fichiers() -> Iterator[Or]:
    """All of them, small enough to be kept."""
    for cas in cas_hostiles():
        if len(cas.octets) <= TAILLE_MAX:
            yield _lot(cas)
    yield Or("T76-en-copie.scls.part", "lot", Code.FICHIER_INCOMPLET, sceller(outils.conteneur()))
    yield from _inscription()
    yield from _registre()


def _lot(cas: Cas) -> Or:
    return Or(f"{cas.nom}.scls", "lot", cas.code, cas.octets)


def _inscription() -> Iterator[Or]:
    """Files of enrolment and accusés, as hostile as they come."""
    demande, cles, accuse = GENRES["demande"], GENRES["cles"], GENRES["accuse"]
    for rang, y in enumerate(PETITS_ORDRES):
        cle = y.to_bytes(32, "little")
        ligne = json_canonique.ecrire(demande.dict | {"key": ligne_de(cle)}) + b"\n"
        # The signature that holds for any message under a key of small order: R the identity, S 0.
        triviale = sshsig._armer(
            sshsig._blob(cle, (1).to_bytes(32, "little") + bytes(32), demande.espace)
        )
        yield Or(f"T64-cle-{rang:02}.scls", "demande", "cle_faible",
                 demande.sceller(ligne + triviale))  # fmt: skip
    ancienne, nouvelle = cles.signatures
    ligne = cles.message.octets() + b"\n"
    seule = sshsig.signer(ligne, cles.espace, nouvelle)
    for nom, octets in {
        "nouvelle-cle-seule": cles.sceller(ligne + seule),
        "nouvelle-cle-deux-fois": cles.octets(signatures=(nouvelle, nouvelle)),
        "ancienne-cle-deux-fois": cles.octets(signatures=(ancienne, ancienne)),
        "ordre-inverse": cles.octets(signatures=(nouvelle, ancienne)),
    }.items():
        yield Or(f"T103-{nom}.scls", "cles", "signature_invalide", octets)
    (region,) = accuse.signatures
    inconnu = outils.INCONNU.cle_secrete
    yield Or("T106-accuse-contrefait.scls", "accuse", "signataire_etranger",
             accuse.octets(signatures=(inconnu,)))  # fmt: skip
    yield Or("T106-accuse-signe-pour-autre-chose.scls", "accuse", "signature_invalide",
             accuse.octets(espace=sshsig.Espace.ACCEPTATION, signatures=(region,)))  # fmt: skip
    yield Or("T107-lot-jamais-fait.scls", "journal", "lot_jamais_fait", accuse.octets())


def _registre() -> Iterator[Or]:
    """Lots that are well made: only the registry can say that they must wait."""
    yield Or("T104-cle-pas-encore-annoncee.scls", "lot", Code.SIGNATAIRE_INCONNU,
             sceller(outils.conteneur_de(outils.NOUVELLE_CLE)))  # fmt: skip
    journal = JournalSimule("A")
    journal.saisir(1)
    journal.exporter()
    journal.saisir(2)
    yield Or("T102-apres-la-revocation.scls", "region", "cle_revoquee", journal.exporter().octets)


def juger(lecture: str, chemin: Path) -> str:
    """The code that answers a file; « lu » when none does, as for what a region must judge."""
    try:
        octets = lire_fichier_borne(chemin)
        if lecture == "lot":
            lu = outils.lire(octets)
            return lu.code if isinstance(lu, Issue) else "lu"
        if lecture == "journal":
            accuse, _ = GENRES["accuse"].lire(octets)
            return objections(accuse, (), [INCARNATION])[0].genre
        if lecture in GENRES:
            GENRES[lecture].lire(octets)
    except (RefusLot, RefusInscription) as refus:
        return refus.code
    return "lu"


def index(famille: str) -> list[dict[str, Any]]:
    """What the folder says of its files."""
    return list(tomllib.loads((RACINE / famille / INDEX).read_text("utf-8"))["fichier"])


def valides() -> Iterator[tuple[str, bytes]]:
    """What a region must take, beside `v1.scls`: kept for ever once it is made."""
    v1 = outils.lire((RACINE / "valides" / "v1.scls").read_bytes())
    assert isinstance(v1, LotLu)
    yield "T105-autre-enveloppe.scls", sceller(v1.octets, outils.REGION.publique.destinataire)
    autre = outils.conteneur_de(outils.AUTRE_JOURNAL, journal=str(outils.AUTRE_JOURNAL.id))
    yield "T101-memes-identifiants.scls", sceller(autre)


def cles() -> str:
    """The fictional keys that open and prove the files."""
    lignes = [
        "# Clés fictives, faites pour les tests : elles n'ouvrent que les fichiers de ce dossier.",
        "[region]",
        f'id = "{outils.REGION.id}"',
        f'age = "{outils.REGION.identite_age}"',
        f'cle = "{ligne_openssh(outils.REGION.publique.cle)}"',
    ]
    for nom, qui in (("Journal", outils.JOURNAL), ("Autre journal", outils.AUTRE_JOURNAL),
                     ("Journal révoqué après son lot 1", JournalSimule("A").identite)):  # fmt: skip
        lignes += [
            "",
            "[[journal]]",
            f'nom = "{nom}"',
            f'id = "{qui.id}"',
            f'age = "{qui.identite_age}"',
            f'cle = "{ligne_openssh(qui.publique.cle)}"',
        ]
    return "".join(f"{ligne}\n" for ligne in lignes)


def ecrire() -> None:
    """Make both folders again."""
    (RACINE / "cles.toml").write_text(cles(), "utf-8")
    for nom, octets in valides():
        chemin = RACINE / "valides" / nom
        if not chemin.exists():
            chemin.write_bytes(octets)
    tous = list(fichiers())
    for famille, titre in _TITRES.items():
        dossier = RACINE / famille
        shutil.rmtree(dossier, ignore_errors=True)
        dossier.mkdir(parents=True)
        texte = _EN_TETE.format(titre=titre)
        for o in sorted((o for o in tous if o.famille == famille), key=lambda o: o.nom):
            (dossier / o.nom).write_bytes(o.octets)
            texte += (
                f'\n[[fichier]]\nnom = "{o.nom}"\ncas = "{o.cas}"\n'
                f'lecture = "{o.lecture}"\ncode = "{o.code}"\n'
            )
        (dossier / INDEX).write_text(texte, "utf-8")


if __name__ == "__main__":
    ecrire()
