"""Words of a note that may name somebody: names, telephones, numbers of insurance, dwellings.

Everything happens here, offline, and nothing is remembered: a warning shows the very words, and
the person decides. A number that cannot be one (Luhn, birth date) is not a warning.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from journal_scls.domain.chiffres.tableaux import MOIS
from journal_scls.domain.errors import Environnement
from journal_scls.domain.lecture import JOURS
from journal_scls.domain.texte import replier_sans_trace

_TELEPHONE = re.compile(
    r"(?<![\d-])(?:\+?1[ .-]?)?(?:\(\d{3}\)\s?|\d{3}[ .-])\d{3}[ .-]?\d{4}"
    r"(?:\s*(?:poste|ext\.?|#)\s*\d+)?(?![\d-])"
    r"|(?<![\d-])\d{3}-\d{4}(?![\d-])|(?<!\d)\d{10}(?!\d)"
)
_NAM = re.compile(r"(?<![^\W_])[A-Za-z]{4}[ -]?\d{4}[ -]?\d{4}(?![^\W_])")
_NAS = re.compile(r"(?<![\d-])\d{3}[ -]?\d{3}[ -]?\d{3}(?![\d-])")
_COURRIEL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_CODE_POSTAL = re.compile(
    r"(?<![^\W_])[A-CEGHJ-NPR-TVXY]\d[A-Z][ -]?\d[A-Z]\d(?![^\W_])", re.IGNORECASE
)
_ADRESSE = re.compile(
    r"(?<![\w-])\d{1,5}(?:-\d{1,4})?,?\s+(?:"
    r"(?:rue|boul(?:\.|evard)?|av(?:\.|enue)?|chemin|ch\.|rang|place|route|côte|allée|croissant"
    r"|montée|impasse)\s+(?:(?:de|du|des|la|le|les)\s+|d['’]|l['’])*[^\W\d_][\w'’-]+"
    r"|(?:\d+e|[A-ZÀ-Ÿ][\w'’-]+)\s+(?:rue|avenue)(?!\w))",
    re.IGNORECASE,
)
_LOGEMENT = re.compile(
    r"(?<![^\W_])(?:app(?:t|art)?\.?|apt\.?|appartement|log(?:\.|ement)|#)"
    r"\s*(?:n[o°]\.?\s*|numéro\s+|#\s*)?(?P<no>\d{1,4}[A-Za-z]?|[A-Z]-?\d{1,4})(?![\w%]|[.,]\d|\s*\$)",
    re.IGNORECASE,
)
_NAISSANCE = re.compile(
    r"(?<![^\W_])(?:né|née|nés|naissance|ddn|anniversaire)(?![^\W_])[^.;\n]{0,12}?"
    rf"(?P<date>\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}"
    rf"|\d{{1,2}}(?:er)?\s+(?:{'|'.join(MOIS)})\s+\d{{4}})",
    re.IGNORECASE,
)
_NOM = r"[A-ZÀ-ÖØ-Þ][\w'’]*[a-zà-öø-ÿ][\w'’]*(?:-[A-ZÀ-ÖØ-Þ][\w'’]+)*"
_SUITE = rf"(?:[ ]+(?:(?:de|du|des|la|le|St|Ste)[ ]+)?{_NOM}){{0,2}}"
_CIVILITE = re.compile(
    rf"(?<![^\W_])(?:M\.|MM\.|Mme|Mmes|Mlle|Mr\.?|Madame|Monsieur|madame|monsieur|mme|mr)[ ]+"
    rf"(?P<nom>{_NOM}{_SUITE}|[A-Z]\.)"
)
_ROLE = re.compile(
    r"(?<![^\W_])(?:locataire|résidente?|voisine?|fils|fille|mère|père|conjointe?|mari|femme|soeur|"
    r"sœur|frère|nommée?|appelée?|prénommée?|s['’]appelle|enfant|ami|amie|tante|oncle|cousine?|"
    r"famille|chez(?: les)?|petite?-fil(?:s|le)|grand-(?:mère|père))[ ]*[:,]?[ ]+"
    rf"(?P<nom>{_NOM}{_SUITE})"
)
_MOT = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FAMILLE = re.compile(rf"[ ]+(?P<nom>{_NOM})")
_FIN_DE_PHRASE = re.compile(r"(?:^|[.!?…:;\n«»\"(\[•–—-])\s*$")
# A capital letter after « locataire » that is not a name.
_PAS_DES_NOMS = frozenset(
    {"hlm", "obnl", "coop", "clsc", "cisss", "ciusss", "omh", "oh", "ccr", "ca", "tal", "acef",
     "dpj", "office", "madame", "monsieur", "mme", "mr", "a", "il", "elle", "le", "la", "les",
     "une", "un", *JOURS, *MOIS}
)  # fmt: skip
# « rue Jean-Talon », « école Marie-Victorin »: places.
_LIEU = re.compile(
    r"(?:saint|sainte|st|ste|rue|école|parc|avenue|boulevard|boul\.|place|résidence|maison|"
    r"pharmacie|centre|paroisse|hôpital|immeuble|tour|foyer|fondation)"
    r"[ -]+(?:de |du |des |la |le )*$",
    re.IGNORECASE,
)
_NAM_JOUR_MAX, _NAM_FEMME, _MOIS = 31, 50, 12
_LUHN = 9


@dataclass(frozen=True, slots=True)
class Signalement:
    """Words that may name somebody.

    `genre` says what they look like, `remplacement` what to write instead; `debut` and `fin` bound
    the words in the note.
    """

    genre: str
    mots: str
    debut: int
    fin: int
    remplacement: str


@dataclass(frozen=True)
class Detecteur:
    """Looks for them, in lists of folded given names and family names.

    `mots` are those that are words too without their capital letter, `ambigus` those that may
    begin a sentence as words.
    """

    prenoms: frozenset[str]
    familles: frozenset[str] = field(default_factory=frozenset)
    mots: frozenset[str] = field(default_factory=frozenset)
    ambigus: frozenset[str] = field(default_factory=frozenset)

    def signaler(self, texte: str) -> tuple[Signalement, ...]:
        """What the note should not hold, in its order; two warnings never share a letter."""
        pris = [False] * len(texte)
        trouves: list[Signalement] = []
        for genre, remplacement, chercher in self._recherches():
            for debut, fin in chercher(texte):
                if not any(pris[debut:fin]):
                    pris[debut:fin] = [True] * (fin - debut)
                    mots = texte[debut:fin]
                    trouves.append(Signalement(genre, mots, debut, fin, remplacement))
        return tuple(sorted(trouves, key=lambda s: s.debut))

    def _recherches(
        self,
    ) -> Iterator[tuple[str, str, Callable[[str], Iterator[tuple[int, int]]]]]:
        yield "courriel", "[courriel]", _partout(_COURRIEL)
        yield "numéro d’assurance maladie", "[numéro]", _partout(_NAM, _est_un_nam)
        yield "date de naissance", "[date]", _partout(_NAISSANCE, groupe="date")
        yield "téléphone", "[téléphone]", _partout(_TELEPHONE)
        yield "numéro d’assurance sociale", "[numéro]", _partout(_NAS, _est_un_nas)
        yield "adresse", "[adresse]", _partout(_ADRESSE)
        yield "code postal", "[adresse]", _partout(_CODE_POSTAL)
        yield "logement", "[logement]", _partout(_LOGEMENT)
        yield "nom", "[une personne]", _partout(_CIVILITE)
        yield "nom", "[une personne]", self._apres_un_role
        yield "prénom", "[une personne]", self._prenoms_seuls

    def _apres_un_role(self, texte: str) -> Iterator[tuple[int, int]]:
        for trouve in _ROLE.finditer(texte):
            premier = replier_sans_trace(trouve["nom"].split()[0])
            if premier not in _PAS_DES_NOMS:
                yield trouve.span("nom")

    def _prenoms_seuls(self, texte: str) -> Iterator[tuple[int, int]]:
        """A given name, and the family name that follows it."""
        for trouve in _MOT.finditer(texte):
            if self._est_un_prenom(trouve[0], texte[: trouve.start()]):
                suite = _FAMILLE.match(texte, trouve.end())
                yield trouve.start(), suite.end() if suite else trouve.end()

    def _est_un_prenom(self, mot: str, avant: str) -> bool:
        premier, *autres = replier_sans_trace(mot).split("-")
        if _LIEU.search(avant):
            return False
        if not mot[0].isupper():
            return premier in self.prenoms and premier not in self.mots
        if premier in self.ambigus:
            return bool(autres) or not _FIN_DE_PHRASE.search(avant)
        return premier in self.prenoms or premier in self.familles


def lire_detecteur(donnees: Mapping[str, Any], nom: str) -> Detecteur:
    """The detector of a file of given names.

    Raises:
        Environnement: a list is missing.
    """
    try:
        noms, familles, mots, ambigus = (
            frozenset(str(donnees[cle]).split()) for cle in ("noms", "familles", "mots", "ambigus")
        )
    except KeyError as erreur:
        raise Environnement(
            f"Le fichier « {nom} » de l'application est invalide : {erreur} manque.",
            "Réinstallez l'application.",
        ) from None
    return Detecteur(noms - ambigus, familles - mots, mots, ambigus)


def remplacer(texte: str, signalements: tuple[Signalement, ...]) -> str:
    """The note, with what to write instead."""
    for s in sorted(signalements, key=lambda s: s.debut, reverse=True):
        texte = texte[: s.debut] + s.remplacement + texte[s.fin :]
    return texte


def _partout(
    motif: re.Pattern[str],
    garder: Callable[[str], bool] = lambda _mots: True,
    *,
    groupe: str | int = 0,
) -> Callable[[str], Iterator[tuple[int, int]]]:
    def chercher(texte: str) -> Iterator[tuple[int, int]]:
        for trouve in motif.finditer(texte):
            if garder(trouve[0]):
                yield trouve.span(groupe)

    return chercher


def _est_un_nas(mots: str) -> bool:
    """Nine digits that keep Luhn's rule; none begins with 0 or 8."""
    chiffres = [int(c) for c in mots if c.isdecimal()]
    if chiffres[0] in (0, 8):
        return False
    doubles = [c * 2 if rang % 2 else c for rang, c in enumerate(chiffres)]
    return sum(d - _LUHN if d > _LUHN else d for d in doubles) % 10 == 0


def _est_un_nam(mots: str) -> bool:
    """Four letters, then a birth date whose month has 50 more for a woman."""
    chiffres = "".join(c for c in mots if c.isdecimal())
    mois, jour = int(chiffres[2:4]), int(chiffres[4:6])
    mois -= _NAM_FEMME if mois > _NAM_FEMME else 0
    return 1 <= mois <= _MOIS and 1 <= jour <= _NAM_JOUR_MAX
