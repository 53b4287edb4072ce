"""The entry point of the command and of `python -m journal_scls`."""

import sys


def main() -> None:
    """Run the command line and exit with its code."""
    try:
        from journal_scls.bootstrap import executer

        code = executer()
    except KeyboardInterrupt:
        # Pressed while modules were still loading: nothing was started, so nothing is said.
        code = 1
    sys.exit(code)


if __name__ == "__main__":
    main()
