"""The entries of the demonstration, drawn day by day from one seeded source."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random
from typing import NamedTuple

from journal_scls.application.demonstration import recits
from journal_scls.application.demonstration.decor import Decor, debut, identifiant, soir
from journal_scls.application.lectures import Brouillon
from journal_scls.domain.journal.intervention import (
    TRANCHES_AGE,
    Contenu,
    Intervention,
    Reference,
    Volet,
)
from journal_scls.domain.journal.modele import Modele
from journal_scls.domain.repertoire.lieux import SANS_MILIEU, Milieu
from journal_scls.domain.repertoire.partenaires import Comite, Projet
from journal_scls.domain.vocabulaire import Vocabulaires

_MARQUANTS_PAR_MOIS = 2
_VENDREDI, _SAMEDI = 4, 5
_PRESENCE = (*(0.95,) * 5, 0.12, 0.0)
_CE_MATIN, _FAITES_CE_MATIN = time(12, 0), 2  # in UTC: early in the day of Québec
_SUIVI_JOURS = 9  # only what was done lately is still to be followed up
_RELANCE_JOURS = 90  # what waits longer has had its answer
_RECENTS, _ANCIENS = (12, 4, 2, 2, 3, 1), (14, 0, 0, 2, 3, 1)  # by outcome, as in recits
_VOLETS = {"I": Volet.INDIVIDUEL, "C": Volet.COLLECTIF, "M": Volet.MILIEU}


class _Modele(NamedTuple):
    """A kind of entry; `mois` wraps around the new year (9-5 is the school year)."""

    poids: int
    activite: str
    volet: Volet
    mois: tuple[int, int]
    minutes: tuple[int, int]
    personnes: tuple[int, int]
    clientele: str
    sujets: Sequence[str]
    note: str
    marquant: str

    def tombe_en(self, mois: int) -> bool:
        """Whether it happens in that month."""
        premier, dernier = self.mois
        if premier <= dernier:
            return premier <= mois <= dernier
        return not dernier < mois < premier


class Ecritures:
    """Draws everything in the same order for a seed and a day; `places` are ranks of milieux."""

    def __init__(
        self,
        decor: Decor,
        vocabulaires: Vocabulaires,
        aujourdhui: date,
        alea: Random,
        *,
        auteur: str,
        places: Sequence[int] = tuple(range(len(recits.PLACES))),
    ) -> None:
        self._decor = decor
        self._vocabulaires = vocabulaires
        self._aujourdhui = aujourdhui
        self._alea = alea
        self._auteur = auteur
        self._places = places
        self._modeles = [_lire_modele(ligne) for ligne in recits.MODELES.strip().splitlines()]
        self._racontes: list[tuple[str, str]] = []
        fiches: list[Projet | Comite] = [*decor.projets[: len(recits.PROJETS)], *decor.comites]
        connues = zip((*recits.PROJETS, *recits.COMITES), fiches, strict=True)
        self._demarches = {d.activite: (d, fiche) for d, fiche in connues}
        premier = debut(aujourdhui)
        jours = (premier + timedelta(days=n) for n in range((aujourdhui - premier).days + 1))
        self.jours = [jour for jour in jours if self._travaille(jour)]

    def contenus(self, jour: date) -> Iterator[Contenu]:
        """The day's entries: few on Fridays, one gathering on a Saturday, a morning today."""
        modeles = [m for m in self._modeles if m.tombe_en(jour.month)]
        combien = self._alea.choice((1, 2, 2, 3, 4) if jour.weekday() < _VENDREDI else (1, 1, 2))
        if jour == self._aujourdhui:
            combien = _FAITES_CE_MATIN
        if jour.weekday() == _SAMEDI:
            modeles, combien = [m for m in modeles if m.volet is Volet.COLLECTIF], 1
        for modele in self._alea.choices(modeles, [m.poids for m in modeles], k=combien):
            yield self._contenu(jour, modele)

    def revisions(self, contenu: Contenu) -> Iterator[Intervention]:
        """The entry as first typed, then what became of it."""
        le, suivie = self._saisie(contenu.date_intervention), bool(contenu.references)
        edition = self._vocabulaires.edition_de(contenu.date_intervention, (contenu.activite,))
        entree = Intervention(
            id=identifiant(self._alea, le),
            contenu=contenu,
            vocabulaire=edition,
            auteur=self._auteur,
            creee_le=le,
            saisie_le=le,
        )
        yield entree
        le += timedelta(days=self._alea.randint(1, 40))
        if le.date() >= self._aujourdhui:
            return
        ancienne = (self._aujourdhui - contenu.date_intervention).days > _RELANCE_JOURS
        if self._chance(0.02):
            yield entree.annuler(self._alea.choice(recits.RAISONS), auteur=self._auteur, le=le)
        elif (suivie and ancienne) or self._chance(0.8 if suivie else 0.04):
            corrige = self._corriger(contenu, ancienne=ancienne)
            yield entree.rectifier(corrige, vocabulaire=edition, auteur=self._auteur, le=le)

    def brouillons(self) -> tuple[Brouillon, ...]:
        """What was being typed when somebody knocked at the door."""
        hier = self._aujourdhui - timedelta(days=1)
        premiere = str(self._decor.milieux[0].id)
        saisies: tuple[dict[str, object], ...] = (
            {"date": f"{hier}", "duree_min": "45 min", "milieu": premiere, "note": "À finir"},
            {"date": f"{hier}", "volet": "COLLECTIF", "activite": "PROJET", "nb_personnes": "9"},
        )
        le = soir(hier)
        return tuple(
            Brouillon(id=identifiant(self._alea, le), contenu=saisie, modifie_le=le)
            for saisie in saisies
        )

    def modeles(self) -> Iterator[Modele]:
        """What comes back each week."""
        codes = {d.code: fiche.code for d, fiche in self._demarches.values()}
        for nom, projet, rang, champs in recits.HABITUDES:
            milieu = str(self._decor.milieux[rang].id)
            contenu = {**champs, "milieu": milieu, "projet": codes.get(projet, "")}
            id_ = identifiant(self._alea, soir(debut(self._aujourdhui)))
            yield Modele(id=id_, nom=nom, contenu={nom: v for nom, v in contenu.items() if v})

    def _chance(self, part: float) -> bool:
        return self._alea.random() < part

    def _travaille(self, jour: date) -> bool:
        conge = (jour.month, jour.day) in recits.CONGES
        return self._chance(_PRESENCE[jour.weekday()]) and not conge

    def _saisie(self, jour: date) -> datetime:
        le = soir(jour)
        return le.replace(hour=_CE_MATIN.hour) if jour == self._aujourdhui else le

    def _contenu(self, jour: date, modele: _Modele) -> Contenu:
        alea, volet = self._alea, modele.volet
        individuel, collectif = volet is Volet.INDIVIDUEL, volet is Volet.COLLECTIF
        clientele = alea.choice(recits.CLIENTELES) if modele.clientele == "*" else modele.clientele
        demarche = None if individuel else self._demarche(modele.activite)
        milieu = None if volet is Volet.MILIEU else self._choisir_milieu(clientele, demarche)
        reference = self._chance(0.4 if individuel else 0.03)
        code = milieu is not None and individuel and self._chance(0.7)
        personnes = alea.randint(*modele.personnes)
        contenu = Contenu(
            date_intervention=jour,
            duree_min=round(alea.triangular(*modele.minutes) / 5) * 5,
            volet=volet,
            activite=modele.activite,
            categorie=self._vocabulaires.terme("activite", modele.activite).categorie,
            clientele=clientele,
            lieu=milieu.lieu_le(jour) if milieu else SANS_MILIEU,
            type_collectif=modele.sujets[0] if collectif else "",
            problematiques=tuple(modele.sujets[: alea.randint(0, 2)]) if individuel else (),
            modalite=alea.choice(recits.MODALITES) if individuel else "SUR_PLACE",
            nb_personnes=personnes,
            references=self._references(jour) if reference else (),
            personne=self._personne(milieu) if milieu and code else "",
            projet=demarche[1].code if demarche else "",
            note=modele.note if self._chance(0.6) else "",
            fait_marquant=self._marquant(jour, modele),
        )
        if individuel:
            return self._avec_suivi(contenu)
        return self._avec_presences(contenu, demarche[0] if demarche else None)

    def _demarche(self, activite: str) -> tuple[recits.Demarche, Projet | Comite] | None:
        """What the entry is a session of, if anything."""
        connue = self._demarches.get(activite)
        return connue if connue is not None and self._chance(connue[0].part) else None

    def _avec_suivi(self, contenu: Contenu) -> Contenu:
        recente = (self._aujourdhui - contenu.date_intervention).days <= _SUIVI_JOURS
        if not recente or contenu.references or not self._chance(0.6):
            return contenu
        le = contenu.date_intervention + timedelta(days=self._alea.randint(5, 12))
        return replace(contenu, suivi=self._alea.choice(recits.SUIVIS), suivi_le=le)

    def _avec_presences(self, contenu: Contenu, demarche: recits.Demarche | None) -> Contenu:
        """Who came, by age and by role, where somebody took the time to note it."""
        personnes, alea = contenu.nb_personnes or 0, self._alea
        ages = recits.AGES.get(contenu.clientele, recits.AGES["TOUS"])
        venus = Counter(alea.choices(TRANCHES_AGE, ages, k=personnes))
        membres = dict(demarche.roles) if demarche and demarche.roles else {}
        poids = membres or {"LOCATAIRE": 12, "BENEVOLE": 2, "INTERVENANT": 1, "PARTENAIRE": 1}
        roles = Counter(alea.choices(tuple(poids), tuple(poids.values()), k=personnes))
        notes, collectif = self._chance(0.8), contenu.volet is Volet.COLLECTIF
        return replace(
            contenu,
            nb_nouvelles=alea.randint(0, 2) if collectif and self._chance(0.5) else None,
            tranches=tuple(venus[t] for t in TRANCHES_AGE) if collectif and notes else (),
            roles=tuple((role, roles[role]) for role in poids if roles[role]) if notes else (),
        )

    def _personne(self, milieu: Milieu) -> str:
        """One of the milieu's seven codes, that tells nothing of where the person lives."""
        rang = 7 * self._decor.milieux.index(milieu) + self._alea.randint(1, 7)
        return f"P{rang * 631 % 9000 + 1000}"

    def _choisir_milieu(
        self, clientele: str, demarche: tuple[recits.Demarche, Projet | Comite] | None
    ) -> Milieu:
        siennes = [r for r in (demarche[0].places if demarche else ()) if r in self._places]
        if siennes:
            return self._decor.milieux[self._alea.choice(siennes)]
        poids = [
            recits.PLACES[rang].poids * _habite(recits.PLACES[rang], clientele)
            for rang in self._places
        ]
        rangs = self._alea.choices(self._places, poids if any(poids) else None)
        return self._decor.milieux[rangs[0]]

    def _references(self, jour: date) -> tuple[Reference, ...]:
        choix = tuple(recits.DESTINATIONS)
        poids = [fois for fois, _nom in recits.DESTINATIONS.values()]
        vers = dict.fromkeys(self._alea.choices(choix, poids, k=self._alea.choice((1, 1, 1, 2))))
        relance = jour + timedelta(days=self._alea.randint(10, 40))
        return tuple(
            Reference(
                destination=texte.partition(":")[0],
                service=texte.partition(":")[2],
                mode=self._alea.choice(("SIMPLE", "SIMPLE", "ACCOMPAGNEE", "INFO_REMISE")),
                statut=self._alea.choice(("PROPOSEE", "FAITE", "FAITE")),
                ressource=service.id if (service := self._decor.services.get(texte)) else None,
                date_relance=relance,
            )
            for texte in vers
        )

    def _corriger(self, contenu: Contenu, *, ancienne: bool) -> Contenu:
        """A referral learns its outcome; another entry had its duration wrong."""
        references = []
        for reference in contenu.references:
            poids = _ANCIENS if ancienne else _RECENTS
            statut = self._alea.choices(recits.DENOUEMENTS, poids)[0]
            references.append(replace(reference, statut=statut, date_relance=None))
        duree = contenu.duree_min + (0 if references else 15)
        return replace(contenu, duree_min=duree, references=tuple(references))

    def _marquant(self, jour: date, modele: _Modele) -> str:
        """Two a month at most, none told twice within a season."""
        pris = [mois for mois, _ in self._racontes].count(f"{jour:%Y-%m}")
        recents = [activite for _, activite in self._racontes[-6:]]
        if not modele.marquant or pris == _MARQUANTS_PAR_MOIS or modele.activite in recents:
            return ""
        self._racontes.append((f"{jour:%Y-%m}", modele.activite))
        return modele.marquant


def _habite(place: recits.Place, clientele: str) -> bool:
    return clientele in recits.HABITANTS.get(place.categorie, clientele)


def _lire_modele(ligne: str) -> _Modele:
    mots, note, *marquant = (partie.strip() for partie in ligne.split("|"))
    poids, activite, volet, mois, minutes, personnes, clientele, *sujets = mots.split()
    return _Modele(
        int(poids), activite, _VOLETS[volet], _bornes(mois), _bornes(minutes), _bornes(personnes),
        clientele, sujets, note, "".join(marquant),
    )  # fmt: skip


def _bornes(texte: str) -> tuple[int, int]:
    de, _, a = texte.partition("-")
    return int(de), int(a)
