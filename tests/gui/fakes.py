"""What pages are given instead of threads and of dialogs."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from journal_scls.application.operation import Avancement, Cancelled, Changes, Progress
from journal_scls.domain.errors import ErreurJournal


class InlineRunner(QObject):
    """TaskRunner without threads: `run` has called everything back when it returns.

    With `pause = True` operations wait for `liberer()`, to look at a page while it waits. A bug
    is raised through `run`, so the test fails where it should.
    """

    changed = Signal(object, object)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pause = False
        self.erreurs: list[ErreurJournal] = []
        self.libelles: list[str | None] = []
        self.bases: list[bool] = []
        self._attente: list[tuple[Progress, Callable[[], None]]] = []

    def run(
        self,
        parent: QObject,
        op: Callable[[Progress], Any],
        *,
        on_success: Callable[[Any], None],
        on_error: Callable[[ErreurJournal], None] | None = None,
        on_progress: Callable[[Avancement], None] | None = None,
        on_cancelled: Callable[[], None] | None = None,
        on_done: Callable[[], None] | None = None,
        base: bool = True,
        libelle: str | None = "Opération en cours",
    ) -> Progress:
        progress = Progress(on_progress)
        self.libelles.append(libelle)
        self.bases.append(base)

        def executer() -> None:
            try:
                progress.verifier()
                resultat = op(progress)
            except Cancelled:
                if on_cancelled is not None:
                    on_cancelled()
            except ErreurJournal as erreur:
                (on_error or self.erreurs.append)(erreur)
            else:
                on_success(resultat)
                changes = getattr(resultat, "changes", resultat)
                if isinstance(changes, Changes) and changes:
                    self.changed.emit(changes, parent)
            finally:
                if on_done is not None:
                    on_done()

        self._attente.append((progress, executer))
        if not self.pause:
            self.liberer()
        return progress

    def liberer(self) -> None:
        """Run what waits, in order."""
        while self._attente:
            _progress, executer = self._attente.pop(0)
            executer()
        self.idle.emit()

    @property
    def occupe(self) -> bool:
        return bool(self._attente)

    def post(self, closure: Callable[[], None]) -> None:
        closure()

    def annuler_tout(self) -> None:
        for progress, _executer in self._attente:
            progress.annuler()

    def attendre_fin(self, delai_s: float | None = None) -> bool:
        self.liberer()
        return True

    def fermer(self) -> None:
        self.annuler_tout()
        self.liberer()


class FakeDialogs:
    """Remembers what was said, and answers from what the test prepared.

    `reponses` maps a method to its next answers: True or False for `confirmer`, a text or None
    for `demander_texte`, a path (or a list) or None for the choices of files. A question without
    an answer fails the test.
    """

    def __init__(self) -> None:
        self.dits: list[tuple[str, str]] = []
        self.erreurs: list[ErreurJournal] = []
        self.reponses: dict[str, list[Any]] = {}
        self.refus: list[str] = []

    def repondre(self, methode: str, *reponses: Any) -> None:
        self.reponses.setdefault(methode, []).extend(reponses)

    def informer(self, parent, texte, *, suite="", sur_fin=None) -> None:
        self.dits.append(("informer", texte))
        if sur_fin is not None:
            sur_fin()

    def erreur(self, parent, erreur, *, sur_fin=None) -> None:
        self.dits.append(("erreur", erreur.message))
        self.erreurs.append(erreur)
        if sur_fin is not None:
            sur_fin()

    def confirmer(
        self, parent, question, sur_oui, *, action, suite="", danger=False, sur_non=None
    ) -> None:
        if self._reponse("confirmer", question):
            sur_oui()
        elif sur_non is not None:
            sur_non()

    def demander_texte(
        self,
        parent,
        question,
        sur_texte,
        *,
        titre="Journal SCLS",
        valeur="",
        secret=False,
        valider=None,
    ) -> None:
        """As on screen, a refused text asks again: the next answer is taken."""
        while (texte := self._reponse("demander_texte", question)) is not None:
            motif = valider(texte) if valider is not None else ""
            if not motif:
                sur_texte(texte)
                return
            self.refus.append(motif)

    def choisir(self, parent, question, reponses, sur_choix, *, titre="Journal SCLS") -> None:
        """The answer is one of the texts offered, or None."""
        reponse = self._reponse("choisir", question)
        if reponse is not None:
            sur_choix(list(reponses).index(reponse))

    def choisir_fichier_a_ouvrir(self, parent, titre, filtre, sur_choix) -> None:
        self._choisir("choisir_fichier_a_ouvrir", titre, sur_choix)

    def choisir_fichiers_a_ouvrir(self, parent, titre, filtre, sur_choix) -> None:
        self._choisir("choisir_fichiers_a_ouvrir", titre, sur_choix)

    def choisir_fichier_a_enregistrer(self, parent, titre, nom_propose, filtre, sur_choix) -> None:
        self._choisir("choisir_fichier_a_enregistrer", f"{titre} ({nom_propose})", sur_choix)

    def choisir_dossier(self, parent, titre, sur_choix) -> None:
        self._choisir("choisir_dossier", titre, sur_choix)

    def _choisir(self, methode: str, titre: str, sur_choix: Callable[[Any], None]) -> None:
        choix: Path | list[Path] | None = self._reponse(methode, titre)
        if choix is not None:
            sur_choix(choix)

    def _reponse(self, methode: str, texte: str) -> Any:
        self.dits.append((methode, texte))
        assert self.reponses.get(methode), f"no answer prepared for {methode}: {texte}"
        return self.reponses[methode].pop(0)
