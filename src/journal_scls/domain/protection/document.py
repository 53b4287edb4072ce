"""What a document must hide, given its counts and what the series already published.

The rule (docs/methode-indicateurs.md): from everything that is published, with the threshold and
this very method known, no hidden number can be brought to fewer values than `Masquage.ecart` + 1,
and neither can the small groups that nobody names but that a difference between two documents
would isolate.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from journal_scls.domain.chiffres.comptes import LIEU, TYPE_COLLECTIF
from journal_scls.domain.chiffres.indicateurs import Indicateurs
from journal_scls.domain.chiffres.masquage import Masquage, Signe
from journal_scls.domain.chiffres.proportion import Mesure
from journal_scls.domain.chiffres.tableaux import CHAMPS_TABLEAUX
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.protection.abandon import (
    TABLES_LIEU,
    TABLES_REFERENCES,
    tables_a_retirer,
)
from journal_scls.domain.protection.chiffres import (
    BASES,
    INDICATEURS,
    Adresse,
    Chiffre,
    champs_croises,
    chiffres_communs,
    chiffres_indicateurs,
    chiffres_problematiques,
    chiffres_references,
)
from journal_scls.domain.protection.masque import (
    INTERVENTIONS,
    MINUTES,
    PARTICIPATIONS,
    REFERENCES,
    Masque,
    compte_de,
    tables_sans,
)
from journal_scls.domain.protection.montage import Montage, Resolution
from journal_scls.domain.protection.parties import (
    CHAMPS,
    COMMUNES,
    CROISE,
    PROBLEMATIQUES,
    Coefs,
    Partie,
    fixer_totaux,
    lier,
)
from journal_scls.domain.protection.serie import ComptesParMois, ComptesSerie, total_devine
from journal_scls.domain.protection.suppression import Jalon, MondeNomme, continuer
from journal_scls.domain.protection.systeme import Systeme

TABLE_PROBLEMATIQUES = "par_problematique"
# From the finest to the level that is kept, and what a reader is told of it.
_NIVEAUX = (("par_milieu", "l'organisme"), ("par_organisme", "la MRC"))


@dataclass(frozen=True, slots=True)
class Anterieur:
    """A document of the series that is already published: its counts then, and what it hid."""

    releve: ComptesParMois
    masque: Masque


def proteger(
    releve: ComptesParMois,
    masquage: Masquage,
    indicateurs: Indicateurs,
    *,
    avec_milieu: bool = True,
    regrouper: int | None = None,
    anterieurs: Sequence[Anterieur] = (),
    jalon: Jalon = continuer,
) -> Masque:
    """What the document of these counts must hide.

    Args:
        releve: its counts.
        masquage: its threshold.
        indicateurs: the definitions of those it publishes.
        avec_milieu: whether the volet Milieu is in their bases.
        regrouper: above this percentage of hidden rows, a table of milieux goes up to the
            organisme and a table of organismes to the MRC; None leaves them.
        anterieurs: the documents of the same series that are already published.
        jalon: called at each step, that may raise to stop.

    Raises:
        RegleMetier: what it adds to an earlier document is so little that its total tells it.
    """
    voisins = [a for a in anterieurs if not a.releve.keys().isdisjoint(releve)]
    protection = _Protection(
        releve, masquage, indicateurs, voisins,
        avec_milieu=avec_milieu, regrouper=regrouper, jalon=jalon,
    )  # fmt: skip
    return protection.masque()


class _Protection:
    def __init__(
        self,
        releve: ComptesParMois,
        masquage: Masquage,
        indicateurs: Indicateurs,
        anterieurs: Sequence[Anterieur],
        *,
        avec_milieu: bool,
        regrouper: int | None,
        jalon: Jalon,
    ) -> None:
        croises = champs_croises(indicateurs, avec_milieu=avec_milieu)
        self._serie = ComptesSerie([*(a.releve for a in anterieurs), releve], croises)
        self._masques = [a.masque for a in anterieurs]
        self._masquage = masquage
        self._indicateurs = indicateurs
        self._avec_milieu = avec_milieu
        self._seuil_regroupement = regrouper
        self._jalon = jalon
        self._retires: dict[tuple[str, str], str] = {}
        self._signes: dict[tuple[str, Adresse], Signe] = {}
        self._totaux: dict[str, Signe] = {}
        self._pistes: Sequence[MondeNomme] = ()

    def masque(self) -> Masque:
        """Decide measure by measure: what a row hides of one, it hides of all."""
        if signe := self._total(INTERVENTIONS):
            if signe is Signe.MASQUE:
                raise RegleMetier(
                    "Ce document ajoute trop peu à ceux qui sont déjà publiés dans cette série : "
                    "la différence des totaux montrerait un petit nombre.",
                    "Attendez un mois de plus, ou publiez une période plus longue.",
                    champ="periode",
                )
            return self._tout_cacher(signe)
        self._interventions()
        for mesure in (PARTICIPATIONS, MINUTES):
            if signe := self._total(mesure):
                self._totaux[mesure] = signe
                self._retirer([(t, mesure) for t in CHAMPS_TABLEAUX])
            self._resoudre(mesure)
        if signe := self._total(REFERENCES):
            self._totaux[REFERENCES] = signe
            self._retirer([(t, REFERENCES) for t in TABLES_REFERENCES])
        self._resoudre(REFERENCES)
        return Masque(self._masquage.k or 0, self._signes, self._retires, self._totaux)

    def _tout_cacher(self, signe: Signe) -> Masque:
        totaux = (INTERVENTIONS, PARTICIPATIONS, MINUTES, REFERENCES)
        self._retirer([(t, INTERVENTIONS) for t in (*CHAMPS_TABLEAUX, TABLE_PROBLEMATIQUES)])
        self._retirer([(t, REFERENCES) for t in TABLES_REFERENCES])
        self._signes |= {
            (compte_de(d.mesure), (INDICATEURS, d.id)): Signe.BASE
            for d in self._indicateurs.definitions
        }
        return Masque(
            self._masquage.k or 0, self._signes, self._retires, dict.fromkeys(totaux, signe)
        )

    def _total(self, mesure: str) -> Signe | None:
        """Why a grand total may not be seen: it is small, or what it adds to another is."""
        if self._masquage.petit(self._serie.total(mesure)):
            return Signe.PETIT
        visibles = [d for d, m in enumerate(self._masques) if mesure not in m.totaux]
        devine = total_devine(self._serie, mesure, self._masquage, visibles)
        return Signe.MASQUE if devine else None

    def _retirer(self, cles: Sequence[tuple[str, str]], niveau: str = "") -> None:
        for cle in cles:
            self._retires.setdefault(cle, niveau)

    # --- interventions: whole rows

    def _interventions(self) -> None:
        collectif = self._volet_collectif()
        if self._masquage.petit(collectif):
            self._retirer([(TYPE_COLLECTIF, INTERVENTIONS)])
        while self._monter():  # where the small ones are already too many
            pass
        while True:
            self._resoudre(INTERVENTIONS)
            if not (self._taire_types() or self._monter()):
                return

    def _taire_types(self) -> bool:
        """Where « masqué » may stand for few collective entries, they lose their types with them.

        Otherwise a « masqué » without types would be known to be small.
        """
        cle = (TYPE_COLLECTIF, INTERVENTIONS)
        masque = self._signes.get((INTERVENTIONS, (BASES, TYPE_COLLECTIF))) is Signe.MASQUE
        if not masque or cle in self._retires:
            return False
        self._retirer([cle])
        return True

    def _volet_collectif(self) -> int:
        types = [c.axe(TYPE_COLLECTIF).values() for c in self._serie.dernier.values()]
        return sum(t.interventions for groupe in types for t in groupe)

    def _monter(self) -> bool:
        """Bring a table whose rows are mostly hidden up one level."""
        for tableau, niveau in _NIVEAUX:
            if self._seuil_regroupement is None or (tableau, INTERVENTIONS) in self._retires:
                continue
            lignes = self._lignes(CHAMPS_TABLEAUX[tableau])
            cachees = sum(
                self._masquage.petit(n) or (INTERVENTIONS, (tableau, code)) in self._signes
                for code, n in lignes.items()
            )
            if lignes and 100 * cachees > self._seuil_regroupement * len(lignes):
                self._retirer([(tableau, INTERVENTIONS)], niveau)
                return True
        return False

    def _lignes(self, champ: str) -> Mapping[str, int]:
        lignes: Counter[str] = Counter()
        for comptes in self._serie.dernier.values():
            lignes.update({code: t.interventions for code, t in comptes.axe(champ).items() if code})
        return +lignes

    # --- one measure

    def _resoudre(self, mesure: str) -> None:
        """Take rows away, table by table, until everything that is hidden is protected."""
        abandons: set[tuple[str, ...]] = set()
        while True:
            resolution = self._monter_systeme(mesure, abandons)
            if not resolution.echecs:
                break
            partis = {INDICATEURS, BASES, *tables_sans(self._retires, mesure)}
            if tables := tables_a_retirer(resolution.echecs, partis, mesure):
                self._retirer([(t, mesure) for t in tables])
            else:  # told by the documents that are already published: nothing takes it back
                abandons |= set(resolution.echecs)
        self._signes = {cle: s for cle, s in self._signes.items() if cle[0] != mesure}
        self._signes |= {(mesure, a): signe for a, signe in resolution.signes.items()}

    def _monter_systeme(self, mesure: str, abandons: set[tuple[str, ...]]) -> Resolution:
        systeme = Systeme(self._masquage.ecart)
        parties = self._parties(systeme, mesure)
        montage = Montage(mesure, self._masquage, systeme, parties, self._masques)
        chiffres = [list(self._chiffres(mesure, parties, d)) for d in range(len(self._masques) + 1)]
        for document, publies in enumerate(chiffres[:-1]):
            if mesure not in self._masques[document].totaux:
                montage.anterieur(document, publies)
        retires = tables_sans(self._retires, mesure)
        montage.nouveau(chiffres[-1], retires, lambda a: self._force(mesure, a))
        for coefs, tables in self._groupes(parties, chiffres):
            montage.taire(coefs, tables)
        resolution = montage.resoudre(self._pistes, self._jalon)
        self._pistes = resolution.mondes
        resolution.echecs = [e for e in resolution.echecs if e not in abandons]
        return resolution

    def _force(self, mesure: str, adresse: Adresse) -> Signe | None:
        """Why a number is hidden because of another kind of count."""
        if mesure == REFERENCES and REFERENCES in self._totaux:
            return Signe.BASE if self._totaux[REFERENCES] is Signe.PETIT else Signe.MASQUE
        if mesure not in (PARTICIPATIONS, MINUTES):
            return None
        if adresse[0] != INDICATEURS:
            cachee = (INTERVENTIONS, adresse) in self._signes
            return Signe.MASQUE if cachee else None
        if mesure in self._totaux:
            return Signe.BASE if self._totaux[mesure] is Signe.PETIT else Signe.MASQUE
        dits = [self._signes.get((INTERVENTIONS, (ou, adresse[1]))) for ou in (INDICATEURS, BASES)]
        if Signe.MASQUE in dits:  # nothing may say that the interventions behind it are few
            return Signe.MASQUE
        n, total, *appui = self._evaluer(adresse[1])
        return self._masquage.signe(n, total, appui=(appui[0], appui[1]))

    def _evaluer(self, id_: str) -> list[int]:
        """N and N of an indicator of participations, and of the interventions behind it."""
        definition = next(d for d in self._indicateurs.definitions if d.id == id_)
        parts = [
            self._indicateurs.evaluer(definition, comptes, avec_milieu=self._avec_milieu)
            for comptes in self._serie.dernier.values()
        ]
        return [sum(n) for n in zip(*((e.n, e.total, *e.appui) for e in parts), strict=True)]

    def _appuis(self, parties: Mapping[str, Partie], document: int) -> Iterator[Chiffre]:
        """The interventions behind a share of participations, where its sign speaks of them.

        Many participations of few interventions are few.
        """
        mesures = [Mesure.PARTICIPATIONS]
        for chiffre in chiffres_indicateurs(
            parties, document, self._indicateurs, mesures, avec_milieu=self._avec_milieu
        ):
            if document < len(self._masques):
                dit = self._masques[document].signe(INTERVENTIONS, chiffre.adresse) is not None
            else:
                dit = self._masquage.signe(*self._evaluer(chiffre.adresse[1])[2:]) is not None
            if dit:
                yield chiffre

    def _parties(self, systeme: Systeme, mesure: str) -> dict[str, Partie]:
        croises = self._serie.croises
        noms = {
            INTERVENTIONS: (*COMMUNES, CROISE, PROBLEMATIQUES),
            PARTICIPATIONS: (*COMMUNES, CROISE),
            MINUTES: COMMUNES,
            REFERENCES: (REFERENCES,),
        }[mesure]
        champs = {**CHAMPS, CROISE: croises, PROBLEMATIQUES: ()}
        parties = {
            nom: Partie.creer(systeme, champs[nom], self._serie.comptes(nom, mesure))
            for nom in noms
            if nom != CROISE or croises
        }
        for partie in parties.values():
            fixer_totaux(systeme, partie)
        if CROISE in parties:
            for nom in COMMUNES:
                lier(systeme, parties[CROISE], parties[nom])
        return parties

    def _chiffres(
        self, mesure: str, parties: Mapping[str, Partie], document: int
    ) -> Iterator[Chiffre]:
        if mesure == REFERENCES:
            yield from self._chiffres_references(parties, document)
        else:
            yield from chiffres_communs(parties, document)
        if mesure == INTERVENTIONS:
            yield from chiffres_problematiques(parties, document)
            yield from self._appuis(parties, document)
        mesures = [m for m in Mesure if compte_de(m) == mesure]
        yield from chiffres_indicateurs(
            parties, document, self._indicateurs, mesures, avec_milieu=self._avec_milieu
        )

    def _chiffres_references(
        self, parties: Mapping[str, Partie], document: int
    ) -> Iterator[Chiffre]:
        """The details of a destination are not printed when it counts few itself."""
        masquages = [*(masque.masquage for masque in self._masques), self._masquage]
        petites = {
            destination
            for destination, n in self._serie.destinations(document).items()
            if masquages[document].petit(n)
        }
        for chiffre in chiffres_references(parties, document):
            destination, detail, _ = chiffre.adresse[1].partition(":")
            if not (detail and destination in petites):
                yield chiffre

    def _groupes(
        self, parties: Mapping[str, Partie], chiffres: Sequence[Sequence[Chiffre]]
    ) -> Iterator[tuple[Coefs, tuple[str, ...]]]:
        """What nobody names and a difference would show.

        In a place, in some of the months, between two documents that cover the same months.
        """
        if "lieu" in parties:
            for coefs in parties["lieu"].par_code(len(chiffres) - 1, *LIEU).values():
                yield coefs, TABLES_LIEU
        dernier = len(chiffres) - 1
        if dernier == 0:
            return
        segments = {
            p.atome: p.segment for partie in parties.values() for p in partie.parcelles[dernier]
        }
        for chiffre in chiffres[dernier]:
            groupes: defaultdict[int, Coefs] = defaultdict(dict)
            for atome, coef in chiffre.coefs.items():
                groupes[segments[atome]][atome] = coef
            for coefs in groupes.values():
                yield coefs, (chiffre.adresse[0],)
        for document, publies in enumerate(chiffres[:-1]):
            if self._serie.emboites(document):
                yield from _ecarts(publies, chiffres[dernier])


def _ecarts(
    avant: Sequence[Chiffre], apres: Sequence[Chiffre]
) -> Iterator[tuple[Coefs, tuple[str, ...]]]:
    """What a reader gets by taking each number of a document from the same one of another."""
    anciens = {chiffre.adresse: chiffre.coefs for chiffre in avant}
    for chiffre in apres:
        ancien = anciens.get(chiffre.adresse)
        if ancien is not None:
            coefs = dict(chiffre.coefs)
            for atome, coef in ancien.items():
                coefs[atome] = coefs.get(atome, 0) - coef
            yield {a: coef for a, coef in coefs.items() if coef}, (chiffre.adresse[0],)
