"""Readable text for the details of something: headings and « name : value », all escaped."""

from collections.abc import Iterable
from html import escape

from journal_scls.gui.traduction import tr
from journal_scls.gui.widgets.typography import unbreakable

SERRE = 'style="margin-top:0; margin-bottom:5px"'


def titre(texte: str) -> str:
    """A heading."""
    return f"<h3>{_lignes(texte)}</h3>"


def paragraphe(nom: str, valeur: str) -> str:
    """« name : value », the lines of the value below one another."""
    saut = "<br/>" if "\n" in valeur else " "
    gras = _lignes(tr("{nom} :", nom=nom))
    return f"<p {SERRE}><b>{gras}</b>{saut}{_lignes(valeur)}</p>"


def phrase(texte: str, *, gras: bool = False) -> str:
    """A sentence alone."""
    dite = _lignes(texte)
    return f"<p {SERRE}>{f'<b>{dite}</b>' if gras else dite}</p>"


def liste(lignes: Iterable[str]) -> str:
    """Sentences with a mark before each."""
    return "".join(phrase(f"• {ligne}") for ligne in lignes)


def _lignes(texte: str) -> str:
    return escape(unbreakable(texte)).replace("\n", "<br/>")
