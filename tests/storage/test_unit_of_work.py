import threading

import pytest
import sqlcipher3
from sqlalchemy.exc import IntegrityError

from journal_scls.application.lectures import Filtre
from journal_scls.application.ports import Base, Lectures, UnitOfWork
from journal_scls.domain.errors import Environnement
from journal_scls.storage import sql
from journal_scls.storage.base import SqlBase
from journal_scls.storage.engine import fermer_engine, ouvrir_engine
from journal_scls.storage.erreurs import IssueInconnue
from tests.fabriques import MAINTENANT, HorlogeFixe, brouillon, intervention, profil
from tests.fakes import FakeBase, FakeUnitOfWork
from tests.storage.fabrique import BASES, base_de


@pytest.fixture(params=BASES)
def base(request):
    return base_de(request)


@pytest.fixture
def base_sql(base_vide):
    return SqlBase(base_vide, HorlogeFixe())


def test_les_ports_sont_tenus(base):
    tenue: Base = base
    lectures: Lectures = tenue.lectures
    unite: UnitOfWork = tenue.unite()
    assert lectures.compter(Filtre()) == 0
    with unite as ouverte:
        assert ouverte is unite


def _ajouter(base, entree, ensuite=lambda: None):
    with base.unite() as unite:
        unite.interventions.ajouter(entree)
        ensuite()
        unite.commit()


def test_rien_ne_reste_sans_commit(base):
    with base.unite() as unite:
        unite.interventions.ajouter(intervention())
        unite.enregistrer_preference("theme", "sombre")
    with base.unite() as unite:
        assert unite.preference("theme") == ""
    assert base.lectures.compter(Filtre()) == 0


def test_rien_ne_reste_apres_une_erreur(base):
    with pytest.raises(ZeroDivisionError):
        _ajouter(base, intervention(), lambda: 1 / 0)
    assert base.lectures.compter(Filtre()) == 0


def test_ce_qui_suit_un_commit_a_besoin_du_sien(base):
    with base.unite() as unite:
        unite.enregistrer_preference("theme", "sombre")
        unite.commit()
        unite.enregistrer_preference("theme", "clair")
    with base.unite() as unite:
        assert unite.preference("theme") == "sombre"
        unite.enregistrer_preference("theme", "clair")
        unite.commit()
        unite.enregistrer_preference("taille", "2")
        unite.commit()
    with base.unite() as unite:
        assert (unite.preference("theme"), unite.preference("taille")) == ("clair", "2")


def test_une_unite_ne_sert_que_dans_son_bloc(base):
    unite = base.unite()
    with pytest.raises(RuntimeError):
        unite.commit()
    with unite:
        pass
    with pytest.raises(RuntimeError):
        unite.preference("theme")
    with unite:
        assert unite.preference("theme") == ""


def test_le_profil_se_remplace(base):
    premier = profil(nom_affiche="Camille", demo=True)
    with base.unite() as unite:
        with pytest.raises(Environnement) as absence:
            unite.profil()
        assert absence.value.suite
        unite.enregistrer_profil(premier)
        assert unite.profil() == premier
        second = profil(code="INT-09", employeur_type="OFFICE")
        unite.enregistrer_profil(second)
        assert unite.profil() == second


def test_un_acte_sensible_est_date(base_sql, base_vide):
    with base_sql.unite() as unite:
        unite.noter("purge", "3 entrées")
        unite.commit()
    with base_vide.connect() as connexion:
        lignes = connexion.exec_driver_sql("SELECT le, acte, detail FROM evenement").all()
    assert lignes == [("2025-03-14T15:09:26Z", "purge", "3 entrées")]


def test_le_faux_note_les_actes_et_dit_s_il_a_garde():
    unite = FakeUnitOfWork()
    with unite:
        unite.noter("purge")
        assert not unite.committed
        unite.commit()
    assert unite.committed
    assert unite.etat.evenements == [(MAINTENANT, "purge", "")]
    base = FakeBase()
    with base.unite():
        pass
    assert [u.committed for u in base.unites] == [False]


def test_une_base_fermee_ne_repond_plus(base):
    base.fermer()
    base.fermer()
    with pytest.raises(RuntimeError):
        base.unite()
    with pytest.raises(RuntimeError):
        _ = base.lectures


# --- several at once


def test_lire_n_attend_pas_celui_qui_ecrit(base_sql):
    with base_sql.unite() as unite:
        unite.interventions.ajouter(intervention())
        assert base_sql.lectures.compter(Filtre()) == 0
        unite.commit()
    assert base_sql.lectures.compter(Filtre()) == 1


def test_ecrire_pendant_une_longue_lecture_ne_la_change_pas(base_sql):
    for note in ("un", "deux"):
        with base_sql.unite() as unite:
            unite.interventions.ajouter(intervention(note=note))
            unite.commit()
    lecture = base_sql.lectures.parcourir(Filtre())
    assert next(lecture).note == "un"
    with base_sql.unite() as unite:
        unite.interventions.ajouter(intervention(note="trois"))
        unite.commit()
    assert [ligne.note for ligne in lecture] == ["deux"]


def test_une_lecture_abandonnee_rend_sa_connexion(base_sql, base_vide):
    with base_sql.unite() as unite:
        unite.interventions.ajouter(intervention())
        unite.commit()
    lecture = base_sql.lectures.faits(Filtre())
    next(lecture)
    assert base_vide.pool.checkedout() == 1
    lecture.close()
    assert base_vide.pool.checkedout() == 0


def test_deux_qui_ecrivent_s_attendent(base_sql):
    compte = 20

    def ecrire():
        for _ in range(compte):
            with base_sql.unite() as unite:
                unite.enregistrer_preference("n", str(int(unite.preference("n") or 0) + 1))
                unite.commit()

    fils = [threading.Thread(target=ecrire) for _ in range(2)]
    for fil in fils:
        fil.start()
    for fil in fils:
        fil.join()
    with base_sql.unite() as unite:
        assert unite.preference("n") == str(2 * compte)


# --- what the machine does wrong is said in French, what we do wrong is not


@pytest.fixture
def impatiente(base_fermee, monkeypatch):
    monkeypatch.setattr("journal_scls.storage.engine._ATTENTE_MS", 20)
    engine = ouvrir_engine(base_fermee.chemin, base_fermee.cle)
    yield engine
    fermer_engine(engine)


def test_un_dossier_occupe(impatiente):
    base = SqlBase(impatiente, HorlogeFixe())
    with base.unite(), pytest.raises(Environnement, match="occupé"), base.unite():
        pytest.fail("two writers at once")
    assert impatiente.pool.checkedout() == 0
    with base.unite() as unite:
        assert unite.preference("x") == ""


def test_un_disque_plein(base_sql, base_vide):
    with base_vide.connect() as connexion:
        pages = connexion.exec_driver_sql("PRAGMA page_count").scalar()
        connexion.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    trop = brouillon(contenu={"note": "x" * 4_000_000})
    with pytest.raises(Environnement, match="plein"), base_sql.unite() as unite:
        unite.brouillons.enregistrer(trop)
    with base_sql.unite() as unite:
        assert unite.brouillons.tous() == ()


def test_un_disque_plein_pendant_une_reprise(base_sql, base_vide):
    with base_vide.connect() as connexion:
        pages = connexion.exec_driver_sql("PRAGMA page_count").scalar()
        connexion.exec_driver_sql(f"PRAGMA max_page_count = {pages + 9}")
    trop = [(intervention(note="n" * 2_000), bytes([n]) * 16, "") for n in range(200)]
    with pytest.raises(Environnement, match="plein"), base_sql.unite() as unite:
        unite.interventions.ajouter_reprises(trop)
    assert base_sql.lectures.compter(Filtre()) == 0
    with base_sql.unite() as unite:
        unite.interventions.ajouter_reprises(trop[:1])
        unite.commit()
    assert base_sql.lectures.compter(Filtre(texte="n")) == 1


def test_un_dossier_en_lecture_seule(base_sql, base_vide):
    with base_vide.connect() as connexion:
        connexion.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(Environnement, match="modifié"), base_sql.unite() as unite:
        unite.enregistrer_preference("theme", "sombre")


def test_un_fichier_abime_pendant_qu_on_le_lit(base_fermee):
    engine = ouvrir_engine(base_fermee.chemin, base_fermee.cle)
    base = SqlBase(engine, HorlogeFixe())
    try:
        contenu = bytearray(base_fermee.chemin.read_bytes())
        contenu[4096:] = bytes(len(contenu) - 4096)
        base_fermee.chemin.write_bytes(contenu)
        with pytest.raises(Environnement, match="endommagé"):
            base.lectures.compter(Filtre(texte="x"))
        with pytest.raises(Environnement, match="endommagé"), base.unite() as unite:
            unite.brouillons.tous()
    finally:
        fermer_engine(engine)


def test_un_disque_qui_ne_repond_plus_pendant_une_lecture_fait_rouvrir(base_vide):
    ancien = base_vide.pool
    panne = sqlcipher3.OperationalError("disk I/O error")
    panne.sqlite_errorcode = 10
    with pytest.raises(IssueInconnue) as dite, sql.lecture(base_vide):
        raise panne
    assert dite.value.suite
    assert base_vide.pool is not ancien
    assert SqlBase(base_vide, HorlogeFixe()).lectures.compter(Filtre()) == 0


def test_une_faute_du_programme_reste_ce_qu_elle_est(base_sql):
    entree = intervention()
    _ajouter(base_sql, entree)
    with pytest.raises(IntegrityError):
        _ajouter(base_sql, entree)
