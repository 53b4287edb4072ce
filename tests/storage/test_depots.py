import uuid
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.journal.intervention import TRANCHES_AGE, Contenu, Reference, Statut, Volet
from journal_scls.domain.journal.regles import verifier
from journal_scls.domain.repertoire.lieux import EtatMilieu, Lieu, Tenure
from journal_scls.storage import tables
from journal_scls.storage.base import SqlBase
from journal_scls.storage.sql import PAQUET
from tests.fabriques import (
    MAINTENANT,
    HorlogeFixe,
    brouillon,
    contenu,
    intervention,
    milieu,
    organisme,
    vocabulaires,
)
from tests.storage.fabrique import BASES, base_de


@pytest.fixture(params=BASES)
def base(request):
    return base_de(request)


# --- interventions


def test_une_entree_revient_telle_quelle(base):
    entree = intervention(note="Élève de l’école", problematiques=("ISOLEMENT", "VOISINAGE"))
    with base.unite() as unite:
        unite.interventions.ajouter(entree)
        assert unite.interventions.lire(entree.id) == entree
        unite.commit()
    with base.unite() as unite:
        assert unite.interventions.lire(entree.id) == entree
        assert unite.interventions.revisions(entree.id) == (entree,)


def test_une_entree_inconnue_n_existe_pas(base):
    with base.unite() as unite:
        assert unite.interventions.lire(uuid.uuid4()) is None
        assert unite.interventions.revisions(uuid.uuid4()) == ()


def test_les_revisions_restent_toutes(base):
    premiere = intervention(note="avant")
    seconde = premiere.rectifier(
        contenu(note="après", duree_min=90), vocabulaire="2022", auteur="INT-02",
        le=MAINTENANT + timedelta(days=1),
    )  # fmt: skip
    troisieme = seconde.annuler("saisie deux fois", auteur="INT-01", le=MAINTENANT)
    with base.unite() as unite:
        unite.interventions.ajouter(premiere)
        for suivante in (seconde, troisieme):
            unite.interventions.reviser(suivante)
        unite.commit()
    with base.unite() as unite:
        assert unite.interventions.revisions(premiere.id) == (premiere, seconde, troisieme)
        assert unite.interventions.lire(premiere.id) == troisieme


@pytest.mark.parametrize("numero", [1, 3])
def test_une_revision_qui_n_est_pas_la_suivante_est_refusee(base, numero):
    entree = intervention()
    with base.unite() as unite:
        unite.interventions.ajouter(entree)
        with pytest.raises(RegleMetier, match="modifiée entre-temps") as refus:
            unite.interventions.reviser(replace(entree, revision=numero))
        assert refus.value.suite
        assert unite.interventions.revisions(entree.id) == (entree,)


def test_deux_corrections_de_la_meme_revision_la_seconde_est_refusee(base):
    entree = intervention()
    with base.unite() as unite:
        unite.interventions.ajouter(entree)
        unite.commit()
    ici, ailleurs = (
        entree.rectifier(contenu(note=note), vocabulaire="2022", auteur="INT-01", le=MAINTENANT)
        for note in ("ici", "ailleurs")
    )
    with base.unite() as unite:
        unite.interventions.reviser(ailleurs)
        unite.commit()
    with pytest.raises(RegleMetier), base.unite() as unite:
        unite.interventions.reviser(ici)
    with base.unite() as unite:
        assert unite.interventions.lire(entree.id) == ailleurs


def test_reviser_une_entree_inconnue_est_refuse(base):
    with base.unite() as unite, pytest.raises(RegleMetier):
        unite.interventions.reviser(intervention(revision=2))


def test_une_entree_dans_un_milieu_inconnu_est_une_faute_du_programme(base):
    perdue = intervention(lieu=Lieu(tenure=Tenure.OH, milieu=uuid.uuid4()))
    with base.unite() as unite, pytest.raises(LookupError):
        unite.interventions.ajouter(perdue)


def test_une_reprise_garde_les_entrees_et_leurs_origines(base):
    office = organisme()
    immeuble = milieu(organisme=office.id)
    entrees = [
        intervention(
            lieu=immeuble.lieu_le(date(2025, 3, 14)),
            references=(Reference(destination="CISSS", service="SAPA"),),
            roles=(("LOCATAIRE", rang + 1),),
        )
        for rang in range(3)
    ]
    with base.unite() as unite:
        unite.repertoire.enregistrer_organismes([office])
        unite.repertoire.enregistrer_milieux([immeuble])
        unite.interventions.ajouter_reprises(
            (entree, bytes([rang]) * 16, f"A-{rang}") for rang, entree in enumerate(entrees)
        )
        unite.commit()
    with base.unite() as unite:
        assert [unite.interventions.lire(e.id) for e in entrees] == entrees
        cles = [bytes([rang]) * 16 for rang in range(5)]
        assert unite.interventions.origines_connues(cles) == set(cles[:3])
        assert unite.interventions.origines_connues([]) == set()


def test_une_entree_s_ajoute_apres_une_reprise(base):
    reprise, nouvelle = intervention(note="reprise"), intervention(note="nouvelle")
    with base.unite() as unite:
        unite.interventions.ajouter_reprises([(reprise, b"o" * 16, "")])
        unite.interventions.ajouter(nouvelle)
        assert unite.interventions.lire(reprise.id) == reprise
        assert unite.interventions.lire(nouvelle.id) == nouvelle


def test_une_reprise_se_lit_par_paquets(base_vide):
    """A journal bigger than memory can be taken over: the stream is never held whole."""
    ecrites = []

    def flux(unite):
        for rang in range(2 * PAQUET + 1):
            if rang % PAQUET == 0:
                ecrites.append(len(unite.interventions.origines_connues(cles)))
            yield intervention(note=f"entrée {rang}"), cles[rang], ""

    cles = [rang.to_bytes(16, "big") for rang in range(2 * PAQUET + 1)]
    with SqlBase(base_vide, HorlogeFixe()).unite() as unite:
        unite.interventions.ajouter_reprises(flux(unite))
        assert ecrites == [0, PAQUET, 2 * PAQUET]
        assert unite.interventions.origines_connues(cles) == set(cles)


def _schema(engine):
    with engine.connect() as connexion:
        demande = connexion.exec_driver_sql("SELECT name, sql FROM sqlite_master ORDER BY name")
        return demande.all()


def _indexees(engine, mot):
    with engine.connect() as connexion:
        # Only the index's own coherence: earlier revisions are in the table, never in the index.
        connexion.exec_driver_sql("INSERT INTO recherche(recherche) VALUES ('integrity-check')")
        demande = "SELECT rowid FROM recherche WHERE recherche MATCH ? ORDER BY rowid"
        return connexion.exec_driver_sql(demande, (mot,)).scalars().all()


def test_une_reprise_laisse_le_schema_et_l_index_comme_un_ajout(base_vide):
    avant = _schema(base_vide)
    entree = intervention(note="reprise", fait_marquant="fête")
    lignes = [
        (entree, b"1" * 16, ""),
        (intervention(), b"2" * 16, ""),
        (intervention(fait_marquant="fêtes de la reprise"), b"3" * 16, ""),
    ]
    with SqlBase(base_vide, HorlogeFixe()).unite() as unite:
        unite.interventions.ajouter_reprises(lignes)
        unite.commit()
    assert _schema(base_vide) == avant
    assert _indexees(base_vide, "reprise") == [1, 3]
    assert _indexees(base_vide, "fete") == [1]
    with SqlBase(base_vide, HorlogeFixe()).unite() as unite:
        unite.interventions.reviser(
            entree.rectifier(contenu(note="x"), vocabulaire="2022", auteur="A", le=MAINTENANT)
        )
        unite.commit()
    assert _indexees(base_vide, "reprise") == [3]
    assert _indexees(base_vide, "x") == [4]


def _reprise(rang, **changes):
    return intervention(note=f"reprise {rang}", **changes), bytes([rang]) * 16, ""


@pytest.mark.parametrize(
    ("fautive", "raison"),
    [(_reprise(1), "UNIQUE"), (_reprise(9, duree_min=0), "CHECK"), ((None, b"", ""), "NoneType")],
)
def test_un_paquet_qui_echoue_ne_laisse_rien_meme_si_on_garde_la_suite(base_vide, fautive, raison):
    avant = _schema(base_vide)
    with SqlBase(base_vide, HorlogeFixe()).unite() as unite:
        unite.interventions.ajouter_reprises([_reprise(0)])
        with pytest.raises(Exception, match=raison):
            unite.interventions.ajouter_reprises([_reprise(1), _reprise(2), fautive])
        unite.interventions.ajouter(intervention(note="suite de la reprise"))
        unite.commit()
    assert _schema(base_vide) == avant
    assert _indexees(base_vide, "reprise") == [1, 2]
    with base_vide.connect() as connexion:
        assert connexion.exec_driver_sql("SELECT count(*) FROM revision").scalar() == 2


# --- every valid content survives the trip

_TEXTE = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
_JOUR = st.dates(date(1980, 1, 1), date(2100, 12, 31))


def _codes(liste, taille):
    return st.lists(st.sampled_from(vocabulaires().codes(liste)), max_size=taille, unique=True).map(
        tuple
    )


@st.composite
def contenus(tirer, lieux, ressources):
    personnes = tirer(st.integers(0, 500))
    volet = tirer(st.sampled_from(Volet))
    destination = st.sampled_from(vocabulaires().codes("destination"))
    references = st.builds(
        lambda destination, rang, **autres: Reference(
            destination=destination,
            service=list(vocabulaires().courant.services_de(destination))[rang],
            **autres,
        ),
        destination,
        st.sampled_from((0, -1)),
        mode=st.sampled_from(vocabulaires().codes("mode_reference")),
        statut=st.sampled_from(vocabulaires().codes("statut_reference")),
        ressource=st.sampled_from((None, *ressources)),
        date_relance=st.none() | _JOUR,
    )
    activites = tirer(
        st.lists(
            st.sampled_from(vocabulaires().codes("activite")), min_size=1, max_size=3, unique=True
        )
    )
    collectif = volet is Volet.COLLECTIF
    return Contenu(
        date_intervention=tirer(_JOUR),
        duree_min=tirer(st.integers(1, 1440)),
        volet=volet,
        activite=activites[0],
        activites_secondaires=tuple(activites[1:]),
        categorie=tirer(st.sampled_from(vocabulaires().codes("categorie"))),
        clientele=tirer(st.sampled_from(vocabulaires().codes("clientele"))),
        clienteles_autres=tirer(_codes("clientele", 3)),
        lieu=tirer(st.sampled_from(lieux)),
        type_collectif=tirer(st.sampled_from(vocabulaires().codes("type_collectif")))
        if collectif
        else "",
        problematiques=tirer(_codes("problematique", 3)),
        modalite=tirer(st.sampled_from(("", *vocabulaires().codes("modalite")))),
        nb_personnes=personnes,
        nb_nouvelles=tirer(st.none() | st.integers(0, personnes)),
        tranches=tirer(st.sampled_from(((), (0,) * len(TRANCHES_AGE), (0, 0, 0, 0, personnes)))),
        roles=tuple((role, 1 + rang) for rang, role in enumerate(tirer(_codes("role", 3)))),
        references=tuple(tirer(st.lists(references, max_size=3))),
        suivi_le=tirer(st.none() | _JOUR),
        **{
            champ: tirer(_TEXTE)
            for champ in ("projet", "personne", "suivi", "source_financement", "note",
                          "fait_marquant")
        },
    )  # fmt: skip


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(donnees=st.data())
def test_tout_contenu_valide_revient_tel_quel(base_vide, donnees):
    office, ressource = organisme(), nouvel_identifiant()
    immeuble = milieu(organisme=office.id)
    lieux = (
        contenu().lieu,
        immeuble.lieu_le(date(2025, 1, 1)),
        Lieu(tenure=Tenure.COOP, organisme=office.id, mrc="Minganie", categorie_immeuble="PA"),
    )
    dit = donnees.draw(contenus(lieux, (ressource,)))
    assert not verifier(dit, vocabulaires())
    quand = donnees.draw(st.datetimes(timezones=st.just(UTC)))
    ajoutee = intervention(contenu=dit, creee_le=quand, saisie_le=quand)
    reprise = replace(ajoutee, id=nouvel_identifiant())
    with SqlBase(base_vide, HorlogeFixe()).unite() as unite:
        unite.repertoire.enregistrer_organismes([office])
        unite.repertoire.enregistrer_milieux([immeuble])
        unite._ouverte.execute(
            tables.ressource.insert().values(
                uuid=ressource.bytes, nom="R", cle="r", destination="OC", service="AUTRE"
            )
        )
        unite.interventions.ajouter(ajoutee)
        unite.interventions.ajouter_reprises([(reprise, b"o" * 16, "")])
        assert unite.interventions.lire(ajoutee.id) == ajoutee
        assert unite.interventions.lire(reprise.id) == reprise


def test_un_instant_sans_fuseau_est_une_faute_du_programme(base_vide):
    naif = datetime(2025, 3, 14, 8, 0)  # noqa: DTZ001 - that is the point
    with SqlBase(base_vide, HorlogeFixe()).unite() as unite, pytest.raises(ValueError):
        unite.interventions.ajouter(intervention(saisie_le=naif))


# --- directory


def test_l_historique_d_un_milieu_revient_et_se_remplace(base):
    avant, apres = organisme("Office de Baie-Comeau"), organisme("Office de Manicouagan")
    etats = (
        EtatMilieu(tenure=Tenure.OH, organisme=avant.id, mrc="Manicouagan", nb_logements=12),
        EtatMilieu(depuis=date(2019, 1, 1), tenure=Tenure.OBNL, organisme=apres.id),
        EtatMilieu(depuis=date(2021, 7, 1), tenure=Tenure.COOP, categorie_immeuble="PA"),
    )
    immeuble = milieu("Villa des Brises", etats=etats, code="VB-1", a_verifier=True)
    with base.unite() as unite:
        unite.repertoire.enregistrer_organismes([avant, apres])
        unite.repertoire.enregistrer_milieux([immeuble, milieu("Autre")])
        unite.commit()
    with base.unite() as unite:
        assert unite.repertoire.milieux()[1] == immeuble
        corrige = replace(immeuble, nom="Villa des Vents", etats=etats[:1], a_verifier=False)
        unite.repertoire.enregistrer_milieux([immeuble, corrige])
        assert [m.nom for m in unite.repertoire.milieux()] == ["Autre", "Villa des Vents"]
        assert unite.repertoire.milieux()[1] == corrige


def test_un_organisme_et_son_successeur_viennent_ensemble(base):
    nouveau = organisme("Office régional", valide_du=date(2019, 1, 1))
    ancien = organisme(
        "Ancien office", code="AO", successeur=nouveau.id, valide_au=date(2018, 12, 31)
    )
    with base.unite() as unite:
        unite.repertoire.enregistrer_organismes(iter([ancien, nouveau]))
        assert unite.repertoire.organismes() == (ancien, nouveau)
        unite.repertoire.enregistrer_organismes([replace(ancien, successeur=None)])
        assert unite.repertoire.organismes()[0].successeur is None


def test_le_repertoire_se_range_par_nom_sans_accents(base):
    noms = ["Zénith", "École", "erable", "Abri"]
    with base.unite() as unite:
        unite.repertoire.enregistrer_organismes(map(organisme, noms))
        unite.repertoire.enregistrer_milieux(map(milieu, noms))
        voulu = ["Abri", "École", "erable", "Zénith"]
        assert [o.nom for o in unite.repertoire.organismes()] == voulu
        assert [m.nom for m in unite.repertoire.milieux()] == voulu


def test_l_organisme_d_un_milieu_doit_exister(base):
    with base.unite() as unite, pytest.raises(LookupError):
        unite.repertoire.enregistrer_milieux([milieu(organisme=uuid.uuid4())])


def test_le_passe_garde_ce_qui_etait_vrai_a_sa_date(base):
    immeuble = milieu()
    entree = intervention(lieu=immeuble.lieu_le(date(2025, 3, 14)))
    with base.unite() as unite:
        unite.repertoire.enregistrer_milieux([immeuble])
        unite.interventions.ajouter(entree)
        change = replace(immeuble, etats=(EtatMilieu(tenure=Tenure.COOP, mrc="Ailleurs"),))
        unite.repertoire.enregistrer_milieux([change])
        assert unite.interventions.lire(entree.id) == entree
        assert entree.statut is Statut.FINALE


# --- drafts


def test_un_brouillon_se_remplace_et_s_oublie(base):
    premier = brouillon(contenu={"note": "É", "nombre": None, "liste": [{"a": 1}], "oui": True})
    with base.unite() as unite:
        unite.brouillons.enregistrer(premier)
        change = replace(premier, contenu={}, intervention=uuid.uuid4())
        assert unite.brouillons.tous() == (premier,)
        unite.brouillons.enregistrer(change)
        assert unite.brouillons.tous() == (change,)
        unite.brouillons.supprimer(premier.id)
        unite.brouillons.supprimer(premier.id)
        assert unite.brouillons.tous() == ()


def test_les_brouillons_viennent_du_plus_recent(base):
    ages = [timedelta(seconds=s) for s in (5, 0, 0.5)]
    anciens = [brouillon(modifie_le=MAINTENANT - age) for age in ages]
    with base.unite() as unite:
        for ancien in anciens:
            unite.brouillons.enregistrer(ancien)
        assert unite.brouillons.tous() == (anciens[1], anciens[2], anciens[0])
