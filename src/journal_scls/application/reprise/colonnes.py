"""The columns of a journal kept as a table (contracts.md section 3), and other names for them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.texte import cle

COLONNES = (
    "date",
    "duree_min",
    "milieu",
    "tenure",
    "organisme",
    "mrc",
    "categorie_immeuble",
    "volet",
    "activite",
    "categorie",
    "type_collectif",
    "clientele",
    "problematiques",
    "modalite",
    "nb_personnes",
    "references",
    "projet",
    "personne",
    "note",
    "id_externe",
)
OBLIGATOIRES = ("date", "duree_min", "volet", "activite", "clientele")
COLONNES_DU_LIEU = ("tenure", "organisme", "mrc", "categorie_immeuble")


def colonnes_reconnues(entetes: tuple[str, ...]) -> tuple[str | None, ...]:
    """The contract's name of each header, None for one that is not ours."""
    par_cle = {cle(colonne): colonne for colonne in COLONNES}
    return tuple(par_cle.get(cle(entete)) for entete in entetes)


def fiche_reconnue(
    objet: Iterable[tuple[str, object]],
) -> tuple[dict[str, object], tuple[str, ...]]:
    """A row of pairs under the contract's names, and the names that are not ours.

    Raises:
        RegleMetier: a column comes twice, and nothing says which one is meant.
    """
    paires = tuple(objet)
    noms = colonnes_reconnues(tuple(nom for nom, _ in paires))
    fiche: dict[str, object] = {}
    inconnus: list[str] = []
    for nom, (ecrit, valeur) in zip(noms, paires, strict=True):
        if nom is None:
            inconnus.append(ecrit)
        elif nom in fiche:
            raise RegleMetier(
                f"La colonne « {nom} » apparaît deux fois.", "Gardez-en une seule.", champ=nom
            )
        else:
            fiche[nom] = valeur
    return fiche, tuple(inconnus)


@dataclass(frozen=True)
class Correspondance:
    """What another journal calls our columns and values.

    `colonnes` gives our name for a header; `valeurs`, by our column, our value for theirs.
    """

    colonnes: Mapping[str, str] = field(default_factory=dict)
    valeurs: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a column that does not exist: a silent typo would lose a whole column."""
        for colonne in (*self.colonnes.values(), *self.valeurs):
            if colonne not in COLONNES:
                raise RegleMetier(
                    f"La correspondance nomme une colonne inconnue : « {colonne} ».",
                    f"Les colonnes sont : {', '.join(COLONNES)}.",
                )
