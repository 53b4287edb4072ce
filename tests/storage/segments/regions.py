"""Regions that nobody chose: entries made, corrected, cancelled, forked, sent out of order."""

import datetime as dt
import random
from collections.abc import Iterator
from typing import Any

from journal_scls.sync.lot.enregistrement import ReferenceLot, Repere
from tests.journaux_simules import Fichier, JournalSimule, resceller

NOMS = "ABC"
JOUR_UN, JOURS = dt.date(2024, 11, 1), 480
_REFERENCES = (
    ("CISSS", "SANTE_MENTALE"), ("CISSS", "SAPA"), ("OC", "AIDE_ALIMENTAIRE"), ("OC", "BUDGET"),
    ("OFFICE", "AUTRE"), ("OC", "LOGEMENT_DROITS"),
)  # fmt: skip
_BESOINS = ("ISOLEMENT", "LOGEMENT", "PAUVRETE_BUDGET", "VOISINAGE")
_OFFICES = (
    Repere(nom="Office A"), Repere(nom="Office A", code="OA"), Repere(nom="Coop Bellevue"), None,
)  # fmt: skip
_MILIEUX = (
    Repere(nom="Les Érables", code="HLM-1"), Repere(nom="Les Érables"),
    Repere(nom="Le Bosquet", code="HLM-2"),
)  # fmt: skip


def champs(hasard: random.Random, *, oc: bool = True) -> dict[str, Any]:
    """What an entry says; without OC references when the region has none (trap)."""
    jour = JOUR_UN + dt.timedelta(hasard.randrange(JOURS))
    volet = hasard.choice(("INDIVIDUEL", "COLLECTIF", "MILIEU"))
    references = tuple(
        ReferenceLot(destination=d, service=s, mode="SIMPLE",
                     statut=hasard.choice(("FAITE", "PROPOSEE")))
        for d, s in hasard.choices(_REFERENCES, k=hasard.choice((0, 0, 0, 1, 2)))
        if oc or d != "OC"
    )  # fmt: skip
    grand = hasard.random() < 0.5
    lieu = {"date": jour, "milieu": hasard.choice(_MILIEUX)} if grand else {
        "date": None, "milieu": None, "mois": f"{jour:%Y-%m}"
    }  # fmt: skip
    return lieu | {
        "tenure": hasard.choice(("OH", "OH", "OBNL", "COOP", "AUTRE", "SANS_MILIEU")),
        "mrc": hasard.choice(("Papineau", "Pontiac", None)),
        "categorie_immeuble": hasard.choice(("FAM", "PA", None)),
        "organisme": hasard.choice(_OFFICES),
        "volet": volet,
        "activite": hasard.choice(("ECOUTE", "PROJET", "CONCERT")),
        "categorie": hasard.choice(("C1", "C3", "C4")),
        # An old journal may leave it on an entry that is no longer collective.
        "type_collectif": hasard.choice(("PROJET_DEMARCHE", "ADL", None)),
        "clientele": hasard.choice(("JEUNES", "FAMILLES", "AINES")),
        "modalite": hasard.choice(("SUR_PLACE", "BUREAU", None)),
        "nb_personnes": hasard.choice((None, 0, 1, 1, 12)),
        "duree_min": hasard.choice((15, 30, 60, 1440)),
        "problematiques": tuple(hasard.choices(_BESOINS, k=hasard.randrange(4))) or None,
        "references": references or None,
        "projet": hasard.choice((None, None, "JARDIN", "FETE")),
        "comite": hasard.choice((None, None, "CCR")),
    }


def pieges(journal: JournalSimule) -> list[Fichier]:
    """The traps of domain.md section 5 (the rectified entry is in two lots), and rival versions."""
    deux = tuple(
        ReferenceLot(destination="CISSS", service=service, mode="SIMPLE", statut="FAITE")
        for service in ("SAPA", "SANTE_MENTALE")
    )
    lots, copie = [], journal.copie()
    for celui, minutes in ((journal, 15), (copie, 30)):
        celui.saisir(905, duree_min=minutes, references=None)
        lots.append(celui.exporter())
    journal.saisir(900, references=deux)
    lots.append(journal.exporter())
    for numero, (jour, office) in enumerate((("2025-02-01", "Ancien"), ("2025-06-01", "Nouveau"))):
        journal.saisir(901 + numero, date=dt.date.fromisoformat(jour), organisme=Repere(nom=office))
    journal.saisir(903, volet="COLLECTIF", references=None, nb_personnes=30,
                   type_collectif="RASSEMBLEMENT")  # fmt: skip
    journal.saisir(904, date=None, milieu=None, organisme=None, mois="2025-05", mrc=None,
                   tenure="SANS_MILIEU")  # fmt: skip
    lots.append(journal.exporter())
    journal.saisir(900, references=deux[:1], tenure="OBNL")
    lots.append(journal.exporter())
    return lots


def vivre(journaux: list[JournalSimule], hasard: random.Random, gestes: int) -> Iterator[Fichier]:
    """Lots in the order they are written; copies that nobody noticed make rival versions."""
    oc = hasard.random() < 0.7
    copies = {journal.nom: journal.copie() for journal in journaux}
    for _ in range(gestes):
        journal = hasard.choice(journaux)
        numero, geste = hasard.randrange(30), hasard.random()
        if geste < 0.12:
            journal.annuler(numero)
        elif geste < 0.17:
            copies[journal.nom] = journal.copie()
        elif geste < 0.22:
            journal.restaurer(copies[journal.nom], remarque=hasard.random() < 0.5)
        elif geste < 0.32:
            yield journal.exporter(complet=hasard.random() < 0.3)
        else:
            journal.saisir(numero, **champs(hasard, oc=oc))
    for journal in journaux:
        yield journal.exporter(complet=hasard.random() < 0.5)


def arrivees(lots: list[Fichier], hasard: random.Random) -> list[bytes]:
    """The files as they come: some twice, some sealed again, none in order."""
    venus = [lot.octets for lot in lots]
    venus += hasard.sample(venus, len(venus) // 3)
    venus.append(resceller(hasard.choice(lots)))
    hasard.shuffle(venus)
    return venus
