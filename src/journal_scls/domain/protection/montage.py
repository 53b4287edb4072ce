"""The system of one kind of count over the documents of a series, the last one being written."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from journal_scls.domain.chiffres.masquage import Masquage, Signe
from journal_scls.domain.protection.chiffres import BASES, INDICATEURS, Adresse, Chiffre
from journal_scls.domain.protection.masque import INTERVENTIONS, REFERENCES, Masque, tables_sans
from journal_scls.domain.protection.parties import Coefs, Partie
from journal_scls.domain.protection.suppression import Jalon, MondeNomme, supprimer
from journal_scls.domain.protection.systeme import ILLIMITE, Bornes, Systeme

# Hiding a number costs a thousand for each place where it is read; saying less of a hidden one is
# cheap, because nothing more is hidden.
_COUT_NOMBRE, _COUT_SIGNE = 1_000, 100
LIBRE: Bornes = (0, ILLIMITE)
# What is in a small base is small, and may be said to be (see `ecriture`).
_PETITS = (Signe.PETIT, Signe.BASE)

Cle = frozenset[tuple[int, int]]


@dataclass(slots=True)
class _Nombre:
    """A number of a document, wherever it is read."""

    coefs: Coefs
    adresses: list[Adresse] = field(default_factory=list)
    bases: list[Coefs | None] = field(default_factory=list)
    appuie: int = 0
    """How many shares would lose their percentage with it."""


@dataclass(slots=True)
class Resolution:
    """What came of a system: signs by address, and the numbers that nothing protects."""

    signes: dict[Adresse, Signe] = field(default_factory=dict)
    echecs: list[tuple[str, ...]] = field(default_factory=list)
    mondes: Sequence[MondeNomme] = ()


class Montage:
    """Puts the numbers of documents in a system and decides what the last one hides.

    Args:
        mesure: what is counted.
        masquage: the threshold of the document being written.
        systeme: holds the atoms of `parties`, already tied together.
        parties: the parts.
        masques: what each earlier document hides.
    """

    def __init__(
        self,
        mesure: str,
        masquage: Masquage,
        systeme: Systeme,
        parties: Mapping[str, Partie],
        masques: Sequence[Masque],
    ) -> None:
        self.mesure = mesure
        self.masquage = masquage
        self.systeme = systeme
        self.parties = parties
        self._masques = masques
        self._rangs: dict[Cle, int] = {}
        self._nombres: dict[int, _Nombre] = {}
        self._complements: dict[int, list[int]] = defaultdict(list)
        self._signes: dict[int, dict[Adresse, Signe]] = {}
        self._tables: dict[int, tuple[str, ...]] = {}
        self._entiers: dict[int, list[Coefs]] = {}

    @property
    def dernier(self) -> int:
        """The rank of the document being written."""
        return len(self._masques)

    def anterieur(self, document: int, chiffres: Sequence[Chiffre]) -> None:
        """What is already published: every number as it was told."""
        masque = self._masques[document]
        for nombre in self._regrouper(chiffres, tables_sans(masque.retires, self.mesure)):
            signes = {masque.signe(self.mesure, adresse) for adresse in nombre.adresses}
            if None in signes:
                self._ajouter(nombre.coefs)
                continue
            signe, petit = next(iter(signes)), (1, masque.k - 1)
            n = self._valeur(nombre.coefs)
            if self._vide(n, signe):
                self._ajouter(nombre.coefs)
                continue
            bornes = petit if signe in _PETITS and 0 < n < masque.k else LIBRE
            if signe is Signe.MASQUE and n >= masque.k:
                bornes = (masque.k, ILLIMITE)
            rang = self._ajouter(nombre.coefs, bornes=bornes, sensible=n > 0)
            self._tables[rang] = _tables(nombre.adresses)
            if signe is Signe.SAUF:
                for base in nombre.bases:
                    self._complement(document, nombre, base, petit)

    def nouveau(
        self,
        chiffres: Sequence[Chiffre],
        retires: Collection[str],
        force: Callable[[Adresse], Signe | None],
    ) -> None:
        """What is being written: small numbers hidden, the others shown unless they must not be.

        Args:
            chiffres: its numbers.
            retires: the tables that show none of them.
            force: why a number is hidden whatever it is, None when it is not.
        """
        for nombre in self._regrouper(chiffres, retires):
            forces = {adresse: s for adresse in nombre.adresses if (s := force(adresse))}
            signe = next(iter(forces.values()), None) or self._petitesse(nombre)
            rang = self._ecrire(nombre, signe)
            self._nombres[rang] = nombre
            self._tables[rang] = _tables(nombre.adresses)
            if signe is not None:
                self._signes[rang] = dict.fromkeys(nombre.adresses, signe) | forces
        for chiffre in chiffres:
            if chiffre.adresse[0] in retires:
                self.taire(chiffre.coefs, ())

    def taire(self, coefs: Coefs, tables: tuple[str, ...]) -> None:
        """Protect a group that no document names, if it is small."""
        if self.masquage.petit(abs(self._valeur(coefs))) and not self._connu(coefs):
            bornes = (-ILLIMITE, ILLIMITE)  # a difference may well be negative
            self._tables[self._ajouter(coefs, bornes=bornes, sensible=True)] = tables

    def resoudre(self, pistes: Sequence[MondeNomme], jalon: Jalon) -> Resolution:
        """Hide what must be in the document being written; `pistes` are proofs to try first."""
        suppression = supprimer(self.systeme, pistes, jalon)
        resolution = Resolution(mondes=suppression.mondes)
        for rang, nombre in self._nombres.items():
            if suppression.cedes.isdisjoint((rang, *self._complements[rang])):
                resolution.signes |= self._signes.get(rang, {})
            else:
                resolution.signes |= dict.fromkeys(nombre.adresses, Signe.MASQUE)
        resolution.echecs = [
            self._tables[rang] for rang in sorted(suppression.echecs) if rang in self._tables
        ]
        return resolution

    def _regrouper(
        self, chiffres: Sequence[Chiffre], retires: Collection[str]
    ) -> Iterator[_Nombre]:
        nombres: dict[Cle | Adresse, _Nombre] = {}
        for chiffre in chiffres:
            if chiffre.adresse[0] in retires:
                continue
            # Two numbers that can only be zero have nothing in common.
            cle = _cle(chiffre.coefs) or chiffre.adresse
            nombre = nombres.setdefault(cle, _Nombre(chiffre.coefs))
            nombre.adresses.append(chiffre.adresse)
            nombre.bases += chiffre.bases
        for chiffre in chiffres:
            for base in chiffre.bases:
                if base is not None and _cle(base) in nombres:
                    nombres[_cle(base)].appuie += 1
        yield from nombres.values()

    def _petitesse(self, nombre: _Nombre) -> Signe | None:
        n = self._valeur(nombre.coefs)
        totaux = [self._base(self.dernier, nombre, base) for base in nombre.bases]
        signes = [self.masquage.signe(n, self._valeur(total)) for total in totaux]
        if signes and set(signes) == {Signe.BASE}:
            return Signe.BASE
        if self.masquage.petit(n):
            return Signe.PETIT
        return next((signe for signe in (Signe.BASE, Signe.SAUF) if signe in signes), None)

    def _ecrire(self, nombre: _Nombre, signe: Signe | None) -> int:
        n, k = self._valeur(nombre.coefs), self.masquage.k or 0
        if signe is None or self._vide(n, signe):
            cout = _COUT_NOMBRE * (len(nombre.adresses) + nombre.appuie) + min(n, _COUT_NOMBRE - 1)
            # Zero is about nobody and stays: hiding it would only say that it could be hidden.
            return self._ajouter(nombre.coefs, repli=(k, ILLIMITE), cout=cout if n else 0)
        if signe in _PETITS and 0 < n < k:
            return self._ajouter(
                nombre.coefs, bornes=(1, k - 1), repli=(1, ILLIMITE), cout=_COUT_SIGNE,
                sensible=True,
            )  # fmt: skip
        rang = self._ajouter(nombre.coefs, bornes=LIBRE, sensible=n > 0)
        if signe is Signe.SAUF:
            for base in nombre.bases:
                if complement := self._complement(self.dernier, nombre, base, (1, k - 1)):
                    self._complements[rang].append(complement)
        return rang

    def _vide(self, n: int, signe: Signe | None) -> bool:
        """Whether a reader may be told that there is nothing, because the base says nothing."""
        return not n and signe is Signe.BASE and self.mesure in (INTERVENTIONS, REFERENCES)

    def _complement(
        self, document: int, nombre: _Nombre, base: Coefs | None, petit: Bornes
    ) -> int | None:
        """What a base has besides: told to be small where « tous sauf » stands."""
        coefs = dict(self._base(document, nombre, base))
        for atome, coef in nombre.coefs.items():
            coefs[atome] = coefs.get(atome, 0) - coef
        coefs = {atome: coef for atome, coef in coefs.items() if coef}
        if not petit[0] <= self._valeur(coefs) <= petit[1] or self._connu(coefs):
            return None
        rang = self._ajouter(
            coefs, bornes=petit, repli=(1, ILLIMITE), sensible=True,
            cout=_COUT_SIGNE if document == self.dernier else 0,
        )  # fmt: skip
        self._tables[rang] = _tables(nombre.adresses)
        return rang

    def _base(self, document: int, nombre: _Nombre, base: Coefs | None) -> Coefs:
        if base is not None:
            return base
        atome = next(iter(nombre.coefs), None)
        return next((tout for tout in self._touts(document) if atome in tout), {})

    def _touts(self, document: int) -> list[Coefs]:
        """Everything that a document counts, part by part."""
        if document not in self._entiers:
            self._entiers[document] = [
                {p.atome: 1 for p in partie.parcelles[document]} for partie in self.parties.values()
            ]
        return self._entiers[document]

    def _valeur(self, coefs: Coefs) -> int:
        return sum(coef * self.systeme.atomes[atome] for atome, coef in coefs.items())

    def _connu(self, coefs: Coefs) -> bool:
        return _cle(coefs) in self._rangs

    def _ajouter(
        self, coefs: Coefs, *, bornes: Bornes | None = None, repli: Bornes | None = None,
        cout: int = 0, sensible: bool = False,
    ) -> int:  # fmt: skip
        rang = self.systeme.nombre(coefs, bornes=bornes, repli=repli, cout=cout, sensible=sensible)
        self._rangs[_cle(coefs)] = rang
        return rang


def _cle(coefs: Coefs) -> Cle:
    return frozenset(coefs.items())


def _tables(adresses: Sequence[Adresse]) -> tuple[str, ...]:
    """Where a number is read, tables first."""
    noms = dict.fromkeys(tableau for tableau, _ in adresses)
    return tuple(sorted(noms, key=lambda nom: nom in (INDICATEURS, BASES)))
