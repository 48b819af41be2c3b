"""Command line of the compilation: the folder with the source files is its one argument."""

from __future__ import annotations

import sys
from pathlib import Path

from relaas.errors import RelaasError
from relaas.link.compilation import compile_gazetteer


def main(arguments: list[str]) -> int:
    """Compile the gazetteer from the folder named on the command line; return the exit code."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m relaas.link.compilation FOLDER\n")
        return 2
    try:
        draft = compile_gazetteer(Path(arguments[0]))
    except RelaasError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    sys.stderr.write(f"{len(draft.entities)} entries\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
