"""The entry point of the command and of `python -m journal_scls`."""

import sys


def main() -> None:
    """Run the command line and exit with its code."""
    from journal_scls.bootstrap import executer

    sys.exit(executer())


if __name__ == "__main__":
    main()
