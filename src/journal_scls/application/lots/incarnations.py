"""The lives of a journal: is this copy the one that goes on?

Two copies of one journal that both make lots would contradict each other under the same numbers.
A restored backup or a copied folder is recognised by the mark kept beside the database; lots then
wait for a person's decision, and nothing else of the journal does.
"""

from collections.abc import Sequence
from enum import StrEnum
from uuid import uuid4

from journal_scls.application.lots.accuses import (
    epoque_accusee,
    exiger_sans_objection,
    objections_en_suspens,
    trancher,
)
from journal_scls.application.lots.ports_lots import (
    Envoi,
    Incarnation,
    Marque,
    Remplacement,
    Temoignage,
    Temoins,
    TrouverExpediteur,
)
from journal_scls.application.ports import Base, Horloge, UnitOfWork
from journal_scls.domain.errors import Environnement, RegleMetier
from journal_scls.domain.texte import replier

_RAISONS = (
    ("RESTAURATION", ("restaur", "sauvegarde")),
    ("PERTE", ("perd", "perte", "vol", "bris")),
    ("COPIE", ("copi", "clon", "demenag", "ordinateur", "portable")),
)
_AUTRE = "AUTRE"
_EN_LECTURE = "copie_en_lecture"


class Situation(StrEnum):
    """Whether this copy of the journal may go on making lots."""

    NORMALE = "normale"
    RESTAUREE = "restauree"
    ANCIENNE = "ancienne"
    RECOPIEE = "recopiee"
    SANS_TEMOIN = "sans_temoin"
    CONTREDITE = "contredite"

    @property
    def message(self) -> str:
        """What happened, '' when nothing did."""
        return _MESSAGES[self]


_MESSAGES = {
    Situation.NORMALE: "",
    Situation.RESTAUREE: "Ce journal vient d'une sauvegarde restaurée",
    Situation.ANCIENNE: "Ce journal est plus ancien que les lots déjà exportés",
    Situation.RECOPIEE: "Ce journal a été recopié d'un autre dossier ou d'un autre ordinateur",
    Situation.SANS_TEMOIN: "Rien ne dit jusqu'où ce journal a déjà exporté",
    Situation.CONTREDITE: "Le coordonnateur a reçu des lots que cette copie n'a pas faits",
}


class CopieADecider(Environnement):
    """No lot leaves this copy before a person has said which one is the journal."""

    def __init__(self, situation: Situation) -> None:
        super().__init__(
            f"{situation.message} : aucun lot n'en sort avant votre décision.",
            "S'il est désormais le seul à servir, lancez « lot nouvelle-incarnation --raison … » ; "
            "sinon, ne faites rien et exportez de l'autre copie.",
        )
        self.situation = situation


class Incarnations:
    """Recognises copies, and records what was decided about them."""

    def __init__(
        self, base: Base, horloge: Horloge, expediteur: TrouverExpediteur, temoins: Temoins
    ) -> None:
        self._base = base
        self._horloge = horloge
        self._expediteur = expediteur
        self._temoins = temoins

    def situation(self, unite: UnitOfWork) -> Situation:
        """Whether this copy may export."""
        vie, envois = unite.envois.incarnation(), unite.envois.envois()
        situation = juger(self._temoins.lire(self._base), vie, envois)
        if situation is Situation.NORMALE and objections_en_suspens(unite):
            return Situation.CONTREDITE
        return situation

    def exiger_normale(self, unite: UnitOfWork) -> None:
        """Refuse to make a lot of a copy.

        Raises:
            CopieADecider: it is one.
            CopieContredite: the region says so.
        """
        exiger_sans_objection(unite)
        situation = self.situation(unite)
        if situation is not Situation.NORMALE:
            raise CopieADecider(situation)

    def marquer(self, marque: Marque) -> None:
        """This copy has come that far."""
        self._temoins.ecrire(self._base, marque)

    def premiere(self) -> Incarnation:
        """The life of a journal that has made no lot."""
        return Incarnation(uuid=uuid4(), epoque=1, ouverte_le=self._horloge.maintenant())

    def en_lecture(self, unite: UnitOfWork) -> bool:
        """Whether it was decided that this copy is only read; a new life takes that back."""
        return unite.preference(_EN_LECTURE) == _situee(unite.envois.incarnation())

    def laisser(self) -> None:
        """Decide that the journal goes on in another copy.

        Raises:
            RegleMetier: nothing says that there is one.
        """
        with self._base.unite() as unite:
            situation = self.situation(unite)
            if situation is Situation.NORMALE:
                raise RegleMetier(
                    "Rien n'indique que ce journal ait une autre copie.",
                    "Il n'y a rien à décider : les lots peuvent sortir.",
                )
            unite.enregistrer_preference(_EN_LECTURE, _situee(unite.envois.incarnation()))
            unite.noter("copie_en_lecture", situation.value)
            unite.commit()

    def nouvelle(self, raison: str) -> Incarnation:
        """Decide that this copy is the journal from now on; its next lot will be complete.

        Args:
            raison: in a person's words; only a code of it is kept, and leaves.

        Raises:
            RegleMetier: no reason, or the journal is not enrolled.
        """
        code = code_raison(raison)
        with self._base.unite() as unite:
            self._expediteur(unite)
            incarnation = self._suivante(unite, self._temoins.lire(self._base), code)
            # Before: the life that is contradicted must still be the present one.
            trancher(unite, "nouvelle_incarnation", code, incarnation.ouverte_le)
            unite.envois.ouvrir_incarnation(incarnation)
            unite.noter("nouvelle_incarnation", f"{code} {incarnation.epoque}")
            unite.commit()
        self.marquer(Marque(incarnation.uuid, incarnation.epoque, 0))
        return incarnation

    def _suivante(self, unite: UnitOfWork, temoignage: Temoignage, raison: str) -> Incarnation:
        """Above every epoch that is known here, and above the first one in any case.

        A backup made before the first lot knows no epoch, and the copy it replaces has one.
        """
        vie, envois = unite.envois.incarnation(), unite.envois.envois()
        derniere = _atteinte(vie, envois)
        marque = temoignage.marque
        if marque and (derniere is None or marque[1:] > derniere[1:]):
            derniere = marque
        return Incarnation(
            uuid=uuid4(),
            epoque=max(derniere.epoque if derniere else 1, epoque_accusee(unite)) + 1,
            remplace=None if derniere is None else _remplacement(derniere, envois, raison),
            ouverte_le=self._horloge.maintenant(),
        )


def juger(temoignage: Temoignage, vie: Incarnation | None, envois: Sequence[Envoi]) -> Situation:
    """What the mark says of the database beside it.

    A mark that is behind says nothing: it is written after the lot and before its file.
    """
    if temoignage.restaure:
        return Situation.RESTAUREE
    marque, base = temoignage.marque, _atteinte(vie, envois)
    if marque is None:
        sortis = base is not None and (base.epoque > 1 or any(e.ecrit_le for e in envois))
        return Situation.SANS_TEMOIN if sortis else Situation.NORMALE
    if base is None:
        # The mark of a first lot that was not kept in the end.
        return Situation.NORMALE if marque[1:] == (1, 0) else Situation.ANCIENNE
    if temoignage.ailleurs:
        return Situation.RECOPIEE
    rivale = marque.epoque == base.epoque and marque.incarnation != base.incarnation
    return Situation.ANCIENNE if rivale or marque[1:] > base[1:] else Situation.NORMALE


def code_raison(raison: str) -> str:
    """The code of a reason written in words: the words themselves may name somebody.

    Raises:
        RegleMetier: nothing was written.
    """
    mots = replier(raison)
    if not mots:
        raise RegleMetier(
            "Il faut une raison pour commencer une nouvelle incarnation.",
            "Écrivez par exemple « sauvegarde restaurée » ou « nouvel ordinateur ».",
            champ="raison",
        )
    trouves = (code for code, debuts in _RAISONS if any(debut in mots for debut in debuts))
    return next(trouves, _AUTRE)


def _situee(vie: Incarnation | None) -> str:
    """A decision holds for one life of the journal."""
    return str(vie.uuid) if vie else "aucune"


def _atteinte(vie: Incarnation | None, envois: Sequence[Envoi]) -> Marque | None:
    return None if vie is None else Marque(vie.uuid, vie.epoque, len(envois))


def _remplacement(derniere: Marque, envois: Sequence[Envoi], raison: str) -> Remplacement:
    empreintes = {(e.incarnation, e.seq): e.empreinte for e in envois}
    return Remplacement(
        incarnation=derniere.incarnation,
        seq=derniere.seq,
        empreinte=empreintes.get((derniere.incarnation, derniere.seq), ""),
        raison=raison,
    )
