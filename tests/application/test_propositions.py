"""Local cards proposed to the region, and what comes back of it."""

import gzip
import json
import logging
from datetime import date

import pytest

from journal_scls.domain.echange.refus import CodeInscription, RefusInscription
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.repertoire.lieux import EtatMilieu, Tenure
from journal_scls.domain.repertoire.partenaires import Projet, ServicePartenaire
from journal_scls.domain.repertoire.proposition import ChoixProposition as Choix
from journal_scls.domain.repertoire.refus import CodeRepertoire, RefusRepertoire
from journal_scls.sync.lot import conteneur, enveloppe
from tests.fabriques import brouillon, intervention, milieu, organisme

CANARI = "CANARI"
NOUVELLE, DOUBLON, REFUSEE = Choix


@pytest.fixture
def villa(inscrit):
    """A local milieu, of a local organisme."""
    office = organisme("Office local", a_verifier=True)
    villa = milieu("Villa", organisme=office.id, mrc="Lévis", nb_logements=8, a_verifier=True)
    inscrit.repertoire.enregistrer(organismes=[office], milieux=[villa])
    return villa


def proposer(journal, nom="p", **options):
    fichier = journal.dossier / nom
    return fichier, journal.repertoire.propositions.proposer(fichier, **options)


def transmettre(journal, region, **options):
    fichier, _ = proposer(journal, **options)
    return region.repertoire.propositions.recevoir(fichier)


def contenu_de(fichier):
    """The lines of an edition."""
    membres = conteneur.lire(fichier.read_bytes())
    return gzip.decompress(membres.charge).splitlines()


def aller_retour(region, journal):
    fichier = region.dossier / f"{nouvel_identifiant()}"
    region.repertoire.editions.publier(fichier)
    return [c.phrase for c in journal.repertoire.editions.prendre(fichier).changements]


# --- the journal


def test_the_preview_is_what_is_written_and_nothing_else_leaves(region, inscrit, villa):
    """Canaries wherever a person types: only what the preview shows is in the file."""
    with inscrit.base.unite() as unite:
        unite.interventions.ajouter(
            intervention(
                lieu=villa.lieu_le(date(2025, 3, 14)), note=f"{CANARI} 1", personne=f"{CANARI}2",
                fait_marquant=f"{CANARI} 3", suivi=f"{CANARI} 4", projet=f"{CANARI} 5",
                source_financement=f"{CANARI} 6", auteur=f"{CANARI} 7",
            )
        )  # fmt: skip
        unite.brouillons.enregistrer(brouillon(contenu={"note": f"{CANARI} 8"}))
        unite.enregistrer_preference("impression", f"{CANARI} 9")
        unite.commit()
    cache = milieu(f"{CANARI} chez Mme Tremblay", a_verifier=True)
    inscrit.repertoire.enregistrer(milieux=[cache])
    avant = inscrit.repertoire.propositions.apercu([villa.id])
    fichier, apercu = proposer(inscrit, objets=[villa.id], condense=avant.condense)
    assert apercu == avant
    clair = enveloppe.ouvrir(fichier.read_bytes(), region.identite.identites_age)
    message = json.loads(clair.split(b"\n")[0])
    assert message.pop("cards") == [json.loads(ligne) for ligne in apercu.lignes]
    assert message.keys() == {"format", "version", "region", "journal", "number"}
    assert CANARI.encode() not in clair + fichier.read_bytes()
    assert "INT-01" not in clair.decode()
    tout = proposer(inscrit, "tout")[1]
    assert sum(CANARI.encode() in ligne for ligne in tout.lignes) == 1, "the search sees one"


def test_nothing_of_it_is_logged(region, inscrit, villa, caplog):
    caplog.set_level(logging.DEBUG)
    transmettre(inscrit, region)
    assert "Villa" not in caplog.text
    assert "Villa" not in str(inscrit.ligne("SELECT acte, detail FROM evenement"))


def test_a_preview_that_is_no_longer_true_writes_nothing(inscrit, villa):
    condense = inscrit.repertoire.propositions.apercu().condense
    inscrit.repertoire.enregistrer(milieux=[milieu("Autre", a_verifier=True)])
    with pytest.raises(RefusRepertoire) as refus:
        proposer(inscrit, condense=condense)
    assert refus.value.code is CodeRepertoire.APERCU_CHANGE
    assert not (inscrit.dossier / "p").exists()


def test_what_is_proposed_again_keeps_its_number(inscrit, villa):
    numeros = [proposer(inscrit)[1].numero for _ in range(2)]
    inscrit.repertoire.enregistrer(milieux=[milieu("Autre", a_verifier=True)])
    assert [*numeros, proposer(inscrit)[1].numero] == [1, 1, 2]


def test_without_a_region_or_without_anything_nothing_is_proposed(postes, inscrit):
    with pytest.raises(RefusRepertoire) as refus:
        proposer(inscrit)
    assert refus.value.code is CodeRepertoire.RIEN_A_PROPOSER
    seul = postes.faire("seul", code="INT-09")
    with pytest.raises(RefusInscription) as refus:
        proposer(seul)
    assert refus.value.code is CodeInscription.PAS_INSCRIT
    inscrit.repertoire.enregistrer(milieux=[milieu(f"m{i}") for i in range(101)])
    with pytest.raises(RefusRepertoire) as refus:
        proposer(inscrit)
    assert refus.value.code is CodeRepertoire.TROP_DE_PROPOSITIONS


# --- the coordination


def test_twice_the_same_file_changes_nothing_and_a_change_waits_again(region, inscrit, villa):
    assert transmettre(inscrit, region).nouvelles == 2
    lues = region.repertoire.propositions.recevoir(inscrit.dossier / "p")
    assert (lues.nouvelles, lues.deja_la, lues.code) == (0, 2, "INT-01")
    region.repertoire.propositions.decider(villa.id, REFUSEE, raison="Hors région")
    assert [r.objet for r in region.repertoire.propositions.lister()] != [villa.id]
    inscrit.repertoire.deplacer(
        villa.id, EtatMilieu(depuis=date(2025, 1, 1), tenure=Tenure.COOP, mrc="Matane")
    )
    transmettre(inscrit, region)
    attente = {r.objet: r.numero for r in region.repertoire.propositions.lister()}
    assert attente[villa.id] == 2
    decidees = region.repertoire.propositions.lister(toutes=True)
    assert len(decidees) == 2


def test_a_new_card_comes_back_under_its_own_identifier(region, inscrit, villa):
    transmettre(inscrit, region)
    decider = region.repertoire.propositions.decider
    office = villa.etats[0].organisme
    assert region.repertoire.propositions.lister()[1].proposition.noms == (
        (office, "Office local"),
    )
    decider(villa.id, NOUVELLE)
    [prise] = region.repertoire.milieux()
    assert prise.etats[0].organisme is None, "the region does not know that organisme yet"
    decider(office, NOUVELLE)
    decider(villa.id, NOUVELLE)
    [prise] = region.repertoire.milieux()
    assert (prise.id, prise.etats[0].organisme, prise.a_verifier) == (villa.id, office, False)
    phrases = aller_retour(region, inscrit)
    assert phrases.count("« Villa » : prise au répertoire de la région.") == 1
    assert inscrit.repertoire.vue().locales == ()


def test_a_duplicate_comes_back_as_a_fusion(region, inscrit, villa):
    garde = milieu("Résidence Villa", nb_logements=24)
    region.repertoire.enregistrer(milieux=[garde])
    transmettre(inscrit, region, objets=[villa.id])
    region.repertoire.propositions.decider(villa.id, DOUBLON, vers=garde.id)
    phrases = aller_retour(region, inscrit)
    assert "« Villa » est maintenant la même fiche que « Résidence Villa »." in phrases
    assert inscrit.repertoire.noms()[villa.id] == "Résidence Villa"
    assert [m.id for m in inscrit.repertoire.milieux()] == [garde.id]


def test_a_refusal_comes_back_with_its_reason_and_no_name(region, inscrit, villa, postes):
    transmettre(inscrit, region, objets=[villa.id])
    region.repertoire.propositions.decider(villa.id, REFUSEE, raison="  Hors de\nla région ")
    fichier = region.dossier / "e"
    region.repertoire.editions.publier(fichier)
    prise = inscrit.repertoire.editions.prendre(fichier)
    assert [c.phrase for c in prise.changements if "Villa" in c.phrase] == [
        "« Villa » n'est pas pris par la région : Hors de la région"
    ]
    assert b"Villa" not in b"".join(contenu_de(fichier))
    assert villa.id not in [c.objet for c in proposer(inscrit, "encore")[1].cartes]
    region.repertoire.propositions.decider(villa.id, NOUVELLE)
    assert inscrit.repertoire.vue().refus == {villa.id: "Hors de la région"}
    aller_retour(region, inscrit)
    assert inscrit.repertoire.vue().refus == {}


def test_a_project_gets_a_code_of_the_region(region, inscrit):
    mien = Projet(id=nouvel_identifiant(), code="L_JARDIN", titre="Jardin")
    clsc = ServicePartenaire(id=nouvel_identifiant(), nom="CLSC", destination="CISSS",
                             service="SAPA")  # fmt: skip
    inscrit.repertoire.enregistrer(projets=[mien], services=[clsc])
    transmettre(inscrit, region)
    decider = region.repertoire.propositions.decider
    with pytest.raises(RegleMetier, match="ne commence pas par"):
        decider(mien.id, NOUVELLE, code="L_JARDIN")
    decider(mien.id, NOUVELLE, code="JARDIN")
    decider(clsc.id, NOUVELLE)
    assert "« Jardin » : son code est maintenant JARDIN." in aller_retour(region, inscrit)
    [pris] = inscrit.repertoire.vue().projets
    assert (pris.code, pris.anciens_codes) == ("JARDIN", ("L_JARDIN",))


def test_decisions_that_do_not_hold_are_refused(region, inscrit, villa):
    office = organisme("Office")
    region.repertoire.enregistrer(organismes=[office])
    transmettre(inscrit, region)
    decider = region.repertoire.propositions.decider
    for options, attendu in (
        ({"choix": REFUSEE}, "raison"),
        ({"choix": REFUSEE, "raison": " \u200b "}, "raison"),
        ({"choix": DOUBLON}, "doublon"),
        ({"choix": DOUBLON, "vers": office.id}, "même genre"),
        ({"choix": NOUVELLE, "vers": office.id}, "doublon"),
    ):
        with pytest.raises(RegleMetier, match=attendu):
            decider(villa.id, **options)
    with pytest.raises(RegleMetier, match="Aucune proposition"):
        decider(nouvel_identifiant(), NOUVELLE)
    assert len(region.repertoire.propositions.lister()) == 2


def test_only_journals_of_the_region_are_heard(postes, region, inscrit, villa):
    fichier, _ = proposer(inscrit)
    autre = postes.region("autre", code="REG-02")
    for poste, code in (
        (autre, CodeInscription.PAS_POUR_NOUS),
        (inscrit, CodeInscription.MAUVAIS_ROLE),
    ):
        with pytest.raises(RefusInscription) as refus:
            poste.repertoire.propositions.recevoir(fichier)
        assert refus.value.code is code
    region.cles.revoquer("INT-01", 0, "perdu")
    with pytest.raises(RefusInscription) as refus:
        region.repertoire.propositions.recevoir(fichier)
    assert refus.value.code is CodeInscription.JOURNAL_REVOQUE
    assert region.repertoire.propositions.lister() == ()


def test_a_journal_cannot_propose_in_the_name_of_another(postes, region, inscrit, villa):
    voisin = postes.faire("voisin", code="INT-02")
    postes.inscrire(voisin, region)
    copie = postes.copier(voisin, "copie")
    copie.executer("UPDATE dossier SET uuid = ?", inscrit.id.bytes)
    copie.repertoire.enregistrer(milieux=[milieu("Faux", a_verifier=True)])
    with pytest.raises(RefusInscription) as refus:
        transmettre(copie, region)
    assert refus.value.code is CodeInscription.SIGNATURE_INVALIDE
