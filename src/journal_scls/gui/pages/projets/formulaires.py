"""The forms of a project and of a committee; members are counted by role, never named."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.repertoire.partenaires import CODE_MAX, Comite, Projet, StatutProjet
from journal_scls.gui.champs import champ_choix, champ_jour, champ_nombre
from journal_scls.gui.pages.repertoire.etape_formulaire import EtapeFiche
from journal_scls.gui.pages.repertoire.lecture import LectureRepertoire
from journal_scls.gui.pages.repertoire.mots import STATUTS
from journal_scls.gui.pages.saisie.choix import ChoixVocabulaire
from journal_scls.gui.pages.saisie.codes import ChampCodes
from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.choice_combo import Choice
from journal_scls.gui.widgets.count_row import CountRow
from journal_scls.gui.widgets.field_row import FieldRow
from journal_scls.gui.widgets.parsed_edit import ParsedEdit

_PLUSIEURS, _MEMBRES_MAX = 30, 9999


class EtapeAction(EtapeFiche):
    """What a project and a committee share; `validee(fiche)`, whose code may be left to make."""

    sans_code = Signal(object)

    def __init__(self, sous_titre: str, aujourdhui: Callable[[], date]) -> None:
        super().__init__("", sous_titre)
        self.titre, self.code = QLineEdit(), QLineEdit()
        self.code.setMaxLength(CODE_MAX)
        self.debut = champ_jour(aujourdhui=aujourdhui)
        self.fin = champ_jour(aujourdhui=aujourdhui)
        self.rangs = {
            "titre": FieldRow(tr("&Titre"), self.titre, required=True),
            "debut": FieldRow(tr("&Premier jour"), self.debut),
            "fin": FieldRow(tr("Dernier jo&ur"), self.fin, hint=tr("Vide tant qu’il continue.")),
        }
        self._rang_code = FieldRow(
            tr("&Code"),
            self.code,
            hint=tr("Les interventions le nomment; vide, il est fait du titre."),
        )

    def _montrer(self, fiche: Projet | Comite | None) -> None:
        self.oublier_refus()
        self.titre.setText(fiche.titre if fiche else "")
        self.code.setText(fiche.code if fiche else "")
        self.debut.set_value(fiche.debut if fiche else None)
        self.fin.set_value(fiche.fin if fiche else None)

    def _communs(self, avant: Projet | Comite | None) -> dict[str, Any]:
        """The shared fields; a code that changes stays among the old ones, entries hold it."""
        titre = self.titre.text().strip()
        code = self.code.text().strip().upper()
        if not titre:
            raise RegleMetier(tr("Écrivez un titre."), champ="titre")
        communs: dict[str, Any] = {
            "titre": titre,
            "code": code or (avant.code if avant else "A_FAIRE"),
            "debut": self.debut.value(),
            "fin": self.fin.value(),
            "a_verifier": False,
        }
        if avant is not None and communs["code"] != avant.code:
            communs["anciens_codes"] = tuple(dict.fromkeys((*avant.anciens_codes, avant.code)))
        return communs

    def demander(self) -> None:
        """Give the card; `sans_code` when its code is left to the directory."""
        fiche = self.lire()
        nouvelle = self._fiche_en_main() is None and not self.code.text().strip()
        (self.sans_code if nouvelle else self.validee).emit(fiche)

    def _fiche_en_main(self) -> Projet | Comite | None:
        raise NotImplementedError


class EtapeProjet(EtapeAction):
    """Something done over several sessions."""

    def __init__(self, choix: ChoixVocabulaire, aujourdhui: Callable[[], date]) -> None:
        super().__init__(tr("Une démarche, un projet, une activité qui revient."), aujourdhui)
        self._fiche: Projet | None = None
        self.type = champ_choix(choix.liste("type_collectif", aujourdhui()))
        self.statut = champ_choix(
            [Choice(s.value, tr(mot).capitalize()) for s, mot in STATUTS.items()]
        )
        self.milieux, self.partenaires = _plusieurs(tr("Milieu")), _plusieurs(tr("Service"))
        self.objectif, self.financement = QLineEdit(), QLineEdit()
        self.rangs |= {
            "type": FieldRow(tr("T&ype"), self.type, required=True),
            "statut": FieldRow(tr("&Où en est-il"), self.statut, required=True),
            "milieux": FieldRow(tr("&Milieux"), self.milieux),
            "partenaires": FieldRow(tr("P&artenaires"), self.partenaires),
            "objectif": FieldRow(tr("A&xe ou objectif du plan d’action"), self.objectif),
            "financement": FieldRow(tr("Source de &financement"), self.financement),
            "code": self._rang_code,
        }
        self.dresser("titre")

    def poser(self, fiche: Projet | None, lecture: LectureRepertoire) -> None:
        """Show a card, None for a new one."""
        self._fiche = fiche
        self._montrer(fiche)
        self.title.setText(tr("Modifier un projet") if fiche else tr("Nouveau projet"))
        vue = lecture.vue
        self.milieux.offrir([Choice(str(m.id), m.nom, keywords=m.code) for m in vue.milieux])
        self.partenaires.offrir([Choice(str(s.id), s.nom) for s in vue.services])
        suivie = vue.fusions.suivre(fiche) if fiche else None
        suivis = suivie if isinstance(suivie, Projet) else None
        self.milieux.poser([str(id_) for id_ in suivis.milieux] if suivis else [])
        self.partenaires.poser([str(id_) for id_ in suivis.partenaires] if suivis else [])
        self.type.set_value(fiche.type if fiche else "PROJET_DEMARCHE")
        self.statut.set_value((fiche.statut if fiche else StatutProjet.EN_COURS).value)
        self.objectif.setText(fiche.objectif if fiche else "")
        self.financement.setText(fiche.source_financement if fiche else "")

    def lire(self) -> Projet:
        """The card as it is typed."""
        if not self.type.value():
            raise RegleMetier(tr("Choisissez le type."), champ="type")
        champs = self._communs(self._fiche) | {
            "type": self.type.value(),
            "statut": StatutProjet(self.statut.value() or StatutProjet.EN_COURS),
            "milieux": tuple(UUID(id_) for id_ in self.milieux.codes()),
            "partenaires": tuple(UUID(id_) for id_ in self.partenaires.codes()),
            "objectif": self.objectif.text().strip(),
            "source_financement": self.financement.text().strip(),
        }
        if self._fiche is not None:
            return replace(self._fiche, **champs)
        return Projet(id=nouvel_identifiant(), **champs)

    def _fiche_en_main(self) -> Projet | None:
        return self._fiche


class EtapeComite(EtapeAction):
    """A committee or another instance."""

    def __init__(self, choix: ChoixVocabulaire, aujourdhui: Callable[[], date]) -> None:
        super().__init__(
            tr(
                "Un comité de locataires, un conseil, une table; les membres sont comptés, "
                "jamais nommés."
            ),
            aujourdhui,
        )
        self._fiche: Comite | None = None
        jour = aujourdhui()
        self.instance = champ_choix(choix.liste("instance", jour))
        self.membres = CountRow(tr("Membres"), choix.paires("role", jour), _nombre)
        self.rangs |= {
            "instance": FieldRow(tr("In&stance"), self.instance, required=True),
            "roles": FieldRow(tr("Nom&bre de membres par rôle"), self.membres),
            "code": self._rang_code,
        }
        self.dresser("titre", "roles")

    def poser(self, fiche: Comite | None, _lecture: LectureRepertoire) -> None:
        """Show a card, None for a new one."""
        self._fiche = fiche
        self._montrer(fiche)
        self.title.setText(tr("Modifier un comité") if fiche else tr("Nouveau comité"))
        self.instance.set_value(fiche.instance if fiche else None)
        self.membres.set_texts([(role, str(n)) for role, n in fiche.roles] if fiche else [])

    def lire(self) -> Comite:
        """The card as it is typed."""
        if not self.instance.value():
            raise RegleMetier(tr("Choisissez l’instance."), champ="instance")
        champs = self._communs(self._fiche) | {
            "instance": self.instance.value(),
            "roles": self.membres.counts(),
        }
        if self._fiche is not None:
            return replace(self._fiche, **champs)
        return Comite(id=nouvel_identifiant(), **champs)

    def _fiche_en_main(self) -> Comite | None:
        return self._fiche


def _plusieurs(quoi: str) -> ChampCodes:
    return ChampCodes(
        (
            tr("Aucun"),
            *[tr("{quoi} de plus ?", quoi=quoi)] * _PLUSIEURS,
            tr("{plusieurs} au plus", plusieurs=_PLUSIEURS),
        )
    )


def _nombre(parent: QWidget) -> ParsedEdit:
    return champ_nombre(parent, maximum=_MEMBRES_MAX)
