"""What the form offers of the directory, and what an identifier in a draft means."""

from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.repertoire.fusion import Fusion, Fusions, GenreFiche
from journal_scls.gui.pages.saisie.choix import ChoixRepertoire
from tests.fabriques import milieu

ANCIEN = nouvel_identifiant()


def test_a_folded_milieu_is_the_one_that_stays():
    tour = milieu("Tour des Érables", code="M-112")
    fusions = Fusions((Fusion(genre=GenreFiche.MILIEU, de=ANCIEN, vers=tour.id),))
    choix = ChoixRepertoire([tour], recents=[tour.id], fusions=fusions)
    for valeur in (str(ANCIEN), str(tour.id), "tour des erables", "m-112"):
        assert choix.milieu(valeur) == tour
    assert choix.courant(ANCIEN) == tour.id
    assert choix.milieu(str(nouvel_identifiant())) is None
    assert choix.milieu("") is None
