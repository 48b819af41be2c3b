"""A store on disk -> a web site: SPARQL endpoint, graphs, descriptions of the data, a page for every IRI.

    app = create_app(Site.of_store(Path("store")))                   # an ASGI application; `relaas serve` runs it with uvicorn

Queries never run in the process that answers the web: the `Pool` of the site keeps worker processes, each with the store opened
read-only, under limits of time, memory, rows and bytes (`Limits`). A worker that reaches one is killed and replaced, and the
client is told which limit it was (503); there is no partial answer. What is wrong in a request is a `Refusal` with its status,
raised anywhere below a route and turned into a response in one place (`app`); a route never makes an error response itself.

What pages and forms build on
    site.settings.base        what the IRIs of the data begin with ("https://w3id.org/relaas/id/"); also .title, .limits
    await site.select(text)   rows of a SELECT or ASK as `relaas.query.Table` (columns; rows of pyoxigraph terms or None)
    await site.answer(question)   the serialized answer: `Question(text, accept=...)` -> `Answer(media_type, body, path, size)`
    await site.describe(iri)  triples that describe an IRI, from store, ontology and codes: tuple[ox.Triple, ...]; () if none
    await site.mentions(iri)  at most 200 triples that point at it, and whether there are more: (triples, more)
    await site.document(iri)  N-Quads (bytes) of a document's own graphs and the registry entries of what it names: give them to
                              relaas.serialize.read_dataset, then relaas.present.summarise; b"" if there is no such document
    await site.documents()    IRIs and titles: tuple[(iri, title)], sorted by title
    site.path_of(iri)         where this site answers for an IRI: "/id/...", "/code/...", "/ns#..." or "/resource?iri=..."
    site.iri_of(path)         the IRI for a path below /id/ or /code/ (quoted as the graph quotes it)
    (pages always find a worker: /sparql may never take the last one of the pool)
    site.graphs / site.quads  counts of the store, from its manifest; site.version changes when the store is swapped

How pages join: an object with these three methods (`Pages`) is given to `create_app(site, pages=...)`; `PlainPages` is the least
that works: a table of triples.
    def routes(self) -> list[BaseRoute]                                     "/", "/query", "/api/query/{name}", static files ...
    async def resource(self, request, iri, triples) -> Response                the HTML of one IRI (a path that ends in .html)
    async def refusal(self, request, status, reason) -> Response               the page of a Refusal, for a browser
Paths taken by the protocol side: /sparql /data /.well-known/void /void /ns /code/{path} /id/{path} /resource. HTML responses get
the strict Content-Security-Policy `app.POLICY` unless they carry one of their own. Negotiation: `negotiate.best(accept, offers)`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from starlette.applications import Starlette

    from relaas.serve.limits import Limits, Refusal
    from relaas.serve.site import Answer, Pages, Question, Settings, Site

__all__ = ["Answer", "Limits", "Pages", "Question", "Refusal", "Settings", "Site", "create_app"]


def create_app(site: Site, *, pages: Pages | None = None) -> Starlette:
    """Make the ASGI application of a site. Without `pages` the HTML is a plain table of triples."""
    from relaas.serve.app import assemble

    return assemble(site, pages=pages)


def __getattr__(name: str) -> Any:
    """Import the public names on first use: a worker process, which is started often, needs no web library."""
    if name in __all__:
        return getattr(import_module("relaas.serve.limits" if name in ("Limits", "Refusal") else "relaas.serve.site"), name)
    raise AttributeError(f"module 'relaas.serve' has no attribute {name!r}")
