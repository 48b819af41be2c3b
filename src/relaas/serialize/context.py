"""`ontology/context.jsonld` -> which key and which value say a triple in JSON-LD.

A term is used only for what it says exactly; what no term says is written with its full IRI, so nothing is lost. Of the context
only the entries that a file uses are written into it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

from rdflib import URIRef
from rdflib.term import Literal

from relaas import assets
from relaas.vocabulary import XSD

Json = Any


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the context. `kind` is its coercion (an IRI, `@id`, `@vocab` or empty); `vocab` that of its scoped context."""

    name: str
    iri: str
    kind: str = ""
    language: str | None = None
    by_language: bool = False
    always_list: bool = False
    vocab: str = ""
    closed: bool = False


class Context:
    """The terms of a context, by what they stand for."""

    def __init__(self, entries: dict[str, Json]) -> None:
        self.entries = entries
        self._prefixes = {
            name: entry
            for name, entry in entries.items()
            if isinstance(entry, str) and entry.endswith(("/", "#")) and "://" in entry
        }
        aliases = {entry: name for name, entry in entries.items() if isinstance(entry, str) and entry.startswith("@")}
        self.id, self.type = aliases.get("@id", "@id"), aliases.get("@type", "@type")
        self._terms: dict[str, list[Term]] = defaultdict(list)
        self.names: dict[str, str] = {}
        for name, entry in entries.items():
            if not name.startswith("@") and name not in self._prefixes and entry not in ("@id", "@type"):
                self._admit(name, entry)

    def _admit(self, name: str, entry: Json) -> None:
        if isinstance(entry, str):
            entry = {"@id": entry}
        if "@id" not in entry or set(entry) - {"@id", "@type", "@language", "@container", "@context"}:
            return
        container = entry.get("@container", [])
        container = [container] if isinstance(container, str) else container
        scoped = entry.get("@context", {})
        scoped = scoped if isinstance(scoped, list) else [scoped]
        term = Term(
            name,
            self.expanded(entry["@id"]),
            self.expanded(entry.get("@type", "")),
            entry.get("@language"),
            "@language" in container,
            "@set" in container,
            next((part["@vocab"] for part in reversed(scoped) if part and "@vocab" in part), ""),
            None in scoped,
        )
        if set(container) <= {"@language", "@set"}:
            self._terms[term.iri].append(term)
            self.names.setdefault(term.iri, name)

    def expanded(self, name: str) -> str:
        """Return the IRI of a compact one."""
        prefix, colon, rest = name.partition(":")
        return self._prefixes[prefix] + rest if colon and prefix in self._prefixes else name

    def compact(self, iri: str) -> tuple[str, str | None]:
        """Return an IRI with a prefix of the context where one fits, and that prefix."""
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        for name, namespace in self._prefixes.items():
            if namespace == iri[:cut] and iri[cut:]:
                return f"{name}:{iri[cut:]}", name
        return iri, None

    def terms(self, predicate: URIRef) -> list[Term]:
        """Return the terms that stand for a property."""
        return self._terms.get(str(predicate), [])

    def coded(self, term: Term, iri: str) -> str | None:
        """Return the code that `iri` is under a term whose values are codes; None where it is none."""
        name = iri.removeprefix(term.vocab)
        if not term.vocab or name == iri or "/" in name or ":" in name or (not term.closed and name in self.entries):
            return None
        return name


@cache
def ontology_context() -> Context:
    """Return the context of relaas, read once per process."""
    entries = json.loads(assets.folder("ontology").joinpath("context.jsonld").read_text(encoding="utf-8"))["@context"]
    return Context(entries)


def literal_value(term: Term, literal: Literal) -> Json:
    """Return how a term says a literal; None where it cannot.

    Whole numbers and truth values are those of JSON where their form is the plain one; a decimal stays a string, because a
    number of JSON may be rounded by who reads it.
    """
    text, datatype = str(literal), literal.datatype or XSD.string
    if literal.language:
        return text if term.language == literal.language and not term.kind else None
    if term.language is not None or term.by_language or (term.kind or str(XSD.string)) != str(datatype):
        return None
    if datatype == XSD.boolean and text in ("true", "false"):
        return text == "true"
    if datatype == XSD.integer and len(text) < 16 and text.lstrip("-").isdecimal() and str(int(text)) == text:
        return int(text)
    return text


def plain_value(literal: Literal, datatype: str) -> Json:
    """Return a literal that says everything by itself, for a key that is no term; `datatype` names its type."""
    if literal.language:
        return {"@value": str(literal), "@language": str(literal.language)}
    if literal.datatype is None or literal.datatype == XSD.string:
        return str(literal)
    return {"@value": str(literal), "@type": datatype}
