"""The very lines that would leave, one a row, and every field of the one in hand."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal_scls.application.lots.apercus import Apercu, LigneApercu
from journal_scls.gui.texte_riche import paragraphe, phrase, titre
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.design import texte
from journal_scls.gui.widgets.front_page import button, on_keys
from journal_scls.gui.widgets.list_details import ListDetails
from journal_scls.gui.widgets.record_table import Column, RecordModel, RecordTable
from journal_scls.gui.widgets.work_page import Details, WorkPage

_GARDEES = 4096  # lines kept decoded


class ApercuPage(WorkPage):
    """`revenir` goes back; a line is decoded when it comes on screen."""

    revenir = Signal()

    def __init__(self, apercu: Apercu, parent: QWidget | None = None) -> None:
        super().__init__(tr("Ce qui partira, ligne par ligne"), parent)
        self._decrire = lru_cache(_GARDEES)(apercu.decrire)
        self.phrase = texte(_phrase(apercu), "aide")
        self.modele = RecordModel(_colonnes(self._decrire), self)
        self.modele.replace(apercu.lignes)
        self.table = RecordTable(self.modele, tr("Lignes qui partiront"))
        self.details = Details(tr("Tous les champs de la ligne"))
        self.partage = ListDetails(self.table, self.details)
        self.retour = button(tr("Reve&nir à l’envoi (Échap)"), "primaire")
        on_keys(self, "Esc", self.revenir.emit)
        self.retour.clicked.connect(self.revenir)
        self.table.moved.connect(self._detailler)
        self.head.addWidget(self.phrase)
        self.middle.addWidget(self.partage)
        self.foot.addWidget(self.retour)
        self.foot.addWidget(self.partage.toggle)
        self.table.go(0)

    def entered(self) -> None:
        """The list has the focus."""
        self.table.setFocus()
        announce(self, self.phrase.text())

    def _detailler(self) -> None:
        octets = self.table.current()
        self.details.show_html(html(self._decrire(octets), octets) if octets else "")


def html(ligne: LigneApercu, octets: bytes) -> str:
    """Every field in words, then the line itself; whatever was typed is escaped."""
    parties = [
        titre(tr("Retrait d’une intervention déjà partie") if ligne.retrait else tr("Ce qui part"))
    ]
    parties += [paragraphe(champ.libelle, champ.valeur) for champ in ligne.champs]
    if reste := _reste(ligne):
        parties.append(paragraphe(tr("Reste ici"), reste))
    return "".join([*parties, titre(tr("La ligne telle quelle")), phrase(octets.decode())])


def _colonnes(decrire: Callable[[bytes], LigneApercu]) -> Sequence[Column]:
    def champ(*noms: str) -> Callable[[bytes], str]:
        def lire(octets: bytes) -> str:
            valeurs = {c.champ: c.valeur for c in decrire(octets).champs}
            return next((valeurs[nom] for nom in noms if nom in valeurs), "")

        return lire

    def reste(octets: bytes) -> str:
        ligne = decrire(octets)
        return tr("retrait") if ligne.retrait else _reste(ligne)

    return (
        Column(tr("Quand"), champ("date", "mois"), 11, rank=6),
        Column(tr("Lieu"), champ("milieu", "organisme", "tenure"), 18, stretch=True, rank=5),
        Column(tr("Activité"), champ("activite"), 12, stretch=True, rank=4),
        Column(tr("Clientèle"), champ("clientele"), 16, rank=2),
        Column(tr("Minutes"), champ("duree_min"), 9, right=True, rank=1),
        Column(tr("Références"), champ("references"), 18, stretch=True),
        Column(tr("Reste ici"), reste, 16, rank=3),
    )


def _reste(ligne: LigneApercu) -> str:
    """What of the place and of the date is not said."""
    noms = {champ.champ for champ in ligne.champs}
    if "mois" not in noms:
        return ""
    return tr("immeuble, jour") if "organisme" in noms else tr("jour")


def _phrase(apercu: Apercu) -> str:
    retraits = (
        tr(" et {compte}", compte=tr("{n} retrait", "{n} retraits", apercu.retraits))
        if apercu.retraits
        else ""
    )
    return tr(
        "{compte}{retraits} dans le lot {seq}. Ces lignes, et rien d’autre : chaque champ "
        "est montré tel qu’il partira.",
        compte=tr("{n} intervention", "{n} interventions", apercu.ecritures),
        retraits=retraits,
        seq=apercu.seq,
    )
