"""How fast and how large: an index of a synthetic dump of Wikidata items.

    python tests/benchmarks/index_wikidata.py ../shared/data/wikidata/samples [--size 1000] [--people] [--kill]

Repeats the sample items, each copy under new ids and labels, until the dump has SIZE MB of JSON; indexes it in a process of its
own and prints MB of JSON a second, of the clock and of the processor, peak memory and size of the file. With --kill a second run
is killed several times and resumed, and every table is compared. With --people only the items of persons are
repeated, which all are kept: most rows a MB. The dump is written as .json, or compressed with --gzip.
"""

from __future__ import annotations

import argparse
import bz2
import gzip
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

FILES = ("opentapioca/sample_wikidata_items.json.bz2", "opentapioca/short_stream.json.bz2")
TABLES = ("item", "name", "instance", "subclass", "holder", "post", "class_type", "fault")
_PERSON = b'"numeric-id":5,'
_VALUE = re.compile(rb'("language":"(?:nl|en|fr)","value":"(?:[^"\\]|\\.)*)"')
STEP = 10_000_000  # ids of two copies never meet


def samples(folder: Path, *, people: bool) -> list[bytes]:
    """Return the sample items, or those of persons, as compact JSON like that of a dump."""
    found: list[bytes] = []
    for name in FILES:
        for line in bz2.decompress((folder / name).read_bytes()).splitlines():
            text = line.strip().rstrip(b",")
            if len(text) > 2:
                found.append(json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":")).encode())
    return [raw for raw in found if not people or _PERSON in raw]


def copies(items: list[bytes], size: int) -> Iterator[bytes]:
    """Return items until `size` bytes are reached; in each copy the item has a new id and every label a new ending."""
    own = [re.search(rb'"id":"Q(\d+)"', item) for item in items]
    written = copy = 0
    while written < size:
        for item, match in zip(items, own, strict=True):
            if match is None:
                continue
            number = int(match[1]) + copy * STEP
            renamed = item.replace(b'"id":"Q%s"' % match[1], b'"id":"Q%d"' % number, 1)
            if copy:
                renamed = _VALUE.sub(rb'\1 %d"' % copy, renamed)
            written += len(renamed) + 2
            yield renamed
            if written >= size:
                return
        copy += 1


def write(items: list[bytes], path: Path, size: int) -> None:
    """Write the dump."""
    with gzip.open(path, "wb", compresslevel=1) if path.suffix == ".gz" else path.open("wb") as file:
        file.write(b"[\n")
        for n, item in enumerate(copies(items, size)):
            file.write((b",\n" if n else b"") + item)
        file.write(b"\n]\n")


def command(dump: Path, out: Path) -> list[str]:
    """Return the call of the program."""
    return [sys.executable, "-m", "relaas", "index-wikidata", str(dump), "--out", str(out), "--format", "json", "-q"]


def run(dump: Path, out: Path) -> tuple[float, float, float]:
    """Index the dump; return the seconds, those of the processor, and the peak memory in MB."""
    begin = time.perf_counter()
    with subprocess.Popen(command(dump, out), stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"exit code {process.returncode}")
    return time.perf_counter() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def killed(dump: Path, out: Path, after: float) -> int:
    """Index the dump, killing the run again and again; return how often."""
    kills = 0
    while not out.exists():
        with subprocess.Popen(command(dump, out), stdout=subprocess.DEVNULL) as process:
            try:
                process.wait(after * (kills + 1))
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                kills += 1
    return kills


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table."""
    connection = sqlite3.connect(path)
    return {t: connection.execute(f"SELECT * FROM {t} ORDER BY 1, 2").fetchall() for t in TABLES}


def main() -> int:
    """Make, index, measure, compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("samples", type=Path)
    parser.add_argument("--size", type=int, default=1000, help="MB of JSON")
    parser.add_argument("--people", action="store_true", help="persons only")
    parser.add_argument("--gzip", action="store_true")
    parser.add_argument("--kill", action="store_true", help="also kill and resume, and compare")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        dump = room / ("dump.json.gz" if arguments.gzip else "dump.json")
        write(samples(arguments.samples, people=arguments.people), dump, arguments.size * 1_000_000)
        seconds, processor, peak = run(dump, room / "whole.index")
        print(f"{dump.stat().st_size / 1e6:,.0f} MB file, {arguments.size} MB of JSON")  # noqa: T201
        print(f"{arguments.size / seconds:.0f} MB/s over {seconds:.1f} s,", end=" ")  # noqa: T201
        print(f"{arguments.size / processor:.0f} MB a second of the processor, peak memory {peak:.0f} MB,", end=" ")  # noqa: T201
        print(f"index {(room / 'whole.index').stat().st_size / 1e6:.0f} MB")  # noqa: T201
        if arguments.kill:
            kills = killed(dump, room / "resumed.index", max(1.0, seconds / 4))
            same = rows(room / "whole.index") == rows(room / "resumed.index")
            print(f"killed {kills} times and resumed: {'the same rows in every table' if same else 'THE ROWS DIFFER'}")  # noqa: T201
            return 0 if same and kills else 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
