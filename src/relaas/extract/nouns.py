"""Word -> the lexicon noun for an office, a person, a body or a group that it is.

The lexicons list singulars and plurals by family. A compound goes by its last part, since the right part of a Dutch
compound says what it is: *pluimveehouders* are *houders*, *EU-landen* are *landen*.
Refuses short last parts (four letters but for a few, and under), first parts under three, and the words listed as look-alikes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from relaas import assets
from relaas.extract.names import fold, words
from relaas.model import ActorType, Sentence, Token

Sort = Literal["office", "person", "body", "group"]
_LEXICONS: tuple[tuple[str, Sort], ...] = (("offices", "office"), ("persons", "person"), ("bodies", "body"), ("groups", "group"))
_SHORTEST = 4
_SHORTEST_BEFORE = 3
_LONG_TAIL = 6
_CALLED = frozenset({"bodies#governments", "bodies#agencies", "groups#teams"})
_CAMEL = re.compile(r"[a-z][A-Z]")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of the lexicons.

    `word` is its singular, or the word that means the same (*premier*: *eerste minister*), `singular` its own; `plural` tells
    whether it was read in the plural, `entry` names the family, `single` that there is but one such office.
    """

    word: str
    plural: bool
    sort: Sort
    actor_type: ActorType
    entry: str
    unique: bool = True
    behalf: bool = False
    member: bool = False
    title: bool = False
    singular: str = ""
    single: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A noun found on tokens `first` to `last`: several where it is a fixed phrase (*eerste minister*)."""

    noun: Noun
    first: int
    last: int
    exact: bool = True


def _rows() -> Iterator[tuple[str, Noun]]:
    for lexicon, sort in _LEXICONS:
        families: Any = assets.load_yaml("data", "lexicons", f"{lexicon}.yaml")
        for name, family in families.items():
            only_plural = family.get("number") == "plural"
            for singular, plural in family["nouns"].items():
                for form, many in ((singular, False), (plural, True)):
                    if form is None or (only_plural and not many):
                        continue
                    noun = _noun(singular, many, sort, f"{lexicon}#{name}", family)
                    yield fold(form).casefold(), noun
                    if "-" in form:  # a hyphen at a line's end is often lost
                        yield fold(form).casefold().replace("-", ""), noun


def _noun(singular: str, many: bool, sort: Sort, entry: str, family: Any) -> Noun:
    kind: ActorType = family.get("type", "person")
    if sort == "office":
        kind = "office-holder"
    elif sort == "person":
        kind = "group" if many else "member-of-parliament" if family.get("member") else "person"
    elif sort == "body" and many and singular != family["nouns"][singular]:
        kind = "group"
    word = fold(family.get("same", {}).get(singular, singular)).casefold()
    return Noun(
        word, many, sort, kind, entry, family.get("unique", True), family.get("behalf", False),
        bool(family.get("member", False)), family.get("title", sort == "office"), singular, word in family.get("single", ()),
    )  # fmt: skip


@cache
def _nouns() -> dict[str, Noun]:
    out: dict[str, Noun] = {}
    for form, noun in _rows():
        out.setdefault(form, noun)
    return out


@cache
def _longest() -> int:
    return max(len(form.split()) for form in _nouns())


@cache
def _no_tails() -> tuple[str, ...]:
    """Return the look-alikes long enough to be the last part of a compound (*huurvoorraad*)."""
    long = {w for w in words("names", "not-people") if len(w) > _LONG_TAIL}
    return tuple(sorted(long | words("names", "not-tails")))


@cache
def lookup(word: str, *, name: bool = False) -> Noun | None:
    """Return the noun that a word is or ends in; None when it is none. `name`: it is written as a name (*Geheimdienst*).

    >>> lookup("pluimveehouders").word, lookup("ministers").sort, lookup("voorraad")
    ('houder', 'office', None)
    """
    form = fold(word).casefold()
    known = _nouns()
    if form in known:
        return known[form]
    if form in words("names", "not-people") or form.endswith(_no_tails()):
        return None
    tail = form.rpartition("-")[2]
    if not form[:1].isalpha():
        return known.get(tail) if form[:1].isdigit() and tail != form else None  # *65-plussers*
    if tail != form and tail in known and len(form) > len(tail) + 2:
        return known[tail]
    for start in range(_SHORTEST_BEFORE, len(form) - _SHORTEST + 1):
        last = form[start:]
        alone = last in words("names", "alone") and not name
        if last in known and not alone and (len(last) > _SHORTEST or last in words("names", "short-heads")):
            return known[last]
    return None


def ending_at(sentence: Sentence, i: int) -> Found | None:
    """Return the noun whose last word is token `i`: a fixed phrase before a single word."""
    tokens = sentence.tokens
    for size in range(_longest(), 1, -1):
        first = i - size + 1
        if first >= 0:
            noun = _nouns().get(" ".join(fold(t.text).casefold() for t in tokens[first : i + 1]))
            if noun:
                return Found(noun, first, i)
    called = named_after(tokens[i].text)
    if called:
        return Found(_nouns()[called[0]], i, i)
    if _CAMEL.search(tokens[i].text.rpartition("-")[2]):  # *MijnMolen* is the name of a thing
        return None
    name = i > 0 and tokens[i].pos == "PROPN" and tokens[i].text[0].isupper()
    noun = lookup(tokens[i].text, name=name) if _may_be_noun(tokens[i]) else None
    return Found(noun, i, i, exact=fold(tokens[i].text).casefold() in _nouns()) if noun else None


def named_after(word: str) -> tuple[str, str] | None:
    """Return the noun and the name of a body called after its head: *regering-Molenaar*.

    >>> named_after("commissie-Molenaar"), named_after("motie-Molenaar"), named_after("ex-Molenaar")
    (('commissie', 'Molenaar'), None, None)
    """
    noun, dash, name = word.partition("-")
    known = _nouns().get(fold(noun).casefold()) if dash and name[:1].isupper() and name[1:2].islower() else None
    if known is None or known.plural or known.entry not in _CALLED:
        return None
    return fold(noun).casefold(), name


def _may_be_noun(token: Token) -> bool:
    # the tagger takes rare compounds for adjectives or verbs; an exact word of the lexicon is believed, a compound is not
    if token.pos in {"NOUN", "PROPN"} or (token.pos == "SYM" and fold(token.text).casefold() in _nouns()):
        return True
    if token.pos == "VERB":  # a participle used as a noun: *de ondervraagden*, *volgens betrokkenen*
        people = "_nom_" in token.tag and not token.tag.startswith("WW_inf")
        known = fold(token.text).casefold() in _nouns() and "VerbForm=Fin" not in token.morph
        return people or (known and token.dep.split(":")[0] in {"nsubj", "obl"})
    as_noun = token.dep.split(":")[0] in {"nsubj", "obj", "obl", "nmod", "conj", "appos", "ROOT", "iobj"}
    return token.pos in {"ADJ", "X", "PRON"} and as_noun and fold(token.text).casefold() in _nouns()
