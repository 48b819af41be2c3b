"""Triples -> the least HTML that is readable: one table. What a site shows that is given no pages."""

from __future__ import annotations

from html import escape
from http import HTTPStatus

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from relaas.serve.site import Site


class PlainPages:
    """A list of documents, and a table for every IRI."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def routes(self) -> list[BaseRoute]:
        """Return the route of the list of documents."""
        return [Route("/", self._home)]

    async def resource(self, _: Request, iri: str, triples: tuple[ox.Triple, ...]) -> Response:
        """Return the table of one IRI."""
        rows = "".join(f"<tr><td>{self._cell(t.predicate)}</td><td>{self._cell(t.object)}</td></tr>" for t in triples)
        return _page(iri, f"<h1>{escape(iri)}</h1><table>{rows}</table>")

    async def refusal(self, _: Request, status: int, reason: str) -> Response:
        """Return the page of a request that is not answered."""
        body = f'<h1>{status} {HTTPStatus(status).phrase}</h1><p>{escape(reason)}</p><p><a href="/">/</a></p>'
        return _page(f"{status}", body, status=status)

    async def _home(self, _: Request) -> Response:
        documents = await self._site.documents()
        entries = "".join(f"<li>{self._link(iri, title)}</li>" for iri, title in documents)
        return _page(self._site.settings.title, f"<h1>{escape(self._site.settings.title)}</h1><ul>{entries}</ul>")

    def _cell(self, term: object) -> str:
        if isinstance(term, ox.NamedNode):
            return self._link(term.value, term.value)
        return escape(term.value if isinstance(term, ox.Literal) else str(term))

    def _link(self, iri: str, label: str) -> str:
        return f'<a href="{escape(self._site.path_of(iri))}">{escape(label)}</a>'


def _page(title: str, body: str, *, status: int = 200) -> Response:
    html = f"<!DOCTYPE html><html><head><title>{escape(title)}</title></head><body>{body}</body></html>"
    return HTMLResponse(html, status_code=status)
