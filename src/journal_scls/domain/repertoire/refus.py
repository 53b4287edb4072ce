"""Why a package of the directory or a file of propositions is not taken: codes and sentences."""

from enum import StrEnum
from types import MappingProxyType

from journal_scls.domain.errors import RegleMetier


class CodeRepertoire(StrEnum):
    """Stable for ever: given by `--json`, looked up by support."""

    FICHIER_ILLISIBLE = "fichier_illisible"
    FICHIER_INCOMPLET = "fichier_incomplet"
    AUTRE_FICHIER = "autre_fichier"
    TROP_GRAND = "trop_grand"
    FICHIER_ABIME = "fichier_abime"
    SIGNATURE_INVALIDE = "signature_invalide"
    SIGNATAIRE_ETRANGER = "signataire_etranger"
    INCOHERENT = "incoherent"
    MAL_FAIT = "mal_fait"
    VERSION_RECENTE = "version_recente"
    AUTRE_REGION = "autre_region"
    BIFURCATION = "bifurcation"
    RIEN_A_PROPOSER = "rien_a_proposer"
    TROP_DE_PROPOSITIONS = "trop_de_propositions"
    APERCU_CHANGE = "apercu_change"
    A_VERIFIER = "a_verifier"


_C = CodeRepertoire
_FRAUDE = "Gardez le fichier et téléphonez à votre coordination."
_REDEMANDER = "Redemandez le même fichier à votre coordination."
_PHRASES = MappingProxyType(
    {
        _C.FICHIER_ILLISIBLE: (
            "Ce fichier ne peut pas être lu.",
            "Vérifiez que la clé ou le dossier est accessible et que c'est bien un fichier.",
        ),
        _C.FICHIER_INCOMPLET: (
            "Ce fichier est encore en cours de copie.",
            "Attendez la fin de la copie, puis recommencez.",
        ),
        _C.AUTRE_FICHIER: (
            "Ce fichier n'est pas une édition du répertoire.",
            "Choisissez un fichier dont le nom finit par « .sclsrep ».",
        ),
        _C.TROP_GRAND: (
            "Ce fichier dépasse la taille permise pour un répertoire.",
            "Vérifiez que c'est le bon fichier.",
        ),
        _C.FICHIER_ABIME: (
            "Le fichier a été abîmé pendant la copie. Le répertoire n'a pas changé.",
            _REDEMANDER,
        ),
        _C.SIGNATURE_INVALIDE: (
            "La signature de ce répertoire n'est pas valable. Le répertoire n'a pas changé.",
            _FRAUDE,
        ),
        _C.SIGNATAIRE_ETRANGER: (
            "Ce répertoire n'est pas signé par la région de ce journal. Rien n'a changé.",
            _FRAUDE,
        ),
        _C.INCOHERENT: (
            "Le contenu et la signature de ce répertoire ne concordent pas. Rien n'a changé.",
            _FRAUDE,
        ),
        _C.MAL_FAIT: (
            "Ce répertoire est bien signé, mais son contenu n'est pas valable. Rien n'a changé.",
            "Gardez le fichier et signalez-le au soutien technique, avec le code.",
        ),
        _C.VERSION_RECENTE: (
            "Ce répertoire vient d'une version plus récente.",
            "Mettez le Journal SCLS à jour, puis recommencez.",
        ),
        _C.AUTRE_REGION: (
            "Ce répertoire est celui d'une autre région.",
            "Vérifiez auprès de votre coordination.",
        ),
        _C.BIFURCATION: (
            "Cette édition ne suit pas celle que ce dossier a déjà prise : il y en a deux suites.",
            "Rien n'a changé. Téléphonez à votre coordination, qui doit publier une édition.",
        ),
        _C.RIEN_A_PROPOSER: (
            "Il n'y a rien à proposer : tout ce qui est au répertoire vient de la région.",
            "Ajoutez d'abord ce qui manque.",
        ),
        _C.TROP_DE_PROPOSITIONS: (
            "Il y a trop de fiches à proposer pour un seul fichier.",
            "Choisissez-en 100 au plus.",
        ),
        _C.APERCU_CHANGE: (
            "Le répertoire a changé depuis l'aperçu : rien n'a été écrit.",
            "Relisez l'aperçu, puis recommencez.",
        ),
        _C.A_VERIFIER: (
            "Une fiche à publier renvoie à une autre qui est encore à vérifier.",
            "Vérifiez ou fusionnez d'abord cette autre fiche.",
        ),
    }
)


class RefusRepertoire(RegleMetier):
    """The directory did not change. `detail` is for support: a place, nothing read in the file."""

    def __init__(self, code: CodeRepertoire, detail: str = "") -> None:
        super().__init__(*_PHRASES[code], champ="fichier")
        self.code = code
        self.detail = detail
