"""Entering, correcting and cancelling interventions; keeping what is being typed."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from journal_scls.application.lectures import Brouillon
from journal_scls.application.ports import Horloge, UnitOfWork
from journal_scls.application.repertoire.evolutions import codes_pris
from journal_scls.application.repertoire.index import IndexRepertoire
from journal_scls.application.reprise.colonnes import COLONNES, COLONNES_DU_LIEU
from journal_scls.application.reprise.fiche import (
    Fiche,
    LecteurFiche,
    ecrire_reference,
    edition,
    lire_id_externe,
    nouvelle_intervention,
    origine_externe,
)
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.journal.intervention import Contenu, Intervention
from journal_scls.domain.journal.regles import exiger
from journal_scls.domain.repertoire.lieux import Lieu, Milieu, Organisme, Tenure
from journal_scls.domain.vocabulaire import Vocabulaires

_T = TypeVar("_T", Milieu, Organisme)


class Interventions:
    """The entries of one journal. Every call is one transaction; what it returns is on disk."""

    def __init__(
        self, unite: Callable[[], UnitOfWork], vocabulaires: Vocabulaires, horloge: Horloge
    ) -> None:
        self._unite = unite
        self._vocabulaires = vocabulaires
        self._horloge = horloge

    def saisir(self, contenu: Contenu, *, brouillon: UUID | None = None) -> Intervention:
        """Keep a new entry, and forget the draft it was typed in.

        Raises:
            RegleMetier: the first rule the content breaks, with its field.
        """
        exiger(contenu, self._vocabulaires)
        with self._unite() as unite:
            _exiger_projet(unite, contenu.projet)
            intervention = self._nouvelle(contenu, unite)
            unite.interventions.ajouter(intervention)
            if brouillon is not None:
                unite.brouillons.supprimer(brouillon)
            unite.commit()
        return intervention

    def corriger(
        self,
        id_: UUID,
        contenu: Contenu,
        *,
        revision: int | None = None,
        brouillon: UUID | None = None,
    ) -> Intervention:
        """Keep a new revision of an entry; earlier ones stay for ever.

        Args:
            id_: the entry.
            contenu: all of what it now says.
            revision: the revision the person was looking at; refused when it is not the last.
            brouillon: the draft to forget.

        Raises:
            RegleMetier: broken rule, unknown or cancelled entry, or changed meanwhile.
        """
        exiger(contenu, self._vocabulaires)
        with self._unite() as unite:
            actuelle = _exister(unite, id_)
            if revision is not None and revision != actuelle.revision:
                raise RegleMetier(
                    "Cette intervention a été modifiée entre-temps.",
                    "Rouvrez-la et refaites la correction.",
                )
            if contenu.projet != actuelle.contenu.projet:
                _exiger_projet(unite, contenu.projet)
            corrigee = self._reviser(unite, actuelle, contenu)
            if brouillon is not None:
                unite.brouillons.supprimer(brouillon)
            unite.commit()
        return corrigee

    def annuler(self, id_: UUID, raison: str) -> Intervention:
        """Cancel an entry for a reason; it stays readable and leaves the figures.

        Raises:
            RegleMetier: no reason, unknown or already cancelled entry.
        """
        return self._transition(
            id_,
            lambda i, auteur: i.annuler(raison, auteur=auteur, le=self._horloge.maintenant()),
        )

    def retablir(self, id_: UUID) -> Intervention:
        """Count a cancelled entry again.

        Raises:
            RegleMetier: unknown entry, or not cancelled.
        """
        return self._transition(
            id_, lambda i, auteur: i.retablir(auteur=auteur, le=self._horloge.maintenant())
        )

    def lire(self, id_: UUID) -> Intervention:
        """The last revision.

        Raises:
            RegleMetier: there is no such entry.
        """
        with self._unite() as unite:
            return _exister(unite, id_)

    def revisions(self, id_: UUID) -> tuple[Intervention, ...]:
        """Every revision, oldest first."""
        with self._unite() as unite:
            return unite.interventions.revisions(id_)

    def saisir_fiche(self, fiche: Fiche) -> Intervention:
        """Keep a new entry written as a row of columns; places not known yet are created.

        Raises:
            RegleMetier: every column at fault, or its `id_externe` was already taken.
        """
        externe = lire_id_externe(fiche)
        origine = origine_externe(externe)
        with self._unite() as unite:
            contenu = self._lire_fiche(unite, fiche)
            intervention = self._nouvelle(contenu, unite)
            if not externe:
                unite.interventions.ajouter(intervention)
            elif unite.interventions.origines_connues([origine]):
                raise RegleMetier(
                    f"L'intervention « {externe[:60]} » est déjà au journal.",
                    "Corrigez-la au lieu de la saisir à nouveau.",
                    champ="id_externe",
                )
            else:
                unite.interventions.ajouter_reprises([(intervention, origine, externe)])
            unite.commit()
        return intervention

    def corriger_fiche(self, id_: UUID, changements: Mapping[str, object]) -> Intervention:
        """Correct only some columns of an entry.

        Changing the date or the milieu looks the tenure, owner, MRC and category up again,
        as of the new date, unless the row says them. What no column given says does not move.

        Raises:
            RegleMetier: unknown column or entry, or a column at fault.
        """
        if inconnues := sorted(set(changements) - set(_CORRIGIBLES)):
            raise RegleMetier(
                f"La colonne « {inconnues[0]} » ne se corrige pas.",
                f"Les colonnes qui se corrigent sont : {', '.join(_CORRIGIBLES)}.",
                champ=inconnues[0],
            )
        with self._unite() as unite:
            actuelle = _exister(unite, id_)
            contenu = self._corriger_contenu(unite, actuelle.contenu, changements)
            corrigee = self._reviser(unite, actuelle, contenu)
            unite.commit()
        return corrigee

    def garder_brouillon(
        self,
        contenu: dict[str, object],
        *,
        id_: UUID | None = None,
        intervention: UUID | None = None,
    ) -> UUID:
        """Keep what is being typed, exactly as typed; returns the draft's identifier."""
        id_ = id_ or nouvel_identifiant()
        with self._unite() as unite:
            unite.brouillons.enregistrer(
                Brouillon(
                    id=id_,
                    contenu=contenu,
                    modifie_le=self._horloge.maintenant(),
                    intervention=intervention,
                )
            )
            unite.commit()
        return id_

    def brouillons(self) -> tuple[Brouillon, ...]:
        """The drafts, newest first."""
        with self._unite() as unite:
            return unite.brouillons.tous()

    def jeter_brouillon(self, id_: UUID) -> None:
        """Forget a draft."""
        with self._unite() as unite:
            unite.brouillons.supprimer(id_)
            unite.commit()

    def _nouvelle(self, contenu: Contenu, unite: UnitOfWork) -> Intervention:
        return nouvelle_intervention(
            contenu, self._vocabulaires, auteur=unite.profil().code, le=self._horloge.maintenant()
        )

    def _transition(
        self, id_: UUID, suivante: Callable[[Intervention, str], Intervention]
    ) -> Intervention:
        with self._unite() as unite:
            intervention = suivante(_exister(unite, id_), unite.profil().code)
            unite.interventions.reviser(intervention)
            unite.commit()
        return intervention

    def _lire_fiche(self, unite: UnitOfWork, fiche: Fiche, lieu: Lieu | None = None) -> Contenu:
        """Read a row; the places it makes belong to the transaction.

        `lieu` is where the entry is now: among places of the same name, it is the one meant.
        """
        index = IndexRepertoire(
            _en_dernier(unite.repertoire.organismes(), lieu.organisme if lieu else None),
            _en_dernier(unite.repertoire.milieux(), lieu.milieu if lieu else None),
            unite.editions.fusions(),
            (*unite.partenaires.projets(), *unite.partenaires.comites()),
        )
        contenu = LecteurFiche(self._vocabulaires, index).lire(fiche)
        unite.repertoire.enregistrer_organismes(index.nouveaux_organismes())
        unite.repertoire.enregistrer_milieux(index.milieux_observes())
        unite.partenaires.enregistrer_projets(index.nouveaux_projets())
        return contenu

    def _corriger_contenu(
        self, unite: UnitOfWork, contenu: Contenu, changements: Mapping[str, object]
    ) -> Contenu:
        avant = _en_colonnes(unite, contenu)
        champs = {champ for colonne in changements for champ in _CHAMPS[colonne]}
        retrouve = "milieu" in changements or ("date" in changements and avant["milieu"])
        if not retrouve and not changements.keys() & set(COLONNES_DU_LIEU):
            champs.discard("lieu")
            avant |= dict.fromkeys(_LIEU, "") | {"tenure": Tenure.SANS_MILIEU.value}
        elif retrouve:
            avant |= dict.fromkeys(COLONNES_DU_LIEU, "")
        if "activite" in changements:
            avant.pop("categorie")
        lu = self._lire_fiche(unite, {**avant, **changements}, contenu.lieu)
        corrige = replace(contenu, **{champ: getattr(lu, champ) for champ in champs})
        exiger(corrige, self._vocabulaires)
        return corrige

    def _reviser(self, unite: UnitOfWork, actuelle: Intervention, contenu: Contenu) -> Intervention:
        """Keep the next revision, or the same one when nothing changed."""
        suivante = actuelle.rectifier(
            contenu,
            vocabulaire=edition(contenu, self._vocabulaires),
            auteur=unite.profil().code,
            le=self._horloge.maintenant(),
        )
        if contenu == actuelle.contenu:
            return actuelle
        unite.interventions.reviser(suivante)
        return suivante


def _en_colonnes(unite: UnitOfWork, contenu: Contenu) -> dict[str, object]:
    milieux = {m.id: m.nom for m in unite.repertoire.milieux()}
    organismes = {o.id: o.nom for o in unite.repertoire.organismes()}
    lieu = contenu.lieu
    return {
        "date": contenu.date_intervention,
        "duree_min": str(contenu.duree_min),
        "milieu": milieux[lieu.milieu] if lieu.milieu else "",
        "tenure": lieu.tenure.value,
        "organisme": organismes[lieu.organisme] if lieu.organisme else "",
        "mrc": lieu.mrc,
        "categorie_immeuble": lieu.categorie_immeuble,
        "volet": contenu.volet.value,
        "activite": contenu.activite,
        "categorie": contenu.categorie,
        "type_collectif": contenu.type_collectif,
        "clientele": contenu.clientele,
        "problematiques": list(contenu.problematiques),
        "modalite": contenu.modalite,
        "nb_personnes": contenu.nb_personnes,
        "references": [ecrire_reference(r) for r in contenu.references],
        "personne": contenu.personne,
        "note": contenu.note,
    }


_LIEU = ("milieu", *COLONNES_DU_LIEU)
_CORRIGIBLES = tuple(nom for nom in COLONNES if nom != "id_externe")
# The fields that a column says; the others (age brackets, reminders) have no column.
_CHAMPS = {nom: (nom,) for nom in _CORRIGIBLES} | {
    "date": ("date_intervention", "lieu"),
    "activite": ("activite", "categorie"),
    "volet": ("volet", "nb_personnes"),
    **dict.fromkeys(_LIEU, ("lieu",)),
}


def _exiger_projet(unite: UnitOfWork, code: str) -> None:
    """Refuse the code of nothing; what an old entry typed there is not asked about again."""
    if not code:
        return
    if code not in codes_pris((*unite.partenaires.projets(), *unite.partenaires.comites())):
        raise RegleMetier(
            f"« {code[:40]} » n'est le code d'aucun projet ni comité.",
            "Choisissez-en un au répertoire, ou ajoutez-le d'abord.",
            champ="projet",
        )


def _en_dernier(objets: Iterable[_T], id_: UUID | None) -> list[_T]:
    """The same, that one last: the last of a name is the one that the name finds."""
    return sorted(objets, key=lambda objet: objet.id == id_)


def _exister(unite: UnitOfWork, id_: UUID) -> Intervention:
    intervention = unite.interventions.lire(id_)
    if intervention is None:
        raise RegleMetier(
            f"Aucune intervention ne porte l'identifiant {id_}.",
            "Vérifiez-le avec la commande « lister ».",
            champ="id",
        )
    return intervention
