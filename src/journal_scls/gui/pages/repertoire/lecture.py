"""One reading of the directory, made in a worker and shown by every part of the page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from journal_scls.application.journal import Journal
from journal_scls.application.repertoire.repertoire import EtatRepertoire
from journal_scls.application.repertoire.vues import VueRepertoire
from journal_scls.domain.profil import Role
from journal_scls.domain.repertoire.fusion import (
    Doublon,
    FicheRepertoire,
    GenreFiche,
    doublons,
    genre_de,
    nom_de,
)
from journal_scls.domain.repertoire.lieux import Milieu, Organisme
from journal_scls.domain.repertoire.partenaires import ServicePartenaire
from journal_scls.domain.texte import replier
from journal_scls.gui.jours import jour_long
from journal_scls.gui.pages.repertoire.mots import Mots
from journal_scls.gui.traduction import tr

LISTES = (GenreFiche.ORGANISME, GenreFiche.MILIEU, GenreFiche.SERVICE)


@dataclass(frozen=True)
class Rang:
    """A card as a line of a list; what is of no use to its kind is empty."""

    fiche: FicheRepertoire
    nom: str
    quoi: str
    organisme: str
    mrc: str
    logements: int | None
    etat: str
    precis: str


@dataclass(frozen=True)
class LectureRepertoire:
    """Everything, in one snapshot, with the lines of the lists ready to be shown."""

    vue: VueRepertoire
    etat: EtatRepertoire
    doublons: tuple[Doublon, ...]
    mots: Mots
    rangs: Mapping[UUID, Rang]
    mrc: tuple[str, ...]

    def chercher(self, texte: str) -> dict[GenreFiche, list[Rang]]:
        """The lines of each list that answer; those to be verified come first, then by name."""
        trouves: dict[GenreFiche, list[Rang]] = {genre: [] for genre in LISTES}
        for fiche in self.vue.chercher(texte):
            rang = self.rangs.get(fiche.id)
            if rang is not None:
                trouves[genre_de(fiche)].append(rang)
        return {genre: _a_verifier_devant(rangs) for genre, rangs in trouves.items()}

    def precis(self, fiche: FicheRepertoire) -> str:
        """Its name and what tells it from another of the same name."""
        rang = self.rangs.get(fiche.id)
        return rang.precis if rang else _precis(fiche, self.mots, regionale=self.regionale(fiche))

    def regionale(self, fiche: FicheRepertoire) -> bool:
        """Whether the region alone may change it."""
        return fiche.id in self.vue.publies


def lire(journal: Journal) -> LectureRepertoire:
    """Read and prepare it; some tenths of a second for thousands of cards, so not in the window."""
    vue, aujourdhui = journal.repertoire.vue(), journal.horloge.aujourdhui()
    coordination = journal.profil.role is Role.COORDINATION
    mots = Mots(journal.vocabulaires, vue.nom)
    cartes: tuple[Organisme | Milieu | ServicePartenaire, ...] = (
        *vue.organismes,
        *vue.milieux,
        *vue.services,
    )
    rangs = {f.id: _rang(f, vue, mots, aujourdhui, coordination=coordination) for f in cartes}
    vue.chercher("a")  # folds every word now, so that the first key typed does not
    mrc = {e.mrc for m in vue.milieux for e in m.etats} | {s.mrc for s in vue.services}
    return LectureRepertoire(
        vue=vue,
        etat=journal.repertoire.etat(),
        doublons=doublons(vue.courantes, vue.publies),
        mots=mots,
        rangs=rangs,
        mrc=tuple(sorted(mrc - {""}, key=replier)),
    )


def _rang(
    fiche: Organisme | Milieu | ServicePartenaire,
    vue: VueRepertoire,
    mots: Mots,
    aujourdhui: date,
    *,
    coordination: bool,
) -> Rang:
    organisme, mrc, nombre = "", "", None
    if isinstance(fiche, Milieu):
        etat = fiche.etat_le(aujourdhui)
        quoi = mots.tenure(etat.tenure)
        organisme, mrc, nombre = vue.nom(etat.organisme), etat.mrc, etat.nb_logements
    elif isinstance(fiche, Organisme):
        quoi = mots.tenure(fiche.tenure)
    else:
        quoi, mrc = mots.service(fiche), fiche.mrc or tr("toute la région")
    return Rang(
        fiche=fiche,
        nom=nom_de(fiche),
        quoi=quoi,
        organisme=organisme,
        mrc=mrc,
        logements=nombre,
        etat=_etat(fiche) or ("" if coordination else _provenance(fiche, vue)),
        precis=_precis(fiche, mots, regionale=fiche.id in vue.publies),
    )


def _etat(fiche: FicheRepertoire) -> str:
    if fiche.a_verifier:
        return tr("à vérifier")
    fin = fiche.valide_au if isinstance(fiche, Organisme | ServicePartenaire) else None
    if fin is not None:
        return tr("jusqu’au {fin}", fin=jour_long(fin))
    return ""


def _provenance(fiche: FicheRepertoire, vue: VueRepertoire) -> str:
    """Whose card it is in a journal; at a coordination, all are those of the region."""
    if fiche.id in vue.refus:
        return tr("refusé par la région")
    return tr("de la région") if fiche.id in vue.publies else tr("d’ici")


def _precis(fiche: FicheRepertoire, mots: Mots, *, regionale: bool) -> str:
    dits = dict(mots.lignes(fiche))
    suite = [
        dits[quoi]
        for quoi in (tr("Code"), tr("Organisme"), tr("Service"), tr("MRC"))
        if quoi in dits
    ]
    return " – ".join((nom_de(fiche), *suite, *([tr("de la région")] if regionale else [])))


def _a_verifier_devant(rangs: list[Rang]) -> list[Rang]:
    return sorted(rangs, key=lambda rang: not rang.fiche.a_verifier)
