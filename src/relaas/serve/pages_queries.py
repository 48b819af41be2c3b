"""Named queries -> forms, tables and files; SPARQL -> an editor.

    /queries                    what can be asked
    /queries/NAME?param=value   the form, filled in, with the first rows of the answer
    /api/query/NAME?param=value the whole answer: ?format=csv, json, markdown or turtle, or the Accept header
    /query                      Yasgui with the named queries as examples; without JavaScript a plain form

A parameter that is unknown or does not fit is 400 with a line that says so; no answer is cut without saying it. As Turtle a
CONSTRUCT gives its triples, and a SELECT its rows in the vocabulary in which the W3C's own tests write them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

import pyoxigraph as ox
from rdflib.term import Literal, URIRef
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from relaas.errors import QueryError
from relaas.present import Name, render_template
from relaas.present.titles import short, yes_or_no
from relaas.present.wording import schemes_of
from relaas.query import NamedQuery, Parameter, Table, named_queries, named_query
from relaas.serve.limits import Refusal
from relaas.serve.negotiate import best
from relaas.serve.pages_setting import page, setting_of
from relaas.serve.protocol import respond
from relaas.serve.site import Question, Site
from relaas.vocabulary import CODE, SKOS, schemes_graph

_SHOWN = 200
_LANGUAGE_AND_FORMAT = ("lang", "format")
#: Formats of an answer, by name.
FORMATS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "json": ("application/sparql-results+json", "application/json"),
        "csv": ("text/csv",),
        "markdown": ("text/markdown",),
        "turtle": ("text/turtle",),
    }
)
_RESULT_SET = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
_EXAMPLE = re.compile(r"\(([a-z-]+)/[a-z-]+\)")
_FORM = re.compile(r"^\s*(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE | re.MULTILINE)
#: Yasgui sets styles on elements while it draws, and its icons are data: addresses.
EDITOR_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'"
)


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter as a field of a form. With `choices` (code, label) it is a list to choose from."""

    parameter: Parameter
    value: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """The part of an answer that stands on a page: cells as text or as names that link."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Name, ...], ...]
    total: int


def routes(site: Site) -> list[BaseRoute]:
    """Return the routes of forms, files and editor."""

    async def listing(request: Request) -> Response:
        return page(render_template("queries.html", setting_of(site, request), queries=named_queries()))

    async def form(request: Request) -> Response:
        query, values = _asked(request)
        setting = setting_of(site, request)
        shown, mistake, status = None, "", 200
        try:
            shown = await _first_rows(site, query.bound(values), setting.language)
        except (QueryError, Refusal) as error:
            mistake, status = str(error), getattr(error, "status", 400)
        html = render_template(
            "named.html",
            setting,
            query=query,
            fields=tuple(_field(p, values.get(p.name, ""), setting.language) for p in query.parameters),
            shown=shown,
            mistake=mistake,
            text=query.text if mistake else query.bound(values),
            files=tuple((name, _file(query, values, name)) for name in FORMATS),
        )
        return page(html, status=status)

    async def api(request: Request) -> Response:
        query, values = _asked(request)
        wanted = request.query_params.get("format") or best(request.headers.get("accept"), FORMATS)
        if wanted is None or wanted not in FORMATS:
            raise Refusal(406, f"an answer comes as {', '.join(FORMATS)}; choose with ?format=")
        return await answer_as(site, query.bound(values), wanted)

    async def catalogue(_: Request) -> Response:
        return JSONResponse([_as_json(query) for query in named_queries()])

    async def editor(request: Request) -> Response:
        text = request.query_params.get("query") or _first_example()
        limits = site.settings.limits.as_text()
        html = render_template(
            "query.html",
            setting_of(site, request),
            text=text,
            queries=named_queries(),
            limits=limits,
            base=site.settings.base,
        )
        return page(html, policy=EDITOR_POLICY)

    return [
        Route("/queries", listing),
        Route("/queries/{name}", form),
        Route("/api/queries", catalogue),
        Route("/api/query/{name}", api),
        Route("/query", editor),
    ]


async def answer_as(site: Site, text: str, form: str) -> Response:
    """Answer a query in one of `FORMATS`."""
    makes_triples = (_FORM.search(text) or [""])[0].strip().upper() in ("CONSTRUCT", "DESCRIBE")
    if makes_triples:
        if form != "turtle":
            raise Refusal(406, "this query makes triples; they come as turtle")
        return respond(await site.answer(Question(text, "text/turtle")))
    if form in ("json", "csv"):
        return respond(await site.answer(Question(text, FORMATS[form][0])))
    table = await site.select(text)
    if form == "markdown":
        return Response(await run_in_threadpool(table.to_markdown), media_type="text/markdown; charset=utf-8")
    return Response(await run_in_threadpool(result_set, table), media_type="text/turtle; charset=utf-8")


def result_set(table: Table) -> bytes:
    """Return the rows as Turtle, in the vocabulary of the W3C's tests of SPARQL; `rs:index` keeps their order."""

    def rs(name: str) -> ox.NamedNode:
        return ox.NamedNode(_RESULT_SET + name)

    kind = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    whole = ox.BlankNode("answer")
    triples = [ox.Triple(whole, kind, rs("ResultSet"))]
    triples += [ox.Triple(whole, rs("resultVariable"), ox.Literal(column)) for column in table.columns]
    for number, row in enumerate(table.rows, start=1):
        solution = ox.BlankNode(f"row{number}")
        index = ox.Literal(str(number), datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer"))
        triples += [ox.Triple(whole, rs("solution"), solution), ox.Triple(solution, rs("index"), index)]
        for at, (column, term) in enumerate(zip(table.columns, row, strict=True)):
            if term is not None:
                binding = ox.BlankNode(f"row{number}v{at}")
                triples += [
                    ox.Triple(solution, rs("binding"), binding),
                    ox.Triple(binding, rs("variable"), ox.Literal(column)),
                    ox.Triple(binding, rs("value"), term),
                ]
    return ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes={"rs": _RESULT_SET}) or b""


def title_of_query(name: str, language: str) -> str:
    """Return the title of a named query in the language of the page."""
    query = named_query(name)
    assert query is not None, name
    return query.title_en if language == "en" else query.title


def _asked(request: Request) -> tuple[NamedQuery, dict[str, str]]:
    """Return the query of the path and the values of its parameters; an empty value is none."""
    name = request.path_params["name"]
    query = named_query(name)
    if query is None:
        raise Refusal(404, f"there is no query named {name[:60]!r}; /queries names those there are")
    given = [(k, v) for k, v in request.query_params.multi_items() if k not in _LANGUAGE_AND_FORMAT and v != ""]
    twice = sorted({k for k, _ in given if sum(k == other for other, _ in given) > 1})
    if twice:
        raise Refusal(400, f"parameter {twice[0][:60]!r} is given twice")
    return query, dict(given)


async def _first_rows(site: Site, text: str, language: str) -> Shown:
    table = await site.select(text)
    schemes = [schemes_of(column) for column in table.columns]
    rows = tuple(tuple(_cell(term, language, of) for term, of in zip(row, schemes, strict=True)) for row in table.rows[:_SHOWN])
    return Shown(table.columns, rows, len(table.rows))


def _cell(term: Any, language: str, schemes: tuple[str, ...]) -> Name:
    """Return a value as a person reads it: a code by its label, a node by its name, both as links."""
    if term is None:
        return Name("")
    if isinstance(term, ox.NamedNode):
        return Name(_code_label(term.value, language) or short(term.value), term.value)
    value = str(term.value)
    for scheme in schemes:
        iri = f"{CODE}{scheme}/{value}"
        if label := _code_label(iri, language):
            return Name(label, iri)
    if isinstance(term, ox.Literal) and term.datatype.value.endswith("#boolean"):
        return Name(yes_or_no(value, language))
    return Name(value)


def _code_label(iri: str, language: str) -> str:
    if not iri.startswith(CODE):
        return ""
    labels = {o.language: str(o) for o in schemes_graph().objects(URIRef(iri), SKOS.prefLabel) if isinstance(o, Literal)}
    return labels.get(language) or labels.get("nl") or ""


def _field(parameter: Parameter, value: str, language: str) -> Field:
    """Return the field; a parameter of codes names an example in its description, which tells the scheme to choose from."""
    found = _EXAMPLE.search(parameter.description) if parameter.kind == "code" else None
    choices: tuple[tuple[str, str], ...] = ()
    if found is not None:
        concepts = sorted(str(s) for s in schemes_graph().subjects(SKOS.inScheme, URIRef(CODE + found[1])))
        choices = tuple((iri.removeprefix(CODE), _code_label(iri, language)) for iri in concepts)
        choices = tuple(sorted(choices, key=lambda choice: choice[1].casefold()))
    return Field(parameter, value, choices)


def _file(query: NamedQuery, values: Mapping[str, str], form: str) -> str:
    return f"/api/query/{query.name}?{urlencode({**values, 'format': form})}"


def _first_example() -> str:
    query = named_query("claims-per-holder") or named_queries()[0]
    return query.text


def _as_json(query: NamedQuery) -> dict[str, Any]:
    return {
        "name": query.name, "title": query.title, "title@en": query.title_en, "description": query.description,
        "columns": query.columns,
        "parameters": [{"name": p.name, "kind": p.kind, "description": p.description} for p in query.parameters],
    }  # fmt: skip
