"""Published documents never change; what happens to their entries afterwards is counted."""

import random
from collections import Counter
from datetime import date
from itertools import count

import pytest
from sqlalchemy.exc import DatabaseError

from journal_scls.application.chiffres.impressions import Impressions
from journal_scls.application.chiffres.rapports import ParametresBilan, Rapports
from journal_scls.application.interventions.interventions import Interventions
from journal_scls.application.lectures import Filtre
from journal_scls.application.operation import Cancelled, Progress
from journal_scls.application.publications.publications import Publications
from journal_scls.bootstrap import indicateurs, vocabulaires
from journal_scls.domain.documents.publication import CodeVerification, Difference
from journal_scls.domain.errors import Environnement, RegleMetier
from journal_scls.domain.periode import Periode
from journal_scls.domain.profil import Role
from journal_scls.reports.bilan_json import ecrire_json
from journal_scls.reports.bilan_texte import ecrire_texte
from journal_scls.storage.base import SqlBase
from tests.fabriques import HorlogeFixe, contenu, profil
from tests.journaux_simules import JournalSimule

MARS = Periode.mois(2025, 3)
K5 = ParametresBilan(masquage_k=5)
ACTES = (("ECOUTE", "C4"), ("VISITE", "C4"), ("BAIL", "C1"), ("BUDGET", "C2"))


class Journal:
    """A journal's own entries and publications, on a real encrypted file."""

    def __init__(self, engine) -> None:
        self.horloge = HorlogeFixe()
        self.base = SqlBase(engine, self.horloge)
        with self.base.unite() as unite:
            unite.enregistrer_profil(profil())
            unite.commit()
        self.entrees = Interventions(self.base.unite, vocabulaires(), self.horloge)
        self.publications, self.rapports = publier_de(self.base, self.base.lectures, self.horloge)

    def saisir(self, jour: date, **champs):
        return self.entrees.saisir(contenu(date_intervention=jour, **champs))

    def corriger(self, entree, **champs):
        actuelle = self.entrees.lire(entree.id)
        nouveau = contenu(date_intervention=actuelle.contenu.date_intervention, **champs)
        return self.entrees.corriger(entree.id, nouveau)

    def remplir(self, hasard, *, nombre=40, mois=(3,)):
        entrees = []
        for _ in range(nombre):
            activite, categorie = hasard.choice(ACTES)
            jour = date(2025, hasard.choice(mois), hasard.randint(1, 28))
            entrees.append(self.saisir(jour, activite=activite, categorie=categorie))
        return entrees


def publier_de(base, source, horloge, region=None):
    role = Role.INTERVENANT if region is None else Role.COORDINATION
    reserves = {} if region is None else {"reserves": region.reserves}
    rapports = Rapports(source, vocabulaires(), indicateurs(), horloge, **reserves)
    impressions = Impressions(
        profil=profil(role=role),
        lectures=base.lectures,
        unite=base.unite,
        region=region,
        indicateurs=indicateurs(),
        vocabulaires=vocabulaires(),
        horloge=horloge,
    )
    publications = Publications(
        unite=base.unite,
        source=source,
        rapports=rapports,
        impressions=impressions,
        indicateurs=indicateurs(),
    )
    rapports.notes = publications.notes
    return publications, rapports


@pytest.fixture
def journal(base_vide):
    return Journal(base_vide)


def test_a_document_read_again_is_the_one_that_was_published(journal):
    entrees = journal.remplir(random.Random(1))
    publie = journal.publications.publier("comité", MARS, parametres=K5)
    journal.entrees.annuler(entrees[0].id, "double")
    journal.horloge.avancer(days=40)
    relu = journal.publications.relire(publie.code.affiche)
    assert relu == publie
    assert ecrire_texte(relu.bilan) == ecrire_texte(publie.bilan)
    assert ecrire_json(relu.bilan) == ecrire_json(publie.bilan)
    assert relu.ecritures == 40


def test_a_correction_afterwards_is_a_note_and_never_a_silent_change(journal):
    entrees = journal.remplir(random.Random(2))
    publie = journal.publications.publier("comité", MARS, figer=True)
    verifier = journal.publications.verifier_code
    assert verifier(publie.code.contenu_qr).difference.phrase == "identique"
    journal.corriger(entrees[3], duree_min=90)
    assert verifier(publie.code.affiche.lower()).difference.phrase == "1 écriture rectifiée depuis"
    journal.saisir(date(2025, 3, 2))
    journal.saisir(date(2025, 3, 3))
    phrase = "2 écritures ajoutées, 1 écriture rectifiée depuis"
    assert verifier(publie.code.affiche).difference.phrase == phrase
    bilan = journal.rapports.bilan(Periode.annee(2025))
    assert [a for a in bilan.avertissements if "figée" in a] == [
        f"Période figée, mars 2025 (« comité », code {publie.code.insecable}) : {phrase}."
    ]
    # So does a document about some of its days; one about others, or another question, does not.
    for periode, filtre, dite in (
        (Periode(date(2025, 3, 2), date(2025, 3, 9)), Filtre(), True),
        (Periode.mois(2025, 4), Filtre(), False),
        (Periode.annee(2025), Filtre(tenure="OH"), False),
    ):
        autre = journal.rapports.bilan(periode, filtre)
        assert any("figée" in a for a in autre.avertissements) is dite


@pytest.mark.parametrize("graine", range(6))
def test_the_difference_counts_every_kind_of_change(journal, graine):
    hasard = random.Random(graine)
    avant = journal.remplir(hasard, nombre=25)
    publie = journal.publications.publier("comité", MARS)
    attendu: Counter[str] = Counter()
    restent = list(avant)
    for _ in range(15):
        geste = hasard.choice(("ajouter", "corriger", "annuler", "deplacer", "ailleurs"))
        if geste == "ajouter":
            journal.saisir(date(2025, 3, hasard.randint(1, 31)))
            attendu["ajoutees"] += 1
        elif geste == "ailleurs":
            journal.saisir(date(2025, 4, 2))
        elif restent:
            entree = restent.pop(hasard.randrange(len(restent)))
            if geste == "corriger":
                for duree in range(20, 20 + hasard.randint(1, 3)):
                    journal.corriger(entree, duree_min=duree)
                attendu["rectifiees"] += 1
            elif geste == "annuler":
                journal.entrees.annuler(entree.id, "double")
                attendu["retirees"] += 1
            else:
                journal.entrees.corriger(entree.id, contenu(date_intervention=date(2025, 5, 1)))
                attendu["retirees"] += 1
    assert journal.publications.difference(publie.code.affiche) == Difference(**attendu)


def test_the_same_state_has_the_same_bytes(base_vide):
    journal = Journal(base_vide)
    journal.remplir(random.Random(3))
    un = journal.publications.publier("un", MARS, parametres=K5)
    deux = journal.publications.publier("deux", MARS, parametres=K5)
    assert ecrire_json(un.bilan) == ecrire_json(deux.bilan)
    assert un.releve == deux.releve


def test_what_a_series_published_is_not_given_away_by_the_next_document(journal):
    hasard = random.Random(4)
    journal.remplir(hasard, nombre=60, mois=(1, 2, 3))
    journal.remplir(hasard, nombre=8, mois=(4,))
    debut = Periode(date(2025, 1, 1), date(2025, 3, 31))
    suite = Periode(date(2025, 1, 1), date(2025, 4, 30))
    premier = journal.publications.publier("comité", debut, parametres=K5).bilan
    second = journal.publications.publier("comité", suite, parametres=K5).bilan
    seul = journal.rapports.bilan(suite, parametres=K5)
    montres = [{li.code: li.nombres[0] for li in b.tableau("par_activite").lignes}
               for b in (premier, second, seul)]  # fmt: skip
    ecarts = {code: montres[2][code] - n for code, n in montres[0].items() if n is not None}
    petits = [code for code, ecart in ecarts.items() if 0 < ecart < 5]
    assert petits  # alone, the second document would have told them
    assert all(montres[1][code] is None for code in petits)


def test_too_little_is_not_published_beside_what_already_is(journal):
    journal.remplir(random.Random(5), nombre=30)
    journal.publications.publier("comité", MARS, parametres=K5)
    journal.remplir(random.Random(6), nombre=3, mois=(4,))
    deux_mois = Periode(date(2025, 3, 1), date(2025, 4, 30))
    with pytest.raises(RegleMetier, match="trop peu"):
        journal.publications.publier("comité", deux_mois, parametres=K5)
    journal.publications.publier("autre", deux_mois, parametres=K5)


@pytest.mark.parametrize(
    ("serie", "periode", "filtre", "parametres", "raison"),
    [
        ("comité", Periode(date(2025, 3, 1), date(2025, 3, 30)), None, None, "mois entiers"),
        ("", MARS, None, None, "nommer la série"),
        ("x" * 61, MARS, None, None, "nommer la série"),
        ("comité", MARS, None, None, "figée"),
        ("comité", Periode.annee(2025), Filtre(tenure="OH"), None, "autres filtres"),
        ("comité", Periode.annee(2025), None, K5, "masque"),
    ],
)
def test_what_cannot_be_published(journal, serie, periode, filtre, parametres, raison):  # noqa: PLR0917 - a table of cases
    journal.remplir(random.Random(7), nombre=12)
    journal.publications.publier("comité", MARS, figer=True)
    with pytest.raises(RegleMetier, match=raison):
        journal.publications.publier(serie, periode, filtre, parametres)
    assert len(journal.publications.lister()) == 1


def test_a_period_is_closed_once_in_its_series(journal):
    journal.remplir(random.Random(8), nombre=12)
    un = journal.publications.publier("comité", MARS)
    journal.horloge.avancer(hours=1)
    deux = journal.publications.publier("comité", MARS)
    assert journal.publications.figer(un.code.affiche).figee_le is not None
    for code in (un.code.affiche, deux.code.affiche):
        with pytest.raises(RegleMetier, match="figée"):
            journal.publications.figer(code)


def test_two_editions_of_a_period_are_both_kept(journal):
    entrees = journal.remplir(random.Random(11), nombre=30)
    un = journal.publications.publier("comité", MARS, parametres=K5)
    with pytest.raises(RegleMetier, match=rf"vient d'être publié.* {un.code.affiche}"):
        journal.publications.publier("comité", MARS, parametres=K5)  # a second click
    journal.horloge.avancer(hours=1)
    journal.corriger(entrees[0], duree_min=90)
    deux = journal.publications.publier("comité", MARS, parametres=K5, figer=True)
    assert [p.code for p in journal.publications.lister()] == [un.code, deux.code]
    assert journal.publications.relire(un.code.affiche) == un
    assert journal.publications.difference(un.code.affiche).phrase == "1 écriture rectifiée depuis"
    assert journal.publications.difference(deux.code.affiche).identique


class Arret(Progress):
    """Somebody who presses « Annuler » before the step of that number."""

    def __init__(self, etape: int) -> None:
        super().__init__()
        self._reste = etape

    def verifier(self) -> None:
        self._reste -= 1
        if self._reste < 0:
            self.annuler()
        super().verifier()


def test_cancelling_at_any_step_keeps_nothing(journal):
    journal.remplir(random.Random(12), nombre=15)  # few of each act: what to hide is looked for
    for etape in count():
        try:
            journal.publications.publier("comité", MARS, parametres=K5, figer=True,
                                         progress=Arret(etape))  # fmt: skip
        except Cancelled:
            assert journal.publications.lister() == []
        else:
            break
    assert etape > 3
    assert [p.figee_le is not None for p in journal.publications.lister()] == [True]


@pytest.mark.parametrize("copie", ["{0}", "{1}", " {2} ", "scls:{0}", "{3}", "{4}"])
def test_a_code_copied_by_hand_is_the_same_code(copie):
    code = CodeVerification("0O1IL0ABCDEF".translate(str.maketrans("OIL", "011")))
    affiche = code.affiche
    ecrits = (affiche.lower(), affiche.replace("0", "O").replace("1", "l"),
              affiche.replace("-", " "), affiche.replace("-", "\u2013"),
              affiche.replace("-", "\u202f"))  # fmt: skip
    assert CodeVerification.lire(copie.format(*ecrits)) == code


def test_an_unknown_code_and_a_bad_one_are_told_apart(journal):
    with pytest.raises(RegleMetier, match="n'a le code"):
        journal.publications.relire("0000-0000-0000")
    for faux in ("", "ABCD", "ABCD-EFGH-JKMU", "il y a 12 s"):
        with pytest.raises(RegleMetier, match="pas un code"):
            journal.publications.relire(faux)


@pytest.mark.parametrize("table", ["publication", "periode_close"])
@pytest.mark.parametrize("ordre", ["UPDATE {} SET serie = 'x'", "DELETE FROM {}"])
def test_nothing_rewrites_a_publication(journal, base_vide, table, ordre):
    journal.remplir(random.Random(9), nombre=6)
    journal.publications.publier("comité", MARS, figer=True)
    with base_vide.begin() as connexion, pytest.raises((DatabaseError, Environnement)):
        connexion.exec_driver_sql(ordre.format(table))


def test_a_document_that_was_tampered_with_is_not_shown(journal, base_vide):
    journal.remplir(random.Random(10), nombre=6)
    publie = journal.publications.publier("comité", MARS)
    with base_vide.begin() as connexion:
        connexion.exec_driver_sql("DROP TRIGGER publication_immuable")
        connexion.exec_driver_sql(
            "UPDATE publication SET document = CAST(replace(document, '6', '7') AS BLOB)"
        )
    with pytest.raises(Environnement, match="n'est plus tel"):
        journal.publications.relire(publie.code.affiche)


def test_a_region_publishes_and_compares_what_it_received(region_vide):
    journaux = [JournalSimule(nom) for nom in "AB"]
    region = region_vide.preparer(journaux)
    for journal in journaux:
        for numero in range(12):
            journal.saisir(numero, date=date(2025, 3, 1 + numero))
    region.importer(*(journal.exporter() for journal in journaux))
    source = region.base.lectures_region(region.lecteur.lire_ligne)
    publications, rapports = publier_de(region.base, source, region.horloge, region.region)
    publie = publications.publier("comité régional", MARS, parametres=K5, figer=True)
    assert publie.ecritures == 24
    assert [lots.lots for lots in publie.provenance.lots] == ["1", "1"]
    assert publications.difference(publie.code.affiche).identique
    journaux[0].annuler(3)
    journaux[0].saisir(5, date=date(2025, 3, 20))
    journaux[1].saisir(40, date=date(2025, 3, 30))
    journaux[1].saisir(41, date=date(2025, 4, 1))
    region.importer(*(journal.exporter() for journal in journaux))
    assert publications.difference(publie.code.affiche) == Difference(1, 1, 1)
    assert publications.relire(publie.code.affiche) == publie
    phrase = "1 écriture ajoutée, 1 écriture rectifiée, 1 écriture retirée depuis"
    assert any(phrase in a for a in rapports.bilan(Periode.annee(2025)).avertissements)
    region.revoquer(journaux[1], 1)  # its later lots count no more
    assert publications.difference(publie.code.affiche) == Difference(0, 1, 1)
    region.revoquer(journaux[0], 0)  # nor does any of this one's
    assert publications.difference(publie.code.affiche) == Difference(0, 0, 12)
    assert publications.relire(publie.code.affiche) == publie
