"""What is put side by side: the contents of an entry, or the lots that bear the same number."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from journal_scls.application.lots.ports_receptions import Bifurcation, Conflit, ResumeReception
from journal_scls.application.lots.region import Region
from journal_scls.application.lots.situation_region import Affaire, VersionRivale
from journal_scls.domain.journal.intervention import TRANCHES_AGE
from journal_scls.domain.vocabulaire import Vocabulaires
from journal_scls.gui.jours import duree
from journal_scls.gui.pages.region import phrases
from journal_scls.gui.traduction import Marque, marque, tr

A_ECLAIRCIR = "a_eclaircir"
ABSENT = marque("rien")
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
    cotes = [tr("Version {lettre}", lettre=lettre) for lettre in lettres]
    cotes[0] += tr(" (compte aujourd’hui)")
    detaillees = [dict(_detailler(v, vocabulaires)) for v in versions]
    noms = dict.fromkeys(nom for d in detaillees for nom in d)
    champs = [Champ(nom, tuple(d.get(nom, tr(ABSENT)) for d in detaillees)) for nom in noms]
    choix = [
        (v.empreinte, tr("La version {lettre} est la bonne", lettre=lettre))
        for lettre, v in zip(lettres, versions, strict=True)
    ]
    code = affaire.journal.code
    return Comparaison(
        titre=tr(
            "Deux versions d’une même écriture de {code} (révision {rev})",
            code=code,
            rev=conflit.rev,
        ),
        cotes=tuple(cotes),
        champs=_ordonner(champs),
        choix=(*choix, (A_ECLAIRCIR, tr("Aucune : la personne doit la corriger"))),
        effet=_effet_versions(versions, code),
    )


def _comparer_lots(
    affaire: Affaire, objet: Bifurcation, lots: Sequence[ResumeReception]
) -> Comparaison:
    lettres = _LETTRES[: len(lots)]
    tenu = affaire.journal.tenu
    champs = [
        Champ(tr("Reçu le"), tuple(phrases.le(lot.recue_le) for lot in lots)),
        Champ(tr("Genre"), tuple(phrases.genre(lot.genre) for lot in lots)),
        Champ(
            tr("Écritures du journal à ce lot"),
            tuple(tr("{n} écriture", "{n} écritures", lot.etat.nombre) for lot in lots),
        ),
        Champ(
            tr("Même état que la région"),
            tuple(tr("oui") if lot.etat == tenu else tr("non") for lot in lots),
        ),
        Champ(tr("Empreinte du lot"), tuple(lot.empreinte[:_CONDENSE] for lot in lots)),
    ]
    choix = [
        (lot.empreinte, tr("Le journal continue du lot {lettre}", lettre=lettre))
        for lettre, lot in zip(lettres, lots, strict=True)
    ]
    code = affaire.journal.code
    return Comparaison(
        titre=tr(
            "{lots} lots différents de {code} portent le numéro {seq}",
            lots=len(lots),
            code=code,
            seq=objet.seq,
        ),
        cotes=tuple(tr("Lot {lettre}", lettre=lettre) for lettre in lettres),
        champs=_ordonner(champs),
        choix=(*choix, (A_ECLAIRCIR, tr("À éclaircir avec la personne"))),
        effet=(
            tr(
                "Les écritures de tous ces lots sont reçues et comptent déjà, chacune une fois : "
                "la décision ne change pas les chiffres. Elle garde votre conclusion. {code} doit "
                "ensuite ne se servir que d’une copie et y commencer une nouvelle vie du journal; "
                "ses lots suivants l’emporteront.",
                code=code,
            )
        ),
    )


def _ordonner(champs: Sequence[Champ]) -> tuple[Champ, ...]:
    return tuple(sorted(champs, key=lambda champ: not champ.different))


def _effet_versions(versions: Sequence[VersionRivale], code: str) -> str:
    compte, *autres = versions
    comptes = [tr("Aujourd’hui, la version A compte : {poids}.", poids=_poids(compte))]
    comptes += [
        tr("Avec la version {lettre}, ce serait : {poids}.", lettre=lettre, poids=_poids(autre))
        for lettre, autre in zip(_LETTRES[1:], autres, strict=False)
    ]
    return tr(
        "{liste} La décision n’efface rien et ne change pas les chiffres d’elle-même : si "
        "une autre version est la bonne, demandez à {code} de corriger cette écriture et "
        "d’envoyer un lot. Sa correction remplacera toutes les versions.",
        liste=" ".join(comptes),
        code=code,
    )


def _poids(version: VersionRivale) -> str:
    """What an entry adds to the totals."""
    if version.retiree:
        return tr("rien, l’écriture est annulée")
    minutes = int(version.champs.get("duree_min", 0))
    personnes = int(version.champs.get("nb_personnes") or 0)
    references = len(version.champs.get("references") or ())
    return ", ".join(
        (
            duree(minutes),
            tr("{n} participation", "{n} participations", personnes),
            tr("{n} référence", "{n} références", references),
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
    return ", ".join(tr("{nom} ans : {nombre}", nom=nom, nombre=n) for nom, n in paires if n)


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


_CHAMPS: Mapping[str, tuple[Marque, _Ecrire]] = {
    "date": (marque("Date"), _tel_quel),
    "mois": (marque("Mois"), _tel_quel),
    "duree_min": (marque("Durée"), lambda valeur, _v: duree(valeur)),
    "volet": (marque("Volet"), _code("volet")),
    "activite": (marque("Activité"), _code("activite")),
    "categorie": (marque("Catégorie"), _code("categorie")),
    "type_collectif": (marque("Type d’action collective"), _code("type_collectif")),
    "clientele": (marque("Clientèle"), _code("clientele")),
    "nb_personnes": (marque("Personnes"), _tel_quel),
    "tranches": (marque("Âges"), _tranches),
    "problematiques": (marque("Problématiques"), _codes("problematique")),
    "modalite": (marque("Modalité"), _code("modalite")),
    "references": (marque("Références"), _references),
    "milieu": (marque("Milieu"), _repere),
    "organisme": (marque("Organisme"), _repere),
    "tenure": (marque("Tenure"), _code("tenure")),
    "mrc": (marque("MRC"), _tel_quel),
    "categorie_immeuble": (marque("Immeuble"), _code("categorie_immeuble")),
    "projet": (marque("Projet"), _tel_quel),
    "comite": (marque("Comité"), _tel_quel),
    "fait_marquant": (marque("Fait marquant"), _tel_quel),
    "vocabulaire": (marque("Édition du vocabulaire"), _tel_quel),
}
_TECHNIQUES = frozenset(("id", "ep", "rev", "deleted"))


def _detailler(version: VersionRivale, vocabulaires: Vocabulaires) -> list[tuple[str, str]]:
    """Every field that says something, in the order of a form; one we do not know, as it is."""
    lues = [(tr("Annulée"), tr("oui") if version.retiree else tr("non"))]
    restants = dict(version.champs)
    for cle, (nom, ecrire) in _CHAMPS.items():
        valeur = restants.pop(cle, None)
        if valeur is not None:
            lues.append((tr(nom), ecrire(valeur, vocabulaires)))
    inconnus = sorted(restants.keys() - _TECHNIQUES)
    return [*lues, *((cle, str(restants[cle])) for cle in inconnus)]
