"""The figures against an oracle that counts otherwise, on facts that nobody chose."""

from collections import Counter
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from journal_scls.domain.chiffres.faits import Fait, ReferenceFait
from tests.domain.outils_bilan import bilan, vocabulaires

V = vocabulaires()
# The time of an example says more about the machine than about the figures.
ESSAIS = settings(deadline=None, max_examples=60)


def codes(liste, *, vide=False):
    return st.sampled_from([*V.codes(liste), *([""] if vide else [])])


REFERENCES = codes("destination").flatmap(
    lambda destination: st.builds(
        ReferenceFait,
        st.just(destination),
        st.sampled_from(list(V.courant.services_de(destination))),
        codes("mode_reference"),
        codes("statut_reference"),
    )
)
FAITS = st.builds(
    Fait,
    date=st.dates(date(2024, 11, 1), date(2026, 2, 28)).map(date.isoformat),
    duree_min=st.integers(1, 1440),
    tenure=codes("tenure"),
    mrc=st.sampled_from(["La Vallée", "Les Coteaux", ""]),
    categorie_immeuble=codes("categorie_immeuble", vide=True),
    organisme=st.sampled_from(["Office A", "Coop B", "=1+1", ""]),
    milieu=st.sampled_from(["Les Érables", "Le Bosquet", ""]),
    volet=codes("volet"),
    activite=codes("activite"),
    categorie=codes("categorie"),
    type_collectif=codes("type_collectif", vide=True),
    clientele=codes("clientele"),
    modalite=codes("modalite", vide=True),
    nb_personnes=st.integers(0, 40),
    personne=st.sampled_from(["", "P-1", "P-2", "P-3"]),
    problematiques=st.lists(codes("problematique"), max_size=3, unique=True).map(tuple),
    references=st.lists(REFERENCES, max_size=3).map(tuple),
)
LISTES = st.lists(FAITS, max_size=25)


def nombres(un_bilan, tableau):
    return {ligne.code: ligne.nombres[0] for ligne in un_bilan.tableau(tableau).lignes}


def sommer(faits, code):
    """Interventions, participations and minutes by code."""
    return {
        c: (
            sum(1 for f in faits if code(f) == c),
            sum(f.nb_personnes for f in faits if code(f) == c),
            sum(f.duree_min for f in faits if code(f) == c),
        )
        for c in {code(f) for f in faits}
    }


def oracle(faits, *, milieu=True):
    """Count every indicator the long way, from the sentences of domain.md section 5."""
    retenus = [f for f in faits if "2025-01-01" <= f.date <= "2025-12-31"]
    base = [f for f in retenus if milieu or f.volet != "MILIEU"]
    refs = [r for f in retenus for r in f.references]
    cisss = [r for r in refs if r.destination == "CISSS"]
    oc = [r for r in refs if r.destination == "OC"]
    indiv = [f for f in retenus if f.volet == "INDIVIDUEL"]
    coll = [f for f in retenus if f.volet == "COLLECTIF"]

    def part(liste, condition):
        return sum(1 for element in liste if condition(element)), len(liste)

    return {
        "J01": part(base, lambda f: f.tenure == "OH"),
        "J02": part(base, lambda f: f.tenure == "OBNL"),
        "J03": part(base, lambda f: f.tenure == "COOP"),
        "J03r": part(base, lambda f: f.tenure in ("AUTRE", "SANS_MILIEU")),
        "J04": part(base, lambda f: f.clientele in ("JEUNES", "FAMILLES")),
        "J04b": part(base, lambda f: f.categorie_immeuble == "FAM"),
        "J05": part(base, lambda f: len(f.references) > 0),
        "J05b": part(indiv, lambda f: len(f.references) > 0),
        "J06": (len(cisss), len(refs)),
        "J07": part(cisss, lambda r: r.service == "SANTE_MENTALE"),
        "J08": part(cisss, lambda r: r.service == "SAPA"),
        "J09": (len(oc), len(refs)),
        "J10": part(oc, lambda r: r.service == "AIDE_ALIMENTAIRE"),
        "J11": part(oc, lambda r: r.service == "BUDGET"),
        "J12": (len(coll), len(base)),
        "J12b": (sum(f.nb_personnes for f in coll), sum(f.nb_personnes for f in base)),
        "J13": part(coll, lambda f: f.type_collectif == "PROJET_DEMARCHE"),
        "J14": part(coll, lambda f: f.type_collectif == "ADL"),
    }


@ESSAIS
@given(LISTES, st.booleans())
def test_every_indicator_equals_the_oracle(faits, milieu):
    b = bilan(faits, milieu=milieu)
    obtenus = {i.id: (i.proportion.n, i.proportion.total) for i in b.indicateurs}
    assert obtenus == oracle(faits, milieu=milieu)
    assert all(n <= total for n, total in obtenus.values())


@ESSAIS
@given(LISTES)
def test_every_table_adds_up_to_the_counters(faits):
    b = bilan(faits)
    c = b.compteurs
    for tableau in b.tableaux:
        if tableau.id.startswith("par_") and tableau.id != "par_problematique":
            sommes = [sum(li.nombres[rang] for li in tableau.lignes) for rang in range(3)]
            assert sommes == [c.interventions, c.participations, c.minutes], tableau.id
    for id_ in ("references", "references_statut"):
        lignes = b.tableau(id_).lignes
        assert sum(li.nombres[0] for li in lignes if not li.niveau) == c.references
    details = [li.nombres[0] for li in b.tableau("references").lignes if li.niveau]
    assert sum(details) == c.references
    assert sum(nombres(b, "type_collectif").values()) == b.indicateur("J12").proportion.n


@ESSAIS
@given(LISTES)
def test_the_tables_equal_a_naive_count(faits):
    retenus = [f for f in faits if f.date.startswith("2025")]
    collectifs = [f for f in retenus if f.volet == "COLLECTIF"]
    references = [r for f in retenus for r in f.references]
    b = bilan(faits)
    champs = ("activite", "categorie", "volet", "clientele", "tenure", "modalite", "organisme",
              "mrc", "milieu")  # fmt: skip
    naifs = {f"par_{champ}": sommer(retenus, lambda f, c=champ: getattr(f, c)) for champ in champs}
    naifs["par_mois"] = sommer(retenus, lambda f: f.date[:7])
    naifs["type_collectif"] = sommer(collectifs, lambda f: f.type_collectif)
    besoins = Counter(code for f in retenus for code in f.problematiques)
    besoins["AUCUNE"] = sum(1 for f in retenus if not f.problematiques)
    naifs["par_problematique"] = {code: (n,) for code, n in besoins.items()}
    destinations = Counter(r.destination for r in references)
    destinations.update(f"{r.destination}:{r.service}" for r in references)
    naifs["references"] = {code: (n,) for code, n in destinations.items()}
    statuts = Counter(r.statut for r in references)
    naifs["references_statut"] = {code: (n,) for code, n in statuts.items()}
    assert set(naifs) == {tableau.id for tableau in b.tableaux}
    for tableau in b.tableaux:
        montres = {li.code: li.nombres for li in tableau.lignes if li.nombres[0]}
        assert montres == {c: n for c, n in naifs[tableau.id].items() if n[0]}, tableau.id
    assert b.compteurs.personnes_distinctes == len({f.personne for f in retenus if f.personne})


@ESSAIS
@given(LISTES, st.randoms(use_true_random=False), st.sampled_from([None, 3, 5]))
def test_the_order_of_facts_is_irrelevant(faits, hasard, k):
    melanges = list(faits)
    hasard.shuffle(melanges)
    assert bilan(faits, k=k) == bilan(melanges, k=k)


@ESSAIS
@given(LISTES, st.integers(3, 8))
def test_masking_shows_exact_numbers_or_none_and_no_small_one(faits, k):
    exact, masque = bilan(faits), bilan(faits, k=k)
    for vrai, cache in zip(exact.indicateurs, masque.indicateurs, strict=True):
        assert cache.proportion.n in (None, vrai.proportion.n)
        assert not 0 < (cache.proportion.n or 0) < k
    for vrai, cache in zip(exact.tableaux, masque.tableaux, strict=True):
        vraies = {ligne.code: ligne for ligne in vrai.lignes}
        for b in cache.lignes:
            a = vraies[b.code]
            assert all(m in (None, n) for n, m in zip(a.nombres, b.nombres, strict=True))
            assert not 0 < (b.nombres[0] or 0) < k
