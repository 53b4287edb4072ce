"""Places found by what people call them."""

from datetime import date

import pytest

from journal_scls.application.repertoire.index import IndexRepertoire
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.repertoire.fusion import Fusion, Fusions, GenreFiche
from journal_scls.domain.repertoire.lieux import EtatMilieu, Milieu, Organisme, Tenure
from journal_scls.domain.repertoire.partenaires import Projet

MARS, AVRIL, MAI = date(2025, 3, 14), date(2025, 4, 1), date(2025, 5, 2)
OFFICE = Organisme(id=nouvel_identifiant(), nom="Office de l'Est", code="OH-E", tenure=Tenure.OH)
ERABLES = Milieu(
    id=nouvel_identifiant(),
    nom="Tour des Érables",
    code="M-112",
    etats=(
        EtatMilieu(tenure=Tenure.OBNL, mrc="Lévis", categorie_immeuble="PA"),
        EtatMilieu(depuis=AVRIL, tenure=Tenure.OH, organisme=OFFICE.id, mrc="Lévis"),
    ),
)


@pytest.fixture
def index() -> IndexRepertoire:
    return IndexRepertoire([OFFICE], [ERABLES])


@pytest.mark.parametrize("nom", ["tour des erables", "TOUR DES ÉRABLES", "m 112", "M-112"])
def test_un_milieu_se_trouve_par_nom_ou_code_sans_egard_aux_accents(
    index: IndexRepertoire, nom: str
) -> None:
    assert index.lieu(nom, MARS).milieu == ERABLES.id


def test_le_lieu_est_celui_de_la_date(index: IndexRepertoire) -> None:
    assert index.lieu("Tour des Érables", MARS).tenure is Tenure.OBNL
    assert index.lieu("Tour des Érables", AVRIL).tenure is Tenure.OH
    assert index.lieu("Tour des Érables", MAI).organisme == OFFICE.id
    assert index.lieu("Tour des Érables", MAI).categorie_immeuble == ""


def test_ce_que_dit_la_ligne_l_emporte_sur_le_repertoire(index: IndexRepertoire) -> None:
    lieu = index.lieu("Tour des Érables", MAI, tenure=Tenure.COOP, mrc="Bellechasse")
    assert (lieu.tenure, lieu.mrc, lieu.organisme) == (Tenure.COOP, "Bellechasse", OFFICE.id)
    assert index.milieux_observes() == ()


def test_un_milieu_nouveau_est_cree_a_verifier(index: IndexRepertoire) -> None:
    lieu = index.lieu("Les Pins", MARS, tenure=Tenure.OH, organisme="OMH des Pins", mrc="Lévis")
    (organisme,) = index.nouveaux_organismes()
    (milieu,) = index.milieux_observes()
    assert (organisme.nom, organisme.tenure, organisme.a_verifier) == (
        "OMH des Pins",
        Tenure.OH,
        True,
    )
    assert (milieu.id, milieu.nom, milieu.a_verifier) == (lieu.milieu, "Les Pins", True)
    assert milieu.etats == (EtatMilieu(tenure=Tenure.OH, organisme=organisme.id, mrc="Lévis"),)
    assert index.lieu("LES PINS", MAI).milieu == milieu.id


def test_un_changement_de_proprietaire_devient_un_historique(index: IndexRepertoire) -> None:
    index.lieu("Les Pins", MARS, tenure=Tenure.OBNL)
    index.lieu("Les Pins", MAI, tenure=Tenure.OH)
    index.lieu("Les Pins", AVRIL, tenure=Tenure.OH)
    (milieu,) = index.milieux_observes()
    assert [(e.depuis, e.tenure) for e in milieu.etats] == [
        (None, Tenure.OBNL),
        (AVRIL, Tenure.OH),
    ]


def test_des_lignes_qui_alternent_ne_font_pas_d_historique(index: IndexRepertoire) -> None:
    index.lieu("Les Pins", MARS, tenure=Tenure.OH)
    index.lieu("Les Pins", AVRIL, tenure=Tenure.OBNL)
    index.lieu("Les Pins", MAI, tenure=Tenure.OH)
    (milieu,) = index.milieux_observes()
    assert [(e.depuis, e.tenure) for e in milieu.etats] == [(None, Tenure.OH)]


def test_sans_milieu_la_tenure_suffit(index: IndexRepertoire) -> None:
    assert index.lieu("", MARS, tenure=Tenure.OH).milieu is None
    assert index.lieu("sans milieu", MARS).tenure is Tenure.SANS_MILIEU
    assert index.milieux_observes() == ()


@pytest.mark.parametrize(
    ("nom", "tenure"), [("", None), ("Inconnu", None), ("Les Pins", Tenure.SANS_MILIEU)]
)
def test_un_lieu_sans_tenure_ou_contradictoire_est_refuse(
    index: IndexRepertoire, nom: str, tenure: Tenure | None
) -> None:
    with pytest.raises(RegleMetier) as refus:
        index.lieu(nom, MARS, tenure=tenure)
    assert refus.value.champ == "tenure"
    assert refus.value.suite


# --- cards folded into others, projects


def test_le_nom_d_une_fiche_fusionnee_donne_celle_qui_reste() -> None:
    pins = Milieu(id=nouvel_identifiant(), nom="Les Pins", etats=ERABLES.etats, code="M-9")
    fusions = Fusions((Fusion(genre=GenreFiche.MILIEU, de=pins.id, vers=ERABLES.id),))
    index = IndexRepertoire([OFFICE], [pins, ERABLES], fusions)
    for nom in ("les pins", "M-9", "Tour des Érables"):
        assert index.lieu(nom, MARS).milieu == ERABLES.id


def test_un_projet_se_trouve_par_code_ancien_code_ou_titre_sinon_il_est_cree() -> None:
    jardin = Projet(
        id=nouvel_identifiant(), code="JARDIN", titre="Jardin d'été", anciens_codes=("L_POTAGER",)
    )
    index = IndexRepertoire([], [], projets=[jardin])
    for texte in ("jardin", "L_potager", "JARDIN D ÉTÉ"):
        assert index.projet(texte) == "JARDIN"
    assert index.nouveaux_projets() == ()
    assert [index.projet(t) for t in ("Cuisine", "cuisine", "L_CUISINE")] == ["L_CUISINE"] * 3
    [cree] = index.nouveaux_projets()
    assert (cree.titre, cree.a_verifier) == ("Cuisine", True)
    assert index.nouveaux_projets() == ()
