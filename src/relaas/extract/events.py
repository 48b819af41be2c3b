"""Analysis, cast, dates -> Event: what happened, when, where and with whom.

Triggers come from the lexicon (`eventwords`), circumstances from their clauses (`eventroles`), factuality from their words
(`factuality`); then mentions of one happening are joined (`eventjoining`) and put in order (`eventorder`). A trigger is an
event only with a date, a place or a named participant of its own; what is planned, denied or supposed needs a participant or
a date. What a question asks somebody to do, and what stands in no clause that says it happened, opens no event.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from relaas.extract.carrying import decision
from relaas.extract.cast import Cast
from relaas.extract.clauses import case_of, is_bare, is_definite, is_demonstrative, is_light, predicate, relatives
from relaas.extract.dates import DateMention, is_late, reference_date
from relaas.extract.eventjoining import Happening, Occurrence, join_occurrences, mention_of
from relaas.extract.eventopening import opens
from relaas.extract.eventorder import count_events, order_events
from relaas.extract.eventroles import Circumstances, Stage
from relaas.extract.eventwords import Trigger, find_triggers, is_apart, lexicon
from relaas.extract.factuality import of_clause, settle, strongest
from relaas.extract.tenses import side_of_verb
from relaas.ids import Namer
from relaas.model import Analysis, DateRange, Event, Evidence, Factuality, Mention, Participation, Sentence, Token

__all__ = ["count_events", "find_events", "settle"]


def find_events(analysis: Analysis, cast: Cast, dates: tuple[DateMention, ...], namer: Namer) -> tuple[Event, ...]:
    """Find the events of a document, in the order of their first mention outside the title.

    `settle` sets their factuality by the claims later. `mentions[0]` is the fullest mention.
    """
    titles = {p.part_id for p in analysis.document.parts if p.kind == "title"}
    found: list[Occurrence] = []
    for sentence in analysis.sentences:
        triggers = sorted((t for t in find_triggers(sentence) if not _is_name(sentence, t, cast)), key=lambda t: t.first)
        stage = Stage(sentence, cast, dates, triggers)
        carried = _carried(sentence, triggers)
        spared = {*carried.values(), *_cancelled(sentence, triggers), *_edges(sentence, triggers)}
        here: dict[int, Occurrence] = {}
        for trigger in triggers:
            if trigger.index not in spared:
                verb = next((t for t in triggers if t.index == carried.get(trigger.index)), None)
                here[trigger.index] = _occurrence(analysis, stage, trigger, verb)
        decided = _decided(sentence, here, carried)
        for occurrence in (o for i, o in here.items() if i not in decided):
            found.append(replace(occurrence, order=len(found), in_title=sentence.part_id in titles))
    happenings = [h for h in join_occurrences(found) if not _is_toll(h, found, analysis)]
    events = tuple(_event(h, analysis, namer) for h in happenings)
    return order_events(events, analysis)


#: What takes its time and follows the decision to do it: *besloot het te onderzoeken* is no study yet.
_LATER = frozenset({"research", "inspection", "consultation", "meeting", "negotiation", "visit"})
_DEADLY = frozenset({"attack", "hostilities", "violence", "accident", "disaster"})


def _is_toll(happening: Happening, found: list[Occurrence], analysis: Analysis) -> bool:
    """Tell whether deaths are only counted as what another happening cost (*daarbij kwamen vier militairen om*): a figure."""
    if happening.event_type != "death" or not any(o.opens and o.event_type in _DEADLY for o in found):
        return False
    return all(m.when is None and _counts_dead(analysis.sentences[m.sentence], m) for m in happening.members)


def _counts_dead(sentence: Sentence, mention: Occurrence) -> bool:
    """Tell whether the subject of a verb of dying is a number of people."""
    verbs = (t for t in sentence.tokens if mention.span.contains(t.span))
    return any(sentence.children(s.i, "nummod") for v in verbs for s in sentence.children(v.i, "nsubj", "nsubj:pass"))


def _is_name(sentence: Sentence, trigger: Trigger, cast: Cast) -> bool:
    """Tell whether a trigger names somebody (de Inspectie Leefomgeving en Transport, de missie in Mali)."""
    token = sentence.tokens[trigger.index]
    if not cast.at(sentence.index, token.i):
        return False
    acts = token.dep == "nsubj" and bool(sentence.children(token.head, "obj"))
    if trigger.word is not None and trigger.word.event_type == "meeting":  # a Council is a body and its session
        dated = any(case_of(sentence, t) == "van" for t in sentence.children(token.i, "nmod"))
        return (acts or case_of(sentence, token) == "door") and not dated
    return acts or (token.i > 0 and token.text[0].isupper())


def _carried(sentence: Sentence, triggers: list[Trigger]) -> dict[int, int]:
    """Return which nouns are carried by a verb that is a trigger as well: one happening, named by the noun (rule 16)."""
    verbs = [t for t in triggers if t.word is not None and t.word.verbal]
    out: dict[int, int] = {}
    for trigger in triggers:
        token = sentence.tokens[trigger.index]
        named = trigger.word is not None and not trigger.word.verbal
        if not named:
            continue
        told = {t.i for t in relatives(sentence, token.i)}
        above = [v for v in verbs if v.index in told or _is_argument(sentence, v, token)]
        verb = next((v for v in above if _carries(sentence, v, trigger)), None)
        verb = verb or next((v for v in verbs if v.first < v.last and v.first == trigger.last + 1), None)
        if verb is not None and verb.index not in out.values():
            out[token.i] = verb.index
    return out


def _cancelled(sentence: Sentence, triggers: list[Trigger]) -> set[int]:
    """Return the nouns that a verb of cancelling takes: the verb tells what did not happen (*de tocht ging niet door*)."""
    called_off = [t for t in triggers if t.word is not None and not t.word.weak and t.word.event_type == "cancellation"]
    verbs = [t for t in called_off if t.word is not None and t.word.verbal]  # not *uitstellen*, which is weak
    nouns = [t for t in triggers if t.word is not None and not t.word.verbal and t.word.event_type != "cancellation"]
    return {n.index for n in nouns for v in verbs if _is_argument(sentence, v, sentence.tokens[n.index])}


def _edges(sentence: Sentence, triggers: list[Trigger]) -> set[int]:
    """Return the nouns that tell of the end or opening of a consultation: one happening (*na sluiting van de raadpleging*)."""
    nouns = [t for t in triggers if t.word is not None and not t.word.verbal]
    talks = {t.index for t in nouns if t.word is not None and t.word.event_type == "consultation"}
    edges = [t.index for t in nouns if t.word is not None and t.word.event_type in ("closure", "publication")]
    below = {i: sentence.children(i, "nmod") for i in edges}
    return {i for i, phrases in below.items() if any(n.i in talks and case_of(sentence, n) == "van" for n in phrases)}


def _decided(sentence: Sentence, here: dict[int, Occurrence], carried: dict[int, int]) -> set[int]:
    """Return the verbs of deciding whose infinitive names what was done: one happening (*besloot dat te betalen*)."""
    opened = (i for i, o in here.items() if o.opens and o.factuality != "denied" and o.event_type not in _LATER)
    done = (carried.get(i, i) for i in opened if i not in carried or sentence.tokens[i].dep == "obj")
    above = (decision(sentence, sentence.tokens[i]) for i in done)
    return {t.i for t in above if t is not None}


def _is_argument(sentence: Sentence, verb: Trigger, noun: Token) -> bool:
    """Tell whether a noun is subject or object of a verb, or what somebody takes part in or begins with."""
    if noun.head != verb.index and not verb.first <= noun.head <= verb.last:
        return False
    if noun.dep.split(":")[0] in ("nsubj", "obj", "iobj") or is_bare(sentence, noun):
        return True
    return verb.noun in {"aan": lexicon()["taking_part"], "met": lexicon()["beginning"]}.get(case_of(sentence, noun), ())


def _carries(sentence: Sentence, verb: Trigger, noun: Trigger) -> bool:
    """Tell whether verb and noun name one happening."""
    if verb.word is None or noun.word is None or verb.noun in lexicon()["undoing"]:
        return False
    if verb.word.event_type == "cancellation":
        return noun.word.event_type == "cancellation"
    alike = verb.word.event_type == noun.word.event_type and verb.word.event_type != "publication"
    return alike or not is_apart(verb) or is_light(sentence, sentence.tokens[verb.index], sentence.tokens[noun.index])


def _mention(sentence: Sentence, trigger: Trigger) -> Mention:
    return Mention(sentence.source_span(trigger.first, trigger.last), sentence.words(trigger.first, trigger.last), "nominal")


def _tells_later(analysis: Analysis, sentence: Sentence, trigger: Trigger, around: Circumstances) -> bool:
    """Tell whether an answer without a date of its own tells in the past: it may be of what came after its question."""
    if not around.performed or not is_late(analysis.document, sentence.part_id):
        return False
    verbal = trigger.word is not None and trigger.word.verbal
    return side_of_verb(sentence, sentence.tokens[trigger.index] if verbal else predicate(sentence, trigger.index)) < 0


def _typed(trigger: Trigger, verb: Trigger | None) -> Trigger:
    """Return a noun with the type of the verb that carries it where that tells more: to sign a *verklaring* is to agree."""
    if verb is None or verb.word is None or trigger.word is None:
        return trigger
    told = lexicon()["overruled"].get(trigger.word.event_type, {}).get("by", ())
    if verb.word.event_type not in told:
        return trigger
    return replace(trigger, word=replace(trigger.word, event_type=verb.word.event_type, needs=None))


def _occurrence(analysis: Analysis, stage: Stage, trigger: Trigger, verb: Trigger | None) -> Occurrence:
    sentence = stage.sentence
    trigger = _typed(trigger, verb)
    word = trigger.word
    event_type = word.event_type if word else None
    around = stage.circumstances(trigger, event_type) if event_type else Circumstances()
    if verb is not None and verb.word is not None:
        carrier = stage.circumstances(verb, verb.word.event_type)
        around = replace(around, when=around.when or carrier.when, places=around.places or carrier.places)
    if word and word.against and any(p.role == "target" for p in around.participants):
        event_type = word.against
    now = None if _tells_later(analysis, sentence, trigger, around) else reference_date(analysis.document, sentence.part_id)
    factuality = of_clause(sentence, trigger, around.when, now, performed=around.performed)
    occurrence = Occurrence(
        0, sentence.index, sentence.part_id, sentence.source_span(trigger.first, trigger.last),
        sentence.words(trigger.first, trigger.last), trigger.noun, event_type, opens=False,
        definite=is_definite(sentence, trigger.index),
        demonstrative=is_demonstrative(sentence, trigger.index) or _is_identified(sentence, trigger),
        takes_up=tuple(lexicon()["takes_up"].get(trigger.noun, ())),
        when=around.when, places=around.places, participants=around.participants, factuality=factuality,
        ordinal=_ordinal(sentence, around), verbal=bool(word and word.verbal), weak=bool(word and word.weak),
        partly=around.partly, plural="Plur" in sentence.tokens[trigger.index].morph,
        also=(_mention(sentence, verb),) if verb else (), entry=f"events#{word.key.split('|')[0]}" if word else None,
    )  # fmt: skip
    return replace(occurrence, opens=opens(sentence, trigger, around, occurrence.factuality))


def _is_identified(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a clause says of something named before that it is this (*deze actie vormt een aanval*)."""
    token = sentence.tokens[trigger.index]
    verb = token if sentence.children(token.i, "cop") else sentence.tokens[token.head]
    if verb is not token and (
        verb.lemma not in lexicon()["identity"] or token.dep.split(":")[0] not in ("obj", "xcomp", "obl", "nmod")
    ):
        return False
    subjects = sentence.children(verb.i, "nsubj")
    return any(t.lower in ("dit", "dat") or is_demonstrative(sentence, t.i) for t in subjects if t.i != token.i)


_ORDINALS = {
    "tweede": 2,
    "derde": 3,
    "vierde": 4,
    "vijfde": 5,
    "zesde": 6,
    "zevende": 7,
    "achtste": 8,
    "negende": 9,
    "tiende": 10,
}


def _ordinal(sentence: Sentence, around: Circumstances) -> int | None:
    """Return the number in a series that the clause gives (*voor de vierde maal*, *de tweede keer*)."""
    for i in sorted(around.scope):
        word = sentence.tokens[i].lower
        if word in _ORDINALS and i + 1 < len(sentence.tokens) and sentence.tokens[i + 1].lower in ("maal", "keer"):
            return _ORDINALS[word]
    return None


# --- the event of a happening ---


def _event(happening: Happening, analysis: Analysis, namer: Namer) -> Event:
    fullest = happening.fullest
    outside = [m for m in happening.members if not m.in_title] or happening.members
    first = min(outside, key=lambda m: m.span.start)
    others = sorted((m for m in happening.members if m is not fullest), key=lambda m: m.span.start)
    real = [m for m in outside if m.opens] or outside
    sentence = analysis.sentences[fullest.sentence]
    return Event(
        namer.name("ev", first.span),
        happening.event_type,
        _factuality(happening, real),
        tuple(mention for m in (fullest, *others) for mention in (mention_of(m), *m.also)),
        first.part_id,
        Evidence(
            "event-verb" if fullest.verbal else "event-noun",
            sentence.span,
            _confidence(fullest),
            entry=fullest.entry,
            note=_note(happening),
        ),
        when=_when(happening),
        places=_places([fullest, *others]),
        participants=_participants([fullest, *others]),
        ordinal=next((m.ordinal for m in (fullest, *others) if m.ordinal), None),
    )


def _note(happening: Happening) -> str | None:
    """Return which other readings of its mentions were weighed."""
    return "alternatives: " + "; ".join(dict.fromkeys(happening.alternatives)) if happening.alternatives else None


def _confidence(occurrence: Occurrence) -> Decimal:
    """Return how sure the find is: a mention that says when and where or who is surer than one that says one of them."""
    return Decimal("0.9") if occurrence.weight > 2 and not occurrence.weak else Decimal("0.7")


def _factuality(happening: Happening, real: list[Occurrence]) -> Factuality:
    """Return the strongest presentation; what its date puts in the future stays planned."""
    when = _when(happening)
    ahead = any(m.factuality == "planned" and m.when is not None and m.when == when for m in real)
    return "planned" if ahead else strongest(m.factuality for m in real)


def _when(happening: Happening) -> DateRange | None:
    """Return the most exact date of the mentions; of equals that of the fullest."""
    dated = [m for m in (happening.fullest, *happening.members) if m.when is not None]
    return max(dated, key=lambda m: len(m.when.edtf) if m.when else 0).when if dated else None


def _places(members: list[Occurrence]) -> tuple[str, ...]:
    """Return where the text places a happening; a title, which names places loosely, only where the text does not."""
    text = [p for m in members if not m.in_title for p in m.places]
    return tuple(dict.fromkeys(text or (p for m in members for p in m.places)))


def _participants(members: list[Occurrence]) -> tuple[Participation, ...]:
    out: dict[str, Participation] = {}
    for member in members:
        for participation in member.participants:
            out.setdefault(participation.actor_id, participation)
    return tuple(out.values())
