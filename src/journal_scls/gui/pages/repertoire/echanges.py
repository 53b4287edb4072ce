"""What the directory exchanges with the region or with the journals: files in, files out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from journal_scls.application.operation import Changes, Progress
from journal_scls.application.repertoire.editions import EditionPrise, EditionPubliee
from journal_scls.application.repertoire.propositions import ApercuPropositions, PropositionsLues
from journal_scls.domain.errors import ErreurJournal
from journal_scls.domain.repertoire.proposition import ChoixProposition, PropositionRecue
from journal_scls.gui.jours import jour_long
from journal_scls.gui.pages.page_travail import Contexte
from journal_scls.gui.traduction import deux_points, marque, tr

EDITIONS = marque("Répertoires du Journal SCLS (*.sclsrep);;Tous les fichiers (*)")
PROPOSITIONS = marque("Fichiers du Journal SCLS (*.scls);;Tous les fichiers (*)")
_REPERTOIRE = Changes(repertoire=True)


@dataclass(frozen=True)
class Prise:
    """An edition that was taken in, and the suggestions that it makes."""

    edition: EditionPrise
    doublons: int

    @property
    def changes(self) -> Changes:
        """For the runner."""
        return _REPERTOIRE if self.edition.changements else Changes()


@dataclass(frozen=True)
class Attentes:
    """Propositions that wait at a coordination, and the codes of their journals."""

    recues: Sequence[PropositionRecue]
    codes: Mapping[str, str]


class Echanges(QObject):
    """Asks where, runs, and calls back; `page` owns the dialogs and the operations."""

    def __init__(self, page: QWidget, contexte: Contexte) -> None:
        super().__init__(page)
        self._page = page
        self._runner, self._dialogs = contexte.runner, contexte.dialogs
        self._journal = contexte.journal
        self._repertoire = contexte.journal.repertoire

    # --- the journal

    def prendre(self, sur_prise: Callable[[Prise], None]) -> None:
        """Choose an edition, then take it in."""
        self._dialogs.choisir_fichier_a_ouvrir(
            self._page,
            tr("Prendre une édition du répertoire"),
            tr(EDITIONS),
            lambda chemin: self.prendre_fichier(chemin, sur_prise),
        )

    def prendre_fichier(self, chemin: Path, sur_prise: Callable[[Prise], None]) -> None:
        """Take an edition in."""

        def op(_progress: Progress) -> Prise:
            prise = self._repertoire.editions.prendre(chemin)
            return Prise(prise, len(self._repertoire.doublons()))

        self._runner.run(
            self._page, op, on_success=sur_prise, libelle=tr("Lecture de l’édition du répertoire")
        )

    def apercevoir(
        self,
        fiches: Sequence[UUID],
        sur_apercu: Callable[[ApercuPropositions], None],
        sur_refus: Callable[[ErreurJournal], None],
    ) -> None:
        """The preview of what would leave."""
        self._runner.run(
            self._page,
            lambda _p: self._repertoire.propositions.apercu(fiches),
            on_success=sur_apercu,
            on_error=sur_refus,
            libelle=None,
        )

    def proposer(
        self,
        apercu: ApercuPropositions,
        sur_ecrit: Callable[[Path], None],
        sur_refus: Callable[[ErreurJournal], None],
    ) -> None:
        """Write the very preview that was agreed to."""
        fiches = [carte.objet for carte in apercu.cartes]

        def ecrire(chemin: Path) -> None:
            self._runner.run(
                self._page,
                lambda _p: self._repertoire.propositions.proposer(
                    chemin, fiches, condense=apercu.condense
                ),
                on_success=lambda _ecrit: sur_ecrit(chemin),
                on_error=sur_refus,
                libelle=tr("Écriture des propositions"),
            )

        self._dialogs.choisir_fichier_a_enregistrer(
            self._page,
            tr("Enregistrer les propositions"),
            f"propositions-{self._journal.profil.code}-{apercu.numero}.scls",
            tr(PROPOSITIONS),
            ecrire,
        )

    # --- the coordination

    def publier(self, sur_publie: Callable[[str], None]) -> None:
        """Ask where, then write the edition."""

        def publiee(edition: EditionPubliee) -> None:
            quand = tr("Édition {numero} du {du}", numero=edition.numero, du=jour_long(edition.du))
            refaite = tr(" (rien de nouveau depuis : la même, réécrite)") if edition.refaite else ""
            sur_publie(
                tr(
                    "{quand} écrite{refaite}. Remettez-la à chaque journal.",
                    quand=quand,
                    refaite=refaite,
                )
            )

        def ecrire(chemin: Path) -> None:
            self._runner.run(
                self._page,
                lambda _p: self._repertoire.editions.publier(chemin),
                on_success=publiee,
                libelle=tr("Écriture de l’édition"),
            )

        jour = self._journal.horloge.aujourdhui().isoformat()
        self._dialogs.choisir_fichier_a_enregistrer(
            self._page,
            tr("Publier le répertoire"),
            f"repertoire-{jour}.sclsrep",
            tr(EDITIONS),
            ecrire,
        )

    def recevoir(self, sur_recu: Callable[[str], None]) -> None:
        """Choose files of propositions, then take them in."""
        self._dialogs.choisir_fichiers_a_ouvrir(
            self._page,
            tr("Recevoir des propositions"),
            tr(PROPOSITIONS),
            lambda chemins: self.recevoir_fichiers(chemins, sur_recu),
        )

    def recevoir_fichiers(self, chemins: Sequence[Path], sur_recu: Callable[[str], None]) -> None:
        """Take files in; one that is refused stops nothing."""

        def op(_progress: Progress) -> str:
            return "\n".join(self._recevoir(chemin) for chemin in chemins)

        self._runner.run(
            self._page, op, on_success=sur_recu, libelle=tr("Lecture des propositions")
        )

    def _recevoir(self, chemin: Path) -> str:
        try:
            lues: PropositionsLues = self._repertoire.propositions.recevoir(chemin)
        except ErreurJournal as erreur:
            return deux_points(chemin.name, erreur).replace("'", "’")
        nouvelles = tr("{n} proposition prise", "{n} propositions prises", lues.nouvelles)
        deja = tr(", {deja_la} déjà là", deja_la=lues.deja_la) if lues.deja_la else ""
        return tr(
            "{fichier} : {nouvelles} du journal {code}{deja}.",
            fichier=chemin.name,
            nouvelles=nouvelles,
            code=lues.code,
            deja=deja,
        )

    def lire_attentes(self, sur_lu: Callable[[Attentes], None]) -> None:
        """What waits for a decision."""

        def op(_progress: Progress) -> Attentes:
            recues = self._repertoire.propositions.lister()
            return Attentes(recues, self._journal.region.codes())

        self._runner.run(self._page, op, on_success=sur_lu, libelle=None)

    def decider(
        self,
        recue: PropositionRecue,
        choix: ChoixProposition,
        raison: str,
        vers: UUID | None,
        *,
        sur_fait: Callable[[], None],
        sur_refus: Callable[[ErreurJournal], None],
    ) -> None:
        """Record a decision."""

        def op(_progress: Progress) -> Changes:
            self._repertoire.propositions.decider(recue.objet, choix, raison=raison, vers=vers)
            return _REPERTOIRE

        self._runner.run(self._page, op, on_success=lambda _c: sur_fait(), on_error=sur_refus)
