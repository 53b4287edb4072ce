"""The bin on a real encrypted journal: what may be destroyed, when, and what never is."""

from datetime import UTC, date, datetime

import pytest

from journal_scls.application.lectures import Filtre
from journal_scls.application.lots.ports_lots import Partage
from journal_scls.domain.errors import Environnement, RegleMetier
from journal_scls.domain.journal.conservation import (
    ANNULEE,
    Conservation,
    RegleConservation,
    lire_conservation,
)
from tests.fabriques import HorlogeFixe, contenu
from tests.gui.journaux import ouvrir_nouveau


@pytest.fixture
def horloge():
    return HorlogeFixe()


@pytest.fixture
def journal(tmp_path, horloge):
    journal = ouvrir_nouveau(tmp_path / "journal", horloge)
    yield journal
    journal.fermer()


def annuler(journal, **champs):
    faite = journal.interventions.saisir(contenu(**champs))
    return journal.interventions.annuler(faite.id, "doublon")


def test_a_cancelled_entry_waits_two_years_then_may_be_destroyed(journal, horloge):
    annulee = annuler(journal, note="Parapluie")
    assert journal.corbeille.echeance(date(2025, 3, 14)) == date(2027, 3, 14)
    assert journal.corbeille.etat().echues == ()
    assert journal.corbeille.etat().prochaine == date(2027, 3, 14)
    horloge.instant = datetime(2027, 3, 15, 15, tzinfo=UTC)
    assert journal.corbeille.etat().echues == (annulee.id,)
    assert journal.corbeille.detruire((annulee.id,)).nombre == 1
    assert journal.lectures.compter(Filtre(annulees=True)) == 0
    assert journal.lectures.compter(Filtre(texte="parapluie", annulees=True)) == 0
    with pytest.raises(RegleMetier):
        journal.interventions.lire(annulee.id)


def test_the_register_says_how_many_and_nothing_else(journal, horloge):
    ids = tuple(annuler(journal, note="Parapluie").id for _ in range(2))
    horloge.instant = datetime(2028, 1, 1, tzinfo=UTC)
    journal.corbeille.detruire(ids)
    with journal.base.unite() as unite:
        acte = unite.actes(limite=1)[0]
    assert (acte.acte, acte.detail) == (
        "destruction",
        "2 interventions annulées, conservation échue",
    )
    with journal.base.engine.connect() as connexion:
        purges = connexion.exec_driver_sql("SELECT intervention, raison FROM purge").all()
    assert {(p.intervention, p.raison) for p in purges} == {
        (id_.bytes, "conservation échue") for id_ in ids
    }


def test_what_is_not_due_counts_or_came_back_is_left_alone(journal, horloge):
    vieille, revenue = annuler(journal), annuler(journal)
    vivante = journal.interventions.saisir(contenu())
    horloge.instant = datetime(2027, 6, 1, tzinfo=UTC)
    recente = annuler(journal)
    journal.interventions.retablir(revenue.id)
    tout = (vieille.id, revenue.id, vivante.id, recente.id)
    assert journal.corbeille.detruire(tout).nombre == 1
    restantes = {ligne.id for ligne in journal.lectures.lister(Filtre(annulees=True))}
    assert restantes == {revenue.id, vivante.id, recente.id}


def test_what_left_for_the_region_stays(journal, horloge):
    annulee = annuler(journal)
    with journal.base.unite() as unite:
        unite.envois.enregistrer_partages({annulee.id: Partage(1, 2, 1, True, b"c" * 32, b"l")})
        unite.commit()
    horloge.instant = datetime(2028, 1, 1, tzinfo=UTC)
    etat = journal.corbeille.etat()
    assert (etat.echues, etat.parties) == ((), 1)
    assert journal.corbeille.detruire((annulee.id,)).nombre == 0
    assert journal.interventions.lire(annulee.id).raison == "doublon"


def test_the_newest_rule_that_had_begun_decides():
    conservation = Conservation(
        (
            RegleConservation(ANNULEE, date(2020, 1, 1), 12),
            RegleConservation(ANNULEE, date(2025, 1, 1), 1),
        )
    )
    assert conservation.echeance(ANNULEE, date(2024, 2, 29)) == date(2025, 2, 28)
    assert conservation.echeance(ANNULEE, date(2025, 1, 31)) == date(2025, 2, 28)
    assert conservation.echeance(ANNULEE, date(2019, 12, 31)) is None
    assert conservation.echeance("autre", date(2025, 1, 31)) is None


@pytest.mark.parametrize(
    "donnees",
    [{}, {"regle": [{"classe": "annulee"}]},
     {"regle": [{"classe": "annulee", "depuis": date(2020, 1, 1), "mois": 0}]}],
)  # fmt: skip
def test_a_rule_that_is_not_whole_is_refused(donnees):
    with pytest.raises(Environnement):
        lire_conservation(donnees, "conservation.toml")
