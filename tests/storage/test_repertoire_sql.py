"""The directory's tables, in the encrypted file and on a server: same values, same refusals."""

import shutil
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from sqlalchemy.exc import DBAPIError

from journal_scls.application.repertoire.ports_repertoire import EditionGardee, LigneProposition
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.repertoire.edition import RefusProposition
from journal_scls.domain.repertoire.fusion import Fusion, GenreFiche
from journal_scls.domain.repertoire.partenaires import (
    Comite,
    Projet,
    ServicePartenaire,
    StatutProjet,
)
from journal_scls.domain.repertoire.proposition import ChoixProposition, DecisionProposition
from journal_scls.paths import migrations_dir
from journal_scls.storage.engine import ouvrir_engine
from journal_scls.storage.repertoire.depot_editions import SqlDepotEditions
from journal_scls.storage.repertoire.depot_partenaires import SqlDepotPartenaires
from journal_scls.storage.repertoire.depot_propositions import SqlDepotPropositions
from journal_scls.storage.schema import migrer
from tests.fabriques import MAINTENANT

JOURNAL = uuid4()
A, B, C = (nouvel_identifiant() for _ in range(3))


@pytest.fixture(params=["fichier", "serveur"])
def engine(request):
    if request.param == "fichier":
        yield request.getfixturevalue("base_vide")
        return
    postgres = request.getfixturevalue("postgres")
    with postgres.ouverte(postgres.migree()) as ouvert:
        yield ouvert


def projet(**changes):
    return Projet(**({"id": A, "code": "JARDIN", "titre": "Jardin"} | changes))


COMPLET = projet(
    type="ENQUETE_MOBILISANTE", statut=StatutProjet.TERMINE, debut=date(2025, 1, 1),
    fin=date(2025, 9, 1), milieux=(C, B), partenaires=(A,), objectif="Axe 2",
    source_financement="PSL", anciens_codes=("POTAGER", "L_JARDIN"), a_verifier=True,
)  # fmt: skip
COMITE = Comite(id=B, code="CCR", titre="CCR", instance="CCR", debut=date(2025, 1, 1),
                roles=(("LOCATAIRE", 8), ("GESTIONNAIRE", 2)))  # fmt: skip
CLSC = ServicePartenaire(id=C, nom="CLSC", destination="CISSS", service="SAPA", mrc="Lévis",
                         valide_du=date(2020, 1, 1), valide_au=date(2026, 1, 1))  # fmt: skip


def test_cards_are_kept_with_all_they_say_and_described_again(engine):
    with engine.begin() as connexion:
        depot = SqlDepotPartenaires(connexion)
        depot.enregistrer_projets([COMPLET])
        depot.enregistrer_comites([COMITE])
        depot.enregistrer_services([CLSC])
        assert (depot.projets(), depot.comites(), depot.services()) == (
            (COMPLET,), (COMITE,), (CLSC,)
        )  # fmt: skip
        autres = (projet(milieux=(B,)), replace(COMITE, roles=()), replace(CLSC, mrc=""))
        depot.enregistrer_projets(autres[:1])
        depot.enregistrer_comites(autres[1:2])
        depot.enregistrer_services(autres[2:])
        assert (*depot.projets(), *depot.comites(), *depot.services()) == autres


def fusion(de, vers, regionale=False):
    return Fusion(genre=GenreFiche.MILIEU, de=de, vers=vers, regionale=regionale)


def test_the_regions_word_covers_ours_while_it_lasts(engine):
    with engine.begin() as connexion:
        depot = SqlDepotEditions(connexion)
        depot.fusionner(fusion(A, B))
        depot.fusionner(fusion(A, C))
        assert depot.fusions().toutes == (fusion(A, C),)
        depot.remplacer_avis([B], [fusion(A, B, regionale=True)],
                             [RefusProposition(objet=C, raison="Non")])  # fmt: skip
        assert depot.fusions().toutes == (fusion(A, B, regionale=True),)
        assert (depot.publies(), depot.refus()[0].raison) == ({B}, "Non")
        depot.remplacer_avis([A], [], [])
        assert (depot.fusions().toutes, depot.refus()) == ((), ())
        depot.remplacer_avis([], [], [])
        assert depot.fusions().toutes == (fusion(A, C),)
        depot.defusionner(A)
        assert depot.fusions().toutes == ()


def edition(numero, **changes):
    valeurs = {
        "numero": numero, "empreinte": f"{numero:064}", "precedente": "", "condense": "c" * 64,
        "du": date(2026, 11, 2), "paquet": bytes(range(256)), "le": MAINTENANT,
    }  # fmt: skip
    return EditionGardee(**(valeurs | changes))


def ligne(**changes):
    valeurs = {"journal": JOURNAL, "objet": A, "empreinte": "e" * 64, "numero": 1,
               "contenu": "{}", "recue_le": MAINTENANT}  # fmt: skip
    return LigneProposition(**(valeurs | changes))


DECISION = DecisionProposition(choix=ChoixProposition.DOUBLON, vers=B, le=MAINTENANT)


@pytest.fixture
def remplie(engine):
    with engine.begin() as connexion:
        connexion.exec_driver_sql(
            "INSERT INTO inscription (journal, code, nom, acceptee_le) VALUES (?, 'I', '', '')",
            (JOURNAL.bytes,),
        )
        SqlDepotEditions(connexion).garder(edition(2))
        SqlDepotEditions(connexion).garder(edition(1))
        depot = SqlDepotPropositions(connexion)
        assert depot.recevoir(ligne())
        assert not depot.recevoir(ligne(numero=5))
        assert depot.recevoir(ligne(empreinte="f" * 64, numero=2))
        depot.decider(ligne(), replace(DECISION, choix=ChoixProposition.REFUSEE, vers=None,
                                       raison="Non"))  # fmt: skip
        depot.decider(ligne(), DECISION)
        depot.noter_faite(1, "{}", MAINTENANT)
        depot.noter_faite(2, "{1}", MAINTENANT)
    return engine


def test_editions_and_propositions_are_kept_and_the_last_decision_counts(remplie):
    with remplie.begin() as connexion:
        editions, propositions = SqlDepotEditions(connexion), SqlDepotPropositions(connexion)
        assert (editions.derniere(), editions.edition(1)) == (edition(2), edition(1))
        assert editions.edition(3) is None
        assert propositions.derniere_faite() == (2, "{1}")
        assert propositions.recues() == (
            ligne(decision=DECISION),
            ligne(empreinte="f" * 64, numero=2),
        )
        editions.enregistrer_vocabulaire("2026-R01", {"edition": "2026-R01", "é": [1]})
        editions.enregistrer_vocabulaire("2026-R01", {"edition": "2026-R01", "é": [2]})
        assert editions.vocabulaires() == {"2026-R01": {"edition": "2026-R01", "é": [2]}}


@pytest.mark.parametrize(
    "table", ["edition_repertoire", "proposition_faite", "proposition", "decision_proposition"]
)
@pytest.mark.parametrize("ordre", ["DELETE FROM {}", "UPDATE {} SET {} = {}"])
def test_what_was_published_taken_in_proposed_and_decided_stays(remplie, table, ordre):
    colonne = "du" if table == "edition_repertoire" else "numero"
    colonne = "raison" if table == "decision_proposition" else colonne
    with pytest.raises(DBAPIError, match="ligne immuable"), remplie.begin() as connexion:
        connexion.exec_driver_sql(ordre.format(table, colonne, colonne))


def test_there_is_one_edition_of_each_number(remplie):
    with pytest.raises(DBAPIError), remplie.begin() as connexion:
        SqlDepotEditions(connexion).garder(edition(2, empreinte="z" * 64))


@contextmanager
def _avant_0003(tmp_path, cle):
    """A journal of the revision before the directory, with a service and a project in words."""
    dossier = tmp_path / "migrations"
    shutil.copytree(migrations_dir(), dossier, ignore=shutil.ignore_patterns("__pycache__"))
    for fichier in (dossier / "versions").glob("0*.py"):
        if fichier.name > "0003":
            fichier.unlink()
    engine = ouvrir_engine(tmp_path / "vieux.db", cle, creer=True)
    try:
        migrer(engine, dossier, lambda: None, tete="0002")
        yield engine
    finally:
        engine.dispose()


def test_a_journal_of_before_keeps_its_services_and_its_projects_in_words(tmp_path, modele):
    with _avant_0003(tmp_path, modele.cle) as engine:
        with engine.begin() as connexion:
            executer = connexion.exec_driver_sql
            executer("INSERT INTO ressource (id, uuid, nom, cle, destination, service) "
                     "VALUES (7, ?, 'CLSC', 'clsc', 'CISSS', 'SAPA')", (C.bytes,))  # fmt: skip
            executer("INSERT INTO intervention (uuid, creee_le) VALUES (?, '')", (A.bytes,))
            executer(
                "INSERT INTO revision (intervention_id, numero, courante, statut, vocabulaire, "
                "auteur, saisie_le, date_intervention, duree_min, tenure, volet, activite, "
                "categorie, clientele, projet) VALUES (1, 1, 1, 'FINALE', '2022', 'I', '', "
                "'2025-01-01', 30, 'OH', 'INDIVIDUEL', 'ECOUTE', 'C4', 'AINES', 'Le jardin')"
            )
            executer(
                "INSERT INTO reference (revision_id, rang, destination, service, mode, statut, "
                "ressource_id) VALUES (1, 0, 'CISSS', 'SAPA', 'SIMPLE', 'FAITE', 7)"
            )
        migrer(engine, migrations_dir(), lambda: None)
        with engine.begin() as connexion:
            [service] = SqlDepotPartenaires(connexion).services()
            assert (service.id, service.nom, service.mrc) == (C, "CLSC", "")
            lu = connexion.exec_driver_sql(
                "SELECT r.projet, f.ressource_id FROM revision r JOIN reference f "
                "ON f.revision_id = r.id"
            ).one()
            assert tuple(lu) == ("Le jardin", 7)
            assert connexion.exec_driver_sql("PRAGMA foreign_key_check").all() == []
