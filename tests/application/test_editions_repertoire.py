"""Editions between real dossiers: whatever order they come in, one directory; no entry moves."""

import random
from datetime import date
from itertools import permutations

import pytest

from journal_scls.application.lectures import Filtre
from journal_scls.application.repertoire.editions import Effet, completer
from journal_scls.application.repertoire.vues import VueRepertoire
from journal_scls.domain.echange.refus import CodeInscription, RefusInscription
from journal_scls.domain.errors import Environnement, RegleMetier
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.repertoire.edition import ContenuRepertoire
from journal_scls.domain.repertoire.fusion import Fusion, GenreFiche
from journal_scls.domain.repertoire.lieux import EtatMilieu, Tenure
from journal_scls.domain.repertoire.partenaires import Comite, Projet, ServicePartenaire
from journal_scls.domain.repertoire.refus import CodeRepertoire as C
from journal_scls.domain.repertoire.refus import RefusRepertoire
from journal_scls.domain.vocabulaire import ecrire_vocabulaire
from journal_scls.sync.repertoire.paquet import PaquetsFichiers
from tests.fabriques import intervention, milieu, organisme, vocabulaires

JOUR = date(2026, 1, 1)
PAQUETS = PaquetsFichiers(lambda chemin, octets: chemin.write_bytes(octets))


def service(nom="CLSC", **changes):
    defauts = {"destination": "CISSS", "service": "SAPA"}
    return ServicePartenaire(id=nouvel_identifiant(), nom=nom, **(defauts | changes))


def projet(code="JARDIN", **changes):
    return Projet(id=nouvel_identifiant(), code=code, titre=code.title(), **changes)


def publier(region, nom):
    return region.repertoire.editions.publier(region.dossier / nom).fichier


def visible(poste):
    """All that anybody can see of a directory: cards, what each identifier means, codes."""
    vue = poste.repertoire.vue()
    return (
        sorted(vue.courantes, key=lambda f: f.id.int),
        poste.repertoire.noms(),
        {p.code: vue.codes(p) for p in (*vue.projets, *vue.comites)},
        vue.publies,
        vue.refus,
        poste.repertoire.etat().phrase,
    )


@pytest.fixture
def est(region):
    office = organisme("Office de l'Est", code="OH-E")
    region.repertoire.enregistrer(organismes=[office])
    return office


# --- publishing


def test_only_what_is_verified_is_published_and_only_by_a_coordination(region, inscrit, est):
    region.repertoire.enregistrer(milieux=[milieu("À voir", a_verifier=True)])
    prise = inscrit.repertoire.editions.prendre(publier(region, "1"))
    assert [c.phrase for c in prise.changements] == ["1 organisme ajouté"]
    with pytest.raises(RefusInscription) as refus:
        publier(inscrit, "2")
    assert refus.value.code is CodeInscription.MAUVAIS_ROLE


def test_a_card_that_names_one_to_be_verified_stops_the_edition(region):
    office = organisme("À voir", a_verifier=True)
    region.repertoire.enregistrer(organismes=[office], milieux=[milieu(organisme=office.id)])
    with pytest.raises(RefusRepertoire) as refus:
        publier(region, "1")
    assert refus.value.code is C.A_VERIFIER
    region.repertoire.confirmer(office.id)
    publier(region, "1")


def test_what_is_said_again_keeps_its_number(region, est):
    un = publier(region, "1").read_bytes()
    region.horloge.avancer(days=3)
    assert publier(region, "2").read_bytes() == un
    region.repertoire.enregistrer(services=[service()])
    publiee = region.repertoire.editions.publier(region.dossier / "3")
    assert (publiee.numero, publiee.refaite) == (2, False)
    assert region.repertoire.etat().phrase == "Édition 2 du 2025-03-17"


# --- taking in


def histoire(region, est):
    """Four editions: cards, a succession, a fusion, a fusion undone and a new code."""
    uni, tour, pins = organisme("Office uni"), milieu("Tour", organisme=est.id), milieu("Pins")
    jardin, cuisine = projet("JARDIN", milieux=(tour.id, pins.id)), projet("CUISINE")
    ccr = Comite(id=nouvel_identifiant(), code="CCR", titre="CCR", roles=(("LOCATAIRE", 8),))
    dossier = region.repertoire
    dossier.enregistrer(
        organismes=[uni], milieux=[tour, pins], services=[service()], projets=[jardin, cuisine],
        comites=[ccr],
    )  # fmt: skip
    yield publier(region, "1")
    dossier.succeder(est.id, uni.id, JOUR)
    yield publier(region, "2")
    dossier.fusionner(pins.id, tour.id)
    dossier.fusionner(cuisine.id, jardin.id)
    yield publier(region, "3")
    dossier.defusionner(pins.id)
    dossier.clore(jardin.id, JOUR)
    yield publier(region, "4")


def test_any_order_and_any_duplicates_give_the_same_directory(postes, region, est):
    editions = list(histoire(region, est))
    ordres = [[*o, *o[:2]] for o in permutations(editions)]
    alea, vues = random.Random(7), []
    for rang, ordre in enumerate([[editions[3]], *alea.sample(ordres, 9)]):
        journal = postes.faire(f"journal{rang}", code=f"INT-{rang:02}")
        postes.inscrire(journal, region)
        locale = milieu("Villa locale", a_verifier=True)
        journal.repertoire.enregistrer(milieux=[locale])
        for fichier in ordre:
            journal.repertoire.editions.prendre(fichier)
        cartes, noms, *reste = visible(journal)
        assert (locale in cartes, noms.pop(locale.id)) == (True, "Villa locale")
        vues.append(([c for c in cartes if c != locale], noms, reste))
        journal.fermer()
    assert vues == [vues[0]] * len(vues)
    assert len(vues[0][0]) == 7


def test_an_older_or_known_edition_has_no_effect(region, inscrit, est):
    *_, trois, quatre = histoire(region, est)
    prendre = inscrit.repertoire.editions.prendre
    assert prendre(quatre).effet is Effet.APPLIQUE
    avant = visible(inscrit)
    assert [prendre(f).effet for f in (quatre, trois)] == [Effet.DOUBLON, Effet.ANCIENNE]
    assert visible(inscrit) == avant
    assert "plus ancienne" in prendre(trois).phrase


def test_two_histories_are_refused(postes, region, inscrit, est):
    un = publier(region, "1")
    clone = postes.copier(region, "clone")
    for poste, nom in ((region, "Pins"), (clone, "Érables")):
        poste.repertoire.enregistrer(milieux=[milieu(nom)])
    deux, autre = publier(region, "2"), publier(clone, "2")
    region.repertoire.enregistrer(services=[service()])
    trois = publier(region, "3")
    prendre = inscrit.repertoire.editions.prendre
    prendre(un)
    prendre(autre)
    avant = visible(inscrit)
    for fichier in (deux, trois):
        with pytest.raises(RefusRepertoire) as refus:
            prendre(fichier)
        assert refus.value.code is C.BIFURCATION
    assert visible(inscrit) == avant


def test_a_coordination_restored_from_a_backup_takes_its_own_edition_back(postes, region, est):
    publier(region, "1")
    vieille = postes.copier(region, "vieille")
    region.repertoire.enregistrer(milieux=[milieu("Tour", organisme=est.id)])
    deux = publier(region, "2")
    vieille.repertoire.editions.prendre(deux)
    assert [m.nom for m in vieille.repertoire.milieux()] == ["Tour"]
    assert vieille.repertoire.editions.publier(vieille.dossier / "x").numero == 2
    vieille.repertoire.enregistrer(services=[service()])
    assert vieille.repertoire.editions.publier(vieille.dossier / "y").numero == 3


def test_nobody_else_is_believed(postes, region, inscrit, journal, est):
    un = publier(region, "1")
    autre = postes.region("autre", code="REG-02")
    with pytest.raises(RefusRepertoire) as refus:
        inscrit.repertoire.editions.prendre(publier(autre, "1"))
    assert refus.value.code is C.SIGNATAIRE_ETRANGER
    seul = postes.faire("seul", code="INT-09")
    with pytest.raises(RefusInscription) as refus:
        seul.repertoire.editions.prendre(un)
    assert refus.value.code is CodeInscription.PAS_INSCRIT
    assert seul.repertoire.vue().courantes == ()


def test_an_edition_is_taken_in_whole_or_not_at_all(region, inscrit, est, monkeypatch):
    un = publier(region, "1")
    avant = visible(inscrit)

    def casser(*_args):
        raise Environnement("Le disque est plein.")

    monkeypatch.setattr(
        "journal_scls.storage.repertoire.depot_editions.SqlDepotEditions.garder", casser
    )
    with pytest.raises(Environnement):
        inscrit.repertoire.editions.prendre(un)
    monkeypatch.undo()
    assert visible(inscrit) == avant
    assert inscrit.repertoire.editions.prendre(un).effet is Effet.APPLIQUE


def test_the_region_corrects_what_a_journal_described(region, inscrit):
    """By identifier its word wins; by name it is a suggestion that a person accepts."""
    memes = milieu("Les Pins", mrc="Lévis", nb_logements=8)
    locaux = milieu("LES PINS", mrc="levis", a_verifier=True)
    inscrit.repertoire.enregistrer(milieux=[memes, locaux])
    region.repertoire.enregistrer(milieux=[milieu("Les Pins", id=memes.id, mrc="Lévis",
                                                  nb_logements=25, code="M-1")])  # fmt: skip
    prise = inscrit.repertoire.editions.prendre(publier(region, "1"))
    phrases = [c.phrase for c in prise.changements]
    assert "« Les Pins » : 25 logements (8 logements avant)." in phrases
    assert "« Les Pins » : prise au répertoire de la région." in phrases
    [suggestion] = inscrit.repertoire.doublons()
    assert (suggestion.garde, suggestion.autre) == (memes.id, locaux.id)
    inscrit.repertoire.fusionner(suggestion.autre, suggestion.garde)
    assert inscrit.repertoire.doublons() == ()
    with pytest.raises(RegleMetier, match="vient du répertoire de la région"):
        inscrit.repertoire.deplacer(memes.id, EtatMilieu(depuis=JOUR, tenure=Tenure.OH))
    inscrit.repertoire.defusionner(locaux.id)
    with pytest.raises(RegleMetier, match="vient du répertoire de la région"):
        inscrit.repertoire.fusionner(memes.id, locaux.id)


def test_the_regions_fusion_covers_a_persons_own_and_uncovers_it(region, inscrit):
    local, mien, sien = milieu("A", a_verifier=True), milieu("B", a_verifier=True), milieu("C")
    inscrit.repertoire.enregistrer(milieux=[local, mien])
    inscrit.repertoire.fusionner(local.id, mien.id)
    region.repertoire.enregistrer(milieux=[sien])
    with region.base.unite() as unite:
        unite.editions.fusionner(Fusion(genre=GenreFiche.MILIEU, de=local.id, vers=sien.id))
        unite.commit()
    inscrit.repertoire.editions.prendre(publier(region, "1"))
    assert inscrit.repertoire.vue().nom(local.id) == "C"
    with pytest.raises(RegleMetier, match="vient de la région"):
        inscrit.repertoire.defusionner(local.id)
    region.repertoire.defusionner(local.id)
    inscrit.repertoire.editions.prendre(publier(region, "2"))
    assert inscrit.repertoire.vue().nom(local.id) == "B"
    inscrit.repertoire.defusionner(local.id)
    assert inscrit.repertoire.vue().nom(local.id) == "A"


# --- entries


def faits(poste):
    return sorted(poste.base.lectures.faits(Filtre()))


def saisir(poste, ou, jour, **changes):
    with poste.base.unite() as unite:
        unite.interventions.ajouter(
            intervention(date_intervention=jour, lieu=ou.lieu_le(jour), **changes)
        )
        unite.commit()


def test_succession_move_and_fusion_keep_the_figures_of_each_day(region, inscrit, est):
    uni, tour = organisme("Office uni"), milieu("Tour", organisme=est.id, mrc="Lévis")
    region.repertoire.enregistrer(organismes=[uni], milieux=[tour])
    inscrit.repertoire.editions.prendre(publier(region, "1"))
    pins = milieu("Pins", tenure=Tenure.COOP, mrc="", a_verifier=True)
    inscrit.repertoire.enregistrer(milieux=[pins])
    for ou in (tour, pins):
        saisir(inscrit, ou, date(2025, 3, 14))
    avant = faits(inscrit)
    region.repertoire.succeder(est.id, uni.id, JOUR)
    region.repertoire.deplacer(
        tour.id, EtatMilieu(depuis=date(2025, 2, 1), tenure=Tenure.OBNL, mrc="Matane")
    )
    inscrit.repertoire.editions.prendre(publier(region, "2"))
    assert faits(inscrit) == avant
    inscrit.repertoire.fusionner(pins.id, tour.id)
    codes = [f._replace(milieu="") for f in faits(inscrit)]
    assert codes == sorted(f._replace(milieu="") for f in avant)
    assert {f.milieu for f in faits(inscrit)} == {"Tour"}
    assert inscrit.base.lectures.compter(Filtre(milieu="tour")) == 2
    assert inscrit.base.lectures.derniers_milieux(5) == [tour.id]
    inscrit.repertoire.defusionner(pins.id)
    assert faits(inscrit) == avant


def test_a_succession_only_moves_what_comes_after(region, est):
    uni = organisme("Office uni")
    vieux = EtatMilieu(organisme=est.id, tenure=Tenure.OH, mrc="Lévis", nb_logements=24)
    apres = EtatMilieu(depuis=date(2027, 1, 1), organisme=est.id, tenure=Tenure.OH, mrc="Matane")
    tour, autre = milieu("Tour", etats=(vieux, apres)), milieu("Autre")
    region.repertoire.enregistrer(organismes=[uni], milieux=[tour, autre])
    [suivi] = region.repertoire.succeder(est.id, uni.id, JOUR)
    assert [(e.depuis, e.organisme, e.mrc, e.nb_logements) for e in suivi.etats] == [
        (None, est.id, "Lévis", 24),
        (JOUR, uni.id, "Lévis", 24),
        (date(2027, 1, 1), uni.id, "Matane", None),
    ]
    [fini] = [o for o in region.repertoire.organismes() if o.id == est.id]
    assert (fini.valide_au, fini.successeur) == (date(2025, 12, 31), uni.id)
    historique = region.repertoire.vue().historique(suivi)
    assert [(e.depuis, e.organisme) for e in historique][:2] == [
        (None, "Office de l'Est"),
        (JOUR, "Office uni"),
    ]
    with pytest.raises(RegleMetier, match="se succéder"):
        region.repertoire.succeder(uni.id, est.id, JOUR)


def test_entries_of_a_project_are_found_by_all_its_codes(region, inscrit):
    mien = projet("L_JARDIN")
    tour = milieu()
    inscrit.repertoire.enregistrer(projets=[mien], milieux=[tour])
    saisir(inscrit, tour, JOUR, projet="L_JARDIN")
    saisir(inscrit, tour, JOUR, projet="Jardin de Mme X")
    region.repertoire.enregistrer(projets=[Projet(id=mien.id, code="JARDIN", titre="Jardin")])
    inscrit.repertoire.editions.prendre(publier(region, "1"))
    saisir(inscrit, tour, JOUR, projet="JARDIN")
    vue = inscrit.repertoire.vue()
    [pris] = vue.projets
    assert (pris.code, vue.codes(pris)) == ("JARDIN", {"JARDIN", "L_JARDIN"})
    assert inscrit.base.lectures.compter(Filtre(projets=vue.codes(pris))) == 2
    assert inscrit.base.lectures.compter(Filtre()) == 3


# --- codes, cards


def test_codes_stay_on_their_side_and_are_given_once(region, inscrit):
    with pytest.raises(RegleMetier, match="commence par « L_ »"):
        inscrit.repertoire.enregistrer(projets=[projet("JARDIN")])
    with pytest.raises(RegleMetier, match="ne commence pas par"):
        region.repertoire.enregistrer(projets=[projet("L_JARDIN")])
    region.repertoire.enregistrer(projets=[projet("JARDIN", anciens_codes=("POTAGER",))])
    for pris in ("JARDIN", "POTAGER"):
        with pytest.raises(RegleMetier, match="déjà pris"):
            region.repertoire.enregistrer(
                comites=[Comite(id=nouvel_identifiant(), code=pris, titre="x")]
            )
    assert region.repertoire.code_pour("Jardin") == "JARDIN_2"
    assert inscrit.repertoire.code_pour("Jardin") == "L_JARDIN"


def test_cards_are_closed_searched_and_described(region, est):
    clsc, tour = service("CLSC de Lévis", mrc="Lévis"), milieu("Tour des Érables", code="M-112",
                                                               organisme=est.id)  # fmt: skip
    jardin = projet("JARDIN")
    region.repertoire.enregistrer(services=[clsc], milieux=[tour], projets=[jardin])
    region.repertoire.clore(clsc.id, JOUR)
    region.repertoire.clore(jardin.id, JOUR)
    vue = region.repertoire.vue()
    assert vue.services[0].valide_au == JOUR
    assert (vue.projets[0].fin, vue.projets[0].statut.value) == (JOUR, "TERMINE")
    for texte in ("erab", "m-1", "office est tour", "matanie"):
        assert vue.chercher(texte) == (tour,), texte
    assert vue.chercher("levis") == vue.services
    assert vue.chercher("", GenreFiche.PROJET) == vue.projets
    with pytest.raises(RegleMetier, match="ne se ferme pas"):
        region.repertoire.clore(tour.id, JOUR)
    with pytest.raises(RegleMetier, match="même genre"):
        region.repertoire.fusionner(tour.id, clsc.id)
    with pytest.raises(RegleMetier, match="Aucune fiche"):
        region.repertoire.confirmer(nouvel_identifiant())


# --- vocabularies


def regionale(edition="2026-R01", jour=date(2026, 6, 1)):
    donnees = ecrire_vocabulaire(vocabulaires().courant)
    donnees |= {"edition": edition, "libelle": "Édition de la région", "en_vigueur": jour}
    donnees["activite"] = donnees["activite"] | {"MENTORAT": {"libelle": "Mentorat",
                                                              "categorie": "C3"}}  # fmt: skip
    return donnees


def gardees(poste):
    with poste.base.unite() as unite:
        return completer(vocabulaires(), PAQUETS, unite.editions.vocabulaires().values())


def test_a_regional_edition_of_the_vocabulary_reaches_the_journals(region, inscrit, est):
    region.repertoire.editions.ajouter_vocabulaire(regionale(), "r.toml")
    un = publier(region, "1")
    prise = inscrit.repertoire.editions.prendre(un)
    assert any("prochaine ouverture" in c.phrase for c in prise.changements)
    connus = gardees(inscrit)
    assert [v.edition for v in connus.editions] == ["2007", "2022", "2026-R01"]
    assert connus.libelle("activite", "MENTORAT") == "Mentorat"
    assert connus.par_nom["2022"] == vocabulaires().par_nom["2022"]


def test_what_is_shipped_stays_the_base(region, inscrit, est):
    faux = regionale("2022", date(2022, 5, 1)) | {"libelle": "Autre 2022"}
    contenu = ContenuRepertoire.de([est], vocabulaires=[PAQUETS.lire_vocabulaire(
        faux | {"en_vigueur": "2022-05-01"})])  # fmt: skip
    assert contenu.vocabulaires[0].libelle == "Autre 2022"
    with inscrit.base.unite() as unite:
        changements = inscrit.repertoire.editions._garder_vocabulaires(unite, contenu.vocabulaires)
        unite.commit()
    assert changements == []
    assert gardees(inscrit) == vocabulaires()


def test_a_bad_vocabulary_is_refused_with_what_is_wrong(region):
    mauvais = regionale()
    del mauvais["volet"]
    with pytest.raises(Environnement, match="volet"):
        region.repertoire.editions.ajouter_vocabulaire(mauvais, "r.toml")


def test_an_edition_of_a_taken_name_or_date_is_refused(region):
    ajouter = region.repertoire.editions.ajouter_vocabulaire
    ajouter(regionale(), "r.toml")
    ajouter(regionale() | {"libelle": "Corrigée"}, "r.toml")
    for autre in (regionale("2022"), regionale("2026-R02"), regionale("R", date(2022, 5, 1))):
        with pytest.raises(RegleMetier, match="ce nom ou cette date"):
            ajouter(autre, "r.toml")
    assert [v.libelle for v in gardees(region).editions][2:] == ["Corrigée"]


def test_a_kept_edition_that_no_version_reads_does_not_close_the_journal(inscrit):
    with inscrit.base.unite() as unite:
        unite.editions.enregistrer_vocabulaire("2031", {"edition": "2031", "listes": []})
        unite.commit()
    assert gardees(inscrit) == vocabulaires()


def test_the_snapshot_is_one(region, est):
    with region.base.unite() as unite:
        vue = VueRepertoire.lire(unite)
    assert vue.organismes == (est,)
    assert vue.locales == (est,)
    assert (vue.nom(None), vue.nom(nouvel_identifiant())) == ("", "")
