"""A line read as an entry: chips that say which words they come from, and the words left over.

Nothing is invented: every chip covers words of the line, and the same line gives the same chips.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.intervention import (
    ACTIVITES_SECONDAIRES_MAX,
    PROBLEMATIQUES_MAX,
    Reference,
)
from journal_scls.domain.lecture import JOURS, lire_date_relative, lire_duree
from journal_scls.domain.ligne_rapide.lexique import MOT, Lexique, Sens
from journal_scls.domain.tableaux import MOIS
from journal_scls.domain.texte import replier_sans_trace

LIGNE_MAX = 500
_NOTE = re.compile(r"\s*(?://|\bnote\s*:)\s*(?P<note>.+)$", re.IGNORECASE)
_PERSONNES = re.compile(
    r"\b(?P<n>\d{1,4})\s*(?:pers\b\.?|personnes?\b|participante?s?\b|participant·es\b)", re.IGNORECASE
)
_PERSONNE = re.compile(r"(?<!\w)(?P<code>[A-Z]{1,3}-?\d{2,6})(?!\w)")
_DUREE = re.compile(
    r"(?<![\w-])(?:\d{1,2}\s?h(?:\s?\d{2}(?:\s?min)?)?|\d{1,2}:\d{2}|\d{1,4}\s?(?:min(?:utes?)?|mn)"
    r"|\d{1,2}[.,]\d{1,2}\s?h|\d{1,2}\s?heures?(?:\s?\d{2})?)(?!\w)",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?<![\w-])(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/]\d{1,2}[-/]\d{4}|\d{1,2}[-/]\d{1,2}|-\d{1,3})(?![\w-])"
)
_JOUR_MOIS = re.compile(
    rf"(?<!\w)(?P<jour>\d{{1,2}})(?:er)?\s+(?P<mois>{'|'.join(MOIS)})(?:\s+(?P<annee>\d{{4}}))?(?!\w)",
    re.IGNORECASE,
)
_NOMBRE = re.compile(r"(?<![\w-])(?P<n>\d{1,3})(?![\w-])")
_PAROLES = frozenset({"hier", "aujourd'hui", "avant-hier", "auj", *JOURS})
_MOT_DATE = re.compile(r"[^\s,;]+")
_COURT = 2
# When words may mean several things, the first of these that is still free is proposed.
_ORDRE = (
    "milieu", "activite", "modalite", "clientele", "type_collectif", "problematique", "volet",
)  # fmt: skip
_DE_REFERENCE = ("destination", "service", "mode_reference", "statut_reference")


@dataclass(frozen=True, slots=True)
class Puce:
    """What some words of the line were taken for.

    `champ` is a field of the form (`date`, `duree_min`, `activite`…, `reference`), `valeur` its
    value as `Contenu` holds it; `debut` and `fin` bound the words; `autres` are the other
    meanings that these words may have.
    """

    champ: str
    valeur: object
    libelle: str
    debut: int
    fin: int
    autres: tuple[Sens, ...] = ()


@dataclass(frozen=True, slots=True)
class LigneLue:
    """The chips in the order of the line, and the bounds of the words nobody understood."""

    texte: str
    puces: tuple[Puce, ...]
    restes: tuple[tuple[int, int], ...]

    def toutes(self, champ: str) -> tuple[Puce, ...]:
        """The chips of a field."""
        return tuple(puce for puce in self.puces if puce.champ == champ)

    def valeur(self, champ: str) -> object:
        """The value of a field that has one chip, None without it."""
        return next((puce.valeur for puce in self.puces if puce.champ == champ), None)


def lire_ligne(texte: str, lexique: Lexique, aujourdhui: date) -> LigneLue:
    """Read a line; anything at all may be typed, and never raises.

    Args:
        texte: at most LIGNE_MAX characters are read.
        lexique: with the milieux of the directory.
        aujourdhui: what « hier » is counted from.
    """
    lecteur = _Lecteur(texte[:LIGNE_MAX], lexique, aujourdhui)
    return lecteur.lire()


@dataclass(frozen=True, slots=True)
class _Mot:
    texte: str
    debut: int
    fin: int


class _Lecteur:
    def __init__(self, texte: str, lexique: Lexique, aujourdhui: date) -> None:
        self._texte = texte
        self._lexique = lexique
        self._aujourdhui = aujourdhui
        self._puces: list[Puce] = []
        self._restes: list[tuple[int, int]] = []
        self._libre = [True] * len(texte)

    def lire(self) -> LigneLue:
        self._note()
        self._dates()
        for motif, lire in (
            (_PERSONNES, self._nombre_de_personnes),
            (_DUREE, self._duree),
            (_PERSONNE, self._personne),
        ):
            for trouve in motif.finditer(self._texte):
                if self._est_libre(*trouve.span()):
                    lire(trouve)
        self._phrases()
        self._duree_nue()
        puces = sorted(self._puces, key=lambda puce: puce.debut)
        return LigneLue(self._texte, tuple(puces), tuple(sorted(self._restes)))

    # --- what has a shape of its own

    def _note(self) -> None:
        if trouve := _NOTE.search(self._texte):
            note = trouve["note"].strip()
            self._prendre(Puce("note", note, note, trouve.start(), trouve.end()))

    def _dates(self) -> None:
        for trouve in _JOUR_MOIS.finditer(self._texte):
            mois = MOIS.index(trouve["mois"].lower()) + 1
            ecrite = f"{trouve['jour']}-{mois:02d}"
            self._date(f"{ecrite}-{trouve['annee']}" if trouve["annee"] else ecrite, trouve.span())
        for trouve in _DATE.finditer(self._texte):
            self._date(trouve[0], trouve.span())
        for rang, trouve in enumerate(_MOT_DATE.finditer(self._texte)):
            mot = replier_sans_trace(trouve[0]).rstrip(".")
            # « ma », « me » and « di » are words too: two letters are a day at the start alone.
            court = rang == 0 and len(mot) == _COURT and mot.isalpha()
            if mot in _PAROLES or court:
                self._date(mot, trouve.span())

    def _date(self, ecrite: str, bornes: tuple[int, int]) -> None:
        if self._a("date") or not self._est_libre(*bornes):
            return
        try:
            jour = lire_date_relative(ecrite, self._aujourdhui)
        except RegleMetier:
            return
        self._prendre(Puce("date", jour, jour.isoformat(), *bornes))

    def _nombre_de_personnes(self, trouve: re.Match[str]) -> None:
        if not self._a("nb_personnes"):
            self._prendre(Puce("nb_personnes", int(trouve["n"]), trouve["n"], *trouve.span()))

    def _duree(self, trouve: re.Match[str]) -> None:
        self._en_minutes(trouve[0], trouve.span())

    def _personne(self, trouve: re.Match[str]) -> None:
        if not self._a("personne"):
            code = trouve["code"]
            self._prendre(Puce("personne", code, code, *trouve.span()))

    def _duree_nue(self) -> None:
        """A number alone is minutes, as the field takes it, when nothing else said how long."""
        for debut, fin in list(self._restes):
            if not self._a("duree_min") and _NOMBRE.fullmatch(self._texte[debut:fin]):
                self._restes.remove((debut, fin))
                if not self._en_minutes(self._texte[debut:fin], (debut, fin)):
                    self._restes.append((debut, fin))

    def _en_minutes(self, ecrite: str, bornes: tuple[int, int]) -> bool:
        if self._a("duree_min"):
            return False
        try:
            minutes = lire_duree(ecrite)
        except RegleMetier:
            return False
        self._prendre(Puce("duree_min", minutes, f"{minutes} min", *bornes))
        return True

    # --- words

    def _phrases(self) -> None:
        mots = [m for m in self._mots() if self._est_libre(m.debut, m.fin)]
        reference: _Reference | None = None
        rang = 0
        while rang < len(mots):
            mot = mots[rang]
            if mot.texte in self._lexique.marques:
                self._clore(reference)
                reference = _Reference(mot.debut, mot.fin)
                rang += 1
                continue
            nombre, sens = self._lexique.chercher([m.texte for m in mots[rang : rang + 8]])
            fin = mots[rang + nombre - 1].fin if nombre else mot.fin
            if nombre and (suite := self._dans_reference(reference, sens, mot.debut, fin)):
                reference = suite
            elif nombre and self._proposer(sens, mot.debut, fin):
                pass
            elif mot.texte not in self._lexique.vides:
                self._restes.append((mot.debut, fin))
            rang += max(1, nombre)
        self._clore(reference)

    def _dans_reference(
        self, reference: "_Reference | None", sens: Sequence[Sens], debut: int, fin: int
    ) -> "_Reference | None":
        """The referral with these words in it; None when they do not belong to one."""
        propres = [s for s in sens if s.champ in _DE_REFERENCE]
        if reference is None:
            # « CLSC » alone is a referral; « accompagnement » or « logement » alone is not.
            destinations = [s for s in propres if s.champ == "destination"]
            if not destinations or len(destinations) < len(sens):
                return None
            return _Reference(debut, fin).avec(destinations[0], debut, fin)
        for un_sens in propres:
            if reference.accepte(un_sens):
                return reference.avec(un_sens, debut, fin)
        if any(s.champ == "destination" for s in propres):
            self._clore(reference)
            destination = next(s for s in propres if s.champ == "destination")
            return _Reference(debut, fin).avec(destination, debut, fin)
        return None

    def _clore(self, reference: "_Reference | None") -> None:
        if reference is None:
            return
        if not reference.destination:
            self._restes.append((reference.debut, reference.fin))
            return
        self._prendre(
            Puce("reference", reference.valeur(), " – ".join(reference.libelles),
                 reference.debut, reference.fin)  # fmt: skip
        )

    def _proposer(self, sens: Sequence[Sens], debut: int, fin: int) -> bool:
        possibles = [s for champ in _ORDRE for s in sens if s.champ == champ]
        for rang, un_sens in enumerate(possibles):
            champ = self._place(un_sens)
            if champ is None:
                continue
            autres = (*possibles[:rang], *possibles[rang + 1 :])
            self._prendre(Puce(champ, un_sens.code, un_sens.libelle, debut, fin, autres))
            return True
        return False

    def _place(self, sens: Sens) -> str | None:
        """The field that would take it; None when it is full or already says so."""
        champ = sens.champ
        if any(p.valeur == sens.code and p.champ in (champ, "activites_secondaires") for p in self._puces):
            return None
        if champ == "activite" and self._a("activite"):
            champ = "activites_secondaires"
        limites = {"problematique": PROBLEMATIQUES_MAX,
                   "activites_secondaires": ACTIVITES_SECONDAIRES_MAX}  # fmt: skip
        return champ if self._combien(champ) < limites.get(champ, 1) else None

    # --- what is taken

    def _mots(self) -> Iterator[_Mot]:
        for trouve in MOT.finditer(self._texte):
            plies = MOT.findall(replier_sans_trace(trouve[0]))
            for plie in plies[:1]:
                yield _Mot(plie, *trouve.span())

    def _a(self, champ: str) -> bool:
        return self._combien(champ) > 0

    def _combien(self, champ: str) -> int:
        return sum(puce.champ == champ for puce in self._puces)

    def _est_libre(self, debut: int, fin: int) -> bool:
        return all(self._libre[debut:fin])

    def _prendre(self, puce: Puce) -> None:
        self._puces.append(puce)
        self._libre[puce.debut : puce.fin] = [False] * (puce.fin - puce.debut)


@dataclass(frozen=True, slots=True)
class _Reference:
    """A referral while its words are met, in any order."""

    debut: int
    fin: int
    destination: str = ""
    service: str = ""
    mode: str = ""
    statut: str = ""
    libelles: tuple[str, ...] = ()

    def accepte(self, sens: Sens) -> bool:
        if sens.champ == "destination":
            return not self.destination
        if sens.champ == "service":
            return not self.service and self.destination in ("", sens.parent)
        return not (self.mode if sens.champ == "mode_reference" else self.statut)

    def avec(self, sens: Sens, debut: int, fin: int) -> "_Reference":
        suivante = replace(
            self, fin=fin, debut=min(self.debut, debut), libelles=(*self.libelles, sens.libelle)
        )
        if sens.champ == "destination":
            return replace(suivante, destination=sens.code)
        if sens.champ == "service":
            return replace(suivante, service=sens.code, destination=sens.parent)
        if sens.champ == "mode_reference":
            return replace(suivante, mode=sens.code)
        return replace(suivante, statut=sens.code)

    def valeur(self) -> Reference:
        donnes = {"service": self.service, "mode": self.mode, "statut": self.statut}
        return Reference(
            destination=self.destination, **{nom: code for nom, code in donnes.items() if code}
        )
