"""Keys after enrolment: rotation signed by both, revocation by lots (T102 to T104)."""

import dataclasses
from pathlib import Path

import pytest

from journal_scls.application.inscription.identites import trouver_expediteur
from journal_scls.domain.echange.inscription import ChangementCles, ValiditeCle, validite_cle
from journal_scls.domain.echange.refus import CodeInscription as C
from journal_scls.domain.errors import RegleMetier
from tests.application.test_inscriptions import refuse
from tests.liaison import Expediteur, Poste, importer
from tests.sync.lot.outils import enregistrement


def validite(region: Poste, journal: Poste, secret: bytes, *lot):
    vie, epoque, seq = lot
    with region.base.unite() as unite:
        depot = unite.inscriptions
        for cle in depot.cles_de(journal.id):
            for connues in journal.identite.cles:
                if connues.signature == secret:
                    publique = journal.lettres.annoncer(
                        journal.profil.role, journal.id, connues
                    ).cle
                    if cle.cle == publique:
                        return validite_cle(
                            depot.cles_de(journal.id), depot.revocations(journal.id), publique,
                            incarnation=vie, epoque=epoque, seq=seq,
                        )  # fmt: skip
    return ValiditeCle.INCONNUE


@pytest.fixture
def exp(inscrit: Poste, region: Poste) -> Expediteur:
    return Expediteur(inscrit, region.id).ouvrir()


def test_new_keys_sign_from_the_next_lot_and_old_ones_still_read(exp, inscrit, region, tmp_path):
    exp.faire(enregistrement(1))
    exp.faire(enregistrement(2))
    avant = inscrit.identite
    fait = inscrit.cles.changer(tmp_path / "cles")
    assert (fait.epoque, fait.depuis_seq, fait.deja) == (1, 3, False)
    apres = inscrit.identite
    assert apres.cle_signature != avant.cle_signature
    assert apres.identites_age == (*apres.identites_age[:1], *avant.identites_age)
    assert apres.empreinte == fait.empreinte != avant.empreinte
    with inscrit.base.unite() as unite:
        expediteur = trouver_expediteur(unite)
    assert expediteur.cle_du_lot(1, 2) == avant.cle_signature
    assert expediteur.cle_du_lot(1, 3) == apres.cle_signature
    assert expediteur.cle_du_lot(2, 1) == apres.cle_signature
    vie = exp.incarnation
    # Held until the file arrives, then right for the very same lots (T104).
    assert validite(region, inscrit, apres.cle_signature, vie, 1, 3) is ValiditeCle.INCONNUE
    assert region.cles.prendre(tmp_path / "cles")[1]
    assert validite(region, inscrit, apres.cle_signature, vie, 1, 3) is ValiditeCle.VALIDE
    assert validite(region, inscrit, apres.cle_signature, vie, 1, 2) is ValiditeCle.TROP_TOT
    assert validite(region, inscrit, avant.cle_signature, vie, 1, 2) is ValiditeCle.VALIDE
    assert validite(region, inscrit, avant.cle_signature, vie, 1, 3) is ValiditeCle.REMPLACEE


def test_a_change_not_used_yet_is_written_again_not_made_again(exp, inscrit, region, tmp_path):
    exp.faire(enregistrement(1))
    un = inscrit.cles.changer(tmp_path / "1")
    deux = inscrit.cles.changer(tmp_path / "2")
    assert deux == dataclasses.replace(un, deja=True)
    assert len(inscrit.identite.cles) == 2
    assert region.cles.prendre(tmp_path / "1")[1]
    assert not region.cles.prendre(tmp_path / "2")[1]
    assert not region.cles.prendre(tmp_path / "1")[1]
    exp.faire(enregistrement(2))
    # Lost after it was used: made again on request, otherwise a new change.
    assert inscrit.cles.changer(tmp_path / "3", refaire=True).empreinte == un.empreinte
    assert not region.cles.prendre(tmp_path / "3")[1]
    trois = inscrit.cles.changer(tmp_path / "4")
    assert trois.depuis_seq == 3
    assert region.cles.prendre(tmp_path / "4")[1]
    assert not region.cles.prendre(tmp_path / "1")[1]
    assert inscrit.registre().count("cles_changees") == 2
    assert region.registre().count("cles_prises") == 2


def test_there_is_nothing_to_make_again_before_a_change(inscrit, tmp_path):
    with pytest.raises(RegleMetier, match="jamais changé"):
        inscrit.cles.changer(tmp_path / "cles", refaire=True)
    assert not (tmp_path / "cles").exists()


def test_a_change_needs_a_region(journal, tmp_path):
    refuse(C.PAS_INSCRIT, journal.cles.changer, tmp_path / "cles")


def test_changes_are_taken_in_order(exp, inscrit, region, tmp_path):
    inscrit.cles.changer(tmp_path / "1")
    exp.faire(enregistrement(1))
    inscrit.cles.changer(tmp_path / "2")
    refuse(C.ANCIENNES_CLES, region.cles.prendre, tmp_path / "2")
    region.cles.prendre(tmp_path / "1")
    assert region.cles.prendre(tmp_path / "2")[1]


def forger(inscrit: Poste, region: Poste, chemin: Path, signatures=None, /, **changes) -> Path:
    nouvelles = inscrit.lettres.nouvelles(inscrit.horloge.maintenant(), secours=False)
    publique = inscrit.lettres.annoncer(inscrit.profil.role, inscrit.id, nouvelles)
    changement = ChangementCles(
        region=region.id,
        journal=inscrit.id,
        ancienne=inscrit.identite.cle_publique,
        cle=publique.cle,
        destinataire=publique.destinataire,
        epoque=1,
        depuis_seq=1,
    )
    chemin.write_bytes(
        inscrit.plis.ecrire_changement(
            dataclasses.replace(changement, **changes),
            signatures or (inscrit.identite.cle_signature, nouvelles.signature),
            region.identite.destinataires,
        )
    )
    return chemin


def test_a_change_signed_by_the_new_key_alone_is_refused(postes, inscrit, region, tmp_path):
    """T103."""
    voleur = postes.faire("voleur").identite.cle_signature
    for signatures in ((voleur, voleur), (inscrit.identite.cle_signature, voleur)):
        refuse(
            C.SIGNATURE_INVALIDE, region.cles.prendre,
            forger(inscrit, region, tmp_path / "cles", signatures),
        )  # fmt: skip
    meme = inscrit.identite
    refuse(
        C.SIGNATURE_INVALIDE, region.cles.prendre,
        forger(inscrit, region, tmp_path / "cles", (meme.cle_signature,) * 2,
               cle=meme.cle_publique),
    )  # fmt: skip
    with region.base.unite() as unite:
        assert len(unite.inscriptions.cles_de(inscrit.id)) == 1


def test_changes_that_cannot_be_believed(postes, inscrit, region, tmp_path):
    autre = postes.faire("autre")
    postes.inscrire(autre, region)
    cas = [
        (C.AUTRE_REGION, {"region": autre.id}),
        (C.JOURNAL_INCONNU, {"journal": region.id}),
        (C.ANCIENNES_CLES, {"journal": autre.id}),
        (C.CLE_CONNUE, {"destinataire": autre.identite.destinataire}),
        (C.CLE_CONNUE, {"destinataire": region.identite.secours}),
    ]
    for code, changes in cas:
        forge = forger(inscrit, region, tmp_path / "cles", **changes)
        refuse(code, region.cles.prendre, forge)
    vole = autre.identite
    refuse(
        C.CLE_CONNUE, region.cles.prendre,
        forger(inscrit, region, tmp_path / "cles",
               (inscrit.identite.cle_signature, vole.cle_signature), cle=vole.cle_publique),
    )  # fmt: skip


def test_a_change_does_not_go_back(exp, inscrit, region, tmp_path):
    exp.faire(enregistrement(1))
    inscrit.cles.changer(tmp_path / "1")
    region.cles.prendre(tmp_path / "1")
    arriere = forger(inscrit, region, tmp_path / "2", depuis_seq=1)
    refuse(C.CLES_EN_ARRIERE, region.cles.prendre, arriere)


def test_a_revocation_by_code_keeps_what_came_before(exp, inscrit, region, tmp_path):
    importer(region, *(exp.faire(enregistrement(n)) for n in range(1, 5)))
    region.cles.revoquer("int-01", 2, "ordinateur volé")
    secret, vie = inscrit.identite.cle_signature, exp.incarnation
    assert validite(region, inscrit, secret, vie, 1, 2) is ValiditeCle.VALIDE
    assert validite(region, inscrit, secret, vie, 1, 3) is ValiditeCle.REVOQUEE
    # A life that nobody has seen, whatever epoch it says.
    assert validite(region, inscrit, secret, region.id, 1, 1) is ValiditeCle.REVOQUEE
    inscrit.cles.changer(tmp_path / "cles")
    refuse(C.JOURNAL_REVOQUE, region.cles.prendre, tmp_path / "cles")
    assert "journal_revoque" in region.registre()
    assert region.ligne("SELECT DISTINCT raison FROM revocation") == [("ordinateur volé",)]


def test_earlier_lives_stop_at_what_was_received_of_them(exp, inscrit, region):
    importer(region, *(exp.faire(enregistrement(n)) for n in (1, 2)))
    suite = Expediteur(inscrit, region.id, epoque=2).ouvrir()
    importer(region, suite.faire(enregistrement(3)))
    region.cles.revoquer(str(inscrit.id), 1, "départ")
    secret = inscrit.identite.cle_signature
    verdicts = {
        (e.epoque, seq): validite(region, inscrit, secret, e.incarnation, e.epoque, seq)
        for e, seq in ((exp, 2), (exp, 3), (suite, 1), (suite, 2))
    }
    assert [str(v) for v in verdicts.values()] == ["valide", "revoquee", "valide", "revoquee"]
    region.cles.revoquer(str(inscrit.id), 0, "fraude")
    assert validite(region, inscrit, secret, exp.incarnation, 1, 1) is ValiditeCle.REVOQUEE


def test_before_any_lot_a_revocation_holds_for_every_life(inscrit, region):
    region.cles.revoquer("INT-01", 3, "essai")
    secret = inscrit.identite.cle_signature
    assert validite(region, inscrit, secret, inscrit.id, 1, 3) is ValiditeCle.VALIDE
    assert validite(region, inscrit, secret, inscrit.id, 1, 4) is ValiditeCle.REVOQUEE


def test_a_journal_is_named_without_doubt(postes, inscrit, region):
    autre = postes.faire("autre")
    postes.inscrire(autre, region)
    refuse(C.JOURNAL_AMBIGU, region.cles.revoquer, "INT-01", 0, "essai")
    refuse(C.JOURNAL_INCONNU, region.cles.revoquer, "INT-99", 0, "essai")
    with pytest.raises(RegleMetier, match="raison"):
        region.cles.revoquer(str(autre.id), 0, "  ")
    assert region.cles.revoquer(str(autre.id), 0, "essai").journal == autre.id


def test_a_backup_older_than_a_change_of_keys_comes_back_by_telephone(
    exp, postes, inscrit, region, tmp_path
):
    """Its keys announce nothing any more: the digits of its next ones do, once heard."""
    exp.faire(enregistrement(1))
    sauvegarde = postes.copier(inscrit, "sauvegarde")
    inscrit.cles.changer(tmp_path / "perdu")
    region.cles.prendre(tmp_path / "perdu")
    exp.faire(enregistrement(2))

    vie = Expediteur(sauvegarde, region.id, epoque=2).ouvrir().incarnation
    vieille = sauvegarde.identite.cle_signature
    assert validite(region, sauvegarde, vieille, vie, 2, 1) is ValiditeCle.REMPLACEE
    fait = sauvegarde.cles.changer(tmp_path / "neuf")
    assert (fait.epoque, fait.depuis_seq) == (2, 1)
    refuse(C.ANCIENNES_CLES, region.cles.prendre, tmp_path / "neuf")
    refuse(C.EMPREINTE_DIFFERENTE, region.cles.prendre, tmp_path / "neuf", inscrit.empreinte)
    with pytest.raises(RegleMetier, match="30 chiffres"):
        region.cles.prendre(tmp_path / "neuf", "12345")
    assert region.cles.prendre(tmp_path / "neuf", fait.empreinte)[1]
    assert not region.cles.prendre(tmp_path / "neuf", fait.empreinte)[1]
    neuve = sauvegarde.identite.cle_signature
    assert validite(region, sauvegarde, neuve, vie, 2, 1) is ValiditeCle.VALIDE
    # Late lots of the life that was lost keep the keys of then.
    perdue = inscrit.identite.cle_signature
    assert validite(region, inscrit, perdue, exp.incarnation, 1, 2) is ValiditeCle.VALIDE
    assert validite(region, inscrit, perdue, vie, 2, 1) is ValiditeCle.REMPLACEE


def test_even_by_telephone_keys_do_not_go_back_nor_come_after_a_revocation(
    exp, postes, inscrit, region, tmp_path
):
    sauvegarde = postes.copier(inscrit, "sauvegarde")
    exp.faire(enregistrement(1))
    inscrit.cles.changer(tmp_path / "1")
    region.cles.prendre(tmp_path / "1")
    arriere = sauvegarde.cles.changer(tmp_path / "2")  # without a new incarnation
    refuse(C.CLES_EN_ARRIERE, region.cles.prendre, tmp_path / "2", arriere.empreinte)
    region.cles.revoquer("INT-01", 1, "vol")
    refuse(C.JOURNAL_REVOQUE, region.cles.prendre, tmp_path / "2", arriere.empreinte)
