"""Taking over another journal, on the ports in memory: what is the same row, and what stays."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_scls.application.lectures import Filtre
from journal_scls.application.operation import Avancement, Cancelled, Changes, Progress
from journal_scls.application.reprise.colonnes import Correspondance
from journal_scls.application.reprise.reprise import Reprise, ResultatReprise
from journal_scls.domain.errors import Environnement, RegleMetier
from tests.fabriques import HorlogeFixe, milieu, profil, vocabulaires
from tests.fakes import FakeBase

FICHE: dict[str, object] = {
    "date": "2025-03-14",
    "duree_min": "45",
    "volet": "INDIVIDUEL",
    "activite": "ECOUTE",
    "clientele": "AINES",
    "tenure": "SANS_MILIEU",
    "note": "",
}
FAUTIVE = {**FICHE, "date": "2025-02-29"}


@dataclass(frozen=True)
class Ligne:
    numero: int
    cellules: Sequence[object]
    defaut: str | None = None


@dataclass
class Table:
    entetes: Sequence[str]
    lignes: Iterator[Ligne]
    total: int | None


@dataclass
class TableauxEnMemoire:
    """ports.Tableaux, whose only file is the last one written; says what it wrote of refusals."""

    table: Table | None = None
    refus: list[tuple[Ligne, str, str]] = field(default_factory=list)
    plein: bool = False

    def mettre(self, fiches: Sequence[dict[str, object]], entetes: Sequence[str] = ()) -> None:
        noms = dict.fromkeys(nom for f in fiches for nom in f if nom != "defaut")
        entetes = entetes or tuple(noms) or tuple(FICHE)
        lignes = [
            Ligne(rang, (), str(fiche["defaut"]))
            if "defaut" in fiche
            else Ligne(rang, [fiche.get(nom, "") for nom in entetes])
            for rang, fiche in enumerate(fiches, start=2)
        ]
        self.table = Table(entetes, iter(lignes), len(lignes))

    def ouvrir(self, chemin: Path) -> Table:
        assert self.table is not None
        return self.table

    def ecrire_refus(
        self, chemin: Path, entetes: Sequence[str], refusees: Iterable[tuple[Ligne, str, str]]
    ) -> None:
        if self.plein:
            raise Environnement("Le disque est plein.", "Libérez de l'espace.")
        self.refus = list(refusees)

    def correspondance(self, chemin: Path) -> Correspondance:
        raise NotImplementedError


class Monde:
    """A journal in memory and the files one takes over."""

    def __init__(self) -> None:
        self.base = FakeBase()
        with self.base.unite() as unite:
            unite.enregistrer_profil(profil())
            unite.commit()
        self.tableaux = TableauxEnMemoire()
        self.reprise = Reprise(self.base.unite, self.tableaux, vocabulaires(), HorlogeFixe())

    def reprendre(
        self,
        *fiches: dict[str, object],
        nom: str = "journal.csv",
        entetes: Sequence[str] = (),
        **options: object,
    ) -> ResultatReprise:
        self.tableaux.mettre(fiches, entetes)
        return self.reprise.reprendre(Path("/ailleurs") / nom, **options)

    @property
    def journal(self) -> list:
        return list(self.base.lectures.parcourir(Filtre()))


@pytest.fixture
def monde() -> Monde:
    return Monde()


def compte(resultat: ResultatReprise) -> tuple[int, int, int]:
    return resultat.prises, resultat.deja_la, resultat.refusees


def fiches(combien: int) -> list[dict[str, object]]:
    return [{**FICHE, "note": f"Note {n}"} for n in range(combien)]


class TestDejaLa:
    def test_deux_fois_le_meme_fichier(self, monde):
        assert compte(monde.reprendre(*fiches(5))) == (5, 0, 0)
        assert compte(monde.reprendre(*fiches(5))) == (0, 5, 0)
        assert len(monde.journal) == 5

    def test_un_fichier_qui_a_grandi_par_le_haut(self, monde):
        monde.reprendre(*fiches(5))
        nouvelle = {**FICHE, "note": "la plus récente"}
        assert compte(monde.reprendre(nouvelle, *fiches(5))) == (1, 5, 0)

    def test_un_fichier_trie_ou_aux_colonnes_deplacees(self, monde):
        monde.reprendre(*fiches(5))
        assert compte(monde.reprendre(*reversed(fiches(5)))) == (0, 5, 0)
        deplacees = [dict(reversed(fiche.items())) for fiche in fiches(5)]
        assert compte(monde.reprendre(*deplacees)) == (0, 5, 0)

    def test_des_entetes_ecrits_autrement(self, monde):
        monde.reprendre(*fiches(2))
        autres = [{nom.upper().replace("_", " "): v for nom, v in f.items()} for f in fiches(2)]
        assert compte(monde.reprendre(*autres)) == (0, 2, 0)

    def test_une_colonne_vide_ajoutee_ou_une_colonne_inconnue(self, monde):
        monde.reprendre(*fiches(2))
        plus = [{**f, "modalite": "", "Météo": "neige"} for f in fiches(2)]
        assert compte(monde.reprendre(*plus)) == (0, 2, 0)

    def test_la_meme_valeur_sous_une_autre_colonne_est_une_autre_ligne(self, monde):
        monde.reprendre({**FICHE, "note": "P-1"})
        assert compte(monde.reprendre({**FICHE, "personne": "P-1"})) == (1, 0, 0)

    def test_des_espaces_autour_ne_changent_rien(self, monde):
        monde.reprendre({**FICHE, "note": "Note"})
        assert compte(monde.reprendre({**FICHE, "note": "  Note "})) == (0, 1, 0)

    def test_deux_lignes_pareilles_sont_deux_interventions(self, monde):
        assert compte(monde.reprendre(FICHE, FICHE)) == (2, 0, 0)
        assert compte(monde.reprendre(FICHE, FICHE)) == (0, 2, 0)
        assert compte(monde.reprendre(FICHE, FICHE, FICHE)) == (1, 2, 0)

    def test_d_un_autre_fichier_c_est_une_autre_ligne(self, monde):
        monde.reprendre(FICHE, nom="2024.csv")
        assert compte(monde.reprendre(FICHE, nom="2025.csv")) == (1, 0, 0)

    def test_le_nom_du_fichier_a_la_mode_du_mac(self, monde):
        monde.reprendre(FICHE, nom="année.csv")
        assert compte(monde.reprendre(FICHE, nom="anne\u0301e.csv")) == (0, 1, 0)

    def test_une_note_changee_est_une_nouvelle_ligne(self, monde):
        monde.reprendre({**FICHE, "note": "avant"})
        assert compte(monde.reprendre({**FICHE, "note": "après"})) == (1, 0, 0)

    @given(st.lists(st.integers(0, 4), max_size=12), st.lists(st.integers(0, 4), max_size=12))
    def test_reprendre_ajoute_ce_qui_manque_et_rien_d_autre(self, avant, apres):
        monde = Monde()
        monde.reprendre(*({**FICHE, "note": f"{n}"} for n in avant))
        resultat = monde.reprendre(*({**FICHE, "note": f"{n}"} for n in apres))
        assert resultat.prises == (Counter(apres) - Counter(avant)).total()
        assert resultat.prises + resultat.deja_la == len(apres)
        assert Counter(li.note for li in monde.journal) == Counter(map(str, avant)) | Counter(
            map(str, apres)
        )


class TestCleDeLAncienJournal:
    def test_la_meme_cle_est_deja_la_meme_changee_et_d_un_autre_fichier(self, monde):
        monde.reprendre({**FICHE, "id_externe": "A-1"})
        encore = {**FICHE, "id_externe": " A-1 ", "note": "autre chose"}
        assert compte(monde.reprendre(encore, nom="autre.csv")) == (0, 1, 0)
        assert [ligne.id_externe for ligne in monde.journal] == ["A-1"]

    def test_deux_fois_dans_le_meme_fichier_la_premiere_compte(self, monde):
        resultat = monde.reprendre(
            {**FICHE, "id_externe": "A-1", "note": "première"},
            {**FICHE, "id_externe": "A-1", "note": "seconde"},
        )
        assert compte(resultat) == (1, 1, 0)
        assert [ligne.note for ligne in monde.journal] == ["première"]

    def test_une_cle_refusee_puis_bonne_est_prise(self, monde):
        resultat = monde.reprendre({**FAUTIVE, "id_externe": "A-1"}, {**FICHE, "id_externe": "A-1"})
        assert compte(resultat) == (1, 0, 1)

    def test_un_nombre_et_son_texte_sont_la_meme_cle(self, monde):
        monde.reprendre({**FICHE, "id_externe": 12.0})
        assert compte(monde.reprendre({**FICHE, "id_externe": "12"})) == (0, 1, 0)

    def test_des_lignes_pareilles_de_cles_differentes(self, monde):
        lignes = [{**FICHE, "id_externe": str(n)} for n in range(3)]
        assert compte(monde.reprendre(*lignes)) == (3, 0, 0)

    def test_une_cle_interminable_est_refusee(self, monde):
        [refus] = monde.reprendre({**FICHE, "id_externe": "x" * 121}).refus
        assert (refus.ligne, refus.colonne) == (2, "id_externe")


class TestRefus:
    def test_les_bonnes_sont_prises_les_autres_dites_en_ordre(self, monde):
        resultat = monde.reprendre(
            FAUTIVE, {"defaut": "Illisible."}, FICHE, {**FICHE, "duree_min": "0"}
        )
        assert compte(resultat) == (1, 0, 3)
        assert [(r.ligne, r.colonne) for r in resultat.refus] == [
            (2, "date"),
            (3, ""),
            (5, "duree_min"),
        ]
        assert resultat.refus[1].raison == "Illisible."

    def test_une_ligne_refusee_corrigee_se_reprend(self, monde):
        assert compte(monde.reprendre(FICHE, FAUTIVE)) == (1, 0, 1)
        assert compte(monde.reprendre(FICHE, {**FAUTIVE, "date": "2025-02-28"})) == (1, 1, 0)

    def test_les_refusees_s_ecrivent_en_ordre_avec_leurs_cellules(self, monde):
        monde.reprendre(FAUTIVE, FICHE, {"defaut": "Illisible."}, FAUTIVE, refus=Path("r.csv"))
        assert [(ligne.numero, colonne) for ligne, colonne, _ in monde.tableaux.refus] == [
            (2, "date"),
            (4, ""),
            (5, "date"),
        ]
        assert list(monde.tableaux.refus[0][0].cellules) == list(FAUTIVE.values())

    def test_sans_refusee_rien_ne_s_ecrit(self, monde):
        monde.tableaux.plein = True
        assert compte(monde.reprendre(FICHE, refus=Path("r.csv"))) == (1, 0, 0)

    def test_si_les_refusees_ne_peuvent_pas_s_ecrire_rien_n_est_pris(self, monde):
        monde.tableaux.plein = True
        with pytest.raises(Environnement):
            monde.reprendre(FICHE, FAUTIVE, refus=Path("r.csv"))
        assert monde.journal == []

    def test_un_fichier_de_refus_ne_passe_pas_avec_du_texte_perdu(self, monde):
        refusee = {**FICHE, "raison_refus": "x"}
        resultat = monde.reprendre(
            {**refusee, "note": "Ren\ufffdcontre"},
            {**refusee, "note": "xxx… [texte coupé]"},
            {**refusee, "note": "bien"},
        )
        assert compte(resultat) == (1, 0, 2)
        assert compte(monde.reprendre({**FICHE, "note": "Ren\ufffdcontre"})) == (1, 0, 0)

    def test_toutes_les_fautes_d_une_ligne_sont_dites(self, monde):
        [refus] = monde.reprendre({**FAUTIVE, "duree_min": "0", "clientele": "CHATS"}).refus
        for mot in ("calendrier", "hors limites", "CHATS"):
            assert mot in refus.raison


class TestColonnes:
    @pytest.mark.parametrize("absente", ["date", "duree_min", "volet", "activite", "clientele"])
    def test_une_colonne_obligatoire_manque(self, monde, absente):
        entetes = [nom for nom in FICHE if nom != absente]
        with pytest.raises(RegleMetier) as erreur:
            monde.reprendre(FICHE, entetes=entetes)
        assert (erreur.value.champ, erreur.value.suite != "") == (absente, True)
        assert monde.journal == []

    def test_une_colonne_deux_fois(self, monde):
        with pytest.raises(RegleMetier, match="apparaît deux fois") as erreur:
            monde.reprendre(FICHE, entetes=[*FICHE, "Durée min"])
        assert erreur.value.champ == "duree_min"

    def test_deux_colonnes_inconnues_pareilles_ne_genent_pas(self, monde):
        resultat = monde.reprendre(FICHE, entetes=[*FICHE, "Météo", "", "Météo"])
        assert (resultat.prises, resultat.colonnes_ignorees) == (1, ("Météo", "Météo"))

    def test_une_correspondance_renomme_sans_egard_aux_accents(self, monde):
        autres = {("Rencontre le" if nom == "date" else nom): v for nom, v in FICHE.items()}
        correspondance = Correspondance(
            {"RENCONTRE  LÉ": "date"}, {"activite": {"Échange": "ECOUTE"}}
        )
        resultat = monde.reprendre({**autres, "activite": "echange"}, correspondance=correspondance)
        assert compte(resultat) == (1, 0, 0)
        assert monde.journal[0].activite == "ECOUTE"

    def test_une_correspondance_peut_vider_une_valeur(self, monde):
        vide = Correspondance(valeurs={"personne": {"aucune": ""}})
        monde.reprendre({**FICHE, "personne": "Aucune"}, correspondance=vide)
        assert monde.journal[0].personne == ""

    def test_la_correspondance_ne_change_pas_ce_qui_est_deja_la(self, monde):
        ligne = {**FICHE, "activite": "Échange"}
        correspondance = Correspondance(valeurs={"activite": {"Échange": "ECOUTE"}})
        assert compte(monde.reprendre(ligne)) == (0, 0, 1)
        assert compte(monde.reprendre(ligne, correspondance=correspondance)) == (1, 0, 0)
        assert compte(monde.reprendre(ligne)) == (0, 1, 0)


class TestRepertoire:
    def test_un_milieu_nouveau_est_a_verifier_et_n_est_fait_qu_une_fois(self, monde):
        ici = {**FICHE, "milieu": "Les Érables", "tenure": "OH", "organisme": "Office A"}
        monde.reprendre(ici, {**ici, "milieu": "les erables", "note": "encore"})
        [fait] = monde.base.etat.milieux.values()
        [office] = monde.base.etat.organismes.values()
        assert (fait.nom, fait.a_verifier) == ("Les Érables", True)
        assert (office.nom, office.a_verifier) == ("Office A", True)
        monde.reprendre({**ici, "note": "plus tard", "milieu": "LES ÉRABLES"})
        assert len(monde.base.etat.milieux) == len(monde.base.etat.organismes) == 1

    def test_une_ligne_refusee_ne_laisse_pas_de_milieu(self, monde):
        ici = {**FAUTIVE, "milieu": "Milieu de trop", "tenure": "OH", "organisme": "Office de trop"}
        monde.reprendre(ici)
        assert monde.base.etat.milieux == monde.base.etat.organismes == {}

    def test_un_milieu_connu_donne_sa_tenure(self, monde):
        erables = milieu("Les Érables", mrc="La Matanie")
        with monde.base.unite() as unite:
            unite.repertoire.enregistrer_milieux([erables])
            unite.commit()
        monde.reprendre({**FICHE, "milieu": "les erables", "tenure": ""})
        [ligne] = monde.journal
        assert (ligne.milieu, ligne.tenure, ligne.mrc) == ("Les Érables", "OH", "La Matanie")
        assert monde.base.etat.milieux == {erables.id: erables}

    def test_un_changement_d_office_au_milieu_du_fichier_devient_un_historique(self, monde):
        ici = {**FICHE, "milieu": "Les Érables", "tenure": "OH"}
        monde.reprendre(
            {**ici, "date": "2025-06-10", "organisme": "Office B"},
            {**ici, "date": "2025-02-10", "organisme": "Office A"},
        )
        [fait] = monde.base.etat.milieux.values()
        assert [etat.depuis for etat in fait.etats] == [None, date(2025, 6, 10)]


class TestTransaction:
    def test_un_essai_ne_garde_rien_et_dit_tout(self, monde):
        resultat = monde.reprendre(*fiches(3), FAUTIVE, essai=True)
        assert (compte(resultat), resultat.essai) == ((3, 0, 1), True)
        assert resultat.changes == Changes()
        assert monde.journal == []
        assert compte(monde.reprendre(*fiches(3), FAUTIVE)) == (3, 0, 1)

    def test_ce_qui_a_change_se_dit(self, monde):
        assert monde.reprendre(FICHE).changes == Changes(interventions=True, repertoire=True)
        assert monde.reprendre(FICHE).changes == Changes()

    @pytest.mark.parametrize("quand", [0, 1_000, 2_000, 2_500])
    def test_annuler_ne_laisse_rien(self, monde, quand):
        def suivre(a: Avancement) -> None:
            if a.fait >= quand:
                progress.annuler()

        progress = Progress(suivre)
        with pytest.raises(Cancelled):
            monde.reprendre(*fiches(2_500), progress=progress, refus=Path("r.csv"))
        assert monde.journal == []
        assert monde.base.etat.origines == {}

    def test_la_progression_va_de_rien_a_tout(self, monde):
        etapes: list[Avancement] = []
        monde.reprendre(*fiches(2_500), progress=Progress(etapes.append))
        assert [a.fait for a in etapes] == [0, 1_000, 2_000, 2_500]
        assert [a.total for a in etapes] == [2_500] * 4
        assert {a.libelle for a in etapes} == {"Reprise du journal"}

    def test_une_panne_au_milieu_ne_laisse_rien(self, monde):
        monde.tableaux.mettre(fiches(1_500))
        table = monde.tableaux.table

        def casser(lignes: Iterator[Ligne]) -> Iterator[Ligne]:
            for rang, ligne in enumerate(lignes):
                if rang == 1_200:
                    raise OSError(rang)
                yield ligne

        table.lignes = casser(table.lignes)
        with pytest.raises(OSError, match="1200"):
            monde.reprise.reprendre(Path("journal.csv"))
        assert monde.journal == []


class TestCellulesDExcel:
    def test_une_date_avec_une_heure_perd_son_heure(self, monde):
        from datetime import datetime  # noqa: PLC0415 - the only one here

        monde.reprendre({**FICHE, "date": datetime(2025, 3, 14, 9, 30)})  # noqa: DTZ001
        assert monde.journal[0].date == date(2025, 3, 14)

    def test_des_nombres_et_un_vide(self, monde):
        collectif = {**FICHE, "volet": "COLLECTIF", "type_collectif": "ADL", "duree_min": 90}
        resultat = monde.reprendre(
            {**collectif, "nb_personnes": 12}, {**collectif, "nb_personnes": ""}
        )
        assert (compte(resultat), resultat.sans_nombre) == ((2, 0, 0), 1)
        assert sorted(str(ligne.nb_personnes) for ligne in monde.journal) == ["12", "None"]

    @pytest.mark.parametrize(
        ("colonne", "nom"), [("milieu", "—"), ("organisme", "?"), ("mrc", "🏠"), ("milieu", "-")]
    )
    def test_un_nom_sans_lettre_ni_chiffre_est_refuse(self, monde, colonne, nom):
        [refus] = monde.reprendre({**FICHE, "tenure": "OH", colonne: nom}).refus
        assert refus.colonne == colonne
        assert "ni lettre ni chiffre" in refus.raison

    def test_un_nom_tient_sur_une_ligne(self, monde):
        monde.reprendre({**FICHE, "tenure": "OH", "milieu": " Les\n  Érables\x07 "})
        assert monde.journal[0].milieu == "Les Érables"
