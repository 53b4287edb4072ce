"""The bilan on paper: the annual one of a journal, or that of a region with its method annex.

The essential on the first page, then charts each beside its table, then the other tables, and
last how all of it was made.
"""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from reportlab.platypus import Flowable, KeepTogether, PageBreak, Spacer

from journal_scls.domain.chiffres.bilan import Bilan, IndicateurCalcule
from journal_scls.domain.chiffres.comparaison import comparer, comparer_lignes
from journal_scls.domain.chiffres.graphique import Graphique, graphiques_du_bilan
from journal_scls.domain.chiffres.tableau import Ligne, Tableau
from journal_scls.domain.documents.document import ORDINAIRE, DocumentBilan, Impression
from journal_scls.domain.documents.methode import METHODE, METHODE_MASQUAGE, METHODE_REGION
from journal_scls.domain.documents.redaction import ABSENT, bases, cellules, compteurs, lecture
from journal_scls.reports.graphique import dessiner
from journal_scls.reports.page import styles
from journal_scls.reports.page.blocs import Bande, Figure, section, texte
from journal_scls.reports.page.grille import Colonne, Grille, Rangee
from journal_scls.reports.page.montage import Cartouche, monter
from journal_scls.reports.page.papier import Feuille
from journal_scls.reports.polices import enregistrer
from journal_scls.reports.redaction import conditions
from journal_scls.reports.typographie import instant_long, periode_longue

_COURTS = {"personnes_distinctes": "personnes distinctes", "minutes": "durée totale"}
_RESULTAT, _PUBLIE = 150.0, 70.0
_NOMBRE, _AVANT, _ECART = 58.0, 88.0, 62.0
_VIDE = "Aucune intervention à compter : les tableaux, tous vides, ne sont pas imprimés."
_SUITES = {
    False: (Colonne("Publié en 2022", _PUBLIE, chiffres=True),),
    True: (
        Colonne("Avant", _AVANT, chiffres=True),
        Colonne("Écart", _ECART, chiffres=True),
    ),
}


def ecrire_bilan_pdf(
    document: DocumentBilan, polices_dir: Path, impression: Impression = ORDINAIRE
) -> bytes:
    """The bilan as a PDF file.

    Args:
        document: what it says.
        polices_dir: where the embedded fonts are.
        impression: the paper, and the code of each page.

    Raises:
        Environnement: the fonts cannot be read.
    """
    enregistrer(polices_dir)
    provenance, periode = document.provenance, periode_longue(document.bilan.periode)
    genre = "Bilan régional" if provenance.regionale else "Bilan"
    titre = provenance.profil.titre
    cartouche = Cartouche(
        titre=f"{genre}, {periode}, {titre}",
        auteur=titre,
        gauche=titre,
        droite=f"{genre}, {periode}",
        etabli_le=provenance.etabli_le,
        demo=provenance.profil.demo,
        pied=provenance.completude,
        impression=impression,
    )
    return monter(_contenu(document, Feuille.de(impression.papier).utile), cartouche)


def _contenu(document: DocumentBilan, largeur: float) -> Iterator[Flowable]:
    bilan = document.bilan
    dessines = {g.id: g for g in graphiques_du_bilan(bilan)}
    yield from _tete(document)
    yield from _indicateurs(bilan, document.avant)
    if bilan.compteurs.interventions == 0:
        yield PageBreak()
        yield from _annexe(document)
        return
    if dessines:
        yield from section("Les grandes lignes")
        for id_, graphique in dessines.items():
            yield from _graphique(graphique, bilan.tableau(id_), document, largeur)
    autres = [t for t in bilan.tableaux if t.id not in dessines]
    premier, *suite = (bloc for tableau in autres for bloc in _tableau(tableau, document))
    yield from section("Les autres tableaux", premier)
    yield premier
    yield from suite
    yield PageBreak()
    yield from _annexe(document)


def _tete(document: DocumentBilan) -> Iterator[Flowable]:
    bilan, provenance = document.bilan, document.provenance
    profil, periode = provenance.profil, periode_longue(bilan.periode)
    genre = "Bilan régional du" if provenance.regionale else "Bilan du"
    yield texte(f"{genre} soutien communautaire en logement social", styles.SURTITRE)
    yield texte(periode[0].upper() + periode[1:], styles.TITRE)
    code = f", code {profil.code}" if profil.code != profil.titre else ""
    yield texte(f"{profil.titre}{code}", styles.SOUS_TITRE_FORT)
    if provenance.completude:
        yield texte(f"Reçu : {provenance.completude}.", styles.SOUS_TITRE_FORT)
    for avertissement in bilan.avertissements:
        if avertissement.rstrip(".") != provenance.completude:
            yield texte(avertissement, styles.SOUS_TITRE)
    etats = conditions(bilan, document.avant)
    retenues = [f"{nom} : {valeur}" for nom, valeur in etats.items()][1:-1]
    yield texte(" · ".join(retenues), styles.PETIT)
    yield Spacer(1, 12)
    inconnus = () if bilan.personnes_connues else ("personnes_distinctes",)
    cases = ((id_, nom, valeur) for id_, nom, valeur in compteurs(bilan) if id_ not in inconnus)
    yield Bande([(valeur, _COURTS.get(id_, nom.lower())) for id_, nom, valeur in cases])
    if bilan.compteurs.interventions == 0:
        yield Spacer(1, 8)
        yield texte(_VIDE, styles.ANNONCE)


def _indicateurs(bilan: Bilan, avant: Bilan | None) -> Iterator[Flowable]:
    """Bases are headings inside the table: an indented row is a share of the row above it."""
    yield from section("Indicateurs")
    ecarts = comparer(bilan, avant)

    def suite(i: IndicateurCalcule) -> tuple[str, ...]:
        if avant is None:
            return (i.publie or ABSENT,)
        return ecarts[i.id].avant.courte, ecarts[i.id].affiche

    rangees = []
    for base, groupe in groupby(bilan.indicateurs, key=lambda indicateur: indicateur.base):
        rangees.append(Rangee((f"Base : {base}",), forte=True))
        rangees += [
            Rangee((f"{i.id}  {i.libelle}", i.proportion.affiche, *suite(i)), niveau=bool(i.sous))
            for i in groupe
        ]
    resultat = Colonne("Résultat", _RESULTAT, chiffres=True)
    yield Grille("", "", (Colonne("Indicateur"), resultat, *_SUITES[avant is not None]), rangees)


def _graphique(
    graphique: Graphique, tableau: Tableau, document: DocumentBilan, largeur: float
) -> Iterator[Flowable]:
    """The chart and its footing stay together; the same numbers follow in a table."""
    dessin = Figure(dessiner(graphique, largeur=largeur), graphique.alt)
    titre = texte(graphique.titre, styles.INTERTITRE)
    pied = texte(_source(document), styles.PETIT)
    yield KeepTogether([Spacer(1, 10), titre, Spacer(1, 4), dessin, Spacer(1, 3), pied])
    yield from _tableau(tableau, document)


def _source(document: DocumentBilan) -> str:
    provenance = document.provenance
    arrete = f"Chiffres arrêtés le {instant_long(provenance.arrete_le)}"
    return f"{arrete} : {provenance.completude}." if provenance.completude else f"{arrete}."


def _tableau(tableau: Tableau, document: DocumentBilan) -> Iterator[Flowable]:
    base = ". ".join(bases(tableau))
    if not tableau.lignes:
        yield Spacer(1, 10)
        yield texte(tableau.titre, styles.INTERTITRE)
        yield texte(f"{base}. {tableau.note or 'Rien à compter.'}", styles.PETIT)
        return
    nombres = [Colonne(k.titre, _NOMBRE, chiffres=True) for k in (*tableau.nombres, *tableau.parts)]
    ecarts = comparer_lignes(document.bilan, document.avant, tableau.id)
    compare = document.avant is not None
    if compare:
        nombres.append(Colonne("Écart", _ECART, chiffres=True))

    def suite(ligne: Ligne) -> tuple[str, ...]:
        if not compare:
            return ()
        return (ecarts[ligne.code].affiche if ligne.code in ecarts else ABSENT,)

    rangees = [
        Rangee((ligne.libelle, *cellules(tableau, ligne), *suite(ligne)), niveau=ligne.niveau)
        for ligne in tableau.lignes_utiles
    ]
    yield Grille(tableau.titre, base, (Colonne("Ligne"), *nombres), rangees)


def _annexe(document: DocumentBilan) -> Iterator[Flowable]:
    bilan, provenance = document.bilan, document.provenance
    yield from section("Annexe : la méthode")
    arrete = f"Arrêté le : {instant_long(provenance.arrete_le)}, heure du poste."
    dites = conditions(bilan, document.avant)
    etats = [f"{nom} : {valeur}." for nom, valeur in dites.items()][:-2]
    recu = [f"Reçu : {provenance.completude}."] if provenance.completude else []
    for ligne in (arrete, *recu, *etats, f"Édition du vocabulaire : {document.vocabulaire}."):
        yield texte(ligne, styles.CORPS)
    yield from _lots(document)
    yield Grille(
        "Définitions",
        "n est compté dans la base; une base plus petite que 20 est un petit effectif",
        (Colonne("Indicateur", 165), Colonne("Ce qui est compté"), Colonne("Dans la base", 170)),
        [Rangee((f"{i.id}  {i.libelle}", i.compte, i.base)) for i in bilan.indicateurs],
    )
    yield from section("Comment lire ces chiffres")
    region = METHODE_REGION if provenance.regionale else ()
    masquage = METHODE_MASQUAGE if bilan.parametres.masquage_k else ()
    for note in (*METHODE, *region, *masquage, *lecture(bilan)):
        yield texte(note, styles.NOTE)


def _lots(document: DocumentBilan) -> Iterator[Flowable]:
    provenance = document.provenance
    if not provenance.regionale:
        return
    yield Grille(
        "Lots compris",
        provenance.completude,
        (Colonne("Journal", 200), Colonne("Lots")),
        [Rangee((inclus.journal, inclus.lots)) for inclus in provenance.lots],
    )
