"""Bech32 (BIP 173), as age spells its keys: only to see the 32 bytes behind a recipient."""

_ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATEURS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CONTROLE = 6
_LONGUEUR_MAX = 90


def encoder(prefixe: str, octets: bytes) -> str:
    """The lower case spelling of the bytes."""
    mots = _en_mots(octets)
    residu = _somme([*_etendre(prefixe), *mots, *[0] * _CONTROLE]) ^ 1
    controle = [(residu >> 5 * (_CONTROLE - 1 - i)) & 31 for i in range(_CONTROLE)]
    return prefixe + "1" + "".join(_ALPHABET[mot] for mot in [*mots, *controle])


def decoder(prefixe: str, texte: str) -> bytes:
    """The bytes of a spelling that `encoder` could have written.

    Raises:
        ValueError: another prefix, a typing error, or a second spelling of the same bytes.
    """
    if not texte.startswith(prefixe + "1") or len(texte) > _LONGUEUR_MAX:
        raise ValueError("prefix or length")
    mots = [_ALPHABET.index(lettre) for lettre in texte[len(prefixe) + 1 :]]
    nombre = 0
    for mot in mots[:-_CONTROLE]:
        nombre = nombre << 5 | mot
    bits = 5 * (len(mots) - _CONTROLE)
    octets = (nombre >> bits % 8).to_bytes(max(bits, 0) // 8, "big")
    if encoder(prefixe, octets) != texte:
        raise ValueError("checksum")
    return octets


def _en_mots(octets: bytes) -> list[int]:
    bits = 8 * len(octets)
    complet = bits + -bits % 5
    nombre = int.from_bytes(octets, "big") << complet - bits
    return [(nombre >> decalage) & 31 for decalage in range(complet - 5, -1, -5)]


def _etendre(prefixe: str) -> list[int]:
    return [*(ord(c) >> 5 for c in prefixe), 0, *(ord(c) & 31 for c in prefixe)]


def _somme(mots: list[int]) -> int:
    somme = 1
    for mot in mots:
        haut = somme >> 25
        somme = (somme & 0x1FFFFFF) << 5 ^ mot
        for i, generateur in enumerate(_GENERATEURS):
            somme ^= generateur if haut >> i & 1 else 0
    return somme
