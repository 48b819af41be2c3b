"""Dataset -> DocumentPage: everything that the page of a document shows, the text with its marks included.

The summary says what was found; the blocks are the text itself, part by part, with each finding marked where it stands. What the
text does not say and metadata or background knowledge does, stands apart and is named as such.
"""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import Dataset, Graph
from rdflib.term import Node, URIRef

from relaas.present.marks import KINDS, Mark, Paragraph, paragraphs
from relaas.present.reader import Name, Reader, code_of
from relaas.present.summary import Summary, fact_values, summarise
from relaas.present.titles import term_label, title_of
from relaas.vocabulary import DCTERMS, NIF, OA, RELAAS, SCHEMA


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the text. `part` names it; None for what stands between parts. `lead` is the number printed before it."""

    part: Name | None
    kind: str
    voice: Name | None
    lead: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """An actor or place as a line: what it is, how often the text names it, the Wikidata item it is linked to."""

    name: Name
    kind: str
    mentions: int
    qid: str | None
    confidence: str | None


@dataclass(frozen=True, slots=True)
class Holding:
    """Background knowledge: who held an office, when, and where that is written. The text does not say it."""

    office: Name
    person: Name
    since: str | None
    until: str | None
    source: Name | None


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """One document as a page with its text. `kinds` are the kinds of marks that occur, in the order of the legend."""

    summary: Summary
    facts: tuple[tuple[str, tuple[str, ...]], ...]
    supplied: tuple[tuple[Name, tuple[Name, ...]], ...]
    blocks: tuple[Block, ...]
    kinds: tuple[str, ...]
    members: tuple[Member, ...]
    holdings: tuple[Holding, ...]


def read_document(dataset: Dataset | Graph | Reader, *, language: str = "nl") -> DocumentPage:
    """Gather what the page of the one document in the dataset shows. GraphError when it holds none or several."""
    reader = dataset if isinstance(dataset, Reader) else Reader(dataset, language)
    summary = summarise(reader)
    document = URIRef(summary.document)
    marks = _marks(reader)
    kinds = {mark.kind for mark in marks}
    return DocumentPage(
        summary=summary,
        facts=fact_values(reader, document),
        supplied=summary.supplied,
        blocks=_blocks(reader, document, marks),
        kinds=tuple(kind for kind in KINDS if kind in kinds),
        members=_members(reader, summary),
        holdings=tuple(_holding(reader, h) for h in reader.of_type(RELAAS.BackgroundHolding)),
    )


def _marks(reader: Reader) -> tuple[Mark, ...]:
    """Return every finding where it stands: claims by content and cue, the others by what names them."""
    marks: set[Mark] = set()

    def add(kind: str, node: Node, spans: list[Node]) -> None:
        name = title_of(reader, node)
        marks.update(Mark(*reader.offsets(s), kind, name) for s in spans if (s, OA.start, None) in reader.graph)

    for claim in reader.of_type(RELAAS.Claim):
        add("claim", claim, reader.all(claim, RELAAS.contentSpan) or reader.all(claim, RELAAS.evidence))
        add("cue", claim, reader.all(claim, RELAAS.cue))
    for event in reader.of_type(RELAAS.Event):
        add("event", event, reader.all(event, RELAAS.mention))
    actors = reader.of_type(RELAAS.Actor)
    for actor in actors:
        add("actor", actor, reader.all(actor, RELAAS.mention))
    for place in reader.of_type(RELAAS.Place):
        if place not in set(actors):
            add("place", place, reader.all(place, RELAAS.mention))
    for figure in reader.of_type(RELAAS.Figure):
        add("figure", figure, reader.all(figure, RELAAS.span))
    for source in reader.of_type(RELAAS.CitedSource):
        add("source", source, reader.all(source, RELAAS.mention))
    return tuple(sorted(marks, key=lambda m: (m.start, m.end, m.kind, m.name.iri)))


def _blocks(reader: Reader, document: Node, marks: tuple[Mark, ...]) -> tuple[Block, ...]:
    """Cut the text at its parts. What stands between two parts is kept; its last line is the number before the next part."""
    text = str(next(iter(reader.graph.objects(None, NIF.isString)), ""))
    blocks: list[Block] = []
    at = 0

    def between(stop: int) -> str:
        """Add what stands before `stop` as a block of its own, and return the number on its last line."""
        line = text.rfind("\n", at, stop) + 1
        cut = max(line, at) if 0 < len(text[max(line, at) : stop].strip()) <= 12 else stop
        if found := paragraphs(text, marks, start=at, end=cut):
            blocks.append(Block(None, "between", None, "", found))
        return text[cut:stop].strip()

    for start, end, part in _top_parts(reader, document):
        if end <= at or end > len(text):
            continue
        lead = between(start) if start > at else ""
        voice = reader.one(part, RELAAS.voice)
        blocks.append(
            Block(
                part=title_of(reader, part),
                kind=_part_kind(reader, part),
                voice=title_of(reader, voice) if voice is not None else None,
                lead=lead,
                paragraphs=paragraphs(text, marks, start=max(start, at), end=end),
            )
        )
        at = end
    if found := paragraphs(text, marks, start=at):
        blocks.append(Block(None, "between", None, "", found))
    return tuple(blocks)


def _top_parts(reader: Reader, document: Node) -> list[tuple[int, int, Node]]:
    parts = [(p, reader.one(p, RELAAS.span)) for p in reader.all(document, DCTERMS.hasPart)]
    return sorted(
        ((*reader.offsets(s), p) for p, s in parts if s is not None and (s, OA.start, None) in reader.graph),
        key=lambda found: (found[0], -found[1], str(found[2])),
    )


def _part_kind(reader: Reader, part: Node) -> str:
    for kind in ("Title", "QuestionContext", "Question", "Answer", "Footnote"):
        if part in set(reader.of_type(RELAAS[kind])):
            return kind.lower()
    return "part"


def _members(reader: Reader, summary: Summary) -> tuple[Member, ...]:
    """Return the actors and places that the text names, and the voices; those that are named most come first."""
    links = {getattr(name, "iri", ""): (qid, confidence) for name, qid, confidence in summary.links}
    rows = []
    for node in dict.fromkeys(reader.of_type(RELAAS.Actor, RELAAS.Place)):
        kind = reader.one(node, RELAAS.actorType)
        qid, confidence = _qid(reader, node, links)
        label = reader.label(kind) if kind is not None else term_label(str(RELAAS.Place), reader.language)
        rows.append(Member(title_of(reader, node), label, len(reader.all(node, RELAAS.mention)), qid, confidence))
    return tuple(sorted(rows, key=lambda m: (-m.mentions, m.name.lower(), m.name.iri)))


def _qid(reader: Reader, node: Node, links: dict[str, tuple[str, str]]) -> tuple[str | None, str | None]:
    if str(node) in links:
        return links[str(node)]
    same = reader.one(node, SCHEMA.sameAs)
    return (code_of(same), None) if same is not None else (None, None)


def _holding(reader: Reader, holding: Node) -> Holding:
    office, person, source = (reader.one(holding, p) for p in (RELAAS.ofOffice, RELAAS.heldBy, DCTERMS.source))
    return Holding(
        office=title_of(reader, office) if office is not None else Name(""),
        person=title_of(reader, person) if person is not None else Name(""),
        since=reader.text(holding, SCHEMA.startDate),
        until=reader.text(holding, SCHEMA.endDate),
        source=Name(str(source), str(source)) if source is not None else None,
    )
