"""Requests of many clients -> answers of a few worker processes, each killed when it takes too long.

`Pool.ask` waits for a free worker, gives it the request, and waits for the answer; both within the limit of time. A worker
that runs on is killed, one that dies is replaced, and the client learns which limit it was. One worker is kept for the pages: a
request of the endpoint never takes the last free one. When the store is swapped the workers of the old version finish what they
do and are replaced; while no worker can open the new version those of the old one go on.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import signal
import sys
import tempfile
from collections.abc import Coroutine
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from relaas.errors import StoreError
from relaas.serve.frames import frame_of
from relaas.serve.limits import Limits, Refusal
from relaas.store import live_version
from relaas.store.folder import VERSIONS

_LOG = logging.getLogger("relaas.serve")
#: A worker that holds more than this after an answer is replaced: the allocator does not give memory back to the system.
_HEAVY = 512 * 1024 * 1024
_START_SECONDS = 60.0
_BUSY = "the server has more to do than it can; try again in a while"


@dataclass(slots=True)
class Worker:
    """A process that answers one request at a time."""

    process: asyncio.subprocess.Process
    version: str

    async def ask(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Send a request, return header and body; IncompleteReadError or ConnectionError when the process dies."""
        stdin, stdout = self.process.stdin, self.process.stdout
        assert stdin is not None
        assert stdout is not None
        stdin.write(frame_of(request))
        await stdin.drain()
        header = await _read_header(stdout)
        return header, await stdout.readexactly(header["size"])

    async def kill(self) -> int:
        """End the process at once; return the signal or code it ended with."""
        if self.process.returncode is None:
            # not Process.kill: it polls first, and so takes the code of a process that has died from under the event loop
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.process.pid, signal.SIGKILL)
        return await self.process.wait()

    def memory(self) -> int:
        """Return the resident bytes of the process, 0 where the system does not tell."""
        try:
            pages = Path(f"/proc/{self.process.pid}/statm").read_text(encoding="ascii").split()[1]
        except OSError:
            return 0
        return int(pages) * os.sysconf("SC_PAGE_SIZE")


async def _read_header(stream: asyncio.StreamReader) -> dict[str, Any]:
    length = int.from_bytes(await stream.readexactly(4))
    header: dict[str, Any] = json.loads(await stream.readexactly(length))
    return header


class Pool:
    """Workers over one store folder. `start` before the first request, `close` at the end."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        self.folder, self.limits = folder, limits
        self._workers: list[Worker] = []
        self._free: list[Worker] = []
        self._change = asyncio.Condition()
        self._waiting = self._missing = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self._numbers = count()
        self._spool: tempfile.TemporaryDirectory[str] | None = None
        self._version = ""
        self._bad_version: str | None = None
        self._closed = self._swapping = False

    async def start(self) -> None:
        """Start the workers, once; StoreError when they cannot open the store."""
        if self._spool is not None:
            return
        self._spool = tempfile.TemporaryDirectory(prefix="relaas-answers-")
        first = await self._launch("")
        self._version = first.version
        await self._admit(first)
        others = await asyncio.gather(*(self._launch(first.version) for _ in range(self.limits.workers - 1)))
        for worker in others:
            await self._admit(worker)

    async def close(self) -> None:
        """End every worker, once."""
        self._closed = True
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*(worker.kill() for worker in self._workers))
        self._workers.clear()
        if self._spool is not None:
            self._spool.cleanup()

    async def ask(self, request: dict[str, Any], *, page: bool = False) -> tuple[dict[str, Any], bytes]:
        """Answer a request. Refusal 503 when it takes too long, needs too much, or nobody is free; what the worker says else."""
        loop = asyncio.get_running_loop()
        end = loop.time() + self.limits.seconds
        worker = await self._take(end, page=page)
        assert self._spool is not None, "the pool was not started"
        path = str(Path(self._spool.name) / str(next(self._numbers)))
        answered = kept = False
        try:
            async with asyncio.timeout_at(end):
                header, body = await worker.ask({**request, "path": path})
            answered, kept = True, worker.memory() < _HEAVY
        except TimeoutError:
            raise Refusal(
                503, f"the query takes more than {self.limits.seconds:g} seconds; ask for less, or make it simpler"
            ) from None
        except (asyncio.IncompleteReadError, ConnectionError):
            raise _died(await worker.kill(), self.limits) from None
        finally:
            if not answered:
                Path(path).unlink(missing_ok=True)
            await asyncio.shield(self._give_back(worker) if kept else self._discard(worker))
        return header, body

    async def _take(self, end: float, *, page: bool) -> Worker:
        """Wait for a worker that is free; the last one is for pages only."""
        self._renew()

        def is_one_free() -> bool:
            return len(self._free) > (0 if page or len(self._workers) <= 1 else 1)

        if self._waiting >= self.limits.waiting and not is_one_free():
            raise Refusal(503, _BUSY, retry_after=5)
        self._waiting += 1
        try:
            async with asyncio.timeout_at(end), self._change:
                await self._change.wait_for(is_one_free)
                return self._free.pop()
        except TimeoutError:
            raise Refusal(503, _BUSY, retry_after=5) from None
        finally:
            self._waiting -= 1

    async def _give_back(self, worker: Worker) -> None:
        if self._is_stale(worker) or len(self._workers) > self.limits.workers:
            await self._discard(worker)
            return
        async with self._change:
            self._free.append(worker)
            self._change.notify_all()

    async def _discard(self, worker: Worker) -> None:
        """Kill a worker and start another where one is missing."""
        if worker in self._workers:
            self._workers.remove(worker)
        await worker.kill()
        self._fill()

    async def _admit(self, worker: Worker) -> None:
        """Count a worker that was started among the free ones."""
        if self._closed:
            await worker.kill()
            return
        self._workers.append(worker)
        async with self._change:
            self._free.append(worker)
            self._change.notify_all()

    def _in_background(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _fill(self) -> None:
        """Start as many workers as are missing."""
        while not self._closed and len(self._workers) + self._missing < self.limits.workers:
            self._missing += 1
            self._in_background(self._add())

    async def _add(self) -> None:
        pause = 0.1
        try:
            while True:
                try:
                    # the version that is known to be sound, while its files are there
                    worker = await self._launch(self._version if (self.folder / VERSIONS / self._version).is_dir() else "")
                    break
                except (StoreError, OSError) as error:
                    _LOG.warning("a worker could not be started: %s", error)
                    await asyncio.sleep(pause)
                    pause = min(2 * pause, 10.0)
        finally:
            self._missing -= 1
        await self._admit(worker)

    def _is_stale(self, worker: Worker) -> bool:
        version = live_version(self.folder)
        return version is not None and version not in (worker.version, self._bad_version)

    def _renew(self) -> None:
        """See whether the store was swapped."""
        if not self._swapping and any(self._is_stale(worker) for worker in self._free):
            self._swapping = True
            self._in_background(self._swap())

    async def _swap(self) -> None:
        """Open the new version with one worker; when it can, let go of those of the old version that are free."""
        version = live_version(self.folder)
        try:
            fresh = await self._launch(version or "")
            self._version = fresh.version
            await self._admit(fresh)
        except (StoreError, OSError) as error:
            _LOG.warning("version %s of the store cannot be served, the old one goes on: %s", version, error)
            self._bad_version = version
            return
        finally:
            self._swapping = False
        for worker in [worker for worker in self._free if self._is_stale(worker)]:
            if worker in self._free:  # it may have been taken while another was ended
                self._free.remove(worker)
                await self._discard(worker)

    async def _launch(self, version: str) -> Worker:
        """Start a worker over a version, the live one for ""."""
        limits = self.limits
        settings = {"rows": limits.rows, "memory": limits.memory, "answer": limits.answer}
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "relaas.serve.worker",
            str(self.folder),
            json.dumps(settings),
            version,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            start_new_session=True,
        )
        assert process.stdout is not None
        worker = Worker(process, "")
        try:
            async with asyncio.timeout(_START_SECONDS):
                header = await _read_header(process.stdout)
        except (TimeoutError, asyncio.IncompleteReadError):
            code = await worker.kill()
            raise StoreError(f"{self.folder.name}: a worker could not open the store (it ended with {code})") from None
        except BaseException:
            await worker.kill()
            raise
        if "failed" in header:
            await worker.kill()
            raise StoreError(str(header["failed"]))
        worker.version = str(header["ready"])
        return worker


def _died(code: int, limits: Limits) -> Refusal:
    """Say what a worker died of, as far as its signal tells."""
    if code == -signal.SIGABRT:
        return Refusal(503, f"the query needs more than {limits.memory // 1024 // 1024:,} MiB of memory; ask for less")
    if code in (-signal.SIGSEGV, -signal.SIGBUS):
        return Refusal(503, "the query is nested too deep, or needs more memory than one may take; make it simpler")
    return Refusal(503, "the process that answered the query ended; make the query simpler, or try again", retry_after=1)
