"""What is written of a bug: where in our own files, never what was being handled.

Messages and values of exceptions may quote a note or a name, so the report has none of them:
versions, types of exceptions, and lines of code.
"""

import platform
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

from journal_scls import __version__

RACINE = Path(__file__).resolve().parents[1]


def rapport(exc: BaseException, composants: Iterable[str] = ()) -> str:
    """What may leave the machine: nothing that the person typed.

    Args:
        exc: the bug; its causes are told too.
        composants: names and versions of libraries that matter to whoever reads the report.
    """
    lignes = [
        f"Journal SCLS {__version__}",
        " · ".join((f"Python {platform.python_version()}", *composants)),
        f"{platform.system()} {platform.release()} {platform.machine()}",
    ]
    suivante: BaseException | None = exc
    vues: set[int] = set()
    while suivante is not None and id(suivante) not in vues:
        vues.add(id(suivante))
        lignes += ["", f"{type(suivante).__module__}.{type(suivante).__qualname__}"]
        lignes += _cadres(suivante.__traceback__)
        suivante = suivante.__cause__ or suivante.__context__
    return "\n".join(lignes)


def _cadres(trace: TracebackType | None) -> list[str]:
    """Only our own frames, by path in the package: a full path would name the person."""
    cadres = []
    while trace is not None:
        code = trace.tb_frame.f_code
        fichier = Path(code.co_filename)
        if fichier.is_relative_to(RACINE):
            chemin = fichier.relative_to(RACINE).as_posix()
            cadres.append(f"  {chemin}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return cadres
