"""A store of synthetic documents and a server over it, really started, for the tests of serve, faults and benchmarks."""

from __future__ import annotations

import contextlib
import hashlib
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parent.parent / "golden" / "example-findings" / "expected.nq"
_DOCUMENT = re.compile(rb"/id/doc/([0-9a-f]{16})")


def write_copies(source: bytes, folder: Path, count: int) -> list[Path]:
    """Write so many documents that differ in their id alone."""
    folder.mkdir(parents=True, exist_ok=True)
    found = _DOCUMENT.search(source)
    assert found is not None
    paths = []
    for number in range(count):
        path = folder / f"document-{number:04}.nq"
        path.write_bytes(source.replace(found[1], id_of(number).encode()))
        paths.append(path)
    return paths


def id_of(number: int) -> str:
    """Return the id of a synthetic document."""
    return hashlib.sha256(str(number).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Server:
    """A running server."""

    url: str
    process: subprocess.Popen[bytes]
    said: list[str]

    @property
    def sparql(self) -> str:
        """The endpoint."""
        return f"{self.url}/sparql"


@contextlib.contextmanager
def serving(store: Path, *options: str) -> Iterator[Server]:
    """Run `relaas serve` on a free port of this machine, and end it."""
    command = [sys.executable, "-m", "relaas", "serve", "--store", str(store), "--port", "0", *options]
    process = subprocess.Popen(command, stderr=subprocess.PIPE)
    said: list[str] = []
    try:
        assert process.stderr is not None
        while (line := process.stderr.readline().decode()) and "http://" not in line:
            said.append(line)
        found = re.search(r"http://\S+(?=/ )", line)
        assert found, f"the server did not start: {said}"
        # what it says later is kept, and the pipe never fills
        stream = process.stderr
        drain = threading.Thread(target=lambda: said.extend(raw.decode() for raw in stream), daemon=True)
        drain.start()
        yield Server(found[0], process, said)
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stderr is not None:
            process.stderr.close()
