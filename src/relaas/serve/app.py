"""Routes of every kind -> one ASGI application, with what holds for all responses: headers, errors, patience.

Every response may be read from any origin (CORS), tells browsers not to guess types, and an HTML page carries a strict
Content-Security-Policy. A Refusal becomes a response with its status: a page for a browser, a line of text for all others.
Anything else that goes wrong is logged and answered with 503 without detail, so no trace and no path leaves the machine. A
client that takes nothing for a minute is let go.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Mapping
from http import HTTPStatus
from types import MappingProxyType

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from relaas.errors import QueryError, RelaasError
from relaas.serve import discovery, graphstore, protocol, resources
from relaas.serve.limits import Refusal
from relaas.serve.negotiate import PAGES, best
from relaas.serve.plain import PlainPages
from relaas.serve.site import Pages, Site

_LOG = logging.getLogger("relaas.serve")
#: Scripts, styles, images and requests of this site only; no frames, no plug-ins, no form to elsewhere.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_SEND_SECONDS = 60.0
_REFUSALS: Mapping[str, tuple[str, ...]] = MappingProxyType({"text": ("text/plain",), **PAGES})
_MISSED = {404: "there is nothing here; / says what there is", 405: "this address is not asked in that way"}


def assemble(site: Site, *, pages: Pages | None) -> Starlette:
    """Put the routes of protocol and pages together."""
    shown = pages if pages is not None else PlainPages(site)

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await site.pool.start()
        try:
            yield
        finally:
            await site.pool.close()

    routes = [
        *protocol.routes(site, shown),
        *graphstore.routes(site),
        *discovery.routes(site),
        *resources.routes(site, shown),
        *shown.routes(),
    ]

    async def refused(request: Request, error: Exception) -> Response:
        status, reason, headers = _answer_to(error)
        if best(request.headers.get("accept"), _REFUSALS) != "html":
            return _plain(status, reason, headers)
        response = await shown.refusal(request, status, reason)
        response.headers.update(headers)
        return response

    app = Starlette(routes=routes, lifespan=lifespan, exception_handlers={RelaasError: refused, HTTPException: refused})
    app.add_middleware(Manners)
    return app


class Manners:
    """Adds the headers that every response has, answers OPTIONS, keeps crashes inside and slow readers out."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def patient(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                _add_headers(MutableHeaders(scope=message))
            async with asyncio.timeout(_SEND_SECONDS):
                await send(message)

        if scope["method"] == "OPTIONS":
            await PlainTextResponse("", headers={"Allow": "GET, HEAD, POST, OPTIONS"})(scope, receive, patient)
            return
        try:  # the last place where a crash of one request can be kept from the others
            await self._app(scope, receive, patient)
        except Exception as error:
            if begun:
                _LOG.warning("a client was let go while it was answered: %s", type(error).__name__)
                raise
            _LOG.exception("a request could not be answered")
            await _plain(503, "the request could not be answered; the log of the server says why")(scope, receive, patient)


def _add_headers(headers: MutableHeaders) -> None:
    headers["Access-Control-Allow-Origin"] = "*"
    headers["Access-Control-Allow-Methods"] = "GET, HEAD, POST, OPTIONS"
    headers["Access-Control-Allow-Headers"] = "Accept, Content-Type"
    headers["Access-Control-Expose-Headers"] = "Link, Location, Retry-After"
    headers["X-Content-Type-Options"] = "nosniff"
    headers.add_vary_header("Accept")
    if headers.get("content-type", "").startswith("text/html"):
        headers.setdefault("Content-Security-Policy", POLICY)
        headers.setdefault("Referrer-Policy", "same-origin")


def _plain(status: int, reason: str, headers: dict[str, str] | None = None) -> Response:
    return PlainTextResponse(f"{status} {HTTPStatus(status).phrase}: {reason}\n", status_code=status, headers=headers)


def _answer_to(error: Exception) -> tuple[int, str, dict[str, str]]:
    """Return status, reason and headers of the response to what stopped a request."""
    if isinstance(error, HTTPException):
        return error.status_code, _MISSED.get(error.status_code, str(error.detail)), dict(error.headers or {})
    if isinstance(error, Refusal):
        headers = {"Retry-After": str(error.retry_after)} if error.retry_after is not None else {}
        if error.status == 405:
            headers["Allow"] = "GET, HEAD, OPTIONS"
        return error.status, error.reason, headers
    if isinstance(error, QueryError):
        return 400, str(error), {}
    _LOG.warning("%s", error)
    return 503, str(error), {}
