"""Identifiers, text keys, periods and the directory's history."""

import threading
from datetime import date
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.periode import Periode
from journal_scls.domain.repertoire.lieux import EtatMilieu, Milieu, Organisme, Tenure
from journal_scls.domain.texte import cle, normaliser, replier


def test_les_identifiants_sont_de_version_7_et_croissent() -> None:
    serie = [nouvel_identifiant() for _ in range(10_000)]
    assert all((u.version, u.variant) == (7, "specified in RFC 4122") for u in serie)
    assert all(a.bytes < b.bytes for a, b in pairwise(serie))


def test_les_identifiants_de_plusieurs_fils_sont_distincts() -> None:
    recus: list[UUID] = []
    fils = [
        threading.Thread(target=lambda: recus.extend(nouvel_identifiant() for _ in range(2_000)))
        for _ in range(4)
    ]
    for fil in fils:
        fil.start()
    for fil in fils:
        fil.join()
    assert len(set(recus)) == 8_000


@pytest.mark.parametrize(
    ("texte", "plie", "clef"),
    [
        ("Élise  CÔTÉ", "elise cote", "elisecote"),
        ("Cœur d’Île", "coeur d'ile", "coeurdile"),
        ("durée_min", "duree_min", "dureemin"),
        ("", "", ""),
    ],
)
def test_les_cles(texte: str, plie: str, clef: str) -> None:
    assert (replier(texte), cle(texte)) == (plie, clef)


@given(st.text(max_size=40))
def test_normaliser_est_stable_et_sans_caractere_de_controle(texte: str) -> None:
    propre = normaliser(texte)
    assert normaliser(propre) == propre
    assert "\0" not in propre
    assert "\r" not in propre


def test_une_periode_a_l_envers_est_refusee() -> None:
    with pytest.raises(RegleMetier):
        Periode(date(2025, 2, 1), date(2025, 1, 31))


@pytest.mark.parametrize("texte", ["2025-13", "2025-00", "0000-01", "2025", "mars", "2025-03-01"])
def test_un_mois_mal_ecrit_est_refuse(texte: str) -> None:
    with pytest.raises(RegleMetier):
        Periode.lire_mois(texte)


def test_les_mois_d_une_periode() -> None:
    fevrier = Periode.lire_mois("2024-02")
    assert fevrier.au == date(2024, 2, 29)
    douze = fevrier.douze_mois()
    assert (douze.du, douze.au) == (date(2023, 3, 1), date(2024, 2, 29))
    assert len(list(douze.liste_mois())) == 12
    assert date(2024, 2, 29) in fevrier
    assert date(2024, 3, 1) not in fevrier


def test_l_etat_d_un_milieu_est_celui_du_jour() -> None:
    milieu = Milieu(
        id=nouvel_identifiant(),
        nom="Les Pins",
        etats=(
            EtatMilieu(depuis=date(2020, 1, 1), tenure=Tenure.OBNL, mrc="A"),
            EtatMilieu(depuis=date(2024, 7, 1), tenure=Tenure.OH, mrc="B"),
        ),
    )
    assert milieu.etat_le(date(2019, 1, 1)).tenure is Tenure.OBNL
    assert milieu.lieu_le(date(2024, 6, 30)).mrc == "A"
    assert milieu.lieu_le(date(2024, 7, 1)).tenure is Tenure.OH


def test_un_historique_en_desordre_est_refuse() -> None:
    etats = (EtatMilieu(depuis=date(2024, 1, 1), tenure=Tenure.OH), EtatMilieu(tenure=Tenure.OH))
    for fautifs in (etats, (), (etats[0], etats[0])):
        with pytest.raises(RegleMetier):
            Milieu(id=nouvel_identifiant(), nom="Les Pins", etats=fautifs)


def test_un_organisme_ne_finit_pas_avant_de_commencer() -> None:
    with pytest.raises(RegleMetier):
        Organisme(
            id=nouvel_identifiant(),
            nom="OMH",
            valide_du=date(2023, 1, 1),
            valide_au=date(2022, 1, 1),
        )
