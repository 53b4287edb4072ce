"""Whatever was lost: what the region acknowledged, and one more lot, say everything again."""

import shutil
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal_scls.domain.echange.partage import GenreLot
from journal_scls.sync.lot.enregistrement import Enregistrement
from journal_scls.sync.lot.etat import CumulEtat
from journal_scls.sync.lot.manifeste import Etat
from tests.journaux_lots import JournalLots, creer_dossier

GESTES = ("saisir", "corriger", "annuler", "retablir", "exporter", "complet", "accuser", "renaitre")
geste = st.tuples(st.sampled_from(GESTES), st.integers(0, 5))


@dataclass
class Region:
    """What a region knows that received these lots only."""

    courantes: dict = field(default_factory=dict)

    def recevoir(self, lot):
        for ligne in lot.lignes():
            rang = (ligne.version.ep, ligne.version.rev, ligne.empreinte)
            self.courantes[ligne.version.id] = max(
                (rang, ligne.version), self.courantes.get(ligne.version.id, (rang, ligne.version)),
                key=lambda paire: paire[0],
            )  # fmt: skip

    @property
    def etat(self) -> Etat:
        cumul = CumulEtat()
        for id_, ((_, rev, empreinte), _) in sorted(self.courantes.items()):
            cumul.ajouter(id_, rev, empreinte)
        return cumul.etat

    @property
    def durees(self):
        return {
            id_: version.duree_min
            for id_, (_, version) in self.courantes.items()
            if isinstance(version, Enregistrement)
        }


class Histoire:
    """A journal, what it really says, and the lots it made in its present life."""

    def __init__(self, journal: JournalLots) -> None:
        self.journal = journal
        self.durees: dict = {}
        self.annulees: dict = {}
        self.lots: dict = {}
        self.accuses: set = set()
        self.region = Region()

    def faire(self, geste: str, n: int) -> None:
        getattr(self, geste)(n)

    def saisir(self, n):
        self.durees[self.journal.saisir(duree_min=10 + n)] = 10 + n

    def corriger(self, n):
        if id_ := self._une(self.durees, n):
            self.journal.corriger(id_, duree_min=20 + n, note=f"note {n}")
            self.durees[id_] = 20 + n

    def annuler(self, n):
        if id_ := self._une(self.durees, n):
            self.journal.annuler(id_)
            self.annulees[id_] = self.durees.pop(id_)

    def retablir(self, n):
        if id_ := self._une(self.annulees, n):
            self.journal.retablir(id_)
            self.durees[id_] = self.annulees.pop(id_)

    def exporter(self, _n):
        lot = self.journal.exporter()
        self.lots[lot.manifeste.seq] = lot
        return lot

    def complet(self, _n):
        lot = self.journal.exporter(GenreLot.COMPLET)
        self.lots[lot.manifeste.seq] = lot

    def accuser(self, n):
        """The region received one lot, whichever others were lost, and says so."""
        if seq := self._une(self.lots, n):
            self.journal.accuser(seq)
            self.region.recevoir(self.lots[seq])

    def renaitre(self, _n):
        self.journal.envois.nouvelle_incarnation("copie")
        self.lots.clear()

    def _une(self, choix, n):
        return sorted(choix, key=str)[n % len(choix)] if choix else None


@pytest.fixture(scope="module")
def modele(tmp_path_factory):
    return creer_dossier(tmp_path_factory.mktemp("modele") / "dossier")


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(gestes=st.lists(geste, min_size=3, max_size=16))
def test_what_was_acknowledged_and_one_delta_are_the_whole_journal(
    modele, tmp_path_factory, gestes
):
    ou = tmp_path_factory.mktemp("histoire")
    journal = JournalLots(shutil.copytree(modele, ou / "dossier"), ou / "cle")
    try:
        histoire = Histoire(journal)
        for nom, n in gestes:
            histoire.faire(nom, n)
        dernier = histoire.exporter(0)
        histoire.region.recevoir(dernier)
        assert histoire.region.etat == dernier.manifeste.state
        assert histoire.region.durees == {str(id_): d for id_, d in histoire.durees.items()}
    finally:
        journal.fermer()
        shutil.rmtree(ou)
