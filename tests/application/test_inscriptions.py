"""Enrolment between two real dossiers: each refusal has its code and pins nothing."""

import dataclasses
from pathlib import Path

import pytest

from journal_scls.application.inscription.identites import region_acceptee, trouver_expediteur
from journal_scls.domain.echange.inscription import Acceptation, Demande
from journal_scls.domain.echange.refus import CodeInscription as C
from journal_scls.domain.echange.refus import RefusInscription
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.profil import Role
from tests.liaison import Poste, Postes

FAUX = "00000 11111 22222 33333 44444 55555"


def refuse(code, faire, *args, **options) -> RefusInscription:
    with pytest.raises(RefusInscription) as refus:
        faire(*args, **options)
    assert refus.value.code is code
    assert refus.value.message.endswith(".")
    assert refus.value.suite.endswith(".")
    return refus.value


@pytest.fixture
def fichiers(tmp_path: Path) -> dict[str, Path]:
    return {nom: tmp_path / nom for nom in ("inv", "inv2", "dem", "dem2", "acc", "acc2")}


def nombre(poste: Poste, *tables: str) -> int:
    return sum(poste.ligne(f"SELECT COUNT(*) FROM {t}")[0][0] for t in tables)  # noqa: S608


def demander(journal: Poste, region: Poste, fichiers, suffixe: str = "") -> Path:
    region.inscriptions.inviter(fichiers["inv" + suffixe])
    journal.inscriptions.demander(
        fichiers["inv" + suffixe], region.empreinte, fichiers["dem" + suffixe]
    )
    return fichiers["dem" + suffixe]


def test_three_files_and_two_telephone_calls(postes, region, journal):
    postes.inscrire(journal, region)
    with journal.base.unite() as unite:
        acceptee = region_acceptee(unite)
        expediteur = trouver_expediteur(unite)
    assert acceptee.uuid == region.id
    assert acceptee.nom == "Région fictive"
    assert tuple(expediteur.destinataires) == region.identite.destinataires
    assert len(set(expediteur.destinataires)) == 2
    assert expediteur.cle_du_lot(1, 1) == journal.identite.cle_signature
    with region.base.unite() as unite:
        (inscription,) = unite.inscriptions.inscriptions()
        (cle,) = unite.inscriptions.cles_de(journal.id)
        assert unite.inscriptions.journal_de(cle.cle) == journal.id
    assert inscription.code == "INT-01"
    assert cle.cle == journal.identite.cle_publique
    assert cle.destinataire == journal.identite.destinataire
    assert region.registre() == ["cles_creees", "invitation_faite", "journal_inscrit"]
    assert journal.registre() == ["cles_creees", "region_choisie", "region_rejointe"]


def test_keys_are_made_once_and_differ_between_dossiers(region, journal):
    assert journal.identite == journal.identite
    assert region.empreinte != journal.empreinte
    assert region.identite.secours.startswith("age1")
    assert journal.identite.secours == ""
    assert journal.identite.destinataires == (journal.identite.destinataire,)
    assert journal.identite.cle_signature.hex() not in repr(journal.identite)
    assert journal.identite.identites_age[0] not in repr(journal.identite)


def test_nothing_leaves_before_the_region_has_accepted(journal, region, fichiers):
    for _ in range(2):
        with journal.base.unite() as unite:
            refuse(C.PAS_INSCRIT, trouver_expediteur, unite)
        demander(journal, region, fichiers)
    with region.base.unite() as unite:
        refuse(C.MAUVAIS_ROLE, trouver_expediteur, unite)


@pytest.mark.parametrize("tapee", [FAUX])
def test_wrong_digits_pin_nothing(journal, region, fichiers, tapee):
    region.inscriptions.inviter(fichiers["inv"])
    refus = refuse(
        C.EMPREINTE_DIFFERENTE, journal.inscriptions.demander,
        fichiers["inv"], tapee, fichiers["dem"],
    )  # fmt: skip
    assert refus.champ == "empreinte"
    assert nombre(journal, "region", "evenement") == 0
    assert not fichiers["dem"].exists()
    demander(journal, region, fichiers)
    avant = nombre(region, "inscription", "cle_journal", "evenement")
    refuse(
        C.EMPREINTE_DIFFERENTE, region.inscriptions.accepter,
        fichiers["dem"], region.empreinte, fichiers["acc"],
    )  # fmt: skip
    assert nombre(region, "inscription", "cle_journal", "evenement") == avant
    assert not fichiers["acc"].exists()


@pytest.mark.parametrize(
    "tapee", ["", "12345", "12345 " * 5 + "1234", "12345 " * 6 + "1", "a" * 30]
)
def test_what_is_not_30_digits_is_an_oversight(journal, region, fichiers, tapee):
    region.inscriptions.inviter(fichiers["inv"])
    with pytest.raises(RegleMetier, match="30 chiffres") as refus:
        journal.inscriptions.demander(fichiers["inv"], tapee, fichiers["dem"])
    assert not isinstance(refus.value, RefusInscription)


def test_digits_may_be_typed_with_or_without_spaces(journal, region, fichiers):
    region.inscriptions.inviter(fichiers["inv"])
    serree = region.empreinte.replace(" ", "")
    assert journal.inscriptions.demander(fichiers["inv"], serree, fichiers["dem"]).uuid == region.id


def test_each_step_belongs_to_one_role(journal, region, fichiers):
    demander(journal, region, fichiers)
    refuse(C.MAUVAIS_ROLE, journal.inscriptions.inviter, fichiers["inv2"])
    args = (fichiers["inv"], region.empreinte, fichiers["dem2"])
    refuse(C.MAUVAIS_ROLE, region.inscriptions.demander, *args)
    args = (fichiers["dem"], journal.empreinte, fichiers["acc"])
    refuse(C.MAUVAIS_ROLE, journal.inscriptions.accepter, *args)
    refuse(C.MAUVAIS_ROLE, region.inscriptions.rejoindre, fichiers["dem"])
    refuse(C.MAUVAIS_ROLE, journal.accuses.accuser, fichiers["acc"])
    refuse(C.MAUVAIS_ROLE, region.accuses.recevoir, [fichiers["acc"]])
    refuse(C.MAUVAIS_ROLE, journal.identites.sortir_cle_secours, fichiers["acc"])
    refuse(C.MAUVAIS_ROLE, region.cles.changer, fichiers["acc"])
    refuse(C.MAUVAIS_ROLE, journal.cles.prendre, fichiers["dem"])
    refuse(C.MAUVAIS_ROLE, journal.cles.revoquer, "INT-01", 0, "essai")


def test_the_wrong_file_is_said_as_such(journal, region, fichiers):
    demander(journal, region, fichiers)
    args = (region.empreinte, fichiers["dem2"])
    refuse(C.AUTRE_FICHIER, journal.inscriptions.demander, fichiers["dem"], *args)
    refuse(C.AUTRE_FICHIER, journal.inscriptions.rejoindre, fichiers["inv"])
    refuse(C.PAS_POUR_NOUS, journal.inscriptions.rejoindre, fichiers["dem"])
    refuse(C.AUTRE_FICHIER, region.cles.prendre, fichiers["dem"])
    refuse(C.FICHIER_ILLISIBLE, journal.inscriptions.rejoindre, fichiers["acc"])
    refuse(C.FICHIER_ILLISIBLE, journal.inscriptions.rejoindre, fichiers["acc"].parent)


def test_every_step_may_be_done_again(journal, region, fichiers):
    demander(journal, region, fichiers)
    journal.inscriptions.demander(fichiers["inv"], region.empreinte, fichiers["dem2"])
    for demande, acceptation in (("dem", "acc"), ("dem2", "acc2")):
        region.inscriptions.accepter(fichiers[demande], journal.empreinte, fichiers[acceptation])
    assert nombre(region, "inscription") == nombre(region, "cle_journal") == 1
    assert region.registre().count("journal_inscrit") == 1
    lues = [
        journal.plis.lire_acceptation(
            fichiers[nom].read_bytes(), journal.identite.identites_age,
            region.identite.cle_publique,
        )
        for nom in ("acc", "acc2")
    ]  # fmt: skip
    assert lues[0] == lues[1]
    journal.inscriptions.rejoindre(fichiers["acc2"])
    refuse(C.DEJA_REJOINT, journal.inscriptions.rejoindre, fichiers["acc"])


def test_a_lost_inscription_is_told_again_by_a_new_invitation(postes, journal, region, fichiers):
    """The region restored a backup that knows neither the invitation nor the journal."""
    assert region.empreinte  # its keys are made before the backup
    vieille = postes.copier(region, "vieille")
    postes.inscrire(journal, region)
    demander(journal, vieille, fichiers)
    inscription = vieille.inscriptions.accepter(fichiers["dem"], journal.empreinte, fichiers["acc"])
    assert inscription.journal == journal.id
    # The journal had already joined: nothing changed for it.
    refuse(C.AUTRE_DEMANDE, journal.inscriptions.rejoindre, fichiers["acc"])


def test_an_acceptation_answers_the_last_demande_only(journal, region, fichiers):
    demander(journal, region, fichiers)
    region.inscriptions.accepter(fichiers["dem"], journal.empreinte, fichiers["acc"])
    demander(journal, region, fichiers, "2")
    refuse(C.AUTRE_DEMANDE, journal.inscriptions.rejoindre, fichiers["acc"])
    region.inscriptions.accepter(fichiers["dem2"], journal.empreinte, fichiers["acc2"])
    journal.inscriptions.rejoindre(fichiers["acc2"])
    refuse(C.AUTRE_DEMANDE, journal.inscriptions.rejoindre, fichiers["acc"])


def test_an_acceptation_without_a_demande(inscrit, postes, region, fichiers):
    neuf = postes.faire("neuf")
    refuse(C.PAS_DE_DEMANDE, neuf.inscriptions.rejoindre, postes.racine / "journal-acc")


def test_a_region_may_be_changed_until_it_has_accepted(postes, journal, region, fichiers):
    autre = postes.region("autre")
    demander(journal, autre, fichiers)
    postes.inscrire(journal, region)
    autre.inscriptions.inviter(fichiers["inv2"])
    refuse(
        C.DEJA_INSCRIT, journal.inscriptions.demander,
        fichiers["inv2"], autre.empreinte, fichiers["dem2"],
    )  # fmt: skip
    with journal.base.unite() as unite:
        assert region_acceptee(unite).uuid == region.id


def test_a_region_that_comes_back_with_other_keys(postes, journal, region, fichiers):
    demander(journal, region, fichiers)
    imposteur = postes.region("imposteur", id=region.id)
    imposteur.inscriptions.inviter(fichiers["inv2"])
    refuse(
        C.REGION_CONNUE, journal.inscriptions.demander,
        fichiers["inv2"], imposteur.empreinte, fichiers["dem2"],
    )  # fmt: skip


def test_a_demande_for_another_region(postes, journal, region, fichiers):
    autre = postes.region("autre")
    demander(journal, autre, fichiers)
    args = (fichiers["dem"], journal.empreinte, fichiers["acc"])
    refuse(C.PAS_POUR_NOUS, region.inscriptions.accepter, *args)


# --- demandes that no honest journal makes: signed and sealed as they should be


def forger(journal: Poste, region: Poste, chemin: Path, /, **changes: object) -> Path:
    """A demande of that journal, well signed and sealed, but saying something else."""
    i = journal.identite
    demande = Demande(
        region=region.id,
        nonce=region.ligne("SELECT nonce FROM invitation ORDER BY creee_le")[0][0],
        journal=i.id,
        code="INT-01",
        nom="",
        cle=i.cle_publique,
        destinataire=i.destinataire,
    )
    demande = dataclasses.replace(demande, **changes)
    chemin.write_bytes(
        journal.plis.ecrire_demande(demande, i.cle_signature, region.identite.destinataires)
    )
    return chemin


def empreinte_de(poste: Poste, demande: Demande) -> str:
    return str(
        poste.lettres.annoncee(
            Role.INTERVENANT, demande.journal, demande.cle, demande.destinataire
        ).empreinte
    )


def accepter(region: Poste, chemin: Path, fichiers) -> None:
    """As if the digits had been read aloud by the forger himself."""
    lue = region.plis.lire_demande(chemin.read_bytes(), region.identite.identites_age)
    region.inscriptions.accepter(chemin, empreinte_de(region, lue), fichiers["acc2"])


def test_an_unknown_nonce(journal, region, fichiers):
    region.inscriptions.inviter(fichiers["inv"])
    forgee = forger(journal, region, fichiers["dem"], nonce=b"\x01" * 32)
    refuse(C.NONCE_INCONNU, accepter, region, forgee, fichiers)


def test_a_nonce_already_used(postes, inscrit, region, fichiers):
    autre = postes.faire("autre")
    refuse(C.NONCE_UTILISE, accepter, region, forger(autre, region, fichiers["dem"]), fichiers)


def test_a_known_journal_with_other_keys(postes, inscrit, region, fichiers):
    imposteur = postes.faire("imposteur", id=inscrit.id)
    region.inscriptions.inviter(fichiers["inv"])
    refuse(C.JOURNAL_CONNU, accepter, region, forger(imposteur, region, fichiers["dem"]), fichiers)
    moitie = forger(inscrit, region, fichiers["dem"], destinataire=imposteur.identite.destinataire)
    refuse(C.JOURNAL_CONNU, accepter, region, moitie, fichiers)


def test_a_key_of_another_journal(postes, inscrit, region, fichiers):
    autre = postes.faire("autre")
    copie = forger(inscrit, region, fichiers["dem"], journal=autre.id)
    refuse(C.CLE_CONNUE, accepter, region, copie, fichiers)
    age = forger(autre, region, fichiers["dem2"], destinataire=inscrit.identite.destinataire)
    refuse(C.CLE_CONNUE, accepter, region, age, fichiers)
    regional = forger(autre, region, fichiers["dem2"], destinataire=region.identite.secours)
    refuse(C.CLE_CONNUE, accepter, region, regional, fichiers)


def test_a_demande_that_names_another_region(journal, region, fichiers):
    region.inscriptions.inviter(fichiers["inv"])
    ailleurs = forger(journal, region, fichiers["dem"], region=journal.id)
    refuse(C.AUTRE_REGION, accepter, region, ailleurs, fichiers)


def test_the_region_is_not_one_of_its_journals(journal, region, fichiers):
    region.inscriptions.inviter(fichiers["inv"])
    soi = forger(journal, region, fichiers["dem"], journal=region.id)
    refuse(C.MAUVAIS_ROLE, accepter, region, soi, fichiers)
    cle = forger(region, region, fichiers["dem"], journal=journal.id)
    refuse(C.MAUVAIS_ROLE, accepter, region, cle, fichiers)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"region": "autre"}, C.AUTRE_REGION),
        ({"journal": "autre"}, C.AUTRE_JOURNAL),
        ({"cle": "autre"}, C.AUTRE_JOURNAL),
        ({"nonce": b"\x02" * 32}, C.AUTRE_DEMANDE),
    ],
)
def test_an_acceptation_that_says_something_else(  # noqa: PLR0917 - fixtures and a case
    postes, journal, region, fichiers, changes, code
):
    demander(journal, region, fichiers)
    autre = postes.faire("autre")
    valeurs = {"cle": autre.identite.cle_publique}
    changes = {nom: valeurs.get(nom, autre.id) if v == "autre" else v for nom, v in changes.items()}
    i = journal.identite
    acceptation = Acceptation(
        region=region.id,
        nonce=journal.ligne("SELECT nonce FROM region")[0][0],
        journal=i.id,
        cle=i.cle_publique,
        destinataire=i.destinataire,
    )
    forgee = dataclasses.replace(acceptation, **changes)
    secrete = region.identite.cle_signature
    fichiers["acc"].write_bytes(journal.plis.ecrire_acceptation(forgee, secrete))
    refuse(code, journal.inscriptions.rejoindre, fichiers["acc"])
    etrangere = journal.plis.ecrire_acceptation(acceptation, autre.identite.cle_signature)
    fichiers["acc"].write_bytes(etrangere)
    refuse(C.SIGNATAIRE_ETRANGER, journal.inscriptions.rejoindre, fichiers["acc"])
    fichiers["acc"].write_bytes(journal.plis.ecrire_acceptation(acceptation, secrete))
    journal.inscriptions.rejoindre(fichiers["acc"])


def test_a_name_that_does_not_print_is_refused_before_it_leaves(postes, region, fichiers):
    region.inscriptions.inviter(fichiers["inv"])
    for nom, code in (("", "INT\u202e01"), ("e\u0301lan", "INT-01"), ("a\x07b", "INT-01")):
        trompeur = postes.faire(f"t{len(postes._ouverts)}", code=code, nom_affiche=nom)
        refuse(
            C.NOM_IMPROPRE, trompeur.inscriptions.demander,
            fichiers["inv"], region.empreinte, fichiers["dem"],
        )  # fmt: skip


def test_the_recovery_key_is_logged_and_the_same_each_time(region, fichiers):
    publique = region.identites.sortir_cle_secours(fichiers["acc"])
    assert publique == region.identite.secours
    assert region.identites.sortir_cle_secours(fichiers["acc2"]) == publique
    assert fichiers["acc"].read_bytes() == fichiers["acc2"].read_bytes()
    assert fichiers["acc"].stat().st_mode & 0o777 == 0o600
    assert region.registre().count("cle_secours_sortie") == 2


def test_files_are_for_their_owner_alone(postes, journal, region):
    postes.inscrire(journal, region)
    for nom in ("inv", "dem", "acc"):
        assert (postes.racine / f"journal-{nom}").stat().st_mode & 0o777 == 0o600


def test_no_tenant_and_no_note_in_any_file(postes: Postes, region: Poste):
    """The canary is in every text a person types; only the dossier's own code and name leave."""
    journal = postes.faire("canari", code="INT-07", nom_affiche="Intervenante fictive")
    journal.executer(
        "INSERT INTO brouillon (uuid, contenu, modifie_le) VALUES (zeroblob(16), 'zorglub', '')"
    )
    journal.executer("INSERT INTO preference VALUES ('note', 'zorglub')")
    postes.inscrire(journal, region)
    cles = [*region.identite.identites_age, *journal.identite.identites_age]
    vus = []
    for nom in ("inv", "dem", "acc"):
        octets = (postes.racine / f"canari-{nom}").read_bytes()
        clair = octets if octets.startswith(b"{") else _ouvrir(octets, cles)
        assert b"zorglub" not in clair
        assert b"zorglub" not in octets
        vus.append(clair)
    assert b"INT-07" in vus[1]
    assert all(b"INT-07" not in clair for clair in (vus[0], vus[2]))


def _ouvrir(octets: bytes, cles: list[str]) -> bytes:
    from journal_scls.sync.lot import enveloppe  # noqa: PLC0415 - only here

    return enveloppe.ouvrir(octets, cles)
