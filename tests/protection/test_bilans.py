"""Whole bilans and series of them, read by somebody who computes."""

import random
from contextlib import suppress

import pytest

from journal_scls.domain.errors import RegleMetier
from tests.protection.lecteur import ACTES, LIEUX, SEULS, Lecteur
from tests.protection.regions import publier, region

ECART = 2  # with k = 5
TOUT = 60


def graines(*vite):
    """Those that run each time, and all the others for a long search."""
    return [g if g in vite else pytest.param(g, marks=pytest.mark.lent) for g in range(TOUT)]


@pytest.mark.parametrize("graine", graines(1, 2))
def test_nothing_hidden_in_a_bilan_can_be_computed(graine):
    hasard = random.Random(graine)
    faits = region(hasard, hasard.choice((8, 30, 60, 150, 400)))
    mois = range(1, 7)
    bilan, _ = publier(faits, mois)
    for rang in range(3):
        assert list(Lecteur(faits, [(bilan, mois)], rang).trop_sus(ECART)) == []


# 25: only J12b told that the collective entries were few. 30: a month refused, then passed over.
@pytest.mark.parametrize("graine", graines(25, 29, 30))
def test_nothing_hidden_in_a_series_can_be_computed(graine):
    hasard = random.Random(1_000 + graine)
    faits = region(hasard, hasard.choice((60, 150, 400)))
    publies, deja = [], []
    dernier = range(3, 7) if graine % 4 == 3 else range(1, 7)
    for mois in (range(1, 4), range(1, 5), dernier):
        with suppress(RegleMetier):  # the total of what is added would be a small number
            bilan, anterieur = publier(faits, mois, deja)
            publies.append((bilan, mois))
            deja.append(anterieur)
    for rang in range(3):
        assert list(Lecteur(faits, publies, rang).trop_sus(ECART)) == []


@pytest.mark.parametrize("graine", [0, *(pytest.param(g, marks=pytest.mark.lent) for g in (1, 2))])
def test_a_year_over_three_documents_loses_no_rows(graine):
    faits = region(random.Random(3_000 + graine), 900, mois=12, lieux=60)
    publies, deja = [], []
    for mois in (range(1, 4), range(1, 7), range(1, 10), range(1, 13)):
        bilan, anterieur = publier(faits, mois, deja)
        publies.append((bilan, mois))
        deja.append(anterieur)
        # Brought up a level where most are hidden, never given up.
        assert set(anterieur.masque.retires.values()) <= {"l'organisme", "la MRC"}
    for rang in range(3):
        assert list(Lecteur(faits, publies, rang).trop_sus(ECART)) == []


@pytest.mark.parametrize("graine", [pytest.param(0, marks=pytest.mark.lent), 1])
def test_a_document_made_again_does_not_tell_whom_a_correction_is_about(graine):
    hasard = random.Random(2_000 + graine)
    faits, mois = region(hasard, 200), range(1, 7)
    premier, garde = publier(faits, mois)
    ajoute = faits[0]
    second, _ = publier([*faits, ajoute], mois, [garde])
    assert second.compteurs.interventions == premier.compteurs.interventions + 1
    for id_, champ in (LIEUX | ACTES | SEULS).items():
        code = ajoute.date[:7] if champ == "mois" else getattr(ajoute, champ)
        lignes = [
            {ligne.code: ligne.nombres[0] for ligne in bilan.tableau(id_).lignes}
            for bilan in (premier, second)
        ]
        changees = {
            c for c in lignes[0].keys() & lignes[1].keys()
            if None not in (lignes[0][c], lignes[1][c]) and lignes[0][c] != lignes[1][c]
        }  # fmt: skip
        assert changees == set()
        # Another row is hidden with it: the entry could be in either.
        assert lignes[0].get(code) is None or list(lignes[1].values()).count(None) != 1
