"""Weak keys are refused wherever they come in, and fingerprints are compared as typed (T64)."""

from dataclasses import replace
from uuid import UUID

import pyrage
import pytest

from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.profil import Role
from journal_scls.sync.lot import bech32, cles, enveloppe
from journal_scls.sync.lot.cles import IdentitePublique, nouvelle_identite
from journal_scls.sync.lot.refus import Code, RefusLot
from tests.sync.lot.outils import AUTRE_JOURNAL, JOURNAL

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
Point = tuple[int, int]


def somme(a: Point, b: Point) -> Point:
    k = D * a[0] * b[0] * a[1] * b[1] % P
    return (
        (a[0] * b[1] + b[0] * a[1]) * pow(1 + k, -1, P) % P,
        (a[1] * b[1] + a[0] * b[0]) * pow(1 - k, -1, P) % P,
    )


def produit(n: int, point: Point) -> Point:
    resultat = (0, 1)
    while n:
        resultat = somme(resultat, point) if n & 1 else resultat
        point, n = somme(point, point), n >> 1
    return resultat


def point_de(y: int) -> Point | None:
    carre = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    for facteur in (1, pow(2, (P - 1) // 4, P)):
        x = pow(carre, (P + 3) // 8, P) * facteur % P
        if x * x % P == carre:
            return x, y
    return None


def petit_ordre() -> set[int]:
    """The y of the 8 points of small order, computed and not copied from a table."""
    trouves: set[Point] = set()
    y = 2
    while len(trouves) < 8:
        if point := point_de(y):
            torsion = produit(L, point)
            trouves |= {produit(n, torsion) for n in range(8)}
        y += 1
    return {y for _, y in trouves}


def encodages() -> list[bytes]:
    """With the sign bit and the two non-canonical spellings: the 14 of the literature."""
    ys = [*petit_ordre(), P, P + 1]
    return [(y | signe << 255).to_bytes(32, "little") for y in ys for signe in (0, 1)]


def test_the_14_encodings_are_refused():
    tous = encodages()
    assert len(set(tous)) == 14
    for cle in tous:
        with pytest.raises(RefusLot) as refus:
            replace(JOURNAL.publique, cle=cle)
        assert refus.value.code is Code.CLE_FAIBLE


@pytest.mark.parametrize("y", range(P, 2**255))
def test_no_ed25519_key_has_two_spellings(y):
    with pytest.raises(RefusLot):
        cles.verifier_cle_signature(y.to_bytes(32, "little"))


def test_low_order_age_recipients_are_refused_everywhere():
    bas = {(1 + y) * pow(1 - y, -1, P) % P for y in petit_ordre() if y != 1} | {0, 1, P - 1}
    autres = {P, P + 1, 2**255 - 1, 2**255 + 9, 2**256 - 1}
    assert len(bas) == 5
    for u in bas | autres:
        destinataire = bech32.encoder("age", u.to_bytes(32, "little"))
        with pytest.raises(RefusLot) as refus:
            replace(JOURNAL.publique, destinataire=destinataire)
        assert refus.value.code is Code.CLE_FAIBLE
        with pytest.raises(RefusLot):
            enveloppe.sceller(b"x", [destinataire])


@pytest.mark.parametrize(
    "destinataire",
    [
        "",
        "age1",
        "age1abc",
        JOURNAL.publique.destinataire.upper(),
        JOURNAL.publique.destinataire[:-1] + "b",
        JOURNAL.publique.destinataire + "\n",
        "ssh-ed25519 AAAA",
        "age1" + "q" * 100_000,
        bech32.encoder("age", bytes(31)),
    ],
)
def test_what_is_not_a_recipient_is_refused(destinataire):
    with pytest.raises(RefusLot):
        cles.verifier_destinataire(destinataire)


@pytest.mark.parametrize("cle", [b"", bytes(31), bytes(33)])
def test_a_key_has_32_bytes(cle):
    with pytest.raises(RefusLot):
        cles.verifier_cle_signature(cle)


def test_new_identities_are_good_and_all_different():
    identites = [nouvelle_identite(Role.INTERVENANT, UUID(int=1)) for _ in range(20)]
    assert len({i.publique.empreinte for i in identites}) == 20
    assert "AGE-SECRET" not in repr(identites[0])
    assert repr(identites[0].cle_secrete) not in repr(identites[0])


def test_our_bech32_is_that_of_age():
    for _ in range(20):
        destinataire = str(pyrage.x25519.Identity.generate().to_public())
        assert bech32.encoder("age", cles.verifier_destinataire(destinataire)) == destinataire


def test_the_fingerprint_covers_everything_and_never_changes():
    publique = JOURNAL.publique
    assert publique.empreinte == "85304 28317 12794 25549 91567 17767"
    autres = [
        replace(publique, role=Role.COORDINATION),
        replace(publique, id=UUID(int=1)),
        replace(publique, cle=AUTRE_JOURNAL.publique.cle),
        replace(publique, destinataire=AUTRE_JOURNAL.publique.destinataire),
    ]
    assert len({p.empreinte for p in [publique, *autres]}) == 5


def test_typed_digits_are_compared_without_their_spaces():
    publique: IdentitePublique = JOURNAL.publique
    chiffres = publique.empreinte
    assert publique.confirme(chiffres)
    assert publique.confirme(f"  {chiffres.replace(' ', chr(0x202F))}\n")
    assert publique.confirme(chiffres.replace(" ", ""))
    faux = ("0" if chiffres[0] != "0" else "1") + chiffres[1:]
    assert not publique.confirme(faux)
    assert not publique.confirme(AUTRE_JOURNAL.publique.empreinte)


@pytest.mark.parametrize("tapee", ["", "12345", "1" * 31, "a" * 30, "١" * 30, "²" * 30])
def test_what_is_not_30_digits_is_an_oversight(tapee):
    with pytest.raises(RegleMetier) as erreur:
        JOURNAL.publique.confirme(tapee)
    assert erreur.value.champ == "empreinte"
