"""All that is known of one journal, as readable text."""

from collections.abc import Iterator

from journal_scls.application.lots.etat_region import EtatJournal
from journal_scls.domain.texte import accorder
from journal_scls.gui.pages.region import phrases
from journal_scls.gui.texte_riche import liste, paragraphe, phrase, titre


def fiche_du_journal(journal: EtatJournal, *, en_retard: bool) -> str:
    """Its next step first, then what was received and what is wrong; every name is escaped."""
    return "".join(_parties(journal, en_retard=en_retard))


def _parties(journal: EtatJournal, *, en_retard: bool) -> Iterator[str]:
    yield titre(phrases.nom_du_journal(journal))
    yield phrase(phrases.suite(journal, en_retard=en_retard), gras=True)
    yield from _dernier(journal)
    yield paragraphe("État", phrases.phrase_accord(journal))
    if journal.alertes:
        yield titre("À regarder")
        yield liste(phrases.apostrophes(alerte) for alerte in journal.alertes)
    yield from _lots(journal)
    if journal.revocations:
        yield titre("Révocation")
        yield liste(_revocations(journal))


def _dernier(journal: EtatJournal) -> Iterator[str]:
    if journal.dernier is None:
        yield paragraphe("Dernier lot", "aucun")
        return
    lot = journal.dernier
    yield paragraphe("Dernier lot", f"{lot.seq}, {phrases.genre(lot.genre)}")
    if journal.recu_le is not None:
        yield paragraphe("Dernière réception", phrases.le(journal.recu_le))
    yield paragraphe("Écritures qui comptent", accorder(journal.ecritures, "écriture"))


def _lots(journal: EtatJournal) -> Iterator[str]:
    if not journal.incarnations:
        return
    yield titre("Lots reçus")
    plusieurs = len(journal.incarnations) > 1
    for vie in journal.incarnations:
        nom = f"Vie {vie.epoque} du journal" if plusieurs else "Ce journal"
        yield paragraphe(nom, phrases.lots_recus(vie))
    yield liste(
        f"Le lot {r.seq} ne suit pas le lot {r.seq - 1} que nous avons reçu."
        for r in journal.ruptures
    )
    if journal.trous and journal.concorde:
        yield phrase(
            "Un lot plus récent a rapporté le contenu des lots manquants : rien n’est perdu."
        )


def _revocations(journal: EtatJournal) -> Iterator[str]:
    vues = {(r.apres_seq, r.le, r.raison) for r in journal.revocations}
    for apres, instant, raison in sorted(vues):
        borne = f"après le lot {apres}" if apres else "en entier"
        yield f"Révoqué {borne}, le {phrases.le(instant)} : {raison}"
