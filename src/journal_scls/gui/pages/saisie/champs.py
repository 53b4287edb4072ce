"""The fields of an entry and their places: reading order is tab order is order of speed."""

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from journal_scls.domain.intervention import FAIT_MARQUANT_MAX, NOTE_MAX
from journal_scls.domain.regles import PERSONNES_MAX
from journal_scls.gui.champs import (
    champ_choix,
    champ_date,
    champ_duree,
    champ_echeance,
    champ_nombre,
)
from journal_scls.gui.jours import decrire_date
from journal_scls.gui.pages.saisie.choix import ChoixVocabulaire
from journal_scls.gui.pages.saisie.milieu import PanneauMilieu
from journal_scls.gui.pages.saisie.problematiques import ChampProblematiques
from journal_scls.gui.pages.saisie.references import LARGEUR_MIN, ChampReferences
from journal_scls.gui.widgets.card import Card
from journal_scls.gui.widgets.design import filet
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.flow import FieldGrid
from journal_scls.gui.widgets.text_area import TextArea

_INDICE_NOTE = "Ne nommez personne."
_INDICE_PERSONNE = "Un code à vous, jamais un nom."


class Champs(Card):
    """Makes them and lays them out; what they do to each other is in `saisie_formulaire`."""

    def __init__(
        self,
        choix: ChoixVocabulaire,
        aujourdhui: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._choix = choix
        jour = aujourdhui()
        self.milieu = champ_choix(parent=self)
        self.milieu.setPlaceholderText("Tapez son nom ou son code")
        self.activite = champ_choix(choix.activites(jour), self)
        self.clientele = champ_choix(choix.liste("clientele", jour), self)
        self.duree = champ_duree(self)
        self.panneau = PanneauMilieu(choix, jour, self)
        self.references = ChampReferences(choix, jour, self)
        self.date = champ_date(self, aujourdhui=aujourdhui, en_mots=False)
        self.volet = champ_choix(choix.volets(), self)
        self.nb_personnes = champ_nombre(self, maximum=PERSONNES_MAX)
        self.type_collectif = champ_choix(choix.liste("type_collectif", jour), self)
        self.categorie = champ_choix(choix.liste("categorie", jour), self)
        self.modalite = champ_choix(choix.liste("modalite", jour), self, effacable=True)
        self.problematiques = ChampProblematiques(self)
        self.personne = QLineEdit(self)
        self.suivi = QLineEdit(self)
        self.suivi_le = champ_echeance(self, aujourdhui=aujourdhui, en_mots=False)
        self.note = TextArea(self, max_length=NOTE_MAX, lines=3)
        self.fait_marquant = TextArea(self, max_length=FAIT_MARQUANT_MAX, lines=3)
        self._inviter()
        self._etiqueter()
        self._decrire_les_dates()
        self._disposer()

    def textes(self) -> Iterator[tuple[str, QLineEdit]]:
        """The lines of text by field."""
        yield from (("personne", self.personne), ("suivi", self.suivi))

    def lignes(self) -> dict[str, FieldRow | ChampReferences]:
        """What shows the error of each field, in reading order."""
        lignes: dict[str, FieldRow | ChampReferences] = {}
        for nom, rang in self.rangs.items():
            if nom == "date":
                lignes["references"] = self.references
            lignes[nom] = rang
        return lignes

    def indice_personne(self, avertissement: str) -> None:
        """The standing hint, or the warning."""
        self.rangs["personne"].set_hint(
            avertissement or _INDICE_PERSONNE, warning=bool(avertissement)
        )

    def indice_note(self, avertissement: str) -> None:
        """The standing hint, and what the Cadre says of such words."""
        hint = f"{_INDICE_NOTE} {avertissement}".strip()
        self.rangs["note"].set_hint(hint, warning=bool(avertissement))

    def _decrire_les_dates(self) -> None:
        for nom, champ in (("date", self.date), ("suivi_le", self.suivi_le)):
            rang = self.rangs[nom]
            champ.value_changed.connect(
                lambda jour, rang=rang: rang.set_hint(decrire_date(jour) if jour else "")
            )

    def _inviter(self) -> None:
        self.modalite.setPlaceholderText("Facultatif")
        self.personne.setPlaceholderText("ex. P-014")
        self.suivi.setPlaceholderText("ex. rappeler la personne")

    def _etiqueter(self) -> None:
        ligne = FieldRow
        self.rangs = {
            "milieu": ligne("&Milieu", self.milieu, self, required=True),
            "activite": ligne("&Activité", self.activite, self, required=True),
            "clientele": ligne("&Clientèle", self.clientele, self, required=True),
            "duree_min": ligne("D&urée", self.duree, self, required=True),
            "date": ligne("Da&te", self.date, self, required=True),
            "volet": ligne("&Volet", self.volet, self, required=True),
            "nb_personnes": ligne("&Personnes", self.nb_personnes, self, required=True),
            "type_collectif": ligne(
                "T&ype d’action collective", self.type_collectif, self, required=True
            ),
            "categorie": ligne("Caté&gorie", self.categorie, self, required=True),
            "modalite": ligne("M&odalité", self.modalite, self),
            "problematiques": ligne("Pro&blématiques", self.problematiques, self),
            "personne": ligne("Code de la per&sonne", self.personne, self, hint=_INDICE_PERSONNE),
            "suivi": ligne("Suivi à &faire", self.suivi, self),
            "suivi_le": ligne("À faire &le", self.suivi_le, self),
            "note": ligne("&Note", self.note, self, hint=_INDICE_NOTE),
            "fait_marquant": ligne(
                "Fait mar&quant",
                self.fait_marquant,
                self,
                hint="Sera imprimé au résumé du mois.",
            ),
        }

    def _disposer(self) -> None:
        essentiel, precisions = self._grille(4), self._grille(4)
        for nom in ("milieu", "activite", "clientele", "duree_min"):
            essentiel.add(self.rangs[nom])
        for nom in ("date", "volet", "nb_personnes", "type_collectif", "categorie", "modalite"):
            precisions.add(self.rangs[nom])
        for nom in ("problematiques", "personne", "suivi", "suivi_le"):
            precisions.add(self.rangs[nom])
        textes = FieldGrid(self, columns=2, min_chars=45)
        textes.add(self.rangs["note"])
        textes.add(self.rangs["fait_marquant"])
        corps: QVBoxLayout = self.body
        for partie in (
            essentiel,
            self.panneau,
            self.references,
            filet(self),
            precisions,
            textes,
        ):
            corps.addWidget(partie)
        self.panneau.hide()

    def _grille(self, colonnes: int) -> FieldGrid:
        return FieldGrid(self, columns=colonnes, min_chars=LARGEUR_MIN)
