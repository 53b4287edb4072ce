"""The table of open referrals: with the focus in it, one letter says what became of one."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from journal_scls.domain.journal.suivi import (
    ATTENTE,
    OBTENU,
    REFUSEE,
    SANS_SUITE,
    SUITES,
    ReferenceSuivie,
)
from journal_scls.domain.vocabulaire import SERVICE_PAR_DEFAUT, Vocabulaires
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.record_table import Column, RecordModel, RecordTable

LETTRES = {"o": OBTENU, "l": ATTENTE, "s": SANS_SUITE, "r": REFUSEE}
_SEMAINE, _MOIS, _AN = 7, 60, 730  # days after which an age is said in weeks, months, years


class TableReferences(RecordTable):
    """`suite(statut)`, `reporter` and `corriger` ask the page about the row in hand."""

    suite = Signal(str)
    reporter = Signal()
    corriger = Signal()

    def __init__(
        self,
        vocabulaires: Vocabulaires,
        aujourdhui: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        self.modele = RecordModel(_colonnes(vocabulaires, aujourdhui))
        super().__init__(self.modele, tr("Références à suivre"), parent)
        self.modele.setParent(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The letters act only here, where no text is typed."""
        lettre = event.text().lower()
        if self.current() is not None and not event.modifiers():
            if lettre in LETTRES:
                self.suite.emit(LETTRES[lettre])
                return
            if lettre == "p":
                self.reporter.emit()
                return
            if event.key() == Qt.Key.Key_F2:
                self.corriger.emit()
                return
        super().keyPressEvent(event)


def ecrire_age(jours: int) -> str:
    """« aujourd’hui », « 5 j », « 3 sem. », « 4 mois », « 2 ans »."""
    if jours <= 0:
        return tr("aujourd’hui")
    if jours < 2 * _SEMAINE:
        return tr("{jours}\u00a0j", jours=jours)
    if jours < _MOIS:
        return tr("{jours}\u00a0sem.", jours=jours // _SEMAINE)
    if jours < _AN:
        return tr("{jours}\u00a0mois", jours=jours // 30)
    return tr("{jours}\u00a0ans", jours=jours // 365)


def ecrire_relance(suivie: ReferenceSuivie, aujourdhui: date) -> str:
    """« en retard, 2025-03-01 », « aujourd’hui », « 2025-04-01 », or nothing."""
    relance = suivie.reference.date_relance
    if relance is None:
        return ""
    if relance == aujourdhui:
        return tr("aujourd’hui")
    return (
        tr("en retard, {relance}", relance=relance) if relance < aujourdhui else relance.isoformat()
    )


def _colonnes(v: Vocabulaires, aujourdhui: Callable[[], date]) -> tuple[Column, ...]:
    def vers(r: ReferenceSuivie) -> str:
        """What tells referrals apart comes first: a narrow column cuts the end."""
        ou = v.libelle("destination", r.reference.destination)
        if r.reference.service == SERVICE_PAR_DEFAUT:
            return f"{r.partenaire} ({ou})" if r.partenaire else ou
        service = v.libelle_service(r.reference.destination, r.reference.service)
        return f"{r.partenaire or service} ({service if r.partenaire else ou})"

    def relance(r: ReferenceSuivie) -> str:
        return ecrire_relance(r, aujourdhui())

    return (
        Column(
            tr("Âge"),
            lambda r: ecrire_age(r.age(aujourdhui())),
            9,
            key=lambda r: r.age(aujourdhui()),
            rank=9,
        ),
        Column(tr("Vers"), vers, 24, stretch=True, rank=8),
        Column(tr("Milieu"), lambda r: r.milieu or tr("Sans milieu"), 20, stretch=True, rank=5),
        Column(tr("Suite"), lambda r: v.libelle(SUITES, r.reference.statut), 0, rank=6),
        Column(
            tr("À relancer"),
            relance,
            21,
            key=lambda r: r.reference.date_relance or date.max,
            rank=7,
        ),
        Column(tr("Date"), lambda r: r.du.isoformat(), 12, key=lambda r: r.du, rank=4),
        Column(tr("Personne"), lambda r: r.personne, 11, rank=2),
    )
