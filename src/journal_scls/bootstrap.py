"""Wiring: the only module that knows every layer. Everything slow is imported on first use."""

import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journal_scls import paths
from journal_scls.domain.errors import Environnement

if TYPE_CHECKING:
    from journal_scls.application.journal import Atelier
    from journal_scls.application.ports_dossiers import Secret
    from journal_scls.domain.chiffres.indicateurs import Indicateurs
    from journal_scls.domain.documents.affiche import TexteAffiche
    from journal_scls.domain.journal.conservation import Conservation
    from journal_scls.domain.journal.detecteur import Detecteur
    from journal_scls.domain.ligne_rapide.lexique import Lexique
    from journal_scls.domain.vocabulaire import Vocabulaires
    from journal_scls.storage.dossier import DossiersChiffres


class HorlogeSysteme:
    """The computer's clock: ports.Horloge."""

    def maintenant(self) -> datetime:
        """The instant, in UTC."""
        return datetime.now(UTC)

    def aujourdhui(self) -> date:
        """The local date."""
        return datetime.now().astimezone().date()


def _lire_toml(chemin: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(chemin.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as erreur:
        raise Environnement(
            f"Le fichier « {chemin.name} » de l'application ne peut pas être lu.",
            "Réinstallez l'application.",
        ) from erreur


@cache
def vocabulaires() -> "Vocabulaires":
    """The shipped editions of the vocabulary."""
    from journal_scls.domain.vocabulaire import Vocabulaires, lire_vocabulaire

    fichiers = sorted(paths.resource("vocabulaire").glob("*.toml"))
    return Vocabulaires(tuple(lire_vocabulaire(_lire_toml(f), f.name) for f in fichiers))


@cache
def indicateurs() -> "Indicateurs":
    """The shipped definitions of the figures."""
    from journal_scls.domain.chiffres.indicateurs import lire_indicateurs

    chemin = paths.resource("indicateurs.toml")
    return lire_indicateurs(_lire_toml(chemin), chemin.name, vocabulaires())


def conservation() -> "Conservation":
    """How long each class of entries is kept."""
    from journal_scls.domain.journal.conservation import lire_conservation

    chemin = paths.resource("conservation.toml")
    return lire_conservation(_lire_toml(chemin), chemin.name)


def lexique(connus: "Vocabulaires") -> "Lexique":
    """People's own words for the codes of a dossier's vocabulary."""
    from journal_scls.domain.ligne_rapide.lexique import lire_lexique

    chemin = paths.resource("ligne_rapide.toml")
    return lire_lexique(_lire_toml(chemin), chemin.name, connus)


@cache
def detecteur() -> "Detecteur":
    """What looks for names in notes."""
    from journal_scls.domain.journal.detecteur import lire_detecteur

    chemin = paths.resource("prenoms.toml")
    return lire_detecteur(_lire_toml(chemin), chemin.name)


@cache
def texte_affiche() -> "TexteAffiche":
    """The words of the poster for tenants."""
    from journal_scls.domain.documents.affiche import lire_affiche

    chemin = paths.resource("affiche.toml")
    return lire_affiche(_lire_toml(chemin), chemin.name)


def creer_atelier(adresse: str = "") -> "Atelier":
    """Everything the window and the commands are given.

    `adresse` is where a coordination's base is, on a server; else the environment may say it.
    """
    from journal_scls.application.inscription.identites import trouver_expediteur
    from journal_scls.application.inscription.ports_inscriptions import Liaison
    from journal_scls.application.journal import Atelier
    from journal_scls.application.lots.ports_lots import OutilsLots
    from journal_scls.application.repertoire.ports_repertoire import OutilsRepertoire
    from journal_scls.orthographe.dictionnaire import DictionnaireHunspell
    from journal_scls.reports.documents import DocumentsFichiers
    from journal_scls.storage.fichiers import dossier_prive, ecrire_atomique
    from journal_scls.storage.lots.quarantaine import QuarantaineFichiers
    from journal_scls.storage.lots.reconstruction import copier_sans_receptions
    from journal_scls.storage.lots.support import SupportFichiers
    from journal_scls.storage.lots.temoin import TemoinsFichiers
    from journal_scls.storage.sauvegarde.sauvegardes import SauvegardesFichiers
    from journal_scls.sync.inscription.cles import ClesAge
    from journal_scls.sync.inscription.plis import EtatsLots, PlisFichiers
    from journal_scls.sync.lot.recus import LecteurLotsAge
    from journal_scls.sync.lot.scelleur import ScelleurAge
    from journal_scls.sync.repertoire.paquet import PaquetsFichiers
    from journal_scls.sync.repertoire.propositions import PlisPropositions
    from journal_scls.sync.tableau.fichiers import TableauxFichiers

    horloge = HorlogeSysteme()
    return Atelier(
        horloge=horloge,
        dossiers=_dossiers(horloge, adresse or os.environ.get(paths.VARIABLE_BASE, "")),
        sauvegardes=SauvegardesFichiers(horloge),
        documents=DocumentsFichiers(
            paths.resource("fonts"), (vocabulaires, indicateurs), texte_affiche, ecrire_atomique
        ),
        tableaux=TableauxFichiers(),
        vocabulaires=vocabulaires,
        indicateurs=indicateurs,
        conservation=conservation,
        lexique=lexique,
        detecteur=detecteur,
        lecteur_lots=LecteurLotsAge(),
        quarantaine=QuarantaineFichiers,
        vierge=partial(copier_sans_receptions, migrations=paths.migrations_dir(), horloge=horloge),
        liaison=Liaison(
            cles=ClesAge(),
            plis=PlisFichiers(partial(ecrire_atomique, relire=True), dossier_prive),
            etats=EtatsLots(),
        ),
        lots=OutilsLots(
            format=ScelleurAge(),
            support=SupportFichiers(),
            temoins=TemoinsFichiers(),
            expediteur=trouver_expediteur,
        ),
        repertoire=OutilsRepertoire(
            editions=PaquetsFichiers(partial(ecrire_atomique, relire=True)),
            propositions=PlisPropositions(),
        ),
        dictionnaire=DictionnaireHunspell(paths.resource("orthographe")),
    )


def _dossiers(horloge: HorlogeSysteme, adresse: str) -> "DossiersChiffres":
    from journal_scls.storage.coffre.trousseau import TrousseauSysteme
    from journal_scls.storage.dossier import DossiersChiffres

    trousseau = TrousseauSysteme()
    return DossiersChiffres(paths.migrations_dir(), horloge, trousseau, adresse=adresse)


def _ouvrir_fenetre(
    fabrique: "Callable[[], Atelier]", dossier: Callable[[], Path], secret: "Secret | None"
) -> int:
    from journal_scls.gui.app import lancer

    return lancer(fabrique, dossier, secret, ressources=paths.resource())


def executer(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code.

    Nothing asked is the window, and whoever waits for it does not wait for the commands.
    """
    if not (sys.argv[1:] if arguments is None else arguments) and not os.environ.get(
        paths.VARIABLE_PHRASE
    ):
        return _ouvrir_fenetre(creer_atelier, paths.dossier_par_defaut, None)
    from journal_scls.cli.contexte import Lieux
    from journal_scls.cli.main import executer as executer_commande

    lieux = Lieux(paths.dossier_par_defaut(), paths.dossier_demo())
    return executer_commande(creer_atelier, lieux, _ouvrir_fenetre, arguments)
