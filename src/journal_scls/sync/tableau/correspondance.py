"""Other names for columns and values, as a TOML file says them.

```toml
[colonnes]
"Date de la rencontre" = "date"

[valeurs.activite]
"Rencontre à domicile" = "VISITE"
```
"""

import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from journal_scls.application.reprise.colonnes import Correspondance
from journal_scls.domain.errors import Environnement

_SUITE = "Le fichier a deux tables : [colonnes] et [valeurs.NOM_DE_COLONNE]."


class _Fichier(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    colonnes: dict[str, str] = {}
    valeurs: dict[str, dict[str, str]] = {}


def lire_correspondance(chemin: Path) -> Correspondance:
    """Read the file.

    Raises:
        Environnement: it cannot be read, or is not what is expected.
        RegleMetier: it names a column that does not exist.
    """
    try:
        lu = _Fichier.model_validate(tomllib.loads(chemin.read_text("utf-8-sig")))
    except (OSError, UnicodeDecodeError) as erreur:
        raise Environnement(
            f"La correspondance « {chemin.name} » ne peut pas être lue.",
            "Vérifiez son nom ; elle doit être en UTF-8.",
        ) from erreur
    except tomllib.TOMLDecodeError as erreur:
        raise Environnement(
            f"La correspondance « {chemin.name} » n'est pas un fichier TOML valable.", _SUITE
        ) from erreur
    except ValidationError as erreur:
        endroit = ".".join(str(partie) for partie in erreur.errors()[0]["loc"])
        raise Environnement(
            f"La correspondance « {chemin.name} » n'est pas comprise à « {endroit} ».", _SUITE
        ) from erreur
    return Correspondance(lu.colonnes, lu.valeurs)
