"""Any findings become the same graph in every format, whatever their names hold."""

from __future__ import annotations

import dataclasses
import hashlib
from datetime import date
from decimal import Decimal
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from rdflib import Dataset, Literal, URIRef

from relaas.gazetteer import Entry, Gazetteer
from relaas.graph import Run, to_dataset
from relaas.graph.sources import page_iri
from relaas.model import (
    SCHEMES,
    Actor,
    Attribution,
    CitedSource,
    Claim,
    DateRange,
    Document,
    Event,
    Evidence,
    Figure,
    Findings,
    Header,
    Link,
    Mention,
    Metadata,
    Part,
    Participation,
    Passage,
    Quote,
    Source,
    Span,
)
from relaas.serialize import FORMATS, read_dataset, serialize
from relaas.vocabulary import OA, RDF, RELAAS

RDFLIB = {"turtle": "turtle", "trig": "trig", "nquads": "nquads", "ntriples": "nt", "jsonld": "json-ld"}
HOSTILE = [
    *('"', "'", "'''", '"""', "\\", "\\u0041", '\\"', "''' .", "]]>", "{}", "#", "?", " ", "_:b", "%zz", "@nl", "@context"),
    *("\n", "\r\n", "\t", "\x00", "\x7f", "\ufeff", "\u2028", "\u202e", "e\u0301", "😀", "a" * 500),
    *("<script>alert(1)</script>", "<http://x>", "^^xsd:integer", "javascript:alert(1)", "http://[", "https://a:b/"),
]
names = st.one_of(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30), st.sampled_from(HOSTILE))
rules = st.text("abc.-", min_size=1, max_size=8)
decimals = st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**15), max_value=10**15)
unit = st.decimals(0, 1, places=3)
dates = st.one_of(st.none(), st.dates(date(1000, 1, 1)))


def one(scheme: str) -> st.SearchStrategy[Any]:
    return st.sampled_from(SCHEMES[scheme])


@st.composite
def findings(draw: st.DrawFn) -> Findings:
    """Findings of one part whose text, names and numbers are anything; ids and codes are ours."""
    text = "".join(draw(st.lists(names, min_size=3, max_size=8)))[:6000] + " slot"

    def span() -> Span:
        start = draw(st.integers(0, len(text) - 1))
        return Span(start, draw(st.integers(start + 1, min(len(text), start + 60))))

    def mentions() -> tuple[Mention, ...]:
        return tuple(Mention(found, text[found.start : found.end]) for found in [span() for _ in range(draw(st.integers(1, 3)))])

    def evidence() -> Evidence:
        return Evidence(draw(rules), span(), draw(unit), draw(st.one_of(st.none(), names)), draw(st.one_of(st.none(), names)))

    whole = Span(0, len(text))
    part = Part("context", "context", whole, 1, draw(st.one_of(st.none(), names)), passage=Passage(text, tuple(range(len(text)))))
    metadata = Metadata(asker=draw(names), themes=tuple(draw(st.lists(names, max_size=3))), submitted=draw(dates))
    keys = draw(st.lists(names, min_size=1, max_size=3, unique=True))
    actors = [Actor("asker", draw(one("actor-type")), draw(names), mentions(), identified=draw(st.booleans()))]
    actors += [Actor(f"actor/{key}", "state", draw(names), mentions(), key=key, geopolitical=True) for key in keys]
    ids = st.sampled_from([actor.actor_id for actor in actors])
    figure = Figure(
        "fig1-2", span(), "context", draw(one("unit")), evidence(), draw(decimals), unit_text=draw(names), counted=draw(names)
    )
    when = DateRange(draw(names), draw(dates), draw(dates), draw(dates), draw(dates))
    event = Event(
        "ev1-2", draw(one("event-type")), draw(one("factuality")), mentions(), "context", evidence(),
        when=draw(st.one_of(st.none(), st.just(when))), participants=(Participation(draw(ids), draw(one("role"))),),
    )  # fmt: skip
    quoted = span()
    claim = Claim(
        "cl1-2", draw(one("speech-act")), (draw(ids), draw(ids)), "asker", "context", evidence(),
        cue=(span(), span()), content=span(),
        content_text=draw(names), quotes=(Quote(quoted, draw(names), draw(one("quote-type"))),),
        attributions=(Attribution("asker", 0), Attribution(draw(ids), 1, span())), figures=("fig1-2",), about_events=("ev1-2",),
    )  # fmt: skip
    source = CitedSource(
        "src1-2",
        draw(one("source-type")),
        mentions(),
        evidence(),
        draw(names),
        draw(names),
        url=draw(names),
        cited_in=("context",),
    )
    link = Link(draw(ids), draw(st.sampled_from([None, "Q1", "Q42"])), draw(unit), draw(names), draw(names), draw(names))
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(
        Source("invoer", text, digest),
        "generic",
        "unknown",
        "written-question",
        Header(number=draw(names)),
        (part,),
        metadata=metadata,
    )
    return Findings(
        document, tuple(actors), events=(event,), claims=(claim,), figures=(figure,), sources=(source,), links=(link,)
    )


@st.composite
def cases(draw: st.DrawFn) -> tuple[Findings, Gazetteer, Run]:
    """Findings, a gazetteer that knows some of their actors, and a run."""
    found = draw(findings())
    keys = [actor.key for actor in found.actors if actor.key and draw(st.booleans())]
    entries = {key: Entry(key, None, "geopolitical", "state", (("nl", draw(names)),), None, "x") for key in keys}
    return found, Gazetteer(entries, {}), Run(draw(names), draw(names), draw(names))


def dataset_of(case: tuple[Findings, Gazetteer, Run]) -> Dataset:
    found, gazetteer, run = case
    return to_dataset(found, run=run, gazetteer=gazetteer)


def lines_of(dataset: Dataset, format: str) -> list[bytes]:
    return serialize(dataset, "nquads" if FORMATS[format].graphs else "ntriples").splitlines()


slow = settings(
    max_examples=30,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@slow
@given(cases())
def test_every_format_comes_back_through_our_reader(case: tuple[Findings, Gazetteer, Run]) -> None:
    dataset = dataset_of(case)
    for format in FORMATS:
        data = serialize(dataset, format)
        for read in (read_dataset(data, format=format), read_dataset(data)):
            assert lines_of(read, format) == lines_of(dataset, format)


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # its parsers call what it deprecates
@slow
@given(cases())
def test_every_format_comes_back_through_rdflib(case: tuple[Findings, Gazetteer, Run]) -> None:
    dataset = dataset_of(case)
    for format in FORMATS:
        read = Dataset()
        read.parse(data=serialize(dataset, format), format=RDFLIB[format])
        assert lines_of(read, format) == lines_of(dataset, format)


@slow
@given(cases())
def test_every_iri_is_valid_and_every_quote_is_the_slice(case: tuple[Findings, Gazetteer, Run]) -> None:
    dataset = dataset_of(case)
    for quad in dataset.quads():
        for term in quad:
            if isinstance(term, URIRef):
                assert list(ox.parse(f"<{term}> <{term}> <{term}> .", format=ox.RdfFormat.N_TRIPLES))
    text = next(str(o) for _, p, o, _ in dataset.quads() if str(p).endswith("isString"))
    for span, _, _, graph in dataset.quads((None, RDF.type, RELAAS.TextSpan, None)):
        content = dataset.graph(graph)
        start, end, exact = (content.value(span, p) for p in (OA.start, OA.end, OA.exact))
        assert isinstance(start, Literal)
        assert isinstance(end, Literal)
        assert str(exact) == text[int(start) : int(end)]


@slow
@given(findings())
def test_the_order_within_a_kind_changes_no_byte(found: Findings) -> None:
    turned = dataclasses.replace(found, actors=found.actors[::-1])
    run, gazetteer = Run("1", "2", "3"), Gazetteer({}, {})
    for format in FORMATS:
        left = serialize(to_dataset(found, run=run, gazetteer=gazetteer), format)
        assert serialize(to_dataset(turned, run=run, gazetteer=gazetteer), format) == left


@given(names)
@settings(max_examples=200)
def test_any_address_is_a_valid_iri(url: str) -> None:
    assert list(ox.parse(f"<{page_iri(url)}> <x:y> <x:z> .", format=ox.RdfFormat.N_TRIPLES))


@given(decimals)
def test_any_decimal_keeps_its_value(value: Decimal) -> None:
    from relaas.graph.literals import decimal

    assert Decimal(str(decimal(value))) == value
