"""A reader of published bilans who knows every building, and computes all that can be.

Everything comes from the published values; of the truth he only knows which kinds of entries
exist (every milieu's office, MRC and tenure, for instance), which is more than anybody knows.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from journal_scls.domain.chiffres.bilan import Bilan
from journal_scls.domain.chiffres.faits import Fait
from journal_scls.domain.chiffres.proportion import Proportion
from journal_scls.domain.chiffres.tableau import Ligne, Tableau
from tests.protection.auditeur import SANS_BORNE, Auditeur

LIEUX = {"par_tenure": "tenure", "par_mrc": "mrc", "par_organisme": "organisme",
         "par_milieu": "milieu"}  # fmt: skip
ACTES = {"par_volet": "volet", "par_activite": "activite", "par_categorie": "categorie"}
SEULS = {"par_mois": "mois", "par_clientele": "clientele", "par_modalite": "modalite"}
GROUPES = (
    ("tenure", "mrc", "organisme", "milieu", "categorie_immeuble"),
    ("volet", "activite", "categorie", "type_collectif", "avec"),
    *((champ,) for champ in SEULS.values()),
)
AUCUNE = "AUCUNE"
# n and N of each indicator of interventions, on the fields of one group.
INDICATEURS: dict[str, tuple[Callable[..., bool], Callable[..., bool]]] = {
    "J01": (lambda c: c["tenure"] == "OH", lambda c: True),
    "J02": (lambda c: c["tenure"] == "OBNL", lambda c: True),
    "J03": (lambda c: c["tenure"] == "COOP", lambda c: True),
    "J03r": (lambda c: c["tenure"] in ("AUTRE", "SANS_MILIEU"), lambda c: True),
    "J04": (lambda c: c["clientele"] in ("JEUNES", "FAMILLES"), lambda c: True),
    "J04b": (lambda c: c["categorie_immeuble"] == "FAM", lambda c: True),
    "J05": (lambda c: c["avec"], lambda c: True),
    "J05b": (lambda c: c["avec"] and c["volet"] == "INDIVIDUEL",
             lambda c: c["volet"] == "INDIVIDUEL"),
    "J12": (lambda c: c["volet"] == "COLLECTIF", lambda c: True),
    "J13": (lambda c: c["type_collectif"] == "PROJET_DEMARCHE",
            lambda c: c["volet"] == "COLLECTIF"),
    "J14": (lambda c: c["type_collectif"] == "ADL", lambda c: c["volet"] == "COLLECTIF"),
}  # fmt: skip
CHAMPS_INDICATEURS = {"J04": "clientele", "J04b": "tenure"} | {
    id_: "tenure" if id_ < "J04" else "volet" for id_ in INDICATEURS if id_ not in ("J04", "J04b")
}
REFERENCES = {
    "J06": (lambda c: c["destination"] == "CISSS", lambda c: True),
    "J07": (lambda c: (c["destination"], c["service"]) == ("CISSS", "SANTE_MENTALE"),
            lambda c: c["destination"] == "CISSS"),
    "J08": (lambda c: (c["destination"], c["service"]) == ("CISSS", "SAPA"),
            lambda c: c["destination"] == "CISSS"),
    "J09": (lambda c: c["destination"] == "OC", lambda c: True),
    "J10": (lambda c: (c["destination"], c["service"]) == ("OC", "AIDE_ALIMENTAIRE"),
            lambda c: c["destination"] == "OC"),
    "J11": (lambda c: (c["destination"], c["service"]) == ("OC", "BUDGET"),
            lambda c: c["destination"] == "OC"),
}  # fmt: skip


MESURES = ("interventions", "participations", "minutes")
# Which numbers a sign of J12b is about, by rank in MESURES.
SIGNES_J12B = {"< k": 1, "< k interventions": 0}


class Inconnue(NamedTuple):
    variable: int
    mois: str
    codes: dict[str, str]


class Lecteur:
    """Unknowns by month and kind of entry, and what each bilan says of them.

    `rang` is which number of a row is read: interventions, participations or minutes.
    """

    def __init__(self, faits: Sequence[Fait], publies: Sequence[tuple[Bilan, Sequence[int]]],
                 rang: int = 0) -> None:  # fmt: skip
        self.auditeur = Auditeur()
        self.rang = rang
        self.k = publies[0][0].parametres.masquage_k or 0
        self.secrets: dict[str, dict[int, int]] = {}
        segments = _segments([set(mois) for _, mois in publies])
        self.groupes = [self._inconnues(faits, champs, segments) for champs in GROUPES]
        self.references = self._references(faits, segments)
        self.mentions = self._mentions(faits, segments)
        for numero, (bilan, mois) in enumerate(publies):
            couverts = {segment for segment, contenu in segments.items() if contenu <= set(mois)}
            self._lire(f"{numero}", bilan, couverts)

    def trop_sus(self, ecart: int) -> Iterator[str]:
        """What is hidden and can be brought to too few values."""
        for nom, coefs in self.secrets.items():
            if coefs:
                bas, haut = self.auditeur.etendue(coefs)
                if haut - bas < ecart:
                    yield f"{nom} : {bas} à {haut}"

    def _inconnues(self, faits, champs, segments) -> list[Inconnue]:
        sortes = {tuple(_codes(fait)[champ] for champ in champs) for fait in faits}
        if champs[-1] == "avec":  # anything may come with a reference, or without
            sortes = {(*sorte[:-1], avec) for sorte in sortes for avec in (False, True)}
        return [
            Inconnue(self.auditeur.inconnue(), segment, dict(zip(champs, sorte, strict=True)))
            for segment in segments
            for sorte in sorted(sortes)
            if "mois" not in champs or int(sorte[0][5:]) in segments[segment]
        ]

    def _references(self, faits, segments) -> list[Inconnue]:
        sortes = {r for fait in faits for r in fait.references}
        return [
            Inconnue(self.auditeur.inconnue(), segment, r._asdict())
            for segment in segments
            for r in sorted(sortes)
        ]

    def _mentions(self, faits, segments) -> list[Inconnue]:
        """Interventions by the needs they name."""
        sortes = {tuple(sorted(fait.problematiques)) for fait in faits}
        return [
            Inconnue(self.auditeur.inconnue(), segment, dict.fromkeys(sorte or (AUCUNE,), ""))
            for segment in segments
            for sorte in sorted(sortes)
        ]

    def _lire(self, nom: str, bilan: Bilan, couverts: set[str]) -> None:
        compteur = MESURES[self.rang]
        for rang, groupe in enumerate([*self.groupes, self.mentions]):
            dit = f"{nom} {compteur}" if not rang else ""
            self._compteur(dit, bilan, compteur, _somme(groupe, couverts))
        for tables in (LIEUX, ACTES, SEULS):
            for id_, champ in tables.items():
                groupe = next(g for g in self.groupes if not g or champ in g[0].codes)
                self._table(nom, bilan.tableau(id_), groupe, couverts, champ)
        collectifs = [i for i in self.groupes[1] if i.codes["volet"] == "COLLECTIF"]
        tableau = bilan.tableau("type_collectif")
        if not self.rang:
            self._nombre("", _somme(collectifs, couverts), tableau.total)
        self._table(nom, tableau, collectifs, couverts, "type_collectif")
        self._participations(nom, bilan, [i for i in self.groupes[1] if i.mois in couverts])
        if not self.rang:
            self._indicateurs(nom, bilan, couverts)
            self._lire_references(nom, bilan, couverts)
            self._lire_mentions(nom, bilan, couverts)

    def _compteur(self, nom: str, bilan: Bilan, compteur: str, coefs) -> None:
        n: int | None = getattr(bilan.compteurs, compteur)
        if n is None and bilan.affiche_compteur(compteur) == f"< {self.k}":
            self.auditeur.apprend(coefs, 1, self.k - 1)
        self._nombre(nom, coefs, n)

    def _participations(self, nom: str, bilan: Bilan, comptes: list[Inconnue]) -> None:
        """J12b, a share of participations whose signs may be about the interventions behind it."""
        part = bilan.indicateur("J12b").proportion
        dedans = {i.variable: 1 for i in comptes if i.codes["volet"] == "COLLECTIF"}
        dehors = {i.variable: 1 for i in comptes if i.codes["volet"] != "COLLECTIF"}
        petite_base = part.total is None and part.petit_effectif
        sur = dedans | dehors if petite_base else dedans
        sur = dehors if part.affiche.startswith("tous sauf") else sur
        signe = part.affiche.removeprefix("tous sauf ").replace(f"{self.k}", "k")
        if part.n is None and sur and SIGNES_J12B.get(signe) == self.rang:
            self.auditeur.apprend(sur, 1, self.k - 1)
        if self.rang == 1:
            self._nombre(f"{nom} J12b", dedans, part.n)
            self._nombre("", dedans | dehors, part.total)

    def _indicateurs(self, nom: str, bilan: Bilan, couverts: set[str]) -> None:
        for id_, (n, base) in INDICATEURS.items():
            groupe = next(g for g in self.groupes if not g or CHAMPS_INDICATEURS[id_] in g[0].codes)
            comptes = [i for i in groupe if i.mois in couverts]
            self._part(f"{nom} {id_}", bilan.indicateur(id_).proportion, comptes, n, base)
        for id_, (n, base) in REFERENCES.items():
            comptes = [i for i in self.references if i.mois in couverts]
            self._part(f"{nom} {id_}", bilan.indicateur(id_).proportion, comptes, n, base)

    def _part(self, nom: str, part: Proportion, comptes: list[Inconnue], n, base) -> None:
        dedans = {i.variable: 1 for i in comptes if n(i.codes)}
        self._signe(nom, dedans, part.n, part)
        tous = {i.variable: 1 for i in comptes if base(i.codes)}
        self._nombre("", tous, part.total)
        if part.total is None and part.petit_effectif:
            self.auditeur.apprend(tous, 0, self.k - 1)
        if part.n is None and part.affiche.startswith("tous sauf"):
            dehors = {i.variable: 1 for i in comptes if base(i.codes) and not n(i.codes)}
            self.auditeur.apprend(dehors, 1, self.k - 1)

    def _lire_references(self, nom: str, bilan: Bilan, couverts: set[str]) -> None:
        self._compteur(f"{nom} references", bilan, "references", _somme(self.references, couverts))
        tableau = bilan.tableau("references")
        for ligne in tableau.lignes:
            destination, _, service = ligne.code.partition(":")
            sortes = [
                i for i in self.references
                if i.codes["destination"] == destination and service in ("", i.codes["service"])
            ]  # fmt: skip
            self._ligne(nom, tableau, ligne, _somme(sortes, couverts))
            if service and ligne.parts[1].total is not None:
                elle = [i for i in self.references if i.codes["destination"] == destination]
                self._nombre("", _somme(elle, couverts), ligne.parts[1].total)
        self._absents(tableau, self.references, couverts, _destination)
        detaillees = {li.code.partition(":")[0] for li in tableau.lignes if li.niveau}
        detail = [i for i in self.references if _destination(i) in detaillees]
        self._absents(tableau, detail, couverts, _service)
        tableau = bilan.tableau("references_statut")
        for ligne in tableau.lignes:
            sortes = [i for i in self.references if i.codes["statut"] == ligne.code]
            self._ligne(nom, tableau, ligne, _somme(sortes, couverts))
        self._absents(tableau, self.references, couverts, lambda i: i.codes["statut"])

    def _lire_mentions(self, nom: str, bilan: Bilan, couverts: set[str]) -> None:
        """An intervention is counted by each need it names, and there are two shares."""
        tableau = bilan.tableau("par_problematique")
        comptes = [i for i in self.mentions if i.mois in couverts]
        mentions = {i.variable: len(i.codes) for i in comptes if AUCUNE not in i.codes}
        tous = {i.variable: 1 for i in comptes}
        self._nombre(f"{nom} mentions", mentions, tableau.total)
        for ligne in tableau.lignes:
            dedans = {i.variable: 1 for i in comptes if ligne.code in i.codes}
            bases = (tous,) if ligne.code == AUCUNE else (mentions, tous)
            parts = ligne.parts[-len(bases) :]
            self._signe(f"{nom} {tableau.id} {ligne.code}", dedans, ligne.nombres[0], parts[-1])
            for base, part in zip(bases, parts, strict=True):
                self._signe("", dedans, part.n, part)
                self._nombre("", base, part.total)
                if part.n is None and part.affiche.startswith("tous sauf"):
                    reste = {v: n - dedans.get(v, 0) for v, n in base.items()}
                    self.auditeur.apprend({v: n for v, n in reste.items() if n}, 1, self.k - 1)
        if tableau.lignes:
            dits = {ligne.code for ligne in tableau.lignes}
            for code in {c for i in comptes for c in i.codes} - dits:
                self._nombre("", {i.variable: 1 for i in comptes if code in i.codes}, 0)

    def _absents(self, tableau: Tableau, groupe, couverts, code: Callable[[Inconnue], str]) -> None:
        """What has no row in a table that has some counts nothing."""
        dits = {ligne.code for ligne in tableau.lignes}
        if dits:
            coefs = _somme([i for i in groupe if code(i) not in dits], couverts)
            self._nombre("", coefs, 0)

    def _table(self, nom, tableau: Tableau, groupe, couverts, champ: str) -> None:
        for ligne in tableau.lignes:
            coefs = _somme([i for i in groupe if i.codes[champ] == ligne.code], couverts)
            self._ligne(nom, tableau, ligne, coefs)
        self._absents(tableau, groupe, couverts, lambda i: i.codes[champ])

    def _ligne(self, nom: str, tableau: Tableau, ligne: Ligne, coefs) -> None:
        part = ligne.parts[-1]
        self._signe(f"{nom} {tableau.id} {ligne.code}", coefs, ligne.nombres[self.rang], part)
        if not self.rang and part.affiche.startswith("tous sauf") and ligne.parts[0].total:
            total = ligne.parts[-1].total
            if total is not None:
                self.auditeur.apprend(coefs, total - self.k + 1, total - 1)

    def _signe(self, nom: str, coefs, n: int | None, part: Proportion) -> None:
        """Zero is never hidden, unless its whole base is."""
        if n is None and not self.rang and coefs:
            petite_base = part.total is None and part.petit_effectif
            petit = part.affiche == f"< {self.k}"
            self.auditeur.apprend(coefs, int(not petite_base), self.k - 1 if petit else SANS_BORNE)
        self._nombre(nom, coefs, n)

    def _nombre(self, nom: str, coefs, n: int | None) -> None:
        if not coefs:
            assert not n
        elif n is not None:
            self.auditeur.apprend(coefs, n, n)
        else:
            self.auditeur.apprend(coefs, 0, SANS_BORNE)
            if nom:
                self.secrets[nom] = coefs


def _somme(inconnues: Sequence[Inconnue], couverts: set[str]) -> dict[int, int]:
    return {i.variable: 1 for i in inconnues if i.mois in couverts}


def _destination(inconnue: Inconnue) -> str:
    return inconnue.codes["destination"]


def _service(inconnue: Inconnue) -> str:
    return f"{_destination(inconnue)}:{inconnue.codes['service']}"


def _codes(fait: Fait) -> dict[str, object]:
    return fait._asdict() | {"mois": fait.date[:7], "avec": bool(fait.references)}


def _segments(documents: Sequence[set[int]]) -> dict[str, set[int]]:
    """The months that the same documents cover."""
    segments: defaultdict[str, set[int]] = defaultdict(set)
    for mois in set().union(*documents):
        segments["".join(str(int(mois in document)) for document in documents)].add(mois)
    return segments
