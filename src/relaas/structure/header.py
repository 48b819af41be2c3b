"""Lines above the first unit -> Header, the title's place, and where the body begins.

Three styles, named by the layout: `phrases` (one running sentence: "Vragen van het lid X (P) aan de Minister van Y over
Z (ingezonden D)"), `keys` ("Auteur: X, P"), `lines` ("van X", "aan Y", office and title without a key).
Names, parties and offices keep the words of the text, their spans are where the name stands.
Refuses to guess: what the header does not say is absent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from relaas.model import Header, Person, Span
from relaas.structure import dates, offices
from relaas.structure.layouts import Layout
from relaas.structure.lines import HEADER, Line, Mask
from relaas.structure.passages import Joiner

_TITLE_LENGTH = 200
_REFERENCE = re.compile(r"[. ]*(?:Zie ook|$)")
_BULLETIN_LENGTH = 4000
_PHRASE_LENGTH = 1500
_REFERENCES_LENGTH = 1500
_HEADER_LINES = 12
_KEY = re.compile(r"(?P<key>[A-Z][A-Za-z -]{2,30}) ?: ?(?P<value>.{0,2000})")


@dataclass(frozen=True, slots=True)
class Head:
    """A header that was read, where its title stands, and where the text after it begins."""

    header: Header = field(default_factory=Header)
    title: Span | None = None
    body: int = 0


def read(text: str, lines: Sequence[Line], layout: Layout, mask: Mask, *, first_heading: int) -> Head:
    """Return the header of the text; its lines are set in the mask. `first_heading` is where the first unit begins."""
    style = layout.header["style"]
    if style == "phrases":
        head = _phrases(text, layout.header, mask, first_heading)
    elif style == "keys":
        head = _keys(lines, layout.header)
    elif style == "lines":
        head = _lines(lines, layout.header)
    else:
        head = _bulletin(text, layout.header, mask, first_heading)
    if head.title is None and head.body == 0:
        head = _first_paragraph(lines, head, first_heading)
    if head.body:
        mask.set(0, head.body, HEADER)
    return head


def again(lines: Sequence[Line], layout: Layout, head: Head, *, first_heading: int) -> int | None:
    """Return where a second header begins, that of another document in the same text; None when there is none."""
    read_one = bool(head.header.askers or head.header.submitted)
    patterns = [re.compile(p) for p in layout.header["again"]]
    for n, line in enumerate(lines):
        if line.start < head.body if read_one else line.start <= first_heading:
            continue
        words = " ".join(following.text for following in lines[n : n + _HEADER_LINES])
        if any(pattern.match(words) for pattern in patterns):
            return line.start
    return None


def _phrases(text: str, rules: dict[str, Any], mask: Mask, first_heading: int) -> Head:
    passage = Joiner(text[:first_heading], mask).passage(0, first_heading)
    words = passage.text
    asked = _between(words, rules["asked"], 0)
    if asked is None:
        return Head()
    answered = _between(words, rules["answered"], asked["end"][1])
    number = None
    for match in re.finditer(rules["number"], words[: asked["start"][1]]):
        number = match["value"]
    subject = _stripped(words, asked["subject"][1], asked["end"][0])
    header = Header(
        number=number,
        subject=words[slice(*subject)].strip(" ."),
        askers=offices.members(passage, asked["start"][1], asked["addressees"][0]),
        addressees=offices.addressees(passage, asked["addressees"][1], asked["subject"][0]),
        submitted=dates.read(words[slice(*asked["end"])]),
    )
    last = asked["end"][1]
    if answered:
        respondents = offices.ministers(passage, answered["start"][1], answered["end"][0], addressed=header.addressees)
        header = replace(header, respondents=respondents, answered=dates.read(words[slice(*answered["end"])]))
        last = answered["end"][1]
    if len(words) - last <= _REFERENCES_LENGTH and _REFERENCE.match(words, last):
        last = len(words)
    return Head(header, passage.span(*subject), passage.offsets[last - 1] + 1)


def _between(words: str, steps: dict[str, str], at: int) -> dict[str, tuple[int, int]] | None:
    """Return where each step of a phrase stands, each searched after the one before it; None when one is missing."""
    out: dict[str, tuple[int, int]] = {}
    for name, pattern in steps.items():
        found = re.compile(pattern).search(words, at, at + _PHRASE_LENGTH if out else len(words))
        if found is None:
            return None
        out[name] = found.span()
        at = found.end()
    return out


def _bulletin(text: str, rules: dict[str, Any], mask: Mask, first_heading: int) -> Head:
    passage = Joiner(text[:_BULLETIN_LENGTH], mask).passage(0, min(len(text), first_heading + _TITLE_LENGTH, _BULLETIN_LENGTH))
    found = re.search(rules["asked"], passage.text)
    if not found:
        return Head()
    office = found["addressee"]
    header = Header(
        number=found["number"],
        askers=(Person(found["asker"], span=passage.span(*found.span("asker"))),),
        addressees=(Person(office=office, span=passage.span(*found.span("addressee"))),) if office else (),
        submitted=dates.read(found["submitted"]),
    )
    return Head(header, None, passage.offsets[found.end() - 1] + 1)


def _keys(lines: Sequence[Line], rules: dict[str, Any]) -> Head:
    of = {key: name for name, keys in rules["keys"].items() for key in keys}
    header, title, body = Header(), None, 0
    for n, line in enumerate(lines[:24]):
        match = _KEY.fullmatch(line.text)
        if match is None or match["key"] not in of:
            if re.fullmatch(rules["first"], line.text) and n == 0:
                body = line.end
                continue
            break
        body = line.end
        start, value = line.start + match.start("value"), match["value"].strip()
        name = of[match["key"]]
        if not value:
            continue
        span = Span(start, start + len(value))
        if name == "asker":
            header = replace(header, askers=(*header.askers, *offices.author(value, start)))
        elif name == "addressee":
            header = replace(header, addressees=(*header.addressees, Person(office=value, span=span)))
        elif name == "subject":
            subject = value.rstrip(" .")
            header, title = replace(header, subject=subject or None), Span(start, start + len(subject)) if subject else None
        elif name in ("submitted", "answered"):
            day = dates.read(value)
            header = replace(header, submitted=day) if name == "submitted" else replace(header, answered=day)
        elif name == "number":
            header = replace(header, number=value)
    return Head(header, title, body)


def _lines(lines: Sequence[Line], rules: dict[str, Any]) -> Head:
    if not lines or not re.match(rules["start"], lines[0].text):
        return Head()
    header, body = Header(), lines[0].end
    n = 1
    while n < min(len(lines), 12):
        line = lines[n]
        found = next(
            ((k, m) for k in ("number", "asker", "submitted", "addressee") if (m := re.fullmatch(rules[k], line.text))), None
        )
        if found is None:
            break
        kind, match = found
        value = match["value"].strip()
        at = line.start + match.start("value")
        if kind == "number":
            header = replace(header, number=value)
        elif kind == "asker":
            header = replace(header, askers=(Person(offices.cased(value), span=Span(at, at + len(value))),))
        elif kind == "submitted":
            header = replace(header, submitted=dates.read(value))
        else:
            header = replace(header, addressees=(Person(offices.cased(value), span=Span(at, at + len(value))),))
        body, n = line.end, n + 1
    first = n
    while n < min(len(lines), first + 6) and offices.in_capitals(lines[n].text):
        n += 1
    if n > first:
        office = offices.cased_office(" ".join(line.text for line in lines[first:n]))
        person = header.addressees[0] if header.addressees else Person(span=Span(lines[first].start, lines[n - 1].end))
        header = replace(header, addressees=(replace(person, office=office),))
        body = lines[n - 1].end
    if n < len(lines) and len(lines[n].text) <= _TITLE_LENGTH and lines[n].text[-1] not in ".?!":
        title = Span(lines[n].start, lines[n].end)
        return Head(replace(header, subject=" ".join(lines[n].text.split())), title, lines[n].end)
    return Head(header, None, body)


def _first_paragraph(lines: Sequence[Line], head: Head, first_heading: int) -> Head:
    """Take a first paragraph without end mark, of a title's length and with an empty line after it, for the title."""
    until = next((n for n, line in enumerate(lines) if n and line.gap), 0)
    if not until or lines[until - 1].start >= first_heading:
        return head
    subject = " ".join(" ".join(line.text.split()) for line in lines[:until])
    if not 3 <= len(subject) <= _TITLE_LENGTH or subject[-1] in ".?!:;,":
        return head
    end = lines[until - 1].end
    return Head(replace(head.header, subject=subject), Span(lines[0].start, end), end)


def _stripped(words: str, start: int, end: int) -> tuple[int, int]:
    while start < end and words[start].isspace():
        start += 1
    while end > start and words[end - 1].isspace():
        end -= 1
    return start, end


def answerer(lines: Sequence[Line]) -> tuple[Person, ...]:
    """Return who answers, from the lines of name and office above the answer."""
    if not lines:
        return ()
    name = lines[0].text.strip()
    office = " ".join(line.text for line in lines[1:])
    return (
        Person(
            offices.cased(name), office=offices.cased_office(office) if office else None, span=Span(lines[0].start, lines[0].end)
        ),
    )
