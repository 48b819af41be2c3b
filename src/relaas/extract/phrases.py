"""Sentence, head noun -> the noun phrase around it: determiner, states named by adjectives, scope, name.

The phrase is read on the tokens from its head outwards, because heads and labels of the parser fail on long titles
(*de minister van Onderwijs, Cultuur en Wetenschap*). To the left stand adjectives, numbers and a determiner; two
adjectives of origin joined by *en* before one noun mean two phrases. To the right stand a scope (*van Landbouw*, *van de
Raad*), a name (*minister Peeters*) or both.
Refuses to walk over verbs and commas, but for the commas inside a portfolio that an *en* closes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from relaas import assets
from relaas.extract.names import Hit, first_names, fold, words
from relaas.extract.nouns import Found, ending_at
from relaas.gazetteer import Entry
from relaas.model import Sentence, Token

_ARTICLES = frozenset({"de", "het", "een", "'t", "den", "der", "des"})
POSSESSIVES = frozenset({"mijn", "uw", "ons", "onze", "zijn", "haar", "hun", "diens"})
_SCOPE_OF = frozenset({"van", "voor", "bij", "der", "in", "te", "uit"})


@dataclass(frozen=True, slots=True)
class Scope:
    """What an office or body is of: tokens to `last`, the folded portfolio, and the gazetteer key of its state or body."""

    last: int
    text: str = ""
    key: str | None = None
    place: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The names of a sentence by the token they start and end at, made once per sentence."""

    sentence: Sentence
    starts: dict[int, Hit]
    ends: dict[int, Hit]

    @classmethod
    def of(cls, sentence: Sentence, found: tuple[Hit, ...]) -> Reading:
        """Return the reading of a sentence with these names."""
        return cls(sentence, {h.first: h for h in found}, {h.last: h for h in found})

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the sentence."""
        return self.sentence.tokens

    def lower(self, i: int) -> str:
        """Return token `i` in lower case, empty outside the sentence."""
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def origin(self, i: int) -> Hit | None:
        """Return the adjective of origin that ends at token `i` (*Noorse*, *Oost-Timorese*)."""
        hit = self.ends.get(i)
        if hit and not hit.part and any(m.form == "adjective" for m in hit.matches) and self.tokens[i].text[0].isupper():
            return hit
        return None

    def name_at(self, i: int) -> Hit | None:
        """Return the name (no adjective) that starts at token `i`."""
        hit = self.starts.get(i)
        return hit if hit and not hit.part and any(m.form != "adjective" for m in hit.matches) else None


@dataclass(frozen=True, slots=True)
class Left:
    """What stands before a head: `first` token with and without determiner, determiner, origins, other modifiers."""

    first: int
    inner: int
    determiner: str = ""
    origins: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    split: bool = False


@cache
def portfolio_words() -> frozenset[str]:
    """Return the small words that stand inside the name of a portfolio (*Buitenlandse zaken*)."""
    found: Any = assets.load_yaml("data", "lexicons", "names.yaml")["portfolio"]["words"]
    return frozenset(found)


def portfolio_of(ministry: Entry) -> str:
    """Return the portfolio in the Dutch name of a ministry, folded: *landbouw, natuur en voedselkwaliteit*."""
    return fold(ministry.label).casefold().removeprefix("ministerie van ")


def left_of(reading: Reading, first: int) -> Left:
    """Read the modifiers and the determiner before the head that starts at token `first`."""
    tokens, j, inner = reading.tokens, first - 1, first
    origins: list[str] = []
    modifiers: list[str] = []
    determiner, split = "", False
    while j >= 0:
        hit = reading.origin(j)
        if hit:
            origins += sorted({m.entry.key for m in hit.matches if m.form == "adjective"})[:1]
            j = hit.first - 1
            inner = j + 1
            continue
        other = _joined_origin(reading, j) if origins else None
        if other:
            split, j = True, other.last
            continue
        token = tokens[j]
        if _determines(token):
            determiner = token.lower
            j -= 1
            break
        if not _modifies(token):
            break
        modifiers.append(fold(token.lower))
        inner = j
        j -= 1
    return Left(j + 1, inner, determiner, tuple(reversed(origins)), tuple(reversed(modifiers)), split)


def _joined_origin(reading: Reading, j: int) -> Hit | None:
    """Return the first of two coordinated adjectives of origin: *de Noorse en (de) Deense ministers*."""
    if reading.lower(j) in _ARTICLES:
        j -= 1
    return reading.origin(j - 1) if reading.lower(j) in {"en", "alsook", "alsmede"} else None


def _determines(token: Token) -> bool:
    if token.lower in _ARTICLES or (token.lower in POSSESSIVES and token.pos not in {"AUX", "VERB"}):
        return True
    return token.pos in {"DET", "PRON"} and token.dep.startswith(("det", "nmod:poss"))


def _modifies(token: Token) -> bool:
    if (token.pos == "ADJ" and (token.dep != "advmod" or token.lower.endswith("e"))) or (
        token.pos == "NUM" and token.text.isalnum() and not token.dep.startswith("obl")
    ):
        return True
    if token.lower in words("names", "quantities"):
        return True
    return token.pos == "VERB" and token.dep == "amod" and token.tag.startswith("WW|") and "pv" not in token.tag


def scope_of(reading: Reading, last: int, sort: str) -> Scope:
    """Read what an office, body or group is of, after its last word; a second *van* or *in* may follow the first."""
    scope = Scope(last)
    for _ in range(2):
        found = _one_scope(reading, scope.last, sort, second=scope.last != last)
        if found is None:
            break
        text = scope.text if found.key else f"{scope.text} {found.text}".strip()
        scope = Scope(found.last, text, found.key or scope.key, found.place or scope.place)
        if found.key and sort != "body":
            break
    return scope


def _one_scope(reading: Reading, last: int, sort: str, *, second: bool) -> Scope | None:
    preposition = reading.lower(last + 1)
    if preposition not in _SCOPE_OF:
        return None
    k = last + 2
    if reading.lower(k) in _ARTICLES:
        k += 1
    hit = reading.name_at(k)
    if hit:
        return _named_scope(reading, hit, preposition)
    if preposition in {"in", "te", "uit"}:
        return _place_scope(reading, k)
    if second and sort != "body":
        return None
    end = portfolio_end(reading, k)
    if end is not None:
        return Scope(end, fold(reading.sentence.words(k, end)).casefold())
    return _lower_scope(reading, k, sort) if preposition == "van" else None


def _named_scope(reading: Reading, hit: Hit, preposition: str) -> Scope:
    match = hit.pick("geopolitical", "actor", "place")
    if match and match.entry.type == "ministry":  # *de minister van LNV* is that of the ministry's portfolio
        return Scope(hit.last, portfolio_of(match.entry))
    key = match.entry.key if match else None
    if match and match.entry.kind == "place":
        key = match.entry.of
    return Scope(hit.last, fold(reading.sentence.words(hit.first, hit.last)).casefold(), key, preposition in {"in", "te"})


def _place_scope(reading: Reading, k: int) -> Scope | None:
    if k < len(reading.tokens) and reading.tokens[k].pos == "PROPN" and reading.tokens[k].text[0].isupper():
        return Scope(k, fold(reading.tokens[k].lower), None, place=True)
    return None


def called_scope(reading: Reading, last: int, name: str) -> Scope:
    """Return the name in *kabinet-Molenaar II* as the scope of its body, with what else of the name follows."""
    end = last
    while end + 1 < len(reading.tokens) and reading.tokens[end + 1].text[0].isupper() and reading.tokens[end + 1].pos == "PROPN":
        end += 1
    rest = reading.sentence.words(last + 1, end) if end > last else ""
    return Scope(end, fold(f"{name} {rest}".strip()).casefold())


def portfolio_end(reading: Reading, k: int) -> int | None:
    """Return the last token of a run of capitalised words with inner commas and *en*: *Onderwijs, Cultuur en Wetenschap*."""
    tokens = reading.tokens
    end = capital_run(reading, k)
    if end is None:
        return None
    commas: list[int] = []
    while True:
        lower = reading.lower(end + 1)
        following = capital_run(reading, end + 2)
        if following is None or lower not in {",", "en", "&"} or reading.name_at(end + 2) or _heads(reading, end + 2):
            break
        if lower == ",":
            commas.append(end)
        end = following
        if lower != ",":
            commas = []
            if reading.lower(end + 1) != "en":
                break
    return commas[0] if commas else min(end, len(tokens) - 1)


def _heads(reading: Reading, i: int) -> bool:
    """Tell whether a second body or office begins here: *de Raad van Bestuur en de Raad van Toezicht*."""
    found = ending_at(reading.sentence, i)
    return found is not None and found.noun.sort in {"body", "office"} and found.exact


def capital_run(reading: Reading, k: int) -> int | None:
    """Return the last token of the run of capitalised words that starts at token `k`; None when none does."""
    tokens, end = reading.tokens, None
    while k < len(tokens):
        token = tokens[k]
        if token.text[0].isupper() or (end is not None and token.lower in portfolio_words()):
            end = k
            k += 1
        else:
            break
    return end


def _lower_scope(reading: Reading, k: int, sort: str) -> Scope | None:
    """Read a scope in small letters up to its noun: *de voorzitter van de vaste commissie*."""
    tokens, start = reading.tokens, k
    if k < len(tokens) and tokens[k].text[0].isdigit():
        return None
    while k < len(tokens) and (
        _modifies(tokens[k]) or reading.starts.get(k) or tokens[k].lower in POSSESSIVES or tokens[k].pos == "DET"
    ):
        hit = reading.starts.get(k)
        if hit and reading.name_at(k) and not hit.part:
            break
        k = hit.last + 1 if hit else k + 1
    if k >= len(tokens) or tokens[k].pos not in {"NOUN", "PROPN"} or tokens[k].lower in words("names", "no-scope"):
        return None
    keys = {m.entry.key for i in range(start, k) if (hit := reading.origin(i)) for m in hit.matches}
    key = next(iter(keys)) if len(keys) == 1 and sort == "office" else None
    return Scope(k, fold(reading.sentence.words(start, k)).casefold(), key)


def name_run(reading: Reading, k: int) -> int | None:
    """Return the last token of the run of name words that starts at token `k`: capitals, with particles between them."""
    tokens, particles = reading.tokens, words("names", "particles")
    if not ((k < len(tokens) and is_name_word(tokens[k])) or _particle_opens(reading, k)):
        return None
    end = k
    j = k + 1
    while j < len(tokens):
        if is_name_word(tokens[j]) and not (reading.name_at(j) and j > k + 1 and ending_at(reading.sentence, j)):
            end = j
            j += 1
        elif tokens[j].text in words("names", "closing-forms"):
            return j
        elif _apostrophe(reading, j):
            end = j + 1
            j += 2
        elif tokens[j].lower in particles and (stop := _after_particles(reading, j)) is not None and _joins(reading, k, j, stop):
            j = stop
        else:
            break
    return end


def _joins(reading: Reading, first: int, j: int, stop: int) -> bool:
    """Tell whether particles from `j` bind the word at `stop` to the name: *Jan van der Molen*, not *Raad van Oslo*."""
    tokens = reading.tokens
    several = stop - j > 1 or tokens[j - 1].lower in words("names", "particles")
    title = ending_at(reading.sentence, first - 1) if first else None
    given = fold(tokens[first].text) in first_names() or (title is not None and title.noun.title)
    noun = ending_at(reading.sentence, stop)
    several = several and not tokens[stop].text.isupper() and (given or noun is None or not noun.exact)
    single = j == first + 1 and given and reading.name_at(stop) is None
    return tokens[j].lower not in {"in", "op", "te"} and (several or single) and not tokens[first].text.isupper()


def _apostrophe(reading: Reading, j: int) -> bool:
    """Tell whether an apostrophe is inside a name that the tokens cut: *O’Brien*."""
    tokens = reading.tokens
    inside = tokens[j].text in {"’", "'"} and not tokens[j].space and not tokens[j - 1].space
    return inside and j + 1 < len(tokens) and tokens[j + 1].text[0].isupper()


def _after_particles(reading: Reading, j: int) -> int | None:
    particles = words("names", "particles")
    while j < len(reading.tokens) and reading.tokens[j].lower in particles:
        j += 1
    return j if j < len(reading.tokens) and is_name_word(reading.tokens[j]) else None


def _particle_opens(reading: Reading, k: int) -> bool:
    """Tell whether a capital particle opens a family name here: *minister Van Molen*."""
    tokens = reading.tokens
    if k >= len(tokens) or tokens[k].lower not in words("names", "particles") or not tokens[k].text[0].isupper():
        return False
    if k == 0 and tokens[k].lower in _ARTICLES:
        return False  # *De Rijksdag koos*
    return _after_particles(reading, k) is not None


def is_name_word(token: Token) -> bool:
    """Tell whether a token can be part of a name: a capital, and no word of a document's furniture."""
    first = token.text[0]
    if not (first.isupper() or (first == "?" and len(token.text) > 2)) or token.text in words("names", "never"):
        return False
    whole = not token.text.isdigit() and not token.text.endswith("-")
    inner = token.pos == "ADV" and token.text[1:] != token.text[1:].lower()  # *EenStad*
    return whole and (inner or token.pos in {"PROPN", "X", "NOUN", "ADJ", "VERB", "SYM"})


def head_noun(reading: Reading, i: int) -> Found | None:
    """Return the noun of the lexicons that ends at token `i`, unless it is inside a name of the gazetteer."""
    if any(h.first <= i <= h.last and not h.part and reading.name_at(h.first) for h in reading.starts.values()):
        return None
    return ending_at(reading.sentence, i)
