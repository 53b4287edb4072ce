"""A bilan as plain SQL: one question for each table, one for all the indicators of interventions.

The same texts are asked of DuckDB and of SQLite, on wide tables where everything is already laid
out: `ecriture` (one row for each entry that counts), `reference` and `besoin` (one each).
"""

from collections.abc import Callable, Sequence
from typing import Any

from journal_scls.domain.chiffres.bilan import Bilan

COLONNES = {
    "ecriture": (
        ("id", "INTEGER"), ("mois", "VARCHAR"), ("jour", "VARCHAR"), ("minutes", "INTEGER"),
        ("gens", "INTEGER"), ("tenure", "VARCHAR"), ("mrc", "VARCHAR"), ("immeuble", "VARCHAR"),
        ("organisme", "VARCHAR"), ("milieu", "VARCHAR"), ("volet", "VARCHAR"),
        ("activite", "VARCHAR"), ("categorie", "VARCHAR"), ("type_collectif", "VARCHAR"),
        ("clientele", "VARCHAR"), ("modalite", "VARCHAR"),
    ),
    "reference": (("id", "INTEGER"), ("mois", "VARCHAR"), ("destination", "VARCHAR"),
                  ("service", "VARCHAR"), ("statut", "VARCHAR")),
    "besoin": (("id", "INTEGER"), ("mois", "VARCHAR"), ("code", "VARCHAR")),
}  # fmt: skip
_DANS = "mois BETWEEN '{du}' AND '{au}'"
_SOMMES = "count(*), sum(gens), sum(minutes)"
_AXES = ("mois", "activite", "categorie", "volet", "clientele", "tenure", "modalite", "organisme",
         "mrc", "milieu")  # fmt: skip
TABLEAUX = {
    **{
        f"par_{axe}": f"SELECT {axe}, {_SOMMES} FROM ecriture WHERE {_DANS} GROUP BY 1"
        for axe in _AXES
    },
    "type_collectif": f"""SELECT type_collectif, {_SOMMES} FROM ecriture
      WHERE {_DANS} AND volet = 'COLLECTIF' GROUP BY 1""",
    "par_problematique": f"SELECT code, count(*) FROM besoin WHERE {_DANS} GROUP BY 1",
    "references": f"""SELECT destination || ':' || service, count(*) FROM reference
      WHERE {_DANS} GROUP BY 1""",
    "references_statut": f"SELECT statut, count(*) FROM reference WHERE {_DANS} GROUP BY 1",
}
# What indicators and counters say of interventions, of references, and of neither.
_CROISEMENT = f"""SELECT count(*), sum(gens), sum(minutes),
  count(CASE WHEN tenure = 'OH' THEN 1 END), count(CASE WHEN tenure = 'OBNL' THEN 1 END),
  count(CASE WHEN tenure = 'COOP' THEN 1 END),
  count(CASE WHEN clientele IN ('JEUNES', 'FAMILLES') THEN 1 END),
  count(CASE WHEN immeuble = 'FAM' THEN 1 END),
  count(CASE WHEN volet = 'COLLECTIF' THEN 1 END),
  sum(CASE WHEN volet = 'COLLECTIF' THEN gens END),
  count(CASE WHEN volet = 'COLLECTIF' AND type_collectif = 'PROJET_DEMARCHE' THEN 1 END),
  count(CASE WHEN volet = 'COLLECTIF' AND type_collectif = 'ADL' THEN 1 END),
  count(CASE WHEN volet = 'INDIVIDUEL' THEN 1 END),
  count(CASE WHEN id IN (SELECT id FROM reference) THEN 1 END),
  count(CASE WHEN volet = 'INDIVIDUEL' AND id IN (SELECT id FROM reference) THEN 1 END),
  count(CASE WHEN id NOT IN (SELECT id FROM besoin) THEN 1 END)
FROM ecriture WHERE {_DANS}"""
_NOMBRES = ("total", "gens", "minutes", "J01", "J02", "J03", "J04", "J04b", "J12", "J12b", "J13",
            "J14", "J05b/N", "J05", "J05b", "AUCUNE")  # fmt: skip

Executer = Callable[[str], Sequence[Sequence[Any]]]


def poser(executer: Executer, du: str, au: str) -> dict[str, Any]:
    """Ask everything; the cells that count something, as `cellules` says them of a bilan."""
    dits: dict[str, Any] = {
        id_: {code: tuple(nombres) for code, *nombres in executer(texte.format(du=du, au=au))}
        for id_, texte in TABLEAUX.items()
    }
    (nombres,) = executer(_CROISEMENT.format(du=du, au=au))
    lus = dict(zip(_NOMBRES, nombres, strict=True))
    if aucune := lus.pop("AUCUNE"):
        dits["par_problematique"]["AUCUNE"] = (aucune,)
    return dits | {"nombres": lus}


def cellules(bilan: Bilan) -> dict[str, Any]:
    """The same of a bilan."""
    dits: dict[str, Any] = {
        id_: {
            ligne.code: ligne.nombres
            for ligne in bilan.tableau(id_).lignes
            if ligne.nombres[0] and (id_ != "references" or ligne.niveau)
        }
        for id_ in TABLEAUX
    }
    c = bilan.compteurs
    nombres = {"total": c.interventions, "gens": c.participations, "minutes": c.minutes}
    nombres["J05b/N"] = bilan.indicateur("J05b").proportion.total
    for id_ in _NOMBRES:
        if id_.startswith("J") and "/" not in id_:
            nombres[id_] = bilan.indicateur(id_).proportion.n
    return dits | {"nombres": nombres}
