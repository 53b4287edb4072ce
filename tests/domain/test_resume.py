"""The monthly summary: four counters apart, bases in words, only the month's counted facts."""

from datetime import date

import pytest

from journal_scls.domain.chiffres.faits import Fait, ReferenceFait
from journal_scls.domain.documents.resume import (
    FaitMarquant,
    ResumeMensuel,
    TableauResume,
    composer_resume,
)
from journal_scls.domain.periode import Periode
from tests.fabriques import profil, vocabulaires

MARS = Periode.mois(2025, 3)
AUJOURDHUI = date(2025, 4, 2)


def fait(jour: str = "2025-03-14", **changes) -> Fait:
    defauts = {
        "date": jour,
        "duree_min": 45,
        "tenure": "OH",
        "mrc": "La Matanie",
        "categorie_immeuble": "FAM",
        "organisme": "OH de Matane",
        "milieu": "Les Érables",
        "volet": "INDIVIDUEL",
        "activite": "ECOUTE",
        "categorie": "C4",
        "type_collectif": "",
        "clientele": "AINES",
        "modalite": "",
        "nb_personnes": 1,
        "personne": "",
    }
    return Fait(**(defauts | changes))


def reference(destination: str = "CISSS", statut: str = "SERVICE_OBTENU") -> ReferenceFait:
    return ReferenceFait(destination, "AUTRE", "SIMPLE", statut)


def composer(*faits: Fait, **changes) -> ResumeMensuel:
    arguments = {
        "profil": profil(),
        "mois": MARS,
        "faits": faits,
        "vocabulaires": vocabulaires(),
        "aujourdhui": AUJOURDHUI,
    }
    return composer_resume(**(arguments | changes))


def lignes(tableau: TableauResume) -> list[tuple[str, int, int | None]]:
    return [(ligne.libelle, ligne.n, ligne.minutes) for ligne in tableau.lignes]


def test_les_quatre_compteurs_restent_distincts():
    compteurs = composer(
        fait(personne="P1"),
        fait(personne="P1", references=(reference(), reference("OC"))),
        fait(volet="COLLECTIF", nb_personnes=30, duree_min=120),
    ).compteurs
    assert (compteurs.interventions, compteurs.participations) == (3, 32)
    assert (compteurs.personnes_distinctes, compteurs.avec_code) == (1, 2)
    assert (compteurs.references, compteurs.minutes) == (2, 210)


@pytest.mark.parametrize("jour", ["2025-02-28", "2025-04-01"])
def test_une_autre_date_ne_compte_pas_dans_le_mois(jour):
    assert composer(fait(jour)).vide


@pytest.mark.parametrize("jour", ["2025-03-01", "2025-03-31"])
def test_les_deux_bouts_du_mois_comptent(jour):
    assert composer(fait(jour)).compteurs.interventions == 1


def test_la_serie_a_douze_mois_et_finit_par_celui_du_resume():
    serie = composer(
        fait("2024-03-31"),
        fait("2024-04-01"),
        fait("2025-03-02", volet="COLLECTIF"),
        fait("2025-03-03", volet="MILIEU"),
    ).douze_mois
    assert [p.mois.du for p in (serie[0], serie[-1])] == [date(2024, 4, 1), date(2025, 3, 1)]
    assert len(serie) == 12
    assert (serie[0].individuel, serie[0].interventions) == (1, 1)
    assert (serie[-1].individuel, serie[-1].collectif, serie[-1].milieu) == (0, 1, 1)


def test_volets_et_categories_paraissent_tous_dans_l_ordre_du_vocabulaire():
    resume = composer(fait(volet="MILIEU", categorie="C3"))
    assert [n for _, n, _ in lignes(resume.par_volet)] == [0, 0, 1]
    assert [n for _, n, _ in lignes(resume.par_categorie)] == [0, 0, 1, 0]


def test_activites_et_milieux_vont_du_plus_frequent_au_moins_frequent():
    resume = composer(fait(activite="BAIL", milieu=""), fait(), fait(duree_min=30), fait(milieu=""))
    assert lignes(resume.par_activite) == [("Écoute", 3, 120), ("Gestion du bail", 1, 45)]
    assert lignes(resume.par_milieu) == [("Les Érables", 2, 75), ("Sans milieu", 2, 90)]
    assert (resume.par_milieu.total, resume.par_milieu.base) == (4, "interventions")


def test_deux_milieux_du_meme_nom_sont_distingues_par_leur_organisme():
    resume = composer(fait(), fait(organisme="Coop Un"), fait(milieu="La Gare"))
    noms = [nom for nom, _, _ in lignes(resume.par_milieu)]
    assert noms == ["La Gare", "Les Érables (Coop Un)", "Les Érables (OH de Matane)"]
    assert resume.organismes == ("OH de Matane", "Coop Un")


def test_une_activite_abandonnee_par_le_cadre_garde_son_libelle():
    resume = composer(fait(activite="PSYCHOSOC"))
    assert lignes(resume.par_activite) == [("Intervention psychosociale", 1, 45)]


def test_les_references_ont_leur_propre_base():
    resume = composer(
        fait(references=(reference(), reference("OC", "FAITE"))),
        fait(references=(reference(),)),
        fait(),
    )
    assert lignes(resume.references_destination) == [
        ("CISSS ou CIUSSS", 2, None),
        ("Organisme communautaire", 1, None),
    ]
    assert lignes(resume.references_statut) == [("Faite", 1, None), ("Service obtenu", 2, None)]
    assert resume.references_statut.total == 3
    assert resume.references_statut.base == "références"


def test_les_suivis_ouverts_suivent_le_vocabulaire():
    suivis = composer(
        fait(references=(reference(statut="PROPOSEE"), reference(statut="LISTE_ATTENTE"))),
        fait(references=(reference(statut="SANS_SUITE"), reference(statut="INCONNU"))),
        fait("2025-01-10", references=(reference(statut="FAITE"),)),
        relances=[date(2025, 4, 1), AUJOURDHUI, date(2025, 5, 1)],
    ).suivis
    assert (suivis.ouvertes, suivis.ouvertes_douze_mois) == (2, 3)
    assert (suivis.relances_echues, suivis.relances_a_venir) == (1, 2)


def test_les_faits_marquants_sont_en_ordre():
    faits = [FaitMarquant(date(2025, 3, 20), "b"), FaitMarquant(date(2025, 3, 2), "a")]
    assert [f.texte for f in composer(faits_marquants=faits).faits_marquants] == ["a", "b"]


def test_la_methode_dit_la_base_et_l_edition():
    methode = " ".join(composer(*(fait(personne="P") for _ in range(1_200)), fait()).methode)
    assert "brouillons et les interventions annulées sont exclus" in methode
    assert "(1 200 interventions sur 1 201)" in methode
    assert "édition 2022" in methode
    assert "proposée, faite, sur une liste d'attente" in methode


def test_un_mois_vide_le_dit():
    resume = composer(profil=profil(employeur_type="CISSS"))
    assert resume.vide
    assert resume.organismes == ()
    assert resume.employeur == "CISSS ou CIUSSS"
    assert sum(p.interventions for p in resume.douze_mois) == 0
