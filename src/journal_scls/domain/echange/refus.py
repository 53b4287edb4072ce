"""Why an enrolment file, a change of keys or an accusé is not taken: stable codes and sentences."""

from enum import StrEnum
from types import MappingProxyType

from journal_scls.domain.errors import RegleMetier


class CodeInscription(StrEnum):
    """Stable for ever: given by `--json`, kept in the register, looked up by support."""

    FICHIER_ILLISIBLE = "fichier_illisible"
    FICHIER_INCOMPLET = "fichier_incomplet"
    AUTRE_FICHIER = "autre_fichier"
    FICHIER_ABIME = "fichier_abime"
    PAS_POUR_NOUS = "pas_pour_nous"
    MAL_FAIT = "mal_fait"
    VERSION_RECENTE = "version_recente"
    SIGNATURE_INVALIDE = "signature_invalide"
    CLE_FAIBLE = "cle_faible"
    EMPREINTE_DIFFERENTE = "empreinte_differente"
    MAUVAIS_ROLE = "mauvais_role"
    AUTRE_REGION = "autre_region"
    AUTRE_JOURNAL = "autre_journal"
    NONCE_INCONNU = "nonce_inconnu"
    NONCE_UTILISE = "nonce_utilise"
    JOURNAL_CONNU = "journal_connu"
    CLE_CONNUE = "cle_connue"
    REGION_CONNUE = "region_connue"
    DEJA_INSCRIT = "deja_inscrit"
    PAS_DE_DEMANDE = "pas_de_demande"
    AUTRE_DEMANDE = "autre_demande"
    DEJA_REJOINT = "deja_rejoint"
    PAS_INSCRIT = "pas_inscrit"
    JOURNAL_INCONNU = "journal_inconnu"
    JOURNAL_AMBIGU = "journal_ambigu"
    JOURNAL_REVOQUE = "journal_revoque"
    ANCIENNES_CLES = "anciennes_cles"
    CLES_EN_ARRIERE = "cles_en_arriere"
    SIGNATAIRE_ETRANGER = "signataire_etranger"
    NOM_IMPROPRE = "nom_impropre"


_C = CodeInscription
_REDEMANDER = "Redemandez le même fichier à la personne qui l'a envoyé."
_FRAUDE = "Gardez le fichier et téléphonez à la personne qui dit l'avoir envoyé."
_TELEPHONER = "Téléphonez à la personne concernée avant de continuer."
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
            "Ce n'est pas le fichier attendu à cette étape.",
            "Vérifiez que vous avez choisi le bon fichier.",
        ),
        _C.FICHIER_ABIME: (
            "Le fichier a été abîmé pendant la copie. Rien n'a été retenu.",
            _REDEMANDER,
        ),
        _C.PAS_POUR_NOUS: (
            "Ce fichier n'est pas adressé à ce dossier.",
            (
                "Vérifiez à qui il est destiné. Si ce dossier vient d'une sauvegarde plus ancienne "
                "que son changement de clés, changez ses clés de nouveau et téléphonez."
            ),
        ),
        _C.MAL_FAIT: (
            "Le contenu de ce fichier n'est pas valable. Rien n'a été retenu.",
            "Gardez-le et signalez-le au soutien technique, avec le code.",
        ),
        _C.VERSION_RECENTE: (
            "Ce fichier vient d'une version plus récente.",
            "Mettez le Journal SCLS à jour, puis recommencez.",
        ),
        _C.SIGNATURE_INVALIDE: (
            "La signature de ce fichier n'est pas valable. Rien n'a été retenu.",
            _FRAUDE,
        ),
        _C.CLE_FAIBLE: (
            "La clé présentée n'est pas une clé sûre : n'importe qui pourrait signer avec elle.",
            "Ne l'acceptez pas et avertissez le soutien technique.",
        ),
        _C.EMPREINTE_DIFFERENTE: (
            "Les 30 chiffres tapés ne sont pas l'empreinte de ce fichier. Rien n'a été retenu.",
            "Refaites-vous dicter l'empreinte ; si elle diffère encore, n'acceptez pas le fichier.",
        ),
        _C.MAUVAIS_ROLE: (
            "Cette étape ne se fait pas dans ce genre de dossier.",
            "Ouvrez le dossier de la coordination ou celui de l'intervenant, selon l'étape.",
        ),
        _C.AUTRE_REGION: (
            "Ce fichier concerne une autre région.",
            "Vérifiez auprès de l'expéditeur à qui il est destiné.",
        ),
        _C.AUTRE_JOURNAL: (
            "Ce fichier concerne un autre journal.",
            "Vérifiez auprès de l'expéditeur à qui il est destiné.",
        ),
        _C.NONCE_INCONNU: (
            "Cette demande répond à une invitation que ce dossier n'a pas faite.",
            "Faites une nouvelle invitation et demandez à la personne d'y répondre.",
        ),
        _C.NONCE_UTILISE: (
            "Cette invitation a déjà servi à un autre journal.",
            "Faites une nouvelle invitation pour ce journal.",
        ),
        _C.JOURNAL_CONNU: (
            "Ce journal est déjà inscrit avec d'autres clés.",
            f"C'est une copie ou une fraude : n'acceptez rien. {_TELEPHONER}",
        ),
        _C.CLE_CONNUE: (
            "La clé de cette demande sert déjà à un autre journal.",
            f"C'est une copie ou une fraude : n'acceptez rien. {_TELEPHONER}",
        ),
        _C.REGION_CONNUE: (
            "La région de ce journal se présente avec d'autres clés.",
            (
                "N'acceptez rien et téléphonez. Une région qui a perdu ses clés réinscrit ses "
                "journaux dans des dossiers neufs (guide de la coordination)."
            ),
        ),
        _C.DEJA_INSCRIT: (
            "Ce journal appartient déjà à une autre région.",
            "Un journal n'a qu'une région ; voyez avec le soutien technique avant d'en changer.",
        ),
        _C.PAS_DE_DEMANDE: (
            "Ce journal n'a fait aucune demande.",
            "Commencez par répondre à l'invitation de votre coordination.",
        ),
        _C.AUTRE_DEMANDE: (
            "Cette acceptation répond à une autre demande que la dernière de ce journal.",
            "Demandez à la coordination l'acceptation de votre dernière demande.",
        ),
        _C.DEJA_REJOINT: (
            "Ce journal a déjà rejoint sa région.",
            "Il n'y a rien à faire.",
        ),
        _C.PAS_INSCRIT: (
            "Ce journal n'est pas encore inscrit auprès d'une coordination.",
            "Demandez une invitation à votre coordination, puis répondez-y.",
        ),
        _C.JOURNAL_INCONNU: (
            "Aucun journal inscrit ne correspond.",
            "Vérifiez son code ou son identifiant.",
        ),
        _C.JOURNAL_AMBIGU: (
            "Plusieurs journaux inscrits portent ce code.",
            "Donnez l'identifiant complet du journal.",
        ),
        _C.JOURNAL_REVOQUE: (
            "Ce journal a été révoqué : il ne peut plus changer de clés.",
            "Pour l'admettre de nouveau, inscrivez un nouveau journal.",
        ),
        _C.ANCIENNES_CLES: (
            "Ce changement n'est pas signé par les clés actuelles du journal.",
            (
                "Prenez d'abord ses changements précédents. Si son journal vient d'une sauvegarde, "
                "téléphonez-lui et tapez avec ce fichier l'empreinte que vous entendez."
            ),
        ),
        _C.CLES_EN_ARRIERE: (
            "Ce changement prend effet avant celui qui le précède.",
            (
                "N'acceptez rien. Si ce journal vient d'une sauvegarde, il doit d'abord commencer "
                f"une nouvelle incarnation, puis changer de clés. {_TELEPHONER}"
            ),
        ),
        _C.SIGNATAIRE_ETRANGER: (
            "Ce fichier n'est pas signé par la région de ce journal. Rien n'a été retenu.",
            _FRAUDE,
        ),
        _C.NOM_IMPROPRE: (
            "Le code ou le nom de ce dossier contient un caractère qui ne s'imprime pas.",
            "Corrigez-le, puis recommencez.",
        ),
    }
)
_DE_L_EMPREINTE = frozenset({_C.EMPREINTE_DIFFERENTE})


class RefusInscription(RegleMetier):
    """Nothing of the file was kept. `detail` is for support: a field's name, nothing read in it."""

    def __init__(self, code: CodeInscription, detail: str = "") -> None:
        message, suite = _PHRASES[code]
        super().__init__(
            message, suite, champ="empreinte" if code in _DE_L_EMPREINTE else "fichier"
        )
        self.code = code
        self.detail = detail
