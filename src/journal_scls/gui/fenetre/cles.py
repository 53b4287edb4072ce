"""The names of the pages, for whoever asks for one without wanting it loaded."""

SAISIE, JOURNAL, RESUME, ENVOI = "saisie", "journal", "resume", "envoi"
SUIVI = "suivi"
REGION, RECEPTION, DECISIONS, JOURNAUX = "region", "reception", "decisions", "journaux"
REGLAGES, BILAN = "reglages", "bilan"
REPERTOIRE, PROJETS = "repertoire", "projets"
_CHIFFRES = 9


def touches_de(rang: int) -> str:
    """The key of the page at a rank of the pane; only nine have one."""
    return f"Ctrl+{rang + 1}" if rang < _CHIFFRES else ""
