"""Destroying what was kept long enough: shown, typed, logged; never by itself."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from journal_scls.application.interventions.corbeille import Corbeille, EtatCorbeille
from journal_scls.application.interventions.corbeille import Destruction as Faite
from journal_scls.domain.texte import replier
from journal_scls.gui.dialogs import Dialogs
from journal_scls.gui.task_runner import Runner
from journal_scls.gui.traduction import marque, tr
from journal_scls.gui.widgets.toast import Toast

MOT = marque("DÉTRUIRE")
_SUITE = marque(
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
                self._page, tr("Rien n’est à détruire aujourd’hui."), suite=dire(etat)
            )
            return
        nombre = tr("{n} intervention annulée", "{n} interventions annulées", len(etat.echues))
        self._dialogs.demander_texte(
            self._page,
            tr(
                "Détruire pour toujours {nombre}, dont la conservation est échue ? {suite} {mots} "
                "Pour confirmer, écrivez {mot}.",
                nombre=nombre,
                suite=tr(_SUITE),
                mots=dire(etat),
                mot=tr(MOT),
            ),
            lambda _mot: self._detruire(etat),
            titre=tr("Détruire ce qui est échu"),
            valider=lambda mot: (
                ""
                if replier(mot) == replier(tr(MOT))
                else tr("Écrivez {mot}, ou annulez.", mot=tr(MOT))
            ),
        )

    def _detruire(self, etat: EtatCorbeille) -> None:
        def fait(faite: Faite) -> None:
            Toast.of(self._page.window()).show_message(
                tr(
                    "{n} intervention détruite, inscrite au registre",
                    "{n} interventions détruites, inscrites au registre",
                    faite.nombre,
                )
            )

        self._runner.run(
            self._page,
            lambda _p: self._corbeille.detruire(etat.echues),
            on_success=fait,
            libelle=tr("Destruction"),
        )


def dire(etat: EtatCorbeille) -> str:
    """What stays, and until when."""
    phrases = []
    if etat.prochaine is not None:
        phrases.append(
            tr("La prochaine échéance est le {prochaine}.", prochaine=etat.prochaine.isoformat())
        )
    if etat.parties:
        phrases.append(
            tr(
                "{n} intervention annulée déjà envoyée à la région reste ici : la région "
                "compte sur son retrait.",
                "{n} interventions annulées déjà envoyées à la région restent ici : la région "
                "compte sur leur retrait.",
                etat.parties,
            )
        )
    return " ".join(phrases)
