"""The file that says what another journal calls our columns and values."""

import pytest

from journal_scls.domain.errors import Environnement, RegleMetier
from journal_scls.sync.tableau.correspondance import lire_correspondance


@pytest.fixture
def lire(tmp_path):
    def lire_(contenu: str | bytes):
        chemin = tmp_path / "correspondance.toml"
        chemin.write_bytes(contenu.encode() if isinstance(contenu, str) else contenu)
        return lire_correspondance(chemin)

    return lire_


def test_des_colonnes_et_des_valeurs(lire):
    lue = lire(
        '[colonnes]\n"Date de la rencontre" = "date"\n"durée" = "duree_min"\n'
        '[valeurs.activite]\n"Rencontre à domicile" = "VISITE"\n'
        '[valeurs.tenure]\n"HLM" = "OH"\n'
    )
    assert lue.colonnes == {"Date de la rencontre": "date", "durée": "duree_min"}
    assert lue.valeurs == {"activite": {"Rencontre à domicile": "VISITE"}, "tenure": {"HLM": "OH"}}


@pytest.mark.parametrize("contenu", ["", "\ufeff", "# rien\n", "[colonnes]\n", "[valeurs]\n"])
def test_une_correspondance_vide(lire, contenu):
    lue = lire(contenu)
    assert (lue.colonnes, lue.valeurs) == ({}, {})


def test_enregistree_par_le_bloc_notes(lire):
    assert lire("\ufeff[colonnes]\r\nQuand = 'date'\r\n").colonnes == {"Quand": "date"}


@pytest.mark.parametrize(
    ("contenu", "dit"),
    [
        ("colonnes", "n'est pas un fichier TOML valable"),
        ('[colonnes]\nA = "date"\nA = "note"\n', "n'est pas un fichier TOML valable"),
        ("[colonne]\n", "n'est pas comprise à « colonne »"),
        ("[colonnes]\nA = 3\n", "n'est pas comprise à « colonnes.A »"),
        ('[colonnes.date]\nA = "x"\n', "n'est pas comprise à « colonnes.date »"),
        ('[valeurs]\nactivite = "VISITE"\n', "n'est pas comprise à « valeurs.activite »"),
        ("[valeurs.activite]\nA = true\n", "n'est pas comprise à « valeurs.activite.A »"),
        (b"[colonnes]\nA = '\xe9'\n", "ne peut pas être lue"),
        (b"\xff\xfe[\x00", "ne peut pas être lue"),
    ],
)
def test_un_fichier_fautif_se_dit_en_une_phrase(lire, contenu, dit):
    with pytest.raises(Environnement) as refus:
        lire(contenu)
    assert dit in str(refus.value)
    assert "« correspondance.toml »" in refus.value.message
    assert refus.value.suite


@pytest.mark.parametrize(
    "contenu",
    ['[colonnes]\nQuand = "jour"\n', '[valeurs.jour]\n"x" = "y"\n', '[colonnes]\nA = ""\n'],
)
def test_une_colonne_qui_n_existe_pas_est_refusee(lire, contenu):
    with pytest.raises(RegleMetier, match="colonne inconnue") as refus:
        lire(contenu)
    assert "duree_min" in refus.value.suite


@pytest.mark.parametrize("quoi", ["absent", "dossier"])
def test_un_fichier_qu_on_ne_peut_pas_lire(tmp_path, quoi):
    chemin = tmp_path / "absent.toml" if quoi == "absent" else tmp_path
    with pytest.raises(Environnement, match="ne peut pas être lue"):
        lire_correspondance(chemin)
