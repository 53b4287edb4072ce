"""The ports in memory: what application tests run on, held to the same contract as the file.

Written for being read, not for speed: it is also the plain re-computation that the SQL of
storage.queries is compared with.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from journal_scls.application.lectures import Brouillon, Filtre, LigneJournal, TotauxListe
from journal_scls.application.ports import Acte, Horloge
from journal_scls.domain.chiffres.comptes import Comptes, compter
from journal_scls.domain.chiffres.faits import Fait, ReferenceFait
from journal_scls.domain.errors import Environnement, RegleMetier
from journal_scls.domain.journal.intervention import Intervention, Statut
from journal_scls.domain.journal.modele import Modele
from journal_scls.domain.periode import Periode
from journal_scls.domain.profil import Profil
from journal_scls.domain.repertoire.fusion import Fusions
from journal_scls.domain.repertoire.lieux import Milieu, Organisme
from journal_scls.domain.repertoire.partenaires import Comite, Projet, ServicePartenaire
from journal_scls.domain.texte import cle, replier
from tests.fabriques import HorlogeFixe

_MOT = re.compile(r"[^\W_]+")


@dataclass
class Etat:
    """All that a dossier holds."""

    interventions: dict[UUID, tuple[Intervention, ...]] = field(default_factory=dict)
    origines: dict[bytes, tuple[UUID, str]] = field(default_factory=dict)
    organismes: dict[UUID, Organisme] = field(default_factory=dict)
    milieux: dict[UUID, Milieu] = field(default_factory=dict)
    projets: dict[UUID, Projet] = field(default_factory=dict)
    comites: dict[UUID, Comite] = field(default_factory=dict)
    services: dict[UUID, ServicePartenaire] = field(default_factory=dict)
    modeles: dict[UUID, Modele] = field(default_factory=dict)
    brouillons: dict[UUID, Brouillon] = field(default_factory=dict)
    preferences: dict[str, str] = field(default_factory=dict)
    evenements: list[tuple[datetime, str, str]] = field(default_factory=list)
    profil: list[Profil] = field(default_factory=list)

    def copie(self) -> "Etat":
        return Etat(**{f.name: copy(getattr(self, f.name)) for f in fields(self)})

    def remplacer_par(self, autre: "Etat") -> None:
        for f in fields(self):
            setattr(self, f.name, copy(getattr(autre, f.name)))


class FakeDepotInterventions:
    def __init__(self, etat: Etat) -> None:
        self._etat = etat

    def ajouter(self, intervention: Intervention) -> None:
        assert intervention.id not in self._etat.interventions
        self._exiger_le_lieu(intervention)
        self._etat.interventions[intervention.id] = (intervention,)

    def de_personne(self, code: str) -> tuple[UUID, ...]:
        return tuple(
            id_
            for id_, revisions in self._etat.interventions.items()
            if any(r.contenu.personne == code for r in revisions)
        )

    def ajouter_reprises(self, lignes: Iterable[tuple[Intervention, bytes, str]]) -> None:
        for intervention, origine, id_externe in lignes:
            assert origine not in self._etat.origines
            self.ajouter(intervention)
            self._etat.origines[origine] = (intervention.id, id_externe)

    def reviser(self, intervention: Intervention) -> None:
        connues = self._etat.interventions.get(intervention.id, ())
        if len(connues) + 1 != intervention.revision or not connues:
            raise RegleMetier(
                "Cette intervention a été modifiée entre-temps.",
                "Rouvrez-la pour voir sa dernière version, puis refaites votre changement.",
            )
        self._exiger_le_lieu(intervention)
        self._etat.interventions[intervention.id] = (*connues, intervention)

    def detruire(self, ids: Collection[UUID], raison: str, le: datetime) -> None:
        for id_ in ids:
            self._etat.interventions.pop(id_, None)

    def lire(self, id_: UUID) -> Intervention | None:
        connues = self.revisions(id_)
        return connues[-1] if connues else None

    def revisions(self, id_: UUID) -> tuple[Intervention, ...]:
        return self._etat.interventions.get(id_, ())

    def origines_connues(self, cles: Collection[bytes]) -> set[bytes]:
        return {cle_ for cle_ in cles if cle_ in self._etat.origines}

    def _exiger_le_lieu(self, intervention: Intervention) -> None:
        lieu = intervention.contenu.lieu
        if lieu.milieu is not None and lieu.milieu not in self._etat.milieux:
            raise LookupError(lieu.milieu)
        if lieu.organisme is not None and lieu.organisme not in self._etat.organismes:
            raise LookupError(lieu.organisme)


class FakeDepotRepertoire:
    def __init__(self, etat: Etat) -> None:
        self._etat = etat

    def organismes(self) -> tuple[Organisme, ...]:
        return tuple(sorted(self._etat.organismes.values(), key=lambda o: (cle(o.nom), o.nom)))

    def milieux(self) -> tuple[Milieu, ...]:
        return tuple(sorted(self._etat.milieux.values(), key=lambda m: (cle(m.nom), m.nom)))

    def enregistrer_organismes(self, organismes: Iterable[Organisme]) -> None:
        self._etat.organismes |= {o.id: o for o in organismes}
        for o in self._etat.organismes.values():
            if o.successeur is not None and o.successeur not in self._etat.organismes:
                raise LookupError(o.successeur)

    def enregistrer_milieux(self, milieux: Iterable[Milieu]) -> None:
        for m in milieux:
            for etat in m.etats:
                if etat.organisme is not None and etat.organisme not in self._etat.organismes:
                    raise LookupError(etat.organisme)
            self._etat.milieux[m.id] = m


class FakeDepotPartenaires:
    def __init__(self, etat: Etat) -> None:
        self._etat = etat

    def projets(self) -> tuple[Projet, ...]:
        return tuple(sorted(self._etat.projets.values(), key=lambda p: p.code))

    def comites(self) -> tuple[Comite, ...]:
        return tuple(sorted(self._etat.comites.values(), key=lambda c: c.code))

    def enregistrer_projets(self, projets: Iterable[Projet]) -> None:
        self._etat.projets |= {p.id: p for p in projets}

    def enregistrer_comites(self, comites: Iterable[Comite]) -> None:
        self._etat.comites |= {c.id: c for c in comites}

    def enregistrer_services(self, services: Iterable[ServicePartenaire]) -> None:
        self._etat.services |= {s.id: s for s in services}


class FakeDepotSaisie:
    def __init__(self, etat: Etat) -> None:
        self._etat = etat

    def enregistrer_modele(self, modele: Modele) -> None:
        self._etat.modeles[modele.id] = modele


class FakeDepotEditions:
    """A directory that never met a region."""

    def fusions(self) -> Fusions:
        return Fusions()


class FakeDepotBrouillons:
    def __init__(self, etat: Etat) -> None:
        self._etat = etat

    def enregistrer(self, brouillon: Brouillon) -> None:
        self._etat.brouillons[brouillon.id] = brouillon

    def supprimer(self, id_: UUID) -> None:
        self._etat.brouillons.pop(id_, None)

    def tous(self) -> tuple[Brouillon, ...]:
        recents = reversed(self._etat.brouillons.values())
        return tuple(sorted(recents, key=lambda b: b.modifie_le, reverse=True))


class FakeUnitOfWork:
    """`committed` says whether the last block made anything last; `etat` is what lasts."""

    def __init__(self, etat: Etat | None = None, horloge: Horloge | None = None) -> None:
        self.etat = Etat() if etat is None else etat
        self.committed = False
        self._horloge = horloge or HorlogeFixe()
        self._travail: Etat | None = None

    def __enter__(self) -> Self:
        self.committed = False
        self._travail = self.etat.copie()
        self.interventions = FakeDepotInterventions(self._travail)
        self.repertoire = FakeDepotRepertoire(self._travail)
        self.partenaires = FakeDepotPartenaires(self._travail)
        self.editions = FakeDepotEditions()
        self.brouillons = FakeDepotBrouillons(self._travail)
        self.saisie = FakeDepotSaisie(self._travail)
        return self

    def __exit__(self, *_: object) -> None:
        self._travail = None

    def commit(self) -> None:
        self.etat.remplacer_par(self._ouvert)
        self.committed = True

    def profil(self) -> Profil:
        if not self._ouvert.profil:
            raise Environnement("Ce dossier n'a pas de propriétaire.", "Créez-en un nouveau.")
        return self._ouvert.profil[0]

    def enregistrer_profil(self, profil: Profil) -> None:
        self._ouvert.profil[:] = [profil]

    def preference(self, nom: str) -> str:
        return self._ouvert.preferences.get(nom, "")

    def enregistrer_preference(self, nom: str, valeur: str) -> None:
        self._ouvert.preferences[nom] = valeur

    def actes(self, *, limite: int) -> tuple[Acte, ...]:
        return tuple(Acte(*e) for e in reversed(self._ouvert.evenements))[:limite]

    def noter(self, acte: str, detail: str = "") -> None:
        self._ouvert.evenements.append((self._horloge.maintenant(), acte, detail))

    @property
    def _ouvert(self) -> Etat:
        if self._travail is None:
            raise RuntimeError("a unit of work is used inside its with block")
        return self._travail


class FakeLectures:
    def __init__(self, etat: Etat) -> None:
        self._etat = etat

    def lister(
        self, filtre: Filtre, *, limite: int | None = None, decalage: int = 0
    ) -> Sequence[LigneJournal]:
        fin = None if limite is None else decalage + limite
        return [self._ligne(i) for i in reversed(self._retenues(filtre))][decalage:fin]

    def parcourir(self, filtre: Filtre) -> Iterator[LigneJournal]:
        return (self._ligne(i) for i in self._retenues(filtre))

    def compter(self, filtre: Filtre) -> int:
        return len(self._retenues(filtre))

    def totaliser(self, filtre: Filtre) -> TotauxListe:
        retenues = self._retenues(filtre)
        contenus = [i.contenu for i in retenues if i.compte]
        return TotauxListe(
            interventions=len(contenus),
            participations=sum(c.nb_personnes or 0 for c in contenus),
            minutes=sum(c.duree_min for c in contenus),
            references=sum(len(c.references) for c in contenus),
            annulees=len(retenues) - len(contenus),
        )

    def faits(self, filtre: Filtre) -> Iterator[Fait]:
        return (self._fait(i) for i in self._retenues(filtre) if i.compte)

    def comptes(
        self, filtre: Filtre, periode: Periode, champs: Sequence[str], progress: object = None
    ) -> Comptes:
        return compter(self.faits(filtre), periode, champs)

    def derniers_milieux(self, limite: int) -> Sequence[UUID]:
        milieux = (i.contenu.lieu.milieu for i in reversed(self._retenues(Filtre())))
        return list(dict.fromkeys(m for m in milieux if m is not None))[:limite]

    def _retenues(self, filtre: Filtre) -> list[Intervention]:
        courantes = [revisions[-1] for revisions in self._etat.interventions.values()]
        retenues = [i for i in courantes if self._garde(filtre, i)]
        return sorted(retenues, key=lambda i: i.contenu.date_intervention)

    def _garde(self, f: Filtre, i: Intervention) -> bool:
        c = i.contenu
        milieu = self._etat.milieux.get(c.lieu.milieu) if c.lieu.milieu else None
        organisme = self._etat.organismes.get(c.lieu.organisme) if c.lieu.organisme else None
        return (
            (f.annulees or i.statut is not Statut.ANNULEE)
            and (f.du is None or f.du <= c.date_intervention)
            and (f.au is None or c.date_intervention <= f.au)
            and (not f.mrc or _meme(f.mrc, c.lieu.mrc))
            and (not f.organisme or _designe(f.organisme, organisme))
            and (not f.milieu or _designe(f.milieu, milieu))
            and f.tenure in ("", c.lieu.tenure)
            and f.volet in ("", c.volet)
            and f.activite in ("", c.activite)
            and f.clientele in ("", c.clientele)
            and f.statut in ("", i.statut)
            and _contient(f.texte, (c.note, c.fait_marquant, milieu.nom if milieu else ""))
        )

    def _nom_milieu(self, id_: UUID | None) -> str:
        return self._etat.milieux[id_].nom if id_ else ""

    def _nom_organisme(self, id_: UUID | None) -> str:
        return self._etat.organismes[id_].nom if id_ else ""

    def _communs(self, i: Intervention) -> dict[str, Any]:
        c = i.contenu
        memes = ("duree_min", "activite", "categorie", "type_collectif", "clientele", "modalite",
                 "personne", "problematiques")  # fmt: skip
        return {nom: getattr(c, nom) for nom in memes} | {
            "milieu": self._nom_milieu(c.lieu.milieu),
            "organisme": self._nom_organisme(c.lieu.organisme),
            "tenure": c.lieu.tenure.value,
            "mrc": c.lieu.mrc,
            "categorie_immeuble": c.lieu.categorie_immeuble,
            "volet": c.volet.value,
        }

    def _ligne(self, i: Intervention) -> LigneJournal:
        externes = [externe for id_, externe in self._etat.origines.values() if id_ == i.id]
        return LigneJournal(
            **self._communs(i),
            id=i.id,
            revision=i.revision,
            statut=i.statut,
            date=i.contenu.date_intervention,
            nb_personnes=i.contenu.nb_personnes,
            projet=i.contenu.projet,
            references=i.contenu.references,
            note=i.contenu.note,
            fait_marquant=i.contenu.fait_marquant,
            saisie_le=i.saisie_le,
            id_externe=externes[0] if externes else "",
        )

    def _fait(self, i: Intervention) -> Fait:
        return Fait(
            **self._communs(i),
            date=i.contenu.date_intervention.isoformat(),
            nb_personnes=i.contenu.nb_personnes or 0,
            references=tuple(
                ReferenceFait(r.destination, r.service, r.mode, r.statut)
                for r in i.contenu.references
            ),
        )


class FakeBase:
    """ports.Base in memory; `unites` keeps every unit of work that was handed out."""

    def __init__(self, horloge: Horloge | None = None, etat: Etat | None = None) -> None:
        self.etat = Etat() if etat is None else etat
        self.horloge = horloge or HorlogeFixe()
        self.unites: list[FakeUnitOfWork] = []
        self.fermee = False

    @property
    def lectures(self) -> FakeLectures:
        self._exiger_ouverte()
        return FakeLectures(self.etat)

    def unite(self) -> FakeUnitOfWork:
        self._exiger_ouverte()
        self.unites.append(FakeUnitOfWork(self.etat, self.horloge))
        return self.unites[-1]

    def unite_de_lecture(self) -> FakeUnitOfWork:
        return self.unite()

    def fermer(self) -> None:
        self.fermee = True

    def _exiger_ouverte(self) -> None:
        if self.fermee:
            raise RuntimeError("this file is closed")


def _meme(voulu: str, texte: str) -> bool:
    return bool(cle(voulu)) and cle(voulu) == cle(texte)


def _designe(voulu: str, objet: Milieu | Organisme | None) -> bool:
    return objet is not None and (_meme(voulu, objet.nom) or _meme(voulu, objet.code))


def _contient(texte: str, ou: Iterable[str]) -> bool:
    mots = [mot for source in ou for mot in _MOT.findall(replier(source))]
    return all(
        any(mot.startswith(cherche) for mot in mots) for cherche in _MOT.findall(replier(texte))
    )
