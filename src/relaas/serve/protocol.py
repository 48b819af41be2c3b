"""`/sparql`: the SPARQL 1.1 Protocol, query operation only.

A query comes by GET, by POST of a form, or by POST as it is; its dataset is that of the protocol's parameters, else that of its
FROM, else the union of all graphs as default graph with every named graph. Without a query the endpoint describes itself.
Refused: updates, more than one query, bodies over the limit, other types of body, text that is not UTF-8, bodies that take
longer to come than a query may run. A client that goes away frees its worker at once.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl

from starlette.background import BackgroundTask
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from relaas.serve import discovery
from relaas.serve.limits import Refusal
from relaas.serve.negotiate import GRAPHS, PAGES, best
from relaas.serve.site import Answer, Pages, Question, Site

_FORM: Final = "application/x-www-form-urlencoded"
_DIRECT: Final = "application/sparql-query"
_PIECE = 256 * 1024
Parameters = list[tuple[str, str]]


def routes(site: Site, pages: Pages) -> list[BaseRoute]:
    """Return the route of the endpoint."""
    has_form = any(isinstance(route, Route) and route.path == "/query" for route in pages.routes())

    async def endpoint(request: Request) -> Response:
        if request.method not in ("GET", "HEAD", "POST"):
            raise Refusal(405, "a query comes by GET or POST")
        parameters = _decoded(request.scope["query_string"])
        if request.method == "POST":
            parameters = await _posted(request, site, parameters)
        question = _question(parameters, request.headers.get("accept"), f"{discovery.address_of(request, site)}/sparql")
        if question is not None:
            return respond(await while_connected(request, site, question))
        if request.method == "POST":
            raise Refusal(400, "there is no query in the request")
        return _description(request, site, has_form=has_form)

    return [Route("/sparql", endpoint, methods=["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH"])]


def _description(request: Request, site: Site, *, has_form: bool) -> Response:
    offers = {**GRAPHS, **PAGES} if has_form else GRAPHS
    form = best(request.headers.get("accept"), offers)
    if form == "html":
        return RedirectResponse("/query", status_code=303)
    return discovery.describe_service(request, site, form)


def _decoded(raw: bytes) -> Parameters:
    """Return the parameters of a form; Refusal 400 when they are not UTF-8."""
    try:
        return parse_qsl(raw.decode("ascii"), keep_blank_values=True, encoding="utf-8", errors="strict", max_num_fields=1000)
    except ValueError:
        raise Refusal(400, "the parameters cannot be read: they must be UTF-8, percent-encoded, and at most 1,000") from None


async def _posted(request: Request, site: Site, parameters: Parameters) -> Parameters:
    """Return the parameters of address and body together."""
    kind, _, detail = request.headers.get("content-type", "").partition(";")
    kind, charset = kind.strip().lower(), detail.partition("charset=")[2].strip(' "').lower()
    if kind == "application/sparql-update":
        raise Refusal(400, "updates are refused: this endpoint only reads")
    if kind not in (_FORM, _DIRECT):
        raise Refusal(415, f"a query is posted as {_FORM} or {_DIRECT}")
    if charset not in ("", "utf-8", "utf8"):
        raise Refusal(400, "the body must be UTF-8")
    body = await _body(request, site)
    if kind == _FORM:
        return parameters + _decoded(body)
    if any(name == "query" for name, _ in parameters):
        raise Refusal(400, "the query is given twice: in the address and as the body")
    try:
        return [*parameters, ("query", body.decode("utf-8"))]
    except UnicodeDecodeError:
        raise Refusal(400, "the body must be UTF-8") from None


async def _body(request: Request, site: Site) -> bytes:
    """Read the body. Percent-encoding may make a query three times as long; the guard measures the query itself."""
    limits = site.settings.limits
    most = 3 * limits.query + 16 * 1024
    length = request.headers.get("content-length", "")
    if length.isdigit() and int(length) > most:
        raise Refusal(413, f"the body has {int(length):,} bytes; a query has at most {limits.query:,}")
    body = bytearray()
    try:
        async with asyncio.timeout(limits.seconds):
            async for piece in request.stream():
                body += piece
                if len(body) > most:
                    raise Refusal(413, f"the body is too long; a query has at most {limits.query:,} bytes")
    except TimeoutError:
        raise Refusal(400, f"the request did not come whole within {limits.seconds:g} seconds") from None
    except ClientDisconnect:
        raise Refusal(400, "the request broke off") from None
    return bytes(body)


def _question(parameters: Parameters, accept: str | None, base: str) -> Question | None:
    """Return the question; None when no parameter asks one."""
    if any(name in ("update", "using-graph-uri", "using-named-graph-uri") for name, _ in parameters):
        raise Refusal(400, "updates are refused: this endpoint only reads")
    queries = [value for name, value in parameters if name == "query"]
    if len(queries) > 1:
        raise Refusal(400, "one request asks one query")
    default = tuple(value for name, value in parameters if name == "default-graph-uri")
    named = tuple(value for name, value in parameters if name == "named-graph-uri")
    if not queries:
        if default or named:
            raise Refusal(400, "graphs are chosen and there is no query")
        return None
    if not default and not named:
        return Question(queries[0], accept, base=base)
    return Question(queries[0], accept, default=default, named=named, base=base)


async def while_connected(request: Request, site: Site, question: Question) -> Answer:
    """Answer a question unless the client goes away first, which ends the query."""
    work = asyncio.create_task(site.answer(question))
    leaving = asyncio.create_task(_gone(request))
    try:
        await asyncio.wait({work, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if not work.done():
            raise Refusal(400, "the client went away")
        return work.result()
    finally:
        leaving.cancel()
        work.cancel()
        await asyncio.gather(work, leaving, return_exceptions=True)


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def respond(answer: Answer, *, headers: dict[str, str] | None = None) -> Response:
    """Make the response of an answer: from memory, or piece by piece from its file, which is removed afterwards."""
    charset = "; charset=utf-8" if answer.media_type.startswith("text/") else ""
    media_type = answer.media_type + charset
    if answer.path is None:
        return Response(answer.body, media_type=media_type, headers=headers)
    path = answer.path
    length = {"Content-Length": str(answer.size), **(headers or {})}
    done = BackgroundTask(path.unlink, missing_ok=True)
    return StreamingResponse(_pieces(path), media_type=media_type, headers=length, background=done)


async def _pieces(path: Path) -> AsyncIterator[bytes]:
    try:
        with path.open("rb") as file:
            while piece := await asyncio.to_thread(file.read, _PIECE):
                yield piece
    finally:
        path.unlink(missing_ok=True)
