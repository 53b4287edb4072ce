"""The numbers that a document publishes, as sums of atoms, with the bases they are shares of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from journal_scls.domain.chiffres.comptes import TYPE_COLLECTIF, Codes
from journal_scls.domain.chiffres.indicateurs import CHAMP_VOLET, Critere, Indicateur, Indicateurs
from journal_scls.domain.chiffres.proportion import Mesure
from journal_scls.domain.chiffres.tableaux import AUCUNE, CHAMPS_TABLEAUX
from journal_scls.domain.journal.intervention import Volet
from journal_scls.domain.protection.parties import (
    CHAMPS,
    COMMUNES,
    CROISE,
    PROBLEMATIQUES,
    REFERENCES,
    Coefs,
    Partie,
)

INDICATEURS, BASES = "indicateurs", "bases"
_COLLECTIF = Volet.COLLECTIF.value

Adresse = tuple[str, str]
"""Where a number is read: a table and a row's code; `indicateurs` and an identifier; `bases` and
the identifier of the table or the indicator that it is the N of, when it is not a grand total."""


@dataclass(frozen=True, slots=True)
class Chiffre:
    """A published number; `bases` are those of its shares, None being the whole document."""

    adresse: Adresse
    coefs: Coefs
    bases: tuple[Coefs | None, ...] = (None,)


def champs_croises(indicateurs: Indicateurs, *, avec_milieu: bool) -> Codes:
    """The fields that indicators cross from one part to another."""
    croises: dict[str, None] = {}
    for definition in indicateurs.definitions:
        criteres = _criteres(indicateurs, definition, avec_milieu=avec_milieu)
        champs = [c.champ for c in (*definition.numerateur, *criteres)]
        if definition.mesure is not Mesure.REFERENCES and _partie(champs) is None:
            croises |= dict.fromkeys(champs)
    return tuple(croises)


def _criteres(
    indicateurs: Indicateurs, definition: Indicateur, *, avec_milieu: bool
) -> tuple[Critere, ...]:
    if not definition.milieu_parametrable or avec_milieu:
        return definition.denominateur
    exclu = Critere(CHAMP_VOLET, frozenset({indicateurs.volet_milieu.code}), sauf=True)
    return (*definition.denominateur, exclu)


def _partie(champs: Sequence[str]) -> str | None:
    """The part that has all these fields."""
    return next((p for p in COMMUNES if set(champs) <= set(CHAMPS[p])), None)


def chiffres_communs(parties: Mapping[str, Partie], document: int) -> Iterator[Chiffre]:
    """The rows of the tables that divide interventions, participations or minutes."""
    for tableau, champ in CHAMPS_TABLEAUX.items():
        if champ == TYPE_COLLECTIF:
            continue
        partie = next(p for p in COMMUNES if champ in CHAMPS[p])
        for (code,), coefs in parties[partie].par_code(document, champ).items():
            yield Chiffre((tableau, code), coefs)
    acte = parties["acte"]
    volet = acte.champs.index(CHAMP_VOLET)
    collectif = acte.somme(document, lambda codes: int(codes[volet] == _COLLECTIF))
    yield Chiffre((BASES, TYPE_COLLECTIF), collectif, ())
    types = acte.par_code(document, TYPE_COLLECTIF, si=lambda c: c[volet] == _COLLECTIF)
    for (code,), coefs in types.items():
        yield Chiffre((TYPE_COLLECTIF, code), coefs, (collectif,))


def chiffres_indicateurs(
    parties: Mapping[str, Partie],
    document: int,
    indicateurs: Indicateurs,
    mesures: Sequence[Mesure],
    *,
    avec_milieu: bool,
) -> Iterator[Chiffre]:
    """The numerators of the indicators of some measures, with their bases."""
    for definition in indicateurs.definitions:
        if definition.mesure not in mesures:
            continue
        base = _criteres(indicateurs, definition, avec_milieu=avec_milieu)
        champs = [c.champ for c in (*definition.numerateur, *base)]
        en_references = definition.mesure is Mesure.REFERENCES
        partie = parties[REFERENCES if en_references else _partie(champs) or CROISE]
        n = _somme(partie, document, (*definition.numerateur, *base))
        total = _somme(partie, document, base) if base else None
        yield Chiffre((INDICATEURS, definition.id), n, (total,))
        if total is not None:
            yield Chiffre((BASES, definition.id), total)


def _somme(partie: Partie, document: int, criteres: Sequence[Critere]) -> Coefs:
    def combien(codes: Codes) -> int:
        champs = dict(zip(partie.champs, codes, strict=True))
        return int(all(critere.accepte(champs) for critere in criteres))

    return partie.somme(document, combien)


def chiffres_references(parties: Mapping[str, Partie], document: int) -> Iterator[Chiffre]:
    """The rows of the tables of references."""
    partie = parties[REFERENCES]
    destinations = partie.par_code(document, "destination")
    for (destination,), coefs in destinations.items():
        yield Chiffre(("references", destination), coefs)
    for (destination, service), coefs in partie.par_code(
        document, "destination", "service"
    ).items():
        bases = (None, destinations[destination,])
        yield Chiffre(("references", f"{destination}:{service}"), coefs, bases)
    for (statut,), coefs in partie.par_code(document, "statut").items():
        yield Chiffre(("references_statut", statut), coefs)


def chiffres_problematiques(parties: Mapping[str, Partie], document: int) -> Iterator[Chiffre]:
    """The rows of the table of needs, and the number of mentions that is one of its bases."""
    partie = parties[PROBLEMATIQUES]
    mentions = partie.somme(document, len)
    if not mentions:
        return
    yield Chiffre((BASES, "par_problematique"), mentions, ())
    codes = sorted({code for p in partie.parcelles[document] for code in p.codes})
    for code in codes:
        coefs = partie.somme(document, lambda combinaison, code=code: int(code in combinaison))  # type: ignore[misc]
        yield Chiffre(("par_problematique", code), coefs, (mentions, None))
    yield Chiffre(("par_problematique", AUCUNE), partie.somme(document, lambda c: int(not c)))
