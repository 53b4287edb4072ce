"""Lines are written in one way, whatever their content, and proved by the reader's decoder."""

import datetime as dt
import json
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_scls.domain.chiffres.faits import ReferenceFait
from journal_scls.domain.echange.partage import EcriturePartagee, Repere, texte_sur
from journal_scls.domain.errors import Environnement
from journal_scls.sync.lot.enregistrement import Enregistrement, Retrait, decoder, encoder
from journal_scls.sync.lot.scelleur import ScelleurAge

SCELLEUR = ScelleurAge()
ID = UUID(int=7)
pieges = st.sampled_from(
    (',"tenure":', ',"duree_min":', '"', "\\", '\\",', ',"fait_marquant":"', "{}", "é", "😀")
)
textes = st.lists(st.one_of(pieges, st.text(max_size=5))).map("".join).map(texte_sur)


def ecriture(**changes) -> EcriturePartagee:
    champs = {
        "activite": "ECOUTE",
        "categorie": "C4",
        "clientele": "AINES",
        "duree_min": 45,
        "mois": "2025-03",
        "tenure": "OH",
        "vocabulaire": "2022",
        "volet": "INDIVIDUEL",
    }
    return EcriturePartagee(**(champs | changes))


@given(mrc=textes, nom=textes, code=textes, marquant=textes, rev=st.integers(1, 99))
def test_any_text_is_written_as_the_format_writes_it(mrc, nom, code, marquant, rev):
    """Texts that imitate keys change nothing: the line is that of the model itself."""
    place = {"milieu": Repere(nom, code), "date": dt.date(2025, 3, 14), "mois": ""} if nom else {}
    contenu = SCELLEUR.contenu(ecriture(mrc=mrc, fait_marquant=marquant, **place))
    ligne = SCELLEUR.ligne(ID, 3, rev, contenu)
    version = decoder(ligne)
    assert isinstance(version, Enregistrement)
    assert encoder(version) == ligne
    assert (version.id, version.ep, version.rev) == (str(ID), 3, rev)
    assert (version.mrc or "", version.fait_marquant or "") == (mrc, marquant)
    assert (version.milieu.nom if version.milieu else "") == nom


def test_a_full_content_has_every_field_and_nothing_else():
    reference = ReferenceFait("CISSS", "SAPA", "SIMPLE", "FAITE")
    contenu = SCELLEUR.contenu(
        ecriture(
            organisme=Repere("Office fictif"),
            categorie_immeuble="FAM",
            modalite="BUREAU",
            nb_personnes=0,
            problematiques=("ISOLEMENT",),
            projet="P_1",
            references=(reference,),
            tranches=(0, 0, 0, 0, 0),
            type_collectif="ADL",
        )
    )
    lu = SCELLEUR.lire_ligne(SCELLEUR.ligne(ID, 1, 1, contenu))
    assert json.loads(contenu) | {"deleted": False, "ep": 1, "id": str(ID), "rev": 1} == lu
    assert lu["nb_personnes"] == 0
    assert lu["references"] == [reference._asdict()]


def test_a_withdrawal_says_nothing():
    assert decoder(SCELLEUR.ligne(ID, 2, 5, None)) == Retrait(id=str(ID), ep=2, rev=5)


@pytest.mark.parametrize(
    "changes",
    [
        {"activite": "É"},
        {"mois": "2025-13"},
        {"milieu": Repere("Nommé sans son jour")},
        {"date": dt.date(2025, 3, 14)},
        {"mrc": " espace"},
        {"nb_personnes": -1},
    ],
)
def test_what_the_format_does_not_hold_is_refused_before_it_is_kept(changes):
    with pytest.raises(Environnement, match=str(ID)):
        SCELLEUR.ligne(ID, 1, 1, SCELLEUR.contenu(ecriture(**changes)))
