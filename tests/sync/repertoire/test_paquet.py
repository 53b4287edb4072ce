"""An edition comes back as it was written, ordinary tools verify it, and nothing else is one."""

import hashlib
import json
import shutil
import subprocess
from dataclasses import replace
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal_scls.domain.repertoire.edition import ContenuRepertoire
from journal_scls.domain.repertoire.lieux import Tenure
from journal_scls.domain.repertoire.partenaires import Projet
from journal_scls.domain.repertoire.refus import CodeRepertoire as C
from journal_scls.domain.repertoire.refus import RefusRepertoire
from journal_scls.sync.lot import charge, conteneur, enveloppe, json_canonique, sommes, sshsig
from journal_scls.sync.lot.cles import ligne_allowed_signers
from journal_scls.sync.lot.conteneur import Conteneur
from journal_scls.sync.lot.sshsig import Espace
from journal_scls.sync.repertoire.contenu import ecrire_lignes
from tests.fabriques import milieu, organisme
from tests.sync.lot.outils import AUTRE_JOURNAL, JOURNAL, REGION
from tests.sync.repertoire.outils import PAQUETS, contenu, edition, lire, octets, uuid

PAQUET = octets()
MEMBRES = conteneur.lire(PAQUET)


def refuse(fichier: bytes) -> C:
    with pytest.raises(RefusRepertoire) as refus:
        lire(fichier)
    assert refus.value.suite
    return refus.value.code


def refaire(manifeste=None, lignes=None, *, espace=Espace.REPERTOIRE, cle=REGION.cle_secrete):
    """A file whose manifest or lines are those given, well signed and well zipped."""
    brut = json.loads(MEMBRES.manifeste) if manifeste is None else manifeste
    octets_charge = bytes(MEMBRES.charge)
    if lignes is not None:
        comprimee = charge.comprimer(lignes)
        octets_charge = comprimee.octets
        brut = brut | {"files": [comprimee.fichier.model_dump(mode="json")]}
    texte = brut if isinstance(brut, bytes) else json_canonique.ecrire(brut)
    signature = sshsig.signer(texte, espace, cle)
    liste = sommes.calculer(texte, signature, octets_charge)
    return conteneur.ecrire(Conteneur(texte, signature, memoryview(octets_charge), liste))


# --- there and back


def test_every_card_comes_back():
    lue = lire(PAQUET)
    assert lue.edition == edition()
    assert lue.empreinte == hashlib.sha256(MEMBRES.manifeste).hexdigest()


def test_the_same_content_has_one_spelling():
    melange = contenu()
    melange = replace(melange, organismes=melange.organismes[::-1])
    assert octets(de=melange) == PAQUET
    assert lire(octets(2, "a" * 64)).condense == lire(PAQUET).condense


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=140), max_size=4), st.integers(1, 2**31 - 1))
def test_any_name_is_published_safe_or_not_at_all(noms, numero):
    fiches = [organisme(f"o{nom}", tenure=Tenure.COOP) for nom in noms]
    fiches += [milieu(f"m{nom}", organisme=o.id) for nom, o in zip(noms, fiches, strict=True)]
    de = ContenuRepertoire.de(fiches)
    try:
        fichier = octets(numero, "a" * 64 if numero > 1 else "", de=de)
    except RefusRepertoire as refus:
        assert refus.code is C.MAL_FAIT  # noqa: PT017 - either outcome is right
        return
    lue = lire(fichier)
    assert {f.id for f in lue.edition.contenu.fiches} == {f.id for f in fiches}
    assert lire(octets(numero, lue.edition.precedente, de=lue.edition.contenu)) == lue


@pytest.mark.skipif(
    not all(map(shutil.which, ("unzip", "sha256sum", "ssh-keygen", "gzip"))),
    reason="needs unzip, sha256sum, gzip and ssh-keygen (script/setup installs them)",
)
def test_ordinary_tools_verify_an_edition(tmp_path):
    def lancer(*commande, entree=b""):
        return subprocess.run(
            commande, cwd=tmp_path, input=entree, capture_output=True, check=False
        )

    (tmp_path / "un.sclsrep").write_bytes(PAQUET)
    (tmp_path / "signataires").write_text(
        ligne_allowed_signers("region", REGION.publique.cle, [Espace.REPERTOIRE])
    )
    assert lancer("unzip", "-q", "un.sclsrep").returncode == 0
    assert lancer("sha256sum", "-c", "--strict", "SHA256SUMS").returncode == 0
    verifier = ("ssh-keygen", "-Y", "verify", "-f", "signataires", "-I", "region", "-n",
                Espace.REPERTOIRE, "-s", "manifest.json.sig")  # fmt: skip
    manifeste = (tmp_path / "manifest.json").read_bytes()
    assert lancer(*verifier, entree=manifeste).returncode == 0
    assert lancer(*verifier, entree=manifeste.replace(b'"edition":1', b'"edition":2')).returncode
    lignes = lancer("gzip", "-dc", "records.jsonl.gz").stdout
    assert hashlib.sha256(lignes).hexdigest() == json.loads(manifeste)["files"][0]["raw_sha256"]


# --- tampering


@pytest.mark.parametrize("saut", range(7))
def test_a_byte_altered_anywhere_is_refused(saut):
    """Every 7th byte from 7 starts: all of them, in seven quick tests."""
    for place in range(saut, len(PAQUET), 7):
        abime = bytearray(PAQUET)
        abime[place] ^= 0x20
        refuse(bytes(abime))


@pytest.mark.parametrize(
    ("fichier", "code"),
    [
        (b"", C.AUTRE_FICHIER),
        (b"\xff\xd8\xff\xe0 une photo", C.AUTRE_FICHIER),
        (enveloppe.sceller(PAQUET, [JOURNAL.publique.destinataire]), C.AUTRE_FICHIER),
        (PAQUET[:-1], C.FICHIER_ABIME),
        (PAQUET[:200], C.FICHIER_ABIME),
        (PAQUET + b"\0", C.INCOHERENT),
        (PAQUET + bytes(8 * 1024 * 1024), C.TROP_GRAND),
        (PAQUET.replace(b"manifest.json", b"manifest.jsoN"), C.INCOHERENT),
    ],
    ids=["vide", "photo", "chiffre", "tronque", "court", "suite", "enorme", "membre"],
)
def test_another_file_has_its_own_code(fichier, code):
    assert refuse(fichier) is code


def test_the_signature_must_be_the_regions_for_this_kind_of_file():
    assert refuse(refaire(cle=AUTRE_JOURNAL.cle_secrete)) is C.SIGNATAIRE_ETRANGER
    assert refuse(refaire(espace=Espace.LOT)) is C.SIGNATURE_INVALIDE
    assert refuse(refaire(espace=Espace.ACCUSE)) is C.SIGNATURE_INVALIDE
    with pytest.raises(RefusRepertoire) as refus:
        PAQUETS.lire(PAQUET, uuid4(), REGION.publique.cle)
    assert refus.value.code is C.AUTRE_REGION


def test_what_was_swapped_under_the_signature_is_refused():
    autre = charge.comprimer(ecrire_lignes(ContenuRepertoire())).octets
    liste = sommes.calculer(MEMBRES.manifeste, MEMBRES.signature, autre)
    faux = conteneur.ecrire(
        Conteneur(MEMBRES.manifeste, MEMBRES.signature, memoryview(autre), liste)
    )
    assert refuse(faux) is C.INCOHERENT
    menteur = replace(MEMBRES, sommes=MEMBRES.sommes[::-1])
    assert refuse(conteneur.ecrire(menteur)) is C.INCOHERENT


MANIFESTE = json.loads(MEMBRES.manifeste)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"format": "scls-lot"}, C.AUTRE_FICHIER),
        ({"version": 2}, C.VERSION_RECENTE),
        ({"min_reader": 9, "version": 9, "neuf": True}, C.VERSION_RECENTE),
        ({"version": True}, C.MAL_FAIT),
        ({"edition": 0}, C.MAL_FAIT),
        ({"edition": 2}, C.MAL_FAIT),
        ({"prev": "a" * 64}, C.MAL_FAIT),
        ({"date": "2026-02-30"}, C.MAL_FAIT),
        ({"date": None}, C.MAL_FAIT),
        ({"region": MANIFESTE["region"].upper()}, C.MAL_FAIT),
        ({"adresse": "12, rue X"}, C.MAL_FAIT),
        ({"files": MANIFESTE["files"] * 2}, C.MAL_FAIT),
        ({"files": [MANIFESTE["files"][0] | {"raw_size": 100_000_000}]}, C.MAL_FAIT),
        ({"files": [MANIFESTE["files"][0] | {"raw_size": 1}]}, C.MAL_FAIT),
        ({"files": [MANIFESTE["files"][0] | {"lines": 1}]}, C.INCOHERENT),
    ],
)
def test_a_manifest_that_lies_is_refused(change, code):
    assert refuse(refaire(MANIFESTE | change)) is code


def test_a_manifest_has_one_spelling():
    assert refuse(refaire(MEMBRES.manifeste + b" ")) is C.MAL_FAIT
    assert refuse(refaire(b"[]")) is C.AUTRE_FICHIER


LIGNES = ecrire_lignes(contenu())
LUES = [json.loads(ligne) for ligne in LIGNES]


def change(genre: str, **changes):
    """The lines, the first of a kind being changed."""
    rang = next(i for i, lue in enumerate(LUES) if lue["genre"] == genre)
    lignes = list(LIGNES)
    lignes[rang] = json_canonique.ecrire(LUES[rang] | changes)
    return lignes


@pytest.mark.parametrize(
    "lignes",
    [
        LIGNES[::-1],
        [*LIGNES, LIGNES[-1]],
        [LIGNES[0], *LIGNES],
        LIGNES[1:],  # an organisme that milieux name
        [ligne.replace(b'"genre"', b' "genre"') for ligne in LIGNES],
        change("organisme", nom="Office\u202ede l'Est"),
        change("organisme", nom="Office  de l'Est"),
        change("organisme", nom=""),
        change("organisme", nom="n" * 121),
        change("organisme", telephone="819 555-0147"),
        change("organisme", tenure="HLM"),
        change("organisme", code=None),
        change("organisme", valide_au="1989-01-01"),
        change("organisme", successeur=str(uuid(3))),
        change("organisme", id=str(uuid(3))),
        change("milieu", etats=[]),
        change("milieu", adresse="12, rue des Érables"),
        change("milieu", etats=[{"tenure": "OH", "nb_logements": 0}]),
        change("milieu", etats=[{"tenure": "OH"}, {"tenure": "OH"}]),
        change("milieu", etats=[{"tenure": "OH", "organisme": str(uuid(77))}]),
        change("service", destination="cisss"),
        change("projet", code="L_JARDIN"),
        change("projet", code="CCR"),
        change("projet", milieux=[str(uuid(4))]),
        change("projet", statut="FINI"),
        change("comite", roles=[{"role": "LOCATAIRE", "nombre": 0}]),
        change("comite", roles=[{"role": "LOCATAIRE", "nom": "Mme X", "nombre": 1}]),
        change("fusion", vers=str(uuid(9))),
        change("fusion", vers=str(uuid(4))),
        change("fusion", de=str(uuid(3))),
        change("refus", raison="r" * 301),
        change("vocabulaire", donnees={"edition": "2026"}),
        change("vocabulaire", donnees=LUES[-1]["donnees"] | {"en_vigueur": "hier"}),
        change("vocabulaire", donnees=LUES[-1]["donnees"]),
    ],
)  # fmt: skip
def test_a_line_that_no_region_writes_is_refused_with_the_whole(lignes):
    assert refuse(refaire(lignes=lignes)) is C.MAL_FAIT


def test_the_region_cannot_publish_what_nobody_could_read():
    for mauvais in (
        ContenuRepertoire.de([Projet(id=uuid(1), code="L_X", titre="x")]),
        ContenuRepertoire.de([milieu("X", organisme=uuid(8))]),
        ContenuRepertoire.de([organisme("\u200b")]),
    ):
        with pytest.raises(RefusRepertoire):
            octets(de=mauvais)
