"""The forms of the three kinds of cards; the domain says what is missing, beside its field."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QLineEdit

from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.repertoire.lieux import EtatMilieu, Milieu, Organisme, Tenure
from journal_scls.domain.repertoire.partenaires import ServicePartenaire
from journal_scls.gui.champs import champ_choix, champ_jour, champ_nombre, completer
from journal_scls.gui.pages.repertoire.etape_formulaire import EtapeFiche
from journal_scls.gui.pages.repertoire.lecture import LectureRepertoire
from journal_scls.gui.pages.saisie.choix import SANS_MILIEU, ChoixVocabulaire
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.choice_combo import Choice, ChoiceCombo
from journal_scls.gui.widgets.design import texte
from journal_scls.gui.widgets.field_row import FieldRow

LOGEMENTS_MAX = 100_000


class EtapeOrganisme(EtapeFiche):
    """An office, an OBNL, a cooperative."""

    def __init__(self, choix: ChoixVocabulaire, aujourdhui: Callable[[], date]) -> None:
        super().__init__(tr("Organisme"), tr("Un office, un OBNL ou une coopérative d’habitation."))
        self._fiche: Organisme | None = None
        self.nom, self.code = QLineEdit(), QLineEdit()
        self.tenure = champ_tenure(choix, aujourdhui())
        self.du = champ_jour(aujourdhui=aujourdhui)
        self.au = champ_jour(aujourdhui=aujourdhui)
        self.rangs = {
            "nom": FieldRow(tr("&Nom"), self.nom, required=True),
            "tenure": FieldRow(tr("&Tenure"), self.tenure, required=True),
            "code": FieldRow(tr("&Code"), self.code),
            "valide_du": FieldRow(
                tr("&Premier jour"), self.du, hint=tr("Vide si vous ne savez pas.")
            ),
            "valide_au": FieldRow(
                tr("Dernier jo&ur"), self.au, hint=tr("Vide s’il existe encore.")
            ),
        }
        self.dresser("nom")

    def poser(self, fiche: Organisme | None, _lecture: LectureRepertoire) -> None:
        """Show a card, None for a new one."""
        self._fiche = fiche
        self.oublier_refus()
        self.title.setText(tr("Modifier un organisme") if fiche else tr("Nouvel organisme"))
        self.nom.setText(fiche.nom if fiche else "")
        self.code.setText(fiche.code if fiche else "")
        self.tenure.set_value(fiche.tenure.value if fiche else None)
        self.du.set_value(fiche.valide_du if fiche else None)
        self.au.set_value(fiche.valide_au if fiche else None)

    def lire(self) -> Organisme:
        """The card as it is typed."""
        champs: dict[str, Any] = {
            "nom": self.nom.text().strip(),
            "code": self.code.text().strip(),
            "tenure": lire_tenure(self.tenure.value()),
            "valide_du": self.du.value(),
            "valide_au": self.au.value(),
            "a_verifier": False,
        }
        if self._fiche is not None:
            return replace(self._fiche, **champs)
        return Organisme(id=nouvel_identifiant(), **champs)


class EtapeMilieu(EtapeFiche):
    """A building or a group of buildings: its last known state is corrected in place."""

    def __init__(self, choix: ChoixVocabulaire, aujourdhui: Callable[[], date]) -> None:
        super().__init__(tr("Milieu"), tr("Un immeuble, ou un ensemble d’immeubles."))
        self._fiche: Milieu | None = None
        self.nom, self.code = QLineEdit(), QLineEdit()
        self.etat = ChampsEtat(choix, aujourdhui())
        self.rangs = {
            "nom": FieldRow(tr("&Nom"), self.nom, required=True),
            **self.etat.rangs,
            "code": FieldRow(tr("&Code"), self.code),
        }
        self.avis = texte("", "avertissement", self)
        self.dresser("nom", apres=(self.avis,))

    def poser(self, fiche: Milieu | None, lecture: LectureRepertoire) -> None:
        """Show a card, None for a new one."""
        self._fiche = fiche
        self.oublier_refus()
        self.title.setText(tr("Modifier un milieu") if fiche else tr("Nouveau milieu"))
        self.nom.setText(fiche.nom if fiche else "")
        self.code.setText(fiche.code if fiche else "")
        self.etat.poser(fiche.etats[-1] if fiche else None, lecture)
        self.avis.setText(
            tr(
                "Ceci corrige la fiche. Si l’immeuble a changé de main, revenez à la liste et "
                "choisissez « Changement daté… » : son passé restera vrai."
            )
        )
        self.avis.setVisible(fiche is not None)

    def lire(self) -> Milieu:
        """The card as it is typed."""
        nom, code = self.nom.text().strip(), self.code.text().strip()
        if self._fiche is None:
            return Milieu(
                id=nouvel_identifiant(), nom=nom, code=code, etats=(self.etat.lire(None),)
            )
        *passes, dernier = self._fiche.etats
        etats = (*passes, self.etat.lire(dernier.depuis))
        return replace(self._fiche, nom=nom, code=code, etats=etats, a_verifier=False)


class EtapeService(EtapeFiche):
    """A service that people are referred to."""

    def __init__(self, choix: ChoixVocabulaire, aujourdhui: Callable[[], date]) -> None:
        super().__init__(tr("Service"), tr("Un service où l’on oriente; jamais une personne."))
        self._choix, self._aujourdhui = choix, aujourdhui
        self._fiche: ServicePartenaire | None = None
        self.nom, self.mrc = QLineEdit(), QLineEdit()
        self.destination = champ_choix(choix.liste("destination", aujourdhui()))
        self.service = champ_choix()
        self.du = champ_jour(aujourdhui=aujourdhui)
        self.au = champ_jour(aujourdhui=aujourdhui)
        self.rangs = {
            "nom": FieldRow(tr("&Nom"), self.nom, required=True),
            "destination": FieldRow(tr("Des&tination"), self.destination, required=True),
            "service": FieldRow(tr("&Service"), self.service, required=True),
            "mrc": FieldRow(tr("&MRC"), self.mrc, hint=tr("Vide : toute la région.")),
            "valide_du": FieldRow(tr("&Premier jour"), self.du),
            "valide_au": FieldRow(
                tr("Dernier jo&ur"), self.au, hint=tr("Vide s’il existe encore.")
            ),
        }
        self.destination.value_changed.connect(self._offrir)
        self.dresser("nom")

    def poser(self, fiche: ServicePartenaire | None, lecture: LectureRepertoire) -> None:
        """Show a card, None for a new one."""
        self._fiche = fiche
        self.oublier_refus()
        self.title.setText(
            tr("Modifier un service partenaire") if fiche else tr("Nouveau service partenaire")
        )
        completer(self.mrc, lecture.mrc)
        self.nom.setText(fiche.nom if fiche else "")
        self.mrc.setText(fiche.mrc if fiche else "")
        self.destination.set_value(fiche.destination if fiche else None)
        self._offrir(self.destination.value())
        self.service.set_value(fiche.service if fiche else None)
        self.du.set_value(fiche.valide_du if fiche else None)
        self.au.set_value(fiche.valide_au if fiche else None)

    def _offrir(self, destination: str | None) -> None:
        garder = self._fiche.service if self._fiche else ""
        jour = self._aujourdhui()
        services = self._choix.services(destination, jour, garder) if destination else []
        self.service.set_choices(services)
        if len(services) == 1:
            self.service.set_value(services[0].value)

    def lire(self) -> ServicePartenaire:
        """The card as it is typed."""
        if not self.service.value():
            raise RegleMetier(tr("Choisissez d’abord où, puis le service."), champ="service")
        champs: dict[str, Any] = {
            "nom": self.nom.text().strip(),
            "destination": self.destination.value() or "",
            "service": self.service.value(),
            "mrc": self.mrc.text().strip(),
            "valide_du": self.du.value(),
            "valide_au": self.au.value(),
            "a_verifier": False,
        }
        if self._fiche is not None:
            return replace(self._fiche, **champs)
        return ServicePartenaire(id=nouvel_identifiant(), **champs)


class ChampsEtat:
    """The fields of what a milieu is at some time, shared by its form and by a dated change."""

    def __init__(self, choix: ChoixVocabulaire, jour: date) -> None:
        self.organisme = champ_choix(effacable=True)
        self.tenure = champ_tenure(choix, jour)
        self.mrc = QLineEdit()
        self.categorie = champ_choix(choix.liste("categorie_immeuble", jour), effacable=True)
        self.logements = champ_nombre(maximum=LOGEMENTS_MAX, minimum=1)
        self.rangs = {
            "organisme": FieldRow(tr("&Organisme propriétaire"), self.organisme),
            "tenure": FieldRow(tr("&Tenure"), self.tenure, required=True),
            "mrc": FieldRow(tr("&MRC"), self.mrc),
            "categorie": FieldRow(tr("Catégorie d’imme&uble"), self.categorie),
            "logements": FieldRow(
                tr("Nom&bre de logements"),
                self.logements,
                hint=tr("Sous 20 ou inconnu, le jour exact ne sort pas dans les lots."),
            ),
        }
        self.organisme.chosen.connect(self._sur_organisme)
        self._tenures: dict[UUID, str] = {}

    def poser(self, etat: EtatMilieu | None, lecture: LectureRepertoire) -> None:
        """Show a state, None for nothing known."""
        organismes = lecture.vue.organismes
        self._tenures = {o.id: o.tenure.value for o in organismes}
        self.organisme.set_choices([Choice(o.id, o.nom, keywords=o.code) for o in organismes])
        completer(self.mrc, lecture.mrc)
        de = lecture.vue.fusions.courant(etat.organisme) if etat and etat.organisme else None
        self.organisme.set_value(de)
        self.tenure.set_value(etat.tenure.value if etat else None)
        self.mrc.setText(etat.mrc if etat else "")
        self.categorie.set_value((etat.categorie_immeuble or None) if etat else None)
        self.logements.set_value(etat.nb_logements if etat else None)

    def lire(self, depuis: date | None) -> EtatMilieu:
        """The state as it is typed, from that day on.

        Raises:
            RegleMetier: the tenure is missing.
        """
        return EtatMilieu(
            depuis=depuis,
            organisme=self.organisme.value(),
            tenure=lire_tenure(self.tenure.value()),
            mrc=self.mrc.text().strip(),
            categorie_immeuble=self.categorie.value() or "",
            nb_logements=self.logements.value(),
        )

    def _sur_organisme(self, organisme: UUID | None) -> None:
        if organisme in self._tenures:
            self.tenure.set_value(self._tenures[organisme])


def champ_tenure(choix: ChoixVocabulaire, jour: date) -> ChoiceCombo:
    """The tenures that a card may have."""
    return champ_choix([c for c in choix.liste("tenure", jour) if c.value != SANS_MILIEU])


def lire_tenure(code: str | None) -> Tenure:
    """The tenure chosen.

    Raises:
        RegleMetier: none is.
    """
    if not code:
        raise RegleMetier(tr("Choisissez la tenure."), champ="tenure")
    return Tenure(code)
