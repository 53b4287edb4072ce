"""One entry as readable text, and what each of its revisions changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from uuid import UUID

from journal_scls.domain.journal.intervention import (
    TRANCHES_AGE,
    Contenu,
    Intervention,
    Reference,
    Statut,
)
from journal_scls.domain.vocabulaire import Vocabulaires
from journal_scls.gui.fenetre.etat import heure
from journal_scls.gui.jours import decrire_date, duree
from journal_scls.gui.pages.saisie.choix import NOMS_VOLETS
from journal_scls.gui.texte_riche import SERRE, paragraphe, titre
from journal_scls.gui.traduction import marque, tr

Champ = tuple[str, str]
RIEN = marque("rien")
_DANS_LE_TITRE = marque("Date")


@dataclass(frozen=True)
class Noms:
    """What the identifiers of the directory are called."""

    milieux: Mapping[UUID, str]
    organismes: Mapping[UUID, str]


class Fiche:
    """Writes with the labels of the newest vocabulary."""

    def __init__(self, vocabulaires: Vocabulaires, noms: Noms) -> None:
        self._v = vocabulaires
        self._noms = noms

    def champs(self, c: Contenu) -> list[Champ]:
        """Every field that says something, in the order of the form."""
        tous = (*self._champs_du_lieu(c), *self._champs_de_l_action(c), *self._champs_libres(c))
        return [(nom, valeur) for nom, valeur in tous if valeur]

    def html(self, revisions: Sequence[Intervention], destruction: date | None = None) -> str:
        """The last revision, then the history, oldest first; every typed word is escaped.

        `destruction` is the day from which a cancelled entry may be destroyed.
        """
        derniere = revisions[-1]
        parties = [titre(decrire_date(derniere.contenu.date_intervention))]
        if derniere.statut is Statut.ANNULEE:
            parties.append(paragraphe(tr("Annulée"), derniere.raison))
            if destruction is not None:
                parties.append(paragraphe(tr("Peut être détruite à partir du"), str(destruction)))
        parties += [
            paragraphe(nom, valeur)
            for nom, valeur in self.champs(derniere.contenu)
            if nom != tr(_DANS_LE_TITRE)
        ]
        parties.append(titre(tr("Révisions")))
        for avant, revision in zip((None, *revisions), revisions, strict=False):
            parties.append(self._revision(avant, revision))
        return "".join(parties)

    def changements(self, avant: Intervention, apres: Intervention) -> list[str]:
        """What a revision changed: « Durée : 30 min → 45 min »."""
        vieux, neufs = dict(self.champs(avant.contenu)), dict(self.champs(apres.contenu))
        noms = dict.fromkeys((*vieux, *neufs))
        return [
            f"{nom} : {vieux.get(nom, tr(RIEN))} → {neufs.get(nom, tr(RIEN))}"
            for nom in noms
            if vieux.get(nom) != neufs.get(nom)
        ]

    def signature(self, revision: Intervention) -> str:
        """« 2, le 2025-03-14 à 10 h 05, INT-07 »."""
        return tr("{revision}, le {quand}", revision=revision.revision, quand=_quand(revision))

    def _revision(self, avant: Intervention | None, revision: Intervention) -> str:
        quand = _quand(revision)
        acte = f"<b>{revision.revision}. {_acte(avant, revision)}</b>"
        texte = [f"<p {SERRE}>{acte} – {escape(quand)}"]
        if revision.raison:
            texte.append(f"<br/>Raison : {escape(revision.raison)}")
        if avant is not None:
            texte += [f"<br/>{escape(c)}" for c in self.changements(avant, revision)]
        return "".join([*texte, "</p>"])

    def _champs_du_lieu(self, c: Contenu) -> list[Champ]:
        lieu = c.lieu
        milieu = self._noms.milieux.get(lieu.milieu, "") if lieu.milieu else tr("Sans milieu")
        organisme = self._noms.organismes.get(lieu.organisme, "") if lieu.organisme else ""
        immeuble = lieu.categorie_immeuble
        return [
            (tr("Date"), c.date_intervention.isoformat()),
            (tr("Durée"), duree(c.duree_min)),
            (tr("Milieu"), milieu),
            (tr("Tenure"), self._v.libelle("tenure", lieu.tenure) if lieu.milieu else ""),
            (tr("Organisme"), organisme),
            (tr("MRC"), lieu.mrc),
            (tr("Immeuble"), self._v.libelle("categorie_immeuble", immeuble) if immeuble else ""),
        ]

    def _champs_de_l_action(self, c: Contenu) -> list[Champ]:
        tranches = zip(TRANCHES_AGE, c.tranches, strict=False)
        return [
            (tr("Volet"), tr(NOMS_VOLETS[c.volet])),
            (tr("Activité"), self._libelles("activite", (c.activite, *c.activites_secondaires))),
            (tr("Catégorie"), self._libelles("categorie", (c.categorie,))),
            (tr("Type d’action collective"), self._libelles("type_collectif", (c.type_collectif,))),
            (tr("Clientèle"), self._libelles("clientele", (c.clientele, *c.clienteles_autres))),
            (tr("Personnes"), "" if c.nb_personnes is None else str(c.nb_personnes)),
            (tr("Nouvelles personnes"), "" if c.nb_nouvelles is None else str(c.nb_nouvelles)),
            (
                tr("Âges"),
                ", ".join(
                    tr("{nom} ans\u00a0: {nombre}", nom=nom, nombre=n) for nom, n in tranches if n
                ),
            ),
            (tr("Rôles"), ", ".join(f"{self._v.libelle('role', r)} : {n}" for r, n in c.roles)),
            (tr("Problématiques"), self._libelles("problematique", c.problematiques)),
            (tr("Modalité"), self._libelles("modalite", (c.modalite,))),
            (tr("Références"), "\n".join(self._reference(r) for r in c.references)),
        ]

    def _champs_libres(self, c: Contenu) -> list[Champ]:
        return [
            (tr("Projet"), c.projet),
            (tr("Code de la personne"), c.personne),
            (tr("Suivi"), c.suivi),
            (tr("À faire le"), c.suivi_le.isoformat() if c.suivi_le else ""),
            (tr("Financement"), c.source_financement),
            (tr("Note"), c.note),
            (tr("Fait marquant"), c.fait_marquant),
        ]

    def _libelles(self, liste: str, codes: Sequence[str]) -> str:
        return ", ".join(self._v.libelle(liste, code) for code in codes if code)

    def _reference(self, r: Reference) -> str:
        parties = [self._v.libelle("destination", r.destination)]
        if r.service != "AUTRE":
            parties.append(self._v.libelle_service(r.destination, r.service))
        parties.append(self._v.libelle("mode_reference", r.mode))
        parties.append(self._v.libelle("statut_reference", r.statut))
        relance = (
            tr(", relance le {date_relance}", date_relance=r.date_relance.isoformat())
            if r.date_relance
            else ""
        )
        return " – ".join(parties) + relance


def _quand(revision: Intervention) -> str:
    jour = revision.saisie_le.astimezone().date()
    return tr(
        "{jour} à {heure}, {auteur}",
        jour=jour.isoformat(),
        heure=heure(revision.saisie_le),
        auteur=revision.auteur,
    )


def _acte(avant: Intervention | None, revision: Intervention) -> str:
    if avant is None:
        return tr("Saisie")
    if revision.statut is Statut.ANNULEE:
        return tr("Annulation")
    return tr("Rétablissement") if avant.statut is Statut.ANNULEE else tr("Correction")
