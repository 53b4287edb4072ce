"""A document written with what it hides: rows and shares, from those that hide nothing."""

from collections.abc import Iterator
from dataclasses import replace

from journal_scls.domain.chiffres.masquage import Signe
from journal_scls.domain.chiffres.proportion import Mesure, Proportion
from journal_scls.domain.chiffres.tableau import Colonne, Ligne, Tableau
from journal_scls.domain.chiffres.tableaux import AUCUNE
from journal_scls.domain.protection.chiffres import BASES, INDICATEURS
from journal_scls.domain.protection.masque import (
    INTERVENTIONS,
    MINUTES,
    PARTICIPATIONS,
    REFERENCES,
    Masque,
    compte_de,
)

_TABLEAU_MENTIONS = "par_problematique"


def masquer_indicateur(masque: Masque, id_: str, mesure: Mesure, part: Proportion) -> Proportion:
    """The share of an indicator, from the exact one."""
    compte = compte_de(mesure)
    signe = masque.signe(compte, (INDICATEURS, id_))
    base = masque.signe(compte, (BASES, id_))
    if signe is Signe.BASE and base is Signe.MASQUE:  # that it is small may not be said
        signe = Signe.PETIT if part.n else None
    base_cachee = base is not None or compte in masque.totaux
    return _part(masque, signe, mesure, part, base_cachee=base_cachee)


def masquer_tableau(masque: Masque, tableau: Tableau) -> Tableau:
    """The table, from the exact one."""
    compte = REFERENCES if tableau.id.startswith(REFERENCES) else INTERVENTIONS
    total = None if _base_cachee(masque, compte, tableau.id) else tableau.total
    if masque.retire(tableau.id, compte):
        niveau = masque.retires[tableau.id, compte]
        return replace(tableau, total=total, lignes=(), note=_note(niveau))
    lignes = tuple(_lignes(masque, compte, tableau))
    return replace(tableau, total=total, lignes=lignes)


def _note(niveau: str) -> str:
    if niveau:
        return (
            f"Regroupé au niveau de {niveau} : la plupart des lignes auraient été masquées, et "
            "celles qui restent ne diraient rien."
        )
    return "Lignes non publiées : elles laisseraient calculer un petit nombre."


def _base_cachee(masque: Masque, compte: str, tableau: str) -> bool:
    return masque.signe(compte, (BASES, tableau)) is not None or compte in masque.totaux


def _lignes(masque: Masque, compte: str, tableau: Tableau) -> Iterator[Ligne]:
    petites, tues = _destinations_petites(masque, compte, tableau)
    tete = ""
    for ligne in tableau.lignes:
        signe = masque.signe(compte, (tableau.id, ligne.code))
        if not ligne.niveau:
            tete = ligne.code
        elif tete in petites or tete in tues:
            continue  # which services a small destination has says something of it
        yield _ligne(masque, compte, tableau, ligne, signe)


def _destinations_petites(
    masque: Masque, compte: str, tableau: Tableau
) -> tuple[set[str], set[str]]:
    """The small ones; and, where « masqué » stands for one of them, all that it stands for.

    Otherwise those that have no services would be known to be small.
    """
    tetes = [ligne for ligne in tableau.lignes if not ligne.niveau]
    petites = {ligne.code for ligne in tetes if masque.masquage.petit(ligne.nombres[0] or 0)}
    tues = {li.code for li in tetes if masque.signe(compte, (tableau.id, li.code)) is Signe.MASQUE}
    return petites, tues if tues & petites else set()


def _ligne(
    masque: Masque, compte: str, tableau: Tableau, ligne: Ligne, signe: Signe | None
) -> Ligne:
    parts = tuple(
        part
        if _sans_objet(tableau, ligne, rang)
        else _part(
            masque, signe, Mesure(compte), part,
            base_cachee=_base_de(masque, compte, tableau, ligne, rang),
        )
        for rang, part in enumerate(ligne.parts)
    )  # fmt: skip
    nombres = tuple(
        None if signe is not None or _nombre_cache(masque, tableau, ligne, colonne) else nombre
        for colonne, nombre in zip(tableau.nombres, ligne.nombres, strict=True)
    )
    return replace(ligne, nombres=nombres, parts=parts)


def _sans_objet(tableau: Tableau, ligne: Ligne, rang: int) -> bool:
    return tableau.id == _TABLEAU_MENTIONS and ligne.code == AUCUNE and rang == 0


def _base_de(masque: Masque, compte: str, tableau: Tableau, ligne: Ligne, rang: int) -> bool:
    if rang == 0:
        return _base_cachee(masque, compte, tableau.id)
    if tableau.id == REFERENCES:
        destination = ligne.code.partition(":")[0]
        return masque.signe(compte, (tableau.id, destination)) is not None
    return compte in masque.totaux


def _nombre_cache(masque: Masque, tableau: Tableau, ligne: Ligne, colonne: Colonne) -> bool:
    if colonne.id not in (PARTICIPATIONS, MINUTES):
        return False
    signe = masque.signe(colonne.id, (tableau.id, ligne.code))
    return signe is not None or masque.retire(tableau.id, colonne.id)


def _part(
    masque: Masque, signe: Signe | None, mesure: Mesure, part: Proportion, *, base_cachee: bool
) -> Proportion:
    if part.n is None or part.total is None:
        raise ValueError("an exact document is needed")
    masquage = masque.masquage
    if (
        signe is Signe.SAUF
        and not masquage.petit(part.total - part.n)
        and mesure is not (Mesure.PARTICIPATIONS)
    ):
        signe = Signe.MASQUE  # true of another base of the same row
    if base_cachee and signe is not Signe.BASE:
        if signe is Signe.SAUF:
            signe = Signe.MASQUE
        return masquage.ecrire(signe, mesure, part.n, None)
    return masquage.ecrire(signe, mesure, part.n, part.total)
