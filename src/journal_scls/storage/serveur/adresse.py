"""The address of a coordination's base on a server: what it may say, and what TLS it asks.

A password is never part of it: addresses are typed, shown by the system to other accounts, and
kept in the dossier. libpq finds passwords in its own file (~/.pgpass, PGPASSFILE).
"""

import os
from ipaddress import ip_address
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from journal_scls.domain.errors import RegleMetier

EXEMPLE = "postgresql+psycopg://COMPTE@SERVEUR/BASE"
_PILOTE = "postgresql+psycopg"
_SECRETS = {"password", "sslpassword"}
_CHIFFRES = ("require", "verify-ca", "verify-full")
_PARAMETRES = {
    "connect_timeout": "10",
    "application_name": "journal-scls",
    "client_encoding": "utf8",
}


def lire_adresse(texte: str) -> URL:
    """The address, checked.

    Raises:
        RegleMetier: not an address of ours, a password in it, a connection that would not encrypt.
    """
    try:
        adresse = make_url(texte.strip())
    except (ArgumentError, ValueError):
        raise _illisible() from None
    if adresse.drivername not in {_PILOTE, "postgresql"} or not adresse.database:
        raise _illisible()
    if adresse.password is not None or _SECRETS & set(adresse.query):
        raise RegleMetier(
            "Une adresse de base ne porte pas de mot de passe : d'autres pourraient le voir.",
            "Retirez-le de l'adresse et mettez-le dans le fichier ~/.pgpass (ou celui que nomme "
            "la variable PGPASSFILE).",
            champ="base",
        )
    adresse = adresse.set(drivername=_PILOTE)
    parametres(adresse)
    return adresse


def parametres(adresse: URL) -> dict[str, str]:
    """What libpq is told: the address, and TLS unless the server is this computer.

    Raises:
        RegleMetier: the address asks for less.
    """
    dits = {nom: _un(valeur) for nom, valeur in adresse.query.items()}
    dits |= adresse.translate_connect_args(username="user", database="dbname")
    dits = _PARAMETRES | {nom: str(valeur) for nom, valeur in dits.items()}
    if _locale(dits):
        return dits
    mode = dits.get("sslmode") or os.environ.get("PGSSLMODE") or "verify-full"
    if mode not in _CHIFFRES:
        raise RegleMetier(
            f"« sslmode={mode} » laisserait passer les données en clair sur le réseau.",
            "Retirez-le de l'adresse, ou demandez au moins « sslmode=require ».",
            champ="base",
        )
    dits["sslmode"] = mode
    if mode.startswith("verify") and not _certificat_connu(dits):
        dits["sslrootcert"] = "system"
    return dits


def _un(valeur: str | tuple[str, ...]) -> str:
    return valeur if isinstance(valeur, str) else ",".join(valeur)


def _locale(dits: dict[str, str]) -> bool:
    """Whether nothing leaves this computer, as far as the address and libpq's variables say."""
    if "service" in dits or os.environ.get("PGSERVICE"):
        return False
    hotes = [
        dits.get(nom) or os.environ.get(f"PG{nom.upper()}", "") for nom in ("host", "hostaddr")
    ]
    return all(_ici(hote) for hote in ",".join(filter(None, hotes)).split(","))


def _ici(hote: str) -> bool:
    if not hote or hote == "localhost" or hote.startswith(("/", "@")):
        return True
    try:
        return ip_address(hote).is_loopback
    except ValueError:
        return False


def _certificat_connu(dits: dict[str, str]) -> bool:
    donne = "sslrootcert" in dits or os.environ.get("PGSSLROOTCERT")
    return bool(donne) or (Path.home() / ".postgresql" / "root.crt").exists()


def _illisible() -> RegleMetier:
    return RegleMetier(
        "Ce n'est pas l'adresse d'une base PostgreSQL.",
        f"Écrivez-la ainsi : « {EXEMPLE} ».",
        champ="base",
    )
