"""What the list of the journal is asked, in words: one criterion, one chip."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from journal_scls.application.lectures import Filtre
from journal_scls.domain.journal.intervention import Statut
from journal_scls.domain.vocabulaire import Vocabulaires
from journal_scls.gui.traduction import Marque, deux_points, marque, tr
from journal_scls.gui.widgets.choice_combo import Choice

TOUT, MOIS, MOIS_DERNIER, ANNEE, DATES = "tout", "mois", "mois_dernier", "annee", "dates"
PERIODES = (
    Choice(TOUT, marque("Tout")),
    Choice(MOIS, marque("Ce mois-ci")),
    Choice(MOIS_DERNIER, marque("Le mois dernier")),
    Choice(ANNEE, marque("Cette année")),
    Choice(DATES, marque("Entre deux dates")),
)
TOUS_ETATS = "TOUS"
ETATS: Mapping[str, Marque] = {
    Statut.FINALE: marque("Finale"),
    Statut.RECTIFIEE: marque("Rectifiée"),
    Statut.ANNULEE: marque("Annulée (corbeille)"),
    TOUS_ETATS: marque("Tous, annulées comprises"),
}
NOMS: Mapping[str, Marque] = {
    "milieu": marque("Milieu"),
    "organisme": marque("Organisme"),
    "mrc": marque("MRC"),
    "tenure": marque("Tenure"),
    "volet": marque("Volet"),
    "activite": marque("Activité"),
    "clientele": marque("Clientèle"),
    "personne": marque("Personne"),
    "statut": marque("État"),
}
_DU_VOCABULAIRE = ("volet", "activite", "clientele", "tenure")


def bornes(periode: str, aujourdhui: date) -> tuple[date | None, date | None]:
    """The days of a named period; future entries belong to the month and to the year."""
    premier = aujourdhui.replace(day=1)
    if periode == MOIS:
        return premier, (premier + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    if periode == MOIS_DERNIER:
        fin = premier - timedelta(days=1)
        return fin.replace(day=1), fin
    if periode == ANNEE:
        return date(aujourdhui.year, 1, 1), date(aujourdhui.year, 12, 31)
    return None, None


@dataclass(frozen=True)
class Criteres:
    """`choisis` gives a code or a name for a name of NOMS; the rest is what its field says."""

    texte: str = ""
    periode: str = TOUT
    du: date | None = None
    au: date | None = None
    choisis: Mapping[str, str] = field(default_factory=dict)

    def filtre(self, aujourdhui: date) -> Filtre:
        """The same, for the storage."""
        du, au = (self.du, self.au) if self.periode == DATES else bornes(self.periode, aujourdhui)
        statut = self.choisis.get("statut", "")
        filtre = Filtre(
            texte=self.texte,
            du=du,
            au=au,
            statut="" if statut == TOUS_ETATS else statut,
            annulees=statut in (TOUS_ETATS, Statut.ANNULEE),
        )
        noms: dict[str, Any] = {n: v for n, v in self.choisis.items() if n != "statut"}
        return replace(filtre, **noms)

    def avec(self, nom: str, valeur: str) -> "Criteres":
        """One more criterion, in the place of the one of that name."""
        return replace(self, choisis={**self.choisis, nom: valeur})

    def sans(self, nom: str) -> "Criteres":
        """The same without one criterion."""
        if nom == "texte":
            return replace(self, texte="")
        if nom == "periode":
            return replace(self, periode=TOUT)
        return replace(self, choisis={n: v for n, v in self.choisis.items() if n != nom})

    def puces(self, vocabulaires: Vocabulaires) -> Iterator[tuple[str, str]]:
        """The name and the words of each criterion."""
        if self.texte:
            yield "texte", tr("Texte : « {texte} »", texte=self.texte)
        if self.periode != TOUT:
            yield "periode", tr("Période : {periode}", periode=self._periode())
        for nom, valeur in self.choisis.items():
            yield nom, deux_points(NOMS[nom], dire(nom, valeur, vocabulaires))

    def _periode(self) -> str:
        if self.periode != DATES:
            return tr(next(c.label for c in PERIODES if c.value == self.periode)).lower()
        if self.du and self.au:
            return tr("du {du} au {au}", du=self.du.isoformat(), au=self.au.isoformat())
        if self.du:
            return tr("depuis le {du}", du=self.du.isoformat())
        return tr("jusqu’au {au}", au=self.au.isoformat()) if self.au else tr("toutes les dates")

    @classmethod
    def de_filtre(cls, filtre: Filtre) -> "Criteres":
        """The criteria that ask the same thing."""
        choisis = {n: v for n in NOMS if n != "statut" and (v := getattr(filtre, n))}
        if filtre.statut or filtre.annulees:
            choisis["statut"] = filtre.statut or TOUS_ETATS
        periode = DATES if filtre.du or filtre.au else TOUT
        return cls(filtre.texte, periode, filtre.du, filtre.au, choisis)


def dire(nom: str, valeur: str, vocabulaires: Vocabulaires) -> str:
    """The words of a value."""
    if nom == "statut":
        return tr(ETATS[valeur])
    return vocabulaires.libelle(nom, valeur) if nom in _DU_VOCABULAIRE else valeur


def choix_de_filtres(milieux: tuple[str, ...], vocabulaires: Vocabulaires) -> list[Choice]:
    """All that a list may be narrowed by, under the name of its field."""
    choix = [
        Choice(("statut", code), tr(nom), tr("État"), tr("corbeille état"))
        for code, nom in ETATS.items()
    ]
    for nom in ("volet", "clientele", "activite"):
        choix += [
            Choice((nom, code), dire(nom, code, vocabulaires), tr(NOMS[nom]), code)
            for code in vocabulaires.codes(nom)
        ]
    choix += [Choice(("milieu", nom), nom, tr("Milieu")) for nom in milieux]
    return [
        *choix,
        Choice(("personne", ""), tr("Un code de personne…"), tr("Personne"), tr("code personne")),
    ]
