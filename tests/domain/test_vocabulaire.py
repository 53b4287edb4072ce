"""Editions of the vocabulary: the shipped ones, and what makes one unusable."""

import copy
import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from journal_scls.domain.errors import Environnement
from journal_scls.domain.vocabulaire import LISTES, Terme, Vocabulaires, lire_vocabulaire

DOSSIER = Path(__file__).parents[2] / "resources" / "vocabulaire"


def lire_les_editions() -> Vocabulaires:
    return Vocabulaires(
        tuple(
            lire_vocabulaire(tomllib.loads(f.read_text("utf-8")), f.name)
            for f in sorted(DOSSIER.glob("*.toml"))
        )
    )


@pytest.fixture(scope="module")
def vocabulaires() -> Vocabulaires:
    return lire_les_editions()


def test_ce_que_l_edition_2022_a_change(vocabulaires: Vocabulaires) -> None:
    avant, apres = (set(v.termes("activite")) for v in vocabulaires.editions)
    assert avant - apres == {"PSYCHOSOC", "ORG_COMM"}
    assert apres - avant == {"PONCTUEL", "ORG_ACT"}


def test_un_code_abandonne_reste_lisible(vocabulaires: Vocabulaires) -> None:
    assert vocabulaires.libelle("activite", "PSYCHOSOC") == "Intervention psychosociale"
    assert vocabulaires.libelle("activite", "JAMAIS_VU") == "JAMAIS_VU"
    assert "PSYCHOSOC" in vocabulaires.codes("activite")


def test_l_edition_d_une_intervention_est_celle_de_sa_date(vocabulaires: Vocabulaires) -> None:
    assert vocabulaires.edition_de(date(2019, 1, 1), ["ECOUTE"]) == "2007"
    assert vocabulaires.edition_de(date(2025, 1, 1), ["ECOUTE"]) == "2022"
    assert vocabulaires.edition_de(date(2025, 1, 1), ["PSYCHOSOC"]) == "2007"
    assert vocabulaires.edition_de(date(2019, 1, 1), ["PONCTUEL"]) == "2022"
    assert vocabulaires.edition_de(date(2001, 1, 1), ["ECOUTE"]) == "2007"


def test_un_code_ou_un_libelle_se_retrouve_lui_meme(vocabulaires: Vocabulaires) -> None:
    for edition in vocabulaires.editions:
        for liste in LISTES:
            for code, terme in edition.termes(liste).items():
                assert edition.trouver(liste, code.lower().replace("_", " ")) == code
                assert edition.trouver(liste, terme.libelle.upper()) is not None


def test_les_services_dependent_de_la_destination(vocabulaires: Vocabulaires) -> None:
    assert vocabulaires.trouver_service("CISSS", "santé mentale") == "SANTE_MENTALE"
    assert vocabulaires.trouver_service("OC", "santé mentale") == "SANTE_MENTALE_OC"
    assert vocabulaires.trouver_service("EMPLOI", "AUTRE") == "AUTRE"
    assert not vocabulaires.connait_service("EMPLOI", "BUDGET")


def test_le_cadre_est_cite_sans_egard_aux_accents(vocabulaires: Vocabulaires) -> None:
    (critere,) = vocabulaires.courant.criteres_hors_cadre("Visite à la RÉSSOURCE, au C.H.S.L.D. ou "
                                                          "CHSLD des Pins")  # fmt: skip
    assert "CHSLD" in critere
    assert list(vocabulaires.courant.criteres_hors_cadre("Écoute au salon")) == []


def _oter(*chemin: str) -> Callable[[dict[str, Any]], None]:
    def geste(donnees: dict[str, Any]) -> None:
        for cle in chemin[:-1]:
            donnees = donnees[cle]
        del donnees[chemin[-1]]

    return geste


def _mettre(valeur: object, *chemin: str) -> Callable[[dict[str, Any]], None]:
    def geste(donnees: dict[str, Any]) -> None:
        for cle in chemin[:-1]:
            donnees = donnees[cle]
        donnees[chemin[-1]] = valeur

    return geste


@pytest.mark.parametrize(
    ("geste", "indice"),
    [
        (_oter("edition"), "edition"),
        (_mettre("hier", "en_vigueur"), "en_vigueur"),
        (_oter("clientele"), "clientele"),
        (_mettre({}, "clientele"), "clientele"),
        (_mettre("", "clientele", "JEUNES"), "clientele.JEUNES"),
        (_mettre("Aînés", "clientele", "aînés"), "aînés"),
        (_mettre("Double", "clientele", "AIN_ES"), "clientele"),
        (_oter("volet", "MILIEU"), "MILIEU"),
        (_mettre({"libelle": "Écoute", "categorie": "C9"}, "activite", "ECOUTE"), "ECOUTE"),
        (_mettre({"libelle": "Écoute"}, "activite", "ECOUTE"), "ECOUTE"),
        (_mettre({"libelle": "X", "categorie": "C1", "poids": 3}, "activite", "ECOUTE"), "poids"),
        (_mettre({"AUTRE": "Autre"}, "service", "LUNE"), "LUNE"),
        (_oter("service", "AUTRE"), "service.AUTRE"),
        (_mettre({"A": "b"}, "inconnue"), "inconnue"),
        (_mettre([{"critere": "x"}], "hors_cadre"), "hors_cadre"),
    ],
)
def test_une_edition_fautive_est_refusee_en_nommant_la_faute(
    geste: Callable[[dict[str, Any]], None], indice: str
) -> None:
    donnees = copy.deepcopy(tomllib.loads((DOSSIER / "2022.toml").read_text("utf-8")))
    geste(donnees)
    with pytest.raises(Environnement) as refus:
        lire_vocabulaire(donnees, "2022.toml")
    assert indice in refus.value.message
    assert "2022.toml" in refus.value.message


def test_a_period_is_told_in_the_words_of_its_day(vocabulaires):
    ancien, nouveau = vocabulaires.editions
    liste = dict(nouveau.listes) | {
        "tenure": dict(nouveau.listes["tenure"]) | {"OH": Terme("OH", "Autrement dit")}
    }
    deux = Vocabulaires((ancien, replace(nouveau, listes=liste)))
    assert deux.courant.edition == "2022"
    assert deux.libelle("tenure", "OH") == "Autrement dit"
    avant = deux.au(date(2019, 12, 31))
    assert (avant.courant.edition, avant.libelle("tenure", "OH")) == ("2007", "Office d'habitation")
    assert avant.libelle("activite", "PONCTUEL") == "Soutien ponctuel"
    assert set(avant.codes("activite")) == set(deux.codes("activite"))
    assert deux.au(date(2025, 1, 1)).libelle("tenure", "OH") == "Autrement dit"
    assert deux.au(date(1999, 1, 1)).courant.edition == "2007"
