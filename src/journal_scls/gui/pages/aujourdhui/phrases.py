"""The lines of a day in the words of a person."""

from collections.abc import Sequence
from datetime import date

from journal_scls.application.lectures import LigneJournal
from journal_scls.application.saisie.ports_saisie import Rappel
from journal_scls.domain.lecture import ecrire_duree
from journal_scls.domain.texte import accorder
from journal_scls.domain.vocabulaire import Vocabulaires
from journal_scls.gui.jours import decrire_date

_NOTE_MAX = 60
_SEMAINE = 7


def jour_court(jour: date, nombre: int) -> str:
    """« ven. 14 · 3 », the count left out when there is none."""
    semaine = decrire_date(jour).split()[0][:3]
    return f"{semaine}. {jour.day}" + (f" · {nombre}" if nombre else "")


def jour_long(jour: date, nombre: int) -> str:
    """« vendredi 14 mars 2025, 3 interventions »."""
    return f"{decrire_date(jour)}, {accorder(nombre, 'intervention')}"


def titre_du_jour(jour: date, aujourdhui: date) -> str:
    """« Aujourd’hui », « Mardi 11 mars », « Mardi 12 mars 2024 »: short, for large text."""
    if jour == aujourdhui:
        return "Aujourd’hui"
    mots = decrire_date(jour).split()
    return " ".join(mots[:3] if jour.year == aujourdhui.year else mots).capitalize()


def total(lignes: Sequence[LigneJournal]) -> str:
    """« 3 interventions, 1 h 35 »."""
    if not lignes:
        return "Aucune intervention"
    minutes = sum(ligne.duree_min for ligne in lignes)
    return f"{accorder(len(lignes), 'intervention')}, {ecrire_duree(minutes)}"


def decrire_ligne(ligne: LigneJournal, termes: Vocabulaires) -> str:
    """« Place des Érables · Écoute · 45 min · réf. CISSS ou CIUSSS – Santé mentale »."""
    references = [f"réf. {_reference(r.destination, r.service, termes)}" for r in ligne.references]
    note = " ".join(ligne.note.split())
    parties = [
        ligne.milieu or "Sans milieu",
        termes.libelle("activite", ligne.activite),
        termes.libelle("clientele", ligne.clientele),
        ecrire_duree(ligne.duree_min),
        *references,
        f"« {note[:_NOTE_MAX]}{'…' if len(note) > _NOTE_MAX else ''} »" if note else "",
    ]
    return " · ".join(partie for partie in parties if partie)


def decrire_rappel(rappel: Rappel, aujourdhui: date, termes: Vocabulaires) -> str:
    """« En retard (mardi 11 mars) : rappeler la personne – Place des Érables »."""
    if rappel.destination:
        quoi = f"relancer {_reference(rappel.destination, rappel.service, termes)}"
    else:
        quoi = rappel.suivi or f"suivi – {termes.libelle('activite', rappel.activite)}"
    ou = f" – {rappel.milieu}" if rappel.milieu else ""
    return f"{_echeance(rappel.pour_le, aujourdhui)} : {quoi}{ou}"


def _echeance(jour: date, aujourdhui: date) -> str:
    ecart = (jour - aujourdhui).days
    if ecart == 0:
        return "Aujourd’hui"
    if ecart == 1:
        return "Demain"
    semaine, *mots = decrire_date(jour).split()
    if ecart < 0:
        return f"En retard ({semaine} {' '.join(mots[:2])})"
    return semaine.capitalize() if ecart < _SEMAINE else " ".join((semaine, *mots[:2])).capitalize()


def _reference(destination: str, service: str, termes: Vocabulaires) -> str:
    lieu = termes.libelle("destination", destination)
    if service in ("", "AUTRE"):
        return lieu
    return f"{lieu} – {termes.libelle_service(destination, service)}"
