"""What the window reads of figures: filters that follow the directory, and what is behind them."""

import random
from collections import Counter
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from journal_scls.application.chiffres.consultations import Demande
from journal_scls.application.lectures import Filtre
from journal_scls.application.operation import Cancelled, Progress
from journal_scls.domain.chiffres.bilan import ParametresBilan
from journal_scls.domain.chiffres.calendrier import Recul
from journal_scls.domain.chiffres.comptes import compter
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.periode import Periode
from journal_scls.domain.protection.chiffres import INDICATEURS
from journal_scls.domain.repertoire.partenaires import Projet
from tests.fabriques import contenu, milieu, organisme
from tests.gui.ateliers import PHRASE, faire_atelier, profil
from tests.gui.regions import RegionDeTest
from tests.journaux_simules import JournalSimule
from tests.storage.segments.outils import CHAMPS, dits
from tests.storage.segments.regions import NOMS, pieges, vivre

ANNEE = Periode.annee(2025)


@pytest.fixture
def journal(tmp_path):
    """Two offices, the old one merged into the new one; an entry in each, one without milieu."""
    journal, _code = faire_atelier().creer(tmp_path / "journal", profil(), PHRASE)
    nouveau = organisme("Office nouveau", code="ON")
    ancien = organisme("Office ancien", successeur=nouveau.id, valide_au=date(2025, 1, 31))
    autre = organisme("Coop à part")
    lieux = [milieu(f"Milieu {o.nom}", organisme=o.id) for o in (ancien, nouveau, autre)]
    with journal.base.unite() as unite:
        unite.repertoire.enregistrer_organismes((nouveau, ancien, autre))
        unite.repertoire.enregistrer_milieux(lieux)
        unite.commit()
    for m in lieux:
        jour = date(2025, 2, 3)
        journal.interventions.saisir(contenu(date_intervention=jour, lieu=m.lieu_le(jour)))
    journal.interventions.saisir(contenu(date_intervention=date(2025, 2, 3)))
    yield journal
    journal.fermer()


def compte(journal, **territoire):
    filtre = journal.consultations.filtre(**territoire)
    lue = journal.consultations.lire(Demande(periode=ANNEE, filtre=filtre))
    return lue.bilan.compteurs.interventions


def test_an_organisme_as_of_then_or_as_of_today(journal):
    assert compte(journal, organisme="office nouveau") == 1
    assert compte(journal, organisme="office nouveau", actuel=True) == 2
    assert compte(journal, organisme="on", actuel=True) == 2
    assert compte(journal, organisme="Office ancien", actuel=True) == 2
    assert compte(journal, organisme="Inconnu", actuel=True) == 0
    assert compte(journal) == 4


def test_what_was_asked_is_printed(journal):
    filtre = journal.consultations.filtre(organisme="ON", actuel=True)
    lue = journal.consultations.lire(Demande(periode=ANNEE, filtre=filtre))
    assert lue.bilan.filtres == (("organismes", "ON ou Office ancien ou Office nouveau"),)
    assert lue.bilan.filtres_lus == (("organismes", "Office nouveau, avec Office ancien"),)
    assert lue.diapo.territoire == "Office nouveau, avec Office ancien"


def test_what_was_asked_by_code_is_read_in_words(journal):
    jardin = Projet(id=nouvel_identifiant(), code="JARDIN", titre="Jardin collectif")
    with journal.base.unite() as unite:
        unite.partenaires.enregistrer_projets((jardin,))
        unite.commit()
    filtre = journal.consultations.filtre(
        mrc="La Vallée", tenure="OH", volet="COLLECTIF", projet="JARDIN"
    )
    bilan = journal.consultations.lire(Demande(periode=ANNEE, filtre=filtre)).bilan
    (code,) = filtre.projets
    assert dict(bilan.filtres)["projets"] == code
    assert bilan.filtres_lus == (
        ("mrc", "La Vallée"),
        ("tenure", "Office d'habitation"),
        ("volet", "Approche communautaire"),
        ("projets", f"Jardin collectif ({code})"),
    )


def test_a_code_that_nothing_has_is_refused(journal):
    with pytest.raises(RegleMetier, match="n'est le code d'aucun projet"):
        journal.consultations.filtre(projet="NULLE")


def test_everything_is_read_at_once_and_compared(journal):
    lue = journal.consultations.lire(Demande(periode=ANNEE, recul=Recul.AN_DERNIER))
    assert lue.avant is not None
    assert lue.avant.periode == Periode.annee(2024)
    assert lue.avant.indicateur("J01").proportion.affiche == "s. o."
    assert lue.diapo.bilan is lue.bilan is lue.document.bilan


def test_masked_periods_that_overlap_are_not_put_side_by_side(journal):
    deux_ans = Periode(date(2024, 1, 1), date(2025, 12, 31))
    masque = ParametresBilan(masquage_k=5)
    with pytest.raises(RegleMetier, match="se chevauchent"):
        journal.consultations.lire(
            Demande(periode=deux_ans, parametres=masque, recul=Recul.AN_DERNIER)
        )
    for demande in (
        Demande(periode=deux_ans, parametres=masque, recul=Recul.PRECEDENTE),
        Demande(periode=deux_ans, recul=Recul.AN_DERNIER),
        Demande(periode=ANNEE, parametres=masque, recul=Recul.AN_DERNIER),
    ):
        assert journal.consultations.lire(demande).avant is not None


def test_entries_behind_a_figure_are_those_it_counts(journal):
    lire = journal.consultations
    lue = lire.lire(Demande(periode=ANNEE))
    dessous = lire.dessous(lue, (INDICATEURS, "J01"))
    assert len(dessous.ecritures) == lue.bilan.indicateur("J01").proportion.n == 3
    (seule,) = lire.dessous(lue, ("par_organisme", "Office ancien")).ecritures
    assert seule.organisme == "Office ancien"
    reste = lire.dessous(lue, ("par_organisme", "")).ecritures
    assert [e.organisme for e in reste] == [""]
    arret = Progress()
    arret.annuler()
    with pytest.raises(Cancelled):
        lire.dessous(lue, (INDICATEURS, "J01"), arret)


@pytest.fixture
def region(tmp_path):
    region = RegionDeTest(tmp_path / "region", tuple(NOMS))
    simules: list[JournalSimule] = list(region.simules.values())
    region.recevoir(*pieges(simules[0]), *vivre(simules, random.Random(5), 120))
    yield region
    region.fermer()


@pytest.mark.parametrize("filtre", [Filtre(), Filtre(tenure="OH"), Filtre(organisme="office a")])
def test_the_journals_of_a_region_add_up_to_it(region, filtre):
    source = region.region.base.lectures_region(region.region.lecteur.lire_ligne)
    par_journal = source.comptes_par_journal(filtre, ANNEE, CHAMPS)
    tout = source.comptes(filtre, ANNEE, CHAMPS)
    assert all(isinstance(id_, UUID) for id_ in par_journal)
    assert sum((c.references for c in par_journal.values()), Counter()) == tout.references
    assert sum(c.totaux.interventions for c in par_journal.values()) == tout.totaux.interventions
    seul = next(iter(region.simules.values()))
    tous = list(source.faits(filtre))
    assert dits(compter(tous, ANNEE, CHAMPS)) == dits(tout)
    assert par_journal[seul.id].totaux.interventions <= tout.totaux.interventions
    with pytest.raises(ValueError, match="words"):
        source.comptes_par_journal(replace(filtre, texte="bosq"), ANNEE, CHAMPS)


def test_journals_behind_a_figure_add_up_to_it(region):
    lire = region.journal.consultations
    sans = Demande(periode=ANNEE, parametres=ParametresBilan(masquage_k=None))
    lue = lire.lire(sans)
    for adresse, n in (
        ((INDICATEURS, "J06"), lue.bilan.indicateur("J06").proportion.n),
        (("par_mrc", ""), lue.bilan.tableau("par_mrc").lignes[-1].nombres[0]),
    ):
        parts = lire.dessous(lue, adresse).journaux
        assert sum(int(p.nombre) for p in parts) == n
        assert all(p.lots != "aucun" for p in parts)


def test_the_parts_of_a_hidden_figure_are_all_hidden(region):
    lire = region.journal.consultations
    seuil = 10_000
    lue = lire.lire(Demande(periode=ANNEE, parametres=ParametresBilan(masquage_k=seuil)))
    parts = lire.dessous(lue, (INDICATEURS, "J06")).journaux
    assert {p.nombre for p in parts} == {"masqué"}


def test_a_coordination_masks_unless_told_otherwise(region, journal):
    assert region.journal.consultations.seuil_par_defaut == 5
    assert journal.consultations.seuil_par_defaut is None


def test_what_may_be_asked_is_in_the_directory_or_in_the_figures(region, journal):
    lire = journal.consultations
    choix = lire.choix(lire.lire(Demande(periode=ANNEE)).bilan)
    assert choix.organismes == ("Coop à part", "Office ancien", "Office nouveau")
    assert choix.mrc == ("La Matanie",)
    lire = region.journal.consultations
    choix = lire.choix(lire.lire(Demande(periode=ANNEE)).bilan)
    assert {"Papineau", "Pontiac"} <= set(choix.mrc)
    rien = lire.lire(Demande(periode=ANNEE, filtre=Filtre(mrc="Nulle part"))).bilan
    assert lire.choix(rien, choix) == choix
