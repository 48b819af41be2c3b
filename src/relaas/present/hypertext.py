"""Values -> HTML, with the templates that `relaas show --format html` and the pages of `relaas serve` share.

Every value is escaped where it is written: no name, quote, title or IRI of a graph can become markup. An IRI is linked only where
the caller's `href` gives an address, and an address outside only when it is http or https, so no `javascript:` is ever followed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from relaas.present.document import DocumentPage
from relaas.present.page import by_voice
from relaas.present.reader import Name
from relaas.present.titles import cut
from relaas.present.wording import column_words, parameter_words, query_description, words_of

TEMPLATES = Path(__file__).resolve().parent / "templates"
#: What an address may consist of; anything else is shown and never linked.
_WEB = re.compile(r"https?://[^\s<>\"'`{}|\\^\x00-\x1f\x7f]+", re.IGNORECASE)
_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december".split(),
    "en": "January February March April May June July August September October November December".split(),
}
_PARTS = {"nl": "Vraag", "en": "Question"}


@dataclass(frozen=True, slots=True)
class Representation:
    """A form of a page for programs: what a link to it says, and its media type."""

    label: str
    media_type: str


TURTLE = Representation("Turtle", "text/turtle")
JSON_LD = Representation("JSON-LD", "application/ld+json")


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds a page. `href` gives the address of an IRI or None, `local` that of a path of the site.

    `switch` is the address of the page in the other language, `formats` are its other representations. With `inline` the page
    stands alone: the style sheet is part of it and it has no header of a site.
    """

    language: str = "nl"
    href: Callable[[str], str | None] = lambda _iri: None
    local: Callable[[str], str] = lambda path: path
    switch: str | None = None
    formats: tuple[tuple[Representation, str], ...] = ()
    site_title: str = "relaas"
    inline: bool = False


def render_template(name: str, setting: Setting, **values: Any) -> str:
    """Write a template of this room as a whole HTML page."""
    return _environment(setting.language).get_template(name).render(
        language=setting.language,
        words=words_of(setting.language),
        href=setting.href,
        local=setting.local,
        switch=setting.switch,
        formats=setting.formats,
        site_title=setting.site_title,
        style=Markup(style_sheet()) if setting.inline else "",  # noqa: S704 - our own file
        **values,
    )  # fmt: skip


def render_document(page: DocumentPage, setting: Setting | None = None) -> str:
    """Write the page of a document as HTML; without a setting as one file that stands alone, its links inside itself."""
    chosen = setting or Setting(language=page.summary.language, href=_Anchors(page), inline=True)
    return render_template("document.html", chosen, page=page, summary=page.summary, voices=by_voice(page.summary))


def style_sheet() -> str:
    """Return the style sheet of all pages."""
    return TEMPLATES.joinpath("relaas.css").read_text(encoding="utf-8")


class _Anchors:
    """IRI -> where a page that stands alone tells of it: its own place in the page, else the IRI itself if it is on the web."""

    def __init__(self, page: DocumentPage) -> None:
        summary = page.summary
        listed = [
            *(question.question for question in summary.questions),
            *(saying.claim for saying in summary.sayings),
            *(happening.event for happening in summary.happenings),
            *(number.figure for number in (*summary.contested, *summary.numbers)),
            *(comparison.comparison for comparison in summary.comparisons),
            *(source.source for source in summary.sources),
            *(member.name.iri for member in page.members),
        ]
        self._listed = frozenset(listed)

    def __call__(self, iri: str) -> str | None:
        if iri in self._listed:
            return f"#{_tail(iri)}"
        return iri if is_web(iri) else None


def is_web(address: str) -> bool:
    """Tell whether this is an http(s) address that may be linked.

    >>> is_web("https://www.vlaamsparlement.be/"), is_web("javascript:alert(1)")
    (True, False)
    """
    return _WEB.fullmatch(address) is not None


@cache
def _environment(language: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.tests["is_web"] = is_web
    environment.filters.update(
        is_web=is_web,
        tail=_tail,
        named=lambda label, iri: Name(str(label), iri),
        question_name=lambda number, iri: Name(f"{_PARTS[language]} {str(number).removeprefix('q')}", iri),
        shortened=cut,
        web_link=_web_link,
        column=lambda name: column_words(name, language),
        described=lambda query: query_description(query.name, query.description, language),
        parameter=lambda parameter, query: parameter_words(query, parameter.name, parameter.description, language),
        thousands=lambda number: f"{number:,}".replace(",", "," if language == "en" else "."),
        when=lambda edtf, undated: when(edtf, language) if edtf else undated,
    )
    return environment


def _tail(iri: str) -> str:
    """Return the last part of an IRI as an id within a page: no space and nothing that ends an attribute or a fragment."""
    return re.sub(r"[^\w.-]", "_", iri.rstrip("/").rsplit("/", 1)[-1]) or "_"


def _web_link(text: str) -> Markup | str:
    """Link a literal that is itself an address."""
    return Markup('<a href="{0}" rel="external noreferrer">{0}</a>').format(text) if is_web(text) else text


def when(edtf: str, language: str) -> str:
    """Write a day, a month or a range of days as a reader says it; anything else stays as it is.

    >>> when("2022-09-13/2022-09-14", "nl"), when("2022-10-02", "en"), when("2022", "nl")
    ('13–14 september 2022', '2 October 2022', '2022')
    """
    days = [re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", part) for part in edtf.split("/")]
    if not days or None in days or len(days) > 2 or not all(d and 1 <= int(d[2]) <= 12 for d in days):
        return edtf
    shown = [_day(d, language) for d in days if d is not None]
    if len(days) == 2 and days[0] and days[1] and days[0][3] and days[1][3] and days[0].group(1, 2) == days[1].group(1, 2):
        return f"{int(days[0][3])}–{shown[1]}"
    return " – ".join(shown)


def _day(found: re.Match[str], language: str) -> str:
    month = f"{_MONTHS[language][int(found[2]) - 1]} {found[1]}"
    return f"{int(found[3])} {month}" if found[3] else month
