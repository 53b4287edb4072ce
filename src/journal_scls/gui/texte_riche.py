"""Readable text for the details of something: headings and « name : value », all escaped."""

from collections.abc import Iterable
from html import escape

SERRE = 'style="margin-top:0; margin-bottom:5px"'


def titre(texte: str) -> str:
    """A heading."""
    return f"<h3>{escape(texte)}</h3>"


def paragraphe(nom: str, valeur: str) -> str:
    """« name : value », the lines of the value below one another."""
    saut = "<br/>" if "\n" in valeur else " "
    return f"<p {SERRE}><b>{escape(nom)} :</b>{saut}{_lignes(valeur)}</p>"


def phrase(texte: str, *, gras: bool = False) -> str:
    """A sentence alone."""
    dite = _lignes(texte)
    return f"<p {SERRE}>{f'<b>{dite}</b>' if gras else dite}</p>"


def liste(lignes: Iterable[str]) -> str:
    """Sentences with a mark before each."""
    return "".join(phrase(f"• {ligne}") for ligne in lignes)


def _lignes(texte: str) -> str:
    return escape(texte).replace("\n", "<br/>")
