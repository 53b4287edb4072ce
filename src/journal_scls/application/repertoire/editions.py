"""Editions of the directory: published by a coordination, taken in by a journal.

An edition says everything. Taking the highest one in is therefore enough; an older one has no
effect, and entries are never touched.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from journal_scls.application.inscription.identites import Identites, region_acceptee
from journal_scls.application.ports import Horloge, UnitOfWork
from journal_scls.application.repertoire.changements import Changement, comparer
from journal_scls.application.repertoire.evolutions import ecrire
from journal_scls.application.repertoire.ports_repertoire import (
    EditionGardee,
    EditionLue,
    FormatRepertoire,
)
from journal_scls.application.repertoire.propositions import refus_decides
from journal_scls.application.repertoire.vues import VueRepertoire
from journal_scls.domain.errors import ErreurJournal, RegleMetier
from journal_scls.domain.profil import Role
from journal_scls.domain.repertoire.edition import ContenuRepertoire, EditionRepertoire, Incoherence
from journal_scls.domain.repertoire.fusion import FicheRepertoire
from journal_scls.domain.repertoire.partenaires import Comite, Projet, est_local
from journal_scls.domain.repertoire.refus import CodeRepertoire, RefusRepertoire
from journal_scls.domain.vocabulaire import Vocabulaire, Vocabulaires, lire_vocabulaire


class Effet(StrEnum):
    """What came of a file that is authentic."""

    APPLIQUE = "applique"
    DOUBLON = "doublon"
    ANCIENNE = "ancienne"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionPubliee:
    """A file on its medium; `refaite` when nothing had changed since the last edition."""

    fichier: Path
    numero: int
    du: date
    refaite: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionPrise:
    """What taking a file in did."""

    effet: Effet
    numero: int
    du: date
    changements: tuple[Changement, ...] = ()

    @property
    def phrase(self) -> str:
        """One sentence about the whole."""
        quoi = f"L'édition {self.numero} du {self.du.isoformat()}"
        if self.effet is Effet.APPLIQUE:
            return f"{quoi} du répertoire est prise."
        if self.effet is Effet.DOUBLON:
            return f"{quoi} était déjà prise : rien n'a changé."
        return f"{quoi} est plus ancienne que celle de ce dossier : rien n'a changé."


class Editions:
    """Editions, on both sides."""

    def __init__(
        self,
        unite: Callable[[], UnitOfWork],
        identites: Identites,
        format_: FormatRepertoire,
        vocabulaires: Vocabulaires,
        horloge: Horloge,
    ) -> None:
        """Take what is needed; `vocabulaires` are the editions that the program ships."""
        self._unite = unite
        self._identites = identites
        self._format = format_
        self._vocabulaires = vocabulaires
        self._horloge = horloge

    # --- the coordination

    def publier(self, sortie: Path) -> EditionPubliee:
        """Write the directory as it is now; what is said again in the same words keeps its number.

        Raises:
            RefusInscription: this dossier is not a coordination's.
            RefusRepertoire: a card refers to one that is still to be verified.
            Environnement: the medium refuses.
        """
        with self._unite() as unite:
            identite = self._identites.exiger(unite, Role.COORDINATION)
            derniere = unite.editions.derniere()
            edition = EditionRepertoire(
                region=identite.id,
                numero=derniere.numero + 1 if derniere else 1,
                precedente=derniere.empreinte if derniere else "",
                du=self._horloge.aujourdhui(),
                contenu=self._contenu(unite),
            )
            octets, lue = self._format.composer(edition, identite.cle_signature)
            refaite = derniere is not None and derniere.condense == lue.condense
            if derniere is not None and refaite:
                octets, gardee = derniere.paquet, derniere
            else:
                gardee = self._garder(unite, lue, octets)
            unite.commit()
        self._format.ecrire(sortie, octets)
        return EditionPubliee(fichier=sortie, numero=gardee.numero, du=gardee.du, refaite=refaite)

    def ajouter_vocabulaire(self, donnees: Mapping[str, Any], nom: str) -> Vocabulaire:
        """Keep an edition of the vocabulary that the program does not ship, to be published.

        Raises:
            Environnement: it is not a vocabulary; the sentence names what is wrong.
            RegleMetier: another edition has its name or its date.
            RefusInscription: this dossier is not a coordination's.
        """
        vocabulaire = lire_vocabulaire(donnees, nom)
        with self._unite() as unite:
            self._identites.exiger(unite, Role.COORDINATION)
            self._exiger_ajoutable(unite, vocabulaire)
            self._garder_vocabulaires(unite, [vocabulaire])
            unite.commit()
        return vocabulaire

    def _exiger_ajoutable(self, unite: UnitOfWork, nouveau: Vocabulaire) -> None:
        """An edition may be described again; two never share a name with ours, nor a date."""
        autres = [v for v in self._editions_du_vocabulaire(unite) if v.edition != nouveau.edition]
        if nouveau.edition in self._vocabulaires.par_nom or any(
            v.en_vigueur == nouveau.en_vigueur for v in autres
        ):
            raise RegleMetier(
                "Une autre édition du vocabulaire porte ce nom ou cette date.",
                "Donnez à la vôtre un autre nom et une autre date d'entrée en vigueur.",
                champ="fichier",
            )

    def _contenu(self, unite: UnitOfWork) -> ContenuRepertoire:
        vue = VueRepertoire.lire(unite)
        contenu = ContenuRepertoire.de(
            (_publiable(fiche, vue) for fiche in vue.courantes if not fiche.a_verifier),
            fusions=(replace(f, vers=vue.fusions.courant(f.de)) for f in vue.fusions.toutes),
            refus=refus_decides(unite),
            vocabulaires=self._editions_du_vocabulaire(unite),
        )
        try:
            contenu.exiger_coherent()
        except Incoherence as faute:
            raise RefusRepertoire(CodeRepertoire.A_VERIFIER, str(faute)) from None
        return contenu

    def _editions_du_vocabulaire(self, unite: UnitOfWork) -> tuple[Vocabulaire, ...]:
        ajoutees = unite.editions.vocabulaires().values()
        return completer(self._vocabulaires, self._format, ajoutees).editions

    # --- the journal

    def prendre(self, fichier: Path) -> EditionPrise:
        """Take an edition in, whole or not at all; no entry moves.

        A coordination takes its own editions back, after an old backup was restored.

        Raises:
            RefusRepertoire: it is not one, not from our region, or follows another history.
            RefusInscription: this journal is not enrolled.
        """
        octets = self._format.lire_fichier(fichier)
        with self._unite() as unite:
            lue = self._lire(unite, octets)
            effet = _situer(unite, lue)
            changements: tuple[Changement, ...] = ()
            if effet is Effet.APPLIQUE:
                avant = VueRepertoire.lire(unite)
                self._appliquer(unite, lue.edition.contenu)
                self._garder(unite, lue, octets)
                changements = (
                    *comparer(avant, VueRepertoire.lire(unite)),
                    *self._garder_vocabulaires(unite, lue.edition.contenu.vocabulaires),
                )
                unite.noter("repertoire_pris", str(lue.edition.numero))
                unite.commit()
        return EditionPrise(
            effet=effet, numero=lue.edition.numero, du=lue.edition.du, changements=changements
        )

    def _lire(self, unite: UnitOfWork, octets: bytes) -> EditionLue:
        if unite.profil().role is Role.COORDINATION:
            identite = self._identites.locale(unite)
            return self._format.lire(octets, identite.id, identite.cle_publique)
        region = region_acceptee(unite)
        return self._format.lire(octets, region.uuid, region.cle)

    def _appliquer(self, unite: UnitOfWork, contenu: ContenuRepertoire) -> None:
        """The region's word on what it publishes; everything local stays beside it."""
        regionale = unite.profil().role is Role.INTERVENANT
        connues = VueRepertoire.lire(unite)
        ecrire(unite, [_avec_codes_locaux(fiche, connues) for fiche in contenu.fiches])
        if regionale:
            publies = {fiche.id for fiche in contenu.fiches}
            unite.editions.remplacer_avis(publies, contenu.fusions, contenu.refus)
        else:
            for fusion in contenu.fusions:
                unite.editions.fusionner(replace(fusion, regionale=False))

    def _garder(self, unite: UnitOfWork, lue: EditionLue, octets: bytes) -> EditionGardee:
        gardee = EditionGardee(
            numero=lue.edition.numero,
            empreinte=lue.empreinte,
            precedente=lue.edition.precedente,
            condense=lue.condense,
            du=lue.edition.du,
            paquet=octets,
            le=self._horloge.maintenant(),
        )
        unite.editions.garder(gardee)
        return gardee

    def _garder_vocabulaires(
        self, unite: UnitOfWork, vocabulaires: Iterable[Vocabulaire]
    ) -> list[Changement]:
        """Keep those that the program does not ship; its own stay the base."""
        gardees = unite.editions.vocabulaires()
        changements = []
        for vocabulaire in vocabulaires:
            if vocabulaire.edition in self._vocabulaires.par_nom:
                continue
            donnees = self._format.ecrire_vocabulaire(vocabulaire)
            if gardees.get(vocabulaire.edition) != donnees:
                unite.editions.enregistrer_vocabulaire(vocabulaire.edition, donnees)
                phrase = (
                    f"Vocabulaire « {vocabulaire.libelle} » pris ; "
                    "il servira à la prochaine ouverture."
                )
                changements.append(Changement("", phrase))
        return changements


def completer(
    livres: Vocabulaires, format_: FormatRepertoire, ajoutes: Iterable[Mapping[str, Any]]
) -> Vocabulaires:
    """The shipped editions, then those of the region that bring another name and another date.

    One that this version cannot read any more is left out: a journal opens all the same, and a
    code that no edition has describes itself.
    """
    editions = {v.en_vigueur: v for v in livres.editions}
    for donnees in ajoutes:
        try:
            vocabulaire = format_.lire_vocabulaire(donnees)
        except (ErreurJournal, ValueError):
            continue
        if vocabulaire.edition not in livres.par_nom:
            editions.setdefault(vocabulaire.en_vigueur, vocabulaire)
    return Vocabulaires(tuple(editions[jour] for jour in sorted(editions)))


def _situer(unite: UnitOfWork, lue: EditionLue) -> Effet:
    """Where the edition stands in the history known here.

    Raises:
        RefusRepertoire: there are two histories.
    """
    edition, derniere = lue.edition, unite.editions.derniere()
    meme = unite.editions.edition(edition.numero)
    suivante = unite.editions.edition(edition.numero + 1)
    precedente = unite.editions.edition(edition.numero - 1)
    if (
        (meme is not None and meme.empreinte != lue.empreinte)
        or (suivante is not None and suivante.precedente != lue.empreinte)
        or (precedente is not None and precedente.empreinte != edition.precedente)
    ):
        raise RefusRepertoire(CodeRepertoire.BIFURCATION, str(edition.numero))
    if derniere is not None and edition.numero < derniere.numero:
        return Effet.ANCIENNE
    return Effet.DOUBLON if meme is not None else Effet.APPLIQUE


def _avec_codes_locaux(fiche: FicheRepertoire, connues: VueRepertoire) -> FicheRepertoire:
    """The codes that a journal gave a card before the region took it stay readable."""
    locale = connues.toutes.get(fiche.id)
    if not isinstance(fiche, Projet | Comite) or not isinstance(locale, Projet | Comite):
        return fiche
    locaux = [c for c in (locale.code, *locale.anciens_codes) if est_local(c)]
    return replace(fiche, anciens_codes=(*fiche.anciens_codes, *sorted(locaux)))


def _publiable(fiche: FicheRepertoire, vue: VueRepertoire) -> FicheRepertoire:
    """A card as the region says it: naming what stands now, answering to codes folded into it."""
    if isinstance(fiche, Projet | Comite):
        fiche = replace(fiche, anciens_codes=tuple(sorted(vue.codes(fiche) - {fiche.code})))
    return vue.fusions.suivre(fiche)
