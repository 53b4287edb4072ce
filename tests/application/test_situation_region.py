"""What a coordination may conclude for a month, and what waits for a decision."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from journal_scls.application.lots.etat_region import EtatJournal, EtatRegion
from journal_scls.application.lots.ports_receptions import (
    Conflit,
    Decision,
    Etat,
    ResumeReception,
    Rivale,
    Trou,
)
from journal_scls.application.lots.situation_region import (
    RETIREE,
    SituationRegion,
    conclure,
    dresser_affaires,
    nom_objet,
)
from journal_scls.domain.echange.inscription import Revocation

A, B, VIE = UUID(int=1), UUID(int=2), UUID(int=9)
ETAT = Etat(3, "a" * 64)
FIN_FEVRIER = datetime(2025, 2, 28, 12, tzinfo=UTC)
MARS = datetime(2025, 3, 1, 12, tzinfo=UTC)
CONFLIT = Conflit(A, UUID(int=5), 1, 1, (Rivale(b"x", False, b"{}"), Rivale(b"y", False, b"{}")))


def journal(id_: UUID = A, recu: datetime | None = MARS, **changes: object) -> EtatJournal:
    lot = ResumeReception("e", id_, VIE, 1, 4, "delta", ETAT, recu or MARS)
    vide = EtatJournal(
        journal=id_,
        code=f"INT-{id_.int}",
        nom="",
        incarnations=(),
        dernier=None if recu is None else lot,
        jours_depuis=None,
        ecritures=3,
        declare=None if recu is None else ETAT,
        tenu=ETAT,
        trous=(),
        ruptures=(),
        bifurcations=(),
        conflits=(),
        epoques_doubles=(),
        recus_revoques=0,
        recu_le=recu,
    )
    return replace(vide, **changes)


def situation(*journaux: EtatJournal, decisions: tuple[Decision, ...] = ()) -> SituationRegion:
    etat = EtatRegion(journaux=journaux, mis_de_cote={})
    return SituationRegion(
        etat=etat,
        affaires=dresser_affaires(etat, decisions),
        completude=conclure(etat, date(2025, 3, 14)),
    )


def decision(choix: str, raison: str = "vu") -> Decision:
    return Decision(A, nom_objet(CONFLIT), choix, raison, MARS)


def test_a_journal_counts_for_a_month_once_a_lot_came_after_it():
    lue = situation(journal(A, MARS), journal(B, FIN_FEVRIER))
    assert lue.completude.phrase == "1 journal sur 2 pour février 2025, aucun trou"
    assert [j.journal for j in lue.completude.en_retard] == [B]


def test_the_year_before_in_january():
    etat = EtatRegion(journaux=(), mis_de_cote={})
    assert conclure(etat, date(2025, 1, 2)).nom_du_mois == "décembre 2024"


def test_what_is_missing_is_said_with_the_count():
    trous = (Trou(A, VIE, 2, 3),)
    lue = situation(journal(A, trous=trous, declare=Etat(5, "b" * 64)), journal(B))
    assert lue.completude.phrase == "2 journaux sur 2 pour février 2025, 1 trou"


def test_a_revoked_journal_is_not_expected_any_more():
    revocation = Revocation(journal=B, incarnation=None, apres_seq=0, le=MARS, raison="vol")
    parti = journal(B, None, revocations=(revocation,))
    lue = situation(journal(A), parti)
    assert lue.completude.phrase.startswith("1 journal sur 1")
    assert not lue.a_relancer(parti)
    assert parti.suite == ""


@pytest.mark.parametrize(
    ("changes", "suite"),
    [
        ({}, ""),
        ({"epoques_doubles": (2,), "conflits": (CONFLIT,)}, "Téléphonez : deux copies"),
        ({"trous": (Trou(A, VIE, 2, 2),), "declare": Etat(9, "c")}, "Redemandez le lot 2, ou"),
        ({"trous": (Trou(A, VIE, 2, 2),)}, ""),  # a later lot brought its entries again
        ({"conflits": (CONFLIT,)}, "Téléphonez, puis décidez"),
        ({"declare": Etat(9, "c")}, "Demandez un lot complet"),
        ({"dernier": None, "declare": None}, "Demandez-lui son premier lot."),
    ],
)
def test_the_next_step_is_the_most_urgent_one(changes, suite):
    dite = journal(**changes).suite
    assert dite.startswith(suite)
    assert bool(dite) == bool(suite)


def test_the_last_decision_stands_unless_it_is_taken_back():
    brouille = journal(conflits=(CONFLIT,))
    assert len(situation(brouille).a_decider) == 1
    prise = decision("x")
    assert situation(brouille, decisions=(prise,)).a_decider == ()
    retiree = decision(RETIREE)
    (affaire,) = situation(brouille, decisions=(prise, retiree)).a_decider
    assert affaire.decisions == (prise, retiree)
    (reprise,) = situation(brouille, decisions=(prise, retiree, decision("y"))).affaires
    assert reprise.decision is not None
    assert reprise.decision.choix == "y"


def test_what_the_journal_corrected_needs_no_decision():
    corrige = journal(conflits_depasses=(CONFLIT._replace(depasse=True),))
    lue = situation(corrige)
    assert lue.a_decider == ()
    assert lue.affaires[0].corrigee
    assert lue.etat.phrase == "1 journal sur 1, aucun trou"
    assert corrige.alertes == ()
