"""Trigger, circumstances -> whether it opens an event.

A happening needs a date, a place or somebody named in its clause (rule 11 of annotation). What is asked for, aimed at, needed
or going on all the time has not happened; what is planned, denied or supposed counts with somebody named or a date. A weak
word (*onderzoek*, *overleg*) must be dated, or performed in the past by somebody. A year alone dates nothing that nobody does.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice, pairwise

from relaas.extract.clauses import case_of, helpers, is_definite, performs_antecedent, predicate, relatives
from relaas.extract.eventroles import Circumstances
from relaas.extract.eventwords import Trigger, lexicon
from relaas.extract.factuality import is_aim, is_purpose
from relaas.extract.verbforms import weak_forms
from relaas.model import Factuality, Sentence, Token

_UNREAL = ("hypothetical", "denied", "planned")
_RESTING = frozenset({"dat", "indien", "als", "nu", "omdat", "doordat", "terwijl", "nadat", "voordat", "sinds", "toen"})
_VOICES = {"answerer", "asker"}


def opens(sentence: Sentence, trigger: Trigger, around: Circumstances, factuality: Factuality) -> bool:
    """Tell whether a trigger with these circumstances is a happening of its own; if not it can still take up another."""
    word = trigger.word
    if word is None or _is_wished(sentence, trigger, around):
        return False
    people = {p.actor_id for p in around.present} - _VOICES
    alone = not people and not around.places
    exact = _is_exact(around)
    dated = around.when is not None and (exact or around.performed or not alone or _is_told_below(sentence, trigger))
    slight = word.needs == "date" and not (word.verbal and people and around.performed and _is_past(sentence, trigger))
    topic = not word.verbal and _is_mere_topic(sentence, trigger, alone=alone)
    resting = not dated and (slight or _is_ongoing(sentence, trigger) or _is_standing(sentence, trigger, around))
    vague = not exact and (word.needs == "month" or topic or _is_unfulfilled(sentence, trigger, around, factuality))
    unreal = factuality in _UNREAL and not (people or dated)
    rules = (_is_attributive, _is_general, _is_due, _is_every, _is_task)
    general = not dated and any(is_so(sentence, trigger) for is_so in rules)
    if resting or unreal or vague or general or _is_counted(sentence, trigger) or _is_of_a_law(sentence, trigger):
        return False
    if word.needs == "people" and not around.present:
        return False  # sand is deposited, a president deposed
    supposed = factuality in ("hypothetical", "planned") and len(people) > 1
    told = dated or _is_told(sentence, trigger, around, supposed=supposed)
    return _is_past_by(sentence, trigger) or (told and _is_anchored(sentence, trigger, around))


def _is_exact(around: Circumstances) -> bool:
    """Tell whether a clause names a month or day; a year alone dates what is counted or reported as often as what happened."""
    return around.when is not None and re.match(r"\W*\d{4}-\d", around.when.edtf) is not None


def _is_mere_topic(sentence: Sentence, trigger: Trigger, *, alone: bool) -> bool:
    """Tell whether a noun without an article only tells what another noun is about or for (*gevaar van besmetting*).

    Who is named beside it (`alone` false) makes it a happening, but not what something else is to bring about (*een plan tot
    sluiting van Doel*).
    """
    token = sentence.tokens[trigger.index]
    below = token.dep.startswith("nmod") and not is_definite(sentence, token.i) and not _is_prior(sentence, trigger)
    return below and (alone or case_of(sentence, token) == "tot")


def _is_prior(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a noun is what came before something: *na een inspectie*, *na overleg*, not *na aanwerving*."""
    token = sentence.tokens[trigger.index]
    talks = trigger.word is not None and trigger.word.event_type in ("consultation", "meeting", "negotiation")
    return case_of(sentence, token) == "na" and (talks or bool(sentence.children(token.i, "det")))


def _is_counted(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a plural only says what is counted (*het aantal faillissementen*)."""
    token = sentence.tokens[trigger.index]
    above = sentence.tokens[token.head]
    if trigger.word is not None and trigger.word.verbal:  # *het aantal bewoners dat terugkeerde*
        pronouns = [t for t in sentence.children(token.i, "nsubj", "nsubj:pass") if t.lower in ("dat", "die")]
        return any(_is_count(sentence, t) for p in pronouns for t in sentence.tokens[max(0, p.i - 3) : p.i])
    plural = "Plur" in token.morph and not is_definite(sentence, token.i)
    return plural and above.i != token.i and above.lower in lexicon()["counting"]


#: The name of a law up to a noun in it (*de wet van 10 juli 2016 tot wijziging*, *... en tot opheffing*).
_LAW = re.compile(
    r"(?:\w*(?:wet|decreet|ordonnantie|verordening|richtlijn)|(?:koninklijk|ministerieel) besluit)(?: nr\.? [\d./]+)?"
    r"(?: \([^)]*\))?(?: van \d{1,2} \w+ \d{4})?,? (?:[\"«“‘'] ?)?(?:.{2,160} en )?(?:tot|houdende) (?:de |het )?(?:[\w-]+ )?$"
)


def _is_of_a_law(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a noun is part of the name of a law (*de wet van 10 juli 2016 tot wijziging van*): the law is cited."""
    noun = trigger.word is not None and not trigger.word.verbal
    if not noun or trigger.first == 0 or case_of(sentence, sentence.tokens[trigger.index]) not in ("tot", "houdende"):
        return False
    return _LAW.search(sentence.words(0, trigger.first - 1).lower() + " ") is not None


def _is_count(sentence: Sentence, token: Token) -> bool:
    """Tell whether a noun counts what stands below it; *een aantal* are only some."""
    return token.lower in lexicon()["counting"] and not any(t.lower == "een" for t in sentence.children(token.i, "det"))


def _is_attributive(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a participle stands before its noun (*een door de raad voorgelegd verslag*): it says which."""
    token = sentence.tokens[trigger.index]
    before = token.dep == "acl" and token.head > token.i and "VerbForm=Part" in token.morph
    phrase = [t for t in sentence.tokens[: token.i] if t.pos not in ("ADJ", "ADV")]
    return before and any(a.pos == "DET" and b.pos == "ADP" for a, b in pairwise(phrase))


def _is_general(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a clause of time says what comes before a practice (*de raad beslist nadat de bewoners werden gehoord*)."""
    token = sentence.tokens[trigger.index]
    above = sentence.tokens[token.head]
    if token.dep not in ("advcl", "ccomp") or not any(t.lower in ("nadat", "zodra") for t in sentence.children(token.i, "mark")):
        return False
    auxiliaries = helpers(sentence, above)
    past = any("Tense=Past" in t.morph for t in (above, *auxiliaries)) or any(t.lemma in ("hebben", "zijn") for t in auxiliaries)
    return above.pos == "VERB" and not past


def _is_every(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a noun stands for all of its kind: *bij elke ontmoeting*, *iedere vorm van financiering*."""
    if trigger.word is None or trigger.word.verbal:
        return False
    token = sentence.tokens[trigger.index]
    above = sentence.tokens[token.head]
    nouns = (token, above) if above.lower in ("vorm", "soort", "type") else (token,)
    return any(t.lower in lexicon()["every"] for noun in nouns for t in sentence.children(noun.i, "det", "amod"))


def _is_task(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a sentence is only an infinitive, as in a list of what to do: *met leveranciers in gesprek gaan*."""
    token = sentence.tokens[trigger.index]
    verb = token if trigger.word is not None and trigger.word.verbal else predicate(sentence, trigger.index)
    finite = any("VerbForm=Fin" in t.morph for t in sentence.tokens) or sentence.children(verb.i, "nsubj")
    return verb.i == sentence.root.i and "VerbForm=Inf" in verb.morph and not finite


def _is_due(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a clause says what has to be done by rule (*bij fraude dienen zij aangifte te doen*)."""
    token = sentence.tokens[trigger.index]
    verb = token if trigger.word is not None and trigger.word.verbal else predicate(sentence, trigger.index)
    above = (t for t in sentence.ancestors(verb.i) if t.pos in ("VERB", "AUX"))
    infinitive = any(t.lower == "te" for t in sentence.children(verb.i, "mark"))
    return infinitive and any(t.lower in ("dient", "dienen") for t in above)


def _is_unfulfilled(sentence: Sentence, trigger: Trigger, around: Circumstances, factuality: Factuality) -> bool:
    """Tell whether a clause without a month or day tells of what can or must be done, or of a practice in the simple present."""
    if not around.performed:
        return False
    verbal = trigger.word is not None and trigger.word.verbal
    token = sentence.tokens[trigger.index]
    verb = token if verbal else predicate(sentence, trigger.index)
    auxiliaries = helpers(sentence, verb)
    if len({p.actor_id for p in around.present} - _VOICES) < 2 and any(t.lemma in lexicon()["modals"] for t in auxiliaries):
        return True
    if _is_past(sentence, trigger) or _by_now(sentence, around):
        return False
    if verbal:
        return factuality == "attested" and "VerbForm=Part" not in token.morph
    if any(t.lower in ("wordt", "worden") for t in auxiliaries):
        return around.when is None
    return factuality == "attested" and not _names_one(sentence, trigger)


def _is_past_by(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a clause tells what came after a single happening (*na overleg*, *na de val van het kabinet*)."""
    token = sentence.tokens[trigger.index]
    noun = trigger.word is not None and not trigger.word.verbal
    verb = predicate(sentence, token.i)
    ahead = any(t.lemma in ("zullen", *lexicon()["modals"]) for t in (verb, *helpers(sentence, verb)))  # *zal na analyse volgen*
    single = "Plur" not in token.morph or is_definite(sentence, token.i)
    return noun and case_of(sentence, token) == "na" and single and not ahead


def _is_anchored(sentence: Sentence, trigger: Trigger, around: Circumstances) -> bool:
    """Tell whether the clause places a happening: date, place, participant, a name, or a word such as *inmiddels*."""
    if around.when or around.places or around.present:
        return True
    plain = trigger.word is not None and not (trigger.word.verbal or trigger.word.weak)
    named = around.named and plain and is_definite(sentence, trigger.index)
    return named or (around.performed and _by_now(sentence, around))


def _is_told(sentence: Sentence, trigger: Trigger, around: Circumstances, *, supposed: bool) -> bool:
    """Tell whether an undated clause tells of one happening: in the past, by now, or by a noun for a single one."""
    word = trigger.word
    performed = around.performed or _is_performed_below(sentence, trigger)
    told = _by_now(sentence, around) or (performed and _is_past(sentence, trigger)) or performed is not around.performed
    if word is not None and word.weak:
        several = len(around.participants) > 1 and not word.verbal
        return several or (performed and bool(around.participants) and told)
    if word is not None and word.verbal:
        return told or supposed
    return told or bool(around.participants) or _names_one(sentence, trigger)


def _is_performed_below(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a relative clause says that a noun was performed: *de maatregelen die Malta heeft genomen*."""
    if trigger.word is None or trigger.word.verbal:
        return False
    below = (r for r in relatives(sentence, trigger.index) if r.dep == "acl:relcl" and performs_antecedent(sentence, r))
    return any(_is_past_verb(sentence, r) for r in below)


def _is_wished(sentence: Sentence, trigger: Trigger, around: Circumstances) -> bool:
    """Tell whether a clause only asks for or aims at what it names; what it presupposes (de lopende gesprekken) is real."""
    if is_aim(sentence, trigger.index) and around.when is None:
        return True
    aimed = is_purpose(sentence, trigger.index) or _is_called_for(sentence, trigger)
    asked = _is_request(sentence) or (_asks_whether(sentence) and around.when is None)
    told = around.when is not None and _is_told_below(sentence, trigger)
    wished = (asked and not told and _is_asked(sentence, trigger)) or (aimed and around.when is None)
    verbal = trigger.word is not None and trigger.word.verbal
    return wished and (verbal or around.performed or not is_definite(sentence, trigger.index))


def _asks_whether(sentence: Sentence) -> bool:
    """Tell whether a sentence asks whether something is there (*is er overleg met X*): it may not be."""
    opening = tuple(islice((t.lower for t in sentence.tokens if t.pos not in ("PUNCT", "SYM", "NUM")), 2))
    return opening[:1] in (("is",), ("zijn",), ("komt",), ("komen",)) and opening[1:] == ("er",)


def _is_told_below(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a participle of its own tells that a noun was done (*het onderzoek eind 2022 verricht bij X*)."""
    token = sentence.tokens[trigger.index]
    if trigger.word is None or trigger.word.verbal or "Plur" in token.morph or not is_definite(sentence, token.i):
        return False
    told = (t for t in sentence.children(trigger.index, "acl") if t.i > trigger.index)
    return any("VerbForm=Part" in t.morph and performs_antecedent(sentence, t) for t in told)


def _is_called_for(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether an infinitive says what somebody is asked to do (*verzocht de regering in gesprek te gaan*)."""
    token = sentence.tokens[trigger.index]
    verb = token if trigger.word is not None and trigger.word.verbal else predicate(sentence, trigger.index)
    infinitive = any(t.lower == "te" for t in sentence.children(verb.i, "mark")) and verb.head != verb.i
    return infinitive and sentence.tokens[verb.head].lemma in lexicon()["calling"]


def _is_ongoing(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a clause says that talks are going on (*is in gesprek met*), not that they began (*is in gesprek gegaan*)."""
    token = sentence.tokens[trigger.index]
    verb = predicate(sentence, trigger.index)
    if verb.lemma in ("gaan", "treden", "komen"):
        return False
    states = {t.lower for t in (verb, token, *sentence.children(verb.i, "cop", "aux"), *sentence.children(token.i, "cop"))}
    return case_of(sentence, token) == "in" and bool(
        states & {"is", "ben", "zijn", "bent", "staat", "staan", "sta", "blijf", "blijft", "blijven"}
    )


def _is_standing(sentence: Sentence, trigger: Trigger, around: Circumstances) -> bool:
    """Tell whether a clause tells of what goes on all the time, or of what must be done."""
    spots = [trigger.index, *([predicate(sentence, trigger.index).i] if around.performed else [])]
    near = {t.lower for i in spots for t in (sentence.tokens[i], *sentence.children(i))}
    near |= {sentence.tokens[i].lower for i in around.scope if abs(i - trigger.index) <= 4}
    return bool(near & {*lexicon()["standing"], *lexicon()["necessity"]})


def _by_now(sentence: Sentence, around: Circumstances) -> bool:
    """Tell whether a time word makes the clause tell of a happening (*inmiddels*, *onlangs*)."""
    return any(sentence.tokens[i].lower in lexicon()["by_now"] for i in around.scope)


def _names_one(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a noun names one happening and not a practice: a singular, or a plural with an article or number."""
    token = sentence.tokens[trigger.index]
    before = [t for t in sentence.children(token.i) if t.i < token.i]
    return "Plur" not in token.morph or any(t.pos in ("DET", "NUM") for t in before) or is_definite(sentence, token.i)


def _is_past(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether the predicate of a trigger is in the past or perfect, or a participle."""
    token = sentence.tokens[trigger.index]
    return _is_past_verb(sentence, token if trigger.word and trigger.word.verbal else predicate(sentence, trigger.index))


def _is_past_verb(sentence: Sentence, verb: Token) -> bool:
    caused = verb.dep == "xcomp" and sentence.tokens[verb.head].lemma == "laten"
    verb = sentence.tokens[verb.head] if caused else verb  # *heeft de regels laten onderzoeken*
    auxiliaries = helpers(sentence, verb)
    forms = [verb, *sentence.children(verb.i, "aux")]
    if caused and any(t.lemma == "hebben" for t in forms):
        return True
    strong = {form for row in lexicon()["pasts"].values() for form in row} - set(lexicon()["pasts"])  # *zetten* may be a present
    finite = [t for t in forms if "VerbForm=Inf" not in t.morph and not _is_infinitive(sentence, t)]
    if any(("Tense=Past" in t.morph and "Fin" in t.morph) or t.lower in strong for t in finite):
        return True
    participle = "VerbForm=Part" in verb.morph
    helped = any(t.lemma in ("hebben", "zijn", "worden") for t in auxiliaries)
    modal = any(t.lemma in ("zullen", "kunnen", "moeten", "willen", "mogen") for t in auxiliaries)
    present_passive = any(t.lower in ("wordt", "worden") for t in auxiliaries)
    bare = verb.dep in ("acl", "conj", "advcl") and verb.lower not in weak_forms(verb.lemma)[:1]  # *wie beslist* is a present
    return participle and (helped or bare) and not modal and not present_passive


def _is_infinitive(sentence: Sentence, verb: Token) -> bool:
    """Tell whether *te* stands before a verb: *in te zetten* is no past, though *zetten* may be one."""
    return verb.i > 0 and sentence.tokens[verb.i - 1].lower == "te"


def _is_asked(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a trigger stands in what a question asks, not in a clause it rests on (*indien X Y aanvalt*)."""
    for token in (sentence.tokens[trigger.index], *sentence.ancestors(trigger.index)):
        rests = any(m.lower in _RESTING for m in sentence.children(token.i, "mark", "case") if token.pos in ("VERB", "AUX"))
        if token.dep == "acl:relcl" or rests:
            return False
    return True


@cache
def _requests() -> re.Pattern[str]:
    return re.compile(r"^(?:(?:zo (?:ja|nee|neen)|indien \w+|en|of),? )?(?:" + "|".join(lexicon()["requests"]) + r")\b")


def _is_request(sentence: Sentence) -> bool:
    text = sentence.text.lower()
    return bool(re.search(r"\?\W*\d*\W*$", text)) and bool(_requests().match(text))
