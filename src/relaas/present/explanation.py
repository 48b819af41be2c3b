"""A node of a graph -> why it is there: rule, lexicon entry, cue, sentence from the text in the graph, features of the link."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from rdflib import Dataset, Graph
from rdflib.term import Literal, Node, URIRef

from relaas.errors import QueryError
from relaas.present.reader import Reader, code_of
from relaas.vocabulary import CODE, NIF, OA, RDF, RELAAS

if TYPE_CHECKING:
    from rich.console import RenderableType

_SPANS = ("cue", "contentSpan", "quoteSpan", "mention", "span", "evidence")


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a node is in the graph. `before`, `words`, `after` are the passage and what stands around it in the text."""

    iri: str
    kind: str
    statements: tuple[tuple[str, str], ...]
    spans: tuple[tuple[str, int, int, str], ...]
    rule: str | None
    entry: str | None
    confidence: str | None
    note: str | None
    before: str
    words: str
    after: str
    start: int | None
    text: str
    links: tuple[tuple[str, str], ...]
    tree: tuple[str, ...] = ()


def explain(dataset: Dataset | Graph, name: str) -> Explanation:
    """Explain the node with this IRI, or with this last part of its IRI. QueryError when there is none, or several."""
    reader = Reader(dataset, "en")
    node = _find(reader, name)
    placed = _spans(reader, node)
    spans = tuple((name, *reader.offsets(span), reader.words(span) or "") for name, span in placed)
    passage = next((s for name, s in reversed(placed) if name == "evidence"), None) or next((s for _, s in placed), None)
    evidence = reader.offsets(passage) if passage is not None else None
    text = reader.text_of(passage) if passage is not None else ""
    before = after = words = ""
    if evidence is not None and text:
        begin, end = evidence
        before, words, after = text[max(0, begin - 80) : begin], text[begin:end], text[end : end + 80]
    return Explanation(
        iri=str(node),
        kind=", ".join(sorted(_short(t) for t in reader.graph.objects(node, RDF.type))),
        statements=_statements(reader, node),
        spans=spans,
        rule=reader.text(node, RELAAS.rule),
        entry=reader.text(node, RELAAS.lexiconEntry),
        confidence=reader.text(node, RELAAS.confidence),
        note=reader.text(node, RELAAS.note),
        before=before,
        words=words,
        after=after,
        start=evidence[0] if evidence is not None else None,
        text=text,
        links=_links(reader, node),
    )


def _find(reader: Reader, name: str) -> Node:
    exact = URIRef(name)
    if (exact, None, None) in reader.graph:
        return exact
    tail = "/" + name.strip("/")
    found = sorted({s for s in reader.graph.subjects() if str(s).endswith(tail)}, key=str)
    if not found:
        raise QueryError(f"{name}: no such node in the graphs; `relaas query claims-per-holder` lists claims with their IRIs")
    if len(found) > 1:
        raise QueryError(f"{name}: {len(found)} nodes end in this; give the whole IRI, or fewer graphs")
    return found[0]


def _spans(reader: Reader, node: Node) -> tuple[tuple[str, Node], ...]:
    """Return the spans of a node, each with what it is to the node."""
    named = [(name, span) for name in _SPANS for span in reader.all(node, RELAAS[name])]
    return tuple((name, span) for name, span in (*named, ("span", node)) if (span, OA.start, None) in reader.graph)


def _statements(reader: Reader, node: Node) -> tuple[tuple[str, str], ...]:
    """Return what the graph says of the node, spans left out, other nodes by their labels."""
    hidden = {RELAAS[name] for name in _SPANS} | {RDF.type, NIF.isString, RELAAS.rule, RELAAS.lexiconEntry, RELAAS.confidence}
    rows = []
    for predicate, value in reader.graph.predicate_objects(node):
        if predicate in hidden:
            continue
        shown = (
            code_of(value) if str(value).startswith(CODE) else str(value) if isinstance(value, Literal) else _named(reader, value)
        )
        rows.append((_short(predicate), " ".join(shown.split())))
    return tuple(sorted(rows))


def _named(reader: Reader, node: Node) -> str:
    label, tail = reader.label(node), str(node).rsplit("/", 1)[-1]
    return label if label == tail else f"{label} <{tail}>"


def _short(node: Node) -> str:
    return str(node).replace("#", "/").rsplit("/", 1)[-1]


def _links(reader: Reader, node: Node) -> tuple[tuple[str, str], ...]:
    """Return what the linker decided about the node, with the features of the candidates."""
    rows = []
    for note in reader.subjects(OA.hasTarget, node):
        for predicate, value in sorted(reader.graph.predicate_objects(note), key=str):
            if predicate not in (RDF.type, OA.hasTarget):
                rows.append((_short(predicate), _candidate(reader, value)))
    return tuple(rows)


def _candidate(reader: Reader, node: Node) -> str:
    details = [f"{_short(p)}={code_of(v)}" for p, v in sorted(reader.graph.predicate_objects(node), key=str) if p != RDF.type]
    return (
        " ".join(details)
        if details and not isinstance(node, Literal) and (node, RDF.type, None) in reader.graph
        else code_of(node)
    )


def render_explanation(explanation: Explanation, *, form: str = "text") -> Any:
    """Return a rich renderable, or JSON text for `json`."""
    if form == "json":
        fields = asdict(explanation)
        del fields["text"]
        return json.dumps(fields, ensure_ascii=False, indent=1) + "\n"
    return _text(explanation)


def _text(explanation: Explanation) -> RenderableType:
    from rich.console import Group
    from rich.markup import escape
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    passage = Text()
    for words, style in ((f"… {explanation.before}", "dim"), (explanation.words, "bold"), (f"{explanation.after} …", "dim")):
        passage.append(re.sub(r"\s+", " ", words), style=style)
    table = Table.grid(padding=(0, 2))
    table.add_column(style="cyan")
    table.add_column(overflow="fold")
    why = (
        ("rule", explanation.rule),
        ("lexicon entry", explanation.entry),
        ("confidence", explanation.confidence),
        ("note", explanation.note),
    )
    for name, value in why:
        if value:
            table.add_row(name, escape(value))
    for name, begin, end, words in explanation.spans:
        table.add_row(f"{name} {begin}-{end}", escape(words))
    for name, value in explanation.statements:
        table.add_row(name, escape(value))
    for name, value in explanation.links:
        table.add_row(f"link: {name}", escape(value))
    out: list[RenderableType] = [Text(f"{explanation.kind}  {explanation.iri}", style="bold")]
    if explanation.words:
        out += [Text(), Padding(passage, (0, 0, 0, 2))]
    out += [Text(), Padding(table, (0, 0, 0, 2))]
    if explanation.tree:
        out += [Text(), Text("tree", style="bold"), Padding(Text("\n".join(explanation.tree)), (0, 0, 0, 2))]
    return Group(*out)
