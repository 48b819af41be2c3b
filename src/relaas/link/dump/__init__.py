"""A Wikidata JSON dump -> a linking index: one SQLite file with the names, types, dates and office holders of what can be linked.

One pass over the dump with bounded memory; then the classes are closed, what has no type is dropped and the rest is indexed.
A run that is killed goes on from its last transaction. A hostile line is noted with its place and its reason and stops nothing;
a dump that breaks off gives an index of what it had, and the result says that it is not complete.
"""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from relaas.errors import UsageError
from relaas.link.dump.closure import close_classes, keep_linkable, passed_over
from relaas.link.dump.items import NotAnItemError, entity_of, fast_loads, item_of
from relaas.link.dump.stream import Dump, Line, fast_parts
from relaas.link.dump.tables import Tables, faults_of

__all__ = ["Indexed", "Progress", "fast_parts", "index_dump"]

#: A transaction takes this much text, or this many seconds.
_STEP_BYTES = 64 << 20
_STEP_SECONDS = 20.0
_LOOK = 200
#: In this many bytes behind the property stands its first value.
_NEAR = 400
_IN_NAME = re.compile(r"(20\d\d)-?(\d\d)-?(\d\d)")
_P31 = re.compile(rb'"property":\s?"P31"[^}]*?"numeric-id":\s?(\d+)')


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is. `share` is what was read of the file (None for a pipe), `text_bytes` what was read of the text."""

    text_bytes: int
    items: int
    seconds: float
    share: float | None
    stage: str = "reading"

    @property
    def rate(self) -> float:
        """MB of text a second, in this run."""
        return self.text_bytes / 1e6 / self.seconds if self.seconds else 0.0


@dataclass(frozen=True, slots=True)
class Indexed:
    """An index that was made.

    `faults` are the lines that could not be read, `notes` what else to know, `complete` whether the dump came to its end.
    """

    path: Path
    snapshot: str
    rows: dict[str, int]
    text_bytes: int
    seconds: float
    complete: bool
    faults: tuple[tuple[int, str], ...]
    notes: tuple[str, ...]


def index_dump(
    source: Path | BinaryIO, out: Path, *, snapshot: str | None = None, tell: Callable[[Progress], None] = lambda _: None
) -> Indexed:
    """Make the index `out` of a dump, or go on making it where a killed run stopped (`out` with `.part` behind it).

    `snapshot` is the date of the dump (ISO); without it the latest change of an item in it. UsageError when `out` exists or
    was begun from another dump; InputError when the dump cannot be opened.
    """
    if out.exists():
        raise UsageError(f"{out}: exists; delete it, or give another --out")
    dump = Dump(source)
    try:
        return _indexed(dump, out, snapshot, tell)
    finally:
        dump.close()


def _indexed(dump: Dump, out: Path, snapshot: str | None, tell: Callable[[Progress], None]) -> Indexed:
    part = out.with_name(out.name + ".part")
    head = dump.head()
    if not head:
        raise UsageError(f"{dump.name}: is empty{'; ' + dump.broken if dump.broken else ''}; give a Wikidata JSON dump")
    tables = Tables(part)
    try:
        identity = hashlib.sha256(head).hexdigest()
        if tables.said("dump") not in (None, identity):
            raise UsageError(f"{part}: was begun from another dump; delete it, or give another --out")
        tables.say(dump=identity)
        run = _Run(dump, tables, tell)
        if tables.said("stage") is None:
            run.read()
        notes = run.finish(snapshot)
        rows, faults = tables.counts(), tuple(faults_of(tables.connection))
        complete = tables.said("complete") == "yes"
        made = Indexed(
            out, tables.said("snapshot") or "", rows, int(tables.said("read") or 0), run.seconds, complete, faults, notes
        )
    finally:
        tables.close()
    part.replace(out)
    return made


class _Run:
    """One run over a dump."""

    def __init__(self, dump: Dump, tables: Tables, tell: Callable[[Progress], None]) -> None:
        self._dump, self._tables, self._tell = dump, tables, tell
        self._begun = time.perf_counter()
        self._loads = fast_loads()
        self._passed_over = passed_over()
        self._tags = tuple(b'"Q%d"' % number for number in sorted(self._passed_over))
        self._first = int(tables.said("read") or 0)
        self._position = self._first
        self._items = int(tables.said("items") or 0)
        self._latest = tables.said("latest") or ""
        self._opened, self._closed = tables.said("opened") == "yes", False

    @property
    def seconds(self) -> float:
        """How long this run has taken."""
        return time.perf_counter() - self._begun

    def read(self) -> None:
        """Read the dump to its end, a transaction at a time."""
        self._tables.begin()
        since, size = time.perf_counter(), 0
        for count, line in enumerate(self._dump.lines(start=self._position)):
            size += line.end - self._position
            self._position = line.end
            self._take(line)
            if count % _LOOK == 0 and (size > _STEP_BYTES or time.perf_counter() - since > _STEP_SECONDS):
                self._commit()
                self._tables.begin()
                since, size = time.perf_counter(), 0
                self._tell(self._progress("reading"))
        whole = not self._dump.broken and (self._closed or not self._opened)
        if self._dump.broken:
            self._tables.fault(self._position, self._dump.broken)
        elif not whole:
            self._tables.fault(self._position, "the dump ends without its closing bracket: it was cut off")
        self._tables.say(complete="yes" if whole else "no", stage="read")
        self._commit()
        self._tell(self._progress("read"))

    def finish(self, snapshot: str | None) -> tuple[str, ...]:
        """Close the classes, drop what cannot be linked, and make the file fit to be read. Return what is wrong with roots."""
        tables = self._tables
        # one transaction with a journal of old pages: as safe as WAL, and its memory does not grow with what changes
        tables.connection.execute("PRAGMA journal_mode = DELETE")
        if tables.said("stage") == "read":
            self._tell(self._progress("closing the classes"))
            tables.begin()
            notes = close_classes(tables.connection)
            self._tell(self._progress("dropping what has no type"))
            keep_linkable(tables.connection)
            dated = _IN_NAME.search(self._dump.name)
            shown = snapshot or self._latest or ("-".join(dated.groups()) if dated else "unknown")
            tables.say(stage="done", snapshot=shown, notes="\n".join(notes))
            tables.connection.execute("COMMIT")
        self._tell(self._progress("packing"))
        tables.connection.execute("VACUUM")
        return tuple((tables.said("notes") or "").splitlines())

    def _take(self, line: Line) -> None:
        raw = line.raw
        if line.fault:
            self._tables.fault(line.end, line.fault)
        elif len(raw) < 8:
            bracket = raw.strip().rstrip(b",")
            self._opened, self._closed = self._opened or bracket == b"[", self._closed or bracket == b"]"
            if bracket not in (b"", b"[", b"]"):
                self._tables.fault(line.end, f"no JSON object ({bracket!r})")
        elif not self._is_passed_over(raw):
            try:
                item = item_of(entity_of(raw, self._loads))
            except NotAnItemError as error:
                self._tables.fault(line.end, str(error))
                return
            if item is not None and (item.names or item.parents) and self._tables.add(item):
                self._items += 1
                self._latest = max(self._latest, item.modified)

    def _is_passed_over(self, raw: bytes) -> bool:
        """Tell without parsing whether every class in the line is one whose items are passed over."""
        # most lines stop here: one look for the first class, instead of one for each of those that are passed over
        at = raw.find(b'"P31"')
        near = raw[at : at + _NEAR]
        if at < 0 or not any(tag in near for tag in self._tags):
            return False
        classes = {int(c) for c in _P31.findall(raw)}
        return bool(classes) and classes <= self._passed_over

    def _commit(self) -> None:
        opened = "yes" if self._opened else "no"
        self._tables.say(read=self._position, items=self._items, latest=self._latest, opened=opened)
        self._tables.commit()

    def _progress(self, stage: str) -> Progress:
        size = self._dump.size
        share = min(1.0, self._dump.read_bytes / size) if size else None
        return Progress(self._position - self._first, self._items, self.seconds, share, stage)
