"""What the pictures of the guide show: keys typed in a real window, one picture after another.

A gesture is the X name of keys ("ctrl+2"), a text to paste ("=hier 30 min", where {lot} is the
file of a lot that is still to be received), or seconds to wait ("~1.5"). A window stays open from
one scene to the next one of the same name.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Scene:
    """`fenetre` is the dossier that must be open, '' for no dossier at all."""

    nom: str
    fenetre: str
    gestes: tuple[str, ...] = ()


ACCUEIL, NEUF, JOURNAL, REGION = "", "neuf", "journal", "region"

SCENES = (
    Scene("accueil", ACCUEIL),
    Scene("rattachement", NEUF, ("ctrl+e",)),
    Scene("aujourdhui", JOURNAL, ("ctrl+1",)),
    Scene(
        "ligne-rapide",
        JOURNAL,
        ("ctrl+n", "=hier 30 min tél Érables conflit réf CLSC santé mentale", "~0.8"),
    ),
    Scene("collective", JOURNAL, ("ctrl+a", "BackSpace", "~0.5", "ctrl+shift+n")),
    Scene("journal", JOURNAL, ("ctrl+2", "Down", "Down")),
    Scene("references", JOURNAL, ("ctrl+3",)),
    Scene("resume", JOURNAL, ("ctrl+4",)),
    Scene("envoi", JOURNAL, ("ctrl+5",)),
    Scene("bilan", JOURNAL, ("ctrl+6", "~1.5")),
    Scene("projets", JOURNAL, ("ctrl+7",)),
    Scene("bilan-projet", JOURNAL, ("alt+r", "=jardin", "Return", "Return", "~1")),
    Scene("repertoire", JOURNAL, ("Escape", "ctrl+8", "alt+m", "~0.5")),
    Scene("reglages", JOURNAL, ("ctrl+comma",)),
    Scene("aide", JOURNAL, ("ctrl+1", "F1")),
    Scene("region", REGION, ("ctrl+1",)),
    Scene("reception", REGION, ("ctrl+2", "alt+f", "~1", "={lot}", "Return", "~2.5")),
    Scene("decider", REGION, ("ctrl+3", "~1", "Down", "~1")),
    Scene("journaux", REGION, ("ctrl+4",)),
    Scene("publier", REGION, ("ctrl+5", "~1.5", "ctrl+shift+Tab", "~1")),
)
