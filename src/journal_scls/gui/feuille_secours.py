"""The recovery sheet: one page to print and lock away. Made on demand, kept nowhere by us."""

from datetime import date

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

from journal_scls.application.ports_dossiers import CodeImprime
from journal_scls.gui.apparence.police import FAMILLE_LIVREE
from journal_scls.gui.jours import decrire_date
from journal_scls.gui.traduction import marque, tr

_TITRE = marque("Journal SCLS : feuille de secours")
_AVANT = marque(
    "Ce code ouvre votre journal si vous oubliez votre phrase de passe. Il vous fera choisir une "
    "nouvelle phrase."
)
_APRES = marque(
    "Gardez cette feuille sous clé, loin de l’ordinateur : qui la tient peut ouvrir le journal. "
    "Supprimez le fichier PDF une fois la feuille imprimée.\n\n"
    "Pour s’en servir : à l’ouverture du journal, choisissez « J’ai oublié ma phrase », puis "
    "tapez les huit groupes dans l’ordre. Les majuscules, les espaces et les tirets ne comptent "
    "pas."
)
_LARGEUR, _GROUPES_PAR_LIGNE = 1000.0, 4


def feuille_secours(code: CodeImprime, titre: str, le: date) -> bytes:
    """The sheet as a PDF, Letter format; `titre` says whose journal it opens."""
    octets = QByteArray()
    tampon = QBuffer(octets)
    tampon.open(QIODevice.OpenModeFlag.WriteOnly)
    pdf = QPdfWriter(tampon)
    pdf.setTitle(tr(_TITRE))
    pdf.setCreator("Journal SCLS")
    pdf.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    pdf.setPageMargins(QMarginsF(25, 25, 25, 25), QPageLayout.Unit.Millimeter)
    painter = QPainter(pdf)
    painter.scale(pdf.width() / _LARGEUR, pdf.width() / _LARGEUR)
    _peindre(
        painter, code, tr("Journal de {titre}, créé le {le}.", titre=titre, le=decrire_date(le))
    )
    painter.end()
    tampon.close()
    return bytes(octets.data())


def _peindre(painter: QPainter, code: CodeImprime, sujet: str) -> None:
    y = _ecrire(painter, 0, tr(_TITRE), 34, gras=True)
    y = _ecrire(painter, y + 20, sujet, 22)
    y = _ecrire(painter, y + 30, tr(_AVANT), 22) + 60
    cote = _LARGEUR / _GROUPES_PAR_LIGNE
    for rang, groupe in enumerate(code.groupes):
        ligne, colonne = divmod(rang, _GROUPES_PAR_LIGNE)
        cadre = QRectF(colonne * cote, y + ligne * 150, cote, 100)
        painter.setFont(_police(18))
        painter.drawText(cadre, Qt.AlignmentFlag.AlignLeft, f"{rang + 1}")
        painter.setFont(_police(48, gras=True))
        painter.drawText(cadre.adjusted(0, 26, 0, 0), Qt.AlignmentFlag.AlignLeft, groupe)
    _ecrire(painter, y + 360, tr(_APRES), 22)


def _ecrire(painter: QPainter, y: float, texte: str, taille: int, *, gras: bool = False) -> float:
    """Write a paragraph; where it ends."""
    painter.setFont(_police(taille, gras=gras))
    cadre = QRectF(0, y, _LARGEUR, 1000)
    trait = painter.drawText(cadre, int(Qt.TextFlag.TextWordWrap), texte)
    return float(trait.bottom())


def _police(taille: int, *, gras: bool = False) -> QFont:
    police = QFont(FAMILLE_LIVREE)
    police.setPixelSize(taille)
    police.setBold(gras)
    return police
