"""A graph -> what to ask a person about its links: the name in its sentence, what the linker decided and why, the candidates.

First come the names that the linker left open with candidates, then, if asked for, the links it made. What a person judged
already is not asked again. The answers are not this module's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rdflib import Dataset, Graph
from rdflib.term import Literal, Node

from relaas.present.reader import Reader, code_of
from relaas.vocabulary import OA, RDF, RDFS, RELAAS

if TYPE_CHECKING:
    from rich.console import RenderableType

_AROUND = 240
_SENTENCE = re.compile(r"(?<=[.?!:;])\s+|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A candidate: its item, its label there, its score, and the features that made it."""

    qid: str
    label: str
    score: str
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenLink:
    """A link to ask about. `document` and `target` are as in links.jsonl; `qid` is what the linker chose, None where nothing.

    `before`, `words` and `after` are the sentence of the first mention; empty where a header alone has the name.
    """

    document: str
    target: str
    label: str
    kind: str
    qid: str | None
    reason: str
    before: str
    words: str
    after: str
    candidates: tuple[Suggestion, ...]


def open_links(dataset: Dataset | Graph, *, made: bool = False) -> tuple[OpenLink, ...]:
    """Return what to ask about the links of one document, in the order of the text; with `made` the accepted links too."""
    reader = Reader(dataset)
    document = next(iter(reader.of_type(RELAAS.Document)), None)
    if document is None:
        return ()
    judged = {
        target
        for note in reader.graph.subjects(OA.hasTarget)
        if any((r, RDF.type, RELAAS.Correction) in reader.graph for r in reader.graph.objects(note, RELAAS.recordedBy))
        for target in reader.graph.objects(note, OA.hasTarget)
    }
    notes = sorted(set(reader.graph.subjects(OA.hasTarget)), key=lambda n: (reader.order(_target(reader, n)), str(n)))
    kept = [n for n in notes if _target(reader, n) not in judged]
    left_open = [n for n in kept if (n, RDF.type, RELAAS.LinkAbstention) in reader.graph and reader.all(n, RELAAS.candidate)]
    accepted = [n for n in kept if reader.one(n, OA.hasBody) is not None] if made else []
    return tuple(_open_link(reader, document, note) for note in (*left_open, *accepted))


def _target(reader: Reader, note: Node) -> Node:
    return next(iter(sorted(reader.graph.objects(note, OA.hasTarget), key=str)))


def _open_link(reader: Reader, document: Node, note: Node) -> OpenLink:
    target = _target(reader, note)
    base, _, digest = str(document).rpartition("doc/")
    local = str(target).removeprefix(f"{document}/").removeprefix(base)
    body = reader.one(note, OA.hasBody)
    before, words, after = _sentence(reader, target)
    return OpenLink(
        document=digest,
        target=local,
        label=words or _label(reader, target),
        kind=reader.code(target, RELAAS.actorType) or ("office" if local.startswith(("office/", "of")) else "place"),
        qid=code_of(body) if body is not None else None,
        reason=reader.text(note, RELAAS.reason) or "",
        before=before,
        words=words,
        after=after,
        candidates=tuple(_suggestions(reader, note)),
    )


def _label(reader: Reader, node: Node) -> str:
    labels = sorted(reader.graph.objects(node, RDFS.label), key=lambda o: (getattr(o, "language", None) != "nl", str(o)))
    return next((str(o) for o in labels if isinstance(o, Literal)), code_of(node))


def _suggestions(reader: Reader, note: Node) -> Iterator[Suggestion]:
    for node in reader.graph.objects(note, RELAAS.candidate):
        qid, score = reader.one(node, RELAAS.qid), reader.text(node, RELAAS.score)
        if qid is not None:
            features = tuple(sorted(str(f) for f in reader.graph.objects(node, RELAAS.feature)))
            yield Suggestion(code_of(qid), _label(reader, node), score or "", features)


def _sentence(reader: Reader, target: Node) -> tuple[str, str, str]:
    """Return the sentence of the first mention, in three pieces."""
    spans = [s for s in reader.all(target, RELAAS.mention) if (s, OA.start, None) in reader.graph]
    first = min(spans, key=reader.offsets, default=None)
    text = reader.text_of(first) if first is not None else ""
    if first is None or not text:
        return "", "", ""
    begin, end = reader.offsets(first)
    before = _SENTENCE.split(text[max(0, begin - _AROUND) : begin])[-1]
    after = _SENTENCE.split(text[end : end + _AROUND])[0]
    return " ".join(before.split()), " ".join(text[begin:end].split()), " ".join(after.split())


def render_open_link(link: OpenLink, *, number: int, total: int) -> RenderableType:
    """Return the question as a rich renderable: sentence, decision, numbered candidates with their features."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    head = (
        Text(f"{number}/{total}  ", style="dim")
        .append(link.label, style="bold")
        .append(f"  {link.kind}  {link.target}", style="dim")
    )
    sentence = Text(f"{link.before} ").append(link.words, style="bold").append(f" {link.after}")
    decided = Text(f"linked to {link.qid}: {link.reason}" if link.qid else f"not linked: {link.reason}", style="cyan")
    table = Table.grid(padding=(0, 2))
    for place, candidate in enumerate(sorted_candidates(link), 1):
        table.add_row(
            Text(str(place), style="bold"), Text(candidate.qid), Text(candidate.label), Text(candidate.score),
            Text("  ".join(candidate.features), style="dim"),
        )  # fmt: skip
    parts: list[RenderableType] = [head]
    if link.words:
        parts.append(Padding(sentence, (0, 0, 0, 2)))
    return Group(*parts, Padding(decided, (0, 0, 0, 2)), Padding(table, (0, 0, 0, 2)))


def sorted_candidates(link: OpenLink) -> tuple[Suggestion, ...]:
    """Return the candidates, the best first, as they are numbered on the page."""
    return tuple(sorted(link.candidates, key=lambda c: (-float(c.score or 0), c.qid)))
