"""Which figures a command is asked for: a period, a territory, and how they are shown."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import update_wrapper
from typing import Any, TypeVar

import click

from journal_scls.application.journal import Journal
from journal_scls.application.lectures import Filtre
from journal_scls.application.operation import Progress
from journal_scls.cli.contexte import Contexte, avertir, progression
from journal_scls.cli.francais import JOUR, TEXTE, Entier, MalUtilise
from journal_scls.domain.chiffres.bilan import REGROUPEMENT_PAR_DEFAUT, Bilan, ParametresBilan
from journal_scls.domain.chiffres.calendrier import Recul
from journal_scls.domain.chiffres.masquage import SEUIL_MIN
from journal_scls.domain.documents.publication import Publication
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.periode import Periode

_F = TypeVar("_F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Chiffres:
    """The bilan that is asked for."""

    periode: Periode
    mrc: str
    organisme: str
    tenure: str
    volet: str
    projet: str
    actuel: bool
    avec_milieu: bool
    masquer: int | None
    sans_masquage: bool
    sans_regroupement: bool

    def dresser(self, journal: Journal) -> Bilan:
        """Count; a coordination masks unless told otherwise."""
        periode, filtre, parametres, progress = self._quoi(journal)
        bilan = journal.rapports.bilan(periode, filtre, parametres, progress)
        if filtre != Filtre() and bilan.compteurs.interventions == 0:
            avertir(
                "Aucune intervention de la période ne répond à ces filtres ; vérifiez les noms."
            )
        return bilan

    def dresser_avant(self, journal: Journal, recul: Recul) -> Bilan:
        """Count the other period the same way."""
        return journal.rapports.bilan_avant(recul, *self._quoi(journal))

    def publier(self, journal: Journal, serie: str, *, figer: bool) -> Publication:
        """Count, and keep the document for ever in its series."""
        return journal.publications.publier(
            serie,
            self.periode,
            self._filtre(journal),
            self._parametres(journal),
            figer=figer,
            progress=progression(),
        )

    def _quoi(self, journal: Journal) -> tuple[Periode, Filtre, ParametresBilan, Progress]:
        return self.periode, self._filtre(journal), self._parametres(journal), progression()

    def _parametres(self, journal: Journal) -> ParametresBilan:
        seuil = self.masquer
        if not self.sans_masquage:
            seuil = self.masquer or journal.consultations.seuil_par_defaut
        return ParametresBilan(
            milieu_dans_la_base=self.avec_milieu,
            masquage_k=seuil,
            regrouper=None if self.sans_regroupement else REGROUPEMENT_PAR_DEFAUT,
        )

    def _filtre(self, journal: Journal) -> Filtre:
        return journal.consultations.filtre(
            mrc=self.mrc,
            organisme=self.organisme,
            actuel=self.actuel,
            tenure=_code(journal, "tenure", self.tenure),
            volet=_code(journal, "volet", self.volet),
            projet=self.projet,
        )


def avec_chiffres(commande: _F) -> _F:
    """Give a command the options that say which figures, and the Chiffres they fill."""

    def remplie(
        contexte: Contexte,
        *args: object,
        du: date,
        au: date,
        sans_milieu_concertation: bool,
        masquer: int | None,
        sans_masquage: bool,
        **options: Any,
    ) -> object:
        if masquer and sans_masquage:
            raise MalUtilise("« --masquer » et « --sans-masquage » se contredisent.")
        chiffres = Chiffres(
            periode=Periode(du, au),
            avec_milieu=not sans_milieu_concertation,
            masquer=masquer,
            sans_masquage=sans_masquage,
            actuel=options.pop("organisme_actuel"),
            sans_regroupement=options.pop("sans_regroupement"),
            **{nom: options.pop(nom) for nom in ("mrc", "organisme", "tenure", "volet", "projet")},
        )
        return commande(contexte, *args, chiffres, **options)

    rempli = update_wrapper(remplie, commande)
    for option in reversed(_OPTIONS):
        rempli = option(rempli)
    return rempli  # type: ignore[return-value]


_ARTICLES = {"tenure": "une tenure", "volet": "un volet"}
_OPTIONS = (
    click.option("--du", type=JOUR, required=True, help="Premier jour."),
    click.option("--au", type=JOUR, required=True, help="Dernier jour."),
    click.option("--mrc", type=TEXTE, default="", help="Seulement cette MRC."),
    click.option(
        "--organisme",
        type=TEXTE,
        default="",
        help="Seulement cet organisme, à la date de l'intervention.",
    ),
    click.option(
        "--organisme-actuel",
        is_flag=True,
        help="L'organisme tel qu'il est aujourd'hui : ceux qu'il a remplacés comptent avec lui.",
    ),
    click.option("--tenure", type=TEXTE, default="", help="Seulement cette tenure."),
    click.option("--volet", type=TEXTE, default="", help="Seulement ce volet."),
    click.option(
        "--projet", type=TEXTE, default="", help="Seulement le projet ou le comité de ce code."
    ),
    click.option(
        "--sans-milieu-concertation", is_flag=True, help="Exclut le volet Milieu des bases."
    ),
    click.option("--masquer", type=Entier(SEUIL_MIN), help="Masque les nombres plus petits que K."),
    click.option("--sans-masquage", is_flag=True, help="Ne masque rien."),
    click.option(
        "--sans-regroupement",
        is_flag=True,
        help="Garde les lignes des milieux et des organismes, même presque toutes masquées.",
    ),
)


def _code(journal: Journal, liste: str, texte: str) -> str:
    """The code of a term, given by code or label; a typing error must not make empty figures."""
    code = journal.vocabulaires.trouver(liste, texte) if texte else ""
    if code is None:
        mots = journal.vocabulaires
        permis = ", ".join(f"{mots.libelle(liste, c)} ({c})" for c in mots.codes(liste))
        un = _ARTICLES[liste]
        raise RegleMetier(f"« {texte} » n'est pas {un}.", f"Choisissez parmi : {permis}.")
    return code
