"""A line read as an entry: chips that say which words they come from, and the words left over.

Nothing is invented: every chip covers words of the line, and the same line gives the same chips.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from journal_scls.domain.journal.intervention import (
    ACTIVITES_SECONDAIRES_MAX,
    PROBLEMATIQUES_MAX,
    Volet,
)
from journal_scls.domain.ligne_rapide import formes
from journal_scls.domain.ligne_rapide.lexique import MOT, Lexique, Sens
from journal_scls.domain.ligne_rapide.reference import DE_REFERENCE, ReferenceLue
from journal_scls.domain.texte import replier_sans_trace

LIGNE_MAX = 500
_PHRASE_MAX = 8
# When words may mean several things, the first of these that is still free is proposed.
_ORDRE = (
    "milieu", "projet", "activite", "modalite", "clientele", "type_collectif", "problematique",
    "volet",
)  # fmt: skip
_SUITES = {"activite": "activites_secondaires", "clientele": "clienteles_autres"}
"""Where a second one goes, of a field that holds one."""
_LIMITES = {"problematique": PROBLEMATIQUES_MAX, "activites_secondaires": ACTIVITES_SECONDAIRES_MAX}


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


Avis = Mapping[tuple[str, str], Sens | None]
"""What the person said of a chip, by its field and its words: another meaning, or none at all."""


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

    def mots(self, puce: Puce) -> str:
        """The words of a chip, folded: what an opinion on it is remembered by."""
        return replier_sans_trace(self.texte[puce.debut : puce.fin])

    def corrigee(self, avis: Avis) -> "LigneLue":
        """The same line, once the person has chosen other meanings or taken chips away."""
        puces, restes = [], list(self.restes)
        for puce in self.puces:
            cle = (puce.champ, self.mots(puce))
            if cle not in avis:
                puces.append(puce)
            elif (voulu := avis[cle]) is None:
                restes.append((puce.debut, puce.fin))
            else:
                puces.append(
                    replace(puce, champ=voulu.champ, valeur=voulu.code, libelle=voulu.libelle)
                )
        return LigneLue(self.texte, tuple(puces), tuple(sorted(restes)))


def lire_ligne(texte: str, lexique: Lexique, aujourdhui: date) -> LigneLue:
    """Read a line; anything at all may be typed, and nothing raises.

    Args:
        texte: at most LIGNE_MAX characters are read.
        lexique: with the names of the directory.
        aujourdhui: what « hier » is counted from.
    """
    return _Lecteur(texte[:LIGNE_MAX], lexique, aujourdhui).lire()


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
        self._formes()
        self._phrases()
        self._duree_nue()
        self._type_de_l_activite()
        puces = sorted(self._puces, key=lambda puce: (puce.debut, puce.champ))
        return LigneLue(self._texte, tuple(puces), tuple(sorted(self._restes)))

    # --- what has a shape of its own

    def _formes(self) -> None:
        if trouve := formes.NOTE.search(self._texte):
            note = trouve["note"].strip()
            self._prendre(Puce("note", note, note, *trouve.span()))
        for jour, bornes in formes.dates(self._texte, self._aujourdhui):
            self._prendre_une(Puce("date", jour, jour.isoformat(), *bornes))
        for trouve in formes.PERSONNES.finditer(self._texte):
            nombre = int(trouve["n"])
            self._prendre_une(Puce("nb_personnes", nombre, str(nombre), *trouve.span()))
        for minutes, bornes in formes.durees(self._texte):
            self._prendre_une(Puce("duree_min", minutes, f"{minutes} min", *bornes))
        for trouve in formes.CODE.finditer(self._texte):
            code = trouve["code"]
            if not self._lexique.connait(code):
                self._prendre_une(Puce("personne", code, code, *trouve.span()))

    def _duree_nue(self) -> None:
        """A number alone is minutes, as the field takes it, when nothing else said how long."""
        for debut, fin in list(self._restes):
            minutes = formes.duree_nue(self._texte, debut, fin)
            if minutes is not None and not self._combien("duree_min"):
                self._restes.remove((debut, fin))
                self._prendre(Puce("duree_min", minutes, f"{minutes} min", debut, fin))

    # --- words

    def _phrases(self) -> None:
        mots = [m for m in self._mots() if self._est_libre(m.debut, m.fin)]
        reference: ReferenceLue | None = None
        rang = 0
        while rang < len(mots):
            mot = mots[rang]
            if mot.texte in self._lexique.marques:
                if reference is None or reference.sens:  # « orientée vers » opens one
                    self._clore(reference)
                    reference = ReferenceLue(mot.debut, mot.fin)
                rang += 1
                continue
            suite = self._voisins(mots, rang)
            nombre, sens = self._lexique.chercher(suite)
            fin = mots[rang + nombre - 1].fin if nombre else mot.fin
            if nombre and (lue := self._dans_reference(reference, sens, mot.debut, fin)):
                reference = lue
            elif not (nombre and self._proposer(sens, mot.debut, fin)) and not self._vide(mot):
                self._clore(reference)  # a chip would cover a word that it does not mean
                reference = None
                self._restes.append((mot.debut, fin))
            rang += max(1, nombre)
        self._clore(reference)

    def _vide(self, mot: _Mot) -> bool:
        return mot.texte in self._lexique.vides

    def _voisins(self, mots: Sequence[_Mot], rang: int) -> list[str]:
        """The words from there on that nothing separates: a chip would cover what is between."""
        suite = [mots[rang].texte]
        for avant, apres in zip(mots[rang:], mots[rang + 1 : rang + _PHRASE_MAX], strict=False):
            if not self._est_libre(avant.fin, apres.debut):
                break
            suite.append(apres.texte)
        return suite

    def _dans_reference(
        self, reference: ReferenceLue | None, sens: Sequence[Sens], debut: int, fin: int
    ) -> ReferenceLue | None:
        """The referral with these words in it; None when they do not belong to one."""
        propres = [s for s in sens if s.champ in DE_REFERENCE]
        if reference is not None and self._est_libre(reference.debut, fin):
            for un_sens in propres:
                if reference.accepte(un_sens):
                    return reference.avec(un_sens, debut, fin)
        # « CLSC » alone is a referral; « accompagnement » or « logement » alone is not.
        ouvre = next((s for s in propres if s.champ in ("destination", "ressource")), None)
        if ouvre is None or (reference is None and len(propres) < len(sens)):
            return None
        self._clore(reference)
        return ReferenceLue(debut, fin).avec(ouvre, debut, fin)

    def _clore(self, reference: ReferenceLue | None) -> None:
        if reference is None:
            return
        bornes = (reference.debut, reference.fin)
        if reference.destination and self._est_libre(*bornes):
            self._prendre(Puce("reference", reference.valeur(), reference.libelle(), *bornes))
        else:
            self._restes.append(bornes)

    def _proposer(self, sens: Sequence[Sens], debut: int, fin: int) -> bool:
        possibles = [s for champ in _ORDRE for s in sens if s.champ == champ]
        for un_sens in possibles:
            champ = self._place(un_sens)
            if champ is not None:
                autres = tuple(s for s in possibles if s is not un_sens)
                self._prendre(Puce(champ, un_sens.code, un_sens.libelle, debut, fin, autres))
                return True
        return any(self._dit(s) for s in possibles)

    def _place(self, sens: Sens) -> str | None:
        """The field that would take it; None when it is full or already says so."""
        champ = sens.champ
        if self._dit(sens):
            return None
        if self._combien(champ):
            champ = _SUITES.get(champ, champ)
        return champ if self._combien(champ) < _LIMITES.get(champ, 1) else None

    def _dit(self, sens: Sens) -> bool:
        """Whether a chip says it already: words said twice are understood, once."""
        champs = (sens.champ, _SUITES.get(sens.champ))
        return any(p.valeur == sens.code and p.champ in champs for p in self._puces)

    def _type_de_l_activite(self) -> None:
        """« atelier » is both the activity and the kind of collective action."""
        if self._combien("type_collectif"):
            return
        for puce in self._puces:
            sens = next((s for s in puce.autres if s.champ == "type_collectif"), None)
            if puce.champ == "activite" and sens is not None and self._collectif(puce):
                bornes = (puce.debut, puce.fin)
                self._puces.append(Puce("type_collectif", sens.code, sens.libelle, *bornes))
                return

    def _collectif(self, activite: Puce) -> bool:
        dit = next((p.valeur for p in self._puces if p.champ == "volet"), None)
        _nombre, sens = self._lexique.chercher(
            [m.texte for m in self._mots() if activite.debut <= m.debut < activite.fin]
        )
        propose = next((s.parent for s in sens if s.code == activite.valeur), "")
        return (dit or propose or Volet.COLLECTIF) == Volet.COLLECTIF

    # --- what is taken

    def _mots(self) -> Iterator[_Mot]:
        for trouve in MOT.finditer(self._texte):
            plies = MOT.findall(replier_sans_trace(trouve[0]))
            if plies:
                yield _Mot(plies[0], *trouve.span())

    def _combien(self, champ: str) -> int:
        return sum(puce.champ == champ for puce in self._puces)

    def _est_libre(self, debut: int, fin: int) -> bool:
        return all(self._libre[debut:fin])

    def _prendre_une(self, puce: Puce) -> None:
        """The first one that is said, of a field that holds one."""
        if not self._combien(puce.champ) and self._est_libre(puce.debut, puce.fin):
            self._prendre(puce)

    def _prendre(self, puce: Puce) -> None:
        self._puces.append(puce)
        self._libre[puce.debut : puce.fin] = [False] * (puce.fin - puce.debut)
