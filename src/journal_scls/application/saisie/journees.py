"""A day of work: what was done, what waits, what comes back each week."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from journal_scls.application.interventions.ports_suivis import LecturesSuivis
from journal_scls.application.lectures import Filtre, LigneJournal
from journal_scls.application.ports import Horloge, Lectures, UnitOfWork
from journal_scls.application.saisie.ports_saisie import Habitudes, Rappel
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.journal.intervention import Contenu
from journal_scls.domain.journal.modele import Modele, repetable
from journal_scls.domain.journal.suivi import ReferenceSuivie, suites_ouvertes
from journal_scls.domain.texte import cle
from journal_scls.domain.vocabulaire import Vocabulaires

_SEMAINE = timedelta(days=7)
_MEMOIRE = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Journee:
    """The week around a day, its entries, and what is due within the week to come.

    `comptes` has the seven days, from Monday; `lignes` are those of the day, newest first.
    """

    jour: date
    comptes: tuple[tuple[date, int], ...]
    lignes: tuple[LigneJournal, ...]
    rappels: tuple[Rappel, ...]


class Journees:
    """Reads what a day shows; keeps templates. Every change is one transaction."""

    def __init__(
        self,
        *,
        lectures: Callable[[], Lectures],
        unite: Callable[[], UnitOfWork],
        lire: Callable[[], UnitOfWork],
        suivis: Callable[[], LecturesSuivis],
        vocabulaires: Vocabulaires,
        horloge: Horloge,
    ) -> None:
        """Take what is needed; `lire` is a transaction that only reads, and waits for nobody."""
        self._lectures = lectures
        self._unite = unite
        self._lire = lire
        self._suivis = suivis
        self._vocabulaires = vocabulaires
        self._horloge = horloge

    def journee(self, jour: date) -> Journee:
        """What the page of a day shows."""
        lundi = jour - timedelta(days=jour.weekday())
        semaine = [lundi + timedelta(days=n) for n in range(7)]
        lignes = self._lectures().lister(Filtre(du=semaine[0], au=semaine[-1]))
        comptes = tuple((j, sum(ligne.date == j for ligne in lignes)) for j in semaine)
        du_jour = sorted(
            (ligne for ligne in lignes if ligne.date == jour),
            key=lambda ligne: ligne.saisie_le,
            reverse=True,
        )
        return Journee(jour, comptes, tuple(du_jour), self._rappels())

    def derniere(self) -> UUID | None:
        """The entry that was typed last, among those of the last days that have some."""
        lignes = self._lectures().lister(Filtre(au=self._horloge.aujourdhui()), limite=50)
        derniere = max(lignes, key=lambda ligne: ligne.saisie_le, default=None)
        return derniere.id if derniere else None

    def habitudes(self) -> Habitudes:
        """What the last twelve months say most."""
        with self._lire() as unite:
            return unite.saisie.habitudes(self._horloge.aujourdhui() - _MEMOIRE)

    # --- what comes back each week

    def modeles(self) -> tuple[Modele, ...]:
        """All of them, by name."""
        with self._lire() as unite:
            return unite.saisie.modeles()

    def enregistrer_modele(self, nom: str, etat: Mapping[str, object]) -> Modele:
        """Keep a form's state under a name, in the place of the template that had it.

        Raises:
            RegleMetier: no name, or one too long.
        """
        with self._unite() as unite:
            connu = next((m for m in unite.saisie.modeles() if cle(m.nom) == cle(nom)), None)
            id_ = connu.id if connu else nouvel_identifiant()
            modele = Modele(id=id_, nom=" ".join(nom.split()), contenu=repetable(etat))
            unite.saisie.enregistrer_modele(modele)
            unite.commit()
        return modele

    def renommer_modele(self, modele: Modele, nom: str) -> Modele:
        """Give a template another name.

        Raises:
            RegleMetier: no name, one too long, or another template has it.
        """
        renomme = replace(modele, nom=" ".join(nom.split()))
        with self._unite() as unite:
            if any(
                m.id != modele.id and cle(m.nom) == cle(renomme.nom) for m in unite.saisie.modeles()
            ):
                raise RegleMetier(
                    f"Un autre modèle s'appelle « {renomme.nom} ».", "Choisissez un autre nom."
                )
            unite.saisie.enregistrer_modele(renomme)
            unite.commit()
        return renomme

    def remettre_modele(self, modele: Modele) -> None:
        """Put back a template that was thrown away."""
        with self._unite() as unite:
            unite.saisie.enregistrer_modele(modele)
            unite.commit()

    def jeter_modele(self, id_: UUID) -> None:
        """Forget a template."""
        with self._unite() as unite:
            unite.saisie.supprimer_modele(id_)
            unite.commit()

    def _rappels(self) -> tuple[Rappel, ...]:
        """Follow-ups and referrals to ask about, the longest overdue first."""
        limite = self._horloge.aujourdhui() + _SEMAINE
        with self._lire() as unite:
            suivis = unite.saisie.suivis_dus(limite)
        ouvertes = suites_ouvertes(self._vocabulaires)
        relances = self._suivis().references(ouvertes, relance_au=limite)
        rappels = (*suivis, *(_relance(r) for r in relances))
        return tuple(sorted(rappels, key=lambda r: (r.pour_le, r.du, r.intervention)))


def _relance(suivie: ReferenceSuivie) -> Rappel:
    reference = suivie.reference
    return Rappel(
        intervention=suivie.intervention,
        pour_le=reference.date_relance or suivie.du,
        du=suivie.du,
        milieu=suivie.milieu,
        destination=reference.destination,
        service=reference.service,
        partenaire=suivie.partenaire,
    )


def sans_suivi(contenu: Contenu) -> Contenu:
    """The same, its follow-up done: what it was stays, nothing is due any more."""
    return replace(contenu, suivi_le=None)
