"""« Rattacher un journal à la région : marche à suivre »: one page, for both ends of the line.

It never holds anybody's digits: what is read on paper was not heard from the right person.
"""

from collections.abc import Iterator
from pathlib import Path

from reportlab.platypus import Flowable, Spacer

from journal_scls.domain.echange.procedure import Procedure
from journal_scls.domain.typographie import francais
from journal_scls.reports.page import styles
from journal_scls.reports.page.blocs import Figure, Puces, Texte, section, texte
from journal_scls.reports.page.montage import Cartouche, monter
from journal_scls.reports.polices import GRASSE, baliser, enregistrer
from journal_scls.reports.qr import dessin

_TITRE = "Rattacher un journal à la région : marche à suivre"
_COTE_QR = 176.0
_ETAPE = styles.CORPS.clone("etape", fontSize=10.5, leading=15, spaceAfter=4)
_COORDINATION, _INTERVENANT, _TELEPHONE = "Coordination", "Intervenant", "Au téléphone"
_INVITER = (
    "rubrique « Journaux », faites une invitation et donnez le fichier à l'intervenant, par "
    "courriel ou sur une clé USB. Une invitation sert à un seul journal."
)
_ENTENDRE_LA_REGION = (
    "l'intervenant appelle la coordination à un numéro qu'il connaît déjà. La coordination dicte "
    "ses 30 chiffres; l'intervenant les tape à mesure."
)
_ENTENDRE_LE_JOURNAL = (
    "l'intervenant dicte à son tour ses 30 chiffres; la coordination choisit la demande et les "
    "tape à mesure."
)
_REJOINDRE = "choisissez l'acceptation. Le journal est rattaché : les lots peuvent partir."
_ETAPES = (
    (_COORDINATION, _INVITER),
    (_INTERVENANT, "rubrique « Envoi à la région », choisissez l'invitation."),
    (_TELEPHONE, _ENTENDRE_LA_REGION),
    (_INTERVENANT, "enregistrez la demande et donnez ce fichier à la coordination."),
    (_TELEPHONE, _ENTENDRE_LE_JOURNAL),
    (_COORDINATION, "enregistrez l'acceptation et donnez ce fichier à l'intervenant."),
    (_INTERVENANT, _REJOINDRE),
)
_OU_SONT_LES_CHIFFRES = (
    "Vos chiffres sont dans la fenêtre, à la même rubrique. On tape ce que l'on entend; on ne "
    "lit jamais les chiffres de l'autre dans un courriel ou sur un papier."
)
_SI_DIFFERENTS = (
    "Si les chiffres ne concordent pas, faites-les redicter. S'ils diffèrent encore, arrêtez : "
    "le fichier n'est pas celui de la bonne personne."
)
_PERDU = "Un fichier perdu se refait : chaque étape peut être reprise sans rien abîmer."
_PRUDENCE = (_OU_SONT_LES_CHIFFRES, _SI_DIFFERENTS, _PERDU)
_QR = (
    "Ce code contient l'invitation elle-même, en clair : elle n'a rien de secret. Lue par un "
    "téléphone et enregistrée telle quelle, elle se prend comme le fichier."
)


def ecrire_procedure(procedure: Procedure, polices_dir: Path) -> bytes:
    """The page as a PDF file."""
    enregistrer(polices_dir)
    profil = procedure.profil
    cartouche = Cartouche(
        titre=_TITRE,
        auteur=profil.titre,
        gauche="Journal SCLS",
        droite=profil.titre,
        etabli_le=procedure.etablie_le,
        demo=profil.demo,
    )
    return monter(_contenu(procedure), cartouche)


def _contenu(procedure: Procedure) -> Iterator[Flowable]:
    yield texte(_TITRE, styles.TITRE.clone("titre_procedure", fontSize=17, leading=22))
    yield texte(
        "Trois petits fichiers et deux dictées au téléphone, une fois pour toutes.",
        styles.SOUS_TITRE,
    )
    yield from section("Les étapes, dans l'ordre")
    for rang, (qui, quoi) in enumerate(_ETAPES, start=1):
        gras = f'<font name="{GRASSE}">{rang}. {baliser(francais(qui))}</font>'
        yield Texte(f"{gras} : {baliser(francais(quoi))}", _ETAPE)
    yield from section("À retenir")
    yield Puces(_PRUDENCE, styles.SOUS_TITRE)
    if procedure.invitation:
        yield from section("L'invitation")
        yield texte(_QR, styles.CORPS)
        yield Spacer(1, 4)
        yield Figure(dessin(procedure.invitation, _COTE_QR), "Code QR de l'invitation.")
