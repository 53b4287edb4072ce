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
from journal_scls.domain.repertoire.fusion import FicheRepertoire, nom_de
from journal_scls.domain.repertoire.lieux import EtatMilieu, Milieu, Organisme
from journal_scls.gui.champs import champ_choix, champ_jour
from journal_scls.gui.jours import jour_long
from journal_scls.gui.pages.repertoire.etape_formulaire import EtapeFormulaire
from journal_scls.gui.pages.repertoire.formulaires import ChampsEtat
from journal_scls.gui.pages.repertoire.lecture import LectureRepertoire
from journal_scls.gui.pages.saisie.choix import ChoixVocabulaire
from journal_scls.gui.traduction import tr
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
        raise RegleMetier(tr("Écrivez la date."), champ="le")
    return jour


def rien_ne_bouge(le: date) -> str:
    """What entries already typed become."""
    return tr(
        "Les interventions d’avant le {le} restent où elles sont. Celles qui sont déjà "
        "saisies pour ce jour et les suivants gardent aussi ce qu’elles disent; corrigez-les "
        "si elles doivent suivre.",
        le=jour_long(le),
    )


class EtapeSuccession(EtapeFormulaire):
    """`demandee(ancien, nouveau, le)`: an office becomes another, its milieux follow."""

    demandee = Signal(object, object, object)

    def __init__(self, aujourdhui: Callable[[], date]) -> None:
        super().__init__(
            tr("Succession d’un organisme"),
            tr(
                "Un office est regroupé, une coopérative change de nom légal : l’un "
                "remplace l’autre."
            ),
            bouton=tr("&Faire la succession"),
        )
        self._lecture: LectureRepertoire | None = None
        self._ancien: Organisme | None = None
        self.par = champ_choix()
        self.le = champ_jour(aujourdhui=aujourdhui)
        self.rangs = {
            "par": FieldRow(tr("Organisme qui le &remplace"), self.par, required=True),
            "le": FieldRow(tr("À &partir du"), self.le, required=True),
        }
        self.suite = texte("", "aide", self)
        self.dresser(apres=(self.suite,))
        self.par.value_changed.connect(lambda _valeur: self._expliquer())
        self.le.value_changed.connect(lambda _jour: self._expliquer())

    def poser(self, fiche: Organisme, lecture: LectureRepertoire) -> None:
        """The organisme that ends."""
        self._ancien, self._lecture = fiche, lecture
        self.oublier_refus()
        self.title.setText(tr("Succession de « {nom} »", nom=fiche.nom))
        self.par.set_choices([
            Choice(o.id, o.nom, keywords=o.code)
            for o in lecture.vue.organismes if o.id != fiche.id
        ])  # fmt: skip
        self.par.set_value(fiche.successeur)
        self.le.set_value(None)
        self.rangs["par"].set_hint(
            "" if self.par.count() else tr("Ajoutez d’abord au répertoire celui qui le remplace.")
        )
        self._expliquer()

    def demander(self) -> None:
        """Give what was chosen."""
        if self.par.value() is None:
            raise RegleMetier(tr("Choisissez l’organisme qui le remplace."), champ="par")
        le = exiger_jour(self.le.value())
        ancien = self._ancien
        if ancien is not None:
            if ancien.valide_du and le <= ancien.valide_du:
                debut = jour_long(ancien.valide_du)
                raise RegleMetier(
                    tr("« {nom} » ne commence que le {debut}.", nom=ancien.nom, debut=debut),
                    champ="le",
                )
            self.demandee.emit(ancien, self.par.value(), le)

    def _expliquer(self) -> None:
        ancien, lecture = self._ancien, self._lecture
        par, le = self.par.value(), self.le.value()
        if ancien is None or lecture is None or par is None or le is None:
            self.suite.setText(
                tr("Choisissez l’organisme et la date : les conséquences s’affichent.")
            )
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
        noms += tr(" et {compte}", compte=tr("{n} autre", "{n} autres", len(suivent) - _NOMS_MAX))
    nouveau = lecture.vue.nom(par)
    milieux = (
        tr(
            "{compte} à « {nouveau} » le {le} : {noms}.",
            compte=tr("{n} milieu passe", "{n} milieux passent", len(suivent)),
            nouveau=nouveau,
            le=jour_long(le),
            noms=noms,
        )
        if suivent
        else tr("Aucun milieu ne passe à « {nouveau} ».", nouveau=nouveau)
    )
    return tr(
        "{milieux}\n« {nom} » finit le {le}.\n{suite}\nLe bilan compte chaque intervention sous "
        "l’organisme du jour; il peut aussi réunir « {nom} » et « {nouveau} » sous l’organisme "
        "actuel.",
        milieux=milieux,
        nom=ancien.nom,
        le=jour_long(le - timedelta(days=1)),
        suite=rien_ne_bouge(le),
        nouveau=nouveau,
    )


class EtapeChangement(EtapeFormulaire):
    """`demandee(milieu, etat)`: from a day on, a building is another's, elsewhere or larger."""

    demandee = Signal(object, object)

    def __init__(self, choix: ChoixVocabulaire, aujourdhui: Callable[[], date]) -> None:
        super().__init__(
            tr("Changement daté"),
            tr("L’immeuble change d’organisme, de MRC, de catégorie ou de nombre de logements."),
            bouton=tr("Noter le c&hangement"),
        )
        self._milieu: Milieu | None = None
        self._lecture: LectureRepertoire | None = None
        self.le = champ_jour(aujourdhui=aujourdhui)
        self.etat = ChampsEtat(choix, aujourdhui())
        self.rangs = {
            "le": FieldRow(tr("À &partir du"), self.le, required=True),
            **self.etat.rangs,
        }
        self.suite = texte("", "aide", self)
        self.dresser("le", apres=(self.suite,))
        self.le.value_changed.connect(lambda _jour: self._expliquer())

    def poser(self, fiche: Milieu, lecture: LectureRepertoire) -> None:
        """The milieu as it is today: one changes only what changes."""
        self._milieu, self._lecture = fiche, lecture
        self.oublier_refus()
        self.title.setText(tr("« {nom} » change", nom=fiche.nom))
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
            raise RegleMetier(tr("Rien ne change : dites ce qui sera différent."), champ="le")
        self.demandee.emit(milieu, etat)

    def _expliquer(self) -> None:
        le, milieu, lecture = self.le.value(), self._milieu, self._lecture
        if le is None or milieu is None or lecture is None:
            self.suite.setText(tr("Écrivez la date : les conséquences s’affichent."))
            return
        avant: EtatMilieu = milieu.etat_le(le - timedelta(days=1))
        self.suite.setText(
            tr(
                "Jusqu’au {le} : {etat}.\n{suite}",
                le=jour_long(le - timedelta(days=1)),
                etat=lecture.mots.etat(avant),
                suite=rien_ne_bouge(le),
            )
        )


class EtapeCloture(EtapeFormulaire):
    """`demandee(fiche, le)`: the last day of a card."""

    demandee = Signal(object, object)

    def __init__(self, aujourdhui: Callable[[], date]) -> None:
        super().__init__(
            tr("Dernier jour"),
            tr(
                "La fiche reste au répertoire et dans les chiffres; elle n’est plus "
                "proposée ensuite."
            ),
            bouton=tr("&Fermer la fiche"),
        )
        self._fiche: FicheRepertoire | None = None
        self.le = champ_jour(aujourdhui=aujourdhui)
        self.rangs = {"le": FieldRow(tr("Dernier jo&ur"), self.le, required=True)}
        self.dresser()

    def poser(self, fiche: FicheRepertoire, _lecture: LectureRepertoire) -> None:
        """The card that ends."""
        self._fiche = fiche
        self.oublier_refus()
        self.title.setText(tr("Dernier jour de « {nom} »", nom=nom_de(fiche)))
        self.le.set_value(None)

    def demander(self) -> None:
        """Give the day."""
        self.demandee.emit(self._fiche, exiger_jour(self.le.value()))

    def first_field(self) -> QWidget:
        """The day."""
        return self.le
