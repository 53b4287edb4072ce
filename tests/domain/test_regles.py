"""Rules of an entry, field by field."""

from dataclasses import replace
from datetime import date

import pytest

from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.journal.intervention import Contenu, Reference, Volet
from journal_scls.domain.journal.regles import exiger, verifier
from journal_scls.domain.repertoire.lieux import Lieu, Tenure
from journal_scls.domain.vocabulaire import Vocabulaires
from tests.domain.test_vocabulaire import lire_les_editions

VOCABULAIRES: Vocabulaires = lire_les_editions()
INDIVIDUELLE = Contenu(
    date_intervention=date(2025, 3, 14),
    duree_min=30,
    volet=Volet.INDIVIDUEL,
    activite="ECOUTE",
    categorie="C4",
    clientele="AINES",
    nb_personnes=1,
)
COLLECTIVE = replace(
    INDIVIDUELLE,
    volet=Volet.COLLECTIF,
    activite="PROJET",
    categorie="C3",
    type_collectif="ADL",
    nb_personnes=12,
)


@pytest.mark.parametrize(
    "contenu",
    [
        INDIVIDUELLE,
        COLLECTIVE,
        replace(COLLECTIVE, nb_personnes=None),
        replace(COLLECTIVE, nb_personnes=0),
        replace(INDIVIDUELLE, activite="PSYCHOSOC"),
        replace(COLLECTIVE, tranches=(2, 2, 2, 3, 3), nb_nouvelles=12, roles=(("LOCATAIRE", 12),)),
        replace(INDIVIDUELLE, activites_secondaires=("BUDGET", "BAIL"), note="x" * 2000),
        replace(INDIVIDUELLE, references=(Reference(destination="OC", service="BUDGET"),) * 3),
    ],
)
def test_ce_qui_est_permis(contenu: Contenu) -> None:
    assert verifier(contenu, VOCABULAIRES) == ()
    exiger(contenu, VOCABULAIRES)


@pytest.mark.parametrize(
    ("contenu", "champ"),
    [
        (replace(INDIVIDUELLE, date_intervention=date(1899, 1, 1)), "date"),
        (replace(INDIVIDUELLE, duree_min=0), "duree_min"),
        (replace(INDIVIDUELLE, duree_min=1441), "duree_min"),
        (replace(INDIVIDUELLE, activite=""), "activite"),
        (replace(INDIVIDUELLE, categorie="C5"), "categorie"),
        (replace(INDIVIDUELLE, clientele="?"), "clientele"),
        (replace(INDIVIDUELLE, nb_personnes=None), "nb_personnes"),
        (replace(INDIVIDUELLE, nb_personnes=-1), "nb_personnes"),
        (replace(INDIVIDUELLE, type_collectif="ADL"), "type_collectif"),
        (replace(COLLECTIVE, type_collectif=""), "type_collectif"),
        (replace(COLLECTIVE, nb_nouvelles=13), "nb_nouvelles"),
        (replace(COLLECTIVE, tranches=(13, 0, 0, 0, 0)), "tranches"),
        (replace(COLLECTIVE, tranches=(1, 1)), "tranches"),
        (replace(COLLECTIVE, roles=(("LOCATAIRE", 0),)), "roles"),
        (replace(COLLECTIVE, roles=(("ROI", 1),)), "roles"),
        (replace(INDIVIDUELLE, activites_secondaires=("ECOUTE",)), "activites_secondaires"),
        (
            replace(INDIVIDUELLE, activites_secondaires=("BAIL", "BUDGET", "VISITE")),
            "activites_secondaires",
        ),
        (replace(INDIVIDUELLE, problematiques=("VIOLENCE", "VIOLENCE")), "problematiques"),
        (replace(INDIVIDUELLE, references=(Reference(destination="LUNE"),)), "references"),
        (
            replace(INDIVIDUELLE, references=(Reference(destination="OC", service="SAD"),)),
            "references",
        ),
        (replace(INDIVIDUELLE, note="x" * 2001), "note"),
        (replace(INDIVIDUELLE, fait_marquant="x" * 301), "fait_marquant"),
        (
            replace(
                INDIVIDUELLE, lieu=Lieu(tenure=Tenure.SANS_MILIEU, milieu=nouvel_identifiant())
            ),
            "tenure",
        ),
    ],
)
def test_ce_qui_manque_est_dit_a_cote_de_son_champ(contenu: Contenu, champ: str) -> None:
    manquements = verifier(contenu, VOCABULAIRES)
    assert [m.champ for m in manquements] == [champ]
    assert manquements[0].message.endswith(".")
    with pytest.raises(RegleMetier) as refus:
        exiger(contenu, VOCABULAIRES)
    assert refus.value.champ == champ
