"""Text -> where its sentences end, by the plain rule; the lines of a page and the grammar know more and are asked elsewhere.

The rule: an end mark, closing quotes or brackets, white space (or a break that the source lost: `sturen.Zou`), then a
capital, a digit or an opening quote; not after an abbreviation or an initial; before the number of an item, not after it
(`twee: 1. Dijken 2. Sluizen`). Two commas or two apostrophes are quotation
marks where a typewriter had no others (`,,Nee. ''`). A salutation ends at its comma (*Geachte leden,*): it names to whom one
speaks and has no part in the sentence behind it.
Refuses nothing; a text without an end mark has no end but its own.
"""

from __future__ import annotations

import re
from functools import cache

from relaas import assets

_END = re.compile(r"[.!?…]+(?: ''(?!\w)|[\"'’”»)\]]*)")
_OPENING = "\"'‘“„«([–-•"
_LISTED = re.compile(r"[:;] (?P<number>\d{1,2})$")
_LAST_WORD = re.compile(r"[^\s(«“‘\"'/]*$")


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str]]:
    lexicon = assets.load_yaml("data", "lexicons", "abbreviations.yaml")
    return frozenset(r["form"] for r in lexicon["never"]), frozenset(r["form"] for r in lexicon["maybe"])


@cache
def _salutation() -> re.Pattern[str]:
    """Return the words of address at the head of a sentence, with their comma; a clause behind it (*, die*) shows a subject."""
    lexicon = assets.load_yaml("data", "lexicons", "salutations.yaml")
    openers, plain, nouns = (
        "|".join(re.escape(w) for w in sorted(lexicon[row], key=lambda w: (-len(w), w))) for row in ("openers", "plain", "nouns")
    )
    named = r"[A-ZÀ-Þ][\w'’-]*(?: (?:[A-ZÀ-Þ][\w'’-]*|van|de|der|den)){0,4}"
    tail = r"(?:van|voor|uit|de|[A-ZÀ-Þ])[\w'’().-]*(?: [\w'’().-]+){0,7}"
    told = rf"(?:(?i:{nouns})(?: en (?:(?i:{openers}) )?(?i:{nouns}))?(?: {tail})?|{named})"
    first = rf"(?:(?i:{openers}) {told}|(?i:{plain}) (?:de |en )?(?i:{nouns}))"
    opens = r"(?:^|(?<=[.!?:…] )|(?<=[«“‘\"]))(?=[A-Z])"
    return re.compile(rf"{opens}{first},(?: (?:{first}|(?i:{nouns})),)*(?= )(?! (?:die|dat|wie|wier)\b)")


def ends(text: str) -> set[int]:
    """Return the offsets right after the last character of every sentence but the last one.

    >>> sorted(ends("Zie nr. 12 van de lijst. Daarna sloot de haven.De boot voer."))
    [24, 47]
    """
    found = {match.end() for match in _salutation().finditer(text) if match.end() < len(text)}
    for match in _END.finditer(text):
        end = match.end()
        if end >= len(text):
            continue
        if text[end].isspace():
            rest = text[end + 1 : end + 3]
            if not rest or not (rest[0].isupper() or rest[0].isdigit() or rest[0] in _OPENING or rest == ",,"):
                continue
            if match[0] == "." and _abbreviated(text, match.start(), rest[0]):
                continue
            label = _LISTED.search(text, max(0, match.start() - 5), match.start())
            found.add(label.start("number") if label and match[0] == "." else end)
        elif _glued(text, match.start(), end):
            found.add(end)
    return found


def _abbreviated(text: str, stop: int, following: str) -> bool:
    word_match = _LAST_WORD.search(text, max(0, stop - 24), stop)
    word = word_match[0] if word_match else ""
    never, maybe = _abbreviations()
    form = word.lower()
    if form in never or (form in maybe and following.isdigit()):
        return True
    if following.isdigit() and word[-1:].isdigit():
        return True
    if len(word) == 1 and word.isupper() and following.isupper():
        return True
    return bool(re.fullmatch(r"(?:[A-Z][a-z]?\.){1,4}[A-Z][a-z]?", word)) and following.isupper()


def _glued(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence ends where the source lost the space: small letters or a bracket before, Capital + small after."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if end - start > 1 and text[end - 1] in "\"'":
        return False
    if text[start] != "." and before[-1:].isalnum() and after[:1].isupper():
        return True
    lowered = (len(before) == 2 and before.isalpha() and before.islower()) or before[-1:] in ")»”%" or before[-1:].isdigit()
    return lowered and len(after) == 2 and after[0].isupper() and after[1].islower()
