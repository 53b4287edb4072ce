"""Entering an intervention, or correcting one: one panel, never a question in the way.

A save takes what was typed out of the form at once, so that the next entry can start, and puts
it back if it could not be done.
"""

from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from journal_scls.application.journal import Journal
from journal_scls.application.lectures import Brouillon
from journal_scls.application.operation import Changes
from journal_scls.domain.errors import ErreurJournal, RegleMetier
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.journal.intervention import Intervention, Volet
from journal_scls.gui.dialogs import Dialogs
from journal_scls.gui.pages.page_travail import PageTravail, Raccourcis
from journal_scls.gui.pages.saisie import gardien as saisie_gardien
from journal_scls.gui.pages.saisie.cadre import RACCOURCIS
from journal_scls.gui.pages.saisie.envoi import Envoi, Envois, RunnerQuiAttend
from journal_scls.gui.pages.saisie.lecture import Lecture
from journal_scls.gui.pages.saisie.usages import SaisieUsages
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.choice_popup import ChoicePopup
from journal_scls.gui.widgets.toast import Toast

_GARDES_ENTRE_DEUX = ("date", "milieu")


class SaisiePage(SaisieUsages, PageTravail):
    """`enregistree(Intervention)` follows every save; see the bases for drafts and corrections."""

    enregistree = Signal(object)

    def __init__(
        self,
        journal: Journal,
        runner: RunnerQuiAttend,
        dialogs: Dialogs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(journal, runner, dialogs, parent)
        self._envois = Envois(journal.interventions, runner, self)
        self._envois.reussi.connect(self._sur_reussite)
        self._envois.refuse.connect(self._sur_refus)
        self._envois.defait.connect(self._sur_defait)
        self._envois.empeche.connect(lambda erreur: self.dire(str(erreur)))
        self.bouton.clicked.connect(lambda _coche: self.enregistrer())
        self.bouton_suivante.clicked.connect(lambda: self.enregistrer(suivante=True))
        self.formulaire.ligne.acceptee.connect(self._accepter_ligne)
        self._ligne_avertie = ""
        self._enregistree_ici = False
        self._recharger()

    # --- what the window asks

    def entered(self) -> None:
        """The page comes on screen: start typing, and never at yesterday's date."""
        veille = self._ouverte_le != self._journal.horloge.aujourdhui()
        if veille and self._gardien.intact and self._base is None:
            self._nouvelle_saisie()
        self._viser()

    def nouvelle(self, volet: Volet | None = None) -> None:
        """A new entry; a correction under way is kept, an entry under way goes on."""
        if self._base is not None:
            self._quitter_correction()
        self.entered()
        if volet is not None:
            self.formulaire.volet.set_value(volet.value)

    def dater(self, jour: date) -> None:
        """A new entry starts at that day; what is already typed keeps its date."""
        self._jour_voulu = None if jour == self._journal.horloge.aujourdhui() else jour
        if self._base is None and self._gardien.intact:
            self._nouvelle_saisie()

    def mettre_de_cote(self) -> None:
        """Keep everything before returning: the window locks or closes.

        Raises:
            ErreurJournal: the disk refuses; nothing may be closed yet.
        """
        if self._envois.en_cours:
            self._runner.attendre_fin()
        self._sauver_orphelins()
        self._gardien.garder_tout_de_suite()

    def changer(self, changes: Changes, source: QObject) -> None:
        """Something was written elsewhere."""
        if source is not self and (changes.repertoire or changes.brouillons):
            self._recharger()

    def raccourcis(self) -> Raccourcis:
        """What F1 shows of this page."""
        return RACCOURCIS

    def enregistrer(self, *, suivante: bool = False) -> None:
        """Save, or say what is missing beside each field; `suivante` keeps date and milieu."""
        liste = QApplication.activePopupWidget()
        if isinstance(liste, ChoicePopup) and not liste.take():
            return  # what was being searched is not found: the list says so
        lecture = self._lire()
        if lecture.contenu is not None and self._mots_perdus():
            return
        if lecture.contenu is None:
            if self._enregistree_ici and self._gardien.intact and self._base is None:
                # Ctrl+Enter was pressed twice: an empty form has nothing to be blamed for.
                self.dire(tr("Rien de nouveau à enregistrer."), "aide")
                return
            reste = self.formulaire.montrer_fautes(lecture.fautes)
            a_corriger = tr(
                "Il reste un champ à corriger avant d’enregistrer.",
                "Il reste {n} champs à corriger avant d’enregistrer.",
                len(lecture.fautes),
            )
            self.dire(reste or a_corriger)
            return
        etat = self.formulaire.etat()
        envoi = Envoi(
            lecture.contenu, etat, self._gardien.detacher(), self._base, self._revision or None
        )
        if self._base is not None:
            self._apres_correction()
        else:
            gardes = {n: etat[n] for n in _GARDES_ENTRE_DEUX} if suivante else None
            self._nouvelle_saisie(gardes)
            self._viser()
        self._enregistree_ici = True
        self._envois.enregistrer(envoi)

    def _lire(self) -> Lecture:
        return self.formulaire.lire(self._base.contenu if self._base else None)

    def _mots_perdus(self) -> bool:
        """Words that nobody understood would be lost: say so once, then do as one is told."""
        ligne = self.formulaire.ligne
        perdus = ligne.incompris()
        if not perdus or ligne.text() == self._ligne_avertie:
            return False
        self._ligne_avertie = ligne.text()
        self.dire(
            tr(
                "Dans la ligne, « {perdus} » n’est pas compris et ne sera pas gardé. Ctrl+Entrée "
                "encore une fois enregistre sans ces mots.",
                perdus=perdus,
            ),
            "avertissement",
        )
        ligne.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _accepter_ligne(self) -> None:
        """Enter in the line: on to what is missing, and never a save."""
        fautes = self._lire().fautes
        if any(self.formulaire.cache(nom) for nom in fautes):
            self.formulaire.detailler(True)
        manquante = next((r for n, r in self.formulaire.lignes().items() if n in fautes), None)
        if manquante is not None:
            self.dire("")
            manquante.focus()
            return
        self.formulaire.rangs["note"].focus()
        self.dire(tr("Tout y est. Relisez, puis Ctrl+Entrée enregistre."), "aide")

    def _sur_reussite(self, envoi: Envoi, faite: Intervention) -> None:
        if envoi.base is None:
            phrase = tr("Intervention enregistrée")
        elif faite.revision == envoi.base.revision:
            phrase = tr("Rien n’avait changé")
        else:
            phrase = tr("Correction enregistrée (révision {revision})", revision=faite.revision)
        inutile = envoi.base is not None and faite.revision == envoi.base.revision
        defaire = None if inutile else lambda: self._envois.defaire(envoi, faite)
        Toast.of(self.window()).show_message(phrase, defaire)
        self.enregistree.emit(faite)
        self._relire_brouillons()
        self._apprendre_encore()

    def _sur_refus(self, envoi: Envoi, erreur: ErreurJournal | None) -> None:
        """Put it back where it was, or among the drafts when something else is being typed."""
        if erreur is None or not self._gardien.intact or self._base is not None:
            id_ = envoi.brouillon or nouvel_identifiant()
            quand = self._journal.horloge.maintenant()
            sujet = envoi.base.id if envoi.base is not None else None
            contenu = {**envoi.etat, saisie_gardien.REVISION: envoi.revision or 0}
            self._sauver_orphelin(
                Brouillon(id=id_, contenu=contenu, modifie_le=quand, intervention=sujet)
            )
            self.dire(
                tr(
                    "L’intervention n’est pas enregistrée. {erreur} Voyez vos brouillons.",
                    erreur=str(erreur or ""),
                )
            )
            return
        if envoi.base is not None:
            self._commencer_correction(envoi.base, None)
            self._revision = envoi.revision or 0
        self._poser(envoi.etat, envoi.brouillon)
        if isinstance(erreur, RegleMetier) and erreur.champ:
            self.formulaire.montrer_fautes({erreur.champ: str(erreur)})
        self.dire(str(erreur))

    def _sur_defait(self, envoi: Envoi) -> None:
        if envoi.base is not None:
            Toast.of(self.window()).show_message(tr("La correction est défaite"))
            return
        self._ranger()
        self._nouvelle_saisie()
        self._poser(envoi.etat, None)
        self._relire_brouillons()
        self._viser()
        Toast.of(self.window()).show_message(
            tr("Intervention annulée : la voici à nouveau à saisir")
        )
