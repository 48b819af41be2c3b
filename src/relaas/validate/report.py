"""`Report`: does the graph conform, what is wrong with it, how many nodes did every shape see; as text, JSON and Turtle.

All three renderings are in one order, by severity, focus node, shape and value, so equal graphs give equal bytes. The terms of
a result are rdflib terms, which are strings: a focus node prints as its IRI.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from relaas import assets
from relaas.validate.paths import SH, SHAPES, PropertyPath, short

if TYPE_CHECKING:
    from rdflib.term import Identifier

Severity = Literal["Violation", "Warning", "Info"]
Language = Literal["nl", "en"]
_SEVERITIES = ("Violation", "Warning", "Info")


@dataclass(frozen=True, slots=True)
class Result:
    """One thing to mend: where (`focus_node`, `path`, `value`), by which shape and constraint component, how bad, and what to do.

    `messages` are pairs of language and text, sorted. `shape` and `component` are IRIs. `path` prints as a SPARQL path.
    """

    focus_node: Identifier
    shape: str
    component: str
    severity: Severity
    messages: tuple[tuple[str, str], ...]
    path: PropertyPath | None = None
    value: Identifier | None = None

    def message(self, language: str) -> str:
        """Return the message in a language, else in English, else the first there is."""
        texts = dict(self.messages)
        return texts.get(language) or texts.get("en") or next(iter(texts.values()), "")

    def order(self) -> tuple[int, str, str, str, str, tuple[tuple[str, str], ...]]:
        """Return the key by which results stand in a report."""
        value = _term(self.value) if self.value is not None else ""
        return (_SEVERITIES.index(self.severity), _term(self.focus_node), self.shape, value, self.component, self.messages)


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a validation. `focus_nodes` are pairs of a shape's IRI and its number of focus nodes, sorted by IRI."""

    conforms: bool
    results: tuple[Result, ...] = ()
    focus_nodes: tuple[tuple[str, int], ...] = ()

    def count(self, severity: Severity) -> int:
        """Count the results of a severity."""
        return sum(result.severity == severity for result in self.results)

    def to_text(self, *, language: Language = "en") -> str:
        """Return the report for people: a verdict, then each result with what to mend."""
        words: dict[str, Any] = assets.load_yaml("data", "validate", "report.yaml")[language]
        counts: Counter[str] = Counter(result.severity for result in self.results)
        parts = [words["count"][s][counts[s] != 1].format(n=counts[s]) for s in _SEVERITIES if counts[s] or s == "Violation"]
        lines = [f"{words['conforms' if self.conforms else 'violates']} ({', '.join(parts)})"]
        if not any(count for _, count in self.focus_nodes):
            lines.append(words["nothing"])
        for result in self.results:
            lines.append(f"\n{words['severity'][result.severity]}: {result.message(language)}")
            lines.append(f"  {words['at']} {_named(result.focus_node)}")
            if result.path is not None:
                lines.append(f"  {words['path']} {result.path}")
            if result.value is not None and result.value != result.focus_node:
                lines.append(f"  {words['value']} {_shown(result.value)}")
            lines.append(f"  {words['shape']} {short(result.shape)}")
        return "\n".join(lines) + "\n"

    def to_json(self) -> str:
        """Return the report for programs: conforms, counts, results, focus nodes of every shape."""
        content = {
            "conforms": self.conforms,
            "violations": self.count("Violation"),
            "warnings": self.count("Warning"),
            "results": [_as_json(result) for result in self.results],
            "focusNodes": dict(self.focus_nodes),
        }
        return json.dumps(content, ensure_ascii=False, indent=1) + "\n"

    def to_turtle(self) -> str:
        """Return the report as a sh:ValidationReport."""
        lines = [f"@prefix sh: <{SH}> .", f"@prefix sps: <{SHAPES}> .", "", "[] a sh:ValidationReport ;"]
        lines.append(f"    sh:conforms {'true' if self.conforms else 'false'}" + (" ;" if self.results else " ."))
        for number, result in enumerate(self.results, 1):
            lines.append("    sh:result [")
            lines += [f"        {line} ;" for line in _as_turtle(result)]
            lines.append("    ] ." if number == len(self.results) else "    ] ;")
        return "\n".join(lines) + "\n"


def _shown(value: Identifier) -> str:
    """Return a value on one line, shortened: a source text may be long."""
    text = " ".join((short(str(value)) if value.startswith("http") else _term(value)).split())
    return text if len(text) <= 100 else text[:99] + "…"


def _as_json(result: Result) -> dict[str, Any]:
    return {
        "severity": result.severity,
        "focusNode": _named(result.focus_node),
        "path": str(result.path) if result.path is not None else None,
        "value": _named(result.value) if result.value is not None else None,
        "shape": result.shape,
        "component": result.component,
        "messages": dict(result.messages),
    }


def _as_turtle(result: Result) -> list[str]:
    from rdflib import Literal as Words

    lines = ["a sh:ValidationResult", f"sh:resultSeverity sh:{result.severity}", f"sh:focusNode {_term(result.focus_node)}"]
    if result.path is not None:
        lines.append(f"sh:resultPath {result.path.turtle()}")
    if result.value is not None:
        lines.append(f"sh:value {_term(result.value)}")
    lines.append(f"sh:sourceShape <{result.shape}>")
    lines.append(f"sh:sourceConstraintComponent <{result.component}>")
    return lines + [f"sh:resultMessage {Words(text, lang=lang or None).n3()}" for lang, text in result.messages]


def _term(term: Identifier) -> str:
    """Return a term in Turtle; a blank node gets no label, which another run would not give."""
    from rdflib import BNode

    return "[]" if isinstance(term, BNode) else term.n3()


def _named(term: Identifier) -> str:
    """Return a term as plain text; [] for a blank node."""
    plain = _term(term)
    return plain if plain == "[]" else str(term)
