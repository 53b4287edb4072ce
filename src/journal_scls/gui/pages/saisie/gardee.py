"""The form and its drafts: what is typed, what is set aside, what comes back.

What is typed belongs to the keeper from the first second.
"""

from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from journal_scls.application.journal import Journal
from journal_scls.application.lectures import Brouillon
from journal_scls.application.operation import Changes, Progress
from journal_scls.application.saisie.ports_saisie import Habitudes
from journal_scls.domain.journal.intervention import Intervention
from journal_scls.gui.dialogs import Dialogs
from journal_scls.gui.fenetre.etat import heure
from journal_scls.gui.pages.saisie import gardien as saisie_gardien
from journal_scls.gui.pages.saisie.brouillons import decrire
from journal_scls.gui.pages.saisie.cadre import CadreSaisie
from journal_scls.gui.pages.saisie.choix import ChoixRepertoire
from journal_scls.gui.pages.saisie.envoi import Depart, RunnerQuiAttend, charger
from journal_scls.gui.pages.saisie.etat import Etat
from journal_scls.gui.pages.saisie.formulaire import Formulaire
from journal_scls.gui.pages.saisie.gardien import Gardien, Sujet
from journal_scls.gui.pages.saisie.milieu import NouveauMilieu
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.choice_popup import ChoicePopup
from journal_scls.gui.widgets.toast import Toast

_PAS_S = 0.05


class SaisieGardee(CadreSaisie):
    """`brouillons_changes(int)` counts the drafts that are set aside."""

    brouillons_changes = Signal(int)

    def __init__(
        self,
        journal: Journal,
        runner: RunnerQuiAttend,
        dialogs: Dialogs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Formulaire(journal.vocabulaires, journal.horloge), parent)
        self._journal = journal
        self._runner = runner
        self._dialogs = dialogs
        self._base: Intervention | None = None
        self._revision = 0
        self._repertoire = ChoixRepertoire()
        self._brouillons: tuple[Brouillon, ...] = ()
        self._orphelins: dict[UUID, Brouillon] = {}
        self._charge = False
        self._ouverte_le = journal.horloge.aujourdhui()
        self._jour_voulu: date | None = None
        self._gardien = Gardien(journal.interventions, runner, self.formulaire.etat, self)
        self._gardien.suivre(self.formulaire.etat(), Sujet())
        self.formulaire.modifie.connect(self._gardien.toucher)
        self.formulaire.panneau.ajoute.connect(self._ajouter_milieu)
        self.formulaire.milieu.taking.connect(self._finir_de_charger)
        self._gardien.garde.connect(self._sur_garde)
        self._gardien.empeche.connect(lambda erreur: self.dire(str(erreur)))
        self.bouton_cote.clicked.connect(self._poser_de_cote)
        self.brouillons.reprendre.connect(self._sur_reprendre)
        self.brouillons.jeter.connect(self._jeter)

    def _commencer_correction(
        self, intervention: Intervention, brouillon: Brouillon | None
    ) -> None:
        raise NotImplementedError

    def _quitter_correction(self) -> None:
        raise NotImplementedError

    def _suivre(self, avant: QWidget | None, apres: QWidget | None) -> None:
        super()._suivre(avant, apres)
        if avant is not None and self.formulaire.isAncestorOf(avant):
            self._gardien.garder()

    def _sur_garde(self) -> None:
        gardee = self._gardien.id is not None
        self.dire_garde(heure(self._journal.horloge.maintenant()) if gardee else "")

    # --- one entry after the other

    def _nouvelle_saisie(self, gardes: Mapping[str, object] | None = None) -> None:
        self._base, self._revision = None, 0
        self._ouverte_le = self._journal.horloge.aujourdhui()
        jour = {"date": self._jour_voulu.isoformat()} if self._jour_voulu else {}
        self.formulaire.vider(garder={**jour, **(gardes or {})})
        self._gardien.suivre(self.formulaire.etat(), Sujet())
        self.aviser("")
        self.dire("")
        self.dire_garde("")

    def _poser(self, etat: Etat, brouillon: UUID | None) -> None:
        """Type a state into the form, as the draft it was."""
        sujet = Sujet(self._base.id, self._revision) if self._base else Sujet()
        self._gardien.suivre(self.formulaire.etat(), sujet, brouillon)
        self.formulaire.poser({**self.formulaire.etat(), **etat})
        self._gardien.garder()

    def _viser(self) -> None:
        """Where typing goes on."""
        champ = self.formulaire.focusWidget() if not self._gardien.intact else None
        (champ or self._premier_champ()).setFocus(Qt.FocusReason.OtherFocusReason)

    def _premier_champ(self) -> QWidget:
        """The line; a correction has none."""
        return self.formulaire.milieu if self._base else self.formulaire.ligne

    def _ranger(self) -> None:
        """Set aside what is being typed, if anything: the form is free at once."""
        brouillon = self._gardien.ceder(self._journal.horloge.maintenant())
        if brouillon is not None:
            self._sauver_orphelin(brouillon)

    def _poser_de_cote(self) -> None:
        if self._base is not None:
            self._quitter_correction()
        elif not self._gardien.intact:
            self._ranger()
            self._nouvelle_saisie()
            self._relire_brouillons()
            Toast.of(self.window()).show_message(tr("Brouillon mis de côté"))
        self._viser()

    def _sauver_orphelin(self, brouillon: Brouillon) -> None:
        """What has no place in the form: it stays in memory until the disk has it."""
        self._orphelins[brouillon.id] = brouillon
        ecrire = self._redaction(brouillon)

        def garde(_rien: None) -> None:
            if self._orphelins.get(brouillon.id) is brouillon:
                del self._orphelins[brouillon.id]

        self._runner.run(
            self,
            lambda _p: ecrire(),
            on_success=garde,
            on_error=lambda erreur: self.dire(str(erreur)),
            libelle=None,
        )
        self._relire_brouillons()

    def _sauver_orphelins(self) -> None:
        """The same here, before returning: the window closes or locks.

        Raises:
            ErreurJournal: the disk refuses.
        """
        for brouillon in list(self._orphelins.values()):
            self._redaction(brouillon)()
            del self._orphelins[brouillon.id]

    def _redaction(self, brouillon: Brouillon) -> Callable[[], None]:
        return self._gardien.rediger(brouillon.id, brouillon.contenu, brouillon.intervention)

    # --- drafts

    def _recharger(self) -> None:
        self._runner.run(
            self,
            lambda _p: charger(self._journal),
            on_success=self._sur_depart,
            libelle=None,
        )

    def _finir_de_charger(self) -> None:
        """Keys may come before the directory does: the place they choose waits for it."""
        while not self._charge and not self._runner.attendre_fin(_PAS_S):
            pass

    def _sur_depart(self, depart: Depart) -> None:
        """The first time, what was on screen when the program stopped comes back.

        Unless the person has begun to type: it then waits among the drafts.
        """
        self._repertoire = depart.repertoire
        neuve = self._gardien.intact and self._base is None
        self.formulaire.connaitre(depart.repertoire)
        self.formulaire.ligne.connaitre(depart.lexique)
        for avis in (self.formulaire.avis_note, self.formulaire.avis_fait):
            avis.connaitre(depart.detecteur)
        self._apprendre(depart.habitudes, neuve=neuve)
        premier, self._charge = not self._charge, True
        laisse = saisie_gardien.ouvert(depart.brouillons)
        choisit = isinstance(QApplication.activePopupWidget(), ChoicePopup)
        if premier and laisse is not None and self._gardien.intact and not choisit:
            self._reprendre(laisse)
        self._montrer_brouillons(depart.brouillons)

    def _apprendre(self, habitudes: Habitudes, *, neuve: bool) -> None:
        """Habits alone are not worth a draft."""
        self.formulaire.apprendre(habitudes)
        if neuve:
            self._gardien.suivre(self.formulaire.etat(), Sujet())

    def _relire_brouillons(self) -> None:
        self._runner.run(
            self,
            lambda _p: self._journal.interventions.brouillons(),
            on_success=self._montrer_brouillons,
            libelle=None,
        )

    def _montrer_brouillons(self, brouillons: tuple[Brouillon, ...]) -> None:
        tous = {b.id: b for b in brouillons} | self._orphelins
        recents = sorted(tous.values(), key=lambda b: b.modifie_le, reverse=True)
        self._brouillons = tuple(b for b in recents if b.id != self._gardien.id)
        jour = self._journal.horloge.aujourdhui()
        vocabulaires = self._journal.vocabulaires
        self.brouillons.montrer(
            self._brouillons,
            [decrire(b, self._repertoire, vocabulaires, jour) for b in self._brouillons],
        )
        self.compter_brouillons(len(self._brouillons))
        self.brouillons_changes.emit(len(self._brouillons))

    def _sur_reprendre(self, brouillon: Brouillon) -> None:
        """The draft asked for takes the place of what is being typed, which becomes a draft."""
        self.bouton_brouillons.setChecked(False)
        self._reprendre(brouillon)

    def _reprendre(self, brouillon: Brouillon) -> None:
        id_ = brouillon.intervention
        if id_ is not None:
            self._runner.run(
                self,
                lambda _p: self._journal.interventions.lire(id_),
                on_success=lambda lue: self._rouvrir(lue, brouillon),
                on_error=lambda erreur: self.dire(str(erreur)),
                libelle=None,
            )
            return
        self._ranger()
        self._nouvelle_saisie()
        self._orphelins.pop(brouillon.id, None)
        self._poser(saisie_gardien.sans_marques(brouillon.contenu), brouillon.id)
        self.aviser(tr("Votre brouillon est revenu tel que vous l’aviez laissé."))
        self._relire_brouillons()
        self._viser()

    def _rouvrir(self, intervention: Intervention, brouillon: Brouillon) -> None:
        self._ranger()
        self._orphelins.pop(brouillon.id, None)
        self._commencer_correction(intervention, brouillon)
        self._relire_brouillons()
        self._viser()

    def _jeter(self, brouillon: Brouillon) -> None:
        def op(_progress: Progress) -> Changes:
            self._journal.interventions.jeter_brouillon(brouillon.id)
            return Changes(brouillons=True)

        def remettre() -> None:
            self._sauver_orphelin(brouillon)

        def jete(_changes: Changes) -> None:
            Toast.of(self.window()).show_message(tr("Brouillon jeté"), remettre)
            self._relire_brouillons()

        self._orphelins.pop(brouillon.id, None)
        self._runner.run(self, op, on_success=jete)

    # --- a milieu that was not known

    def _ajouter_milieu(self, nouveau: NouveauMilieu) -> None:
        def op(_progress: Progress) -> Depart:
            self._journal.repertoire.enregistrer(
                organismes=nouveau.organismes, milieux=(nouveau.milieu,)
            )
            return charger(self._journal, Changes(repertoire=True))

        def ajoute(depart: Depart) -> None:
            self._sur_depart(depart)
            self.formulaire.choisir_milieu(str(nouveau.milieu.id))
            Toast.of(self.window()).show_message(tr("Milieu ajouté au répertoire"))

        self._runner.run(
            self, op, on_success=ajoute, on_error=lambda erreur: self.dire(str(erreur))
        )
