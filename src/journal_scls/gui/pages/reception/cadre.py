"""What the reception page is made of: ways in, one line for each file, what to do with them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from journal_scls.gui.champs import champ_choix
from journal_scls.gui.pages.reception.resultats import (
    COLONNES,
    RESULTATS,
    Recu,
    compter,
    fiche,
    nom_du_resultat,
    resumer,
)
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.choice_combo import Choice
from journal_scls.gui.widgets.design import texte
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.front_page import button, row
from journal_scls.gui.widgets.list_details import ListDetails
from journal_scls.gui.widgets.record_table import RecordModel, RecordTable
from journal_scls.gui.widgets.work_page import Details, Empty, WorkPage

TOUT = "tout"
_VIDE = marque("Choisissez des fichiers de lots, un dossier entier, ou déposez-les ici.")


class CadreReception(WorkPage):
    """Lays out and filters; `ReceptionPage` imports and writes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Réception"), parent)
        self._lignes: list[Recu] = []
        self.modele = RecordModel(COLONNES, self)
        self.table = RecordTable(self.modele, tr("Résultat de chaque fichier"), self)
        self.details = Details(tr("Détails du fichier"), self)
        self.partage = ListDetails(self.table, self.details, self)
        self.vide = Empty(self)
        self.vide.show_text(tr(_VIDE))
        self.quoi = champ_choix((Choice(TOUT, tr("Tous les fichiers")),), self)
        self.quoi.set_value(TOUT)
        self.rang_quoi = row(FieldRow(tr("&Montrer"), self.quoi, self))
        self.resume = texte("", "section", self)
        self.depot = texte("", "aide", self)
        self._poser_boutons()
        for widget in (self._entrees, self.depot, self.resume, self.rang_quoi):
            self.head.addWidget(widget)
        self.middle.addWidget(self.partage, 1)
        self.middle.addWidget(self.vide, 1)
        self.quoi.value_changed.connect(lambda _valeur: self._filtrer())
        self.table.moved.connect(self._detailler)
        self.table.opened.connect(lambda: self.details.setFocus(Qt.FocusReason.OtherFocusReason))
        self._arranger()

    def _poser_boutons(self) -> None:
        self.fichiers = button(tr("Importer des &fichiers…"), "primaire")
        self.dossier = button(tr("Importer un d&ossier…"))
        self.relever = button(tr("Rele&ver le dossier de dépôt"))
        self.choisir_depot = button(tr("&Choisir le dossier de dépôt…"), "discret")
        self._entrees = row(self.fichiers, self.dossier, self.relever, self.choisir_depot)
        self.reessayer = button(tr("&Réessayer les fichiers en attente"))
        self.accuser = button(tr("Écrire les &accusés…"))
        self.copier = button(tr("Copier la &liste"))
        self.csv = button(tr("Enre&gistrer la liste…"))
        for bouton in (self.reessayer, self.accuser, self.copier, self.csv, self.partage.toggle):
            self.foot.addWidget(bouton)

    def lignes(self) -> list[Recu]:
        """All of them, whatever is shown."""
        return list(self._lignes)

    def vider(self) -> None:
        """Forget what came before."""
        self._lignes = []
        self.modele.replace(())
        self.resume.clear()
        self._arranger()

    def ajouter(self, nouvelles: list[Recu]) -> None:
        """More lines, as they come."""
        if not nouvelles:
            return
        self._lignes.extend(nouvelles)
        self.modele.append([ligne for ligne in nouvelles if self._garder(ligne)])
        if self.table.current() is None:
            self.table.go(0)
        self._arranger()

    def conclure(self, avant: str = "") -> None:
        """Say what came of it."""
        phrase = f"{avant}{resumer(self._lignes)}".strip()
        self.resume.setText(f"{phrase}." if phrase else "")
        self._arranger()
        announce(self.table, self.resume.text())

    def _garder(self, ligne: Recu) -> bool:
        return self.quoi.value() in (TOUT, None, ligne.resultat)

    def _filtrer(self) -> None:
        courante = self.table.current()
        self.modele.replace(ligne for ligne in self._lignes if self._garder(ligne))
        self.table.seek(lambda ligne: ligne is courante)
        self._detailler()

    def _detailler(self) -> None:
        ligne = self.table.current()
        self.details.show_html(fiche(ligne) if ligne else "")

    def _arranger(self) -> None:
        compte = compter(self._lignes)
        choix = [Choice(r, nom_du_resultat(r, compte[r])) for r in RESULTATS if compte[r]]
        self.quoi.set_choices(
            [Choice(TOUT, tr("Tous les fichiers ({lignes})", lignes=len(self._lignes))), *choix]
        )
        if self.quoi.value() is None:
            self.quoi.set_value(TOUT)
        pleine = bool(self._lignes)
        for widget in (self.partage, self.rang_quoi, self.copier, self.csv):
            widget.setVisible(pleine)
        self.resume.setVisible(bool(self.resume.text()))
        self.vide.setVisible(not pleine)
