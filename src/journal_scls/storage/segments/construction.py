"""Makes the segments of the journals that sent something since theirs were made.

One transaction by journal: wherever it stops, the segments of a journal are those of the acts it
says, and the other journals are done next time. Only entries that changed are read again.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, Engine
from sqlalchemy.engine.interfaces import DBAPICursor

from journal_scls.application.operation import Progress
from journal_scls.storage.segments import forme
from journal_scls.storage.segments import tables_segments as t
from journal_scls.storage.sql import Row, executer_tout, inserer, par_paquets

_LIBELLE = "Mise à jour des chiffres de la région"
_PERIMES = f"""SELECT i.journal FROM inscription i
LEFT JOIN segment_journal s ON s.journal = i.journal AND s.forme = ? AND s.actes = {t.ACTES}
WHERE s.journal IS NULL ORDER BY i.journal"""  # noqa: S608 - our own text
_AUTRE_FORME = "SELECT 1 FROM segment_journal WHERE forme <> ? LIMIT 1"
_COURANTES = """SELECT empreinte, ligne FROM version_courante
WHERE journal = ? AND NOT retiree ORDER BY entree"""
_SEGMENTS = "SELECT mois, lignes, empreintes FROM segment WHERE journal = ?"
_GARDER = (
    f"{inserer(t.segment)} ON CONFLICT (mois, journal) "
    "DO UPDATE SET lignes = excluded.lignes, empreintes = excluded.empreintes"
)
_RETIRER = "DELETE FROM segment WHERE mois = ? AND journal = ?"
_FAIT = f"""INSERT INTO segment_journal (journal, actes, forme)
SELECT i.journal, {t.ACTES}, ? FROM inscription i WHERE i.journal = ?
ON CONFLICT (journal) DO UPDATE SET actes = excluded.actes, forme = excluded.forme"""  # noqa: S608
_NOMBRE = "SELECT COUNT(*) FROM segment_code"
_CODES = "SELECT groupe, code, valeur FROM segment_code"
_CODE = inserer(t.segment_code)


def perimes(curseur: DBAPICursor) -> Sequence[bytes]:
    """The journals whose segments are not made, or were made before their last lots."""
    curseur.execute(_PERIMES, (forme.FORME,))
    return [bytes(journal) for (journal,) in curseur.fetchall()]


def rafraichir(
    engine: Engine, lire: forme.Lire, journaux: Sequence[bytes], progress: Progress
) -> None:
    """Make the segments of these journals.

    Raises:
        Cancelled: somebody asked to stop; the journals already done stay done.
        Environnement: the disk refuses.
    """
    dictionnaire = _Dictionnaire()
    for rang, journal in enumerate(journaux):
        progress.etape(rang, len(journaux), _LIBELLE)
        with engine.begin() as connexion:
            if connexion.exec_driver_sql(_AUTRE_FORME, (forme.FORME,)).first():
                vider(connexion)
            dictionnaire.relire(connexion)
            _refaire(connexion, journal, lire, dictionnaire)
    if journaux and not progress.annule:  # too late to cancel anything
        progress.etape(len(journaux), len(journaux), _LIBELLE)


def vider(connexion: Connection) -> None:
    """Forget every segment; the next question makes them again."""
    for table in (t.segment_code, t.segment, t.segment_journal):
        connexion.exec_driver_sql(f"DELETE FROM {table.name}")  # noqa: S608 - names of tables


class _Dictionnaire(dict[tuple[str, forme.Valeur], int]):
    """The code of each value of each group, numbered from zero in the order they are met.

    Writers take turns and begin by reading what others added, so that no code is given twice.
    """

    def __init__(self) -> None:
        super().__init__()
        self._nombres: Counter[str] = Counter()
        self._nouveaux: list[Row] = []

    def relire(self, connexion: Connection) -> None:
        if connexion.exec_driver_sql(_NOMBRE).scalar() == len(self):
            return
        self.clear()
        for groupe, code, valeur in connexion.exec_driver_sql(_CODES):
            self[groupe, *forme.lire(groupe, [valeur])] = code
        self._nombres = Counter(groupe for groupe, _ in self)

    def coder(self, groupe: str, valeur: forme.Valeur) -> int:
        return self[groupe, valeur]

    def __missing__(self, cle: tuple[str, forme.Valeur]) -> int:
        groupe, valeur = cle
        code = self[cle] = self._nombres[groupe]
        self._nombres[groupe] += 1
        self._nouveaux.append((groupe, code, forme.ecrire(valeur)))
        return code

    def ecrire(self, connexion: Connection) -> None:
        """Keep the codes given since the last time."""
        executer_tout(connexion, _CODE, self._nouveaux)
        self._nouveaux = []


def _refaire(
    connexion: Connection, journal: bytes, lire: forme.Lire, dictionnaire: _Dictionnaire
) -> None:
    avant = {
        mois: (bytes(lignes), bytes(empreintes))
        for mois, lignes, empreintes in connexion.exec_driver_sql(_SEGMENTS, (journal,))
    }
    connus = dict(_entrees(avant))
    parties: defaultdict[str, list[tuple[bytes, bytes]]] = defaultdict(list)
    for entiere, ligne in connexion.exec_driver_sql(_COURANTES, (journal,)):
        empreinte = bytes(entiere[: forme.EMPREINTE])
        connue = connus.get(empreinte)
        if connue is None:
            ecriture = lire(ligne)
            connue = forme.mois(ecriture), forme.enregistrer(ecriture, dictionnaire.coder)
        parties[connue[0]].append((connue[1], empreinte))
    dictionnaire.ecrire(connexion)
    apres = {mois: _joindre(entrees) for mois, entrees in parties.items()}
    changes = ((m, journal, *colonnes) for m, colonnes in apres.items() if avant.get(m) != colonnes)
    for paquet in par_paquets(changes):
        connexion.exec_driver_sql(_GARDER, paquet)
    executer_tout(connexion, _RETIRER, [(m, journal) for m in avant.keys() - apres.keys()])
    connexion.exec_driver_sql(_FAIT, (forme.FORME, journal))


def _joindre(entrees: Sequence[tuple[bytes, bytes]]) -> tuple[bytes, bytes]:
    lignes, empreintes = zip(*entrees, strict=True)
    return b"".join(lignes), b"".join(empreintes)


def _entrees(
    segments: Mapping[str, tuple[bytes, bytes]],
) -> Iterator[tuple[bytes, tuple[str, bytes]]]:
    """The digest of each entry, with its month and its record."""
    pas, taille = forme.EMPREINTE, forme.ENREGISTREMENT.size
    for mois, (lignes, empreintes) in segments.items():
        for rang in range(len(empreintes) // pas):
            ligne = lignes[rang * taille : (rang + 1) * taille]
            yield empreintes[rang * pas : (rang + 1) * pas], (mois, ligne)
