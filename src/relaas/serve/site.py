"""A store folder + settings -> `Site`: what routes and pages may ask, each answer made by a worker of the pool.

Answers for IRIs of three kinds: those of the data (below the base) and of codes by their path, the terms of the ontology by
`/ns`, and any other IRI of the graph by `/resource?iri=`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote, urlsplit

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from relaas.ids import DEFAULT_BASE
from relaas.present.titles import untitled
from relaas.query import Table
from relaas.serve import vocabularies
from relaas.serve.guard import admit
from relaas.serve.limits import Limits, Refusal
from relaas.serve.negotiate import GRAPHS, RESULTS, best
from relaas.serve.pool import Pool
from relaas.store import Manifest, live_version, read_manifest

_NS = "https://w3id.org/relaas/ns#"
_CODES = "https://w3id.org/relaas/code/"
_TITLES = """PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX : <https://w3id.org/relaas/ns#>
SELECT DISTINCT ?document ?title ?asked WHERE {
  ?document a :Document . OPTIONAL { ?document dcterms:title ?title }
  OPTIONAL {
    ?question dcterms:isPartOf ?document ; a :Question ; :ordinal 1 ; :span ?span . FILTER (!BOUND(?title))
    ?span <http://www.w3.org/ns/oa#exact> ?asked
  }
}"""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a site is told. `url` is its public address without a slash at the end; without it each request's own is used."""

    base: str = DEFAULT_BASE
    title: str = "relaas"
    url: str | None = None
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Question:
    """A query and how it is to be answered. `default` and `named` are graphs of the protocol, None where none are given.

    `base` is what relative IRIs of the query are resolved against, the address of the endpoint.
    """

    text: str
    accept: str | None = None
    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None
    base: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A complete answer: in `body`, or in the file `path`, which whoever sends it removes. `size` is its bytes."""

    media_type: str
    body: bytes
    path: Path | None
    size: int

    def whole(self) -> bytes:
        """Return the bytes and remove the file."""
        if self.path is None:
            return self.body
        data = self.path.read_bytes()
        self.path.unlink(missing_ok=True)
        return data


class Pages(Protocol):
    """What makes the HTML of a site."""

    def routes(self) -> list[BaseRoute]:
        """Return the routes of the pages."""
        ...

    async def resource(self, request: Request, iri: str, triples: tuple[ox.Triple, ...]) -> Response:
        """Return the page of one IRI; `triples` is what `Site.describe` says of it, never empty."""
        ...

    async def refusal(self, request: Request, status: int, reason: str) -> Response:
        """Return the page that says why a request is not answered, with that HTTP status."""
        ...


class Site:
    """A store on the web."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self.folder, self.settings = folder, settings
        self.pool = Pool(folder, settings.limits)
        self._manifest: tuple[str, Manifest] | None = None

    @classmethod
    def of_store(cls, folder: Path, settings: Settings | None = None) -> Site:
        """Make the site of a store folder. StoreError, now and not at the first query, when there is none."""
        site = cls(folder, settings or Settings())
        _ = site.manifest
        return site

    @property
    def manifest(self) -> Manifest:
        """The manifest of the live version."""
        version = live_version(self.folder)
        if self._manifest is None or (version is not None and version != self._manifest[0]):
            found = read_manifest(self.folder)
            self._manifest = (version or "", found)
        return self._manifest[1]

    @property
    def version(self) -> str:
        """The name of the live version of the store; it changes with every update."""
        _ = self.manifest
        assert self._manifest is not None
        return self._manifest[0]

    @property
    def graphs(self) -> int:
        """The number of named graphs."""
        return len(self.manifest.graphs)

    @property
    def quads(self) -> int:
        """The number of statements, each counted in every graph that holds it."""
        return self.manifest.quads

    async def answer(self, question: Question, *, page: bool = False) -> Answer:
        """Answer a query in the format that is accepted. Refusal when it may not be asked or reaches a limit."""
        admit(question.text, self.settings.limits)
        request = {
            "kind": "query", "text": question.text,
            "default": question.default, "named": question.named, "base": question.base,
            "results": best(question.accept, RESULTS), "graphs": best(question.accept, GRAPHS),
        }  # fmt: skip
        return await self._ask(request, page=page)

    async def select(self, text: str) -> Table:
        """Return the rows of a SELECT, or the one row of an ASK."""
        answer = await self.answer(Question(text, "application/sparql-results+json"), page=True)
        found = ox.parse_query_results(answer.whole(), format=ox.QueryResultsFormat.JSON)
        if isinstance(found, ox.QueryBoolean):
            return Table(("answer",), ((ox.Literal(bool(found)),),))
        return Table(tuple(v.value for v in found.variables), tuple(tuple(row) for row in found))

    async def graph(self, iri: str | None, accept: str | None) -> Answer:
        """Return one graph of the store, or the union of all for None. Refusal 404 when there is no such graph."""
        checked = None if iri is None else _checked(iri)
        form = best(accept, GRAPHS)
        if form is None:
            raise Refusal(406, f"a graph comes as {', '.join(types[0] for types in GRAPHS.values())}")
        return await self._ask({"kind": "graph", "iri": checked, "graphs": form})

    async def describe(self, iri: str) -> tuple[ox.Triple, ...]:
        """Return what store, ontology and codes say of an IRI, sorted; () when they say nothing."""
        answer = await self._ask({"kind": "describe", "iri": _checked(iri)}, page=True)
        triples = {*_triples(answer.whole()), *vocabularies.describe(iri)}
        return tuple(sorted(triples, key=str))

    async def mentions(self, iri: str, *, most: int = 200) -> tuple[tuple[ox.Triple, ...], bool]:
        """Return at most so many triples that point at an IRI, and whether there are more."""
        header, body = await self.pool.ask({"kind": "mentions", "iri": _checked(iri), "most": most}, page=True)
        return tuple(sorted(_triples(_answer(header, body).whole()), key=str)), bool(header["more"])

    async def document(self, iri: str) -> bytes:
        """Return a document's graphs, with the registry's entries for what they name, as N-Quads; b"" when there is none."""
        request = {"kind": "document", "iri": _checked(iri), "registry": self.settings.base + "registry"}
        return (await self._ask(request, page=True)).whole()

    async def documents(self) -> tuple[tuple[str, str], ...]:
        """Return IRI and title of every document, by title; for a title that is not there stand the words first asked."""
        titles = {}
        for document, title, asked in (await self.select(_TITLES)).rows:
            titles[document.value] = (
                title.value if title is not None else untitled(asked.value) if asked is not None else document.value
            )
        return tuple(sorted(titles.items(), key=lambda row: (row[1].startswith("["), row[1].casefold(), row[0])))

    def path_of(self, iri: str) -> str:
        """Return where this site answers for an IRI.

        >>> Site(Path("store"), Settings()).path_of("https://w3id.org/relaas/id/actor/chile")
        '/id/actor/chile'
        """
        for prefix, path in ((self.settings.base, "/id/"), (_CODES, "/code/"), (_NS, "/ns#")):
            rest = iri.removeprefix(prefix)
            if rest != iri and (path == "/ns#" or not set(rest) & set("?#")):
                return path + quote(rest, safe="/:@!$&'()*+,;=~-._%")
        return "/resource?iri=" + quote(iri, safe="")

    def iri_of(self, path: str) -> str | None:
        """Return the IRI for a path of this site, quoted as it was sent; None for a path below no namespace of ours.

        >>> Site(Path("store"), Settings()).iri_of("/code/verdict/answered")
        'https://w3id.org/relaas/code/verdict/answered'
        """
        for prefix, start in ((self.settings.base, "/id/"), (_CODES, "/code/")):
            if path.startswith(start) and len(path) > len(start):
                return prefix + path[len(start) :]
        return None

    async def _ask(self, request: Mapping[str, Any], *, page: bool = False) -> Answer:
        header, body = await self.pool.ask(dict(request), page=page)
        return _answer(header, body)


def _answer(header: Mapping[str, Any], body: bytes) -> Answer:
    if header["status"] != 200:
        raise Refusal(header["status"], header["reason"])
    media_type = {**GRAPHS, **RESULTS}[header["format"]][0]
    path = Path(header["path"]) if "path" in header else None
    return Answer(media_type, body, path, header["bytes"])


def _triples(data: bytes) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(data, format=ox.RdfFormat.N_TRIPLES)}


def _checked(iri: str) -> str:
    """Return the IRI when it is an absolute one; Refusal 400 else."""
    try:
        if not urlsplit(iri).scheme:
            raise ValueError(iri)
        return ox.NamedNode(iri).value
    except ValueError:
        raise Refusal(400, f"{json.dumps(iri[:200], ensure_ascii=False)} is no absolute IRI") from None
