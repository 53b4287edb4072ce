"""What the page of sending says, in words a tired person understands."""

from collections.abc import Iterator
from datetime import datetime

from journal_scls.application.lots.apercus import Apercu
from journal_scls.application.lots.ports_lots import Envoi
from journal_scls.domain.accuse import dire_lots
from journal_scls.domain.partage import SEUIL_LOGEMENTS, GenreLot
from journal_scls.domain.texte import accorder
from journal_scls.gui.etat import heure
from journal_scls.gui.pages.envoi.etat import Etat

NOMS_GENRES = {
    GenreLot.DELTA: "changements",
    GenreLot.COMPLET: "lot complet",
    GenreLot.CLOTURE: "clôture",
}
_JAMAIS = (
    "Ce qui part : des codes, des nombres, et le nom de l’organisme ou d’un grand immeuble. Ne "
    "partent jamais : les notes, les codes de personnes, les suivis, les adresses."
)


def annonce(apercu: Apercu, maintenant: datetime) -> str:
    """What the next lot holds, in one sentence."""
    if apercu.deja_fait:
        return f"Rien de nouveau depuis le lot {apercu.seq} : vérifié à {heure(maintenant)}."
    if not apercu.lignes:
        return f"Rien à envoyer : vérifié à {heure(maintenant)}."
    ecritures = accorder(apercu.ecritures, "intervention")
    if apercu.retraits:
        retraits = accorder(apercu.retraits, "retrait")
        return f"{ecritures} et {retraits} à envoyer, dans le lot {apercu.seq}."
    return f"{ecritures} à envoyer, dans le lot {apercu.seq}."


def retenus(apercu: Apercu, etat: Etat) -> Iterator[str]:
    """What stays here and why, what goes again and why."""
    if apercu.deja_fait:
        yield "Rien ne dit encore que ce lot est arrivé. S’il s’est perdu, vous pouvez le réécrire."
        return
    yield _JAMAIS
    if apercu.sans_jour:
        yield (
            f"{_pour(apercu.sans_jour, apercu.ecritures)}, le lieu est généralisé : l’immeuble a "
            f"moins de {SEUIL_LOGEMENTS} logements, leur nombre n’est pas noté, ou il n’y a pas "
            "de milieu. L’organisme et le mois partent; l’immeuble et le jour restent ici."
        )
    if etat.faits_permis and not etat.faits_marquants:
        yield "Les faits marquants restent ici."
    if etat.brouillons:
        restent = "reste" if etat.brouillons == 1 else "restent"
        pas_finis = "il n’est pas fini" if etat.brouillons == 1 else "ils ne sont pas finis"
        yield f"{accorder(etat.brouillons, 'brouillon')} {restent} ici : {pas_finis}."
    if apercu.retraits:
        yield "Un retrait reprend une intervention annulée ici, qui était déjà partie."
    if etat.accuses.en_attente and apercu.genre is GenreLot.DELTA:
        attente = dire_lots(etat.accuses.en_attente)
        yield f"Ce qui était dans {attente} y est encore, tant que rien ne dit qu’il est arrivé."


def _pour(nombre: int, total: int) -> str:
    if nombre == total:
        return "Pour cette intervention" if total == 1 else "Pour toutes ces interventions"
    return f"Pour {accorder(nombre, 'intervention')} sur {total}"


def etat_du_lot(envoi: Envoi, etat: Etat) -> str:
    """« reçu », « à réécrire »: what became of a lot."""
    if envoi.accuse:
        return "reçu par le coordonnateur"
    if envoi.ecrit_le is None:
        return "jamais écrit : à réécrire"
    if envoi.seq in etat.accuses.a_refaire:
        return "pas arrivé : à réécrire"
    return "écrit, sans nouvelle du coordonnateur"
