"""The lines of a day in the words of a person."""

from collections.abc import Sequence
from datetime import date

from journal_scls.application.lectures import LigneJournal
from journal_scls.application.saisie.ports_saisie import Rappel
from journal_scls.domain.vocabulaire import Vocabulaires
from journal_scls.gui.jours import (
    decrire_date,
    duree,
    majuscule,
    sans_annee,
    semaine,
    semaine_breve,
)
from journal_scls.gui.traduction import deux_points, tr

_NOTE_MAX = 60
_SEMAINE = 7


def jour_court(jour: date, nombre: int) -> str:
    """« ven. 14 · 3 », the count left out when there is none."""
    return f"{semaine_breve(jour)} {jour.day}" + (f" · {nombre}" if nombre else "")


def jour_long(jour: date, nombre: int) -> str:
    """« vendredi 14 mars 2025, 3 interventions »."""
    return ", ".join((decrire_date(jour), tr("{n} intervention", "{n} interventions", nombre)))


def titre_du_jour(jour: date, aujourdhui: date) -> str:
    """« Aujourd’hui », « Mardi 11 mars », « Mardi 12 mars 2024 »: short, for large text."""
    if jour == aujourdhui:
        return tr("Aujourd’hui")
    meme_annee = jour.year == aujourdhui.year
    return majuscule(sans_annee(jour) if meme_annee else decrire_date(jour))


def total(lignes: Sequence[LigneJournal]) -> str:
    """« 3 interventions, 1 h 35 »."""
    if not lignes:
        return tr("Aucune intervention")
    minutes = sum(ligne.duree_min for ligne in lignes)
    return ", ".join((tr("{n} intervention", "{n} interventions", len(lignes)), duree(minutes)))


def decrire_ligne(ligne: LigneJournal, termes: Vocabulaires) -> str:
    """« Place des Érables · Écoute · 45 min · réf. CISSS ou CIUSSS – Santé mentale »."""
    references = [
        tr("réf. {reference}", reference=_reference(r.destination, r.service, termes))
        for r in ligne.references
    ]
    note = " ".join(ligne.note.split())
    parties = [
        ligne.milieu or tr("Sans milieu"),
        termes.libelle("activite", ligne.activite),
        termes.libelle("clientele", ligne.clientele),
        duree(ligne.duree_min),
        *references,
        tr("« {note} »", note=_abreger(note)) if note else "",
    ]
    return " · ".join(partie for partie in parties if partie)


def _abreger(note: str) -> str:
    return f"{note[:_NOTE_MAX]}…" if len(note) > _NOTE_MAX else note


def decrire_rappel(rappel: Rappel, aujourdhui: date, termes: Vocabulaires) -> str:
    """« En retard (mardi 11 mars) : rappeler la personne – Place des Érables »."""
    if rappel.destination:
        lieu = rappel.partenaire or _reference(rappel.destination, rappel.service, termes)
        quoi = tr("relancer {reference}", reference=lieu)
    else:
        quoi = rappel.suivi or tr(
            "suivi – {libelle}", libelle=termes.libelle("activite", rappel.activite)
        )
    ou = f" – {rappel.milieu}" if rappel.milieu else ""
    return deux_points(_echeance(rappel.pour_le, aujourdhui), f"{quoi}{ou}")


def _echeance(jour: date, aujourdhui: date) -> str:
    ecart = (jour - aujourdhui).days
    if ecart == 0:
        return tr("Aujourd’hui")
    if ecart == 1:
        return tr("Demain")
    if ecart < 0:
        return tr("En retard ({jour})", jour=sans_annee(jour))
    return majuscule(semaine(jour) if ecart < _SEMAINE else sans_annee(jour))


def _reference(destination: str, service: str, termes: Vocabulaires) -> str:
    lieu = termes.libelle("destination", destination)
    if service in ("", "AUTRE"):
        return lieu
    return f"{lieu} – {termes.libelle_service(destination, service)}"
