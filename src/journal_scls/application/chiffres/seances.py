"""Collective sessions over time: those of a project, of a committee, or of neither."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from journal_scls.application.lectures import Filtre, LigneJournal
from journal_scls.application.ports import Horloge, Lectures, UnitOfWork
from journal_scls.application.repertoire.vues import VueRepertoire
from journal_scls.domain.documents.bilan_projet import (
    BilanProjet,
    FicheProjet,
    HorsProjet,
    composer_bilan_projet,
)
from journal_scls.domain.journal.intervention import Volet
from journal_scls.domain.periode import Periode
from journal_scls.domain.profil import Profil
from journal_scls.domain.repertoire.partenaires import Comite
from journal_scls.domain.vocabulaire import Vocabulaires

_D_AUCUN_PROJET = Filtre(volet=Volet.COLLECTIF, projets=frozenset({""}))
_SANS_TYPE = "Type non précisé"

Demarche = str | HorsProjet
"""The code of a project or of a committee, or the collective activities of a type without any."""


class Seances:
    """What the entries of one journal say of each; every question reads them again."""

    def __init__(
        self,
        *,
        profil: Profil,
        lectures: Lectures,
        unite: Callable[[], UnitOfWork],
        vocabulaires: Vocabulaires,
        horloge: Horloge,
    ) -> None:
        self._profil = profil
        self._lectures = lectures
        self._unite = unite
        self._vocabulaires = vocabulaires
        self._horloge = horloge

    def hors_projet(self) -> tuple[HorsProjet, ...]:
        """The collective activities that belong to no project, by type, the most frequent first."""
        comptes = Counter(
            ligne.type_collectif for ligne in self._lectures.parcourir(_D_AUCUN_PROJET)
        )
        return tuple(
            HorsProjet(type_, self._libelle(type_), seances)
            for type_, seances in comptes.most_common()
        )

    def bilan(self, quoi: Demarche, embuches: Iterable[str] = ()) -> BilanProjet:
        """Its page, over all its sessions.

        Raises:
            RegleMetier: nothing has this code.
        """
        ids = [ligne.id for ligne in self._lignes(quoi)]
        with self._unite() as unite:
            revisions = [unite.interventions.lire(id_) for id_ in ids]
            fiche = self._decrire(quoi, unite)
        return composer_bilan_projet(
            profil=self._profil,
            fiche=fiche,
            seances=[r.contenu for r in revisions if r is not None and r.compte],
            vocabulaires=self._vocabulaires,
            aujourdhui=self._horloge.aujourdhui(),
            embuches=embuches,
        )

    def lister(self, quoi: Demarche, periode: Periode | None = None) -> tuple[LigneJournal, ...]:
        """The sessions, oldest first; those of a period when one is given.

        Raises:
            RegleMetier: nothing has this code.
        """
        return tuple(x for x in self._lignes(quoi) if periode is None or x.date in periode)

    def _lignes(self, quoi: Demarche) -> Iterator[LigneJournal]:
        if isinstance(quoi, HorsProjet):
            lignes = self._lectures.parcourir(_D_AUCUN_PROJET)
            return (ligne for ligne in lignes if ligne.type_collectif == quoi.type)
        with self._unite() as unite:
            vue = VueRepertoire.lire(unite)
        codes = vue.codes(vue.projet_ou_comite(quoi.strip()))
        return self._lectures.parcourir(Filtre(projets=codes))

    def _decrire(self, quoi: Demarche, unite: UnitOfWork) -> FicheProjet:
        """What the directory says of it, in names."""
        if isinstance(quoi, HorsProjet):
            return FicheProjet(titre=f"{quoi.libelle}, hors projet", code="", type=quoi.libelle)
        vue = VueRepertoire.lire(unite)
        fiche = vue.projet_ou_comite(quoi.strip())
        if isinstance(fiche, Comite):
            instance = self._vocabulaires.libelle("instance", fiche.instance)
            return FicheProjet(
                titre=fiche.titre, code=fiche.code, type=instance, debut=fiche.debut, fin=fiche.fin
            )
        return FicheProjet(
            titre=fiche.titre,
            code=fiche.code,
            type=self._libelle(fiche.type),
            objectif=fiche.objectif,
            debut=fiche.debut,
            fin=fiche.fin,
            milieux=tuple(vue.nom(id_) for id_ in fiche.milieux),
            partenaires=tuple(vue.nom(id_) for id_ in fiche.partenaires),
            financement=fiche.source_financement,
        )

    def _libelle(self, type_: str) -> str:
        return self._vocabulaires.libelle("type_collectif", type_) if type_ else _SANS_TYPE
