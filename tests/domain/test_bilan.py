"""The figures: the worked case, the six traps, the ten rules."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from journal_scls.application.chiffres.rapports import Rapports
from journal_scls.domain.chiffres.proportion import Mesure, Proportion, pourcent
from journal_scls.domain.journal.intervention import Contenu, Intervention, Reference, Volet
from journal_scls.domain.periode import Periode
from journal_scls.domain.repertoire.lieux import EtatMilieu, Milieu, Tenure
from tests.domain.outils_bilan import (
    ANNEE,
    FausseHorloge,
    FauxJournal,
    bilan,
    collectif,
    fait,
    indicateurs,
    reference,
    vocabulaires,
)
from tests.e2e import cas_type

UN, DEUX = UUID(int=1), UUID(int=2)
INSTANT = datetime(2025, 3, 14, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def cas():
    return bilan(cas_type.faits())


def affiche(un_bilan, id_):
    return un_bilan.indicateur(id_).proportion.affiche


def nombres(un_bilan, tableau):
    return {ligne.code: ligne.nombres[0] for ligne in un_bilan.tableau(tableau).lignes}


# The worked case


@pytest.mark.parametrize("id_", cas_type.ATTENDUS)
def test_the_worked_case_displays_what_was_published(cas, id_):
    proportion = cas.indicateur(id_).proportion
    assert (proportion.n, proportion.total, proportion.affiche) == cas_type.ATTENDUS[id_]


def test_the_worked_case_has_its_size(cas):
    assert cas.compteurs.interventions == cas_type.N
    assert cas.compteurs.references == 2_000


def test_the_tables_of_the_worked_case_agree_with_its_indicators(cas):
    assert nombres(cas, "par_tenure") == {
        "OH": 8_500, "OBNL": 700, "COOP": 400, "AUTRE": 250, "SANS_MILIEU": 150,
    }  # fmt: skip
    par_service = nombres(cas, "references")
    assert [par_service[code] for code in ("CISSS", "CISSS:SAPA", "OC:BUDGET")] == [920, 184, 126]
    assert nombres(cas, "type_collectif")["PROJET_DEMARCHE"] == 2_970


# The six traps


def test_trap_two_references_in_one_intervention():
    deux = (reference("CISSS", "SAPA"), reference("OC", "BUDGET"))
    b = bilan([fait(references=deux), *[fait() for _ in range(39)]])
    assert affiche(b, "J05") == "3 % (1/40 interventions)"
    assert affiche(b, "J06") == "50 % (1/2 références), petit effectif"
    assert b.compteurs.references == 2


def test_trap_a_building_that_changed_office():
    milieu = Milieu(
        id=UN,
        nom="Les Érables",
        etats=(
            EtatMilieu(organisme=UN, tenure=Tenure.OBNL),
            EtatMilieu(depuis=date(2025, 7, 1), organisme=DEUX, tenure=Tenure.OH),
        ),
    )
    jours = [date(2025, 6, 30), date(2025, 7, 1), date(2025, 12, 31)]
    b = rapports(*(ecriture(UUID(int=rang), jour, milieu) for rang, jour in enumerate(jours)))
    assert affiche(b, "J01") == "67 % (2/3 interventions), petit effectif"
    assert affiche(b, "J02") == "33 % (1/3 interventions), petit effectif"
    assert nombres(b, "par_organisme") == {str(UN): 1, str(DEUX): 2, "": 0}


def test_trap_a_collective_entry_without_reference_and_with_30_participants():
    avec = fait(references=(reference("OC"),))
    b = bilan([collectif(nb_personnes=30), avec, *[fait() for _ in range(18)]])
    assert affiche(b, "J05") == "5 % (1/20 interventions)"
    assert affiche(b, "J05b") == "5 % (1/19 interventions), petit effectif"
    assert affiche(b, "J12") == "5 % (1/20 interventions)"
    assert affiche(b, "J12b") == "61 % (30/49 participations)"


def test_trap_no_milieu():
    sans = fait(tenure="SANS_MILIEU", milieu="", organisme="", mrc="", categorie_immeuble="")
    b = bilan([sans, *[fait() for _ in range(19)]])
    assert affiche(b, "J03r") == "5 % (1/20 interventions)"
    for tableau in ("par_mrc", "par_organisme", "par_milieu"):
        derniere = b.tableau(tableau).lignes[-1]
        assert (derniere.libelle, derniere.nombres[0]) == ("Autres ou non précisé", 1)


def test_trap_a_rectified_entry_delivered_in_two_lots():
    premiere = ecriture(UN, date(2025, 3, 1))
    corrigee = premiere.rectifier(
        replace(premiere.contenu, references=(Reference(destination="OC"),)),
        vocabulaire="2022",
        auteur="INT-01",
        le=INSTANT,
    )
    b = rapports(premiere, corrigee, premiere, corrigee)
    assert b.compteurs.interventions == 1
    assert affiche(b, "J05") == "100 % (1/1 intervention), petit effectif"


def test_trap_no_oc_reference_at_all():
    b = bilan([fait(references=(reference("CISSS", "SAPA"),)) for _ in range(30)])
    assert affiche(b, "J09") == "0 % (0/30 références)"
    for id_ in ("J10", "J11"):
        proportion = b.indicateur(id_).proportion
        assert (proportion.affiche, proportion.part, proportion.total) == ("s. o.", None, 0)


# The ten rules


def test_r1_a_share_always_carries_its_base():
    assert Proportion.exacte(Mesure.REFERENCES, 92, 200).affiche == "46 % (92/200 références)"


def test_r2_cancelled_entries_do_not_count():
    une, autre = ecriture(UN, date(2025, 3, 1)), ecriture(DEUX, date(2025, 3, 1))
    annulee = autre.annuler("doublon", auteur="INT-01", le=INSTANT)
    assert rapports(une, autre, annulee).compteurs.interventions == 1


def test_r3_nothing_is_not_zero_and_a_small_base_says_so():
    vide = bilan([])
    assert {i.proportion.affiche for i in vide.indicateurs} == {"s. o."}
    assert {i.proportion.part for i in vide.indicateurs} == {None}
    assert not any(i.proportion.petit_effectif for i in vide.indicateurs)
    dix_neuf, vingt = bilan([fait()] * 19), bilan([fait()] * 20)
    assert affiche(dix_neuf, "J01") == "100 % (19/19 interventions), petit effectif"
    assert affiche(vingt, "J01") == "100 % (20/20 interventions)"


@pytest.mark.parametrize(
    ("n", "total", "attendu"), [(1, 8, 13), (3, 8, 38), (1, 200, 1), (1, 201, 0), (199, 200, 100)]
)
def test_r4_half_up(n, total, attendu):
    assert pourcent(n, total) == attendu


def test_r4_sums_are_not_forced_and_the_residual_row_is_there():
    faits = [fait(modalite=code) for code in ("BUREAU", "ECRIT", "")] * 10
    lignes = bilan(faits).tableau("par_modalite").lignes
    assert [(li.libelle, li.parts[0].pourcent) for li in lignes] == [
        ("Au bureau", "33 %"), ("Par écrit", "33 %"), ("Autres ou non précisé", "33 %"),
    ]  # fmt: skip


def test_r5_shares_of_mentions_and_of_interventions():
    faits = [fait(problematiques=("ISOLEMENT", "VOISINAGE"))] * 20
    faits += [fait(problematiques=("ISOLEMENT",))] * 10 + [fait()] * 10
    lignes = {li.code: li for li in bilan(faits).tableau("par_problematique").lignes}
    assert [p.affiche for p in lignes["ISOLEMENT"].parts] == [
        "60 % (30/50 mentions)", "75 % (30/40 interventions)",
    ]  # fmt: skip
    assert [p.affiche for p in lignes["AUCUNE"].parts] == ["s. o.", "25 % (10/40 interventions)"]


def test_r5_a_need_said_twice_in_one_intervention_is_one_mention():
    b = bilan([fait(problematiques=("ISOLEMENT", "ISOLEMENT"))])
    assert nombres(b, "par_problematique") == {"ISOLEMENT": 1, "AUCUNE": 0}


def test_r6_the_four_counters_are_apart():
    faits = [
        collectif(nb_personnes=30),
        fait(personne="P-1", references=(reference("OC"), reference("CISSS"))),
        fait(personne="P-1"),
        fait(personne="P-2", nb_personnes=2),
        fait(),
    ]
    c = bilan(faits).compteurs
    assert (c.interventions, c.participations, c.personnes_distinctes, c.references) == (
        5,
        35,
        2,
        2,
    )
    assert c.minutes == 150


def test_r7_the_date_of_the_intervention_decides_both_ends_included():
    jours = ["2024-12-31", "2025-01-01", "2025-12-31", "2026-01-01"]
    b = bilan([fait(date=jour) for jour in jours])
    assert b.compteurs.interventions == 2
    mois = nombres(b, "par_mois")
    assert (len(mois), mois["2025-01"], mois["2025-06"], mois["2025-12"]) == (12, 1, 0, 1)


def test_r8_old_entries_keep_the_place_they_had():
    b = bilan([fait(mrc="Ancienne", date="2025-01-02"), fait(mrc="Nouvelle", date="2025-09-02")])
    assert nombres(b, "par_mrc") == {"Ancienne": 1, "Nouvelle": 1, "": 0}


def test_r9_a_year_is_not_the_sum_of_its_months():
    faits = [fait(date=f"2025-{mois:02d}-05", personne="P-1") for mois in range(1, 13)]
    annee = bilan(faits).compteurs.personnes_distinctes
    mensuels = [bilan(faits, m).compteurs.personnes_distinctes for m in ANNEE.liste_mois()]
    assert (annee, sum(mensuels)) == (1, 12)


def test_r10_the_volet_milieu_leaves_numerators_and_bases_together():
    faits = [fait(volet="MILIEU", nb_personnes=10, references=(reference("OC"),))] * 20
    faits += [collectif(nb_personnes=3)] * 20 + [fait(references=(reference("CISSS"),))] * 10
    avec, sans = bilan(faits), bilan(faits, milieu=False)
    assert affiche(avec, "J05") == "60 % (30/50 interventions)"
    assert affiche(sans, "J05") == "33 % (10/30 interventions)"
    assert affiche(avec, "J12b") == "22 % (60/270 participations)"
    assert affiche(sans, "J12b") == "86 % (60/70 participations)"
    assert affiche(avec, "J06") == affiche(sans, "J06") == "33 % (10/30 références)"
    assert avec.compteurs == sans.compteurs
    assert avec.tableaux == sans.tableaux


# Codes of every age


def test_a_code_that_the_newest_edition_dropped_stays_readable():
    libelles = {li.code: li.libelle for li in
                bilan([fait(activite="PSYCHOSOC"), fait(activite="MYSTERE")])
                .tableau("par_activite").lignes}  # fmt: skip
    assert libelles == {"PSYCHOSOC": "Intervention psychosociale", "MYSTERE": "MYSTERE"}


def test_a_detail_that_repeats_the_row_above_is_not_printed():
    references = (reference("EMPLOI"), reference("OC", "BUDGET"), reference("OC", "AUTRE"))
    tableau = bilan([fait(references=references)]).tableau("references")
    assert [li.code for li in tableau.lignes] == [
        "OC", "OC:BUDGET", "OC:AUTRE", "EMPLOI", "EMPLOI:AUTRE",
    ]  # fmt: skip
    assert [li.code for li in tableau.lignes_utiles] == ["OC", "OC:BUDGET", "OC:AUTRE", "EMPLOI"]


def test_batches_do_not_show():
    faits = list(cas_type.faits()) * 2
    random.Random(1).shuffle(faits)
    double = bilan(iter(faits))
    assert double.compteurs.interventions == 2 * cas_type.N
    assert affiche(double, "J07") == "31 % (570/1 840 références)"


# Entries as the journal keeps them


def ecriture(id_: UUID, jour: date, milieu: Milieu | None = None) -> Intervention:
    contenu = Contenu(
        date_intervention=jour,
        duree_min=30,
        volet=Volet.INDIVIDUEL,
        activite="ECOUTE",
        categorie="C4",
        clientele="AINES",
        nb_personnes=1,
    )
    if milieu is not None:
        contenu = replace(contenu, lieu=milieu.lieu_le(jour))
    return Intervention(
        id=id_, contenu=contenu, vocabulaire="2022", auteur="INT-01",
        creee_le=INSTANT, saisie_le=INSTANT,
    )  # fmt: skip


def rapports(*revisions: Intervention):
    journal = FauxJournal(revisions)
    return Rapports(journal, vocabulaires(), indicateurs(), FausseHorloge()).bilan(
        Periode.annee(2025)
    )
