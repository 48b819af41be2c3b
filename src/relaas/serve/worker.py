"""A process of its own that answers queries: `python -m relaas.serve.worker STORE SETTINGS VERSION`, frames in and out.

The process that answers the web starts and kills this one; it holds the store read-only and a shared lock on its version, so
that no update removes the files below it. Address space, size of files and stack are limited before the first query; what is
left (a query that runs on) is for the pool to kill.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import threading
from pathlib import Path
from typing import BinaryIO

from relaas.errors import RelaasError, StoreError
from relaas.serve.frames import frame_of, read_frame

#: A query of nested groups needs some kilobytes of stack a level in the engine, which has no limit of its own.
STACK = 512 * 1024 * 1024
_INLINE = 256 * 1024


def _limit(settings: dict[str, int]) -> None:
    """Give the process a ceiling: what it uses now, one large stack, and the memory that a query may take."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) if Path("/proc/self/statm").exists() else 0
    ceiling = pages * resource.getpagesize() + STACK + settings["memory"]
    resource.setrlimit(resource.RLIMIT_AS, (ceiling, ceiling))
    resource.setrlimit(resource.RLIMIT_FSIZE, (settings["answer"], settings["answer"]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _serve(folder: Path, version: str | None, settings: dict[str, int], out: BinaryIO) -> None:
    from relaas.serve.answering import Answering
    from relaas.store import open_live

    with open_live(folder, version) as live:
        answering = Answering(live, rows=settings["rows"], bytes_=settings["answer"], inline=_INLINE)
        _limit(settings)
        out.write(frame_of({"ready": live.version}))
        out.flush()
        while (request := read_frame(sys.stdin.buffer)) is not None:
            header, body = answering.answer(request)
            out.write(frame_of(header, body))
            out.flush()


def main() -> None:
    """Answer until standard input ends. A store that cannot be opened is told in a frame, and ends the process with 4."""
    folder, settings, version = Path(sys.argv[1]), json.loads(sys.argv[2]), sys.argv[3] or None
    # standard output carries frames only: what a library prints goes to standard error
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    failed: list[str] = []

    def run() -> None:
        try:
            _serve(folder, version, settings, out)
        except (StoreError, OSError) as error:
            failed.append(str(error) if isinstance(error, RelaasError) else f"{folder.name}: {error}")

    threading.stack_size(STACK)
    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if failed:
        out.write(frame_of({"failed": failed[0]}))
        out.flush()
    os._exit(4 if failed else 0)


if __name__ == "__main__":
    main()
