"""Which lines a lot holds: all that moved since the region last said what it has.

Everything is computed again at each lot, 20 000 entries in a second: what an entry shares also
depends on the directory and on the rules, and a lot that forgets a change forgets it for good.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from journal_scls.application.lots.ports_lots import (
    EnteteEnvoi,
    Envoi,
    Expediteur,
    FormatLot,
    Incarnation,
    LotCompose,
    Partage,
)
from journal_scls.application.operation import Progress
from journal_scls.application.ports import Horloge, UnitOfWork
from journal_scls.domain.echange.partage import (
    CHAMPS_FACULTATIFS,
    Generalisation,
    GenreLot,
    ReglesPartage,
)
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.periode import Periode
from journal_scls.domain.repertoire.fusion import codes_publies

FAITS_MARQUANTS = "lots_faits_marquants"
"""The preference that lets faits marquants leave: `OUI`, and anything else means no."""
OUI = "oui"
_RETRAIT = hashlib.sha256(b"retrait").digest()
_PAS = 500  # entries between two reports


@dataclass(frozen=True, slots=True, kw_only=True)
class LotPrepare:
    """A lot about to be made, or (`entete` None) the one that already says it all."""

    envoi: Envoi
    lignes: Sequence[bytes] = field(repr=False)
    entete: EnteteEnvoi | None = None
    changes: dict[UUID, Partage] = field(default_factory=dict, repr=False)
    premiere: Incarnation | None = None
    """The life that the lot begins, when it is the journal's very first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Avant:
    """What the journal has already made and shared."""

    vie: Incarnation
    envois: Sequence[Envoi]
    partages: dict[UUID, Partage] = field(repr=False)

    @property
    def seq(self) -> int:
        """The number of the next lot."""
        return len(self.envois) + 1

    @property
    def dernier(self) -> Envoi | None:
        """The last lot."""
        return self.envois[-1] if self.envois else None

    @property
    def accuse(self) -> int:
        """The last lot that the region has: it held all that the ones before it did."""
        return max((envoi.seq for envoi in self.envois if envoi.accuse), default=0)


class Preparation:
    """Prepares lots inside the transaction of whoever asks; writes nothing."""

    def __init__(
        self, horloge: Horloge, format_: FormatLot, premiere: Callable[[], Incarnation]
    ) -> None:
        self._horloge = horloge
        self._format = format_
        self._premiere = premiere

    def preparer(
        self,
        unite: UnitOfWork,
        expediteur: Expediteur,
        genre: GenreLot,
        periode: Periode | None,
        progress: Progress | None = None,
    ) -> LotPrepare:
        """The lot that says what the journal now shares.

        Raises:
            RegleMetier: a period is missing or of no use.
        """
        _exiger_periode(genre, periode)
        vie = unite.envois.incarnation()
        avant = _Avant(
            vie=vie or self._premiere(),
            envois=unite.envois.envois(),
            partages=unite.envois.partages(),
        )
        genre = _genre_du_premier(genre, avant)
        changes = dict(self._changements(unite, expediteur, avant, progress or Progress()))
        if avant.dernier and not changes and self._suffit(unite, avant.dernier, genre, periode):
            conteneur = unite.envois.conteneur(avant.dernier.seq)
            return LotPrepare(envoi=avant.dernier, lignes=self._format.lignes(conteneur))
        nouveau = self._nouveau(expediteur, avant, changes, genre, periode)
        return nouveau if vie else replace(nouveau, premiere=avant.vie)

    def composer(self, prepare: LotPrepare, expediteur: Expediteur) -> LotCompose:
        """Sign a lot that is not made yet."""
        if prepare.entete is None:
            raise ValueError("this lot was made before")
        envoi = prepare.envoi
        retraits = len(prepare.lignes) - envoi.ecritures
        secrete = expediteur.cle_du_lot(envoi.epoque, envoi.seq)
        return self._format.composer(prepare.entete, prepare.lignes, retraits, secrete)

    def _changements(
        self, unite: UnitOfWork, expediteur: Expediteur, avant: _Avant, progress: Progress
    ) -> Iterator[tuple[UUID, Partage]]:
        """The entries whose shared content moved: by themselves, their place or the rules."""
        regles = _regles(unite, expediteur)
        generalisation = Generalisation.avec(
            regles,
            unite.repertoire.milieux(),
            unite.repertoire.organismes(),
            unite.editions.fusions().courant,
        )
        entrees = unite.envois.a_partager(faits_marquants=regles.permet("fait_marquant"))
        for rang, i in enumerate(entrees):
            if rang % _PAS == 0:
                progress.etape(rang, None)
            ancien = avant.partages.get(i.id)
            if i.annulee and ancien is None:
                continue
            octets = None
            if not i.annulee:
                octets = self._format.contenu(generalisation.generaliser(i))
            contenu = _RETRAIT if octets is None else hashlib.sha256(octets).digest()
            if ancien is not None and ancien.contenu == contenu:
                continue
            rev = ancien.rev + 1 if ancien else 1
            ligne = self._format.ligne(i.id, avant.vie.epoque, rev, octets)
            yield i.id, Partage(avant.vie.epoque, rev, avant.seq, octets is None, contenu, ligne)

    def _nouveau(
        self,
        expediteur: Expediteur,
        avant: _Avant,
        changes: dict[UUID, Partage],
        genre: GenreLot,
        periode: Periode | None,
    ) -> LotPrepare:
        vie, seq, le = avant.vie, avant.seq, self._horloge.maintenant()
        courants = sorted((avant.partages | changes).items(), key=lambda paire: paire[0].int)
        tout = genre is GenreLot.COMPLET or seq == 1
        retenus = [p for _, p in courants if tout or p.seq > avant.accuse]
        entete = EnteteEnvoi(
            journal=expediteur.journal,
            region=expediteur.region,
            incarnation=vie.uuid,
            epoque=vie.epoque,
            seq=seq,
            precedente=avant.dernier.empreinte if avant.dernier else None,
            remplace=vie.remplace if seq == 1 else None,
            genre=genre,
            depuis_accuse=avant.accuse,
            periode=periode,
            cree_le=le,
            etat=self._format.etat(courants),
            politique=expediteur.politique,
        )
        envoi = Envoi(
            incarnation=vie.uuid,
            epoque=vie.epoque,
            seq=seq,
            genre=genre,
            empreinte="",
            ecritures=sum(not partage.retiree for partage in retenus),
            cree_le=le,
        )
        lignes = [partage.ligne for partage in retenus]
        return LotPrepare(envoi=envoi, lignes=lignes, entete=entete, changes=changes)

    def _suffit(
        self, unite: UnitOfWork, dernier: Envoi, genre: GenreLot, periode: Periode | None
    ) -> bool:
        """Whether the last lot, that nobody has received yet, already says what is asked."""
        if dernier.accuse:
            return False
        if genre is GenreLot.DELTA:
            return dernier.genre in {GenreLot.DELTA, GenreLot.COMPLET}
        if dernier.genre is not genre:
            return False
        return self._format.periode(unite.envois.conteneur(dernier.seq)) == periode


def _regles(unite: UnitOfWork, expediteur: Expediteur) -> ReglesPartage:
    fusions, publies = unite.editions.fusions(), unite.editions.publies()
    return ReglesPartage(
        champs=CHAMPS_FACULTATIFS if expediteur.champs is None else expediteur.champs,
        faits_marquants=unite.preference(FAITS_MARQUANTS) == OUI,
        projets=codes_publies(unite.partenaires.projets(), fusions, publies),
        comites=codes_publies(unite.partenaires.comites(), fusions, publies),
    )


def _exiger_periode(genre: GenreLot, periode: Periode | None) -> None:
    if (genre is GenreLot.CLOTURE) != (periode is not None):
        raise RegleMetier(
            "Un lot de clôture, et lui seul, dit quelle période il ferme.",
            "Donnez la période avec la clôture, ou aucune des deux.",
            champ="periode",
        )


def _genre_du_premier(genre: GenreLot, avant: _Avant) -> GenreLot:
    """The first lot of a life that follows another says everything again."""
    if avant.vie.epoque == 1 or avant.envois:
        return genre
    if genre is GenreLot.CLOTURE:
        raise RegleMetier(
            "Le premier lot d'une nouvelle incarnation est complet.",
            "Exportez-le d'abord sans clôture, puis recommencez la clôture.",
            champ="genre",
        )
    return GenreLot.COMPLET
