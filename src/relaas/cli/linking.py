"""The commands around linking: `index-wikidata` makes an index of a dump, `link review` asks a person."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from relaas.cli.options import console, give, quiet_and_verbose, say
from relaas.errors import UsageError

if TYPE_CHECKING:
    from relaas.link.dump import Indexed, Progress

_SHOWN = 10


@click.command(
    "index-wikidata",
    epilog="""\b
Examples:
  relaas index-wikidata latest-all.json.gz --out wikidata.index
  curl -s https://dumps.wikimedia.org/wikidatawiki/entities/latest-all.json.gz | relaas index-wikidata - --out wikidata.index
  relaas build data/documents --index wikidata.index""",
)
@click.argument("dump", metavar="DUMP")
@click.option("--out", metavar="FILE", required=True, type=click.Path(path_type=Path), help="The index: one SQLite file.")
@click.option("--snapshot", metavar="DATE", help="Date of the dump; without it the latest change of an item in it.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@quiet_and_verbose
def index_wikidata(dump: str, out: Path, snapshot: str | None, form: str, quiet: bool, verbose: bool) -> int:
    """Make a linking index of a Wikidata JSON dump, for `relaas build --index FILE`.

    DUMP is a .json, .json.gz, .json.bz2 or .json.zst file, or - for standard input. A run that is stopped goes on where it
    was when it is called again. Lines that cannot be read are reported and passed over. Prefer .gz: bzip2 is read at some 15 MB
    a second. `pip install "relaas[index]"` brings the parsers that make it several times faster, and zstd.
    """
    from relaas.link.dump import fast_parts, index_dump

    missing = [name for name, there in fast_parts() if not there and name != "zstandard"]
    if missing:
        say(f"relaas: without {' and '.join(missing)} this is slower; install relaas[index]", quiet=quiet)
    if dump == "-" and sys.stdin.isatty():
        raise UsageError("- reads a dump from standard input; pipe one into it")
    source = sys.stdin.buffer if dump == "-" else Path(dump)
    with _shown_progress(quiet=quiet) as tell:
        made = index_dump(source, out, snapshot=_date(snapshot), tell=tell)
    if form == "json":
        import json

        row = {
            "out": out.name, "snapshot": made.snapshot, "complete": made.complete, "rows": made.rows, "seconds": round(made.seconds, 2),
            "textBytes": made.text_bytes, "faults": [{"position": p, "reason": r} for p, r in made.faults], "notes": made.notes,
        }  # fmt: skip
        give(json.dumps(row, ensure_ascii=False, indent=1) + "\n")
    _tell_made(made, quiet=quiet, verbose=verbose)
    return 0 if made.complete else 1


def _tell_made(made: Indexed, *, quiet: bool, verbose: bool) -> None:
    for note in made.notes:
        say(f"relaas: {note}")
    shown = made.faults if verbose else made.faults[:_SHOWN]
    for position, reason in shown:
        say(f"relaas: before byte {position}: {reason}")
    if len(made.faults) > len(shown):
        say(f"relaas: and {len(made.faults) - len(shown)} more; -v shows all, and the table `fault` of the index keeps them")
    counts = ", ".join(f"{n:,} {table}" for table, n in made.rows.items() if n)
    say(f"{made.path} of {made.snapshot}: {counts}\n  {made.text_bytes / 1e6:,.0f} MB of JSON", quiet=quiet)
    if not made.complete:
        say("relaas: the dump is not whole; the index has what came before the break")


def _date(text: str | None) -> str | None:
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat() if text else None
    except ValueError:
        raise UsageError(f"--snapshot {text}: write a date as 2026-11-25") from None


class _shown_progress:  # noqa: N801 - reads as a verb where it is used
    """Says how far the reading is, with rate and time left: a line that renews itself, or one every half minute in a log."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._live = console(stderr=True).is_terminal
        self._last = 0.0

    def __enter__(self) -> _shown_progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._live and self._last and not self._quiet:
            click.echo(err=True)

    def __call__(self, progress: Progress) -> None:
        """Say it, unless it was said just now."""
        now = time.monotonic()
        if self._quiet or (progress.stage == "reading" and self._last and now - self._last < (1 if self._live else 30)):
            return
        self._last = now
        left = ""
        if progress.share and progress.stage == "reading":
            left = f", {progress.share:.1%}, {_span(progress.seconds * (1 - progress.share) / progress.share)} left"
        line = f"{progress.stage}: {progress.items:,} items, {progress.rate:.0f} MB/s{left}"
        click.echo(f"\r{line:<100}" if self._live else line, err=True, nl=not self._live)


def _span(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"
