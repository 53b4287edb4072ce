"""ports_documents.Documents: values made into files."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from journal_scls.application.lectures import DossierPersonne, LigneJournal
from journal_scls.application.ports_dossiers import Controle
from journal_scls.domain.chiffres.bilan import Bilan
from journal_scls.domain.documents.affiche import TexteAffiche
from journal_scls.domain.echange.procedure import Procedure
from journal_scls.domain.errors import ErreurJournal
from journal_scls.domain.vocabulaire import Vocabulaires
from journal_scls.reports.imprimes import ImprimesPdf

MENTION_DEMO = "DÉMO : données fictives"


class DocumentsFichiers(ImprimesPdf):
    """Documents as bytes, and whole files on disk. Each format is imported when it is asked for."""

    def __init__(
        self,
        polices: Path,
        ressources: Sequence[Callable[[], object]],
        texte_affiche: Callable[[], TexteAffiche],
        ecrire: Callable[[Path, bytes], None],
    ) -> None:
        """Take what documents need.

        Args:
            polices: the folder of the fonts.
            ressources: readers of the shipped data, that raise when it is unusable.
            texte_affiche: reads the words of the poster.
            ecrire: puts bytes on disk whole or not at all.
        """
        super().__init__(polices, texte_affiche)
        self._ressources = (*ressources, texte_affiche)
        self._ecrire = ecrire

    def bilan(
        self, bilan: Bilan, format_: str, *, demo: bool = False, avant: Bilan | None = None
    ) -> bytes:
        """The figures in `texte`, `json` or `csv`, in UTF-8, or in `xlsx`."""
        mention = MENTION_DEMO if demo else ""
        if format_ == "json":
            from journal_scls.reports.bilan_json import ecrire_json

            return ecrire_json(bilan, avant).encode()
        if format_ == "csv":
            from journal_scls.reports.bilan_csv import ecrire_csv

            return ecrire_csv(bilan, avant)
        if format_ == "xlsx":
            from journal_scls.reports.classeur.bilan_xlsx import ecrire_bilan_xlsx

            return ecrire_bilan_xlsx(bilan, avant, mention=mention)
        from journal_scls.reports.bilan_texte import ecrire_texte

        return ecrire_texte(bilan, avant, mention=mention).encode()

    def entrees(
        self,
        lignes: Iterable[LigneJournal],
        vocabulaires: Vocabulaires,
        format_: str,
        *,
        confidentiel: bool = False,
    ) -> bytes:
        """Entries in `xlsx` or `csv`; notes and codes of persons only when `confidentiel`."""
        from journal_scls.reports.classeur.entrees import ecrire_entrees_csv, ecrire_entrees_xlsx

        if format_ == "csv":
            return ecrire_entrees_csv(lignes, confidentiel=confidentiel)
        return ecrire_entrees_xlsx(lignes, vocabulaires, confidentiel=confidentiel)

    def personne(self, dossier: DossierPersonne, vocabulaires: Vocabulaires, format_: str) -> bytes:
        """What is held about one person, in `json` or `csv`."""
        from journal_scls.reports.personne import ecrire_personne_csv, ecrire_personne_json

        ecrire = ecrire_personne_csv if format_ == "csv" else ecrire_personne_json
        return ecrire(dossier, vocabulaires)

    def procedure(self, procedure: Procedure) -> bytes:
        """The page to follow when a journal is attached, a PDF."""
        from journal_scls.reports.procedure_pdf import ecrire_procedure

        return ecrire_procedure(procedure, self._polices)

    def qr(self, texte: str) -> tuple[tuple[bool, ...], ...]:
        """The rows of a QR code."""
        from journal_scls.reports.qr import rangees

        return rangees(texte)

    def liste(self, entetes: Sequence[str], lignes: Iterable[Sequence[str]]) -> bytes:
        """Words in rows under their headers, as a CSV for a spreadsheet."""
        from journal_scls.reports.liste_csv import ecrire_liste

        return ecrire_liste(entetes, lignes)

    def ecrire(self, chemin: Path, contenu: bytes) -> None:
        """Write a document whole."""
        self._ecrire(chemin, contenu)

    def controles(self) -> Sequence[Controle]:
        """Check the fonts and the shipped data."""
        return tuple(self._controler())

    def _controler(self) -> Iterator[Controle]:
        from journal_scls.reports.polices import enregistrer

        try:
            enregistrer(self._polices)
        except ErreurJournal as erreur:
            yield Controle("polices", ok=False, message=str(erreur))
        else:
            yield Controle("polices", ok=True, message="Les polices des documents sont là.")
        try:
            for lire in self._ressources:
                lire()
        except ErreurJournal as erreur:
            yield Controle("ressources", ok=False, message=str(erreur))
        else:
            yield Controle(
                "ressources", ok=True, message="Le vocabulaire et les indicateurs sont lisibles."
            )
