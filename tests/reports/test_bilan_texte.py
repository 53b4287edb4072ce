"""The bilan on a terminal of 80 columns."""

from journal_scls.domain.periode import Periode
from journal_scls.reports.bilan_texte import LARGEUR, ecrire_texte
from tests.domain.outils_bilan import bilan, collectif, fait, reference
from tests.e2e import cas_type


def test_the_worked_case_is_read_line_by_line():
    texte = ecrire_texte(bilan(cas_type.faits()))
    lignes = texte.splitlines()
    for id_, (_, _, affiche) in cas_type.ATTENDUS.items():
        debut = next(r for r, ligne in enumerate(lignes) if ligne.split()[:1] == [id_])
        assert any(ligne.endswith(affiche) for ligne in lignes[debut : debut + 2]), id_
    assert "Base : toutes les interventions finales de la période, volet Milieu compris" in lignes
    assert "N = 10 000)" in texte
    assert max(map(len, lignes)) <= LARGEUR
    assert not any(ligne != ligne.rstrip() for ligne in lignes)


def test_spaces_are_plain_and_accents_right():
    texte = ecrire_texte(bilan(cas_type.faits()))
    assert not {"\u00a0", "\u202f", "\t"} & set(texte)
    assert "PAR CLIENTÈLE PRINCIPALE" in texte
    assert "Établi le    : 3 novembre 2026" in texte


def test_an_empty_period_is_without_object():
    texte = ecrire_texte(bilan([], Periode.mois(2025, 3)))
    assert "Période      : mars 2025" in texte
    assert "0 %" not in texte
    assert texte.count("s. o.") > 18
    assert "Rien à compter." in texte
    assert "« s. o. » : sans objet, la base est vide." in texte


def test_the_warnings_that_apply_are_said():
    ample, petit = ecrire_texte(bilan([fait()] * 30)), ecrire_texte(bilan([fait()] * 9))
    assert "petit effectif" not in ample
    assert "100 % (9/9 interventions), petit effectif" in petit
    assert "« petit effectif » : il y en a moins de 20 dans la base" in petit
    assert "(N = 9, petit effectif)" in " ".join(petit.split())


def test_the_parameters_are_printed():
    texte = ecrire_texte(bilan([fait()], milieu=False))
    assert "Volet Milieu : retiré des bases" in texte
    assert ", sans le volet Milieu" in texte
    assert "Masquage     : aucun" in texte


def test_masked_numbers_are_shown_as_such():
    faits = [fait()] * 40 + [collectif(nb_personnes=77)] * 3
    texte = ecrire_texte(bilan(faits, k=5))
    assert "Masquage     : un nombre plus petit que 5, sauf 0, devient « < 5 »" in texte
    ligne = next(li for li in texte.splitlines() if li.strip().startswith("Approche"))
    assert ligne.split() == ["Approche", "communautaire", "<", "5", "–", "–", "–"]
    assert "231" not in texte


def test_residual_rows_are_printed():
    texte = ecrire_texte(bilan([fait(modalite="")]))
    lignes = [li for li in texte.splitlines() if "Autres ou non précisé" in li]
    assert lignes[0].split()[-2:] == ["100", "%"]


def test_long_names_and_large_numbers_stay_in_the_page():
    faits = [fait(organisme="Office " + "très " * 30 + "long", milieu="x" * 119)] * 3
    faits += [collectif(nb_personnes=100_000, duree_min=1440, references=(reference("OC"),))] * 900
    texte = ecrire_texte(bilan(faits, k=5))
    assert max(map(len, texte.splitlines())) <= LARGEUR


def test_a_mention_comes_first():
    assert ecrire_texte(bilan([]), mention="DÉMO").startswith("DÉMO\nBILAN")
