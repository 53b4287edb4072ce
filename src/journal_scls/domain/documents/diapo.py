"""« La diapo du Cadre » : the published figures again, for any period and territory.

The published values stand beside those that are computed, each with its base: the slide of the
Cadre gives no N, no period and no definition, so they are there to be compared, not to be met.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from journal_scls.domain.chiffres.bilan import Bilan
from journal_scls.domain.chiffres.indicateurs import Indicateurs
from journal_scls.domain.documents.document import Provenance

SOURCE = "Cadre de référence de 2022, chiffres publiés sans N, ni période, ni définition"
TOUT_LE_TERRITOIRE = "tout ce que couvre ce dossier"


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneDiapo:
    """One figure: how it was published, what it is here; `part` is None when masked or without N.

    `publie_pourcent` places the published value on a scale from 0 to 100.
    """

    id: str
    libelle: str
    base: str
    affiche: str
    part: float | None
    publie: str
    publie_pourcent: int
    niveau: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Diapo:
    """Everything the page says."""

    bilan: Bilan
    provenance: Provenance
    territoire: str
    lignes: tuple[LigneDiapo, ...]


def composer_diapo(bilan: Bilan, indicateurs: Indicateurs, provenance: Provenance) -> Diapo:
    """The page for the period and the filters of a bilan."""
    filtres = ", ".join(valeur for _, valeur in bilan.filtres_lus)
    return Diapo(
        bilan=bilan,
        provenance=provenance,
        territoire=filtres or TOUT_LE_TERRITOIRE,
        lignes=tuple(_lignes(bilan, indicateurs)),
    )


def _lignes(bilan: Bilan, indicateurs: Indicateurs) -> Iterator[LigneDiapo]:
    places = {d.id: d.publie_pourcent for d in indicateurs.definitions}
    for calcule in bilan.indicateurs:
        place = places.get(calcule.id)
        if place is not None:
            yield LigneDiapo(
                id=calcule.id,
                libelle=calcule.libelle,
                base=calcule.base,
                affiche=calcule.proportion.affiche,
                part=calcule.proportion.part,
                publie=calcule.publie,
                publie_pourcent=place,
                niveau=bool(calcule.sous),
            )
