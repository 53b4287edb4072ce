"""The pieces of the journal page: filters, totals, the list, the details, the buttons."""

from PySide6.QtWidgets import QWidget

from journal_scls.application.journal import Journal
from journal_scls.application.lectures import LigneJournal, TotauxListe
from journal_scls.gui.jours import duree
from journal_scls.gui.models.journal_model import JournalModel
from journal_scls.gui.pages.journal.details import Details
from journal_scls.gui.pages.journal.filtres import BarreFiltres
from journal_scls.gui.pages.journal.table import TableJournal
from journal_scls.gui.task_runner import Runner
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.design import texte
from journal_scls.gui.widgets.front_page import button
from journal_scls.gui.widgets.list_details import ListDetails
from journal_scls.gui.widgets.work_page import Empty, WorkPage

_INSECABLE = "\u00a0"


class CadreJournal(WorkPage):
    """Lays out; `JournalPage` does."""

    def __init__(
        self, modele: JournalModel, journal: Journal, runner: Runner, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Journal"), parent)
        self._runner = runner
        self.modele = modele
        self.filtres = BarreFiltres(journal.vocabulaires, journal.horloge.aujourdhui, self)
        self.compte = texte("", "aide", self)
        self.table = TableJournal(modele, self)
        self.details = Details(journal, runner, self)
        self.partage = ListDetails(self.table, self.details, self)
        self.vide = Empty(self)
        self.vide.hide()
        self.bouton_corriger = button(tr("Corriger (F2)"), "primaire")
        self.bouton_repeter = button(tr("Répéter (Ctrl+D)"))
        self.bouton_annuler = button(tr("Annuler… (Suppr)"))
        self.bouton_retablir = button(tr("Réta&blir"))
        self.bouton_comparer = button(tr("&Comparer les révisions…"))
        self.bouton_exporter = button(tr("E&xporter…"))
        self.bouton_detruire = button(tr("Détruire ce qui est éc&hu…"), "danger")
        self.head.addWidget(self.filtres)
        self.head.addWidget(self.compte)
        self.middle.addWidget(self.partage, 1)
        self.middle.addWidget(self.vide, 1)
        for bouton in (
            self.bouton_corriger,
            self.bouton_repeter,
            self.bouton_annuler,
            self.bouton_retablir,
            self.bouton_comparer,
            self.bouton_exporter,
            self.bouton_detruire,
            self.partage.toggle,
        ):
            self.foot.addWidget(bouton)
        self.bouton_retablir.hide()
        self.bouton_comparer.hide()
        self.bouton_detruire.hide()

    def ligne(self) -> LigneJournal | None:
        """The entry in hand."""
        return self.modele.ligne(self.table.rang())

    def montrer_liste(self, *, vide: bool, vierge: bool) -> None:
        """The list, or a sentence and what to do."""
        if vierge:
            self.vide.show_text(
                tr("Votre journal est encore vide."), tr("Saisir une intervention (Ctrl+N)")
            )
        else:
            self.vide.show_text(
                tr("Aucune intervention ne correspond à ces filtres."), tr("Effacer les filtres")
            )
        self.vide.setVisible(vide)
        self.partage.setVisible(not vide)
        self.bouton_exporter.setEnabled(not vide)
        if vide:
            self.compte.clear()
        elif not self.compte.text():
            self.compte.setText(tr("Calcul des totaux…"))

    def montrer_totaux(self, totaux: TotauxListe) -> None:
        """What is shown adds up to this."""
        self.compte.setText(phrase_totaux(totaux) if totaux.lignes else "")
        announce(self.filtres, self.compte.text())


def phrase_totaux(t: TotauxListe) -> str:
    """« 3 interventions · 40 participations · 2 h 15 · 1 référence »."""
    parties = []
    if t.interventions or not t.annulees:
        parties = [
            tr("{n} intervention", "{n} interventions", t.interventions),
            tr("{n} participation", "{n} participations", t.participations),
            duree(t.minutes),
            tr("{n} référence", "{n} références", t.references),
        ]
    if t.annulees:
        parties.append(tr("{n} annulée, non comptée", "{n} annulées, non comptées", t.annulees))
    return " · ".join(partie.replace(" ", _INSECABLE) for partie in parties)
