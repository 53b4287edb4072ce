"""Entering, correcting and cancelling interventions; keeping what is being typed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from uuid import UUID

from journal_scls.application.colonnes import COLONNES, COLONNES_DU_LIEU
from journal_scls.application.fiche import (
    Fiche,
    LecteurFiche,
    ecrire_reference,
    nouvelle_intervention,
    origine_externe,
    texte_de,
)
from journal_scls.application.lectures import Brouillon
from journal_scls.application.ports import Horloge, UnitOfWork
from journal_scls.application.repertoire import IndexRepertoire
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.intervention import Contenu, Intervention
from journal_scls.domain.regles import exiger
from journal_scls.domain.vocabulaire import Vocabulaires


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
            suivante = actuelle.rectifier(
                contenu,
                vocabulaire=self._edition(contenu),
                auteur=unite.profil().code,
                le=self._horloge.maintenant(),
            )
            if contenu != actuelle.contenu:
                unite.interventions.reviser(suivante)
            if brouillon is not None:
                unite.brouillons.supprimer(brouillon)
            unite.commit()
        return suivante if contenu != actuelle.contenu else actuelle

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
        contenu = self._lire_fiche(fiche)
        externe = texte_de(fiche.get("id_externe"))
        if not externe:
            return self.saisir(contenu)
        origine = origine_externe(externe)
        with self._unite() as unite:
            if unite.interventions.origines_connues([origine]):
                raise RegleMetier(
                    f"L'intervention « {externe[:60]} » est déjà au journal.",
                    "Corrigez-la au lieu de la saisir à nouveau.",
                    champ="id_externe",
                )
            intervention = self._nouvelle(contenu, unite)
            unite.interventions.ajouter_reprises([(intervention, origine, externe)])
            unite.commit()
        return intervention

    def corriger_fiche(self, id_: UUID, changements: Mapping[str, object]) -> Intervention:
        """Correct only some columns of an entry.

        Changing the date or the milieu looks the tenure, owner, MRC and category up again,
        as of the new date, unless the row says them.

        Raises:
            RegleMetier: unknown column or entry, or a column at fault.
        """
        if inconnues := sorted(set(changements) - set(COLONNES)):
            raise RegleMetier(
                f"La colonne « {inconnues[0]} » n'existe pas.",
                f"Les colonnes sont : {', '.join(COLONNES)}.",
                champ=inconnues[0],
            )
        actuelle = self.lire(id_)
        avant = self._fiche_actuelle(actuelle.contenu)
        if changements.keys() & {"date", "milieu"} and avant["milieu"]:
            avant = {nom: valeur for nom, valeur in avant.items() if nom not in COLONNES_DU_LIEU}
        if "activite" in changements:
            avant.pop("categorie", None)
        lu = self._lire_fiche({**avant, **changements})
        touchees = {nom: getattr(lu, nom) for nom in _CHAMPS_DES_COLONNES}
        if "references" not in changements:
            touchees.pop("references")  # the columns do not say their partner nor their reminder
        return self.corriger(id_, replace(actuelle.contenu, **touchees), revision=actuelle.revision)

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

    def _edition(self, contenu: Contenu) -> str:
        return self._vocabulaires.edition_de(
            contenu.date_intervention, (contenu.activite, *contenu.activites_secondaires)
        )

    def _transition(
        self, id_: UUID, suivante: Callable[[Intervention, str], Intervention]
    ) -> Intervention:
        with self._unite() as unite:
            intervention = suivante(_exister(unite, id_), unite.profil().code)
            unite.interventions.reviser(intervention)
            unite.commit()
        return intervention

    def _lire_fiche(self, fiche: Fiche) -> Contenu:
        """Read a row; the places it made are kept in a transaction of their own."""
        with self._unite() as unite:
            index = IndexRepertoire(unite.repertoire.organismes(), unite.repertoire.milieux())
            contenu = LecteurFiche(self._vocabulaires, index).lire(fiche)
            unite.repertoire.enregistrer_organismes(index.nouveaux_organismes())
            unite.repertoire.enregistrer_milieux(index.milieux_observes())
            unite.commit()
        return contenu

    def _fiche_actuelle(self, contenu: Contenu) -> dict[str, object]:
        with self._unite() as unite:
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


_CHAMPS_DES_COLONNES = (
    "date_intervention",
    "duree_min",
    "lieu",
    "volet",
    "activite",
    "categorie",
    "type_collectif",
    "clientele",
    "problematiques",
    "modalite",
    "nb_personnes",
    "references",
    "personne",
    "note",
)


def _exister(unite: UnitOfWork, id_: UUID) -> Intervention:
    intervention = unite.interventions.lire(id_)
    if intervention is None:
        raise RegleMetier(
            f"Aucune intervention ne porte l'identifiant {id_}.",
            "Vérifiez-le avec la commande « lister ».",
            champ="id",
        )
    return intervention
