"""Vocabulary: codes that never change, French labels, one dated edition per Cadre.

The lists are data (`resources/vocabulaire/*.toml`); this module says what a valid edition is and
answers questions about it. An entry keeps the edition it was written in, and a code that a later
edition dropped stays readable for ever.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any

from journal_scls.domain.errors import Environnement
from journal_scls.domain.texte import cle, replier, replier_sans_trace

LISTES = (
    "volet",
    "categorie",
    "activite",
    "type_collectif",
    "clientele",
    "problematique",
    "tenure",
    "categorie_immeuble",
    "employeur_type",
    "modalite",
    "role",
    "instance",
    "destination",
    "mode_reference",
    "statut_reference",
)
# Codes that rules of the domain name; an edition without one of them cannot be used.
CODES_DES_REGLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "volet": ("INDIVIDUEL", "COLLECTIF", "MILIEU"),
        "tenure": ("OH", "OBNL", "COOP", "AUTRE", "SANS_MILIEU"),
        "mode_reference": ("SIMPLE",),
        "statut_reference": ("FAITE", "INCONNU"),
    }
)
SERVICE_PAR_DEFAUT = "AUTRE"


@dataclass(frozen=True, slots=True)
class Terme:
    """One code of a list, with its label and what the edition says of it."""

    code: str
    libelle: str
    categorie: str = ""
    volet: str = ""
    ouverte: bool = False


@dataclass(frozen=True, slots=True)
class CritereHorsCadre:
    """A sentence of the Cadre on what is not SCLS, and the folded words that call for it."""

    critere: str
    mots: tuple[str, ...]


Liste = Mapping[str, Terme]


@dataclass(frozen=True)
class Vocabulaire:
    """One edition: its lists in the order they are shown."""

    edition: str
    libelle: str
    en_vigueur: date
    listes: Mapping[str, Liste]
    services: Mapping[str, Liste]
    hors_cadre: tuple[CritereHorsCadre, ...] = ()
    _par_cle: dict[str, Mapping[str, str]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def termes(self, liste: str) -> Liste:
        """The list's terms by code, in order."""
        return self.listes[liste]

    def services_de(self, destination: str) -> Liste:
        """The services one may be referred to at this destination."""
        return self.services.get(destination, self.services[SERVICE_PAR_DEFAUT])

    def connait(self, liste: str, code: str) -> bool:
        """Whether the edition has this code in this list."""
        return code in self.listes[liste]

    def trouver(self, liste: str, texte: str) -> str | None:
        """The code that a person means by a code or a label, folded; None when unknown."""
        return self._index(liste, self.listes[liste]).get(cle(texte))

    def trouver_service(self, destination: str, texte: str) -> str | None:
        """The service code that a person means at this destination; None when unknown."""
        return self._index(f"service.{destination}", self.services_de(destination)).get(cle(texte))

    def _index(self, nom: str, termes: Liste) -> Mapping[str, str]:
        if nom not in self._par_cle:
            libelles = {cle(terme.libelle): terme.code for terme in termes.values()}
            # A code wins over another term's label.
            self._par_cle[nom] = libelles | {cle(code): code for code in termes}
        return self._par_cle[nom]

    def libelle_de(self, liste: str, code: str) -> str:
        """The label of a code, the code itself when the edition does not have it."""
        terme = self.listes[liste].get(code)
        return terme.libelle if terme else code

    def criteres_hors_cadre(self, texte: str) -> Iterator[str]:
        """The Cadre's sentences that this text calls for."""
        plie = replier_sans_trace(texte)
        return (c.critere for c in self.hors_cadre if any(mot in plie for mot in c.mots))


@dataclass(frozen=True)
class Vocabulaires:
    """All the editions, oldest first; labels are those of the newest one that was in force.

    `jour` is the day that is spoken of, None for today's words.
    """

    editions: tuple[Vocabulaire, ...]
    jour: date | None = None

    def __post_init__(self) -> None:
        """Refuse to work without an edition, or with two of the same name or date."""
        noms = [v.edition for v in self.editions]
        dates = [v.en_vigueur for v in self.editions]
        if not noms or len(set(noms)) != len(noms) or dates != sorted(set(dates)):
            raise _erreur("les éditions", "elles manquent, se répètent ou ne sont pas en ordre")

    @property
    def courant(self) -> Vocabulaire:
        """The edition whose labels are shown."""
        return self._preferees[0]

    def au(self, jour: date) -> "Vocabulaires":
        """The same codes in the words of that day."""
        return Vocabulaires(self.editions, jour)

    @cached_property
    def _preferees(self) -> tuple[Vocabulaire, ...]:
        """The newest first, those that were not yet in force last."""
        jour = self.jour
        passees = [v for v in self.editions if jour is None or v.en_vigueur <= jour]
        return (*reversed(passees), *self.editions[len(passees) :])

    @cached_property
    def par_nom(self) -> Mapping[str, Vocabulaire]:
        """The editions by name."""
        return {v.edition: v for v in self.editions}

    def en_vigueur_le(self, jour: date) -> Vocabulaire:
        """The edition of that day; before the first one, the first one."""
        passees = [v for v in self.editions if v.en_vigueur <= jour]
        return passees[-1] if passees else self.editions[0]

    def edition_de(self, jour: date, activites: Sequence[str]) -> str:
        """The edition to note on an entry: the day's, unless only another one has its codes."""
        du_jour = self.en_vigueur_le(jour)
        for edition in (du_jour, *reversed(self.editions)):
            if all(edition.connait("activite", code) for code in activites):
                return edition.edition
        return du_jour.edition

    def connait(self, liste: str, code: str) -> bool:
        """Whether any edition has the code."""
        return any(v.connait(liste, code) for v in self.editions)

    def trouver(self, liste: str, texte: str) -> str | None:
        """The code meant by a code or a label of any edition, the newest first."""
        trouves = (v.trouver(liste, texte) for v in reversed(self.editions))
        return next((code for code in trouves if code), None)

    def connait_service(self, destination: str, service: str) -> bool:
        """Whether any edition has this service at this destination."""
        return any(service in v.services_de(destination) for v in self.editions)

    def trouver_service(self, destination: str, texte: str) -> str | None:
        """The service meant at this destination in any edition, the newest first."""
        trouves = (v.trouver_service(destination, texte) for v in reversed(self.editions))
        return next((code for code in trouves if code), None)

    def terme(self, liste: str, code: str) -> Terme:
        """The newest description of a code; an unknown code describes itself."""
        for edition in self._preferees:
            if (terme := edition.listes[liste].get(code)) is not None:
                return terme
        return Terme(code, code)

    def libelle(self, liste: str, code: str) -> str:
        """The newest label of a code."""
        return self.terme(liste, code).libelle

    def libelle_service(self, destination: str, service: str) -> str:
        """The newest label of a service at a destination."""
        for edition in self._preferees:
            if (terme := edition.services_de(destination).get(service)) is not None:
                return terme.libelle
        return service

    def codes_services(self, destination: str) -> tuple[str, ...]:
        """Every service ever referred to at a destination, in the order of `codes`."""
        ordre = dict.fromkeys(c for v in self._preferees for c in v.services_de(destination))
        return tuple(ordre)

    def libelles(self) -> Iterator[str]:
        """Every label of every edition, services included."""
        for edition in self.editions:
            for liste in (*edition.listes.values(), *edition.services.values()):
                yield from (terme.libelle for terme in liste.values())

    def codes(self, liste: str) -> tuple[str, ...]:
        """Every code ever used in a list, in the order of `courant`; the other editions' last."""
        ordre = dict.fromkeys(c for v in self._preferees for c in v.listes[liste])
        return tuple(ordre)


def lire_vocabulaire(donnees: Mapping[str, Any], nom: str) -> Vocabulaire:
    """Check the parsed TOML of one edition and make it a value.

    Args:
        donnees: what `tomllib` gave.
        nom: the file's name, for the error.

    Raises:
        Environnement: the sentence names the file, the list and the code at fault.
    """
    entete = {champ: donnees.get(champ) for champ in ("edition", "libelle", "en_vigueur")}
    if not all(isinstance(entete[champ], str) for champ in ("edition", "libelle")):
        raise _erreur(nom, "il manque « edition » ou « libelle » en tête")
    if type(entete["en_vigueur"]) is not date:
        raise _erreur(nom, "« en_vigueur » doit être une date")
    connus = {*LISTES, *entete, "service", "hors_cadre"}
    if inconnues := sorted(set(donnees) - connus):
        raise _erreur(nom, f"liste inconnue « {inconnues[0]} »")
    listes = {liste: _lire_liste(donnees.get(liste), liste, nom) for liste in LISTES}
    services = {
        destination: _lire_liste(termes, f"service.{destination}", nom)
        for destination, termes in _table(donnees.get("service"), "service", nom).items()
    }
    vocabulaire = Vocabulaire(
        edition=str(entete["edition"]),
        libelle=str(entete["libelle"]),
        en_vigueur=entete["en_vigueur"],
        listes=MappingProxyType(listes),
        services=MappingProxyType(services),
        hors_cadre=tuple(_lire_critere(c, nom) for c in donnees.get("hors_cadre", ())),
    )
    _verifier_renvois(vocabulaire, nom)
    return vocabulaire


def ecrire_vocabulaire(vocabulaire: Vocabulaire) -> dict[str, Any]:
    """What `lire_vocabulaire` reads back as the same edition."""
    return {
        "edition": vocabulaire.edition,
        "libelle": vocabulaire.libelle,
        "en_vigueur": vocabulaire.en_vigueur,
        **{nom: _ecrire_liste(vocabulaire.listes[nom]) for nom in LISTES},
        "service": {nom: _ecrire_liste(liste) for nom, liste in vocabulaire.services.items()},
        "hors_cadre": [
            {"critere": c.critere, "mots": list(c.mots)} for c in vocabulaire.hors_cadre
        ],
    }


def _ecrire_liste(liste: Liste) -> dict[str, dict[str, str | bool]]:
    return {
        code: {nom: valeur for nom in ("libelle", "categorie", "volet", "ouverte")
               if (valeur := getattr(terme, nom))}
        for code, terme in liste.items()
    }  # fmt: skip


def _erreur(nom: str, raison: str) -> Environnement:
    return Environnement(
        f"Le vocabulaire ({nom}) ne peut pas être lu : {raison}.",
        "Réinstallez l'application ou remettez le fichier d'origine.",
    )


def _table(valeur: object, liste: str, nom: str) -> dict[str, Any]:
    if not isinstance(valeur, dict) or not valeur:
        raise _erreur(nom, f"la liste « {liste} » manque ou est vide")
    return valeur


def _lire_liste(valeur: object, liste: str, nom: str) -> Liste:
    termes = {
        code: _lire_terme(code, brut, liste, nom)
        for code, brut in _table(valeur, liste, nom).items()
    }
    cles = [cle(code) for code in termes]
    if len(set(cles)) != len(cles):
        raise _erreur(nom, f"deux codes de « {liste} » se confondent")
    return MappingProxyType(termes)


def _lire_terme(code: str, brut: object, liste: str, nom: str) -> Terme:
    if isinstance(brut, str):
        brut = {"libelle": brut}
    if not (code.isascii() and code == code.upper() and code.replace("_", "").isalnum()):
        raise _erreur(nom, f"le code « {code} » de « {liste} » doit être en majuscules sans accent")
    permis = {"libelle": str, "categorie": str, "volet": str, "ouverte": bool}
    if not isinstance(brut, dict) or not str(brut.get("libelle") or "").strip():
        raise _erreur(nom, f"« {liste}.{code} » n'a pas de libellé")
    for champ, valeur in brut.items():
        if champ not in permis or not isinstance(valeur, permis[champ]):
            raise _erreur(nom, f"« {liste}.{code} » : « {champ} » n'est pas compris")
    return Terme(code, **brut)


def _lire_critere(brut: object, nom: str) -> CritereHorsCadre:
    if not isinstance(brut, dict) or set(brut) != {"critere", "mots"} or not brut["mots"]:
        raise _erreur(nom, "un critère « hors_cadre » doit avoir « critere » et « mots »")
    return CritereHorsCadre(str(brut["critere"]), tuple(replier(str(m)) for m in brut["mots"]))


def _verifier_renvois(vocabulaire: Vocabulaire, nom: str) -> None:
    for liste, codes in CODES_DES_REGLES.items():
        for code in codes:
            if not vocabulaire.connait(liste, code):
                raise _erreur(nom, f"le code « {code} » manque dans « {liste} »")
    for activite in vocabulaire.termes("activite").values():
        if activite.categorie not in vocabulaire.termes("categorie"):
            raise _erreur(nom, f"l'activité « {activite.code} » ne propose pas de catégorie connue")
        if activite.volet and activite.volet not in vocabulaire.termes("volet"):
            raise _erreur(nom, f"l'activité « {activite.code} » a un volet inconnu")
    if SERVICE_PAR_DEFAUT not in vocabulaire.services:
        raise _erreur(nom, "la liste « service.AUTRE » manque")
    for destination in vocabulaire.services:
        if not vocabulaire.connait("destination", destination):
            raise _erreur(nom, f"des services d'une destination inconnue « {destination} »")
