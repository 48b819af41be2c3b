"""Analysis, Cast -> the documents the text cites, one value for each document.

Two places name one document when number, title or address are the same, when a footnote's mark stands at the words, or
when a short form was introduced in brackets. Words after the first naming that only point back (*dit rapport*) are not
mentions. Title, publisher, date and address come from the fullest place, the footnote as a rule.
Refuses to join two documents that numbers keep apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from relaas.extract import notes, references
from relaas.extract.cast import Cast
from relaas.extract.references import Reference, plain_title, title_key
from relaas.ids import Namer
from relaas.model import Analysis, CitedSource, Document, Evidence, Mention, Part, Passage

_RUNNING = frozenset({"title", "context", "question", "answer"})
#: *Er is een actieplan … Dit actieplan werd herzien (COM(2015) 44)*: the number of what was named before.
_POINTED = re.compile(r"\b(?:[Dd]it|[Dd]at|[Dd]eze|[Dd]ie) (?P<noun>[a-z]{4,})\b[^.;()]*\($")
_NUMBERS = frozenset({"sources#communication", "sources#paper"})
_IN_BRACKETS = re.compile(r" \((?:hierna:? |verder:? )?(?:het |de )?[\"“«]?")
#: What a footnote with nothing but a number or an address may tell more of.
_NOTED = frozenset({"sources#titles", references.UNNAMED, "sources#periodic-report"})
_BY_PUBLISHER = frozenset({"sources#named-report", "sources#institute-report", "sources#bureau-report"})
_TIMED = frozenset({"sources#dated-letter", "sources#resolution", "sources#royal-decree"})
_TITLED = frozenset({"sources#named-bill", "sources#named-directive"})
_TIME = re.compile(r" (?P<day>\d{1,2} )?(?:(?P<month>(?!van\b|uit\b)[a-z]{3,9}) )?(?P<year>(?:19|20)\d\d)$")
_LATER = re.compile(r"(?:19|20)\d\d$")
_BEHIND = re.compile(r"[»”\"’]?,? \(?(?:(?:uit|in|van|op) )?(?:de |het )?(?:krant )?")
_QUOTED = frozenset({"sources#titles", "sources#publishers"})
_MAIN_TITLE = 3  # words before a colon that may stand for the whole title
_BESIDE = 12  # characters between a name and the mark of its own footnote
_IN_HEADER = frozenset({"sources#question-paper", "sources#session-paper", "sources#paper"})


@dataclass(slots=True)
class _Cited:
    """A document in the making."""

    places: list[Reference] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    notes: set[str] = field(default_factory=set)

    def take(self, reference: Reference) -> None:
        self.places.append(reference)
        if reference.key:
            self.keys.add(reference.key)
        if main := _main_title(reference):
            self.keys.add(main)
        if reference.source_type == "letter":
            self.keys.add(title_key(reference.text))  # the same words again, without number or mark, mean the same letter
        if reference.source_type == "law" and reference.key and not _numbered(reference.key):
            # *het wetsvoorstel «Dijken»* is the *Wet dijken*
            self.keys |= {f"wet{reference.key}", reference.key.removeprefix("wet")}


@dataclass(slots=True)
class _Marked:
    """The documents named where a footnote mark stands, by the footnote's number: in its clause, and right before it."""

    near: dict[int, list[Reference]] = field(default_factory=dict)
    beside: dict[int, Reference] = field(default_factory=dict)


def find_sources(analysis: Analysis, cast: Cast, namer: Namer) -> tuple[CitedSource, ...]:
    """Return the cited documents in the order of their first naming outside the footnotes; `mentions` lead to every place."""
    document = analysis.document
    noted = {int(p.number): notes.cited(p) for p in document.parts if p.kind == "footnote" and p.number and p.number.isdigit()}
    cited: list[_Cited] = []
    marked = _Marked()
    for reference in _outside(document):
        _join(cited, reference)
    for part in document.parts:
        if part.passage is None or part.kind not in _RUNNING:
            continue
        marks = notes.marks(document, part)
        found = [
            _by_author(_keyed(plain, part.passage, marks, noted), cast)
            for plain in references.find(part.passage, part.part_id, tuple(marks.values()))
        ]
        for before, reference in zip((None, *found), found, strict=False):
            if not _bracketed(cited, part.passage, before, reference):
                _join(cited, reference)
        _mark(cited, part, found, marks, marked)
    for part in document.parts:
        if part.kind == "footnote":
            _footnote(cited, part, marked)
    named = [c for c in cited if any(p.entry != references.UNNAMED for p in c.places)]
    return tuple(_closed(c, document, cast, namer) for c in sorted(named, key=lambda c: _first(c).span))


def _mark(cited: list[_Cited], part: Part, found: list[Reference], marks: dict[int, int], marked: _Marked) -> None:
    """Say which documents of a part the marks in it stand at; where none has a name, one named by its kind alone."""
    assert part.passage is not None
    for number, at in sorted(marks.items()):
        near = [r for r in found if _at_mark(part.passage, r, at)]
        marked.near.setdefault(number, []).extend(near)
        for reference in near:
            if at - reference.end <= _BESIDE:
                marked.beside[number] = reference
        unnamed = None if marked.near[number] else references.before_mark(part.passage, part.part_id, at)
        if unnamed and not any(p.span.overlap(unnamed.span) for c in cited for p in c.places):
            _point(cited, unnamed)
            marked.near[number] = [unnamed]


def _keyed(reference: Reference, passage: Passage, marks: dict[int, int], noted: dict[int, tuple[Reference, ...]]) -> Reference:
    """Give a motion or letter without a number that of the footnote whose mark stands at it."""
    if reference.source_type not in {"motion", "letter"} or _numbered(reference.key):
        return reference
    for number, at in sorted(marks.items(), key=lambda m: m[1]):
        for note in noted.get(number, ()):
            alike = note.source_type == reference.source_type and _people(note.names) == _people(reference.names)
            fits = (
                alike
                or note.source_type == "parliamentary-paper"
                or (at - reference.end <= 2 and note.source_type == reference.source_type)
            )
            if _at_mark(passage, reference, at) and _numbered(note.key) and fits:
                return replace(reference, key=note.key)
    return reference


def _by_author(reference: Reference, cast: Cast) -> Reference:
    """Give a report known by its publisher the publisher's id: *het AR-rapport* is *het rapport van de Rekenkamer (AR)*."""
    author = _author(reference.publisher, cast) if reference.key and reference.key.startswith("by:") else None
    return replace(reference, key=f"by:{author}") if author else reference


def _numbered(key: str | None) -> bool:
    return key is not None and key[0].isdigit() and "/" in key and " " not in key


def _outside(document: Document) -> Iterator[Reference]:
    """Read the references to other papers that stand in the header and under the title, outside every part."""
    text = document.source.text
    covered = sorted((p.span.start, p.span.end) for p in document.parts)
    at = 0
    for start, end in (*covered, (len(text), len(text))):
        if start > at:
            piece = _passage(text, at, start)
            for reference in references.find(piece, "title"):
                if reference.entry in _IN_HEADER:
                    yield reference
        at = max(at, end)


def _passage(text: str, start: int, end: int) -> Passage:
    kept = [i for i in range(start, end) if not (text[i].isspace() and i > start and text[i - 1].isspace())]
    return Passage("".join(" " if text[i].isspace() else text[i] for i in kept), tuple(kept))


def _at_mark(passage: Passage, reference: Reference, at: int) -> bool:
    """Tell whether a footnote mark stands at the words: right after them, or closing the sentence or clause they are in."""
    if not 0 <= at - reference.end <= 160:
        return False
    between = passage.text[reference.end : at]
    return len(between.strip(" .,;:»”\"')?")) == 0 or not re.search(r"[.?!] [A-Z]", between)


def _point(cited: list[_Cited], unnamed: Reference) -> None:
    """Add a document named by its kind alone: *die motie* is the one motion named before, others wait for their footnote."""
    motions = [c for c in cited if c.places[0].source_type == "motion"]
    if unnamed.source_type == "motion" and len(motions) == 1:
        motions[0].take(unnamed)
    else:
        cited.append(_Cited([unnamed]))


def _bracketed(cited: list[_Cited], passage: Passage, before: Reference | None, reference: Reference) -> bool:
    """Take a reference in brackets right behind another for the same document: *de wet X (de Y)*, *nota X (Kamerstuk …)*.

    So is the title of a report behind its publisher (*het rapport van de Waterbond «Dijken in kaart»*), and a newspaper with
    its date behind a title (*«Sluis dicht» in De Tijd van 3 mei 2019*), and the number of a paper that is pointed at.
    """
    if before is None:
        return False
    between, after = passage.text[before.end : reference.start], passage.text[reference.end : reference.end + 1]
    titled = before.entry in _BY_PUBLISHER and reference.entry == "sources#titles" and re.fullmatch(r" [«“\"‘]", between)
    placed = before.entry == "sources#titles" and reference.entry == "sources#media-item" and _BEHIND.fullmatch(between)
    pointed = _POINTED.search(between) if reference.entry in _NUMBERS else None
    numbered = pointed is not None and before.text.lower().startswith(pointed["noun"].lower())
    if not titled and not placed and not numbered and not (_IN_BRACKETS.fullmatch(between) and after and after in ')"”»'):
        return False
    one = next((c for c in cited if before in c.places), None)
    known = any(_same(c, reference) for c in cited)
    if one is None or known or not _may_join(one, reference):
        return False
    one.take(reference)
    return True


def _join(cited: list[_Cited], reference: Reference) -> _Cited:
    """Add a reference to the document it names, or begin a document."""
    for one in cited:
        if _same(one, reference):
            one.take(reference)
            return one
    cited.append(_Cited())
    cited[-1].take(reference)
    return cited[-1]


def _same(one: _Cited, reference: Reference) -> bool:
    if reference.key and (reference.key in one.keys or _LATER.sub("", reference.key) in one.keys):
        return True
    second_line = _main_title(reference) in one.keys and not any(_main_title(p) for p in one.places)
    if (
        second_line
        or _by_publisher(one, reference)
        or (not _other_day(one, reference) and any(_same_time(p, reference) for p in one.places))
    ):
        return True
    numbers = {k for k in one.keys if _numbered(k)}
    first = one.places[0]
    if reference.source_type == "motion" and first.source_type == "motion":
        alike = _people(first.names) == _people(reference.names)
        return alike and not (numbers and _numbered(reference.key))
    if reference.entry in _TITLED and any(_shares_title(place, reference) for place in one.places):
        return True
    if reference.entry == "sources#law-name" and any(_longer(place, reference) for place in one.places):
        return True
    short = {p.names for p in one.places if p.entry == "sources#law-name" and p.names}
    return reference.text in short


def _main_title(reference: Reference) -> str | None:
    """Return the key of a title without what stands behind its colon: *«Dijken in kaart: een verkenning»*; None without one."""
    main, colon, _ = (reference.title or "").partition(": ")
    quoted = reference.entry in _QUOTED and colon and len(main.split()) >= _MAIN_TITLE
    return title_key(main) if quoted else None


def _shares_title(place: Reference, reference: Reference) -> bool:
    """Tell whether two names of a bill are one: the other has all its capitals (*Regie op de Sluizen*, *Regie Sluizen*)."""
    one, other = ({w for w in text.split()[1:] if w[:1].isupper()} for text in (place.text, reference.text))
    return place.entry == reference.entry and len(one & other) > 1 and (one <= other or other <= one)


def _by_publisher(one: _Cited, reference: Reference) -> bool:
    """Tell whether a footnote's publisher is the one by whose short name a report goes (*het Delta-rapport*)."""
    if (
        not reference.part_id.startswith("fn")
        or reference.publisher is None
        or reference.source_type not in ("report", "article")
    ):
        return False
    publisher = plain_title(reference.publisher).split()
    return bool(publisher) and f"by:{publisher[0]}" in one.keys and not any(p.part_id.startswith("fn") for p in one.places)


def _longer(place: Reference, reference: Reference) -> bool:
    """Tell whether one name of a law is the other with words of the sentence after it (*Wet dijken geen plaats*)."""
    if place.entry != reference.entry:
        return False
    short, long = sorted((place.text, reference.text), key=len)
    after = long[len(short) :]
    return long.lower().startswith(short.lower()) and len(short) > 12 and re.match(r" (?!en\b|of\b)[a-z]", after) is not None


def _other_day(one: _Cited, reference: Reference) -> bool:
    """Tell whether a document is named with a day already, when a reference names one."""
    days = [found["day"] for text in (reference.text, *(p.text for p in one.places)) if (found := _TIME.search(text))]
    return bool(days) and days[0] is not None and any(days[1:])


def _same_time(place: Reference, reference: Reference) -> bool:
    """Tell whether two papers of one name are of the same month or year, one of them without its day or its day and month."""
    if place.entry != reference.entry or place.entry not in _TIMED:
        return False
    one, other = _TIME.search(place.text), _TIME.search(reference.text)
    if not one or not other or one["year"] != other["year"] or bool(one["day"]) == bool(other["day"]):
        return False
    if place.entry == "sources#royal-decree":  # *de wet van 2005* is the *wet van 7 april 2005*
        return place.text.split()[0].lower() == reference.text.split()[0].lower() and not (one["month"] and other["month"])
    return one["month"] == other["month"]


def _people(names: str | None) -> frozenset[str]:
    return frozenset(w for w in plain_title(names or "").split() if w not in {"van", "de", "der", "den", "en", "lid", "leden"})


def _footnote(cited: list[_Cited], part: Part, marked: _Marked) -> None:
    found = notes.cited(part)
    number = int(part.number) if part.number and part.number.isdigit() else None
    waiting = list(marked.near.get(number, [])) if number is not None else []
    for reference in found:
        owner = next((c for c in cited if _same(c, reference)), None)
        at = _nearest(waiting, reference)
        if at is None and len(found) == 1 and reference.source_type == "website" and number is not None:
            at = marked.beside.get(number)  # an address alone tells where the document named at the mark is found
        target = next((c for c in cited if at in c.places), None) if at else None
        if owner is None and target is not None and _may_join(target, reference):
            target.take(reference)
            target.notes.add(part.part_id)
            if at in waiting:
                waiting.remove(at)
            continue
        joined = owner or _join(cited, reference)
        if owner:
            owner.take(reference)
        joined.notes.add(part.part_id)


def _nearest(waiting: list[Reference], reference: Reference) -> Reference | None:
    """Return the reference in the text that a footnote's document is: of the same kind first, else the last before the mark."""
    same = [r for r in waiting if r.source_type == reference.source_type or r.key == reference.key]
    if reference.source_type == "parliamentary-paper":
        same = same or [r for r in waiting if r.source_type in {"motion", "letter"}]
    titled = [r for r in waiting if r.entry in _NOTED]
    return (same or titled or [None])[-1]  # type: ignore[list-item]


def _may_join(target: _Cited, reference: Reference) -> bool:
    numbers = {k for k in target.keys if _numbered(k)}
    return not (numbers and _numbered(reference.key) and reference.key not in numbers)


def _first(one: _Cited) -> Reference:
    running = [p for p in one.places if not p.part_id.startswith("fn")]
    return min(running or one.places, key=lambda p: p.span)


def _closed(one: _Cited, document: Document, cast: Cast, namer: Namer) -> CitedSource:
    first = _first(one)
    full = max(one.places, key=lambda p: (p.part_id.startswith("fn"), p.title is not None, -p.span.start))
    spans = {p.span: Mention(p.span, p.text, "name") for p in sorted(one.places, key=lambda p: p.span)}
    published = next((p.publisher for p in (full, *one.places) if p.publisher), None)
    parts = {p.part_id: _cited_in(document, p.part_id) for p in one.places}
    order = {part.part_id: n for n, part in enumerate(document.parts)}
    return CitedSource(
        namer.name("src", first.span),
        first.source_type if first.source_type != "website" or len(one.places) == 1 else full.source_type,
        (Mention(first.span, first.text, "name"), *(m for s, m in spans.items() if s != first.span)),
        Evidence(f"citation-{first.entry.split('#')[1]}", first.span, entry=first.entry),
        title=first.title or full.title,
        publisher=published,
        issued=next((p.issued for p in (full, *one.places) if p.issued), None),
        url=next((p.url for p in (full, *one.places) if p.url), None),
        cited_in=tuple(sorted({v for v in parts.values() if v}, key=lambda v: order.get(v, 0))),
        attributed_to=_author(published, cast),
    )


def _cited_in(document: Document, part_id: str) -> str | None:
    """Return the part that cites: of a footnote the part its mark stands in."""
    part = next((p for p in document.parts if p.part_id == part_id), None)
    if part is None:
        return None
    return (part.parent or part.part_id) if part.kind == "footnote" else part.part_id


def _author(publisher: str | None, cast: Cast) -> str | None:
    """Return the actor whose name the publisher is, where the text names it elsewhere."""
    if publisher is None:
        return None
    wanted = plain_title(publisher)
    found = [a.actor_id for a in cast.actors if wanted in {plain_title(m.text) for m in a.mentions} | {plain_title(a.label)}]
    return found[0] if len(found) == 1 else None
