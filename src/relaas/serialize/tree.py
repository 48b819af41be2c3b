"""rdflib Dataset -> JSON-LD: a tree that reads like the document.

The document is the root; parts stand in it, claims in their parts, chains of voices and characters in their claims, coverage in
its question. A node is described where it is met first and named by its id afterwards; actors, places and sources, which belong
to no single part, stand in `@included`. Nothing is lost: the union of the graphs comes back from any JSON-LD reader. A general
framing algorithm is not used, since it repeats what is referred to often.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import Any

from rdflib import Dataset, URIRef
from rdflib.term import BNode, Literal, Node

from relaas.serialize.context import Context, Term, literal_value, ontology_context, plain_value
from relaas.serialize.order import Properties, described
from relaas.vocabulary import DCTERMS, OA, RDF, RELAAS

Json = Any

#: Properties under which a node that belongs to its subject is described; TextSpans are under every property.
_OWNED = {DCTERMS.hasPart, RELAAS.text, RELAAS.attribution, RELAAS.participation, RELAAS.figure, RELAAS.candidate}
#: key -> (property that points up, class): what is described inside the node it points to.
_UNDER = {
    "coverage": (RELAAS.ofQuestion, RELAAS.Coverage),
    "events": (RELAAS.inPart, RELAAS.Event),
    "claims": (RELAAS.inPart, RELAAS.Claim),
    "figures": (RELAAS.inPart, RELAAS.Figure),
    "links": (OA.hasTarget, OA.Annotation),
    "abstentions": (OA.hasTarget, RELAAS.LinkAbstention),
    "holdings": (RELAAS.ofOffice, RELAAS.BackgroundHolding),
}
#: Prefix of what the gazetteer knows: `known:actor/peru`.
_KNOWN = "known"
_KEYED = re.compile(r"(actor|place|office)/[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_DEEPEST = 12
#: How wide a line may be; what holds nothing but plain values, as a span does, stays together a little longer.
_WIDTH, _WIDTH_OF_LEAF = 130, 200
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")


def write_tree(dataset: Dataset, *, base: str) -> bytes:
    """Return JSON-LD with its context in it: the union of the graphs."""
    tree = Tree(described((s, p, o) for s, p, o, _ in dataset.quads()), ontology_context(), base=base)
    written = tree.written()
    context = ",\n".join(f"    {_line(name)}: {_line(entry)}" for name, entry in written.pop("@context").items())
    body = pretty(written).removeprefix("{").lstrip()
    return f'{{\n  "@context": {{\n{context}\n  }},\n  {body}\n'.encode()


class Tree:
    """Nodes being placed: which are described already, which terms were used."""

    def __init__(self, said: dict[Node, Properties], context: Context, *, base: str) -> None:
        self._said = said
        self._context = context
        self._documents = [node for node in said if RELAAS.Document in said[node].get(RDF.type, ())]
        self._own = f"{self._documents[0]}/" if len(self._documents) == 1 and isinstance(self._documents[0], URIRef) else None
        self._base = base
        self._used: set[str] = set()
        self._done: set[Node] = set()
        self._under: dict[Node, list[tuple[str, Node]]] = defaultdict(list)
        self._owned: set[Node] = set()
        self._find_owners()

    def _find_owners(self) -> None:
        for properties in self._said.values():
            for predicate, values in properties.items():
                if predicate in _OWNED:
                    self._owned.update(value for value in values if value in self._said)
        for subject, properties in self._said.items():
            for key, (predicate, kind) in _UNDER.items():
                above = [value for value in properties.get(predicate, ()) if value in self._said and value != subject]
                if above and subject not in self._owned and kind in properties.get(RDF.type, ()):
                    self._under[above[0]].append((key, subject))
                    self._owned.add(subject)
        spans = {node for node, properties in self._said.items() if RELAAS.TextSpan in properties.get(RDF.type, ())}
        self._spans = spans
        self._owned |= spans

    def written(self) -> dict[str, Json]:
        """Return the whole file."""
        roots: list[Json] = [self._describe(document) for document in self._documents]
        others = [self._describe(node) for node in self._said if node not in self._owned and node not in self._done]
        others += [self._describe(node) for node in self._said if node not in self._done]
        body: dict[str, Json] = {"@graph": roots + others}
        if len(roots) == 1:
            body = roots[0] | ({"@included": others} if others else {})
        return {"@context": self._written_context(), **body}

    def _written_context(self) -> dict[str, Json]:
        entries = self._context.entries
        context: dict[str, Json] = {"@version": 1.1}
        if self._own:
            context["@base"] = self._own
        needed = set(self._used)
        for name in self._used & set(entries):
            mentioned = json.dumps(entries[name])
            needed |= {prefix for prefix in re.findall(r'"([A-Za-z-]+):', mentioned) if prefix in entries}
        if _KNOWN in self._used:
            context[_KNOWN] = self._base
        context |= {name: entry for name, entry in entries.items() if name in needed}
        for key in _UNDER:
            if key in self._used:
                context[key] = {"@reverse": str(_UNDER[key][0])}
        return context

    def _use(self, name: str) -> str:
        self._used.add(name)
        return name

    def _name(self, node: Node) -> str:
        """Return the id of a node: its local name in the one document, else as short as a prefix makes it."""
        if isinstance(node, BNode):
            return f"_:{node}"
        iri = str(node)
        if self._own and iri.startswith(self._own) and _LOCAL.fullmatch(iri[len(self._own) :]):
            return iri[len(self._own) :]
        if iri.startswith(self._base) and _KEYED.fullmatch(iri[len(self._base) :]):
            return f"{self._use(_KNOWN)}:{iri[len(self._base) :]}"
        return self._compact(iri)

    def _compact(self, iri: str) -> str:
        """Return an IRI with a prefix: for keys and types, which no parser resolves against the document."""
        name, prefix = self._context.compact(iri)
        if prefix is None or not _LOCAL.fullmatch(name.partition(":")[2]):
            return iri
        self._use(prefix)
        return name

    def _describe(self, node: Node, *, depth: int = 0, without: tuple[URIRef, Node] | None = None) -> dict[str, Json]:
        """Return what is said of a node, once; `without` is the statement that its place in the tree makes."""
        self._done.add(node)
        written: dict[str, Json] = {self._use(self._context.id): self._name(node)}
        for predicate, values in self._said[node].items():
            left = [value for value in values if (predicate, value) != without]
            if predicate == RDF.type:
                types = [self._type(value) for value in left if isinstance(value, URIRef)]
                if types:
                    written[self._use(self._context.type)] = types[0] if len(types) == 1 else types
                left = [value for value in left if not isinstance(value, URIRef)]
            self._say(written, predicate, left, depth)
        for key, below in self._under.get(node, ()):
            if depth < _DEEPEST and below not in self._done:
                described_below = self._describe(below, depth=depth + 1, without=(_UNDER[key][0], node))
                written.setdefault(self._use(key), []).append(described_below)
        return written

    def _type(self, value: URIRef) -> str:
        name = self._context.names.get(str(value))
        return self._use(name) if name else self._compact(value)

    def _say(self, written: dict[str, Json], predicate: URIRef, values: list[Node], depth: int) -> None:
        """Write the values of one property, each under the first term that says it exactly."""
        found: dict[str, list[Json]] = defaultdict(list)
        terms: dict[str, Term] = {}
        for value in values:
            for term in self._context.terms(predicate):
                said = self._value(term, predicate, value, depth)
                if said is not None:
                    terms[term.name] = term
                    found[self._use(term.name)].append(said)
                    break
            else:
                found[self._compact(predicate)].append(self._plain(value))
        for name, said_values in found.items():
            used = terms.get(name)
            if used and used.by_language:
                written[name] = _by_language(said_values)
            elif len(said_values) == 1 and not (used and used.always_list):
                written[name] = said_values[0]
            else:
                written[name] = said_values

    def _plain(self, value: Node) -> Json:
        """Return a value under a key that is no term."""
        if isinstance(value, Literal):
            return plain_value(value, self._compact(value.datatype) if value.datatype else "")
        return {"@id": self._name(value)}

    def _value(self, term: Term, predicate: URIRef, value: Node, depth: int) -> Json:
        """Return how a term says a value, with the description of a node that belongs here; None where it cannot say it."""
        if isinstance(value, Literal):
            if term.by_language:
                return (str(value.language), str(value)) if value.language else None
            return literal_value(term, value)
        if term.kind == "@vocab":
            return self._context.coded(term, str(value)) if isinstance(value, URIRef) else None
        if term.kind != "@id" or term.by_language:
            return None
        belongs = predicate in _OWNED or value in self._spans
        if belongs and value in self._said and value not in self._done and depth < _DEEPEST:
            return self._describe(value, depth=depth + 1)
        return self._name(value)


def _by_language(pairs: list[tuple[str, str]]) -> dict[str, Json]:
    said: dict[str, list[str]] = defaultdict(list)
    for language, text in pairs:
        said[language].append(text)
    return {language: texts[0] if len(texts) == 1 else texts for language, texts in said.items()}


def pretty(value: Json, *, indent: int = 0, before: int = 0) -> str:
    """Return JSON in which what fits on a line stands on one line.

    >>> print(pretty({"id": "q1", "span": {"start": 3, "end": 9}}))
    {"id": "q1", "span": {"start": 3, "end": 9}}
    """
    line = _line(value)
    if not isinstance(value, (dict, list)) or indent + before + len(line) <= (_WIDTH if _holds_others(value) else _WIDTH_OF_LEAF):
        return line
    margin = " " * (indent + 2)
    if isinstance(value, dict):
        keys = {key: f"{_line(key)}: " for key in value}
        items = [keys[key] + pretty(item, indent=indent + 2, before=len(keys[key])) for key, item in value.items()]
        left, right = "{}"
    else:
        items = [pretty(item, indent=indent + 2) for item in value]
        left, right = "[]"
    return f"{left}\n{margin}" + f",\n{margin}".join(items) + f"\n{' ' * indent}{right}"


def _holds_others(value: Json) -> bool:
    return any(isinstance(item, (dict, list)) for item in (value.values() if isinstance(value, dict) else value))


def _line(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)
