"""What the program writes in the form for the person, who always has the last word."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum

from journal_scls.gui.pages.saisie.etat import Etat


class Source(IntEnum):
    """Who wrote; the greater one replaces the other."""

    HABITUDE = 1
    LIGNE = 2


@dataclass(frozen=True, slots=True)
class _Pose:
    """A field that the program filled, and what was there before."""

    source: Source
    avant: object
    precedente: "_Pose | None" = None


class Remplissage:
    """Remembers whose each field is: typed by the person, read in the line, or a habit."""

    def __init__(self, lire: Callable[[], Etat], modifier: Callable[[Etat], None]) -> None:
        self._lire = lire
        self._modifier = modifier
        self._poses: dict[str, _Pose] = {}
        self._touches: set[str] = set()

    def oublier(self, touches: Iterable[str] = ()) -> None:
        """Another entry begins; `touches` are the fields that are the person's already."""
        self._poses.clear()
        self._touches = set(touches)

    def toucher(self, nom: str) -> None:
        """The person changed a field: it is theirs."""
        self._touches.add(nom)
        self._poses.pop(nom, None)

    def proposes(self) -> frozenset[str]:
        """The fields that hold a habit, which nobody confirmed yet."""
        return frozenset(n for n, pose in self._poses.items() if pose.source is Source.HABITUDE)

    def reconnaitre(self, voulus: Etat, avant: Etat) -> None:
        """After a draft came back: what its line says is the line's again."""
        etat = self._lire()
        for nom, voulu in voulus.items():
            if voulu and _dit(etat.get(nom), voulu):
                self._touches.discard(nom)
                self._poses[nom] = _Pose(Source.LIGNE, avant.get(nom))

    def remplir(self, source: Source, voulus: Etat) -> frozenset[str]:
        """Write what a source wants, and take back what it no longer wants.

        Returns:
            The fields that stay as the person typed them, against the source.
        """
        tus: set[str] = set()
        etat = self._lire()
        changements: Etat = {}
        siens = [nom for nom, pose in self._poses.items() if pose.source is source]
        for nom in dict.fromkeys((*voulus, *siens)):
            actuel, pose = etat.get(nom), self._poses.get(nom)
            voulu = voulus.get(nom)
            if self._est_a_la_personne(nom, actuel, source) or (pose and pose.source > source):
                if voulu and not _dit(actuel, voulu):
                    tus.add(nom)
                continue
            sienne = pose is not None and pose.source is source
            if not voulu:
                if sienne and pose is not None:
                    changements[nom] = pose.avant
                    self._remettre(nom, pose.precedente)
            elif not _dit(actuel, voulu):
                changements[nom] = voulu
                if not sienne:
                    self._poses[nom] = _Pose(source, actuel, pose)
            elif pose is not None and not sienne:  # the line confirms a habit
                self._poses[nom] = _Pose(source, actuel, pose)
        if changements:
            self._modifier(changements)
        return frozenset(tus)

    def _est_a_la_personne(self, nom: str, actuel: object, source: Source) -> bool:
        """Emptied by hand, a field takes what the line says, and no habit."""
        return nom in self._touches and bool(actuel or source is Source.HABITUDE)

    def _remettre(self, nom: str, pose: _Pose | None) -> None:
        if pose is None:
            del self._poses[nom]
        else:
            self._poses[nom] = pose


def _dit(actuel: object, voulu: object) -> bool:
    """Whether a field says all that is wanted; a reference may say more, its outcome for one."""
    if isinstance(actuel, list) and isinstance(voulu, list):
        return len(actuel) == len(voulu) and all(map(_dit, actuel, voulu))
    if isinstance(actuel, dict) and isinstance(voulu, dict):
        return all(actuel.get(nom) == valeur for nom, valeur in voulu.items())
    return actuel == voulu
