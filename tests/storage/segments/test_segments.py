"""Segments are a cache: whatever happens to it, the figures are those of the lines."""

# ruff: noqa: S608 - names of our tables
import random
import subprocess
import sys

import pytest

from journal_scls.application.lectures import Filtre
from journal_scls.application.operation import Cancelled, Progress
from journal_scls.domain.periode import Periode
from journal_scls.storage.segments import construction, forme
from journal_scls.storage.segments.tables_segments import CACHES
from journal_scls.storage.sql import lecture
from journal_scls.sync.lot.recus import LecteurLotsAge
from tests.storage.lignes import duree, tuer_apres
from tests.storage.segments.outils import CHAMPS, dits, lectures, lentement, rapports
from tests.storage.segments.processus import faire_segments
from tests.storage.segments.regions import pieges, vivre

ANNEE = Periode.annee(2025)
MOMENTS = 4


@pytest.fixture
def pleine(region, journaux):
    """A region with rival versions, whose segments are not made yet."""
    region.importer(*pieges(journaux[2]), *vivre(journaux, random.Random(1), 120))
    return region


def vite(region, filtre=Filtre(), champs=CHAMPS, progress=None):  # noqa: B008 - a frozen value
    return dits(lectures(region).comptes(filtre, ANNEE, champs, progress))


def exact(region, filtre=Filtre(), champs=CHAMPS):  # noqa: B008 - the same
    return dits(lentement(region, filtre, ANNEE, champs))


def contenu(region):
    with region.engine.connect() as connexion:
        return {
            table.name: sorted(connexion.exec_driver_sql(f"SELECT * FROM {table.name}").all())
            for table in CACHES
        }


def perimes(region):
    with lecture(region.engine) as curseur:
        return construction.perimes(curseur)


class LecteurCompte(LecteurLotsAge):
    """Counts the lines that are read again, and may stop in the middle."""

    def __init__(self):
        self.lues, self.panne_a = 0, None

    def lire_ligne(self, ligne):
        self.lues += 1
        if self.lues == self.panne_a:
            raise OSError("the power goes")
        return super().lire_ligne(ligne)


def test_any_fields_may_be_crossed(pleine):
    tous = ("avec_reference", "activite", "modalite", "categorie_immeuble", "volet", "clientele")
    for champs in ((), ("avec_reference",), ("tenure",), tous, tous[::-1]):
        assert vite(pleine, champs=champs) == exact(pleine, champs=champs)


def test_only_what_changed_is_read_again(pleine, journaux):
    pleine.lecteur = lecteur = LecteurCompte()
    vite(pleine)
    premiere, lecteur.lues = lecteur.lues, 0
    assert premiere > 20
    assert vite(pleine) == exact(pleine)
    lecteur.lues = 0
    journaux[0].saisir(500)
    journaux[0].saisir(501)
    pleine.importer(journaux[0].exporter())
    assert len(perimes(pleine)) == 1
    vite(pleine)
    assert lecteur.lues == 2
    assert vite(pleine) == exact(pleine)


def test_segments_made_bit_by_bit_are_those_made_at_once(pleine, journaux):
    hasard = random.Random(2)
    for _ in range(4):
        pleine.importer(*vivre(journaux, hasard, 40))
        assert vite(pleine) == exact(pleine)
    peu_a_peu = contenu(pleine)["segment"]
    lignes = {(mois, bytes(journal)): (len(li), bytes(e)) for mois, journal, li, e in peu_a_peu}
    with pleine.engine.begin() as connexion:
        construction.vider(connexion)
    assert vite(pleine) == exact(pleine)
    d_un_coup = contenu(pleine)["segment"]
    assert lignes == {(m, bytes(j)): (len(li), bytes(e)) for m, j, li, e in d_un_coup}


def test_an_entry_that_changes_month_or_goes_leaves_its_segment(region, journaux):
    journal = journaux[0]
    for numero, mois in enumerate(("2025-01", "2025-02", "2025-03")):
        journal.saisir(numero, date=None, milieu=None, mois=mois)
    region.importer(journal.exporter())
    assert vite(region)["axes"]["mois"].keys() == {"2025-01", "2025-02", "2025-03"}
    journal.saisir(0, date=None, milieu=None, mois="2025-02")
    journal.annuler(2)
    region.importer(journal.exporter())
    assert {m: t.interventions for m, t in vite(region)["axes"]["mois"].items()} == {"2025-02": 2}
    assert [ligne[0] for ligne in contenu(region)["segment"]] == ["2025-02"]


def test_a_decision_changes_no_figure(pleine):
    avant = vite(pleine)
    with pleine.base.unite() as unite:
        conflit = unite.receptions.conflits()[0]
    pleine.region.decider(conflit, conflit.rivales[1].empreinte.hex(), "entendu au téléphone")
    assert vite(pleine) == exact(pleine) == avant


def test_a_revocation_takes_back_what_its_lots_brought(pleine, journaux):
    avant, vues = vite(pleine), pleine.vues()
    pleine.revoquer(journaux[0], 1)
    assert len(perimes(pleine)) == 1
    assert vite(pleine) == exact(pleine) != avant
    assert pleine.vues()["ecritures"] != vues["ecritures"]


def test_another_form_makes_all_of_them_again(pleine, monkeypatch):
    vite(pleine)
    ancienne = contenu(pleine)
    monkeypatch.setattr(forme, "FORME", "9.9.9 another")
    assert len(perimes(pleine)) == 3
    assert vite(pleine) == exact(pleine)
    assert {f for *_, f in contenu(pleine)["segment_journal"]} == {"9.9.9 another"}
    assert contenu(pleine)["segment_code"] == ancienne["segment_code"]


def test_making_them_can_be_cancelled_and_goes_on_where_it_stopped(pleine):
    progress = Progress(lambda avancement: avancement.fait == 1 and progress.annuler())
    with pytest.raises(Cancelled):
        vite(pleine, progress=progress)
    assert progress.dernier is not None
    assert progress.dernier.total == 3
    assert len(perimes(pleine)) == 1
    assert vite(pleine) == exact(pleine)


def test_counting_from_lines_can_be_cancelled_too(pleine):
    progress = Progress()
    progress.annuler()
    with pytest.raises(Cancelled):
        vite(pleine, Filtre(texte="bosq"), progress=progress)


@pytest.mark.parametrize("ligne", [1, 12, 24])
def test_an_error_in_the_middle_leaves_no_half_made_segment(pleine, ligne):
    pleine.lecteur = lecteur = LecteurCompte()
    lecteur.panne_a = ligne
    with pytest.raises(OSError, match="power"):
        vite(pleine)
    assert perimes(pleine)
    assert vite(pleine) == exact(pleine)


def test_a_kill_at_any_moment_leaves_no_stale_segment(pleine, base_fermee, journaux):
    args = (base_fermee.chemin, base_fermee.cle)
    attendu = exact(pleine)
    total = duree(faire_segments, *args)
    for moment in range(MOMENTS):
        with pleine.engine.begin() as connexion:
            for table in CACHES:
                connexion.exec_driver_sql(f"DELETE FROM {table.name}")
        pleine.engine.dispose()
        tuer_apres(total * moment / MOMENTS, faire_segments, *args)
        assert vite(pleine) == attendu


def test_what_is_held_of_a_journal_is_computed_once_and_stays_true(pleine, journaux):
    for _ in range(3):
        neuve = type(pleine)(pleine.engine, pleine.dossier)
        vues = neuve.vues()
        with pleine.engine.begin() as connexion:
            connexion.exec_driver_sql("DELETE FROM etat_tenu")
        assert type(pleine)(pleine.engine, pleine.dossier).vues() == vues == pleine.vues()
        pleine.importer(*vivre(journaux, random.Random(3), 40))
        assert len(contenu(pleine)["etat_tenu"]) == 3


def test_a_bilan_says_the_same_whoever_opens_the_dossier(pleine):
    assert rapports(pleine).bilan(ANNEE) == rapports(pleine).bilan(ANNEE)


def test_numpy_is_loaded_by_counting_and_by_nothing_else():
    programme = (
        "import sys, journal_scls.bootstrap, journal_scls.storage.lots.lectures_region\n"
        "journal_scls.bootstrap.creer_atelier()\n"
        "assert 'journal_scls.storage.segments.lecture' in sys.modules\n"
        "assert 'numpy' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", programme], check=True)
