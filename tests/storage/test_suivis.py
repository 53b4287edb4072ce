"""The referrals that are followed: the SQL against what the entries say."""

from collections import Counter
from datetime import date, timedelta

import pytest

from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.journal.intervention import Reference
from journal_scls.domain.periode import Periode
from journal_scls.domain.repertoire.partenaires import ServicePartenaire
from journal_scls.storage.base import SqlBase
from tests.fabriques import MAINTENANT, HorlogeFixe, intervention, milieu

JOUR = date(2025, 3, 14)
OUVERTS = ("PROPOSEE", "LISTE_ATTENTE")


def cisss(statut, **changes):
    return Reference(destination="CISSS", service="SAPA", statut=statut, **changes)


@pytest.fixture
def base(base_vide):
    return SqlBase(base_vide, HorlogeFixe())


def remplir(base, *entrees, milieux=(), services=()):
    with base.unite() as unite:
        unite.repertoire.enregistrer_milieux(milieux)
        unite.partenaires.enregistrer_services(services)
        for entree in entrees:
            unite.interventions.ajouter(entree)
        unite.commit()


def reviser(base, *revisions):
    with base.unite() as unite:
        for revision in revisions:
            unite.interventions.reviser(revision)
        unite.commit()


def test_open_referrals_say_where_they_stand(base):
    immeuble = milieu("Tour des Érables")
    service = ServicePartenaire(
        id=nouvel_identifiant(), nom="Centre de jour", destination="CISSS", service="SAPA"
    )
    attente = cisss("LISTE_ATTENTE", ressource=service.id, date_relance=JOUR)
    entree = intervention(
        lieu=immeuble.lieu_le(JOUR),
        date_intervention=JOUR,
        personne="P-1",
        references=(cisss("SERVICE_OBTENU"), attente),
    )
    remplir(base, entree, milieux=[immeuble], services=[service])
    (trouvee,) = base.suivis.references(OUVERTS)
    assert (trouvee.intervention, trouvee.revision, trouvee.rang) == (entree.id, 1, 1)
    assert (trouvee.milieu, trouvee.mrc, trouvee.personne) == (
        "Tour des Érables", "La Matanie", "P-1",
    )  # fmt: skip
    assert (trouvee.partenaire, trouvee.reference) == ("Centre de jour", attente)


def test_those_to_call_back_by_a_day_are_found_alone(base):
    dates = (JOUR, JOUR + timedelta(days=3), None)
    references = tuple(cisss("PROPOSEE", date_relance=relance) for relance in dates)
    remplir(base, intervention(references=references))
    trouvees = base.suivis.references(OUVERTS, relance_au=JOUR)
    assert [t.reference.date_relance for t in trouvees] == [JOUR]
    assert len(base.suivis.references(OUVERTS)) == 3


def test_only_the_last_revision_of_counted_entries_is_followed(base):
    corrigee = intervention(references=(cisss("PROPOSEE"),))
    annulee = intervention(references=(cisss("PROPOSEE"),))
    remplir(base, corrigee, annulee)
    reviser(
        base,
        corrigee.rectifier(
            intervention(references=(cisss("REFUSEE"),)).contenu,
            vocabulaire="2022", auteur="INT-01", le=MAINTENANT,
        ),
        annulee.annuler("doublon", auteur="INT-01", le=MAINTENANT),
    )  # fmt: skip
    assert base.suivis.references(OUVERTS) == []
    assert [r.revision for r in base.suivis.references(("REFUSEE",))] == [2]


def test_what_became_of_referrals_is_counted_by_service_and_mrc(base):
    ici, ailleurs = milieu("A"), milieu("B", mrc="Minganie")
    entrees = [
        intervention(lieu=ici.lieu_le(JOUR), references=(cisss("REFUSEE"), cisss("SANS_SUITE"))),
        intervention(lieu=ici.lieu_le(JOUR), references=(cisss("REFUSEE"),)),
        intervention(lieu=ailleurs.lieu_le(JOUR), references=(cisss("SERVICE_OBTENU"),)),
        intervention(date_intervention=date(2024, 1, 1), references=(cisss("REFUSEE"),)),
    ]
    remplir(base, *entrees, milieux=[ici, ailleurs])
    comptes = base.suivis.suites(Periode.annee(2025))
    assert Counter({(c.mrc, c.statut): c.nombre for c in comptes}) == {
        ("La Matanie", "REFUSEE"): 2,
        ("La Matanie", "SANS_SUITE"): 1,
        ("Minganie", "SERVICE_OBTENU"): 1,
    }


def test_few_open_referrals_are_found_without_walking_the_journal(base):
    texte = "EXPLAIN QUERY PLAN SELECT 1 FROM reference f JOIN revision r ON r.id = f.revision_id"
    with base.engine.connect() as connexion:
        plan = connexion.exec_driver_sql(
            f"{texte} WHERE +r.courante = 1 AND f.statut IN (?, ?)", OUVERTS
        ).fetchall()
    assert "ix_reference_statut" in str(plan)
