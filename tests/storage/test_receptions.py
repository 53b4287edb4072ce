"""What becomes of each file that a coordination is given, and what it says of its region."""

import os
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime

import pytest
from sqlalchemy import event

from journal_scls.application.lectures import Filtre
from journal_scls.application.lots import receptions
from journal_scls.application.lots.receptions import BIFURCATION
from journal_scls.application.operation import Cancelled, Progress
from journal_scls.domain.errors import Environnement, RegleMetier
from journal_scls.domain.profil import Role
from journal_scls.storage.engine import NOM, fermer_engine, ouvrir_engine
from journal_scls.sync.lot import manifeste
from tests.fabriques import HorlogeFixe
from tests.journaux_simules import JournalSimule, RegionSimulee, resceller
from tests.sync.lot.outils import identite


@pytest.fixture
def journal():
    return JournalSimule("A")


@pytest.fixture
def region(region_vide, journal):
    return region_vide.preparer([journal])


def issues(resultats):
    return [(r.resultat.value, r.code) for r in resultats]


def remplir(journal, *numeros, **champs):
    for n in numeros:
        journal.saisir(n, **champs)
    return journal.exporter()


# --- outcomes


def test_a_lot_is_applied_once_whatever_its_name_or_envelope(region, journal):
    lot = remplir(journal, 1, 2)
    assert issues(region.importer(lot, lot, resceller(lot))) == [
        ("applique", "applique"),
        ("doublon", "doublon"),
        ("doublon", "doublon"),
    ]
    avant = region.receptions.vidage()
    assert len(avant.splitlines()) == 3
    copie = region.poser(lot.octets, "SCLS-ABCDEF (1).scls")
    assert issues(region.receptions.importer([copie, copie])) == [("doublon", "doublon")] * 2
    assert region.receptions.vidage() == avant
    assert len(region.quarantaine.noms()) == 2


def test_a_folder_is_taken_whole_and_each_oddity_has_its_line(region, journal):
    lot = remplir(journal, 1)
    dossier = region.poser(lot.octets, "un.scls").parent
    region.poser(b"Liste de locataires", "zz-note.docx")
    region.poser(lot.octets[:-1], "b-tronque.scls")
    region.poser(lot.octets, "c.scls.part")
    region.poser(b"", ".cache")
    (dossier / "d-sous-dossier").mkdir()
    os.mkfifo(dossier / "e-tube")
    (dossier / "f-lien.scls").symlink_to(dossier / "un.scls")
    lus = region.receptions.importer([dossier, dossier / "absent.scls"])
    assert {r.fichier: (r.resultat.value, r.code) for r in lus} == {
        "un.scls": ("applique", "applique"),
        "zz-note.docx": ("refuse", "pas_un_lot"),
        "b-tronque.scls": ("refuse", "age_abime"),
        "c.scls.part": ("refuse", "fichier_incomplet"),
        "d-sous-dossier": ("refuse", "fichier_dossier"),
        "e-tube": ("refuse", "fichier_special"),
        "f-lien.scls": ("refuse", "fichier_lien"),
        "absent.scls": ("refuse", "fichier_illisible"),
    }
    assert all(r.message.endswith(".") and r.suite for r in lus if not r.accepte)
    # The two encrypted files are kept; somebody's document in clear is not copied.
    assert len(region.quarantaine.noms()) == 2
    for nom in region.quarantaine.noms():
        assert (region.dossier / "quarantaine" / nom).stat().st_mode & 0o777 == 0o600


def test_a_damaged_kept_file_is_noticed_and_mended_by_importing_again(region, journal):
    lot = remplir(journal, 1)
    region.importer(lot)
    (nom,) = region.quarantaine.noms()
    (region.dossier / "quarantaine" / nom).write_bytes(b"abime")
    with pytest.raises(Environnement, match="endommagé"):
        region.receptions.rejouer()
    assert issues(region.importer(lot)) == [("doublon", "doublon")]
    assert region.quarantaine.lire(nom) == lot.octets


def test_an_unknown_signer_waits_for_the_enrolment(region):
    inconnu = JournalSimule("B")
    lot = remplir(inconnu, 1)
    assert issues(region.importer(lot)) == [("quarantaine", "signataire_inconnu")]
    assert region.receptions.vidage() == ""
    assert issues(region.receptions.reprendre()) == [("quarantaine", "signataire_inconnu")]
    assert "1 fichier mis de côté" in region.region.etat_region().phrase
    region.inscrire(inconnu)
    assert issues(region.receptions.reprendre()) == [("applique", "applique")]
    assert not region.receptions.reprendre()
    assert region.region.etat_region().complet is False  # nothing from A yet


def test_a_newer_format_waits_for_the_update_then_applies_unchanged(region, journal, monkeypatch):
    journal.saisir(1)
    lot = journal.exporter(features_required=("nouveaute",))
    assert issues(region.importer(lot)) == [("en_attente", "format_plus_recent")]
    assert issues(region.receptions.reprendre()) == [("en_attente", "format_plus_recent")]
    monkeypatch.setattr(manifeste, "OPTIONS_CONNUES", frozenset({"nouveaute"}))
    assert issues(region.receptions.reprendre()) == [("applique", "applique")]
    assert region.region.etat_region().complet


def test_an_import_cut_after_the_file_was_kept_is_taken_up(region, journal):
    lot = remplir(journal, 1)
    region.quarantaine.garder([lot.octets])
    assert issues(region.receptions.reprendre()) == [("applique", "applique")]


def test_after_a_revocation_earlier_lots_count_even_late_and_later_ones_never(region, journal):
    premier, second = remplir(journal, 1), remplir(journal, 2)
    region.revoquer(journal, apres_seq=1)
    assert issues(region.importer(second, premier)) == [
        ("quarantaine", "cle_revoquee"),
        ("applique", "applique"),
    ]
    assert issues(region.receptions.reprendre()) == [("quarantaine", "cle_revoquee")]


def test_lots_received_before_their_revocation_stop_counting_at_once(region, journal):
    """The lots stay, and what only they brought leaves the figures: entries and corrections."""
    lots = [remplir(journal, 1, 2), remplir(journal, 2, 3, duree_min=90)]
    region.importer(*lots)
    assert ecritures(region) == (3, {(1, 1), (1, 2)})
    region.revoquer(journal, apres_seq=1)
    assert ecritures(region) == (2, {(1, 1)})
    etat = region.region.etat_region()
    assert (etat.journaux[0].recus_revoques, etat.journaux[0].concorde) == (1, True)
    assert "1 lot écarté par une révocation" in etat.phrase
    assert issues(region.importer(*lots)) == [("doublon", "doublon")] * 2
    region.revoquer(journal, apres_seq=0)
    assert ecritures(region) == (0, set())


def ecritures(region):
    """Entries of the region that count, and the epochs and revisions that do."""
    texte = "SELECT epoque, rev FROM version_courante WHERE NOT retiree"
    with region.engine.connect() as connexion:
        lues = {tuple(r) for r in connexion.exec_driver_sql(texte)}
    (etat,) = region.region.etat_region().journaux
    assert etat.ecritures == len(list(region.base.lectures_region(region.lecteur.lire_ligne)
                                      .faits(Filtre())))  # fmt: skip
    return etat.ecritures, lues


def test_a_rotation_holds_from_its_number_on(region, journal):
    ancienne, nouvelle = journal.identite, identite(Role.INTERVENANT, "nouvelle cle")
    avant = remplir(journal, 1)
    object.__setattr__(nouvelle, "id", ancienne.id)
    journal.identite = nouvelle
    apres = remplir(journal, 2)
    assert issues(region.importer(apres, avant)) == [
        ("quarantaine", "signataire_inconnu"),
        ("applique", "applique"),
    ]
    region.ajouter_cle(journal, nouvelle, rang=2, depuis_seq=2)
    assert issues(region.receptions.reprendre()) == [("applique", "applique")]
    journal.identite = ancienne
    vole = remplir(journal, 3)
    assert issues(region.importer(vole)) == [("quarantaine", "cle_remplacee")]


def test_both_branches_of_a_fork_are_kept_and_the_alarm_stays(region, journal):
    copie = journal.copie()
    une, autre = remplir(journal, 1, duree_min=15), remplir(copie, 1, duree_min=30)
    assert issues(region.importer(une, autre)) == [
        ("applique", "applique"),
        ("quarantaine", BIFURCATION),
    ]
    etat = region.region.etat_region()
    (journal_,) = etat.journaux
    (fourche,), (conflit,) = journal_.bifurcations, journal_.conflits
    assert len(fourche.empreintes) == len(conflit.rivales) == 2
    assert not etat.mis_de_cote
    assert "1 bifurcation, 1 conflit" in etat.phrase
    avant = region.vues(), region.receptions.vidage()
    region.region.decider(conflit, conflit.rivales[0].empreinte.hex(), "confirmé par téléphone")
    region.region.decider(fourche, "corriger", "nouvelle incarnation demandée")
    assert (region.vues(), region.receptions.vidage()) == avant
    assert [d.objet.split()[0] for d in region.region.decisions()] == ["conflit", "bifurcation"]
    with pytest.raises(RegleMetier):
        region.region.decider(fourche, "corriger", " ")


def test_a_journal_does_not_receive(region, journal):
    lot = remplir(journal, 1)
    object.__setattr__(region.receptions._profil, "role", Role.INTERVENANT)
    try:
        with pytest.raises(RegleMetier, match="ne reçoit pas"):
            region.importer(lot)
    finally:
        object.__setattr__(region.receptions._profil, "role", Role.COORDINATION)


def test_after_a_restored_backup_the_new_life_wins_over_higher_revisions(region, journal):
    """T90: without the epoch, what is corrected after the restore would stay hidden."""
    premier = remplir(journal, 1, duree_min=15)
    copie = journal.copie()
    for duree in (30, 45, 60):
        journal.saisir(1, duree_min=duree)
    mort = journal.exporter()
    journal.restaurer(copie)
    corrige = remplir(journal, 1, duree_min=90)
    region.importer(corrige, mort, premier)
    faits = region.base.lectures_region(region.lecteur.lire_ligne).faits(Filtre())
    assert [f.duree_min for f in faits] == [90]
    assert region.region.etat_region().complet


def test_a_tombstone_is_undone_only_by_a_higher_revision(region, journal):
    cree = remplir(journal, 1)
    journal.annuler(1)
    retire = journal.exporter()
    ecritures = region.region.etat_region
    region.importer(retire, cree, retire)
    assert ecritures().journaux[0].ecritures == 0
    region.importer(remplir(journal, 1))
    assert ecritures().journaux[0].ecritures == 1


def test_equal_revisions_have_the_same_winner_in_both_orders(region, journal):
    copie = journal.copie()
    lots = [remplir(journal, 1, duree_min=15), remplir(copie, 1, duree_min=30)]
    region.importer(*lots)
    (conflit,) = region.region.etat_region().journaux[0].conflits
    assert conflit.rivales[0].empreinte == max(r.empreinte for r in conflit.rivales)
    with region.base.unite() as unite:
        courantes = unite.receptions.courantes(conflit.journal)
    assert [c.empreinte for c in courantes] == [conflit.rivales[0].empreinte]


# --- the state of the region


def test_a_gap_is_open_until_what_it_held_comes_again(region, journal):
    lots = [remplir(journal, n) for n in range(3)]
    region.importer(lots[0], lots[2])
    etat = region.region.etat_region()
    (avant,) = etat.journaux
    assert (avant.concorde, avant.trous_ouverts) == (False, 1)
    assert avant.incarnations[0].recus == ((1, 1), (3, 3))
    assert avant.incarnations[0].manquants == ((2, 2),)
    assert etat.phrase == "1 journal sur 1, 1 trou"
    assert "il manque le lot 2" in avant.alertes
    region.importer(journal.exporter(complet=True))
    etat = region.region.etat_region()
    (apres,) = etat.journaux
    assert (apres.concorde, len(apres.trous), apres.trous_ouverts) == (True, 1, 0)
    assert (etat.phrase, etat.complet) == ("1 journal sur 1, aucun trou", True)


def test_a_silent_journal_is_missed(region, journal):
    region.inscrire(JournalSimule("B"))
    region.importer(remplir(journal, 1))
    region.horloge.avancer(days=12)
    etat = region.region.etat_region()
    assert etat.phrase == "1 journal sur 2, aucun trou"
    assert [j.jours_depuis for j in etat.journaux] == [12, None]
    assert not etat.complet


def test_two_copies_that_claim_the_same_epoch_are_seen(region, journal):
    copie = journal.copie()
    clone = journal.copie()
    journal.restaurer(copie)
    clone.restaurer(copie)
    clone.incarnation = JournalSimule("Z").incarnation
    region.importer(remplir(journal, 1), remplir(clone, 2))
    (etat,) = region.region.etat_region().journaux
    assert etat.epoques_doubles == (2,)
    assert "deux copies de ce journal envoient des lots" in etat.alertes


# --- strength


def test_no_clock_changes_what_is_received(base_vide, base_fermee, journal):
    horloge = HorlogeFixe(datetime(1970, 1, 1, tzinfo=UTC))
    region = RegionSimulee(base_vide, base_fermee.dossier, horloge).preparer([journal])
    lots = [remplir(journal, n) for n in range(4)]
    for lot, annee in zip(lots, (1970, 2038, 2099, 1969), strict=True):
        horloge.instant = datetime(annee, 11, 3, 5, 59, tzinfo=UTC)
        assert issues(region.importer(lot)) == [("applique", "applique")]
    etat = region.region.etat_region()
    assert etat.complet
    assert etat.journaux[0].dernier.seq == 4
    assert etat.journaux[0].jours_depuis == 0


def test_two_importers_at_once_apply_once(region, journal):
    chemins = [region.poser(remplir(journal, n).octets, f"{n}.scls") for n in range(12)]
    lus: list[str] = []
    depart = threading.Barrier(4)

    def importer():
        depart.wait()
        lus.extend(r.resultat.value for r in region.receptions.importer(chemins))

    fils = [threading.Thread(target=importer) for _ in range(4)]
    for fil in fils:
        fil.start()
    for fil in fils:
        fil.join()
    assert (lus.count("applique"), lus.count("doublon")) == (12, 36)
    assert region.region.etat_region().complet


def test_cancelling_stops_between_two_files(region, journal):
    chemins = [region.poser(remplir(journal, n).octets, f"{n}.scls") for n in range(5)]
    progress = Progress(lambda a: a.fait == 2 and progress.annuler())
    with pytest.raises(Cancelled):
        region.receptions.importer(chemins, progress)
    assert region.vues()["incarnations"]["INT-A"][0].recus == ((1, 3),)
    lus = region.receptions.importer(chemins)
    assert [r.resultat.value for r in lus] == ["doublon"] * 3 + ["applique"] * 2


def test_small_files_are_received_by_groups_and_large_ones_alone(region, journal, monkeypatch):
    """One wait on the disk for many; each outcome is told after the commit that makes it last."""
    chemins = [region.poser(remplir(journal, n).octets, f"{n}.scls") for n in range(5)]
    monkeypatch.setattr(receptions, "GROUPE_FICHIERS", 2)
    gestes = []
    event.listen(region.engine, "commit", lambda _: gestes.append("commit"))
    region.receptions.importer(chemins, sur_ligne=lambda r: gestes.append(r.fichier))
    assert gestes == [
        "commit", "0.scls", "1.scls", "commit", "2.scls", "3.scls", "commit", "4.scls",
    ]  # fmt: skip
    gestes.clear()
    monkeypatch.setattr(receptions, "GROUPE_OCTETS", 1)
    region.receptions.importer(chemins[:2], sur_ligne=lambda r: gestes.append(r.fichier))
    assert gestes == ["commit", "0.scls", "commit", "1.scls"]


def test_a_kept_file_that_is_damaged_does_not_hold_back_those_before_it(region, journal):
    noms = sorted(region.quarantaine.garder([remplir(journal, n).octets for n in range(3)]))
    (region.dossier / "quarantaine" / noms[-1]).write_bytes(b"abime")
    with pytest.raises(Environnement, match="endommagé"):
        region.receptions.reprendre()
    with region.base.unite_de_lecture() as unite:
        assert set(unite.receptions.fichiers()) == set(noms[:-1])


def test_the_state_of_the_region_is_read_while_somebody_writes(region, journal):
    region.importer(remplir(journal, 1))
    avant = region.region.etat_region()
    with region.base.unite() as ecrivain:
        ecrivain.noter("essai")
        assert region.region.etat_region() == avant
        assert region.region.codes()
        assert not region.region.decisions()


@pytest.mark.parametrize("table", ["reception", "version", "decision"])
def test_nobody_rewrites_what_was_received(region, journal, table):
    copie = journal.copie()
    region.importer(remplir(journal, 1, duree_min=15), remplir(copie, 1, duree_min=30))
    (etat,) = region.region.etat_region().journaux
    region.region.decider(etat.conflits[0], "x", "pourquoi")
    with region.engine.connect() as connexion:
        for texte in (f"DELETE FROM {table}", f"UPDATE {table} SET journal = journal"):  # noqa: S608 - a name above
            with pytest.raises(Exception, match="immuable"):
                connexion.exec_driver_sql(texte)
            connexion.rollback()


IMPORTER = """
import sys
from pathlib import Path
from journal_scls.storage.engine import ouvrir_engine
from tests.journaux_simules import RegionSimulee
engine = ouvrir_engine(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
region = RegionSimulee(engine, Path(sys.argv[1]).parent)
print("pret", flush=True)
region.receptions.importer([Path(sys.argv[3])])
"""


def test_killed_at_any_moment_the_import_is_taken_up(base_fermee, journal, tmp_path):
    lots = [remplir(journal, *range(n, n + 40)) for n in range(0, 1200, 40)]
    clef = tmp_path / "lots"
    clef.mkdir()
    for n, lot in enumerate(lots):
        (clef / f"{n:03}.scls").write_bytes(lot.octets)
    engine = ouvrir_engine(base_fermee.chemin, base_fermee.cle)
    RegionSimulee(engine, base_fermee.dossier).preparer([journal])
    fermer_engine(engine)
    for delai in (0.02, 0.08, 0.15):
        commande = [sys.executable, "-c", IMPORTER, base_fermee.chemin, base_fermee.cle.hex(), clef]
        proces = subprocess.Popen(commande, stdout=subprocess.PIPE)
        assert proces.stdout is not None
        assert proces.stdout.readline() == b"pret\n"
        time.sleep(delai)
        proces.kill()
        proces.communicate()
    engine = ouvrir_engine(base_fermee.chemin, base_fermee.cle)
    try:
        region = RegionSimulee(engine, base_fermee.dossier)
        with region.base.unite() as unite:
            numeros = [r.seq for r in unite.receptions.receptions()]
        assert numeros == list(range(1, len(numeros) + 1))
        region.receptions.importer([clef])
        assert region.region.etat_region().complet
        versions = region.receptions.vidage().count("\nversion ")
        assert versions == sum(len(lot.versions) for lot in lots)
    finally:
        fermer_engine(engine)


def test_the_name_of_the_base_is_not_taken_for_a_kept_file(region):
    assert region.quarantaine.noms() == ()
    with pytest.raises(ValueError, match="kept file"):
        region.quarantaine.lire(f"../{NOM}")
