"""One line for each card of the directory: exactly these fields, and no room for a person.

There is no address, no telephone, no name of anybody: what has no field here cannot be published
nor proposed.
"""

import datetime as dt
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from journal_scls.domain.echange.partage import texte_sur
from journal_scls.domain.repertoire.fusion import FicheRepertoire
from journal_scls.domain.repertoire.lieux import EtatMilieu, Milieu, Organisme, Tenure
from journal_scls.domain.repertoire.partenaires import (
    Comite,
    Projet,
    ServicePartenaire,
    StatutProjet,
)
from journal_scls.sync.lot.champs import Code, Identifiant, Modele, TexteCourt

_Jour = Annotated[str, StringConstraints(pattern=r"^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$")]
_Ids = Annotated[tuple[Identifiant, ...], Field(min_length=1, max_length=500)]
_Codes = Annotated[tuple[Code, ...], Field(min_length=1, max_length=50)]
_Logements = Annotated[int, Field(ge=1, le=100_000)]


class LigneOrganisme(Modele):
    """An owner of social housing."""

    genre: Literal["organisme"] = "organisme"
    id: Identifiant
    nom: TexteCourt
    code: TexteCourt | None = None
    tenure: Code
    valide_du: _Jour | None = None
    valide_au: _Jour | None = None
    successeur: Identifiant | None = None

    @classmethod
    def de(cls, o: Organisme) -> "LigneOrganisme":
        """From the value."""
        return cls(
            id=str(o.id),
            nom=texte_sur(o.nom),
            code=texte_sur(o.code) or None,
            tenure=o.tenure.value,
            valide_du=_jour(o.valide_du),
            valide_au=_jour(o.valide_au),
            successeur=_id(o.successeur),
        )

    def valeur(self) -> Organisme:
        """To the value."""
        return Organisme(
            id=UUID(self.id),
            nom=self.nom,
            code=self.code or "",
            tenure=Tenure(self.tenure),
            valide_du=_lire_jour(self.valide_du),
            valide_au=_lire_jour(self.valide_au),
            successeur=_lire_id(self.successeur),
        )


class EtatLigne(Modele):
    """What a milieu is from a day on."""

    depuis: _Jour | None = None
    organisme: Identifiant | None = None
    tenure: Code
    mrc: TexteCourt | None = None
    categorie_immeuble: Code | None = None
    nb_logements: _Logements | None = None


class LigneMilieu(Modele):
    """A building, with its whole history."""

    genre: Literal["milieu"] = "milieu"
    id: Identifiant
    nom: TexteCourt
    code: TexteCourt | None = None
    etats: Annotated[tuple[EtatLigne, ...], Field(min_length=1, max_length=100)]

    @classmethod
    def de(cls, m: Milieu) -> "LigneMilieu":
        """From the value."""
        etats = tuple(
            EtatLigne(
                depuis=_jour(e.depuis),
                organisme=_id(e.organisme),
                tenure=e.tenure.value,
                mrc=texte_sur(e.mrc) or None,
                categorie_immeuble=e.categorie_immeuble or None,
                nb_logements=e.nb_logements,
            )
            for e in m.etats
        )
        return cls(id=str(m.id), nom=texte_sur(m.nom), code=texte_sur(m.code) or None, etats=etats)

    def valeur(self) -> Milieu:
        """To the value."""
        etats = tuple(
            EtatMilieu(
                depuis=_lire_jour(e.depuis),
                organisme=_lire_id(e.organisme),
                tenure=Tenure(e.tenure),
                mrc=e.mrc or "",
                categorie_immeuble=e.categorie_immeuble or "",
                nb_logements=e.nb_logements,
            )
            for e in self.etats
        )
        return Milieu(id=UUID(self.id), nom=self.nom, code=self.code or "", etats=etats)


class LigneService(Modele):
    """A partner service."""

    genre: Literal["service"] = "service"
    id: Identifiant
    nom: TexteCourt
    destination: Code
    service: Code
    mrc: TexteCourt | None = None
    valide_du: _Jour | None = None
    valide_au: _Jour | None = None

    @classmethod
    def de(cls, s: ServicePartenaire) -> "LigneService":
        """From the value."""
        return cls(
            id=str(s.id),
            nom=texte_sur(s.nom),
            destination=s.destination,
            service=s.service,
            mrc=texte_sur(s.mrc) or None,
            valide_du=_jour(s.valide_du),
            valide_au=_jour(s.valide_au),
        )

    def valeur(self) -> ServicePartenaire:
        """To the value."""
        return ServicePartenaire(
            id=UUID(self.id),
            nom=self.nom,
            destination=self.destination,
            service=self.service,
            mrc=self.mrc or "",
            valide_du=_lire_jour(self.valide_du),
            valide_au=_lire_jour(self.valide_au),
        )


class LigneProjet(Modele):
    """A project, with the codes it once had."""

    genre: Literal["projet"] = "projet"
    id: Identifiant
    code: Code
    titre: TexteCourt
    type: Code
    statut: Code
    debut: _Jour | None = None
    fin: _Jour | None = None
    milieux: _Ids | None = None
    partenaires: _Ids | None = None
    objectif: TexteCourt | None = None
    source_financement: TexteCourt | None = None
    anciens_codes: _Codes | None = None

    @classmethod
    def de(cls, p: Projet) -> "LigneProjet":
        """From the value."""
        return cls(
            id=str(p.id),
            code=p.code,
            titre=texte_sur(p.titre),
            type=p.type,
            statut=p.statut.value,
            debut=_jour(p.debut),
            fin=_jour(p.fin),
            milieux=tuple(map(str, p.milieux)) or None,
            partenaires=tuple(map(str, p.partenaires)) or None,
            objectif=texte_sur(p.objectif) or None,
            source_financement=texte_sur(p.source_financement) or None,
            anciens_codes=p.anciens_codes or None,
        )

    def valeur(self) -> Projet:
        """To the value."""
        return Projet(
            id=UUID(self.id),
            code=self.code,
            titre=self.titre,
            type=self.type,
            statut=StatutProjet(self.statut),
            debut=_lire_jour(self.debut),
            fin=_lire_jour(self.fin),
            milieux=tuple(map(UUID, self.milieux or ())),
            partenaires=tuple(map(UUID, self.partenaires or ())),
            objectif=self.objectif or "",
            source_financement=self.source_financement or "",
            anciens_codes=self.anciens_codes or (),
        )


class RoleLigne(Modele):
    """How many members have a role; nobody is named."""

    role: Code
    nombre: _Logements


class LigneComite(Modele):
    """A committee."""

    genre: Literal["comite"] = "comite"
    id: Identifiant
    code: Code
    titre: TexteCourt
    instance: Code
    roles: Annotated[tuple[RoleLigne, ...], Field(min_length=1, max_length=50)] | None = None
    debut: _Jour | None = None
    fin: _Jour | None = None
    anciens_codes: _Codes | None = None

    @classmethod
    def de(cls, c: Comite) -> "LigneComite":
        """From the value."""
        return cls(
            id=str(c.id),
            code=c.code,
            titre=texte_sur(c.titre),
            instance=c.instance,
            roles=tuple(RoleLigne(role=role, nombre=n) for role, n in c.roles) or None,
            debut=_jour(c.debut),
            fin=_jour(c.fin),
            anciens_codes=c.anciens_codes or None,
        )

    def valeur(self) -> Comite:
        """To the value."""
        return Comite(
            id=UUID(self.id),
            code=self.code,
            titre=self.titre,
            instance=self.instance,
            roles=tuple((r.role, r.nombre) for r in self.roles or ()),
            debut=_lire_jour(self.debut),
            fin=_lire_jour(self.fin),
            anciens_codes=self.anciens_codes or (),
        )


LigneFiche = LigneOrganisme | LigneMilieu | LigneService | LigneProjet | LigneComite
_MODELES: dict[type, type[Any]] = {
    Organisme: LigneOrganisme,
    Milieu: LigneMilieu,
    ServicePartenaire: LigneService,
    Projet: LigneProjet,
    Comite: LigneComite,
}


def ligne_fiche(fiche: FicheRepertoire) -> LigneFiche:
    """The line of a card.

    Raises:
        ValidationError: it has a code or a text that no line may hold.
    """
    ligne: LigneFiche = _MODELES[type(fiche)].de(fiche)
    return ligne


def _jour(jour: dt.date | None) -> str | None:
    return None if jour is None else jour.isoformat()


def _lire_jour(texte: str | None) -> dt.date | None:
    return None if texte is None else dt.date.fromisoformat(texte)


def _id(id_: UUID | None) -> str | None:
    return None if id_ is None else str(id_)


def _lire_id(texte: str | None) -> UUID | None:
    return None if texte is None else UUID(texte)
