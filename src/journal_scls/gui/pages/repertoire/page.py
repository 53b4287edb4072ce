"""The directory: the list is in front unless a step was begun."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from journal_scls.application.operation import Changes, Progress
from journal_scls.domain.errors import ErreurJournal
from journal_scls.domain.profil import Role
from journal_scls.domain.repertoire.fusion import FicheRepertoire, GenreFiche, genre_de, nom_de
from journal_scls.domain.repertoire.lieux import EtatMilieu, Milieu, Organisme
from journal_scls.domain.repertoire.proposition import ChoixProposition, PropositionRecue
from journal_scls.gui.pages.etapes import Etape, PageEtapes
from journal_scls.gui.pages.page_travail import Contexte, Raccourcis
from journal_scls.gui.pages.region.phrases import apostrophes
from journal_scls.gui.pages.repertoire.decisions import EtapeDecisions
from journal_scls.gui.pages.repertoire.echanges import Attentes, Echanges, Prise
from journal_scls.gui.pages.repertoire.etape_formulaire import EtapeFormulaire
from journal_scls.gui.pages.repertoire.formulaires import EtapeMilieu, EtapeOrganisme, EtapeService
from journal_scls.gui.pages.repertoire.fusions import EtapeFusions
from journal_scls.gui.pages.repertoire.garde import GardeFormulaires
from journal_scls.gui.pages.repertoire.lecture import LectureRepertoire, lire
from journal_scls.gui.pages.repertoire.liste import ListeRepertoire
from journal_scls.gui.pages.repertoire.prise import EtapePrise
from journal_scls.gui.pages.repertoire.proposer import EtapeProposer
from journal_scls.gui.pages.repertoire.temps import (
    EtapeChangement,
    EtapeCloture,
    EtapeSuccession,
)
from journal_scls.gui.pages.saisie.choix import ChoixVocabulaire
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.design import secable
from journal_scls.gui.widgets.file_drop import FileDrop
from journal_scls.gui.widgets.front_page import on_keys
from journal_scls.gui.widgets.toast import Toast

_REPERTOIRE = Changes(repertoire=True)
_ARGUMENTS = {
    GenreFiche.ORGANISME: "organismes",
    GenreFiche.MILIEU: "milieux",
    GenreFiche.SERVICE: "services",
}
RACCOURCIS = (
    (marque("Descendre dans la liste"), marque("Bas, depuis la recherche")),
    (marque("Changer de liste"), marque("Alt+O, Alt+M, Alt+S")),
    (marque("Ajouter une fiche"), "Alt+A"),
    (marque("Modifier la fiche choisie"), "F2"),
    (marque("Revenir à la liste"), marque("Échap, dans une étape")),
)


class RepertoirePage(PageEtapes):
    """Reads the whole directory in a worker, once it is shown and when it changes."""

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contexte = contexte
        self._journal, self._runner = contexte.journal, contexte.runner
        self._coordination = self._journal.profil.role is Role.COORDINATION
        self._lecture: LectureRepertoire | None = None
        self._a_viser: UUID | None = None
        self._perimee = True
        self.echanges = Echanges(self, contexte)
        self.liste = ListeRepertoire(coordination=self._coordination)
        choix, jour = ChoixVocabulaire(self._journal.vocabulaires), self._journal.horloge.aujourdhui
        self.organisme = EtapeOrganisme(choix, jour)
        self.milieu = EtapeMilieu(choix, jour)
        self.service = EtapeService(choix, jour)
        self.succession = EtapeSuccession(jour)
        self.changement = EtapeChangement(choix, jour)
        self.cloture = EtapeCloture(jour)
        self.fusions = EtapeFusions()
        self.prise = EtapePrise()
        self.proposition = EtapeProposer(self._journal.vocabulaires)
        self.decisions = EtapeDecisions(self._journal.vocabulaires)
        self._formulaires = {
            GenreFiche.ORGANISME: self.organisme,
            GenreFiche.MILIEU: self.milieu,
            GenreFiche.SERVICE: self.service,
        }
        self.poser(
            self.liste,
            *self._formulaires.values(),
            self.succession,
            self.changement,
            self.cloture,
            self.fusions,
            self.prise,
            self.proposition,
            self.decisions,
        )
        saisies = [etape for etape in self.etapes if isinstance(etape, EtapeFormulaire)]
        self.garde = GardeFormulaires("repertoire", saisies, self._journal, self._runner, self)
        self._brancher()

    def _brancher(self) -> None:
        for formulaire in self._formulaires.values():
            formulaire.validee.connect(self._enregistrer)
        self._brancher_liste()
        self.succession.demandee.connect(self._succeder)
        self.changement.demandee.connect(self._deplacer)
        self.cloture.demandee.connect(self._clore)
        self.fusions.fusion.connect(self._fusionner)
        self.fusions.defaire.connect(self._defaire)
        self.prise.doublons.clicked.connect(lambda: self.montrer_doublons(None))
        self.proposition.choix_change.connect(self._apercevoir)
        self.proposition.demandee.connect(
            lambda apercu: self.echanges.proposer(
                apercu, self._propose, self._dans(self.proposition)
            )
        )
        self.decisions.decidee.connect(self._decider)
        on_keys(self.liste, "F2", self.modifier)
        FileDrop(self.liste, self.deposer)

    def _brancher_liste(self) -> None:
        liste, echanges = self.liste, self.echanges
        liste.prendre.clicked.connect(lambda: echanges.prendre(self._prise))
        liste.proposer.clicked.connect(self._commencer_proposition)
        liste.publier.clicked.connect(lambda: echanges.publier(self._reussir))
        liste.recevoir.clicked.connect(lambda: echanges.recevoir(self._recu))
        liste.decider.clicked.connect(lambda: echanges.lire_attentes(self._ouvrir_decisions))
        liste.doublons.clicked.connect(lambda: self.montrer_doublons(None))
        liste.ajouter.clicked.connect(self.ajouter)
        liste.modifier.clicked.connect(self.modifier)
        liste.confirmer.clicked.connect(self._confirmer)
        liste.succeder.clicked.connect(lambda: self._ouvrir(self.succession))
        liste.deplacer.clicked.connect(lambda: self._ouvrir(self.changement))
        liste.clore.clicked.connect(lambda: self._ouvrir(self.cloture))
        liste.fusionner.clicked.connect(lambda: self.montrer_doublons(liste.choisie()))

    # --- coming and going

    def entered(self) -> None:
        """The page comes on screen: the step begun, or the search, has the focus."""
        if self._perimee:
            self.actualiser()
        if self.etape is not None:
            self.etape.entered()
        else:
            self.liste.recherche.setFocus(Qt.FocusReason.OtherFocusReason)

    def raccourcis(self) -> Raccourcis:
        """What F1 shows of this page."""
        return RACCOURCIS

    def changer(self, changes: Changes, source: QObject) -> None:
        """Something was written: what is on screen reads again now, the rest when shown."""
        if changes.repertoire:
            self._perimee = True
            if self.isVisible():
                self.actualiser()

    def revenir(self) -> None:
        """Back to the list."""
        self.garde.clore()
        self.setCurrentWidget(self.liste)
        vise = self.liste.table if self.liste.table.isVisibleTo(self) else self.liste.recherche
        vise.setFocus(Qt.FocusReason.OtherFocusReason)

    def actualiser(self) -> None:
        """Read everything again."""
        self._perimee = False
        journal = self._journal
        self._runner.run(
            self,
            lambda _p: lire(journal),
            on_success=self._montrer,
            libelle=None,
        )
        if self._coordination:
            self.echanges.lire_attentes(self._compter_attentes)

    def _montrer(self, lecture: LectureRepertoire) -> None:
        self._lecture = lecture
        self.liste.montrer(lecture)
        vise, self._a_viser = self._a_viser, None
        if vise is not None and vise in lecture.rangs:
            fiche = lecture.rangs[vise].fiche
            self.liste.viser(fiche, genre_de(fiche))
        if self.currentWidget() is self.fusions:
            self.fusions.poser(lecture)
        self.garde.offrir(lecture, self.aller)

    def mettre_de_cote(self) -> None:
        """Keep the form that is being typed."""
        self.garde.mettre_de_cote()

    def _compter_attentes(self, attentes: Attentes) -> None:
        self.liste.attendre_decisions(len(attentes.recues))
        if self.currentWidget() is self.decisions and self._lecture is not None:
            self.decisions.poser(self._lecture, attentes.recues, attentes.codes)

    def _reussir(self, phrase: str) -> None:
        self.liste.say(phrase, "reussite")
        self.actualiser()

    def _dans(self, etape: Etape) -> Callable[[ErreurJournal], None]:
        """Says in a step what is refused."""
        return lambda erreur: etape.say(apostrophes(str(erreur)), "erreur")

    # --- cards

    def ajouter(self) -> None:
        """A new card of the list in front."""
        self._remplir(self.liste.genre, None)

    def modifier(self) -> None:
        """The card in hand, unless the region alone may change it."""
        fiche = self.liste.choisie()
        if fiche is not None and self.liste.modifier.isEnabled():
            self._remplir(genre_de(fiche), fiche)

    def _remplir(self, genre: GenreFiche, fiche: FicheRepertoire | None) -> None:
        formulaire = self._formulaires[genre]
        if self._lecture is not None:
            self.garde.ouvrir(formulaire, fiche, self._lecture)
            self.aller(formulaire)

    def _ouvrir(
        self,
        etape: EtapeSuccession | EtapeChangement | EtapeCloture,
    ) -> None:
        fiche: Any = self.liste.choisie()
        if self._lecture is not None and fiche is not None:
            self.garde.ouvrir(etape, fiche, self._lecture)
            self.aller(etape)

    def _faire(
        self,
        acte: Callable[[], object],
        mot: str,
        *,
        refus: Callable[[ErreurJournal], None] | None = None,
        sur_annuler: Callable[[], None] | None = None,
        revenir: bool = True,
    ) -> None:
        """Write, then say it where it can be undone."""

        def op(_progress: Progress) -> Changes:
            acte()
            return _REPERTOIRE

        def fait(_changes: Changes) -> None:
            if revenir:
                self.revenir()
            Toast.of(self.window()).show_message(mot, sur_annuler)

        self._perimee = True
        self._runner.run(self, op, on_success=fait, on_error=refus)

    def _enregistrer(self, fiche: FicheRepertoire) -> None:
        repertoire, formulaire = self._journal.repertoire, self.currentWidget()
        quoi: dict[str, Any] = {_ARGUMENTS[genre_de(fiche)]: [fiche]}
        self._a_viser = fiche.id
        refus = formulaire.refuser if isinstance(formulaire, EtapeFormulaire) else None
        self._faire(
            lambda: repertoire.enregistrer(**quoi),
            tr("« {nom} » est au répertoire", nom=nom_de(fiche)),
            refus=refus,
        )

    def _confirmer(self) -> None:
        fiche = self.liste.choisie()
        if fiche is not None:
            self._faire(
                lambda: self._journal.repertoire.confirmer(fiche.id),
                tr("« {nom} » est vérifié", nom=nom_de(fiche)),
            )

    def _succeder(self, ancien: Organisme, nouveau: UUID, le: date) -> None:
        self._faire(
            lambda: self._journal.repertoire.succeder(ancien.id, nouveau, le),
            tr("La succession est notée"),
            refus=self.succession.refuser,
        )

    def _deplacer(self, milieu: Milieu, etat: EtatMilieu) -> None:
        self._a_viser = milieu.id
        self._faire(
            lambda: self._journal.repertoire.deplacer(milieu.id, etat),
            tr("Le changement de « {nom} » est noté", nom=milieu.nom),
            refus=self.changement.refuser,
        )

    def _clore(self, fiche: FicheRepertoire, le: date) -> None:
        self._faire(
            lambda: self._journal.repertoire.clore(fiche.id, le),
            tr("« {nom} » est fermé", nom=nom_de(fiche)),
            refus=self.cloture.refuser,
        )

    # --- duplicates

    def montrer_doublons(self, fiche: FicheRepertoire | None) -> None:
        """The suggestions; with a card, what to fold it into."""
        if self._lecture is not None:
            self.setCurrentWidget(self.fusions)
            self.fusions.poser(self._lecture, fiche)
            self.fusions.entered()

    def _fusionner(self, de: UUID, vers: UUID) -> None:
        repertoire = self._journal.repertoire
        self._faire(
            lambda: repertoire.fusionner(de, vers),
            tr("Les deux fiches n’en font plus qu’une"),
            refus=self._dans(self.fusions),
            sur_annuler=lambda: self._defaire(de),
            revenir=False,
        )

    def _defaire(self, de: UUID) -> None:
        self._faire(
            lambda: self._journal.repertoire.defusionner(de),
            tr("La fusion est défaite"),
            refus=self._dans(self.fusions),
            revenir=False,
        )

    # --- exchanges

    def deposer(self, fichiers: list[Path]) -> None:
        """Files let go on the page: an edition for a journal, propositions for a coordination."""
        editions = [f for f in fichiers if f.suffix.lower() == ".sclsrep"]
        if self._coordination and not editions:
            self.echanges.recevoir_fichiers(fichiers, self._recu)
        else:
            self.echanges.prendre_fichier((editions or fichiers)[0], self._prise)

    def _prise(self, prise: Prise) -> None:
        self.prise.montrer(prise.edition, prise.doublons)
        self.aller(self.prise)
        self.actualiser()

    def _commencer_proposition(self) -> None:
        if self._lecture is not None:
            self.proposition.poser(self._lecture)
            self.aller(self.proposition)
            self._apercevoir()

    def _apercevoir(self) -> None:
        fiches = self.proposition.choisies()
        self.proposition.say("")
        if not fiches:
            self.proposition.montrer(None)
            return

        def refuser(erreur: ErreurJournal) -> None:
            self.proposition.montrer(None, apostrophes(str(erreur)))

        self.echanges.apercevoir(fiches, self.proposition.montrer, refuser)

    def _propose(self, chemin: Path) -> None:
        self.revenir()
        self.liste.say(
            tr(
                "Propositions écrites : {chemin}\nRemettez ce fichier à votre coordination; sa "
                "réponse viendra avec une prochaine édition.",
                chemin=secable(chemin),
            ),
            "reussite",
        )

    def _recu(self, phrases: str) -> None:
        self.liste.say(phrases, "aide")
        self.actualiser()

    def _ouvrir_decisions(self, attentes: Attentes) -> None:
        if self._lecture is not None:
            self.decisions.poser(self._lecture, attentes.recues, attentes.codes)
            self.aller(self.decisions)

    def _decider(
        self, recue: PropositionRecue, choix: ChoixProposition, raison: str, vers: UUID | None
    ) -> None:
        def fait() -> None:
            nom = nom_de(recue.proposition.fiche)
            Toast.of(self.window()).show_message(tr("« {nom} » : décision enregistrée", nom=nom))

        self.echanges.decider(
            recue, choix, raison, vers, sur_fait=fait, sur_refus=self.decisions.refuser
        )
