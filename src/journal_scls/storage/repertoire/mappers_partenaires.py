"""Values to rows and back: partner services, projects, committees (see mappers.py)."""

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from journal_scls.domain.repertoire.partenaires import (
    Comite,
    Projet,
    ServicePartenaire,
    StatutProjet,
)
from journal_scls.domain.texte import cle
from journal_scls.storage.interventions.mappers import Champs, jour, lire_jour
from journal_scls.storage.sql import Row

MILIEU, PARTENAIRE = "milieu", "partenaire"


def ligne_service(s: ServicePartenaire) -> Row:
    """The row of a partner service, without its id."""
    return (
        s.id.bytes,
        s.nom,
        cle(s.nom),
        s.destination,
        s.service,
        s.mrc,
        jour(s.valide_du),
        jour(s.valide_au),
        s.a_verifier,
    )


def lire_service(r: Champs) -> ServicePartenaire:
    """The inverse of `ligne_service`."""
    return ServicePartenaire(
        id=UUID(bytes=r["uuid"]),
        nom=r["nom"],
        destination=r["destination"],
        service=r["service"],
        mrc=r["mrc"],
        valide_du=lire_jour(r["valide_du"]),
        valide_au=lire_jour(r["valide_au"]),
        a_verifier=bool(r["a_verifier"]),
    )


def ligne_projet(p: Projet) -> Row:
    """The row of a project, without its id."""
    return (
        p.id.bytes,
        p.code,
        " ".join(p.anciens_codes),
        p.titre,
        p.type,
        p.statut.value,
        jour(p.debut),
        jour(p.fin),
        p.objectif,
        p.source_financement,
        p.a_verifier,
    )


def lignes_liens(projet_id: int, p: Projet) -> Iterator[Row]:
    """The rows of what a project is tied to."""
    for liste, objets in ((MILIEU, p.milieux), (PARTENAIRE, p.partenaires)):
        for rang, objet in enumerate(objets):
            yield projet_id, liste, rang, objet.bytes


def lire_projet(r: Champs, liens: Iterable[tuple[str, bytes]]) -> Projet:
    """A project, from its row and its ties in order."""
    objets: dict[str, list[UUID]] = {MILIEU: [], PARTENAIRE: []}
    for liste, objet in liens:
        objets[liste].append(UUID(bytes=objet))
    return Projet(
        id=UUID(bytes=r["uuid"]),
        code=r["code"],
        anciens_codes=tuple(r["anciens_codes"].split()),
        titre=r["titre"],
        type=r["type"],
        statut=StatutProjet(r["statut"]),
        debut=lire_jour(r["debut"]),
        fin=lire_jour(r["fin"]),
        milieux=tuple(objets[MILIEU]),
        partenaires=tuple(objets[PARTENAIRE]),
        objectif=r["objectif"],
        source_financement=r["source_financement"],
        a_verifier=bool(r["a_verifier"]),
    )


def ligne_comite(c: Comite) -> Row:
    """The row of a committee, without its id."""
    return (
        c.id.bytes,
        c.code,
        " ".join(c.anciens_codes),
        c.titre,
        c.instance,
        jour(c.debut),
        jour(c.fin),
        c.a_verifier,
    )


def lignes_roles(comite_id: int, c: Comite) -> Iterator[Row]:
    """The rows of its members, counted by role."""
    for rang, (role, nombre) in enumerate(c.roles):
        yield comite_id, rang, role, nombre


def lire_comite(r: Champs, roles: Sequence[tuple[str, int]]) -> Comite:
    """A committee, from its row and its roles in order."""
    return Comite(
        id=UUID(bytes=r["uuid"]),
        code=r["code"],
        anciens_codes=tuple(r["anciens_codes"].split()),
        titre=r["titre"],
        instance=r["instance"],
        roles=tuple(roles),
        debut=lire_jour(r["debut"]),
        fin=lire_jour(r["fin"]),
        a_verifier=bool(r["a_verifier"]),
    )
