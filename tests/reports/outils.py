"""Facts, summaries and other people's tools, for the tests of documents."""

import re
import subprocess
from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from itertools import cycle
from pathlib import Path
from random import Random

from journal_scls.domain.chiffres.bilan import ParametresBilan, Reserves, dresser_bilan
from journal_scls.domain.chiffres.comptes import compter
from journal_scls.domain.chiffres.faits import Fait, ReferenceFait
from journal_scls.domain.documents.document import DocumentBilan, LotsInclus, Provenance
from journal_scls.domain.documents.resume import ResumeMensuel, composer_resume
from journal_scls.domain.periode import Periode
from journal_scls.domain.profil import Role
from tests.domain.outils_bilan import indicateurs
from tests.fabriques import RACINE, profil, vocabulaires

POLICES = RACINE / "resources" / "fonts"
MARS = Periode.mois(2025, 3)
HOSTILES = (
    "<b>&",
    "</para><para>",
    "&lt;&amp;",
    "x" * 300,
    "W" * 5_000,
    "\U0001f468‍\U0001f469‍\U0001f467 famille",
    "日本語のテキスト",
    "שלום עולם مرحبا \u202e inversé",
    "e\u0301cole\x00\x07\ntab\tfin",
    "\ue02f\ufeff\u00ad",
    "{accolades} %s %(x)s",
)


def fait(**changes) -> Fait:
    defauts = {
        "date": "2025-03-14",
        "duree_min": 45,
        "tenure": "OH",
        "mrc": "La Matanie",
        "categorie_immeuble": "FAM",
        "organisme": "OH de Matane",
        "milieu": "Les Érables",
        "volet": "INDIVIDUEL",
        "activite": "ECOUTE",
        "categorie": "C4",
        "type_collectif": "",
        "clientele": "AINES",
        "modalite": "",
        "nb_personnes": 1,
        "personne": "",
    }
    return Fait(**(defauts | changes))


def beaucoup(n: int) -> list[Fait]:
    """Facts of one month that use every activity, destination and many milieux."""
    termes = vocabulaires().courant.termes
    activites, destinations = cycle(termes("activite")), cycle(termes("destination"))
    return [
        fait(
            activite=next(activites),
            milieu=f"Résidence de la Rivière-aux-Outardes, pavillon des aînés, numéro {rang % 70}",
            nb_personnes=rang % 9,
            references=(ReferenceFait(next(destinations), "AUTRE", "SIMPLE", "FAITE"),),
        )
        for rang in range(n)
    ]


def resumer(*faits: Fait, **changes) -> ResumeMensuel:
    arguments = {
        "profil": profil(code="INT-07", nom_affiche="Journal de l'Est"),
        "mois": MARS,
        "faits": faits,
        "vocabulaires": vocabulaires(),
        "aujourdhui": date(2025, 4, 1),
    }
    return composer_resume(**(arguments | changes))


def interroger(fichier: Path, *commande: str) -> str:
    """What one of poppler's tools, or qpdf, says of a file; it may not complain."""
    sortie = ["-"] if commande[0] == "pdftotext" else []
    rendu = subprocess.run(
        [*commande, fichier, *sortie], check=True, capture_output=True, text=True
    )
    assert rendu.stderr == ""
    return rendu.stdout


def mots(texte: str) -> str:
    """Text with plain spaces, on one line."""
    return re.sub(r"\s+", " ", texte)


def faits_aleatoires(n: int, graine: int = 7, milieux: int = 12) -> list[Fait]:
    """Facts of 2025 spread over months, milieux, volets and destinations as in life."""
    hasard, v = Random(graine), vocabulaires().courant
    services = {"CISSS": ("SANTE_MENTALE", "SAPA", "SAD"), "OC": ("AIDE_ALIMENTAIRE", "BUDGET")}
    destinations = ("CISSS", "CISSS", "OC", "MUNICIPAL", "EDUCATION")
    faits = []
    for _ in range(n):
        volet = hasard.choice(("INDIVIDUEL", "INDIVIDUEL", "COLLECTIF", "COLLECTIF", "MILIEU"))
        vers = hasard.choice(destinations)
        service = hasard.choice(services.get(vers, ("AUTRE",)))
        numero = hasard.randrange(milieux)
        reference = ReferenceFait(vers, service, "SIMPLE", "FAITE")
        faits.append(
            fait(
                date=f"2025-{hasard.randrange(1, 13):02}-{hasard.randrange(1, 29):02}",
                duree_min=hasard.choice((15, 30, 45, 60, 90)),
                tenure=hasard.choices(("OH", "OBNL", "COOP", ""), (85, 7, 4, 4))[0],
                mrc=f"MRC fictive {numero % 3}",
                organisme=f"Office fictif {numero % 5}",
                milieu=f"Résidence fictive, numéro {numero}",
                volet=volet,
                activite=hasard.choice(list(v.termes("activite"))),
                type_collectif=hasard.choice(("PROJET_DEMARCHE", "ADL", "ANIMATION"))
                if volet == "COLLECTIF"
                else "",
                clientele=hasard.choice(("FAMILLES", "JEUNES", "FAMILLES", "AINES")),
                nb_personnes=1 if volet == "INDIVIDUEL" else hasard.randrange(3, 18),
                personne=f"P{hasard.randrange(60)}" if volet == "INDIVIDUEL" else "",
                problematiques=hasard.choice(((), ("ISOLEMENT",), ("LOGEMENT", "VOISINAGE"))),
                references=(reference,) if hasard.random() < 0.2 else (),
            )
        )
    return faits


def provenance(role: Role = Role.INTERVENANT, *, demo: bool = False, **changes) -> Provenance:
    regionale = role is Role.COORDINATION
    defauts = {
        "profil": profil(
            role=role,
            code="REG-01" if regionale else "INT-07",
            nom_affiche="Région fictive de l'Estuaire" if regionale else "Journal de l'Est",
            demo=demo,
        ),
        "arrete_le": datetime(2026, 1, 14, 9, 5, tzinfo=timezone(timedelta(hours=-5))),
        "completude": "7 journaux sur 9, 1 trou" if regionale else "",
        "lots": tuple(LotsInclus(f"INT-{n:02}", f"1 à {n + 3}, 14") for n in range(1, 8))
        if regionale
        else (),
    }
    return Provenance(**(defauts | changes))


def document_bilan(faits: Iterable[Fait], de: Provenance, *, k: int | None = None) -> DocumentBilan:
    """The document of 2025; a region's says what it lacks."""
    reserves = Reserves()
    if de.completude:
        reserves = Reserves(avertissements=(f"{de.completude}.",), personnes_connues=False)
    bilan = dresser_bilan(
        compter(faits, Periode.annee(2025), indicateurs().champs),
        Periode.annee(2025),
        vocabulaires=vocabulaires(),
        indicateurs=indicateurs(),
        etabli_le=de.etabli_le,
        parametres=ParametresBilan(masquage_k=k),
        reserves=reserves,
    )
    return DocumentBilan(
        bilan=bilan,
        provenance=de,
        vocabulaire=vocabulaires().courant.libelle,
    )
