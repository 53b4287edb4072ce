"""The figures of a region are those a naive hand would count from the lots."""

import datetime as dt
import random
from collections import Counter

import pytest

from journal_scls.application.chiffres.rapports import ParametresBilan, Rapports
from journal_scls.application.lectures import Filtre
from journal_scls.bootstrap import indicateurs, vocabulaires
from journal_scls.domain.chiffres.bilan import NON_DISPONIBLE
from journal_scls.domain.periode import Periode
from journal_scls.reports.bilan_csv import ecrire_csv
from journal_scls.reports.bilan_json import bilan_en_objet
from journal_scls.reports.bilan_texte import ecrire_texte
from tests.fabriques import HorlogeFixe
from tests.journaux_simules import JournalSimule

NOMS = "ABC"


@pytest.fixture
def journaux():
    return [JournalSimule(nom) for nom in NOMS]


@pytest.fixture
def region(region_vide, journaux):
    return region_vide.preparer(journaux)


def rapports(region):
    faits = region.base.lectures_region(region.lecteur.lire_ligne)
    return Rapports(faits, vocabulaires(), indicateurs(), HorlogeFixe(), region.region.reserves)


def vivre(journaux, hasard):
    """Entries made, corrected, cancelled, sent several times; what stands in the end."""
    lots = []
    for _ in range(160):
        journal = hasard.choice(journaux)
        jour = dt.date(2025, 1, 1) + dt.timedelta(hasard.randrange(365))
        champs = {
            "tenure": hasard.choice(("OH", "OBNL", "COOP")),
            "duree_min": hasard.choice((15, 30, 60)),
            "nb_personnes": hasard.choice((None, 0, 1, 12)),
            "volet": hasard.choice(("INDIVIDUEL", "COLLECTIF")),
            "mrc": hasard.choice(("Papineau", "Pontiac")),
        }
        if hasard.random() < 0.5:
            champs |= {"date": jour}
        else:
            champs |= {"date": None, "milieu": None, "mois": f"{jour:%Y-%m}"}
        numero = hasard.randrange(40)
        if hasard.random() < 0.2:
            journal.annuler(numero)
        else:
            journal.saisir(numero, **champs)
        if hasard.random() < 0.1:
            lots.append(journal.exporter(complet=hasard.random() < 0.3))
    lots += [journal.exporter(complet=True) for journal in journaux]
    hasard.shuffle(lots)
    return lots, [v for j in journaux for v in j.entrees.values() if not v.deleted]


@pytest.mark.parametrize("graine", range(4))
def test_the_bilan_counts_each_entry_once_in_its_last_version(region, journaux, graine):
    lots, debout = vivre(journaux, random.Random(graine))
    region.importer(*lots, *lots[:3])
    bilan = rapports(region).bilan(Periode.annee(2025))
    assert bilan.compteurs.interventions == len(debout)
    assert bilan.compteurs.participations == sum(v.nb_personnes or 0 for v in debout)
    assert bilan.compteurs.minutes == sum(v.duree_min for v in debout)
    assert bilan.compteurs.references == sum(len(v.references or ()) for v in debout)
    tenures = Counter(v.tenure for v in debout)
    for id_, tenure in (("J01", "OH"), ("J02", "OBNL"), ("J03", "COOP")):
        part = bilan.indicateur(id_).proportion
        assert (part.n, part.total) == (tenures[tenure], len(debout))


@pytest.mark.parametrize(
    ("du", "au", "coupes"),
    [
        ((3, 1), (5, 31), ()),
        ((3, 2), (5, 31), (3,)),
        ((3, 1), (5, 30), (5,)),
        ((3, 15), (3, 20), (3,)),
        ((2, 28), (4, 1), (2, 4)),
    ],
)
def test_a_month_counts_whole_or_is_said_to_be_cut(region, journaux, du, au, coupes):
    lots, debout = vivre(journaux, random.Random(9))
    region.importer(*lots)
    periode = Periode(dt.date(2025, *du), dt.date(2025, *au))
    places = [v for v in debout if v.date and v.date in periode]
    mois = [v for v in debout if v.mois and periode.du.month <= int(v.mois[5:]) <= periode.au.month]
    coupees = [v for v in mois if int(v.mois[5:]) in coupes]
    bilan = rapports(region).bilan(periode)
    assert bilan.compteurs.interventions == len(places) + len(mois) - len(coupees)
    dites = [a for a in bilan.avertissements if "du mois" in a]
    assert len(dites) == bool(coupees)
    assert not coupees or dites[0].startswith(f"{len(coupees)} intervention")


def test_every_format_says_what_the_figures_lack(region, journaux):
    journaux[0].saisir(1)
    journaux[0].exporter()
    for n in range(2, 8):
        journaux[0].saisir(n)
    region.importer(journaux[0].exporter())
    parametres = ParametresBilan(masquage_k=5)
    bilan = rapports(region).bilan(Periode.annee(2025), parametres=parametres)
    assert bilan.avertissements[0] == "1 journal sur 3, 1 trou."
    assert bilan.compteurs.personnes_distinctes == 0
    texte, csv = ecrire_texte(bilan), ecrire_csv(bilan).decode("utf-8-sig")
    for document in (texte, csv):
        assert "1 journal sur 3, 1 trou." in document
        assert NON_DISPONIBLE in document
    assert bilan_en_objet(bilan)["avertissements"] == list(bilan.avertissements)
    assert bilan_en_objet(bilan)["compteurs"]["personnes_distinctes"] == 0


def test_a_masked_bilan_does_not_count_the_few_it_could_not_place(region, journaux):
    for n in range(3):
        journaux[0].saisir(n, date=None, milieu=None, mois="2025-03")
    region.importer(journaux[0].exporter())
    periode = Periode(dt.date(2025, 3, 2), dt.date(2025, 12, 31))
    bilan = rapports(region).bilan(periode, parametres=ParametresBilan(masquage_k=5))
    assert any(a.startswith("moins de 5 interventions") for a in bilan.avertissements)


@pytest.mark.parametrize(
    ("filtre", "attendu"),
    [
        (Filtre(), 3),
        (Filtre(tenure="OH"), 2),
        (Filtre(mrc="PAPINEAU"), 1),
        (Filtre(mrc="-"), 0),
        (Filtre(organisme="office d’habitation fictif"), 3),
        (Filtre(milieu="hlm-12"), 2),
        (Filtre(milieu="Habitations les erables"), 2),
        (Filtre(texte="erab"), 2),
        (Filtre(texte="rien"), 0),
    ],
)
def test_filters_work_on_the_region(region, journaux, filtre, attendu):
    journaux[0].saisir(1)
    journaux[1].saisir(1, mrc="Papineau")
    journaux[2].saisir(1, tenure="COOP", date=None, milieu=None, mois="2025-03")
    region.importer(*(j.exporter() for j in journaux))
    faits = region.base.lectures_region(region.lecteur.lire_ligne)
    assert faits.compter(filtre) == attendu
