"""The fields of an entry and their places: reading order is tab order is order of speed."""

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from journal_scls.domain.journal.intervention import (
    FAIT_MARQUANT_MAX,
    NOTE_MAX,
    TRANCHES_AGE,
    Volet,
)
from journal_scls.domain.journal.regles import PERSONNES_MAX
from journal_scls.gui.champs import (
    champ_choix,
    champ_date,
    champ_duree,
    champ_echeance,
    champ_nombre,
)
from journal_scls.gui.jours import decrire_date
from journal_scls.gui.pages.saisie.avis import AvisNote
from journal_scls.gui.pages.saisie.choix import ChoixVocabulaire
from journal_scls.gui.pages.saisie.codes import ChampCodes
from journal_scls.gui.pages.saisie.ligne import LigneRapide
from journal_scls.gui.pages.saisie.milieu import PanneauMilieu
from journal_scls.gui.pages.saisie.references import LARGEUR_MIN, ChampReferences
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.count_row import CountRow
from journal_scls.gui.widgets.design import filet
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.flow import FieldGrid
from journal_scls.gui.widgets.parsed_edit import ParsedEdit
from journal_scls.gui.widgets.text_area import TextArea

_INDICE_NOTE = marque("Ne nommez personne.")
_INDICE_PERSONNE = marque("Un code à vous, jamais un nom.")
_PLUS, _MOINS = marque("Plus de c&hamps"), marque("Moins de c&hamps")
_ESSENTIELS = ("milieu", "activite", "clientele", "duree_min")
_PRECISIONS = (
    "date",
    "volet",
    "nb_personnes",
    "type_collectif",
    "projet",
    "problematiques",
    "nb_nouvelles",
)
_COMPTES = ("tranches", "roles")
# What is rare waits behind « Plus de champs », unless it says something.
_RARES = (
    "modalite",
    "categorie",
    "personne",
    "suivi",
    "suivi_le",
    "activites_secondaires",
    "clienteles_autres",
    "source_financement",
    "fait_marquant",
)
_COLLECTIF, _GROUPES = {Volet.COLLECTIF}, {Volet.COLLECTIF, Volet.MILIEU}
# The fields that belong to some volets only.
_VOLETS = {
    "type_collectif": _COLLECTIF,
    "tranches": _COLLECTIF,
    "projet": _GROUPES,
    "nb_nouvelles": _GROUPES,
    "roles": _GROUPES,
    "problematiques": {Volet.INDIVIDUEL, Volet.COLLECTIF},
    "personne": {Volet.INDIVIDUEL},
}


class Champs(Card):
    """Makes them and lays them out; what they do to each other is in `formulaire`."""

    def __init__(
        self,
        choix: ChoixVocabulaire,
        aujourdhui: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent, dense=True)
        self._choix = choix
        jour = aujourdhui()
        # Made in reading order, which is the order of Tab.
        self._faire_essentiels(jour, aujourdhui)
        self._faire_precisions(jour, aujourdhui)
        self.note = TextArea(self, max_length=NOTE_MAX, lines=2)
        self.avis_note = AvisNote(self.note, self)
        self.plus = QPushButton(tr(_PLUS), self)
        self.detaille = False
        self._faire_rares(jour, aujourdhui)
        self._inviter()
        self._etiqueter()
        self._decrire_les_dates()
        self._disposer()

    def _faire_essentiels(self, jour: date, aujourdhui: Callable[[], date]) -> None:
        self.ligne = LigneRapide(aujourdhui, self)
        self.milieu = champ_choix(parent=self)
        self.activite = champ_choix(self._choix.activites(jour), self)
        self.clientele = champ_choix(self._choix.liste("clientele", jour), self)
        self.duree = champ_duree(self)
        self.panneau = PanneauMilieu(self._choix, jour, self)
        self.references = ChampReferences(self._choix, jour, self)

    def _faire_precisions(self, jour: date, aujourdhui: Callable[[], date]) -> None:
        choix = self._choix
        self.date = champ_date(self, aujourdhui=aujourdhui, en_mots=False)
        self.volet = champ_choix(choix.volets(), self)
        self.nb_personnes = self._nombre(self)
        self.type_collectif = champ_choix(choix.liste("type_collectif", jour), self)
        self.projet = champ_choix(parent=self, effacable=True)
        self.problematiques = ChampCodes(
            (
                tr("Aucune – trois au plus"),
                tr("Une deuxième ?"),
                tr("Une troisième ?"),
                tr("Trois, c’est complet"),
            ),
            self,
        )
        self.nb_nouvelles = self._nombre(self)
        self.tranches = CountRow(tr("Âge"), [(t, t) for t in TRANCHES_AGE], self._nombre, self)
        self.roles = CountRow(tr("Participants"), choix.paires("role", jour), self._nombre, self)

    def _faire_rares(self, jour: date, aujourdhui: Callable[[], date]) -> None:
        choix = self._choix
        self.modalite = champ_choix(choix.liste("modalite", jour), self, effacable=True)
        self.categorie = champ_choix(choix.liste("categorie", jour), self)
        self.personne = QLineEdit(self)
        self.suivi = QLineEdit(self)
        self.suivi_le = champ_echeance(self, aujourdhui=aujourdhui, en_mots=False)
        self.activites_secondaires = ChampCodes(
            (tr("Aucune – deux au plus"), tr("Une deuxième ?"), tr("Deux, c’est complet")), self
        )
        self.clienteles_autres = ChampCodes(
            (tr("Aucune"), tr("Une deuxième ?"), tr("C’est complet")), self
        )
        self.source_financement = QLineEdit(self)
        self.fait_marquant = TextArea(self, max_length=FAIT_MARQUANT_MAX, lines=3)
        self.avis_fait = AvisNote(self.fait_marquant, self)

    def textes(self) -> Iterator[tuple[str, QLineEdit]]:
        """The lines of text by field."""
        for nom in ("personne", "suivi", "source_financement"):
            yield nom, getattr(self, nom)

    def listes_de_codes(self) -> Iterator[tuple[str, ChampCodes]]:
        """The fields of several codes."""
        for nom in ("problematiques", "activites_secondaires", "clienteles_autres"):
            yield nom, getattr(self, nom)

    def comptes(self) -> Iterator[tuple[str, CountRow]]:
        """The fields of several numbers."""
        for nom in _COMPTES:
            yield nom, getattr(self, nom)

    def lignes(self) -> dict[str, FieldRow | ChampReferences]:
        """What shows the error of each field, in reading order."""
        lignes: dict[str, FieldRow | ChampReferences] = {}
        for nom, rang in self.rangs.items():
            if nom == "date":
                lignes["references"] = self.references
            lignes[nom] = rang
        return lignes

    def presenter(self, *, parlants: frozenset[str], categorie_vue: bool = False) -> None:
        """Show the fields of this volet, and those that say something whatever it is.

        Args:
            parlants: the fields that say something.
            categorie_vue: the category is not the one that the activity proposes.
        """
        volet = self.volet.value()
        ouvert = self.detaille
        self.plus.setText(tr(_MOINS if ouvert else _PLUS))
        for nom in (*_PRECISIONS, *_COMPTES, *_RARES):
            du_volet = volet in _VOLETS.get(nom, (volet,))
            courant = nom not in _RARES or ouvert
            dit = nom in parlants if nom != "categorie" else categorie_vue
            montre = (du_volet and courant) or (dit and nom != "type_collectif")
            self._grilles[nom].show_field(self.rangs[nom], montre)
        self.references.detailler(ouvert)
        for grille in (self._comptes, self._rares):
            grille.setVisible(not grille.empty)

    def avis_de(self, champ: QWidget) -> AvisNote | None:
        """The advice on what is typed there, if there is one."""
        for zone, avis in ((self.note, self.avis_note), (self.fait_marquant, self.avis_fait)):
            if champ is zone.edit and avis.isVisibleTo(self):
                return avis
        return None

    def cache(self, nom: str) -> bool:
        """Whether a field is not on screen."""
        return nom in self.rangs and self.rangs[nom].isHidden()

    def indice_personne(self, avertissement: str) -> None:
        """The standing hint, or the warning."""
        self.rangs["personne"].set_hint(
            avertissement or tr(_INDICE_PERSONNE), warning=bool(avertissement)
        )

    def indice_note(self, avertissement: str) -> None:
        """The standing hint, and what the Cadre says of such words."""
        hint = f"{tr(_INDICE_NOTE)} {avertissement}".strip()
        self.rangs["note"].set_hint(hint, warning=bool(avertissement))

    @staticmethod
    def _nombre(parent: QWidget) -> ParsedEdit:
        return champ_nombre(parent, maximum=PERSONNES_MAX)

    def _decrire_les_dates(self) -> None:
        for nom, champ in (("date", self.date), ("suivi_le", self.suivi_le)):
            rang = self.rangs[nom]
            champ.value_changed.connect(
                lambda jour, rang=rang: rang.set_hint(decrire_date(jour) if jour else "")
            )

    def _inviter(self) -> None:
        self.milieu.setPlaceholderText(tr("Tapez son nom ou son code"))
        self.modalite.setPlaceholderText(tr("Facultatif"))
        self.projet.setPlaceholderText(tr("Facultatif"))
        self.personne.setPlaceholderText(tr("ex. P-014"))
        self.suivi.setPlaceholderText(tr("ex. rappeler la personne"))
        self.source_financement.setPlaceholderText(tr("Facultatif"))

    def _etiqueter(self) -> None:
        ligne = FieldRow
        self.rang_ligne = ligne(tr("Ligne rapide (Ctrl+N)"), self.ligne, self)
        self.rangs = {
            "milieu": ligne(tr("&Milieu"), self.milieu, self, required=True),
            "activite": ligne(tr("&Activité"), self.activite, self, required=True),
            "clientele": ligne(tr("&Clientèle"), self.clientele, self, required=True),
            "duree_min": ligne(tr("D&urée"), self.duree, self, required=True),
            "date": ligne(tr("Da&te"), self.date, self, required=True),
            "volet": ligne(tr("&Volet"), self.volet, self, required=True),
            "nb_personnes": ligne(tr("&Personnes"), self.nb_personnes, self, required=True),
            "type_collectif": ligne(
                tr("T&ype d’action collective"), self.type_collectif, self, required=True
            ),
            "projet": ligne(tr("Projet ou comité"), self.projet, self),
            "problematiques": ligne(tr("Pro&blématiques"), self.problematiques, self),
            "nb_nouvelles": ligne(tr("Dont nouvelles"), self.nb_nouvelles, self),
            "tranches": ligne(tr("Personnes par tranche d’âge"), self.tranches, self),
            "roles": ligne(tr("Rôles des participants"), self.roles, self),
            "note": ligne(tr("&Note"), self.note, self, hint=tr(_INDICE_NOTE)),
            "modalite": ligne(tr("M&odalité"), self.modalite, self),
            "categorie": ligne(tr("Caté&gorie"), self.categorie, self, required=True),
            "personne": ligne(
                tr("Code de la per&sonne"), self.personne, self, hint=tr(_INDICE_PERSONNE)
            ),
            "suivi": ligne(tr("Suivi à &faire"), self.suivi, self),
            "suivi_le": ligne(tr("À faire &le"), self.suivi_le, self),
            "activites_secondaires": ligne(
                tr("Autres activités"), self.activites_secondaires, self
            ),
            "clienteles_autres": ligne(tr("Autres clientèles"), self.clienteles_autres, self),
            "source_financement": ligne(tr("Financement"), self.source_financement, self),
            "fait_marquant": ligne(
                tr("Fait mar&quant"),
                self.fait_marquant,
                self,
                hint=tr("Sera imprimé au résumé du mois."),
            ),
        }

    def _disposer(self) -> None:
        essentiel, precisions, self._rares = (self._grille(4) for _ in range(3))
        self._comptes, textes = self._grille(1), self._grille(1)
        for nom in _ESSENTIELS:
            essentiel.add(self.rangs[nom])
        self._grilles: dict[str, FieldGrid] = {}
        for grille, noms in (
            (precisions, _PRECISIONS),
            (self._comptes, _COMPTES),
            (self._rares, _RARES),
        ):
            for nom in noms:
                grille.add(self.rangs[nom], wide=nom == "fait_marquant")
                self._grilles[nom] = grille
        textes.add(self.rangs["note"])
        self.plus.setAutoDefault(False)
        self.plus.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        corps: QVBoxLayout = self.body
        for partie in (
            self.rang_ligne,
            essentiel,
            self.panneau,
            self.references,
            filet(self),
            precisions,
            self._comptes,
            textes,
            self.avis_note,
            self.plus,
            self._rares,
            self.avis_fait,
        ):
            corps.addWidget(partie)
        self.panneau.hide()

    def _grille(self, colonnes: int) -> FieldGrid:
        return FieldGrid(self, columns=colonnes, min_chars=LARGEUR_MIN)
