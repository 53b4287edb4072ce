"""The project of an entry: a code of the directory, or what an old journal typed there."""

import pytest

from journal_scls.application.interventions.interventions import Interventions
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.repertoire.partenaires import Projet
from tests.fabriques import HorlogeFixe, contenu, intervention, profil, vocabulaires
from tests.fakes import FakeBase

FICHE = {"date": "2025-03-14", "duree_min": 45, "tenure": "OH", "volet": "INDIVIDUEL",
         "activite": "ECOUTE", "clientele": "AINES"}  # fmt: skip


@pytest.fixture
def base():
    base = FakeBase()
    base.etat.profil.append(profil())
    fiche = Projet(id=nouvel_identifiant(), code="L_JARDIN", titre="Jardin")
    base.etat.projets[fiche.id] = fiche
    return base


@pytest.fixture
def interventions(base):
    return Interventions(base.unite, vocabulaires(), HorlogeFixe())


def test_le_code_d_aucun_projet_est_refuse(interventions):
    with pytest.raises(RegleMetier) as refus:
        interventions.saisir(contenu(projet="Jardin de Mme X"))
    assert refus.value.champ == "projet"
    assert interventions.saisir(contenu(projet="L_JARDIN")).contenu.projet == "L_JARDIN"


def test_un_ancien_texte_libre_reste_et_ne_se_redemande_pas(interventions, base):
    vieille = intervention(projet="Le jardin de la cour")
    with base.unite() as unite:
        unite.interventions.ajouter(vieille)
        unite.commit()
    corrigee = interventions.corriger(
        vieille.id, contenu(projet="Le jardin de la cour", note="Corrigée")
    )
    assert corrigee.contenu.projet == "Le jardin de la cour"
    interventions.corriger_fiche(vieille.id, {"note": "Encore"})
    assert interventions.lire(vieille.id).contenu.projet == "Le jardin de la cour"
    with pytest.raises(RegleMetier, match="aucun projet"):
        interventions.corriger(vieille.id, contenu(projet="Autre texte"))


def test_la_colonne_projet_trouve_ou_cree(interventions, base):

    assert interventions.saisir_fiche(FICHE | {"projet": "jardin"}).contenu.projet == "L_JARDIN"
    nouvelle = interventions.saisir_fiche(FICHE | {"projet": "Cuisine collective"})
    assert nouvelle.contenu.projet == "L_CUISINE_COLLECTIVE"[:20]
    avec = interventions.corriger_fiche(nouvelle.id, {"projet": "L_JARDIN"})
    assert avec.contenu.projet == "L_JARDIN"
    with pytest.raises(RegleMetier):
        interventions.saisir_fiche(FICHE | {"projet": "Jamais vu", "date": "hier soir"})
    titres = {p.titre for p in base.etat.projets.values()}
    assert titres == {"Jardin", "Cuisine collective"}
