"""States and revisions of an entry."""

from datetime import UTC, date, datetime, timedelta

import pytest

from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.journal.intervention import Contenu, Intervention, Statut, Volet

LUNDI = datetime(2025, 3, 17, 14, 5, tzinfo=UTC)
MARDI = LUNDI + timedelta(days=1)


def _contenu(**changements: object) -> Contenu:
    base: dict[str, object] = {
        "date_intervention": date(2025, 3, 14),
        "duree_min": 30,
        "volet": Volet.INDIVIDUEL,
        "activite": "ECOUTE",
        "categorie": "C4",
        "clientele": "AINES",
        "nb_personnes": 1,
    }
    return Contenu(**(base | changements))  # type: ignore[arg-type]


@pytest.fixture
def finale() -> Intervention:
    return Intervention(
        id=nouvel_identifiant(),
        contenu=_contenu(),
        vocabulaire="2022",
        auteur="INT-01",
        creee_le=LUNDI,
        saisie_le=LUNDI,
    )


def test_une_correction_fait_une_nouvelle_revision(finale: Intervention) -> None:
    corrigee = finale.rectifier(
        _contenu(duree_min=45), vocabulaire="2022", auteur="INT-02", le=MARDI
    )
    assert (corrigee.id, corrigee.revision, corrigee.statut) == (finale.id, 2, Statut.RECTIFIEE)
    assert (corrigee.contenu.duree_min, finale.contenu.duree_min) == (45, 30)
    assert (corrigee.creee_le, corrigee.saisie_le) == (LUNDI, MARDI)
    assert corrigee.compte


def test_une_annulation_garde_le_contenu_et_la_raison(finale: Intervention) -> None:
    annulee = finale.annuler("  saisie deux fois ", auteur="INT-01", le=MARDI)
    assert (annulee.statut, annulee.raison, annulee.revision) == (
        Statut.ANNULEE,
        "saisie deux fois",
        2,
    )
    assert annulee.contenu == finale.contenu
    assert not annulee.compte


@pytest.mark.parametrize("raison", ["", "   "])
def test_on_n_annule_pas_sans_raison(finale: Intervention, raison: str) -> None:
    with pytest.raises(RegleMetier) as refus:
        finale.annuler(raison, auteur="INT-01", le=MARDI)
    assert refus.value.champ == "raison"


def test_une_annulee_ne_se_corrige_ni_ne_s_annule_mais_se_retablit(finale: Intervention) -> None:
    annulee = finale.annuler("erreur", auteur="INT-01", le=MARDI)
    with pytest.raises(RegleMetier):
        annulee.rectifier(_contenu(), vocabulaire="2022", auteur="INT-01", le=MARDI)
    with pytest.raises(RegleMetier):
        annulee.annuler("encore", auteur="INT-01", le=MARDI)
    retablie = annulee.retablir(auteur="INT-01", le=MARDI)
    assert (retablie.statut, retablie.revision, retablie.raison) == (Statut.RECTIFIEE, 3, "")
    with pytest.raises(RegleMetier):
        retablie.retablir(auteur="INT-01", le=MARDI)
