"""Dispatch ``python -m bench NAME [arguments]`` to ``bench/NAME.py``."""

import importlib
import pkgutil
import sys
from pathlib import Path


def names() -> list[str]:
    """Return the benchmarks of this folder."""
    folder = Path(__file__).parent
    return sorted(m.name for m in pkgutil.iter_modules([str(folder)]) if not m.name.startswith("_"))


def main() -> int:
    """Run one benchmark, or list them all."""
    known = names()
    if len(sys.argv) < 2:
        print("Bancs d'essai :", ", ".join(known) or "aucun", "(et « lent » pour les longs tests)")
        return 0
    name = sys.argv[1]
    if name not in known:
        print(
            f"Banc d'essai inconnu : {name}. Connus : {', '.join(known) or 'aucun'}.",
            file=sys.stderr,
        )
        return 2
    sys.argv = [f"bench {name}", *sys.argv[2:]]
    return importlib.import_module(f"bench.{name}").main() or 0


if __name__ == "__main__":
    sys.exit(main())
