"""A file of propositions: what it holds comes back, and hostile ones are each refused."""

import json
import shutil
import subprocess

import pytest

from journal_scls.domain.echange.refus import CodeInscription as C
from journal_scls.domain.echange.refus import RefusInscription
from journal_scls.domain.repertoire.proposition import EnvoiPropositions, Proposition
from journal_scls.sync.lot.cles import ligne_allowed_signers
from journal_scls.sync.lot.sshsig import Espace
from journal_scls.sync.repertoire.propositions import MessagePropositions, PlisPropositions
from tests.fabriques import milieu
from tests.sync.inscription.outils import REGIONAUX, Genre
from tests.sync.inscription.test_hostiles import contenus
from tests.sync.lot.outils import JOURNAL, REGION
from tests.sync.repertoire.outils import contenu, uuid

PLIS = PlisPropositions()
CARTES = tuple(
    Proposition(fiche=fiche, noms=((uuid(1), "Office de l'Est"),) if rang == 2 else ())
    for rang, fiche in enumerate(contenu().fiches)
)
ENVOI = EnvoiPropositions(region=REGION.id, journal=JOURNAL.id, numero=3, propositions=CARTES)


def ouvrir(octets: bytes) -> EnvoiPropositions:
    envoi, cle = PLIS.ouvrir(octets, [REGION.identite_age])
    assert cle == JOURNAL.publique.cle
    return envoi


GENRE = Genre(
    "proposition",
    MessagePropositions.de(ENVOI),
    Espace.PROPOSITION,
    (JOURNAL.cle_secrete,),
    tuple(REGIONAUX),
    ouvrir,
)


def refuse(octets: bytes) -> C:
    with pytest.raises(RefusInscription) as refus:
        PLIS.ouvrir(octets, [REGION.identite_age])
    return refus.value.code


def test_every_kind_of_card_comes_back():
    assert ouvrir(PLIS.sceller(ENVOI, JOURNAL.cle_secrete, REGIONAUX)) == ENVOI
    for carte in CARTES:
        assert PLIS.lire(PLIS.ecrire(carte)) == carte
    assert len({PLIS.empreinte(carte) for carte in CARTES}) == len(CARTES)


def test_the_preview_is_the_file_line_for_line():
    lignes = PLIS.lignes(ENVOI)
    cartes = json.loads(GENRE.clair.split(b"\n")[0])["cards"]
    assert [json.loads(ligne) for ligne in lignes] == cartes
    assert b'"cards":[' + b",".join(lignes) + b"]" in GENRE.clair


@pytest.mark.parametrize(
    ("contenu", "code"),
    [pytest.param(contenu, code, id=nom) for nom, contenu, code in contenus(GENRE)],
)
def test_a_well_signed_bad_content_is_refused(contenu, code):
    assert refuse(GENRE.octets(contenu)) is code


BONNES = GENRE.dict["cards"]


@pytest.mark.parametrize(
    "cartes",
    [
        [],
        BONNES[::-1],
        BONNES[:1] * 2,
        BONNES[:1] * 101,
        [BONNES[0] | {"note": "zorglub"}],
        [BONNES[0] | {"noms": []}],
        [BONNES[0] | {"noms": [{"id": str(uuid(1)), "nom": "A\u202e"}]}],
        [{"fiche": BONNES[0]["fiche"] | {"genre": "personne"}}],
        [{"fiche": BONNES[0]["fiche"] | {"adresse": "12, rue X"}}],
        [{"fiche": BONNES[0]["fiche"] | {"tenure": "HLM"}}],
        [{"fiche": BONNES[0]["fiche"] | {"valide_du": "2025-13-01"}}],
    ],
)
def test_bad_cards_are_refused_with_the_whole(cartes):
    assert refuse(GENRE.octets(GENRE.dict | {"cards": cartes})) is C.MAL_FAIT


def test_the_envelope_and_the_signature_are_those_of_enrolment():
    assert refuse(GENRE.octets(espace=Espace.DEMANDE)) is C.SIGNATURE_INVALIDE
    assert refuse(GENRE.octets(signatures=())) is C.SIGNATURE_INVALIDE
    assert refuse(GENRE.clair) is C.AUTRE_FICHIER
    honnete = GENRE.octets()
    assert refuse(honnete[:-20]) is C.FICHIER_ABIME
    with pytest.raises(RefusInscription) as refus:
        PLIS.ouvrir(honnete, [JOURNAL.identite_age])
    assert refus.value.code is C.PAS_POUR_NOUS


def test_a_name_of_which_nothing_prints_cannot_leave():
    carte = Proposition(fiche=milieu("\u200b"))
    envoi = EnvoiPropositions(region=REGION.id, journal=JOURNAL.id, numero=1, propositions=(carte,))
    with pytest.raises(RefusInscription) as refus:
        PLIS.lignes(envoi)
    assert refus.value.code is C.NOM_IMPROPRE


@pytest.mark.skipif(
    not all(map(shutil.which, ("age", "ssh-keygen"))),
    reason="needs age and ssh-keygen (script/setup installs them)",
)
def test_ordinary_tools_open_and_verify_it(tmp_path):
    def lancer(*commande, entree=b""):
        return subprocess.run(
            commande, cwd=tmp_path, input=entree, capture_output=True, check=False
        )

    (tmp_path / "p").write_bytes(GENRE.octets())
    (tmp_path / "cle.txt").write_text(REGION.identite_age + "\n")
    ligne, _, signature = lancer("age", "-d", "-i", "cle.txt", "p").stdout.partition(b"\n")
    (tmp_path / "sig").write_bytes(signature)
    (tmp_path / "signataires").write_text(
        ligne_allowed_signers("journal", JOURNAL.publique.cle, [Espace.PROPOSITION])
    )
    verifie = lancer("ssh-keygen", "-Y", "verify", "-f", "signataires", "-I", "journal", "-n",
                     Espace.PROPOSITION, "-s", "sig", entree=ligne + b"\n")  # fmt: skip
    assert verifie.returncode == 0, verifie.stderr
