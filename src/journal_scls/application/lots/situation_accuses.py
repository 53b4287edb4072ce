"""What the accusés let a journal tell its person."""

from collections.abc import Sequence
from dataclasses import dataclass

from journal_scls.domain.echange.accuse import Objection, dire_lots
from journal_scls.domain.errors import Environnement


@dataclass(frozen=True, slots=True, kw_only=True)
class SituationAccuses:
    """What the accusés so far let a journal say of its present life.

    `complet_demande` and `en_trop` come from the accusé that saw most: what the region holds is
    not what the journal shares, and in the second case even a complete lot was no help.
    """

    recus: tuple[int, ...]
    a_refaire: tuple[int, ...]
    en_attente: tuple[int, ...]
    objections: tuple[Objection, ...]
    connait: bool = False
    complet_demande: bool = False
    en_trop: bool = False
    revoque: bool = False

    @property
    def phrases(self) -> tuple[str, ...]:
        """The sentences for the person, the most important last."""
        if not self.connait:
            return ("Le coordonnateur n'a encore rien accusé.",)
        dites = [_recu(self.recus)]
        if self.a_refaire:
            manque = dire_lots(self.a_refaire)
            dites.append(f"Il lui manque {manque} : exportez-les de nouveau."
                         if len(self.a_refaire) > 1
                         else f"Il lui manque {manque} : exportez-le de nouveau.")  # fmt: skip
        if self.complet_demande:
            dites.append(
                "Ce qu'il tient de votre journal diffère du vôtre : exportez un lot complet."
            )
        if self.en_trop:
            dites.append(
                "Même après un lot complet, il tient autre chose que votre journal : "
                "téléphonez-lui."
            )
        if self.objections:
            dites.append(OBJECTION)
        if self.revoque:
            dites.append(REVOQUE)
        return tuple(dites)


OBJECTION = (
    "Le coordonnateur a reçu de ce journal un lot que cette copie n'a pas fait : une autre copie "
    "de ce journal existe, ou celle-ci vient d'une ancienne sauvegarde. "
    "Aucun lot n'est exporté tant que vous n'avez pas décidé."
)
REVOQUE = (
    "La coordination n'accepte plus de nouveaux lots de ce journal : téléphonez-lui avant d'en "
    "envoyer d'autres."
)
SUITE_OBJECTION = (
    "Si cette copie est maintenant la seule qui sert, lancez "
    "« lot nouvelle-incarnation --raison … » ; sinon, n'exportez plus d'ici "
    "et continuez dans l'autre."
)


class CopieContredite(Environnement):
    """The region knows of lots that this copy did not make: exports wait for a decision."""

    def __init__(self) -> None:
        super().__init__(OBJECTION, SUITE_OBJECTION)


def _recu(seqs: Sequence[int]) -> str:
    if not seqs:
        return "Le coordonnateur n'a reçu aucun des lots de ce journal."
    return f"Le coordonnateur a reçu {dire_lots(seqs)}."
