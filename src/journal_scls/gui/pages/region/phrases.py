"""The words of the region's pages, for lists and sentences."""

from datetime import datetime

from journal_scls.application.lots.etat_region import EtatIncarnation, EtatJournal
from journal_scls.domain.echange.inscription import Inscription
from journal_scls.domain.echange.partage import GenreLot
from journal_scls.gui.fenetre.etat import heure
from journal_scls.gui.traduction import dite, marque, tr

_GENRES = {
    GenreLot.DELTA.value: marque("suite"),
    GenreLot.COMPLET.value: marque("lot complet"),
    GenreLot.CLOTURE.value: marque("clôture"),
}


def apostrophes(texte: str) -> str:
    """Sentences of the use cases, typed as a terminal shows them."""
    return dite(texte).replace("'", "’")


def nom_du_journal(journal: EtatJournal | Inscription) -> str:
    """« INT-07 – Maude Tremblay »."""
    return f"{journal.code} – {journal.nom}" if journal.nom else journal.code


def le(instant: datetime) -> str:
    """« 2025-03-14 à 10 h 05 », local time."""
    return tr(
        "{date} à {instant}", date=instant.astimezone().date().isoformat(), instant=heure(instant)
    )


def dernier_lot(journal: EtatJournal) -> str:
    """« 12 », « 12, clos » once the last lot closes a period, « aucun »."""
    if journal.dernier is None:
        return tr("aucun")
    clos = tr(", clos") if journal.dernier.genre == GenreLot.CLOTURE.value else ""
    return f"{journal.dernier.seq}{clos}"


def genre(nom: str) -> str:
    """What kind of lot it is, in words."""
    return tr(_GENRES.get(nom, nom))


def depuis(jours: int | None) -> str:
    """« aujourd’hui », « 3 jours », « jamais »."""
    if jours is None:
        return tr("jamais")
    return tr("{n} jour", "{n} jours", jours) if jours else tr("aujourd’hui")


def accord(journal: EtatJournal) -> str:
    """Whether both ends hold the same, in one word."""
    mots = {True: tr("accord"), False: tr("désaccord"), None: tr("inconnu")}
    return mots[journal.concorde]


def phrase_accord(journal: EtatJournal) -> str:
    """The same in a sentence."""
    tenues = tr("{n} écriture", "{n} écritures", journal.tenu.nombre)
    if journal.declare is None:
        return tr("inconnu, aucun lot n’est arrivé.")
    if journal.concorde:
        return tr("accord, ce journal et la région tiennent les mêmes {tenues}.", tenues=tenues)
    declarees = tr("{n} écriture", "{n} écritures", journal.declare.nombre)
    if journal.declare.nombre == journal.tenu.nombre:
        return tr("désaccord, le même nombre ({tenues}), mais pas le même contenu.", tenues=tenues)
    return tr(
        "désaccord, il en déclare {declarees}, la région en tient {nombre}.",
        declarees=declarees,
        nombre=journal.tenu.nombre,
    )


def statut(journal: EtatJournal) -> str:
    """« inscrit » or « révoqué »."""
    return tr("révoqué") if journal.revoque else tr("inscrit")


def suite(journal: EtatJournal, *, en_retard: bool) -> str:
    """The next step; who is only late is called."""
    if journal.suite:
        return apostrophes(journal.suite)
    if journal.revoque:
        return tr("Révoqué : rien à attendre")
    return tr("Relancez : rien depuis la fin du mois.") if en_retard else tr("Rien à faire")


def lots_recus(vie: EtatIncarnation) -> str:
    """« lots 1 à 6 et 8; il manque 7; en double : 5 »."""
    parties = [tr("lots {plages}", plages=_plages(vie.recus))]
    if vie.manquants:
        parties.append(tr("il manque {plages}", plages=_plages(vie.manquants)))
    if vie.bifurcations:
        parties.append(tr("en double : {liste}", liste=", ".join(map(str, vie.bifurcations))))
    return "; ".join(parties)


def _plages(plages: tuple[tuple[int, int], ...]) -> str:
    dites = [
        dite
        for du, au in plages
        for dite in (
            [tr("{du} à {au}", du=du, au=au)] if au > du + 1 else map(str, range(du, au + 1))
        )
    ]
    return tr(" et ").join([", ".join(dites[:-1]), dites[-1]] if len(dites) > 1 else dites)
