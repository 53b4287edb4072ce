"""An entry as a row of columns: how old journals, scripts and lists write it.

The columns are those of contracts.md section 3. Reading says every column that is wrong, not only
the first; converted cells are remembered because a journal repeats itself.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from journal_scls.application.lectures import LigneJournal
from journal_scls.application.repertoire.index import IndexRepertoire
from journal_scls.application.reprise.colonnes import OBLIGATOIRES
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.identifiant import nouvel_identifiant
from journal_scls.domain.journal.intervention import Contenu, Intervention, Reference, Volet
from journal_scls.domain.journal.regles import TEXTE_COURT_MAX, Manquement, verifier
from journal_scls.domain.lecture import lire_date, lire_duree
from journal_scls.domain.repertoire.lieux import Lieu, Tenure
from journal_scls.domain.texte import cle, normaliser
from journal_scls.domain.vocabulaire import Vocabulaires

SEPARATEUR = "|"
_PARTIES_REFERENCE = 4
_NOMBRE_MAX = 9
_CODES_MONTRES = 15
# Anything else is a list, or a spreadsheet cell in error, which says its reason.
_CELLULES = frozenset({str, int, float, bool, date, datetime, type(None)})
# What a code is of, where the column's name does not say it.
_QUOI = {
    "problematique": "les problématiques",
    "destination": "la destination d'une référence",
    "mode_reference": "le mode d'une référence",
    "statut_reference": "le statut d'une référence",
}
ORIGINE_OCTETS = 16

Fiche = Mapping[str, object]


class FicheRefusee(RegleMetier):
    """A row that cannot be an entry: `manquements` lists every column at fault."""

    def __init__(self, manquements: tuple[Manquement, ...]) -> None:
        super().__init__(
            " ".join(m.message for m in manquements),
            champ=manquements[0].champ,
        )
        self.manquements = manquements


@dataclass(frozen=True, slots=True)
class _Refus:
    message: str


def texte_de(valeur: object) -> str:
    """A cell as text; a date cell gives its ISO form, a whole float its integer."""
    if valeur is None:
        return ""
    if isinstance(valeur, str):
        return valeur.strip()
    if isinstance(valeur, datetime):
        return valeur.date().isoformat() if valeur.time() == datetime.min.time() else str(valeur)
    if isinstance(valeur, float) and valeur.is_integer():
        return str(int(valeur))
    if isinstance(valeur, list | tuple):
        return SEPARATEUR.join(texte_de(v) for v in valeur)
    return str(valeur)


class LecteurFiche:
    """Makes contents of rows, with one vocabulary and one directory."""

    def __init__(self, vocabulaires: Vocabulaires, index: IndexRepertoire) -> None:
        self._vocabulaires = vocabulaires
        self._index = index
        self._connus: dict[tuple[str, str], Any] = {}
        self._lecteurs: dict[str, Callable[[str], Any]] = {
            "date": lire_date,
            "duree_min": lire_duree,
            "volet": self._volet,
            "tenure": self._tenure,
            "activite": lambda t: self._code("activite", t),
            "categorie": lambda t: self._code("categorie", t),
            "type_collectif": lambda t: self._code("type_collectif", t),
            "clientele": lambda t: self._code("clientele", t),
            "modalite": lambda t: self._code("modalite", t),
            "categorie_immeuble": lambda t: self._code("categorie_immeuble", t),
            "problematiques": self._problematiques,
            "nb_personnes": _lire_nombre,
            "references": self._references,
            "milieu": _lire_nom,
            "organisme": _lire_nom,
            "mrc": _lire_nom,
            "projet": _lire_nom,
        }

    def lire(self, fiche: Fiche) -> Contenu:
        """Read one row.

        Args:
            fiche: column name to cell; absent and empty cells mean the same.

        Raises:
            FicheRefusee: every column at fault, each with its reason.
        """
        refus = [
            Manquement(colonne, str(getattr(valeur, "raison", "Cette cellule est illisible.")))
            for colonne, valeur in fiche.items()
            if type(valeur) not in _CELLULES and not _est_liste(valeur)
        ]
        if refus:
            raise FicheRefusee(tuple(refus))
        lu = {colonne: self._lire(colonne, fiche.get(colonne), refus) for colonne in self._lecteurs}
        if len(lire_id_externe(fiche)) > TEXTE_COURT_MAX:
            refus.append(
                Manquement("id_externe", f"Cette clé dépasse {TEXTE_COURT_MAX} caractères.")
            )
        refus.extend(
            Manquement(colonne, f"La colonne « {colonne} » est vide.")
            for colonne in OBLIGATOIRES
            if lu[colonne] is None and not any(m.champ == colonne for m in refus)
        )
        if refus:
            raise FicheRefusee(tuple(refus))
        contenu = self._composer(lu, fiche)
        if manquements := verifier(contenu, self._vocabulaires):
            raise FicheRefusee(manquements)
        # Last, so that a refused row makes no project.
        projet = self._index.projet(lu["projet"]) if lu["projet"] else ""
        return replace(contenu, projet=projet)

    def _lire(self, colonne: str, valeur: object, refus: list[Manquement]) -> Any:
        if valeur is None or valeur == "":
            return None
        if isinstance(valeur, date) and colonne == "date":
            return valeur.date() if isinstance(valeur, datetime) else valeur
        texte = texte_de(valeur)
        if not texte:
            return None
        connu = self._connus.get((colonne, texte))
        if connu is None:
            try:
                connu = self._lecteurs[colonne](texte)
            except RegleMetier as erreur:
                connu = _Refus(str(erreur))
            self._connus[colonne, texte] = connu
        if isinstance(connu, _Refus):
            refus.append(Manquement(colonne, connu.message))
            return None
        return connu

    def _composer(self, lu: Mapping[str, Any], fiche: Fiche) -> Contenu:
        volet: Volet = lu["volet"]
        categorie = lu["categorie"]
        if categorie is None:
            categorie = self._vocabulaires.terme("activite", lu["activite"]).categorie
        personnes = lu["nb_personnes"]
        if personnes is None and volet is Volet.INDIVIDUEL:
            personnes = 1
        return Contenu(
            date_intervention=lu["date"],
            duree_min=lu["duree_min"],
            volet=volet,
            activite=lu["activite"],
            categorie=categorie,
            clientele=lu["clientele"],
            lieu=self._lieu(lu),
            type_collectif=lu["type_collectif"] or "",
            problematiques=lu["problematiques"] or (),
            modalite=lu["modalite"] or "",
            nb_personnes=personnes,
            references=lu["references"] or (),
            personne=normaliser(texte_de(fiche.get("personne"))),
            note=normaliser(texte_de(fiche.get("note"))),
        )

    def _lieu(self, lu: Mapping[str, Any]) -> Lieu:
        try:
            return self._index.lieu(
                lu["milieu"] or "",
                lu["date"],
                tenure=lu["tenure"],
                organisme=lu["organisme"] or "",
                mrc=lu["mrc"] or "",
                categorie_immeuble=lu["categorie_immeuble"] or "",
            )
        except RegleMetier as erreur:
            raise FicheRefusee((Manquement(erreur.champ, str(erreur)),)) from None

    def _volet(self, texte: str) -> Volet:
        return Volet(self._code("volet", texte))

    def _tenure(self, texte: str) -> Tenure:
        return Tenure(self._code("tenure", texte))

    def _code(self, liste: str, texte: str) -> str:
        code = self._vocabulaires.trouver(liste, texte)
        if code is None:
            quoi = _QUOI.get(liste, f"la colonne « {liste} »")
            codes = self._vocabulaires.codes(liste)
            raise RegleMetier(
                f"« {texte[:60]} » n'est pas un code connu pour {quoi}.",
                f"Codes permis : {', '.join(codes)}." if len(codes) <= _CODES_MONTRES else "",
            )
        return code

    def _problematiques(self, texte: str) -> tuple[str, ...]:
        mots = [mot for mot in texte.split(SEPARATEUR) if mot.strip()]
        return tuple(dict.fromkeys(self._code("problematique", mot) for mot in mots))

    def _references(self, texte: str) -> tuple[Reference, ...]:
        return tuple(self._reference(r) for r in texte.split(SEPARATEUR) if r.strip())

    def _reference(self, texte: str) -> Reference:
        parties = [partie.strip() for partie in texte.split(":")]
        if len(parties) > _PARTIES_REFERENCE:
            raise RegleMetier(
                f"La référence « {texte[:60]} » a trop de parties.",
                "Écrivez DESTINATION:SERVICE:MODE:STATUT.",
            )
        destination, service, mode, statut = parties + [""] * (_PARTIES_REFERENCE - len(parties))
        code = self._code("destination", destination)
        code_service = self._vocabulaires.trouver_service(code, service or "AUTRE")
        if code_service is None:
            raise RegleMetier(
                f"« {service[:60]} » n'est pas un service connu de la destination « {code} »."
            )
        return Reference(
            destination=code,
            service=code_service,
            mode=self._code("mode_reference", mode) if mode else "SIMPLE",
            statut=self._code("statut_reference", statut) if statut else "INCONNU",
        )


def _est_liste(valeur: object) -> bool:
    return isinstance(valeur, list | tuple) and all(type(v) in _CELLULES for v in valeur)


def _lire_nom(texte: str) -> str:
    """A name on one line, which a person could recognise."""
    nom = " ".join(normaliser(texte).split())
    if not cle(nom):
        raise RegleMetier(
            f"« {nom[:40]} » n'est pas un nom : il n'a ni lettre ni chiffre.",
            "Écrivez un nom, ou videz la cellule.",
        )
    if len(nom) > TEXTE_COURT_MAX:
        raise RegleMetier(
            f"Ce nom dépasse {TEXTE_COURT_MAX} caractères ({len(nom)}).", "Raccourcissez-le."
        )
    return nom


def _lire_nombre(texte: str) -> int:
    propre = texte.replace("\u00a0", "").replace("\u202f", "").replace(" ", "")
    if not (propre.isascii() and propre.isdigit() and len(propre) <= _NOMBRE_MAX):
        raise RegleMetier(
            f"« {texte[:40]} » n'est pas un nombre de personnes.",
            "Écrivez un nombre entier, 0 ou plus.",
        )
    return int(propre)


def ecrire_reference(reference: Reference) -> str:
    """A referral as the column writes it."""
    return f"{reference.destination}:{reference.service}:{reference.mode}:{reference.statut}"


def ecrire_fiche(ligne: LigneJournal) -> dict[str, object]:
    """The row of one entry: the columns, then `id`, `revision` and `statut`.

    contracts.md does not name `projet`: it is only there when the entry has one.
    """
    projet = {"projet": ligne.projet} if ligne.projet else {}
    return {
        "date": ligne.date.isoformat(),
        "duree_min": ligne.duree_min,
        "milieu": ligne.milieu,
        "tenure": ligne.tenure,
        "organisme": ligne.organisme,
        "mrc": ligne.mrc,
        "categorie_immeuble": ligne.categorie_immeuble,
        "volet": ligne.volet,
        "activite": ligne.activite,
        "categorie": ligne.categorie,
        "type_collectif": ligne.type_collectif,
        "clientele": ligne.clientele,
        "problematiques": SEPARATEUR.join(ligne.problematiques),
        "modalite": ligne.modalite,
        "nb_personnes": ligne.nb_personnes,
        "references": SEPARATEUR.join(ecrire_reference(r) for r in ligne.references),
        "personne": ligne.personne,
        "note": ligne.note,
        "id_externe": ligne.id_externe,
        "id": str(ligne.id),
        "revision": ligne.revision,
        "statut": ligne.statut.value,
        **projet,
    }


def digest(*parties: str) -> bytes:
    """The 16 bytes that stand for where a row came from."""
    # An old file name may hold bytes that are no text.
    octets = "\x1f".join(parties).encode("utf-8", "surrogatepass")
    return hashlib.sha256(octets).digest()[:ORIGINE_OCTETS]


def origine_externe(id_externe: str) -> bytes:
    """The origin of a row that has a key in its old journal."""
    return digest("externe", id_externe)


def lire_id_externe(fiche: Fiche) -> str:
    """The key that a row had in its old journal, '' when it had none."""
    return normaliser(texte_de(fiche.get("id_externe")))


def edition(contenu: Contenu, vocabulaires: Vocabulaires) -> str:
    """The edition that has the content's codes, the one of its date first."""
    activites = (contenu.activite, *contenu.activites_secondaires)
    return vocabulaires.edition_de(contenu.date_intervention, activites)


def nouvelle_intervention(
    contenu: Contenu, vocabulaires: Vocabulaires, *, auteur: str, le: datetime
) -> Intervention:
    """The first revision of a new entry, in the edition that has its codes."""
    return Intervention(
        id=nouvel_identifiant(),
        contenu=contenu,
        vocabulaire=edition(contenu, vocabulaires),
        auteur=auteur,
        creee_le=le,
        saisie_le=le,
    )


def identifiant_de(texte: str) -> UUID:
    """Read an entry's identifier.

    Raises:
        RegleMetier: not one.
    """
    try:
        return UUID(texte)
    except ValueError:
        raise RegleMetier(
            f"« {texte[:60]} » n'est pas un identifiant d'intervention.",
            "Copiez celui que donne la commande « lister --json ».",
            champ="id",
        ) from None
