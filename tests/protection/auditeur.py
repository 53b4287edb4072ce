"""A reader who computes: everything published is a constraint, and a solver does the rest.

It shares nothing with the code it audits: whole numbers that are not negative, what is told of
them, and the least and the most that each can be.
"""

from collections.abc import Mapping

import highspy
import numpy as np

SANS_BORNE = 10**9


class Auditeur:
    """Unknown counts, and what is told of their sums."""

    def __init__(self) -> None:
        self._highs = highspy.Highs()
        self._highs.setOptionValue("output_flag", False)
        self._highs.setOptionValue("threads", 1)
        self._objectif: list[int] = []
        self._variables = 0

    def inconnue(self) -> int:
        self._highs.addVar(0.0, float(SANS_BORNE))
        self._highs.changeColIntegrality(self._variables, highspy.HighsVarType.kInteger)
        self._variables += 1
        return self._variables - 1

    def apprend(self, coefs: Mapping[int, int], bas: int, haut: int) -> None:
        """The sum is told to be in these bounds, both ends included."""
        rangs = np.array(list(coefs), dtype=np.int32)
        poids = np.array(list(coefs.values()), dtype=np.double)
        haut_reel = highspy.kHighsInf if haut >= SANS_BORNE else float(haut)
        self._highs.addRow(float(bas), haut_reel, len(rangs), rangs, poids)

    def etendue(self, coefs: Mapping[int, int]) -> tuple[int, int]:
        """The least and the most that the sum can be."""
        for rang in self._objectif:
            self._highs.changeColCost(rang, 0.0)
        for rang, poids in coefs.items():
            self._highs.changeColCost(rang, float(poids))
        self._objectif = list(coefs)
        minimum = self._optimiser(highspy.ObjSense.kMinimize)
        return minimum, self._optimiser(highspy.ObjSense.kMaximize)

    def _optimiser(self, sens: highspy.ObjSense) -> int:
        self._highs.changeObjectiveSense(sens)
        self._highs.run()
        statut = self._highs.getModelStatus()
        assert statut == highspy.HighsModelStatus.kOptimal, statut
        return round(self._highs.getObjectiveValue())
