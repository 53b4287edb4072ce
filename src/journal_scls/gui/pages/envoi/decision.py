"""Two copies of one journal: a person says which one goes on. Nothing is sent before."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from journal_scls.application.journal import Journal
from journal_scls.application.lots.incarnations import Situation
from journal_scls.application.operation import Changes, Progress
from journal_scls.gui.pages.page_travail import Contexte
from journal_scls.gui.pages.region.phrases import apostrophes
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.card import Card, Page
from journal_scls.gui.widgets.design import texte
from journal_scls.gui.widgets.front_page import button, row

_LARGEUR = 76  # characters
_RAISONS = {
    Situation.RESTAUREE: "sauvegarde restaurée",
    Situation.ANCIENNE: "sauvegarde restaurée",
    Situation.RECOPIEE: "copie ou nouvel ordinateur",
    Situation.CONTREDITE: "copie",
    Situation.SANS_TEMOIN: "marque absente",
}
_ICI = marque(
    "Choisissez-le si cette copie est la seule qui servira désormais : l’ancienne est perdue, "
    "remplacée, ou ne sera plus utilisée.\nCe qui arrive : le prochain envoi contiendra tout ce "
    "journal. Rien n’est effacé. N’envoyez plus jamais rien depuis l’autre copie."
)
_AILLEURS = marque(
    "Choisissez-le si vous travaillez encore dans l’autre copie, et que celle-ci n’est qu’un "
    "double.\nCe qui arrive : rien ne partira d’ici. Vous pouvez lire ce journal; ce que vous y "
    "saisiriez n’arriverait pas à la région."
)


class DecisionDialog(QDialog):
    """Two choices with what follows from each; Enter chooses nothing by surprise."""

    def __init__(
        self,
        situation: Situation,
        ici: Callable[[], None],
        ailleurs: Callable[[], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Quelle copie est votre journal ?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ici = button(tr("Je continue &ici"), "primaire")
        self.ailleurs = button(tr("Je continue dans l’&autre copie"))
        self.plus_tard = button(tr("&Décider plus tard (Échap)"), "discret")
        page = Page(tr("Quelle copie est votre journal ?"))
        raison = tr(
            "{phrase}. Deux copies qui envoient se contrediraient.",
            phrase=apostrophes(situation.message),
        )
        page.body.addWidget(texte(raison, "etiquette"))
        page.body.addWidget(_choix(tr(_ICI), self.ici))
        page.body.addWidget(_choix(tr(_AILLEURS), self.ailleurs))
        page.body.addWidget(
            texte(
                tr("En attendant, vous pouvez saisir et lire; seuls les envois attendent."), "aide"
            )
        )
        page.body.addWidget(row(self.plus_tard))
        boite = QVBoxLayout(self)
        boite.setContentsMargins(0, 0, 0, 0)
        boite.addWidget(page)
        self._dimensionner(page, parent)
        self.ici.clicked.connect(lambda: self._choisir(ici))
        self.ailleurs.clicked.connect(lambda: self._choisir(ailleurs))
        self.plus_tard.clicked.connect(self.reject)

    def _dimensionner(self, page: Page, parent: QWidget) -> None:
        """As high as its text at that width, or it scrolls: a dialog does not see to it."""
        place = parent.screen().availableGeometry()
        largeur = min(self.fontMetrics().averageCharWidth() * _LARGEUR, place.width() - 40)
        haut = page.height_for(largeur)
        self.resize(largeur, min(haut, place.height() - 60))

    def _choisir(self, suite: Callable[[], None]) -> None:
        self.accept()
        suite()


def _choix(consequences: str, bouton: QPushButton) -> Card:
    carte = Card()
    carte.body.addWidget(texte(consequences, "aide"))
    carte.body.addWidget(row(bouton))
    return carte


def demander(
    contexte: Contexte, parent: QWidget, situation: Situation, sur_fait: Callable[[], None]
) -> None:
    """Ask, record the answer in a worker, then go on."""
    journal = contexte.journal

    def enregistrer(acte: Callable[[], object]) -> None:
        def op(_progress: Progress) -> Changes:
            acte()
            return Changes(lots=True)

        contexte.runner.run(parent, op, on_success=lambda _c: sur_fait(), libelle=tr("Décision"))

    DecisionDialog(
        situation,
        lambda: enregistrer(lambda: journal.envois.nouvelle_incarnation(_RAISONS[situation])),
        lambda: enregistrer(journal.envois.garder_en_lecture),
        parent,
    ).open()


def en_suspens(journal: Journal) -> Situation | None:
    """What nobody has decided yet; a journal that sends nothing has nothing to decide."""
    region = journal.inscriptions.region()
    if region is None or region.acceptee_le is None or journal.envois.en_lecture():
        return None
    situation = journal.envois.situation()
    return None if situation is Situation.NORMALE else situation


def verifier_copie(contexte: Contexte, parent: QWidget) -> None:
    """When a journal opens: ask at once if a decision is waiting."""

    def trouvee(situation: Situation | None) -> None:
        if situation is not None:
            demander(contexte, parent, situation, lambda: None)

    contexte.runner.run(
        parent, lambda _p: en_suspens(contexte.journal), on_success=trouvee, libelle=None
    )
