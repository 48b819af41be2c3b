"""A graph -> what it says, as plain rows to be compared.

Where one value is due (type, date, act, verdict, title) and the graph gives several, it counts as giving none. A triple in two
graphs counts once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from rdflib import Dataset
from rdflib.term import Node, URIRef

from relaas.evaluate.geometry import Offsets, merged, page, plain
from relaas.vocabulary import DCTERMS, FOAF, OA, RDF, RDFS, RELAAS, SCHEMA, SEM

Row = dict[str, Any]
_VOICES = {"Question": "asker", "SubQuestion": "asker", "QuestionContext": "asker", "Answer": "respondent"}
_PARTS = ("Title", "QuestionContext", "Question", "SubQuestion", "Answer")


@dataclass(frozen=True)
class Predictions:
    """The rows of one document's graph."""

    parts: list[Row]
    claims: list[Row]
    events: list[Row]
    figures: list[Row]
    sources: list[Row]
    verdicts: dict[Node, str | None]
    nodes: dict[Node, Row]
    warnings: list[str] = field(default_factory=list)


def code(node: object) -> str | None:
    """Return the last segment of an IRI; None for None."""
    return str(node).rstrip("/").rsplit("/", 1)[-1].rsplit("#", 1)[-1] if node is not None else None


def read_predictions(dataset: Dataset | None, text: str) -> Predictions:
    """Return what the graph says of the one document; None is an empty graph."""
    return _Reading(dataset, text).rows()


class _Reading:
    """The union of the graphs, with the spans of its nodes."""

    def __init__(self, dataset: Dataset | None, text: str) -> None:
        self.text = text
        self.values: dict[Node, dict[Node, dict[Node, None]]] = defaultdict(lambda: defaultdict(dict))
        self.warnings: list[str] = []
        for s, p, o, _ in dataset.quads((None, None, None, None)) if dataset is not None else ():
            self.values[s][p][o] = None
        self.by_type: dict[Node, list[Node]] = defaultdict(list)
        for s in sorted(self.values, key=str):
            for kind in self.values[s][RDF.type]:
                self.by_type[kind].append(s)
        self.spans = dict(self._spans())
        self.kinds = {s: k for k in _PARTS for s in self.by_type[RELAAS[k]]}
        self.inside: dict[Node, list[Node]] = defaultdict(list)
        for s in list(self.values):
            for o in self.every(s, DCTERMS.hasPart):
                self.inside[o].append(s)

    def every(self, subject: Node, predicate: URIRef) -> list[Node]:
        """Return the values, sorted."""
        found = self.values.get(subject)
        return sorted(found[predicate], key=str) if found is not None and predicate in found else []

    def only(self, subject: Node, predicate: URIRef) -> Node | None:
        """Return the one value; None when there is none, or several."""
        found = self.every(subject, predicate)
        return found[0] if len(found) == 1 else None

    def offsets(self, subject: Node, predicate: URIRef) -> list[Offsets]:
        """Return the spans that a property gives, sorted."""
        return sorted({self.spans[o] for o in self.every(subject, predicate) if o in self.spans})

    def _spans(self) -> Iterable[tuple[Node, Offsets]]:
        for s in [s for s in self.values if OA.start in self.values[s]]:
            try:
                begin, end = int(str(self.only(s, OA.start))), int(str(self.only(s, OA.end)))
            except ValueError:
                self.warnings.append(f"{s}: no whole numbers as oa:start and oa:end")
                continue
            if 0 <= begin < end <= len(self.text):
                yield s, (begin, end)
            else:
                self.warnings.append(f"{s}: {begin}-{end} is no span of the text")

    def _up(self, part: Node | None) -> list[Node]:
        """Return the part and the parts it is part of, nearest first."""
        out: list[Node] = []
        while part is not None and part not in out:
            out.append(part)
            part = next((o for o in self.every(part, DCTERMS.isPartOf) + self.inside[part] if o in self.kinds), None)
        return out

    def rows(self) -> Predictions:
        voices = {s: next((v for v in (self.every(x, RELAAS.voice) for x in self._up(s)) if v), []) for s in self.kinds}
        roles = self._roles(voices)
        claims = [c for c in (self._claim(s, voices) for s in self.by_type[RELAAS.Claim]) if c is not None]
        events = [self._event(s) for s in self.by_type[RELAAS.Event]]
        wanted = {a for c in claims for a in c["holders"] + c["to"]} | {
            a for e in events for a in e["participants"] + e["places"]
        }
        return Predictions(
            parts=[self._part(s, k) for s, k in self.kinds.items() if self.offsets(s, RELAAS.span)],
            claims=claims,
            events=events,
            figures=[self._figure(s) for s in self.by_type[RELAAS.Figure]],
            sources=[self._source(s) for s in self.by_type[RELAAS.CitedSource]],
            verdicts=self._verdicts(),
            nodes={s: self._node(s, roles) for s in sorted(wanted | set(roles), key=str)},
            warnings=self.warnings,
        )

    def _roles(self, voices: dict[Node, list[Node]]) -> dict[Node, set[str | None]]:
        roles: dict[Node, set[str | None]] = defaultdict(set)
        for s, kind in self.kinds.items():
            for v in voices[s]:
                roles[v].add(_VOICES.get(kind))
        for document in self.by_type[RELAAS.Document]:
            for predicate, role in ((RELAAS.asker, "asker"), (RELAAS.answerer, "respondent")):
                for v in self.every(document, predicate):
                    roles[v].add(role)
        return roles

    def _part(self, part: Node, kind: str) -> Row:
        begin, end = self.offsets(part, RELAAS.span)[0]
        words = self.text[begin:end]
        span = (begin + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))
        return {"iri": part, "kind": kind, "number": str(self.only(part, RELAAS.numberLabel) or ""), "span": span}

    def _claim(self, claim: Node, voices: dict[Node, list[Node]]) -> Row | None:
        """Return the claim; None for one of the own voice that has no cue or is a question: those are not annotated."""
        row: Row = {
            "iri": claim,
            "act": code(self.only(claim, RELAAS.speechAct)),
            "holders": self.every(claim, RELAAS.holder),
            "cue": merged(self.offsets(claim, RELAAS.cue)),
            "content": merged(self.offsets(claim, RELAAS.contentSpan)),
            "to": list(dict.fromkeys(self.every(claim, RELAAS.addressee) + self.every(claim, RELAAS.target))),
        }
        speakers = {v for x in self.every(claim, RELAAS.inPart) for v in voices.get(x, [])} | set(
            self.every(claim, RELAAS.reporter)
        )
        own = set(row["holders"]) <= speakers
        return row if not own or (row["cue"] and row["act"] != "ask") else None

    def _event(self, event: Node) -> Row:
        people = [a for p in self.every(event, RELAAS.participation) for a in self.every(p, RELAAS.participant)]
        return {
            "iri": event,
            "type": code(self.only(event, RELAAS.eventType)),
            "when": str(self.only(event, RELAAS.edtf) or ""),
            "mentions": self.offsets(event, RELAAS.mention),
            "places": self.every(event, SEM.hasPlace),
            "label": str(next(iter(self.every(event, RDFS.label)), "")),
            "participants": list(dict.fromkeys(people)),
        }

    def _figure(self, figure: Node) -> Row:
        values = set()
        for predicate in (SCHEMA.value, SCHEMA.minValue, SCHEMA.maxValue):
            for value in self.every(figure, predicate):
                try:
                    values.add(float(str(value)))
                except ValueError:
                    self.warnings.append(f"{figure}: {str(value)!r} is no number")
        return {"iri": figure, "values": values, "span": merged(self.offsets(figure, RELAAS.span))}

    def _source(self, source: Node) -> Row:
        title, address = self.only(source, DCTERMS.title), self.only(source, FOAF.page)
        spans = self.offsets(source, RELAAS.mention) + self.offsets(source, RELAAS.span)
        return {
            "iri": source,
            "title": plain(title or ""),
            "page": page(address or ""),
            "label": str(title or address or ""),
            "spans": spans or self.offsets(source, RELAAS.evidence),
        }

    def _verdicts(self) -> dict[Node, str | None]:
        of: dict[Node, list[str | None]] = defaultdict(list)
        for s in self.by_type[RELAAS.Coverage]:
            for question in self.every(s, RELAAS.ofQuestion):
                of[question].append(code(self.only(s, RELAAS.verdict)))
        subs = [s for s, kind in self.kinds.items() if kind == "SubQuestion"]
        out = {}
        for question in self.by_type[RELAAS.Question]:
            own = of[question] or [v for s in subs if question in self._up(s) for v in of[s]]
            out[question] = joint_verdict(own)
        return out

    def _node(self, node: Node, roles: dict[Node, set[str | None]]) -> Row:
        role = roles.get(node, set())
        labels = self.every(node, RDFS.label)
        return {
            "labels": {plain(x) for x in labels},
            "mentions": self.offsets(node, RELAAS.mention),
            "role": next(iter(role)) if len(role) == 1 else None,
            "name": str(next(iter(labels), code(node))),
        }


def joint_verdict(verdicts: list[str | None]) -> str | None:
    """Return the verdict on a question from those on its parts.

    >>> joint_verdict(["answered", "refused"]), joint_verdict(["deferred", "not-answered"]), joint_verdict([])
    ('partly', 'deferred', None)
    """
    if len(set(verdicts)) <= 1:
        return verdicts[0] if verdicts else None
    if {"answered", "partly"} & set(verdicts):
        return "partly"
    return next((v for v in ("deferred", "refused", "not-answered") if v in verdicts), None)
