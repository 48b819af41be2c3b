"""Sentence -> Trigger: the words that name happenings, each with the lexicon entry that knows it.

Nouns are known by form, also as the last part of a compound (*vredesonderhandelingen*); verbs by lemma or form, separable
ones with their particle anywhere in the clause, fixed phrases by their words (*akkoord gaan*). Whether a trigger is an event
is not decided here. Refuses attributive participles (*de aangenomen motie*) and words of another sense.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from relaas import assets
from relaas.extract.names import fold
from relaas.extract.verbforms import weak_forms
from relaas.model import EventType, Role, Sentence, Token

_COMPOUND = 5


@dataclass(frozen=True, slots=True)
class Word:
    """An entry of the lexicon. `bases` are the forms a separable verb has without its particle.

    `weak` words need a date or a verb that performs them; `needs` names a further condition. `of` holds what the object must
    end in for this sense of a verb (*een beroep verwerpen* is a ruling, *een voorstel verwerpen* a vote).
    """

    event_type: EventType
    key: str
    verbal: bool
    forms: tuple[str, ...]
    bases: tuple[str, ...] = ()
    particle: str | None = None
    phrase: str | None = None
    weak: bool = False
    needs: str | None = None
    subject: Role = "agent"
    against: EventType | None = None
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word of a sentence that may name a happening: the token that heads it, first and last token of its span, its entry.

    `word` is None for a word that only takes up a happening named before (*deze actie*).
    """

    index: int
    first: int
    last: int
    word: Word | None
    noun: str


@cache
def lexicon() -> Mapping[str, Any]:
    """Return the lexicon of events."""
    found: Mapping[str, Any] = assets.load_yaml("data", "lexicons", "events.yaml")
    return found


@cache
def words() -> tuple[Word, ...]:
    """Return the entries of the lexicon in the order of the file."""
    out: list[Word] = []
    for name, kinds in lexicon()["types"].items():
        event_type = cast(EventType, name)
        for weak, nouns in ((False, kinds.get("nouns")), (True, kinds.get("weak"))):
            out += [_noun_entry(event_type, key, value, weak=weak) for key, value in (nouns or {}).items()]
        out += [_verb(event_type, key, value) for key, value in (kinds.get("verbs") or {}).items()]
    return tuple(out)


def _noun_entry(event_type: EventType, key: str, value: Any, *, weak: bool) -> Word:
    options: dict[str, Any] = value if isinstance(value, dict) else {}
    return Word(
        event_type, key, verbal=False, forms=tuple(key.split("|")), weak=weak,
        needs=options.get("needs"), against=options.get("against"),
    )  # fmt: skip


def _verb(event_type: EventType, key: str, value: Any) -> Word:
    options: dict[str, Any] = value if isinstance(value, dict) else {}
    infinitive, *forms = key.split("|")
    particle, plus, base = infinitive.partition("+")
    lemma = options.get("lemma") or (base if plus else infinitive)
    whole = particle + base if plus else infinitive
    pasts = tuple(lexicon()["pasts"].get(lemma, ()))
    if plus:
        forms += [particle + past for past in (*weak_forms(base), *pasts)]
    elif "with" not in options:
        forms += weak_forms(infinitive)
    forms += [plain for form in (whole, *forms) if (plain := fold(form)) != form]
    things = options.get("of", ())
    return Word(
        cast(EventType, options.get("type", event_type)), key, verbal=True, forms=(lemma, whole, *forms),
        bases=(lemma, *weak_forms(lemma)[:3], *pasts) if plus or "with" in options else (),
        particle=particle if plus else None,
        phrase=options["with"][0] if "with" in options else None,
        weak=bool(options.get("weak")), needs=options.get("needs"), subject=options.get("subject", "agent"),
        of=tuple(lexicon()["things"][things] if isinstance(things, str) else things),
    )  # fmt: skip


@cache
def _nouns() -> tuple[dict[str, Word], tuple[tuple[tuple[str, ...], Word], ...]]:
    """Return the nouns of one word by form, and those of several words."""
    single: dict[str, Word] = {}
    several: list[tuple[tuple[str, ...], Word]] = []
    for word in words():
        for form in () if word.verbal else word.forms:
            if " " in form:
                several += [(tuple(f.split()), word) for f in sorted({form, fold(form)})]
            else:
                single.setdefault(form, word)
                single.setdefault(fold(form), word)  # Belgian papers are printed without accents
    return single, tuple(several)


@cache
def _refused() -> frozenset[str]:
    """Return the endings that name nothing that happens, with their plurals."""
    forms = {str(form) for kinds in lexicon()["types"].values() for form in kinds.get("not") or ()}
    return frozenset(form + plural for form in forms for plural in ("", "en", "s"))


@cache
def noun_of(form: str) -> Word | None:
    """Return the entry that knows this noun, by itself or as the last part of a compound; None for any other word.

    The longest ending decides: *bestelling* is known although *stelling* is refused.

    >>> noun_of("vredesonderhandelingen").event_type, noun_of("hartaanval")
    ('negotiation', None)
    """
    single = _nouns()[0]
    if form in single:
        return single[form]
    if form in lexicon()["takes_up"]:
        return None
    for at in range(len(form)):
        ending = form[at:]
        if at and len(ending) >= _COMPOUND and ending in single:
            return single[ending]
        if ending in _refused():
            return None
    return None


#: What is done to or about a happening by verbs of these types is another happening: publishing a study is not doing it.
_ABOUT = frozenset({"research", "inspection", "ruling", "cancellation", "meeting", "complaint", "prosecution", "publication"})


def is_apart(verb: Trigger) -> bool:
    """Tell whether a verb names another happening than its object: *het besluit vernietigen*, *de ramp onderzoeken*."""
    return verb.noun in lexicon()["undoing"] or (verb.word is not None and verb.word.event_type in _ABOUT)


def find_triggers(sentence: Sentence) -> Iterator[Trigger]:
    """Yield the triggers of a sentence in reading order."""
    taken: set[int] = set()
    for trigger in _several(sentence):
        taken.update(range(trigger.first, trigger.last + 1))
        yield trigger
    for token in sentence.tokens:
        if token.i in taken:
            continue
        found = _noun(token) if _is_noun(sentence, token) else _verbal(sentence, token)
        if found and not _in_phrase(sentence, token) and _is_talk(sentence, found):
            yield found


def _is_noun(sentence: Sentence, token: Token) -> bool:
    """Tell a noun from a verb; a word with a determiner is a noun whatever the tagger says (*het overlijden*)."""
    if token.pos in ("NOUN", "PROPN", "X"):
        return token.lower not in _verbs()[2] or noun_of(token.lower) is not None
    verbal = token.lower in _verbs()[1] or token.lemma in _verbs()[1]
    return bool(sentence.children(token.i, "det")) or (noun_of(token.lower) is not None and not verbal)


def _in_phrase(sentence: Sentence, token: Token) -> bool:
    """Tell whether a word stands in a phrase that names no happening (een aanval van woede)."""
    around = sentence.words(max(0, token.i - 2), min(token.i + 4, len(sentence.tokens) - 1)).lower()
    return any(token.lower in phrase and phrase in around for phrase in lexicon()["not_phrases"])


def _is_talk(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a noun that needs company has it: *een onderhoud*, *het onderhoud met X*, not *slecht onderhoud*."""
    if trigger.word is None or trigger.word.verbal or trigger.word.needs != "company":
        return True
    token = sentence.tokens[trigger.index]
    one = token.i > 0 and sentence.tokens[token.i - 1].lower in ("een", "dit", "dat")
    beside = {token.i, token.head} if token.dep in ("obj", "nsubj", "nsubj:pass") else {token.i}
    return one or any(t.lower in ("met", "tussen") and sentence.tokens[t.head].head in beside for t in sentence.tokens)


def _several(sentence: Sentence) -> Iterator[Trigger]:
    lowers = [t.lower for t in sentence.tokens]
    for forms, word in _nouns()[1]:
        for at in range(len(lowers) - len(forms) + 1):
            if tuple(lowers[at : at + len(forms)]) == forms:
                last = at + len(forms) - 1
                head = next((i for i in range(at, last + 1) if not at <= sentence.tokens[i].head <= last), at)
                yield Trigger(head, at, last, word, " ".join(forms))


def _noun(token: Token) -> Trigger | None:
    form = token.lower.replace("- ", "")
    word = noun_of(form)
    if word is not None or form in lexicon()["takes_up"]:
        return Trigger(token.i, token.i, token.i, word, form)
    return None


@cache
def _verbs() -> tuple[tuple[Word, ...], frozenset[str], frozenset[str]]:
    """Return the verbs, phrases and those of certain objects first, all their forms, and the past forms that are never nouns."""
    verbs = tuple(sorted((word for word in words() if word.verbal), key=lambda word: not (word.of or word.phrase)))
    past = frozenset(f for w in verbs for f in (*w.forms, *w.bases) if f.endswith(("de", "den", "te", "ten")) and len(f) > 4)
    strong = frozenset(form for forms in lexicon()["pasts"].values() for form in forms)
    return verbs, frozenset(form for word in verbs for form in (*word.forms, *word.bases)), past | strong


@cache
def _verbs_by_form() -> dict[str, tuple[int, ...]]:
    """Return for every form the verbs it may be of, as places in the order of `_verbs`."""
    named: dict[str, list[int]] = {}
    for at, word in enumerate(_verbs()[0]):
        for form in dict.fromkeys((*word.forms, *word.bases)):
            named.setdefault(form, []).append(at)
    return {form: tuple(places) for form, places in named.items()}


def _verbal(sentence: Sentence, token: Token) -> Trigger | None:
    verbs, forms, past = _verbs()
    if token.lemma not in forms and token.lower not in forms:
        return None
    if token.pos not in ("VERB", "AUX", "ADJ") and token.lower not in past:
        return None
    if token.lower not in forms and token.lower in (token.lemma + "d", token.lemma + "de"):
        return None  # *aanvullend* says how, not what happened
    between = (sentence.tokens[d.i + 1 : token.i] for d in sentence.children(token.i, "det"))
    if token.dep == "amod" or any(token.lower not in past or all(t.pos == "ADJ" for t in words) for words in between):
        return None
    named = _verbs_by_form()
    for at in sorted({*named.get(token.lemma, ()), *named.get(token.lower, ())}):
        word = verbs[at]
        found = _as_verb(sentence, token, word)
        if found and _fulfils(sentence, token, word):
            return found
    return None


def _fulfils(sentence: Sentence, token: Token, word: Word) -> bool:
    """Tell whether a verb has what makes it name a happening: company (*spreken met*), no object (*staken*), one of its sense."""
    if word.of and not any(t.lower.endswith(word.of) or t.lemma in word.of for t in _things(sentence, token)):
        return False
    things = sentence.children(token.i, "obj", "nsubj:pass")
    others = tuple(lexicon()["other_objects"].get(word.forms[1], ()))
    found = word.forms[1] in lexicon()["finding"] and not things and bool(sentence.children(token.i, "ccomp"))
    if found or (others and any(t.lower.endswith(others) or t.lemma in others for t in things)):
        return False
    if word.needs == "no-object":
        return not things
    if word.needs == "sentence":  # a court sentences somebody to something; a government only condemns
        sentenced = any(t.lower == "tot" and sentence.tokens[t.head].head == token.i for t in sentence.tokens)
        return sentenced or bool(sentence.children(token.i, "nsubj:pass", "aux:pass"))
    if word.needs == "forces":
        return any(t.lower.endswith(tuple(lexicon()["forces"])) for t in things)
    return word.needs != "met" or _has_company(sentence, token)


def _things(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """Return the objects of a verb, else its subjects; for a relative pronoun what it stands for (*de eis die X verwierp*).

    Of a participle behind a noun it is that noun (*de cao gesloten op 3 mei*).
    """
    found = sentence.children(token.i, "obj", "nsubj:pass") or sentence.children(token.i, "nsubj")
    behind = token.dep == "acl" and "VerbForm=Part" in token.morph and not found
    if behind or (token.dep == "acl:relcl" and any(t.pos == "PRON" for t in found)):
        return (*found, sentence.tokens[token.head])
    return found


def _has_company(sentence: Sentence, token: Token) -> bool:
    """Tell whether a verb has somebody it is done with: beside it, with its auxiliary, or hung on its subject."""
    spots = {token.i, token.head, *(t.i for t in sentence.children(token.i, "nsubj"))}
    return any(t.lower == "met" and sentence.tokens[t.head].head in spots for t in sentence.tokens)


def _as_verb(sentence: Sentence, token: Token, word: Word) -> Trigger | None:
    base, whole, *forms = word.forms
    if word.phrase is not None:
        return _phrase(sentence, token, word) if token.lemma == base or token.lower in (*forms, *word.bases) else None
    if token.lower in forms or token.lemma == whole:
        return None if word.particle is None and _is_parted(sentence, token) else Trigger(token.i, token.i, token.i, word, whole)
    if word.particle is None or (token.lemma != base and token.lower not in word.bases):
        return None
    lost = (t for c in sentence.children(token.i, "obj", "obl", "nsubj") for t in sentence.children(c.i, "compound:prt"))
    near = (*(t for t in sentence.children(token.i) if t.dep.split(":")[0] in _PARTICLES), *lost)
    particle = next((t for t in near if t.lower == word.particle and not sentence.children(t.i)), None)
    if particle is None:
        return None
    infinitive = particle.i < token.i <= particle.i + 2
    return Trigger(token.i, particle.i if infinitive else token.i, token.i, word, whole)


def _is_parted(sentence: Sentence, token: Token) -> bool:
    """Tell whether a verb stands apart from a particle that makes it another verb (*stortte in*, not *vluchtte het land uit*)."""
    if token.lemma in lexicon()["directed"] or token.lower in {f for v in lexicon()["directed"] for f in weak_forms(v)}:
        return False
    return any(t.lower in _separable() for t in sentence.children(token.i, "compound:prt"))


@cache
def _separable() -> frozenset[str]:
    """Return the particles of the verbs of the lexicon."""
    return frozenset(word.particle for word in words() if word.particle is not None)


_PARTICLES = frozenset({"compound", "mark", "advmod", "case", "obl", "obj", "xcomp"})


def _phrase(sentence: Sentence, token: Token, word: Word) -> Trigger | None:
    """Find the words of a fixed phrase near its verb: before or after it, no clause boundary between."""
    assert word.phrase is not None
    parts = word.phrase.split()
    lowers = [t.lower for t in sentence.tokens]
    for at in range(max(0, token.i - 12), min(len(lowers) - len(parts), token.i + 12) + 1):
        if lowers[at : at + len(parts)] != parts:
            continue
        low, high = sorted((at, token.i))
        if any(t.lower in (";", ":", "dat", "die") for t in sentence.tokens[low + 1 : high]):
            continue
        end = max(token.i, at + len(parts) - 1)
        first = min(at, token.i)
        close = end - first <= len(parts) + 2
        return Trigger(token.i, first if close else token.i, end if close else token.i, word, f"{word.phrase} {word.forms[0]}")
    return None
