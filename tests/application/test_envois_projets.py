"""The code of a project leaves once the region has published it, and only then."""

from datetime import date

import pytest

from journal_scls.application.repertoire.evolutions import ecrire, fusionner
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.repertoire.partenaires import Comite, Projet
from tests.fabriques import milieu
from tests.journaux_lots import creer_dossier, journal_de

JOUR = date(2025, 3, 14)


@pytest.fixture(scope="module")
def modele(tmp_path_factory):
    return creer_dossier(tmp_path_factory.mktemp("modele") / "dossier")


@pytest.fixture
def journal(modele, tmp_path):
    with journal_de(modele, tmp_path) as ouvert:
        yield ouvert


def projet(code, **changes):
    return Projet(id=nouvel_identifiant(), code=code, titre=code, **changes)


def decrire(journal, *fiches, publies=()):
    """What an edition of the region would leave behind."""
    with journal.base.unite() as unite:
        ecrire(unite, fiches)
        unite.editions.remplacer_avis([fiche.id for fiche in publies], [], [])
        unite.commit()


def sortis(journal):
    """The codes of the last lot, by entry."""
    versions = [ligne.version for ligne in journal.exporter().lignes()]
    return [(v.projet, v.comite) for v in sorted(versions, key=lambda v: v.duree_min)]


def test_only_published_codes_leave_and_each_in_its_field(journal):
    publie, local = projet("JARDIN"), projet("L_CUISINE")
    ccr = Comite(id=nouvel_identifiant(), code="CCR", titre="CCR")
    decrire(journal, publie, local, ccr, publies=(publie, ccr))
    for rang, code in enumerate(("JARDIN", "L_CUISINE", "CCR", "Jardin de Mme X", ""), start=1):
        journal.saisir(projet=code, duree_min=rang)
    assert sortis(journal) == [
        ("JARDIN", None), (None, None), (None, "CCR"), (None, None), (None, None)
    ]  # fmt: skip


def test_the_day_the_region_takes_a_local_project_its_entries_say_so(journal):
    local = projet("L_CUISINE")
    decrire(journal, local)
    journal.saisir(projet="L_CUISINE")
    assert sortis(journal) == [(None, None)]
    pris = Projet(id=local.id, code="CUISINE", titre="Cuisine", anciens_codes=("L_CUISINE",))
    decrire(journal, pris, publies=(pris,))
    assert sortis(journal) == [("CUISINE", None)]
    assert journal.exporter().manifeste.seq == 2
    decrire(journal, publies=())
    assert sortis(journal) == [(None, None)], "what is no longer published no longer leaves"


def test_a_project_folded_into_a_published_one_leaves_as_that_one(journal):
    publie, local = projet("JARDIN"), projet("L_POTAGER")
    decrire(journal, publie, local, publies=(publie,))
    with journal.base.unite() as unite:
        fusionner(unite, local.id, publie.id)
        unite.commit()
    journal.saisir(projet="L_POTAGER")
    assert sortis(journal) == [("JARDIN", None)]


def test_a_folded_milieu_leaves_as_the_one_that_stays(journal):
    """Its day too, when the building that stays is known to be large."""
    grand = milieu("Tour fictive", nb_logements=40)
    local = milieu("La tour", nb_logements=None, a_verifier=True)
    decrire(journal, grand, local, publies=(grand,))
    journal.saisir(lieu=local.lieu_le(JOUR), date_intervention=JOUR)
    [avant] = [ligne.version for ligne in journal.exporter().lignes()]
    assert (avant.milieu, avant.date, avant.mois) == (None, None, "2025-03")
    with journal.base.unite() as unite:
        fusionner(unite, local.id, grand.id)
        unite.commit()
    [apres] = [ligne.version for ligne in journal.exporter().lignes()]
    assert (apres.milieu.nom, apres.date, apres.rev) == ("Tour fictive", JOUR, 2)
