"""Footnotes -> the documents they cite, and where their marks stand in the text.

A footnote of a parliamentary paper names one document: publisher, date, title between quotation marks, address, in any
order; or several, parted by semicolons. The mark is left out of the passages, so it is found again in the gap it left.
Refuses a footnote that only explains: without title, number, date or address it cites nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace

from relaas.extract import references
from relaas.extract.references import Reference, lexicon, title_key
from relaas.model import Document, Part, Passage, SourceType

_MARK = re.compile(r"^\W{0,2}\[?\s*(\d{1,3})\s*\]?\W{0,3}$")
_TAIL = re.compile(r"^\W{0,3}?\[?\s*(\d{1,3})\s*\]?(?=\s|$)")
_SPLIT = re.compile(r"; | en https?://| ; ")
_SHORT = 140
#: Names without number or date: the entry around them tells more.
_NAMED_ONLY = frozenset({"sources#titled-report", "sources#titled-plan", "sources#named-website"})
#: *De Brugwachter, 3 mei 2019, Brug open wegens storm (brugwachter.nl/open)*: a title without quotation marks.
_PLAIN = re.compile(
    r"[A-Z][^,«“\"()]{0,40}, (?:\d{1,2} )?[a-z]{3,9} (?:19|20)\d\d, "
    r"(?P<title>(?!Kamer|Aanhangsel|[Nn]r)[A-Z][^()]{8,160}?)\.?(?: ?\([^()]*\))?\.?$"
)
#: *Dijken in kaart | Rapport | Waterbond.nl*: the title of a page, and where it stands.
_PIPED = re.compile(r"\s*(?P<title>[A-Z][^|]{8,200}?) \| ")
_LETTER = re.compile(r"\s*(?:[Zz]ie )?(?:de )?(?:Kamerb|B|b)rief\b")
_PROVISION = re.compile(r"\s*(?:[Zz]ie )?(?:ook )?(?:[Aa]rtikel|[Aa]rt\.|[Hh]et betreft|[Dd]it )")
_DATED = re.compile(r"\d{1,2} \w+ (?:19|20)\d{2}|\b(?:19|20)\d{2}\b")


def marks(document: Document, part: Part) -> dict[int, int]:
    """Return the offset in the part's passage after which the mark of each footnote stood, by its number."""
    passage = part.passage
    if passage is None:
        return {}
    text = document.source.text
    out: dict[int, int] = {}
    for i, (a, b) in enumerate(zip(passage.offsets, passage.offsets[1:], strict=False)):
        if 1 < b - a < 12 and (match := _MARK.match(text[a + 1 : b])):
            out.setdefault(int(match[1]), i + 1)
    match = _TAIL.match(text[passage.offsets[-1] + 1 : passage.offsets[-1] + 9])
    if match:
        out.setdefault(int(match[1]), len(passage.text))
    return out


def cited(part: Part) -> tuple[Reference, ...]:
    """Return the documents a footnote cites: what its numbers, titles and addresses name, each with the whole entry's data."""
    passage = part.passage
    if passage is None:
        return ()
    out: list[Reference] = []
    start = 0
    parting = (p for p in _SPLIT.finditer(passage.text) if not _quoting(passage.text[: p.start()]))
    for piece in (*parting, None):
        end = piece.start() if piece else len(passage.text)
        if passage.text[start:end].strip():
            out.extend(_entry(passage, part.part_id, start, end))
        start = piece.end() if piece and not piece.group().startswith(" en") else (piece.start() + 4 if piece else end)
    return tuple(out)


def _quoting(before: str) -> bool:
    return before.count("«") > before.count("»") or before.count("“") > before.count("”")


def _entry(passage: Passage, part_id: str, start: int, end: int) -> list[Reference]:
    """Read one entry; its title, address and date belong together."""
    text = passage.text[start:end]
    found = [r for r in references.find(passage, part_id, ()) if start <= r.start < end]
    named_only = [r for r in found if r.entry in _NAMED_ONLY]
    numbered = [r for r in found if r.entry not in {"sources#titles", "sources#address"} | _NAMED_ONLY]
    urls = [r.url for r in found if r.url]
    url = next((u for u in urls if "/" in u), urls[0] if urls else None)  # a page says more than its site
    titled = _title(text)
    issued = references.dated(text, passage, start)
    if numbered and not titled:
        return _one_letter(passage, numbered)
    telling = (_DATED.search(text) and "," in text) or _type(text, None, None) != "other"
    named = bool(named_only) or (len(text) < _SHORT and telling)
    if not (titled or url or (named and not _PROVISION.match(text))):
        return []
    lead = len(text) - len(text.lstrip())
    a, b = start + lead, start + len(text.rstrip(" ."))
    if titled:
        a, b = start + titled[0], start + titled[1]
    title = passage.text[a:b] if titled else None
    paged = url is not None and "/" in references.page(url)  # a site alone holds many documents
    key: str | None = title_key(title) if title else (references.page(url) if url and paged else title_key(text))
    if named_only and not title:  # the same name in the running text is the same document
        title, key = named_only[0].text, named_only[0].key
    return [
        Reference(
            part_id, a, b, passage.span(a, b), passage.text[a:b], _type(text, url, title), "sources#publishers",
            title, key, None, issued, url, _publisher(text),
        )
    ]  # fmt: skip


def _one_letter(passage: Passage, found: list[Reference]) -> list[Reference]:
    """Join what one entry says of one letter: *Kamerbrief van 3 mei 2019, Kamerbrief Stand van de dijken, 30 111, nr. 9*."""
    if len(found) < 2 or {r.source_type for r in found} != {"letter"}:
        return found
    full = found[-1]
    start, end = found[0].start, full.end
    issued = next((r.issued for r in found if r.issued), None)
    return [replace(full, start=start, end=end, span=passage.span(start, end), text=passage.text[start:end], issued=issued)]


def _title(text: str) -> tuple[int, int] | None:
    for match in re.finditer(lexicon()["pieces"]["quoted"], text):
        inner = match.group()[1:-1].removeprefix("«")
        if len(inner) > 3 and (inner[0].isupper() or inner[0].isdigit()):
            return match.end() - 1 - len(inner), match.end() - 1
    plain = _PLAIN.match(text) or _PIPED.match(text)
    return plain.span("title") if plain else None


def _type(text: str, url: str | None, title: str | None) -> SourceType:
    if _LETTER.match(text):
        return "letter"
    words = set(re.findall(r"[\w-]+", text))
    lower = {w.lower() for w in words}
    kinds: tuple[SourceType, ...] = ("book", "broadcast", "speech", "report")
    for kind in kinds:
        if any(w in words or w.lower() in lower for w in lexicon()["publishers"][kind]):
            return kind
    if title or references.dated(text, Passage(text, tuple(range(len(text))))):
        return "article"
    return "website" if url else "other"


def _publisher(text: str) -> str | None:
    """Return the words before the first comma when they are a name."""
    first = re.split(r",| [«“\"]|\d|:", text.strip(), maxsplit=1)[0].strip(" .-–(")
    return first if 1 < len(first) <= 50 and first[0].isupper() and "http" not in first and first.count(" ") < 6 else None
