"""What the tests of segments ask: the slow way, the fast way, and how a bilan reads as numbers."""

import datetime as dt
import random
from typing import Any

from journal_scls.application.chiffres.rapports import Rapports
from journal_scls.application.lectures import Filtre
from journal_scls.bootstrap import indicateurs, vocabulaires
from journal_scls.domain.chiffres.bilan import Bilan
from journal_scls.domain.chiffres.comptes import GROUPES, Comptes, compter
from journal_scls.domain.periode import Periode
from tests.fabriques import HorlogeFixe
from tests.journaux_simules import RegionSimulee
from tests.storage.segments.regions import JOUR_UN, JOURS

CHAMPS = indicateurs().champs
# What a filter keeps, and the same in the words of the oracle.
FILTRES = {
    "1": Filtre(),
    "tenure = 'OH'": Filtre(tenure="OH"),
    "volet = 'COLLECTIF' AND mrc = 'Papineau'": Filtre(volet="COLLECTIF", mrc="papineau"),
    "organisme = 'Office A'": Filtre(organisme="office a"),
    "organisme IN ('Office A', 'Coop Bellevue')": Filtre(
        organismes=frozenset(("office a", "COOP BELLEVUE"))
    ),
    "milieu = 'Les Érables'": Filtre(milieu="LES ERABLES"),
    "code_milieu = 'HLM-1'": Filtre(milieu="hlm-1"),
    "clientele = 'JEUNES' AND activite = 'ECOUTE'": Filtre(clientele="JEUNES", activite="ECOUTE"),
    "mrc = 'Nulle part'": Filtre(mrc="Nulle part"),
    "projet = 'JARDIN' OR comite = 'CCR'": Filtre(projets=frozenset(("JARDIN", "CCR"))),
    "0": Filtre(personne="P-1"),
    "milieu LIKE '%Bosquet%'": Filtre(texte="bosq"),
}


def lectures(region: RegionSimulee) -> Any:
    return region.base.lectures_region(region.lecteur.lire_ligne)


def rapports(region: RegionSimulee) -> Rapports:
    return Rapports(
        lectures(region), vocabulaires(), indicateurs(), HorlogeFixe(), region.region.reserves
    )


def lentement(region: RegionSimulee, filtre: Filtre, periode: Periode, champs: Any) -> Comptes:
    return compter(lectures(region).faits(filtre), periode, champs)


def periode_au_hasard(hasard: random.Random) -> Periode:
    jours = sorted(hasard.randrange(-20, JOURS + 20) for _ in range(2))
    du, au = (JOUR_UN + dt.timedelta(jour) for jour in jours)
    return hasard.choice(
        (Periode.annee(2025), Periode(du, au), Periode.mois(au.year, au.month), Periode(au, au))
    )


def dits(comptes: Comptes) -> dict[str, Any]:
    """All that can be read of some sums."""
    return {
        "axes": {champ: comptes.axe(champ) for groupe in GROUPES for champ in groupe},
        "cellules": {(*c.codes.items(),): (c.effectif, c.participations) for c in comptes.cellules},
        "references": comptes.references,
        "problematiques": comptes.problematiques,
        "sans": comptes.sans_problematique,
        "totaux": comptes.totaux,
        "personnes": comptes.personnes_distinctes,
        "non_placees": comptes.non_placees,
    }


def nombres(bilan: Bilan) -> dict[str, Any]:
    """A bilan as the oracle says it."""
    c = bilan.compteurs
    coupees = [a.split()[0] for a in bilan.avertissements if "que du mois" in a]
    return {
        "compteurs": (c.interventions, c.participations, c.minutes, c.references),
        "indicateurs": {i.id: (i.proportion.n, i.proportion.total) for i in bilan.indicateurs},
        "tableaux": {
            t.id: {ligne.code: ligne.nombres for ligne in t.lignes if ligne.nombres[0]}
            for t in bilan.tableaux
        },
        "coupees": int(coupees[0]) if coupees else 0,
    }
