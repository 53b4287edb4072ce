"""A journal moves to the next schema whole, or stays where it was."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory

from journal_scls.domain.errors import Environnement
from journal_scls.paths import migrations_dir
from journal_scls.storage.engine import NOM, fermer_engine, ouvrir_engine
from journal_scls.storage.schema import TETE, creer_base, migrer, version_de
from tests.storage import lignes
from tests.storage.lignes import Coups, ajouter, chercher, contenu, ddl, duree
from tests.storage.schemas import creer_directement

MOMENTS = 25

# A table that others refer to, rebuilt (foreign keys must be off), then rows made one by one so
# that a kill finds it half-way.
R0002 = """
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "9002", "{tete}", None, None
def upgrade():
    with op.batch_alter_table("milieu", recreate="always") as lot:
        lot.add_column(sa.Column("quartier", sa.Text(), nullable=False, server_default=""))
        lot.create_check_constraint("ck_milieu_quartier", "length(quartier) < 100")
    op.create_table("trace", sa.Column("id", sa.Integer(), primary_key=True),
                    sa.Column("note", sa.Text()))
    for id_, note in op.get_bind().exec_driver_sql("SELECT id, note FROM revision").all():
        op.get_bind().exec_driver_sql("INSERT INTO trace VALUES (?, ?)", (id_, note))
"""
R0003 = """
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "9003", "9002", None, None
def upgrade():
    op.add_column("trace", sa.Column("vue", sa.Boolean(), server_default=sa.false()))
    {suite}
"""
CASSE = "op.execute('DELETE FROM milieu'); raise ValueError('a bug')"
ORPHELINE = "op.execute('DELETE FROM milieu')"


@pytest.fixture
def suite(tmp_path):
    """Makes a folder of migrations that goes on after ours, up to 9003."""

    def faire(fin="pass"):
        dossier = tmp_path / "mes migrations 100%"
        shutil.copytree(migrations_dir(), dossier, ignore=shutil.ignore_patterns("__pycache__"))
        (dossier / "versions" / "9002_a.py").write_text(R0002.format(tete=TETE))
        (dossier / "versions" / "9003_b.py").write_text(R0003.format(suite=fin))
        return dossier

    return faire


@pytest.fixture
def remplie(base_vide):
    with base_vide.begin() as connexion:
        connexion.exec_driver_sql(
            "INSERT INTO milieu (id, uuid, nom, cle) VALUES (1, zeroblob(16), 'Les Pins', 'pins')"
        )
        connexion.exec_driver_sql("INSERT INTO milieu_etat (milieu_id, tenure) VALUES (1, 'OH')")
        for i in range(300):
            ajouter(connexion, f"visite {i}")
    return base_vide


def sans_copie():
    raise AssertionError("no copy was expected")


# --- the head


def test_the_head_of_the_migrations_is_the_one_the_program_expects():
    script = ScriptDirectory(str(migrations_dir()))
    assert script.get_heads() == [TETE]


def test_migrations_make_exactly_the_tables_of_the_program(base_vide, tmp_path):
    directe = ouvrir_engine(tmp_path / "directe.db", b"k" * 32, creer=True)
    with directe.begin() as connexion:
        creer_directement(connexion, "sqlite")
    try:
        assert ddl(base_vide) == ddl(directe)
        with base_vide.connect() as une, directe.connect() as autre:
            reglages = "SELECT k, v FROM recherche_config ORDER BY k"
            lus = une.exec_driver_sql(reglages).all()
            assert lus == autre.exec_driver_sql(reglages).all()
        assert ("secure-delete", 1) in [tuple(ligne) for ligne in lus]
        assert len(ddl(directe)) > 40
    finally:
        fermer_engine(directe)


# --- starting


def test_a_journal_up_to_date_moves_nothing_and_loads_no_alembic(base_fermee):
    programme = (
        "import sys; from pathlib import Path\n"
        "from journal_scls.storage import engine, schema\n"
        "e = engine.ouvrir_engine(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))\n"
        "print(schema.migrer(e, Path('/nowhere'), None), 'alembic' in sys.modules)"
    )
    dit = subprocess.run(
        [sys.executable, "-c", programme, base_fermee.chemin, base_fermee.cle.hex()],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert dit.stdout == "False False\n"


def test_a_new_journal_is_made_by_the_migrations(tmp_path):
    chemin = tmp_path / NOM
    creer_base(chemin, b"k" * 32, migrations_dir())
    assert [f.name for f in tmp_path.iterdir()] == [NOM]
    engine = ouvrir_engine(chemin, b"k" * 32)
    assert version_de(engine) == TETE
    fermer_engine(engine)


def test_making_a_journal_over_another_is_refused(base_fermee):
    avant = base_fermee.chemin.read_bytes()
    with pytest.raises(Environnement, match="contient déjà un journal"):
        creer_base(base_fermee.chemin, b"k" * 32, migrations_dir())
    assert base_fermee.chemin.read_bytes() == avant


def test_a_journal_that_cannot_be_made_leaves_nothing(tmp_path):
    vide = tmp_path / "vide"
    (vide / "versions").mkdir(parents=True)
    with pytest.raises(RuntimeError, match="migrations end at"):
        creer_base(tmp_path / NOM, b"k" * 32, vide)
    assert [f.name for f in tmp_path.iterdir()] == ["vide"]


# --- moving


def test_a_journal_moves_with_its_rows_after_a_copy(remplie, suite):
    avant = contenu(remplie)
    copies = []
    assert migrer(remplie, suite(), lambda: copies.append(version_de(remplie)), tete="9003")
    assert copies == [TETE]
    assert version_de(remplie) == "9003"
    apres = contenu(remplie)
    assert apres.pop("milieu") == [(*avant.pop("milieu")[0], "")]
    assert [ligne[1] for ligne in apres.pop("trace")] == [f"visite {i}" for i in range(300)]
    assert apres == avant
    with remplie.begin() as connexion:
        assert chercher(connexion, "299") == [300]
        assert connexion.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connexion.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    assert not migrer(remplie, Path("/nowhere"), sans_copie, tete="9003")


def test_without_its_copy_nothing_moves(remplie, suite):
    def refuser():
        raise Environnement("Le disque est plein.", "Libérez de l'espace.")

    with pytest.raises(Environnement, match="plein"):
        migrer(remplie, suite(), refuser, tete="9003")
    assert version_de(remplie) == TETE


@pytest.mark.parametrize("fin", [CASSE, ORPHELINE])
def test_a_failing_migration_leaves_the_file_as_it_was(remplie, base_fermee, suite, fin):
    avant, schema_avant = contenu(remplie), ddl(remplie)
    remplie.dispose()  # empties the log, so that the bytes can be compared
    octets = base_fermee.chemin.read_bytes()
    with pytest.raises(Environnement, match="resté tel qu'il était") as echec:
        migrer(remplie, suite(fin), lambda: None, tete="9003")
    assert echec.value.__cause__ is not None
    assert base_fermee.chemin.read_bytes() == octets
    assert (contenu(remplie), ddl(remplie)) == (avant, schema_avant)


PLEIN = (
    "op.execute('PRAGMA max_page_count = 60'); "
    "op.execute('INSERT INTO trace (note) SELECT zeroblob(90000) FROM revision')"
)


def test_a_full_disk_during_a_migration_is_said_as_such(remplie, suite):
    with pytest.raises(Environnement, match="Le disque est plein"):
        migrer(remplie, suite(PLEIN), lambda: None, tete="9003")
    assert version_de(remplie) == TETE


@pytest.mark.parametrize("version", ["9999", "0000", "'; --"])
def test_a_newer_journal_is_refused_untouched(base_vide, base_fermee, suite, version):
    with base_vide.begin() as connexion:
        connexion.exec_driver_sql("UPDATE alembic_version SET version_num = ?", (version,))
    base_vide.dispose()
    octets = base_fermee.chemin.read_bytes()
    with pytest.raises(Environnement, match="version plus récente") as refus:
        migrer(base_vide, migrations_dir(), sans_copie)
    assert "Installez" in refus.value.suite
    base_vide.dispose()
    assert base_fermee.chemin.read_bytes() == octets


@pytest.mark.parametrize("sql", ["DELETE FROM alembic_version", "DROP TABLE alembic_version"])
def test_a_journal_without_a_version_is_refused(base_vide, sql):
    with base_vide.begin() as connexion:
        connexion.exec_driver_sql(sql)
    with pytest.raises(Environnement, match="n'indique pas sa version"):
        migrer(base_vide, migrations_dir(), sans_copie)


def test_a_program_without_its_migrations_is_a_bug(base_vide):
    with pytest.raises(RuntimeError, match="the program expects"):
        migrer(base_vide, migrations_dir(), sans_copie, tete="8888")


# --- kill -9


def test_a_migration_killed_at_any_moment_is_done_at_the_next_start(
    remplie, base_fermee, suite, tmp_path
):
    migrations, attendu = suite(), contenu(remplie)
    remplie.dispose()
    depart = base_fermee.chemin.read_bytes()
    args = (base_fermee.chemin, base_fermee.cle, migrations, "9003")
    coups = Coups(duree(lignes.migrer, *args))
    for moment in range(MOMENTS):
        for reste in base_fermee.dossier.glob(f"{NOM}*"):
            reste.unlink()
        base_fermee.chemin.write_bytes(depart)
        coups.tuer(moment / MOMENTS, lignes.migrer, *args)
        engine = ouvrir_engine(base_fermee.chemin, base_fermee.cle)
        assert version_de(engine) in (TETE, "9003")
        migrer(engine, migrations, lambda: None, tete="9003")
        assert version_de(engine) == "9003"
        assert contenu(engine)["revision"] == attendu["revision"]
        assert len(contenu(engine)["trace"]) == 300
        fermer_engine(engine)
    assert coups.tues > MOMENTS // 2


def test_a_creation_killed_at_any_moment_is_done_at_the_next_try(tmp_path, modele):
    coups = Coups(duree(lignes.creer_base, tmp_path / NOM, modele.cle, migrations_dir()))
    for moment in range(MOMENTS):
        dossier = tmp_path / str(moment)
        dossier.mkdir()
        chemin = dossier / NOM
        coups.tuer(moment / MOMENTS, lignes.creer_base, chemin, modele.cle, migrations_dir())
        if not chemin.exists():
            creer_base(chemin, modele.cle, migrations_dir())
            assert [f.name for f in dossier.iterdir()] == [NOM]
        engine = ouvrir_engine(chemin, modele.cle)
        assert version_de(engine) == TETE
        fermer_engine(engine)
    assert coups.tues > MOMENTS // 2
