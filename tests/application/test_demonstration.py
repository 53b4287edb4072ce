"""The demonstration: fictional, valid, the same for a seed and a day, and DÉMO everywhere."""

from collections import Counter
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from journal_scls.application.chiffres.resumes import Resumes
from journal_scls.application.demonstration.journal import (
    CODE,
    Demonstration,
    fabriquer_demonstration,
    profil_demonstration,
)
from journal_scls.application.operation import Avancement, Cancelled, Progress
from journal_scls.domain.journal.intervention import Contenu, Intervention, Statut
from journal_scls.domain.journal.modele import repetable
from journal_scls.domain.journal.regles import verifier
from journal_scls.domain.periode import Periode
from tests.fabriques import HorlogeFixe, vocabulaires
from tests.fakes import FakeBase

JOUR = datetime(2026, 11, 22, 15, tzinfo=UTC)


def fabriquer(jour: datetime = JOUR, **options) -> tuple[FakeBase, Demonstration]:
    base = FakeBase(HorlogeFixe(jour))
    return base, fabriquer_demonstration(base.unite, vocabulaires(), base.horloge, **options)


@pytest.fixture(scope="module")
def base_et_demo() -> tuple[FakeBase, Demonstration]:
    return fabriquer()


@pytest.fixture
def entrees(base_et_demo) -> list[tuple[Intervention, ...]]:
    return list(base_et_demo[0].etat.interventions.values())


def test_chaque_revision_respecte_les_regles(entrees):
    manquements = [m for e in entrees for r in e for m in verifier(r.contenu, vocabulaires())]
    assert manquements == []


@pytest.mark.parametrize(
    "jour", [date(2026, 1, 1), date(2026, 3, 31), date(2028, 2, 29), date(2027, 12, 31)]
)
@pytest.mark.parametrize("graine", [1, 2022])
def test_la_taille_est_vraisemblable_n_importe_quel_jour(jour, graine):
    base, demo = fabriquer(datetime(*jour.timetuple()[:3], 15, tzinfo=UTC), graine=graine)
    assert 450 <= demo.interventions <= 600
    dates = [r[0].contenu.date_intervention for r in base.etat.interventions.values()]
    assert demo.annee.du <= min(dates)
    assert max(dates) <= jour
    assert dates.count(jour) <= 2
    assert len(list(demo.annee.liste_mois())) == 12
    assert demo.dernier_mois.au == demo.annee.au < jour


def test_meme_graine_et_meme_jour_donnent_le_meme_journal(base_et_demo):
    assert fabriquer()[0].etat == base_et_demo[0].etat
    assert fabriquer(graine=7)[0].etat.interventions != base_et_demo[0].etat.interventions


def test_tout_dit_demo(base_et_demo, entrees):
    etat = base_et_demo[0].etat
    assert etat.profil == [profil_demonstration(JOUR.date())]
    assert etat.profil[0].demo
    assert etat.profil[0].code == CODE == "DEMO-01"
    noms = [*(o.nom for o in etat.organismes.values()), *(m.nom for m in etat.milieux.values())]
    noms += [e.mrc for m in etat.milieux.values() for e in m.etats]
    noms += [s.nom for s in etat.services.values()]
    noms += [p.titre for p in (*etat.projets.values(), *etat.comites.values())]
    assert [nom for nom in (*noms, etat.profil[0].titre) if "(DÉMO)" not in nom] == []
    assert {r.auteur for e in entrees for r in e} == {CODE}
    codes = [x.code for x in (*etat.organismes.values(), *etat.milieux.values())]
    assert len(set(codes)) == len(codes)


def test_un_office_succede_a_un_autre_dans_la_periode(base_et_demo, entrees):
    base, demo = base_et_demo
    (ancien,) = [o for o in base.etat.organismes.values() if o.successeur]
    assert ancien.valide_au is not None
    assert ancien.valide_au in demo.annee
    compte = Counter(e[-1].contenu.lieu.organisme for e in entrees)
    assert compte[ancien.id] > 0
    assert compte[ancien.successeur] > 0
    apres = [e[-1] for e in entrees if e[-1].contenu.date_intervention > ancien.valide_au]
    assert ancien.id not in {i.contenu.lieu.organisme for i in apres}


def test_les_entrees_ont_une_vie(base_et_demo, entrees):
    statuts = Counter(e[-1].statut for e in entrees)
    assert statuts[Statut.RECTIFIEE] > 20
    assert 0 < statuts[Statut.ANNULEE] < 30
    assert base_et_demo[1].brouillons == len(base_et_demo[0].etat.brouillons) == 2
    suites = {r.statut for e in entrees for r in e[-1].contenu.references}
    assert {"SERVICE_OBTENU", "LISTE_ATTENTE", "PROPOSEE", "SANS_SUITE"} <= suites
    assert all(r.saisie_le < JOUR for e in entrees for r in e)


def test_les_saisons_et_les_jours_se_voient(entrees):
    contenus = [e[-1].contenu for e in entrees]
    jours = Counter(c.date_intervention.weekday() for c in contenus)
    assert jours[6] == 0
    assert jours[5] < 10 < jours[4] < jours[1]
    devoirs = {c.date_intervention.month for c in contenus if c.activite == "DEVOIRS"}
    assert devoirs.isdisjoint({6, 7, 8})
    camp = {c.date_intervention.month for c in contenus if c.type_collectif == "JEUNESSE_CAMP"}
    assert camp <= {6, 7, 8}
    assert not [
        c for c in contenus if (c.date_intervention.month, c.date_intervention.day) == (12, 25)
    ]


def test_les_parts_ressemblent_a_celles_qui_sont_publiees(entrees):
    contenus = [e[-1].contenu for e in entrees]

    def part(nombre: int) -> float:
        return nombre / len(contenus)

    assert 0.7 < part(sum(c.lieu.tenure == "OH" for c in contenus)) < 0.9
    assert 0.35 < part(sum(c.volet == "COLLECTIF" for c in contenus)) < 0.55
    assert 0.12 < part(sum(bool(c.references) for c in contenus)) < 0.28


def test_le_dernier_mois_se_resume(base_et_demo):
    base, demo = base_et_demo
    resume = Resumes(base.lectures, vocabulaires(), base.horloge).composer(
        demo.profil, demo.dernier_mois
    )
    assert not resume.vide
    assert resume.compteurs.references > 0
    assert resume.etabli_le == JOUR.date()
    assert all(p.interventions > 0 for p in resume.douze_mois)


def test_le_resume_lit_faits_marquants_et_relances_sans_les_entrees_annulees(base_et_demo):
    base, demo = base_et_demo
    resumes = Resumes(base.lectures, vocabulaires(), base.horloge)
    du_mois = [
        i
        for revisions in base.etat.interventions.values()
        if (i := revisions[-1]).compte and i.contenu.date_intervention in demo.dernier_mois
    ]
    resume = resumes.composer(demo.profil, demo.dernier_mois)
    assert resume.compteurs.interventions == len(du_mois)
    textes = [f.texte for f in resume.faits_marquants]
    assert sorted(textes) == sorted(t for i in du_mois if (t := i.contenu.fait_marquant))
    vide = resumes.composer(demo.profil, Periode.mois(2020, 1))
    assert vide.vide
    assert vide.faits_marquants == ()


def test_annuler_ne_laisse_rien():
    base, progress = FakeBase(HorlogeFixe(JOUR)), None

    def ecouter(avancement: Avancement) -> None:
        if avancement.fait == 100:
            progress.annuler()

    progress = Progress(ecouter)
    with pytest.raises(Cancelled):
        fabriquer_demonstration(base.unite, vocabulaires(), base.horloge, progress=progress)
    assert base.etat.interventions == {}
    assert base.etat.organismes == {}


def seances(entrees, code: str) -> list[Contenu]:
    return [e[-1].contenu for e in entrees if e[-1].compte and e[-1].contenu.projet == code]


def test_les_projets_et_les_comites_ont_leurs_seances(base_et_demo, entrees):
    etat = base_et_demo[0].etat
    for fiche in (*etat.projets.values(), *etat.comites.values()):
        siennes = seances(entrees, fiche.code)
        assert bool(siennes) is not (fiche.code == "L_FETE"), fiche.code
        milieux = {c.lieu.milieu for c in siennes if c.lieu.milieu}
        assert milieux <= set(getattr(fiche, "milieux", milieux))
    jardin = seances(entrees, "L_JARDIN")
    assert len(jardin) > 15
    assert sum(bool(c.tranches) for c in jardin) > 10
    assert sum(bool(c.roles) for c in jardin) > 10
    assert {c.activite for c in jardin} == {"PROJET"}
    assert any(c.fait_marquant for c in jardin)


def test_des_activites_collectives_ne_sont_d_aucun_projet(entrees):
    collectives = [e[-1].contenu for e in entrees if e[-1].contenu.volet == "COLLECTIF"]
    assert sum(not c.projet for c in collectives) > 30


def test_les_references_nomment_des_services_du_repertoire(base_et_demo, entrees):
    services = base_et_demo[0].etat.services
    references = [r for e in entrees for r in e[-1].contenu.references]
    nommees = [services[r.ressource] for r in references if r.ressource]
    assert len(nommees) > len(references) / 2
    assert all(
        (services[r.ressource].destination, services[r.ressource].service)
        == (r.destination, r.service)
        for r in references
        if r.ressource
    )


def test_ce_qui_est_a_suivre_n_est_pas_oublie_depuis_des_mois(entrees):
    courantes = [e[-1].contenu for e in entrees if e[-1].compte]
    suivis = [c.suivi_le for c in courantes if c.suivi_le]
    assert suivis
    assert all(abs((le - JOUR.date()).days) <= 14 for le in suivis)
    relances = [r.date_relance for c in courantes for r in c.references if r.date_relance]
    assert relances
    assert all((JOUR.date() - le).days <= 90 for le in relances)


def test_les_modeles_remplissent_le_formulaire(base_et_demo):
    etat = base_et_demo[0].etat
    codes = {p.code for p in etat.projets.values()}
    assert len(etat.modeles) == 3
    for modele in etat.modeles.values():
        assert UUID(str(modele.contenu["milieu"])) in etat.milieux
        assert modele.contenu.get("projet", "L_SALLE") in codes
        assert repetable(modele.contenu) == dict(modele.contenu)
