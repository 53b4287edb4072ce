"""A journal of 100 000 fictional entries on a real encrypted file, the same at every run.

The words of notes follow the law of any language: a few are everywhere, most are rare (Zipf).
With a few dozen words met in every tenth note, any way of searching would look fast.
"""

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory

from journal_scls.application.journal import Journal
from journal_scls.application.reprise.fiche import nouvelle_intervention
from journal_scls.domain.journal.intervention import Contenu, Intervention, Reference, Volet
from journal_scls.domain.repertoire.lieux import Lieu
from tests.gui.journaux import ouvrir_nouveau

NOMBRE = 100_000
_JOURS = 4_000
_PERIODE_RELANCE = 60
_MOTS = (
    "logement", "voisin", "budget", "santé", "école", "élève", "décès", "isolement", "bruit",
    "déménagement", "hôpital", "épicerie", "dépannage", "médecin", "rendez-vous", "téléphone",
    "comité", "réunion", "fête", "été", "Noël", "bail", "loyer", "réparation", "chauffage",
    "ascenseur", "mère", "père", "enfant", "garderie", "transport", "autobus", "anxiété",
    "fatigue", "colère", "tristesse", "espoir", "confiance", "papiers", "formulaire", "impôt",
    "pension", "banque", "dette", "crédit", "famille", "cuisine", "jardin", "bénévole", "projet",
    "déficience", "mobilité", "chute", "sommeil", "solitude", "sécurité", "porte", "clé", "œuvre",
    "cœur", "sœur", "marché", "travail", "emploi", "formation", "français", "immigration",
)  # fmt: skip
_SYLLABES = (
    "ba", "bé", "bou", "cha", "co", "cré", "dé", "di", "dra", "é", "fa", "fi", "flo", "ga", "gui",
    "ha", "hô", "in", "ja", "la", "li", "lou", "ma", "mé", "mi", "mon", "na", "né", "no", "ou",
    "pa", "pé", "plu", "qua", "ra", "ré", "ri", "rou", "sa", "sé", "so", "ta", "té", "toi", "tra",
    "u", "va", "vé", "vi", "voi",
)  # fmt: skip
_FINS = ("ge", "ment", "tion", "que", "le", "re", "té", "son", "eur", "ance", "ette", "ier", "")
_FORMES = 6_000
_LIAISONS = ("de", "la", "le", "et", "à", "un", "avec", "pour", "après", "sans", "au", "en")


def vocabulaire(alea: random.Random) -> list[str]:
    """The words of the notes, from the most to the least used; the real ones are spread."""
    formes = dict.fromkeys(
        "".join(alea.choices(_SYLLABES, k=alea.randint(1, 3))) + alea.choice(_FINS)
        for _ in range(_FORMES)
    )
    mots = list(formes)
    for rang, mot in enumerate(_MOTS):
        mots.insert((rang + 1) * 40, mot)
    return mots


@contextmanager
def grand_journal(nombre: int = NOMBRE) -> Iterator[Journal]:
    """Made, opened, then thrown away."""
    with TemporaryDirectory() as lieu:
        journal = ouvrir_nouveau(Path(lieu) / "journal")
        try:
            with journal.base.unite() as unite:
                unite.interventions.ajouter_reprises(
                    (intervention, n.to_bytes(16, "big"), "")
                    for n, intervention in enumerate(_entrees(journal, nombre))
                )
                unite.commit()
            yield journal
        finally:
            journal.fermer()


def _entrees(journal: Journal, nombre: int) -> Iterator[Intervention]:
    quand = journal.horloge.maintenant()
    for contenu in contenus(journal, random.Random(20250314), nombre):
        yield nouvelle_intervention(contenu, journal.vocabulaires, auteur="INT-07", le=quand)


def contenus(journal: Journal, alea: random.Random, nombre: int) -> Iterator[Contenu]:
    """What fictional entries say, in the places of the journal."""
    milieux = journal.repertoire.milieux()
    mots = vocabulaire(alea)
    poids = list(accumulate(1 / rang for rang in range(10, len(mots) + 10)))
    for _ in range(nombre):
        jour = date(2014, 4, 1) + timedelta(days=alea.randrange(_JOURS))
        note = _note(alea, mots, poids)
        yield _contenu(alea, jour, alea.choice(milieux).lieu_le(jour), note)


def _contenu(alea: random.Random, jour: date, lieu: Lieu, note: str) -> Contenu:
    collectif = alea.random() < 0.3
    return Contenu(
        date_intervention=jour,
        duree_min=alea.choice((10, 15, 20, 30, 45, 60, 90, 120)),
        volet=Volet.COLLECTIF if collectif else Volet.INDIVIDUEL,
        activite="ANIM_LOISIR" if collectif else alea.choice(("ECOUTE", "BUDGET", "CONFLIT")),
        categorie="C3" if collectif else "C4",
        type_collectif="ANIMATION" if collectif else "",
        clientele=alea.choice(("AINES", "FAMILLES", "JEUNES", "PERS_SEULES")),
        lieu=lieu,
        problematiques=tuple(alea.sample(("ISOLEMENT", "LOGEMENT", "VOISINAGE"), 1)),
        nb_personnes=alea.randrange(3, 30) if collectif else 1,
        references=(_reference(alea, jour),) * (alea.random() < 0.2),
        note=note,
    )


def _reference(alea: random.Random, jour: date) -> Reference:
    """Most are settled; a few still wait, as in a journal that is kept."""
    statut = alea.choices(
        ("SERVICE_OBTENU", "REFUSEE", "SANS_SUITE", "LISTE_ATTENTE", "PROPOSEE", "FAITE"),
        (60, 10, 15, 5, 5, 5),
    )[0]
    destination, service = alea.choice(
        (
            ("CISSS", "SANTE_MENTALE"),
            ("CISSS", "SAPA"),
            ("OC", "AIDE_ALIMENTAIRE"),
            ("OC", "BUDGET"),
        )
    )
    relance = jour + timedelta(days=alea.randrange(_PERIODE_RELANCE))
    return Reference(
        destination=destination, service=service, statut=statut,
        date_relance=relance if statut == "PROPOSEE" else None,
    )  # fmt: skip


def _note(alea: random.Random, mots: Sequence[str], poids: Sequence[float]) -> str:
    """One to three sentences, some 20 words."""
    phrases = []
    for _ in range(alea.randrange(1, 4)):
        choisis = alea.choices(mots, cum_weights=poids, k=alea.randrange(3, 9))
        liaisons = alea.choices(_LIAISONS, k=len(choisis))
        paires = zip(choisis, liaisons, strict=True)
        phrases.append(" ".join(mot for paire in paires for mot in paire).capitalize() + ".")
    return " ".join(phrases)
