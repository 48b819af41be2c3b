"""Write docs/commands.md from the program's own help: `python docs/commands.py`; with --check only compare."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from relaas.cli import relaas

TARGET = Path(__file__).with_name("commands.md")
HEAD = """# Commands

Made from the program's own help by `python docs/commands.py`; a test holds both equal.

Results go to standard output or to `--out`; progress, log and summary go to standard error.

| exit code | means |
| --- | --- |
| 0 | done |
| 1 | some documents failed, or a graph does not conform |
| 2 | wrong usage |
| 3 | no input could be read |
| 4 | store damaged or locked |
| 5 | a remote service failed |
| 70 | a bug in relaas (of a build: and no document was built) |
| 130 | interrupted |
"""


def reference() -> str:
    """Return the reference as Markdown."""
    return "".join(
        [HEAD, *(piece for name, command in sorted(relaas.commands.items()) for piece in _help(f"relaas {name}", command))]
    )


def _help(name: str, command: click.Command) -> Iterator[str]:
    """Return the help of a command, then that of the commands below it."""
    context = click.Context(command, info_name=name, max_content_width=120, terminal_width=120)
    yield f"\n## {name}\n\n```text\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for below, each in sorted(command.commands.items()):
            yield from _help(f"{name} {below}", each)


def main() -> int:
    """Write the file, or compare it and return 1 when it differs."""
    text = reference()
    if "--check" in sys.argv[1:]:
        if TARGET.read_text(encoding="utf-8") == text:
            return 0
        sys.stdout.write("docs/commands.md is not what the program says; run python docs/commands.py\n")
        return 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
