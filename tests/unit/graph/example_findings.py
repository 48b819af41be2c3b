"""Findings made by hand in which every kind of value occurs, about a text of our own: `EXAMPLE`, with `GAZETTEER` and `RUN`.

Offsets are looked up in the text once, here; in the package they are made when a text is read.
"""

from __future__ import annotations

import hashlib
import re
from datetime import date
from decimal import Decimal

from relaas.gazetteer import Entry, Gazetteer
from relaas.graph import Run
from relaas.model import (
    Actor,
    Attribution,
    BackgroundHolding,
    Candidate,
    CitedSource,
    Claim,
    ClaimRelation,
    Coverage,
    DateRange,
    Diagnostic,
    Document,
    Event,
    Evidence,
    Figure,
    Findings,
    Header,
    Link,
    Mention,
    Metadata,
    Office,
    Part,
    Participation,
    Passage,
    Person,
    Place,
    Quote,
    Source,
    Span,
)

TEXT = """SCHRIFTELIJKE VRAAG nr. 12
van AN PEETERS
datum: 3 maart 2021
aan de minister van Binnenlandse Zaken
Overstroming in Peru

Op 10 februari 2021 overstroomde de Rímac in Lima. Peru meldt 40 tot 50 doden. Volgens Chili
waren het er 30; de Chileense minister sprak van een “klei-
ne ramp”, aldus het Rode Kruis.

1. Hoe beoordeelt de minister de ramp? Volgt er hulp?
ANTWOORD
1. De regering betreurt de ramp. Wij riepen beide landen op om samen te werken. Het rapport
“Water” (2020)1 noemt de cijfers vaag.
1 Zie www.voorbeeld.be/water rapport.
"""

RUN = Run(software_version="0.1.0", model_version="nl-test 1", config_digest="cd" * 8)


def at(words: str, *, nth: int = 1) -> Span:
    """Return where the `nth` occurrence of these words stands."""
    starts = [match.start() for match in re.finditer(re.escape(words), TEXT)]
    return Span(starts[nth - 1], starts[nth - 1] + len(words))


def between(first: str, last: str) -> Span:
    """Return the span from the first words to the next occurrence of the last."""
    start = TEXT.index(first)
    return Span(start, TEXT.index(last, start) + len(last))


def mention(words: str, *, nth: int = 1, form: str = "name") -> Mention:
    """Return a mention of these words."""
    return Mention(at(words, nth=nth), words, form)  # type: ignore[arg-type]


def passage(span: Span) -> Passage:
    """Join lines and undo hyphenation, as the structure stage does."""
    letters, offsets, i = [], [], span.start
    while i < span.end:
        if TEXT.startswith("-\n", i):
            i += 2
        else:
            letters.append(" " if TEXT[i] == "\n" else TEXT[i])
            offsets.append(i)
            i += 1
    return Passage("".join(letters), tuple(offsets))


def _part(part_id: str, kind: str, span: Span, ordinal: int, **more: object) -> Part:
    return Part(part_id, kind, span, ordinal, passage=None if kind == "sub-question" else passage(span), **more)  # type: ignore[arg-type]


SOURCE = Source("vraag-12", TEXT, hashlib.sha256(TEXT.encode()).hexdigest())

PARTS = (
    _part("title", "title", at("Overstroming in Peru"), 1),
    _part("context", "context", between("Op 10 februari", "Rode Kruis."), 2),
    _part("q1", "question", between("Hoe beoordeelt", "hulp?"), 3, number="1"),
    _part("q1.1", "sub-question", between("Hoe beoordeelt", "ramp?"), 4, parent="q1"),
    _part("q1.2", "sub-question", between("Volgt er", "hulp?"), 5, parent="q1"),
    _part("a1", "answer", between("De regering betreurt", "vaag."), 6, number="1", answers=("q1",)),
    _part("fn1", "footnote", between("Zie www", "rapport."), 7, number="1", parent="a1"),
)

DOCUMENT = Document(
    source=SOURCE,
    layout="vlaams-parlement",
    chamber="vlaams-parlement",
    document_type="written-question",
    header=Header(
        number="12",
        subject="Overstroming in Peru",
        askers=(Person(name="AN PEETERS", span=at("AN PEETERS")),),
        addressees=(Person(office="minister van Binnenlandse Zaken", span=at("minister van Binnenlandse Zaken")),),
        respondents=(Person(office="minister van Binnenlandse Zaken"),),
        submitted=date(2021, 3, 3),
    ),
    parts=PARTS,
    metadata=Metadata(
        asker="An Peeters",
        minister="Jan Jans",
        office="minister van Binnenlandse Zaken",
        number="12 (2020-2021)",
        submitted=date(2021, 3, 3),
        answered=date(2021, 4, 1),
        subject="Overstroming",
        themes=("buitenland", "natuurrampen"),
        chamber="vlaams-parlement",
    ),
)

ACTORS = (
    Actor("asker", "member-of-parliament", "AN PEETERS", (mention("AN PEETERS"),), member_of=("actor/voorbeeldpartij",)),
    Actor(
        "ac75-106",
        "office-holder",
        "minister van Binnenlandse Zaken",
        (mention("minister van Binnenlandse Zaken"), mention("de minister", form="nominal")),
        identified=False,
        office="of75-106",
        on_behalf_of="answerer",
    ),
    Actor("answerer", "government", "De regering", (mention("De regering"),), identified=False),
    Actor("actor/peru", "state", "Peru", (mention("Peru", nth=1), mention("Peru", nth=2)), key="peru", geopolitical=True),
    Actor("actor/chile", "state", "Chili", (mention("Chili"),), key="chile", geopolitical=True),
    Actor(
        "ac-minister-chile",
        "office-holder",
        "de Chileense minister",
        (mention("Chileense minister"),),
        identified=False,
        office="office/minister-chile",
        on_behalf_of="actor/chile",
    ),
    Actor("ac-rode-kruis", "organisation", "het Rode Kruis", (mention("Rode Kruis"),)),
    Actor("ac-group", "group", "beide landen", (mention("beide landen", form="nominal"),)),
)
OFFICES = (
    Office("of75-106", "minister van Binnenlandse Zaken", (mention("minister van Binnenlandse Zaken"),)),
    Office("office/minister-chile", "minister", (mention("Chileense minister"),), key="minister-chile", of="actor/chile"),
)
PLACES = (
    Place("place/lima", "Lima", (mention("Lima"),), key="lima", within="actor/peru"),
    Place("pl-rimac", "de Rímac", (mention("Rímac"),), within="place/lima"),
)


def _evidence(span: Span, rule: str, confidence: str = "0.80", **more: str) -> Evidence:
    return Evidence(rule, span, Decimal(confidence), **more)


FLOOD, MEETING = "ev149-162", "ev-call"
EVENTS = (
    Event(
        FLOOD,
        "disaster",
        "attested",
        (mention("overstroomde"), mention("Overstroming"), mention("ramp")),
        "context",
        _evidence(between("Op 10 februari", "Lima."), "event.verb", entry="events#overstromen", note="de rivier is geen actor"),
        when=DateRange(
            "2021-02-10", date(2021, 2, 10), date(2021, 2, 10), date(2021, 2, 10), date(2021, 2, 10), at("10 februari 2021")
        ),
        places=("place/lima", "pl-rimac", "actor/peru"),
        participants=(Participation("actor/peru", "victim"), Participation("ac-rode-kruis", "beneficiary")),
        precedes=(MEETING,),
        leads_to=(MEETING,),
        sub_events=("ev-deaths",),
    ),
    Event(
        "ev-deaths",
        "death",
        "reported",
        (mention("doden"),),
        "context",
        _evidence(at("40 tot 50 doden"), "event.noun"),
        when=DateRange("2021-02-10/..", date(2021, 2, 10), span=at("10 februari 2021")),
        ordinal=2,
    ),
    Event(
        MEETING,
        "appeal",
        "attested",
        (mention("riepen"),),
        "a1",
        _evidence(at("Wij riepen beide landen op"), "event.verb"),
        performs="cl-call",
    ),
)
CLAIMS = (
    Claim(
        "cl-peru",
        "assert",
        ("actor/peru",),
        "asker",
        "context",
        _evidence(at("Peru meldt 40 tot 50 doden"), "claim.verb", entry="reporting#melden"),
        cue=(at("meldt"),),
        content=at("40 tot 50 doden"),
        content_text="40 tot 50 doden",
        attributions=(Attribution("asker", 0), Attribution("actor/peru", 1, at("Peru", nth=2))),
        about_events=(FLOOD,),
        figures=("fig-range",),
        polarity="positive",
        certainty="certain",
        timeframe="past",
    ),
    Claim(
        "cl-chile",
        "estimate",
        ("actor/chile",),
        "asker",
        "context",
        _evidence(between("Volgens Chili", "er 30"), "claim.according"),
        cue=(at("Volgens"),),
        content=between("waren het", "er 30"),
        attributions=(Attribution("asker", 0), Attribution("actor/chile", 1)),
        about_events=("ev-deaths",),
        review_status="corrected",
    ),
    Claim(
        "cl-minister",
        "evaluate",
        ("ac-minister-chile", "ac-rode-kruis"),
        "asker",
        "context",
        _evidence(between("de Chileense minister", "Rode Kruis"), "claim.verb"),
        cue=(at("sprak van"),),
        content=between("een “klei", "ramp”"),
        quotes=(Quote(between("klei", "ramp"), "kleine ramp", "direct"),),
        nested_in="cl-chile",
        attributions=(Attribution("asker", 0), Attribution("ac-rode-kruis", 1), Attribution("ac-minister-chile", 1)),
        about_actors=("actor/peru",),
        certainty="probable",
    ),
    Claim(
        "cl-ask",
        "ask",
        ("asker",),
        "asker",
        "q1",
        _evidence(between("Hoe beoordeelt", "ramp?"), "claim.question"),
        addressees=("ac75-106",),
        attributions=(Attribution("asker", 0),),
    ),
    Claim(
        "cl-call",
        "call-for",
        ("answerer",),
        "answerer",
        "a1",
        _evidence(between("Wij riepen", "werken."), "claim.call"),
        cue=(at("riepen"), at("op om samen").__class__(at("op om samen").start, at("op om samen").start + 2)),
        content=at("samen te werken"),
        addressees=("actor/peru", "actor/chile"),
        targets=("ac-group",),
        attributions=(Attribution("answerer", 0),),
        cited_sources=("src-report",),
        responds_to="q1.2",
        polarity="negative",
        timeframe="future",
    ),
)
FIGURES = (
    Figure(
        "fig-range",
        at("40 tot 50 doden"),
        "context",
        "people",
        _evidence(at("40 tot 50 doden"), "figure.range"),
        minimum=Decimal(40),
        maximum=Decimal("50.0"),
        counted="doden",
        outcome="killed",
        approximation="about",
        of_side="actor/peru",
        of_event="ev-deaths",
        in_claim="cl-peru",
    ),
    Figure(
        "fig-30",
        at("30"),
        "context",
        "other",
        _evidence(at("30"), "figure.number"),
        value=Decimal("3E+1"),
        unit_text="doden",
        in_claim="cl-chile",
    ),
)
SOURCES = (
    CitedSource(
        "src-report",
        "report",
        (mention("rapport\n“Water”"), mention("www.voorbeeld.be/water rapport")),
        _evidence(between("Het rapport", "(2020)"), "source.title"),
        title="Water",
        publisher="het Rode Kruis",
        issued=DateRange("2020", date(2020, 1, 1), date(2020, 12, 31), date(2020, 1, 1), date(2020, 12, 31)),
        url="www.voorbeeld.be/water rapport",
        cited_in=("a1", "fn1"),
        attributed_to="ac-rode-kruis",
    ),
    CitedSource(
        "src-day",
        "letter",
        (mention("cijfers"),),
        _evidence(at("cijfers"), "source.noun"),
        issued=DateRange("2021-03-01", date(2021, 3, 1), date(2021, 3, 1), date(2021, 3, 1), date(2021, 3, 1)),
    ),
)
COVERAGE = (
    Coverage(
        "cov1",
        "q1.1",
        "partly",
        _evidence(at("betreurt de ramp"), "coverage.topic"),
        ("a1",),
        (at("De regering betreurt de ramp"),),
    ),
    Coverage("cov2", "q1.2", "not-answered"),
)
RELATIONS = (
    ClaimRelation(
        "rel-figures",
        "cl-peru",
        "cl-chile",
        "possibly-contradicts",
        "inferred",
        "aantal doden",
        _evidence(at("40 tot 50 doden"), "relation.figures", "0.6"),
    ),
    ClaimRelation(
        "rel-vague",
        "cl-chile",
        "cl-peru",
        "vaguer-than",
        "text",
        "cijfers",
        _evidence(at("noemt de cijfers vaag"), "relation.text"),
        "answerer",
    ),
)
LINKS = (
    Link(
        "actor/peru",
        "Q419",
        Decimal("0.990"),
        "one entry of the gazetteer",
        "Wikidata",
        "2026-01",
        (Candidate("Q419", "Peru", Decimal("0.99"), (("label", "exact"), ("type", "state"))),),
        "confirmed",
    ),
    Link("ac-rode-kruis", None, Decimal("0.4"), "two candidates are as good", "Wikidata", "2026-01", (
        Candidate("Q7178", "Rode Kruis", Decimal("0.5")), Candidate("Q190691", "Internationale Rode Kruis", Decimal("0.5")),
    )),
    Link("office/minister-chile", "Q1", Decimal("0.2"), "rejected by a person", "Wikidata", "2026-01", review_status="rejected"),
)  # fmt: skip
HOLDINGS = (
    BackgroundHolding("of75-106", "Q42", "Jan Jans", date(2020, 10, 1), None, "https://voorbeeld.be/ministers"),
    BackgroundHolding("of75-106", "Q43", "Piet Piets", None, date(2020, 9, 30), "lijst van ministers"),
)

EXAMPLE = Findings(
    document=DOCUMENT,
    actors=ACTORS,
    offices=OFFICES,
    places=PLACES,
    events=EVENTS,
    claims=CLAIMS,
    figures=FIGURES,
    sources=SOURCES,
    coverage=COVERAGE,
    relations=RELATIONS,
    links=LINKS,
    holdings=HOLDINGS,
    not_stated=("answerer", "date-of-answer"),
    diagnostics=(Diagnostic("info", "extract", "niets bijzonders"),),
)

GAZETTEER = Gazetteer(
    {
        entry.key: entry
        for entry in (
            Entry("peru", "Q419", "geopolitical", "state", (("nl", "Peru"), ("en", "Peru"), ("fr", "Pérou")), None, "wikidata"),
            Entry(
                "chile", "Q298", "geopolitical", "state", (("nl", "Chili"), ("en", "Chile"), ("fr", "Chili")), None, "wikidata"
            ),
            Entry("lima", "Q2868", "place", "city", (("nl", "Lima"), ("en", "Lima")), "peru", "wikidata"),
            Entry("minister-chile", None, "office", "", (("nl", "minister van Chili"),), "chile", "curated"),
            Entry("voorbeeldpartij", None, "actor", "party", (("nl", "Voorbeeldpartij"),), None, "curated"),
            Entry("elders", None, "place", "city", (("nl", "Elders"),), None, "curated"),
        )
    },
    {},
)
