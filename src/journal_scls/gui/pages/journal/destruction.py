"""Destroying what was kept long enough: shown, typed, logged; never by itself."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from journal_scls.application.corbeille import Corbeille, EtatCorbeille
from journal_scls.application.corbeille import Destruction as Faite
from journal_scls.domain.texte import accorder, replier
from journal_scls.gui.dialogs import Dialogs
from journal_scls.gui.task_runner import Runner
from journal_scls.gui.widgets.toast import Toast

MOT = "DÉTRUIRE"
_SUITE = (
    "Toutes leurs révisions disparaissent de ce journal, sans retour; le registre garde leur "
    "nombre et la date, jamais leur contenu. Les copies déjà faites les contiennent encore "
    "jusqu’à ce que vous les remplaciez."
)


class Destruction(QObject):
    """Asks for a word to be typed; the pages read again by themselves."""

    def __init__(
        self, corbeille: Corbeille, runner: Runner, dialogs: Dialogs, page: QWidget
    ) -> None:
        super().__init__(page)
        self._corbeille = corbeille
        self._runner = runner
        self._dialogs = dialogs
        self._page = page

    def proposer(self) -> None:
        """Look at what may go, then ask."""
        self._runner.run(
            self._page, lambda _p: self._corbeille.etat(), on_success=self._demander, libelle=None
        )

    def _demander(self, etat: EtatCorbeille) -> None:
        if not etat.echues:
            self._dialogs.informer(
                self._page, "Rien n’est à détruire aujourd’hui.", suite=dire(etat)
            )
            return
        nombre = accorder(len(etat.echues), "intervention annulée", "interventions annulées")
        self._dialogs.demander_texte(
            self._page,
            f"Détruire pour toujours {nombre}, dont la conservation est échue ? {_SUITE} "
            f"{dire(etat)} Pour confirmer, écrivez {MOT}.",
            lambda _mot: self._detruire(etat),
            titre="Détruire ce qui est échu",
            valider=lambda mot: (
                "" if replier(mot) == replier(MOT) else f"Écrivez {MOT}, ou annulez."
            ),
        )

    def _detruire(self, etat: EtatCorbeille) -> None:
        def fait(faite: Faite) -> None:
            nombre = accorder(faite.nombre, "intervention détruite", "interventions détruites")
            Toast.of(self._page.window()).show_message(f"{nombre}, inscrites au registre")

        self._runner.run(
            self._page,
            lambda _p: self._corbeille.detruire(etat.echues),
            on_success=fait,
            libelle="Destruction",
        )


def dire(etat: EtatCorbeille) -> str:
    """What stays, and until when."""
    phrases = []
    if etat.prochaine is not None:
        phrases.append(f"La prochaine échéance est le {etat.prochaine.isoformat()}.")
    if etat.parties:
        parties = accorder(etat.parties, "intervention annulée", "interventions annulées")
        phrases.append(
            f"{parties} déjà envoyées à la région restent ici : la région compte sur leur retrait."
        )
    return " ".join(phrases)
