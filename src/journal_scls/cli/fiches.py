"""Cards of the directory on the command line: what means one, and how it is shown."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from journal_scls.application.repertoire.vues import VueRepertoire
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.repertoire.fusion import FicheRepertoire, GenreFiche, genre_de, nom_de
from journal_scls.domain.repertoire.lieux import Milieu, Organisme
from journal_scls.domain.repertoire.partenaires import Comite, Projet, ServicePartenaire
from journal_scls.domain.texte import accorder, cle


def trouver(vue: VueRepertoire, texte: str, genre: GenreFiche | None = None) -> FicheRepertoire:
    """The one card that an identifier, a code or a name means.

    Raises:
        RegleMetier: none does, or several do.
    """
    voulu = cle(texte)
    trouvees = [
        fiche
        for fiche in vue.courantes
        if genre in (None, genre_de(fiche))
        and (str(fiche.id) == texte or (voulu and voulu in map(cle, _designations(fiche))))
    ]
    if len(trouvees) == 1:
        return trouvees[0]
    if trouvees:
        raise RegleMetier(
            f"Plusieurs fiches répondent à « {texte[:60]} ».",
            "Donnez l'identifiant, que montre « repertoire lister ».",
        )
    raise RegleMetier(
        f"Aucune fiche du répertoire ne répond à « {texte[:60]} ».",
        "Voyez « repertoire lister ».",
    )


def identifiant(texte: str) -> UUID:
    """Read a card's identifier.

    Raises:
        RegleMetier: not one.
    """
    try:
        return UUID(texte)
    except ValueError:
        raise RegleMetier(
            f"« {texte[:60]} » n'est pas un identifiant de fiche.",
            "Copiez celui que donne « repertoire lister » ou « repertoire propositions ».",
        ) from None


def _designations(fiche: FicheRepertoire) -> Iterator[str]:
    yield nom_de(fiche)
    if not isinstance(fiche, ServicePartenaire) and fiche.code:
        yield fiche.code


def objet(fiche: FicheRepertoire) -> dict[str, Any]:
    """A card for a script: its kind, then its fields."""
    return {"genre": genre_de(fiche).value, **_simple(fiche)}


def _simple(valeur: Any) -> Any:
    if is_dataclass(valeur):
        return {champ.name: _simple(getattr(valeur, champ.name)) for champ in fields(valeur)}
    if isinstance(valeur, tuple):
        return [_simple(element) for element in valeur]
    if isinstance(valeur, Enum):
        return valeur.value
    return str(valeur) if isinstance(valeur, UUID | date) else valeur


def ligne(fiche: FicheRepertoire, noms: Mapping[UUID, str]) -> str:
    """A card on one line, for a person; `noms` says what it names."""
    code = getattr(fiche, "code", "")
    morceaux = [
        genre_de(fiche).value.ljust(9),
        nom_de(fiche),
        f"[{code}]" if code else "",
        ", ".join(filter(None, _details(fiche, noms))),
        "(à vérifier)" if fiche.a_verifier else "",
        str(fiche.id),
    ]
    return "  ".join(morceau for morceau in morceaux if morceau)


def _details(fiche: FicheRepertoire, noms: Mapping[UUID, str]) -> Iterator[str]:
    if isinstance(fiche, Milieu):
        etat = fiche.etats[-1]
        yield noms.get(etat.organisme, "") if etat.organisme else ""
        yield etat.tenure.value
        yield etat.mrc
        yield accorder(etat.nb_logements, "logement") if etat.nb_logements else ""
    elif isinstance(fiche, Organisme):
        yield fiche.tenure.value
        yield f"jusqu'au {fiche.valide_au}" if fiche.valide_au else ""
        suite = noms.get(fiche.successeur, "") if fiche.successeur else ""
        yield f"puis « {suite} »" if suite else ""
    elif isinstance(fiche, ServicePartenaire):
        yield f"{fiche.destination}:{fiche.service}"
        yield fiche.mrc
        yield f"jusqu'au {fiche.valide_au}" if fiche.valide_au else ""
    elif isinstance(fiche, Projet):
        yield fiche.statut.value
        yield _periode(fiche.debut, fiche.fin)
    elif isinstance(fiche, Comite):
        yield fiche.instance
        yield " ".join(f"{role}:{nombre}" for role, nombre in fiche.roles)
        yield _periode(fiche.debut, fiche.fin)


def _periode(debut: date | None, fin: date | None) -> str:
    return f"{debut or '…'} à {fin or '…'}" if debut or fin else ""
