"""What the tests of the table readers share."""

from journal_scls.sync.tableau.lecture_csv import lire_csv
from journal_scls.sync.tableau.valeurs import LigneBrute, TableauBrut

ENTETE = "date;duree_min;volet;activite;clientele;note"
BONNE = "2025-03-14;45;INDIVIDUEL;ACCUEIL;AINES;suivi"


def lire(contenu: str | bytes) -> TableauBrut:
    octets = contenu.encode() if isinstance(contenu, str) else contenu
    return lire_csv(octets, "journal.csv")


def journal(*lignes: str, fin: str = "\r\n") -> TableauBrut:
    return lire(fin.join([ENTETE, *lignes]) + fin)


def numeros(lignes: list[LigneBrute]) -> tuple[list[int], list[int]]:
    """Give the numbers of the good lines and of the refused ones."""
    bonnes = [ligne.numero for ligne in lignes if not ligne.defaut]
    return bonnes, [ligne.numero for ligne in lignes if ligne.defaut]
