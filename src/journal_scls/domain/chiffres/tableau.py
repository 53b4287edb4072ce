"""A table of a bilan as a value, and how one row of it is written."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from journal_scls.domain.chiffres.comptes import Totaux
from journal_scls.domain.chiffres.proportion import MASQUE, Mesure, Proportion
from journal_scls.domain.texte import replier
from journal_scls.domain.vocabulaire import SERVICE_PAR_DEFAUT, Vocabulaires

RESTE, LIBELLE_RESTE = "", "Autres ou non précisé"
PART = "part"


@dataclass(frozen=True, slots=True)
class Colonne:
    """A column of a table; shares say their base in words."""

    id: str
    titre: str
    base: str = ""


@dataclass(frozen=True, slots=True)
class Ligne:
    """A row: one number for each of the table's `nombres`, one share for each of its `parts`.

    A number is None when masked; `niveau` 1 details the row of niveau 0 above it.
    """

    code: str
    libelle: str
    nombres: tuple[int | None, ...]
    parts: tuple[Proportion, ...]
    niveau: int = 0

    @property
    def masquee(self) -> bool:
        """Whether the row's first number is hidden."""
        return self.nombres[0] is None

    @property
    def masque(self) -> str:
        """How a hidden row says that it is; « < 5 » where one of its shares says as much."""
        dits = [part.affiche for part in reversed(self.parts) if part.n is None]
        return next((dit for dit in dits if dit.startswith("<")), dits[0] if dits else MASQUE)


@dataclass(frozen=True, slots=True)
class Tableau:
    """A table; `total` is the N of its first share, None when masked.

    `note` says why there are no rows.
    """

    id: str
    titre: str
    nombres: tuple[Colonne, ...]
    parts: tuple[Colonne, ...]
    total: int | None = 0
    lignes: tuple[Ligne, ...] = ()
    note: str = ""

    @property
    def base(self) -> str:
        """The base of the first share, in words."""
        return self.parts[0].base

    @property
    def lignes_utiles(self) -> tuple[Ligne, ...]:
        """The rows worth paper: not the only detail of a row when all it says is « autre »."""
        details: dict[str, int] = {}
        for ligne in self.lignes:
            if ligne.niveau:
                tete = ligne.code.partition(":")[0]
                details[tete] = details.get(tete, 0) + 1
        return tuple(
            ligne for ligne in self.lignes if not ligne.niveau or _instructive(ligne, details)
        )


def _instructive(ligne: Ligne, details: dict[str, int]) -> bool:
    tete, _, detail = ligne.code.partition(":")
    return details[tete] > 1 or detail not in (SERVICE_PAR_DEFAUT, RESTE)


@dataclass(frozen=True, slots=True)
class Part:
    """A share to write: what it counts, n and N."""

    mesure: Mesure
    n: int
    total: int


@dataclass(frozen=True, slots=True)
class Redacteur:
    """Writes rows, hiding nothing: the labels of codes, the shares of numbers."""

    vocabulaires: Vocabulaires

    def libelles(
        self, liste: str, presents: Iterable[str], *, complet: bool = False, reste: bool = False
    ) -> dict[str, str]:
        """The rows' codes with their labels, in order.

        Args:
            liste: the vocabulary's list; '' for free names.
            presents: the codes met.
            complet: also the codes that count nothing.
            reste: the residual row even when nothing is in it.
        """
        vus = set(presents)
        ordre = self.vocabulaires.codes(liste) if liste else ()
        codes = [code for code in ordre if complet or code in vus]
        codes += sorted(vus.difference(ordre, (RESTE,)), key=lambda nom: (replier(nom), nom))
        libelles = {
            code: self.vocabulaires.libelle(liste, code) if liste else code for code in codes
        }
        if reste or RESTE in vus:
            libelles[RESTE] = LIBELLE_RESTE
        return libelles

    def libelles_services(self, destination: str, presents: Iterable[str]) -> dict[str, str]:
        """The services met at a destination with their labels, in order."""
        vus = set(presents)
        ordre = self.vocabulaires.codes_services(destination)
        codes = [code for code in ordre if code in vus] + sorted(vus.difference(ordre, (RESTE,)))
        libelles = {c: self.vocabulaires.libelle_service(destination, c) for c in codes}
        return libelles | ({RESTE: LIBELLE_RESTE} if RESTE in vus else {})

    def ligne_interventions(self, code: str, libelle: str, t: Totaux, total: int) -> Ligne:
        """A row that counts interventions, their participations and their time."""
        part = Proportion.exacte(Mesure.INTERVENTIONS, t.interventions, total)
        return Ligne(code, libelle, (t.interventions, t.participations, t.minutes), (part,))

    def ligne(self, code: str, libelle: str, *parts: Part, niveau: int = 0) -> Ligne:
        """A row that counts one thing, as shares of several bases."""
        ecrites = tuple(Proportion.exacte(p.mesure, p.n, p.total) for p in parts)
        return Ligne(code, libelle, (ecrites[0].n,), ecrites, niveau)

    def remplir(self, modele: Tableau, total: int, lignes: Iterable[Ligne]) -> Tableau:
        """The table with its rows."""
        return replace(modele, total=total, lignes=tuple(lignes))
