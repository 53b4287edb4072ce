"""The lines that nearly all lots are made of, recognised by their pieces.

`enregistrement` alone says what a line may be. This is a narrower door beside it, ten times as
fast, that only lets through what `enregistrement.decoder` takes too, because a canonical line has
one spelling and its fields one order. A line is cut around what makes it unique, its identifier
and its day; the other pieces come back all the time, so each is proved once by its expression and
remembered. Pieces that are all proved make a line that is proved: together they are its very
bytes. Whatever does not fit (rare letters, a fait marquant, 29 February, every attack) is for the
decoder to judge. Tests hold the two together.
"""

import re

Reperes = tuple[bool, int, bytes, int]
"""What orders a line among the others: whether it withdraws, its epoch, identifier, revision."""

_CODE = r'"[A-Z0-9_]{1,40}"'
_RANG = r"([1-9][0-9]{0,8})"
_NOMBRE = r"(?:0|[1-9][0-9]{0,4})"
_DUREE = r"(?:1440|14[0-3][0-9]|1[0-3][0-9]{2}|[1-9][0-9]{0,2})"
# ASCII without quote nor backslash, the letters of Latin-1, œ and ’: none needs an escape, none
# combines with another, and 119 bytes are never more than 120 characters.
_TEXTE = (
    r'"(?=[^" ][^"]{0,118}")'
    r"(?:[ !#-\[\]-~]++|\xc3[\x80-\xbf]|\xc5[\x92\x93]|\xe2\x80\x99)++"
    r'(?<! )"'
)
_ANNEE = r"(?:19[7-9][0-9]|2[01][0-9]{2})"
_JOUR = (
    rf"{_ANNEE}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])"
    r"|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
)
_MOIS = rf'"{_ANNEE}-(?:0[1-9]|1[0-2])"'
_REPERE = rf'\{{(?:"code":{_TEXTE},)?"nom":{_TEXTE}\}}'
_REFERENCE = rf'\{{"destination":{_CODE},"mode":{_CODE},"service":{_CODE},"statut":{_CODE}\}}'
_CODES = rf"\[{_CODE}(?:,{_CODE}){{0,9}}\]"
_REFERENCES = rf"\[{_REFERENCE}(?:,{_REFERENCE}){{0,49}}\]"
_TRANCHES = rf"\[{_NOMBRE}(?:,{_NOMBRE}){{4}}\]"
_UUID = r'"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"'


def _si(nom: str, valeur: str) -> str:
    return rf'(?:,"{nom}":{valeur})?'


class _Prouves(dict[bytes, int]):
    """Pieces of one kind that were proved, and the number each holds; 0 for any other piece."""

    NOMBRE_MAX, TAILLE_MAX = 8192, 512

    def __init__(self, *morceaux: str) -> None:
        super().__init__()
        self._forme = re.compile("".join(morceaux).encode("ascii"))

    def __missing__(self, piece: bytes) -> int:
        trouve = self._forme.fullmatch(piece)
        if trouve is None:
            return 0
        valeur = int(trouve[1]) if self._forme.groups else 1
        if len(piece) <= self.TAILLE_MAX:  # a lot chooses its pieces, and not our memory
            if len(self) >= self.NOMBRE_MAX:
                self.clear()
            self[piece] = valeur
        return valeur


_TETES = _Prouves(
    rf'\{{"activite":{_CODE},"categorie":{_CODE}',
    _si("categorie_immeuble", _CODE),
    rf',"clientele":{_CODE}',
    _si("comite", _CODE),
)
_DATES = _Prouves(rf'{_JOUR}"')
_EPOQUES = _Prouves(rf'false,"duree_min":{_DUREE},"ep":{_RANG}')
# The day goes with a milieu, the month without.
_LIEUX_AU_JOUR = _Prouves(rf'","milieu":{_REPERE}', _si("modalite", _CODE), _si("mrc", _TEXTE))
_LIEUX_AU_MOIS = _Prouves('"', _si("modalite", _CODE), rf',"mois":{_MOIS}', _si("mrc", _TEXTE))
_PARTICIPATIONS = _Prouves(
    _NOMBRE,
    _si("organisme", _REPERE),
    _si("problematiques", _CODES),
    _si("projet", _CODE),
    _si("references", _REFERENCES),
)
_REVISIONS = _Prouves(
    rf'{_RANG},"tenure":{_CODE}',
    _si("tranches", _TRANCHES),
    _si("type_collectif", _CODE),
    rf',"vocabulaire":{_CODE},"volet":{_CODE}\}}',
)
_RETRAIT = re.compile(
    rf'\{{"deleted":true,"ep":{_RANG},"id":{_UUID},"rev":{_RANG}\}}'.encode("ascii")
)
# Of an identifier, every digit becomes « h »: what is left is its shape.
_FORME_ID = b"hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh"
_EN_FORME = bytes(
    ord("h") if chr(c) in "0123456789abcdef" else 0 if c == ord("h") else c for c in range(256)
)
_ID = len(_FORME_ID)


def reconnaitre(ligne: bytes) -> Reperes | None:
    """The line's place, None when only the decoder can say whether it is a line."""
    # What follows a missing mark is empty, and no piece may be; the day alone may be missing.
    debut, _, suite = ligne.partition(b',"id":"')
    tete, _, epoque = debut.partition(b',"deleted":')
    tete, au_jour, date = tete.partition(b',"date":"')
    lieu, _, suite = suite.partition(b',"nb_personnes":')
    participation, _, revision = suite.partition(b',"rev":')
    if (
        (ep := _EPOQUES[epoque])
        and (rev := _REVISIONS[revision])
        and (_DATES[date] and _LIEUX_AU_JOUR[lieu[_ID:]] if au_jour else _LIEUX_AU_MOIS[lieu[_ID:]])
        and _TETES[tete]
        and _PARTICIPATIONS[participation]
        and (id_ := lieu[:_ID]).translate(_EN_FORME) == _FORME_ID
    ):
        return False, ep, id_, rev
    if trouve := _RETRAIT.fullmatch(ligne):
        ep_, id_, rev_ = trouve.groups()
        return True, int(ep_), id_, int(rev_)
    return None
