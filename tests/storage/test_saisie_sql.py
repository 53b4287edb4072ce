"""Templates, reminders and habits on a real encrypted file."""

from dataclasses import replace
from datetime import date

import pytest

from journal_scls.application.saisie.ports_saisie import Habitudes
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.journal.intervention import Reference
from journal_scls.domain.repertoire.partenaires import ServicePartenaire
from tests.fabriques import HorlogeFixe, contenu
from tests.gui.journaux import milieu_nomme, ouvrir_nouveau

JOUR = date(2025, 3, 14)


@pytest.fixture
def journal(tmp_path):
    journal = ouvrir_nouveau(tmp_path / "journal", HorlogeFixe())
    yield journal
    journal.fermer()


def chez(journal, nom, jour=JOUR, **champs):
    lieu = milieu_nomme(journal, nom).lieu_le(jour)
    return journal.interventions.saisir(contenu(lieu=lieu, date_intervention=jour, **champs))


class TestHabits:
    def test_an_empty_journal_has_none(self, journal):
        assert journal.journees.habitudes() == Habitudes()

    def test_what_comes_back_most_is_usual_and_once_is_not(self, journal):
        for minutes in (30, 20, 20, 45):
            chez(journal, "La Montée", activite="VISITE", duree_min=minutes, clientele="AINES")
        chez(journal, "Tour des Érables", activite="ECOUTE", clientele="FAMILLES")
        habitudes = journal.journees.habitudes()
        assert habitudes.milieu == milieu_nomme(journal, "Tour des Érables").id
        assert habitudes.durees == {"VISITE": 20}
        assert habitudes.clienteles == {milieu_nomme(journal, "La Montée").id: "AINES"}

    def test_cancelled_and_old_entries_teach_nothing(self, journal):
        for _ in range(2):
            vieille = chez(journal, "La Montée", jour=date(2023, 1, 9), activite="VISITE")
        for _ in range(2):
            annulee = chez(journal, "La Montée", activite="ECOUTE")
            journal.interventions.annuler(annulee.id, "erreur")
        assert vieille.revision == 1
        assert journal.journees.habitudes() == Habitudes()

    def test_partners_by_frequency(self, journal):
        moisson, acef = (
            ServicePartenaire(id=nouvel_identifiant(), nom=nom, destination="OC", service=service)
            for nom, service in (("Moisson", "AIDE_ALIMENTAIRE"), ("ACEF", "BUDGET"))
        )
        journal.repertoire.enregistrer(services=(moisson, acef))
        for service in (moisson, acef, acef):
            reference = Reference(destination="OC", service=service.service, ressource=service.id)
            journal.interventions.saisir(contenu(references=(reference,)))
        assert journal.journees.habitudes().services == (acef.id, moisson.id)


class TestReminders:
    def test_what_is_due_within_a_week_oldest_first(self, journal):
        relance = Reference(
            destination="CISSS", service="SAPA", statut="LISTE_ATTENTE",
            date_relance=date(2025, 3, 20),
        )  # fmt: skip
        chez(journal, "La Montée", references=(relance,))
        chez(journal, "La Montée", suivi="rappeler", suivi_le=date(2025, 3, 10))
        chez(journal, "La Montée", suivi="plus tard", suivi_le=date(2025, 4, 30))
        rappels = journal.journees.journee(JOUR).rappels
        assert [(r.pour_le.day, r.suivi, r.service) for r in rappels] == [
            (10, "rappeler", ""),
            (20, "", "SAPA"),
        ]

    def test_an_outcome_or_a_correction_closes_it(self, journal):
        relance = Reference(
            destination="CISSS", service="SAPA", statut="FAITE", date_relance=date(2025, 3, 12)
        )
        faite = chez(journal, "La Montée", references=(relance,))
        assert len(journal.journees.journee(JOUR).rappels) == 1
        obtenue = replace(relance, statut="SERVICE_OBTENU")
        journal.interventions.corriger(faite.id, replace(faite.contenu, references=(obtenue,)))
        assert journal.journees.journee(JOUR).rappels == ()


class TestDay:
    def test_the_week_of_a_day_and_its_entries_newest_first(self, journal):
        premiere = chez(journal, "La Montée", jour=date(2025, 3, 11))
        seconde = chez(journal, "La Montée", jour=date(2025, 3, 11))
        journee = journal.journees.journee(date(2025, 3, 11))
        assert [nombre for _jour, nombre in journee.comptes] == [0, 2, 0, 0, 0, 0, 0]
        assert {ligne.id for ligne in journee.lignes} == {premiere.id, seconde.id}
        assert journal.journees.derniere() in {premiere.id, seconde.id}


class TestTemplates:
    def test_a_name_that_is_known_is_replaced_and_the_rest_is_by_name(self, journal):
        journees = journal.journees
        journees.enregistrer_modele("Tournée", {"activite": "VISITE", "note": "jamais"})
        journees.enregistrer_modele("Écoute", {"activite": "ECOUTE"})
        journees.enregistrer_modele("tournee", {"activite": "PRESENCE"})
        modeles = journees.modeles()
        assert [(m.nom, dict(m.contenu)) for m in modeles] == [
            ("Écoute", {"activite": "ECOUTE"}),
            ("tournee", {"activite": "PRESENCE"}),
        ]

    def test_two_templates_never_share_a_name(self, journal):
        journees = journal.journees
        ecoute = journees.enregistrer_modele("Écoute", {})
        journees.enregistrer_modele("Visite", {})
        with pytest.raises(RegleMetier, match="Un autre modèle"):
            journees.renommer_modele(ecoute, "visite")
        with pytest.raises(RegleMetier, match="doit avoir un nom"):
            journees.enregistrer_modele("   ", {})

    def test_references_start_anew(self, journal):
        reference = {"destination": "OC", "service": "BUDGET", "statut": "REFUSEE",
                     "date_relance": "2025-03-20"}  # fmt: skip
        modele = journal.journees.enregistrer_modele("M", {"references": [reference]})
        assert modele.contenu["references"] == [{"destination": "OC", "service": "BUDGET"}]
