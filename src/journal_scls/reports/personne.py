"""What is held about one person, in structured and commonly used formats: JSON and CSV."""

import json
from collections.abc import Iterator
from typing import Any

from journal_scls.application.fiche import ecrire_fiche
from journal_scls.application.lectures import DossierPersonne, LigneJournal
from journal_scls.domain.intervention import TRANCHES_AGE, Contenu, Intervention
from journal_scls.reports.classeur.entrees import ecrire_entrees_csv


def ecrire_personne_json(dossier: DossierPersonne) -> bytes:
    """Everything, every revision included, with a line break at the end."""
    objet = {
        "personne": dossier.code,
        "etabli_le": dossier.etabli_le.isoformat(),
        "interventions": [_ecriture(*ecriture) for ecriture in dossier.ecritures],
    }
    return (json.dumps(objet, ensure_ascii=False, indent=2) + "\n").encode()


def ecrire_personne_csv(dossier: DossierPersonne) -> bytes:
    """The last revision of each entry, one a line, for a spreadsheet."""
    return ecrire_entrees_csv((ligne for ligne, _ in dossier.ecritures), confidentiel=True)


def _ecriture(ligne: LigneJournal, revisions: tuple[Intervention, ...]) -> dict[str, Any]:
    return ecrire_fiche(ligne) | {"revisions": [dict(_revision(r)) for r in revisions]}


def _revision(revision: Intervention) -> Iterator[tuple[str, Any]]:
    yield "revision", revision.revision
    yield "statut", revision.statut.value
    yield "saisie_le", revision.saisie_le.isoformat()
    yield "auteur", revision.auteur
    if revision.raison:
        yield "raison", revision.raison
    yield from _contenu(revision.contenu)


def _contenu(contenu: Contenu) -> Iterator[tuple[str, Any]]:
    yield "date", contenu.date_intervention.isoformat()
    for nom in ("duree_min", "activite", "categorie", "clientele", "note", "fait_marquant"):
        yield nom, getattr(contenu, nom)
    for nom in ("modalite", "nb_personnes", "nb_nouvelles", "projet", "suivi"):
        if valeur := getattr(contenu, nom):
            yield nom, valeur
    if contenu.suivi_le:
        yield "suivi_le", contenu.suivi_le.isoformat()
    if contenu.problematiques:
        yield "problematiques", list(contenu.problematiques)
    if any(contenu.tranches):
        yield "tranches", dict(zip(TRANCHES_AGE, contenu.tranches, strict=True))
    if contenu.roles:
        yield "roles", dict(contenu.roles)
