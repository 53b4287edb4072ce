import random
import tracemalloc
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal_scls.application.lectures import Filtre
from journal_scls.application.operation import Cancelled, Progress
from journal_scls.domain.journal.intervention import Reference, Statut, Volet
from journal_scls.domain.periode import Periode
from journal_scls.domain.repertoire.lieux import Lieu, Tenure
from journal_scls.storage.base import SqlBase
from tests.fabriques import MAINTENANT, HorlogeFixe, contenu, intervention, milieu, organisme
from tests.fakes import FakeBase
from tests.storage.fabrique import BASES, base_de

JOUR = date(2025, 3, 14)


@pytest.fixture(params=BASES)
def base(request):
    return base_de(request)


def _remplir(base, *entrees, organismes=(), milieux=()):
    with base.unite() as unite:
        unite.repertoire.enregistrer_organismes(organismes)
        unite.repertoire.enregistrer_milieux(milieux)
        for entree in entrees:
            unite.interventions.ajouter(entree)
        unite.commit()


def _reviser(base, *revisions):
    with base.unite() as unite:
        for revision in revisions:
            unite.interventions.reviser(revision)
        unite.commit()


def _rectifier(entree, **changes):
    dit = replace(entree.contenu, **changes)
    return entree.rectifier(dit, vocabulaire="2022", auteur="INT-01", le=MAINTENANT)


def _notes(base, **filtre):
    return [ligne.note for ligne in base.lectures.lister(Filtre(**filtre))]


def test_la_liste_va_du_plus_recent_et_le_parcours_du_plus_ancien(base):
    entrees = [
        intervention(note=note, date_intervention=JOUR + timedelta(days=jours))
        for note, jours in (("a", 0), ("b", -1), ("c", 1), ("d", 0))
    ]
    _remplir(base, *entrees)
    _reviser(base, _rectifier(entrees[0], duree_min=5))
    assert _notes(base) == ["c", "d", "a", "b"]
    assert [ligne.note for ligne in base.lectures.parcourir(Filtre())] == ["b", "a", "d", "c"]
    page = base.lectures.lister(Filtre(), limite=2, decalage=1)
    assert [ligne.note for ligne in page] == ["d", "a"]
    assert base.lectures.lister(Filtre(), limite=0) == []
    assert len(base.lectures.lister(Filtre(), decalage=3)) == 1


def test_une_ligne_dit_tout(base):
    office = organisme("Office de Matane")
    immeuble = milieu("Les Érables", organisme=office.id)
    reference = Reference(destination="CISSS", service="SAPA", date_relance=JOUR)
    entree = intervention(
        lieu=immeuble.lieu_le(JOUR), references=(reference,), problematiques=("ISOLEMENT",)
    )
    with base.unite() as unite:
        unite.repertoire.enregistrer_organismes([office])
        unite.repertoire.enregistrer_milieux([immeuble])
        unite.interventions.ajouter_reprises([(entree, b"1" * 16, "J-12")])
        unite.commit()
    (ligne,) = base.lectures.lister(Filtre())
    assert (ligne.id, ligne.id_externe) == (entree.id, "J-12")
    assert (ligne.milieu, ligne.organisme) == ("Les Érables", "Office de Matane")
    assert (ligne.tenure, ligne.mrc, ligne.categorie_immeuble) == ("OH", "La Matanie", "FAM")
    assert (ligne.references, ligne.problematiques) == ((reference,), ("ISOLEMENT",))
    assert (ligne.date, ligne.saisie_le, ligne.statut) == (JOUR, MAINTENANT, Statut.FINALE)


def test_une_rectifiee_compte_une_fois_dans_sa_derniere_revision(base):
    entree = intervention(duree_min=10, note="fautive")
    _remplir(base, entree)
    deuxieme = _rectifier(entree, duree_min=20, note="corrigée")
    _reviser(base, deuxieme, _rectifier(deuxieme, duree_min=30))
    assert [fait.duree_min for fait in base.lectures.faits(Filtre())] == [30]
    assert base.lectures.compter(Filtre()) == 1
    (ligne,) = base.lectures.lister(Filtre())
    assert (ligne.revision, ligne.statut) == (3, Statut.RECTIFIEE)
    assert _notes(base, texte="fautive") == []
    assert _notes(base, texte="corrigee") == ["corrigée"]


def test_compter_la_periode_s_annule(base_vide):
    base, progress = SqlBase(base_vide, HorlogeFixe()), Progress()
    _remplir(base, intervention(duree_min=10), intervention(duree_min=20))
    periode = Periode.annee(JOUR.year)
    assert base.lectures.comptes(Filtre(), periode, (), progress).totaux.minutes == 30
    progress.annuler()
    with pytest.raises(Cancelled):
        base.lectures.comptes(Filtre(), periode, (), progress)


def test_une_annulee_ne_compte_pas_et_se_montre_sur_demande(base):
    entree = intervention(note="annulée")
    _remplir(base, entree)
    annulee = entree.annuler("doublon", auteur="INT-01", le=MAINTENANT)
    _reviser(base, annulee)
    assert base.lectures.compter(Filtre()) == 0
    assert _notes(base, annulees=True, texte="annul") == ["annulée"]
    assert list(base.lectures.faits(Filtre(annulees=True))) == []
    _reviser(base, annulee.retablir(auteur="INT-01", le=MAINTENANT))
    assert base.lectures.compter(Filtre()) == 1


@pytest.mark.parametrize(
    ("filtre", "trouvees"),
    [
        ({"mrc": "LA MATANIE"}, "ab"),
        ({"mrc": "Matanie"}, ""),
        ({"mrc": "l'islet"}, "c"),
        ({"organisme": "office de matane"}, "a"),
        ({"organisme": "om-1"}, "a"),
        ({"milieu": "residence des erables"}, "ab"),
        ({"milieu": "RE 1"}, "a"),
        ({"milieu": "!!!"}, ""),
        ({"mrc": "'; --"}, ""),
        ({"organisme": "?"}, ""),
        ({"milieu": "Inconnue"}, ""),
        ({"tenure": "COOP"}, "c"),
        ({"volet": "MILIEU"}, "c"),
        ({"activite": "BAIL"}, "b"),
        ({"clientele": "FAMILLES"}, "c"),
        ({"du": JOUR, "au": JOUR}, "b"),
        ({"du": JOUR}, "bc"),
        ({"au": JOUR, "mrc": "la matanie", "tenure": "OH"}, "ab"),
        ({"du": JOUR + timedelta(days=9)}, ""),
    ],
)  # fmt: skip
def test_les_filtres(base, filtre, trouvees):
    office = organisme("Office de Matane", code="OM-1")
    homonymes = [
        milieu("Résidence des Érables", code="RE-1", organisme=office.id),
        milieu("RÉSIDENCE DES ÉRABLES"),
    ]
    lieux = [m.lieu_le(JOUR) for m in homonymes]
    sans_nom = milieu("***", code="-", mrc="")
    coop = Lieu(tenure=Tenure.COOP, mrc="L’Islet")
    _remplir(
        base,
        intervention(note="a", lieu=lieux[0], date_intervention=JOUR - timedelta(days=1)),
        intervention(note="b", lieu=lieux[1], activite="BAIL", categorie="C1"),
        intervention(note="c", lieu=coop, volet=Volet.MILIEU, clientele="FAMILLES",
                     date_intervention=JOUR + timedelta(days=1)),
        intervention(note="d", lieu=sans_nom.lieu_le(JOUR),
                     date_intervention=JOUR - timedelta(days=30)),
        organismes=[office],
        milieux=[*homonymes, sans_nom],
    )  # fmt: skip
    assert "".join(sorted(_notes(base, **filtre))) == trouvees
    assert base.lectures.compter(Filtre(**filtre)) == len(trouvees)
    assert len(list(base.lectures.faits(Filtre(**filtre)))) == len(trouvees)


@pytest.mark.parametrize("commun", [1, 500])
@pytest.mark.parametrize(
    ("texte", "trouve"),
    [
        ("eleve", True), ("ÉLÈV", True), ("élè coeur", True), ("cœur", True), ("COEUR", True),
        ("c", True), ("oeuvre", True), ("œuvr", True), ("levé", False), ("l'école", True),
        ("ecole eleve inconnu", False), ("fete", True), ("erables", True), ("erab cœu", True),
        ("45", True), ("5", False), ("", True), ("   ", True), ("—", True), ("e\u0301cole", True),
        ("résidence fête", True), ("mésidence", False), ("STRASSE", False),
    ],
)  # fmt: skip
def test_la_recherche_prend_les_debuts_de_mots(base, monkeypatch, commun, texte, trouve):
    monkeypatch.setattr("journal_scls.storage.interventions.filtres._COMMUN", commun)
    immeuble = milieu("Résidence des Érables")
    entree = intervention(
        note="Élève de l’école, le cœur à l'œuvre\n45 min",
        fait_marquant="Fête des voisins",
        lieu=immeuble.lieu_le(JOUR),
    )
    _remplir(base, entree, intervention(note="autre"), milieux=[immeuble])
    trouvees = [ligne.id for ligne in base.lectures.lister(Filtre(texte=texte))]
    assert (entree.id in trouvees) is trouve


HOSTILES = (
    '"', '""', '"abc', "abc*", "*", "NEAR(", "NEAR(a b, 2)", "-", "-a", "a AND", "AND", "NOT a",
    "a OR OR b", "note:", "note:a", "{note fait}:a", "^a", "(", ")", "a)", "+", "a + b", "\\",
    "'", "'; DROP TABLE revision; --", "a\x00b", "\x00", "%", "_", "a_b", "😀", "ﬁ", "①", "²",
    "\u0301", "a\u0301\u0301", "\ufffe", "ß", "İ", "١٢", "漢字", ":", "a:b", "?", "?1", "x" * 5_000,
    " ".join(f"a{n}" for n in range(2_000)), "ǅ", "\u1c80a", "\U00016ea0",
)  # fmt: skip


@pytest.mark.parametrize("texte", HOSTILES)
def test_un_texte_hostile_ne_casse_rien(base_vide, texte):
    base = SqlBase(base_vide, HorlogeFixe())
    _remplir(base, intervention(note="rien"))
    for champ in ("texte", "mrc", "organisme", "milieu", "tenure", "activite"):
        filtre = Filtre(**{champ: texte})
        assert base.lectures.compter(filtre) == len(base.lectures.lister(filtre))


def test_une_page_collee_dans_la_recherche_ne_casse_rien(base_vide):
    page = " ".join(f"m{n}" for n in range(2_000))
    immeuble = milieu(page)
    base = SqlBase(base_vide, HorlogeFixe())
    _remplir(base, intervention(lieu=immeuble.lieu_le(JOUR)), milieux=[immeuble])
    assert base.lectures.compter(Filtre(texte=page)) == 1


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texte=st.text(st.characters(exclude_categories=("Cs",)), max_size=20))
def test_aucun_texte_ne_casse_la_recherche(base_vide, texte):
    lectures = SqlBase(base_vide, HorlogeFixe()).lectures
    assert lectures.compter(Filtre(texte=texte, milieu=texte)) == 0


def test_les_derniers_milieux_viennent_sans_repetition(base):
    noms = [milieu(nom) for nom in ("A", "B", "C", "D", "jamais")]
    a, b, c, d, _ = noms
    suite = [(a, 0), (b, 1), (a, 1), (c, -5), (d, 9)]
    entrees = [
        intervention(lieu=m.lieu_le(JOUR), date_intervention=JOUR + timedelta(days=jours))
        for m, jours in suite
    ]
    _remplir(base, *entrees, intervention(date_intervention=JOUR + timedelta(99)), milieux=noms)
    _reviser(base, entrees[-1].annuler("doublon", auteur="INT-01", le=MAINTENANT))
    assert base.lectures.derniers_milieux(8) == [a.id, b.id, c.id]
    assert base.lectures.derniers_milieux(1) == [a.id]
    assert base.lectures.derniers_milieux(0) == []


# --- the SQL against the plain re-computation of tests.fakes

_MOTS = ("santé", "bail", "élève", "école", "cœur", "voisin", "fête", "budget", "été")


def _journal(alea):
    """Organismes, milieux, first revisions and what came after, of a busy small region."""
    offices = [organisme(f"Office {n}", code=f"O{n}") for n in range(3)]
    immeubles = [
        milieu(f"{alea.choice(_MOTS).title()} {n}", organisme=alea.choice(offices).id,
               mrc=alea.choice(("La Matanie", "la matanie", "Minganie", "")))
        for n in range(8)
    ]  # fmt: skip
    lieux = [m.lieu_le(JOUR) for m in immeubles] + [contenu().lieu]
    premieres = [
        intervention(
            date_intervention=date(2024, 1, 1) + timedelta(days=alea.randrange(400)),
            duree_min=alea.randint(1, 300),
            lieu=alea.choice(lieux),
            volet=alea.choice(list(Volet)),
            activite=alea.choice(("ECOUTE", "BAIL")),
            clientele=alea.choice(("AINES", "JEUNES")),
            nb_personnes=alea.choice((None, 0, 1, 30)),
            problematiques=("ISOLEMENT", "LOGEMENT", "AUTRE")[: alea.randrange(4)],
            activites_secondaires=("CRISE",),
            references=tuple(
                Reference(destination=alea.choice(("CISSS", "OC")))
                for _ in range(alea.choice((0, 0, 1, 3)))
            ),
            note=" ".join(alea.choices(_MOTS, k=alea.randrange(6))),
            fait_marquant=alea.choice(("", "", *_MOTS)),
            personne=alea.choice(("", "P-1")),
        )
        for _ in range(400)
    ]  # fmt: skip
    suites = [
        _rectifier(i, duree_min=7, note=alea.choice(_MOTS), problematiques=("AUTRE",))
        if alea.random() < 0.7
        else i.annuler("doublon", auteur="INT-01", le=MAINTENANT)
        for i in alea.sample(premieres, 120)
    ]
    return offices, immeubles, premieres, suites


FILTRES = (
    Filtre(),
    Filtre(annulees=True),
    Filtre(statut="ANNULEE", annulees=True),
    Filtre(statut="RECTIFIEE", texte="sante"),
    Filtre(du=date(2024, 3, 1), au=date(2024, 3, 31)),
    Filtre(du=date(2024, 6, 15)),
    Filtre(mrc="LA-MATANIE"),
    Filtre(mrc="la matanie", du=date(2024, 5, 1), volet="COLLECTIF"),
    Filtre(organisme="o1"),
    Filtre(organisme="office 2", clientele="JEUNES"),
    Filtre(milieu="bail 3"),
    Filtre(tenure="OH", activite="BAIL"),
    *(Filtre(texte=mot[:taille]) for mot in _MOTS for taille in (1, 2, 9)),
    Filtre(texte="sante bail"),
    Filtre(texte="e c", annulees=True),
    Filtre(texte="coeur fete", au=date(2024, 12, 31)),
)


@pytest.mark.parametrize("graine", range(3))
@pytest.mark.parametrize("commun", [1, 500])
def test_le_sql_repond_comme_un_calcul_simple(base_vide, monkeypatch, graine, commun):
    monkeypatch.setattr("journal_scls.storage.interventions.filtres._COMMUN", commun)
    monkeypatch.setattr("journal_scls.storage.interventions.queries._PAQUET", 37)
    offices, immeubles, premieres, suites = _journal(random.Random(graine))
    sql, simple = SqlBase(base_vide, HorlogeFixe()), FakeBase()
    for base in (sql, simple):
        with base.unite() as unite:
            unite.repertoire.enregistrer_organismes(offices)
            unite.repertoire.enregistrer_milieux(immeubles)
            unite.interventions.ajouter_reprises(
                (i, rang.to_bytes(16, "big"), f"J{rang}" if rang % 3 else "")
                for rang, i in enumerate(premieres)
            )
            unite.commit()
        _reviser(base, *suites)
    for filtre in FILTRES:
        attendu = simple.lectures.lister(filtre)
        assert sql.lectures.lister(filtre) == attendu, filtre
        assert list(sql.lectures.parcourir(filtre)) == attendu[::-1]
        assert sql.lectures.lister(filtre, limite=7, decalage=5) == attendu[5:12]
        assert sql.lectures.compter(filtre) == len(attendu)
        assert sql.lectures.totaliser(filtre) == simple.lectures.totaliser(filtre)
        assert sorted(sql.lectures.faits(filtre)) == sorted(simple.lectures.faits(filtre))
    assert sql.lectures.derniers_milieux(5) == simple.lectures.derniers_milieux(5)


def test_les_faits_se_lisent_en_memoire_bornee(base_vide):
    base = SqlBase(base_vide, HorlogeFixe())
    modele = intervention(problematiques=("ISOLEMENT",), note="x" * 200)
    with base.unite() as unite:
        unite.interventions.ajouter_reprises(
            (intervention(contenu=modele.contenu), rang.to_bytes(16, "big"), "")
            for rang in range(12_000)
        )
        unite.commit()
    tracemalloc.start()
    try:
        assert sum(1 for _ in base.lectures.faits(Filtre())) == 12_000
        assert sum(1 for _ in base.lectures.parcourir(Filtre())) == 12_000
        _, sommet = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert sommet < 12_000_000
