"""What the fields say as the content of an entry, or what they lack, field by field."""

from dataclasses import dataclass, replace
from datetime import date

from journal_scls.domain.journal.intervention import TRANCHES_AGE, Contenu, Volet
from journal_scls.domain.journal.regles import verifier
from journal_scls.domain.repertoire.lieux import SANS_MILIEU, Lieu
from journal_scls.domain.texte import normaliser
from journal_scls.domain.vocabulaire import Vocabulaires
from journal_scls.gui.pages.saisie import choix as saisie_choix
from journal_scls.gui.pages.saisie.champs import Champs
from journal_scls.gui.pages.saisie.choix import ChoixRepertoire
from journal_scls.gui.traduction import dite, tr

# The fields that the form does not show are said beside the one they depend on.
_VOISINS = {
    "tenure": "milieu",
    "mrc": "milieu",
    "categorie_immeuble": "milieu",
}


@dataclass(frozen=True)
class Lecture:
    """The content when nothing is missing, else the sentence of each field at fault."""

    contenu: Contenu | None
    fautes: dict[str, str]


def lire(
    champs: Champs,
    repertoire: ChoixRepertoire,
    vocabulaires: Vocabulaires,
    base: Contenu | None = None,
) -> Lecture:
    """Read every field.

    Args:
        champs: the fields.
        repertoire: the places.
        vocabulaires: what the rules look at.
        base: the content being corrected; what the form does not show comes from it.
    """
    fautes = dict(_manques(champs, base))
    contenu = _contenu(champs, repertoire, base)
    for manquement in verifier(contenu, vocabulaires):
        fautes.setdefault(
            _VOISINS.get(manquement.champ, manquement.champ), dite(manquement.message)
        )
    return Lecture(None if fautes else contenu, fautes)


def _manques(champs: Champs, base: Contenu | None) -> list[tuple[str, str]]:
    """What the rules of the domain cannot see: a field that says nothing or cannot be read."""
    manques = [("milieu", _manque_milieu(champs))]
    manques.append(("activite", "" if champs.activite.value() else tr("Choisissez l’activité.")))
    manques.append(
        ("clientele", "" if champs.clientele.value() else tr("Choisissez la clientèle."))
    )
    duree = champs.duree.error() or ("" if champs.duree.value() else tr("Écrivez la durée."))
    manques.append(("duree_min", duree))
    manques.append(("references", champs.references.manquement()))
    manques.append(("date", champs.date.error()))
    manques.append(("volet", "" if champs.volet.value() else tr("Choisissez le volet.")))
    manques.append(("nb_personnes", _manque_personnes(champs, base)))
    numeriques = ("nb_nouvelles", "tranches", "roles", "suivi_le")
    manques += [(nom, getattr(champs, nom).error()) for nom in numeriques]
    manques += [("note", champs.note.error()), ("fait_marquant", champs.fait_marquant.error())]
    return [(champ, message) for champ, message in manques if message]


def _manque_milieu(champs: Champs) -> str:
    if champs.milieu.value() == saisie_choix.NOUVEAU_MILIEU:
        return tr("Ajoutez d’abord le nouveau milieu, ou choisissez-en un autre.")
    return "" if champs.milieu.value() else tr("Choisissez le milieu, ou « Sans milieu ».")


def _manque_personnes(champs: Champs, base: Contenu | None) -> str:
    """An old journal may not have said how many; nobody has to invent it when correcting."""
    if erreur := champs.nb_personnes.error():
        return erreur
    inconnu = base is not None and base.nb_personnes is None
    if champs.nb_personnes.value() is None and not inconnu:
        return tr("Écrivez le nombre de personnes présentes.")
    return ""


def _contenu(champs: Champs, repertoire: ChoixRepertoire, base: Contenu | None) -> Contenu:
    jour: date = champs.date.value() or date.min
    volet = Volet(champs.volet.value() or Volet.INDIVIDUEL)
    collectif = volet is Volet.COLLECTIF
    contenu = base or Contenu(
        date_intervention=jour, duree_min=0, volet=volet, activite="", categorie="", clientele=""
    )
    return replace(
        contenu,
        date_intervention=jour,
        duree_min=champs.duree.value() or 1,
        lieu=_lieu(champs, repertoire, jour, base),
        volet=volet,
        activite=champs.activite.value() or "",
        categorie=champs.categorie.value() or "",
        type_collectif=(champs.type_collectif.value() or "") if collectif else "",
        clientele=champs.clientele.value() or "",
        activites_secondaires=champs.activites_secondaires.codes(),
        clienteles_autres=champs.clienteles_autres.codes(),
        problematiques=champs.problematiques.codes(),
        modalite=champs.modalite.value() or "",
        nb_personnes=champs.nb_personnes.value(),
        nb_nouvelles=champs.nb_nouvelles.value(),
        tranches=_tranches(champs, contenu),
        roles=champs.roles.counts(),
        projet=champs.projet.value() or "",
        references=champs.references.lire(),
        personne=normaliser(champs.personne.text()),
        suivi=normaliser(champs.suivi.text()),
        suivi_le=champs.suivi_le.value(),
        source_financement=normaliser(champs.source_financement.text()),
        note=normaliser(champs.note.text()),
        fait_marquant=normaliser(champs.fait_marquant.text()),
    )


def _tranches(champs: Champs, contenu: Contenu) -> tuple[int, ...]:
    """All five or none; five zeros that were there stay, since the form cannot tell them."""
    comptes = dict(champs.tranches.counts())
    if comptes:
        return tuple(comptes.get(tranche, 0) for tranche in TRANCHES_AGE)
    return () if any(contenu.tranches) else contenu.tranches


def _lieu(champs: Champs, repertoire: ChoixRepertoire, jour: date, base: Contenu | None) -> Lieu:
    """As of the date. An entry keeps what was true of its place unless its place or date moves."""
    milieu = repertoire.milieu(champs.milieu.value())
    if milieu is None:
        garde = base is not None and base.lieu.milieu is None
        return base.lieu if base is not None and garde else SANS_MILIEU
    ou = base.lieu.milieu if base is not None else None
    meme = ou is not None and repertoire.courant(ou) == milieu.id
    if base is not None and meme and base.date_intervention == jour:
        return base.lieu
    return milieu.lieu_le(jour)
