"""Values to rows and back; the only place that knows how a value is written in a column.

Rows to write are tuples in the order of the columns in tables.py, rows to read are mappings by
column name. Dates are ISO text, instants UTC ISO text ending in Z, identifiers 16 bytes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, Protocol
from uuid import UUID

from journal_scls.domain.journal.intervention import (
    TRANCHES_AGE,
    Contenu,
    Intervention,
    Reference,
    Statut,
    Volet,
)
from journal_scls.domain.repertoire.lieux import Lieu, Tenure
from journal_scls.storage.sql import IdParUuid, Row

Codes = Mapping[str, Sequence[tuple[str, int | None]]]
"""The multi-choice fields of a revision: pairs of code and count, by list."""


class Champs(Protocol):
    """A row to read, by column name."""

    def __getitem__(self, nom: str, /) -> Any:
        """The column's value."""
        ...


_SANS_TRANCHES = (None,) * len(TRANCHES_AGE)
_COLONNES_TRANCHES = ("age_0_11", "age_12_17", "age_18_35", "age_36_64", "age_65")


# --- scalars


def jour(valeur: date | None) -> str | None:
    """A date as it is kept."""
    return None if valeur is None else valeur.isoformat()


def lire_jour(texte: str | None) -> date | None:
    """The inverse of `jour`."""
    return None if texte is None else date.fromisoformat(texte)


@lru_cache(maxsize=256)
def instant(valeur: datetime) -> str:
    """An instant as it is kept.

    Raises:
        ValueError: it has no time zone, so nobody can say which instant it is.
    """
    if valeur.tzinfo is None:
        raise ValueError(valeur)
    return valeur.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


@lru_cache(maxsize=256)
def lire_instant(texte: str) -> datetime:
    """The inverse of `instant`."""
    return datetime.fromisoformat(texte)


def octets(valeur: UUID | None) -> bytes | None:
    """An optional identifier as it is kept."""
    return None if valeur is None else valeur.bytes


def lire_uuid(valeur: bytes | None) -> UUID | None:
    """The inverse of `octets`."""
    return None if valeur is None else UUID(bytes=valeur)


# --- intervention


def ligne_revision(
    i: Intervention,
    *,
    id_: int | None,
    intervention_id: int,
    milieu_id: int | None,
    organisme_id: int | None,
) -> Row:
    """The row of a current revision; `id_` None lets the database choose."""
    c = i.contenu
    lieu = c.lieu
    return (
        id_,
        intervention_id,
        i.revision,
        1,
        i.statut.value,
        i.raison,
        i.vocabulaire,
        i.auteur,
        instant(i.saisie_le),
        c.date_intervention.isoformat(),
        c.duree_min,
        milieu_id,
        organisme_id,
        lieu.tenure.value,
        lieu.mrc,
        lieu.categorie_immeuble,
        c.volet.value,
        c.activite,
        c.categorie,
        c.type_collectif,
        c.clientele,
        c.modalite,
        c.nb_personnes,
        c.nb_nouvelles,
        *(c.tranches or _SANS_TRANCHES),
        c.projet,
        c.personne,
        c.suivi,
        None if c.suivi_le is None else c.suivi_le.isoformat(),
        c.source_financement,
        c.note,
        c.fait_marquant,
    )


def lignes_codes(revision_id: int, c: Contenu) -> Iterator[Row]:
    """The rows of the multi-choice fields."""
    listes = (
        ("activite", c.activites_secondaires),
        ("clientele", c.clienteles_autres),
        ("problematique", c.problematiques),
    )
    for liste, codes in listes:
        for rang, code in enumerate(codes):
            yield revision_id, liste, rang, code, None
    for rang, (code, nombre) in enumerate(c.roles):
        yield revision_id, "role", rang, code, nombre


def lignes_references(revision_id: int, c: Contenu, ressources: IdParUuid) -> Iterator[Row]:
    """The rows of the references."""
    for rang, r in enumerate(c.references):
        yield (
            revision_id,
            rang,
            r.destination,
            r.service,
            r.mode,
            r.statut,
            ressources.facultatif(r.ressource),
            jour(r.date_relance),
        )


def lire_reference(r: Champs) -> Reference:
    """A reference, from its row with the resource's uuid as `ressource`."""
    return Reference(
        destination=r["destination"],
        service=r["service"],
        mode=r["mode"],
        statut=r["statut"],
        ressource=lire_uuid(r["ressource"]),
        date_relance=lire_jour(r["date_relance"]),
    )


def lire_contenu(r: Champs, codes: Codes, references: Iterable[Reference]) -> Contenu:
    """What a revision says."""
    tranches = tuple(r[colonne] for colonne in _COLONNES_TRANCHES)
    return Contenu(
        date_intervention=date.fromisoformat(r["date_intervention"]),
        duree_min=r["duree_min"],
        volet=Volet(r["volet"]),
        activite=r["activite"],
        categorie=r["categorie"],
        clientele=r["clientele"],
        lieu=_lire_lieu(r),
        activites_secondaires=_lire_codes(codes, "activite"),
        type_collectif=r["type_collectif"],
        clienteles_autres=_lire_codes(codes, "clientele"),
        problematiques=_lire_codes(codes, "problematique"),
        modalite=r["modalite"],
        nb_personnes=r["nb_personnes"],
        nb_nouvelles=r["nb_nouvelles"],
        tranches=() if tranches == _SANS_TRANCHES else tranches,
        roles=tuple((code, nombre or 0) for code, nombre in codes.get("role", ())),
        references=tuple(references),
        projet=r["projet"],
        personne=r["personne"],
        suivi=r["suivi"],
        suivi_le=lire_jour(r["suivi_le"]),
        source_financement=r["source_financement"],
        note=r["note"],
        fait_marquant=r["fait_marquant"],
    )


def _lire_codes(codes: Codes, liste: str) -> tuple[str, ...]:
    return tuple(code for code, _ in codes.get(liste, ()))


def _lire_lieu(r: Champs) -> Lieu:
    return Lieu(
        tenure=Tenure(r["tenure"]),
        milieu=lire_uuid(r["milieu_uuid"]),
        organisme=lire_uuid(r["organisme_uuid"]),
        mrc=r["mrc"],
        categorie_immeuble=r["categorie_immeuble"],
    )


def lire_intervention(r: Champs, codes: Codes, references: Iterable[Reference]) -> Intervention:
    """A revision, from its row with the uuids of the entry, the milieu and the organisme."""
    return Intervention(
        id=UUID(bytes=r["intervention_uuid"]),
        contenu=lire_contenu(r, codes, references),
        vocabulaire=r["vocabulaire"],
        auteur=r["auteur"],
        creee_le=lire_instant(r["creee_le"]),
        saisie_le=lire_instant(r["saisie_le"]),
        revision=r["numero"],
        statut=Statut(r["statut"]),
        raison=r["raison"],
    )
