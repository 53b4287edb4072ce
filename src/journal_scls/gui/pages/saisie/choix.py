"""What the fields of the entry form offer: the vocabulary and the directory as choices."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date
from uuid import UUID

from journal_scls.domain.journal.intervention import Volet
from journal_scls.domain.repertoire.fusion import Fusions
from journal_scls.domain.repertoire.lieux import Milieu, Organisme
from journal_scls.domain.repertoire.partenaires import (
    Comite,
    Projet,
    ServicePartenaire,
    StatutProjet,
)
from journal_scls.domain.texte import cle
from journal_scls.domain.vocabulaire import Vocabulaires
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.choice_combo import Choice

SANS_MILIEU = "SANS_MILIEU"
_SANS_FUSION = Fusions()
NOUVEAU_MILIEU = "NOUVEAU_MILIEU"
# A whole label per volet is too long to be recognised at a glance.
NOMS_VOLETS = {
    Volet.INDIVIDUEL: marque("Individuel"),
    Volet.COLLECTIF: marque("Collectif"),
    Volet.MILIEU: marque("Milieu (concertation)"),
}


class ChoixVocabulaire:
    """The lists of the edition in force on a day; a code of another edition stays when in use."""

    def __init__(self, vocabulaires: Vocabulaires) -> None:
        self._vocabulaires = vocabulaires

    def liste(self, liste: str, jour: date, garder: str = "") -> list[Choice]:
        """The terms of a list, in its order."""
        termes = self._vocabulaires.en_vigueur_le(jour).termes(liste)
        choix = [Choice(t.code, t.libelle, keywords=t.code) for t in termes.values()]
        return [*choix, *self._ancien(liste, garder, termes)]

    def paires(self, liste: str, jour: date) -> list[tuple[str, str]]:
        """The terms of a list, as pairs of a code and its label."""
        return [(choix.value, tr(choix.label)) for choix in self.liste(liste, jour)]

    def volets(self) -> list[Choice]:
        """The three volets, by their short names."""
        return [
            Choice(v.value, tr(nom), keywords=self._vocabulaires.libelle("volet", v.value))
            for v, nom in NOMS_VOLETS.items()
        ]

    def activites(self, jour: date, garder: str = "") -> list[Choice]:
        """The activities under their categories; those of volet MILIEU come last, apart."""
        edition = self._vocabulaires.en_vigueur_le(jour)
        termes = edition.termes("activite")

        def groupe(code: str) -> tuple[str, str]:
            terme = termes[code]
            if terme.volet == Volet.MILIEU:
                return ("volet", terme.volet)
            return ("categorie", terme.categorie)

        codes = sorted(termes, key=lambda code: (groupe(code)[0] == "volet", groupe(code)[1]))
        choix = [
            Choice(code, termes[code].libelle, edition.libelle_de(*groupe(code)), code)
            for code in codes
        ]
        return [*choix, *self._ancien("activite", garder, termes, tr("Autre édition du Cadre"))]

    def services(self, destination: str, jour: date, garder: str = "") -> list[Choice]:
        """The services of a destination."""
        termes = self._vocabulaires.en_vigueur_le(jour).services_de(destination)
        choix = [Choice(t.code, t.libelle, keywords=t.code) for t in termes.values()]
        if garder and garder not in termes:
            libelle = self._vocabulaires.libelle_service(destination, garder)
            choix.append(Choice(garder, libelle))
        return choix

    def categorie_proposee(self, activite: str) -> str:
        """The category that goes with an activity, '' without one."""
        return self._vocabulaires.terme("activite", activite).categorie if activite else ""

    def volet_propose(self, activite: str) -> str:
        """The volet that goes with an activity."""
        terme = self._vocabulaires.terme("activite", activite)
        return terme.volet or Volet.INDIVIDUEL.value

    def _ancien(
        self, liste: str, garder: str, termes: Iterable[str], groupe: str = ""
    ) -> list[Choice]:
        if not garder or garder in termes:
            return []
        return [Choice(garder, self._vocabulaires.libelle(liste, garder), groupe, garder)]


class ChoixRepertoire:
    """The places, the latest used first, found by name, code, organisme or MRC."""

    def __init__(
        self,
        milieux: Sequence[Milieu] = (),
        organismes: Sequence[Organisme] = (),
        recents: Sequence[UUID] = (),
        fusions: Fusions = _SANS_FUSION,
        *,
        services: Sequence[ServicePartenaire] = (),
        projets: Sequence[Projet | Comite] = (),
    ) -> None:
        self.milieux = {m.id: m for m in milieux}
        self._fusions = fusions
        self.organismes = {o.id: o for o in organismes}
        self._services = {s.id: s for s in services}
        self._projets = projets
        self._recents = [id_ for id_ in recents if id_ in self.milieux]

    def choix(self, jour: date) -> list[Choice]:
        """« Sans milieu » and « Nouveau milieu… » close the list."""
        recents = [self._choix(self.milieux[id_], tr("Récents"), jour) for id_ in self._recents]
        autres = [
            self._choix(m, tr("Répertoire"), jour)
            for m in self.milieux.values()
            if m.id not in self._recents
        ]
        return [
            *recents,
            *autres,
            Choice(SANS_MILIEU, tr("Sans milieu"), tr("Autrement"), tr("aucun hors")),
            Choice(NOUVEAU_MILIEU, tr("Nouveau milieu…"), tr("Autrement"), tr("ajouter créer")),
        ]

    def projets(self, jour: date, garder: str = "") -> list[Choice]:
        """The projects and committees of that day, by their codes; `garder` is one in use."""
        choix = [
            Choice(
                p.code, p.titre, tr("Projets") if isinstance(p, Projet) else tr("Comités"), p.code
            )
            for p in self._projets
            if p.code == garder or _en_cours(p, jour)
        ]
        if garder and all(garder != connu.value for connu in choix):
            choix.append(Choice(garder, garder, tr("Autrement")))
        return choix

    def services(self, destination: str = "", service: str = "") -> list[Choice]:
        """The partner services one may refer to there."""
        return [
            Choice(str(s.id), s.nom, tr("Services partenaires"), s.mrc)
            for s in self._services.values()
            if destination in ("", s.destination) and service in ("", s.service)
        ]

    def service(self, valeur: object) -> ServicePartenaire | None:
        """The partner service of an identifier."""
        with suppress(ValueError):
            return self._services.get(self.courant(UUID(str(valeur or ""))))
        return None

    def milieu(self, valeur: object) -> Milieu | None:
        """The milieu of an identifier, of a name or of a code, as drafts may hold."""
        texte = str(valeur or "")
        with suppress(ValueError):
            return self.milieux.get(self.courant(UUID(texte)))
        voulu = cle(texte)
        connus = self.milieux.values()
        return next((m for m in connus if voulu and voulu in (cle(m.nom), cle(m.code))), None)

    def courant(self, id_: UUID) -> UUID:
        """The identifier that stands for a milieu that was folded into another."""
        return self._fusions.courant(id_)

    def organisme(self, nom: str) -> Organisme | None:
        """The organisme of a name or of a code."""
        voulu = cle(nom)
        connus = self.organismes.values()
        return next((o for o in connus if voulu and voulu in (cle(o.nom), cle(o.code))), None)

    def mrc(self) -> list[str]:
        """The MRC already in use."""
        return sorted({e.mrc for m in self.milieux.values() for e in m.etats if e.mrc})

    def _choix(self, milieu: Milieu, groupe: str, jour: date) -> Choice:
        etat = milieu.etat_le(jour)
        organisme = self.organismes.get(etat.organisme) if etat.organisme else None
        mots = (milieu.code, organisme.nom if organisme else "", etat.mrc)
        return Choice(str(milieu.id), milieu.nom, groupe, " ".join(mots))


def _en_cours(projet: Projet | Comite, jour: date) -> bool:
    clos = isinstance(projet, Projet) and projet.statut in (
        StatutProjet.TERMINE,
        StatutProjet.ABANDONNE,
    )
    return not clos and not (projet.fin and projet.fin < jour)
