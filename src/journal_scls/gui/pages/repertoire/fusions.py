"""Duplicates: suggestions, two cards side by side, the fusion, and how to undo it."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal_scls.domain.repertoire.fusion import (
    Doublon,
    FicheRepertoire,
    Fusion,
    genre_de,
    nom_de,
)
from journal_scls.gui.champs import champ_choix
from journal_scls.gui.pages.etapes import Etape
from journal_scls.gui.pages.repertoire.lecture import LectureRepertoire
from journal_scls.gui.pages.repertoire.mots import GENRES
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.choice_combo import Choice
from journal_scls.gui.widgets.design import texte
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.flow import FieldGrid
from journal_scls.gui.widgets.front_page import button, row
from journal_scls.gui.widgets.record_table import Column, RecordModel
from journal_scls.gui.widgets.short_table import ShortTable, fit_rows
from journal_scls.gui.widgets.side_by_side import Line, SideBySide

_RANGS = 9
_SUITE = marque(
    "Rien n’est effacé : les interventions qui nomment l’une ou l’autre comptent ensemble, sous la "
    "fiche qui reste. Les chiffres n’additionnent plus deux fois le même endroit. Une fusion se "
    "défait, ici même."
)


def comparer(
    lecture: LectureRepertoire, reste: FicheRepertoire, autre: FicheRepertoire
) -> list[Line]:
    """What two cards say side by side, the differences first."""
    de_reste, d_autre = _dits(lecture, reste), _dits(lecture, autre)
    toutes = [
        Line(quoi, (de_reste.get(quoi, "–"), d_autre.get(quoi, "–")))
        for quoi in dict.fromkeys((*de_reste, *d_autre))
    ]
    return sorted(toutes, key=lambda ligne: not ligne.different)


def _dits(lecture: LectureRepertoire, fiche: FicheRepertoire) -> dict[str, str]:
    source = tr("la région") if lecture.regionale(fiche) else tr("ici")
    verifiee = tr(", à vérifier") if fiche.a_verifier else ""
    return {
        tr("Nom"): nom_de(fiche),
        **dict(lecture.mots.lignes(fiche)),
        tr("Faite par"): f"{source}{verifiee}",
    }


class EtapeFusions(Etape):
    """`fusion(de, vers)` and `defaire(de)`; the page asks nothing more, both are undone."""

    fusion = Signal(object, object)
    defaire = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("Doublons et fusions"), tr("Deux fiches pour une seule et même chose."))
        self._lecture: LectureRepertoire | None = None
        self.suggestions = ShortTable(
            tr("Doublons possibles"),
            (
                Column(tr("Genre"), lambda d: tr(GENRES[d.genre][0]), 18, rank=7),
                Column(tr("Deux fiches du même nom"), lambda d: d.nom, 30, stretch=True, rank=9),
            ),
        )
        self.reste, self.autre = champ_choix(), champ_choix()
        self.comparaison = SideBySide(
            (tr("Fiche qui reste"), tr("Doublon")), (), tr("Les deux fiches, côte à côte")
        )
        self.echanger = button(tr("É&changer les deux"))
        self.bouton = button(tr("&Fusionner"), "primaire")
        self.faites = ShortTable(
            tr("Fusions faites ici"),
            (
                Column(tr("Doublon"), lambda p: p[0], 24, stretch=True, rank=9),
                Column(tr("Fiche qui reste"), lambda p: p[1], 24, stretch=True, rank=8),
            ),
        )
        self.bouton_defaire = button(tr("Défaire cette fu&sion"))
        self._poser()
        self._brancher()

    def _poser(self) -> None:
        self._possibles = Card(tr("Doublons possibles"))
        self._possibles.body.addWidget(self.suggestions)
        grille = FieldGrid()
        grille.add(FieldRow(tr("Fiche qui &reste"), self.reste))
        grille.add(FieldRow(tr("Dou&blon à fondre dedans"), self.autre))
        self._choix = Card()
        for widget in (grille, self.comparaison, texte(tr(_SUITE), "aide")):
            self._choix.body.addWidget(widget)
        self._choix.body.addWidget(row(self.bouton, self.echanger))
        self._passees = Card(tr("Fusions faites ici"))
        self._passees.body.addWidget(self.faites)
        self._passees.body.addWidget(row(self.bouton_defaire))
        for carte in (self._possibles, self._choix, self._passees):
            self.body.addWidget(carte)
        self.finir()

    def _brancher(self) -> None:
        self.suggestions.moved.connect(self._suggerer)
        self.suggestions.opened.connect(self.bouton.setFocus)
        self.reste.value_changed.connect(lambda _valeur: self._comparer())
        self.autre.value_changed.connect(lambda _valeur: self._comparer())
        self.echanger.clicked.connect(self._echanger)
        self.bouton.clicked.connect(self._fusionner)
        self.bouton_defaire.clicked.connect(self._defaire)

    def poser(self, lecture: LectureRepertoire, fiche: FicheRepertoire | None = None) -> None:
        """The suggestions; with a card, the one to fold or to keep."""
        self._lecture = lecture
        self.suggestions.fill(() if fiche else lecture.doublons)
        self._possibles.setVisible(bool(lecture.doublons) and fiche is None)
        vue = lecture.vue
        self.faites.fill(
            [
                (nom_de(vue.toutes[f.de]), vue.nom(f.vers), f)
                for f in vue.fusions.toutes
                if f.de in vue.toutes and not f.regionale
            ],
        )
        self._passees.setVisible(self.faites.model().rowCount() > 0)
        if fiche is not None:
            self._choisir(fiche)
        else:
            self._suggerer()
        choix = fiche is not None or bool(lecture.doublons)
        self._choix.setVisible(choix)
        if not choix:
            self.say(tr("Aucun doublon possible : aucun nom ne revient deux fois."))
        else:
            nombre = len(lecture.doublons)
            self.say(
                ""
                if fiche
                else tr(
                    "{compte} à regarder.", compte=tr("{n} suggestion", "{n} suggestions", nombre)
                )
            )

    def first_field(self) -> QWidget:
        """The suggestions, else what to choose."""
        vises = (self.suggestions, self.reste, self.faites)
        return next((w for w in vises if w.isVisibleTo(self)), self.bouton_retour)

    def _suggerer(self) -> None:
        """Only the two cards of the suggestion are offered."""
        doublon: Doublon | None = self.suggestions.current()
        if doublon is not None and self._lecture is not None:
            vue = self._lecture.vue
            paire = (vue.fiche(doublon.garde), vue.fiche(doublon.autre))
            self._offrir(paire, paire, doublon.garde, doublon.autre)

    def _choisir(self, fiche: FicheRepertoire) -> None:
        """Any card of its kind may be the one that stays."""
        if self._lecture is not None:
            toutes = [f for f in self._lecture.vue.courantes if genre_de(f) is genre_de(fiche)]
            self._offrir(toutes, (fiche,), None, fiche.id)

    def _offrir(
        self,
        restes: Sequence[FicheRepertoire],
        autres: Sequence[FicheRepertoire],
        reste: UUID | None,
        autre: UUID,
    ) -> None:
        lecture = self._lecture
        if lecture is None:
            return
        self.reste.set_choices([Choice(f.id, lecture.precis(f)) for f in restes])
        self.autre.set_choices(
            [Choice(f.id, lecture.precis(f)) for f in autres if not lecture.regionale(f)]
        )
        self.reste.set_value(reste)
        self.autre.set_value(autre)
        self._comparer()

    def _comparer(self) -> None:
        lecture, reste, autre = self._lecture, self.reste.value(), self.autre.value()
        possible = bool(lecture and reste and autre and reste != autre)
        self.bouton.setEnabled(possible)
        self.echanger.setEnabled(possible)
        differences: list[Line] = []
        if lecture and possible:
            vue = lecture.vue
            differences = comparer(lecture, vue.fiche(reste), vue.fiche(autre))
        modele = self.comparaison.model()
        if isinstance(modele, RecordModel):
            modele.replace(differences)
        fit_rows(self.comparaison, _RANGS)
        self.comparaison.setVisible(possible)

    def _echanger(self) -> None:
        lecture, reste, autre = self._lecture, self.reste.value(), self.autre.value()
        if lecture is None:
            return
        garde = lecture.vue.fiche(reste)
        if lecture.regionale(garde):
            self.say(tr("Une fiche de la région reste toujours : c’est l’autre qui s’y fond."))
            return
        self.reste.set_value(autre)
        self.autre.set_choices([Choice(f.id, lecture.precis(f)) for f in (garde,)])
        self.autre.set_value(reste)

    def _fusionner(self) -> None:
        self.fusion.emit(self.autre.value(), self.reste.value())

    def _defaire(self) -> None:
        choisie: tuple[str, str, Fusion] | None = self.faites.current()
        if choisie is not None:
            self.defaire.emit(choisie[2].de)
