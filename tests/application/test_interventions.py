"""Entering, correcting and cancelling, on the ports in memory."""

from datetime import date
from uuid import uuid4

import pytest

from journal_scls.application.interventions.interventions import Interventions
from journal_scls.application.lectures import Filtre
from journal_scls.application.reprise.fiche import FicheRefusee
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.journal.intervention import Reference, Statut, Volet
from journal_scls.domain.repertoire.lieux import SANS_MILIEU, EtatMilieu, Tenure
from journal_scls.domain.repertoire.partenaires import Projet
from tests.fabriques import (
    HorlogeFixe,
    contenu,
    lieu,
    milieu,
    organisme,
    profil,
    vocabulaires,
)
from tests.fakes import FakeBase

FICHE = {
    "date": "2025-03-14",
    "duree_min": "45",
    "volet": "INDIVIDUEL",
    "activite": "ECOUTE",
    "clientele": "AINES",
    "tenure": "SANS_MILIEU",
}
OFFICE_A, OFFICE_B = organisme("Office A"), organisme("Office B")
ERABLES = milieu(
    "Les Érables",
    etats=(
        EtatMilieu(tenure=Tenure.OBNL, organisme=OFFICE_A.id, mrc="Les Coteaux"),
        EtatMilieu(
            depuis=date(2025, 4, 1), tenure=Tenure.OH, organisme=OFFICE_B.id, mrc="La Vallée"
        ),
    ),
)


@pytest.fixture
def base() -> FakeBase:
    base = FakeBase()
    with base.unite() as unite:
        unite.enregistrer_profil(profil())
        unite.repertoire.enregistrer_organismes([OFFICE_A, OFFICE_B])
        unite.repertoire.enregistrer_milieux([ERABLES])
        unite.commit()
    return base


@pytest.fixture
def horloge() -> HorlogeFixe:
    return HorlogeFixe()


@pytest.fixture
def interventions(base: FakeBase, horloge: HorlogeFixe) -> Interventions:
    return Interventions(base.unite, vocabulaires(), horloge)


def lignes(base: FakeBase) -> list:
    return list(base.lectures.parcourir(Filtre(annulees=True)))


class TestSaisir:
    def test_la_premiere_revision_est_finale_et_signee(self, interventions, base, horloge):
        faite = interventions.saisir(contenu(note="Bonjour"))
        assert interventions.lire(faite.id) == faite
        assert (faite.revision, faite.statut, faite.auteur) == (1, Statut.FINALE, "INT-01")
        assert faite.creee_le == faite.saisie_le == horloge.maintenant()
        assert (faite.vocabulaire, faite.compte) == ("2022", True)

    def test_un_contenu_qui_ne_tient_pas_n_est_pas_garde(self, interventions, base):
        with pytest.raises(RegleMetier) as refus:
            interventions.saisir(contenu(duree_min=0))
        assert refus.value.champ == "duree_min"
        assert lignes(base) == []
        assert len(base.unites) == 1  # the fixture's own

    def test_le_brouillon_s_oublie_avec_la_saisie_et_pas_sans_elle(self, interventions):
        brouillon = interventions.garder_brouillon({"note": "en cours"})
        autre = interventions.garder_brouillon({"note": "un autre"})
        with pytest.raises(RegleMetier):
            interventions.saisir(contenu(duree_min=0), brouillon=brouillon)
        assert len(interventions.brouillons()) == 2
        interventions.saisir(contenu(), brouillon=brouillon)
        assert [b.id for b in interventions.brouillons()] == [autre]

    def test_l_edition_est_celle_de_la_date_ou_celle_du_code(self, interventions):
        jour = date(2015, 3, 14)
        assert interventions.saisir(contenu(date_intervention=jour)).vocabulaire == "2007"
        ancienne = contenu(activite="PSYCHOSOC", date_intervention=date(2025, 1, 2))
        assert interventions.saisir(ancienne).vocabulaire == "2007"


class TestCorriger:
    def test_les_revisions_restent_toutes(self, interventions, horloge):
        premiere = interventions.saisir(contenu(note="un"))
        horloge.avancer(hours=1)
        seconde = interventions.corriger(premiere.id, contenu(note="deux"))
        assert interventions.revisions(premiere.id) == (premiere, seconde)
        assert (seconde.revision, seconde.statut) == (2, Statut.RECTIFIEE)
        assert seconde.creee_le == premiere.creee_le
        assert seconde.saisie_le > premiere.saisie_le

    def test_rien_de_change_ne_fait_pas_de_revision(self, interventions):
        premiere = interventions.saisir(contenu())
        brouillon = interventions.garder_brouillon({}, intervention=premiere.id)
        assert interventions.corriger(premiere.id, contenu(), brouillon=brouillon) == premiere
        assert interventions.brouillons() == ()

    def test_une_revision_depassee_est_refusee(self, interventions):
        premiere = interventions.saisir(contenu(note="un"))
        interventions.corriger(premiere.id, contenu(note="deux"), revision=1)
        with pytest.raises(RegleMetier, match="modifiée entre-temps"):
            interventions.corriger(premiere.id, contenu(note="trois"), revision=1)
        assert interventions.lire(premiere.id).contenu.note == "deux"

    def test_une_intervention_inconnue(self, interventions):
        with pytest.raises(RegleMetier) as refus:
            interventions.corriger(uuid4(), contenu())
        assert refus.value.champ == "id"


class TestAnnuler:
    def test_annuler_puis_retablir(self, interventions):
        faite = interventions.saisir(contenu())
        annulee = interventions.annuler(faite.id, " doublon ")
        assert (annulee.statut, annulee.raison, annulee.compte) == (
            Statut.ANNULEE,
            "doublon",
            False,
        )
        retablie = interventions.retablir(faite.id)
        assert (retablie.statut, retablie.revision, retablie.compte) == (
            Statut.RECTIFIEE,
            3,
            True,
        )
        assert retablie.contenu == faite.contenu

    @pytest.mark.parametrize("raison", ["", "  "])
    def test_il_faut_une_raison(self, interventions, raison):
        faite = interventions.saisir(contenu())
        with pytest.raises(RegleMetier) as refus:
            interventions.annuler(faite.id, raison)
        assert refus.value.champ == "raison"
        assert interventions.lire(faite.id) == faite

    def test_on_ne_corrige_pas_ce_qui_est_annule(self, interventions):
        faite = interventions.saisir(contenu())
        interventions.annuler(faite.id, "doublon")
        for corriger in (
            lambda: interventions.corriger(faite.id, contenu(note="x")),
            lambda: interventions.corriger_fiche(faite.id, {"note": "x"}),
            lambda: interventions.corriger_fiche(faite.id, {"milieu": "Neuf", "tenure": "OH"}),
            lambda: interventions.annuler(faite.id, "encore"),
        ):
            with pytest.raises(RegleMetier, match="annulée"):
                corriger()
        assert len(interventions.revisions(faite.id)) == 2


class TestSaisirFiche:
    def test_une_ligne_et_les_lieux_qu_elle_nomme(self, interventions, base):
        interventions.saisir_fiche(
            {**FICHE, "milieu": "Les Pins", "tenure": "OH", "organisme": "Office C"}
        )
        [ligne] = lignes(base)
        assert (ligne.milieu, ligne.organisme, ligne.tenure) == ("Les Pins", "Office C", "OH")
        [pins] = [m for m in base.etat.milieux.values() if m.nom == "Les Pins"]
        assert pins.a_verifier

    def test_un_lieu_connu_est_celui_de_la_date(self, interventions, base):
        ici = {**FICHE, "milieu": "les erables", "tenure": ""}
        interventions.saisir_fiche({**ici, "date": "2025-03-31"})
        interventions.saisir_fiche({**ici, "date": "2025-04-01"})
        assert [(li.organisme, li.tenure, li.mrc) for li in lignes(base)] == [
            ("Office A", "OBNL", "Les Coteaux"),
            ("Office B", "OH", "La Vallée"),
        ]

    @pytest.mark.parametrize(
        "fiche",
        [
            {"date": "2025-02-29"},
            {"id_externe": "A-1"},
            {"nb_personnes": "-1"},
            {"note": "x" * 2_001},
        ],
    )
    def test_une_ligne_refusee_ne_laisse_rien(self, interventions, base, fiche):
        interventions.saisir_fiche({**FICHE, "id_externe": "A-1"})
        ailleurs = {**FICHE, "milieu": "De trop", "tenure": "OH", "organisme": "De trop"}
        avant = base.etat.copie()
        with pytest.raises(RegleMetier):
            interventions.saisir_fiche({**ailleurs, **fiche})
        assert base.etat == avant

    def test_une_seule_transaction(self, interventions, base):
        avant = len(base.unites)
        interventions.saisir_fiche({**FICHE, "milieu": "Les Pins", "tenure": "OH"})
        assert len(base.unites) == avant + 1
        assert base.unites[-1].committed


class TestCorrigerFiche:
    @pytest.fixture
    def riche(self, interventions, base):
        """An entry that says what no column says."""
        jardin = Projet(id=nouvel_identifiant(), code="L_JARDIN", titre="Jardin")
        base.etat.projets[jardin.id] = jardin
        return interventions.saisir(
            contenu(
                lieu=lieu(ERABLES),
                nb_personnes=5,
                tranches=(0, 0, 1, 2, 2),
                roles=(("LOCATAIRE", 3),),
                projet="L_JARDIN",
                suivi="Rappeler",
                suivi_le=date(2025, 4, 2),
                fait_marquant="Le jardin est né.",
                source_financement="Fonds",
                clienteles_autres=("FAMILLES",),
                activites_secondaires=("VISITE",),
                references=(
                    Reference(destination="CISSS", service="SAPA", date_relance=date(2025, 4, 1)),
                ),
            )
        )

    def test_ce_qu_aucune_colonne_ne_dit_ne_bouge_pas(self, interventions, riche):
        corrigee = interventions.corriger_fiche(riche.id, {"note": "Nouvelle note"})
        attendu = contenu(**{f: getattr(riche.contenu, f) for f in riche.contenu.__slots__})
        assert corrigee.contenu != attendu
        assert corrigee.contenu.note == "Nouvelle note"
        for champ in set(riche.contenu.__slots__) - {"note"}:
            assert getattr(corrigee.contenu, champ) == getattr(riche.contenu, champ), champ

    def test_une_nouvelle_date_cherche_le_lieu_de_cette_date(self, interventions, base, riche):
        interventions.corriger_fiche(riche.id, {"date": "2025-05-02"})
        [ligne] = lignes(base)
        assert (ligne.organisme, ligne.tenure, ligne.mrc) == ("Office B", "OH", "La Vallée")
        contenu_ = interventions.lire(riche.id).contenu
        assert (contenu_.projet, contenu_.tranches) == ("L_JARDIN", (0, 0, 1, 2, 2))
        assert contenu_.references == riche.contenu.references

    def test_la_ligne_dit_la_tenure_de_cette_date_si_elle_veut(self, interventions, base, riche):
        interventions.corriger_fiche(riche.id, {"date": "2025-05-02", "tenure": "COOP"})
        [ligne] = lignes(base)
        assert (ligne.tenure, ligne.organisme) == ("COOP", "Office B")

    def test_corriger_la_note_ne_touche_pas_au_lieu_meme_si_le_repertoire_a_change(
        self, interventions, base, riche
    ):
        autre = milieu("Les Érables", tenure=Tenure.COOP, mrc="Ailleurs")
        with base.unite() as unite:
            unite.repertoire.enregistrer_milieux([autre])
            unite.commit()
        corrigee = interventions.corriger_fiche(riche.id, {"note": "x"})
        assert corrigee.contenu.lieu == riche.contenu.lieu

    @pytest.mark.parametrize("rang", [0, 1])
    def test_de_deux_milieux_du_meme_nom_c_est_le_sien(self, interventions, base, rang):
        deux = [milieu("Le Parc", mrc=mrc, code=mrc) for mrc in ("Nord", "Sud")]
        with base.unite() as unite:
            unite.repertoire.enregistrer_milieux(deux)
            unite.commit()
        faite = interventions.saisir(contenu(lieu=lieu(deux[rang])))
        corrigee = interventions.corriger_fiche(faite.id, {"date": "2025-05-02"})
        assert corrigee.contenu.lieu == lieu(deux[rang])

    def test_d_aucun_milieu_a_un_milieu_connu(self, interventions):
        faite = interventions.saisir(contenu())
        corrigee = interventions.corriger_fiche(faite.id, {"milieu": "Les Érables"})
        assert corrigee.contenu.lieu == ERABLES.lieu_le(date(2025, 3, 14))

    def test_d_un_milieu_a_aucun(self, interventions, riche):
        with pytest.raises(RegleMetier, match="Il manque le milieu ou la tenure"):
            interventions.corriger_fiche(riche.id, {"milieu": ""})
        corrigee = interventions.corriger_fiche(riche.id, {"milieu": "", "tenure": "SANS_MILIEU"})
        assert corrigee.contenu.lieu == SANS_MILIEU

    def test_sans_milieu_une_nouvelle_date_garde_la_tenure(self, interventions, base):
        interventions.saisir_fiche(
            {**FICHE, "tenure": "OH", "mrc": "Nord", "organisme": "Office A"}
        )
        [avant] = lignes(base)
        interventions.corriger_fiche(avant.id, {"date": "2025-05-02"})
        [apres] = lignes(base)
        assert (apres.tenure, apres.mrc, apres.organisme) == ("OH", "Nord", "Office A")

    def test_l_activite_propose_sa_categorie_sauf_si_la_ligne_la_dit(self, interventions):
        faite = interventions.saisir(contenu(activite="ECOUTE", categorie="C4"))
        assert (
            interventions.corriger_fiche(faite.id, {"activite": "BAIL"}).contenu.categorie == "C1"
        )
        autre = interventions.corriger_fiche(faite.id, {"activite": "CRISE", "categorie": "C4"})
        assert (autre.contenu.activite, autre.contenu.categorie) == ("CRISE", "C4")

    def test_devenir_collective_demande_un_type(self, interventions):
        faite = interventions.saisir(contenu())
        with pytest.raises(FicheRefusee) as refus:
            interventions.corriger_fiche(faite.id, {"volet": "COLLECTIF"})
        assert refus.value.champ == "type_collectif"
        collective = {"volet": "COLLECTIF", "type_collectif": "ADL"}
        assert interventions.corriger_fiche(faite.id, collective).contenu.volet is Volet.COLLECTIF

    def test_moins_de_personnes_que_les_tranches_d_age_est_refuse(self, interventions, riche):
        with pytest.raises(RegleMetier) as refus:
            interventions.corriger_fiche(riche.id, {"nb_personnes": 2})
        assert refus.value.champ == "tranches"
        assert interventions.lire(riche.id) == riche

    def test_remplacer_les_references(self, interventions, riche):
        corrigee = interventions.corriger_fiche(riche.id, {"references": ["OC:BUDGET"]})
        assert corrigee.contenu.references == (Reference(destination="OC", service="BUDGET"),)
        assert interventions.corriger_fiche(riche.id, {"references": ""}).contenu.references == ()

    def test_les_memes_valeurs_ne_font_pas_de_revision(self, interventions, riche):
        memes = {"date": "14/03/2025", "duree_min": "45 min", "clientele": "personnes aînées"}
        assert interventions.corriger_fiche(riche.id, memes) == riche
        assert interventions.corriger_fiche(riche.id, {}) == riche

    @pytest.mark.parametrize("colonne", ["id_externe", "id", "revision", "couleur"])
    def test_une_colonne_qui_ne_se_corrige_pas(self, interventions, riche, colonne):
        with pytest.raises(RegleMetier) as refus:
            interventions.corriger_fiche(riche.id, {colonne: "x", "note": "y"})
        assert refus.value.champ == colonne
        assert interventions.lire(riche.id) == riche

    def test_une_correction_refusee_ne_laisse_pas_de_milieu(self, interventions, base, riche):
        avant = base.etat.copie()
        with pytest.raises(RegleMetier):
            interventions.corriger_fiche(
                riche.id, {"milieu": "De trop", "tenure": "OH", "nb_personnes": 2}
            )
        assert base.etat == avant


class TestBrouillons:
    def test_garde_exactement_ce_qui_est_tape(self, interventions, horloge):
        tape = {"date": "hie", "duree_min": "1h", "note": " \n", "problematiques": ["X"]}
        premier = interventions.garder_brouillon(tape)
        horloge.avancer(minutes=1)
        second = interventions.garder_brouillon({"note": "b"})
        assert [b.id for b in interventions.brouillons()] == [second, premier]
        horloge.avancer(minutes=1)
        assert interventions.garder_brouillon({"note": "a"}, id_=premier) == premier
        assert [b.contenu for b in interventions.brouillons()] == [{"note": "a"}, {"note": "b"}]
        interventions.jeter_brouillon(premier)
        interventions.jeter_brouillon(premier)
        assert [b.id for b in interventions.brouillons()] == [second]
