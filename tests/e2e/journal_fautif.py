"""Journals as people really hand them over: good lines, and 200 broken ones of every kind.

`python -m tests.e2e.journal_fautif journal.csv` (or `.xlsx`) writes one. Each broken line knows
the number that a person sees, the column at fault and words of the reason that must be given.
"""

import csv
import io
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import xlsxwriter

COLONNES = ("date", "duree_min", "milieu", "tenure", "organisme", "mrc", "categorie_immeuble",
            "volet", "activite", "categorie", "type_collectif", "clientele", "problematiques",
            "modalite", "nb_personnes", "references", "personne", "note")  # fmt: skip
FAUTIVES = 220
ENORME = 10 * 1024 * 1024

Rangee = dict[str, str]


def bonne(rang: int) -> Rangee:
    """A row that is right; each one is different."""
    return {
        "date": f"2025-{rang % 12 + 1:02d}-{rang % 28 + 1:02d}",
        "duree_min": str(5 + rang % 400),
        "milieu": f"Résidence nº {rang % 7}",
        "tenure": "OH",
        "organisme": "Office d'habitation de l'Été",
        "mrc": "Les Coteaux",
        "categorie_immeuble": "FAM",
        "volet": "INDIVIDUEL",
        "activite": "ECOUTE",
        "categorie": "C4",
        "type_collectif": "",
        "clientele": "AINES",
        "problematiques": "ISOLEMENT|LOGEMENT",
        "modalite": "DOMICILE",
        "nb_personnes": "1",
        "references": "CISSS:SAPA:SIMPLE:FAITE",
        "personne": f"P-{rang:04d}",
        "note": f"Rencontre numéro {rang}.",
    }


# Strange, and right: what the journal must keep of the note or of the column.
ETRANGES: tuple[tuple[Rangee, Rangee], ...] = (
    ({"note": "Première ligne.\nDeuxième; avec « séparateur », et suite."}, {}),
    ({"note": 'Elle a dit "entraide" deux fois.'}, {}),
    ({"note": "=SOMME(A1:A3)"}, {}),
    ({"note": "Bravo 🎉👩‍👧"}, {}),
    ({"note": "Nom \u202eecnevni"}, {}),
    ({"note": "Bip\x07 et\x1b[31m rouge"}, {"note": "Bip et[31m rouge"}),
    ({"note": "x" * 2_000}, {}),
    ({"duree_min": "1h30"}, {"duree_min": "90"}),
    ({"duree_min": "1:30"}, {"duree_min": "90"}),
    ({"duree_min": "45 min"}, {"duree_min": "45"}),
    ({"duree_min": "1440"}, {}),
    ({"date": "28/02/2025"}, {"date": "2025-02-28"}),
    ({"date": "29-02-2024"}, {"date": "2024-02-29"}),
    ({"activite": "gestion de CONFLITS entre locataires", "categorie": ""},
     {"activite": "CONFLIT", "categorie": "C1"}),
    ({"clientele": "personnes aînées"}, {"clientele": "AINES"}),
    ({"nb_personnes": ""}, {"nb_personnes": "1"}),
    ({"nb_personnes": "0"}, {}),
    ({"milieu": "  RESIDENCE  No 1 "}, {"milieu": "Résidence nº 1"}),
    ({"references": ""}, {}),
    ({"references": "oc : aide alimentaire | EMPLOI"},
     {"references": "OC:AIDE_ALIMENTAIRE:SIMPLE:INCONNU|EMPLOI:AUTRE:SIMPLE:INCONNU"}),
    ({"milieu": "", "tenure": "sans milieu", "organisme": "", "mrc": "", "categorie_immeuble": ""},
     {"tenure": "SANS_MILIEU"}),
)  # fmt: skip


@dataclass(frozen=True)
class Genre:
    """A kind of broken row: what is changed, the column named, words of the reason."""

    nom: str
    colonne: str
    raison: str
    change: Rangee


def _genre(nom: str, colonne: str, valeur: str, raison: str, **autres: str) -> Genre:
    return Genre(nom, colonne, raison, {colonne: valeur, **autres})


GENRES = (
    _genre("date absurde", "date", "31/31/2025", "n'existe pas au calendrier"),
    _genre("29 février 2025", "date", "29/02/2025", "n'existe pas au calendrier"),
    _genre("29 février ISO", "date", "2025-02-29", "n'existe pas au calendrier"),
    _genre("date en mots", "date", "vendredi passé", "n'est pas une date"),
    _genre("date d'un autre siècle", "date", "1925-03-14", "n'est pas plausible"),
    _genre("date vide", "date", "", "est vide"),
    _genre("date retournée", "date", "2025-03-1\u202e4", "n'est pas une date"),
    _genre("durée 0", "duree_min", "0", "hors limites"),
    _genre("durée 1441", "duree_min", "1441", "hors limites"),
    _genre("durée négative", "duree_min", "-30", "n'est pas une durée"),
    _genre("durée décimale", "duree_min", "1,5", "n'est pas une durée"),
    _genre("durée en formule", "duree_min", "=30+15", "n'est pas une durée"),
    _genre("durée vide", "duree_min", "", "est vide"),
    _genre("volet inconnu", "volet", "GROUPE", "n'est pas un code connu"),
    _genre("activité inconnue", "activite", "BIDON", "n'est pas un code connu"),
    _genre("activité en émoji", "activite", "🎉", "n'est pas un code connu"),
    _genre("catégorie inconnue", "categorie", "C9", "n'est pas un code connu"),
    _genre("clientèle inconnue", "clientele", "CHATS", "n'est pas un code connu"),
    _genre("modalité inconnue", "modalite", "PIGEON", "n'est pas un code connu"),
    _genre("immeuble inconnu", "categorie_immeuble", "TOUR", "n'est pas un code connu"),
    _genre("tenure inconnue", "tenure", "HLM", "n'est pas un code connu"),
    _genre("problématique inconnue", "problematiques", "ISOLEMENT|EAU", "n'est pas un code connu"),
    _genre(
        "trop de problématiques", "problematiques", "ISOLEMENT|LOGEMENT|VIOLENCE|AUTRE", "Trois"
    ),
    _genre("personnes négatives", "nb_personnes", "-3", "n'est pas un nombre de personnes"),
    _genre("demi-personne", "nb_personnes", "2,5", "n'est pas un nombre de personnes"),
    _genre("personnes en mots", "nb_personnes", "douze", "n'est pas un nombre de personnes"),
    _genre("collectif sans type", "type_collectif", "", "doit avoir un type", volet="COLLECTIF"),
    _genre("type sans collectif", "type_collectif", "ADL", "Seule une action collective"),
    _genre("sans milieu mais nommé", "tenure", "SANS_MILIEU", "ne peut pas être « sans milieu »"),
    _genre("milieu nouveau sans tenure", "tenure", "", "La tenure manque", milieu="Inconnue au 9"),
    _genre("ni milieu ni tenure", "tenure", "", "Il manque le milieu ou la tenure", milieu=""),
    _genre("milieu en émoji", "milieu", "🏠🏠", "n'est pas un nom"),
    _genre("milieu interminable", "milieu", "Tour " * 60, "dépasse 120 caractères"),
    _genre("destination inconnue", "references", "LUNE:AUTRE", "la destination d'une référence"),
    _genre("service d'ailleurs", "references", "CISSS:AIDE_ALIMENTAIRE", "service connu"),
    _genre("mode inconnu", "references", "OC:BUDGET:VITE", "le mode d'une référence"),
    _genre("référence trop longue", "references", "OC:BUDGET:SIMPLE:FAITE:X", "trop de parties"),
    _genre("note trop longue", "note", "x" * 2_001, "dépasse 2000 caractères"),
)


@dataclass
class Fautes:
    """What was put in a file: how many rows are right, and what each broken line must say."""

    bonnes: int = 0
    lignes: dict[int, Genre] = field(default_factory=dict)
    etranges: list[tuple[str, Rangee]] = field(default_factory=list)

    @property
    def genres(self) -> set[str]:
        return {genre.nom for genre in self.lignes.values()}


def _suite() -> Iterator[tuple[int, Genre | Rangee | None]]:
    """Ranks with what happens to the row: nothing, something strange, or something broken."""
    for rang in range(FAUTIVES):
        yield 3 * rang, None
        yield 3 * rang + 1, ETRANGES[rang % len(ETRANGES)][0] if rang < 2 * len(ETRANGES) else None
        yield 3 * rang + 2, GENRES[rang % len(GENRES)]


# --- CSV

Abimer = Callable[[str, str], str]
# Broken as text and not as values: what is done to a whole written line, given its separator.
BRUTS: tuple[tuple[Genre, Abimer], ...] = (
    (Genre("octet nul", "", "octet nul", {}), lambda li, _: li.replace("Rencontre", "Ren\0contre")),
    (Genre("colonne en trop", "", "en trop", {}), lambda li, sep: f"{li}{sep}et{sep}encore"),
    (Genre("guillemet ouvert", "", "n'est pas refermé", {}),
     lambda li, sep: li.replace(sep, f'{sep}"', 1)),
    (Genre("guillemet mal placé", "", "mal placé", {}),
     lambda li, sep: li.replace(f"{sep}OH{sep}", f'{sep}"OH"x{sep}')),
    (Genre("cellule de 10 Mo", "", "32 767 caractères", {}),
     lambda li, _: li.replace("Rencontre", "R" * ENORME)),
)  # fmt: skip
_ILLISIBLE = Genre("octet illisible", "", "caractères illisibles", {})


def ecrire_csv(
    chemin: Path, encodage: str = "utf-8", separateur: str = ";", *, boms: int = 0
) -> Fautes:
    """Write the journal; what the encoding cannot write is left out."""
    fautes = Fautes()
    morceaux = [b"\xef\xbb\xbf" * boms, _encoder(COLONNES, separateur, encodage)]
    numero = 2

    def ajouter(octets: bytes, genre: Genre | None) -> None:
        nonlocal numero
        if genre is None:
            fautes.bonnes += 1
        else:
            fautes.lignes[numero] = genre
        morceaux.append(octets)
        numero += octets.count(b"\n")

    for rang, sort in _suite():
        rangee = _rangee(rang, sort)
        try:
            octets = _encoder([rangee[c] for c in COLONNES], separateur, encodage)
        except UnicodeEncodeError:
            continue
        if rang % 50 == 0:
            morceaux.append(b"\n")  # an empty line counts for the eye, not for the journal
            numero += 1
        ajouter(octets, sort if isinstance(sort, Genre) else None)
        _noter(fautes, rang, sort)
    for rang, (genre, abimer) in enumerate(BRUTS, start=10_000):
        ligne = _encoder(list(bonne(rang).values()), separateur, encodage).decode(encodage)
        ajouter(f"{abimer(ligne.rstrip(), separateur)}\r\n".encode(encodage), genre)
    if encodage == "utf-8":
        ligne = _encoder(list(bonne(20_000).values()), separateur, encodage)
        ajouter(ligne.replace(b"Rencontre", b"Rencontr\xe9"), _ILLISIBLE)
    ajouter(_encoder(list(bonne(30_000).values()), separateur, encodage), None)
    chemin.write_bytes(b"".join(morceaux))
    return fautes


def _rangee(rang: int, sort: Genre | Rangee | None) -> Rangee:
    change = sort.change if isinstance(sort, Genre) else sort or {}
    return bonne(rang) | change


def _noter(fautes: Fautes, rang: int, sort: Genre | Rangee | None) -> None:
    for ecrit, attendu in ETRANGES:
        if sort is ecrit:
            fautes.etranges.append((f"P-{rang:04d}", ecrit | attendu))


def _encoder(cellules: tuple[str, ...] | list[str], separateur: str, encodage: str) -> bytes:
    tampon = io.StringIO(newline="")
    csv.writer(tampon, delimiter=separateur).writerow(cellules)
    return tampon.getvalue().encode(encodage)


# --- XLSX


def ecrire_xlsx(chemin: Path) -> Fautes:
    """Write the journal as a workbook: real dates and numbers, formulas, merged cells, errors."""
    fautes = Fautes()
    classeur = xlsxwriter.Workbook(str(chemin), {"strings_to_formulas": False})
    feuille = classeur.add_worksheet("Journal")
    jour = classeur.add_format({"num_format": "yyyy-mm-dd"})
    feuille.write_row(0, 0, COLONNES)
    ligne = 1
    for rang, sort in _suite():
        rangee = _rangee(rang, sort)
        for colonne, (nom, valeur) in enumerate(rangee.items()):
            if nom == "date" and sort is None:
                feuille.write_datetime(ligne, colonne, date.fromisoformat(valeur), jour)
            elif nom in ("duree_min", "nb_personnes") and sort is None:
                feuille.write_number(ligne, colonne, int(valeur))
            elif valeur:
                feuille.write_string(ligne, colonne, valeur)
        ligne += 1
        if isinstance(sort, Genre):
            fautes.lignes[ligne] = sort
        else:
            fautes.bonnes += 1
            _noter(fautes, rang, sort)
        if rang % 60 == 0:
            ligne += 1  # a row left empty
    _speciales(feuille, ligne, fautes)
    classeur.close()
    return fautes


def _speciales(feuille: xlsxwriter.worksheet.Worksheet, ligne: int, fautes: Fautes) -> None:
    """What only a spreadsheet can hold, below the others."""
    note, duree = COLONNES.index("note"), COLONNES.index("duree_min")
    for rang in range(5):
        for colonne, valeur in enumerate(bonne(40_000 + rang).values()):
            feuille.write_string(ligne + rang, colonne, valeur)
    feuille.write_formula(ligne, duree, "=40+5", None, 45)
    fautes.bonnes += 1
    feuille.write_formula(ligne + 1, duree, "=40+5", None, "")
    feuille.write_formula(ligne + 2, duree, "=1/0", None, "#DIV/0!")
    feuille.merge_range(ligne + 3, note, ligne + 4, note, "Deux rencontres")
    for saut, genre in (
        (2, Genre("formule sans résultat", "duree_min", "n'a pas de résultat", {})),
        (3, Genre("cellule en erreur", "duree_min", "contient l'erreur #DIV/0!", {})),
        (4, Genre("cellules fusionnées", "note", "cellules fusionnées", {})),
        (5, Genre("cellules fusionnées", "note", "cellules fusionnées", {})),
    ):
        fautes.lignes[ligne + saut] = genre


if __name__ == "__main__":
    but = Path(sys.argv[1])
    ecrire_xlsx(but) if but.suffix == ".xlsx" else ecrire_csv(but)
