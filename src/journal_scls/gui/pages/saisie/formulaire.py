"""The entry form: what its fields do to each other, its state as typed, and its errors."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from journal_scls.application.ports import Horloge
from journal_scls.domain.echeance import lire_echeance
from journal_scls.domain.intervention import Contenu, Volet
from journal_scls.domain.lecture import lire_date_relative
from journal_scls.domain.vocabulaire import Vocabulaires
from journal_scls.gui.pages.saisie import lecture as saisie_lecture
from journal_scls.gui.pages.saisie.champs import Champs
from journal_scls.gui.pages.saisie.choix import (
    NOUVEAU_MILIEU,
    ChoixRepertoire,
    ChoixVocabulaire,
)
from journal_scls.gui.pages.saisie.etat import Etat, jour_de, poser_date, texte_date
from journal_scls.gui.pages.saisie.lecture import Lecture
from journal_scls.gui.pages.saisie.nom import ressemble_a_un_nom
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
        self._muet = True
        self._offrir_milieux()
        self._poser_milieu(etat.get("milieu"))
        self._muet = False

    def choisir_milieu(self, valeur: str) -> None:
        """After a milieu was added: go on with the entry."""
        self.panneau.poser(None)
        self._poser_milieu(valeur)
        self.activite.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- its state

    def etat(self) -> Etat:
        """Everything exactly as typed, half a duration included."""
        aujourdhui = self._horloge.aujourdhui()
        etat: Etat = {nom: liste.value() or "" for nom, liste in self._listes()}
        etat |= {nom: ligne.text() for nom, ligne in self.textes()}
        return etat | {
            "milieu": self.milieu.value() or self._milieu_inconnu,
            "date": texte_date(self.date.line.text(), aujourdhui, lire_date_relative),
            "duree_min": self.duree.text(),
            "nb_personnes": self.nb_personnes.text(),
            "suivi_le": texte_date(self.suivi_le.line.text(), aujourdhui, lire_echeance),
            "problematiques": list(self.problematiques.codes()),
            "references": self.references.etat(),
            "note": self.note.text(),
            "fait_marquant": self.fait_marquant.text(),
            "nouveau_milieu": self.panneau.etat() if self.panneau.isVisibleTo(self) else {},
        }

    def poser(self, etat: Mapping[str, object]) -> None:
        """Put a state back; what it does not say is empty."""
        self._muet = True
        self.effacer_fautes()
        for nom, date_edit in (("date", self.date), ("suivi_le", self.suivi_le)):
            poser_date(date_edit, str(etat.get(nom) or ""))
        for nom, edit in (("duree_min", self.duree), ("nb_personnes", self.nb_personnes)):
            edit.set_value(None)
            edit.set_text(str(etat.get(nom) or ""))
        self._jour = jour_de(str(etat.get("date") or "")) or self._horloge.aujourdhui()
        self._offrir(etat)
        for nom, liste in self._listes():
            liste.set_value(str(etat.get(nom) or "") or None)
        self._poser_milieu(etat.get("milieu"))
        for nom, ligne in self.textes():
            ligne.setText(str(etat.get(nom) or ""))
        self.problematiques.poser(etat.get("problematiques"))
        self.references.poser(etat.get("references"))
        self.note.set_text(str(etat.get("note") or ""))
        self.fait_marquant.set_text(str(etat.get("fait_marquant") or ""))
        self.panneau.poser(etat.get("nouveau_milieu"))
        self._propositions = self._proposees()
        self._muet = False
        self._accorder()
        self.modifie.emit()

    def vider(self, *, garder: Mapping[str, object] | None = None) -> None:
        """A new entry: today, one person, individual; `garder` says what it starts with."""
        neuf: Etat = {"volet": Volet.INDIVIDUEL.value, "nb_personnes": _UNE_PERSONNE}
        neuf["date"] = self._horloge.aujourdhui().isoformat()
        self.poser(neuf | dict(garder or {}))

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
        if fautives:
            fautives[0].focus()
        return " ".join(m for nom, m in fautes.items() if nom not in lignes)

    def effacer_fautes(self) -> None:
        """All of them."""
        for ligne in self.lignes().values():
            ligne.set_error("")

    # --- inside

    def _listes(self) -> list[tuple[str, ChoiceCombo]]:
        noms = ("activite", "clientele", "volet", "type_collectif", "categorie", "modalite")
        return [(nom, getattr(self, nom)) for nom in noms]

    def _brancher(self) -> None:
        for nom, liste in (("milieu", self.milieu), *self._listes()):
            liste.value_changed.connect(lambda _valeur, nom=nom: self._change(nom))
        self.milieu.chosen.connect(self._sur_milieu_choisi)
        for nom, edit in (
            ("date", self.date.line),
            ("duree_min", self.duree),
            ("nb_personnes", self.nb_personnes),
            ("suivi_le", self.suivi_le.line),
            *self.textes(),
        ):
            edit.textChanged.connect(lambda _texte, nom=nom: self._change(nom))
        for nom, zone in (("note", self.note), ("fait_marquant", self.fait_marquant)):
            zone.text_changed.connect(lambda nom=nom: self._change(nom))
        for nom, champ in (
            ("problematiques", self.problematiques),
            ("references", self.references),
            ("nouveau_milieu", self.panneau),
        ):
            champ.modifie.connect(lambda nom=nom: self._change(nom))
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
        self._accorder()
        self.modifie.emit()

    def _proposees(self) -> dict[str, str]:
        activite = self.activite.value() or ""
        return {
            "categorie": self._choix.categorie_proposee(activite),
            "volet": self._choix.volet_propose(activite),
        }

    def _proposer(self) -> None:
        """Follow the activity, unless the person chose otherwise."""
        avant, self._propositions = self._propositions, self._proposees()
        for nom, propose in self._propositions.items():
            liste: ChoiceCombo = getattr(self, nom)
            if liste.value() in (None, avant[nom]):
                liste.set_value(propose or None)

    def _accorder_personnes(self) -> None:
        """One person is a fact of individual actions and only a guess elsewhere."""
        individuel = self.volet.value() == Volet.INDIVIDUEL
        if individuel and not self.nb_personnes.text():
            self.nb_personnes.set_value(int(_UNE_PERSONNE))
        elif not individuel and self.nb_personnes.text() == _UNE_PERSONNE:
            self.nb_personnes.set_value(None)

    def _accorder(self) -> None:
        """Show the fields of this volet, and the soft hints."""
        self.rangs["type_collectif"].setVisible(self.volet.value() == Volet.COLLECTIF)
        nom = ressemble_a_un_nom(self.personne.text())
        self.indice_personne("On dirait un nom. Écrivez plutôt un code." if nom else "")
        self._hors_cadre.start()

    def _chercher_hors_cadre(self) -> None:
        """Once the person pauses; a hint with its criterion, never a block."""
        criteres = self._vocabulaires.courant.criteres_hors_cadre(
            f"{self.milieu.currentText()}\n{self.note.text()}"
        )
        phrase = next(criteres, "")
        self.indice_note(f"Hors cadre ? {phrase} Vous pouvez enregistrer." if phrase else "")
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
