"""Passage -> the documents named in it by number, date, title or address.

Patterns are data (`data/lexicons/sources.yaml`), tried in their order on the normalised wording; a later one takes no words
of an earlier one. Laws that are called *Wet* with a name in small letters are read word by word. A quoted title counts
when a noun announces it (*het bericht «…»*) or a footnote mark follows it.
Refuses words between quotation marks without such a cue: they are quotations.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from relaas import assets
from relaas.extract.edtf import date_range
from relaas.extract.names import fold
from relaas.model import DateRange, Passage, SourceType, Span

_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
_DATE = re.compile(rf"(\d{{1,2}}) ({'|'.join(_MONTHS)})(?: ?(\d{{4}}))?")
_URL = re.compile(
    r"(?:https?://|www\.)[^\s()<>\]»”]+(?: ?[^\s()<>\]»”,;]*[/_=-][^\s()<>\]»”,;]*(?=[\s.)]|$))?"
    r"|\b[A-Za-z0-9-]+\.(?:nl|be|com|org|eu|net)(?:/[^\s()<>\]»”]*)?\b"
)
_CONVENTION = re.compile(r"^conventie van\b")  # a convention and a treaty of one place are one document
_RULING = re.compile(r"^(?:uitspraak|vonnis)(?= van (?:de|het) )", re.IGNORECASE)  # one ruling goes by several names
_BARE = re.compile(r"^(?:het|de) ")
_YEAR = re.compile(r" (?:19|20)\d{2}$")
_CLOSING = ".,;:)»”"
_GLUED_ON = re.compile(r";-|(?<=[a-z/])\.(?=[A-Z][a-zà-ÿ]{2})")  # a new item or sentence that lost its space
_SURE = frozenset({"Wet"})
_LONGEST_TITLE = 140
_LONGEST_LAW = 160
_LONGEST_NAME = 24
_FAR, _NEAR = 260, 15  # characters between a document named by its kind alone and the mark of its footnote
_POINTING = re.compile(r"\b(?:[Dd]it|[Dd]eze|[Dd]at|[Dd]ie) $")  # what was named before has a footnote of its own
_OF_ITSELF = frozenset({"sources#oral-question"})  # in a title it is the number of the question itself
#: The entry of a document that only its footnote names.
UNNAMED = "sources#unnamed"


@dataclass(frozen=True, slots=True)
class Reference:
    """A document as one place of a text names it: characters `start` to `end` of the passage, and what the words tell."""

    part_id: str
    start: int
    end: int
    span: Span
    text: str
    source_type: SourceType
    entry: str
    title: str | None = None
    key: str | None = None
    names: str | None = None
    issued: DateRange | None = None
    url: str | None = None
    publisher: str | None = None


@cache
def lexicon() -> Any:
    """Return the lexicon of sources."""
    return assets.load_yaml("data", "lexicons", "sources.yaml")


@cache
def _patterns() -> tuple[tuple[str, SourceType, re.Pattern[str]], ...]:
    pieces: dict[str, str] = lexicon()["pieces"]
    out = []
    for name, entry in lexicon()["patterns"].items():
        pattern = entry["pattern"]
        for piece, text in pieces.items():
            pattern = pattern.replace("{" + piece + "}", text)
        out.append((f"sources#{name}", entry["type"], re.compile(pattern)))
    return tuple(out)


def find(passage: Passage, part_id: str, marks: Collection[int] = ()) -> tuple[Reference, ...]:
    """Return the references of a passage in reading order; `marks` are the offsets in it after which a footnote mark stood."""
    found: list[Reference] = []
    for reference in (
        *_numbered(passage, part_id),
        *_laws(passage, part_id),
        *_quoted(passage, part_id, marks),
        *_addresses(passage, part_id),
    ):
        inside = [r for r in found if reference.start < r.start and r.end < reference.end]
        if inside and reference.entry == "sources#law-name":  # *Verdrag inzake … (EVRM)*: the short form belongs to the name
            found = [r for r in found if r not in inside]
        if not any(reference.start < r.end and r.start < reference.end for r in found):
            found.append(reference)
    return tuple(sorted(found, key=lambda r: r.start))


def _numbered(passage: Passage, part_id: str) -> Iterator[Reference]:
    for entry, source_type, pattern in _patterns():
        if part_id == "title" and entry in _OF_ITSELF:
            continue
        for match in pattern.finditer(passage.text):
            yield _made(passage, part_id, match, entry, source_type)


def _made(passage: Passage, part_id: str, match: re.Match[str], entry: str, source_type: SourceType) -> Reference:
    group = {k: v for k, v in match.groupdict().items() if v}
    number = group.get("number") or group.get("number2")
    dossier = group.get("dossier") or group.get("dossier2")
    text = match.group().strip()
    key = None
    day = "date" if group.get("date") else "date2"
    publisher = group.get("publisher") or group.get("by")
    if source_type == "report" and publisher:
        key = by_publisher(publisher)
    elif number:
        series = (
            re.sub(r"\D", "", dossier) + "".join(re.findall(r"[A-Z]+", dossier))
            if dossier
            else re.sub(r"\D", "", group.get("year", "")) + entry.split("#")[1][:4]
        )
        key = f"{series}/{number}"
    elif source_type != "motion" or group.get(day):
        plain = _YEAR.sub("", text) if entry == "sources#named-law" else text  # the *Dijkenwet 1990* is the *Dijkenwet*
        key = title_key(_RULING.sub("arrest", plain))
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    end = start + len(text)
    return Reference(
        part_id, start, end, passage.span(start, end), text, source_type, entry, text, key, group.get("names"),
        dated(group.get(day), passage, match.start(day) if group.get(day) else 0), publisher=publisher,
    )  # fmt: skip


def by_publisher(name: str) -> str:
    """Return the key of a report that is known by its publisher alone (*het rapport van de Rekenkamer*)."""
    return f"by:{plain_title(name)}"


def dated(text: str | None, passage: Passage, offset: int = 0) -> DateRange | None:
    """Return the day that *3 mei 2019* names; None without a year."""
    match = _DATE.search(text) if text else None
    if match is None or not match[3]:
        return None
    span = passage.span(offset + match.start(), offset + match.end())
    return date_range(f"{match[3]}-{_MONTHS.index(match[2]) + 1:02}-{int(match[1]):02}", span)


def plain_title(text: str) -> str:
    """Return a title as it is compared: letters and digits only, no accents, no case.

    >>> plain_title("Wet op de Sluizen (WoS)")
    'wet op de sluizen wos'
    """
    return _CONVENTION.sub("verdrag van", " ".join(re.findall(r"\w+", fold(text).casefold())))


def title_key(text: str) -> str:
    """Return what two wordings of one title share, spaces lost or not: `Sluis bijDelfland` is `Sluis bij Delfland`."""
    return plain_title(text).replace(" ", "")


def _laws(passage: Passage, part_id: str) -> Iterator[Reference]:
    """Read laws and treaties whose name goes on in small letters, up to the first word that cannot belong to it."""
    kinds: tuple[SourceType, ...] = ("law", "treaty")
    for kind in kinds:
        heads = "|".join(lexicon()["law-name"]["heads"][kind])
        for match in re.finditer(
            rf"(?:(?<![\w-])|(?<=\b[Dd]e)|(?<=\b[Ii]n)|(?<=\bvan))(?P<head>{heads}) (?=[a-zA-Z])", passage.text
        ):
            name = _law_name(passage.text[match.end() : match.end() + _LONGEST_LAW])
            # *Besluit* and the like are common words: only a name in small letters makes a title of them
            if not name or (match["head"] not in _SURE and not name[0].islower()):
                continue
            start, end = match.start(), match.end() + len(name)
            text = passage.text[start:end]
            title, _, short = text.removesuffix(")").partition(" (") if text.endswith(")") else (text, "", "")
            key = title_key(_YEAR.sub("", title))
            yield Reference(
                part_id,
                start,
                end,
                passage.span(start, end),
                text,
                kind,
                "sources#law-name",
                text,
                key,
                _BARE.sub("", short) or None,
            )


def _law_name(after: str) -> str:
    """Return how much of the words after *Wet* is its name; empty when none is.

    >>> _law_name("op de dijken van 1990 geldt nog"), _law_name("veiligheid schepen (Wvs) biedt ruimte")
    ('op de dijken', 'veiligheid schepen (Wvs)')
    """
    rules = lexicon()["law-name"]
    words = [m for m in re.finditer(r"[\w’'-]+,?|\(\w{2,8}\)|\((?:het |de )[A-Z][^()]{3,40}\)|\S", after)]  # noqa: C416 (the matches, not their texts)
    closing = next((n for n, w in enumerate(words) if w.group()[0] == "(" and len(w.group()) > 1), None)
    kept = 0
    for n, word in enumerate(words):
        low = word.group().lower().rstrip(",")
        if n == closing:
            kept = n + 1
            break
        ends = (
            not low[:1].isalnum()
            or low in rules["stops"]
            or (n > 1 and low in rules["breaks"] and closing is None and not _goes_on(words, n))
        )
        # a name in capitals ends where small letters go on: *Wet Goed Onderhoud waterschappen verplicht*
        ends = ends or (n > 1 and low not in rules["joins"] and word.group()[0].islower() and words[n - 1].group()[0].isupper())
        if ends or n >= _LONGEST_NAME:
            break
        kept = kept if low in rules["joins"] and low != "open" else n + 1
        if (low.isdigit() and len(low) == 4) or word.group().endswith(","):
            break
    return after[: words[kept - 1].end()].rstrip(",") if kept else ""


def _goes_on(words: list[re.Match[str]], n: int) -> bool:
    """Tell whether the word before needs what follows, or a capital follows the small words from `n`: *Rechten van de Mens*."""
    if words[n - 1].group().lower() in lexicon()["law-name"]["needs"]:
        return True
    following = next((w.group() for w in words[n + 1 :] if w.group().lower() not in {"de", "het", "een"}), "")
    return following[:1].isupper()


def _quoted(passage: Passage, part_id: str, marks: Collection[int]) -> Iterator[Reference]:
    """Read quoted titles: announced by a noun shortly before, or followed by a footnote mark."""
    for match in re.finditer(lexicon()["pieces"]["quoted"], passage.text):
        inner = match.group()[1:-1].strip().removeprefix("«")
        if len(inner) < 4 or not any(c.isalpha() for c in inner):
            continue
        if not (inner[0].isupper() or inner[0].isdigit()) or len(inner) > _LONGEST_TITLE:
            continue  # a title begins with a capital and is short; the rest are quotations
        marked = any(0 <= mark - match.end() <= 2 for mark in marks)
        kind = _announced(passage.text[: match.start()]) or _titled(inner)
        if kind is None and not marked:
            continue
        start = match.start() + match.group().index(inner)
        end = start + len(inner)
        yield Reference(
            part_id, start, end, passage.span(start, end), inner, kind or "article", "sources#titles", inner, title_key(inner)
        )


def _announced(before: str) -> SourceType | None:
    """Return the kind of document that the last words before a quotation announce, with no other noun between."""
    clause = re.split(r"[.;?!]", before)[-1]
    if re.search(r"[»”\"]\W*(?:\[?\d+ ?\]?)?\W*(?:en|,|alsmede|of)(?: (?:het|de|met|aan))* $", before[-30:]):
        clause = before[-220:]
    words = re.findall(r"[\w-]+", clause)[-6:]
    for word in reversed(words):
        for kind, nouns in lexicon()["titles"].items():
            if kind in get_args(SourceType) and word.lower() in nouns:
                found: SourceType = kind
                return found
        if word in lexicon()["no-titles"]["before"]:
            return None
    return None


def _titled(inner: str) -> SourceType | None:
    """Return the kind of document that the first word of a title says it is (*Trendanalyse: sluizen*)."""
    first = re.match(r"[\w-]+", inner)
    word = first.group().lower() if first and " " in inner else ""
    for kind, nouns in lexicon()["title-heads"].items():
        if kind in get_args(SourceType) and word.endswith(tuple(nouns)):
            found: SourceType = kind
            return found
    return None


@cache
def _unnamed() -> tuple[tuple[SourceType, int, re.Pattern[str]], ...]:
    """Return the kind, how far from the mark it may stand, and the pattern of documents named by their kind alone."""
    rows = lexicon()["unnamed"].values()
    return tuple((row["type"], _FAR if row.get("far") else _NEAR, re.compile(row["pattern"])) for row in rows)


def before_mark(passage: Passage, part_id: str, at: int) -> Reference | None:
    """Return the document that is named by its kind alone in the sentence that a footnote mark at `at` closes.

    *Zoals ik in mijn brief aan uw Kamer schreef.2*: the footnote tells which letter. The last one before the mark counts.
    """
    start = max(0, at - _FAR)
    begun = list(re.finditer(r"[.?!] (?=[A-Z])", passage.text[start : at - 1]))
    start += begun[-1].end() if begun else 0
    found: list[Reference] = []
    for source_type, reach, pattern in _unnamed():
        for match in pattern.finditer(passage.text, start, at):
            pointing = source_type != "motion" and _POINTING.search(passage.text, 0, match.start()) is not None
            if at - match.end() <= reach and not pointing:
                span = passage.span(match.start(), match.end())
                made = Reference(part_id, match.start(), match.end(), span, match.group(), source_type, UNNAMED)
                found.append(made)
    return max(found, key=lambda r: r.start, default=None)


def _addresses(passage: Passage, part_id: str) -> Iterator[Reference]:
    for match in _URL.finditer(passage.text):
        text = _GLUED_ON.split(match.group())[0].rstrip(_CLOSING)
        if len(text) < 6 or "@" in passage.text[max(0, match.start() - 1) : match.end()]:
            continue
        if part_id == "title" and "/" not in text:
            continue  # in a title a bare site says where something was found
        if not part_id.startswith("fn") and text[0].isupper() and not text.startswith(("http", "HTTP", "Www")):
            continue  # *Rijksoverheid.nl* is a name
        end = match.start() + len(text)
        url = text.replace(" ", "")
        yield Reference(
            part_id,
            match.start(),
            end,
            passage.span(match.start(), end),
            text,
            "website",
            "sources#address",
            None,
            page(url),
            url=url,
        )


def page(url: str) -> str:
    """Return an address as it is compared: no protocol, no *www*, no final slash."""
    return re.sub(r"^(https?://)?(www\.)?", "", url.lower()).rstrip("/")
