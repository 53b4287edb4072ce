"""What makes the content of an entry acceptable, said field by field."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.journal.intervention import (
    ACTIVITES_SECONDAIRES_MAX,
    FAIT_MARQUANT_MAX,
    NOTE_MAX,
    PROBLEMATIQUES_MAX,
    TRANCHES_AGE,
    Contenu,
    Volet,
)
from journal_scls.domain.lecture import DERNIERE_ANNEE, DUREE_MAX, DUREE_MIN, PREMIERE_ANNEE
from journal_scls.domain.repertoire.lieux import Tenure
from journal_scls.domain.vocabulaire import Vocabulaires

PERSONNES_MAX = 100_000
TEXTE_COURT_MAX = 120


@dataclass(frozen=True, slots=True)
class Manquement:
    """A rule that a field does not keep; `champ` is the field's name in contracts and forms."""

    champ: str
    message: str


def verifier(contenu: Contenu, vocabulaires: Vocabulaires) -> tuple[Manquement, ...]:
    """Every rule the content breaks, in the order of the form; empty when it may be final."""
    return tuple(
        Manquement(champ, message) for champ, message in _manquements(contenu, vocabulaires)
    )


def exiger(contenu: Contenu, vocabulaires: Vocabulaires) -> None:
    """Refuse content that breaks a rule.

    Raises:
        RegleMetier: the first broken rule.
    """
    for champ, message in _manquements(contenu, vocabulaires):
        raise RegleMetier(message, champ=champ)


def _manquements(c: Contenu, v: Vocabulaires) -> Iterator[tuple[str, str]]:
    if not PREMIERE_ANNEE <= c.date_intervention.year <= DERNIERE_ANNEE:
        yield "date", f"L'année {c.date_intervention.year} n'est pas plausible."
    if not DUREE_MIN <= c.duree_min <= DUREE_MAX:
        yield "duree_min", "La durée va de 1 à 1440 minutes."
    yield from _codes(c, v)
    if c.volet is Volet.COLLECTIF and not c.type_collectif:
        yield "type_collectif", "Une action collective doit avoir un type."
    if c.volet is not Volet.COLLECTIF and c.type_collectif:
        yield "type_collectif", "Seule une action collective a un type d'action collective."
    if c.lieu.milieu is not None and c.lieu.tenure is Tenure.SANS_MILIEU:
        yield "tenure", "Un milieu nommé ne peut pas être « sans milieu »."
    yield from _nombres(c)
    yield from _references(c, v)
    yield from _textes(c)


def _codes(c: Contenu, v: Vocabulaires) -> Iterator[tuple[str, str]]:
    for liste, code in (
        ("activite", c.activite),
        ("categorie", c.categorie),
        ("clientele", c.clientele),
    ):
        if not code:
            yield liste, f"Il manque {_NOMS[liste]}."
        elif not v.connait(liste, code):
            yield liste, f"« {code} » n'est pas un code connu pour {_NOMS[liste]}."
    yield from _facultatif(v, "type_collectif", "type_collectif", c.type_collectif)
    yield from _facultatif(v, "modalite", "modalite", c.modalite)
    yield from _facultatif(v, "categorie_immeuble", "categorie_immeuble", c.lieu.categorie_immeuble)
    yield from _facultatif(v, "activite", "activites_secondaires", *c.activites_secondaires)
    yield from _facultatif(v, "clientele", "clienteles_autres", *c.clienteles_autres)
    yield from _facultatif(v, "problematique", "problematiques", *c.problematiques)
    yield from _facultatif(v, "role", "roles", *(role for role, _ in c.roles))
    if c.activite in c.activites_secondaires:
        yield "activites_secondaires", "L'activité principale ne se répète pas en second."
    if len(c.activites_secondaires) > ACTIVITES_SECONDAIRES_MAX:
        yield "activites_secondaires", "Deux activités secondaires au plus."
    if len(c.problematiques) > PROBLEMATIQUES_MAX:
        yield "problematiques", "Trois problématiques au plus."


def _facultatif(v: Vocabulaires, liste: str, champ: str, *codes: str) -> Iterator[tuple[str, str]]:
    for code in codes:
        if code and not v.connait(liste, code):
            yield champ, f"« {code} » n'est pas un code connu pour {_NOMS[liste]}."
    if len(set(codes)) != len(codes):
        yield champ, f"Le même code revient deux fois pour {_NOMS[liste]}."


def _nombres(c: Contenu) -> Iterator[tuple[str, str]]:
    personnes = c.nb_personnes
    if personnes is not None and not 0 <= personnes <= PERSONNES_MAX:
        yield "nb_personnes", "Le nombre de personnes est un nombre entier, 0 ou plus."
        return
    if c.volet is Volet.INDIVIDUEL and personnes is None:
        yield "nb_personnes", "Une action individuelle compte au moins une participation."
    plafond = PERSONNES_MAX if personnes is None else personnes
    if c.nb_nouvelles is not None and not 0 <= c.nb_nouvelles <= plafond:
        yield "nb_nouvelles", "Les nouvelles personnes ne dépassent pas le nombre de personnes."
    if c.tranches and len(c.tranches) != len(TRANCHES_AGE):
        yield "tranches", "Il y a cinq tranches d'âge."
    elif any(n < 0 for n in c.tranches) or sum(c.tranches) > plafond:
        yield "tranches", "Les tranches d'âge ne dépassent pas le nombre de personnes."
    if any(not 0 < n <= PERSONNES_MAX for _, n in c.roles):
        yield "roles", "Chaque rôle compte au moins une personne."


def _references(c: Contenu, v: Vocabulaires) -> Iterator[tuple[str, str]]:
    for rang, r in enumerate(c.references, start=1):
        if not v.connait("destination", r.destination):
            yield "references", f"Référence {rang} : destination inconnue « {r.destination} »."
        elif not v.connait_service(r.destination, r.service):
            destination = v.libelle("destination", r.destination)
            message = f"le service « {r.service} » n'existe pas pour « {destination} »."
            yield "references", f"Référence {rang} : {message}"
        for liste, code in (("mode_reference", r.mode), ("statut_reference", r.statut)):
            if not v.connait(liste, code):
                yield "references", f"Référence {rang} : « {code} » n'est pas un code connu."


def _textes(c: Contenu) -> Iterator[tuple[str, str]]:
    bornes: Iterable[tuple[str, str, int]] = (
        ("note", c.note, NOTE_MAX),
        ("fait_marquant", c.fait_marquant, FAIT_MARQUANT_MAX),
        ("personne", c.personne, TEXTE_COURT_MAX),
        ("projet", c.projet, TEXTE_COURT_MAX),
        ("suivi", c.suivi, FAIT_MARQUANT_MAX),
        ("source_financement", c.source_financement, TEXTE_COURT_MAX),
        ("mrc", c.lieu.mrc, TEXTE_COURT_MAX),
    )
    for champ, texte, borne in bornes:
        if len(texte) > borne:
            yield champ, f"Ce texte dépasse {borne} caractères ({len(texte)})."


_NOMS = {
    "activite": "l'activité",
    "categorie": "la catégorie",
    "clientele": "la clientèle",
    "problematique": "la problématique",
    "role": "le rôle",
    "type_collectif": "le type d'action collective",
    "modalite": "la modalité",
    "categorie_immeuble": "la catégorie d'immeuble",
}
