"""Stop trusting a journal after one of its lots: what it means is said before it is done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from journal_scls.application.lots.etat_region import EtatJournal
from journal_scls.gui.champs import champ_nombre
from journal_scls.gui.pages.etapes import Etape
from journal_scls.gui.pages.region.phrases import nom_du_journal
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.design import texte
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.front_page import button, row

_SEQ_MAX = 1_000_000_000
_RAISON_MAX = 300


class EtapeRevocation(Etape):
    """`demandee(EtatJournal, seq, raison)`; the page asks once more before it is done."""

    demandee = Signal(object, int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Révoquer un journal"), tr("Pour un portable volé, un départ, une clé perdue.")
        )
        self._journal: EtatJournal | None = None
        self.qui = texte("", "section", self)
        self.seq = champ_nombre(maximum=_SEQ_MAX)
        self.raison = QLineEdit()
        self.raison.setMaxLength(_RAISON_MAX)
        self.ligne_seq = FieldRow(tr("Dernier lot qui &compte"), self.seq, required=True)
        self.ligne_raison = FieldRow(
            tr("&Raison"), self.raison, required=True, hint=tr("Elle reste au registre.")
        )
        self.consequence = texte("", "avertissement", self)
        self.bouton = button(tr("Ré&voquer…"), "danger")
        carte = Card()
        for widget in (self.qui, self.ligne_seq, self.consequence, self.ligne_raison):
            carte.body.addWidget(widget)
        carte.body.addWidget(row(self.bouton))
        self.body.addWidget(carte)
        self.finir()
        self.seq.textChanged.connect(lambda _texte: self._expliquer())
        self.bouton.clicked.connect(self._demander)
        self.raison.returnPressed.connect(self._demander)

    def presenter(self, journal: EtatJournal) -> None:
        """The journal to revoke; everything it sent until now counts unless told otherwise."""
        self._journal = journal
        self.qui.setText(nom_du_journal(journal))
        self.seq.set_value(journal.dernier.seq if journal.dernier else 0)
        self.raison.clear()
        self.ligne_raison.set_error("")
        self._expliquer()

    def first_field(self) -> QWidget:
        """The number of the last lot that counts."""
        return self.seq

    def _expliquer(self) -> None:
        journal, propre = self._journal, "".join(self.seq.text().split())
        if journal is None or not propre.isdecimal():
            self.consequence.clear()
            return
        self.consequence.setText(consequence(journal, int(propre)))

    def _demander(self) -> None:
        seq = self.seq.value()
        if seq is None:
            self.ligne_seq.set_error(self.seq.error() or tr("Écrivez le numéro d’un lot, ou 0."))
            self.ligne_seq.focus()
        elif not self.raison.text().strip():
            self.ligne_raison.set_error(tr("Écrivez pourquoi, en quelques mots."))
            self.ligne_raison.focus()
        else:
            self.demandee.emit(self._journal, seq, self.raison.text())


def consequence(journal: EtatJournal, apres: int) -> str:
    """What becomes of the lots of a journal that is revoked after that one."""
    pour_toujours = tr(
        "{code} ne pourra plus entrer que par une nouvelle inscription. Cela ne s’annule "
        "pas, et rien n’est effacé.",
        code=journal.code,
    )
    if not apres:
        debut = tr(
            "Aucun lot de ce journal ne comptera plus, même ceux qui n’arriveront que demain."
        )
    else:
        debut = tr(
            "Les lots 1 à {apres} comptent toujours; ceux d’après iront en quarantaine, même "
            "s’ils étaient déjà en route.",
            apres=apres,
        )
    recus = journal.dernier.seq if journal.dernier else 0
    if recus > apres:
        debut += tr(
            " Le lot {recus} est déjà reçu : il compte encore tant que vous n’aurez pas refait "
            "le dossier à partir des lots gardés.",
            recus=recus,
        )
    return f"{debut} {pour_toujours}"
