"""Size of the text, colours, language."""

from PySide6.QtWidgets import QWidget

from journal_scls.gui.apparence.choix import ECHELLES
from journal_scls.gui.apparence.preference import THEMES, Apparence
from journal_scls.gui.champs import champ_choix
from journal_scls.gui.traduction import LANGUES, tr
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.choice_combo import Choice
from journal_scls.gui.widgets.field_row import FieldRow


class Affichage(Card):
    """Shows at once what is chosen, the language apart; it also follows the menu."""

    def __init__(self, apparence: Apparence, parent: QWidget | None = None) -> None:
        super().__init__(tr("Affichage"), parent)
        self._apparence = apparence
        self.taille = champ_choix([Choice(e, tr("{taux} %", taux=e)) for e in ECHELLES])
        self.couleurs = champ_choix(
            [Choice(nom, tr(libelle).replace("&", "")) for nom, libelle in THEMES]
        )
        self.body.addWidget(
            FieldRow(
                tr("Taille du &texte"), self.taille, hint=tr("Aussi : Ctrl++, Ctrl+- et Ctrl+0.")
            )
        )
        self.langue = champ_choix([Choice(code, nom) for code, nom in LANGUES.items()])
        self.langue.set_value(apparence.langue)
        self.body.addWidget(FieldRow(tr("&Couleurs"), self.couleurs))
        self.body.addWidget(
            FieldRow(
                tr("&Langue (language)"),
                self.langue,
                hint=tr(
                    "Au prochain démarrage. Le vocabulaire, les chiffres publiés et les documents "
                    "restent en français."
                ),
            )
        )
        self.taille.chosen.connect(lambda echelle: apparence.changer(echelle=echelle))
        self.couleurs.chosen.connect(apparence.changer)
        self.langue.chosen.connect(apparence.changer_de_langue)
        apparence.change.connect(self._suivre)
        self._suivre()

    def _suivre(self) -> None:
        self.taille.set_value(self._apparence.echelle)
        self.couleurs.set_value(self._apparence.nom)
