"""What is put side by side: the contents of an entry, or the lots that bear the same number."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from journal_scls.application.lots.ports_receptions import Bifurcation, Conflit, ResumeReception
from journal_scls.application.lots.region import Region
from journal_scls.application.lots.situation_region import Affaire, VersionRivale
from journal_scls.domain.intervention import TRANCHES_AGE
from journal_scls.domain.lecture import ecrire_duree
from journal_scls.domain.texte import accorder
from journal_scls.domain.vocabulaire import Vocabulaires
from journal_scls.gui.pages.region import phrases

A_ECLAIRCIR = "a_eclaircir"
ABSENT = "rien"
_LETTRES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_CONDENSE = 8


@dataclass(frozen=True)
class Champ:
    """One line: what each side says of it."""

    nom: str
    valeurs: tuple[str, ...]

    @property
    def different(self) -> bool:
        """Whether the sides disagree."""
        return len(set(self.valeurs)) > 1


@dataclass(frozen=True)
class Comparaison:
    """Sides by their names, lines with the different ones first, and what may be chosen.

    `choix` pairs what is recorded with its words; `effet` says what the figures become.
    """

    titre: str
    cotes: tuple[str, ...]
    champs: tuple[Champ, ...]
    choix: tuple[tuple[str, str], ...]
    effet: str

    def mot_du_choix(self, code: str) -> str:
        """What a recorded choice is called here."""
        return dict(self.choix).get(code, code)


def comparer(region: Region, vocabulaires: Vocabulaires, affaire: Affaire) -> Comparaison:
    """Read both sides; in a worker."""
    objet = affaire.objet
    if isinstance(objet, Conflit):
        return _comparer_versions(affaire, objet, region.versions(objet), vocabulaires)
    return _comparer_lots(affaire, objet, region.lots(objet))


def _comparer_versions(
    affaire: Affaire,
    conflit: Conflit,
    versions: Sequence[VersionRivale],
    vocabulaires: Vocabulaires,
) -> Comparaison:
    lettres = _LETTRES[: len(versions)]
    cotes = [f"Version {lettre}" for lettre in lettres]
    cotes[0] += " (compte aujourd’hui)"
    detaillees = [dict(_detailler(v, vocabulaires)) for v in versions]
    noms = dict.fromkeys(nom for d in detaillees for nom in d)
    champs = [Champ(nom, tuple(d.get(nom, ABSENT) for d in detaillees)) for nom in noms]
    choix = [
        (v.empreinte, f"La version {lettre} est la bonne")
        for lettre, v in zip(lettres, versions, strict=True)
    ]
    code = affaire.journal.code
    return Comparaison(
        titre=f"Deux versions d’une même écriture de {code} (révision {conflit.rev})",
        cotes=tuple(cotes),
        champs=_ordonner(champs),
        choix=(*choix, (A_ECLAIRCIR, "Aucune : la personne doit la corriger")),
        effet=_effet_versions(versions, code),
    )


def _comparer_lots(
    affaire: Affaire, objet: Bifurcation, lots: Sequence[ResumeReception]
) -> Comparaison:
    lettres = _LETTRES[: len(lots)]
    tenu = affaire.journal.tenu
    champs = [
        Champ("Reçu le", tuple(phrases.le(lot.recue_le) for lot in lots)),
        Champ("Genre", tuple(phrases.genre(lot.genre) for lot in lots)),
        Champ(
            "Écritures du journal à ce lot",
            tuple(accorder(lot.etat.nombre, "écriture") for lot in lots),
        ),
        Champ(
            "Même état que la région",
            tuple("oui" if lot.etat == tenu else "non" for lot in lots),
        ),
        Champ("Empreinte du lot", tuple(lot.empreinte[:_CONDENSE] for lot in lots)),
    ]
    choix = [
        (lot.empreinte, f"Le journal continue du lot {lettre}")
        for lettre, lot in zip(lettres, lots, strict=True)
    ]
    code = affaire.journal.code
    return Comparaison(
        titre=f"{len(lots)} lots différents de {code} portent le numéro {objet.seq}",
        cotes=tuple(f"Lot {lettre}" for lettre in lettres),
        champs=_ordonner(champs),
        choix=(*choix, (A_ECLAIRCIR, "À éclaircir avec la personne")),
        effet=(
            "Les écritures de tous ces lots sont reçues et comptent déjà, chacune une fois : la "
            f"décision ne change pas les chiffres. Elle garde votre conclusion. {code} doit "
            "ensuite ne se servir que d’une copie et y commencer une nouvelle vie du journal; "
            "ses lots suivants l’emporteront."
        ),
    )


def _ordonner(champs: Sequence[Champ]) -> tuple[Champ, ...]:
    return tuple(sorted(champs, key=lambda champ: not champ.different))


def _effet_versions(versions: Sequence[VersionRivale], code: str) -> str:
    compte, *autres = versions
    comptes = [f"Aujourd’hui, la version A compte : {_poids(compte)}."]
    comptes += [
        f"Avec la version {lettre}, ce serait : {_poids(autre)}."
        for lettre, autre in zip(_LETTRES[1:], autres, strict=False)
    ]
    return (
        f"{' '.join(comptes)} La décision n’efface rien et ne change pas les chiffres d’elle-même "
        f": si une autre version est la bonne, demandez à {code} de corriger cette écriture et "
        "d’envoyer un lot. Sa correction remplacera toutes les versions."
    )


def _poids(version: VersionRivale) -> str:
    """What an entry adds to the totals."""
    if version.retiree:
        return "rien, l’écriture est annulée"
    minutes = int(version.champs.get("duree_min", 0))
    personnes = int(version.champs.get("nb_personnes") or 0)
    references = len(version.champs.get("references") or ())
    return ", ".join(
        (
            ecrire_duree(minutes),
            accorder(personnes, "participation"),
            accorder(references, "référence"),
        )
    )


_Ecrire = Callable[[Any, Vocabulaires], str]


def _code(liste: str) -> _Ecrire:
    return lambda valeur, v: v.libelle(liste, valeur)


def _codes(liste: str) -> _Ecrire:
    return lambda valeurs, v: ", ".join(v.libelle(liste, code) for code in valeurs)


def _repere(valeur: Mapping[str, str], _v: Vocabulaires) -> str:
    code = valeur.get("code")
    return f"{valeur['nom']} ({code})" if code else valeur["nom"]


def _tranches(valeurs: Sequence[int], _v: Vocabulaires) -> str:
    paires = zip(TRANCHES_AGE, valeurs, strict=False)
    return ", ".join(f"{nom} ans : {n}" for nom, n in paires if n)


def _references(valeurs: Sequence[Mapping[str, str]], v: Vocabulaires) -> str:
    return "; ".join(
        " – ".join(
            (
                v.libelle("destination", r["destination"]),
                v.libelle_service(r["destination"], r["service"]),
                v.libelle("mode_reference", r["mode"]),
                v.libelle("statut_reference", r["statut"]),
            )
        )
        for r in valeurs
    )


def _tel_quel(valeur: Any, _v: Vocabulaires) -> str:
    return str(valeur)


_CHAMPS: Mapping[str, tuple[str, _Ecrire]] = {
    "date": ("Date", _tel_quel),
    "mois": ("Mois", _tel_quel),
    "duree_min": ("Durée", lambda valeur, _v: ecrire_duree(valeur)),
    "volet": ("Volet", _code("volet")),
    "activite": ("Activité", _code("activite")),
    "categorie": ("Catégorie", _code("categorie")),
    "type_collectif": ("Type d’action collective", _code("type_collectif")),
    "clientele": ("Clientèle", _code("clientele")),
    "nb_personnes": ("Personnes", _tel_quel),
    "tranches": ("Âges", _tranches),
    "problematiques": ("Problématiques", _codes("problematique")),
    "modalite": ("Modalité", _code("modalite")),
    "references": ("Références", _references),
    "milieu": ("Milieu", _repere),
    "organisme": ("Organisme", _repere),
    "tenure": ("Tenure", _code("tenure")),
    "mrc": ("MRC", _tel_quel),
    "categorie_immeuble": ("Immeuble", _code("categorie_immeuble")),
    "projet": ("Projet", _tel_quel),
    "comite": ("Comité", _tel_quel),
    "fait_marquant": ("Fait marquant", _tel_quel),
    "vocabulaire": ("Édition du vocabulaire", _tel_quel),
}
_TECHNIQUES = frozenset(("id", "ep", "rev", "deleted"))


def _detailler(version: VersionRivale, vocabulaires: Vocabulaires) -> list[tuple[str, str]]:
    """Every field that says something, in the order of a form; one we do not know, as it is."""
    lues = [("Annulée", "oui" if version.retiree else "non")]
    restants = dict(version.champs)
    for cle, (nom, ecrire) in _CHAMPS.items():
        valeur = restants.pop(cle, None)
        if valeur is not None:
            lues.append((nom, ecrire(valeur, vocabulaires)))
    inconnus = sorted(restants.keys() - _TECHNIQUES)
    return [*lues, *((cle, str(restants[cle])) for cle in inconnus)]
