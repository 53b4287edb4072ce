"""Adds up segments: the sums of domain/chiffres/comptes.py, from codes instead of facts.

Nothing here knows what an indicator or a table is: fields that go together are added up by code,
and the domain draws everything from these sums. Segments go through by packets, so that memory
does not depend on how many there are. Sums are floats, exact up to 2^53.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from journal_scls.domain.chiffres.comptes import ACTE, LIEU, MOIS, PUBLIC, Codes, Comptes, Totaux
from journal_scls.domain.periode import Periode
from journal_scls.storage.segments import forme

Valeurs = Mapping[str, Sequence[forme.Valeur]]

_LIGNE = np.dtype(list(forme.COLONNES))
_TOTALISES = {"mois": MOIS, "lieu": LIEU, "acte": ACTE, "public": PUBLIC}
_DENOMBRES = ("problematiques", "references")
_Codes = NDArray[Any]
_Poids = NDArray[np.float64]


class Comptage:
    """The sums of a question; `valeurs` is what the codes of each group stand for, in order."""

    def __init__(self, valeurs: Valeurs, question: forme.Question) -> None:
        periode, conditions = question.periode, question.conditions
        mois = [f"{mois.du:%Y-%m}" for mois in periode.liste_mois()]
        self._valeurs = {**valeurs, "mois": [(nom,) for nom in mois]}
        self._rangs = {nom: rang for rang, nom in enumerate(mois)}
        self._coupes = {self._rangs[nom]: _jours(nom, periode) for nom in periode.mois_coupes}
        self._champs = tuple(question.champs)
        self._permis = {g: _permettre(g, valeurs[g], siennes) for g, siennes in conditions.items()}
        self._totaux = {g: _Somme(len(self._valeurs[g]), poids=2) for g in _TOTALISES}
        self._nombres = {g: _Somme(len(valeurs[g])) for g in _DENOMBRES}
        self._croisement = _Croisement(valeurs, self._champs)
        self._non_placees = 0

    def ajouter(self, segments: Sequence[tuple[str, bytes]]) -> None:
        """Count these segments too: each is a month and its records."""
        lignes = np.frombuffer(b"".join([ligne for _, ligne in segments]), _LIGNE)
        tailles = [len(ligne) // _LIGNE.itemsize for _, ligne in segments]
        mois = np.repeat([self._rangs[nom] for nom, _ in segments], tailles)
        if self._permis or self._coupes:
            retenues = self._retenir(lignes, mois)
            lignes, mois = lignes[retenues], mois[retenues]
        codes: dict[str, _Codes] = {g: lignes[g].astype(np.intp) for g in forme.GROUPES}
        codes["mois"] = mois
        personnes = lignes["personnes"].astype(np.float64)
        minutes = lignes["minutes"].astype(np.float64)
        for groupe, somme in self._totaux.items():
            somme.ajouter(codes[groupe], personnes, minutes)
        for groupe, somme in self._nombres.items():
            somme.ajouter(codes[groupe])
        self._croisement.ajouter(codes, personnes)

    def comptes(self) -> Comptes:
        """The sums of what was added."""
        return Comptes(
            self._champs,
            groupes={champs: self._totaliser(g, len(champs)) for g, champs in _TOTALISES.items()},
            croisement=self._croisement.lire(),
            references=self._denombrer("references"),
            problematiques=self._denombrer("problematiques"),
            non_placees=self._non_placees,
        )

    def _retenir(self, lignes: NDArray[Any], mois: _Codes) -> NDArray[np.bool_]:
        """Which records pass the filter and are in the period; a cut month places only days."""
        retenues = np.ones(len(lignes), np.bool_)
        for groupe, permis in self._permis.items():
            retenues &= permis[lignes[groupe]]
        jour = lignes["jour"]
        for rang, (premier, dernier) in self._coupes.items():
            ici = mois == rang
            self._non_placees += int(np.count_nonzero(retenues & ici & (jour == 0)))
            retenues &= ~ici | ((jour >= premier) & (jour <= dernier))
        return retenues

    def _totaliser(self, groupe: str, longueur: int) -> Mapping[Codes, Totaux]:
        """The totals by the fields that are counted; places also have codes of the directory."""
        sommes: defaultdict[Codes, list[int]] = defaultdict(lambda: [0, 0, 0])
        for code, somme in self._totaux[groupe].lire():
            total = sommes[self._valeurs[groupe][code][:longueur]]
            total[:] = map(int.__add__, total, somme)
        return {codes: Totaux(*somme) for codes, somme in sommes.items()}

    def _denombrer(self, groupe: str) -> Mapping[tuple[Any, ...], int]:
        return {
            self._valeurs[groupe][code]: nombre for code, (nombre,) in self._nombres[groupe].lire()
        }


class _Croisement:
    """Interventions and participations by the codes of some fields, whatever groups hold them."""

    def __init__(self, valeurs: Valeurs, champs: Sequence[str]) -> None:
        self._champs = champs
        self._classes: dict[str, _Codes] = {}
        self._sortes: dict[str, list[Mapping[str, str]]] = {}
        for groupe in forme.GROUPES:
            dits = forme.champs(groupe)
            siens = [champ for champ in champs if champ in dits]
            if not siens:
                continue
            lire = [dits[champ] for champ in siens]
            sortes: dict[Codes, int] = {}
            classes = [
                sortes.setdefault(tuple([lu(valeur) for lu in lire]), len(sortes))
                for valeur in valeurs[groupe]
            ]
            self._classes[groupe] = np.array(classes, np.intp)
            self._sortes[groupe] = [dict(zip(siens, sorte, strict=True)) for sorte in sortes]
        self._somme = _Somme(prod(map(len, self._sortes.values())), poids=1)

    def ajouter(self, codes: Mapping[str, _Codes], personnes: _Poids) -> None:
        cellules = np.zeros(len(personnes), np.intp)
        for groupe, classes in self._classes.items():
            cellules = cellules * len(self._sortes[groupe]) + classes[codes[groupe]]
        self._somme.ajouter(cellules, personnes)

    def lire(self) -> Mapping[Codes, tuple[int, int]]:
        cellules = list(product(*self._sortes.values()))
        croisement = {}
        for rang, (nombre, personnes) in self._somme.lire():
            valeurs = {c: code for sorte in cellules[rang] for c, code in sorte.items()}
            croisement[tuple(valeurs[c] for c in self._champs)] = (nombre, personnes)
        return croisement


class _Somme:
    """By code: how many, then the sum of each weight."""

    def __init__(self, taille: int, poids: int = 0) -> None:
        self._taille = taille
        self._sommes = np.zeros((1 + poids, taille))

    def ajouter(self, codes: _Codes, *poids: _Poids) -> None:
        for rang, valeurs in enumerate((None, *poids)):
            self._sommes[rang] += np.bincount(codes, valeurs, self._taille)

    def lire(self) -> Iterator[tuple[int, list[int]]]:
        """The codes that were met, with their sums."""
        codes = np.flatnonzero(self._sommes[0])
        sommes = self._sommes[:, codes].T.astype(np.int64)
        yield from zip(codes.tolist(), sommes.tolist(), strict=True)


def _permettre(
    groupe: str, valeurs: Sequence[forme.Valeur], conditions: Sequence[forme.Condition]
) -> NDArray[np.bool_]:
    dites = (forme.dire(groupe, valeur) for valeur in valeurs)
    return np.array([all(c(dite) for c in conditions) for dite in dites], np.bool_)


def _jours(mois: str, periode: Periode) -> tuple[int, int]:
    """The first and the last day of this month in the period."""
    du, au = periode.du, periode.au
    return (
        du.day if f"{du:%Y-%m}" == mois else 1,
        au.day if f"{au:%Y-%m}" == mois else 31,
    )
