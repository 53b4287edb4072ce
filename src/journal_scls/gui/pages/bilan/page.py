"""The bilan: what is asked above, what it comes to below, and what can be made of it."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QPushButton, QTabWidget, QWidget

from journal_scls.application.chiffres.consultations import Choix, Consultation, Demande, Dessous
from journal_scls.application.operation import Changes, Progress
from journal_scls.domain.chiffres.bilan import ParametresBilan
from journal_scls.domain.chiffres.graphique import Graphique, graphiques_du_bilan
from journal_scls.domain.errors import ErreurJournal
from journal_scls.domain.profil import Role
from journal_scls.domain.protection.chiffres import INDICATEURS
from journal_scls.domain.typographie import francais
from journal_scls.gui.pages.bilan.chiffres import OngletChiffres
from journal_scls.gui.pages.bilan.dessous import DialogueDessous, montrer_dans_le_journal
from journal_scls.gui.pages.bilan.diapo import OngletDiapo
from journal_scls.gui.pages.bilan.fichiers import FORMATS, Fabrique
from journal_scls.gui.pages.bilan.filtres import BarreFiltres
from journal_scls.gui.pages.bilan.periodes import ChoixPeriode
from journal_scls.gui.pages.bilan.publications import OngletPublications
from journal_scls.gui.pages.bilan.tableaux import OngletTableaux
from journal_scls.gui.pages.page_travail import Contexte, PageTravail, Raccourcis
from journal_scls.gui.pages.region.bandeau import BandeauRegion
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.announce import announce
from journal_scls.gui.widgets.design import secable, texte
from journal_scls.gui.widgets.front_page import button, on_keys
from journal_scls.gui.widgets.work_page import Empty, WorkPage

RACCOURCIS = (
    (marque("Voir ce qu’il y a derrière un chiffre"), marque("Entrée, dans la liste")),
    (marque("D’un onglet à l’autre"), "Ctrl+Tab"),
)
_CALCUL = marque("Calcul des chiffres…")
_Onglet = OngletChiffres | OngletTableaux | OngletDiapo | OngletPublications


class _Lu(NamedTuple):
    consultation: Consultation
    choix: Choix


class BilanPage(WorkPage, PageTravail):
    """Nothing is computed before it is shown; what is asked again replaces what was asked."""

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(tr("Bilan"), parent)
        journal = contexte.journal
        self._contexte, self._journal = contexte, journal
        self._regional = journal.profil.role is Role.COORDINATION
        self._demande = 0
        self._en_cours = 0  # the demand being computed, 0 when none is
        self._progress: Progress | None = None
        self._perime = True
        self.consultation: Consultation | None = None
        self.periode = ChoixPeriode(journal.horloge.aujourdhui, self)
        seuil = journal.consultations.seuil_par_defaut
        self.filtres = BarreFiltres(journal.vocabulaires, seuil, self)
        self.bandeau = BandeauRegion(contexte, self)
        self.avertissements = texte("", "avertissement", self)
        self.onglets = QTabWidget(self)
        self.chiffres = OngletChiffres(self._regional, self.onglets)
        self.tableaux = OngletTableaux(self._dessiner, self._regional, self.onglets)
        self.diapo = OngletDiapo(self.onglets)
        self.publications = OngletPublications(contexte, self._demandee, self.onglets)
        self.vide = Empty(self)
        self._poser()
        self._brancher()
        self._vider("")

    def _poser(self) -> None:
        for widget in (self.periode, self.filtres, self.bandeau, self.avertissements):
            self.head.addWidget(widget)
        self.onglets.setDocumentMode(True)
        # The bar takes the focus, the frame around it does not: None is missing from Qt's hints.
        self.onglets.setFocusProxy(None)  # type: ignore[arg-type]
        self.onglets.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for onglet, titre in self._onglets():
            self.onglets.addTab(onglet, titre)
        self.onglets.tabBar().setAccessibleName(tr("Chiffres à montrer"))
        self.middle.addWidget(self.onglets, 1)
        self.middle.addWidget(self.vide, 1)
        self.vide.hide()
        self.boutons = {nom: button(tr(f.bouton)) for nom, f in FORMATS.items() if not f.diapo}
        for bouton in self.boutons.values():
            self.foot.addWidget(bouton)

    def _brancher(self) -> None:
        self.periode.change.connect(self.recalculer)
        self.filtres.change.connect(self.recalculer)
        self.vide.button.clicked.connect(self.recalculer)
        self.onglets.currentChanged.connect(lambda _rang: self._lire_publications())
        for onglet in (self.chiffres, self.tableaux):
            onglet.ouvert.connect(self._ouvrir)
        on_keys(self, "Ctrl+Tab", partial(self._tourner, 1))
        on_keys(self, "Ctrl+Shift+Tab", partial(self._tourner, -1))
        for nom, bouton in (*self.boutons.items(), *self._boutons_diapo()):
            bouton.clicked.connect(partial(self._enregistrer, nom))

    def _onglets(self) -> "tuple[tuple[_Onglet, str], ...]":
        return (
            (self.chiffres, tr("Indicateurs")),
            (self.tableaux, tr("Tableaux et graphiques")),
            (self.diapo, tr("La diapo du Cadre")),
            (self.publications, tr("Documents publiés")),
        )

    def _demandee(self) -> Demande | None:
        """What is shown, for whoever publishes it."""
        return self.consultation.demande if self.consultation is not None else None

    def _lire_publications(self) -> None:
        """When they are looked at: comparing each with today takes a while."""
        if self.onglets.currentWidget() is self.publications and not self.publications.lu:
            self.publications.actualiser()

    def _tourner(self, pas: int) -> None:
        """Another tab, from wherever the focus is; it goes to the list of that tab."""
        nombre = self.onglets.count()
        self.onglets.setCurrentIndex((self.onglets.currentIndex() + pas) % nombre)
        onglet, _titre = self._onglets()[self.onglets.currentIndex()]
        onglet.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureWidgetVisible(onglet.table)

    def _boutons_diapo(self) -> tuple[tuple[str, QPushButton], ...]:
        return ("diapo", self.diapo.pdf), ("image", self.diapo.png)

    # --- what the window asks

    def entered(self) -> None:
        """The page comes on screen: what it shows is current, or says that it is not."""
        self.bandeau.demander()
        if self._perime and not self._en_cours:
            self.recalculer()
        vise = self.chiffres.table if self.consultation is not None else self.periode.genre
        vise.setFocus(Qt.FocusReason.OtherFocusReason)

    def changer(self, changes: Changes, source: QObject) -> None:
        """Something was written: figures shown are no longer those of the dossier."""
        siens = changes.lots if self._regional else changes.interventions
        if siens or changes.repertoire:
            jamais_lu = self.consultation is None and not self._en_cours
            self._perime, self.publications.lu = True, False
            self._lire_publications()
            if not jamais_lu and self.isVisible():
                self.recalculer()
            elif not jamais_lu:
                self._arreter()
                self._vider("")

    def raccourcis(self) -> Raccourcis:
        """What F1 shows of this page."""
        return RACCOURCIS

    # --- reading

    def recalculer(self) -> None:
        """Read what is asked; the figures of before leave the screen at once."""
        self._arreter()
        self._demande += 1
        periode = self.periode.periode()
        if periode is None:
            self._vider(tr("Choisissez deux dates, la première d’abord."))
            return
        self._vider(tr(_CALCUL))
        self._perime = False
        numero, criteres, recul = self._demande, self.filtres.criteres, self.periode.compare()
        choix = self.filtres.choix
        consultations, documents = self._journal.consultations, self._journal.documents

        def op(progress: Progress) -> _Lu:
            demande = Demande(
                periode=periode,
                filtre=consultations.filtre(**criteres.territoire),
                parametres=ParametresBilan(
                    milieu_dans_la_base=criteres.avec_milieu, masquage_k=criteres.seuil
                ),
                recul=recul,
            )
            lue = consultations.lire(demande, progress)
            for dessin in graphiques_du_bilan(lue.bilan)[:1]:
                documents.graphique_svg(dessin, largeur=300)  # loads what draws, off the screen
            return _Lu(lue, consultations.choix(lue.bilan, choix))

        self._en_cours = numero
        self._progress = self._contexte.runner.run(
            self,
            op,
            on_success=lambda lu: self._recevoir(numero, lu),
            on_error=lambda erreur: self._refuser(numero, erreur),
            on_cancelled=lambda: self._interrompre(numero),
            on_done=lambda: self._finir(numero),
            libelle=tr("Calcul des chiffres"),
        )

    def _arreter(self) -> None:
        if self._en_cours and self._progress is not None:
            self._progress.annuler()
        self._en_cours, self._progress = 0, None

    def _recevoir(self, numero: int, lu: _Lu) -> None:
        if numero != self._demande:
            return
        self._en_cours = 0
        if self._perime:  # something was written meanwhile, while the page was away
            self._vider("")
            return
        self.consultation = lu.consultation
        self.filtres.choix = lu.choix
        self._dire_avertissements(lu.consultation)
        self.chiffres.montrer(lu.consultation)
        self.tableaux.montrer(lu.consultation)
        self.diapo.montrer(lu.consultation)
        self.publications.permettre()
        for bouton in self.boutons.values():
            bouton.setEnabled(True)
        announce(self, self.chiffres.compteurs.text())

    def _refuser(self, numero: int, erreur: ErreurJournal) -> None:
        if numero == self._demande:
            self._manquer(francais(f"{erreur.message} {erreur.suite}"))

    def _interrompre(self, numero: int) -> None:
        if numero == self._en_cours:
            self._manquer(tr("Le calcul a été arrêté : aucun chiffre n’est montré."))

    def _finir(self, numero: int) -> None:
        """Whatever the outcome, the page never waits for what will not come."""
        if numero == self._en_cours:
            self._manquer(tr("Le calcul n’a pas abouti : aucun chiffre n’est montré."))

    def _manquer(self, message: str) -> None:
        self._en_cours, self._perime = 0, True
        self._vider("")
        self.vide.show_text(message, tr("&Refaire le calcul"))
        self.vide.show()
        self.onglets.hide()

    def _vider(self, message: str) -> None:
        """No figure on screen that is not the one asked for."""
        self.consultation = None
        self.vide.hide()
        self.onglets.show()
        self.say("")
        self.avertissements.hide()
        self.chiffres.vider(message)
        self.tableaux.vider()
        self.diapo.vider()
        self.publications.permettre()
        for bouton in self.boutons.values():
            bouton.setEnabled(False)

    def _dire_avertissements(self, consultation: Consultation) -> None:
        bilan, completude = consultation.bilan, consultation.document.provenance.completude
        notes = [tableau for tableau in bilan.tableaux if tableau.note]
        ailleurs = [f"« {tableau.titre} »" for tableau in notes]
        if completude:  # the banner says it
            ailleurs.append(completude)
        dits = [a for a in bilan.avertissements if not a.startswith(tuple(ailleurs))]
        if notes:
            dits.append(
                tr(
                    "{compte} sans certaines lignes, pour protéger les petits nombres : chacun dit "
                    "pourquoi.",
                    compte=tr("{n} tableau", "{n} tableaux", len(notes)),
                )
            )
        self.avertissements.setText(francais(" ".join(dits)))
        self.avertissements.setVisible(bool(dits))

    # --- opening a figure

    def _ouvrir(self, tableau: str, code: str) -> None:
        consultation = self.consultation
        if consultation is None:
            return
        self._contexte.runner.run(
            self,
            lambda progress: self._journal.consultations.dessous(
                consultation, (tableau, code), progress
            ),
            on_success=lambda dessous: self._montrer_dessous(consultation, tableau, code, dessous),
            libelle=tr("Recherche de ce qu’il y a derrière ce chiffre"),
        )

    def _montrer_dessous(
        self, consultation: Consultation, tableau: str, code: str, dessous: Dessous
    ) -> None:
        if consultation is not self.consultation:
            return
        chiffre, detail = _nommer(consultation, tableau, code)
        ouvrir = None if self._regional else partial(montrer_dans_le_journal, self._contexte)
        dialogue = DialogueDessous(
            self,
            chiffre,
            detail,
            dessous=dessous,
            vocabulaires=self._journal.vocabulaires,
            ouvrir=ouvrir,
        )
        dialogue.open()

    # --- files

    def _dessiner(self, graphique: Graphique, largeur: float, sombre: bool) -> bytes:
        return self._journal.documents.graphique_svg(graphique, largeur=largeur, sombre=sombre)

    def _enregistrer(self, nom: str, _coche: bool = False) -> None:
        consultation = self.consultation
        if consultation is None:
            return
        fabrique = Fabrique(self._journal, consultation)
        self._contexte.dialogs.choisir_fichier_a_enregistrer(
            self,
            tr(FORMATS[nom].titre),
            fabrique.nom(nom),
            tr(FORMATS[nom].filtre),
            lambda chemin: self._ecrire(fabrique, nom, chemin),
        )

    def _ecrire(self, fabrique: Fabrique, nom: str, chemin: Path) -> None:
        self._contexte.runner.run(
            self,
            lambda progress: fabrique.ecrire(nom, chemin, progress),
            on_success=lambda _rien: self.say(
                tr("Le fichier est enregistré : {chemin}", chemin=secable(chemin)), "reussite"
            ),
            base=False,
            libelle=tr("Préparation du fichier"),
        )


def _nommer(consultation: Consultation, tableau: str, code: str) -> tuple[str, str]:
    """A number and what it counts, for the dialog that opens it."""
    bilan = consultation.bilan
    if tableau == INDICATEURS:
        calcule = bilan.indicateur(code)
        detail = tr(
            "Ce qui est compté : {compte}. Base : {base}.",
            compte=calcule.compte,
            base=calcule.base,
        )
        return francais(f"{calcule.libelle} : {calcule.proportion.affiche}"), francais(detail)
    trouve = bilan.tableau(tableau)
    ligne = next(ligne for ligne in trouve.lignes if ligne.code == code)
    detail = tr("{titre}. Base : {base}.", titre=trouve.titre, base=trouve.base)
    return francais(f"{ligne.libelle} : {ligne.parts[0].affiche}"), francais(detail)
