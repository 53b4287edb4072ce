"""Values to rows and back: the directory and the profile (see mappers.py)."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from journal_scls.domain.profil import Profil, Role
from journal_scls.domain.repertoire.lieux import EtatMilieu, Milieu, Organisme, Tenure
from journal_scls.domain.texte import cle
from journal_scls.storage.interventions.mappers import (
    Champs,
    instant,
    jour,
    lire_instant,
    lire_jour,
    lire_uuid,
)
from journal_scls.storage.sql import IdParUuid, Row


def ligne_organisme(o: Organisme) -> Row:
    """The row of an organisme, without its id nor its successor's."""
    return (
        o.id.bytes,
        o.code,
        o.nom,
        cle(o.nom),
        o.tenure.value,
        jour(o.valide_du),
        jour(o.valide_au),
        o.a_verifier,
    )


def lire_organisme(r: Champs) -> Organisme:
    """An organisme, from its row with the successor's uuid as `successeur`."""
    return Organisme(
        id=UUID(bytes=r["uuid"]),
        nom=r["nom"],
        code=r["code"],
        tenure=Tenure(r["tenure"]),
        valide_du=lire_jour(r["valide_du"]),
        valide_au=lire_jour(r["valide_au"]),
        successeur=lire_uuid(r["successeur"]),
        a_verifier=bool(r["a_verifier"]),
    )


def ligne_milieu(m: Milieu) -> Row:
    """The row of a milieu, without its id."""
    return m.id.bytes, m.code, m.nom, cle(m.nom), m.a_verifier


def lignes_etats(milieu_id: int, m: Milieu, organismes: IdParUuid) -> Iterator[Row]:
    """The rows of a milieu's history, without their ids."""
    for etat in m.etats:
        yield (
            milieu_id,
            jour(etat.depuis),
            organismes.facultatif(etat.organisme),
            etat.tenure.value,
            etat.mrc,
            etat.categorie_immeuble,
            etat.nb_logements,
        )


def lire_etat(r: Champs) -> EtatMilieu:
    """A state, from its row with the organisme's uuid as `organisme`."""
    return EtatMilieu(
        depuis=lire_jour(r["depuis"]),
        organisme=lire_uuid(r["organisme"]),
        tenure=Tenure(r["tenure"]),
        mrc=r["mrc"],
        categorie_immeuble=r["categorie_immeuble"],
        nb_logements=r["nb_logements"],
    )


def lire_milieu(r: Champs, etats: Iterable[EtatMilieu]) -> Milieu:
    """A milieu, from its row and its states in order."""
    return Milieu(
        id=UUID(bytes=r["uuid"]),
        nom=r["nom"],
        etats=tuple(etats),
        code=r["code"],
        a_verifier=bool(r["a_verifier"]),
    )


def ligne_profil(p: Profil) -> Row:
    """The only row of `dossier`."""
    return (
        1,
        p.id.bytes,
        p.role.value,
        p.code,
        p.employeur_type,
        p.nom_affiche,
        p.demo,
        instant(p.cree_le),
    )


def lire_profil(ligne: Row) -> Profil:
    """The inverse of `ligne_profil`."""
    _, uuid, role, code, employeur_type, nom_affiche, demo, cree_le = ligne
    return Profil(
        id=UUID(bytes=uuid),
        role=Role(role),
        code=code,
        cree_le=lire_instant(cree_le),
        employeur_type=employeur_type,
        nom_affiche=nom_affiche,
        demo=bool(demo),
    )
