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
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pyoxigraph as ox
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from relaas.present import Name, NodePage, Reader, Setting, describe_node, read_document, render_document, render_template
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
#: What may be asked further about an actor: a named query, and its parameter that takes the actor's name.
_ABOUT_ACTORS = (("claims-per-holder", "holder"), ("accusations", "accused"))


class GraphPages:
    """The pages of a site."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._readers: OrderedDict[tuple[str, str], Reader] = OrderedDict()

    def routes(self) -> list[BaseRoute]:
        """Return the routes of the pages that are about no single IRI, and of the static files."""
        return [
            *pages_front.routes(self._site),
            *pages_queries.routes(self._site),
            Route("/static/relaas.css", _style),
            Mount("/static", StaticFiles(directory=STATIC)),
        ]

    async def resource(self, request: Request, iri: str, triples: tuple[ox.Triple, ...]) -> Response:
        """Return the page of one IRI: a document with its text, the ontology, or a node with what is said of it."""
        setting = setting_of(self._site, request, iri=iri)
        if iri.rstrip("#") == _ONTOLOGY:
            return page(await run_in_threadpool(pages_front.ontology_page, setting))
        if any(t.predicate.value == _TYPE and getattr(t.object, "value", "") == _DOCUMENT for t in triples):
            reader = await self._document(iri)
            if reader is not None:
                return page(await run_in_threadpool(_document_page, reader, setting))
        parent = iri.rpartition("/")[0]
        reader = await self._document(parent) if f"{parent}/graph" in self._site.manifest.graphs else None
        if reader is not None:
            return page(await run_in_threadpool(_inside_page, reader, iri, setting))
        shared = await pages_shared.gather(self._site, iri, triples)
        return page(await run_in_threadpool(_shared_page, shared, iri, setting))

    async def _document(self, iri: str) -> Reader | None:
        """Return a reader of the document's graphs, kept while the store stays the same."""
        key = (self._site.version, iri)
        if key in self._readers:
            self._readers.move_to_end(key)
            return self._readers[key]
        data = await self._site.document(iri)
        if not data:
            return None
        reader = await run_in_threadpool(_read, data)
        self._readers[key] = reader
        while len(self._readers) > _KEPT:
            self._readers.popitem(last=False)
        return reader


async def _style(_: Request) -> Response:
    return Response(style_sheet(), media_type="text/css", headers={"Cache-Control": "max-age=3600"})


def _read(data: bytes) -> Reader:
    from relaas.serialize import read_dataset

    return Reader(read_dataset(data, format="nquads"))


def _document_page(reader: Reader, setting: Setting) -> str:
    return render_document(read_document(reader.in_language(setting.language)), setting)


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
