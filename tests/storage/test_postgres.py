"""The schema on a server, the addresses that are taken, and dossiers whose base is there."""

import json
import shutil
import subprocess
import sys

import pytest
from sqlalchemy import inspect

from journal_scls.application.ports_dossiers import Secret
from journal_scls.domain.errors import Environnement, RegleMetier
from journal_scls.domain.profil import Role
from journal_scls.paths import migrations_dir
from journal_scls.storage.coffre.vault import CoutArgon2
from journal_scls.storage.dialecte import tables_presentes
from journal_scls.storage.dossier import DossiersChiffres
from journal_scls.storage.sauvegarde.sauvegardes import SauvegardesFichiers
from journal_scls.storage.schema import TETE, migrer, version_de
from journal_scls.storage.serveur import dossier_serveur as serveur
from journal_scls.storage.serveur.adresse import lire_adresse, parametres
from journal_scls.storage.serveur.dossier_serveur import NOM, BaseServeur, Marque
from tests.fabriques import HorlogeFixe, profil
from tests.storage.schemas import creer_directement

PHRASE = "une phrase de passe pour essayer"
LEGER = CoutArgon2(memory_kib=19 * 1024, iterations=2, lanes=1)


# --- the schema


def test_migrations_make_exactly_the_tables_of_the_program(postgres):
    with (
        postgres.ouverte(postgres.migree()) as migree,
        postgres.ouverte(postgres.vide()) as directe,
    ):
        assert version_de(migree) == TETE
        with directe.begin() as connexion:
            creer_directement(connexion, "postgresql")
        attendu = schema(directe)
        assert schema(migree) == attendu
        assert len(attendu["colonnes"]) > 150


def schema(engine):
    """Everything a server says of its tables, in its own words."""
    questions = {
        "colonnes": """SELECT table_name, column_name, data_type, collation_name, is_nullable,
  column_default FROM information_schema.columns WHERE table_schema = 'public'""",
        "contraintes": """SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid)
FROM pg_constraint WHERE connamespace = 'public'::regnamespace""",
        "index": """SELECT tablename, indexname, indexdef FROM pg_indexes
WHERE schemaname = 'public'""",
        "vues": "SELECT viewname, definition FROM pg_views WHERE schemaname = 'public'",
        "triggers": """SELECT tgname, pg_get_triggerdef(t.oid) FROM pg_trigger t
JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = 'public'::regnamespace
AND NOT tgisinternal""",
        "fonctions": """SELECT proname, prosrc FROM pg_proc
WHERE pronamespace = 'public'::regnamespace""",
    }
    with engine.begin() as connexion:
        dits = {nom: connexion.exec_driver_sql(texte).all() for nom, texte in questions.items()}
    return {
        nom: sorted(tuple(map(str, ligne)) for ligne in lignes if "alembic" not in str(ligne))
        for nom, lignes in dits.items()
    }


def test_texts_sort_by_bytes_and_numbers_are_large(postgres):
    with postgres.ouverte(postgres.migree()) as engine:
        colonnes = {
            (table, colonne): (genre, tri)
            for table, colonne, genre, tri, *_ in schema(engine)["colonnes"]
        }
        textes = {tri for (_, _), (genre, tri) in colonnes.items() if genre == "text"}
        assert textes == {"C"}
        assert colonnes["reception", "seq"][0] == "bigint"
        assert inspect(engine).get_view_names()


def test_a_failing_migration_leaves_the_base_as_it_was(postgres, tmp_path):
    migrations = tmp_path / "migrations"
    shutil.copytree(migrations_dir(), migrations, ignore=shutil.ignore_patterns("__pycache__"))
    (migrations / "versions" / "9002_a.py").write_text(
        "from alembic import op\n"
        f'revision, down_revision, branch_labels, depends_on = "9002", "{TETE}", None, None\n'
        "def upgrade():\n"
        "    op.execute('CREATE TABLE trace (id INTEGER)')\n"
        "    raise ValueError('a bug')\n"
    )
    with postgres.ouverte(postgres.migree()) as engine:
        avant = schema(engine)
        with pytest.raises(Environnement, match="resté tel qu'il était"):
            migrer(engine, migrations, lambda: None, tete="9002")
        assert (schema(engine), version_de(engine)) == (avant, TETE)


def test_an_ordinary_start_does_not_load_the_driver():
    programme = (
        "import sys\n"
        "from journal_scls.bootstrap import creer_atelier\n"
        "creer_atelier()\n"
        "print([m for m in sys.modules if m.startswith('psycopg')])"
    )
    dit = subprocess.run(
        [sys.executable, "-c", programme], capture_output=True, text=True, check=True
    )
    assert dit.stdout == "[]\n"


# --- addresses

BON = "postgresql+psycopg://coord@serveur.exemple/region"


@pytest.mark.parametrize(
    ("adresse", "phrase"),
    [
        ("", "pas l'adresse"),
        ("region", "pas l'adresse"),
        ("sqlite:///journal.db", "pas l'adresse"),
        ("postgresql+psycopg2://coord@serveur/region", "pas l'adresse"),
        ("postgresql+psycopg://coord@serveur", "pas l'adresse"),
        ("postgresql+psycopg://coord@serveur:port/region", "pas l'adresse"),
        ("postgresql+psycopg://coord:secret@serveur/region", "pas de mot de passe"),
        ("postgresql+psycopg://coord:@serveur/region", "pas de mot de passe"),
        (f"{BON}?password=secret", "pas de mot de passe"),
        (f"{BON}?sslpassword=secret", "pas de mot de passe"),
        (f"{BON}?sslmode=disable", "en clair"),
        (f"{BON}?sslmode=prefer", "en clair"),
        ("postgresql+psycopg:///region?host=10.0.0.1&sslmode=allow", "en clair"),
        ("postgresql+psycopg:///region?host=localhost,10.0.0.1&sslmode=allow", "en clair"),
        ("postgresql+psycopg:///region?service=region&sslmode=disable", "en clair"),
    ],
)
def test_what_is_no_address_of_ours_is_refused_and_quotes_no_secret(adresse, phrase):
    with pytest.raises(RegleMetier, match=phrase) as refus:
        lire_adresse(adresse)
    assert "secret" not in str(refus.value)
    assert refus.value.suite


@pytest.fixture
def sans_variables(monkeypatch, tmp_path):
    for nom in ("PGHOST", "PGHOSTADDR", "PGSERVICE", "PGSSLMODE", "PGSSLROOTCERT"):
        monkeypatch.delenv(nom, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))


@pytest.mark.parametrize(
    ("adresse", "attendus"),
    [
        (BON, ("verify-full", "system")),
        ("postgresql://coord@serveur.exemple/region", ("verify-full", "system")),
        (f"{BON}?sslmode=require", ("require", None)),
        (f"{BON}?sslmode=verify-ca&sslrootcert=/ca.pem", ("verify-ca", "/ca.pem")),
        ("postgresql+psycopg:///region", (None, None)),
        ("postgresql+psycopg://coord@localhost/region", (None, None)),
        ("postgresql+psycopg://coord@127.0.0.1:5433/region", (None, None)),
        ("postgresql+psycopg://coord@[::1]/region", (None, None)),
        ("postgresql+psycopg:///region?host=/var/run/postgresql", (None, None)),
        ("postgresql+psycopg:///region?service=region", ("verify-full", "system")),
    ],
)
def test_what_leaves_this_computer_is_encrypted(sans_variables, adresse, attendus):
    dits = parametres(lire_adresse(adresse))
    assert (dits.get("sslmode"), dits.get("sslrootcert")) == attendus
    assert dits["dbname"] == "region"


def test_the_variables_of_libpq_weaken_nothing(sans_variables, monkeypatch):
    monkeypatch.setenv("PGHOST", "serveur.exemple")
    assert parametres(lire_adresse("postgresql:///region"))["sslmode"] == "verify-full"
    monkeypatch.setenv("PGSSLROOTCERT", "/ca.pem")
    assert "sslrootcert" not in parametres(lire_adresse("postgresql:///region"))
    monkeypatch.setenv("PGSSLMODE", "disable")
    with pytest.raises(RegleMetier, match="en clair"):
        lire_adresse("postgresql:///region")


# --- dossiers


class Coordination:
    """A dossier, and those who open it."""

    def __init__(self, dossier, adresse):
        self.dossier, self.adresse = dossier, adresse

    def dossiers(self, adresse=None):
        return DossiersChiffres(
            migrations_dir(), HorlogeFixe(), None, LEGER,
            adresse=self.adresse if adresse is None else adresse,
        )  # fmt: skip

    def creer(self, **champs):
        qui = profil(**({"role": Role.COORDINATION, "code": "COORD"} | champs))
        return self.dossiers().creer(self.dossier, qui, PHRASE)[0]

    def ouvrir(self, adresse=""):
        return self.dossiers(adresse).ouvrir(self.dossier, Secret(phrase=PHRASE))


@pytest.fixture
def neuve(postgres, tmp_path):
    """A coordination to be made in an empty base."""
    return Coordination(tmp_path / "coord", postgres.adresse(postgres.vide()))


@pytest.fixture
def coordination(postgres, tmp_path):
    """The same where the tables are made, which takes most of the time."""
    with postgres.nom_prete() as nom:
        yield Coordination(tmp_path / "coord", postgres.adresse(nom))


@pytest.fixture
def alteree(postgres, tmp_path):
    """The same, in a base that nobody else will use."""
    return Coordination(tmp_path / "coord", postgres.adresse(postgres.migree()))


def test_a_coordination_is_made_on_a_server_and_opens_without_its_address(neuve):
    base = neuve.creer()
    assert isinstance(base, BaseServeur)
    assert base.lectures.lister(None) == []
    base.fermer()
    assert sorted(f.name for f in neuve.dossier.iterdir()) == [
        "serveur.json", "vault.json", "verrou",
    ]  # fmt: skip
    rouverte = neuve.ouvrir()
    with rouverte.unite_de_lecture() as unite:
        assert unite.profil().code == "COORD"
    rouverte.fermer()


def test_a_journal_is_refused_before_anything_is_made(coordination):
    with pytest.raises(RegleMetier, match="reste sur son ordinateur"):
        coordination.creer(role=Role.INTERVENANT)
    assert not coordination.dossier.exists()


def test_a_base_has_one_coordination(coordination, tmp_path):
    coordination.creer().fermer()
    autre = Coordination(tmp_path / "autre", coordination.adresse)
    with pytest.raises(Environnement, match="tient déjà une coordination"):
        autre.creer()
    assert not autre.dossiers().existe(autre.dossier)
    coordination.ouvrir().fermer()


def test_somebody_elses_tables_are_left_alone(postgres, neuve):
    nom = neuve.adresse.partition("?")[0].rpartition("/")[2]
    postgres.executer("CREATE TABLE paie (id int)", base=nom)
    with pytest.raises(Environnement, match="contient déjà autre chose"):
        neuve.creer()
    with postgres.ouverte(nom) as engine, engine.begin() as connexion:
        assert tables_presentes(connexion) == {"paie"}


def test_a_creation_that_was_killed_is_taken_up_on_the_same_base(coordination, monkeypatch):
    base = coordination.creer()
    base.fermer()
    # Killed after the commit: the vault had not taken its name, nobody saw a recovery code.
    (coordination.dossier / "vault.json").rename(coordination.dossier / ".vault.json.creation")
    assert not coordination.dossiers().existe(coordination.dossier)
    coordination.creer(code="SECONDE").fermer()
    rouverte = coordination.ouvrir()
    with rouverte.unite_de_lecture() as unite:
        assert unite.profil().code == "SECONDE"
    rouverte.fermer()


def test_another_base_is_not_taken_for_ours(postgres, coordination, tmp_path):
    coordination.creer().fermer()
    vide = postgres.adresse(postgres.vide())
    with pytest.raises(Environnement, match="Cette base est vide"):
        coordination.ouvrir(vide)
    autre = Coordination(tmp_path / "autre", postgres.adresse(postgres.migree()))
    autre.creer().fermer()
    with pytest.raises(Environnement, match="autre coordination"):
        coordination.ouvrir(autre.adresse)
    assert Marque.lire(coordination.dossier).adresse == coordination.adresse


def test_a_new_address_of_the_same_base_is_kept(coordination):
    coordination.creer().fermer()
    nouvelle = f"{coordination.adresse}&connect_timeout=5"
    coordination.ouvrir(nouvelle).fermer()
    assert Marque.lire(coordination.dossier).adresse == nouvelle
    coordination.ouvrir().fermer()


def test_an_address_does_not_open_a_file(postgres, tmp_path):
    fichier = Coordination(tmp_path / "fichier", "")
    fichier.creer().fermer()
    with pytest.raises(RegleMetier, match="dans un fichier"):
        fichier.ouvrir(postgres.adresse("postgres"))


@pytest.mark.parametrize("octets", [b"", b"{", b"[]", b'{"version": 9}', b'{"version": 1}'])
def test_an_unreadable_mark_is_said(coordination, octets):
    coordination.creer().fermer()
    (coordination.dossier / NOM).write_bytes(octets)
    with pytest.raises(Environnement, match="illisible"):
        coordination.ouvrir()


def test_a_dossier_that_says_both_is_not_opened(coordination):
    coordination.creer().fermer()
    (coordination.dossier / "journal.db").touch()
    with pytest.raises(Environnement, match="à la fois"):
        coordination.ouvrir()


def test_a_newer_base_is_refused_untouched(alteree):
    base = alteree.creer()
    with base.engine.begin() as connexion:
        connexion.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    base.fermer()
    with pytest.raises(Environnement, match="version plus récente"):
        alteree.ouvrir()


def test_no_answer_is_a_sentence(coordination):
    coordination.adresse = "postgresql+psycopg://coordination@127.0.0.1:9/region"
    with pytest.raises(Environnement, match="n'a pas accepté la connexion"):
        coordination.creer()


def test_a_base_that_is_not_in_utf8_is_refused(postgres, coordination):
    nom = postgres.vide(suite="ENCODING 'LATIN1' LOCALE 'C'")
    coordination.adresse = postgres.adresse(nom)
    with pytest.raises(Environnement, match="pas en UTF-8"):
        coordination.creer()


def test_an_account_without_rights_is_told_so(postgres, neuve):
    nom = neuve.adresse.partition("?")[0].rpartition("/")[2]
    postgres.executer(f"ALTER DATABASE {nom} OWNER TO admin")
    with pytest.raises(Environnement, match="n'a pas les droits"):
        neuve.creer()


def test_backups_are_the_servers(coordination):
    base, copies = coordination.creer(), SauvegardesFichiers(HorlogeFixe())
    try:
        assert not copies.locales(base)
        with pytest.raises(Environnement, match="pg_dump"):
            copies.creer(base)
    finally:
        base.fermer()


def test_a_diagnosis_sees_a_rule_that_the_server_no_longer_keeps(alteree):
    base, copies = alteree.creer(), SauvegardesFichiers(HorlogeFixe())
    try:
        assert [c.message for c in copies.diagnostiquer(base) if not c.ok] == []
        with base.engine.begin() as connexion:
            connexion.exec_driver_sql("ALTER TABLE version DISABLE TRIGGER version_immuable")
        echecs = [c for c in copies.diagnostiquer(base) if not c.ok]
        assert [c.controle for c in echecs] == ["règles"]
        assert "version_immuable" in echecs[0].message
    finally:
        base.fermer()


def test_the_mark_of_a_server_holds_no_secret(coordination):
    coordination.creer().fermer()
    lu = json.loads((coordination.dossier / NOM).read_text())
    assert set(lu) == {"version", "base", "coordination"}
    assert serveur.NOM == "serveur.json"
