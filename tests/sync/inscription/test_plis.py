"""Each kind of file: what is written is read, by us and by the ordinary tools."""

import shutil
import subprocess

import pytest

from journal_scls.domain.echange.refus import CodeInscription as C
from journal_scls.domain.echange.refus import RefusInscription
from journal_scls.sync.inscription import pli
from journal_scls.sync.lot import enveloppe, json_canonique, sshsig
from journal_scls.sync.lot.cles import ligne_allowed_signers, ligne_openssh
from journal_scls.sync.lot.sshsig import Espace
from tests.sync.inscription.outils import GENRES, PLIS, VALEURS
from tests.sync.lot.outils import AUTRE_JOURNAL, JOURNAL, REGION

genres = pytest.mark.parametrize("genre", GENRES.values(), ids=GENRES)


@genres
def test_what_is_written_is_read(genre):
    lu = genre.lire(genre.octets())
    assert (lu[0] if genre.nom == "accuse" else lu) == VALEURS[genre.nom]


def test_we_write_what_the_tests_write():
    """The forged files of these tests differ from ours by their content alone."""
    ecrits = {
        "invitation": PLIS.ecrire_invitation(VALEURS["invitation"], REGION.cle_secrete),
        "demande": PLIS.ecrire_demande(
            VALEURS["demande"], JOURNAL.cle_secrete, [REGION.publique.destinataire]
        ),
        "acceptation": PLIS.ecrire_acceptation(VALEURS["acceptation"], REGION.cle_secrete),
        "cles": PLIS.ecrire_changement(
            VALEURS["cles"], (JOURNAL.cle_secrete, AUTRE_JOURNAL.cle_secrete),
            [REGION.publique.destinataire],
        ),
        "accuse": PLIS.ecrire_accuse(VALEURS["accuse"], REGION.cle_secrete,
                                     JOURNAL.publique.destinataire)[0],
    }  # fmt: skip
    for nom, octets in ecrits.items():
        genre = GENRES[nom]
        cles = [REGION.identite_age, JOURNAL.identite_age]
        clair = enveloppe.ouvrir(octets, cles) if genre.destinataires else octets
        assert clair == genre.clair, nom


@genres
def test_a_file_is_small_and_canonical(genre):
    ligne = genre.clair.partition(b"\n")[0]
    assert json_canonique.ecrire(json_canonique.lire(ligne)) == ligne
    assert len(genre.octets()) < 2_500


def test_an_accuse_as_long_as_it_can_be_fits(tmp_path):
    from uuid import UUID  # noqa: PLC0415 - only here

    from journal_scls.domain.echange.accuse import Accuse, LotAccuse, dresser  # noqa: PLC0415

    lots = [
        LotAccuse(
            incarnation=UUID(int=2**127 + vie), epoque=2**31 - 1 - vie, seq=seq,
            empreinte=f"{seq * 1000 + vie * 2 + branche:064x}", precedente="x",
            etat_nombre=0, etat_condense="",
        )
        for vie in range(40) for seq in range(2**31 - 300, 2**31, 2) for branche in (0, 1)
    ]  # fmt: skip
    accuse = Accuse(
        region=REGION.id, journal=JOURNAL.id, numero=2**31 - 1, incarnations=dresser(lots),
        etat_nombre=2**31 - 1, etat_condense="f" * 64,
    )  # fmt: skip
    octets, _ = PLIS.ecrire_accuse(accuse, REGION.cle_secrete, JOURNAL.publique.destinataire)
    lu, _ = PLIS.lire_accuse(octets, [JOURNAL.identite_age], REGION.publique.cle)
    assert lu == accuse
    assert len(octets) < pli.TAILLE_MAX // 2


@pytest.mark.skipif(
    not all(map(shutil.which, ("age", "ssh-keygen", "head", "sed"))),
    reason="needs age and ssh-keygen (script/setup installs them)",
)
@genres
def test_ordinary_tools_open_and_verify_it(genre, tmp_path):
    """The commands of docs/format-inscription.md."""
    (tmp_path / "f").write_bytes(genre.octets())
    lire = (
        REGION if genre.destinataires and genre.espace in (Espace.DEMANDE, Espace.CLES) else JOURNAL
    )
    (tmp_path / "cle.txt").write_text(lire.identite_age + "\n")
    if genre.destinataires:
        sh("age -d -i cle.txt -o clair f", tmp_path)
    else:
        (tmp_path / "f").rename(tmp_path / "clair")
    cles = {s: publique for s, publique in _publiques() if s in genre.signatures}
    sh("head -n 1 clair > message && sed 1d clair > tout.sig", tmp_path)
    armures = (tmp_path / "tout.sig").read_bytes().split(b"-----END SSH SIGNATURE-----\n")[:-1]
    assert len(armures) == len(genre.signatures)
    for armure, secrete in zip(armures, genre.signatures, strict=True):
        (tmp_path / "m.sig").write_bytes(armure + b"-----END SSH SIGNATURE-----\n")
        (tmp_path / "signataires").write_text(
            ligne_allowed_signers("qui", cles[secrete], [genre.espace])
        )
        verifier = "ssh-keygen -Y verify -f signataires -I qui -n {} -s m.sig < message"
        sh(verifier.format(genre.espace), tmp_path)
        autre = next(e for e in Espace if e is not genre.espace)
        with pytest.raises(AssertionError):
            sh(verifier.format(autre), tmp_path)
    with pytest.raises(AssertionError):
        sh("sed s/1/2/ message > autre && "
           f"ssh-keygen -Y verify -f signataires -I qui -n {genre.espace} -s m.sig < autre",
           tmp_path)  # fmt: skip


def _publiques():
    return [(i.cle_secrete, i.publique.cle) for i in (REGION, JOURNAL, AUTRE_JOURNAL)]


def sh(commande: str, ou) -> None:
    fait = subprocess.run(["sh", "-ec", commande], cwd=ou, capture_output=True, check=False)
    assert fait.returncode == 0, (commande, fait.stderr)


@pytest.mark.skipif(not shutil.which("age-keygen"), reason="needs age")
def test_age_reads_the_recovery_sheet(tmp_path):
    from journal_scls.sync.inscription.cles import ClesAge  # noqa: PLC0415
    from tests.fabriques import MAINTENANT  # noqa: PLC0415 - only here

    lettres = ClesAge()
    cles = lettres.nouvelles(MAINTENANT, secours=True)
    (tmp_path / "secours.txt").write_bytes(lettres.feuille_secours(cles))
    dit = subprocess.run(
        ["age-keygen", "-y", "secours.txt"], cwd=tmp_path, capture_output=True, check=True
    )
    assert dit.stdout.decode().strip() == lettres.destinataire(cles.secours)
    (tmp_path / "lot").write_bytes(
        enveloppe.sceller(
            b"lot", [REGION.publique.destinataire, lettres.destinataire(cles.secours)]
        )
    )
    ouvert = subprocess.run(
        ["age", "-d", "-i", "secours.txt", "lot"], cwd=tmp_path, capture_output=True, check=True
    )
    assert ouvert.stdout == b"lot"


def test_keys_of_a_message_are_lines_for_openssh():
    texte = GENRES["demande"].dict["key"]
    assert texte == ligne_openssh(JOURNAL.publique.cle)


def test_a_later_version_is_told_from_a_bad_file():
    for genre in GENRES.values():
        plus_tard = genre.octets(genre.dict | {"version": 2, "nouveau": "champ"})
        with pytest.raises(RefusInscription) as refus:
            genre.lire(plus_tard)
        assert refus.value.code is C.VERSION_RECENTE


def test_signatures_of_two_kinds_never_stand_for_each_other():
    """Every kind's message under every other kind's namespace (T62)."""
    for genre in GENRES.values():
        for autre in Espace:
            if autre is not genre.espace:
                with pytest.raises(RefusInscription) as refus:
                    genre.lire(genre.octets(espace=autre))
                assert refus.value.code is C.SIGNATURE_INVALIDE


def test_the_signature_of_a_lot_is_none_of_these():
    ligne = GENRES["accuse"].message.octets() + b"\n"
    lot = sshsig.signer(ligne, Espace.LOT, REGION.cle_secrete)
    with pytest.raises(RefusInscription) as refus:
        GENRES["accuse"].lire(GENRES["accuse"].sceller(ligne + lot))
    assert refus.value.code is C.SIGNATURE_INVALIDE
