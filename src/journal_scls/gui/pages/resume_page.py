"""The month at a glance, and its printed summary."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal_scls.application.journal import Journal
from journal_scls.application.operation import Changes, Progress
from journal_scls.domain.documents.resume import ResumeMensuel
from journal_scls.domain.periode import Periode
from journal_scls.gui.champs import champ_choix
from journal_scls.gui.dialogs import Dialogs
from journal_scls.gui.jours import duree, mois_annee
from journal_scls.gui.pages.page_travail import PageTravail
from journal_scls.gui.task_runner import Runner
from journal_scls.gui.traduction import nombre, tr
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.choice_combo import Choice
from journal_scls.gui.widgets.design import espacer, secable, texte
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.flow import FlowLayout
from journal_scls.gui.widgets.front_page import FrontPage, button, row

NB_MOIS = 36
_DERNIERS_JOURS = 15  # before that day, the month one prints is the one that just ended


class ResumePage(FrontPage, PageTravail):
    """Reads the month again whenever entries change or the page comes on screen."""

    def __init__(
        self,
        journal: Journal,
        runner: Runner,
        dialogs: Dialogs,
        parent: QWidget | None = None,
        *,
        ouvrir_fichier: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(tr("Résumé du mois"), parent)
        self._journal = journal
        self._runner = runner
        self._dialogs = dialogs
        self._ouvrir_fichier = ouvrir_fichier
        self._resume: ResumeMensuel | None = None
        self._fichier: Path | None = None
        self._demande = 0
        self._lu = False
        self._poser_mois()
        self.apercu = Apercu()
        self.body.addWidget(self.apercu)
        self._poser_pdf()

    def _poser_mois(self) -> None:
        aujourdhui = self._journal.horloge.aujourdhui()
        self.mois = champ_choix([Choice(m, nom_du_mois(m.du)) for m in _mois(aujourdhui)])
        self.mois.setCurrentIndex(0 if aujourdhui.day >= _DERNIERS_JOURS else 1)
        self.mois.value_changed.connect(lambda _mois: self._changer_de_mois())
        self.avant = button(tr("Mois p&récédent"))
        self.apres = button(tr("Mois s&uivant"))
        self.avant.clicked.connect(lambda: self._decaler(1))
        self.apres.clicked.connect(lambda: self._decaler(-1))
        self.body.addWidget(FieldRow(tr("&Mois"), self.mois))
        self.body.addWidget(row(self.avant, self.apres))

    def _poser_pdf(self) -> None:
        self.pdf = button(tr("Faire le &PDF…"), "primaire")
        self.pdf.clicked.connect(self.faire_pdf)
        self.ouvrir = button(tr("&Ouvrir le fichier"))
        self.ouvrir.clicked.connect(self._ouvrir)
        self.ouvrir.hide()
        self.fait = texte("", "reussite")
        self.fait.hide()
        self.body.addWidget(row(self.pdf, self.ouvrir))
        self.body.addWidget(self.fait)

    def actualiser(self) -> None:
        """Read the chosen month again."""
        mois = self.mois.value()
        if mois is None:
            return
        self._lu = True
        self._resume = None
        self.pdf.setEnabled(False)
        self.avant.setEnabled(self.mois.currentIndex() + 1 < self.mois.count())
        self.apres.setEnabled(self.mois.currentIndex() > 0)
        self._demande += 1
        demande, profil = self._demande, self._journal.profil
        self._runner.run(
            self,
            lambda _p: self._journal.resumes.composer(profil, mois),
            on_success=lambda resume: self._montrer(resume, demande),
            libelle=None,
        )

    def changer(self, changes: Changes, source: QObject) -> None:
        """Something was saved somewhere; a page never seen reads nothing."""
        if self._lu and (changes.interventions or changes.repertoire):
            self.actualiser()

    def entered(self) -> None:
        """The page came on screen."""
        if not self._lu:
            self.actualiser()
        super().entered()

    def first_field(self) -> QWidget:
        """The month."""
        return self.mois

    def faire_pdf(self) -> None:
        """Ask where, then make it in a worker."""
        resume = self._resume
        if resume is None:
            return
        self._dialogs.choisir_fichier_a_enregistrer(
            self,
            tr("Enregistrer le résumé"),
            f"resume-{resume.mois.du:%Y-%m}.pdf",
            tr("Document PDF (*.pdf)"),
            lambda chemin: self._ecrire(resume, chemin),
        )

    def _ecrire(self, resume: ResumeMensuel, chemin: Path) -> None:
        documents = self._journal.documents

        def op(progress: Progress) -> None:
            contenu = documents.resume(resume)
            progress.verifier()
            documents.ecrire(chemin, contenu)

        self.pdf.setEnabled(False)
        self._runner.run(
            self,
            op,
            on_success=lambda _rien: self._dire_fait(chemin),
            on_done=lambda: self.pdf.setEnabled(True),
            base=False,
            libelle=tr("Préparation du résumé"),
        )

    def _dire_fait(self, chemin: Path) -> None:
        self._fichier = chemin
        self.fait.setText(tr("Le résumé est enregistré : {chemin}", chemin=secable(chemin)))
        self.fait.show()
        self.ouvrir.show()
        self.ouvrir.setFocus()

    def _ouvrir(self) -> None:
        if self._fichier is None:
            return
        if not self._ouvrir_fichier(QUrl.fromLocalFile(str(self._fichier))):
            self._dialogs.informer(
                self,
                tr("Aucun programme de cet ordinateur n’ouvre les PDF."),
                suite=tr("Le fichier est ici : {fichier}", fichier=self._fichier),
            )

    def _montrer(self, resume: ResumeMensuel, demande: int) -> None:
        if demande != self._demande:  # another month was asked for meanwhile
            return
        self._resume = resume
        self.apercu.montrer(resume)
        self.pdf.setEnabled(True)

    def _changer_de_mois(self) -> None:
        self.fait.hide()
        self.ouvrir.hide()
        self.actualiser()

    def _decaler(self, pas: int) -> None:
        rang = self.mois.currentIndex() + pas
        if 0 <= rang < self.mois.count():
            self.mois.setCurrentIndex(rang)


class Apercu(Card):
    """The four counters, kept apart, and what is still open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._flux = FlowLayout()
        self.body.addLayout(self._flux)
        self.chiffres: dict[str, Compteur] = {}
        for nom in (
            tr("Interventions"),
            tr("Participations"),
            tr("Personnes distinctes"),
            tr("Références"),
        ):
            self.chiffres[nom] = Compteur(nom)
            self._flux.addWidget(self.chiffres[nom])
        self.detail = texte("", "aide")
        self.body.addWidget(self.detail)

    def montrer(self, resume: ResumeMensuel) -> None:
        """Write the figures of a month."""
        c = resume.compteurs
        valeurs = (c.interventions, c.participations, c.personnes_distinctes, c.references)
        for compteur, valeur in zip(self.chiffres.values(), valeurs, strict=True):
            compteur.valeur.setText(nombre(valeur))
        self.detail.setText(_detail(resume))


class Compteur(QWidget):
    """A figure above its unit."""

    def __init__(self, nom: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.valeur = texte("–", "chiffre", self)
        self.valeur.setWordWrap(False)
        nom_ = texte(nom, "aide", self)
        nom_.setWordWrap(False)
        self._boite = QVBoxLayout(self)
        self._boite.addWidget(self.valeur)
        self._boite.addWidget(nom_)
        espacer(self._boite, self, marge="s", espace="xs")


def nom_du_mois(jour: date) -> str:
    """« mars 2025 »."""
    return mois_annee(jour)


def _mois(aujourdhui: date) -> list[Periode]:
    """The last months, the current one first."""
    rang = aujourdhui.year * 12 + aujourdhui.month - 1
    return [Periode.mois(*_an_mois(rang - n)) for n in range(NB_MOIS)]


def _an_mois(rang: int) -> tuple[int, int]:
    return rang // 12, rang % 12 + 1


def _detail(resume: ResumeMensuel) -> str:
    c, suivis = resume.compteurs, resume.suivis
    if resume.vide:
        return tr("Rien n’a été saisi pour ce mois.")
    phrases = [tr("Temps consigné : {minutes}.", minutes=duree(c.minutes))]
    phrases.append(
        tr(
            "Personnes distinctes : connues là où un code est noté, {avec_code} interventions "
            "sur {interventions}.",
            avec_code=nombre(c.avec_code),
            interventions=nombre(c.interventions),
        )
    )
    if suivis.ouvertes:
        phrases.append(tr("Références encore ouvertes : {ouvertes}.", ouvertes=suivis.ouvertes))
    if resume.faits_marquants:
        phrases.append(tr("Faits marquants : {nombre}.", nombre=len(resume.faits_marquants)))
    return "\n".join(phrases)
