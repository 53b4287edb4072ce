"""Why a lot is not taken: stable codes, and the one table of what is said for each."""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from journal_scls.domain.errors import Environnement


class Code(StrEnum):
    """Stable for ever: kept in receipts, given by `--json`, looked up by support."""

    FICHIER_DOSSIER = "fichier_dossier"
    FICHIER_LIEN = "fichier_lien"
    FICHIER_SPECIAL = "fichier_special"
    FICHIER_INCOMPLET = "fichier_incomplet"
    FICHIER_ILLISIBLE = "fichier_illisible"
    TROP_GRAND = "trop_grand"
    PAS_UN_LOT = "pas_un_lot"
    PAS_POUR_NOUS = "pas_pour_nous"
    AGE_ENTETE = "age_entete"
    AGE_DESTINATAIRE = "age_destinataire"
    AGE_ABIME = "age_abime"
    ZIP_MEMBRES = "zip_membres"
    ZIP_OPTION = "zip_option"
    ZIP_TRONQUE = "zip_tronque"
    ZIP_NON_CANONIQUE = "zip_non_canonique"
    SIGNATURE_INVALIDE = "signature_invalide"
    CLE_FAIBLE = "cle_faible"
    JOURNAL_ETRANGER = "journal_etranger"
    AUTRE_REGION = "autre_region"
    JSON_UTF8 = "json_utf8"
    JSON_SYNTAXE = "json_syntaxe"
    JSON_PROFONDEUR = "json_profondeur"
    JSON_CLE_DOUBLE = "json_cle_double"
    JSON_NOMBRE = "json_nombre"
    JSON_NON_CANONIQUE = "json_non_canonique"
    MANIFESTE_TYPE = "manifeste_type"
    MANIFESTE_CHAMP = "manifeste_champ"
    COMPTES = "comptes"
    SOMMES = "sommes"
    CONTENU_SUBSTITUE = "contenu_substitue"
    GZIP_ABIME = "gzip_abime"
    GZIP_TRONQUE = "gzip_tronque"
    GZIP_SUITE = "gzip_suite"
    GZIP_BOMBE = "gzip_bombe"
    LIGNES = "lignes"
    LIGNE_LONGUE = "ligne_longue"
    ORDRE = "ordre"
    SCHEMA = "schema"
    EPOQUE = "epoque"
    ETAT = "etat"
    # The two below are no refusals: see `Issue`.
    SIGNATAIRE_INCONNU = "signataire_inconnu"
    FORMAT_PLUS_RECENT = "format_plus_recent"


_CHOISIR = "Choisissez un fichier dont le nom finit par « .scls »."
_ABIME = (
    "Le fichier a été abîmé pendant la copie. Rien n'a été importé.",
    "Redemandez le même envoi : le même fichier, pas un nouveau.",
)
_INCOHERENT = (
    "Le contenu et la signature de cet envoi ne concordent pas. Rien n'a été importé.",
    "Gardez le fichier et téléphonez à la personne qui l'a envoyé.",
)
_MAL_FAIT = (
    "Cet envoi est bien signé, mais son contenu n'est pas celui d'un lot. Rien n'a été importé.",
    "Gardez le fichier et signalez-le au soutien technique, avec le code.",
)
_ENTETE = (
    "L'enveloppe de ce fichier n'est pas celle d'un envoi. Rien n'a été importé.",
    "Redemandez le même envoi; si cela se répète, gardez le fichier pour le soutien technique.",
)

_PHRASES = MappingProxyType(
    {
        Code.FICHIER_DOSSIER: ("C'est un dossier, pas un fichier.", _CHOISIR),
        Code.FICHIER_LIEN: (
            "C'est un raccourci vers un autre fichier.",
            "Choisissez le fichier lui-même, pas son raccourci.",
        ),
        Code.FICHIER_SPECIAL: ("Ce n'est pas un fichier ordinaire.", _CHOISIR),
        Code.FICHIER_INCOMPLET: (
            "Ce fichier est encore en cours de copie.",
            "Attendez la fin de la copie, puis recommencez.",
        ),
        Code.FICHIER_ILLISIBLE: (
            "Le fichier ne peut pas être lu.",
            "Vérifiez que la clé ou le dossier est accessible, puis recommencez.",
        ),
        Code.TROP_GRAND: (
            "Ce fichier dépasse la taille permise pour un envoi.",
            "Vérifiez que c'est le bon fichier; sinon, demandez des envois plus courts.",
        ),
        Code.PAS_UN_LOT: ("Ce fichier n'est pas un envoi du Journal SCLS.", _CHOISIR),
        Code.PAS_POUR_NOUS: (
            "Ce dossier n'a pas la clé qui ouvre cet envoi.",
            "Vérifiez auprès de l'expéditeur à qui l'envoi est destiné.",
        ),
        Code.AGE_ENTETE: _ENTETE,
        Code.AGE_DESTINATAIRE: _ENTETE,
        Code.AGE_ABIME: _ABIME,
        Code.ZIP_MEMBRES: _INCOHERENT,
        Code.ZIP_OPTION: _INCOHERENT,
        Code.ZIP_TRONQUE: _ABIME,
        Code.ZIP_NON_CANONIQUE: _INCOHERENT,
        Code.SIGNATURE_INVALIDE: _INCOHERENT,
        Code.CLE_FAIBLE: (
            "La clé présentée n'est pas une clé sûre : n'importe qui pourrait signer avec elle.",
            "Ne l'acceptez pas et avertissez le soutien technique.",
        ),
        Code.JOURNAL_ETRANGER: (
            "Cet envoi porte le nom d'un journal et la signature d'un autre. Rien n'a été importé.",
            "Gardez le fichier et téléphonez aux deux personnes : c'est peut-être une fraude.",
        ),
        Code.AUTRE_REGION: (
            "Cet envoi est destiné à une autre région.",
            "Vérifiez auprès de l'expéditeur à qui l'envoi est destiné.",
        ),
        Code.JSON_UTF8: _MAL_FAIT,
        Code.JSON_SYNTAXE: _MAL_FAIT,
        Code.JSON_PROFONDEUR: _MAL_FAIT,
        Code.JSON_CLE_DOUBLE: _MAL_FAIT,
        Code.JSON_NOMBRE: _MAL_FAIT,
        Code.JSON_NON_CANONIQUE: _MAL_FAIT,
        Code.MANIFESTE_TYPE: _MAL_FAIT,
        Code.MANIFESTE_CHAMP: _MAL_FAIT,
        Code.COMPTES: _MAL_FAIT,
        Code.SOMMES: _INCOHERENT,
        Code.CONTENU_SUBSTITUE: _INCOHERENT,
        Code.GZIP_ABIME: _MAL_FAIT,
        Code.GZIP_TRONQUE: _MAL_FAIT,
        Code.GZIP_SUITE: _MAL_FAIT,
        Code.GZIP_BOMBE: _MAL_FAIT,
        Code.LIGNES: _MAL_FAIT,
        Code.LIGNE_LONGUE: _MAL_FAIT,
        Code.ORDRE: _MAL_FAIT,
        Code.SCHEMA: _MAL_FAIT,
        Code.EPOQUE: _MAL_FAIT,
        Code.ETAT: _MAL_FAIT,
        Code.SIGNATAIRE_INCONNU: (
            "La signature de cet envoi n'est celle d'aucun journal inscrit. Il est mis de côté.",
            "Inscrivez ce journal, en vérifiant son empreinte par téléphone, puis recommencez.",
        ),
        Code.FORMAT_PLUS_RECENT: (
            "Cet envoi vient d'une version plus récente. Il est mis de côté.",
            "Mettez le Journal SCLS à jour : l'envoi sera alors importé.",
        ),
    }
)


def phrases(code: Code) -> tuple[str, str]:
    """What happened, and what to do."""
    return _PHRASES[code]


class RefusLot(Environnement):
    """The lot is refused, whole: nothing of it may be used.

    `detail` is for support: a field or a line number, never anything read in the file.
    """

    def __init__(self, code: Code, detail: str = "") -> None:
        super().__init__(*phrases(code))
        self.code = code
        self.detail = detail


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Neither taken nor refused: the file is kept as it is, to be tried again later.

    `journal` and `seq` are what the lot claims; from an unknown signer they prove nothing.
    `cle` is the Ed25519 key that did sign it: with the demande of the same journal it gives the
    30 digits to compare by telephone (they also cover the age key, which a lot does not hold).
    """

    code: Code
    cle: bytes
    journal: str | None = None
    seq: int | None = None

    @property
    def resultat(self) -> str:
        """The outcome of contracts.md."""
        return "en_attente" if self.code is Code.FORMAT_PLUS_RECENT else "quarantaine"

    @property
    def message(self) -> str:
        """What happened."""
        return phrases(self.code)[0]

    @property
    def suite(self) -> str:
        """What to do."""
        return phrases(self.code)[1]
