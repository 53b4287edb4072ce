"""CSV files as people really have them.

The stdlib parser in strict mode reads every record it can, at full speed. A record it refuses,
or one that spans several physical lines, is looked at again with care: a quote that was never
closed must cost one line, not silently swallow the rest of the journal.
"""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

from journal_scls.domain.errors import Environnement
from journal_scls.sync.tableau.guillemets import Enregistrement, avale_des_lignes, relire
from journal_scls.sync.tableau.texte import TexteDecode, decoder, refuser_binaire
from journal_scls.sync.tableau.valeurs import (
    CARACTERE_PERDU,
    LONGUEUR_MAX,
    LigneBrute,
    TableauBrut,
    ajuster,
    deproteger,
    refuser,
    sans_vides_finales,
    verifier,
)

SEPARATEURS = (";", "\t", ",")

_ECHANTILLON_TEXTE = 65_536
_ECHANTILLON_LIGNES = 50
_TITRE_MAX = 255
_FIN_DE_LIGNE = re.compile(r"\r\n?|\n")
_CR_SEUL = re.compile(r"\r(?!\n)")
_DIRECTIVE = re.compile(r"sep=([;,\t])(?:\r\n?|\n)", re.IGNORECASE)
_PROTECTION_POSSIBLE = re.compile(r"'[=+\-@\t\r\n]")
_ILLISIBLE_EN_TITRE = re.compile(rf"[\x00-\x08\x0e-\x1f{CARACTERE_PERDU}]")


def lire_csv(octets: bytes, nom: str) -> TableauBrut:
    """Open a CSV; only what condemns the whole file is raised, here and at once."""
    refuser_binaire(octets, nom)
    decode = decoder(octets)
    source = _Lignes(decode.texte)
    directive = _DIRECTIVE.match(decode.texte)
    if directive:
        source.position, source.numero = directive.end(), 1
    separateur = directive[1] if directive else _separateur(decode.texte)
    entetes = _lire_entetes(source, separateur, nom)
    if not decode.texte[source.position :].strip(f' \t\r\n"{separateur}'):
        raise Environnement(
            f"Le fichier « {nom} » ne contient que des titres de colonnes.",
            "Choisissez un fichier qui a au moins une ligne sous les titres.",
        )
    lignes = _Lecture(decode, source, separateur, len(entetes)).lignes()
    return TableauBrut(
        entetes, lignes, source.total(), decode.encodage, separateur, source.ligne_entetes
    )


class _Lignes:
    """The text by physical lines: the place reached, and how many lines lie above it."""

    __slots__ = ("_cr_seul", "ligne_entetes", "numero", "position", "texte")

    def __init__(self, texte: str) -> None:
        self.texte = texte
        self.position = 0
        self.numero = 0
        self.ligne_entetes = 1
        self._cr_seul = "\r" in texte and _CR_SEUL.search(texte) is not None

    def suivantes(self) -> Iterator[str]:
        """Give the lines with their breaks; the place moves with each one."""
        texte, taille = self.texte, len(self.texte)
        trouver = self._fin_de_ligne if self._cr_seul else None
        while self.position < taille:
            debut = self.position
            fin = trouver(debut) if trouver else texte.find("\n", debut) + 1 or taille
            self.position = fin
            self.numero += 1
            yield texte[debut:fin]

    def _fin_de_ligne(self, debut: int) -> int:
        trouve = _FIN_DE_LIGNE.search(self.texte, debut)
        return trouve.end() if trouve else len(self.texte)

    def avancer(self, fin: int) -> str:
        """Pass the lines that end before or at `fin`, at least one; give the first."""
        suivantes = self.suivantes()
        premiere = next(suivantes, "")
        while self.position < fin:
            next(suivantes)
        return premiere

    def revenir(self, position: int, numero: int) -> None:
        self.position, self.numero = position, numero - 1

    def total(self) -> int:
        retours = self.texte.count("\n")
        if self._cr_seul:
            retours += len(_CR_SEUL.findall(self.texte))
        return retours + (not self.texte.endswith(("\n", "\r")))


def _separateur(texte: str) -> str:
    """Keep the separator under which the most cells stand in line with the headers."""
    return max(SEPARATEURS, key=lambda separateur: _structure(texte, separateur))


def _structure(texte: str, separateur: str) -> int:
    lecteur = csv.reader(io.StringIO(texte[:_ECHANTILLON_TEXTE], newline=""), delimiter=separateur)
    largeurs: list[int] = []
    # A huge cell ends the sample; what came before it is enough to choose.
    with suppress(csv.Error):
        largeurs.extend(len(c) for c in islice(lecteur, _ECHANTILLON_LIGNES) if any(c))
    return (largeurs[0] - 1) * largeurs.count(largeurs[0]) if largeurs else 0


def _lire_entetes(source: _Lignes, separateur: str, nom: str) -> tuple[str, ...]:
    while source.position < len(source.texte):
        numero = source.numero + 1
        lu = relire(source.texte, source.position, separateur)
        source.avancer(lu.fin)
        entetes = tuple(deproteger(str(c)) for c in sans_vides_finales(lu.cellules))
        if not entetes and not lu.defaut:
            continue
        if lu.defaut or any(len(t) > _TITRE_MAX or _ILLISIBLE_EN_TITRE.search(t) for t in entetes):
            raise Environnement(
                f"La première ligne du fichier « {nom} » n'est pas une ligne de titres lisible.",
                "Mettez les titres des colonnes sur la première ligne, sans guillemet isolé.",
            )
        source.ligne_entetes = numero
        return entetes
    raise Environnement(f"Le fichier « {nom} » est vide.", "Choisissez le fichier du journal.")


class _Lecture:
    """Reads the records that follow the headers."""

    def __init__(self, decode: TexteDecode, source: _Lignes, separateur: str, largeur: int) -> None:
        self._source = source
        self._separateur = separateur
        self._largeur = largeur
        self._abime = decode.abime
        # Whole-file searches are cheap; they spare a look at every cell of a clean file.
        self._protege = _PROTECTION_POSSIBLE.search(decode.texte) is not None
        self._douteux = decode.abime or "\0" in decode.texte

    def lignes(self) -> Iterator[LigneBrute]:
        source, largeur = self._source, self._largeur
        particulier = self._protege or self._douteux
        lecteur = self._lecteur()
        while True:
            debut, numero = source.position, source.numero + 1
            try:
                cellules = next(lecteur)
            except StopIteration:
                return
            except csv.Error:
                ligne = self._avec_soin(debut, numero)
                lecteur = self._lecteur()
            else:
                simple = source.numero == numero and source.position - debut <= LONGUEUR_MAX
                if simple and not particulier and len(cellules) == largeur and cellules[0].strip():
                    yield LigneBrute(numero, tuple(cellules))
                    continue
                ligne = self._ligne(debut, numero, cellules)
            if ligne is not None:
                yield ligne

    def _lecteur(self) -> Iterator[list[str]]:
        return csv.reader(self._source.suivantes(), delimiter=self._separateur, strict=True)

    def _ligne(self, debut: int, numero: int, cellules: list[str]) -> LigneBrute | None:
        source = self._source
        if source.numero > numero and self._suspect(debut, source.position, cellules):
            return self._refuser_une_ligne(debut, numero, Enregistrement.JAMAIS_REFERME)
        if not "".join(cellules).strip():
            return None
        if self._protege:
            cellules = [deproteger(cellule) for cellule in cellules]
        ligne = ajuster(numero, cellules, self._largeur)
        if not ligne.defaut and (self._douteux or source.position - debut > LONGUEUR_MAX):
            return verifier(ligne, abime=self._abime)
        return ligne

    def _avec_soin(self, debut: int, numero: int) -> LigneBrute | None:
        lu = relire(self._source.texte, debut, self._separateur)
        if lu.defaut:
            return self._refuser_une_ligne(debut, numero, lu.defaut)
        self._source.revenir(debut, numero)
        self._source.avancer(lu.fin)
        return self._ligne(debut, numero, lu.cellules)

    def _suspect(self, debut: int, fin: int, cellules: list[str]) -> bool:
        """Tell whether a record of several lines has in fact eaten the records below it."""
        if len(cellules) > self._largeur < len(sans_vides_finales(cellules)):
            return True
        bloc = self._source.texte[debut:fin]
        return avale_des_lignes(bloc, self._separateur, self._largeur)

    def _refuser_une_ligne(self, debut: int, numero: int, raison: str) -> LigneBrute:
        """Refuse one physical line; reading goes on with the line below."""
        self._source.revenir(debut, numero)
        brute = self._source.avancer(debut).rstrip("\r\n")
        cellules = brute.split(self._separateur, self._largeur)
        return refuser(numero, sans_vides_finales(cellules), raison, self._largeur)
