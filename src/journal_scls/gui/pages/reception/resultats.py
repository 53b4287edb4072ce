"""One line for each file, whatever became of it, and how the lines are told and kept."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from journal_scls.application.lots.accuses import AccuseEcrit
from journal_scls.application.lots.ports_receptions import Resultat
from journal_scls.application.lots.receptions import ResultatFichier
from journal_scls.domain.accuse import DemandeAccuse
from journal_scls.domain.texte import accorder
from journal_scls.gui.pages.region.phrases import apostrophes
from journal_scls.gui.texte_riche import paragraphe, phrase, titre
from journal_scls.gui.widgets.record_table import Column

ACCUSE = "accuse"
_MOTS = {
    Resultat.REFUSE: ("refusé", "refusés"),
    Resultat.QUARANTAINE: ("en quarantaine", "en quarantaine"),
    Resultat.EN_ATTENTE: ("en attente", "en attente"),
    Resultat.APPLIQUE: ("appliqué", "appliqués"),
    Resultat.DOUBLON: ("doublon", "doublons"),
    ACCUSE: ("accusé écrit", "accusés écrits"),
}
RESULTATS: tuple[str, ...] = tuple(_MOTS)
ENTETES = ("Résultat", "Fichier", "Journal", "Lot", "Ce qui s’est passé", "Prochaine étape")
_NOM_GARDE = 64  # a kept file has its SHA-256 for a name


@dataclass(frozen=True)
class Recu:
    """A line: `resultat` is an outcome of an import, or ACCUSE for a file that was written."""

    fichier: str
    resultat: str
    journal: str
    seq: int | None
    message: str
    suite: str

    @property
    def mot(self) -> str:
        """The outcome in a word."""
        return _MOTS[self.resultat][0]

    @property
    def phrase(self) -> str:
        """What happened and what to do."""
        return f"{self.message} {self.suite}".strip()

    @property
    def cellules(self) -> tuple[str, ...]:
        """As it is copied and kept, under ENTETES."""
        seq = "" if self.seq is None else str(self.seq)
        return (self.mot, self.fichier, self.journal, seq, self.message, self.suite)


COLONNES = (
    Column("Résultat", lambda r: r.mot, 17, key=lambda r: RESULTATS.index(r.resultat), rank=9),
    Column("Fichier", lambda r: r.fichier, 20, stretch=True, rank=6),
    Column("Journal", lambda r: r.journal, 11, rank=7),
    Column(
        "Lot",
        lambda r: "" if r.seq is None else str(r.seq),
        6,
        right=True,
        key=lambda r: r.seq or 0,
        rank=5,
    ),
    Column(
        "Ce qui s’est passé", lambda r: f"{r.message} {r.suite}".strip(), 26, stretch=True, rank=8
    ),
)


def ligne_recue(resultat: ResultatFichier, codes: Mapping[str, str]) -> Recu:
    """Of a file that came in; `codes` names the journals."""
    nom = resultat.fichier
    return Recu(
        fichier=f"fichier gardé {nom[:8]}…" if len(nom) == _NOM_GARDE else nom,
        resultat=resultat.resultat,
        journal=codes.get(resultat.journal, ""),
        seq=resultat.seq,
        message=apostrophes(resultat.message),
        suite=apostrophes(resultat.suite),
    )


def ligne_ecrite(accuse: AccuseEcrit) -> Recu:
    """Of an accusé: its file says nothing of whose it is, so the line does."""
    qui = accuse.nom or accuse.code
    complet = accuse.demande is DemandeAccuse.COMPLET
    return Recu(
        fichier=accuse.fichier.name,
        resultat=ACCUSE,
        journal=accuse.code,
        seq=None,
        message=f"À remettre à {qui} (accusé {accuse.numero})."
        if accuse.nouveau
        else f"Rien de nouveau pour {qui} : l’accusé {accuse.numero} est déjà dans ce dossier.",
        suite="Il lui demande un lot complet." if complet else "",
    )


def compter(lignes: Iterable[Recu]) -> Counter[str]:
    """How many of each outcome."""
    return Counter(ligne.resultat for ligne in lignes)


def resumer(lignes: Sequence[Recu]) -> str:
    """« 300 fichiers : 280 appliqués, 20 doublons »."""
    compte = compter(lignes)
    parties = [accorder(compte[r], *_MOTS[r]) for r in RESULTATS if compte[r]]
    return f"{accorder(len(lignes), 'fichier')} : {', '.join(parties)}" if parties else ""


def nom_du_resultat(resultat: str, nombre: int) -> str:
    """« Refusés (3) », for the filter."""
    mot = _MOTS[resultat][1]
    return f"{mot[0].upper()}{mot[1:]} ({nombre})"


def en_texte(lignes: Iterable[Recu]) -> str:
    """To be pasted in a message or in a spreadsheet."""
    return "\n".join("\t".join(cellules) for cellules in (ENTETES, *(x.cellules for x in lignes)))


def fiche(ligne: Recu) -> str:
    """The whole line, to be read."""
    parties = [titre(ligne.fichier), phrase(f"{ligne.mot.capitalize()}. {ligne.message}")]
    if ligne.suite:
        parties.append(paragraphe("Prochaine étape", ligne.suite))
    if ligne.journal:
        parties.append(paragraphe("Journal", ligne.journal))
    if ligne.seq is not None:
        parties.append(paragraphe("Lot", str(ligne.seq)))
    return "".join(parties)
