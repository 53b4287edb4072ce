"""Two programs to be cut: a journal that exports, a coordination that imports.

Each lives in one folder: `dossier` is on the computer, `cle` is what people carry.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from journal_scls.application.lots import receptions
from journal_scls.domain.profil import Role
from journal_scls.paths import migrations_dir
from journal_scls.storage.engine import NOM, consolider, fermer_engine, ouvrir_engine
from journal_scls.storage.schema import creer_base
from tests.fabriques import profil
from tests.journaux_lots import JournalLots
from tests.journaux_simules import JournalSimule, RegionSimulee
from tests.sync.lot import outils

CLE = bytes(range(32))
JOURNAUX = "AB"


def preparer_journal(racine: Path, modele: Path) -> None:
    """A journal with one entry and no lot yet."""
    _copier(racine, modele)
    with journal(racine) as ouvert:
        with ouvert.base.unite() as unite:
            unite.enregistrer_profil(profil(id=outils.JOURNAL.id))
            unite.commit()
        ouvert.saisir()
        consolider(ouvert.base.engine)


@contextmanager
def journal(racine: Path) -> Iterator[JournalLots]:
    """The journal, open."""
    ouvert = JournalLots.par_la_cle(racine / "dossier", racine / "cle", CLE)
    try:
        yield ouvert
    finally:
        ouvert.fermer()


def exporter(racine: Path) -> None:
    """Two lots, each said once it is written."""
    with journal(racine) as ouvert:
        for _ in range(2):
            ecrit = ouvert.envois.exporter(racine / "cle")
            print("ecrit", ecrit.seq, ecrit.fichier.name, flush=True)  # noqa: T201 - what is said
            ouvert.saisir()


def lots() -> list[bytes]:
    """The files of two journals: changes, a withdrawal, a fork, one sealed again."""
    fichiers = []
    for nom in JOURNAUX:
        simule = JournalSimule(nom)
        simule.saisir(1)
        copie = simule.copie()
        for duree in (15, 30):
            simule.saisir(2, duree_min=duree)
            fichiers.append(simule.exporter().octets)
        simule.annuler(1)
        fichiers.append(simule.exporter(complet=True).octets)
        copie.saisir(3)
        fichiers.append(copie.exporter().octets)
    return fichiers


def preparer_region(racine: Path, modele: Path) -> None:
    """A region that knows its journals and received nothing; their files on a key."""
    _copier(racine, modele)
    with region(racine) as ouverte:
        ouverte.preparer(map(JournalSimule, JOURNAUX))
        with ouverte.base.unite() as unite:
            unite.enregistrer_profil(profil(id=outils.REGION.id, role=Role.COORDINATION))
            unite.commit()
        consolider(ouverte.engine)
    for rang, octets in enumerate(lots()):
        (racine / "cle" / f"{rang}.scls").write_bytes(octets)


@contextmanager
def region(racine: Path) -> Iterator[RegionSimulee]:
    """The coordination, open."""
    engine = ouvrir_engine(racine / "dossier" / NOM, CLE)
    try:
        yield RegionSimulee(engine, racine / "dossier")
    finally:
        fermer_engine(engine)


def importer(racine: Path) -> None:
    """Take the whole key in, by small groups; each outcome said when it is known."""
    receptions.GROUPE_FICHIERS = 3
    with region(racine) as ouverte:
        ouverte.receptions.importer(
            [racine / "cle"],
            sur_ligne=lambda r: print(r.resultat.value, r.fichier, flush=True),  # noqa: T201 - idem
        )


def _copier(racine: Path, modele: Path) -> None:
    for nom in ("dossier", "cle"):
        (racine / nom).mkdir(parents=True)
    shutil.copyfile(modele, racine / "dossier" / NOM)


def faire_modele(dossier: Path) -> Path:
    """The file that both dossiers are copies of."""
    creer_base(dossier / NOM, CLE, migrations_dir())
    return dossier / NOM
