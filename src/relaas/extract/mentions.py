"""Analysis -> the phrases that name somebody or some place, in reading order.

Every noun phrase that can hold a claim, be addressed or take part in an event: names of the gazetteer, other names,
offices with and without a holder's name, bodies, people, groups, places, pronouns. A phrase says what was read and where;
who it is decides `coreference`.
Refuses document titles between guillemets (they name documents), and unknown single capitals without a cue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from relaas.extract import proper
from relaas.extract.introducing import introduced
from relaas.extract.named import Phrase, Piece, Sort
from relaas.extract.names import Hit, first_names, fold, hits, words
from relaas.extract.nouns import Found, Noun, named_after
from relaas.extract.phrases import Left, Reading, Scope, called_scope, head_noun, is_name_word, left_of, name_run, scope_of
from relaas.extract.portfolios import with_portfolios
from relaas.extract.shares import with_shares
from relaas.gazetteer import Match
from relaas.model import Analysis, Sentence
from relaas.model.findings import MentionForm

_PORTFOLIO = frozenset({"offices#ministers", "offices#state-secretaries", "offices#deputies-of-government", "bodies#ministries"})
_HUNG = frozenset({"obj", "nmod", "appos", "flat"})
_ALWAYS_SMALL = frozenset("de het een en van in op voor met dat niet te aan is zijn wordt naar over door bij om".split())
_HEADLINE = 4  # words that a sentence in capitals has at least
_SURVEY = re.compile(r"(?<!Raad van )\bStaat van (?:de |het )[A-Z]")


def find_phrases(analysis: Analysis) -> tuple[Phrase, ...]:
    """Return every naming phrase of the document, in reading order."""
    found = [p for sentence in analysis.sentences for p in phrases_of(sentence)]
    if any(_SURVEY.search(s.text) for s in analysis.sentences):  # *de Staat* is then that survey
        found = [p for p in found if not (_SURVEY.match(p.wording) or (_is_state(p) and p.wording.startswith("Staat")))]
    works = {_compact(p.wording) for p in found if p.sort in {"name", "place"} and p.name and _is_work(p)}
    found = [replace(p, sort="place", cue=None) if p.sort == "name" and _compact(p.wording) in works else p for p in found]
    acting = {p.wording.casefold() for p in found if p.sort == "name" and not p.weak and not p.keys}
    acting |= {p.wording.casefold() for p in found if p.name and p.sort == "body" and not _rules_area(p)}
    acting |= {p.name.split()[-1].casefold() for p in found if p.name and (p.sort in {"office", "person"} or p.cue == "person")}
    found = [p for p in found if not p.weak or p.wording.casefold() in acting]
    # who acts anywhere in the document is no place where *in* or *bij* stands before the name
    return tuple(
        replace(p, sort="name", cue=None)
        if p.sort == "place" and p.name and p.wording.casefold() in acting and _compact(p.wording) not in works
        else p
        for p in found
    )


def _rules_area(phrase: Phrase) -> bool:
    """Tell whether a body rules the area that its name names as well (*de deelstaat Hessen*, *in Hessen*)."""
    return phrase.noun is not None and phrase.noun.actor_type in {"government", "state"}


def _compact(name: str) -> str:
    """Return a name without spaces and hyphens, which line ends take away or bring in."""
    return name.casefold().replace(" ", "").replace("-", "")


def _is_work(phrase: Phrase) -> bool:
    """Tell whether a noun beside a name says that it is a work in one place: *de Blue Arrow pijpleiding*, *kerncentrale Doel*."""
    tokens, nouns = phrase.sentence.tokens, words("names", "infrastructure")
    first, last, _ = phrase.pieces[0]
    beside = [tokens[i].lower.rpartition("-")[2] for i in (first - 1, last, last + 1) if 0 <= i < len(tokens)]
    return any(w in nouns for w in beside)


def _is_state(phrase: Phrase) -> bool:
    return phrase.noun is not None and phrase.noun.actor_type == "state"


def phrases_of(sentence: Sentence) -> tuple[Phrase, ...]:
    """Return the naming phrases of one sentence, ordered by their first token, the longer first."""
    reading = Reading.of(sentence, hits(sentence))
    quoted = _titles(sentence)
    found: list[Phrase] = []
    named: set[int] = set()
    for i in range(len(sentence.tokens)):
        noun = head_noun(reading, i)
        if noun is None or i in named or _inside_name(reading, noun) or _no_phrase(reading, noun):
            continue
        phrase = _nominal(reading, noun)
        found.append(phrase)
        titled = phrase.sort == "body" and reading.tokens[phrase.head].text[0].isupper() and phrase.head > 0
        if phrase.name or (phrase.scope and not phrase.scope_key and (noun.noun.entry in _PORTFOLIO or titled)):
            named.update(range(phrase.first, phrase.last + 1))
    found = _measured(found)
    taken = {i for p in found if p.name for a, b, _ in p.pieces for i in range(a, b + 1)}
    found.extend(_known(reading, found))
    known = {i for p in found if p.sort in {"known", "place"} for a, b, _ in p.pieces for i in range(a, b + 1)}
    found.extend(_unknown(reading, taken | known | quoted, found))
    found = [_ruling(reading, p) for p in introduced(reading, with_shares(reading, with_portfolios(reading, found)))]
    return tuple(sorted(found, key=lambda p: (p.first, -p.last, p.head)))


def _ruling(reading: Reading, phrase: Phrase) -> Phrase:
    """Return a city or continent that speaks as the name of those who rule it: *Oslo wil dat de brug open blijft*."""
    if (
        phrase.sort != "place"
        or not phrase.keys
        or not (proper.says(reading, phrase.head) or proper.speaks(reading, phrase.first))
    ):
        return phrase
    return replace(phrase, sort="name", name=phrase.wording, cue="government")


def _measured(found: list[Phrase]) -> list[Phrase]:
    """Join a noun that counts with the noun it counts: *een meerderheid gemeenten*."""
    out: list[Phrase] = []
    for phrase in found:
        before = out[-1] if out else None
        counts = before is not None and before.noun is not None and before.noun.word in words("names", "measures")
        if before is not None and counts and phrase.first == before.last + 1 and phrase.sort == "group" and not phrase.determiner:
            pieces: tuple[Piece, ...] = ((before.first, phrase.last, "nominal"),)
            start = before.head if not before.modifiers else before.first + bool(before.determiner)
            out[-1] = replace(
                before, last=phrase.last, pieces=pieces, wording=phrase.sentence.words(start, phrase.last), scope=phrase.wording
            )
        else:
            out.append(phrase)
    return out


def _titles(sentence: Sentence) -> set[int]:
    inside, out = False, set()
    for t in sentence.tokens:
        inside = t.text == "«" or (inside and t.text != "»")
        if inside:
            out.add(t.i)
    return out


def _inside_name(reading: Reading, noun: Found) -> bool:
    """Tell whether a capitalised noun is a part of a longer name: *Hoger Instituut voor Arbeid*, *Rode Kruis*."""
    tokens, i = reading.tokens, noun.first
    form = tokens[i].text in words("names", "associations") or tokens[i].text in words("names", "legal-forms")
    if form and i > 0 and is_name_word(tokens[i - 1]) and tokens[i - 1].pos == "PROPN" and not reading.origin(i - 1):
        return True
    if noun.noun.sort == "office" or not tokens[i].text[0].isupper() or noun.noun.title:
        return False
    if noun.last + 1 < len(tokens) and tokens[noun.last + 1].text in words("names", "closing-forms"):
        return not noun.exact  # *Molenvrienden vzw*
    following = reading.name_at(noun.last + 1)
    if following and not noun.noun.plural and noun.noun.sort == "group" and proper.ends_name(reading, following):
        return True  # *Koninklijke Horeca Nederland*
    if noun.noun.sort == "person" and _ends_in_state(reading, noun.last + 1):
        return True  # *Katholieke Sluiswachters Nederland*
    after = noun.last + 1 < len(tokens) and is_name_word(tokens[noun.last + 1]) and tokens[noun.last + 1].pos == "PROPN"
    after = after and not proper.is_acronym(tokens[noun.last + 1].text)  # *de Duitse Molenbond DMB*
    known = reading.ends.get(i - 1)
    before = i > 1 and not known and is_name_word(tokens[i - 1]) and not reading.origin(i - 1) and tokens[i - 1].pos == "PROPN"
    return before or (after and not reading.name_at(noun.last + 1) and i > 0)


def _ends_in_state(reading: Reading, first: int) -> bool:
    """Tell whether two or more words from `first`, no given name before them, end a body's name in that of a state or place."""
    end = name_run(reading, first)
    hit = reading.ends.get(end) if end is not None else None
    given = first < len(reading.tokens) and fold(reading.tokens[first].text) in first_names()
    return hit is not None and hit.first > first and not given and proper.ends_name(reading, hit)


def _no_phrase(reading: Reading, found: Found) -> bool:
    """Tell whether a noun names nobody here: a title before several names, or a person's noun as a bare predicate (*is lid*)."""
    noun, token = found.noun, reading.tokens[found.last]
    after = proper.after_noun(reading, found)
    if noun.sort == "person" and noun.plural and noun.title:
        following = found.last + 1 < len(reading.tokens) and is_name_word(reading.tokens[found.last + 1])
        return following and reading.tokens[found.last + 1].pos == "PROPN"
    if noun.actor_type == "state" and _is_condition(reading, found):
        return True
    left = left_of(reading, found.first)
    bare = not (left.determiner or left.origins)
    hung = noun.entry == "groups#people-as-a-whole" and not noun.plural and token.dep in _HUNG  # *het plan opleiding personeel*
    if left.determiner in words("names", "asking") or (bare and (noun.actor_type == "state" or hung)):
        return True
    if noun.plural or noun.sort not in {"person", "office"} or after.name or proper.apposed(reading, found.last).name:
        return False
    if noun.sort == "person" and found.first > 0 and token.text[0].isupper() and not noun.title:
        return True
    acts = token.dep in {"nsubj", "nsubj:pass", "obl:agent"} or (noun.sort == "office" and token.dep == "appos")
    return bare and not acts and (noun.sort == "person" or not noun.unique)


def _is_condition(reading: Reading, found: Found) -> bool:
    """Tell whether *staat van* names a condition or a survey, not a state: *de staat van de dijken*."""
    if reading.lower(found.last) != "staat" or reading.lower(found.last + 1) != "van":
        return False
    after = found.last + 2
    return not (reading.name_at(after) or reading.name_at(after + 1))


def _nominal(reading: Reading, found: Found) -> Phrase:
    """Build the phrase around a noun of the lexicons."""
    sentence, noun = reading.sentence, found.noun
    left = left_of(reading, found.first)
    inner_part = reading.starts.get(found.first)
    origins = left.origins
    if inner_part and inner_part.part:
        match = inner_part.pick("geopolitical", "actor")
        origins = (*origins, match.entry.key) if match else origins
    prefix = _prefix(reading, left, found)
    if prefix:
        match = prefix.pick("geopolitical", "actor")
        origins = (*origins, match.entry.key) if match else origins
        left = replace(left, first=prefix.first, inner=prefix.first)
    naming = proper.after_noun(reading, found)
    called = named_after(sentence.tokens[found.last].text)
    naming = proper.Naming(found.last) if called else naming
    scope = Scope(found.last) if naming.adjacent else scope_of(reading, found.last, noun.sort)
    if called:  # *de regering-Molenaar*
        scope = called_scope(reading, found.last, called[1])
    if naming.adjacent and noun.sort == "office":
        scope = scope_of(reading, naming.last, noun.sort)
    end = max(found.last, scope.last)
    if scope.last > found.last and not naming.name and sentence.tokens[found.last].text[0].isupper():
        bracket = proper.bracketed(reading, end)
        if bracket.abbreviation:
            naming = proper.Naming(bracket.last, abbreviation=bracket.abbreviation, extra=bracket.extra)
    if not naming.adjacent and noun.sort in {"office", "person"} and not noun.plural:
        naming = proper.apposed(reading, end)
    phrase = Phrase(
        sentence, left.first, max(end, naming.last), found.last, _sort(noun), (), "", noun, (), origins, left.split,
        left.modifiers, left.determiner, scope.text, scope.key, naming.name, naming.abbreviation, naming.party,
    )  # fmt: skip
    pieces = _pieces(left, end, naming)
    if prefix and naming.name is None:
        pieces = ((prefix.first, end, "name"), *naming.extra)
    return replace(phrase, pieces=pieces, wording=_wording(sentence, left, end, naming))


def _prefix(reading: Reading, left: Left, found: Found) -> Hit | None:
    """Return the name right before a capitalised office or body, which is part of its name: *VN Bureau voor de Oceanen*."""
    hit = reading.ends.get(found.first - 1)
    capital = reading.tokens[found.first].text[0].isupper() and found.noun.sort in {"office", "body"}
    return hit if hit and not hit.part and capital and left.first == found.first and reading.name_at(hit.first) else None


def _sort(noun: Noun) -> Sort:
    many = noun.plural and (noun.sort == "person" or (noun.sort == "body" and noun.actor_type == "group"))
    return "group" if many else noun.sort


def _pieces(left: Left, end: int, naming: proper.Naming) -> tuple[Piece, ...]:
    if naming.name is None:
        return ((left.first, end, "nominal"), *naming.extra)
    if naming.adjacent:
        return ((left.inner, max(naming.last_of_name, left.inner), "name"), *naming.extra)
    return ((naming.first, naming.last_of_name, "name"), (left.first, end, "nominal"), *naming.extra)


def _wording(sentence: Sentence, left: Left, end: int, naming: proper.Naming) -> str:
    if naming.name is not None:
        return sentence.words(naming.first, naming.last_of_name)
    return sentence.words(left.inner, end)


def _known(reading: Reading, nominals: list[Phrase]) -> Iterator[Phrase]:
    """Build phrases for the names of the gazetteer, adjectives left out."""
    inside = {i for p in nominals for a, b, f in p.pieces if f == "name" for i in range(a, b + 1) if i > p.head and p.name}
    inside |= {p.first for p in nominals if p.pieces[0][2] == "name" and p.name is None}
    held = {i for p in nominals if p.sort == "office" and p.scope for i in range(p.head + 1, p.last + 1)}
    for hit in reading.starts.values():
        match = _meaning(hit) or _one_of(hit)
        if match is not None and match.entry.type == "ministry" and hit.first in held:
            continue  # *de minister van LNV*: the portfolio, not the ministry
        if hit.part or match is None or match.form == "adjective" or hit.first in inside or _in_longer_name(reading, hit, match):
            continue
        wording = reading.sentence.words(hit.first, hit.last)
        naming = proper.bracketed(reading, hit.last)
        if naming.abbreviation and match.entry.kind == "geopolitical" and not proper.either_way(naming.abbreviation, wording):
            naming = proper.Bracket(hit.last)
        form: MentionForm = "abbreviation" if match.form == "abbreviation" else "name"
        people = match.form == "demonym"
        sort: Sort = "group" if people else "place" if match.entry.kind == "place" else "known"
        keys = tuple(dict.fromkeys(m.entry.key for m in hit.matches if m.entry.kind == match.entry.kind))
        yield Phrase(
            reading.sentence, hit.first, hit.last, hit.last, sort, ((hit.first, hit.last, form), *naming.extra), wording,
            keys=keys if not people and (len(keys) == 1 or sort == "known") else (), origins=(match.entry.key,) if people else (),
            abbreviation=naming.abbreviation, party=naming.party,
        )  # fmt: skip


def _in_longer_name(reading: Reading, hit: Hit, match: Match) -> bool:
    """Tell whether the name of a state only ends a longer one that nobody knows (*Brandweer Drenthe*, *Zeewind Nederland*)."""
    token = reading.tokens[hit.first]
    if match.entry.kind in {"geopolitical", "place"} and proper.ends_name(reading, hit):
        return True
    if match.entry.kind != "geopolitical":
        return False
    following = reading.tokens[hit.last + 1] if hit.last + 1 < len(reading.tokens) else None
    if following is not None and following.dep == "flat" and following.head == hit.first and is_name_word(following):
        end = name_run(reading, hit.first)
        return end is not None and proper.names_paper(reading, end)
    if token.dep != "flat" or token.head >= hit.first:
        return False
    before, first = reading.tokens[hit.first - 1], reading.tokens[token.head]
    unknown = hit.first - 1 not in reading.ends and token.head not in reading.starts
    return unknown and before.text[0].isupper() and first.text[0].isupper() and first.pos in {"PROPN", "NOUN"}


def _meaning(hit: Hit) -> Match | None:
    """Return what a name stands for: its only meaning, else its only place, state or body, else an open place."""
    for kinds in (("geopolitical", "actor", "place", "person"), ("place",), ("geopolitical",), ("actor",)):
        match = hit.pick(*kinds)
        if match:
            return match
    places = all(m.entry.kind == "place" for m in hit.matches)
    return hit.matches[0] if places else None  # a city and a province of one name


def _one_of(hit: Hit) -> Match | None:
    """Return the first of several bodies of one name (*Raad van State*); whose it is, the chamber tells."""
    bodies = all(m.entry.kind == "actor" and m.entry.type == "institution" for m in hit.matches)
    return hit.matches[0] if bodies and hit.last > hit.first else None


def _all_capitals(reading: Reading) -> bool:
    """Tell whether a sentence has small words in capitals, so that it is written in capitals as a whole (*DE LIJN KOMT*)."""
    written = [t.text for t in reading.tokens if len(t.text) > 1 and t.text.isalpha()]
    small = any(w.casefold() in _ALWAYS_SMALL and w.isupper() for w in written)
    return len(written) >= _HEADLINE and small and all(w.isupper() for w in written)


def _unknown(reading: Reading, taken: set[int], nominals: list[Phrase]) -> Iterator[Phrase]:
    """Build phrases for runs of name words that neither the gazetteer nor a noun explains; a text in capitals shows none."""
    if _all_capitals(reading):
        return
    scoped = {i for p in nominals for i in range(p.first, p.last + 1)}
    heads = {p.head for p in nominals}
    i = 0
    while i < len(reading.tokens):
        naming = None if i in taken else proper.unknown(reading, i)
        if naming is None:
            i += 1
            continue
        if proper.names_paper(reading, naming.last_of_name):
            i = naming.last_of_name + 1
            continue
        run = set(range(naming.first, naming.last_of_name + 1))
        beside = naming.weak and naming.first - 1 in heads  # *de coördinator Dijkherstel*
        if not (beside or run & taken or run & heads or (naming.first in scoped and naming.kind is None)):
            form: MentionForm = "abbreviation" if naming.acronym else "name"
            yield Phrase(
                reading.sentence, naming.first, naming.last_of_name, naming.last_of_name,
                "place" if naming.kind == "place" else "name",
                ((naming.first, naming.last_of_name, form), *naming.extra), naming.name or "",
                name=naming.name, abbreviation=naming.abbreviation, party=naming.party, cue=naming.kind, weak=naming.weak,
            )  # fmt: skip
        i = naming.last + 1
