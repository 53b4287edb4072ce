"""What a coordination holds of its region, and what may be concluded from it.

Nothing here repairs: gaps, broken chains, forks and conflicts are views over what was received,
shown to a person. A decision is recorded beside them; the figures only change when the journal
itself sends a new version.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Protocol, TypeVar
from uuid import UUID

from journal_scls.application.lots.etat_region import (
    EtatIncarnation,
    EtatJournal,
    EtatRegion,
    Plage,
)
from journal_scls.application.lots.ports_receptions import (
    Bifurcation,
    Conflit,
    Decision,
    DepotReceptions,
    Etat,
    LecteurLots,
    Resultat,
    ResumeReception,
)
from journal_scls.application.operation import Progress
from journal_scls.application.ports import Horloge, UnitOfWork
from journal_scls.domain.bilan import Reserves
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.inscription import Inscription, Revocation, revoquee

RAISON_MAX = 300
_REGLES = {Resultat.APPLIQUE, Resultat.DOUBLON}


class Region:
    """Questions about what was received, and decisions."""

    def __init__(
        self, unite: Callable[[], UnitOfWork], lecteur: LecteurLots, horloge: Horloge
    ) -> None:
        self._unite = unite
        self._lecteur = lecteur
        self._horloge = horloge

    def etat_region(self, progress: Progress | None = None) -> EtatRegion:
        """Everything known, journal by journal, in one snapshot."""
        progress = progress or Progress()
        with self._unite() as unite:
            vues = _Vues(unite.receptions)
            tenus = self._tenir(unite.receptions, progress)
            journaux = [
                self._journal(
                    inscription, vues, tenus, unite.inscriptions.revocations(inscription.journal)
                )
                for inscription in unite.inscriptions.inscriptions()
            ]
        return EtatRegion(journaux=tuple(journaux), mis_de_cote=vues.mis_de_cote)

    def reserves(self) -> Reserves:
        """What goes with every figure of the region."""
        return Reserves(avertissements=(f"{self.etat_region().phrase}.",), personnes_connues=False)

    def decider(self, objet: Conflit | Bifurcation, choix: str, raison: str) -> None:
        """Record what a person decided; nothing that was received changes.

        Args:
            objet: the conflict or the fork.
            choix: the digest that is right (hexadecimal), or words such as « corriger ».
            raison: why, for whoever reads it later.

        Raises:
            RegleMetier: no reason, or a longer one than anybody reads.
        """
        raison = raison.strip()
        if not raison or len(raison) > RAISON_MAX:
            raise RegleMetier(
                "Il faut dire pourquoi.", f"Écrivez une raison de 1 à {RAISON_MAX} caractères.",
                champ="raison",
            )  # fmt: skip
        with self._unite() as unite:
            unite.receptions.decider(objet.journal, nom_objet(objet), choix, raison)
            unite.commit()

    def codes(self) -> Mapping[str, str]:
        """The code of each journal, by its identifier as text."""
        with self._unite() as unite:
            return {str(i.journal): i.code for i in unite.inscriptions.inscriptions()}

    def decisions(self) -> Sequence[Decision]:
        """All of them, oldest first."""
        with self._unite() as unite:
            return unite.receptions.decisions()

    def _tenir(
        self, depot: DepotReceptions, progress: Progress
    ) -> defaultdict[UUID, tuple[Etat, int]]:
        """The state of each journal and how many of its entries count, in one walk."""
        rien = self._lecteur.condenser(()), 0
        tenus: defaultdict[UUID, tuple[Etat, int]] = defaultdict(lambda: rien)
        for rang, (journal, courantes) in enumerate(depot.courantes()):
            progress.etape(rang, None, "État de la région")
            lues = list(courantes)
            tenus[journal] = self._lecteur.condenser(lues), sum(not c.retiree for c in lues)
        return tenus

    def _journal(
        self,
        inscription: Inscription,
        vues: "_Vues",
        tenus: defaultdict[UUID, tuple[Etat, int]],
        revocations: Sequence[Revocation],
    ) -> EtatJournal:
        journal = inscription.journal
        recus = vues.receptions[journal]
        tenu, ecritures = tenus[journal]
        dernier = max(recus, key=lambda r: (r.epoque, r.seq, r.empreinte), default=None)
        return EtatJournal(
            journal=journal,
            code=inscription.code,
            nom=inscription.nom,
            incarnations=tuple(_incarnations(recus, vues, journal)),
            dernier=dernier,
            jours_depuis=self._jours_depuis(recus),
            ecritures=ecritures,
            declare=None if dernier is None else _declare(recus, dernier, tenu),
            tenu=tenu,
            trous=tuple(vues.trous[journal]),
            ruptures=tuple(vues.ruptures[journal]),
            bifurcations=tuple(vues.bifurcations[journal]),
            conflits=tuple(vues.conflits[journal]),
            epoques_doubles=_epoques_doubles(recus),
            recus_revoques=sum(revoquee(revocations, r.incarnation, r.seq) for r in recus),
        )

    def _jours_depuis(self, recus: Sequence[ResumeReception]) -> int | None:
        """Days of this computer's clock: information, on which nothing depends."""
        dernier: datetime | None = max((r.recue_le for r in recus), default=None)
        if dernier is None:
            return None
        return max(0, (self._horloge.maintenant() - dernier).days)


class _Vues:
    """The views, by journal."""

    def __init__(self, depot: DepotReceptions) -> None:
        self.receptions = _par_journal(depot.receptions())
        self.trous = _par_journal(depot.trous())
        self.ruptures = _par_journal(depot.ruptures())
        self.bifurcations = _par_journal(depot.bifurcations())
        self.conflits = _par_journal(depot.conflits())
        issues = Counter(depot.fichiers().values())
        self.mis_de_cote = {r: n for r, n in issues.items() if r not in _REGLES}


def nom_objet(objet: Conflit | Bifurcation) -> str:
    """How a decision names what it is about."""
    if isinstance(objet, Conflit):
        return f"conflit {objet.entree} {objet.epoque} {objet.rev}"
    return f"bifurcation {objet.incarnation} {objet.seq}"


class _DuJournal(Protocol):
    @property
    def journal(self) -> UUID: ...


_V = TypeVar("_V", bound=_DuJournal)


def _par_journal(valeurs: Iterable[_V]) -> defaultdict[UUID, list[_V]]:
    groupes: defaultdict[UUID, list[_V]] = defaultdict(list)
    for valeur in valeurs:
        groupes[valeur.journal].append(valeur)
    return groupes


def _incarnations(
    recus: Sequence[ResumeReception], vues: _Vues, journal: UUID
) -> Iterator[EtatIncarnation]:
    lots: dict[tuple[int, UUID], set[int]] = {}
    for r in recus:
        lots.setdefault((r.epoque, r.incarnation), set()).add(r.seq)
    for (epoque, incarnation), numeros in sorted(lots.items()):
        yield EtatIncarnation(
            incarnation=incarnation,
            epoque=epoque,
            recus=tuple(_plages(numeros)),
            manquants=tuple(
                (t.debut, t.fin) for t in vues.trous[journal] if t.incarnation == incarnation
            ),
            bifurcations=tuple(
                b.seq for b in vues.bifurcations[journal] if b.incarnation == incarnation
            ),
        )


def _plages(numeros: Iterable[int]) -> Iterator[Plage]:
    plage: Plage | None = None
    for numero in sorted(numeros):
        if plage is not None and numero == plage[1] + 1:
            plage = (plage[0], numero)
        else:
            if plage is not None:
                yield plage
            plage = (numero, numero)
    if plage is not None:
        yield plage


def _declare(recus: Sequence[ResumeReception], dernier: ResumeReception, tenu: Etat) -> Etat:
    """What the last lot declares; of the branches of a fork, the one that we hold if any."""
    derniers = [r.etat for r in recus if (r.epoque, r.seq) == (dernier.epoque, dernier.seq)]
    return tenu if tenu in derniers else dernier.etat


def _epoques_doubles(recus: Sequence[ResumeReception]) -> tuple[int, ...]:
    """Epochs that two incarnations claim: the journal was cloned."""
    vies: dict[int, set[UUID]] = {}
    for r in recus:
        vies.setdefault(r.epoque, set()).add(r.incarnation)
    return tuple(sorted(epoque for epoque, ensemble in vies.items() if len(ensemble) > 1))
