"""Cards in words: what lists, details, comparisons and previews all say of them."""

from collections.abc import Callable, Iterator
from datetime import date
from uuid import UUID

from journal_scls.application.repertoire.repertoire import EtatRepertoire
from journal_scls.domain.repertoire.fusion import FicheRepertoire, GenreFiche
from journal_scls.domain.repertoire.lieux import EtatMilieu, Milieu, Organisme
from journal_scls.domain.repertoire.partenaires import (
    Comite,
    Projet,
    ServicePartenaire,
    StatutProjet,
)
from journal_scls.domain.vocabulaire import Vocabulaires
from journal_scls.gui.jours import jour_long
from journal_scls.gui.traduction import deux_points, marque, tr

Ligne = tuple[str, str]
"""What is said, and its words."""

GENRES = {
    GenreFiche.ORGANISME: (marque("organisme"), marque("organismes")),
    GenreFiche.MILIEU: (marque("milieu"), marque("milieux")),
    GenreFiche.SERVICE: (marque("service partenaire"), marque("services partenaires")),
    GenreFiche.PROJET: (marque("projet"), marque("projets")),
    GenreFiche.COMITE: (marque("comité"), marque("comités")),
}
STATUTS = {
    StatutProjet.PREVU: marque("prévu"),
    StatutProjet.EN_COURS: marque("en cours"),
    StatutProjet.TERMINE: marque("terminé"),
    StatutProjet.ABANDONNE: marque("abandonné"),
}
_INCONNU = marque("nombre inconnu")


def edition(etat: EtatRepertoire) -> str:
    """« Édition 4 du 2 novembre 2026, 3 fiches locales »."""
    locales = tr("{n} fiche locale", "{n} fiches locales", etat.locales)
    if etat.du is None:
        return tr("Aucune édition de la région, {locales}", locales=locales)
    return tr(
        "Édition {numero} du {du}, {locales}",
        numero=etat.numero,
        du=jour_long(etat.du),
        locales=locales,
    )


def logements(nombre: int | None) -> str:
    """« 24 logements »."""
    return tr(_INCONNU) if nombre is None else tr("{n} logement", "{n} logements", nombre)


def duree(du: date | None, au: date | None) -> str:
    """« du 1er avril 2024 au 3 mai 2025 », '' when nobody said."""
    if du and au:
        return tr("du {du} au {au}", du=jour_long(du), au=jour_long(au))
    if du:
        return tr("à partir du {du}", du=jour_long(du))
    return tr("jusqu’au {au}", au=jour_long(au)) if au else ""


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
        return ", ".join((*mots, tr("logements inconnus") if nombre == tr(_INCONNU) else nombre))

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
        return ", ".join(deux_points(self._v.libelle("role", role), n) for role, n in comite.roles)

    def genre_d_action(self, fiche: Projet | Comite) -> str:
        """What kind of project or of instance it is."""
        if isinstance(fiche, Projet):
            return self._v.libelle("type_collectif", fiche.type)
        return self._v.libelle("instance", fiche.instance)

    def _lignes(self, fiche: FicheRepertoire) -> Iterator[Ligne]:
        if not isinstance(fiche, ServicePartenaire):
            yield tr("Code"), fiche.code
        if isinstance(fiche, Organisme):
            yield tr("Tenure"), self.tenure(fiche.tenure)
            yield tr("En activité"), duree(fiche.valide_du, fiche.valide_au)
            yield tr("Remplacé par"), self._nom(fiche.successeur)
        elif isinstance(fiche, Milieu):
            yield from self._de_l_etat(fiche.etats[-1])
        elif isinstance(fiche, ServicePartenaire):
            yield tr("Service"), self.service(fiche)
            yield tr("MRC"), fiche.mrc or tr("toute la région")
            yield tr("Offert"), duree(fiche.valide_du, fiche.valide_au)
        else:
            yield from self._de_l_action(fiche)

    def _de_l_etat(self, etat: EtatMilieu) -> Iterator[Ligne]:
        yield tr("Organisme"), self._nom(etat.organisme)
        yield tr("Tenure"), self.tenure(etat.tenure)
        yield tr("MRC"), etat.mrc
        code = etat.categorie_immeuble
        yield tr("Catégorie"), self._v.libelle("categorie_immeuble", code) if code else ""
        yield tr("Logements"), logements(etat.nb_logements)

    def _de_l_action(self, fiche: Projet | Comite) -> Iterator[Ligne]:
        yield tr("Genre"), self.genre_d_action(fiche)
        yield tr("Période"), duree(fiche.debut, fiche.fin)
        if isinstance(fiche, Comite):
            yield tr("Membres, par rôle"), self.membres(fiche)
            return
        yield tr("Où en est-il"), tr(STATUTS[fiche.statut])
        yield tr("Milieux"), ", ".join(filter(None, map(self._nom, fiche.milieux)))
        yield tr("Partenaires"), ", ".join(filter(None, map(self._nom, fiche.partenaires)))
        yield tr("Axe ou objectif"), fiche.objectif
        yield tr("Financement"), fiche.source_financement
