"""What is typed, as texts: what a draft keeps, and what an entry looks like before it is read."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from journal_scls.domain.errors import ErreurJournal
from journal_scls.domain.journal.intervention import TRANCHES_AGE, Contenu, Reference
from journal_scls.domain.lecture import ecrire_duree
from journal_scls.gui.pages.saisie.choix import SANS_MILIEU
from journal_scls.gui.widgets.date_edit import DateEdit

Etat = dict[str, object]


def texte_date(texte: str, aujourdhui: date, lire: Callable[[str, date], date]) -> str:
    """« hier » is kept as the day it meant: read again tomorrow it would be another one.

    What is not a date yet stays as typed, without being read under the fingers.
    """
    if not texte.strip():
        return ""
    try:
        return lire(texte, aujourdhui).isoformat()
    except ErreurJournal:
        return texte


def lire_uuid(valeur: object) -> UUID | None:
    """The identifier of a kept text, None when there is none."""
    return UUID(str(valeur)) if valeur else None


def jour_de(texte: str) -> date | None:
    """The day of a kept text, None when it is not one."""
    try:
        return date.fromisoformat(texte)
    except ValueError:
        return None


def poser_date(edit: DateEdit, texte: str) -> None:
    """Put a kept text back: a day with its name, anything else as typed."""
    jour = jour_de(texte)
    edit.set_value(jour)
    if jour is None:
        edit.line.set_text(texte)


def etat_de(contenu: Contenu) -> Etat:
    """The form's state that shows this content."""
    milieu = contenu.lieu.milieu
    personnes, relance = contenu.nb_personnes, contenu.suivi_le
    return {
        "milieu": str(milieu) if milieu else SANS_MILIEU,
        "activite": contenu.activite,
        "clientele": contenu.clientele,
        "duree_min": ecrire_duree(contenu.duree_min),
        "references": [_etat_reference(r) for r in contenu.references],
        "date": contenu.date_intervention.isoformat(),
        "volet": contenu.volet.value,
        "nb_personnes": "" if personnes is None else str(personnes),
        "nb_nouvelles": "" if contenu.nb_nouvelles is None else str(contenu.nb_nouvelles),
        "tranches": {
            tranche: str(nombre)
            for tranche, nombre in zip(TRANCHES_AGE, contenu.tranches, strict=False)
            if nombre
        },
        "roles": {role: str(nombre) for role, nombre in contenu.roles},
        "projet": contenu.projet,
        "type_collectif": contenu.type_collectif,
        "categorie": contenu.categorie,
        "modalite": contenu.modalite,
        "problematiques": list(contenu.problematiques),
        "activites_secondaires": list(contenu.activites_secondaires),
        "clienteles_autres": list(contenu.clienteles_autres),
        "personne": contenu.personne,
        "suivi": contenu.suivi,
        "suivi_le": relance.isoformat() if relance else "",
        "source_financement": contenu.source_financement,
        "note": contenu.note,
        "fait_marquant": contenu.fait_marquant,
        "nouveau_milieu": {},
    }


def _etat_reference(reference: Reference) -> dict[str, object]:
    etat: dict[str, object] = {
        "destination": reference.destination,
        "service": reference.service,
        "mode": reference.mode,
        "statut": reference.statut,
    }
    if reference.ressource is not None:
        etat["ressource"] = str(reference.ressource)
    if reference.date_relance is not None:
        etat["date_relance"] = reference.date_relance.isoformat()
    return etat
