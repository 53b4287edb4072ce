"""The journals that are enrolled, and the digits of the region, big enough to be read aloud."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from journal_scls.application.lots.etat_region import EtatJournal
from journal_scls.application.lots.situation_region import SituationRegion
from journal_scls.gui.pages.region import phrases
from journal_scls.gui.texte_riche import liste, paragraphe, phrase, titre
from journal_scls.gui.traduction import deux_points, marque, tr
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.design import texte
from journal_scls.gui.widgets.front_page import button, row
from journal_scls.gui.widgets.list_details import ListDetails
from journal_scls.gui.widgets.record_table import Column, RecordModel, RecordTable
from journal_scls.gui.widgets.spoken_code import SpokenCode
from journal_scls.gui.widgets.work_page import Details, Empty, WorkPage


def jour(journal: EtatJournal) -> str:
    """The local day of the enrolment."""
    le = journal.inscrit_le
    return le.astimezone().date().isoformat() if le else ""


def etat(journal: EtatJournal) -> str:
    """« Inscrit, aucun lot », « Inscrit, 12 lots reçus », « Révoqué après le lot 7 »."""
    if journal.revocations:
        apres = max(r.apres_seq for r in journal.revocations)
        return tr("Révoqué après le lot {apres}", apres=apres) if apres else tr("Révoqué en entier")
    if journal.dernier is None:
        return tr("Inscrit, aucun lot reçu")
    return tr("Inscrit, dernier lot {seq}", seq=journal.dernier.seq)


COLONNES = (
    Column(marque("Code"), lambda j: j.code, 14, rank=9),
    Column(marque("Nom"), lambda j: j.nom, 16, stretch=True, rank=7),
    Column(marque("Inscrit le"), jour, 13, rank=6),
    Column(marque("État"), etat, 20, stretch=True, rank=8),
)


class ListeJournaux(WorkPage):
    """Lays out; `JournauxPage` does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Journaux"), parent)
        self.code = SpokenCode()
        self.modele = RecordModel(COLONNES, self)
        self.table = RecordTable(self.modele, tr("Journaux inscrits"), self)
        self.details = Details(tr("Détails de l’inscription"), self)
        self.partage = ListDetails(self.table, self.details, self)
        self.vide = Empty(self)
        self.vide.show_text(
            tr(
                "Aucun journal n’est inscrit. Commencez par une invitation : un petit fichier pour "
                "une personne, que vous confirmez au téléphone."
            )
        )
        self.inviter = button(tr("In&viter un journal…"), "primaire")
        self.demande = button(tr("Recevoir une de&mande…"))
        self.changement = button(tr("Recevoir un changement de &clés…"))
        self.revoquer = button(tr("Rév&oquer ce journal…"))
        self.secours = button(tr("Clé de &secours…"), "discret")
        self.refaire = button(tr("&Refaire le dossier…"), "discret")
        empreinte = Card()
        empreinte.body.addWidget(
            texte(tr("Empreinte de votre région, à dicter au téléphone :"), "etiquette")
        )
        empreinte.body.addWidget(self.code)
        self.head.addWidget(empreinte)
        self.head.addWidget(row(self.inviter, self.demande, self.changement))
        self.middle.addWidget(self.partage, 1)
        self.middle.addWidget(self.vide, 1)
        for bouton in (self.revoquer, self.partage.toggle, self.secours, self.refaire):
            self.foot.addWidget(bouton)
        self.table.moved.connect(self._suivre)
        self.table.opened.connect(lambda: self.details.setFocus(Qt.FocusReason.OtherFocusReason))
        self.vide.hide()

    def montrer(self, situation: SituationRegion) -> None:
        """The journals as they are now."""
        courant = self.table.current()
        journaux = situation.etat.journaux
        self.modele.replace(journaux)
        self.table.seek(lambda j: courant is not None and j.journal == courant.journal)
        for widget in (self.partage, self.revoquer, self.changement):
            widget.setVisible(bool(journaux))
        self.vide.setVisible(not journaux)
        self._suivre()

    def choisi(self) -> EtatJournal | None:
        """The journal in hand."""
        journal: EtatJournal | None = self.table.current()
        return journal

    def _suivre(self) -> None:
        journal = self.choisi()
        self.revoquer.setEnabled(journal is not None)
        self.details.show_html("".join(_fiche(journal)) if journal else "")


def _fiche(journal: EtatJournal) -> Iterator[str]:
    yield titre(phrases.nom_du_journal(journal))
    yield phrase(f"{etat(journal)}.", gras=True)
    if journal.inscrit_le is not None:
        yield paragraphe(tr("Inscrit le"), phrases.le(journal.inscrit_le))
    if journal.revocations:
        yield titre(tr("Révocation"))
        vues = {(r.apres_seq, r.le, r.raison) for r in journal.revocations}
        yield liste(deux_points(phrases.le(le), raison) for _apres, le, raison in sorted(vues))
        yield phrase(tr("Pour l’admettre de nouveau, invitez un nouveau journal."))
    yield paragraphe(tr("Identifiant"), str(journal.journal))
