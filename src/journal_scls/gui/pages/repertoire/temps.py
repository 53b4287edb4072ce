"""What changes on a day: a succession, a building that moves, a last day.

Each says what becomes of the figures before anything is done: an entry keeps what was true on
its own day.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal_scls.application.repertoire.evolutions import qui_suivent
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.fusion import FicheRepertoire, nom_de
from journal_scls.domain.repertoire import EtatMilieu, Milieu, Organisme
from journal_scls.domain.texte import accorder
from journal_scls.gui.champs import champ_choix, champ_jour
from journal_scls.gui.jours import jour_long
from journal_scls.gui.pages.repertoire.etape_formulaire import EtapeFormulaire
from journal_scls.gui.pages.repertoire.formulaires import ChampsEtat
from journal_scls.gui.pages.repertoire.lecture import LectureRepertoire
from journal_scls.gui.pages.saisie.choix import ChoixVocabulaire
from journal_scls.gui.widgets.choice_combo import Choice
from journal_scls.gui.widgets.design import texte
from journal_scls.gui.widgets.field_row import FieldRow

_NOMS_MAX = 12


def exiger_jour(jour: date | None) -> date:
    """The day that was typed.

    Raises:
        RegleMetier: none was.
    """
    if jour is None:
        raise RegleMetier("Écrivez la date.", champ="le")
    return jour


def rien_ne_bouge(le: date) -> str:
    """What entries already typed become."""
    return (
        f"Les interventions d’avant le {jour_long(le)} restent où elles sont. Celles qui sont "
        "déjà saisies pour ce jour et les suivants gardent aussi ce qu’elles disent; corrigez-les "
        "si elles doivent suivre."
    )


class EtapeSuccession(EtapeFormulaire):
    """`demandee(ancien, nouveau, le)`: an office becomes another, its milieux follow."""

    demandee = Signal(object, object, object)

    def __init__(self, aujourdhui: Callable[[], date]) -> None:
        super().__init__(
            "Succession d’un organisme",
            "Un office est regroupé, une coopérative change de nom légal : l’un remplace l’autre.",
            bouton="&Faire la succession",
        )
        self._lecture: LectureRepertoire | None = None
        self._ancien: Organisme | None = None
        self.par = champ_choix()
        self.le = champ_jour(aujourdhui=aujourdhui)
        self.rangs = {
            "par": FieldRow("Organisme qui le &remplace", self.par, required=True),
            "le": FieldRow("À &partir du", self.le, required=True),
        }
        self.suite = texte("", "aide", self)
        self.dresser(apres=(self.suite,))
        self.par.value_changed.connect(lambda _valeur: self._expliquer())
        self.le.value_changed.connect(lambda _jour: self._expliquer())

    def poser(self, fiche: Organisme, lecture: LectureRepertoire) -> None:
        """The organisme that ends."""
        self._ancien, self._lecture = fiche, lecture
        self.oublier_refus()
        self.title.setText(f"Succession de « {fiche.nom} »")
        self.par.set_choices([
            Choice(o.id, o.nom, keywords=o.code)
            for o in lecture.vue.organismes if o.id != fiche.id
        ])  # fmt: skip
        self.par.set_value(fiche.successeur)
        self.le.set_value(None)
        self.rangs["par"].set_hint(
            "" if self.par.count() else "Ajoutez d’abord au répertoire celui qui le remplace."
        )
        self._expliquer()

    def demander(self) -> None:
        """Give what was chosen."""
        if self.par.value() is None:
            raise RegleMetier("Choisissez l’organisme qui le remplace.", champ="par")
        le = exiger_jour(self.le.value())
        ancien = self._ancien
        if ancien is not None:
            if ancien.valide_du and le <= ancien.valide_du:
                debut = jour_long(ancien.valide_du)
                raise RegleMetier(f"« {ancien.nom} » ne commence que le {debut}.", champ="le")
            self.demandee.emit(ancien, self.par.value(), le)

    def _expliquer(self) -> None:
        ancien, lecture = self._ancien, self._lecture
        par, le = self.par.value(), self.le.value()
        if ancien is None or lecture is None or par is None or le is None:
            self.suite.setText("Choisissez l’organisme et la date : les conséquences s’affichent.")
            return
        suivent = qui_suivent(lecture.vue, replace(ancien, successeur=par), le)
        self.suite.setText(consequences_succession(lecture, ancien, par, le, suivent))


def consequences_succession(
    lecture: LectureRepertoire,
    ancien: Organisme,
    par: UUID,
    le: date,
    suivent: tuple[Milieu, ...],
) -> str:
    """Which milieux follow, and what the figures will say."""
    noms = ", ".join(m.nom for m in suivent[:_NOMS_MAX])
    if len(suivent) > _NOMS_MAX:
        noms += f" et {accorder(len(suivent) - _NOMS_MAX, 'autre')}"
    nouveau = lecture.vue.nom(par)
    milieux = (
        f"{accorder(len(suivent), 'milieu passe', 'milieux passent')} à « {nouveau} » le "
        f"{jour_long(le)} : {noms}."
        if suivent
        else f"Aucun milieu ne passe à « {nouveau} »."
    )
    return (
        f"{milieux}\n« {ancien.nom} » finit le {jour_long(le - timedelta(days=1))}.\n"
        f"{rien_ne_bouge(le)}\n"
        f"Le bilan compte chaque intervention sous l’organisme du jour; il peut aussi réunir "
        f"« {ancien.nom} » et « {nouveau} » sous l’organisme actuel."
    )


class EtapeChangement(EtapeFormulaire):
    """`demandee(milieu, etat)`: from a day on, a building is another's, elsewhere or larger."""

    demandee = Signal(object, object)

    def __init__(self, choix: ChoixVocabulaire, aujourdhui: Callable[[], date]) -> None:
        super().__init__(
            "Changement daté",
            "L’immeuble change d’organisme, de MRC, de catégorie ou de nombre de logements.",
            bouton="Noter le c&hangement",
        )
        self._milieu: Milieu | None = None
        self._lecture: LectureRepertoire | None = None
        self.le = champ_jour(aujourdhui=aujourdhui)
        self.etat = ChampsEtat(choix, aujourdhui())
        self.rangs = {
            "le": FieldRow("À &partir du", self.le, required=True),
            **self.etat.rangs,
        }
        self.suite = texte("", "aide", self)
        self.dresser("le", apres=(self.suite,))
        self.le.value_changed.connect(lambda _jour: self._expliquer())

    def poser(self, fiche: Milieu, lecture: LectureRepertoire) -> None:
        """The milieu as it is today: one changes only what changes."""
        self._milieu, self._lecture = fiche, lecture
        self.oublier_refus()
        self.title.setText(f"« {fiche.nom} » change")
        self.le.set_value(None)
        self.etat.poser(fiche.etats[-1], lecture)
        self._expliquer()

    def demander(self) -> None:
        """Give the new state."""
        etat = self.etat.lire(exiger_jour(self.le.value()))
        milieu = self._milieu
        if milieu is None:
            return
        if replace(milieu.etat_le(exiger_jour(etat.depuis)), depuis=etat.depuis) == etat:
            raise RegleMetier("Rien ne change : dites ce qui sera différent.", champ="le")
        self.demandee.emit(milieu, etat)

    def _expliquer(self) -> None:
        le, milieu, lecture = self.le.value(), self._milieu, self._lecture
        if le is None or milieu is None or lecture is None:
            self.suite.setText("Écrivez la date : les conséquences s’affichent.")
            return
        avant: EtatMilieu = milieu.etat_le(le - timedelta(days=1))
        self.suite.setText(
            f"Jusqu’au {jour_long(le - timedelta(days=1))} : {lecture.mots.etat(avant)}.\n"
            f"{rien_ne_bouge(le)}"
        )


class EtapeCloture(EtapeFormulaire):
    """`demandee(fiche, le)`: the last day of a card."""

    demandee = Signal(object, object)

    def __init__(self, aujourdhui: Callable[[], date]) -> None:
        super().__init__(
            "Dernier jour",
            "La fiche reste au répertoire et dans les chiffres; elle n’est plus proposée ensuite.",
            bouton="&Fermer la fiche",
        )
        self._fiche: FicheRepertoire | None = None
        self.le = champ_jour(aujourdhui=aujourdhui)
        self.rangs = {"le": FieldRow("Dernier jo&ur", self.le, required=True)}
        self.dresser()

    def poser(self, fiche: FicheRepertoire, _lecture: LectureRepertoire) -> None:
        """The card that ends."""
        self._fiche = fiche
        self.oublier_refus()
        self.title.setText(f"Dernier jour de « {nom_de(fiche)} »")
        self.le.set_value(None)

    def demander(self) -> None:
        """Give the day."""
        self.demandee.emit(self._fiche, exiger_jour(self.le.value()))

    def first_field(self) -> QWidget:
        """The day."""
        return self.le
