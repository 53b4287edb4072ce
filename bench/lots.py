"""Import of lots, as a ratio to raw `executemany` of the very same rows in the same schema.

Two shapes: 200 lots of 100 entries, and one lot of 100 000. The floor writes the same receptions
and versions, in as many transactions as there are lots, since each lot must last by itself; a
second floor puts them all in one transaction, for information. Then how fast a lot is opened:
decrypted, its container and signature proved, unzipped, digested, every line proved canonical and
valid. The payload is those lines as they are once unzipped (a sixth to a fifteenth of it is in the
file). Small lots are opened at the price of their signatures and keys, about 1 ms each: their speed
is printed, the target is for large ones. All take turns in one run.
"""

import argparse
import datetime as dt
import gc
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from journal_scls.application.journal import Atelier, Journal
from journal_scls.application.lots.ports_receptions import LotRecu, Registre
from journal_scls.bootstrap import HorlogeSysteme, creer_atelier
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.profil import Profil, Role
from journal_scls.storage.dossier import BaseOuverte
from journal_scls.storage.engine import connecteur_de
from journal_scls.sync.lot import ecrivain
from journal_scls.sync.lot.cles import IdentiteSecrete, nouvelle_identite
from journal_scls.sync.lot.enregistrement import Enregistrement, ReferenceLot, Repere
from journal_scls.sync.lot.manifeste import Entete, Etat, Genre, Politique
from journal_scls.sync.lot.recus import LecteurLotsAge

OBJECTIF, OBJECTIF_MO = 2.5, 100.0
GRAND_LOT = 10_000
"""Entries from which the speed of opening has a target."""
TABLES = ("reception", "version")
_QUAND = "2025-01-01T00:00:00Z"


@dataclass(frozen=True)
class Banc:
    """A region, its journals and what they sent."""

    region: IdentiteSecrete
    journaux: Sequence[IdentiteSecrete]
    fichiers: Sequence[Path]
    brut: int


def _enregistrement(hasard: random.Random) -> Enregistrement:
    """About 500 bytes, a third of them in small buildings, as on a laptop."""
    grand = hasard.random() > 0.33
    jour = dt.date(2024, 1, 1) + dt.timedelta(hasard.randrange(600))
    references = (ReferenceLot(destination="CISSS", service="SAPA", mode="SIMPLE", statut="FAITE"),)
    return Enregistrement(
        id=str(nouvel_identifiant()),
        ep=1,
        rev=1,
        date=jour if grand else None,
        mois=None if grand else f"{jour:%Y-%m}",
        duree_min=hasard.choice((15, 30, 45, 60, 90)),
        milieu=Repere(code=f"HLM-{hasard.randrange(90)}", nom="Habitations des Érables")
        if grand
        else None,
        organisme=Repere(nom=f"Office d'habitation fictif {hasard.randrange(30)}"),
        tenure=hasard.choice(("OH", "OBNL", "COOP")),
        mrc="Les Collines-de-l'Outaouais",
        categorie_immeuble=hasard.choice(("FAM", "PA", "PS")),
        volet="INDIVIDUEL",
        categorie="C4",
        activite="ECOUTE",
        clientele=hasard.choice(("FAMILLES", "AINES", "JEUNES")),
        problematiques=("ISOLEMENT",) if hasard.random() < 0.5 else None,
        modalite="SUR_PLACE",
        nb_personnes=1,
        references=references if hasard.random() < 0.25 else None,
        vocabulaire="2022",
    )


def _preparer(dossier: Path, lots: int, ecritures: int) -> Banc:
    """`lots` lots from up to 20 journals, each a chain of its own."""
    hasard = random.Random(2025)
    region = nouvelle_identite(Role.COORDINATION, nouvel_identifiant())
    journaux = [
        nouvelle_identite(Role.INTERVENANT, nouvel_identifiant()) for _ in range(min(20, lots))
    ]
    chaines = {j.id: (nouvel_identifiant(), 0, None) for j in journaux}
    fichiers, brut = [], 0
    dossier.mkdir()
    for rang in range(lots):
        journal = journaux[rang % len(journaux)]
        incarnation, seq, prev = chaines[journal.id]
        entete = Entete(
            journal=str(journal.id), incarnation=str(incarnation), epoch=1, seq=seq + 1,
            prev=prev, kind=Genre.DELTA, since_ack=0, to=str(region.id), created_at=_QUAND,
            state=Etat(count=0, digest="0" * 64), policy=Politique(id="BANC", digest="1" * 64),
            app="journal-scls 0.1.0",
        )  # fmt: skip
        lignes = [_enregistrement(hasard) for _ in range(ecritures)]
        clair = ecrivain.composer_lot(entete, lignes, journal.cle_secrete)
        fichier = dossier / f"{rang:04}.scls"
        fichier.write_bytes(ecrivain.sceller(clair, [region.publique.destinataire]))
        lu = _lire(fichier.read_bytes(), region, journaux)
        chaines[journal.id] = (incarnation, seq + 1, lu.empreinte)
        brut += sum(len(v.ligne) + 1 for v in lu.versions())
        fichiers.append(fichier)
    return Banc(region, journaux, fichiers, brut)


def _lire(octets: bytes, region: IdentiteSecrete, journaux: Sequence[IdentiteSecrete]) -> LotRecu:
    return _ouvrir(octets, _registre(region, journaux))


def _registre(region: IdentiteSecrete, journaux: Sequence[IdentiteSecrete]) -> Registre:
    return Registre(region.id, [region.identite_age], {j.publique.cle: j.id for j in journaux})


def _ouvrir(octets: bytes, registre: Registre) -> LotRecu:
    lu = LecteurLotsAge().lire(octets, registre)
    assert isinstance(lu, LotRecu), lu
    return lu


def _coordination(atelier: Atelier, dossier: Path, banc: Banc) -> Journal:
    profil = Profil(
        id=banc.region.id,
        role=Role.COORDINATION,
        code="BANC",
        cree_le=HorlogeSysteme().maintenant(),
    )
    journal = atelier.creer(dossier, profil, "phrase de passe du banc")[0]
    with closing(_connexion(journal)) as connexion:
        connexion.execute(
            "INSERT INTO identite (cle_signature, cle_age, epoque, depuis_seq, creee_le)"
            " VALUES (?, ?, 1, 1, ?)",
            (banc.region.cle_secrete, banc.region.identite_age, _QUAND),
        )
        for rang, j in enumerate(banc.journaux):
            connexion.execute(
                "INSERT INTO inscription (journal, code, acceptee_le) VALUES (?, ?, ?)",
                (j.id.bytes, f"INT-{rang:02}", _QUAND),
            )
            connexion.execute(
                "INSERT INTO cle_journal (cle, journal, rang, cle_age, epoque, depuis_seq,"
                " acceptee_le) VALUES (?, ?, 1, ?, 1, 1, ?)",
                (j.publique.cle, j.id.bytes, j.publique.destinataire, _QUAND),
            )
    return journal


def _connexion(journal: Journal) -> Any:
    base = journal.base
    assert isinstance(base, BaseOuverte)
    return connecteur_de(base.engine).connecter()


def _rangees(journal: Journal) -> list[tuple[tuple[Any, ...], list[tuple[Any, ...]]]]:
    """The rows lot by lot, in the order they were written; each version with its first lot."""
    with closing(_connexion(journal)) as connexion:
        receptions = connexion.execute("SELECT * FROM reception ORDER BY recue_le").fetchall()
        versions = connexion.execute("SELECT * FROM version").fetchall()
    par_journal: dict[bytes, Iterator[tuple[Any, ...]]] = {}
    for journal_ in {r[1] for r in receptions}:
        siennes = [v for v in versions if v[0] == journal_]
        par_journal[journal_] = iter(siennes)
    part = len(versions) // len(receptions)
    return [(r, [next(par_journal[r[1]]) for _ in range(part)]) for r in receptions]


def _chronometrer(geste: Callable[[], object]) -> float:
    gc.collect()
    debut = time.perf_counter()
    geste()
    return time.perf_counter() - debut


def _plancher(journal: Journal, rangees: Any, *, en_une: bool) -> float:
    def inserer(connexion: Any) -> None:
        if en_une:
            connexion.execute("BEGIN IMMEDIATE")
        for reception, versions in rangees:
            if not en_une:
                connexion.execute("BEGIN IMMEDIATE")
            connexion.execute(f"INSERT INTO reception VALUES ({_points(reception)})", reception)
            texte = f"INSERT INTO version VALUES ({_points(versions[0])})"
            connexion.executemany(texte, versions)
            if not en_une:
                connexion.execute("COMMIT")
        if en_une:
            connexion.execute("COMMIT")

    with closing(_connexion(journal)) as connexion:
        return _chronometrer(lambda: inserer(connexion))


def _points(ligne: tuple[Any, ...]) -> str:
    return ", ".join("?" * len(ligne))


def _contenu(journal: Journal) -> dict[str, list[tuple[Any, ...]]]:
    with closing(_connexion(journal)) as connexion:
        return {t: connexion.execute(f"SELECT * FROM {t}").fetchall() for t in TABLES}


def _mesurer(atelier: Atelier, racine: Path, banc: Banc, tours: int) -> tuple[float, float, float]:
    """The medians of both ratios, and of the opening in MB/s."""
    par_lot, en_une, ouverture = [], [], []
    for tour in range(tours + 1):
        nous = _coordination(atelier, racine / f"nous-{tour}", banc)
        import_ = _chronometrer(lambda j=nous: j.receptions.importer(banc.fichiers))
        rangees, attendu = _rangees(nous), _contenu(nous)
        assert len(attendu["reception"]) == len(banc.fichiers)
        nous.fermer()
        planchers = {}
        for une in (False, True):
            eux = _coordination(atelier, racine / f"eux-{tour}-{une}", banc)
            planchers[une] = _plancher(eux, rangees, en_une=une)
            assert _contenu(eux) == attendu
            eux.fermer()
        octets = [f.read_bytes() for f in banc.fichiers]
        registre = _registre(banc.region, banc.journaux)
        ouvrir = _chronometrer(lambda o=octets, r=registre: [_ouvrir(x, r) for x in o])
        if tour:  # the first one warms up
            par_lot.append(import_ / planchers[False])
            en_une.append(import_ / planchers[True])
            ouverture.append(banc.brut / 1e6 / ouvrir)
            print(
                f"  tour {tour} : import {import_:.2f} s, plancher {planchers[False]:.2f} s "
                f"(en une transaction {planchers[True]:.2f} s), ouverture {ouverture[-1]:.0f} Mo/s"
            )
    return statistics.median(par_lot), statistics.median(en_une), statistics.median(ouverture)


def main() -> int:
    """Print the ratios; exit 1 when one misses its target."""
    analyse = argparse.ArgumentParser(prog="bench lots")
    analyse.add_argument("--tours", type=int, default=5)
    analyse.add_argument("--formes", nargs="*", default=["200x100", "1x100000"])
    options = analyse.parse_args()
    manques = 0
    with tempfile.TemporaryDirectory(prefix="scls-banc-") as temporaire:
        racine, atelier = Path(temporaire), creer_atelier()
        for forme in options.formes:
            lots, ecritures = map(int, forme.split("x"))
            lieu = racine / forme
            lieu.mkdir()
            banc = _preparer(lieu / "lots", lots, ecritures)
            print(f"{lots} lot(s) de {ecritures} écritures, {banc.brut / 1e6:.1f} Mo :")
            grand = ecritures >= GRAND_LOT
            par_lot, en_une, ouverture = _mesurer(atelier, lieu, banc, options.tours)
            print(
                f"import : {par_lot:.2f} fois executemany, une transaction par lot (objectif "
                f"{OBJECTIF}); {en_une:.2f} fois executemany en une seule transaction\n"
                f"ouverture : {ouverture:.0f} Mo de lignes par seconde "
                + (f"(objectif {OBJECTIF_MO:.0f})" if grand else "(sans objectif : petits lots)")
            )
            manques += (par_lot > OBJECTIF) + (grand and ouverture < OBJECTIF_MO)
    return 1 if manques else 0
