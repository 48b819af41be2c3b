"""Token -> the proper name that starts there, with its brackets and its kind.

Kinds come from cues only: a first name, a title, a legal form, a word such as *Instituut*, a party in brackets, a
preposition of place. A bracket after a name holds its abbreviation, or the name after its abbreviation, or a party.
Refuses to give a kind without a cue: what is left is a name of nobody knows what.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from relaas.extract.names import Hit, first_names, fold, words
from relaas.extract.nouns import Found, ending_at, lookup
from relaas.extract.phrases import Reading, is_name_word, name_run
from relaas.model.findings import MentionForm

Kind = Literal["person", "company", "organisation", "institution", "ministry", "party", "armed-force", "media", "place"]
_ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z][A-Za-z0-9]*|[A-Z]{2,}[0-9]*")
_COMPOUND = re.compile(r"[A-Z]{2,}-[a-z]{3,}")
_LONG_NAME = 12
_ARTICLES = frozenset({"de", "het"})
_LONGEST_BRACKET = 12
_CUES: tuple[tuple[str, Kind], ...] = (
    ("legal-forms", "company"), ("ministries", "ministry"), ("parties", "party"), ("institutes", "institution"),
    ("associations", "organisation"), ("media", "media"), ("armed", "armed-force"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Naming:
    """A proper name: tokens `first` to `last_of_name`, `last` with its brackets; `adjacent` right after the noun before it."""

    last: int
    first: int = 0
    last_of_name: int = 0
    name: str | None = None
    adjacent: bool = False
    abbreviation: str | None = None
    party: str | None = None
    kind: Kind | None = None
    acronym: bool = False
    extra: tuple[tuple[int, int, MentionForm], ...] = ()
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Bracket:
    """What stands in brackets after a name."""

    last: int
    abbreviation: str | None = None
    party: str | None = None
    extra: tuple[tuple[int, int, MentionForm], ...] = ()


def is_acronym(text: str) -> bool:
    """Tell whether a word is written as an abbreviation: *NVWA*, *IenW*, *NVvR*."""
    return _ACRONYM.fullmatch(text) is not None


def bracketed(reading: Reading, end: int) -> Bracket:
    """Read the brackets after token `end`: an abbreviation, a party, or the full name of an abbreviation."""
    tokens = reading.tokens
    inside = _inside(reading, end)
    if inside is None:
        return Bracket(end)
    first, last = inside
    hit = reading.name_at(first)
    if hit and hit.last == last and any(m.entry.type == "party" for m in hit.matches):
        match = hit.pick("actor")
        return Bracket(last + 1, party=match.entry.key if match else None)
    text = reading.sentence.words(first, last)
    if first == last and _ACRONYM.fullmatch(tokens[first].text):
        return Bracket(last + 1, abbreviation=text, extra=((first, last, "abbreviation"),))
    if _ACRONYM.fullmatch(tokens[end].text) and abbreviates(tokens[end].text, text):
        return Bracket(last + 1, abbreviation=text, extra=((first, last, "name"),))
    return Bracket(end)


def _inside(reading: Reading, end: int) -> tuple[int, int] | None:
    """Return the first and last token within the brackets after token `end`, without *hierna* and the like."""
    tokens, first = reading.tokens, end + 2
    if reading.lower(end + 1) != "(":
        return None
    close = next((j for j in range(first, min(first + _LONGEST_BRACKET, len(tokens))) if tokens[j].text == ")"), first)
    while first < close and reading.lower(first) in words("names", "hereafter"):
        first += 1
    return (first, close - 1) if first < close else None


def abbreviates(short: str, long: str) -> bool:
    """Tell whether the capitals of `short` are initials within `long`, in order.

    >>> abbreviates("VOM", "Vereniging Oude Molens"), abbreviates("NMBS", "Port of Gent")
    (True, False)
    """
    letters, text = fold(short).casefold(), fold(long).casefold()
    if not text or text[0] not in letters:
        return False
    at = 0
    for c in letters:
        at = text.find(c, at) + 1
        if at == 0:
            return False
    return long.count(" ") > 0


def either_way(one: str, other: str) -> bool:
    """Tell whether one of two wordings abbreviates the other."""
    return abbreviates(one, other) or abbreviates(other, one)


def after_noun(reading: Reading, found: Found) -> Naming:
    """Read a name right after a noun: *minister Peeters*, *het bedrijf Zeewind*, *vereniging Oude Molens (VOM)*."""
    k, nothing = found.last + 1, Naming(found.last)
    end = name_run(reading, k)
    if end is None or not _fits(reading, found, k, end):
        bracket = bracketed(reading, found.last) if reading.tokens[found.last].text[0].isupper() else Bracket(found.last)
        return Naming(bracket.last, abbreviation=bracket.abbreviation, extra=bracket.extra)
    if found.noun.sort == "office" and _is_task(reading, end):
        return nothing
    hit = reading.name_at(k)
    local = hit and any(m.entry.kind in {"geopolitical", "place"} for m in hit.matches) and found.noun.sort != "body"
    if hit and local and (hit.last != end or not _is_family_name(found, hit)):
        return nothing
    bracket = bracketed(reading, end)
    return Naming(
        bracket.last, k, end, reading.sentence.words(k, end), True, bracket.abbreviation, bracket.party, extra=bracket.extra
    )  # fmt: skip


def _is_family_name(found: Found, hit: Hit) -> bool:
    """Tell whether the name of a town right after a word for people is a person's: *minister Helder*, not *burgemeester Gent*."""
    towns = all(m.entry.kind != "geopolitical" and m.entry.type != "province" for m in hit.matches)
    return towns and not found.noun.plural and found.noun.word in words("names", "never-local")


def _is_task(reading: Reading, last: int) -> bool:
    """Tell whether a capital word after an office is its task: *Coördinator Fraudebestrijding*; family names are shorter."""
    word = reading.tokens[last].text
    return len(word) > _LONG_NAME and word.lower().endswith(tuple(words("names", "task-endings")))


def _fits(reading: Reading, found: Found, k: int, end: int) -> bool:
    if found.noun.actor_type == "group":
        return False
    human = found.noun.sort in {"person", "office"}
    if human and (found.noun.plural or cue_of(reading, k, end) or _is_body(reading.tokens[k].text)):
        return False  # *voorzitter Vakbond Molens*: whose chair
    return reading.tokens[k].pos == "PROPN" or reading.tokens[end].pos == "PROPN"


def _is_body(word: str) -> bool:
    noun = lookup(word, name=True)
    return noun is not None and noun.sort == "body"


def apposed(reading: Reading, end: int) -> Naming:
    """Read a person's name after an office and its scope, between commas or without: *de voorzitter, Jan Peeters, zei*."""
    comma = reading.lower(end + 1) == ","
    k = end + 2 if comma else end + 1
    if not (k < len(reading.tokens) and is_name_word(reading.tokens[k])):
        return Naming(end)
    last = name_run(reading, k)
    if last is None or not looks_like_person(reading, k, last):
        return Naming(end)
    bracket = bracketed(reading, last)
    if comma and reading.lower(bracket.last + 1) not in {",", ".", ")", ";", "", ":"}:
        return Naming(end)
    return Naming(bracket.last, k, last, reading.sentence.words(k, last), False, None, bracket.party)


def looks_like_person(reading: Reading, first: int, last: int) -> bool:
    """Tell whether a run of name words is a person's name: a known first name, or two words without another cue."""
    hit = reading.name_at(first)
    if hit and hit.last == last:
        return any(m.entry.kind == "person" for m in hit.matches)
    return last > first and cue_of(reading, first, last) is None and hit is None and not _is_body(reading.tokens[first].text)


def cue_of(reading: Reading, first: int, last: int) -> Kind | None:
    """Return the kind that a word of the name shows: *Instituut*, *vzw*, *Partij*."""
    inside = [reading.tokens[i].text for i in range(first, last + 1)]
    for entry, kind in _CUES:
        if any(w in words("names", entry) for w in inside):
            return kind
    return None


def unknown(reading: Reading, k: int) -> Naming | None:
    """Return the name that starts at token `k` and that nothing else explains; None when none does."""
    tokens = reading.tokens
    named = k < len(tokens) and is_name_word(tokens[k]) and tokens[k].pos in {"PROPN", "X", "NOUN", "ADJ", "ADV"}
    if not named or (k == 0 and tokens[k].lower in _ARTICLES):
        return None
    if _COMPOUND.fullmatch(tokens[k].text):
        return None  # a common noun with an abbreviation before it: *in EU-verband*
    last = name_run(reading, k)
    if last is None:
        return None
    last = _joined(reading, k, last)
    kind = _kind(reading, k, last)
    bracket = bracketed(reading, last)
    acronym = k == last and _ACRONYM.fullmatch(tokens[k].text) is not None
    pair = tokens[k].pos == "ADJ" and last == k + 1 and tokens[last].head == k  # *Buitenlandse Zaken*
    speaking = (tokens[k].pos in {"NOUN", "X", "ADV"} or pair) and "-" not in tokens[k].text and speaks(reading, k)
    if tokens[k].pos != "PROPN" and kind is None and bracket.abbreviation is None and not acronym and not speaking:
        return None
    weak = kind is None and not (acronym or last > k or bracket.abbreviation or _acts(reading, k, last) or _made_by(reading, k))
    if weak and tokens[k].pos != "PROPN":
        return None
    if bracket.party:
        kind = "person"
    return Naming(
        bracket.last,
        k,
        last,
        reading.sentence.words(k, last),
        False,
        bracket.abbreviation,
        bracket.party,
        kind,
        acronym,
        bracket.extra,
        weak,
    )


def names_paper(reading: Reading, last: int) -> bool:
    """Tell whether a name is that of a plan, a law or a programme: its last word says so (*Zeeuwse Waterstrategie*)."""
    following = reading.tokens[last + 1].text if last + 1 < len(reading.tokens) else ""
    if following in words("names", "papers"):
        return True  # a word that never is part of an actor's name ends the run: *Coastal Flood | Plan*
    word = fold(reading.tokens[last].text)
    return word in words("names", "papers") or word.lower().endswith(tuple(words("names", "papers", "endings")))


def ends_name(reading: Reading, hit: Hit) -> bool:
    """Tell whether the name of a state or place ends that of a body that nobody knows: *Sluiswachters Nederland*, *TV Gent*.

    The word before it has a capital that no sentence begins with, or the tree makes the two one phrase.
    """
    first = hit.first - 1
    if first < 0 or first in reading.ends or not is_name_word(reading.tokens[first]):
        return False
    before, token = reading.tokens[first], reading.tokens[hit.first]
    if before.pos not in {"NOUN", "PROPN", "X"} or before.lower in words("names", "compass") or "VerbForm" in before.morph:
        return False
    noun = lookup(before.text, name=True)
    if noun is not None and (noun.sort != "group" or noun.plural):
        return False
    start = first
    while start > max(0, first - 3) and is_name_word(reading.tokens[start - 1]) and start - 1 not in reading.ends:
        start -= 1
    one = start <= token.head <= first and token.dep in {"flat", "appos", "nmod"}
    return one and before.space and not names_paper(reading, first)


def _joined(reading: Reading, first: int, last: int) -> int:
    """Follow foreign connectors within a body's name: *Centre for the Study of Peat*."""
    tokens, connectors = reading.tokens, words("names", "connectors")
    while True:
        j = last + 1
        while j < len(tokens) and tokens[j].lower in connectors:
            j += 1
        if (
            j == last + 1
            or j >= len(tokens)
            or not is_name_word(tokens[j])
            or reading.name_at(first)
            or ending_at(reading.sentence, j)
        ):
            return last
        following = name_run(reading, j)
        if following is None or (reading.lower(last + 1) == "of" and reading.name_at(j)):
            return last
        last = following


def _kind(reading: Reading, first: int, last: int) -> Kind | None:
    tokens = reading.tokens
    cue = cue_of(reading, first, last)
    if cue:
        return cue
    if any(ends_name(reading, reading.starts[i]) for i in range(first + 1, last + 1) if i in reading.starts):
        return "organisation"
    given = last > first and fold(tokens[first].text) in first_names()
    if given or _titled(reading, first) or (last > first and _has_particles(reading, first, last)):
        return "person"
    if _settlement(reading.lower(first - 1)):
        return "place"
    if reading.lower(first - 1) in words("names", "place-prepositions") and not _acts(reading, first, last):
        return "place" if not _ACRONYM.fullmatch(tokens[first].text) else None
    return None


def _settlement(noun: str) -> bool:
    """Tell whether a noun before a name says that it is a place: *het dorpje Ulft*, *de wijk Klarendal*."""
    nouns = words("names", "place-nouns")
    return noun in nouns or (noun.endswith("je") and (noun[:-2] in nouns or noun[:-3] in nouns or noun[:-2] + "s" in nouns))


def _titled(reading: Reading, first: int) -> bool:
    """Tell whether a title stands before the name, or before the name that this one is joined to: *de leden Peeters en Maes*."""
    before = first - 1
    if reading.lower(before) in {"en", ",", "/"} and before > 1 and is_name_word(reading.tokens[before - 1]):
        before -= 1
        while before > 0 and (is_name_word(reading.tokens[before]) or reading.lower(before) in words("names", "particles")):
            before -= 1
    title = ending_at(reading.sentence, before) if before >= 0 else None
    return title is not None and title.noun.title and title.noun.sort == "person"


def _has_particles(reading: Reading, first: int, last: int) -> bool:
    if reading.lower(first - 1) in {"de", "het", "een", "deze", "dit"}:
        return False  # *de Rechten van de Mens*
    inside = [reading.lower(i) for i in range(first, last) if reading.lower(i) in words("names", "particles")]
    opener = reading.tokens[first].text.lower()
    return len(inside) > 1 or (bool(inside) and opener in inside and opener != "het")


def _made_by(reading: Reading, first: int) -> bool:
    """Tell whether a preposition before the name says that it acts: *het onderzoek door Zeewind*, *namens Zeewind*."""
    named = reading.tokens[first].pos == "PROPN" and reading.lower(first - 1) in words("names", "actor-prepositions")
    return named or speaks(reading, first)


def speaks(reading: Reading, first: int) -> bool:
    """Tell whether a word beside a name says that it speaks: *volgens (de) Zeewind*, *Zeewind meldt dat*."""
    tokens = reading.tokens
    before = first - 1
    if before > 0 and tokens[before].lower in _ARTICLES:
        before -= 1
    if before >= 0 and tokens[before].lower in words("names", "speaking-prepositions") and tokens[before + 1].pos != "ADP":
        return True
    return first > 0 and says(reading, first)


def says(reading: Reading, i: int) -> bool:
    """Tell whether a token is the subject of a verb of saying or wanting."""
    token = reading.tokens[i]
    return token.dep == "nsubj" and reading.tokens[token.head].lower in words("names", "speaking-verbs")


def _acts(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the name is a subject or an agent here, or joined to one that speaks."""
    tokens = reading.tokens
    if any(tokens[i].dep in {"nsubj", "obl:agent", "nsubj:pass"} for i in range(first, last + 1)):
        return True
    joined = tokens[first].dep == "conj" and tokens[first].pos == "PROPN" and tokens[first].head < first
    return joined and (says(reading, tokens[first].head) or speaks(reading, tokens[first].head))
