"""What happens to cards over time, in the transaction of whoever asks (who commits).

Entries say what was true on their day and never move: a succession or a move only changes what
the next ones will say.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

from journal_scls.application.ports import UnitOfWork
from journal_scls.application.repertoire.vues import VueRepertoire
from journal_scls.domain.errors import RegleMetier
from journal_scls.domain.profil import Role
from journal_scls.domain.repertoire.fusion import FicheRepertoire, Fusion, Fusions, genre_de
from journal_scls.domain.repertoire.lieux import EtatMilieu, Milieu, Organisme
from journal_scls.domain.repertoire.partenaires import (
    Comite,
    Projet,
    ServicePartenaire,
    StatutProjet,
    est_local,
    exiger_code_regional,
)

_F = TypeVar("_F", Organisme, Milieu, ServicePartenaire, Projet, Comite)


def enregistrer(unite: UnitOfWork, fiches: Iterable[FicheRepertoire]) -> None:
    """Keep cards, new or changed, of any kind.

    Raises:
        RegleMetier: a card is the region's, or a code is taken or not one that may be made here.
    """
    fiches = tuple(fiches)
    vue = VueRepertoire.lire(unite)
    for fiche in fiches:
        exiger_a_nous(vue, fiche.id)
        if isinstance(fiche, Projet | Comite):
            _exiger_code(unite, vue, fiche)
    ecrire(unite, fiches)


def ecrire(unite: UnitOfWork, fiches: Iterable[FicheRepertoire]) -> None:
    """Keep cards as they are; whoever asks answers for them."""
    fiches = tuple(fiches)
    # Organismes first: the others refer to them.
    unite.repertoire.enregistrer_organismes(_de(fiches, Organisme))
    unite.repertoire.enregistrer_milieux(_de(fiches, Milieu))
    unite.partenaires.enregistrer_services(_de(fiches, ServicePartenaire))
    unite.partenaires.enregistrer_projets(_de(fiches, Projet))
    unite.partenaires.enregistrer_comites(_de(fiches, Comite))


def succeder(unite: UnitOfWork, ancien: UUID, nouveau: UUID, le: date) -> tuple[Milieu, ...]:
    """From that day on an organisme is another one, and its milieux are the other's.

    Returns:
        The milieux that changed hands.

    Raises:
        RegleMetier: an organisme is unknown, the region's, or would succeed itself.
    """
    vue = VueRepertoire.lire(unite)
    avant, apres = _organisme(vue, ancien), _organisme(vue, nouveau)
    exiger_a_nous(vue, avant.id)
    if avant.id in _lignee(vue, apres):
        raise RegleMetier(
            "Un organisme ne peut pas se succéder à lui-même.", "Choisissez un autre successeur."
        )
    finie = replace(avant, successeur=apres.id, valide_au=le - timedelta(days=1))
    deplaces = qui_suivent(vue, finie, le)
    ecrire(unite, (finie, *deplaces))
    unite.noter("organisme_remplace", str(avant.id))
    return deplaces


def qui_suivent(vue: VueRepertoire, ancien: Organisme, le: date) -> tuple[Milieu, ...]:
    """The milieux that change hands that day, as they become; changes nothing.

    Args:
        vue: the directory.
        ancien: the organisme that ends, its successor named.
        le: first day of the successor.
    """
    return tuple(
        change
        for milieu in vue.milieux
        if milieu.id not in vue.publies
        and (change := _changer_de_mains(milieu, ancien, le, vue.fusions))
    )


def deplacer(unite: UnitOfWork, id_: UUID, etat: EtatMilieu) -> Milieu:
    """A milieu becomes something else from `etat.depuis` on (organisme, MRC, dwellings…).

    Raises:
        RegleMetier: no such milieu, or it is the region's.
    """
    vue = VueRepertoire.lire(unite)
    milieu = vue.fiche(id_)
    if not isinstance(milieu, Milieu):
        raise RegleMetier("Cette fiche n'est pas un milieu.", "Choisissez un milieu.", champ="id")
    exiger_a_nous(vue, milieu.id)
    autres = [e for e in milieu.etats if e.depuis != etat.depuis]
    deplace = replace(milieu, etats=_en_ordre([*autres, etat]))
    ecrire(unite, [deplace])
    unite.noter("milieu_change", str(milieu.id))
    return deplace


def clore(unite: UnitOfWork, id_: UUID, le: date) -> FicheRepertoire:
    """That day is the last one of an organisme, a service, a project or a committee.

    Raises:
        RegleMetier: no such card, a milieu, the region's, or it would end before it starts.
    """
    vue = VueRepertoire.lire(unite)
    fiche = vue.fiche(id_)
    exiger_a_nous(vue, fiche.id)
    close: FicheRepertoire
    if isinstance(fiche, Milieu):
        raise RegleMetier(
            "Un milieu ne se ferme pas : ses entrées le nomment encore.",
            "Écrivez plutôt ce qu'il est devenu, avec sa date.",
            champ="id",
        )
    if isinstance(fiche, Projet):
        close = replace(fiche, fin=le, statut=StatutProjet.TERMINE)
    elif isinstance(fiche, Comite):
        close = replace(fiche, fin=le)
    else:
        close = replace(fiche, valide_au=le)
    ecrire(unite, [close])
    return close


def confirmer(unite: UnitOfWork, id_: UUID) -> FicheRepertoire:
    """A person looked at a card: it is no longer to be verified.

    Raises:
        RegleMetier: no such card.
    """
    fiche = replace(VueRepertoire.lire(unite).fiche(id_), a_verifier=False)
    ecrire(unite, [fiche])
    return fiche


def fusionner(unite: UnitOfWork, de: UUID, vers: UUID) -> Fusion:
    """Fold a card into another of its kind; entries that name it are read as naming the other.

    Raises:
        RegleMetier: unknown, of two kinds, the region's, or already folded.
    """
    vue = VueRepertoire.lire(unite)
    vue.fusions.exiger_possible(de, vers)
    avant, apres = vue.fiche(de), vue.fiche(vers)
    if genre_de(avant) is not genre_de(apres):
        raise RegleMetier(
            "Ces deux fiches ne sont pas du même genre.", "Choisissez deux fiches semblables."
        )
    exiger_a_nous(vue, avant.id)
    fusion = Fusion(genre=genre_de(avant), de=avant.id, vers=apres.id)
    unite.editions.fusionner(fusion)
    unite.noter("fiches_fusionnees", f"{fusion.de} {fusion.vers}")
    return fusion


def defusionner(unite: UnitOfWork, de: UUID) -> None:
    """Give back a card that was folded here.

    Raises:
        RegleMetier: it was not, or the region decided it.
    """
    trouvee = next((f for f in unite.editions.fusions().toutes if f.de == de), None)
    if trouvee is None:
        raise RegleMetier("Cette fiche n'est pas fusionnée.", "Il n'y a rien à défaire.")
    if trouvee.regionale:
        raise RegleMetier(
            "Cette fusion vient de la région.", "Demandez à votre coordination de la défaire."
        )
    unite.editions.defusionner(de)
    unite.noter("fusion_defaite", str(de))


def exiger_a_nous(vue: VueRepertoire, id_: UUID) -> None:
    """Let a change pass.

    Raises:
        RegleMetier: the card is the region's, and its next edition would undo the change.
    """
    if id_ in vue.publies:
        raise RegleMetier(
            "Cette fiche vient du répertoire de la région.",
            "Demandez à votre coordination de la corriger.",
            champ="id",
        )


def codes_pris(fiches: Iterable[FicheRepertoire], sauf: UUID | None = None) -> set[str]:
    """Codes of projects and committees that cannot be given again."""
    return {
        code
        for fiche in fiches
        if isinstance(fiche, Projet | Comite) and fiche.id != sauf
        for code in (fiche.code, *fiche.anciens_codes)
    }


def _exiger_code(unite: UnitOfWork, vue: VueRepertoire, fiche: Projet | Comite) -> None:
    if unite.profil().role is Role.COORDINATION:
        exiger_code_regional(fiche.code)
    elif not est_local(fiche.code):
        raise RegleMetier(
            "Le code d'un projet local commence par « L_ » ; la région donne les autres.",
            f"Écrivez par exemple « L_{fiche.code[:18]} ».",
            champ="code",
        )
    if fiche.code in codes_pris(vue.toutes.values(), sauf=fiche.id):
        raise RegleMetier(
            f"Le code « {fiche.code} » est déjà pris.", "Choisissez-en un autre.", champ="code"
        )


def _de(fiches: Iterable[FicheRepertoire], genre: type[_F]) -> list[_F]:
    return [fiche for fiche in fiches if isinstance(fiche, genre)]


def _organisme(vue: VueRepertoire, id_: UUID) -> Organisme:
    fiche = vue.fiche(id_)
    if not isinstance(fiche, Organisme):
        raise RegleMetier(
            "Cette fiche n'est pas un organisme.", "Choisissez un organisme.", champ="id"
        )
    return fiche


def _lignee(vue: VueRepertoire, organisme: Organisme) -> set[UUID]:
    """An organisme and all those that succeed it."""
    vus = {organisme.id}
    while organisme.successeur is not None and organisme.successeur not in vus:
        vus.add(organisme.successeur)
        organisme = _organisme(vue, organisme.successeur)
    return vus


def _changer_de_mains(
    milieu: Milieu, ancien: Organisme, le: date, fusions: Fusions
) -> Milieu | None:
    """The same milieu with the successor from that day on; None when it was not the old one's."""

    def du_vieux(etat: EtatMilieu) -> bool:
        return etat.organisme is not None and fusions.courant(etat.organisme) == ancien.id

    etats = [
        replace(etat, organisme=ancien.successeur)
        if du_vieux(etat) and (etat.depuis or date.min) >= le
        else etat
        for etat in milieu.etats
    ]
    du_jour = milieu.etat_le(le)
    if du_vieux(du_jour) and (du_jour.depuis or date.min) < le:
        etats.append(replace(du_jour, depuis=le, organisme=ancien.successeur))
    ordonnes = _en_ordre(etats)
    return None if ordonnes == milieu.etats else replace(milieu, etats=ordonnes)


def _en_ordre(etats: Iterable[EtatMilieu]) -> tuple[EtatMilieu, ...]:
    return tuple(sorted(etats, key=lambda e: e.depuis or date.min))
