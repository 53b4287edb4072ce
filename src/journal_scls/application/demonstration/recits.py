"""What the demonstration tells, as data: places, services, projects, kinds of entries.

Every name is made up and says DÉMO; nobody and no place in it exists.
"""

from typing import NamedTuple

from journal_scls.domain.repertoire.lieux import Tenure

# The second office merges into the first one during the period.
ORGANISMES = (
    ("Office d’habitation de la Vallée-Fictive (DÉMO)", Tenure.OH),
    ("Office municipal d’habitation de Saint-Exemple (DÉMO)", Tenure.OH),
    ("Habitations du Pont-Fictif, OBNL (DÉMO)", Tenure.OBNL),
    ("Coopérative d’habitation L’Exemple (DÉMO)", Tenure.COOP),
)
MRC = ("MRC de la Vallée-Fictive (DÉMO)", "MRC du Lac-Imaginaire (DÉMO)")


class Place(NamedTuple):
    """A milieu: ranks of its organisme and MRC, dwellings, how often one works there."""

    nom: str
    organisme: int
    mrc: int
    categorie: str
    logements: int
    poids: int


PLACES = (
    Place("Place des Érables (DÉMO)", 0, 0, "FAM", 48, 9),
    Place("Les Jardins du Moulin (DÉMO)", 0, 0, "FAM", 36, 7),
    Place("Carré des Cerisiers (DÉMO)", 0, 0, "FAM", 18, 5),
    Place("Résidence du Vieux-Quai (DÉMO)", 0, 0, "PA", 30, 6),
    Place("Immeuble de la Gare (DÉMO)", 0, 0, "PS", 16, 4),
    Place("Terrasse Saint-Exemple (DÉMO)", 1, 1, "FAM", 24, 5),
    Place("Résidence du Belvédère (DÉMO)", 1, 1, "PA", 12, 4),
    Place("Maison du Pont-Fictif (DÉMO)", 2, 0, "MIXTE", 22, 3),
    Place("Coopérative L’Exemple (DÉMO)", 3, 0, "FAM", 14, 2),
)
HABITANTS = {"FAM": "FAMILLES JEUNES TOUS", "PA": "AINES PERS_SEULES TOUS", "PS": "PERS_SEULES"}
# Destination and service, how many of 95 referrals, the partner that gives it.
DESTINATIONS = {
    "CISSS:SANTE_MENTALE": (14, "CLSC fictif, santé mentale (DÉMO)"),
    "CISSS:SAPA": (9, "CLSC fictif, soutien aux aînés (DÉMO)"),
    "CISSS:ACCUEIL_PSYCHO": (8, "CLSC fictif, accueil psychosocial (DÉMO)"),
    "CISSS:SAD": (12, "CLSC fictif, soutien à domicile (DÉMO)"),
    "OC:AIDE_ALIMENTAIRE": (12, "Banque alimentaire L’Exemple (DÉMO)"),
    "OC:BUDGET": (7, "Carrefour budgétaire fictif (DÉMO)"),
    "OC:LOGEMENT_DROITS": (8, "Comité logement L’Exemple (DÉMO)"),
    "OC:FAMILLE": (8, "Maison de la famille fictive (DÉMO)"),
    "MUNICIPAL:AUTRE": (4, ""),
    "EDUCATION:AUTRE": (5, "École du Lac-Imaginaire (DÉMO)"),
    "EMPLOI:AUTRE": (4, ""),
    "JURIDIQUE:AUTRE": (4, ""),
}


class Demarche(NamedTuple):
    """A project or a committee, which takes `part` of the entries of an activity.

    `genre` is the type of a project or the instance of a committee, `places` are ranks,
    `partenaires` are services, `roles` those of a committee's members.
    """

    code: str
    titre: str
    genre: str
    activite: str
    part: float
    places: tuple[int, ...] = ()
    partenaires: tuple[str, ...] = ()
    objectif: str = ""
    financement: str = ""
    roles: tuple[tuple[str, int], ...] = ()


PROJETS = (
    Demarche(
        "JARDIN", "Jardin collectif des Érables (DÉMO)", "PROJET_DEMARCHE", "PROJET", 0.7, (0, 1),
        ("OC:AIDE_ALIMENTAIRE", "OC:FAMILLE"), "Axe 2 : le pouvoir d’agir", "Fonds fictif (DÉMO)",
    ),
    Demarche(
        "DEVOIRS", "Club de devoirs (DÉMO)", "PROJET_DEMARCHE", "DEVOIRS", 0.9, (0, 2),
        ("EDUCATION:AUTRE", "OC:FAMILLE"), "Axe 1 : la réussite des jeunes",
    ),
    Demarche(
        "SALLE", "Salle ouverte du Moulin (DÉMO)", "PROJET_DEMARCHE", "MILIEU_VIE", 0.6, (1,),
        ("CISSS:ACCUEIL_PSYCHO",), "Axe 3 : briser l’isolement",
    ),
    Demarche(
        "CUISINE", "Cuisine collective (DÉMO)", "CUISINE_ALIM", "ALIMENTAIRE", 0.8, (0, 5, 7),
        ("OC:AIDE_ALIMENTAIRE",), "Axe 2 : le pouvoir d’agir", "Fonds fictif (DÉMO)",
    ),
    Demarche(
        "CAMP", "Camp d’été (DÉMO)", "JEUNESSE_CAMP", "ORG_ACT", 0.9, (0, 1, 2),
        ("OC:FAMILLE",), "Axe 1 : la réussite des jeunes", "Fonds fictif (DÉMO)",
    ),
)  # fmt: skip
CAMP = "CAMP"  # closed at the end of August, the others go on
A_VENIR = Demarche(
    "FETE", "Fête des voisins (DÉMO)", "RASSEMBLEMENT", "", 0.0, (0, 1, 2, 3)
)  # fmt: skip
COMITES = (
    Demarche(
        "CCR", "Comité consultatif des résidents (DÉMO)", "CCR", "VIE_DEMO", 1.0,
        roles=(("LOCATAIRE", 8), ("GESTIONNAIRE", 2), ("ADMINISTRATEUR", 1), ("INTERVENANT", 1)),
    ),
    Demarche(
        "ADL_ERABLES", "Association de locataires des Érables (DÉMO)", "COMITE_LOCATAIRES",
        "SOUT_COMITE", 0.7, (0,), roles=(("LOCATAIRE", 7), ("BENEVOLE", 2), ("INTERVENANT", 1)),
    ),
    Demarche(
        "TABLE", "Table de concertation fictive (DÉMO)", "TABLE", "CONCERT", 1.0,
        roles=(("PARTENAIRE", 9), ("INTERVENANT", 3), ("GESTIONNAIRE", 2), ("LOCATAIRE", 2)),
    ),
)  # fmt: skip
EMBUCHES = {
    "JARDIN": "La pluie a fait reporter deux corvées.\nIl manque un cabanon pour les outils.",
    "CAMP": "La piscine municipale a fermé deux semaines.",
}
# Weight, activite, volet, months, minutes, persons, clientele, subjects | note | fait marquant.
# Subjects: problematiques for INDIVIDUEL, the type for COLLECTIF, nothing for MILIEU.
MODELES = """
11 ECOUTE I 1-12 15-60 1-1 * ISOLEMENT SANTE_MENTALE | Écoute à sa demande; rappel convenu.
5 REFERENCE I 1-12 20-50 1-1 * SANTE_MENTALE PERTE_AUTONOMIE | Ressources bien expliquées.
4 ACCOMP_SP I 1-12 45-150 1-2 FAMILLES INTERCULTUREL | Accompagnement à un rendez-vous.
4 BUDGET I 1-12 30-75 1-2 FAMILLES PAUVRETE_BUDGET | Grille budgétaire commencée.
4 BAIL I 2-6 15-45 1-2 * LOGEMENT | Renouvellement du bail expliqué.
4 CONFLIT I 1-12 30-90 2-3 FAMILLES VOISINAGE | Bruit entre deux logements; entente verbale.
4 ACCUEIL I 6-9 30-60 1-4 FAMILLES LOGEMENT | Visite d’accueil : immeuble et services.
2 CRISE I 1-12 45-180 1-2 * VIOLENCE ITINERANCE_RISQUE | Situation désamorcée.
5 VISITE I 1-12 15-40 1-1 AINES ISOLEMENT PERTE_AUTONOMIE | Visite de courtoisie; tout va bien.
3 PONCTUEL I 1-12 10-30 1-1 JEUNES LOGEMENT | Aide pour comprendre une lettre reçue.
5 DEVOIRS C 9-5 90-120 5-14 JEUNES PROJET_DEMARCHE | Aide aux devoirs en salle.\
 | Au club de devoirs, onze jeunes ont haussé leurs notes et veulent continuer.
8 PROJET C 1-12 60-150 4-12 FAMILLES PROJET_DEMARCHE | Rencontre du groupe; tâches réparties.\
 | Le groupe du jardin collectif a écrit lui-même sa demande de financement et l’a obtenue.
7 MILIEU_VIE C 1-12 60-120 4-15 FAMILLES PROJET_DEMARCHE | Salle ouverte; bon achalandage.\
 | Deux familles qui ne sortaient plus viennent maintenant chaque semaine à la salle.
5 SOUT_COMITE C 9-6 60-120 4-9 TOUS ADL | Ordre du jour et finances du comité.\
 | L’association de locataires a élu son conseil; trois personnes s’y engagent enfin.
2 VIE_DEMO C 9-5 90-150 6-14 TOUS CCR_COMITE | Rencontre du CCR; avis au conseil.\
 | Le CCR a obtenu que l’éclairage du stationnement soit refait avant l’hiver.
3 ALIMENTAIRE C 1-12 120-210 6-12 FAMILLES CUISINE_ALIM | Cuisine collective; portions prêtes.\
 | La cuisine collective a préparé 96 portions et tient maintenant son propre calendrier.
3 ANIM_LOISIR C 1-12 60-150 8-25 AINES ANIMATION | Après-midi d’activités; nouvelles têtes.\
 | Vingt personnes ont fêté la saison autour d’un repas préparé par les locataires.
2 FORMATION C 9-6 60-120 8-18 FAMILLES FORMATION_CONF | Atelier sur les droits.
8 ORG_ACT C 6-8 180-360 10-22 JEUNES JEUNESSE_CAMP | Journée du camp d’été; sortie au parc.\
 | Le camp d’été a reçu 22 jeunes; trois adolescents y ont eu leur premier emploi.
5 CONCERT M 9-6 90-180 6-15 TOUS | Table de concertation; suites du sous-comité.
2 PARTENARIAT M 9-6 45-90 2-5 TOUS | Corridor de référence précisé avec le CISSS.\
 | Une entente a été signée : les demandes urgentes reçoivent une réponse en deux jours.
"""
# The five age brackets of those who come, as weights.
AGES = {
    "JEUNES": (6, 5, 0, 0, 0), "FAMILLES": (4, 2, 3, 3, 0), "AINES": (0, 0, 0, 1, 6),
    "TOUS": (2, 1, 3, 4, 3),
}  # fmt: skip
MODALITES = ("SUR_PLACE", "DOMICILE", "BUREAU", "TELEPHONE")
CLIENTELES = ("FAMILLES", "FAMILLES", "JEUNES", "AINES", "PERS_SEULES", "PERS_HANDICAP")
DENOUEMENTS = ("SERVICE_OBTENU", "LISTE_ATTENTE", "FAITE", "REFUSEE", "SANS_SUITE", "INCONNU")
RAISONS = ("Saisie deux fois.", "Rendez-vous remis : rien n’a eu lieu.", "Mauvaise date.")
SUIVIS = (
    "Demander si le rendez-vous a eu lieu.",
    "Rappeler pour le formulaire.",
    "Repasser voir si tout va bien.",
)
# Name of the template, project, rank of the milieu, then the fields of the form.
HABITUDES: tuple[tuple[str, str, int, dict[str, object]], ...] = (
    ("Club de devoirs du mardi", "DEVOIRS", 0, {
        "volet": "COLLECTIF", "activite": "DEVOIRS", "type_collectif": "PROJET_DEMARCHE",
        "clientele": "JEUNES", "duree_min": "1 h 30", "nb_personnes": "10",
    }),
    ("Salle ouverte du jeudi", "SALLE", 1, {
        "volet": "COLLECTIF", "activite": "MILIEU_VIE", "type_collectif": "PROJET_DEMARCHE",
        "clientele": "FAMILLES", "duree_min": "2 h", "nb_personnes": "8",
    }),
    ("Écoute au téléphone", "", 3, {
        "volet": "INDIVIDUEL", "activite": "ECOUTE", "clientele": "AINES",
        "duree_min": "20 min", "modalite": "TELEPHONE",
    }),
)  # fmt: skip
# Holidays with a date, the end of the year, and two weeks of July.
CONGES = {(6, 24), (7, 1), *((12, j) for j in range(22, 32)), *((1, j) for j in range(1, 5)),
          *((7, j) for j in range(19, 32))}  # fmt: skip
