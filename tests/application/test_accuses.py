"""Accusés between two real dossiers with real lots (T105 to T109)."""

import dataclasses
import random
import re
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal_scls.application.lots.accuses import (
    epoque_accusee,
    exiger_sans_objection,
    objections_en_suspens,
    trancher,
)
from journal_scls.application.lots.situation_accuses import CopieContredite
from journal_scls.domain.echange.accuse import Accuse, Contradiction, DemandeAccuse
from journal_scls.domain.echange.refus import CodeInscription as C
from journal_scls.sync.lot.enregistrement import Retrait
from journal_scls.sync.lot.manifeste import Genre
from tests.application.test_inscriptions import refuse
from tests.liaison import Expediteur, Poste, accuser, importer
from tests.sync.lot.outils import enregistrement, numero


@pytest.fixture
def exp(inscrit: Poste, region: Poste) -> Expediteur:
    return Expediteur(inscrit, region.id).ouvrir()


@pytest.fixture
def aller(region: Poste, inscrit: Poste, tmp_path: Path):
    """The region says what it has, the journal takes it in."""

    def faire() -> tuple[str, ...]:
        chemin = accuser(region, tmp_path / "accuses")[inscrit.id]
        (lu,) = inscrit.accuses.recevoir([chemin])
        assert lu.resultat in ("applique", "doublon"), lu
        return inscrit.accuses.situation().phrases

    return faire


def marques(journal: Poste) -> list[int]:
    return [seq for (seq,) in journal.ligne("SELECT seq FROM envoi WHERE accuse ORDER BY seq")]


def test_a_revoked_journal_is_told_for_ever(exp, inscrit, region, aller):
    importer(region, exp.faire(enregistrement(1)))
    assert not inscrit.accuses.situation().revoque
    avant = aller()
    region.cles.revoquer(str(inscrit.id), 1, "départ")
    assert aller()[:-1] == avant
    assert inscrit.accuses.situation().revoque
    assert "n'accepte plus" in aller()[-1]


def test_the_sentence_of_the_contract(exp, region, aller):
    importer(region, *(exp.faire(enregistrement(n)) for n in range(1, 13)))
    assert aller() == ("Le coordonnateur a reçu vos lots 1 à 12.",)


def test_what_is_missing_is_proposed_again(exp, inscrit, region, aller):
    lots = [exp.faire(enregistrement(n)) for n in range(1, 10)]
    importer(region, *(lot for n, lot in enumerate(lots, 1) if n not in (3, 7, 9)))
    phrases = aller()
    assert phrases[:2] == (
        "Le coordonnateur a reçu vos lots 1, 2, 4 à 6 et 8.",
        "Il lui manque vos lots 3 et 7 : exportez-les de nouveau.",
    )
    situation = inscrit.accuses.situation()
    assert situation.a_refaire == (3, 7)
    assert situation.en_attente == (9,)
    importer(region, lots[2])
    assert "Il lui manque votre lot 7 : exportez-le de nouveau." in aller()


def test_before_any_accuse(exp, inscrit, region, aller, tmp_path):
    assert inscrit.accuses.situation().phrases == ("Le coordonnateur n'a encore rien accusé.",)
    exp.faire(enregistrement(1))
    assert aller()[0] == "Le coordonnateur n'a reçu aucun des lots de ce journal."


def test_saying_the_same_again_announces_nothing(exp, inscrit, region, tmp_path):
    importer(region, exp.faire(enregistrement(1)))
    un = accuser(region, tmp_path / "1")[inscrit.id]
    deux = accuser(region, tmp_path / "2")[inscrit.id]
    assert un.read_bytes() != deux.read_bytes()
    lus = [lu.resultat for lu in inscrit.accuses.recevoir([un, deux, un])]
    assert lus == ["applique", "doublon", "doublon"]
    assert region.ligne("SELECT numero FROM accuse_emis") == [(1,)]
    importer(region, exp.faire(enregistrement(2)))
    assert region.accuses.accuser(tmp_path / "3")[0].numero == 2


def test_old_accuses_have_no_effect(exp, inscrit, region, tmp_path):
    """T106: out of order, repeated, a year late."""
    chemins = []
    for n in range(1, 5):
        importer(region, exp.faire(enregistrement(n)))
        chemins.append(accuser(region, tmp_path / str(n))[inscrit.id])
    (dernier,) = inscrit.accuses.recevoir(chemins[-1:])
    assert dernier.resultat == "applique"
    avant = (marques(inscrit), inscrit.accuses.situation())
    inscrit.accuses.recevoir([*reversed(chemins), *chemins])
    assert (marques(inscrit), inscrit.accuses.situation()) == avant
    assert marques(inscrit) == [1, 2, 3, 4]
    assert not inscrit.ligne("SELECT 1 FROM evenement WHERE acte LIKE '%accuse%'")


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.permutations(range(1, 6)), st.lists(st.integers(0, 5), min_size=1, max_size=5),
       st.integers())  # fmt: skip
def test_any_order_and_any_repetition_of_accuses_mark_the_same(postes, ordre, moments, graine):
    region = postes.region(uuid4().hex)
    journal = postes.faire(uuid4().hex)
    postes.inscrire(journal, region)
    exp = Expediteur(journal, region.id).ouvrir()
    lots = {n: exp.faire(enregistrement(n)) for n in range(1, 6)}
    chemins = []
    for fait, n in enumerate(ordre):
        chemins += [
            accuser(region, postes.racine / uuid4().hex)[journal.id]
            for moment in moments
            if moment == fait
        ]
        importer(region, lots[n])
    chemins += [accuser(region, postes.racine / uuid4().hex)[journal.id] for m in moments if m == 5]
    suite = [*chemins, *chemins]
    random.Random(graine).shuffle(suite)
    for chemin in suite:
        avant = set(marques(journal))
        journal.accuses.recevoir([chemin])
        assert avant <= set(marques(journal))
    assert marques(journal) == sorted(ordre[: max(moments)])
    assert journal.accuses.situation().objections == ()


def test_an_accuse_of_somebody_else_changes_nothing(postes, exp, inscrit, region, tmp_path):
    """T106: other journal, other region, forged."""
    autre = postes.faire("autre")
    postes.inscrire(autre, region)
    importer(region, exp.faire(enregistrement(1)))
    ecrits = accuser(region, tmp_path / "a")
    (lu,) = inscrit.accuses.recevoir([ecrits[autre.id]])
    assert (lu.resultat, lu.code) == ("refuse", C.PAS_POUR_NOUS)
    dit = Accuse(
        region=region.id, journal=inscrit.id, numero=9, incarnations=(), etat_nombre=0,
        etat_condense="0" * 64,
    )  # fmt: skip
    signature = region.identite.cle_signature
    cas = {
        C.SIGNATAIRE_ETRANGER: (dit, autre.identite.cle_signature),
        C.AUTRE_REGION: (dataclasses.replace(dit, region=autre.id), signature),
        C.AUTRE_JOURNAL: (dataclasses.replace(dit, journal=autre.id), signature),
    }
    for code, (forge, cle) in cas.items():
        octets, _ = region.plis.ecrire_accuse(forge, cle, inscrit.identite.destinataire)
        (tmp_path / code).write_bytes(octets)
        (lu,) = inscrit.accuses.recevoir([tmp_path / code])
        assert (lu.resultat, lu.code) == ("refuse", code)
        assert lu.suite
    assert marques(inscrit) == []
    assert inscrit.ligne("SELECT * FROM accuse_recu") == []


def test_a_bad_file_does_not_stop_the_good_ones(exp, inscrit, region, tmp_path):
    importer(region, exp.faire(enregistrement(1)))
    bon = accuser(region, tmp_path / "a")[inscrit.id]
    abime = tmp_path / "abime"
    abime.write_bytes(bon.read_bytes()[:-1] + b"?")
    lus = inscrit.accuses.recevoir([tmp_path / "absent", abime, bon, tmp_path])
    assert [lu.resultat for lu in lus] == ["refuse", "refuse", "applique", "refuse"]
    assert [lu.code for lu in lus] == [
        C.FICHIER_ILLISIBLE, C.FICHIER_ABIME, "", C.FICHIER_ILLISIBLE,
    ]  # fmt: skip
    assert marques(inscrit) == [1]


def test_a_journal_not_enrolled_believes_nobody(journal, tmp_path):
    refuse(C.PAS_INSCRIT, journal.accuses.recevoir, [tmp_path / "x"])


def suspens(journal: Poste):
    with journal.base.unite() as unite:
        return objections_en_suspens(unite)


def test_a_restored_backup_stops_exports_until_a_decision(postes, exp, inscrit, region, tmp_path):
    """T107: the region has lots 3 and 4 that this copy never made."""
    importer(region, exp.faire(enregistrement(1)), exp.faire(enregistrement(2)))
    vieille = postes.copier(inscrit, "vieille")
    importer(region, exp.faire(enregistrement(3)), exp.faire(enregistrement(4)))
    chemin = accuser(region, tmp_path / "a")[inscrit.id]
    vieille.accuses.recevoir([chemin])
    inscrit.accuses.recevoir([chemin])
    assert suspens(inscrit) == ()
    (objection,) = suspens(vieille)
    assert objection.genre is Contradiction.LOT_JAMAIS_FAIT
    with vieille.base.unite() as unite, pytest.raises(CopieContredite) as refus:
        exiger_sans_objection(unite)
    assert "ancienne sauvegarde" in str(refus.value)
    assert "nouvelle-incarnation" in refus.value.suite
    assert "autre copie" in vieille.accuses.situation().phrases[-1]
    # A person decides: recorded, and exports go on in a new life above every epoch.
    with vieille.base.unite() as unite:
        assert epoque_accusee(unite) == 1
        trancher(unite, "NOUVELLE_INCARNATION", "ordinateur perdu", vieille.horloge.maintenant())
        unite.commit()
    with vieille.base.unite() as unite:
        exiger_sans_objection(unite)
    assert vieille.ligne("SELECT choix, raison FROM decision") == [
        ("NOUVELLE_INCARNATION", "ordinateur perdu")
    ]
    vieille.accuses.recevoir([chemin])
    assert suspens(vieille) == ()
    # The other copy goes on nevertheless: that is a new contradiction.
    importer(region, exp.faire(enregistrement(5)))
    vieille.accuses.recevoir([accuser(region, tmp_path / "b")[inscrit.id]])
    assert len(suspens(vieille)) == 1
    Expediteur(vieille, region.id, epoque=2).ouvrir()
    assert suspens(vieille) == ()


def test_a_clone_is_told_from_both_sides(postes, exp, inscrit, region, tmp_path):
    importer(region, exp.faire(enregistrement(1)))
    clone = postes.copier(inscrit, "clone")
    jumeau = dataclasses.replace(exp, journal=clone, versions=dict(exp.versions))
    importer(region, exp.faire(enregistrement(2)), jumeau.faire(enregistrement(3)))
    chemin = accuser(region, tmp_path / "a")[inscrit.id]
    for copie in (inscrit, clone):
        copie.accuses.recevoir([chemin])
        assert marques(copie) == [1, 2]  # ours is one of the two lots numbered 2
        assert [o.genre for o in suspens(copie)] == [Contradiction.LOT_DIFFERENT]


def test_a_copy_that_began_another_life_is_seen(postes, exp, inscrit, region, tmp_path):
    importer(region, exp.faire(enregistrement(1)))
    ailleurs = postes.copier(inscrit, "ailleurs")
    suite = Expediteur(ailleurs, region.id, epoque=2).ouvrir()
    importer(region, suite.faire(enregistrement(1)))
    inscrit.accuses.recevoir([accuser(region, tmp_path / "a")[inscrit.id]])
    (objection,) = suspens(inscrit)
    assert objection.genre is Contradiction.INCARNATION_INCONNUE
    with inscrit.base.unite() as unite:
        assert epoque_accusee(unite) == 2


def test_another_state_asks_for_a_complete_lot(exp, inscrit, region, aller):
    """T108: a lost delta that no later one carried."""
    exp.faire(enregistrement(1))
    importer(region, exp.faire(enregistrement(2)))
    complet = "Ce qu'il tient de votre journal diffère du vôtre : exportez un lot complet."
    assert complet in aller()
    assert inscrit.accuses.situation().complet_demande
    importer(region, exp.faire(genre=Genre.COMPLET))
    assert aller() == (
        "Le coordonnateur a reçu vos lots 2 et 3.",
        "Il lui manque votre lot 1 : exportez-le de nouveau.",
    )


def test_a_complete_lot_that_was_no_help_is_said(exp, inscrit, region, aller):
    importer(region, exp.faire(enregistrement(1), enregistrement(2)))
    del exp.versions[numero(2)]  # a backup from before entry 2
    importer(region, exp.faire(genre=Genre.COMPLET))
    assert "téléphonez-lui" in aller()[-1]
    assert inscrit.accuses.situation().en_trop


def test_tombstones_are_part_of_the_state(exp, region, aller):
    importer(region, exp.faire(enregistrement(1), enregistrement(2)))
    importer(region, exp.faire(Retrait(id=numero(1), ep=1, rev=2)))
    assert aller() == ("Le coordonnateur a reçu vos lots 1 et 2.",)


def test_the_region_asks_for_everything_when_it_cannot_agree(exp, region, tmp_path):
    exp.faire(enregistrement(1))
    importer(region, exp.faire(enregistrement(2)))
    (ecrit,) = region.accuses.accuser(tmp_path / "a")
    assert ecrit.demande is DemandeAccuse.COMPLET
    importer(region, exp.faire(genre=Genre.COMPLET))
    (ecrit,) = region.accuses.accuser(tmp_path / "b")
    assert ecrit.demande is DemandeAccuse.RIEN


def test_files_have_neutral_names_and_are_sealed_for_the_newest_keys(
    exp, inscrit, region, tmp_path
):
    inscrit.cles.changer(tmp_path / "cles")
    region.cles.prendre(tmp_path / "cles")
    (ecrit,) = region.accuses.accuser(tmp_path / "a")
    assert re.fullmatch(r"ACCUSE-[A-Z]{8}\.scls", ecrit.fichier.name)
    assert ecrit.fichier.stat().st_mode & 0o777 == 0o600
    neuve, ancienne = inscrit.identite.identites_age
    octets, region_cle = ecrit.fichier.read_bytes(), region.identite.cle_publique
    inscrit.plis.lire_accuse(octets, [neuve], region_cle)
    refuse(C.PAS_POUR_NOUS, inscrit.plis.lire_accuse, octets, [ancienne], region_cle)


def test_nothing_of_an_entry_is_in_an_accuse(exp, inscrit, region, tmp_path):
    importer(region, exp.faire(enregistrement(1)))
    chemin = accuser(region, tmp_path / "a")[inscrit.id]
    from journal_scls.sync.lot import enveloppe  # noqa: PLC0415 - only here

    clair = enveloppe.ouvrir(chemin.read_bytes(), inscrit.identite.identites_age)
    for mot in ("Érables", "Office", "ECOUTE", "INT-01", numero(1)):
        assert mot.encode() not in clair


def test_the_journal_itself_never_moves(exp, inscrit, region, aller):
    def photographie():
        tables = ("intervention", "revision", "partage", "incarnation")
        return [inscrit.ligne(f"SELECT * FROM {t}") for t in tables]  # noqa: S608

    importer(region, exp.faire(enregistrement(1)))
    avant = photographie()
    envois = inscrit.ligne("SELECT seq, conteneur, empreinte FROM envoi")
    aller()
    assert photographie() == avant
    assert inscrit.ligne("SELECT seq, conteneur, empreinte FROM envoi") == envois


def test_the_same_accuse_is_not_written_twice_and_a_newer_one_takes_its_place(
    exp, inscrit, region, tmp_path
):
    importer(region, exp.faire(enregistrement(1)))
    (un,) = region.accuses.accuser(tmp_path / "a")
    octets = un.fichier.read_bytes()
    (encore,) = region.accuses.accuser(tmp_path / "a")
    assert (un.nouveau, encore.nouveau, encore.fichier) == (True, False, un.fichier)
    assert un.fichier.read_bytes() == octets
    (ailleurs,) = region.accuses.accuser(tmp_path / "b")
    assert (ailleurs.nouveau, ailleurs.fichier.name) == (True, un.fichier.name)

    (tmp_path / "a" / "ACCUSE-ZZZZZZZZ.scls").write_bytes(b"d'une autre region")
    importer(region, exp.faire(enregistrement(2)))
    (deux,) = region.accuses.accuser(tmp_path / "a")
    assert deux.nouveau
    assert {f.name for f in (tmp_path / "a").iterdir()} == {
        deux.fichier.name, "ACCUSE-ZZZZZZZZ.scls",
    }  # fmt: skip
    assert inscrit.accuses.recevoir([deux.fichier])[0].resultat == "applique"


def test_a_name_tells_nothing_and_a_change_of_keys_is_written_anew(exp, inscrit, region, tmp_path):
    importer(region, exp.faire(enregistrement(1)))
    (un,) = region.accuses.accuser(tmp_path)
    assert re.fullmatch(r"ACCUSE-[A-Z]{8}\.scls", un.fichier.name)
    inscrit.cles.changer(tmp_path / "cles")
    region.cles.prendre(tmp_path / "cles")
    (deux,) = region.accuses.accuser(tmp_path)
    # The same words, sealed for other keys: the file before may be one nobody can open.
    assert (deux.numero, deux.nouveau) == (un.numero, True)
    assert deux.fichier != un.fichier
