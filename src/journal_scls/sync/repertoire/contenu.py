"""The lines of an edition: cards, fusions, refusals, vocabularies, in the only order there is.

Reading ends by writing everything again: a line out of order, twice there or spelled otherwise
gives other bytes.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, JsonValue, TypeAdapter

from journal_scls.domain.repertoire.edition import ContenuRepertoire, RefusProposition
from journal_scls.domain.repertoire.fusion import FicheRepertoire, Fusion, GenreFiche
from journal_scls.domain.vocabulaire import Vocabulaire, ecrire_vocabulaire, lire_vocabulaire
from journal_scls.sync.lot import json_canonique
from journal_scls.sync.lot.champs import Identifiant, Modele, TexteMarquant
from journal_scls.sync.lot.enregistrement import LIGNE_MAX
from journal_scls.sync.lot.refus import Code as CodeLot
from journal_scls.sync.lot.refus import RefusLot
from journal_scls.sync.repertoire.lignes import (
    LigneComite,
    LigneMilieu,
    LigneOrganisme,
    LigneProjet,
    LigneService,
    ligne_fiche,
)


class LigneFusion(Modele):
    """Two identifiers of one thing."""

    genre: Literal["fusion"] = "fusion"
    de: Identifiant
    fiche: Literal["organisme", "milieu", "service", "projet", "comite"]
    vers: Identifiant

    def valeur(self) -> Fusion:
        """To the value."""
        return Fusion(
            genre=GenreFiche(self.fiche), de=UUID(self.de), vers=UUID(self.vers), regionale=True
        )


class LigneRefus(Modele):
    """An answer that only the journal which proposed can recognise."""

    genre: Literal["refus"] = "refus"
    objet: Identifiant
    raison: TexteMarquant


class LigneVocabulaire(Modele):
    """A whole edition of the vocabulary."""

    genre: Literal["vocabulaire"] = "vocabulaire"
    donnees: dict[str, JsonValue]


_Ligne = (
    LigneOrganisme | LigneMilieu | LigneService | LigneProjet | LigneComite
    | LigneFusion | LigneRefus | LigneVocabulaire
)  # fmt: skip
_LECTEUR: TypeAdapter[_Ligne] = TypeAdapter(Annotated[_Ligne, Field(discriminator="genre")])


def ecrire_lignes(contenu: ContenuRepertoire) -> list[bytes]:
    """The lines of a content, each without its line break.

    Raises:
        ValidationError: a code or a text that no line may hold.
        RefusLot: a line is too long to be read.
    """
    lignes = [json_canonique.ecrire(_brute(modele)) for modele in _modeles(contenu.ordonne())]
    if any(len(ligne) > LIGNE_MAX for ligne in lignes):
        raise RefusLot(CodeLot.LIGNE_LONGUE)
    return lignes


def lire_lignes(lignes: Sequence[bytes]) -> ContenuRepertoire:
    """The content of lines.

    Raises:
        RefusLot, ValidationError, ValueError, ErreurJournal: they are not what a region writes.
        Incoherence: they refer to what they do not hold.
    """
    fiches: list[FicheRepertoire] = []
    fusions, refus, vocabulaires = [], [], []
    for octets in lignes:
        json_canonique.lire(octets)
        ligne = _LECTEUR.validate_json(octets)
        if isinstance(ligne, LigneFusion):
            fusions.append(ligne.valeur())
        elif isinstance(ligne, LigneRefus):
            refus.append(RefusProposition(objet=UUID(ligne.objet), raison=ligne.raison))
        elif isinstance(ligne, LigneVocabulaire):
            vocabulaires.append(lire_donnees(ligne.donnees))
        else:
            fiches.append(ligne.valeur())
    contenu = ContenuRepertoire.de(fiches, fusions=fusions, refus=refus, vocabulaires=vocabulaires)
    contenu.exiger_coherent()
    if ecrire_lignes(contenu) != list(lignes):
        raise RefusLot(CodeLot.ORDRE)
    return contenu


def ecrire_donnees(vocabulaire: Vocabulaire) -> dict[str, Any]:
    """An edition of the vocabulary as JSON holds it."""
    donnees = ecrire_vocabulaire(vocabulaire)
    return donnees | {"en_vigueur": vocabulaire.en_vigueur.isoformat()}


def lire_donnees(donnees: Mapping[str, Any]) -> Vocabulaire:
    """The inverse of `ecrire_donnees`."""
    jour = date.fromisoformat(str(donnees.get("en_vigueur")))
    return lire_vocabulaire({**donnees, "en_vigueur": jour}, "région")


def _modeles(contenu: ContenuRepertoire) -> Iterator[_Ligne]:
    yield from map(ligne_fiche, contenu.fiches)
    for f in contenu.fusions:
        yield LigneFusion(de=str(f.de), fiche=f.genre.value, vers=str(f.vers))
    for r in contenu.refus:
        yield LigneRefus(objet=str(r.objet), raison=r.raison)
    for v in contenu.vocabulaires:
        yield LigneVocabulaire(donnees=ecrire_donnees(v))


def _brute(modele: Modele) -> Any:
    return modele.model_dump(mode="json", exclude_none=True)
