"""The bilan as a workbook: what was asked, the indicators, one sheet a table, the definitions."""

from collections.abc import Iterator, Sequence

from journal_scls.domain.chiffres.bilan import NON_DISPONIBLE, Bilan
from journal_scls.domain.chiffres.comparaison import Comparaison, comparer, comparer_lignes
from journal_scls.domain.chiffres.proportion import Proportion
from journal_scls.domain.chiffres.tableau import Ligne, Tableau
from journal_scls.domain.documents.redaction import NOMS_COMPTEURS, NOTES
from journal_scls.reports.bilan_json import compteurs_en_objet
from journal_scls.reports.classeur.feuille import Cellule, Classeur, Colonne
from journal_scls.reports.redaction import NOMS_FILTRES
from journal_scls.reports.typographie import periode_longue

_INDICATEURS = (
    Colonne("Indicateur"),
    Colonne("Libellé", "long"),
    Colonne("n", "nombre"),
    Colonne("N", "nombre"),
    Colonne("Part", "part"),
    Colonne("À lire"),
    Colonne("Petit effectif"),
    Colonne("Base", "long"),
    Colonne("Part de"),
    Colonne("Valeur publiée"),
)
_AVANT = (
    Colonne("n avant", "nombre"),
    Colonne("N avant", "nombre"),
    Colonne("Part avant", "part"),
    Colonne("Avant, à lire"),
    Colonne("Écart (points)", "ecart"),
    Colonne("Écart, à lire"),
)
_DEFINITIONS = (
    Colonne("Où"),
    Colonne("Nom"),
    Colonne("Ce qui est compté", "long"),
    Colonne("Dans la base", "long"),
)


def ecrire_bilan_xlsx(bilan: Bilan, avant: Bilan | None = None, *, mention: str = "") -> bytes:
    """The whole bilan; `mention` is said first, such as « DÉMO ».

    With `avant`, each indicator and each row also says its share of then and how it moved.
    """
    autres = _AVANT if avant else ()
    with Classeur(f"Bilan, {periode_longue(bilan.periode)}") as classeur:
        classeur.fiche("Bilan", "Bilan", _contexte(bilan, avant, mention))
        ecarts = comparer(bilan, avant)
        lignes = ((*li, *_ecart(autres, ecarts.get(str(li[0])))) for li in _indicateurs(bilan))
        classeur.table("Indicateurs", (*_INDICATEURS, *autres), lignes)
        for tableau in bilan.tableaux:
            ecarts = comparer_lignes(bilan, avant, tableau.id)
            lignes = ((*_ligne(li), *_ecart(autres, ecarts.get(li.code))) for li in tableau.lignes)
            total = ("", "Total", _ou_cache(tableau.total))
            classeur.table(tableau.titre, (*_colonnes(tableau), *autres), lignes, total=total)
        classeur.table("Définitions", _DEFINITIONS, _definitions(bilan))
        return classeur.octets()


def _ecart(colonnes: Sequence[Colonne], comparaison: Comparaison | None) -> tuple[Cellule, ...]:
    """What fills `_AVANT`; empty for a row that the other period does not have."""
    if comparaison is None:
        return ("",) * len(colonnes)
    avant = comparaison.avant
    return (*_mesures(avant), avant.affiche, comparaison.points, comparaison.affiche)


def _contexte(bilan: Bilan, avant: Bilan | None, mention: str) -> Iterator[tuple[str, Cellule]]:
    if mention:
        yield "Mention", mention
    yield "Période", periode_longue(bilan.periode)
    if avant is not None:
        yield "Comparé à", periode_longue(avant.periode)
    for nom, valeur in bilan.filtres_lus:
        yield f"Seulement : {NOMS_FILTRES.get(nom, nom)}", valeur
    dedans = bilan.parametres.milieu_dans_la_base
    yield "Volet Milieu", "dans les bases" if dedans else "exclu des bases"
    seuil = bilan.parametres.masquage_k
    yield "Masquage", f"les nombres plus petits que {seuil}" if seuil else "aucun"
    yield "Vocabulaire", f"édition {bilan.vocabulaire}"
    yield "Établi le", bilan.etabli_le
    for avertissement in bilan.avertissements:
        yield "Avertissement", avertissement
    yield "", ""
    compteurs = compteurs_en_objet(bilan.compteurs)
    for nom, libelle in NOMS_COMPTEURS.items():
        compte = compteurs[nom]
        if nom == "personnes_distinctes" and not bilan.personnes_connues:
            yield libelle, NON_DISPONIBLE
        else:
            yield libelle, f"< {seuil}" if compte is None else compte
    yield "Durée (minutes)", compteurs["minutes"]
    for note in NOTES:
        yield "À savoir", note


def _indicateurs(bilan: Bilan) -> Iterator[tuple[Cellule, ...]]:
    for indicateur in bilan.indicateurs:
        proportion = indicateur.proportion
        yield (
            indicateur.id,
            indicateur.libelle,
            *_mesures(proportion),
            proportion.affiche,
            "oui" if proportion.petit_effectif else "",
            indicateur.base,
            indicateur.sous,
            indicateur.publie,
        )


def _mesures(proportion: Proportion) -> tuple[Cellule, Cellule, Cellule]:
    return proportion.n, proportion.total, proportion.part


def _colonnes(tableau: Tableau) -> list[Colonne]:
    colonnes = [Colonne("Code"), Colonne("Libellé", "long")]
    colonnes += [Colonne(_unite(nombre.titre), "nombre") for nombre in tableau.nombres]
    for part in tableau.parts:
        colonnes += [
            Colonne("N" if len(tableau.parts) == 1 else f"N ({part.titre})", "nombre"),
            Colonne(part.titre, "part"),
            Colonne("À lire" if len(tableau.parts) == 1 else f"{part.titre}, à lire"),
        ]
    return colonnes


def _unite(titre: str) -> str:
    return "Durée (min)" if titre == "Durée" else titre


def _ou_cache(nombre: int | None) -> Cellule:
    return "masqué" if nombre is None else nombre


def _ligne(ligne: Ligne) -> tuple[Cellule, ...]:
    parts: list[Cellule] = []
    for part in ligne.parts:
        parts += [part.total, part.part, part.affiche]
    return (ligne.code, "    " * ligne.niveau + ligne.libelle, *ligne.nombres, *parts)


def _definitions(bilan: Bilan) -> Iterator[tuple[Cellule, ...]]:
    for indicateur in bilan.indicateurs:
        nom = f"{indicateur.id}  {indicateur.libelle}"
        yield "Indicateurs", nom, indicateur.compte, indicateur.base
    for tableau in bilan.tableaux:
        for part in tableau.parts:
            yield tableau.titre, part.titre, f"{tableau.nombres[0].titre} de la ligne", part.base
