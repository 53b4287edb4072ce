"""Local cards proposed to the region, and the region's decisions.

A name is free text: nothing leaves without a file made for it, whose preview shows the very lines
that are in it. What is decided comes back with the next edition: a new card under the identifier
that the journal gave it, a duplicate as a fusion, a refusal with its reason.
"""

import hashlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import UUID

from journal_scls.application.inscription.identites import Identites, region_acceptee
from journal_scls.application.inscription.ports_inscriptions import Plis
from journal_scls.application.ports import Horloge, UnitOfWork
from journal_scls.application.repertoire.evolutions import codes_pris, ecrire
from journal_scls.application.repertoire.ports_repertoire import (
    FormatPropositions,
    LigneProposition,
)
from journal_scls.application.repertoire.vues import VueRepertoire
from journal_scls.domain.echange.inscription import IdentiteLocale
from journal_scls.domain.echange.partage import texte_sur
from journal_scls.domain.echange.refus import CodeInscription, RefusInscription
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.profil import Role
from journal_scls.domain.repertoire.edition import RefusProposition
from journal_scls.domain.repertoire.fusion import FicheRepertoire, Fusion, genre_de, nom_de
from journal_scls.domain.repertoire.lieux import Milieu, Organisme
from journal_scls.domain.repertoire.partenaires import (
    Comite,
    Projet,
    code_propose,
    est_local,
    exiger_code_regional,
)
from journal_scls.domain.repertoire.proposition import (
    PROPOSITIONS_MAX,
    RAISON_MAX,
    ChoixProposition,
    DecisionProposition,
    EnvoiPropositions,
    Proposition,
    PropositionRecue,
    dernieres,
)
from journal_scls.domain.repertoire.refus import CodeRepertoire, RefusRepertoire


@dataclass(frozen=True, slots=True, kw_only=True)
class ApercuPropositions:
    """What would leave: `lignes` are the very bytes, `condense` what writing may be held to."""

    numero: int
    cartes: tuple[Proposition, ...]
    lignes: tuple[bytes, ...] = field(repr=False)
    condense: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PropositionsLues:
    """One file that was received: how many of its cards were not known yet."""

    journal: UUID
    code: str
    nouvelles: int
    deja_la: int


class Propositions:
    """Propositions, on both sides."""

    def __init__(
        self,
        unite: Callable[[], UnitOfWork],
        identites: Identites,
        plis: Plis,
        format_: FormatPropositions,
        horloge: Horloge,
    ) -> None:
        self._unite = unite
        self._identites = identites
        self._plis = plis
        self._format = format_
        self._horloge = horloge

    # --- the journal

    def apercu(self, objets: Collection[UUID] = ()) -> ApercuPropositions:
        """The very lines that `proposer` would write; changes nothing.

        Args:
            objets: only these cards; all the local ones when empty.

        Raises:
            RefusInscription: this journal is not enrolled.
            RefusRepertoire: there is nothing to propose, or too much.
        """
        with self._unite() as unite:
            return self._apercu(self._preparer(unite, objets)[0])

    def proposer(
        self, sortie: Path, objets: Collection[UUID] = (), *, condense: str = ""
    ) -> ApercuPropositions:
        """Write the file, sealed for the region; what is said again keeps its number.

        Args:
            sortie: the file.
            objets: only these cards; all the local ones when empty.
            condense: that of the preview the person agreed to.

        Raises:
            RefusRepertoire: nothing to propose, too much, or no longer what the preview showed.
        """
        with self._unite() as unite:
            envoi, nouveau = self._preparer(unite, objets)
            apercu = self._apercu(envoi)
            if condense and condense != apercu.condense:
                raise RefusRepertoire(CodeRepertoire.APERCU_CHANGE)
            identite = self._identites.exiger(unite, Role.INTERVENANT)
            region = region_acceptee(unite)
            octets = self._format.sceller(envoi, identite.cle_signature, region.destinataires)
            if nouveau:
                contenu = _en_texte(apercu.lignes)
                unite.propositions.noter_faite(envoi.numero, contenu, self._horloge.maintenant())
                unite.noter("propositions_faites", f"{len(apercu.cartes)}")
            unite.commit()
        self._plis.ecrire(sortie, octets)
        return apercu

    def _preparer(
        self, unite: UnitOfWork, objets: Collection[UUID]
    ) -> tuple[EnvoiPropositions, bool]:
        region = region_acceptee(unite)
        vue = VueRepertoire.lire(unite)
        choisies = [
            fiche
            for fiche in vue.locales
            if (fiche.id in objets if objets else fiche.id not in vue.refus)
        ]
        if not choisies:
            raise RefusRepertoire(CodeRepertoire.RIEN_A_PROPOSER)
        if len(choisies) > PROPOSITIONS_MAX:
            raise RefusRepertoire(CodeRepertoire.TROP_DE_PROPOSITIONS)
        envoi = EnvoiPropositions(
            region=region.uuid,
            journal=unite.profil().id,
            numero=1,
            propositions=tuple(_proposition(vue, fiche) for fiche in choisies),
        )
        derniere = unite.propositions.derniere_faite()
        if derniere is None:
            return envoi, True
        numero, contenu = derniere
        if contenu == _en_texte(self._format.lignes(envoi)):
            return replace(envoi, numero=numero), False
        return replace(envoi, numero=numero + 1), True

    def _apercu(self, envoi: EnvoiPropositions) -> ApercuPropositions:
        lignes = tuple(self._format.lignes(envoi))
        return ApercuPropositions(
            numero=envoi.numero,
            cartes=tuple(self._format.lire(ligne.decode()) for ligne in lignes),
            lignes=lignes,
            condense=hashlib.sha256(b"\n".join(lignes)).hexdigest(),
        )

    # --- the coordination

    def recevoir(self, fichier: Path) -> PropositionsLues:
        """Take a file of propositions in; twice the same changes nothing.

        Raises:
            RefusInscription: it is not one, or not from a journal of this region.
        """
        octets = self._plis.lire(fichier)
        with self._unite() as unite:
            identite = self._identites.exiger(unite, Role.COORDINATION)
            envoi, cle = self._format.ouvrir(octets, identite.identites_age)
            code = _exiger_journal(unite, identite, envoi, cle)
            nouvelles = sum(
                unite.propositions.recevoir(
                    LigneProposition(
                        journal=envoi.journal,
                        objet=proposition.objet,
                        empreinte=self._format.empreinte(proposition),
                        numero=envoi.numero,
                        contenu=self._format.ecrire(proposition),
                        recue_le=self._horloge.maintenant(),
                    )
                )
                for proposition in envoi.propositions
            )
            unite.commit()
        return PropositionsLues(
            journal=envoi.journal,
            code=code,
            nouvelles=nouvelles,
            deja_la=len(envoi.propositions) - nouvelles,
        )

    def lister(self, *, toutes: bool = False) -> tuple[PropositionRecue, ...]:
        """The last version of each card that waits for a decision; with `toutes`, decided too."""
        with self._unite() as unite:
            recues = dernieres(map(self._recue, unite.propositions.recues()))
        return tuple(recue for recue in recues if toutes or recue.decision is None)

    def decider(
        self,
        objet: UUID,
        choix: ChoixProposition,
        *,
        raison: str = "",
        vers: UUID | None = None,
        code: str = "",
    ) -> PropositionRecue:
        """Record a decision, and put it in the directory; the next edition tells the journals.

        Args:
            objet: the card.
            choix: new, a duplicate, or refused.
            raison: why; the journals read it when it is refused.
            vers: the card that it repeats.
            code: the region's code of a new project or committee; made of its title if empty.

        Raises:
            RegleMetier: unknown proposition, or a decision that does not hold.
        """
        decision = DecisionProposition(
            choix=choix,
            raison=texte_sur(raison, RAISON_MAX),
            vers=vers,
            le=self._horloge.maintenant(),
        )
        with self._unite() as unite:
            self._identites.exiger(unite, Role.COORDINATION)
            recue = self._trouver(unite, objet)
            vue = VueRepertoire.lire(unite)
            unite.editions.defusionner(objet)
            if choix is ChoixProposition.NOUVELLE:
                ecrire(unite, [_acceptee(vue, recue.proposition, code)])
            elif vers is not None:
                unite.editions.fusionner(_doublon(vue, recue.proposition.fiche, vers))
            ligne = self._ligne(recue)
            unite.propositions.decider(ligne, decision)
            unite.noter("proposition_decidee", f"{objet} {choix}")
            unite.commit()
        return replace(recue, decision=decision)

    def _trouver(self, unite: UnitOfWork, objet: UUID) -> PropositionRecue:
        recues = dernieres(map(self._recue, unite.propositions.recues()))
        trouvee = next((recue for recue in recues if recue.objet == objet), None)
        if trouvee is None:
            raise RegleMetier(
                "Aucune proposition ne porte cet identifiant.",
                "Vérifiez-le avec la commande « repertoire propositions ».",
                champ="objet",
            )
        return trouvee

    def _recue(self, ligne: LigneProposition) -> PropositionRecue:
        return PropositionRecue(
            journal=ligne.journal,
            numero=ligne.numero,
            empreinte=ligne.empreinte,
            proposition=self._format.lire(ligne.contenu),
            recue_le=ligne.recue_le,
            decision=ligne.decision,
        )

    def _ligne(self, recue: PropositionRecue) -> LigneProposition:
        return LigneProposition(
            journal=recue.journal,
            objet=recue.objet,
            empreinte=recue.empreinte,
            numero=recue.numero,
            contenu=self._format.ecrire(recue.proposition),
            recue_le=recue.recue_le,
        )


def refus_decides(unite: UnitOfWork) -> tuple[RefusProposition, ...]:
    """The refusals that hold, for the next edition: an identifier and a reason, no name."""
    derniers: dict[UUID, tuple[int, DecisionProposition | None]] = {}
    for ligne in unite.propositions.recues():
        connue = derniers.get(ligne.objet)
        if connue is None or ligne.numero >= connue[0]:
            derniers[ligne.objet] = (ligne.numero, ligne.decision)
    return tuple(
        RefusProposition(objet=objet, raison=decision.raison)
        for objet, (_, decision) in derniers.items()
        if decision is not None and decision.choix is ChoixProposition.REFUSEE
    )


def _proposition(vue: VueRepertoire, fiche: FicheRepertoire) -> Proposition:
    """A card and the names of what it names; what the region has never heard of too."""
    suivie = vue.fusions.suivre(fiche)
    cites = dict.fromkeys(_cites(suivie))
    return Proposition(fiche=suivie, noms=tuple((id_, vue.nom(id_)) for id_ in cites))


def _cites(fiche: FicheRepertoire) -> "Sequence[UUID]":
    if isinstance(fiche, Organisme):
        return [fiche.successeur] if fiche.successeur else []
    if isinstance(fiche, Milieu):
        return [etat.organisme for etat in fiche.etats if etat.organisme]
    if isinstance(fiche, Projet):
        return [*fiche.milieux, *fiche.partenaires]
    return []


def _exiger_journal(
    unite: UnitOfWork, identite: IdentiteLocale, envoi: EnvoiPropositions, cle: bytes
) -> str:
    """The code of the journal that signed, which must be one of ours and the one it says."""
    if envoi.region != identite.id:
        raise RefusInscription(CodeInscription.AUTRE_REGION)
    journal = unite.inscriptions.journal_de(cle)
    inscription = unite.inscriptions.inscription(envoi.journal)
    if journal is None or inscription is None:
        raise RefusInscription(CodeInscription.JOURNAL_INCONNU)
    if journal != envoi.journal:
        raise RefusInscription(CodeInscription.SIGNATURE_INVALIDE)
    if unite.inscriptions.revocations(journal):
        raise RefusInscription(CodeInscription.JOURNAL_REVOQUE)
    return inscription.code


def _acceptee(vue: VueRepertoire, proposition: Proposition, code: str) -> FicheRepertoire:
    """The card as the region takes it: its own code, and only what it knows named."""
    fiche = _sans_inconnus(vue, proposition.fiche)
    if not isinstance(fiche, Projet | Comite):
        return fiche
    pris = codes_pris(vue.toutes.values(), sauf=fiche.id)
    code = code or code_propose(fiche.titre, pris, local=False)
    exiger_code_regional(code)
    if code in pris:
        raise RegleMetier(
            f"Le code « {code} » est déjà pris.", "Choisissez-en un autre.", champ="code"
        )
    regionaux = tuple(c for c in fiche.anciens_codes if not est_local(c))
    return replace(fiche, code=code, anciens_codes=regionaux)


def _sans_inconnus(vue: VueRepertoire, fiche: FicheRepertoire) -> FicheRepertoire:
    """What a card names is kept when the region has it, or decided it is another one."""

    def connu(id_: UUID | None) -> bool:
        return id_ is not None and vue.fusions.courant(id_) in vue.toutes

    if isinstance(fiche, Organisme) and not connu(fiche.successeur):
        fiche = replace(fiche, successeur=None)
    elif isinstance(fiche, Milieu):
        etats = (e if connu(e.organisme) else replace(e, organisme=None) for e in fiche.etats)
        fiche = replace(fiche, etats=tuple(etats))
    elif isinstance(fiche, Projet):
        fiche = replace(
            fiche,
            milieux=tuple(filter(connu, fiche.milieux)),
            partenaires=tuple(filter(connu, fiche.partenaires)),
        )
    return vue.fusions.suivre(fiche)


def _doublon(vue: VueRepertoire, fiche: FicheRepertoire, vers: UUID) -> Fusion:
    cible = vue.fiche(vers)
    if genre_de(cible) is not genre_de(fiche) or cible.id == fiche.id:
        raise RegleMetier(
            f"« {nom_de(cible)} » n'est pas une fiche du même genre.",
            "Choisissez la fiche que la proposition répète.",
            champ="vers",
        )
    return Fusion(genre=genre_de(fiche), de=fiche.id, vers=cible.id)


def _en_texte(lignes: Sequence[bytes]) -> str:
    return "\n".join(ligne.decode() for ligne in lignes)
