"""What taking an edition in changed, in words that a person can check."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from journal_scls.application.repertoire.vues import VueRepertoire
from journal_scls.domain.repertoire.fusion import FicheRepertoire, GenreFiche, genre_de, nom_de
from journal_scls.domain.repertoire.lieux import Milieu, Organisme
from journal_scls.domain.repertoire.partenaires import Comite, Projet
from journal_scls.domain.texte import accorder

_AJOUTS = {
    GenreFiche.ORGANISME: ("organisme ajouté", "organismes ajoutés"),
    GenreFiche.MILIEU: ("milieu ajouté", "milieux ajoutés"),
    GenreFiche.SERVICE: ("service partenaire ajouté", "services partenaires ajoutés"),
    GenreFiche.PROJET: ("projet ajouté", "projets ajoutés"),
    GenreFiche.COMITE: ("comité ajouté", "comités ajoutés"),
}


@dataclass(frozen=True, slots=True)
class Changement:
    """One sentence; `genre` is '' when it is about no card."""

    genre: str
    phrase: str


def comparer(avant: VueRepertoire, apres: VueRepertoire) -> tuple[Changement, ...]:
    """Everything that is not as it was, additions counted, the rest one by one."""
    nouvelles = [f for f in apres.courantes if f.id not in avant.toutes]
    comptes = Counter(genre_de(fiche) for fiche in nouvelles)
    ajouts = [Changement(g.value, accorder(comptes[g], *_AJOUTS[g])) for g in _AJOUTS if comptes[g]]
    changes = [
        Changement(genre_de(fiche).value, f"« {nom_de(fiche)} » : {phrase}.")
        for fiche in apres.toutes.values()
        if fiche.id in avant.toutes
        for phrase in _phrases(avant, apres, fiche)
    ]
    return (*ajouts, *changes, *_fusions(avant, apres), *_refus(avant, apres))


def _phrases(avant: VueRepertoire, apres: VueRepertoire, fiche: FicheRepertoire) -> Iterator[str]:
    ancienne = avant.toutes[fiche.id]
    if fiche.id in apres.publies and fiche.id not in avant.publies:
        yield "prise au répertoire de la région"
    if nom_de(ancienne) != nom_de(fiche):
        yield f"s'appelait « {nom_de(ancienne)} »"
    if isinstance(fiche, Organisme) and isinstance(ancienne, Organisme):
        yield from _de_l_organisme(apres, ancienne, fiche)
    elif isinstance(fiche, Milieu) and isinstance(ancienne, Milieu):
        yield from _du_milieu(apres, ancienne, fiche)
    codes = [f.code for f in (ancienne, fiche) if isinstance(f, Projet | Comite)]
    if len(set(codes)) > 1:
        yield f"son code est maintenant {codes[-1]}"
    if _reste_change(ancienne, fiche):
        yield "sa description a changé"


def _de_l_organisme(apres: VueRepertoire, avant: Organisme, fiche: Organisme) -> Iterator[str]:
    if fiche.successeur not in (None, avant.successeur):
        quand = f" après le {fiche.valide_au.isoformat()}" if fiche.valide_au else ""
        yield f"remplacé par « {apres.nom(fiche.successeur)} »{quand}"


def _du_milieu(apres: VueRepertoire, avant: Milieu, fiche: Milieu) -> Iterator[str]:
    """The number of dwellings is told apart: it decides whether a day may leave in a lot."""
    etat, ancien = fiche.etats[-1], avant.etats[-1]
    if etat.nb_logements != ancien.nb_logements:
        yield f"{_logements(etat.nb_logements)} ({_logements(ancien.nb_logements)} avant)"
    for neuf, vieux in zip_longest(fiche.etats, avant.etats):
        if neuf is None or (vieux and neuf == replace(vieux, nb_logements=neuf.nb_logements)):
            continue
        depuis = f"depuis le {neuf.depuis.isoformat()}" if neuf.depuis else "depuis toujours"
        lieu = ", ".join(filter(None, (apres.nom(neuf.organisme), neuf.mrc, neuf.tenure.value)))
        yield f"{lieu}, {depuis}"


def _logements(nombre: int | None) -> str:
    return "logements inconnus" if nombre is None else accorder(nombre, "logement")


def _reste_change(avant: FicheRepertoire, apres: FicheRepertoire) -> bool:
    """Whether something that has no sentence of its own is different."""
    if type(avant) is not type(apres):
        return False
    dits = {"nom", "titre", "a_verifier", "etats", "successeur", "valide_au", "code",
            "anciens_codes"}  # fmt: skip
    if not isinstance(apres, Organisme):
        dits -= {"valide_au"}
    champs = [c for c in apres.__dataclass_fields__ if c not in dits]
    return any(getattr(avant, champ) != getattr(apres, champ) for champ in champs)


def _fusions(avant: VueRepertoire, apres: VueRepertoire) -> Iterator[Changement]:
    anciennes = {(f.de, f.vers) for f in avant.fusions.toutes}
    for fusion in apres.fusions.toutes:
        if (fusion.de, fusion.vers) not in anciennes and fusion.de in apres.toutes:
            phrase = (
                f"« {nom_de(apres.toutes[fusion.de])} » est maintenant la même fiche que "
                f"« {apres.nom(fusion.vers)} »."
            )
            yield Changement(fusion.genre.value, phrase)
    for fusion in avant.fusions.toutes:
        if not apres.fusions.fondu(fusion.de) and fusion.de in apres.toutes:
            phrase = f"« {apres.nom(fusion.de)} » redevient une fiche à part."
            yield Changement(fusion.genre.value, phrase)


def _refus(avant: VueRepertoire, apres: VueRepertoire) -> Sequence[Changement]:
    return [
        Changement(
            genre_de(apres.toutes[objet]).value,
            f"« {nom_de(apres.toutes[objet])} » n'est pas pris par la région : {raison}",
        )
        for objet, raison in apres.refus.items()
        if objet in apres.toutes and avant.refus.get(objet) != raison
    ]
