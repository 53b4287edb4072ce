"""Publications in the encrypted file."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection

from journal_scls.application.publications.ports_publications import PublicationGardee
from journal_scls.domain.periode import Periode
from journal_scls.storage.interventions.mappers import Champs, instant, lire_instant, lire_jour
from journal_scls.storage.publications.tables_publications import publication
from journal_scls.storage.sql import inserer

_AJOUTER = inserer(publication, sauf=("id",))
_CHERCHER = """SELECT p.*, c.le FROM publication p
LEFT JOIN periode_close c ON c.publication_id = p.id
WHERE (? = '' OR p.serie = ?) AND (? = '' OR p.code = ?) AND (? = 0 OR c.le IS NOT NULL)
ORDER BY p.id"""
_FIGER = """INSERT INTO periode_close (publication_id, serie, du, au, le)
SELECT id, serie, du, au, ? FROM publication WHERE uuid = ?"""


class SqlDepotPublications:
    """ports_publications.DepotPublications on the connection of a unit of work."""

    def __init__(self, connexion: Connection) -> None:
        self._connexion = connexion

    def ajouter(self, publication: PublicationGardee) -> None:
        """Keep a publication (`figee_le` apart)."""
        p = publication
        ligne = (
            p.id.bytes, p.serie, p.periode.du.isoformat(), p.periode.au.isoformat(), p.filtres,
            p.parametres, p.vocabulaire, p.code, instant(p.coupure), p.ecritures, p.condense,
            p.timbre, p.provenance, p.document, p.releve, p.comptes, p.masque,
        )  # fmt: skip
        self._connexion.exec_driver_sql(_AJOUTER, ligne)

    def figer(self, id_: UUID, le: datetime) -> None:
        """Close the period of a publication with it."""
        self._connexion.exec_driver_sql(_FIGER, (instant(le), id_.bytes))

    def chercher(
        self, *, serie: str = "", code: str = "", figees: bool = False
    ) -> Sequence[PublicationGardee]:
        """Those of a series, of a code, of closed periods, or all of them; oldest first."""
        valeurs = (serie, serie, code, code, int(figees))
        lignes = self._connexion.exec_driver_sql(_CHERCHER, valeurs).mappings()
        return [_lire(ligne) for ligne in lignes]


def _lire(r: Champs) -> PublicationGardee:
    du, au = lire_jour(r["du"]), lire_jour(r["au"])
    if du is None or au is None:
        raise ValueError("a publication has dates")
    return PublicationGardee(
        id=UUID(bytes=r["uuid"]),
        serie=r["serie"],
        periode=Periode(du, au),
        filtres=r["filtres"],
        parametres=r["parametres"],
        vocabulaire=r["vocabulaire"],
        code=r["code"],
        coupure=lire_instant(r["coupure"]),
        ecritures=r["ecritures"],
        condense=r["condense"],
        timbre=r["timbre"],
        provenance=r["provenance"],
        document=bytes(r["document"]),
        releve=bytes(r["releve"]),
        comptes=bytes(r["comptes"]),
        masque=bytes(r["masque"]),
        figee_le=None if r["le"] is None else lire_instant(r["le"]),
    )
