"""What a coordination knows of its region: values, and the sentences drawn from them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from journal_scls.application.lots.ports_receptions import (
    Bifurcation,
    Conflit,
    Etat,
    Resultat,
    ResumeReception,
    Rupture,
    Trou,
)
from journal_scls.domain.echange.inscription import Revocation
from journal_scls.domain.texte import accorder

Plage = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class EtatIncarnation:
    """What was received of one life of a journal: numbers as ranges, both ends included."""

    incarnation: UUID
    epoque: int
    recus: tuple[Plage, ...]
    manquants: tuple[Plage, ...]
    bifurcations: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class EtatJournal:
    """What the region knows of one journal.

    `concorde` compares what the last lot declares with what is held: None before the first lot.
    When it is true nothing that the journal shares is missing, whatever lots were lost: a later
    one brought their entries again, so those gaps are closed.
    """

    journal: UUID
    code: str
    nom: str
    incarnations: tuple[EtatIncarnation, ...]
    dernier: ResumeReception | None
    jours_depuis: int | None
    ecritures: int
    declare: Etat | None
    tenu: Etat
    trous: tuple[Trou, ...]
    ruptures: tuple[Rupture, ...]
    bifurcations: tuple[Bifurcation, ...]
    conflits: tuple[Conflit, ...]
    epoques_doubles: tuple[int, ...]
    recus_revoques: int
    conflits_depasses: tuple[Conflit, ...] = ()
    recu_le: datetime | None = None
    inscrit_le: datetime | None = None
    revocations: tuple[Revocation, ...] = ()

    @property
    def revoque(self) -> bool:
        """Whether nothing more is expected of it."""
        return bool(self.revocations)

    def a_envoye_depuis(self, jour: date) -> bool:
        """Whether a lot came that day or later, on the local calendar: information only."""
        return self.recu_le is not None and self.recu_le.astimezone().date() >= jour

    @property
    def concorde(self) -> bool | None:
        """Whether both ends hold the same entries."""
        return None if self.declare is None else self.declare == self.tenu

    @property
    def trous_ouverts(self) -> int:
        """Gaps whose entries may be missing."""
        return 0 if self.concorde else len(self.trous)

    @property
    def alertes(self) -> tuple[str, ...]:
        """What a person must look at, in words."""
        textes = (
            (self.trous_ouverts, f"il manque {_numeros(self.trous)}"),
            (len(self.bifurcations), "deux lots différents portent le même numéro"),
            (len(self.ruptures), "un lot ne suit pas celui qui le précède"),
            (len(self.epoques_doubles), "deux copies de ce journal envoient des lots"),
            (len(self.conflits), "des écritures ont deux versions rivales"),
            (self.concorde is False, "l'état déclaré n'est pas celui que nous tenons"),
        )
        return tuple(texte for presente, texte in textes if presente)

    @property
    def douteux(self) -> bool:
        """Whether its figures may be wrong, or short of something."""
        return bool(self.alertes)

    @property
    def suite(self) -> str:
        """The next step, the most urgent one; '' when there is nothing to do."""
        if self.revoque:
            return ""
        etapes = (
            (
                self.epoques_doubles or self.bifurcations,
                "Téléphonez : deux copies de ce journal semblent servir.",
            ),
            (self.dernier is None, "Demandez-lui son premier lot."),
            (self.trous_ouverts, f"Redemandez {_numeros(self.trous)}, ou un lot complet."),
            (self.conflits, "Téléphonez, puis décidez quelle version est la bonne."),
            (
                self.ruptures or self.concorde is False,
                "Demandez un lot complet : l'accusé le fait pour vous.",
            ),
        )
        return next((etape for presente, etape in etapes if presente), "")


@dataclass(frozen=True, kw_only=True)
class EtatRegion:
    """The whole region; `mis_de_cote` counts kept files by what became of them."""

    journaux: tuple[EtatJournal, ...]
    mis_de_cote: Mapping[Resultat, int]

    @cached_property
    def recus(self) -> int:
        """How many journals sent something."""
        return sum(j.dernier is not None for j in self.journaux)

    @cached_property
    def trous(self) -> int:
        """Gaps whose entries may be missing."""
        return sum(j.trous_ouverts for j in self.journaux)

    @property
    def complet(self) -> bool:
        """Whether nothing is known to be missing, rival or waiting."""
        return not any(n for n, _, _ in self._manques) and self.recus == len(self.journaux)

    @property
    def phrase(self) -> str:
        """« 7 journaux sur 9, 1 trou »: what goes with every figure of the region."""
        recus = accorder(self.recus, "journal", "journaux")
        dits = [f"{recus} sur {len(self.journaux)}", *self.lacunes]
        if ecartes := sum(j.recus_revoques for j in self.journaux):
            un, des = "lot écarté par une révocation", "lots écartés par une révocation"
            dits.append(accorder(ecartes, un, des))
        return ", ".join(dits)

    @property
    def lacunes(self) -> tuple[str, ...]:
        """What is known to be missing, rival or waiting, in words; « aucun trou » at the least."""
        dites = tuple(accorder(n, un, des) for n, un, des in self._manques if n)
        return dites if self.trous else ("aucun trou", *dites)

    @property
    def _manques(self) -> tuple[tuple[int, str, str], ...]:
        somme = self.mis_de_cote
        attente = somme.get(Resultat.EN_ATTENTE, 0) + somme.get(Resultat.QUARANTAINE, 0)
        discordants = sum(j.concorde is False and not j.trous for j in self.journaux)
        return (
            (self.trous, "trou", "trous"),
            (discordants, "journal dont l'état ne concorde pas",
             "journaux dont l'état ne concorde pas"),
            (sum(len(j.bifurcations) for j in self.journaux), "bifurcation", "bifurcations"),
            (sum(len(j.conflits) for j in self.journaux), "conflit", "conflits"),
            (attente, "fichier mis de côté", "fichiers mis de côté"),
        )  # fmt: skip


def _numeros(trous: Iterable[Trou]) -> str:
    """« le lot 7, les lots 9 à 12 »."""
    return ", ".join(
        f"le lot {t.debut}" if t.debut == t.fin else f"les lots {t.debut} à {t.fin}" for t in trous
    )
