"""The lines that nearly all lots are made of, recognised in one walk.

`enregistrement` alone says what a line may be. This is a narrower door beside it, three times as
fast: one regular expression, with no choice to come back to, that only matches lines which
`enregistrement.decoder` takes too, because a canonical line has one spelling and its fields one
order. Whatever it does not match (rare letters, a fait marquant, 29 February, every attack) is for
the decoder to judge. Tests hold the two together.
"""

import re
from typing import NamedTuple

_CODE = r'"[A-Z0-9_]{1,40}"'
_RANG = r"[1-9][0-9]{0,8}"
_NOMBRE = r"(?:0|[1-9][0-9]{0,4})"
_DUREE = r"(?:1440|14[0-3][0-9]|1[0-3][0-9]{2}|[1-9][0-9]{0,2})"
_UUID = r'"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"'
# ASCII without quote nor backslash, the letters of Latin-1, œ and ’: none needs an escape, none
# combines with another, and 119 bytes are never more than 120 characters.
_TEXTE = (
    r'"(?=[^" ][^"]{0,118}")'
    r"(?:[ !#-\[\]-~]++|\xc3[\x80-\xbf]|\xc5[\x92\x93]|\xe2\x80\x99)++"
    r'(?<! )"'
)
_ANNEE = r"(?:19[7-9][0-9]|2[01][0-9]{2})"
_JOUR = (
    rf'"{_ANNEE}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])'
    r'|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"'
)
_MOIS = rf'"{_ANNEE}-(?:0[1-9]|1[0-2])"'
_REPERE = rf'\{{(?:"code":{_TEXTE},)?"nom":{_TEXTE}\}}'
_REFERENCE = rf'\{{"destination":{_CODE},"mode":{_CODE},"service":{_CODE},"statut":{_CODE}\}}'
_CODES = rf"\[{_CODE}(?:,{_CODE}){{0,9}}\]"
_REFERENCES = rf"\[{_REFERENCE}(?:,{_REFERENCE}){{0,49}}\]"
_TRANCHES = rf"\[{_NOMBRE}(?:,{_NOMBRE}){{4}}\]"


def _si(nom: str, valeur: str) -> str:
    return rf'(?:,"{nom}":{valeur})?'


_ENREGISTREMENT = re.compile(
    "".join(
        (
            rf'\{{"activite":{_CODE},"categorie":{_CODE}',
            _si("categorie_immeuble", _CODE),
            rf',"clientele":{_CODE}',
            _si("comite", _CODE),
            rf'(,"date":{_JOUR})?,"deleted":false,"duree_min":{_DUREE},"ep":({_RANG}),"id":{_UUID}',
            rf'(?(1),"milieu":{_REPERE})',  # the day goes with a milieu, the month without
            _si("modalite", _CODE),
            rf'(?(1)|,"mois":{_MOIS})',
            _si("mrc", _TEXTE),
            _si("nb_personnes", _NOMBRE),
            _si("organisme", _REPERE),
            _si("problematiques", _CODES),
            _si("projet", _CODE),
            _si("references", _REFERENCES),
            rf',"rev":({_RANG}),"tenure":{_CODE}',
            _si("tranches", _TRANCHES),
            _si("type_collectif", _CODE),
            rf',"vocabulaire":{_CODE},"volet":{_CODE}\}}',
        )
    ).encode("ascii")
)
_RETRAIT = re.compile(
    rf'\{{"deleted":true,"ep":({_RANG}),"id":{_UUID},"rev":({_RANG})\}}'.encode("ascii")
)


class Reperes(NamedTuple):
    """What orders a line among the others."""

    retrait: bool
    ep: int
    id: str
    rev: int


def reconnaitre(ligne: bytes) -> Reperes | None:
    """The line's place, None when only the decoder can say whether it is a line."""
    if trouve := _ENREGISTREMENT.fullmatch(ligne):
        _, ep, id_, rev = trouve.groups()
        return Reperes(False, int(ep), id_.decode("ascii"), int(rev))
    if trouve := _RETRAIT.fullmatch(ligne):
        ep, id_, rev = trouve.groups()
        return Reperes(True, int(ep), id_.decode("ascii"), int(rev))
    return None
