"""The page to follow when a journal is attached, and the QR code of its invitation."""

import subprocess
from datetime import date

import pytest

from journal_scls.domain.echange.procedure import Procedure
from journal_scls.domain.profil import Role
from journal_scls.reports.procedure_pdf import ecrire_procedure
from journal_scls.reports.qr import rangees
from tests.fabriques import RACINE, profil

POLICES = RACINE / "resources" / "fonts"
# The longest name that a dossier may have, in letters of two bytes.
LONGUE = '{"name":"' + "é" * 120 + '"}\n' + "x" * 1100 + "\n"


def faire(**changes):
    quoi = {"profil": profil(role=Role.COORDINATION), "etablie_le": date(2025, 3, 14)} | changes
    return ecrire_procedure(Procedure(**quoi), POLICES)


def textes(pdf):
    commande = ["pdftotext", "-layout", "-", "-"]
    return subprocess.run(commande, input=pdf, capture_output=True, check=True).stdout.decode()


@pytest.mark.parametrize("invitation", ["", LONGUE])
def test_it_is_one_page_for_both_ends(tmp_path, invitation):
    pdf = faire(invitation=invitation)
    texte = textes(pdf)
    assert texte.count("\f") == 1
    for mot in ("1. Coordination", "2. Intervenant", "3. Au téléphone", "30 chiffres"):
        assert mot in texte
    assert ("L’invitation" in texte) == bool(invitation)


def test_the_same_procedure_gives_the_same_bytes():
    assert faire(invitation=LONGUE) == faire(invitation=LONGUE)


def test_a_real_reader_gives_back_the_very_invitation(tmp_path):
    """Accents included: what is signed must not be guessed."""
    (tmp_path / "p.pdf").write_bytes(faire(invitation=LONGUE))
    image = tmp_path / "p"
    commande = ["pdftoppm", "-r", "200", "-singlefile", "-png", tmp_path / "p.pdf", image]
    subprocess.run(commande, check=True)
    lire = ["zbarimg", "-q", "--raw", image.with_suffix(".png")]
    lu = subprocess.run(lire, capture_output=True, check=True).stdout
    assert lu == LONGUE.encode() + b"\n"


def test_a_code_is_square_and_a_text_too_long_is_refused():
    code = rangees("bonjour")
    assert {len(ligne) for ligne in code} == {len(code)}
    assert all(code[0][:7])
    with pytest.raises(ValueError):
        rangees("x" * 3000)
