"""The details of a card: what it is, what it was, where it comes from."""

from collections.abc import Iterator

from journal_scls.domain.repertoire.fusion import FicheRepertoire, nom_de
from journal_scls.domain.repertoire.lieux import Milieu, Organisme
from journal_scls.gui.jours import jour_long
from journal_scls.gui.pages.repertoire.lecture import LectureRepertoire
from journal_scls.gui.texte_riche import liste, paragraphe, phrase, titre
from journal_scls.gui.traduction import deux_points, tr

_MILIEUX_MAX = 40


def fiche_en_html(lecture: LectureRepertoire, fiche: FicheRepertoire) -> str:
    """Everything about a card, for the details pane."""
    return "".join(_parties(lecture, fiche))


def _parties(lecture: LectureRepertoire, fiche: FicheRepertoire) -> Iterator[str]:
    vue = lecture.vue
    yield titre(nom_de(fiche))
    if fiche.a_verifier:
        yield phrase(tr("À vérifier : créée en passant, par une saisie ou une reprise."), gras=True)
    for quoi, mots in lecture.mots.lignes(fiche):
        yield paragraphe(quoi, mots)
    if isinstance(fiche, Milieu) and len(fiche.etats) > 1:
        yield titre(tr("Historique"))
        yield liste(_historique(lecture, fiche))
        yield phrase(tr("Une intervention compte sous ce que le milieu était ce jour-là."))
    elif isinstance(fiche, Organisme):
        yield from _milieux(lecture, fiche)
    yield titre(tr("Provenance"))
    yield phrase(_provenance(lecture, fiche))
    if fiche.id in vue.refus:
        yield paragraphe(tr("La région ne la prend pas"), vue.refus[fiche.id])
    fondues = [nom_de(vue.toutes[f.de]) for f in vue.fusions.toutes
               if f.de in vue.toutes and vue.fusions.courant(f.de) == fiche.id]  # fmt: skip
    if fondues:
        yield paragraphe(tr("Fiches fusionnées avec elle"), ", ".join(fondues))


def _historique(lecture: LectureRepertoire, milieu: Milieu) -> Iterator[str]:
    for etat in reversed(milieu.etats):
        depuis = (
            tr("Depuis le {depuis}", depuis=jour_long(etat.depuis)) if etat.depuis else tr("Avant")
        )
        yield deux_points(depuis, lecture.mots.etat(etat))


def _milieux(lecture: LectureRepertoire, organisme: Organisme) -> Iterator[str]:
    vue = lecture.vue
    noms = [
        milieu.nom
        for milieu in vue.milieux
        if (de := milieu.etats[-1].organisme) and vue.fusions.courant(de) == organisme.id
    ]
    if noms:
        yield titre(tr("{n} milieu", "{n} milieux", len(noms)))
        reste = len(noms) - _MILIEUX_MAX
        suite = (
            [tr("et {compte}", compte=tr("{n} autre", "{n} autres", reste))] if reste > 0 else []
        )
        yield liste([*noms[:_MILIEUX_MAX], *suite])


def _provenance(lecture: LectureRepertoire, fiche: FicheRepertoire) -> str:
    if lecture.regionale(fiche):
        return tr("Répertoire de la région : la coordination seule la change.")
    return tr("Faite ici; vous pouvez la changer.")
