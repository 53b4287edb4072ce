"""Two revisions of an entry side by side: what each field said, who wrote it, when and why."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from journal_scls.domain.journal.intervention import Intervention
from journal_scls.gui.champs import champ_choix
from journal_scls.gui.pages.journal.fiche import RIEN, Fiche
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.choice_combo import Choice, ChoiceCombo
from journal_scls.gui.widgets.design import espacer, texte
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.front_page import row
from journal_scls.gui.widgets.side_by_side import Line, SideBySide

_LARGEUR, _HAUTEUR = 110, 30  # characters, lines


def lignes(fiche: Fiche, avant: Intervention, apres: Intervention) -> list[Line]:
    """Every field that either says, those that differ first."""
    gauche, droite = dict(fiche.champs(avant.contenu)), dict(fiche.champs(apres.contenu))
    toutes = [
        Line(nom, (gauche.get(nom, tr(RIEN)), droite.get(nom, tr(RIEN))))
        for nom in dict.fromkeys((*gauche, *droite))
    ]
    return sorted(toutes, key=lambda ligne: not ligne.different)


class ComparaisonRevisions(QDialog):
    """Opens on the last two revisions; any two may be chosen."""

    def __init__(
        self, fiche: Fiche, revisions: Sequence[Intervention], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Comparer les révisions"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fiche = fiche
        self._revisions = {revision.revision: revision for revision in revisions}
        self.gauche, self.droite = self._choix(revisions), self._choix(revisions)
        self.resume = texte("", "aide", self)
        self.table: SideBySide | None = None
        self._place = QVBoxLayout()
        boutons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        boutons.rejected.connect(self.reject)
        boite = QVBoxLayout(self)
        espacer(boite, self, marge="l", espace="m")
        boite.addWidget(
            row(
                FieldRow(tr("&De la révision"), self.gauche),
                FieldRow(tr("&à la révision"), self.droite),
            )
        )
        boite.addWidget(self.resume)
        boite.addLayout(self._place, 1)
        boite.addWidget(boutons)
        mesure = self.fontMetrics()
        taille = QSize(mesure.averageCharWidth() * _LARGEUR, mesure.height() * _HAUTEUR)
        self.resize(taille.boundedTo(parent.window().size()) if parent else taille)
        self.gauche.set_value(revisions[-2].revision)
        self.droite.set_value(revisions[-1].revision)
        for champ in (self.gauche, self.droite):
            champ.value_changed.connect(lambda _valeur: self._montrer())
        self._montrer()

    def _choix(self, revisions: Sequence[Intervention]) -> ChoiceCombo:
        champ = champ_choix([Choice(r.revision, self._fiche.signature(r)) for r in revisions])
        champ.setMinimumContentsLength(32)
        return champ

    def _montrer(self) -> None:
        avant = self._revisions[self.gauche.value()]
        apres = self._revisions[self.droite.value()]
        comparees = lignes(self._fiche, avant, apres)
        nombre = sum(ligne.different for ligne in comparees)
        champs = tr("Aucun champ ne diffère") if not nombre else (
            tr("Un champ diffère", "{n} champs diffèrent", nombre)
        )  # fmt: skip
        raisons = [tr("Raison : {raison}", raison=r.raison) for r in (avant, apres) if r.raison]
        self.resume.setText(". ".join((champs, *raisons)) + ".")
        table = SideBySide(
            [tr("Révision {revision}", revision=r.revision) for r in (avant, apres)],
            comparees,
            tr("Comparaison de deux révisions"),
            self,
        )
        if self.table is not None:
            self._place.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
        self.table = table
        self._place.addWidget(table)
