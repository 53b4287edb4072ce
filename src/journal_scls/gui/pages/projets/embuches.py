"""The pitfalls of a project, kept while they are written: free text that stays in the journal."""

from uuid import UUID

from PySide6.QtCore import QObject

from journal_scls.application.journal import Journal
from journal_scls.domain.texte import normaliser
from journal_scls.gui.pages.saisie.etat import Etat
from journal_scls.gui.pages.saisie.gardien import Gardien, Sujet
from journal_scls.gui.task_runner import Runner
from journal_scls.gui.widgets.text_area import TextArea

_NOM, _TEXTE = "nom", "texte"


class _Carnet:
    """Where they are kept: beside the settings of the journal, under the name of each project."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._noms: dict[UUID, str] = {}
        self.originaux: dict[str, str] = {}

    def garder_brouillon(
        self,
        contenu: Etat,
        *,
        id_: UUID | None = None,
        intervention: UUID | None = None,
    ) -> None:
        """Write them."""
        nom = str(contenu[_NOM])
        if id_ is not None:
            self._noms[id_] = nom
        self._journal.enregistrer_preference(nom, str(contenu[_TEXTE]))

    def jeter_brouillon(self, id_: UUID) -> None:
        """What was there before is there again."""
        nom = self._noms.pop(id_, "")
        if nom:
            self._journal.enregistrer_preference(nom, self.originaux[nom])


class Embuches(QObject):
    """One project at a time: `ouvrir` it, `fermer` it."""

    def __init__(self, zone: TextArea, journal: Journal, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._zone = zone
        self._carnet = _Carnet(journal)
        self._nom = ""
        self.gardien = Gardien(self._carnet, runner, self._etat, self)
        zone.edit.textChanged.connect(self.gardien.toucher)

    def ouvrir(self, nom: str, texte: str) -> None:
        """Show what was written under that name."""
        self._carnet.originaux[nom] = texte
        self._nom = nom
        self._zone.set_text(texte)
        self.gardien.suivre(self._etat(), Sujet())

    def fermer(self) -> None:
        """Keep it; nothing is written from now on."""
        self.gardien.garder()
        self._nom = ""
        self.gardien.suivre({}, Sujet())

    def _etat(self) -> Etat:
        return {_NOM: self._nom, _TEXTE: normaliser(self._zone.text())} if self._nom else {}
