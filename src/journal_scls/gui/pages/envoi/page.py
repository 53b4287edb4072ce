"""What is sent every day: the next lot, the lots already made, what the coordination has."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from journal_scls.application.lots.accuses import REFUSE, AccuseLu
from journal_scls.application.lots.apercus import Apercu
from journal_scls.application.lots.envois import LotEcrit
from journal_scls.application.lots.incarnations import Situation
from journal_scls.application.operation import Changes, Progress
from journal_scls.domain.echange.inscription import Region
from journal_scls.domain.errors import ErreurJournal, RegleMetier
from journal_scls.gui.dialogs import FICHIERS
from journal_scls.gui.pages.envoi.decision import demander
from journal_scls.gui.pages.envoi.etat import (
    Etat,
    exiger_present,
    lire_apercu,
    lire_etat,
    retenir_dossier,
)
from journal_scls.gui.pages.envoi.faits import CarteFaits
from journal_scls.gui.pages.envoi.phrases import annonce, retenus
from journal_scls.gui.pages.envoi.prochain import CarteProchain
from journal_scls.gui.pages.page_travail import Contexte
from journal_scls.gui.pages.region.phrases import apostrophes
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.design import secable, texte
from journal_scls.gui.widgets.file_drop import FileDrop
from journal_scls.gui.widgets.front_page import FrontPage, button, on_keys, row

_ARRET = marque(
    "Aucun lot ne sort de cette copie avant que vous ayez dit laquelle est votre journal."
)
_LECTURE = marque(
    "Vous avez décidé que cette copie ne sert qu’à lire : aucun envoi n’en part. Continuez dans "
    "l’autre copie."
)


class EnvoiPage(FrontPage):
    """`voir(Apercu)` shows the lines, `detail` the attachment. Accusés may be let go anywhere."""

    voir = Signal(object)
    detail = Signal()

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(tr("Envoi à la région"), parent)
        self._contexte = contexte
        self._journal = contexte.journal
        self._runner = contexte.runner
        self._region: Region | None = None
        self._etat: Etat | None = None
        self._apercu: Apercu | None = None
        self._demande = 0
        self._arrivee = self._lit = False
        self.sujet = texte("", "aide")
        self.arret = Card(tr("Une décision vous attend"))
        self.arret_phrase = texte("", "avertissement")
        self.decider = button(tr("Dé&cider…"), "primaire")
        self.prochain = CarteProchain(self._journal.horloge.aujourdhui)
        self.faits = CarteFaits(self._journal.horloge.aujourdhui())
        self.ouvrir_dossier = button(tr("&Ouvrir le dossier"))
        self.rattachement = button(tr("Ra&ttachement et clés…"), "discret")
        self._fichier: Path | None = None
        self._poser()
        self._brancher()

    def _poser(self) -> None:
        self.arret.body.addWidget(self.arret_phrase)
        self.arret.body.addWidget(row(self.decider))
        self.arret.hide()
        self.ouvrir_dossier.hide()
        self.prochain.body.addWidget(row(self.ouvrir_dossier))
        for widget in (
            self.sujet,
            self.message,
            self.arret,
            self.prochain,
            self.faits,
            row(self.rattachement),
        ):
            self.body.addWidget(widget)

    def _brancher(self) -> None:
        self.decider.clicked.connect(self._decider)
        self.prochain.change.connect(self._lire_apercu)
        self.prochain.voir.connect(self._voir)
        self.prochain.ecrire.connect(self.ecrire)
        self.prochain.choisir_dossier.connect(self._choisir_dossier)
        self.prochain.faits_coches.connect(self._cocher_faits)
        self.faits.refaire.connect(self._refaire)
        self.faits.recevoir.connect(self._choisir_accuses)
        self.ouvrir_dossier.clicked.connect(self._ouvrir_dossier)
        self.rattachement.clicked.connect(self.detail)
        on_keys(self, "Ctrl+Return", self.prochain.bouton.click)
        FileDrop(self, self.recevoir)

    def entered(self) -> None:
        """The focus waits for what is being read: what one came for may not be there yet."""
        announce(self, self.title.text())
        self._arrivee = True
        if not self._lit:
            self._arriver()

    def _arriver(self) -> None:
        self._lit = False
        arrivee, self._arrivee = self._arrivee, False
        if arrivee and self.isVisible():  # else it would take the keys of the page in front
            but = self.first_field()
            but.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(but)

    def first_field(self) -> QWidget:
        """What one came for."""
        if self.arret.isVisibleTo(self):
            return self.decider
        if self.prochain.bouton.isEnabled():
            return self.prochain.bouton
        return self.faits.accuse

    # --- reading

    def montrer(self, region: Region) -> None:
        """Read everything again."""
        self._region = region
        self._lit = True
        self.sujet.setText(tr("Ce journal est rattaché à « {nom} ».", nom=region.nom))
        self._runner.run(
            self,
            lambda _p: lire_etat(self._journal, region),
            on_success=self._montrer_etat,
            libelle=None,
        )

    def relire(self) -> None:
        """After something was written."""
        if self._region is not None:
            self.montrer(self._region)

    def _montrer_etat(self, etat: Etat) -> None:
        self._etat = etat
        normale = etat.situation is Situation.NORMALE
        self.arret.setVisible(not normale)
        self.prochain.setVisible(normale)
        self.faits.bouton.setEnabled(normale)
        if not normale:
            message = f"{apostrophes(etat.situation.message)}. {tr(_ARRET)}"
            self.arret_phrase.setText(tr(_LECTURE) if etat.en_lecture else message)
            self.decider.setText(tr("&Changer d’avis…") if etat.en_lecture else tr("Dé&cider…"))
        self.prochain.montrer_lieu(etat.dossier, etat)
        self.faits.montrer(etat)
        if normale:
            self._lire_apercu()
        else:
            self._arriver()

    def _lire_apercu(self) -> None:
        choix = self.prochain.choix()
        self._demande += 1
        demande, self._apercu = self._demande, None
        if choix is None or self._etat is None:
            self.prochain.bouton.setEnabled(False)
            return
        self._runner.run(
            self,
            lambda progress: lire_apercu(self._journal, choix, progress),
            on_success=lambda apercu: self._montrer_apercu(apercu, demande),
            on_cancelled=self.prochain.suspendre,
            on_done=self._arriver,
            libelle=tr("Lecture de ce qui partira"),
        )

    def _montrer_apercu(self, apercu: Apercu | RegleMetier, demande: int) -> None:
        if demande != self._demande or self._etat is None:  # another choice meanwhile
            return
        if isinstance(apercu, RegleMetier):
            self.prochain.interdire(str(apercu))
            return
        self._apercu = apercu
        phrase = annonce(apercu, self._journal.horloge.maintenant())
        self.prochain.montrer(apercu, phrase, tuple(retenus(apercu, self._etat)))

    def _voir(self) -> None:
        if self._apercu is not None:
            self.voir.emit(self._apercu)

    def _cocher_faits(self, oui: bool) -> None:
        def op(_progress: Progress) -> None:
            self._journal.envois.partager_faits_marquants(oui=oui)

        self._runner.run(self, op, on_success=lambda _rien: self.relire(), libelle=None)

    # --- writing

    def ecrire(self) -> None:
        """Write the lot of the preview, there where the last one went, or where one says."""
        if self._apercu is None or self._etat is None:
            return
        if self._etat.dossier:
            self._ecrire(Path(self._etat.dossier), habituel=True)
        else:
            self._choisir_dossier()

    def _choisir_dossier(self) -> None:
        self._contexte.dialogs.choisir_dossier(
            self, tr("Où écrire le lot ?"), lambda dossier: self._ecrire(dossier, habituel=False)
        )

    def _ecrire(self, dossier: Path, *, habituel: bool) -> None:
        apercu, choix, journal = self._apercu, self.prochain.choix(), self._journal
        if apercu is None or choix is None:
            return

        def op(progress: Progress) -> _Ecrit:
            if habituel:
                exiger_present(dossier)
            lot = journal.envois.exporter(
                dossier,
                choix.genre,
                choix.periode,
                condense=apercu.condense,
                progress=progress,
            )
            retenir_dossier(journal, dossier)
            return _Ecrit(lot)

        self.prochain.habituel()
        self._lancer(op, tr("Écriture du lot"))

    def _refaire(self, seq: int) -> None:
        journal = self._journal

        def refaire(dossier: Path) -> None:
            self._lancer(
                lambda _p: _Ecrit(journal.envois.reexporter(dossier, seq)), tr("Écriture du lot")
            )

        self._contexte.dialogs.choisir_dossier(
            self, tr("Où réécrire le lot {seq} ?", seq=seq), refaire
        )

    def _lancer(self, op: "Callable[[Progress], _Ecrit]", libelle: str) -> None:
        self._apercu = None  # a second press has nothing to write; disabled, it loses the focus
        self.prochain.dire("")
        self._runner.run(
            self,
            op,
            on_success=self._dire_ecrit,
            on_error=self._dire_refus,
            on_done=self.relire,
            libelle=libelle,
        )

    def _dire_ecrit(self, ecrit: "_Ecrit") -> None:
        lot = ecrit.lot
        self._fichier = lot.fichier
        self.ouvrir_dossier.show()
        self.prochain.dire(
            tr(
                "Lot {seq} écrit et relu : {fichier}\nDans {parent}\nRemettez ce fichier à votre "
                "coordonnateur. Retirez la clé USB proprement.",
                seq=lot.seq,
                fichier=lot.fichier.name,
                parent=secable(lot.fichier.parent),
            )
        )

    def _dire_refus(self, erreur: ErreurJournal) -> None:
        self.ouvrir_dossier.hide()
        self.prochain.dire(str(erreur), "erreur")

    def _ouvrir_dossier(self) -> None:
        if self._fichier is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._fichier.parent)))

    # --- accusés

    def _choisir_accuses(self) -> None:
        self._contexte.dialogs.choisir_fichiers_a_ouvrir(
            self, tr("Choisir l’accusé"), tr(FICHIERS), self.recevoir
        )

    def recevoir(self, fichiers: Sequence[Path]) -> None:
        """Take accusés in; what they are not is said, one line for each."""

        def op(_progress: Progress) -> _Recus:
            return _Recus(self._journal.accuses.recevoir(fichiers))

        self._runner.run(
            self,
            op,
            on_success=lambda recus: self._dire_recus(recus.lus),
            on_error=lambda erreur: self.faits.dire(str(erreur), "erreur"),
            on_done=self.relire,
            libelle=tr("Lecture des accusés"),
        )

    def _dire_recus(self, lus: Sequence[AccuseLu]) -> None:
        refuse = any(lu.resultat == REFUSE for lu in lus)
        phrases = [f"{lu.fichier} : {lu.message} {lu.suite}".rstrip() for lu in lus]
        self.faits.dire(apostrophes("\n".join(phrases)), "erreur" if refuse else "reussite")
        self.ensureWidgetVisible(self.faits.recu)

    # --- copies

    def _decider(self) -> None:
        if self._etat is not None:
            self._arrivee = True
            demander(self._contexte, self, self._etat.situation, self.relire)


class _Ecrit:
    """A lot written, and what that changed."""

    changes = Changes(lots=True)

    def __init__(self, lot: LotEcrit) -> None:
        self.lot = lot


class _Recus:
    """Accusés read, and what that changed."""

    changes = Changes(lots=True)

    def __init__(self, lus: Sequence[AccuseLu]) -> None:
        self.lus = lus
