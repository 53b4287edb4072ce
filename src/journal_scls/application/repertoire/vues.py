"""The directory as it is read: current cards, what each identifier is called, searching."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from journal_scls.application.ports import UnitOfWork
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.repertoire.fusion import (
    FicheRepertoire,
    Fusions,
    GenreFiche,
    genre_de,
    nom_de,
)
from journal_scls.domain.repertoire.lieux import Milieu, Organisme, Tenure
from journal_scls.domain.repertoire.partenaires import Comite, Projet, ServicePartenaire
from journal_scls.domain.texte import cle, replier

_MOT = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class EtapeMilieu:
    """What a milieu was from a day on (None: as far back as anyone knows)."""

    depuis: date | None
    organisme: str
    tenure: Tenure
    mrc: str
    categorie_immeuble: str
    nb_logements: int | None


@dataclass(frozen=True, kw_only=True)
class VueRepertoire:
    """One snapshot of everything; `toutes` are the cards by identifier, folded ones included."""

    toutes: Mapping[UUID, FicheRepertoire]
    fusions: Fusions
    publies: frozenset[UUID]
    refus: Mapping[UUID, str]

    @classmethod
    def lire(cls, unite: UnitOfWork) -> "VueRepertoire":
        """Read it in the transaction of whoever asks."""
        fiches: tuple[FicheRepertoire, ...] = (
            *unite.repertoire.organismes(),
            *unite.repertoire.milieux(),
            *unite.partenaires.services(),
            *unite.partenaires.projets(),
            *unite.partenaires.comites(),
        )
        return cls(
            toutes={fiche.id: fiche for fiche in fiches},
            fusions=unite.editions.fusions(),
            publies=unite.editions.publies(),
            refus={refus.objet: refus.raison for refus in unite.editions.refus()},
        )

    @cached_property
    def courantes(self) -> tuple[FicheRepertoire, ...]:
        """The cards that stand for themselves, kind after kind, each by name."""
        return tuple(f for f in self.toutes.values() if not self.fusions.fondu(f.id))

    @property
    def organismes(self) -> tuple[Organisme, ...]:
        """The current ones."""
        return tuple(f for f in self.courantes if isinstance(f, Organisme))

    @property
    def milieux(self) -> tuple[Milieu, ...]:
        """The current ones."""
        return tuple(f for f in self.courantes if isinstance(f, Milieu))

    @property
    def services(self) -> tuple[ServicePartenaire, ...]:
        """The current ones."""
        return tuple(f for f in self.courantes if isinstance(f, ServicePartenaire))

    @property
    def projets(self) -> tuple[Projet, ...]:
        """The current ones."""
        return tuple(f for f in self.courantes if isinstance(f, Projet))

    @property
    def comites(self) -> tuple[Comite, ...]:
        """The current ones."""
        return tuple(f for f in self.courantes if isinstance(f, Comite))

    @property
    def locales(self) -> tuple[FicheRepertoire, ...]:
        """The current cards that the region has not published."""
        return tuple(f for f in self.courantes if f.id not in self.publies)

    def fiche(self, id_: UUID) -> FicheRepertoire:
        """The card that stands for an identifier.

        Raises:
            RegleMetier: nothing has it.
        """
        fiche = self.toutes.get(self.fusions.courant(id_)) or self.toutes.get(id_)
        if fiche is None:
            raise RegleMetier(
                "Aucune fiche du répertoire ne porte cet identifiant.",
                "Vérifiez-le avec la commande « repertoire lister ».",
                champ="id",
            )
        return fiche

    def nom(self, id_: UUID | None) -> str:
        """What an identifier is called now, '' when nobody knows."""
        if id_ is None or (id_ not in self.toutes and not self.fusions.fondu(id_)):
            return ""
        return nom_de(self.fiche(id_))

    def codes(self, fiche: Projet | Comite) -> frozenset[str]:
        """Every code under which an entry may name it, those of cards folded into it too."""
        memes: list[Projet | Comite] = [
            autre
            for autre in self.toutes.values()
            if isinstance(autre, Projet | Comite) and self.fusions.courant(autre.id) == fiche.id
        ]
        return frozenset(code for autre in memes for code in (autre.code, *autre.anciens_codes))

    def projet_ou_comite(self, code: str) -> Projet | Comite:
        """The current card that has this code, or had it.

        Raises:
            RegleMetier: none does.
        """
        fiches: tuple[Projet | Comite, ...] = (*self.projets, *self.comites)
        for fiche in fiches:
            if code in (fiche.code, *fiche.anciens_codes):
                return fiche
        connus = ", ".join(fiche.code for fiche in fiches) or "aucun pour l'instant"
        raise RegleMetier(
            f"« {code[:40]} » n'est le code d'aucun projet ni comité.",
            f"Ceux du répertoire : {connus}.",
            champ="projet",
        )

    def lignee(self, organisme: str) -> frozenset[str]:
        """The names and the codes of an organisme and of all that became it, whatever the date.

        `organisme` is a name or a code; one that the directory does not have stands for itself.
        """
        voulu = cle(organisme)
        tous = [f for f in self.toutes.values() if isinstance(f, Organisme)]
        fins = {self._successeur(o).id for o in tous if voulu in (cle(o.nom), cle(o.code) or None)}
        memes = [o for o in tous if self._successeur(o).id in fins]
        return frozenset(texte for o in memes for texte in (o.nom, o.code) if texte) or frozenset(
            (organisme,)
        )

    def titres(self, codes: frozenset[str]) -> str:
        """The titles of the projects and committees that have these codes, or had them."""
        fiches: tuple[Projet | Comite, ...] = (*self.projets, *self.comites)
        titres = [f"{f.titre} ({f.code})" for f in fiches if codes & self.codes(f)]
        return " ou ".join(titres or sorted(codes))

    def aujourdhui(self, lignee: frozenset[str]) -> str:
        """A `lignee` in words: « Office nouveau, avec Office ancien »."""
        memes = [f for f in self.toutes.values() if isinstance(f, Organisme) and f.nom in lignee]
        actuels = dict.fromkeys(self._successeur(o).nom for o in memes)
        anciens = {o.nom for o in memes}.difference(actuels)
        return ", avec ".join((*actuels, *sorted(anciens, key=replier))) or ", ".join(lignee)

    def _successeur(self, organisme: Organisme) -> Organisme:
        """What it is today; a chain that comes back on itself stops there."""
        vus: set[UUID] = set()
        while organisme.id not in vus:
            vus.add(organisme.id)
            suivant = self.fusions.courant(organisme.successeur or organisme.id)
            trouve = self.toutes.get(suivant)
            if isinstance(trouve, Organisme):
                organisme = trouve
        return organisme

    @property
    def noms(self) -> Mapping[UUID, str]:
        """What every identifier is called now, folded ones included."""
        ids = (*self.toutes, *(fusion.de for fusion in self.fusions.toutes))
        return {id_: self.nom(id_) for id_ in ids}

    def historique(self, milieu: Milieu) -> tuple[EtapeMilieu, ...]:
        """The states of a milieu in words, oldest first."""
        return tuple(
            EtapeMilieu(
                depuis=etat.depuis,
                organisme=self.nom(etat.organisme),
                tenure=etat.tenure,
                mrc=etat.mrc,
                categorie_immeuble=etat.categorie_immeuble,
                nb_logements=etat.nb_logements,
            )
            for etat in milieu.etats
        )

    def chercher(
        self, texte: str = "", genre: GenreFiche | None = None
    ) -> tuple[FicheRepertoire, ...]:
        """The current cards in which a word starts as each of these, accents apart."""
        voulus = _mots(texte)
        return tuple(
            fiche
            for fiche in self.courantes
            if genre in (None, genre_de(fiche))
            and all(any(m.startswith(v) for m in self._mots[fiche.id]) for v in voulus)
        )

    @cached_property
    def _mots(self) -> Mapping[UUID, frozenset[str]]:
        """Folded once: a search is asked at each keystroke."""
        return {
            fiche.id: frozenset(mot for texte in self._textes(fiche) for mot in _mots(texte))
            for fiche in self.courantes
        }

    def _textes(self, fiche: FicheRepertoire) -> Iterator[str]:
        yield nom_de(fiche)
        if not isinstance(fiche, ServicePartenaire):
            yield fiche.code
        if isinstance(fiche, ServicePartenaire):
            yield fiche.mrc
        elif isinstance(fiche, Milieu):
            for etat in fiche.etats:
                yield etat.mrc
                yield self.nom(etat.organisme)


def _mots(texte: str) -> list[str]:
    return _MOT.findall(replier(texte))
