"""What was found in a document: the only thing that crosses from the side of text to the side of RDF.

Ids are local names (see `relaas.ids`): `ac12-20`, `actor/armenia` for an actor of the gazetteer, `asker`, `answerer`,
`ev137-142`, `cl205-220`, `fig238-252`, `src…`, `pl…`, `place/brussels`, `office/…`. Values refer to each other by id.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from relaas.model.codes import (
    ActorType,
    Approximation,
    Basis,
    Certainty,
    EventType,
    Factuality,
    NotStated,
    Outcome,
    Polarity,
    QuoteType,
    RelationType,
    ReviewStatus,
    Role,
    SourceType,
    SpeechAct,
    Timeframe,
    Unit,
    Verdict,
)
from relaas.model.document import Document
from relaas.model.text import Diagnostic, Span

MentionForm = Literal["name", "nominal", "pronoun", "adjective", "abbreviation", "implicit"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a finding is there. `rule` names the rule, `entry` the lexicon entry (`lexicon#key`), `span` the whole passage.

    `confidence` is that of the extraction, 0 to 1, not how sure the holder is. `note` says what a reader should know
    (a fallback that was taken, an alternative reading).
    """

    rule: str
    span: Span
    confidence: Decimal = Decimal("0.8")
    entry: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name something: where, in which form, and their normalised wording."""

    span: Span
    text: str
    form: MentionForm = "name"


@dataclass(frozen=True, slots=True)
class Office:
    """A post; its holder speaks, the office cannot. `of` is the actor id of the body or state it belongs to."""

    office_id: str
    label: str
    mentions: tuple[Mention, ...] = ()
    key: str | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who can say, do or undergo. `label` is the words of the text; `key` the gazetteer's stable key when it is known there.

    `identified` is false where the document does not say who it is (the asker of a text without header, an unnamed office
    holder). `geopolitical` marks a state or union: one node that is actor and territory. `office` is an office id.
    """

    actor_id: str
    actor_type: ActorType
    label: str
    mentions: tuple[Mention, ...] = ()
    identified: bool = True
    key: str | None = None
    geopolitical: bool = False
    office: str | None = None
    on_behalf_of: str | None = None
    member_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place that is no actor (a city, a region, a border). `within` is the id of a place or geopolitical actor."""

    place_id: str
    label: str
    mentions: tuple[Mention, ...] = ()
    key: str | None = None
    within: str | None = None


@dataclass(frozen=True, slots=True)
class DateRange:
    """When: an EDTF expression with the bounds it allows (a bound is None where open), and where the text says so."""

    edtf: str
    earliest_start: date | None = None
    latest_start: date | None = None
    earliest_end: date | None = None
    latest_end: date | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Participation:
    """Who took part in an event, as what."""

    actor_id: str
    role: Role


@dataclass(frozen=True, slots=True)
class Event:
    """A happening. `mentions[0]` is the trigger of its fullest mention; the others are other words for the same happening.

    `places` are ids of places or geopolitical actors. `performs` is the claim an act of speech makes. `part_id` is the part
    of the first mention outside the title.
    """

    event_id: str
    event_type: EventType
    factuality: Factuality
    mentions: tuple[Mention, ...]
    part_id: str
    evidence: Evidence
    when: DateRange | None = None
    places: tuple[str, ...] = ()
    participants: tuple[Participation, ...] = ()
    precedes: tuple[str, ...] = ()
    leads_to: tuple[str, ...] = ()
    sub_events: tuple[str, ...] = ()
    ordinal: int | None = None
    performs: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words the document itself puts between quotation marks (without the marks). `text` is the normalised wording."""

    span: Span
    text: str
    quote_type: QuoteType


@dataclass(frozen=True, slots=True)
class Attribution:
    """A link in the chain of voices: level 0 is the voice of the part, the highest level the holder."""

    agent_id: str
    level: int
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One communicative act ascribed to a holder.

    `holders` are actor ids, or source ids where a document says it. `cue` has several spans where the words stand apart
    (*riep … op*). `content_text` is the normalised wording of `content`. `responds_to` is a part id.
    """

    claim_id: str
    speech_act: SpeechAct
    holders: tuple[str, ...]
    reporter: str
    part_id: str
    evidence: Evidence
    cue: tuple[Span, ...] = ()
    content: Span | None = None
    content_text: str | None = None
    quotes: tuple[Quote, ...] = ()
    addressees: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    nested_in: str | None = None
    attributions: tuple[Attribution, ...] = ()
    about_events: tuple[str, ...] = ()
    about_actors: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    cited_sources: tuple[str, ...] = ()
    responds_to: str | None = None
    polarity: Polarity = "positive"
    certainty: Certainty = "underspecified"
    timeframe: Timeframe | None = None
    review_status: ReviewStatus = "unreviewed"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts. A range has `minimum` and `maximum` and no `value`."""

    figure_id: str
    span: Span
    part_id: str
    unit: Unit
    evidence: Evidence
    value: Decimal | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    unit_text: str | None = None
    counted: str | None = None
    outcome: Outcome | None = None
    approximation: Approximation = "exact"
    of_side: str | None = None
    of_event: str | None = None
    in_claim: str | None = None


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A document the text cites. `cited_in` are part ids; `attributed_to` an actor id."""

    source_id: str
    source_type: SourceType
    mentions: tuple[Mention, ...]
    evidence: Evidence
    title: str | None = None
    publisher: str | None = None
    issued: DateRange | None = None
    url: str | None = None
    cited_in: tuple[str, ...] = ()
    attributed_to: str | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """How a (sub-)question is dealt with: the answer part, the passages that do it, and the verdict."""

    coverage_id: str
    question: str
    verdict: Verdict
    evidence: Evidence | None = None
    answers: tuple[str, ...] = ()
    passages: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimRelation:
    """How two claims stand to each other; `basis` text when the document itself says so (then `asserted_by` and evidence)."""

    relation_id: str
    from_claim: str
    to_claim: str
    relation_type: RelationType
    basis: Basis
    aspect: str
    evidence: Evidence
    asserted_by: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A Wikidata item that was considered for a link, with its score and the features that made it."""

    qid: str
    label: str
    score: Decimal
    features: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided about a link: whether it is the item, who judged, on which day, and why."""

    verdict: Literal["same", "different", "unsure"]
    who: str
    day: date
    why: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A decision of the linker about an actor, place or office; `qid` is None where it abstained (`reason` says why).

    `judgement` is there where a person decided; it wins over the scorer.
    """

    target_id: str
    qid: str | None
    confidence: Decimal
    reason: str
    knowledge_base: str
    snapshot: str
    candidates: tuple[Candidate, ...] = ()
    review_status: ReviewStatus = "unreviewed"
    judgement: Judgement | None = None


@dataclass(frozen=True, slots=True)
class BackgroundHolding:
    """Background knowledge: who held an office on the date of the text. Stands in the links graph only, marked as such."""

    office_id: str
    person_qid: str
    person_label: str
    start: date | None
    end: date | None
    source: str


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found in one document, in reading order within each kind."""

    document: Document
    actors: tuple[Actor, ...] = ()
    offices: tuple[Office, ...] = ()
    places: tuple[Place, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    sources: tuple[CitedSource, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    relations: tuple[ClaimRelation, ...] = ()
    links: tuple[Link, ...] = ()
    holdings: tuple[BackgroundHolding, ...] = ()
    not_stated: tuple[NotStated, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
