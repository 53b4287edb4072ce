"""Bilans of a region at the scale of the province, beside DuckDB and beside plain SQL.

One run fills an encrypted coordination with lots, lays the same entries out in wide tables for
DuckDB (its own file, all cores) and for SQLite (the same SQLCipher), and asks each for the same
cells: a year, then ten years. Ours is the whole use case (`Rapports.bilan`: figures, tables,
labels, what the region lacks). They take turns; the medians count. `--sql jamais` leaves plain SQL
out, which takes minutes at 5 million; `--serveur` asks a coordination on PostgreSQL too.
"""

import argparse
import csv
import statistics
import tempfile
import time
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from bench._moteurs import PERIODES, PHRASE, DuckDb, Nous, Processus, SqlSimple, ouvrir_sqlcipher
from bench._province import MOIS, QUAND, Ecriture, Province, Version, recevoir
from bench._questions import COLONNES
from journal_scls.application.journal import Journal
from journal_scls.bootstrap import HorlogeSysteme, creer_atelier
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.profil import Profil, Role
from journal_scls.storage.dossier import BaseOuverte
from journal_scls.storage.engine import connecteur_de
from journal_scls.storage.serveur.dossier_serveur import BaseServeur
from journal_scls.sync.lot.enregistrement import decoder
from tests import postgres

OBJECTIFS = {"annee": 1.0, "tout": 2.0}
OBJECTIF_SQL, OBJECTIF_MO = 0.05, 1024


@dataclass
class Remplissage:
    """Writes each lot everywhere; the wide tables go through CSV, which both read fast."""

    journal: Journal
    dossier: Path
    pile: ExitStack
    _nombre: int = 0

    def remplir(self, province: Province) -> None:
        """All the lots, a transaction for each month."""
        base = self.journal.base
        assert isinstance(base, BaseOuverte)
        connexion = self.pile.enter_context(closing(connecteur_de(base.engine).connecter()))
        connexion.execute("PRAGMA synchronous = OFF")
        sorties = {
            nom: csv.writer(self.pile.enter_context((self.dossier / f"{nom}.csv").open("w")))
            for nom in COLONNES
        }
        for version in livrer(connexion, province):
            if version.debout:
                self._etaler(sorties, version.debout)

    def _etaler(self, sorties: dict[str, Any], e: Ecriture) -> None:
        self._nombre += 1
        id_ = self._nombre
        sorties["ecriture"].writerow(
            (id_, e.mois, e.jour, e.minutes, e.gens, *e.lieu[:4], e.lieu.milieu, e.volet,
             e.activite, e.categorie, e.type_collectif, e.clientele, e.modalite)
        )  # fmt: skip
        sorties["reference"].writerows((id_, e.mois, *renvoi) for renvoi in e.renvois)
        sorties["besoin"].writerows((id_, e.mois, besoin) for besoin in e.besoins)


def livrer(connexion: Any, province: Province) -> Iterator[Version]:
    """Receive all the lots, a transaction for each month; gives what they hold as it goes in."""
    for rang, journal in enumerate(province.journaux):
        connexion.execute(
            "INSERT INTO inscription (journal, code, acceptee_le) VALUES (?, ?, ?)",
            (journal.bytes, f"INT-{rang:04}", QUAND),
        )
    for _mois, lots in groupby(province.lots(), key=lambda lot: lot[1]):
        connexion.execute("BEGIN")
        for journal, seq, versions in lots:
            recevoir(connexion, journal.bytes, seq, versions)
            yield from versions
        connexion.execute("COMMIT")


def _sur_serveur(dossier: Path, province: Province, pile: ExitStack) -> None:
    """The same lots in a coordination whose base is on a PostgreSQL server of this run."""
    serveur = pile.enter_context(postgres.serveur())
    journal = _coordination(dossier, serveur.adresse(serveur.vide()))
    base = journal.base
    assert isinstance(base, BaseServeur)
    with closing(base.engine.raw_connection()) as connexion:
        connexion.driver_connection.autocommit = True
        deque(livrer(connexion.driver_connection, province), maxlen=0)
        connexion.driver_connection.execute("ANALYZE")  # as a real server does by itself
    journal.fermer()


def _en_duckdb(dossier: Path) -> Path:
    import duckdb  # noqa: PLC0415 - the processes that measure must not have loaded it

    fichier = dossier / "temoin.duckdb"
    with closing(duckdb.connect(str(fichier))) as base:
        for table, colonnes in COLONNES.items():
            types = ", ".join(f"'{nom}': '{type_}'" for nom, type_ in colonnes)
            base.execute(
                f"CREATE TABLE {table} AS SELECT * FROM read_csv('{dossier / table}.csv', "
                f"header = false, nullstr = '\\N', columns = {{{types}}})"
            )
        base.execute("CHECKPOINT")
    return fichier


def _en_sql(dossier: Path) -> Path:
    fichier = dossier / "temoin.db"
    with closing(ouvrir_sqlcipher(fichier)) as base:
        base.execute("BEGIN")
        for table, colonnes in COLONNES.items():
            base.execute(f"CREATE TABLE {table} ({', '.join(f'{n} {t}' for n, t in colonnes)})")
            points = ", ".join("?" * len(colonnes))
            with (dossier / f"{table}.csv").open(newline="") as lu:
                base.executemany(f"INSERT INTO {table} VALUES ({points})", csv.reader(lu))
        # SQLite looks for references by entry: without it one question would never end.
        base.execute("CREATE INDEX ix_reference ON reference (id)")
        base.execute("CREATE INDEX ix_besoin ON besoin (id)")
        base.execute("COMMIT")
    return fichier


def _coordination(dossier: Path, adresse: str = "") -> Journal:
    profil = Profil(
        id=nouvel_identifiant(),
        role=Role.COORDINATION,
        code="BANC",
        cree_le=HorlogeSysteme().maintenant(),
    )
    return creer_atelier(adresse).creer(dossier, profil, PHRASE)[0]


def _verifier_echantillon(province: Province) -> None:
    """The lines are those that a real lot would hold."""
    _, _, versions = next(province.lots())
    for version in versions:
        decoder(version.ligne)


@dataclass(frozen=True)
class Mesures:
    """Medians in seconds, by engine and period."""

    secondes: dict[tuple[str, str], float]

    def rapport(self, periode: str, temoin: str) -> float:
        """Ours over theirs."""
        return self.secondes["nous", periode] / self.secondes[temoin, periode]


def _mesurer(moteurs: list[Processus], tours: int) -> Mesures:
    durees: dict[tuple[str, str], list[float]] = {}
    for periode in PERIODES:
        for tour in range(tours + 1):
            for moteur in moteurs:
                if moteur.nom == "sql" and tour > 1:
                    continue  # seconds or minutes each: one warm turn says enough
                duree = moteur.chronometrer(periode)
                if tour:  # the first one warms up
                    durees.setdefault((moteur.nom, periode), []).append(duree)
    return Mesures({cle: statistics.median(liste) for cle, liste in durees.items()})


def _comparer(moteurs: list[Processus]) -> None:
    """Cell by cell."""
    for periode in PERIODES:
        attendues = moteurs[0].cellules(periode)
        for autre in moteurs[1:]:
            siennes = autre.cellules(periode)
            assert siennes == attendues, (autre.nom, periode)
        nombre = sum(len(lignes) for lignes in attendues.values())
        print(f"  {periode} : {nombre} lignes égales partout")


def _juger(mesures: Mesures, memoire: int, *, sql: bool) -> int:
    """Print the ratios; how many miss their target."""
    manques = 0
    for periode, objectif in OBJECTIFS.items():
        if ("serveur", periode) in mesures.secondes:
            rapport = 1 / mesures.rapport(periode, "serveur")
            print(f"{periode} : {rapport:.2f} fois plus long sur PostgreSQL")
        rapport = mesures.rapport(periode, "duckdb")
        manques += rapport > objectif
        print(f"{periode} : {rapport:.2f} fois DuckDB (objectif {objectif:g} au plus)")
        if sql:
            rapport = mesures.rapport(periode, "sql")
            manques += periode == "annee" and rapport > OBJECTIF_SQL
            print(f"{periode} : {rapport:.3f} fois le SQL simple (objectif {OBJECTIF_SQL} l'année)")
    print(f"mémoire de crête : {memoire} Mo (objectif {OBJECTIF_MO} au plus)")
    return manques + (memoire > OBJECTIF_MO)


def _peser(dossier: Path, nous: Processus) -> None:
    entier = sum(f.stat().st_size for f in dossier.rglob("*") if f.is_file()) >> 20
    colonnes, empreintes = nous.tailles()
    print(f"  dossier : {entier} Mo, dont {colonnes} de colonnes et {empreintes} d'empreintes")


def _banc(place: Path, province: Province, tours: int, *, sql: bool, serveur: bool) -> int:
    with ExitStack() as pile:
        if serveur:
            _sur_serveur(place / "serveur", province, pile)
        return _comparer_a_tous(place, province, tours, sql=sql)


def _comparer_a_tous(place: Path, province: Province, tours: int, *, sql: bool) -> int:
    debut = time.perf_counter()
    with ExitStack() as pile:
        journal = _coordination(place / "coordination")
        pile.callback(journal.fermer)
        Remplissage(journal, place, pile).remplir(province)
    temoins: list[tuple[str, Any, Path]] = [("duckdb", DuckDb, _en_duckdb(place))]
    if sql:
        temoins.append(("sql", SqlSimple, _en_sql(place)))
    print(f"  préparation : {time.perf_counter() - debut:.0f} s")
    moteurs = [Processus.lancer("nous", Nous, place / "coordination")]
    try:
        print(f"  premier bilan, segments à faire : {moteurs[0].chronometrer('annee'):.1f} s")
        _peser(place / "coordination", moteurs[0])
        if (place / "serveur").exists():
            moteurs.append(Processus.lancer("serveur", Nous, place / "serveur"))
            premier = moteurs[-1].chronometrer("annee")
            print(f"  premier bilan sur le serveur : {premier:.1f} s")
        moteurs += [Processus.lancer(*temoin) for temoin in temoins]
        _comparer(moteurs)
        mesures = _mesurer(moteurs, tours)
        for (nom, periode), duree in mesures.secondes.items():
            print(f"  {nom:7} {periode:6} {duree:8.3f} s")
        journal_, seq, versions = province.lot_de_plus()
        moteurs[0].recevoir(journal_.bytes, seq, versions)
        print(f"  l'année après un lot de plus : {moteurs[0].chronometrer('annee'):.3f} s")
        return _juger(mesures, moteurs[0].memoire(), sql=sql)
    finally:
        for moteur in moteurs:
            moteur.fermer()


def main() -> int:
    """Print the ratios; exit 1 when one misses its target."""
    analyse = argparse.ArgumentParser(prog="bench bilan")
    analyse.add_argument("--taille", type=int, default=1_000_000)
    analyse.add_argument("--tours", type=int, default=7)
    analyse.add_argument("--sql", choices=("toujours", "jamais"), default="toujours")
    analyse.add_argument("--serveur", action="store_true", help="aussi sur PostgreSQL")
    options = analyse.parse_args()
    province = Province(options.taille)
    _verifier_echantillon(province)
    print(
        f"{options.taille} interventions de {len(province.journaux)} journaux en {len(MOIS)} mois"
    )
    with tempfile.TemporaryDirectory(prefix="scls-banc-") as temporaire:
        sql = options.sql == "toujours"
        place, serveur = Path(temporaire), options.serveur
        return 1 if _banc(place, province, options.tours, sql=sql, serveur=serveur) else 0
