"""The fictional region: real journals, real lots, one that is late, a publication to look at."""

from datetime import UTC, datetime

import pytest

from journal_scls.application.demonstration.region import (
    MEMBRES,
    SERIE,
    Lieux,
    fabriquer_region,
    profil_region,
)
from journal_scls.application.lots.ports_receptions import Bifurcation, Conflit
from journal_scls.domain.periode import Periode
from tests.fabriques import HorlogeFixe
from tests.gui.ateliers import PHRASE, faire_atelier

JEUDI = datetime(2026, 10, 15, 18, tzinfo=UTC)


@pytest.fixture(scope="module")
def region(tmp_path_factory):
    place = tmp_path_factory.mktemp("region")
    atelier = faire_atelier(horloge=HorlogeFixe(JEUDI))
    journal, _code = atelier.creer(place / "region", profil_region(atelier), PHRASE)
    lieux = Lieux(chantier=place, a_recevoir=place / "lots")
    fabriquer_region(journal, atelier, PHRASE, lieux)
    yield journal
    journal.fermer()


def test_everything_says_demo(region):
    vue = region.repertoire.vue()
    noms = [vue.nom(id_) for id_ in vue.toutes]
    assert region.profil.demo
    assert [nom for nom in (region.profil.titre, *noms) if "(DÉMO)" not in nom] == []


def test_three_journals_sent_their_lots_and_one_never_did(region):
    etats = {etat.code: etat for etat in region.region.etat_region().journaux}
    assert set(etats) == {membre.code for membre in MEMBRES}
    recus = {code for code, etat in etats.items() if etat.incarnations}
    assert recus == {membre.code for membre in MEMBRES if membre.places}


def test_the_region_counts_a_year_of_projects_named_by_its_own_codes(region):
    bilan = region.rapports.bilan(Periode(JEUDI.date().replace(year=2025), JEUDI.date()))
    assert bilan.compteurs.interventions > 1000
    codes = [fiche.code for fiche in region.repertoire.vue().projets]
    assert "JARDIN" in codes
    assert not [code for code in codes if code.startswith("L_")]


def test_what_was_published_is_there_with_its_code(region):
    (publication,) = region.publications.lister()
    assert publication.serie == SERIE
    assert region.publications.relire(publication.code.texte).periode.au.isoformat() == "2026-09-30"


def test_two_copies_of_a_journal_left_something_to_decide(region):
    affaires = [affaire.objet for affaire in region.region.situation().a_decider]
    (conflit,) = (objet for objet in affaires if isinstance(objet, Conflit))
    durees = {version.champs["duree_min"] for version in region.region.versions(conflit)}
    assert len(durees) == 2
    assert [type(objet) for objet in affaires if objet is not conflit] == [Bifurcation]


def test_a_lot_is_left_to_be_received(region):
    (lot,) = (region.dossier.parent / "lots").iterdir()
    (resultat,) = region.receptions.importer([lot])
    assert (resultat.resultat, resultat.seq) == ("applique", 2)
