"""Open coordinations on real encrypted files, with simulated journals that send real lots."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from journal_scls.application.journal import Journal
from journal_scls.domain.profil import Role
from journal_scls.gui.pages.page_travail import Contexte
from tests.fabriques import MAINTENANT, HorlogeFixe
from tests.fabriques import profil as faire_profil
from tests.gui.ateliers import PHRASE, faire_atelier
from tests.gui.fakes import FakeDialogs
from tests.journaux_simules import QUAND, Fichier, JournalSimule, RegionSimulee
from tests.sync.lot.outils import REGION, SECOURS

PROFIL = {"role": Role.COORDINATION, "code": "REG-01", "nom_affiche": "Région fictive des Rives"}


class RegionDeTest:
    """A coordination whose journals are simulated; `journal` is what the window is given.

    Other arguments replace what its workshop is made of.
    """

    def __init__(self, dossier: Path, noms: Sequence[str] = (), **atelier_: Any) -> None:
        self.horloge = HorlogeFixe(MAINTENANT)
        atelier = replace(faire_atelier(horloge=self.horloge), **atelier_)
        profil = faire_profil(**PROFIL, id=REGION.id)
        self.journal, _code = atelier.creer(dossier, profil, PHRASE)
        self.dossier = dossier
        self.simules = {nom: JournalSimule(nom) for nom in noms}
        engine = self.journal.base.engine  # type: ignore[attr-defined]
        self.region = RegionSimulee(engine, dossier, self.horloge)
        self._donner_cles(engine)
        for simule in self.simules.values():
            self.region.inscrire(simule)

    def _donner_cles(self, engine) -> None:
        """The fictional keys that the simulated journals write to."""
        with engine.begin() as connexion:
            connexion.exec_driver_sql(
                "INSERT INTO identite (cle_signature, cle_age, cle_secours, epoque, depuis_seq,"
                " creee_le) VALUES (?, ?, ?, 1, 1, ?)",
                (REGION.cle_secrete, REGION.identite_age, SECOURS.identite_age, QUAND),
            )

    def __getitem__(self, nom: str) -> JournalSimule:
        return self.simules[nom]

    def lot(self, nom: str, *entrees: int, **champs: object) -> Fichier:
        """The next lot of a journal, with these entries made or revised."""
        for n in entrees:
            self[nom].saisir(n, **champs)
        return self[nom].exporter()

    def recevoir(self, *fichiers: Fichier) -> None:
        self.region.importer(*fichiers)

    def deposer(self, dossier: Path, fichiers: Sequence[Fichier]) -> Path:
        """Files as they lie on a key."""
        dossier.mkdir(parents=True, exist_ok=True)
        for rang, fichier in enumerate(fichiers):
            (dossier / f"LOT-{rang:04}.scls").write_bytes(fichier.octets)
        return dossier

    def fermer(self) -> None:
        self.journal.fermer()


def faire_contexte(journal: Journal, runner, dialogs: FakeDialogs | None = None) -> Contexte:
    """`visitees` of the result lists the rubriques that a page led to."""
    visitees: list[str] = []
    contexte = Contexte(
        journal,
        runner,
        dialogs or FakeDialogs(),
        visitees.append,
        lambda _id: None,
        lambda: None,
        lambda: None,
    )
    object.__setattr__(contexte, "visitees", visitees)
    runner.changed.connect(lambda changes, _source: contexte.region.changer(changes))
    return contexte
