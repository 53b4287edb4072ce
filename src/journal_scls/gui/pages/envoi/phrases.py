"""What the page of sending says, in words a tired person understands."""

from collections.abc import Iterator
from datetime import datetime

from journal_scls.application.lots.apercus import Apercu
from journal_scls.application.lots.ports_lots import Envoi
from journal_scls.domain.echange.accuse import dire_lots
from journal_scls.domain.echange.partage import SEUIL_LOGEMENTS, GenreLot
from journal_scls.gui.fenetre.etat import heure
from journal_scls.gui.pages.envoi.etat import Etat
from journal_scls.gui.traduction import marque, tr

NOMS_GENRES = {
    GenreLot.DELTA: marque("changements"),
    GenreLot.COMPLET: marque("lot complet"),
    GenreLot.CLOTURE: marque("clôture"),
}
_JAMAIS = marque(
    "Ce qui part : des codes, des nombres, et le nom de l’organisme ou d’un grand immeuble. Ne "
    "partent jamais : les notes, les codes de personnes, les suivis, les adresses."
)


def annonce(apercu: Apercu, maintenant: datetime) -> str:
    """What the next lot holds, in one sentence."""
    if apercu.deja_fait:
        return tr(
            "Rien de nouveau depuis le lot {seq} : vérifié à {heure}.",
            seq=apercu.seq,
            heure=heure(maintenant),
        )
    if not apercu.lignes:
        return tr("Rien à envoyer : vérifié à {heure}.", heure=heure(maintenant))
    ecritures = tr("{n} intervention", "{n} interventions", apercu.ecritures)
    if apercu.retraits:
        retraits = tr("{n} retrait", "{n} retraits", apercu.retraits)
        return tr(
            "{ecritures} et {retraits} à envoyer, dans le lot {seq}.",
            ecritures=ecritures,
            retraits=retraits,
            seq=apercu.seq,
        )
    return tr("{ecritures} à envoyer, dans le lot {seq}.", ecritures=ecritures, seq=apercu.seq)


def retenus(apercu: Apercu, etat: Etat) -> Iterator[str]:
    """What stays here and why, what goes again and why."""
    if apercu.deja_fait:
        yield tr(
            "Rien ne dit encore que ce lot est arrivé. S’il s’est perdu, vous pouvez le réécrire."
        )
        return
    yield tr(_JAMAIS)
    if apercu.sans_jour:
        yield (
            tr(
                "{pour}, le lieu est généralisé : l’immeuble a moins de {minimum} logements, leur "
                "nombre n’est pas noté, ou il n’y a pas de milieu. L’organisme et le mois "
                "partent; l’immeuble et le jour restent ici.",
                pour=_pour(apercu.sans_jour, apercu.ecritures),
                minimum=SEUIL_LOGEMENTS,
            )
        )
    if etat.faits_permis and not etat.faits_marquants:
        yield tr("Les faits marquants restent ici.")
    if etat.brouillons:
        yield tr(
            "{n} brouillon reste ici : il n’est pas fini.",
            "{n} brouillons restent ici : ils ne sont pas finis.",
            etat.brouillons,
        )
    if apercu.retraits:
        yield tr("Un retrait reprend une intervention annulée ici, qui était déjà partie.")
    if etat.accuses.en_attente and apercu.genre is GenreLot.DELTA:
        attente = dire_lots(etat.accuses.en_attente)
        yield tr(
            "Ce qui était dans {attente} y est encore, tant que rien ne dit qu’il est arrivé.",
            attente=attente,
        )


def _pour(nombre: int, total: int) -> str:
    if nombre == total:
        return tr("Pour cette intervention") if total == 1 else tr("Pour toutes ces interventions")
    return tr(
        "Pour {compte} sur {total}",
        compte=tr("{n} intervention", "{n} interventions", nombre),
        total=total,
    )


def etat_du_lot(envoi: Envoi, etat: Etat) -> str:
    """« reçu », « à réécrire »: what became of a lot."""
    if envoi.accuse:
        return tr("reçu par le coordonnateur")
    if envoi.ecrit_le is None:
        return tr("jamais écrit : à réécrire")
    if envoi.seq in etat.accuses.a_refaire:
        return tr("pas arrivé : à réécrire")
    return tr("écrit, sans nouvelle du coordonnateur")
