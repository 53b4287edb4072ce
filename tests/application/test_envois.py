"""Making lots of a real encrypted journal, read back as the region reads them."""

import json
from dataclasses import replace
from datetime import date

import pytest

from journal_scls.application.lots.ports_lots import CleSignature
from journal_scls.domain.echange.partage import GenreLot
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.periode import Periode
from journal_scls.sync.lot.enregistrement import Enregistrement, Retrait
from tests.fabriques import brouillon, lieu, milieu, organisme
from tests.journaux_lots import EXPEDITEUR, JournalLots, creer_dossier, journal_de
from tests.sync.lot import outils as cles

MARS = Periode(date(2025, 3, 1), date(2025, 3, 31))


@pytest.fixture(scope="module")
def modele(tmp_path_factory):
    return creer_dossier(tmp_path_factory.mktemp("modele") / "dossier")


@pytest.fixture
def journal(modele, tmp_path):
    with journal_de(modele, tmp_path) as ouvert:
        yield ouvert


def versions(lot):
    return {ligne.version.id: ligne.version for ligne in lot.lignes()}


def seul(lot):
    (version,) = versions(lot).values()
    return version


def test_the_first_lot_holds_every_entry(journal):
    ids = {str(journal.saisir()) for _ in range(3)}
    lot = journal.exporter()
    assert set(versions(lot)) == ids
    m = lot.manifeste
    assert (m.seq, m.epoch, m.prev, m.since_ack, m.kind) == (1, 1, None, 0, "delta")
    assert m.counts.ecritures == 3
    assert m.journal_id == cles.JOURNAL.id
    assert m.state == cles.etat_de(lot)


def test_an_empty_journal_says_so(journal):
    m = journal.exporter().manifeste
    assert (m.counts.ecritures, m.state.count) == (0, 0)


def test_lots_are_chained_and_grow_until_they_are_acknowledged(journal):
    a = journal.saisir()
    premier = journal.exporter()
    b = journal.saisir()
    second = journal.exporter()
    assert second.manifeste.prev == premier.empreinte
    assert set(versions(second)) == {str(a), str(b)}
    journal.accuser(1)
    c, troisieme = journal.saisir(), journal.exporter()
    assert troisieme.manifeste.since_ack == 1
    assert set(versions(troisieme)) == {str(b), str(c)}
    assert troisieme.manifeste.state.count == 3


def test_two_clicks_make_one_lot_and_two_files(journal):
    journal.saisir()
    premier = journal.envois.exporter(journal.sortie)
    second = journal.envois.exporter(journal.sortie)
    assert (premier.seq, premier.empreinte) == (second.seq, second.empreinte)
    assert (premier.refait, second.refait) == (False, True)
    assert premier.fichier.read_bytes() != second.fichier.read_bytes()
    assert len(journal.envois.lister()) == 1


def test_an_acknowledged_lot_is_followed_by_another_even_with_nothing_new(journal):
    journal.saisir()
    journal.exporter()
    journal.accuser(1)
    suivant = journal.exporter()
    assert suivant.manifeste.seq == 2
    assert not versions(suivant)


def test_an_old_lot_is_made_again_with_the_same_manifest(journal):
    journal.saisir()
    premier = journal.exporter()
    journal.saisir()
    journal.exporter()
    refait = cles.lire(journal.envois.reexporter(journal.sortie, 1).fichier.read_bytes())
    assert refait.empreinte == premier.empreinte
    assert refait.octets == premier.octets


def test_a_lot_made_again_goes_to_the_recipients_of_today(journal):
    journal.saisir()
    premier = journal.exporter()
    nouvelle = cles.identite(cles.Role.COORDINATION, "nouvelle cle de la region")
    ailleurs = replace(EXPEDITEUR, destinataires=(nouvelle.publique.destinataire,))
    ecrit = journal.outiller(expediteur=lambda _: ailleurs).reexporter(journal.sortie, 1)
    lu = cles.lecteur.lire_lot(
        ecrit.fichier.read_bytes(), [nouvelle.identite_age], cles.REGISTRE.get,
        region=cles.REGION.id,
    )  # fmt: skip
    assert lu.empreinte == premier.empreinte


def test_a_lot_that_was_never_made_cannot_be_made_again(journal):
    with pytest.raises(RegleMetier, match="pas fait de lot 4"):
        journal.envois.reexporter(journal.sortie, 4)
    assert not journal.sortie.exists()


@pytest.mark.parametrize(
    "changes",
    [
        {"note": "autre chose"},
        {"fait_marquant": "un bon coup"},
        {"personne": "L-042"},
        {"suivi": "rappeler", "suivi_le": date(2025, 4, 1)},
        {"source_financement": "PSL"},
        {"projet": "Jardin de Mme Tremblay"},
        {"roles": (("LOCATAIRE", 1),)},
        {"nb_nouvelles": 1},
        {"activites_secondaires": ("BUDGET",)},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_what_does_not_leave_moves_nothing(journal, changes):
    id_ = journal.saisir()
    premier = journal.exporter()
    journal.corriger(id_, **changes)
    assert journal.exporter().empreinte == premier.empreinte


def test_a_shared_field_moves_the_revision_once(journal):
    id_ = journal.saisir()
    journal.exporter()
    journal.corriger(id_, note="rien")
    journal.corriger(id_, duree_min=60)
    journal.corriger(id_, duree_min=90)
    lot = journal.exporter()
    assert (seul(lot).rev, seul(lot).duree_min, lot.manifeste.seq) == (2, 90, 2)


def test_a_change_that_is_taken_back_leaves_nothing_new(journal):
    id_ = journal.saisir()
    premier = journal.exporter()
    journal.corriger(id_, duree_min=90)
    journal.corriger(id_, duree_min=45)
    assert journal.exporter().empreinte == premier.empreinte


def test_a_cancelled_entry_that_left_is_taken_back_and_may_return(journal):
    id_ = journal.saisir()
    journal.exporter()
    journal.annuler(id_)
    retrait = journal.exporter()
    assert seul(retrait) == Retrait(id=str(id_), ep=1, rev=2)
    assert (retrait.manifeste.counts.ecritures, retrait.manifeste.counts.retraits) == (0, 1)
    journal.retablir(id_)
    revenue = seul(journal.exporter())
    assert isinstance(revenue, Enregistrement)
    assert revenue.rev == 3


def test_a_cancelled_entry_that_never_left_is_absent(journal):
    journal.annuler(journal.saisir())
    assert not versions(journal.exporter())


def test_a_draft_does_not_leave(journal):
    with journal.base.unite() as unite:
        unite.brouillons.enregistrer(brouillon())
        unite.commit()
    assert not versions(journal.exporter())


def test_a_change_of_the_directory_moves_the_entries_of_the_place(journal):
    office, petit = organisme(), milieu("Les Lilas", nb_logements=12)
    journal.decrire(organismes=[office], milieux=[petit])
    touchee = journal.saisir(lieu=lieu(petit))
    journal.saisir()
    journal.exporter()
    journal.accuser(1)
    grand = replace(petit, etats=(replace(petit.etats[0], nb_logements=40),))
    journal.decrire(milieux=[grand])
    version = seul(journal.exporter())
    assert version.id == str(touchee)
    assert (version.rev, version.milieu.nom, version.mois) == (2, "Les Lilas", None)
    journal.decrire(milieux=[petit])
    assert seul(journal.exporter()).milieu is None


def test_unticking_takes_the_faits_marquants_back(journal):
    journal.saisir(fait_marquant="Une fête")
    assert seul(journal.exporter()).fait_marquant is None
    journal.envois.partager_faits_marquants(oui=True)
    assert seul(journal.exporter()).fait_marquant == "Une fête"
    journal.envois.partager_faits_marquants(oui=False)
    assert seul(journal.exporter()).fait_marquant is None


def test_a_complete_lot_holds_what_was_acknowledged_too(journal):
    a = journal.saisir()
    journal.exporter()
    journal.accuser(1)
    lot = journal.exporter(GenreLot.COMPLET)
    assert set(versions(lot)) == {str(a)}
    assert lot.manifeste.kind == "complet"
    assert journal.exporter(GenreLot.COMPLET).empreinte == lot.empreinte
    # It says all that a delta would.
    assert journal.exporter().empreinte == lot.empreinte


def test_a_closing_lot_says_what_it_closes(journal):
    journal.saisir()
    journal.exporter()
    lot = journal.exporter(GenreLot.CLOTURE, MARS)
    assert (lot.manifeste.seq, lot.manifeste.kind) == (2, "cloture")
    assert (lot.manifeste.period.du, lot.manifeste.period.au) == ("2025-03-01", "2025-03-31")
    assert journal.exporter(GenreLot.CLOTURE, MARS).empreinte == lot.empreinte
    avril = Periode(date(2025, 4, 1), date(2025, 4, 30))
    assert journal.exporter(GenreLot.CLOTURE, avril).manifeste.seq == 3


def test_only_a_closing_lot_has_a_period(journal):
    for genre, periode in ((GenreLot.CLOTURE, None), (GenreLot.DELTA, MARS)):
        with pytest.raises(RegleMetier, match="clôture"):
            journal.envois.exporter(journal.sortie, genre, periode)
    assert not journal.envois.lister()


def test_the_preview_is_what_leaves(journal):
    journal.saisir(note="secret", problematiques=("ISOLEMENT",))
    apercu = journal.envois.apercu()
    assert not journal.envois.lister()
    assert not (journal.dossier / "etat.json").exists()
    lot = journal.exporter(condense=apercu.condense)
    assert [ligne.octets for ligne in lot.lignes()] == list(apercu.lignes)
    assert lot.manifeste.charge.raw_sha256 == apercu.condense
    assert journal.envois.apercu().condense == apercu.condense


def test_every_field_of_a_line_is_in_the_preview_in_words(journal):
    grand = milieu("Les Érables", nb_logements=40, code="E")
    journal.decrire(milieux=[grand])
    journal.saisir(lieu=lieu(grand), problematiques=("ISOLEMENT",), tranches=(0, 0, 1, 0, 0))
    apercu = journal.envois.apercu()
    decrite = apercu.decrire(apercu.lignes[0])
    champs = {c.champ: c.valeur for c in decrite.champs}
    assert set(champs) == set(json.loads(apercu.lignes[0])) - {"id", "ep", "rev", "deleted"}
    assert champs["milieu"] == "Les Érables (E)"
    assert champs["tranches"] == "18-35 : 1"
    assert champs["activite"] == "Écoute"
    assert not any("inconnu" in c.libelle for c in decrite.champs)


def test_an_export_is_refused_when_the_preview_is_no_longer_true(journal):
    journal.saisir()
    condense = journal.envois.apercu().condense
    journal.saisir()
    with pytest.raises(RegleMetier, match="changé depuis l'aperçu"):
        journal.envois.exporter(journal.sortie, condense=condense)
    assert not journal.envois.lister()
    assert not journal.sortie.exists()


def test_a_journal_reopened_goes_on_where_it_was(journal: JournalLots, tmp_path):
    journal.saisir()
    premier = journal.exporter()
    journal.fermer()
    encore = JournalLots(journal.dossier, journal.sortie)
    try:
        assert encore.exporter().empreinte == premier.empreinte
        encore.saisir()
        assert encore.exporter().manifeste.prev == premier.empreinte
    finally:
        encore.fermer()


def test_the_key_is_the_one_of_the_lot(journal):
    nouvelle = cles.identite(cles.Role.INTERVENANT, "journal apres rotation")
    change = replace(EXPEDITEUR, cles=(CleSignature(nouvelle.cle_secrete, 1, 2), *EXPEDITEUR.cles))
    envois = journal.outiller(expediteur=lambda _: change)
    registre = cles.REGISTRE | {nouvelle.publique.cle: cles.JOURNAL.id}
    signataires = []
    for _ in range(2):
        journal.saisir()
        octets = envois.exporter(journal.sortie).fichier.read_bytes()
        lu = cles.lecteur.lire_lot(
            octets, [cles.REGION.identite_age], registre.get, region=cles.REGION.id
        )
        signataires.append(lu.cle)
    assert signataires == [cles.JOURNAL.publique.cle, nouvelle.publique.cle]
