"""The region of an attached journal, its own digits, and the change of its keys."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal_scls.application.inscription.cles_journaux import ChangementFait
from journal_scls.domain.echange.inscription import IdentiteLocale, Region
from journal_scls.gui.dialogs import FICHIERS
from journal_scls.gui.jours import decrire_date
from journal_scls.gui.pages.page_travail import Contexte
from journal_scls.gui.pages.rattachement.procedure import enregistrer_procedure
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.design import secable, texte
from journal_scls.gui.widgets.front_page import FrontPage, button, on_keys, row
from journal_scls.gui.widgets.spoken_code import SpokenCode

NOM_CHANGEMENT = "changement-de-cles.scls"


class DetailPage(FrontPage):
    """`revenir` goes back to what is sent every day."""

    revenir = Signal()

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(tr("Rattachement de ce journal"), parent)
        self._contexte = contexte
        self.region = texte("", "etiquette")
        self.code = SpokenCode()
        self.changer = button(tr("Changer les &clés…"))
        self.refaire = button(tr("Re&faire le fichier du changement…"))
        self.procedure = button(tr("&Marche à suivre à imprimer (PDF)…"))
        self.retour = button(tr("Reve&nir à l’envoi (Échap)"))
        on_keys(self, "Esc", self.revenir.emit)
        self._poser()
        self.changer.clicked.connect(self._confirmer)
        self.refaire.clicked.connect(lambda: self._ou_ecrire(refaire=True))
        self.procedure.clicked.connect(lambda: enregistrer_procedure(self, contexte))
        self.retour.clicked.connect(self.revenir)

    def montrer(self, region: Region, identite: IdentiteLocale) -> None:
        """What the journal says now."""
        jour = region.acceptee_le.astimezone().date() if region.acceptee_le else None
        depuis = tr(", depuis le {jour}", jour=decrire_date(jour)) if jour else ""
        self.region.setText(tr("Rattaché à « {nom} »{depuis}.", nom=region.nom, depuis=depuis))
        self.code.show_groups(identite.empreinte.split())
        self.refaire.setVisible(len(identite.cles) > 1)

    def first_field(self) -> QWidget:
        """Going back is the commonest."""
        return self.retour

    def _poser(self) -> None:
        chiffres = Card(tr("Vos chiffres"))
        chiffres.body.addWidget(
            texte(tr("Si votre coordonnateur vous les demande au téléphone, dictez-lui :"), "aide")
        )
        chiffres.body.addWidget(self.code)
        cles = Card(tr("Vos clés"))
        cles.body.addWidget(
            texte(
                tr(
                    "Elles signent vos lots. Changez-les si l’ordinateur a été prêté ou réparé : "
                    "vous donnerez un petit fichier à votre coordonnateur avant votre prochain "
                    "envoi. Si l’ordinateur a été volé, téléphonez-lui d’abord."
                ),
                "aide",
            )
        )
        cles.body.addWidget(row(self.changer, self.refaire))
        for widget in (self.region, self.message, chiffres, cles):
            self.body.addWidget(widget)
        self.body.addWidget(row(self.retour, self.procedure))

    def _confirmer(self) -> None:
        self._contexte.dialogs.confirmer(
            self,
            tr("Changer les clés de ce journal ?"),
            lambda: self._ou_ecrire(refaire=False),
            action=tr("Changer les clés"),
            suite=tr(
                "Le prochain lot sera signé avec les nouvelles. Vos 30 chiffres changeront aussi."
            ),
        )

    def _ou_ecrire(self, *, refaire: bool) -> None:
        self._contexte.dialogs.choisir_fichier_a_enregistrer(
            self,
            tr("Enregistrer le changement de clés"),
            NOM_CHANGEMENT,
            tr(FICHIERS),
            lambda chemin: self._changer(chemin, refaire=refaire),
        )

    def _changer(self, chemin: Path, *, refaire: bool) -> None:
        journal = self._contexte.journal

        def op(_progress: object) -> tuple[ChangementFait, Region | None, IdentiteLocale]:
            fait = journal.cles.changer(chemin, refaire=refaire)
            return fait, journal.inscriptions.region(), journal.identites.ici()

        def change(resultat: tuple[ChangementFait, Region | None, IdentiteLocale]) -> None:
            fait, region, identite = resultat
            if region is not None:
                self.montrer(region, identite)
            self.say(
                tr(
                    "Nouvelles clés à partir du lot {seq}. Le fichier est écrit : {chemin} "
                    "Donnez-le à votre coordonnateur avant votre prochain envoi, et faites une "
                    "sauvegarde.",
                    seq=fait.depuis_seq,
                    chemin=secable(chemin),
                ),
                "reussite",
            )

        self._contexte.runner.run(
            self,
            op,
            on_success=change,
            on_error=lambda erreur: self.say(str(erreur), "erreur"),
            libelle=tr("Changement des clés"),
        )
