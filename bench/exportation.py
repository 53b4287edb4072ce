"""Exports of 20 000 entries: the first, one with nothing new, one of a single change.

The floor of the same run is what the format alone asks of these lines: prove each, compress, sign.
"""

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from journal_scls.domain.journal.intervention import Intervention, Reference
from journal_scls.sync.lot.ecrivain import composer_lignes
from journal_scls.sync.lot.enregistrement import decoder
from tests.fabriques import intervention, milieu, organisme
from tests.journaux_lots import JournalLots, creer_dossier
from tests.sync.lot import outils

NOMBRE = 20_000


def _entrees(journal: JournalLots, alea: random.Random) -> Iterator[Intervention]:
    offices = [organisme(f"Office {n}") for n in range(30)]
    milieux = [
        milieu(f"Milieu {n}", nb_logements=alea.choice((None, 8, 40)),
               organisme=alea.choice(offices).id)
        for n in range(300)
    ]  # fmt: skip
    journal.decrire(organismes=offices, milieux=milieux)
    for _ in range(NOMBRE):
        jour = date(2024, 1, 1) + timedelta(days=alea.randrange(700))
        yield intervention(
            date_intervention=jour,
            lieu=alea.choice(milieux).lieu_le(jour),
            problematiques=("ISOLEMENT", "LOGEMENT")[: alea.randrange(3)],
            references=(Reference(destination="CISSS", service="SAPA"),) * alea.randrange(2),
            note="x" * 100,
        )


def _mesurer(nom: str, geste: Callable[[], object]) -> float:
    debut = time.perf_counter()
    geste()
    duree = time.perf_counter() - debut
    print(f"{nom:32} {duree:6.2f} s")
    return duree


def _plancher(lignes: list[bytes]) -> None:
    for ligne in lignes:
        decoder(ligne)
    composer_lignes(outils.entete(), lignes, 0, outils.JOURNAL.cle_secrete)


def main() -> int:
    """Print the times."""
    with tempfile.TemporaryDirectory() as place:
        ou = Path(place)
        journal = JournalLots(creer_dossier(ou / "dossier"), ou / "cle")
        journal.reprendre(list(_entrees(journal, random.Random(1))))
        premier = _mesurer("premier lot", lambda: journal.envois.exporter(journal.sortie))
        lignes = list(journal.envois.apercu().lignes)
        plancher = _mesurer("plancher du format", lambda: _plancher(lignes))
        _mesurer("rien de nouveau", lambda: journal.envois.exporter(journal.sortie))
        journal.accuser(1)
        journal.saisir()
        _mesurer("une écriture", lambda: journal.envois.exporter(journal.sortie))
        journal.fermer()
    print(f"premier lot : {premier / plancher:.1f} fois le plancher")
    return 0
