"""The values that documents print: charts, slide, poster, project, definitions."""

import re
from dataclasses import replace
from datetime import date

import pytest

from journal_scls.domain.chiffres.graphique import Forme, graphiques_du_bilan
from journal_scls.domain.documents.affiche import Affiche, lire_affiche
from journal_scls.domain.documents.bilan_projet import (
    MOIS_MAX,
    FicheProjet,
    composer_bilan_projet,
    graphique_rythme,
)
from journal_scls.domain.documents.diapo import TOUT_LE_TERRITOIRE, composer_diapo
from journal_scls.domain.documents.document import Provenance
from journal_scls.domain.errors import Environnement, RegleMetier
from journal_scls.domain.profil import Role
from tests.domain.outils_bilan import bilan, collectif, fait, indicateurs, reference
from tests.fabriques import MAINTENANT, contenu, profil, vocabulaires


def provenance(**changes) -> Provenance:
    return Provenance(**({"profil": profil(), "arrete_le": MAINTENANT} | changes))


def test_la_diapo_a_tous_les_chiffres_publies_et_eux_seuls():
    faits = [fait(), fait(tenure="OBNL"), collectif(references=(reference("CISSS", "SAPA"),))]
    diapo = composer_diapo(bilan(faits), indicateurs(), provenance())
    assert [ligne.id for ligne in diapo.lignes] == [
        "J01", "J02", "J03", "J03r", "J04", "J05", "J06", "J07", "J08", "J09", "J10", "J11",
        "J12", "J13", "J14",
    ]  # fmt: skip
    places = {ligne.id: ligne.publie_pourcent for ligne in diapo.lignes}
    assert list(places.values()) == [85, 7, 4, 4, 80, 20, 46, 31, 20, 35, 34, 18, 45, 66, 15]
    lignes = {ligne.id: ligne for ligne in diapo.lignes}
    assert lignes["J01"].affiche == "67 % (2/3 interventions), petit effectif"
    assert lignes["J08"].niveau == 1
    assert lignes["J10"].part is None
    assert lignes["J10"].affiche == "s. o."
    assert diapo.territoire == TOUT_LE_TERRITOIRE


def test_la_diapo_dit_son_territoire():
    filtree = replace(bilan([fait()]), filtres=(("mrc", "La Vallée"), ("tenure", "OH")))
    assert composer_diapo(filtree, indicateurs(), provenance()).territoire == "La Vallée, OH"


def test_chaque_indicateur_a_sa_definition_en_mots():
    dits = {i.id: i.compte for i in bilan([fait()]).indicateurs}
    assert list(dits) == [d.id for d in indicateurs().definitions]
    assert dits["J01"] == "tenure « Office d'habitation »"
    assert dits["J03r"] == (
        "tenure autre que « Office d'habitation » ou « OBNL d'habitation » ou "
        "« Coopérative d'habitation »"
    )
    assert dits["J04"] == "clientèle principale « Jeunes » ou « Familles »"
    assert dits["J05"] == "au moins une référence"
    assert dits["J06"] == "références, destination « CISSS ou CIUSSS »"
    assert dits["J08"] == "références, service « Aînés en perte d'autonomie »"
    assert dits["J10"] == "références, service « Aide alimentaire »"
    assert dits["J12b"] == "nombre de personnes, volet « Approche communautaire »"


def test_aucune_definition_ne_montre_un_code():
    codes = {
        code
        for definition in indicateurs().definitions
        for critere in definition.numerateur
        for code in critere.codes
    }
    for indicateur in bilan([fait()]).indicateurs:
        assert not codes & set(re.findall(r"\w+", indicateur.compte)) - {"OBNL", "CISSS"}


def test_une_provenance_sait_si_elle_est_regionale():
    assert not provenance().regionale
    assert provenance(profil=profil(role=Role.COORDINATION)).regionale


def test_les_formes_des_graphiques():
    graphiques = graphiques_du_bilan(bilan([fait(references=(reference("OC"),))] * 3))
    assert [g.forme for g in graphiques] == [
        Forme.COLONNES, Forme.PARTS, Forme.BARRES, Forme.BARRES,
    ]  # fmt: skip
    assert graphiques[0].barres[2].affiche == "3"
    assert (graphiques[0].barres[2].court, graphiques[0].barres[2].groupe) == ("mars", "2025")
    assert graphiques[3].alt == (
        "Diagramme à barres, Références par destination (références) : "
        "Organisme communautaire, 3 (100 %)."
    )


def seance(jour: date, **changes):
    return contenu(date_intervention=jour, duree_min=90, **changes)


def composer(*seances, **changes):
    defauts = {
        "profil": profil(),
        "fiche": FicheProjet(titre="Jardin", code="JARDIN"),
        "vocabulaires": vocabulaires(),
        "aujourdhui": date(2026, 1, 5),
    }
    return composer_bilan_projet(seances=seances, **(defauts | changes))


def test_le_bilan_d_un_projet_compte_ses_seances():
    projet = composer(
        seance(date(2025, 5, 2), nb_personnes=7, fait_marquant=" Récolte. "),
        seance(date(2025, 3, 1), nb_personnes=None, roles=(("LOCATAIRE", 4), ("BENEVOLE", 1))),
        seance(date(2025, 3, 9), nb_personnes=5, nb_nouvelles=2, tranches=(1, 0, 2, 0, 0)),
        embuches=["  La pluie. ", ""],
    )
    c = projet.compteurs
    assert (c.seances, c.participations, c.nouvelles, c.minutes) == (3, 12, 2, 270)
    assert (projet.premiere, projet.derniere) == (date(2025, 3, 1), date(2025, 5, 2))
    assert [(p.seances, p.participations) for p in projet.rythme] == [(2, 5), (0, 0), (1, 7)]
    assert [(li.libelle, li.n) for li in projet.par_role.lignes] == [
        ("Locataire", 4), ("Bénévole", 1),
    ]  # fmt: skip
    assert projet.par_role.base == "participations, notées dans 1 séance sur 3"
    assert [(li.libelle, li.n) for li in projet.par_tranche.lignes][:3] == [
        ("0-11 ans", 1), ("12-17 ans", 0), ("18-35 ans", 2),
    ]  # fmt: skip
    assert [f.texte for f in projet.faits_marquants] == ["Récolte."]
    assert projet.embuches == ("La pluie.",)
    assert [b.affiche for b in graphique_rythme(projet).barres] == ["2", "0", "1"]


def test_un_projet_sans_seance_le_dit():
    projet = composer()
    assert projet.vide
    assert projet.compteurs.participations is None
    assert projet.rythme == ()


def test_un_long_projet_se_lit_par_annee():
    assert len(composer(seance(date(2024, 1, 1)), seance(date(2025, 12, 31))).rythme) == MOIS_MAX
    long = composer(seance(date(2023, 12, 31)), seance(date(2025, 12, 31)))
    assert [b.libelle for b in graphique_rythme(long).barres] == ["2023", "2024", "2025"]
    assert sum(p.seances for p in long.rythme) == 2


def test_une_affiche_trop_bavarde_est_refusee():
    with pytest.raises(RegleMetier, match="dépasse"):
        Affiche(service="Office", etablie_le=date(2025, 1, 1), lieu="x" * 1_000)


@pytest.mark.parametrize(
    "donnees", [{}, {"titre": "T"}, {"titre": "T", "encadre": [{"titre": "sans phrases"}]}]
)
def test_un_texte_d_affiche_abime_se_dit(donnees):
    with pytest.raises(Environnement, match=r"affiche\.toml"):
        lire_affiche(donnees, "affiche.toml")
