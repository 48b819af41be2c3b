"""A site -> its pages for people: a page for every IRI, the front page, forms for the named queries, an editor for SPARQL.

The pages are made from what the site's workers answer, with the templates of `relaas.present`, which `relaas show --format html`
uses as well. They work without JavaScript; only the editor has scripts, and those are of this site. A page is in Dutch, or in
English with `?lang=en`, which its links carry on. Nothing is asked twice of one version of the store: documents and counts are
kept until the store is swapped.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar
from urllib.parse import urlencode

import pyoxigraph as ox
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from relaas.errors import GraphError
from relaas.present import (
    DocumentPage,
    Name,
    NodePage,
    Reader,
    Setting,
    describe_node,
    read_document,
    render_document,
    render_template,
)
from relaas.present.hypertext import style_sheet
from relaas.serve import pages_front, pages_queries, pages_shared
from relaas.serve.pages_setting import page, setting_of
from relaas.serve.site import Site
from relaas.vocabulary import NS

if TYPE_CHECKING:
    from rdflib.term import Node, URIRef

STATIC = Path(__file__).resolve().parent / "static"
_ONTOLOGY = NS.rstrip("#")
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_DOCUMENT = NS + "Document"
_KEPT = 32
#: Statuses of refusals with words of their own; others are told as a request that cannot be read.
_EXPLAINED = (404, 405, 406, 413, 503)
T = TypeVar("T")
#: What may be asked further about an actor: a named query, and its parameter that takes the actor's name.
_ABOUT_ACTORS = (("claims-per-holder", "holder"), ("accusations", "accused"))


class GraphPages:
    """The pages of a site."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._readers: _Recent[Reader] = _Recent()
        self._documents: _Recent[DocumentPage] = _Recent()

    def routes(self) -> list[BaseRoute]:
        """Return the routes of the pages that are about no single IRI, and of the static files."""
        return [
            *pages_front.routes(self._site),
            *pages_queries.routes(self._site),
            Route("/static/relaas.css", _style),
            Route("/favicon.ico", _icon),
            Mount("/static", StaticFiles(directory=STATIC)),
        ]

    async def resource(self, request: Request, iri: str, triples: tuple[ox.Triple, ...]) -> Response:
        """Return the page of one IRI: a document with its text, the ontology, or a node with what is said of it."""
        setting = setting_of(self._site, request, iri=iri)
        if iri.rstrip("#") == _ONTOLOGY:
            return page(await run_in_threadpool(pages_front.ontology_page, setting))
        if any(t.predicate.value == _TYPE and getattr(t.object, "value", "") == _DOCUMENT for t in triples):
            document = await self._document_page(iri, setting.language)
            if document is not None:
                return page(await run_in_threadpool(render_document, document, setting))
        parent = iri.rpartition("/")[0]
        reader = await self._document(parent) if f"{parent}/graph" in self._site.manifest.graphs else None
        if reader is not None:
            return page(await run_in_threadpool(_inside_page, reader, iri, setting))
        shared = await pages_shared.gather(self._site, iri, triples)
        return page(await run_in_threadpool(_shared_page, shared, iri, setting))

    async def refusal(self, request: Request, status: int, reason: str) -> Response:
        """Return the page that says what is the matter and what to do about it."""
        setting = setting_of(self._site, request)
        if request.method not in ("GET", "HEAD"):
            setting = replace(setting, switch=None)
        kind = f"refused_{status}" if status in _EXPLAINED else "refused_400"
        limits = self._site.settings.limits.as_text()
        html = await run_in_threadpool(
            render_template, "refused.html", setting, status=status, reason=reason, kind=kind, limits=limits
        )
        return page(html, status=status)

    async def _document(self, iri: str) -> Reader | None:
        """Return a reader of the document's graphs, kept while the store stays the same."""
        key = (self._site.version, iri)
        if (kept := self._readers.get(key)) is not None:
            return kept
        data = await self._site.document(iri)
        return self._readers.keep(key, await run_in_threadpool(_read, data)) if data else None

    async def _document_page(self, iri: str, language: str) -> DocumentPage | None:
        """Return what the page of a document shows; None where the graph is not made as ours are, one document in its graphs."""
        key = (self._site.version, language + iri)
        if (kept := self._documents.get(key)) is not None:
            return kept
        reader = await self._document(iri)
        if reader is None:
            return None
        try:
            return self._documents.keep(key, await run_in_threadpool(read_document, reader.in_language(language)))
        except GraphError:
            return None


class _Recent(Generic[T]):
    """The values that were used last, by version of the store and name."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str], T] = OrderedDict()

    def get(self, key: tuple[str, str]) -> T | None:
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def keep(self, key: tuple[str, str], value: T) -> T:
        self._kept[key] = value
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return value


async def _style(_: Request) -> Response:
    return Response(style_sheet(), media_type="text/css", headers={"Cache-Control": "max-age=3600"})


async def _icon(_: Request) -> Response:
    """Answer browsers that ask for an icon where a page, a file or an error names none."""
    return FileResponse(STATIC / "relaas.svg", media_type="image/svg+xml", headers={"Cache-Control": "max-age=86400"})


def _read(data: bytes) -> Reader:
    from relaas.serialize import read_dataset

    return Reader(read_dataset(data, format="nquads"))


def _inside_page(reader: Reader, iri: str, setting: Setting) -> str:
    return _node_page(describe_node(reader.in_language(setting.language), iri), setting)


def _shared_page(shared: pages_shared.Shared, iri: str, setting: Setting) -> str:
    reader = Reader(shared.graph, setting.language)
    pairs: Iterable[tuple[Node, URIRef]] = shared.incoming
    return _node_page(describe_node(reader, iri, incoming=pairs), setting, shared=shared)


def _node_page(node: NodePage, setting: Setting, *, shared: pages_shared.Shared | None = None) -> str:
    documents = shared.documents if shared is not None else ()
    actor = any(re.search(r"#(Actor|GeopoliticalEntity|OfficeHolder)$", kind.iri) for kind in node.kinds)
    asked = _ABOUT_ACTORS if actor else ()
    questions = tuple(
        Name(
            pages_queries.title_of_query(name, setting.language),
            setting.local(f"/queries/{name}?{urlencode({parameter: node.title})}"),
        )
        for name, parameter in asked
    )
    return render_template(
        "node.html", setting, node=node, documents=documents, more=shared is not None and shared.more, questions=questions
    )
