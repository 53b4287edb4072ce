"""The power goes at any moment of an export or of an import: nothing lies, nothing is lost.

What the programs do to their files is traced once, then the disk is stopped after each call, with
all that the system had not yet promised kept, lost or torn. Kills: test_coupures; media that
refuse: tests/storage/test_support, tests/application/test_envois_pannes, test_pannes_lots.
"""

import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Self

import pytest

from journal_scls.domain.errors import Environnement
from journal_scls.sync.lot.lecteur import LotLu
from journal_scls.sync.lot.refus import RefusLot
from tests.pannes import scenarios
from tests.pannes.constats import verifier_export, verifier_import
from tests.pannes.disque import Disque, Image, photographier, poser
from tests.pannes.trace import Geste, strace_possible, tracer
from tests.sync.lot import outils

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="strace is Linux's"),
    pytest.mark.skipif(not strace_possible(), reason="strace is missing, or not allowed here"),
]
EXPORTER = "s.exporter(Path(sys.argv[1]))"
PROGRAMME = "import sys\nfrom pathlib import Path\nfrom tests.pannes import scenarios as s\n"
QUELQUES = 12
"""States tried in the ordinary suite; the long one tries them all."""


@dataclass(frozen=True)
class Trace:
    """A program that was run to its end, and the disk it started from."""

    racine: Path
    depart: Image
    gestes: list[Geste]

    @classmethod
    def de(cls, racine: Path, appel: str) -> Self:
        depart = photographier(racine)
        gestes = tracer(PROGRAMME + appel, racine, journal=racine.parent / "strace")
        return cls(racine, depart, gestes)

    def sans_fsync(self, dossier: str) -> Self:
        """The same program, careless of what it writes under a folder."""
        ici = str(self.racine / dossier)
        gestes = [
            g for g in self.gestes if g.quoi != "synchroniser" or not g.fichier.startswith(ici)
        ]
        return replace(self, gestes=gestes)

    def coupures(self, graine: int = 0) -> Iterator[tuple[Image, list[str]]]:
        """Each different state that a cut may leave, and what had been said by then."""
        hasard, dits, vues = random.Random(graine), "", set()
        disque = Disque(self.racine, self.depart)
        for geste in self.gestes:
            if geste.quoi == "dit":
                dits += geste.octets.decode()
            elif not disque.faire(geste):
                continue
            for image in disque.images(hasard):
                etat = hash((dits, frozenset(image.items())))
                if etat not in vues:
                    vues.add(etat)
                    yield image, dits.rpartition("\n")[0].splitlines()

    def essayer(self, verifier: Callable[[Path, list[str]], None], nombre: int = 0) -> int:
        """Check some of the states, or all that three disks may leave; gives how many.

        Each is put where the program ran: a journal knows the folder that it lived in.
        """
        etats = [e for graine in range(1 if nombre else 3) for e in self.coupures(graine)]
        choisis = random.Random(1).sample(etats, nombre) if nombre else etats
        for image, dits in choisis:
            poser(image, self.racine)
            verifier(self.racine, dits)
        return len(choisis)


@pytest.fixture(scope="module")
def modele(tmp_path_factory):
    return scenarios.faire_modele(tmp_path_factory.mktemp("modele"))


@pytest.fixture(scope="module")
def export(tmp_path_factory, modele):
    racine = tmp_path_factory.mktemp("export") / "r"
    scenarios.preparer_journal(racine, modele)
    return Trace.de(racine, EXPORTER)


def test_the_power_goes_during_an_export(export):
    export.essayer(verifier_export, QUELQUES)


@pytest.mark.lent
def test_the_power_goes_at_every_moment_of_an_export(export):
    assert export.essayer(verifier_export) > 400


def test_a_careless_export_is_found_out(export):
    """The disk is proved: without its fsyncs, part of a lot is left under its final name."""
    assert all(isinstance(outils.lire(octets), LotLu) for octets in _finaux(export))
    moitie = _finaux(export.sans_fsync("cle")) - _finaux(export)
    assert moitie
    for octets in moitie:
        with pytest.raises(RefusLot):
            outils.lire(octets)


def _finaux(trace: Trace) -> set[bytes]:
    """What a lot may be found to be, under its final name."""
    return {
        octets
        for image, _ in trace.coupures()
        for nom, octets in image.items()
        if nom.endswith(".scls")
    }


@pytest.fixture(scope="module")
def import_(tmp_path_factory, modele):
    racine = tmp_path_factory.mktemp("import") / "r"
    scenarios.preparer_region(racine, modele)
    return Trace.de(racine, "s.importer(Path(sys.argv[1]))")


@pytest.fixture(scope="module")
def attendu(tmp_path_factory, modele):
    """What a region that was never cut ends with."""
    racine = tmp_path_factory.mktemp("attendu") / "r"
    scenarios.preparer_region(racine, modele)
    with scenarios.region(racine) as region:
        region.importer(*scenarios.lots())
        return region.receptions.vidage()


def test_the_power_goes_during_an_import(import_, attendu):
    import_.essayer(partial(verifier_import, attendu=attendu), QUELQUES)


@pytest.mark.lent
def test_the_power_goes_at_every_moment_of_an_import(import_, attendu):
    assert import_.essayer(partial(verifier_import, attendu=attendu)) > 400


@pytest.mark.lent
def test_a_careless_import_is_found_out(import_, attendu):
    negligent = import_.sans_fsync("dossier/quarantaine")
    with pytest.raises((AssertionError, Environnement)):
        negligent.essayer(partial(verifier_import, attendu=attendu))
