"""The options that several commands share, and how the commands speak: results to standard output, the rest to standard error."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from relaas.errors import GraphError, UsageError
from relaas.ids import DEFAULT_BASE

Command = TypeVar("Command", bound=Callable[..., Any])

#: Endings of the RDF formats, and the formats; `relaas.serialize.FORMATS` says the same and a test holds both equal. Kept here as
#: well because `relaas --help` must not wait for rdflib.
ENDINGS = {"ttl": "turtle", "trig": "trig", "nq": "nquads", "nt": "ntriples", "jsonld": "jsonld"}
FORMATS = click.Choice(list(ENDINGS.values()))
_BASE = re.compile(r"https?://[^\s<>\"{}|\\^`#?]+/")


def quiet_and_verbose(command: Command) -> Command:
    """Add -q and -v."""
    command = click.option("-q", "--quiet", is_flag=True, help="Say nothing on standard error but errors.")(command)
    return click.option("-v", "--verbose", is_flag=True, help="Say more on standard error.")(command)


def base_and_model(command: Command) -> Command:
    """Add --base and --language-model."""
    command = click.option(
        "--language-model",
        metavar="NAME",
        default="relaas",
        show_default=True,
        help="A spaCy pipeline with Universal Dependencies: name or folder.",
    )(command)
    return click.option(
        "--base",
        metavar="IRI",
        default=DEFAULT_BASE,
        show_default=True,
        callback=_checked_base,
        help="What the IRIs of the data begin with.",
    )(command)


def _checked_base(_context: click.Context, _option: click.Parameter, value: str) -> str:
    if not _BASE.fullmatch(value) or "/./" in value or "/../" in value:
        raise click.BadParameter("an http(s) IRI that ends in / is needed, without ?, # and dot segments")
    return value


def say(message: str, *, quiet: bool = False) -> None:
    """Write a line to standard error."""
    if not quiet:
        click.echo(message, err=True)


def give(data: bytes | str, out: str = "-") -> None:
    """Write a result to standard output (`-`) or to a file, whole or not at all."""
    raw = data.encode() if isinstance(data, str) else data
    if out == "-":
        sys.stdout.buffer.write(raw)
        sys.stdout.buffer.flush()
        return
    from relaas.pipeline import write_whole

    try:
        write_whole(Path(out), raw)
    except OSError as error:
        raise UsageError(f"{out}: cannot be written ({error.strerror}); give another --out") from None


def graphs_of(names: tuple[str, ...]) -> list[Path]:
    """Return the RDF files that the arguments name: files, or folders (their N-Quads, else every RDF file). Default: `graph/`."""
    paths: list[Path] = []
    for name in names or ("graph",):
        path = Path(name)
        if path.is_dir():
            inside = sorted(p for p in path.iterdir() if p.suffix.lstrip(".") in ENDINGS)
            if not inside:
                raise UsageError(f"{name}: holds no graphs ({' '.join('.' + e for e in ENDINGS)}); make them with `relaas build`")
            chosen = {
                p.stem: p for p in sorted(inside, key=lambda p: p.suffix == ".nq")
            }  # one format of each document, N-Quads first
            paths.extend(chosen[stem] for stem in sorted(chosen))
        elif not path.exists():
            raise GraphError(name, "does not exist", "check the path" if names else "make it with `relaas build INPUT`")
        else:
            paths.append(path)
    return paths


def console(*, stderr: bool = False) -> Any:
    """Return a rich console that knows NO_COLOR and files; a page that goes to a file or a pipe is 100 columns wide."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else int(os.environ.get("COLUMNS", "100"))
    return Console(file=stream, width=width, highlight=False, soft_wrap=False)
