"""Cards in words: what lists, details, comparisons and previews all say of them."""

from collections.abc import Callable, Iterator
from datetime import date
from uuid import UUID

from journal_scls.application.repertoire.repertoire import EtatRepertoire
from journal_scls.domain.fusion import FicheRepertoire, GenreFiche
from journal_scls.domain.partenaires import Comite, Projet, ServicePartenaire, StatutProjet
from journal_scls.domain.repertoire import EtatMilieu, Milieu, Organisme
from journal_scls.domain.texte import accorder
from journal_scls.domain.vocabulaire import Vocabulaires
from journal_scls.gui.jours import jour_long

Ligne = tuple[str, str]
"""What is said, and its words."""

GENRES = {
    GenreFiche.ORGANISME: ("organisme", "organismes"),
    GenreFiche.MILIEU: ("milieu", "milieux"),
    GenreFiche.SERVICE: ("service partenaire", "services partenaires"),
    GenreFiche.PROJET: ("projet", "projets"),
    GenreFiche.COMITE: ("comité", "comités"),
}
STATUTS = {
    StatutProjet.PREVU: "prévu",
    StatutProjet.EN_COURS: "en cours",
    StatutProjet.TERMINE: "terminé",
    StatutProjet.ABANDONNE: "abandonné",
}
_INCONNU = "nombre inconnu"


def edition(etat: EtatRepertoire) -> str:
    """« Édition 4 du 2 novembre 2026, 3 fiches locales »."""
    locales = accorder(etat.locales, "fiche locale", "fiches locales")
    if etat.du is None:
        return f"Aucune édition de la région, {locales}"
    return f"Édition {etat.numero} du {jour_long(etat.du)}, {locales}"


def logements(nombre: int | None) -> str:
    """« 24 logements »."""
    return _INCONNU if nombre is None else accorder(nombre, "logement")


def duree(du: date | None, au: date | None) -> str:
    """« du 1er avril 2024 au 3 mai 2025 », '' when nobody said."""
    if du and au:
        return f"du {jour_long(du)} au {jour_long(au)}"
    if du:
        return f"depuis le {jour_long(du)}"
    return f"jusqu’au {jour_long(au)}" if au else ""


class Mots:
    """Gives the codes their labels and the identifiers their names."""

    def __init__(self, vocabulaires: Vocabulaires, nom: Callable[[UUID | None], str]) -> None:
        self._v = vocabulaires
        self._nom = nom

    def lignes(self, fiche: FicheRepertoire) -> list[Ligne]:
        """Everything a card says but its name; what it does not say is left out."""
        return [(quoi, mots) for quoi, mots in self._lignes(fiche) if mots]

    def etat(self, etat: EtatMilieu) -> str:
        """A state of a milieu on one line."""
        *dits, (_logements, nombre) = self._de_l_etat(etat)
        mots = [mots for _quoi, mots in dits if mots]
        return ", ".join((*mots, "logements inconnus" if nombre == _INCONNU else nombre))

    def tenure(self, code: str) -> str:
        """The label of a tenure."""
        return self._v.libelle("tenure", code)

    def service(self, fiche: ServicePartenaire) -> str:
        """« CISSS, santé mentale »."""
        destination = self._v.libelle("destination", fiche.destination)
        service = self._v.libelle_service(fiche.destination, fiche.service)
        return f"{destination}, {service}"

    def membres(self, comite: Comite) -> str:
        """« 8 Locataires, 2 Administratrices ou administrateurs »: counted, never named."""
        return ", ".join(f"{self._v.libelle('role', role)} : {n}" for role, n in comite.roles)

    def genre_d_action(self, fiche: Projet | Comite) -> str:
        """What kind of project or of instance it is."""
        if isinstance(fiche, Projet):
            return self._v.libelle("type_collectif", fiche.type)
        return self._v.libelle("instance", fiche.instance)

    def _lignes(self, fiche: FicheRepertoire) -> Iterator[Ligne]:
        if not isinstance(fiche, ServicePartenaire):
            yield "Code", fiche.code
        if isinstance(fiche, Organisme):
            yield "Tenure", self.tenure(fiche.tenure)
            yield "En activité", duree(fiche.valide_du, fiche.valide_au)
            yield "Remplacé par", self._nom(fiche.successeur)
        elif isinstance(fiche, Milieu):
            yield from self._de_l_etat(fiche.etats[-1])
        elif isinstance(fiche, ServicePartenaire):
            yield "Service", self.service(fiche)
            yield "MRC", fiche.mrc or "toute la région"
            yield "Offert", duree(fiche.valide_du, fiche.valide_au)
        else:
            yield from self._de_l_action(fiche)

    def _de_l_etat(self, etat: EtatMilieu) -> Iterator[Ligne]:
        yield "Organisme", self._nom(etat.organisme)
        yield "Tenure", self.tenure(etat.tenure)
        yield "MRC", etat.mrc
        code = etat.categorie_immeuble
        yield "Catégorie", self._v.libelle("categorie_immeuble", code) if code else ""
        yield "Logements", logements(etat.nb_logements)

    def _de_l_action(self, fiche: Projet | Comite) -> Iterator[Ligne]:
        yield "Genre", self.genre_d_action(fiche)
        yield "Période", duree(fiche.debut, fiche.fin)
        if isinstance(fiche, Comite):
            yield "Membres, par rôle", self.membres(fiche)
            return
        yield "Où en est-il", STATUTS[fiche.statut]
        yield "Milieux", ", ".join(filter(None, map(self._nom, fiche.milieux)))
        yield "Partenaires", ", ".join(filter(None, map(self._nom, fiche.partenaires)))
        yield "Axe ou objectif", fiche.objectif
        yield "Financement", fiche.source_financement
