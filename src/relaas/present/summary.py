"""Dataset -> Summary: what a page about one document says, as plain values in reading order.

Nothing is added that the graph does not say, nothing is averaged or decided: figures that differ stand side by side.
"""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import Dataset, Graph
from rdflib.term import Node

from relaas.errors import GraphError
from relaas.present.reader import Name, Reader, code_of
from relaas.present.titles import bound_of, counted_in, term_label, title_of, untitled
from relaas.vocabulary import DCTERMS, FOAF, OA, PROV, RELAAS, SCHEMA, SEM

_SUPPLIED = tuple("suppliedSubject suppliedAsker suppliedMinister suppliedOffice suppliedNumber suppliedSubmitted"
                  " suppliedAnswered suppliedTheme suppliedChamber".split())  # fmt: skip
_MARKS = {"“": "”", "«": "»", "‘": "’"}


@dataclass(frozen=True, slots=True)
class Saying:
    """A claim as a line: who (through whom), what act, to whom, which words."""

    claim: str
    voice: str
    holders: tuple[str, ...]
    through: tuple[str, ...]
    act: str
    act_code: str
    towards: tuple[str, ...]
    words: str
    quotes: tuple[str, ...]
    denied: bool
    own_voice: bool
    part: str


@dataclass(frozen=True, slots=True)
class Happening:
    """An event as a line."""

    event: str
    when: str | None
    label: str
    factuality: str
    places: tuple[str, ...]
    participants: tuple[tuple[str, str], ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A figure with who gives it and where it stands; `bound` is *minstens*, *hoogstens*, *ongeveer* where the text says so."""

    figure: str
    value: str
    counted: str
    outcome: str | None
    side: str | None
    holders: tuple[str, ...]
    voice: str
    about: str | None
    words: str
    bound: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question or sub-question beside what deals with it."""

    number: str
    words: str
    verdict: str | None
    verdict_code: str | None
    answers: tuple[str, ...]
    question: str = ""
    coverage: str | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two claims that the text or the figures set against each other."""

    left: str
    right: str
    relation: str
    aspect: str
    by: str
    comparison: str = ""
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A cited document."""

    title: str
    kind: str
    page: str | None
    cited_in: tuple[str, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """One document as a page. A text that names a node is a `Name`, so a page on the web can link it."""

    document: str
    title: str
    facts: tuple[tuple[str, str], ...]
    not_stated: tuple[str, ...]
    questions: tuple[Question, ...]
    sayings: tuple[Saying, ...]
    happenings: tuple[Happening, ...]
    contested: tuple[Number, ...]
    numbers: tuple[Number, ...]
    comparisons: tuple[Comparison, ...]
    sources: tuple[Source, ...]
    links: tuple[tuple[str, str, str], ...]
    abstentions: int
    language: str
    supplied: tuple[tuple[Name, tuple[Name, ...]], ...] = ()
    nameless: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """Return the title; of a document without one the words of its first question in brackets, else its IRI."""
        first = self.questions[0].words if self.questions else ""
        return self.title or (untitled(first) if first else self.document)


def summarise(dataset: Dataset | Graph | Reader, *, language: str = "nl") -> Summary:
    """Gather what the page says of the one document in the dataset. GraphError when it holds none or several.

    A reader of the dataset does as well; then the language is that of the reader.
    """
    reader = dataset if isinstance(dataset, Reader) else Reader(dataset, language)
    documents = reader.of_type(RELAAS.Document)
    if len(documents) != 1:
        raise GraphError("graph", f"holds {len(documents)} documents", "show them one by one")
    document = documents[0]
    contested, numbers = _numbers(reader)
    return Summary(
        document=str(document),
        title=" ".join((reader.text(document, DCTERMS.title) or "").split()),
        facts=_facts(reader, document),
        not_stated=reader.labels(reader.all(document, RELAAS.notStated)),
        questions=_questions(reader),
        sayings=tuple(_saying(reader, c) for c in reader.of_type(RELAAS.Claim) if reader.code(c, RELAAS.speechAct) != "ask"),
        happenings=tuple(
            sorted((_happening(reader, e) for e in reader.of_type(RELAAS.Event)), key=lambda h: (h.when is None, h.when or ""))
        ),
        contested=contested,
        numbers=numbers,
        comparisons=tuple(_comparison(reader, r) for r in reader.of_type(RELAAS.ClaimRelation)),
        sources=tuple(_source(reader, s) for s in reader.of_type(RELAAS.CitedSource)),
        links=_links(reader),
        abstentions=len(reader.of_type(RELAAS.LinkAbstention)),
        language=reader.language,
        supplied=_supplied(reader, document),
        nameless=_nameless(reader, document),
    )


def _facts(reader: Reader, document: Node) -> tuple[tuple[str, str], ...]:
    return tuple((name, ", ".join(values)) for name, values in fact_values(reader, document))


def fact_values(reader: Reader, document: Node) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what is known of the document itself, by the keys of `page.HEADINGS`; what is not known is left out."""
    rows: list[tuple[str, tuple[str | None, ...]]] = [
        ("type", (_maybe_label(reader, document, RELAAS.documentType),)),
        ("chamber", (_maybe_label(reader, document, RELAAS.chamber),)),
        ("number", (reader.text(document, DCTERMS.identifier),)),
        ("asker", reader.labels(reader.all(document, RELAAS.asker))),
        ("addressee", reader.labels(reader.all(document, RELAAS.addressedTo))),
        ("answerer", reader.labels(reader.all(document, RELAAS.answerer))),
        ("submitted", (reader.text(document, RELAAS.submitted),)),
        ("answered", (reader.text(document, RELAAS.answered),)),
        ("after", (reader.text(document, RELAAS.terminusPostQuem),)),
    ]
    known = ((name, tuple(v for v in values if v)) for name, values in rows)
    return tuple((name, values) for name, values in known if values)


def _nameless(reader: Reader, document: Node) -> tuple[str, ...]:
    """Return which of the facts are people known by their role only."""
    roles = (("asker", RELAAS.asker), ("addressee", RELAAS.addressedTo), ("answerer", RELAAS.answerer))
    return tuple(
        name for name, role in roles if any(reader.text(who, RELAAS.identified) == "false" for who in reader.all(document, role))
    )


def _supplied(reader: Reader, document: Node) -> tuple[tuple[Name, tuple[Name, ...]], ...]:
    """Return what the metadata file says, kept apart from what the text says."""
    rows = ((term_label(str(RELAAS[p]), reader.language), reader.all(document, RELAAS[p])) for p in _SUPPLIED)
    return tuple((name, tuple(title_of(reader, v) for v in values)) for name, values in rows if values)


def balanced(words: str) -> str:
    """Return words on one line, closed where a quotation in them is cut: a content never ends in a quotation mark.

    >>> balanced("de opstart van “substantieel werk")
    'de opstart van “substantieel werk”'
    """
    line = " ".join(words.split())
    missing = [close for opening, close in _MARKS.items() if line.count(opening) > line.count(close)]
    return line + "".join(missing[:1])


def _maybe_label(reader: Reader, subject: Node, predicate: object) -> Name | None:
    node = reader.one(subject, predicate)  # type: ignore[arg-type]
    return reader.label(node) if node is not None else None


def _questions(reader: Reader) -> tuple[Question, ...]:
    """Every question, or its sub-questions where it has some, with the first words of the answer that deals with it."""
    covered = {q: c for c in reader.of_type(RELAAS.Coverage) for q in reader.all(c, RELAAS.ofQuestion)}
    answers = {q: a for a in reader.of_type(RELAAS.Answer) for q in reader.all(a, RELAAS.answers)}
    out = []
    for question in reader.of_type(RELAAS.Question, RELAAS.SubQuestion):
        subs = [s for s in reader.of_type(RELAAS.SubQuestion) if reader.one(s, DCTERMS.isPartOf) == question]
        if subs:
            continue
        whole = reader.one(question, DCTERMS.isPartOf)
        coverage = covered.get(question)
        verdict = reader.one(coverage, RELAAS.verdict)
        passages = [
            reader.words(s) or ""
            for s in (reader.all(coverage, RELAAS.coveredBy) if coverage is not None else [])
            if _is_span(reader, s)
        ]
        answer = answers.get(question) or (answers.get(whole) if whole is not None else None)
        if not passages and answer is not None and (verdict is None or code_of(verdict) in ("answered", "partly")):
            passages = [reader.words(reader.one(answer, RELAAS.span)) or ""]
        out.append(
            Question(
                number=_part_name(reader, question),
                words=reader.words(reader.one(question, RELAAS.span)) or "",
                verdict=reader.label(verdict) if verdict is not None else None,
                verdict_code=code_of(verdict) if verdict is not None else None,
                answers=tuple(p for p in passages if p),
                question=str(question),
                coverage=str(coverage) if coverage is not None else None,
            )
        )
    return tuple(out)


def _is_span(reader: Reader, node: Node) -> bool:
    return (node, OA.start, None) in reader.graph


def _part_name(reader: Reader, part: Node | None) -> str:
    if part is None:
        return ""
    return reader.text(part, RELAAS.numberLabel) or str(part).rsplit("/", 1)[-1]


def _saying(reader: Reader, claim: Node) -> Saying:
    holders = reader.all(claim, RELAAS.holder)
    reporter = reader.one(claim, RELAAS.reporter)
    chain = sorted(reader.all(claim, RELAAS.attribution), key=lambda a: int(reader.text(a, RELAAS.level) or 0))
    agents = [a for link in chain for a in reader.all(link, PROV.agent) if a not in holders]
    act = reader.one(claim, RELAAS.speechAct)
    words = reader.text(claim, RELAAS.contentText) or reader.words(reader.one(claim, RELAAS.evidence)) or ""
    return Saying(
        claim=str(claim),
        voice=reader.label(reporter) if reporter is not None else "",
        holders=reader.labels(holders),
        through=reader.labels(agents),
        act=reader.label(act) if act is not None else "",
        act_code=code_of(act) if act is not None else "",
        towards=reader.labels([*reader.all(claim, RELAAS.addressee), *reader.all(claim, RELAAS.target)]),
        words=balanced(words),
        quotes=tuple(" ".join(str(q).split()) for q in reader.all(claim, RELAAS.quotedText)),
        denied=reader.code(claim, RELAAS.polarity) == "negative",
        own_voice=reporter in holders,
        part=_part_name(reader, reader.one(claim, RELAAS.inPart)),
    )


def _happening(reader: Reader, event: Node) -> Happening:
    parts = sorted(
        (
            (reader.label(a), reader.label(r))
            for p in reader.all(event, RELAAS.participation)
            for a, r in [_role(reader, p)]
            if a is not None and r is not None
        )
    )
    factuality = reader.one(event, RELAAS.factuality)
    return Happening(
        event=str(event),
        when=reader.text(event, RELAAS.edtf),
        label=reader.label(event),
        factuality=reader.label(factuality) if factuality is not None else "",
        places=reader.labels(reader.all(event, SEM.hasPlace)),
        participants=tuple(parts),
        words=tuple(dict.fromkeys(w for m in reader.all(event, RELAAS.mention) if (w := reader.words(m)))),
    )


def _role(reader: Reader, participation: Node) -> tuple[Node | None, Node | None]:
    return reader.one(participation, RELAAS.participant), reader.one(participation, RELAAS.role)


def _numbers(reader: Reader) -> tuple[tuple[Number, ...], tuple[Number, ...]]:
    """Return the figures with an outcome (casualties) that several holders give, and all the others."""
    figures = [(f, _number(reader, f)) for f in reader.of_type(RELAAS.Figure)]
    holders = {n.holders for _, n in figures if n.outcome is not None}
    side_by_side = len(holders) > 1
    contested = tuple(n for _, n in figures if n.outcome is not None and side_by_side)
    return contested, tuple(n for _, n in figures if n not in contested)


def _number(reader: Reader, figure: Node) -> Number:
    claim = reader.one(figure, RELAAS.inClaim)
    part = reader.one(figure, RELAAS.inPart)
    voice = reader.one(part, RELAAS.voice)
    outcome, side, event = (reader.one(figure, p) for p in (RELAAS.outcome, RELAAS.ofSide, RELAAS.ofEvent))
    value = reader.text(figure, SCHEMA.value)
    if value is None:
        value = " - ".join(v for v in (reader.text(figure, SCHEMA.minValue), reader.text(figure, SCHEMA.maxValue)) if v)
    holders = reader.labels(reader.all(claim, RELAAS.holder)) if claim is not None else ()
    voice_name = reader.label(voice) if voice is not None else ""
    return Number(
        figure=str(figure),
        value=value,
        counted=counted_in(reader, figure),
        outcome=reader.label(outcome) if outcome is not None else None,
        side=reader.label(side) if side is not None else None,
        holders=holders or ((voice_name,) if voice_name else ()),
        voice=voice_name,
        about=reader.label(event) if event is not None else None,
        words=reader.words(reader.one(figure, RELAAS.span)) or "",
        bound=bound_of(reader, figure),
    )


def _comparison(reader: Reader, relation: Node) -> Comparison:
    left, right = (reader.one(relation, p) for p in (RELAAS.fromClaim, RELAAS.toClaim))
    asserted = reader.one(relation, RELAAS.assertedBy)
    return Comparison(
        left=_claim_line(reader, left),
        right=_claim_line(reader, right),
        relation=_maybe_label(reader, relation, RELAAS.relationType) or "",
        aspect=reader.text(relation, RELAAS.aspect) or "",
        by=reader.label(asserted) if asserted is not None else (_maybe_label(reader, relation, RELAAS.basis) or ""),
        comparison=str(relation),
        reason=reader.text(relation, RELAAS.note),
    )


def _claim_line(reader: Reader, claim: Node | None) -> Name:
    if claim is None:
        return Name("")
    words = reader.text(claim, RELAAS.contentText) or reader.words(reader.one(claim, RELAAS.evidence)) or ""
    return Name(f"{', '.join(reader.labels(reader.all(claim, RELAAS.holder)))}: {' '.join(words.split())}", str(claim))


def _source(reader: Reader, source: Node) -> Source:
    mention = reader.words(reader.one(source, RELAAS.mention))
    return Source(
        title=" ".join((reader.text(source, DCTERMS.title) or mention or "").split()),
        kind=_maybe_label(reader, source, RELAAS.sourceType) or "",
        page=reader.text(source, FOAF.page),
        cited_in=tuple(_part_name(reader, p) for p in reader.all(source, RELAAS.citedIn)),
        source=str(source),
    )


def _links(reader: Reader) -> tuple[tuple[str, str, str], ...]:
    confidence = {
        (reader.one(a, OA.hasTarget), reader.one(a, OA.hasBody)): reader.text(a, RELAAS.confidence) or ""
        for a in reader.of_type(OA.Annotation)
    }
    pairs = reader.graph.subject_objects(SCHEMA.sameAs)
    return tuple(sorted((reader.label(s), code_of(o), confidence.get((s, o), "")) for s, o in pairs))
