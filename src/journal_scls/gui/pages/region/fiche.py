"""All that is known of one journal, as readable text."""

from collections.abc import Iterator

from journal_scls.application.lots.etat_region import EtatJournal
from journal_scls.gui.pages.region import phrases
from journal_scls.gui.texte_riche import liste, paragraphe, phrase, titre
from journal_scls.gui.traduction import tr


def fiche_du_journal(journal: EtatJournal, *, en_retard: bool) -> str:
    """Its next step first, then what was received and what is wrong; every name is escaped."""
    return "".join(_parties(journal, en_retard=en_retard))


def _parties(journal: EtatJournal, *, en_retard: bool) -> Iterator[str]:
    yield titre(phrases.nom_du_journal(journal))
    yield phrase(phrases.suite(journal, en_retard=en_retard), gras=True)
    yield from _dernier(journal)
    yield paragraphe(tr("État"), phrases.phrase_accord(journal))
    if journal.alertes:
        yield titre(tr("À regarder"))
        yield liste(phrases.apostrophes(alerte) for alerte in journal.alertes)
    yield from _lots(journal)
    if journal.revocations:
        yield titre(tr("Révocation"))
        yield liste(_revocations(journal))


def _dernier(journal: EtatJournal) -> Iterator[str]:
    if journal.dernier is None:
        yield paragraphe(tr("Dernier lot"), "aucun")
        return
    lot = journal.dernier
    yield paragraphe(tr("Dernier lot"), f"{lot.seq}, {phrases.genre(lot.genre)}")
    if journal.recu_le is not None:
        yield paragraphe(tr("Dernière réception"), phrases.le(journal.recu_le))
    yield paragraphe(
        tr("Écritures qui comptent"), tr("{n} écriture", "{n} écritures", journal.ecritures)
    )


def _lots(journal: EtatJournal) -> Iterator[str]:
    if not journal.incarnations:
        return
    yield titre(tr("Lots reçus"))
    plusieurs = len(journal.incarnations) > 1
    for vie in journal.incarnations:
        nom = tr("Vie {epoque} du journal", epoque=vie.epoque) if plusieurs else tr("Ce journal")
        yield paragraphe(nom, phrases.lots_recus(vie))
    yield liste(
        tr(
            "Le lot {seq} ne suit pas le lot {precedent} que nous avons reçu.",
            seq=r.seq,
            precedent=r.seq - 1,
        )
        for r in journal.ruptures
    )
    if journal.trous and journal.concorde:
        yield phrase(
            tr("Un lot plus récent a rapporté le contenu des lots manquants : rien n’est perdu.")
        )


def _revocations(journal: EtatJournal) -> Iterator[str]:
    vues = {(r.apres_seq, r.le, r.raison) for r in journal.revocations}
    for apres, instant, raison in sorted(vues):
        borne = tr("après le lot {apres}", apres=apres) if apres else tr("en entier")
        yield tr(
            "Révoqué {borne}, le {le} : {raison}",
            borne=borne,
            le=phrases.le(instant),
            raison=raison,
        )
