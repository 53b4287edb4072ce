"""What printed documents say besides their figures: whose they are, from when, made of what."""

from collections.abc import Callable, Iterable, Iterator

from journal_scls.application.lectures import Filtre
from journal_scls.application.lots.etat_region import EtatJournal
from journal_scls.application.lots.region import Region
from journal_scls.application.ports import Horloge, Lectures, UnitOfWork
from journal_scls.application.repertoire.vues import VueRepertoire
from journal_scls.domain.affiche import Affiche
from journal_scls.domain.bilan import Bilan
from journal_scls.domain.bilan_projet import BilanProjet, FicheProjet, composer_bilan_projet
from journal_scls.domain.diapo import Diapo, composer_diapo
from journal_scls.domain.document import DocumentBilan, LotsInclus, Provenance, definir
from journal_scls.domain.indicateurs import Indicateurs
from journal_scls.domain.partenaires import Comite, Projet
from journal_scls.domain.profil import Profil, Role
from journal_scls.domain.vocabulaire import Vocabulaires


class Impressions:
    """Makes the values that documents print."""

    def __init__(
        self,
        *,
        profil: Profil,
        lectures: Lectures,
        unite: Callable[[], UnitOfWork],
        region: Region,
        indicateurs: Indicateurs,
        vocabulaires: Vocabulaires,
        horloge: Horloge,
    ) -> None:
        self._profil = profil
        self._lectures = lectures
        self._unite = unite
        self._region = region
        self._indicateurs = indicateurs
        self._vocabulaires = vocabulaires
        self._horloge = horloge

    def provenance(self) -> Provenance:
        """As of now, on the clock of this place."""
        maintenant = self._horloge.maintenant().astimezone()
        if self._profil.role is not Role.COORDINATION:
            return Provenance(profil=self._profil, arrete_le=maintenant)
        etat = self._region.etat_region()
        return Provenance(
            profil=self._profil,
            arrete_le=maintenant,
            completude=etat.phrase,
            lots=tuple(lots_inclus(journal) for journal in etat.journaux),
        )

    def bilan(self, bilan: Bilan, provenance: Provenance | None = None) -> DocumentBilan:
        """A bilan ready to print; a frozen one brings its own provenance."""
        return DocumentBilan(
            bilan=bilan,
            provenance=provenance or self.provenance(),
            definitions=tuple(
                definir(self._indicateurs, avec_milieu=bilan.parametres.milieu_dans_la_base)
            ),
            vocabulaire=self._vocabulaires.courant.libelle,
        )

    def diapo(self, bilan: Bilan, provenance: Provenance | None = None) -> Diapo:
        """The published figures again, for the period and the territory of a bilan."""
        return composer_diapo(bilan, self._indicateurs, provenance or self.provenance())

    def affiche(self, *, telephone: str = "", lieu: str = "", heures: str = "") -> Affiche:
        """The poster of this service.

        Raises:
            RegleMetier: a field is too long for a poster.
        """
        return Affiche(
            service=self._profil.titre,
            etablie_le=self._horloge.aujourdhui(),
            telephone=telephone.strip(),
            lieu=lieu.strip(),
            heures=heures.strip(),
            demo=self._profil.demo,
        )

    def bilan_projet(self, code: str, embuches: Iterable[str] = ()) -> BilanProjet:
        """The bilan of a project or of a committee of the directory, over all its sessions.

        Raises:
            RegleMetier: nothing has this code.
        """
        with self._unite() as unite:
            vue = VueRepertoire.lire(unite)
        fiche = vue.projet_ou_comite(code.strip())
        filtre = Filtre(projets=vue.codes(fiche))
        lignes = [ligne.id for ligne in self._lectures.parcourir(filtre)]
        with self._unite() as unite:
            revisions = [unite.interventions.lire(id_) for id_ in lignes]
        return composer_bilan_projet(
            profil=self._profil,
            fiche=_decrire(fiche, vue, self._vocabulaires),
            seances=[r.contenu for r in revisions if r is not None and r.compte],
            vocabulaires=self._vocabulaires,
            aujourdhui=self._horloge.aujourdhui(),
            embuches=embuches,
        )


def _decrire(fiche: Projet | Comite, vue: VueRepertoire, v: Vocabulaires) -> FicheProjet:
    if isinstance(fiche, Comite):
        instance = v.libelle("instance", fiche.instance)
        return FicheProjet(
            titre=fiche.titre, code=fiche.code, type=instance, debut=fiche.debut, fin=fiche.fin
        )
    return FicheProjet(
        titre=fiche.titre,
        code=fiche.code,
        type=v.libelle("type_collectif", fiche.type),
        objectif=fiche.objectif,
        debut=fiche.debut,
        fin=fiche.fin,
        milieux=tuple(vue.nom(id_) for id_ in fiche.milieux),
        partenaires=tuple(vue.nom(id_) for id_ in fiche.partenaires),
        financement=fiche.source_financement,
    )


def lots_inclus(journal: EtatJournal) -> LotsInclus:
    """The lots of a journal, in words."""
    nom = f"{journal.code}, {journal.nom}" if journal.nom else journal.code
    return LotsInclus(nom, " · ".join(_plages(journal)) or "aucun")


def _plages(journal: EtatJournal) -> Iterator[str]:
    """One life of a journal after the other; most have only one."""
    for incarnation in journal.incarnations:
        if incarnation.recus:
            yield ", ".join(f"{a} à {b}" if b > a else str(a) for a, b in incarnation.recus)
