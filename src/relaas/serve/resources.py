"""An IRI of the graph as an address -> what is known of it, as HTML, Turtle or JSON-LD.

`/id/...` names things, which no server can send: 303 leads to the description, `/id/....html`, `.ttl`, `.jsonld` or `.nt`, by
what the client accepts. `/ns` and `/code/...` name terms, and graphs are data: answered at once. Any other IRI of the graph
is asked as `/resource?iri=`. An IRI of which nothing is known is 404.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import unquote

import pyoxigraph as ox
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from relaas.serve import vocabularies
from relaas.serve.limits import Refusal
from relaas.serve.negotiate import GRAPHS, PAGES, best
from relaas.serve.protocol import respond
from relaas.serve.site import Pages, Site

#: Endings of descriptions, by the name of their format.
ENDINGS: Mapping[str, str] = MappingProxyType({"html": ".html", "turtle": ".ttl", "jsonld": ".jsonld", "ntriples": ".nt"})
_OFFERS = {name: {**PAGES, **GRAPHS}[name] for name in ENDINGS}


def routes(site: Site, pages: Pages) -> list[BaseRoute]:
    """Return the routes that answer for IRIs."""

    async def thing(request: Request) -> Response:
        path = _raw_path(request)
        for form, ending in ENDINGS.items():
            if path.endswith(ending):
                return await _described(request, site, pages, (path.removesuffix(ending), form))
        if (graph := site.iri_of(path)) in site.manifest.graphs:
            return respond(await site.graph(graph, request.headers.get("accept")))
        iri, _ = await _known(site, path)
        return RedirectResponse(site.path_of(iri) + ENDINGS[_accepted(request)], status_code=303)

    async def code(request: Request) -> Response:
        path = _raw_path(request)
        for form, ending in ENDINGS.items():
            if path.endswith(ending):
                return await _described(request, site, pages, (path.removesuffix(ending), form))
        return await _described(request, site, pages, (path, _accepted(request)))

    async def terms(request: Request) -> Response:
        return await _shown(request, pages, vocabularies.ONTOLOGY, (_in_order(vocabularies.ONTOLOGY), _accepted(request)))

    async def other(request: Request) -> Response:
        iri = request.query_params.get("iri")
        if iri is None:
            raise Refusal(400, "which IRI? /resource?iri=IRI")
        triples = await site.describe(iri)
        if not triples:
            raise Refusal(404, f"nothing is known here of {iri}")
        return await _shown(request, pages, iri, (triples, _accepted(request)))

    return [
        Route("/id/{path:path}", thing),
        Route("/code/{path:path}", code),
        Route("/ns", terms),
        Route("/resource", other),
    ]


def _raw_path(request: Request) -> str:
    """Return the path as it was sent: what it quotes, the IRI quotes too."""
    raw: bytes = request.scope.get("raw_path") or request.scope["path"].encode()
    return raw.partition(b"?")[0].decode("ascii", "replace")


def _accepted(request: Request) -> str:
    wanted = str(request.query_params.get("format") or "") or best(request.headers.get("accept"), _OFFERS)
    if wanted is None or wanted not in ENDINGS:
        raise Refusal(406, f"a description comes as {', '.join(types[0] for types in _OFFERS.values())}")
    return wanted


async def _known(site: Site, path: str) -> tuple[str, tuple[ox.Triple, ...]]:
    """Return the IRI of a path and what is known of it. A browser quotes letters that an IRI may hold as such."""
    for tried in dict.fromkeys((path, unquote(path))):
        iri = site.iri_of(tried)
        if iri is not None and (triples := await site.describe(iri)):
            return iri, triples
    raise Refusal(404, f"nothing is known here of {site.iri_of(path) or path}")


async def _described(request: Request, site: Site, pages: Pages, wanted: tuple[str, str]) -> Response:
    path, form = wanted
    iri, triples = await _known(site, path)
    return await _shown(request, pages, iri, (triples, form))


async def _shown(request: Request, pages: Pages, iri: str, shown: tuple[tuple[ox.Triple, ...], str]) -> Response:
    triples, form = shown
    if form == "html":
        return await pages.resource(request, iri, triples)
    data = await run_in_threadpool(_serialized, triples, form)
    return Response(data, media_type=GRAPHS[form][0] + ("; charset=utf-8" if form == "turtle" else ""))


def _serialized(triples: tuple[ox.Triple, ...], form: str) -> bytes:
    from relaas.serialize import read_dataset, serialize

    plain = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
    return serialize(read_dataset(plain or b"", format="ntriples"), form)


def _in_order(iri: str) -> tuple[ox.Triple, ...]:
    return tuple(sorted(vocabularies.describe(iri), key=str))
