"""What a coordination holds of its region, and what may be concluded from it.

Nothing here repairs: gaps, broken chains, forks and conflicts are views over what was received,
shown to a person. A decision is recorded beside them; the figures only change when the journal
itself sends a new version.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
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
    EtatTenu,
    LecteurLots,
    ResumeReception,
)
from journal_scls.application.lots.situation_region import (
    SituationRegion,
    VersionRivale,
    conclure,
    dresser_affaires,
    nom_objet,
)
from journal_scls.application.operation import Progress
from journal_scls.application.ports import Horloge, UnitOfWork
from journal_scls.domain.chiffres.bilan import Reserves
from journal_scls.domain.echange.inscription import Inscription, Revocation, revoquee
from journal_scls.domain.errors import RegleMetier

RAISON_MAX = 300
_LIBELLE = "État de la région"


class Region:
    """Questions about what was received, and decisions."""

    def __init__(
        self,
        unite: Callable[[], UnitOfWork],
        lire: Callable[[], UnitOfWork],
        lecteur: LecteurLots,
        horloge: Horloge,
    ) -> None:
        self._unite = unite
        self._lire = lire
        self._lecteur = lecteur
        self._horloge = horloge
        self._vus: _Vus = ((), ())

    def etat_region(self, progress: Progress | None = None) -> EtatRegion:
        """Everything known, journal by journal, in one snapshot.

        It is drawn up again when a lot, an enrolment or a revocation came since the last time.
        """
        nouveaux: Mapping[UUID, EtatTenu] = {}
        with self._lire() as unite:
            depot = unite.receptions
            sources, vus = _sources(unite), self._vus
            if vus[0] != sources:
                journaux, nouveaux = self._dresser(depot, sources, progress or Progress())
                vus = self._vus = sources, journaux
            mis_de_cote = depot.mis_de_cote()
        if nouveaux:
            with self._unite() as unite:
                unite.receptions.garder_tenus(nouveaux)
                unite.commit()
        return EtatRegion(
            journaux=tuple(replace(j, jours_depuis=self._jours(j.recu_le)) for j in vus[1]),
            mis_de_cote=mis_de_cote,
        )

    def situation(self, progress: Progress | None = None) -> SituationRegion:
        """The same with what a person must decide, and what may be concluded for a month."""
        etat = self.etat_region(progress)
        return SituationRegion(
            etat=etat,
            affaires=dresser_affaires(etat, self.decisions()),
            completude=conclure(etat, self._horloge.aujourdhui()),
        )

    def versions(self, conflit: Conflit) -> Sequence[VersionRivale]:
        """What each of the rivals says, the one that counts first."""
        return [
            VersionRivale(
                empreinte=rivale.empreinte.hex(),
                retiree=rivale.retiree,
                champs=self._lecteur.detailler(rivale.ligne),
            )
            for rivale in conflit.rivales
        ]

    def lots(self, bifurcation: Bifurcation) -> Sequence[ResumeReception]:
        """The lots that bear the same number, in the order of the fork."""
        with self._unite() as unite:
            recus = {r.empreinte: r for r in unite.receptions.receptions()}
        return [recus[empreinte] for empreinte in bifurcation.empreintes]

    def reserves(self, progress: Progress | None = None) -> Reserves:
        """What goes with every figure of the region."""
        phrase = self.etat_region(progress).phrase
        return Reserves(avertissements=(f"{phrase}.",), personnes_connues=False)

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
        with self._lire() as unite:
            return {str(i.journal): i.code for i in unite.inscriptions.inscriptions()}

    def decisions(self) -> Sequence[Decision]:
        """All of them, oldest first."""
        with self._lire() as unite:
            return unite.receptions.decisions()

    def _dresser(
        self, depot: DepotReceptions, sources: "_Sources", progress: Progress
    ) -> tuple[tuple[EtatJournal, ...], Mapping[UUID, EtatTenu]]:
        """The state of each journal, and what of it had to be computed."""
        vues = _Vues(depot)
        tenus, nouveaux = self._tenir(depot, sources, progress)
        vues.lire_conflits(depot, tenus)
        journaux = tuple(
            _journal(inscription, vues, tenus[inscription.journal], revocations)
            for inscription, _, revocations in sources
        )
        return journaux, nouveaux

    def _tenir(
        self, depot: DepotReceptions, sources: "_Sources", progress: Progress
    ) -> tuple[Mapping[UUID, EtatTenu], Mapping[UUID, EtatTenu]]:
        """What is held of each journal, and what of it had to be computed."""
        rien = EtatTenu(0, self._lecteur.condenser(()), 0, 0)
        tenus = {**{inscription.journal: rien for inscription, *_ in sources}, **depot.tenus()}
        perimes = [
            (inscription.journal, actes)
            for inscription, lots, revocations in sources
            if (actes := lots + len(revocations)) != tenus[inscription.journal].actes
        ]
        nouveaux = {}
        for rang, (journal, actes) in enumerate(perimes):
            progress.etape(rang, len(perimes), _LIBELLE)
            courantes, conflits = depot.courantes(journal), depot.conflits(journal)
            nouveaux[journal] = EtatTenu(
                actes,
                self._lecteur.condenser(courantes),
                sum(not courante.retiree for courante in courantes),
                len(conflits),
            )
        if perimes and not progress.annule:  # too late to cancel anything
            progress.etape(len(perimes), len(perimes), _LIBELLE)
        return tenus | nouveaux, nouveaux

    def _jours(self, recu_le: datetime | None) -> int | None:
        """Days of this computer's clock: information, on which nothing depends."""
        if recu_le is None:
            return None
        return max(0, (self._horloge.maintenant() - recu_le).days)


_Sources = tuple[tuple[Inscription, int, tuple[Revocation, ...]], ...]
_Vus = tuple[_Sources, tuple[EtatJournal, ...]]


def _sources(unite: UnitOfWork) -> _Sources:
    """All that the state of the journals depends on: receptions are only ever added to."""
    lots = unite.receptions.lots()
    return tuple(
        (i, lots.get(i.journal, 0), tuple(unite.inscriptions.revocations(i.journal)))
        for i in unite.inscriptions.inscriptions()
    )


def _journal(
    inscription: Inscription,
    vues: "_Vues",
    tenu: EtatTenu,
    revocations: Sequence[Revocation],
) -> EtatJournal:
    journal = inscription.journal
    recus = vues.receptions[journal]
    comptes = [r for r in recus if not revoquee(revocations, r.incarnation, r.seq)]
    dernier = max(comptes, key=lambda r: (r.epoque, r.seq, r.empreinte), default=None)
    return EtatJournal(
        journal=journal,
        code=inscription.code,
        nom=inscription.nom,
        incarnations=tuple(_incarnations(recus, vues, journal)),
        dernier=dernier,
        jours_depuis=None,
        ecritures=tenu.ecritures,
        declare=None if dernier is None else _declare(comptes, dernier, tenu.etat),
        tenu=tenu.etat,
        trous=tuple(vues.trous[journal]),
        ruptures=tuple(vues.ruptures[journal]),
        bifurcations=tuple(vues.bifurcations[journal]),
        conflits=tuple(c for c in vues.conflits[journal] if not c.depasse),
        conflits_depasses=tuple(c for c in vues.conflits[journal] if c.depasse),
        epoques_doubles=_epoques_doubles(recus),
        recus_revoques=len(recus) - len(comptes),
        recu_le=max((r.recue_le for r in recus), default=None),
        inscrit_le=inscription.acceptee_le,
        revocations=tuple(revocations),
    )


class _Vues:
    """The views, by journal."""

    def __init__(self, depot: DepotReceptions) -> None:
        self.receptions = _par_journal(depot.receptions())
        self.trous = _par_journal(depot.trous())
        self.ruptures = _par_journal(depot.ruptures())
        self.bifurcations = _par_journal(depot.bifurcations())
        self.conflits: defaultdict[UUID, Sequence[Conflit]] = defaultdict(tuple)

    def lire_conflits(self, depot: DepotReceptions, tenus: Mapping[UUID, EtatTenu]) -> None:
        """Only where there are some: looking for them everywhere reads every version."""
        self.conflits.update((j, depot.conflits(j)) for j, tenu in tenus.items() if tenu.conflits)


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
