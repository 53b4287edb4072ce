"""What a server and the way to it can do to us, in French; needs no driver to be imported."""

from collections.abc import Callable

from journal_scls.domain.errors import Environnement
from journal_scls.storage.regles import SANS_JOURNAL

_EXTRAIT = 200


class LiaisonRompue(Environnement):
    """The connection was lost: nobody knows whether the last save was kept."""

    def __init__(self) -> None:
        super().__init__(
            "La liaison avec le serveur s'est rompue : la dernière opération a peut-être été "
            "gardée en entier, peut-être pas du tout.",
            "Vérifiez le réseau, puis recommencez ; ce qui est déjà là sera reconnu.",
        )


def connexion_refusee(raison: str) -> Environnement:
    """The server does not let us in; its own words help whoever looks after it."""
    dit = " ".join(raison.split())[:_EXTRAIT]
    return Environnement(
        f"Le serveur PostgreSQL n'a pas accepté la connexion (« {dit} »).",
        "Vérifiez l'adresse, le réseau, le mot de passe (fichier ~/.pgpass) et le certificat, ou "
        "demandez à la personne qui s'occupe du serveur.",
    )


def _occupe() -> Environnement:
    return Environnement(
        "Une autre personne enregistre en ce moment sur le serveur : rien n'a été changé.",
        "Attendez un instant, puis recommencez.",
    )


def _interrompu() -> Environnement:
    return Environnement(
        "Le serveur a interrompu l'opération, trop longue pour ses réglages : rien n'a été changé.",
        "Demandez à la personne qui s'en occupe de relever « statement_timeout » pour ce compte.",
    )


def _plein() -> Environnement:
    return Environnement(
        "Le serveur n'a plus de place ou de connexions : rien de nouveau n'a été enregistré.",
        "Demandez à la personne qui s'occupe du serveur, puis recommencez.",
    )


def _lecture_seule() -> Environnement:
    return Environnement(
        "Le serveur refuse toute écriture : cette base est en lecture seule.",
        "Demandez l'adresse du serveur principal à la personne qui s'en occupe.",
    )


def _droits() -> Environnement:
    return Environnement(
        "Ce compte n'a pas les droits qu'il faut dans cette base.",
        "Demandez que la base lui appartienne (voyez docs/coordination-postgresql.md).",
    )


def aucune_saisie() -> Environnement:
    """A journal's entries never stand on a server."""
    return Environnement(
        "Une coordination sur un serveur ne tient pas de journal : rien n'a été enregistré.",
        "Saisissez dans le dossier d'un intervenant.",
    )


# By SQLSTATE, else by its class (the first two characters).
_PHRASES: dict[str, Callable[[], Environnement]] = {
    "08": LiaisonRompue,
    "57P": LiaisonRompue,  # the server or an administrator ended the session
    "25P03": LiaisonRompue,  # idle too long inside a transaction
    "55P03": _occupe,
    "40": _occupe,
    "57014": _interrompu,
    "53": _plein,
    "25006": _lecture_seule,
    "42501": _droits,
}


def traduire_postgres(erreur: BaseException) -> Environnement | None:
    """What an error of the driver means to the user; None for a bug or a broken constraint."""
    etat = getattr(erreur, "sqlstate", None)
    if etat is None:
        # Without a state, libpq itself speaks: the connection is gone. The rest is our own bug.
        return LiaisonRompue() if type(erreur).__name__ == "OperationalError" else None
    if etat == "23000" and SANS_JOURNAL in str(erreur):
        return aucune_saisie()
    for longueur in (5, 3, 2):
        if phrase := _PHRASES.get(etat[:longueur]):
            return phrase()
    return None
