"""The one-page guide of each screen, shipped with the application: resources/aide."""

from pathlib import Path

from journal_scls.gui.traduction import langue


class Aide:
    """Read when asked for; a screen without a page has only its keys."""

    def __init__(self, dossier: Path | None) -> None:
        self._dossier = dossier

    def texte(self, sujet: str) -> str:
        """The guide of a screen in Markdown, by the key of its rubrique; '' when there is none."""
        if self._dossier is None or not sujet:
            return ""
        dossiers = (self._dossier / langue(), self._dossier)  # French is beside the others
        fichiers = (dossier / f"{sujet}.md" for dossier in dossiers)
        return next((f.read_text("utf-8") for f in fichiers if f.is_file()), "")
