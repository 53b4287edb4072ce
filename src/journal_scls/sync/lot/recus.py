"""The strict reader of lots as receiving needs it: ports_receptions.LecteurLots."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from pydantic_core import from_json

from journal_scls.application.lots.ports_receptions import (
    Courante,
    Ecarte,
    EcritureRegion,
    Etat,
    LotRecu,
    Registre,
    Resultat,
    VersionRecue,
)
from journal_scls.domain.chiffres.faits import Fait, ReferenceFait
from journal_scls.domain.errors import Environnement
from journal_scls.sync.lot import enregistrement, enveloppe
from journal_scls.sync.lot.etat import CumulEtat
from journal_scls.sync.lot.fichier import lire_fichier_borne
from journal_scls.sync.lot.lecteur import LotLu, lire_lot
from journal_scls.sync.lot.refus import Issue, RefusLot

# A line that was proved has these keys in this order, and "rev" further on. Inside a text every
# quote has a backslash before it: none can imitate ‹,"deleted":› nor ‹,"rev":›.
_REPERES = re.compile(
    rb'"deleted":(true|false),(?:"duree_min":[0-9]+,)?"ep":([0-9]+),'
    rb'(?:"fait_marquant":"(?:[^"\\]|\\.)*",)?"id":"([0-9a-f-]{36})"'
)
_REV = re.compile(rb',"rev":([0-9]+)')
_SANS_TIRETS = (b"-", b"")


class LecteurLotsAge:
    """Reads lots in their age envelope."""

    def fichiers(self, chemins: Iterable[Path]) -> Sequence[Path]:
        """The files given, each folder replaced by what it holds; hidden ones are the system's."""
        return [fichier for chemin in chemins for fichier in _deplier(chemin)]

    def lire_fichier(self, chemin: Path) -> bytes | Ecarte:
        """The bytes of an ordinary file, read once and within bounds."""
        try:
            return lire_fichier_borne(chemin)
        except RefusLot as refus:
            return _refuse(refus)

    def chiffre(self, octets: bytes) -> bool:
        """Whether it starts as an age file does, whatever else is wrong with it."""
        return enveloppe.en_a_l_air(octets)

    def lire(self, octets: bytes, registre: Registre) -> LotRecu | Ecarte:
        """The lot in these bytes, or why there is none to take now."""
        try:
            lu = lire_lot(
                octets, registre.identites, registre.signataires.get, region=registre.region
            )
        except RefusLot as refus:
            return _refuse(refus)
        if isinstance(lu, Issue):
            return Ecarte(
                resultat=Resultat(lu.resultat),
                code=lu.code.value,
                message=lu.message,
                suite=lu.suite,
                journal=lu.journal or "",
                seq=lu.seq,
            )
        return _lot(lu)

    def condenser(self, courantes: Iterable[Courante]) -> Etat:
        """The state digest, computed as the journal does."""
        cumul = CumulEtat()
        for entree, rev, empreinte, _ in courantes:
            h = entree.hex()
            id_ = (
                f"{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}"  # as str(UUID), 5 times faster
            )
            cumul.ajouter(id_, rev, empreinte)
        return Etat(cumul.etat.count, cumul.etat.digest)

    def detailler(self, ligne: bytes) -> Mapping[str, Any]:
        """Every field of a line; it was validated when it was received."""
        champs: dict[str, Any] = from_json(ligne)
        return champs

    def lire_ligne(self, ligne: bytes) -> EcritureRegion:
        """What a line says to the figures; it was validated when it was received."""
        champs = from_json(ligne, cache_strings="all")
        milieu, organisme = champs.get("milieu") or {}, champs.get("organisme") or {}
        return EcritureRegion(
            _fait(champs, milieu, organisme),
            milieu.get("code", ""),
            organisme.get("code", ""),
            champs.get("fait_marquant", ""),
            tuple([champs[nom] for nom in ("projet", "comite") if nom in champs]),
        )


def _deplier(chemin: Path) -> Iterator[Path]:
    try:
        if chemin.is_symlink() or not chemin.is_dir():
            yield chemin
        else:
            yield from sorted(f for f in chemin.iterdir() if not f.name.startswith("."))
    except OSError as erreur:
        raise Environnement(
            f"Le dossier « {chemin.name} » ne peut pas être lu.",
            "Vérifiez que la clé ou le dossier partagé est accessible, puis recommencez.",
        ) from erreur


def _refuse(refus: RefusLot) -> Ecarte:
    return Ecarte(
        resultat=Resultat.REFUSE,
        code=refus.code.value,
        message=refus.message,
        suite=refus.suite,
    )


def _lot(lu: LotLu) -> LotRecu:
    m = lu.manifeste
    return LotRecu(
        empreinte=lu.empreinte,
        cle=lu.cle,
        journal=m.journal_id,
        incarnation=UUID(m.incarnation),
        epoque=m.epoch,
        seq=m.seq,
        precedente=m.prev,
        genre=m.kind.value,
        depuis_accuse=m.since_ack,
        etat=Etat(m.state.count, m.state.digest),
        manifeste=lu.membres.manifeste,
        versions=lambda: _versions(lu),
    )


def _versions(lu: LotLu) -> Iterator[VersionRecue]:
    """The lines again, without validating them a second time: `lire_lot` has seen them all."""
    empreinte, depuis_hexa = enregistrement.empreinte, bytes.fromhex
    for ligne in lu.lignes_brutes():
        reperes = _REPERES.match(ligne, ligne.index(b'"deleted":'))
        rev = reperes and _REV.match(ligne, ligne.index(b',"rev":', reperes.end()))
        if not reperes or not rev:
            raise RuntimeError("a line that was proved does not look like one")
        retiree, epoque, entree = reperes.groups()
        yield VersionRecue(
            depuis_hexa(entree.replace(*_SANS_TIRETS).decode("ascii")),
            int(epoque),
            int(rev[1]),
            empreinte(ligne),
            retiree == b"true",
            ligne,
        )


def _fait(champs: dict[str, Any], milieu: dict[str, str], organisme: dict[str, str]) -> Fait:
    lire = champs.get
    return Fait(
        lire("date") or champs["mois"],
        champs["duree_min"],
        champs["tenure"],
        lire("mrc", ""),
        lire("categorie_immeuble", ""),
        organisme.get("nom", ""),
        milieu.get("nom", ""),
        champs["volet"],
        champs["activite"],
        champs["categorie"],
        lire("type_collectif", ""),
        champs["clientele"],
        lire("modalite", ""),
        lire("nb_personnes", 0),
        "",
        tuple(lire("problematiques", ())),
        tuple(
            [
                ReferenceFait(r["destination"], r["service"], r["mode"], r["statut"])
                for r in lire("references", ())
            ]
        ),
    )
