"""The entry form: what its fields do to each other, its state as typed, and its errors."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from journal_scls.application.ports import Horloge
from journal_scls.application.saisie.ports_saisie import Habitudes
from journal_scls.domain.journal.intervention import Contenu, Volet
from journal_scls.domain.lecture import ecrire_duree
from journal_scls.domain.ligne_rapide.ligne import LigneLue
from journal_scls.domain.vocabulaire import Vocabulaires
from journal_scls.gui.pages.saisie import lecture as saisie_lecture
from journal_scls.gui.pages.saisie.acces import LISTES, NOMBRES, ZONES, acces, etat_de
from journal_scls.gui.pages.saisie.champs import Champs
from journal_scls.gui.pages.saisie.choix import (
    NOUVEAU_MILIEU,
    ChoixRepertoire,
    ChoixVocabulaire,
)
from journal_scls.gui.pages.saisie.etat import Etat, jour_de
from journal_scls.gui.pages.saisie.lecture import Lecture
from journal_scls.gui.pages.saisie.ligne import etat_de_ligne
from journal_scls.gui.pages.saisie.nom import ressemble_a_un_nom
from journal_scls.gui.pages.saisie.remplissage import Remplissage, Source
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.choice_combo import ChoiceCombo

_UNE_PERSONNE = "1"
_DELAI_HORS_CADRE_MS = 400


class Formulaire(Champs):
    """`modifie` follows anything typed or chosen; a state is a mapping of texts.

    `grandi` follows a hint that came or went: the field in hand may have to be scrolled to.
    """

    modifie = Signal()
    grandi = Signal()

    def __init__(
        self, vocabulaires: Vocabulaires, horloge: Horloge, parent: QWidget | None = None
    ) -> None:
        choix = ChoixVocabulaire(vocabulaires)
        super().__init__(choix, horloge.aujourdhui, parent)
        self._vocabulaires = vocabulaires
        self._horloge = horloge
        self._repertoire = ChoixRepertoire()
        self._propositions = {"categorie": "", "volet": Volet.INDIVIDUEL.value}
        self._jour = horloge.aujourdhui()
        self._milieu_inconnu = ""
        self._muet = True
        self._automatique = self._suit = False
        self._habitudes = Habitudes()
        self._acces = acces(self, horloge.aujourdhui)
        self._remplissage = Remplissage(self.etat, self.modifier)
        self._hors_cadre = QTimer(self)
        self._hors_cadre.setSingleShot(True)
        self._hors_cadre.setInterval(_DELAI_HORS_CADRE_MS)
        self._hors_cadre.timeout.connect(self._chercher_hors_cadre)
        self._brancher()
        self.vider()

    # --- what it is given

    def connaitre(self, repertoire: ChoixRepertoire) -> None:
        """The places; the one chosen stays."""
        etat = self.etat()
        self._repertoire = repertoire
        self.panneau.connaitre(repertoire)
        self.references.connaitre(repertoire)
        self._muet = True
        self._offrir(etat)
        self._poser_milieu(etat.get("milieu"))
        self.projet.set_value(etat.get("projet") or None)
        self._muet = False

    def choisir_milieu(self, valeur: str) -> None:
        """After a milieu was added: go on with the entry."""
        self.panneau.poser(None)
        self._poser_milieu(valeur)
        self.activite.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- its state

    def etat(self) -> Etat:
        """Everything exactly as typed, half a duration included."""
        return {"milieu": self.milieu.value() or self._milieu_inconnu} | etat_de(self._acces)

    def poser(self, etat: Mapping[str, object]) -> None:
        """Put a state back; what it does not say is empty."""
        self._muet = True
        self.effacer_fautes()
        self._jour = jour_de(str(etat.get("date") or "")) or self._horloge.aujourdhui()
        self._offrir(etat)
        for nom, acces_ in self._acces.items():
            acces_.poser(etat.get(nom))
        self._poser_milieu(etat.get("milieu"))
        self._propositions = self._proposees()
        self._remplissage.oublier(nom for nom, valeur in etat.items() if valeur)
        self._remplissage.reconnaitre(etat_de_ligne(self.ligne.ligne_lue()), self._neuf())
        self._marquer()
        self._muet = False
        self._presenter()
        self._accorder()
        self.modifie.emit()

    def modifier(self, changements: Etat) -> None:
        """Change some fields for the person: what they touched is no longer theirs alone."""
        self._automatique = True
        for nom in ("milieu", *self._acces):
            if nom == "milieu" and nom in changements:
                self._poser_milieu(changements[nom])
            elif nom in changements:
                self._acces[nom].poser(changements[nom])
        self._automatique = False
        self._presenter()
        self._accorder()
        self._suivre_habitudes()
        self.modifie.emit()

    def _neuf(self) -> Etat:
        aujourdhui = self._horloge.aujourdhui().isoformat()
        return {
            "volet": Volet.INDIVIDUEL.value,
            "nb_personnes": _UNE_PERSONNE,
            "date": aujourdhui,
        }

    def vider(self, *, garder: Mapping[str, object] | None = None) -> None:
        """A new entry: today, one person, individual; `garder` says what it starts with."""
        self.poser(self._neuf() | dict(garder or {}))
        self._remplissage.oublier(garder or {})
        self._suivre_habitudes()

    def apprendre(self, habitudes: Habitudes) -> None:
        """What this journal usually says; proposed where nothing is typed."""
        self._habitudes = habitudes
        self._suivre_habitudes()

    # --- what it says

    def lire(self, base: Contenu | None = None) -> Lecture:
        """The content, or what is missing; nothing is shown yet."""
        return saisie_lecture.lire(self, self._repertoire, self._vocabulaires, base)

    def montrer_fautes(self, fautes: Mapping[str, str]) -> str:
        """Each one beside its field, the focus on the first; what has no field is returned."""
        lignes = self.lignes()
        for nom, ligne in lignes.items():
            ligne.set_error(fautes.get(nom, ""))
        fautives = [ligne for nom, ligne in lignes.items() if fautes.get(nom)]
        if any(self.cache(nom) for nom in fautes):
            self.detailler(True)
        if fautives:
            fautives[0].focus()
        return " ".join(m for nom, m in fautes.items() if nom not in lignes)

    def detailler(self, detaille: bool) -> None:
        """Show what is rare, or put it away again."""
        self.detaille = detaille
        self._presenter()

    def effacer_fautes(self) -> None:
        """All of them."""
        for ligne in self.lignes().values():
            ligne.set_error("")

    # --- inside

    def _brancher(self) -> None:
        for nom, liste in (("milieu", self.milieu), *((n, getattr(self, n)) for n in LISTES)):
            liste.value_changed.connect(lambda _valeur, nom=nom: self._change(nom))
        self.milieu.chosen.connect(self._sur_milieu_choisi)
        for nom, edit in (
            ("date", self.date.line),
            ("suivi_le", self.suivi_le.line),
            *((nom, getattr(self, attribut)) for nom, attribut in NOMBRES.items()),
            *self.textes(),
        ):
            edit.textChanged.connect(lambda _texte, nom=nom: self._change(nom))
        for nom in ZONES:
            getattr(self, nom).text_changed.connect(lambda nom=nom: self._change(nom))
        for nom, champ in self.listes_de_codes():
            champ.modifie.connect(lambda nom=nom: self._change(nom))
        self.references.modifie.connect(lambda: self._change("references"))
        self.panneau.modifie.connect(lambda: self._change("nouveau_milieu"))
        for nom, compte in self.comptes():
            compte.modified.connect(lambda nom=nom: self._change(nom))
        self.plus.clicked.connect(lambda _coche: self.detailler(not self.detaille))
        self.ligne.lue.connect(self._sur_ligne)
        for avis in (self.avis_note, self.avis_fait):
            avis.change.connect(self.grandi)
        self.date.value_changed.connect(self._sur_date)
        self.panneau.ferme.connect(self._sur_panneau_ferme)

    def _change(self, nom: str) -> None:
        if self._muet:
            return
        if nom in self.rangs:
            self.rangs[nom].set_error("")
        if nom == "activite":
            self._proposer()
        if nom == "volet":
            self._accorder_personnes()
        if self._automatique:
            return
        self._remplissage.toucher(nom)
        if nom == "volet":
            self._presenter()
        self._accorder()
        if nom in ("milieu", "activite"):
            self._suivre_habitudes()
        self._marquer()
        self.modifie.emit()

    def _sur_ligne(self, lue: LigneLue) -> None:
        self.ligne.taire(self._remplissage.remplir(Source.LIGNE, etat_de_ligne(lue)))
        self._marquer()
        self.modifie.emit()

    def _suivre_habitudes(self) -> None:
        """Propose what usually goes with what is said."""
        if self._suit:
            return
        self._suit = True
        habitudes = self._habitudes
        milieu = self._repertoire.milieu(self.milieu.value() or habitudes.milieu)
        minutes = habitudes.durees.get(self.activite.value() or "")
        self._remplissage.remplir(
            Source.HABITUDE,
            {
                "milieu": str(milieu.id) if milieu else "",
                "clientele": habitudes.clienteles.get(milieu.id, "") if milieu else "",
                "duree_min": ecrire_duree(minutes) if minutes else "",
            },
        )
        self._suit = False
        self._marquer()

    def _marquer(self) -> None:
        """Say which fields hold a guess."""
        proposes = self._remplissage.proposes()
        for nom in ("milieu", "clientele", "duree_min"):
            self.rangs[nom].set_mark(tr("proposé") if nom in proposes else "")

    def _proposees(self) -> dict[str, str]:
        activite = self.activite.value() or ""
        return {
            "categorie": self._choix.categorie_proposee(activite),
            "volet": self._choix.volet_propose(activite),
        }

    def _proposer(self) -> None:
        """Follow the activity, unless the person chose otherwise."""
        avant, self._propositions = self._propositions, self._proposees()
        deja, self._automatique = self._automatique, True
        for nom, propose in self._propositions.items():
            liste: ChoiceCombo = getattr(self, nom)
            if liste.value() in (None, avant[nom]):
                liste.set_value(propose or None)
        self._automatique = deja
        if not deja:
            self._presenter()

    def _accorder_personnes(self) -> None:
        """One person is a fact of individual actions and only a guess elsewhere."""
        individuel = self.volet.value() == Volet.INDIVIDUEL
        if individuel and not self.nb_personnes.text():
            self.nb_personnes.set_value(int(_UNE_PERSONNE))
        elif not individuel and self.nb_personnes.text() == _UNE_PERSONNE:
            self.nb_personnes.set_value(None)

    def _presenter(self) -> None:
        """The fields of this volet; nothing that would be saved stays out of sight."""
        etat = self.etat()
        categorie = self.categorie.value()
        self.presenter(
            parlants=frozenset(nom for nom, valeur in etat.items() if valeur),
            categorie_vue=categorie not in (None, self._proposees()["categorie"]),
        )
        self.grandi.emit()

    def _accorder(self) -> None:
        """The soft hints."""
        nom = ressemble_a_un_nom(self.personne.text())
        self.indice_personne(tr("On dirait un nom. Écrivez plutôt un code.") if nom else "")
        self._hors_cadre.start()

    def _chercher_hors_cadre(self) -> None:
        """Once the person pauses; a hint with its criterion, never a block."""
        criteres = self._vocabulaires.courant.criteres_hors_cadre(
            f"{self.milieu.currentText()}\n{self.note.text()}"
        )
        phrase = next(criteres, "")
        self.indice_note(
            tr("Hors cadre\u00a0? {phrase} Vous pouvez enregistrer.", phrase=phrase)
            if phrase
            else ""
        )
        self.grandi.emit()

    def _sur_date(self, jour: date | None) -> None:
        """The edition and the state of the milieux are those of the day."""
        if not self._muet and jour is not None and jour != self._jour:
            self._jour = jour
            self._offrir(self.etat())
            self._accorder()

    def _offrir(self, etat: Mapping[str, object]) -> None:
        jour = self._jour
        avant, self._muet = self._muet, True
        self.activite.set_choices(self._choix.activites(jour, str(etat.get("activite") or "")))
        for nom in ("clientele", "type_collectif", "categorie", "modalite"):
            garder = str(etat.get(nom) or "")
            getattr(self, nom).set_choices(self._choix.liste(nom, jour, garder))
        self.problematiques.offrir(self._choix.liste("problematique", jour))
        self.activites_secondaires.offrir(self._choix.activites(jour))
        self.clienteles_autres.offrir(self._choix.liste("clientele", jour))
        projet = str(etat.get("projet") or "")
        self.projet.set_choices(self._repertoire.projets(jour, projet))
        self.references.dater(jour)
        self._offrir_milieux()
        self._muet = avant

    def _offrir_milieux(self) -> None:
        self.milieu.set_choices(self._repertoire.choix(self._jour))

    def _poser_milieu(self, valeur: object) -> None:
        """A draft may hold a name; before the directory is read it holds an unknown one."""
        texte = str(valeur or "")
        milieu = self._repertoire.milieu(texte)
        choisi = str(milieu.id) if milieu else texte
        pose = self.milieu.set_value(choisi or None)
        self._milieu_inconnu = "" if pose else texte

    def _sur_milieu_choisi(self, valeur: object) -> None:
        if valeur == NOUVEAU_MILIEU:
            self.panneau.ouvrir()
        else:
            self._milieu_inconnu = ""
            self.panneau.poser(None)

    def _sur_panneau_ferme(self) -> None:
        self.panneau.poser(None)
        self.milieu.set_value(None)
        self.rangs["milieu"].focus()
