"""Ten years of a journal, ten thousand files of no use, a figure that was already published."""

import time
from datetime import date
from uuid import UUID

import pytest

from journal_scls.application.lectures import Filtre
from journal_scls.application.lots.ports_receptions import Resultat
from journal_scls.domain.periode import Periode
from journal_scls.sync.lot import ecrivain, enregistrement, manifeste
from journal_scls.sync.lot.etat import CumulEtat
from journal_scls.sync.lot.manifeste import Etat
from tests.journaux_simules import JournalSimule, RegionSimulee, manifeste_de
from tests.sync.lot import outils

ANNEES, PAR_AN = 10, 20_000


@pytest.fixture
def journal():
    return JournalSimule("A")


@pytest.fixture
def region(base_vide, base_fermee, journal):
    return RegionSimulee(base_vide, base_fermee.dossier).preparer([journal])


# --- T114


def dix_ans(journal, place, annees, par_an):
    """The files of a journal, one a year; every line is new."""
    modele = enregistrement.encoder(outils.petit_milieu(1))
    cumul, prev = CumulEtat(), None
    for annee in range(annees):
        lignes = [
            modele.replace(outils.numero(1).encode(), str(UUID(int=n)).encode())
            for n in range(annee * par_an + 1, (annee + 1) * par_an + 1)
        ]
        for n, ligne in enumerate(lignes, annee * par_an + 1):
            cumul.ajouter(str(UUID(int=n)), 1, enregistrement.empreinte(ligne))
        entete = outils.entete(
            journal=str(journal.id), incarnation=str(journal.incarnation), seq=annee + 1,
            prev=prev, since_ack=annee, period=None, state=cumul.etat,
        )  # fmt: skip
        clair = ecrivain.composer_lignes(entete, lignes, 0, journal.identite.cle_secrete)
        prev = manifeste.empreinte(manifeste_de(clair))
        fichier = place / f"{annee:02}.scls"
        fichier.write_bytes(ecrivain.sceller(clair, [outils.REGION.publique.destinataire]))
        yield fichier, cumul.etat


def importer_et_condenser(region, journal, place, annees, par_an):
    """Seconds of the import, and of the state digest of all that is held."""
    place.mkdir()
    faits = list(dix_ans(journal, place, annees, par_an))
    depart = time.perf_counter()
    lus = region.receptions.importer([place])
    import_ = time.perf_counter() - depart
    assert {lu.resultat for lu in lus} == {Resultat.APPLIQUE}
    with region.base.unite_de_lecture() as unite:
        courantes = unite.receptions.courantes(journal.id)
    depart = time.perf_counter()
    tenu = region.lecteur.condenser(courantes)
    condense = time.perf_counter() - depart
    assert Etat(count=tenu.nombre, digest=tenu.condense) == faits[-1][1]
    (etat,) = region.region.etat_region().journaux
    assert (etat.ecritures, etat.concorde) == (annees * par_an, True)
    return import_, condense


def test_both_ends_agree_on_the_state_of_a_long_journal(region, journal, tmp_path):
    importer_et_condenser(region, journal, tmp_path / "lots", annees=4, par_an=500)


@pytest.mark.lent
def test_ten_years_of_twenty_thousand_entries(region, journal, tmp_path):
    """T114: under a minute to import, under two seconds to compare."""
    import_, condense = importer_et_condenser(region, journal, tmp_path / "lots", ANNEES, PAR_AN)
    assert import_ < 60
    assert condense < 2


# --- T115


def encombrer(region, place, nombre):
    """Files that look encrypted and are nothing, and what became of them."""
    place.mkdir()
    for n in range(nombre):
        octets = ecrivain.sceller(b"zip %d" % n, [outils.REGION.publique.destinataire])
        (place / f"{n:05}.scls").write_bytes(octets)
    lus = region.receptions.importer([place])
    assert {(lu.resultat, lu.code) for lu in lus} == {(Resultat.REFUSE, "zip_tronque")}
    assert len(region.quarantaine.noms()) == nombre
    assert region.region.etat_region().mis_de_cote == {Resultat.REFUSE: nombre}
    assert not region.receptions.reprendre()


def test_junk_is_kept_told_and_not_tried_again(region, journal, tmp_path):
    encombrer(region, tmp_path / "partage", 100)
    journal.saisir(1)
    assert region.importer(journal.exporter())[0].accepte


@pytest.mark.lent
def test_ten_thousand_files_of_junk(region, journal, tmp_path):
    """T115; what the window does of them: tests/gui/test_dix_mille_fichiers."""
    depart = time.perf_counter()
    encombrer(region, tmp_path / "partage", 10_000)
    assert time.perf_counter() - depart < 120
    depart = time.perf_counter()
    region.region.etat_region()
    assert not region.receptions.reprendre()
    assert time.perf_counter() - depart < 1


# --- T119


def chiffres(region):
    """What a region publishes of March, from the entries that count."""
    faits = region.base.lectures_region(region.lecteur.lire_ligne).faits(Filtre())
    mois = Periode(date(2025, 3, 1), date(2025, 3, 31))
    dedans = [f for f in faits if str(f.date)[:7] == f"{mois.du:%Y-%m}"]
    return len(dedans), sum(f.duree_min for f in dedans)


def test_a_correction_after_publication_leaves_what_was_published_reproducible(
    region, journal, regions_fichier
):
    """T119: a new version counts from now on; the lots of then give the figures of then."""
    journal.saisir(1, duree_min=30)
    journal.saisir(2, duree_min=45)
    publies = [journal.exporter()]
    region.importer(*publies)
    publie, inclus = chiffres(region), {r.empreinte for r in recus(region)}
    assert publie == (2, 75)

    journal.saisir(2, duree_min=60)
    region.importer(journal.exporter())
    assert chiffres(region) == (2, 90)
    # Both versions are there, and the lots that were counted are known: the difference is one.
    with region.engine.connect() as connexion:
        revs = connexion.exec_driver_sql("SELECT rev FROM version ORDER BY entree, rev").scalars()
        assert sorted(revs) == [1, 1, 2]
    apres = {r.empreinte for r in recus(region)}
    assert inclus < apres
    # From the files kept of those lots alone, another computer finds what was published.
    with region.base.unite_de_lecture() as unite, regions_fichier() as refaite:
        fichiers = dict(
            unite._ouverte.exec_driver_sql("SELECT empreinte, fichier FROM reception").all()
        )
        refaite.importer(*(region.quarantaine.lire(fichiers[e]) for e in inclus))
        assert chiffres(refaite) == publie


def recus(region):
    with region.base.unite_de_lecture() as unite:
        return unite.receptions.receptions()
