"""What leaves, and how places are blurred."""

from dataclasses import fields
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_scls.domain.chiffres.faits import ReferenceFait
from journal_scls.domain.echange.partage import (
    CHAMPS_FACULTATIFS,
    CHAMPS_TOUJOURS,
    EcriturePartagee,
    Generalisation,
    InterventionAPartager,
    ReglesPartage,
    texte_sur,
)
from journal_scls.domain.repertoire.lieux import EtatMilieu, Tenure
from tests.fabriques import milieu, organisme

OFFICE = organisme("Office fictif", code="OF-1")
JOUR = date(2025, 3, 14)


def a_partager(**changes):
    champs = {
        "id": UUID(int=1),
        "annulee": False,
        "vocabulaire": "2022",
        "date": JOUR,
        "duree_min": 45,
        "milieu": None,
        "organisme": OFFICE.id,
        "tenure": "OH",
        "mrc": "La Matanie",
        "categorie_immeuble": "FAM",
        "volet": "INDIVIDUEL",
        "activite": "ECOUTE",
        "categorie": "C4",
        "type_collectif": "",
        "clientele": "AINES",
        "modalite": "",
        "nb_personnes": 1,
        "tranches": (0, 0, 1, 0, 0),
        "projet": "P_1",
        "fait_marquant": "Une belle fête.",
        "problematiques": ("ISOLEMENT",),
        "references": (ReferenceFait("CISSS", "SAPA", "SIMPLE", "FAITE"),),
    }
    return InterventionAPartager(**(champs | changes))


def generaliser(i, *milieux, **regles):
    generalisation = Generalisation.avec(ReglesPartage(**regles), milieux, [OFFICE])
    return generalisation.generaliser(i)


@pytest.mark.parametrize("logements", [None, 1, 19])
def test_a_small_milieu_leaves_only_its_organisme_and_the_month(logements):
    petit = milieu("Les Lilas", nb_logements=logements)
    partagee = generaliser(a_partager(milieu=petit.id), petit)
    assert (partagee.milieu, partagee.date, partagee.mois) == (None, None, "2025-03")
    assert partagee.organisme == ("Office fictif", "OF-1")


def test_a_large_milieu_is_named_with_its_day():
    grand = milieu("Les Érables", nb_logements=20, code="HLM-2")
    partagee = generaliser(a_partager(milieu=grand.id), grand)
    assert partagee.milieu == ("Les Érables", "HLM-2")
    assert (partagee.date, partagee.mois) == (JOUR, "")


def test_the_number_of_dwellings_is_that_of_the_day():
    agrandi = milieu(
        etats=(
            EtatMilieu(tenure=Tenure.OH, nb_logements=12),
            EtatMilieu(depuis=JOUR, tenure=Tenure.OH, nb_logements=40),
        )
    )
    veille = a_partager(milieu=agrandi.id, date=date(2025, 3, 13))
    assert generaliser(veille, agrandi).milieu is None
    assert generaliser(veille._replace(date=JOUR), agrandi).milieu is not None


def test_without_a_milieu_only_the_month_leaves():
    partagee = generaliser(a_partager(tenure="SANS_MILIEU", organisme=None))
    assert (partagee.date, partagee.mois, partagee.organisme) == (None, "2025-03", None)


def test_no_region_can_lower_the_threshold():
    petit = milieu(nb_logements=10)
    assert generaliser(a_partager(milieu=petit.id), petit, seuil_logements=2).milieu is None


def test_a_fait_marquant_leaves_only_when_ticked():
    assert generaliser(a_partager()).fait_marquant == ""
    assert generaliser(a_partager(), faits_marquants=True).fait_marquant == "Une belle fête."


def test_a_ticked_fait_marquant_stays_when_the_region_does_not_ask_for_it():
    partagee = generaliser(a_partager(), faits_marquants=True, champs=frozenset(("mrc",)))
    assert (partagee.fait_marquant, partagee.mrc) == ("", "La Matanie")


def test_a_project_leaves_only_by_a_code_of_the_region():
    assert generaliser(a_partager()).projet == ""
    assert generaliser(a_partager(), projets={"P_1": "P_1"}).projet == "P_1"
    assert generaliser(a_partager(projet="L_1"), projets={"L_1": "P_1"}).projet == "P_1"
    assert generaliser(a_partager(), comites={"P_1": "C_1"}).comite == "C_1"
    assert generaliser(a_partager(projet="P_1 chez Mme X"), projets={"P_1": "P_1"}).projet == ""


def test_a_region_may_ask_for_less():
    grand = milieu(nb_logements=40)
    complete = a_partager(milieu=grand.id, modalite="BUREAU", type_collectif="ADL", projet="P_1")
    codes = {"P_1": "P_1"}
    partagee = generaliser(complete, grand, champs=frozenset(), projets=codes, comites=codes)
    vides = {f.name for f in fields(EcriturePartagee) if not getattr(partagee, f.name)}
    assert vides == CHAMPS_FACULTATIFS


def test_the_allow_list_is_what_the_class_holds():
    assert {f.name for f in fields(EcriturePartagee)} == CHAMPS_FACULTATIFS | CHAMPS_TOUJOURS


def test_what_may_not_leave_cannot_even_be_given():
    interdits = {"note", "personne", "suivi", "suivi_le", "ressource", "date_relance"}
    interdits |= {"source_financement", "nb_nouvelles", "roles", "raison", "auteur", "saisie_le"}
    assert not interdits & set(InterventionAPartager._fields)
    assert set(ReferenceFait._fields) == {"destination", "service", "mode", "statut"}


def test_a_name_that_nothing_is_left_of_is_not_named():
    fantome = milieu("\u200b\u202e", nb_logements=40)
    partagee = generaliser(a_partager(milieu=fantome.id), fantome)
    assert (partagee.milieu, partagee.mois) == (None, "2025-03")


@given(st.text())
def test_a_safe_text_is_one_visible_line(texte):
    sur = texte_sur(texte)
    assert sur == texte_sur(sur)
    assert len(sur) <= 120
    assert sur == sur.strip()
    assert not set(sur) & set("\n\r\t\u200b\u202e\u2028")
