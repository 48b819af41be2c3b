"""Bytes of a PDF, DOCX or HTML file -> text, in a process of its own with limits of memory and time.

A hostile file can make a reader loop, fill the memory or crash; here that costs one worker and gives one line of error.
The worker is this module run as a script: `python -m relaas.ingest.worker KIND` reads bytes on standard input and writes JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Final

from relaas.errors import InputError

#: Seconds and bytes a worker may use, and characters it may give back. A paper of 300 pages takes 4 s and 300 MB.
MAX_SECONDS: Final = 60
MAX_MEMORY: Final = 2_000_000_000
MAX_CHARACTERS: Final = 16_000_000


def extract_apart(kind: str, data: bytes, name: str, *, seconds: float = MAX_SECONDS) -> str:
    """Return the text of the file. InputError when it has none, is refused by its reader, or needs more than the limits."""
    code = f"import sys; sys.path[:0] = [{str(_root())!r}]; from relaas.ingest.worker import work; work()"
    command = [sys.executable, "-I", "-c", code, kind]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=seconds, check=False)  # noqa: S603 - our own interpreter
    except subprocess.TimeoutExpired:
        raise InputError(name, f"could not be read within {seconds:g} s", "print it to a new file, or give its text") from None
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        raise InputError(
            name, "made its reader crash or use too much memory", "print it to a new file, or give its text"
        ) from None
    if "reason" in answer:
        raise InputError(name, answer["reason"], answer["advice"])
    return str(answer["text"])


def _root() -> Path:
    """Return the folder the package is imported from, so that the isolated interpreter finds the same one."""
    return Path(__file__).resolve().parents[2]


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # not on Windows; the limit of time still holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def work() -> None:
    """Read standard input as the kind named last on the command line; write `{"text"}` or `{"reason", "advice"}`."""
    _limit_memory()
    kind, data = sys.argv[-1], sys.stdin.buffer.read()
    try:
        if kind == "pdf":
            from relaas.ingest.pdf import extract
        elif kind == "docx":
            from relaas.ingest.docx import extract
        else:
            from relaas.ingest.hypertext import extract
        text = extract(data)
        if len(text) > MAX_CHARACTERS:
            raise InputError(kind, f"holds {len(text) / 1e6:.0f} million characters of text", "split it into one document a file")
        answer = {"text": text}
    except InputError as error:
        answer = {"reason": error.reason, "advice": error.advice}
    sys.stdout.write(json.dumps(answer))
