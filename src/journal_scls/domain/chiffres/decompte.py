"""What is behind one number of a bilan: the same count, asked of a part of the facts.

A journal's share of a regional number, or whether one entry is in it, is the number itself
counted over that part alone: there is no second definition of anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from journal_scls.domain.chiffres.comptes import Comptes, Totaux
from journal_scls.domain.chiffres.indicateurs import Indicateur, Indicateurs
from journal_scls.domain.chiffres.masquage import Masquage
from journal_scls.domain.chiffres.proportion import MASQUE, Mesure
from journal_scls.domain.chiffres.tableaux import AUCUNE, CHAMPS_TABLEAUX
from journal_scls.domain.protection.chiffres import INDICATEURS, Adresse
from journal_scls.domain.protection.suppression import supprimer
from journal_scls.domain.protection.systeme import ILLIMITE, Systeme
from journal_scls.domain.texte import grouper

TABLES_REFERENCES = ("references", "references_statut")


@dataclass(frozen=True, slots=True)
class Decompte:
    """Counts the number at an address of a bilan, in any sums."""

    adresse: Adresse
    indicateurs: Indicateurs
    avec_milieu: bool = True

    @property
    def definition(self) -> Indicateur | None:
        """The indicator, None for the row of a table."""
        ou, id_ = self.adresse
        if ou != INDICATEURS:
            return None
        return next(d for d in self.indicateurs.definitions if d.id == id_)

    @property
    def mesure(self) -> Mesure:
        """What is counted; behind participations there are interventions."""
        definition = self.definition
        if definition is None:
            en_references = self.adresse[0] in TABLES_REFERENCES
        else:
            en_references = definition.mesure is Mesure.REFERENCES
        return Mesure.REFERENCES if en_references else Mesure.INTERVENTIONS

    def compter(self, comptes: Comptes) -> int:
        """The number in these sums."""
        tableau, code = self.adresse
        if self.definition is not None:
            avec_milieu = self.avec_milieu
            return self.indicateurs.evaluer(
                self.definition, comptes, avec_milieu=avec_milieu
            ).appui[0]
        if tableau in CHAMPS_TABLEAUX:
            return comptes.axe(CHAMPS_TABLEAUX[tableau]).get(code, Totaux()).interventions
        if tableau == "par_problematique":
            return comptes.sans_problematique if code == AUCUNE else comptes.problematiques[code]
        return self._references(comptes)

    def _references(self, comptes: Comptes) -> int:
        tableau, code = self.adresse
        if tableau == "references_statut":
            return sum(n for r, n in comptes.references.items() if r.statut == code)
        destination, detail, service = code.partition(":")
        return sum(
            n
            for r, n in comptes.references.items()
            if r.destination == destination and (not detail or r.service == service)
        )


def repartir(nombres: Mapping[str, int], masquage: Masquage) -> dict[str, str]:
    """How a shown number is made of parts, as they may be written.

    Small parts are hidden, and what would give them back from the total too.
    """
    if masquage.k is None:
        return {nom: grouper(n) for nom, n in nombres.items()}
    systeme, k = Systeme(masquage.ecart), masquage.k
    atomes = {nom: systeme.atome(n) for nom, n in nombres.items()}
    systeme.nombre(dict.fromkeys(atomes.values(), 1))
    rangs = {}
    for nom, n in nombres.items():
        petit = masquage.petit(n)
        rangs[nom] = systeme.nombre(
            {atomes[nom]: 1},
            bornes=(1, k - 1) if petit else (n, n),
            repli=(1, ILLIMITE) if petit else (k, ILLIMITE),
            cout=1 if petit else n + k,
            sensible=petit,
        )
    issue = supprimer(systeme)

    def ecrire(nom: str, n: int) -> str:
        if issue.echecs or rangs[nom] in issue.cedes:
            return MASQUE
        return masquage.affiche if masquage.petit(n) else grouper(n)

    return {nom: ecrire(nom, n) for nom, n in nombres.items()}
