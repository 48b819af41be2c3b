"""A request of the pool + the open store -> header and body of the answer, or which limit it reached.

Runs in the worker. An answer is complete before its first byte is sent, else a limit could only be told by breaking off. What is
larger than `inline` goes to a file that the pool named, so that a slow client holds a file and not a worker.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import IO, TYPE_CHECKING, Any, cast

import pyoxigraph as ox

if TYPE_CHECKING:
    from typing_extensions import Buffer

    from relaas.store import Live

_RESULT_FORMATS = MappingProxyType(
    {
        "json": ox.QueryResultsFormat.JSON, "xml": ox.QueryResultsFormat.XML,
        "csv": ox.QueryResultsFormat.CSV, "tsv": ox.QueryResultsFormat.TSV,
    }
)  # fmt: skip
_GRAPH_FORMATS = MappingProxyType(
    {
        "turtle": ox.RdfFormat.TURTLE, "trig": ox.RdfFormat.TRIG, "nquads": ox.RdfFormat.N_QUADS,
        "ntriples": ox.RdfFormat.N_TRIPLES, "jsonld": ox.RdfFormat.JSON_LD, "rdfxml": ox.RdfFormat.RDF_XML,
    }
)  # fmt: skip
PREFIXES = MappingProxyType(
    {
        "relaas": "https://w3id.org/relaas/ns#", "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#", "xsd": "http://www.w3.org/2001/XMLSchema#",
        "dcterms": "http://purl.org/dc/terms/", "oa": "http://www.w3.org/ns/oa#", "prov": "http://www.w3.org/ns/prov#",
        "schema": "http://schema.org/", "skos": "http://www.w3.org/2004/02/skos/core#", "foaf": "http://xmlns.com/foaf/0.1/",
    }
)  # fmt: skip
#: What parts two rows in each format, and what may hide such a mark inside a value.
_ROWS: Mapping[str, tuple[bytes, re.Pattern[bytes] | None]] = MappingProxyType(
    {
        "json": (b"},{", re.compile(rb'"(?:[^"\\]|\\.)*"', re.DOTALL)),
        "xml": (b"<result>", None),
        "csv": (b"\n", re.compile(rb'"(?:[^"]|"")*"', re.DOTALL)),
        "tsv": (b"\n", None),
    }
)


class LimitReached(Exception):  # noqa: N818 - no mistake of anybody
    """The answer has more rows or bytes than one may have."""


class _Buffer(io.RawIOBase):
    """Collects the serialized rows; counts them by the marks that part them, which costs nothing while they are few."""

    def __init__(self, form: str, *, rows: int, bytes_: int) -> None:
        super().__init__()
        self._mark, self._opaque = _ROWS[form]
        self._rows, self._bytes = rows, bytes_
        self._size = self._marks = self._hidden = 0
        self.parts: list[bytes] = []

    def write(self, data: Buffer) -> int:
        """Take a piece; LimitReached when there are more rows than allowed."""
        piece = bytes(data)
        self.parts.append(piece)
        self._size += len(piece)
        self._marks += piece.count(self._mark)
        if self._size > self._bytes:
            raise LimitReached(f"the answer has more than {self._bytes // 1024 // 1024} MiB")
        if self._marks - self._hidden > self._rows:
            whole = b"".join(self.parts)
            exact = (self._opaque.sub(b"", whole) if self._opaque else whole).count(self._mark)
            self._hidden = self._marks - exact
            if exact > self._rows:
                raise LimitReached(f"the answer has more than {self._rows:,} rows")
        return len(piece)


class Answering:
    """Answers requests over one open version of a store."""

    def __init__(self, live: Live, *, rows: int, bytes_: int, inline: int) -> None:
        self._store, self._live = live.store, live
        self._rows, self._bytes, self._inline = rows, bytes_, inline
        self._graphs: list[str] | None = None

    def answer(self, request: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:  # noqa: PLR0911 - a line for each way to fail
        """Return header and body. The header's `status` is the HTTP status of what the client should be told."""
        try:
            header, body = getattr(self, f"_{request['kind']}")(request)
            if len(body) > self._inline and request.get("path"):
                Path(request["path"]).write_bytes(body)
                return {**header, "path": request["path"], "bytes": len(body)}, b""
        except LimitReached as error:
            return {"status": 503, "reason": f"{error}; ask for less, with LIMIT and OFFSET for instance"}, b""
        except SyntaxError as error:
            return {"status": 400, "reason": f"the query is no SPARQL 1.1: {' '.join(str(error).split())}"}, b""
        except ValueError as error:
            return {"status": 400, "reason": f"the query cannot be answered: {error}"}, b""
        except MemoryError:
            return {"status": 503, "reason": "the query needs more memory than one may take"}, b""
        except OSError as error:
            return {"status": 503, "reason": f"the store cannot be read: {error}", "damaged": True}, b""
        return {**header, "bytes": len(body)}, body

    def _query(self, request: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
        default, named = request.get("default"), request.get("named")
        options: dict[str, Any] = {}
        if default is not None or named is not None:
            options = {
                "default_graph": [ox.NamedNode(iri) for iri in default or ()],
                "named_graphs": [ox.NamedNode(iri) for iri in named or ()],
            }
        found = self._store.query(request["text"], base_iri=request.get("base"), **options)
        if isinstance(found, ox.QueryTriples):
            return self._triples(found, request["graphs"])
        if (form := request["results"]) is None:
            return _not_acceptable("rows or a yes or no")
        if isinstance(found, ox.QueryBoolean) and form in ("csv", "tsv"):
            # the formats are defined for SELECT only; the engine's bare word is what other servers send as well
            return {"status": 200, "format": form}, str(found.serialize(format=_RESULT_FORMATS[form]) or b"", "ascii").encode()
        buffer = _Buffer(form, rows=self._rows, bytes_=self._bytes)
        found.serialize(cast(IO[bytes], buffer), _RESULT_FORMATS[form])
        return {"status": 200, "format": form}, b"".join(buffer.parts)

    def _triples(self, triples: Iterable[ox.Triple], form: str | None) -> tuple[dict[str, Any], bytes]:
        if form is None:
            return _not_acceptable("triples")
        return {"status": 200, "format": form}, self._serialized(self._distinct(triples), form)

    def _distinct(self, triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
        """Yield each triple once: a graph is a set, and the engine repeats what two rows construct."""
        seen: set[ox.Triple] = set()
        for triple in triples:
            if triple not in seen:
                seen.add(triple)
                if len(seen) > self._rows:
                    raise LimitReached(f"the answer has more than {self._rows:,} triples")
                yield triple

    def _serialized(self, triples: Iterable[ox.Triple] | Iterable[ox.Quad], form: str) -> bytes:
        short = dict(PREFIXES) if form in ("turtle", "trig", "rdfxml") else None
        data = ox.serialize(triples, format=_GRAPH_FORMATS[form], prefixes=short) or b""
        if len(data) > self._bytes:
            raise LimitReached(f"the answer has more than {self._bytes // 1024 // 1024} MiB")
        return data

    def _graph(self, request: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Answer with one graph; the default graph is the union of all."""
        if (iri := request["iri"]) is None:
            pattern = self._store.quads_for_pattern(None, None, None, ox.DefaultGraph())
        elif self._store.contains_named_graph(ox.NamedNode(iri)):
            pattern = self._store.quads_for_pattern(None, None, None, ox.NamedNode(iri))
        else:
            return {"status": 404, "reason": f"the store has no graph {iri}"}, b""
        return self._triples((quad.triple for quad in pattern), request["graphs"])

    def _describe(self, request: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Answer with the triples of a subject, and those of the blank nodes they lead to, as N-Triples."""
        found: dict[ox.Triple, None] = {}
        waiting: list[Any] = [ox.NamedNode(request["iri"])]
        known = set(waiting)
        while waiting:
            for quad in self._store.quads_for_pattern(waiting.pop(), None, None, ox.DefaultGraph()):
                found[quad.triple] = None
                if isinstance(quad.object, ox.BlankNode) and quad.object not in known:
                    known.add(quad.object)
                    waiting.append(quad.object)
        return {"status": 200, "format": "ntriples"}, self._serialized(self._distinct(found), "ntriples")

    def _mentions(self, request: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Answer with some of the triples that point at an IRI, and whether there are more."""
        quads = self._store.quads_for_pattern(None, None, ox.NamedNode(request["iri"]), ox.DefaultGraph())
        triples = [quad.triple for quad in islice(quads, request["most"])]
        more = next(quads, None) is not None
        return {"status": 200, "format": "ntriples", "more": more}, self._serialized(triples, "ntriples")

    def _document(self, request: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Answer with a document's own graphs, and what other graphs say of the shared nodes that they name, as N-Quads."""
        prefix = f"{request['iri']}/graph"
        if self._graphs is None:
            self._graphs = sorted(graph.value for graph in self._store.named_graphs() if isinstance(graph, ox.NamedNode))
        own = [name for name in self._graphs if name == prefix or name.startswith(prefix + "/")]
        quads: dict[ox.Quad, None] = {}
        for name in own:
            quads.update(dict.fromkeys(self._store.quads_for_pattern(None, None, None, ox.NamedNode(name))))
        registry = ox.NamedNode(request["registry"])
        waiting = {term for quad in quads for term in (quad.subject, quad.object) if isinstance(term, ox.NamedNode)}
        known = set(waiting)
        while waiting:
            more = {quad for term in waiting for quad in self._store.quads_for_pattern(term, None, None, registry)}
            quads.update(dict.fromkeys(more))
            waiting = {quad.object for quad in more if isinstance(quad.object, ox.NamedNode)} - known
            known |= waiting
        return {"status": 200, "format": "nquads"}, self._serialized(sorted(quads, key=str), "nquads") if own else b""


def _not_acceptable(what: str) -> tuple[dict[str, Any], bytes]:
    return {"status": 406, "reason": f"the answer is {what}, and no format of these is accepted; send another Accept header"}, b""
