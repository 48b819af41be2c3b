"""`relaas build`: documents in, graphs and report.json out."""

from __future__ import annotations

import json
import os
import shlex
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from relaas.cli.options import ENDINGS, FORMATS, base_and_model, console, give, quiet_and_verbose, say
from relaas.errors import InputError, UsageError

if TYPE_CHECKING:
    from relaas.ingest import Input
    from relaas.pipeline import Options, Row

_EPILOG = """\b
Examples:
  relaas build data/documents                       every document of a folder; graphs in graph/
  relaas build vraag.pdf --out - --format turtle    one document, to standard output
  relaas build "2024/*.docx" --out graphs --jobs 2  a glob, two at a time
  pdftotext vraag.pdf - | relaas build -            standard input
  relaas build vragen --index wikidata.index --decisions links.jsonl
"""


@click.command(epilog=_EPILOG)
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option(
    "--out",
    metavar="DIR|-",
    default="graph",
    show_default=True,
    help="Where the graphs go; - is standard output, for one document.",
)
@click.option("--format", "form", type=FORMATS, default="nquads", show_default=True, help="Format of the graphs.")
@click.option("--metadata", type=click.Path(path_type=Path), help="What is known of one document beside its text (JSON).")
@click.option("--no-links", is_flag=True, help="Do not link to Wikidata.")
@click.option(
    "--index", type=click.Path(path_type=Path), metavar="FILE", help="Link with an index of Wikidata beside the gazetteer."
)
@click.option("--live", is_flag=True, help="Look names up in Wikidata itself that the gazetteer does not have.")
@click.option(
    "--cache", type=click.Path(path_type=Path), metavar="DIR", help="Where --live keeps answers.  [default: the user's cache]"
)
@click.option(
    "--decisions", type=click.Path(path_type=Path), metavar="FILE", help="Decisions of persons about links (links.jsonl)."
)
@click.option("--no-validate", is_flag=True, help="Do not validate with SHACL.")
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Documents at a time.")
@base_and_model
@quiet_and_verbose
def build(inputs: tuple[str, ...], out: str, form: str, jobs: int, **rest: object) -> int:
    """Make the graph of each document: find, map, validate, link, write.

    INPUT is a file (.txt .md .pdf .docx .html), a folder, a glob, or - for standard input. NAME.metadata.json beside NAME.txt
    tells who asked whom and when, where the text does not. Writes DIR/NAME.nq and DIR/report.json.
    """
    from relaas.ingest import expand, left_out
    from relaas.pipeline import Options

    quiet, verbose = bool(rest["quiet"]), bool(rest["verbose"])
    metadata = rest["metadata"]
    options = Options(
        base=str(rest["base"]),
        links=not rest["no_links"],
        validate=not rest["no_validate"],
        language_model=str(rest["language_model"]),
        metadata=metadata if isinstance(metadata, Path) else None,
        **_linking(rest, quiet=quiet),
    )
    items = expand(inputs)
    for line in left_out(inputs):
        say(f"relaas: {line}", quiet=quiet)
    if options.metadata is not None and len(items) != 1:
        raise UsageError(f"--metadata tells of one document, and {len(items)} were given; put NAME.metadata.json beside each")
    if out == "-":
        return _to_standard_output(items, form, options, quiet=quiet)
    return _to_folder(items, Path(out), form, options, Manner(jobs, quiet=quiet, verbose=verbose))


@dataclass(frozen=True, slots=True)
class Manner:
    """How a build goes about its work; nothing here changes a graph."""

    jobs: int
    quiet: bool
    verbose: bool


def _linking(rest: dict[str, Any], *, quiet: bool) -> dict[str, Any]:
    """Return the options of linking, checked before any work: what they name is there and can be used."""
    named = {name: rest[name] for name in ("index", "decisions", "cache") if rest[name] is not None}
    if rest["no_links"] and (named or rest["live"]):
        raise UsageError("--no-links makes no links; leave it out, or --index, --live, --cache and --decisions")
    if rest["live"] and "index" in named:
        raise UsageError("give either --index or --live, not both")
    if "cache" in named and not rest["live"]:
        raise UsageError("--cache keeps what --live answers; give --live too")
    if "index" in named:
        from relaas.link.indexed import indexed_knowledge

        indexed_knowledge(named["index"])
    if "decisions" in named:
        from relaas.link.decisions import read_rulings

        for note in read_rulings(named["decisions"])[1]:
            say(f"relaas: {note.message}", quiet=quiet)
    if not rest["live"]:
        return named
    from relaas.link.live import API, live_knowledge

    api = os.environ.get("RELAAS_WIKIDATA_API", API)
    live_knowledge(api, named.get("cache"))
    return {**named, "live": api}


def _to_standard_output(items: tuple[Input, ...], form: str, options: Options, *, quiet: bool) -> int:
    from relaas.pipeline import build as build_document
    from relaas.pipeline import read_input, row_of
    from relaas.serialize import serialize

    if len(items) != 1:
        raise UsageError(f"--out - takes one document, and {len(items)} were given; give --out DIR")
    try:
        source, metadata, notes = read_input(items[0], options)
    except InputError as error:
        say(f"relaas: {error}")
        return 3
    built = build_document(source, options=options, metadata=metadata)
    give(serialize(built.dataset, form, base=options.base))
    row = row_of(items[0], built, notes=notes)
    _tell(row, None, quiet=quiet)
    return _code([row], 1)


def _to_folder(items: tuple[Input, ...], out: Path, form: str, options: Options, manner: Manner) -> int:
    from relaas.pipeline import build_many

    if out.exists() and not out.is_dir():
        raise UsageError(f"{out}: is a file; give a folder with --out")
    rows: list[Row] = []
    first_of: dict[str | None, str] = {None: ""}
    try:
        with _progress(len(items), quiet=manner.quiet) as advance:
            for built_row in build_many(items, out, form, options, jobs=manner.jobs):
                row = _with_twin(built_row, first_of)
                rows.append(row)
                advance()
                if row.status == "failed":
                    say(f"{row.trace or ''}relaas: {row.input}: {row.reason}")
                elif len(items) <= 10 or manner.verbose or row.conforms is False:
                    _tell(row, out, quiet=manner.quiet)
    finally:  # an interrupted build reports what it did
        _write_report(rows, out)
    built = [row for row in rows if row.status == "built"]
    if len(items) > 1:
        bad = sum(row.conforms is False for row in built)
        noted = sum(bool(row.diagnostics) for row in built)
        notes = f", {noted} {'has' if noted == 1 else 'have'} notes" if noted else ""
        told = f"{len(built)} of {len(items)} documents built, {bad} do not conform{notes}"
        say(f"{told}; see {out / 'report.json'}", quiet=manner.quiet)
    if built and not manner.quiet:
        say(f"Read one: relaas show {shlex.quote(str(out / str(built[0].output)))}    Ask: relaas query --list")
    if not built:
        return 70 if any(row.trace for row in rows) else 3 if all(row.unread for row in rows) else 1
    return _code(built, len(rows))


def _with_twin(row: Row, first_of: dict[str | None, str]) -> Row:
    """Return the row, with a note where an earlier input has the same bytes: the identity of a document is that of its bytes."""
    twin = first_of.setdefault(row.sha256, row.input)
    if row.sha256 is None or twin == row.input:
        return row
    return replace(row, diagnostics=(*row.diagnostics, f"input: has the bytes of {twin}; both graphs describe one document"))


def _code(built: list[Row], given: int) -> int:
    """Return the exit code where something was built: what failed here goes before what failed elsewhere."""
    if len(built) < given or any(row.conforms is False for row in built):
        return 1
    return 5 if any(row.remote_failed for row in built) else 0


def _write_report(rows: list[Row], out: Path) -> None:
    from relaas.pipeline import write_whole

    report = {"documents": [row.to_json() for row in rows]}
    try:
        write_whole(out / "report.json", (json.dumps(report, ensure_ascii=False, indent=1) + "\n").encode())
    except OSError as error:
        raise UsageError(f"{out / 'report.json'}: cannot be written ({error.strerror}); give another --out") from None


def _tell(row: Row, out: Path | None, *, quiet: bool) -> None:
    """Say what was found in one document."""
    if quiet:
        return
    shown = ("questions", "answers", "actors", "events", "claims", "figures", "sources", "links")
    found = ", ".join(f"{row.counts[k]} {k if row.counts[k] != 1 else _SINGULAR[k]}" for k in shown if row.counts.get(k))
    verdict = {True: "conforms", False: "DOES NOT CONFORM (see relaas validate)", None: "not validated"}[row.conforms]
    where = f" -> {out / row.output}" if out is not None and row.output is not None else ""
    say(f"{row.input}{where}\n  {found or 'nothing found'}\n  {verdict}; {sum(row.seconds.values()):.1f} s")
    for note in row.diagnostics:
        say(f"  {note}")


_SINGULAR = {
    "questions": "question", "answers": "answer", "actors": "actor", "events": "event", "claims": "claim", "figures": "figure",
    "sources": "source", "links": "link",
}  # fmt: skip


class _progress:  # noqa: N801 - reads as a verb where it is used
    """A bar on standard error for more than a few documents, when a person looks."""

    def __init__(self, total: int, *, quiet: bool) -> None:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

        screen = console(stderr=True)
        wanted = total > 3 and not quiet and screen.is_terminal and "CI" not in os.environ
        self._bar = Progress(
            BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=screen, transient=True, disable=not wanted
        )
        self._task = self._bar.add_task("build", total=total)

    def __enter__(self) -> _progress:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def __call__(self) -> None:
        """Count one more document as done."""
        self._bar.advance(self._task)


__all__ = ["ENDINGS", "build"]
