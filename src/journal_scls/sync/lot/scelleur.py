"""How a journal writes its lots: ports_lots.FormatLot.

Every line is proved by the reader's own decoder before it is kept: a field that the format does
not know, or a milieu named without its day, cannot be written at all.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from journal_scls import __version__
from journal_scls.application.lots.ports_lots import (
    EnteteEnvoi,
    Expediteur,
    LotCompose,
    Partage,
    Remplacement,
)
from journal_scls.application.lots.ports_receptions import Ecarte, Etat, Resultat
from journal_scls.domain.echange.partage import EcriturePartagee, Repere
from journal_scls.domain.errors import Environnement
from journal_scls.domain.periode import Periode
from journal_scls.sync.lot import charge, ecrivain, enregistrement, enveloppe, lecteur, manifeste
from journal_scls.sync.lot import conteneur as zip_canonique
from journal_scls.sync.lot.etat import CumulEtat
from journal_scls.sync.lot.json_canonique import ecrire_sur
from journal_scls.sync.lot.ligne_courante import reconnaitre
from journal_scls.sync.lot.refus import Code, Issue, RefusLot, phrases

_INSTANT = "%Y-%m-%dT%H:%M:%SZ"
_APPLICATION = f"journal-scls {__version__}"
_TEXTES = (
    "activite", "categorie", "categorie_immeuble", "clientele", "comite", "fait_marquant",
    "modalite", "mois", "mrc", "projet", "tenure", "type_collectif", "vocabulaire", "volet",
)  # fmt: skip


class ScelleurAge:
    """Writes lots in the standard formats of `docs/format-lot.md`."""

    def contenu(self, ecriture: EcriturePartagee) -> bytes:
        """Its only spelling: canonical JSON, without what tells one version from another."""
        return ecrire_sur(_champs(ecriture))

    def ligne(self, id_: UUID, epoque: int, rev: int, contenu: bytes | None) -> bytes:
        """The canonical line of a version, of a withdrawal when there is no content."""
        ligne = _ligne(id_, epoque, rev, contenu)
        try:
            if reconnaitre(ligne) is None:
                enregistrement.decoder(ligne)
        except RefusLot as refus:
            raise Environnement(
                f"L'intervention {id_} ne peut pas être mise dans un lot ({refus.detail}).",
                "Corrigez-la, ou signalez-le au soutien technique; rien n'a été exporté.",
            ) from refus
        return ligne

    def lire_ligne(self, ligne: bytes) -> Mapping[str, object]:
        """The fields of a line that was proved."""
        champs: dict[str, object] = json.loads(ligne)
        return champs

    def etat(self, partages: Iterable[tuple[UUID, Partage]]) -> Etat:
        """The digest of all that is shared, given by increasing identifier."""
        cumul = CumulEtat()
        for id_, partage in partages:
            cumul.ajouter(str(id_), partage.rev, enregistrement.empreinte(partage.ligne))
        return Etat(cumul.etat.count, cumul.etat.digest)

    def composer(
        self, entete: EnteteEnvoi, lignes: Sequence[bytes], retraits: int, cle_secrete: bytes
    ) -> LotCompose:
        """The plaintext container of lines given by increasing identifier."""
        try:
            octets = ecrivain.composer_lignes(_entete(entete), lignes, retraits, cle_secrete)
        except RefusLot as refus:
            raise Environnement(
                "Ce journal a trop d'écritures pour un seul lot : rien n'a été exporté.",
                "Signalez-le au soutien technique.",
            ) from refus
        return LotCompose(octets, manifeste.empreinte(zip_canonique.lire(octets).manifeste))

    def lignes(self, conteneur: bytes) -> Sequence[bytes]:
        """The lines of a container of ours."""
        membres = zip_canonique.lire(conteneur)
        fichier = _manifeste(membres.manifeste).charge
        return list(charge.lignes(charge.ouvrir(membres.charge, fichier)))

    def periode(self, conteneur: bytes) -> Periode | None:
        """The period that a container of ours closes."""
        lue = _manifeste(zip_canonique.lire(conteneur).manifeste).period
        if lue is None:
            return None
        return Periode(date.fromisoformat(lue.du), date.fromisoformat(lue.au))

    def sceller(self, conteneur: bytes, destinataires: Sequence[str]) -> bytes:
        """Encrypt it for the region; never the same bytes twice."""
        return ecrivain.sceller(conteneur, destinataires)

    def nom_neutre(self) -> str:
        """A file name that says nothing."""
        return ecrivain.nom_neutre()

    def verifier_enveloppe(self, octets: bytes) -> Ecarte | None:
        """Judge an encrypted file without its key."""
        try:
            enveloppe.verifier_entete(octets)
        except RefusLot as refus:
            return _ecarte(refus.code)
        return None

    def verifier_conteneur(self, conteneur: bytes, expediteur: Expediteur) -> Ecarte | None:
        """Read one of our containers as the region will."""
        registre = {_publique(cle.secrete): expediteur.journal for cle in expediteur.cles}
        try:
            lu = lecteur.lire_conteneur(conteneur, registre.get, region=expediteur.region)
        except RefusLot as refus:
            return _ecarte(refus.code)
        return _ecarte(lu.code) if isinstance(lu, Issue) else None

    def inconnu(self) -> Ecarte:
        """What is said of a file that cannot be opened here, and was not written here."""
        return Ecarte(
            resultat=Resultat.REFUSE,
            code=Code.PAS_POUR_NOUS.value,
            message="Ce fichier n'a pas été écrit par ce journal, ou il a été abîmé depuis.",
            suite="Exportez de nouveau le lot, ou faites vérifier le fichier par la coordination.",
        )


def _ecarte(code: Code) -> Ecarte:
    return Ecarte(resultat=Resultat.REFUSE, code=code.value, message=phrases(code)[0],
                  suite=phrases(code)[1])  # fmt: skip


def _ligne(id_: UUID, epoque: int, rev: int, contenu: bytes | None) -> bytes:
    """The four other keys put at their places, without writing the content again.

    Inside a text every quote has a backslash before it, so no text can imitate a key; and what
    would be misplaced all the same is not canonical, which the decoder refuses.
    """
    if contenu is None or b',"fait_marquant":' in contenu:
        champs = {} if contenu is None else json.loads(contenu)
        return ecrire_sur(
            champs | {"deleted": contenu is None, "ep": epoque, "id": str(id_), "rev": rev}
        )
    duree = contenu.index(b',"duree_min":')
    suite = contenu.index(b",", duree + 1)
    tenure = contenu.index(b',"tenure":')
    identite = f',"ep":{epoque},"id":"{id_}"'.encode("ascii")
    return b"".join(
        (
            contenu[:duree],
            b',"deleted":false',
            contenu[duree:suite],
            identite,
            contenu[suite:tenure],
            f',"rev":{rev}'.encode("ascii"),
            contenu[tenure:],
        )
    )


def _champs(e: EcriturePartagee) -> dict[str, Any]:
    """Absent fields are left out, never null nor empty."""
    champs: dict[str, Any] = {"duree_min": e.duree_min}
    for nom in _TEXTES:
        if texte := getattr(e, nom):
            champs[nom] = texte
    if e.date is not None:
        champs["date"] = e.date.isoformat()
    if e.nb_personnes is not None:
        champs["nb_personnes"] = e.nb_personnes
    if e.milieu is not None:
        champs["milieu"] = _repere(e.milieu)
    if e.organisme is not None:
        champs["organisme"] = _repere(e.organisme)
    if e.problematiques:
        champs["problematiques"] = e.problematiques
    if e.tranches:
        champs["tranches"] = e.tranches
    if e.references:
        champs["references"] = [reference._asdict() for reference in e.references]
    return champs


def _repere(repere: Repere) -> dict[str, str]:
    return {"nom": repere.nom, "code": repere.code} if repere.code else {"nom": repere.nom}


def _entete(e: EnteteEnvoi) -> manifeste.Entete:
    periode = e.periode
    return manifeste.Entete(
        journal=str(e.journal),
        incarnation=str(e.incarnation),
        epoch=e.epoque,
        seq=e.seq,
        prev=e.precedente,
        supersedes=None if e.remplace is None else _remplacement(e.remplace),
        kind=manifeste.Genre(e.genre.value),
        since_ack=e.depuis_accuse,
        to=str(e.region),
        period=(
            None
            if periode is None
            else manifeste.PeriodeLot(du=periode.du.isoformat(), au=periode.au.isoformat())
        ),
        created_at=e.cree_le.strftime(_INSTANT),
        state=manifeste.Etat(count=e.etat.nombre, digest=e.etat.condense),
        policy=manifeste.Politique(id=e.politique.id, digest=e.politique.condense),
        app=_APPLICATION,
    )


def _remplacement(r: Remplacement) -> manifeste.Remplacement:
    return manifeste.Remplacement(
        incarnation=str(r.incarnation), seq=r.seq, digest=r.empreinte or None, reason=r.raison
    )


def _manifeste(octets: bytes) -> manifeste.Manifeste:
    lu = manifeste.lire(octets)
    if lu is None:
        raise RefusLot(Code.FORMAT_PLUS_RECENT)
    return lu


def _publique(secrete: bytes) -> bytes:
    return Ed25519PrivateKey.from_private_bytes(secrete).public_key().public_bytes_raw()
