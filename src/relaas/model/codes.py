"""The codes of the concept schemes, as types.

The schemes themselves, with labels and definitions, are `ontology/codes/*.ttl`; a test holds both sides equal.
Left of `Findings` no RDF is read, so the codes stand here as literals that mypy checks.
"""

from typing import Literal, get_args

ActorType = Literal[
    "person", "office-holder", "member-of-parliament", "state", "union", "government", "ministry", "authorities",
    "institution", "organisation", "alliance", "party", "company", "media", "armed-force", "armed-group", "group",
    "international-community",
]  # fmt: skip
SpeechAct = Literal[
    "assert", "deny", "accuse", "evaluate", "call-for", "request", "ask", "commit", "announce", "propose", "hope",
    "endorse", "reject", "warn", "estimate",
]  # fmt: skip
EventType = Literal[
    "attack", "hostilities", "ceasefire", "protest", "violence", "displacement", "mobilisation",
    "meeting", "negotiation", "agreement", "visit", "sanction", "appeal", "mission",
    "decision", "legislation", "vote", "policy-measure", "appointment", "resignation", "election", "funding",
    "publication", "inspection", "consultation",
    "crime", "arrest", "prosecution", "ruling", "complaint",
    "accident", "disaster", "outbreak", "death", "treatment", "closure", "cancellation", "research",
    "investment", "transaction", "contract", "trade", "bankruptcy",
    "other",
]  # fmt: skip
Role = Literal["agent", "target", "participant", "mediator", "host", "beneficiary", "victim"]
Factuality = Literal["attested", "reported", "alleged", "planned", "called-for", "hypothetical", "denied"]
Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible", "underspecified"]
Timeframe = Literal["past", "present", "future"]
QuoteType = Literal["direct", "indirect", "mixed"]
Unit = Literal[
    "people", "soldiers", "civilians", "percent", "eur", "usd", "years", "months", "weeks", "days", "hours", "km", "m",
    "ha", "tonne", "kg", "mw", "times", "countries", "organisations", "other",
]  # fmt: skip
#: Units that are measures: their word belongs to the number, whatever else is counted.
MEASURES: frozenset[Unit] = frozenset(
    {"percent", "eur", "usd", "years", "months", "weeks", "days", "hours", "km", "m", "ha", "tonne", "kg", "mw", "times"}
)
Outcome = Literal["killed", "missing", "killed-or-missing", "injured", "displaced", "detained"]
Approximation = Literal["exact", "about", "at-least", "at-most"]
RelationType = Literal["contradicts", "possibly-contradicts", "corroborates", "agrees-with", "vaguer-than", "repeats"]
Basis = Literal["text", "inferred"]
Verdict = Literal["answered", "partly", "not-answered", "deferred", "refused"]
SourceType = Literal[
    "article", "report", "letter", "motion", "parliamentary-paper", "law", "treaty", "judgment", "website",
    "broadcast", "book", "speech", "other",
]  # fmt: skip
DocumentType = Literal["written-question", "postponement", "other"]
Chamber = Literal["vlaams-parlement", "tweede-kamer", "belgische-kamer", "senaat", "unknown"]
ReviewStatus = Literal["unreviewed", "confirmed", "corrected", "rejected"]
NotStated = Literal[
    "asker", "answerer", "number", "date-of-question", "date-of-answer", "answer", "side-of-figure", "place-of-event",
    "date-of-event", "addressee",
]  # fmt: skip

#: Scheme name (the segment in the IRI) -> its codes, in the order of the literals above.
SCHEMES: dict[str, tuple[str, ...]] = {
    "actor-type": get_args(ActorType),
    "speech-act": get_args(SpeechAct),
    "event-type": get_args(EventType),
    "role": get_args(Role),
    "factuality": get_args(Factuality),
    "polarity": get_args(Polarity),
    "certainty": get_args(Certainty),
    "timeframe": get_args(Timeframe),
    "quote-type": get_args(QuoteType),
    "unit": get_args(Unit),
    "outcome": get_args(Outcome),
    "approximation": get_args(Approximation),
    "relation": get_args(RelationType),
    "basis": get_args(Basis),
    "verdict": get_args(Verdict),
    "source-type": get_args(SourceType),
    "document-type": get_args(DocumentType),
    "chamber": get_args(Chamber),
    "review-status": get_args(ReviewStatus),
    "not-stated": get_args(NotStated),
}
