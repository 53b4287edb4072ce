"""Fusions, what the region said, and the editions kept with their exact bytes."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection
from sqlalchemy.engine.interfaces import DBAPICursor

from journal_scls.application.repertoire.ports_repertoire import EditionGardee
from journal_scls.domain.repertoire.edition import RefusProposition
from journal_scls.domain.repertoire.fusion import Fusion, Fusions, GenreFiche
from journal_scls.storage.interventions.mappers import instant, lire_instant
from journal_scls.storage.repertoire import tables_repertoire as t
from journal_scls.storage.sql import Row, executer_tout, inserer

_FUSION = (
    f"{inserer(t.fusion)} ON CONFLICT (de, regionale) "
    "DO UPDATE SET genre = excluded.genre, vers = excluded.vers"
)
_FUSIONS = """SELECT f.de, f.genre, f.vers, f.regionale FROM fusion f WHERE f.regionale
OR NOT EXISTS (SELECT 1 FROM fusion r WHERE r.de = f.de AND r.regionale)
AND NOT EXISTS (SELECT 1 FROM avis_region a WHERE a.objet = f.de AND a.publie)
ORDER BY f.de"""
_AVIS = inserer(t.avis_region)
_EDITION = inserer(t.edition_repertoire)
_VOCABULAIRE = inserer(t.vocabulaire_region, remplacer="edition")


class SqlDepotEditions:
    """ports_repertoire.DepotEditions on the connection of a unit of work."""

    def __init__(self, connexion: Connection) -> None:
        self._connexion = connexion

    # --- fusions

    def fusions(self) -> Fusions:
        """Those that hold: the region's, then ours on cards that it says nothing of."""
        return _fusions(self._lire(_FUSIONS))

    def fusionner(self, fusion: Fusion) -> None:
        """Keep a fusion of ours; one of the same card is replaced."""
        self._connexion.exec_driver_sql(_FUSION, _ligne(fusion))

    def defusionner(self, carte: UUID) -> None:
        """Forget our fusion of a card."""
        texte = "DELETE FROM fusion WHERE de = ? AND NOT regionale"
        self._connexion.exec_driver_sql(texte, (carte.bytes,))

    # --- what the region said

    def publies(self) -> frozenset[UUID]:
        """The cards of the last edition taken in."""
        texte = "SELECT objet FROM avis_region WHERE publie"
        return frozenset(UUID(bytes=objet) for (objet,) in self._lire(texte))

    def refus(self) -> tuple[RefusProposition, ...]:
        """What it refused of ours and of others'."""
        texte = "SELECT objet, raison FROM avis_region WHERE NOT publie ORDER BY objet"
        return tuple(
            RefusProposition(objet=UUID(bytes=objet), raison=raison)
            for objet, raison in self._lire(texte)
        )

    def remplacer_avis(
        self,
        publies: Iterable[UUID],
        fusions: Iterable[Fusion],
        refus: Iterable[RefusProposition],
    ) -> None:
        """What the last edition says, in place of what the one before said."""
        self._connexion.exec_driver_sql("DELETE FROM fusion WHERE regionale")
        executer_tout(self._connexion, _FUSION, [_ligne(fusion) for fusion in fusions])
        self._connexion.exec_driver_sql("DELETE FROM avis_region")
        avis: dict[bytes, tuple[bool, str]] = {r.objet.bytes: (False, r.raison) for r in refus}
        avis |= {id_.bytes: (True, "") for id_ in publies}
        executer_tout(self._connexion, _AVIS, [(objet, *dit) for objet, dit in avis.items()])

    # --- editions

    def derniere(self) -> EditionGardee | None:
        """The highest edition, None before the first."""
        return self._edition("SELECT * FROM edition_repertoire ORDER BY numero DESC LIMIT 1")

    def edition(self, numero: int) -> EditionGardee | None:
        """One of them."""
        return self._edition("SELECT * FROM edition_repertoire WHERE numero = ?", numero)

    def garder(self, edition: EditionGardee) -> None:
        """Keep an edition, for ever."""
        ligne = (
            edition.empreinte,
            edition.numero,
            edition.precedente,
            edition.condense,
            edition.du.isoformat(),
            edition.paquet,
            instant(edition.le),
        )
        self._connexion.exec_driver_sql(_EDITION, ligne)

    def vocabulaires(self) -> Mapping[str, Mapping[str, Any]]:
        """The editions that the program does not ship, as they were kept."""
        lignes = self._lire("SELECT edition, contenu FROM vocabulaire_region ORDER BY edition")
        return {edition: json.loads(contenu) for edition, contenu in lignes}

    def enregistrer_vocabulaire(self, edition: str, donnees: Mapping[str, Any]) -> None:
        """Insert or replace an edition of the vocabulary."""
        contenu = json.dumps(donnees, ensure_ascii=False)
        self._connexion.exec_driver_sql(_VOCABULAIRE, (edition, contenu))

    def _edition(self, texte: str, *valeurs: object) -> EditionGardee | None:
        r = self._connexion.exec_driver_sql(texte, valeurs).mappings().first()
        if r is None:
            return None
        return EditionGardee(
            numero=r["numero"],
            empreinte=r["empreinte"],
            precedente=r["precedente"],
            condense=r["condense"],
            du=date.fromisoformat(r["du"]),
            paquet=bytes(r["paquet"]),
            le=lire_instant(r["le"]),
        )

    def _lire(self, texte: str, *valeurs: object) -> list[Any]:
        return list(self._connexion.exec_driver_sql(texte, valeurs))


def fusions_de(curseur: DBAPICursor) -> Fusions:
    """The same on the driver's own cursor, for the read side."""
    curseur.execute(_FUSIONS)
    return _fusions(curseur.fetchall())


def _fusions(lignes: Iterable[Sequence[Any]]) -> Fusions:
    return Fusions(
        tuple(
            Fusion(
                genre=GenreFiche(genre),
                de=UUID(bytes=de),
                vers=UUID(bytes=vers),
                regionale=bool(regionale),
            )
            for de, genre, vers, regionale in lignes
        )
    )


def _ligne(fusion: Fusion) -> Row:
    return fusion.de.bytes, fusion.regionale, fusion.genre.value, fusion.vers.bytes
