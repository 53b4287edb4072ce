"""The backups: where they are, when they were made, how many are kept."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal_scls.application.ports_dossiers import Copie
from journal_scls.gui.jours import decrire_date
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.design import secable, texte
from journal_scls.gui.widgets.front_page import button, row

_MONTREES = 5
_REGLE = marque(
    "Une copie se fait chaque jour d’usage. Sont gardées celles des sept derniers jours, d’une "
    "par semaine pendant quatre semaines, et d’avant chaque mise à jour du fichier. Elles sont "
    "chiffrées comme le journal."
)
_SUR_SERVEUR = marque(
    "La base de cette coordination est sur un serveur : sa sauvegarde se fait là. Demandez-la à "
    "la personne qui s’en occupe."
)
_MEGA = 1_000_000


class Copies(Card):
    """The gestures are those of the window."""

    faire = Signal()
    ailleurs = Signal()
    restaurer = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Sauvegardes"), parent)
        self.liste = texte("", "etiquette")
        self.regle = texte(tr(_REGLE), "aide")
        self.maintenant = button(tr("Copier &maintenant"))
        self.cle_usb = button(tr("Copier &ailleurs…"))
        self.remettre = button(tr("&Restaurer une copie…"))
        for widget in (self.liste, self.regle, row(self.maintenant, self.cle_usb, self.remettre)):
            self.body.addWidget(widget)
        self.maintenant.clicked.connect(self.faire)
        self.cle_usb.clicked.connect(self.ailleurs)
        self.remettre.clicked.connect(self.restaurer)

    def montrer(self, copies: Sequence[Copie], *, locales: bool, aujourdhui: date) -> None:
        """The newest ones and where they are."""
        for bouton in (self.maintenant, self.cle_usb, self.remettre):
            bouton.setVisible(locales)
        self.regle.setText(tr(_REGLE if locales else _SUR_SERVEUR))
        if not copies:
            self.liste.setText(tr("Aucune copie pour l’instant.") if locales else "")
            return
        lignes = [_ligne(copie, aujourdhui) for copie in copies[:_MONTREES]]
        reste = len(copies) - len(lignes)
        if reste:
            lignes.append(tr("et {compte}", compte=tr("{n} autre", "{n} autres", reste)))
        lignes.append(tr("Dossier : {parent}", parent=secable(copies[0].fichier.parent)))
        self.liste.setText("\n".join(lignes))


def _ligne(copie: Copie, aujourdhui: date) -> str:
    jour = copie.quand.date()
    quand = tr("aujourd’hui") if jour == aujourdhui else decrire_date(jour)
    mega = f"{copie.octets / _MEGA:.1f}".replace(".", ",")
    return tr(
        "{quand}, {heure} h {minute:02d} ({mega} Mo)",
        quand=quand,
        heure=copie.quand.hour,
        minute=copie.quand.minute,
        mega=mega,
    )
