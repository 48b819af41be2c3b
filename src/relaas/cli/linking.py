"""The commands around linking: `index-wikidata` makes an index of a dump, `link review` asks a person."""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from relaas.cli.options import console, give, graphs_of, quiet_and_verbose, say
from relaas.errors import UsageError

if TYPE_CHECKING:
    from relaas.link.dump import Indexed, Progress
    from relaas.present.openlinks import OpenLink

Verdict = Literal["same", "different", "unsure"]
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
    was when it is called again. Lines that cannot be read are reported and passed over. Prefer .gz: bzip2 is slow to
    unpack (15 MB of JSON a second is not rare). `pip install "relaas[index]"` makes all others twice as fast, and brings zstd.
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
            "out": out.name, "snapshot": made.snapshot, "complete": made.complete, "rows": made.rows,
            "seconds": round(made.seconds, 2), "textBytes": made.text_bytes,
            "faults": [{"position": p, "reason": r} for p, r in made.faults], "notes": made.notes,
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


@click.group(
    epilog="""\b
Examples:
  relaas link review graph --who "A. Jansen"
  relaas build vragen --decisions links.jsonl"""
)
def link() -> None:
    """Decide about links to Wikidata that the program left open."""


@link.command(
    epilog="""\b
Examples:
  relaas link review graph --who "A. Jansen"             what was left open, one by one
  relaas link review graph --made --who "A. Jansen"      the links that were made, too
  relaas link review graph --format json                 list them for a program; nothing is asked

\b
Answers: a number or a Q-number: it is this item; d or d 2: it is not the linked item, or not the second; u: nobody can tell yet;
Enter: leave it; q: stop. Then the reason, or Enter."""
)
@click.argument("graphs", metavar="[GRAPH...]", nargs=-1)
@click.option(
    "--decisions",
    metavar="FILE",
    default="links.jsonl",
    show_default=True,
    type=click.Path(path_type=Path),
    help="Where decisions are added.",
)
@click.option("--who", metavar="NAME", envvar="RELAAS_WHO", help="Who decides; it stands in the graphs.  [env: RELAAS_WHO]")
@click.option("--made", is_flag=True, help="Ask about the links that were made, too.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@quiet_and_verbose
def review(graphs: tuple[str, ...], decisions: Path, who: str | None, made: bool, form: str, **rest: object) -> int:
    """Show each open link in its sentence, with candidates and features, and note what a person decides.

    Every decision is a line in the file of decisions; `relaas build --decisions FILE` lets it win over the program, now and in
    every later build. Without GRAPH it reads graph/.
    """
    from relaas.present.openlinks import open_links
    from relaas.serialize import read_dataset

    known = _decided(decisions)
    paths = graphs_of(graphs)
    questions = [q for path in paths for q in open_links(read_dataset(path), made=made) if (q.document, q.target) not in known]
    if form == "json":
        import json
        from dataclasses import asdict

        give(json.dumps([asdict(q) for q in questions], ensure_ascii=False, indent=1) + "\n")
        return 0
    if not questions:
        say("nothing to decide", quiet=bool(rest["quiet"]))
        return 0
    if not who or not who.strip():
        raise UsageError("who decides? give --who NAME, or set RELAAS_WHO")
    count = _ask_all(questions, decisions, who.strip())
    say(f"{count} decision{'s' * (count != 1)} in {decisions}; they hold from the next `relaas build --decisions {decisions}`")
    return 0


def _decided(decisions: Path) -> set[tuple[str | None, str]]:
    from relaas.link.decisions import read_rulings

    if not decisions.exists():
        return set()
    rulings, notes = read_rulings(decisions)
    for note in notes:
        say(f"relaas: {note.message}")
    return {(ruling.document, ruling.target) for ruling in rulings}


def _ask_all(questions: list[OpenLink], decisions: Path, who: str) -> int:
    """Ask one by one; each decision is in the file before the next question is shown. Return how many were taken."""
    from relaas.present.openlinks import render_open_link

    screen, count = console(), 0
    for number, question in enumerate(questions, 1):
        screen.print(render_open_link(question, number=number, total=len(questions)))
        while True:
            answer = _line("decision (number, Q…, d, u, Enter, q): ")
            if answer is None or answer.lower() == "q":
                return count
            if not answer:
                break
            chosen = _chosen(answer, question)
            if chosen is None:
                click.echo("  a number of the list, a Q-number, d, d with a number, u, Enter or q")
                continue
            _append(decisions, question, chosen, who=who, why=_line("why (Enter for none): ") or "")
            count += 1
            break
    return count


def _line(prompt: str) -> str | None:
    """Return a line of standard input; None at its end."""
    click.echo(prompt, nl=False)
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        click.echo()
    return line.strip() if line else None


def _chosen(answer: str, question: OpenLink) -> tuple[Verdict, str | None] | None:
    """Return the verdict and the item of an answer; None when it means nothing."""
    from relaas.present.openlinks import sorted_candidates

    listed = [candidate.qid for candidate in sorted_candidates(question)]
    word, _, rest = answer.partition(" ")
    if word.lower() == "u" and not rest:
        return "unsure", question.qid
    named = rest.strip() if word.lower() == "d" else answer
    if named.isascii() and named.isdigit() and 1 <= int(named) <= len(listed):
        qid: str | None = listed[int(named) - 1]
    elif re.fullmatch(r"[Qq][1-9][0-9]*", named):
        qid = named.upper()
    else:
        qid = (question.qid or (listed[0] if len(listed) == 1 else None)) if word.lower() == "d" and not named else None
    if qid is None:
        return None
    return ("different" if word.lower() == "d" else "same"), qid


def _append(decisions: Path, question: OpenLink, chosen: tuple[Verdict, str | None], *, who: str, why: str) -> None:
    from datetime import date

    from relaas.link.decisions import Ruling
    from relaas.model import Judgement

    verdict, qid = chosen
    ruling = Ruling(question.target, qid, Judgement(verdict, who, date.today(), why), question.document, question.label)
    try:
        torn = decisions.exists() and not decisions.read_bytes().endswith(b"\n") and decisions.stat().st_size > 0
        with decisions.open("a", encoding="utf-8") as file:
            file.write(("\n" if torn else "") + ruling.to_line())
    except OSError as error:
        raise UsageError(f"{decisions}: cannot be written ({error.strerror}); give another --decisions") from None
