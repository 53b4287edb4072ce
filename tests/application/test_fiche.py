"""Rows of columns read as entries."""

import tomllib
from datetime import date, datetime
from pathlib import Path

import pytest

from journal_scls.application.repertoire.index import IndexRepertoire
from journal_scls.application.reprise.fiche import FicheRefusee, LecteurFiche
from journal_scls.domain.journal.intervention import Reference, Volet
from journal_scls.domain.repertoire.lieux import Tenure
from journal_scls.domain.vocabulaire import Vocabulaires, lire_vocabulaire

RESSOURCES = Path(__file__).parents[2] / "resources" / "vocabulaire"
BASE = {
    "date": "2025-03-14",
    "duree_min": "45",
    "volet": "INDIVIDUEL",
    "activite": "ECOUTE",
    "clientele": "AINES",
    "tenure": "OH",
}


@pytest.fixture
def lecteur() -> LecteurFiche:
    editions = tuple(
        lire_vocabulaire(tomllib.loads(f.read_text("utf-8")), f.name)
        for f in sorted(RESSOURCES.glob("*.toml"))
    )
    return LecteurFiche(Vocabulaires(editions), IndexRepertoire([], []))


def test_le_minimum_donne_une_intervention(lecteur: LecteurFiche) -> None:
    contenu = lecteur.lire(BASE)
    assert contenu.date_intervention == date(2025, 3, 14)
    assert (contenu.volet, contenu.categorie, contenu.nb_personnes) == (Volet.INDIVIDUEL, "C4", 1)
    assert contenu.lieu.tenure is Tenure.OH


@pytest.mark.parametrize(
    ("cellule", "minutes"),
    [("1:30", 90), ("1h30", 90), ("45 min", 45), (30, 30), (30.0, 30), ("1 440", None)],
)
def test_les_durees(lecteur: LecteurFiche, cellule: object, minutes: int | None) -> None:
    fiche = {**BASE, "duree_min": cellule}
    if minutes is None:
        with pytest.raises(FicheRefusee):
            lecteur.lire(fiche)
    else:
        assert lecteur.lire(fiche).duree_min == minutes


@pytest.mark.parametrize(
    "cellule",
    ["2025-03-14", "14/03/2025", "14-03-2025", date(2025, 3, 14), datetime(2025, 3, 14)],  # noqa: DTZ001
)
def test_les_dates(lecteur: LecteurFiche, cellule: object) -> None:
    assert lecteur.lire({**BASE, "date": cellule}).date_intervention == date(2025, 3, 14)


@pytest.mark.parametrize(
    ("colonne", "valeur", "code"),
    [
        ("activite", "gestion de conflits entre locataires", "CONFLIT"),
        ("activite", "Intervention psychosociale", "PSYCHOSOC"),
        ("clientele", "personnes aînées", "AINES"),
        ("modalite", "au telephone", "TELEPHONE"),
    ],
)
def test_un_libelle_vaut_un_code(
    lecteur: LecteurFiche, colonne: str, valeur: str, code: str
) -> None:
    assert getattr(lecteur.lire({**BASE, colonne: valeur}), colonne) == code


def test_les_references(lecteur: LecteurFiche) -> None:
    contenu = lecteur.lire(
        {**BASE, "references": "CISSS:SANTE_MENTALE|OC:aide alimentaire:ACCOMPAGNEE:FAITE|EMPLOI"}
    )
    assert contenu.references == (
        Reference(destination="CISSS", service="SANTE_MENTALE"),
        Reference(destination="OC", service="AIDE_ALIMENTAIRE", mode="ACCOMPAGNEE", statut="FAITE"),
        Reference(destination="EMPLOI", service="AUTRE"),
    )


@pytest.mark.parametrize(
    ("changements", "colonne"),
    [
        ({"date": "29/02/2025"}, "date"),
        ({"date": "hier"}, "date"),
        ({"date": ""}, "date"),
        ({"duree_min": "0"}, "duree_min"),
        ({"duree_min": "1441"}, "duree_min"),
        ({"duree_min": "1,5"}, "duree_min"),
        ({"duree_min": "-5"}, "duree_min"),
        ({"duree_min": "٣"}, "duree_min"),
        ({"volet": "COLLECTIF"}, "type_collectif"),
        ({"type_collectif": "ADL"}, "type_collectif"),
        ({"activite": "BIDON"}, "activite"),
        ({"categorie": "C9"}, "categorie"),
        ({"clientele": ""}, "clientele"),
        ({"problematiques": "ISOLEMENT|BIDON"}, "problematiques"),
        ({"problematiques": "ISOLEMENT|LOGEMENT|VIOLENCE|AUTRE"}, "problematiques"),
        ({"nb_personnes": "-1"}, "nb_personnes"),
        ({"nb_personnes": "douze"}, "nb_personnes"),
        ({"references": "CISSS:AIDE_ALIMENTAIRE"}, "references"),
        ({"references": "OC:BUDGET:SIMPLE:FAITE:X"}, "references"),
        ({"references": "NULLE"}, "references"),
        ({"note": "x" * 2001}, "note"),
        ({"tenure": ""}, "tenure"),
        ({"tenure": "SANS_MILIEU", "milieu": "Les Pins"}, "tenure"),
    ],
)
def test_chaque_defaut_nomme_sa_colonne(
    lecteur: LecteurFiche, changements: dict[str, object], colonne: str
) -> None:
    with pytest.raises(FicheRefusee) as refus:
        lecteur.lire({**BASE, **changements})
    assert [m.champ for m in refus.value.manquements] == [colonne]


def test_tous_les_defauts_sont_dits_ensemble(lecteur: LecteurFiche) -> None:
    with pytest.raises(FicheRefusee) as refus:
        lecteur.lire({**BASE, "date": "x", "duree_min": "0", "activite": "BIDON"})
    assert {m.champ for m in refus.value.manquements} == {"date", "duree_min", "activite"}


def test_sans_nombre_une_action_collective_reste_sans_nombre(lecteur: LecteurFiche) -> None:
    contenu = lecteur.lire({**BASE, "volet": "COLLECTIF", "type_collectif": "ADL"})
    assert contenu.nb_personnes is None
