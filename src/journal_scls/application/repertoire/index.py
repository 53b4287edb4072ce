"""Finding places by what people call them, and making those nobody has described yet."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import NamedTuple, TypeVar
from uuid import UUID

from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.repertoire.fusion import Fusions
from journal_scls.domain.repertoire.lieux import (
    EtatMilieu,
    Lieu,
    Milieu,
    Organisme,
    Tenure,
)
from journal_scls.domain.repertoire.partenaires import Comite, Projet, code_propose
from journal_scls.domain.texte import cle

_SANS_MILIEU = cle("SANS_MILIEU")
_SANS_FUSION = Fusions()
_N = TypeVar("_N", Organisme, Milieu)


@dataclass(slots=True)
class _Observation:
    """What the rows of a takeover said of a new milieu, day by day."""

    nom: str
    lieux: dict[Lieu, Counter[date]]


class IndexRepertoire:
    """The directory in memory, by folded code and name; remembers what it had to create.

    Two columns that name the same building with other words make two milieux, each « à
    vérifier »: merging them is a person's decision.
    """

    def __init__(
        self,
        organismes: Iterable[Organisme],
        milieux: Iterable[Milieu],
        fusions: Fusions = _SANS_FUSION,
        projets: Iterable[Projet | Comite] = (),
    ) -> None:
        self._organismes = _par_nom(organismes, fusions)
        self._milieux = _par_nom(milieux, fusions)
        self._projets = _par_titre(projets, fusions)
        self._nouveaux_projets: list[Projet] = []
        self._nouveaux_organismes: list[Organisme] = []
        self._observes: dict[UUID, _Observation] = {}
        self._touches: set[UUID] = set()
        self._lieux: dict[_Demande, Lieu] = {}

    def lieu(
        self,
        milieu: str,
        jour: date,
        *,
        tenure: Tenure | None = None,
        organisme: str = "",
        mrc: str = "",
        categorie_immeuble: str = "",
    ) -> Lieu:
        """Where a row happened. What the row says wins over the directory: it was there.

        Raises:
            RegleMetier: nothing says the tenure, or the row contradicts itself.
        """
        demande = _Demande(milieu, jour, tenure, organisme, mrc, categorie_immeuble)
        trouve = self._lieux.get(demande)
        if trouve is None:
            trouve = self._lieux[demande] = self._resoudre(demande)
        if trouve.milieu in self._observes:
            observes = self._observes[trouve.milieu].lieux
            observes.setdefault(trouve, Counter())[jour] += 1
            self._touches.add(trouve.milieu)
        return trouve

    def _resoudre(self, demande: "_Demande") -> Lieu:
        nom, tenure = demande.milieu, demande.tenure
        connu = self._milieux.get(cle(nom)) if nom else None
        if nom and connu is None and cle(nom) == _SANS_MILIEU:
            nom, tenure = "", tenure or Tenure.SANS_MILIEU
        if tenure is None and connu is None:
            raise _tenure_manquante(nom)
        if nom and tenure is Tenure.SANS_MILIEU:
            raise RegleMetier(
                f"Le milieu « {nom[:60]} » ne peut pas être « sans milieu ».",
                "Videz la colonne milieu ou donnez sa tenure.",
                champ="tenure",
            )
        base = connu.lieu_le(demande.jour) if connu else Lieu(tenure=tenure or Tenure.SANS_MILIEU)
        proprietaire = self._organisme(demande.organisme, tenure or base.tenure)
        lieu = Lieu(
            tenure=tenure or base.tenure,
            milieu=base.milieu,
            organisme=proprietaire or base.organisme,
            mrc=demande.mrc or base.mrc,
            categorie_immeuble=demande.categorie_immeuble or base.categorie_immeuble,
        )
        return replace(lieu, milieu=self._creer(nom, lieu)) if nom and connu is None else lieu

    def _organisme(self, nom: str, tenure: Tenure) -> UUID | None:
        if not nom:
            return None
        organisme = self._organismes.get(cle(nom))
        if organisme is None:
            nature = Tenure.AUTRE if tenure is Tenure.SANS_MILIEU else tenure
            organisme = Organisme(id=nouvel_identifiant(), nom=nom, tenure=nature, a_verifier=True)
            self._organismes[cle(nom)] = organisme
            self._nouveaux_organismes.append(organisme)
        return organisme.id

    def _creer(self, nom: str, lieu: Lieu) -> UUID:
        milieu = Milieu(
            id=nouvel_identifiant(), nom=nom, etats=(_etat(lieu, None),), a_verifier=True
        )
        self._milieux[cle(nom)] = milieu
        self._observes[milieu.id] = _Observation(nom, {})
        return milieu.id

    def nouveaux_organismes(self) -> tuple[Organisme, ...]:
        """Organismes made since the start, « à vérifier »; forgets them."""
        nouveaux, self._nouveaux_organismes = tuple(self._nouveaux_organismes), []
        return nouveaux

    def milieux_observes(self) -> tuple[Milieu, ...]:
        """The new milieux seen since the last call, each with the history its rows tell so far."""
        touches, self._touches = self._touches, set()
        return tuple(
            Milieu(id=id_, nom=o.nom, etats=_histoire(o.lieux), a_verifier=True)
            for id_, o in self._observes.items()
            if id_ in touches
        )

    def milieu(self, nom: str) -> Milieu | None:
        """The milieu of that code or name."""
        return self._milieux.get(cle(nom))

    def projet(self, texte: str) -> str:
        """The code of the project or committee of that code or title, made if nobody has it."""
        connu = self._projets.get(cle(texte))
        if connu is None:
            pris = {fiche.code for fiche in self._projets.values()}
            connu = Projet(
                id=nouvel_identifiant(),
                code=code_propose(texte, pris, local=True),
                titre=texte,
                a_verifier=True,
            )
            self._projets |= {cle(texte): connu, cle(connu.code): connu}
            self._nouveaux_projets.append(connu)
        return connu.code

    def nouveaux_projets(self) -> tuple[Projet, ...]:
        """Projects made since the start, « à vérifier »; forgets them."""
        nouveaux, self._nouveaux_projets = tuple(self._nouveaux_projets), []
        return nouveaux


def _par_nom(objets: Iterable[_N], fusions: Fusions) -> dict[str, _N]:
    """By folded name, then by folded code; the last of a name is the one meant."""
    objets = tuple(objets)
    par_id = {objet.id: objet for objet in objets}
    courants = [(o, par_id.get(fusions.courant(o.id), o)) for o in objets]
    index = {cle(objet.nom): courant for objet, courant in courants}
    return index | {cle(objet.code): courant for objet, courant in courants if objet.code}


def _par_titre(projets: Iterable[Projet | Comite], fusions: Fusions) -> dict[str, Projet | Comite]:
    """By folded title, former code and code: the last wins."""
    projets = tuple(projets)
    par_id = {fiche.id: fiche for fiche in projets}
    courants = [(f, par_id.get(fusions.courant(f.id), f)) for f in projets]
    index = {cle(fiche.titre): courant for fiche, courant in courants}
    index |= {cle(code): courant for fiche, courant in courants for code in fiche.anciens_codes}
    return index | {cle(fiche.code): courant for fiche, courant in courants}


class _Demande(NamedTuple):
    """What a row says of its place."""

    milieu: str
    jour: date
    tenure: Tenure | None
    organisme: str
    mrc: str
    categorie_immeuble: str


def _tenure_manquante(nom: str) -> RegleMetier:
    return RegleMetier(
        "La tenure manque et le milieu n'est pas au répertoire."
        if nom
        else "Il manque le milieu ou la tenure.",
        "Écrivez OH, OBNL, COOP, AUTRE ou SANS_MILIEU.",
        champ="tenure",
    )


def _etat(lieu: Lieu, depuis: date | None) -> EtatMilieu:
    return EtatMilieu(
        depuis=depuis,
        organisme=lieu.organisme,
        tenure=lieu.tenure,
        mrc=lieu.mrc,
        categorie_immeuble=lieu.categorie_immeuble,
    )


def _histoire(lieux: dict[Lieu, Counter[date]]) -> tuple[EtatMilieu, ...]:
    """One state after the other by date; when states alternate, only the most frequent is kept.

    A building changes owner once; rows that go back and forth are typing habits, not history.
    """
    par_debut = sorted(lieux.items(), key=lambda paire: min(paire[1]))
    for (_, avant), (_, apres) in pairwise(par_debut):
        if max(avant) >= min(apres):
            lieu = max(lieux.items(), key=lambda paire: (paire[1].total(), min(paire[1])))[0]
            return (_etat(lieu, None),)
    debuts = [None, *(min(jours) for _, jours in par_debut[1:])]
    return tuple(_etat(lieu, d) for (lieu, _), d in zip(par_debut, debuts, strict=True))
