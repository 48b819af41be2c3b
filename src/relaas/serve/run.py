"""A site + a listening socket -> a running server, until it is interrupted.

uvicorn with a protocol that does not wait for ever: a connection that has not sent a whole request head within some seconds is
closed, so that many slow clients hold no more than a socket for a moment.
"""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Callable

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from relaas.serve import Site, create_app
from relaas.serve.pages import GraphPages

_HEAD_SECONDS = 10.0
_CONNECTIONS = 1000


class PatientProtocol(H11Protocol):
    """HTTP/1.1 with a limit on the time in which the head of a request must come."""

    head_seconds = _HEAD_SECONDS
    _waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for the first head."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Take data; stop waiting when the head is complete, begin again when the next one has begun."""
        complete = self.cycle
        super().data_received(data)
        if self.cycle is not complete:
            self._stop_waiting()
        elif self._waiting is None and (self.cycle is None or self.cycle.response_complete):
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop waiting."""
        self._stop_waiting()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self._waiting = asyncio.get_running_loop().call_later(self.head_seconds, self.transport.close)

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None


def run(site: Site, listening: socket.socket, *, ready: Callable[[], None], access_log: bool = False) -> None:
    """Serve until an interrupt; `ready` is called when requests are answered. StoreError when the store cannot be opened."""
    logging.basicConfig(level=logging.INFO if access_log else logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    patience = min(_HEAD_SECONDS, site.settings.limits.seconds)
    config = uvicorn.Config(
        create_app(site, pages=GraphPages(site)),
        http=type("Patient", (PatientProtocol,), {"head_seconds": patience}),
        log_level="info" if access_log else "warning",
        access_log=access_log,
        limit_concurrency=_CONNECTIONS,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=5,
        server_header=False,
    )

    async def serve() -> None:
        # before the server starts, so that a store that cannot be opened ends the program with one line
        await site.pool.start()
        try:
            ready()
            await uvicorn.Server(config).serve(sockets=[listening])
        finally:
            await site.pool.close()

    asyncio.run(serve())
