"""Journals that export: a real encrypted dossier, fictional keys, and a region that reads."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Self
from uuid import UUID

from journal_scls.application.lots.envois import Envois
from journal_scls.application.lots.ports_lots import (
    CleSignature,
    Expediteur,
    OutilsLots,
    PolitiqueLot,
)
from journal_scls.application.ports_dossiers import Secret
from journal_scls.domain.journal.intervention import Contenu, Intervention
from journal_scls.paths import migrations_dir
from journal_scls.storage.coffre.trousseau import TrousseauEnMemoire
from journal_scls.storage.coffre.vault import CoutArgon2
from journal_scls.storage.dossier import BaseOuverte, DossiersChiffres
from journal_scls.storage.engine import NOM, ouvrir_engine
from journal_scls.storage.lots.support import SupportFichiers
from journal_scls.storage.lots.temoin import TemoinsFichiers
from journal_scls.sync.lot.lecteur import LotLu
from journal_scls.sync.lot.scelleur import ScelleurAge
from tests.fabriques import HorlogeFixe, intervention, profil, vocabulaires
from tests.sync.lot import outils as cles

PHRASE = "une phrase de test"
SECRET = Secret(phrase=PHRASE)
EXPEDITEUR = Expediteur(
    journal=cles.JOURNAL.id,
    region=cles.REGION.id,
    cles=(CleSignature(cles.JOURNAL.cle_secrete, 1, 1),),
    destinataires=cles.DESTINATAIRES,
    politique=PolitiqueLot("SCLS_1", "1" * 64),
)
OUTILS = OutilsLots(
    format=ScelleurAge(),
    support=SupportFichiers(),
    temoins=TemoinsFichiers(),
    expediteur=lambda _: EXPEDITEUR,
)


def dossiers(horloge: HorlogeFixe | None = None) -> DossiersChiffres:
    """Dossiers whose passphrases cost little."""
    leger = CoutArgon2(memory_kib=19 * 1024, iterations=2, lanes=1)
    return DossiersChiffres(migrations_dir(), horloge or HorlogeFixe(), TrousseauEnMemoire(), leger)


class JournalLots:
    """One dossier, open, with what makes lots of it; `sortie` is where they go."""

    def __init__(self, dossier: Path, sortie: Path, outils: OutilsLots = OUTILS) -> None:
        self.dossier, self.sortie = dossier, sortie
        self.horloge = HorlogeFixe()
        self.base: BaseOuverte = dossiers(self.horloge).ouvrir(dossier, SECRET)
        self.envois = Envois(self.base, vocabulaires(), self.horloge, outils)

    @classmethod
    def par_la_cle(cls, dossier: Path, sortie: Path, cle: bytes) -> Self:
        """The same of a file whose key is known: a passphrase would cost more than the rest."""
        journal = cls.__new__(cls)
        journal.dossier, journal.sortie, journal.horloge = dossier, sortie, HorlogeFixe()
        journal.base = BaseOuverte(
            dossier, ouvrir_engine(dossier / NOM, cle), journal.horloge, lambda: None
        )
        journal.envois = Envois(journal.base, vocabulaires(), journal.horloge, OUTILS)
        return journal

    def outiller(self, **changes: Any) -> Envois:
        """The same journal with another medium, format or keys."""
        return Envois(self.base, vocabulaires(), self.horloge, replace(OUTILS, **changes))

    def saisir(self, **changes: Any) -> UUID:
        entree = intervention(**changes)
        self.ajouter(entree)
        return entree.id

    def ajouter(self, *entrees: Intervention) -> None:
        with self.base.unite() as unite:
            for entree in entrees:
                unite.interventions.ajouter(entree)
            unite.commit()

    def reprendre(self, entrees: Iterable[Intervention]) -> None:
        with self.base.unite() as unite:
            unite.interventions.ajouter_reprises((e, e.id.bytes, "") for e in entrees)
            unite.commit()

    def changer(self, id_: UUID, suite: Callable[[Intervention], Intervention]) -> None:
        with self.base.unite() as unite:
            actuelle = unite.interventions.lire(id_)
            assert actuelle is not None
            unite.interventions.reviser(suite(actuelle))
            unite.commit()

    def corriger(self, id_: UUID, **changes: Any) -> None:
        def suite(actuelle: Intervention) -> Intervention:
            nouveau: Contenu = replace(actuelle.contenu, **changes)
            return actuelle.rectifier(
                nouveau, vocabulaire="2022", auteur="INT-01", le=self.horloge.instant
            )

        self.changer(id_, suite)

    def annuler(self, id_: UUID) -> None:
        self.changer(id_, lambda i: i.annuler("double", auteur="I", le=self.horloge.instant))

    def retablir(self, id_: UUID) -> None:
        self.changer(id_, lambda i: i.retablir(auteur="I", le=self.horloge.instant))

    def decrire(self, **quoi: Any) -> None:
        """Keep organismes and milieux."""
        with self.base.unite() as unite:
            unite.repertoire.enregistrer_organismes(quoi.get("organismes", ()))
            unite.repertoire.enregistrer_milieux(quoi.get("milieux", ()))
            unite.commit()

    def accuser(self, *seqs: int) -> None:
        """What an accusé of the region would mark."""
        with self.base.engine.begin() as connexion:
            for seq in seqs:
                connexion.exec_driver_sql(
                    "UPDATE envoi SET accuse = 1 WHERE seq = ? AND incarnation_id = "
                    "(SELECT id FROM incarnation ORDER BY epoque DESC LIMIT 1)",
                    (seq,),
                )

    def exporter(self, *quoi: Any, **options: Any) -> LotLu:
        """Export, and read the file as the region does."""
        return lire(self.envois.exporter(self.sortie, *quoi, **options).fichier)

    def fermer(self) -> None:
        self.base.fermer()


def lire(fichier: Path) -> LotLu:
    lu = cles.lire(fichier.read_bytes())
    assert isinstance(lu, LotLu)
    return lu


def creer_dossier(dossier: Path) -> Path:
    base, _ = dossiers().creer(dossier, profil(id=cles.JOURNAL.id), PHRASE)
    base.fermer()
    return dossier


@contextmanager
def journal_de(modele: Path, ou: Path) -> Iterator[JournalLots]:
    """A copy of a dossier that has made no lot yet."""
    dossier = Path(shutil.copytree(modele, ou / "dossier"))
    journal = JournalLots(dossier, ou / "cle")
    try:
        yield journal
    finally:
        journal.fermer()
