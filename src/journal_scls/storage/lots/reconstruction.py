"""A new dossier with everything of an open one but what it received; its kept files come along.

The same passphrase opens it: the vault is copied with the key it protects.
"""

from pathlib import Path

from journal_scls.application.ports import Base, Horloge
from journal_scls.domain.errors import Environnement
from journal_scls.storage import tables
from journal_scls.storage.coffre import vault
from journal_scls.storage.dossier import BaseDossier, BaseOuverte
from journal_scls.storage.engine import NOM, ouvrir_engine
from journal_scls.storage.fichiers import dossier_prive, ecrire_atomique, en_phrases, lire_borne
from journal_scls.storage.lots import tables_lots as t
from journal_scls.storage.lots.quarantaine import QuarantaineFichiers
from journal_scls.storage.schema import creer_base
from journal_scls.storage.segments.tables_segments import CACHES
from journal_scls.storage.serveur.adresse import lire_adresse
from journal_scls.storage.serveur.copie import copier_tables
from journal_scls.storage.serveur.dossier_serveur import Serveur, exiger_coordination
from journal_scls.storage.verrou import Verrou

# Written already, received anew, or drawn from what was received.
_RELUES = frozenset(
    table.name
    for table in (tables.dossier, t.reception, t.version, t.apport, t.fichier_recu, *CACHES)
)


def copier_sans_receptions(
    base: Base, dossier: Path, adresse: str = "", *, migrations: Path, horloge: Horloge
) -> BaseDossier:
    """Make the dossier in an empty folder, on a server when an address is given, and open it.

    Raises:
        Environnement: the folder or the server's base holds something, or the disk refuses.
        RegleMetier: an address that is none, or a journal's dossier.
    """
    if not isinstance(base, BaseDossier):
        raise TypeError(base)
    with base.unite_de_lecture() as unite:
        profil = unite.profil()
    if adresse:
        exiger_coordination(profil)
        lire_adresse(adresse)
    _exiger_vide(dossier)
    dossier_prive(dossier)
    verrou = Verrou(dossier)
    verrou.prendre()
    try:
        nouvelle: BaseDossier
        if adresse:
            serveur = Serveur(migrations, horloge)
            nouvelle = serveur.creer(dossier, adresse, base.cle, profil, verrou.liberer)
        else:
            creer_base(dossier / NOM, base.cle, migrations)
            engine = ouvrir_engine(dossier / NOM, base.cle)
            nouvelle = BaseOuverte(dossier, engine, horloge, verrou.liberer)
            with nouvelle.unite() as unite:
                unite.enregistrer_profil(profil)
                unite.commit()
        copier_tables(base, nouvelle, _RELUES)
        _copier_fichiers(base.dossier, dossier)
    except BaseException:
        verrou.liberer()
        raise
    return nouvelle


def _exiger_vide(dossier: Path) -> None:
    with en_phrases(dossier):
        if dossier.exists() and any(dossier.iterdir()):
            raise Environnement(
                f"Le dossier « {dossier.name} » n'est pas vide : rien n'y a été écrit.",
                "Choisissez un dossier vide, ou un nom de dossier nouveau.",
            )


def _copier_fichiers(ancien: Path, nouveau: Path) -> None:
    quarantaine, copie = QuarantaineFichiers(ancien), QuarantaineFichiers(nouveau)
    for nom in quarantaine.noms():
        copie.garder([quarantaine.lire(nom)])
    coffre = lire_borne(ancien / vault.NOM, vault.TAILLE_MAX)
    # Last: a folder without its vault is not a dossier yet.
    ecrire_atomique(nouveau / vault.NOM, coffre)
