"""The one-page guide of each screen, shipped with the application: resources/aide/*.md."""

from pathlib import Path


class Aide:
    """Read when asked for; a screen without a page has only its keys."""

    def __init__(self, dossier: Path | None) -> None:
        self._dossier = dossier

    def texte(self, sujet: str) -> str:
        """The guide of a screen in Markdown, by the key of its rubrique; '' when there is none."""
        fichier = self._dossier / f"{sujet}.md" if self._dossier and sujet else None
        return fichier.read_text("utf-8") if fichier is not None and fichier.is_file() else ""
