"""Any order, any duplicate, any interruption: the region ends the same.

A naive oracle says from the files alone what must be held; the order of arrival, the copies, the
second envelopes and the cuts are what is searched.
"""

import itertools
import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, event

from journal_scls.sync.lot import enregistrement, manifeste
from tests.journaux_simules import (
    NOMS,
    Fichier,
    JournalSimule,
    RegionSimulee,
    manifeste_de,
    resceller,
)

# Mutants only have to fail: finding the smallest failure would take most of their time.
PHASES = (Phase.explicit, Phase.generate) if "SCLS_MUTANTS" in os.environ else tuple(Phase)
REGLAGES = settings(
    max_examples=25,
    phases=PHASES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

_duree = st.integers(1, 6).map(lambda n: 15 * n)
_geste = st.one_of(
    st.tuples(st.just("saisir"), st.integers(0, 2), _duree),
    st.tuples(st.just("saisir"), st.integers(0, 2), _duree),
    st.tuples(st.just("annuler"), st.integers(0, 2), st.none()),
    st.tuples(st.just("exporter"), st.booleans(), st.none()),
    st.tuples(st.just("exporter"), st.just(False), st.none()),
    st.tuples(st.just("copier"), st.none(), st.none()),
    st.tuples(st.just("restaurer"), st.booleans(), st.none()),
    # A laptop that goes on after its backup, dies, and is restored: one gesture, to meet it often.
    st.tuples(st.just("mourir"), st.booleans(), _duree),
)


def _vivre(nom: str, gestes: Sequence[Any]) -> list[Fichier]:
    """A life of a laptop, and the lots it wrote."""
    journal = JournalSimule(nom)
    copie, lots = journal.copie(), []
    for geste, quoi, combien in gestes:
        match geste:
            case "saisir":
                journal.saisir(quoi, duree_min=combien)
            case "annuler":
                journal.annuler(quoi)
            case "exporter":
                lots.append(journal.exporter(complet=quoi))
            case "copier":
                copie = journal.copie()
            case "restaurer":
                journal.restaurer(copie, remarque=quoi)
            case "mourir":
                copie = journal.copie()
                for fois in range(3):
                    journal.saisir(0, duree_min=combien + fois)
                lots.append(journal.exporter())
                journal.restaurer(copie, remarque=quoi)
                journal.saisir(0, duree_min=combien + 1)
    lots.append(journal.exporter())
    return lots


@st.composite
def histoires(draw: st.DrawFn) -> list[Fichier]:
    """The lots of 1 to 6 journals, in the order they were made."""
    combien = draw(st.integers(1, len(NOMS)))
    vies = [_vivre(nom, draw(st.lists(_geste, min_size=2, max_size=12))) for nom in NOMS[:combien]]
    return list(itertools.chain.from_iterable(vies))


@st.composite
def arrivees(draw: st.DrawFn) -> tuple[list[Fichier], list[bytes]]:
    """A history, and the files in the order they come: shuffled, repeated, sealed again."""
    lots = draw(histoires())
    ordre = draw(st.permutations(range(len(lots))))
    encore = draw(st.lists(st.sampled_from(range(len(lots))), max_size=5))
    autres = draw(st.lists(st.sampled_from(range(len(lots))), max_size=2))
    venus = [lots[i].octets for i in [*ordre, *encore]]
    for i in autres:
        venus.insert(draw(st.integers(0, len(venus))), resceller(lots[i]))
    return lots, venus


# --- the oracle


def oracle(lots: Sequence[Fichier]) -> dict[str, Any]:
    """What must be held, from the files alone, by the words of the contract."""
    versions: dict[tuple[Any, str], set[tuple[int, int, bytes]]] = defaultdict(set)
    manifestes: dict[tuple[Any, Any], dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    precedents: dict[tuple[Any, Any, int, str], str | None] = {}
    for lot in lots:
        octets = manifeste_de(lot.clair)
        digest = manifeste.empreinte(octets)
        manifestes[lot.journal, lot.incarnation][lot.seq].add(digest)
        lu = manifeste.lire(octets)
        assert lu is not None
        precedents[lot.journal, lot.incarnation, lot.seq, digest] = lu.prev
        for version in lot.versions:
            empreinte = enregistrement.empreinte(enregistrement.encoder(version))
            versions[lot.journal, version.id].add((version.ep, version.rev, empreinte))
    return {
        "courantes": {cle: max(v) for cle, v in versions.items()},
        "conflits": {
            (*cle, ep, rev)
            for cle, v in versions.items()
            for (ep, rev), memes in itertools.groupby(sorted(v), key=lambda x: x[:2])
            if len(list(memes)) > 1
        },
        "bifurcations": {
            (*vie, seq): tuple(sorted(digests))
            for vie, numeros in manifestes.items()
            for seq, digests in numeros.items()
            if len(digests) > 1
        },
        "manquants": {
            (*vie, seq)
            for vie, numeros in manifestes.items()
            for seq in set(range(1, max(numeros))) - set(numeros)
        },
        "ruptures": {
            (journal, incarnation, seq, digest)
            for (journal, incarnation, seq, digest), prev in precedents.items()
            if (avant := manifestes[journal, incarnation].get(seq - 1)) and prev not in avant
        },
    }


def tenu(region: RegionSimulee) -> dict[str, Any]:
    """The same, as the region's views say it."""
    with region.base.unite() as unite:
        depot = unite.receptions
        lignes = unite._ouverte.exec_driver_sql(
            "SELECT journal, entree, epoque, rev, empreinte FROM version_courante"
        ).all()
        return {
            "courantes": {
                (UUID(bytes=j), str(UUID(bytes=e))): tuple(reste) for j, e, *reste in lignes
            },
            "conflits": {(c.journal, str(c.entree), c.epoque, c.rev) for c in depot.conflits()},
            "bifurcations": {
                (b.journal, b.incarnation, b.seq): b.empreintes for b in depot.bifurcations()
            },
            "manquants": {
                (t.journal, t.incarnation, seq)
                for t in depot.trous()
                for seq in range(t.debut, t.fin + 1)
            },
            "ruptures": {tuple(r) for r in depot.ruptures()},
        }


# --- regions, new for each example; test_receptions_postgres.py runs all this on a server


@pytest.fixture
def nouvelle(regions_fichier):
    """Makes the regions that are put to the test."""
    return regions_fichier


class Coupure(Exception):
    """The power goes."""


@contextmanager
def coupee(engine: Engine, instruction: int) -> Iterator[None]:
    """The n-th statement from now on fails, and so does everything after it."""
    compte = itertools.count()

    def compter(*_: object) -> None:
        if next(compte) >= instruction:
            raise Coupure

    event.listen(engine, "before_cursor_execute", compter)
    event.listen(engine, "commit", compter)
    try:
        yield
    except Coupure:
        pass
    finally:
        event.remove(engine, "before_cursor_execute", compter)
        event.remove(engine, "commit", compter)
        engine.dispose()  # the process is gone, and its connections with it


# --- the properties


@REGLAGES
@given(arrivee=arrivees())
def test_any_order_and_any_duplicate_give_the_same_dump_and_views(
    regions_fichier, nouvelle, arrivee
):
    lots, venus = arrivee
    with regions_fichier() as droite, nouvelle() as autre:
        droite.importer(*lots)
        autre.importer(*venus)
        assert autre.receptions.vidage() == droite.receptions.vidage()
        assert autre.vues() == droite.vues()
        assert tenu(autre) == oracle(lots)


@REGLAGES
@given(arrivee=arrivees(), coupures=st.lists(st.integers(0, 60), min_size=1, max_size=4))
def test_any_interruption_is_made_good_by_trying_again(
    regions_fichier, nouvelle, arrivee, coupures
):
    lots, venus = arrivee
    with regions_fichier() as droite, nouvelle() as autre:
        droite.importer(*lots)
        for coupure in coupures:
            with coupee(autre.engine, coupure):
                autre.importer(*venus)
            _exiger_entieres(autre, lots)
        autre.importer(*venus)
        assert autre.receptions.vidage() == droite.receptions.vidage()
        assert autre.vues() == droite.vues()


@REGLAGES
@given(arrivee=arrivees())
def test_replaying_everything_changes_nothing(nouvelle, arrivee):
    _, venus = arrivee
    with nouvelle() as region:
        region.importer(*venus)
        avant = region.receptions.vidage()
        assert {r.resultat.value for r in region.importer(*venus)} == {"doublon"}
        assert {r.resultat.value for r in region.receptions.rejouer()} == {"doublon"}
        assert not region.receptions.reprendre()
        assert region.receptions.vidage() == avant


@REGLAGES
@given(lots=histoires(), donnees=st.data())
def test_what_is_lost_is_seen_and_what_is_held_is_what_came(nouvelle, lots, donnees):
    gardes = donnees.draw(st.lists(st.sampled_from(lots), unique_by=id, max_size=len(lots)))
    with nouvelle() as region:
        region.importer(*gardes)
        assert tenu(region) == oracle(gardes)
        with nouvelle() as tardive:
            tardive.importer(*gardes)
            tardive.importer(*lots)
            assert tenu(tardive) == oracle(lots)


def _exiger_entieres(region: RegionSimulee, lots: Sequence[Fichier]) -> None:
    """No lot is ever half received."""
    with region.base.unite() as unite:
        recues = {r.empreinte for r in unite.receptions.receptions()}
    presents = [lot for lot in lots if manifeste.empreinte(manifeste_de(lot.clair)) in recues]
    assert tenu(region) == oracle(presents)
