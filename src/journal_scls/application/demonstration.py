"""The demonstration journal: twelve fictional months that look lived in, and say DÉMO everywhere.

The same seed and the same day give the same journal, to the identifier, so that screenshots,
tests and a trainer's slides agree. Nobody and no place in it exists.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import NamedTuple
from uuid import UUID

from journal_scls.application.lectures import Brouillon
from journal_scls.application.operation import Progress
from journal_scls.application.ports import Horloge, UnitOfWork
from journal_scls.domain.intervention import Contenu, Intervention, Reference, Volet
from journal_scls.domain.periode import Periode
from journal_scls.domain.profil import Profil, Role
from journal_scls.domain.repertoire import SANS_MILIEU, EtatMilieu, Milieu, Organisme, Tenure
from journal_scls.domain.vocabulaire import Vocabulaires

CODE = "DEMO-01"
NOM_AFFICHE = "Journal de démonstration (DÉMO)"
GRAINE = 2022
_MARQUANTS_PAR_MOIS = 2
_VENDREDI, _SAMEDI = 4, 5
_PRESENCE = (*(0.95,) * 5, 0.12, 0.0)
# The second office merges into the first one during the period.
_ORGANISMES = (
    ("Office d'habitation de la Vallée-Fictive (DÉMO)", Tenure.OH),
    ("Office municipal d'habitation de Saint-Exemple (DÉMO)", Tenure.OH),
    ("Habitations du Pont-Fictif, OBNL (DÉMO)", Tenure.OBNL),
    ("Coopérative d'habitation L'Exemple (DÉMO)", Tenure.COOP),
)
_MRC = ("MRC de la Vallée-Fictive (DÉMO)", "MRC du Lac-Imaginaire (DÉMO)")
# Name, organisme, MRC, category, dwellings, weight.
_MILIEUX = (
    ("Place des Érables (DÉMO)", 0, 0, "FAM", 48, 9),
    ("Les Jardins du Moulin (DÉMO)", 0, 0, "FAM", 36, 7),
    ("Carré des Cerisiers (DÉMO)", 0, 0, "FAM", 18, 5),
    ("Résidence du Vieux-Quai (DÉMO)", 0, 0, "PA", 30, 6),
    ("Immeuble de la Gare (DÉMO)", 0, 0, "PS", 16, 4),
    ("Terrasse Saint-Exemple (DÉMO)", 1, 1, "FAM", 24, 5),
    ("Résidence du Belvédère (DÉMO)", 1, 1, "PA", 12, 4),
    ("Maison du Pont-Fictif (DÉMO)", 2, 0, "MIXTE", 22, 3),
    ("Coopérative L'Exemple (DÉMO)", 3, 0, "FAM", 14, 2),
)
_HABITANTS = {"FAM": "FAMILLES JEUNES TOUS", "PA": "AINES PERS_SEULES TOUS", "PS": "PERS_SEULES"}
# Weight, activite, volet, months, minutes, persons, clientele, subjects | note | fait marquant.
# Subjects: problematiques for INDIVIDUEL, the type for COLLECTIF, nothing for MILIEU.
_MODELES = """
11 ECOUTE I 1-12 15-60 1-1 * ISOLEMENT SANTE_MENTALE | Écoute à sa demande; rappel convenu.
5 REFERENCE I 1-12 20-50 1-1 * SANTE_MENTALE PERTE_AUTONOMIE | Ressources bien expliquées.
4 ACCOMP_SP I 1-12 45-150 1-2 FAMILLES INTERCULTUREL | Accompagnement à un rendez-vous.
4 BUDGET I 1-12 30-75 1-2 FAMILLES PAUVRETE_BUDGET | Grille budgétaire commencée.
4 BAIL I 2-6 15-45 1-2 * LOGEMENT | Renouvellement du bail expliqué.
4 CONFLIT I 1-12 30-90 2-3 FAMILLES VOISINAGE | Bruit entre deux logements; entente verbale.
4 ACCUEIL I 6-9 30-60 1-4 FAMILLES LOGEMENT | Visite d'accueil : immeuble et services.
2 CRISE I 1-12 45-180 1-2 * VIOLENCE ITINERANCE_RISQUE | Situation désamorcée.
5 VISITE I 1-12 15-40 1-1 AINES ISOLEMENT PERTE_AUTONOMIE | Visite de courtoisie; tout va bien.
3 PONCTUEL I 1-12 10-30 1-1 JEUNES LOGEMENT | Aide pour comprendre une lettre reçue.
5 DEVOIRS C 9-5 90-120 5-14 JEUNES PROJET_DEMARCHE | Aide aux devoirs en salle.\
 | Au club de devoirs, onze jeunes ont haussé leurs notes et veulent continuer.
8 PROJET C 1-12 60-150 4-12 FAMILLES PROJET_DEMARCHE | Rencontre du groupe; tâches réparties.\
 | Le groupe du jardin collectif a écrit lui-même sa demande de financement et l'a obtenue.
7 MILIEU_VIE C 1-12 60-120 4-15 FAMILLES PROJET_DEMARCHE | Salle ouverte; bon achalandage.\
 | Deux familles qui ne sortaient plus viennent maintenant chaque semaine à la salle.
5 SOUT_COMITE C 9-6 60-120 4-9 TOUS ADL | Ordre du jour et finances du comité.\
 | L'association de locataires a élu son conseil; trois personnes s'y engagent enfin.
2 VIE_DEMO C 9-5 90-150 6-14 TOUS CCR_COMITE | Rencontre du CCR; avis au conseil.\
 | Le CCR a obtenu que l'éclairage du stationnement soit refait avant l'hiver.
3 ALIMENTAIRE C 1-12 120-210 6-12 FAMILLES CUISINE_ALIM | Cuisine collective; portions prêtes.\
 | La cuisine collective a préparé 96 portions et tient maintenant son propre calendrier.
3 ANIM_LOISIR C 1-12 60-150 8-25 AINES ANIMATION | Après-midi d'activités; nouvelles têtes.\
 | Vingt personnes ont fêté la saison autour d'un repas préparé par les locataires.
2 FORMATION C 9-6 60-120 8-18 FAMILLES FORMATION_CONF | Atelier sur les droits.
8 ORG_ACT C 6-8 180-360 10-22 JEUNES JEUNESSE_CAMP | Journée du camp d'été; sortie au parc.\
 | Le camp d'été a reçu 22 jeunes; trois adolescents y ont eu leur premier emploi.
5 CONCERT M 9-6 90-180 6-15 TOUS | Table de concertation; suites du sous-comité.
2 PARTENARIAT M 9-6 45-90 2-5 TOUS | Corridor de référence précisé avec le CISSS.\
 | Une entente a été signée : les demandes urgentes reçoivent une réponse en deux jours.
"""
_VOLETS = {"I": Volet.INDIVIDUEL, "C": Volet.COLLECTIF, "M": Volet.MILIEU}
_MODALITES = ("SUR_PLACE", "DOMICILE", "BUREAU", "TELEPHONE")
_TOUTES = ("FAMILLES", "FAMILLES", "JEUNES", "AINES", "PERS_SEULES", "PERS_HANDICAP")
# Destination and service, then how many of 95 referrals.
_DESTINATIONS = {
    "CISSS:SANTE_MENTALE": 14, "CISSS:SAPA": 9, "CISSS:ACCUEIL_PSYCHO": 8, "CISSS:SAD": 12,
    "OC:AIDE_ALIMENTAIRE": 12, "OC:BUDGET": 7, "OC:LOGEMENT_DROITS": 8, "OC:FAMILLE": 8,
    "MUNICIPAL:AUTRE": 4, "EDUCATION:AUTRE": 5, "EMPLOI:AUTRE": 4, "JURIDIQUE:AUTRE": 4,
}  # fmt: skip
_DENOUEMENTS = ("SERVICE_OBTENU", "LISTE_ATTENTE", "FAITE", "REFUSEE", "SANS_SUITE", "INCONNU")
_RAISONS = ("Saisie deux fois.", "Rendez-vous remis : rien n'a eu lieu.", "Mauvaise date.")
# Holidays with a date, the end of the year, and two weeks of July.
_CONGES = {(6, 24), (7, 1), *((12, j) for j in range(22, 32)), *((1, j) for j in range(1, 5)),
           *((7, j) for j in range(19, 32))}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Demonstration:
    """What was made: twelve whole months, the last of them, how many entries and drafts."""

    profil: Profil
    annee: Periode
    dernier_mois: Periode
    interventions: int
    brouillons: int


class _Modele(NamedTuple):
    """A kind of entry; `mois` wraps around the new year (9-5 is the school year)."""

    poids: int
    activite: str
    volet: Volet
    mois: tuple[int, int]
    minutes: tuple[int, int]
    personnes: tuple[int, int]
    clientele: str
    sujets: Sequence[str]
    note: str
    marquant: str

    def tombe_en(self, mois: int) -> bool:
        debut, fin = self.mois
        return debut <= mois <= fin if debut <= fin else not fin < mois < debut


def fabriquer_demonstration(
    unite: Callable[[], UnitOfWork],
    vocabulaires: Vocabulaires,
    horloge: Horloge,
    *,
    graine: int = GRAINE,
    progress: Progress | None = None,
) -> Demonstration:
    """Fill an empty dossier, in one transaction: cancelling leaves nothing half done."""
    progress, aujourdhui = progress or Progress(), horloge.aujourdhui()
    fabrique = _Fabrique(vocabulaires, aujourdhui, graine)
    profil, faites = profil_demonstration(aujourdhui, graine), 0
    with unite() as uow:
        uow.enregistrer_profil(profil)
        uow.repertoire.enregistrer_organismes(fabrique.organismes)
        uow.repertoire.enregistrer_milieux(fabrique.milieux)
        for rang, jour in enumerate(fabrique.jours):
            progress.etape(rang, len(fabrique.jours), "Préparation de la démonstration")
            for contenu in fabrique.contenus(jour):
                premiere, *suites = fabrique.revisions(contenu)
                uow.interventions.ajouter(premiere)
                for suite in suites:
                    uow.interventions.reviser(suite)
                faites += 1
        for brouillon in (brouillons := fabrique.brouillons()):
            uow.brouillons.enregistrer(brouillon)
        uow.commit()
    fin = aujourdhui.replace(day=1) - timedelta(days=1)
    return Demonstration(
        profil=profil,
        annee=Periode(fin, fin).douze_mois(),
        dernier_mois=Periode.mois(fin.year, fin.month),
        interventions=faites,
        brouillons=len(brouillons),
    )


def profil_demonstration(aujourdhui: date, graine: int = GRAINE) -> Profil:
    """Whose journal it is; known before the dossier is made."""
    le = _soir(_debut(aujourdhui))
    return Profil(
        id=_identifiant(Random(graine), le),  # noqa: S311 - fiction, not secrets
        role=Role.INTERVENANT,
        code=CODE,
        cree_le=le,
        employeur_type="OFFICE",
        nom_affiche=NOM_AFFICHE,
        demo=True,
    )


class _Fabrique:
    """Draws everything from one seeded source, always in the same order."""

    def __init__(self, vocabulaires: Vocabulaires, aujourdhui: date, graine: int) -> None:
        self._alea = Random(f"{graine} {aujourdhui}")  # noqa: S311 - fiction, not secrets
        self._vocabulaires = vocabulaires
        self._aujourdhui = aujourdhui
        self._debut = _debut(aujourdhui)
        self._modeles = [_lire_modele(ligne) for ligne in _MODELES.strip().splitlines()]
        self._fusion = (self._debut + timedelta(days=160)).replace(day=1)
        self.organismes = self._organismes()
        self.milieux = tuple(self._milieu(*modele[:5]) for modele in _MILIEUX)
        self._racontes: list[tuple[str, str]] = []
        jours = (self._debut + timedelta(days=n) for n in range((aujourdhui - self._debut).days))
        self.jours = [jour for jour in jours if self._travaille(jour)]

    def contenus(self, jour: date) -> Iterator[Contenu]:
        """The day's entries: few on Fridays, one gathering on a Saturday."""
        modeles = [m for m in self._modeles if m.tombe_en(jour.month)]
        combien = self._alea.choice((1, 2, 2, 3, 4) if jour.weekday() < _VENDREDI else (1, 1, 2))
        if jour.weekday() == _SAMEDI:
            modeles, combien = [m for m in modeles if m.volet is Volet.COLLECTIF], 1
        for modele in self._alea.choices(modeles, [m.poids for m in modeles], k=combien):
            yield self._contenu(jour, modele)

    def revisions(self, contenu: Contenu) -> Iterator[Intervention]:
        """The entry as first typed, then what became of it."""
        le, suivie = _soir(contenu.date_intervention), bool(contenu.references)
        edition = self._vocabulaires.edition_de(contenu.date_intervention, (contenu.activite,))
        entree = Intervention(
            id=_identifiant(self._alea, le),
            contenu=contenu,
            vocabulaire=edition,
            auteur=CODE,
            creee_le=le,
            saisie_le=le,
        )
        yield entree
        le += timedelta(days=self._alea.randint(1, 40))
        if le.date() >= self._aujourdhui:
            return
        if self._chance(0.02):
            yield entree.annuler(self._alea.choice(_RAISONS), auteur=CODE, le=le)
        elif self._chance(0.9 if suivie else 0.04):
            corrige = self._corriger(contenu)
            yield entree.rectifier(corrige, vocabulaire=edition, auteur=CODE, le=le)

    def brouillons(self) -> tuple[Brouillon, ...]:
        """What was being typed when somebody knocked at the door."""
        hier = self._aujourdhui - timedelta(days=1)
        saisies: tuple[dict[str, object], ...] = (
            {"date": f"{hier}", "duree_min": "45", "milieu": _MILIEUX[0][0], "note": "À finir"},
            {"date": f"{hier}", "volet": "COLLECTIF", "activite": "PROJET", "nb_personnes": "9"},
        )
        le = _soir(hier)
        return tuple(
            Brouillon(id=_identifiant(self._alea, le), contenu=saisie, modifie_le=le)
            for saisie in saisies
        )

    def _chance(self, part: float) -> bool:
        return self._alea.random() < part

    def _travaille(self, jour: date) -> bool:
        conge = (jour.month, jour.day) in _CONGES
        return self._chance(_PRESENCE[jour.weekday()]) and not conge

    def _organismes(self) -> tuple[Organisme, ...]:
        le = _soir(self._debut)
        premier, second, *autres = (
            Organisme(id=_identifiant(self._alea, le), nom=nom, code=f"DEMO-O{n}", tenure=tenure)
            for n, (nom, tenure) in enumerate(_ORGANISMES, start=1)
        )
        fin = self._fusion - timedelta(days=1)
        return premier, replace(second, valide_au=fin, successeur=premier.id), *autres

    def _milieu(self, nom: str, rang: int, mrc: int, categorie: str, logements: int) -> Milieu:
        organisme, id_ = self.organismes[rang], _identifiant(self._alea, _soir(self._debut))
        etat = EtatMilieu(
            organisme=organisme.id,
            tenure=organisme.tenure,
            mrc=_MRC[mrc],
            categorie_immeuble=categorie,
            nb_logements=logements,
        )
        suite = replace(etat, depuis=self._fusion, organisme=organisme.successeur)
        etats = (etat, suite) if organisme.successeur else (etat,)
        return Milieu(id=id_, nom=nom, etats=etats, code=f"DEMO-M{logements}")

    def _contenu(self, jour: date, modele: _Modele) -> Contenu:
        alea, volet = self._alea, modele.volet
        individuel, collectif = volet is Volet.INDIVIDUEL, volet is Volet.COLLECTIF
        clientele = alea.choice(_TOUTES) if modele.clientele == "*" else modele.clientele
        milieu = None if volet is Volet.MILIEU else self._choisir_milieu(clientele)
        reference = self._chance(0.4 if individuel else 0.03)
        code = milieu is not None and individuel and self._chance(0.7)
        return Contenu(
            date_intervention=jour,
            duree_min=round(alea.triangular(*modele.minutes) / 5) * 5,
            volet=volet,
            activite=modele.activite,
            categorie=self._vocabulaires.terme("activite", modele.activite).categorie,
            clientele=clientele,
            lieu=milieu.lieu_le(jour) if milieu else SANS_MILIEU,
            type_collectif=modele.sujets[0] if collectif else "",
            problematiques=tuple(modele.sujets[: alea.randint(0, 2)]) if individuel else (),
            modalite=alea.choice(_MODALITES) if individuel else "SUR_PLACE",
            nb_personnes=alea.randint(*modele.personnes),
            references=self._references(jour) if reference else (),
            personne=self._personne(milieu) if milieu and code else "",
            note=modele.note if self._chance(0.6) else "",
            fait_marquant=self._marquant(jour, modele),
        )

    def _personne(self, milieu: Milieu) -> str:
        """One of the milieu's seven codes, that tells nothing of where the person lives."""
        rang = 7 * self.milieux.index(milieu) + self._alea.randint(1, 7)
        return f"P{rang * 631 % 9000 + 1000}"

    def _choisir_milieu(self, clientele: str) -> Milieu:
        poids = [m[5] * (clientele in _HABITANTS.get(m[3], clientele)) for m in _MILIEUX]
        return self._alea.choices(self.milieux, poids)[0]

    def _references(self, jour: date) -> tuple[Reference, ...]:
        choix, poids = tuple(_DESTINATIONS), tuple(_DESTINATIONS.values())
        vers = dict.fromkeys(self._alea.choices(choix, poids, k=self._alea.choice((1, 1, 1, 2))))
        relance = jour + timedelta(days=self._alea.randint(10, 40))
        return tuple(
            Reference(
                destination=texte.partition(":")[0],
                service=texte.partition(":")[2],
                mode=self._alea.choice(("SIMPLE", "SIMPLE", "ACCOMPAGNEE", "INFO_REMISE")),
                statut=self._alea.choice(("PROPOSEE", "FAITE", "FAITE")),
                date_relance=relance,
            )
            for texte in vers
        )

    def _corriger(self, contenu: Contenu) -> Contenu:
        """A referral learns its outcome; another entry had its duration wrong."""
        references = []
        for reference in contenu.references:
            statut = self._alea.choices(_DENOUEMENTS, (12, 2, 1, 2, 3, 1))[0]
            references.append(replace(reference, statut=statut, date_relance=None))
        duree = contenu.duree_min + (0 if references else 15)
        return replace(contenu, duree_min=duree, references=tuple(references))

    def _marquant(self, jour: date, modele: _Modele) -> str:
        """Two a month at most, none told twice within a season."""
        pris = [mois for mois, _ in self._racontes].count(f"{jour:%Y-%m}")
        recents = [activite for _, activite in self._racontes[-6:]]
        if not modele.marquant or pris == _MARQUANTS_PAR_MOIS or modele.activite in recents:
            return ""
        self._racontes.append((f"{jour:%Y-%m}", modele.activite))
        return modele.marquant


def _lire_modele(ligne: str) -> _Modele:
    mots, note, *marquant = (partie.strip() for partie in ligne.split("|"))
    poids, activite, volet, mois, minutes, personnes, clientele, *sujets = mots.split()
    return _Modele(
        int(poids), activite, _VOLETS[volet], _bornes(mois), _bornes(minutes), _bornes(personnes),
        clientele, sujets, note, "".join(marquant),
    )  # fmt: skip


def _bornes(texte: str) -> tuple[int, int]:
    de, _, a = texte.partition("-")
    return int(de), int(a)


def _debut(aujourdhui: date) -> date:
    """The first day of the twelve whole months; those of the running month come on top."""
    return aujourdhui.replace(year=aujourdhui.year - 1, day=1)


def _soir(jour: date) -> datetime:
    return datetime.combine(jour, time(21, 0), UTC)


def _identifiant(alea: Random, le: datetime) -> UUID:
    """A UUID version 7 like those of the journal, but drawn from the seed."""
    instant = int(le.timestamp() * 1000) << 80
    return UUID(
        int=instant | 0x7 << 76 | alea.getrandbits(12) << 64 | 0b10 << 62 | alea.getrandbits(62)
    )
