"""The figures of a region in plain SQL over the received lines: nothing of the program is used.

The versions are copied as they stand to a database of the standard library; every figure is one
question to it, written from domain.md section 5 and from the method page.
"""

# ruff: noqa: S608 - every name is written here

import sqlite3
from contextlib import closing
from datetime import date
from typing import Any

from sqlalchemy import Engine

_RECUES = {
    "version": "journal, entree, epoque, rev, empreinte, ligne, incarnation, seq",
    "apport": "journal, entree, epoque, rev, empreinte, incarnation, seq",
    "revocation": "journal, incarnation, apres_seq",
}
# A lot counts unless it came after its journal was revoked: in that life, else in any. The current
# version is the last by epoch, revision, digest; places are as the line says them (R8).
_TABLES = """
INSERT INTO apport SELECT journal, entree, epoque, rev, empreinte, incarnation, seq FROM version;
CREATE TABLE lot_compte AS
SELECT DISTINCT a.journal, a.incarnation, a.seq FROM apport a
LEFT JOIN (SELECT journal, incarnation, min(apres_seq) AS fin FROM revocation GROUP BY 1, 2) vie
  ON vie.journal = a.journal AND vie.incarnation = a.incarnation
LEFT JOIN (SELECT journal, min(apres_seq) AS fin FROM revocation WHERE incarnation IS NULL
  GROUP BY 1) tout ON tout.journal = a.journal
WHERE a.seq <= coalesce(vie.fin, tout.fin, a.seq);
CREATE TABLE comptee AS
SELECT DISTINCT v.journal, v.entree, v.epoque, v.rev, v.empreinte, v.ligne FROM version v
JOIN apport a USING (journal, entree, epoque, rev, empreinte)
JOIN lot_compte c ON c.journal = a.journal AND c.incarnation = a.incarnation AND c.seq = a.seq;
CREATE TABLE ecriture AS
SELECT rowid AS id, coalesce(json_extract(l, '$.date'), json_extract(l, '$.mois')) AS quand,
  json_extract(l, '$.duree_min') AS minutes, coalesce(json_extract(l, '$.nb_personnes'), 0) AS gens,
  json_extract(l, '$.tenure') AS tenure, coalesce(json_extract(l, '$.mrc'), '') AS mrc,
  coalesce(json_extract(l, '$.categorie_immeuble'), '') AS immeuble,
  coalesce(json_extract(l, '$.organisme.nom'), '') AS organisme,
  coalesce(json_extract(l, '$.milieu.nom'), '') AS milieu,
  json_extract(l, '$.milieu.code') AS code_milieu,
  json_extract(l, '$.projet') AS projet, json_extract(l, '$.comite') AS comite,
  json_extract(l, '$.volet') AS volet, json_extract(l, '$.activite') AS activite,
  json_extract(l, '$.categorie') AS categorie, json_extract(l, '$.clientele') AS clientele,
  coalesce(json_extract(l, '$.type_collectif'), '') AS type_collectif,
  coalesce(json_extract(l, '$.modalite'), '') AS modalite, l
FROM (SELECT rowid, CAST(ligne AS TEXT) AS l, row_number() OVER (
        PARTITION BY journal, entree ORDER BY epoque DESC, rev DESC, empreinte DESC) AS rang
      FROM comptee)
WHERE rang = 1 AND json_extract(l, '$.deleted') = 0;
CREATE TABLE reference AS
SELECT e.id, json_extract(j.value, '$.destination') AS destination,
  json_extract(j.value, '$.service') AS service, json_extract(j.value, '$.statut') AS statut
FROM ecriture e, json_each(e.l, '$.references') j;
CREATE TABLE besoin AS
SELECT DISTINCT e.id, j.value AS code FROM ecriture e, json_each(e.l, '$.problematiques') j;
"""
# A day is in the period; a month is when all its days are, and cannot be placed when it is cut.
_VUES = """
CREATE TEMP VIEW dedans AS SELECT * FROM ecriture WHERE ({filtre}) AND (
  (length(quand) = 10 AND quand BETWEEN '{du}' AND '{au}') OR (length(quand) = 7
    AND quand || '-01' >= '{du}' AND date(quand || '-01', '+1 month', '-1 day') <= '{au}'));
CREATE TEMP VIEW coupees AS SELECT * FROM ecriture WHERE ({filtre}) AND length(quand) = 7
  AND quand || '-01' <= '{au}' AND date(quand || '-01', '+1 month', '-1 day') >= '{du}'
  AND NOT (quand || '-01' >= '{du}' AND date(quand || '-01', '+1 month', '-1 day') <= '{au}');
CREATE TEMP VIEW base AS SELECT * FROM dedans WHERE {milieu} OR volet <> 'MILIEU';
CREATE TEMP VIEW renvoi AS SELECT * FROM reference WHERE id IN (SELECT id FROM dedans);
"""
_REFERREE = "id IN (SELECT id FROM reference)"
_INDICATEURS = {
    "J01": ("base", "tenure = 'OH'"),
    "J02": ("base", "tenure = 'OBNL'"),
    "J03": ("base", "tenure = 'COOP'"),
    "J03r": ("base", "tenure NOT IN ('OH', 'OBNL', 'COOP')"),
    "J04": ("base", "clientele IN ('JEUNES', 'FAMILLES')"),
    "J04b": ("base", "immeuble = 'FAM'"),
    "J05": ("base", _REFERREE),
    "J05b": ("(SELECT * FROM dedans WHERE volet = 'INDIVIDUEL')", _REFERREE),
    "J06": ("renvoi", "destination = 'CISSS'"),
    "J07": ("(SELECT * FROM renvoi WHERE destination = 'CISSS')", "service = 'SANTE_MENTALE'"),
    "J08": ("(SELECT * FROM renvoi WHERE destination = 'CISSS')", "service = 'SAPA'"),
    "J09": ("renvoi", "destination = 'OC'"),
    "J10": ("(SELECT * FROM renvoi WHERE destination = 'OC')", "service = 'AIDE_ALIMENTAIRE'"),
    "J11": ("(SELECT * FROM renvoi WHERE destination = 'OC')", "service = 'BUDGET'"),
    "J12": ("base", "volet = 'COLLECTIF'"),
    "J13": (
        "(SELECT * FROM dedans WHERE volet = 'COLLECTIF')", "type_collectif = 'PROJET_DEMARCHE'"
    ),
    "J14": ("(SELECT * FROM dedans WHERE volet = 'COLLECTIF')", "type_collectif = 'ADL'"),
}  # fmt: skip
_SOMMES = "count(*), sum(gens), sum(minutes)"
_TABLEAUX = {
    "par_mois": f"SELECT substr(quand, 1, 7), {_SOMMES} FROM dedans GROUP BY 1",
    **{
        f"par_{champ}": f"SELECT {champ}, {_SOMMES} FROM dedans GROUP BY 1"
        for champ in ("activite", "categorie", "volet", "clientele", "tenure", "modalite",
                      "organisme", "mrc", "milieu")
    },
    "type_collectif": f"""SELECT type_collectif, {_SOMMES} FROM dedans
      WHERE volet = 'COLLECTIF' GROUP BY 1""",
    "par_problematique": """SELECT code, count(*) FROM besoin WHERE id IN (SELECT id FROM dedans)
      GROUP BY 1 UNION ALL SELECT 'AUCUNE', count(*) FROM dedans
      WHERE id NOT IN (SELECT id FROM besoin)""",
    "references": """SELECT destination, count(*) FROM renvoi GROUP BY 1
      UNION ALL SELECT destination || ':' || service, count(*) FROM renvoi GROUP BY 1""",
    "references_statut": "SELECT statut, count(*) FROM renvoi GROUP BY 1",
}  # fmt: skip


class OracleSql:
    """The region as it stands now."""

    def __init__(self, engine: Engine) -> None:
        with engine.connect() as connexion:
            lues = {
                table: connexion.exec_driver_sql(f"SELECT {colonnes} FROM {table}").all()
                for table, colonnes in _RECUES.items()
            }
        self._base = sqlite3.connect(":memory:")
        for table, colonnes in _RECUES.items():
            self._base.execute(f"CREATE TABLE {table} ({colonnes})")
            points = ", ".join("?" for _ in colonnes.split(","))
            lignes = map(tuple, lues[table])
            self._base.executemany(f"INSERT INTO {table} VALUES ({points})", lignes)
        self._base.executescript(_TABLES)

    def close(self) -> None:
        """Forget it."""
        self._base.close()

    def bilan(
        self, du: date, au: date, *, filtre: str = "1", avec_milieu: bool = True
    ) -> dict[str, Any]:
        """Counters, indicators as (n, N), rows of tables that count something, months cut."""
        self._base.executescript(_VUES.format(filtre=filtre, du=du, au=au, milieu=int(avec_milieu)))
        try:
            return self._lire()
        finally:
            for vue in ("dedans", "coupees", "base", "renvoi"):
                self._base.execute(f"DROP VIEW {vue}")

    def _lire(self) -> dict[str, Any]:
        nombre, gens, minutes = self._un(f"SELECT {_SOMMES} FROM dedans")
        indicateurs = {
            id_: self._un(f"SELECT count(CASE WHEN {condition} THEN 1 END), count(*) FROM {base}")
            for id_, (base, condition) in _INDICATEURS.items()
        }
        indicateurs["J12b"] = self._un(
            "SELECT sum(CASE WHEN volet = 'COLLECTIF' THEN gens END), sum(gens) FROM base"
        )
        return {
            "compteurs": (nombre, gens, minutes, *self._un("SELECT count(*) FROM renvoi")),
            "indicateurs": indicateurs,
            "tableaux": {id_: self._lignes(texte) for id_, texte in _TABLEAUX.items()},
            "coupees": self._un("SELECT count(*) FROM coupees")[0],
        }

    def _un(self, texte: str) -> tuple[int, ...]:
        return tuple(valeur or 0 for valeur in self._base.execute(texte).fetchone())

    def _lignes(self, texte: str) -> dict[str, tuple[int, ...]]:
        with closing(self._base.execute(texte)) as lignes:
            return {code: tuple(nombres) for code, *nombres in lignes if nombres[0]}
