"""Trigger, claims -> Factuality: how a document presents a happening.

The words of the clause come first (*niet*, *zal*, *als*, a date after the date of the words); then the claims: what a third
party asserts is reported, what it accuses of is alleged, what somebody calls for, requests or hopes is called for. The
text's own voice attests. Denial of a third party's claim stays with the claim.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from relaas.extract.carrying import decision
from relaas.extract.clauses import helpers, is_definite, predicate
from relaas.extract.eventwords import Trigger, lexicon
from relaas.intervals import Intervals
from relaas.model import Claim, DateRange, Event, Factuality, Sentence, Span, Token

_OWN = frozenset({"asker", "answerer"})
_CALLS = frozenset({"call-for", "request", "hope", "propose"})
_STRENGTH: dict[str, int] = {
    "attested": 6,
    "reported": 5,
    "alleged": 4,
    "planned": 3,
    "called-for": 2,
    "denied": 1,
    "hypothetical": 0,
}


def of_clause(sentence: Sentence, trigger: Trigger, when: DateRange | None, now: date | None, *, performed: bool) -> Factuality:
    """Return how the clause of a trigger presents its event; attested when nothing says otherwise.

    What is to end is alleged until the claims tell whose words these are. The words of the verb count only where it is the
    trigger or performs it: *kunt u de gesprekken toelichten* doubts no talks.
    """
    token = sentence.tokens[trigger.index]
    verbal = trigger.word is not None and trigger.word.verbal
    verb = token if verbal else predicate(sentence, trigger.index)
    direct: set[int] = set()
    if performed:
        direct = {
            t.i for t in sentence.children(verb.i) if t.dep.split(":")[0] in ("aux", "cop", "advmod", "mark", "det", "amod", "cc")
        }
        direct |= {verb.i} if verb.pos == "AUX" else {t.i for t in helpers(sentence, verb)}
    direct |= {
        t.i for t in sentence.children(trigger.index) if t.dep.split(":")[0] in ("det", "amod", "advmod", "mark", "aux", "cop")
    }
    if performed and verb.dep == "xcomp" and sentence.tokens[verb.head].pos == "AUX":
        direct.add(verb.head)
    words = {sentence.tokens[i].lower for i in direct if not trigger.first <= i <= trigger.last or i == trigger.index}
    if trigger.word is not None and trigger.word.phrase is not None:
        words -= set(trigger.word.phrase.split())  # the negation of *niet doorgaan* is its meaning
    cues = lexicon()["factuality"]
    if words & set(cues["denied"]):
        return "denied"
    if when is not None and now is not None and when.earliest_start is not None and when.earliest_start > now:
        return "planned"
    if words & set(cues["hypothetical"]) or (performed and is_condition(sentence, verb.i)):
        return "hypothetical"
    if words & set(cues["planned"]) and not (when and now and when.latest_end and when.latest_end < now):
        return "planned"
    return "alleged" if not verbal and verb.lemma in lexicon()["ending"] and token.head == verb.i else "attested"


def strongest(found: Iterable[Factuality]) -> Factuality:
    """Return the strongest presentation of several: an event that is attested once is attested."""
    return max(found, key=lambda f: _STRENGTH[f])


def settle(events: tuple[Event, ...], claims: tuple[Claim, ...]) -> tuple[Event, ...]:
    """Set how events are presented by the claims whose content holds their mentions.

    An event with a mention outside every claim of a third party keeps what its clause says: the document itself says it.
    """
    contents = Intervals((c.content, (c, c.content)) for c in claims if c.content is not None and c.speech_act != "ask")
    return tuple(_settled(event, contents) for event in events)


def _settled(event: Event, contents: Intervals[tuple[Claim, Span]]) -> Event:
    if event.factuality in ("denied", "hypothetical", "planned"):
        return event
    ended = event.factuality == "alleged"
    found: list[Factuality] = []
    for mention in event.mentions:
        holding = contents.holding(mention.span)
        if not holding:
            found.append("attested")
            continue
        claim = min(holding, key=lambda pair: (len(pair[1]), pair[0].claim_id))[0]
        found.append(_by_claim(claim, ended=ended))
    return replace(event, factuality=strongest(found)) if found else event


def _by_claim(claim: Claim, *, ended: bool) -> Factuality:
    if claim.speech_act in _CALLS and ended:
        return "attested" if set(claim.holders) <= {*_OWN, claim.reporter} else "alleged"
    if claim.speech_act in _CALLS:
        return "called-for"
    if set(claim.holders) <= {*_OWN, claim.reporter}:
        return "attested"
    if claim.speech_act == "accuse":
        return "alleged"
    return "reported" if claim.speech_act in ("assert", "announce", "estimate", "warn", "deny") else "attested"


def is_purpose(sentence: Sentence, index: int) -> bool:
    """Tell whether a clause hangs in a purpose or result (*om ... te*, *zodat*): what it names has not happened.

    What somebody decides to do is none (*besloot om dat te betalen*).
    """
    return bool(_marks(sentence, index) & {"om", "zodat", "opdat", "alvorens", "teneinde"})


def is_aim(sentence: Sentence, index: int) -> bool:
    """Tell whether a noun is what something is meant for (*ter financiering van*, *met het oog op de aanwerving*)."""
    if sentence.tokens[index].pos in ("VERB", "AUX"):
        return False
    before = [t.lower for t in sentence.tokens[max(0, index - 7) : index]]
    if before[-1:] == ["ter"] or before[-2:-1] == ["ter"]:
        return True
    found = next((at for at in range(len(before) - 2) if before[at : at + 3] == ["het", "oog", "op"]), None)
    return found is not None and "van" not in before[found + 3 :]


def is_condition(sentence: Sentence, index: int) -> bool:
    """Tell whether a clause hangs in a condition (*als*, *indien*)."""
    return bool(_marks(sentence, index) & {"als", "indien", "mits", "tenzij"})


def _marks(sentence: Sentence, index: int) -> set[str]:
    above = [t for t in (sentence.tokens[index], *sentence.ancestors(index)) if t.pos in ("VERB", "AUX")]
    return {
        mark.lower
        for token in above
        for mark in (*sentence.children(token.i, "mark", "case"), *_before_subject(sentence, token))
        if mark.lower != "om" or decision(sentence, token) is None
    }


def _before_subject(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Return the conjunction that the parser hung on the subject behind it (*als de korting gehalveerd wordt*).

    *Als minister zei hij* says what somebody is: it has no article, and another subject beside it.
    """
    before = (t for t in sentence.children(verb.i) if t.i < verb.i and t.pos in ("NOUN", "PROPN", "PRON"))
    first = next(before, None)
    if first is None or not (is_definite(sentence, first.i) or not sentence.children(verb.i, "nsubj")):
        return ()
    return tuple(m for m in sentence.children(first.i, "mark") if m.lower in ("als", "indien"))
