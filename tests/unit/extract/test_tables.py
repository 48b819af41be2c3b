"""Tables that lost their lines: cells one on a line, rows, numbers in a row; and lines of running text that hold a number."""

from __future__ import annotations

import re

import pytest

from relaas.extract.dates import find_dates
from relaas.extract.figures import find_figures
from relaas.extract.tables import cells
from relaas.ids import Namer
from relaas.model import Analysis, Figure, Part, Sentence, Source, Span, Token
from relaas.structure import arrange

_TOKEN = re.compile(r"\d[\w.,]*\w|\d|[^\W\d]+|[^\w\s]")


def part_of(text: str) -> tuple[Part, str]:
    document = arrange(Source("voorbeeld", f"Vraag\nHoeveel?\nAntwoord\n{text}\n", "00"))
    (part,) = (p for p in document.parts if p.kind == "answer")
    return part, document.source.text


def table(text: str) -> list[tuple[str, str | None]]:
    part, source = part_of(text)
    found = cells(part, source)
    words = re.compile(r"\d[\d.,]*\d|\d")
    return [(match[0], label) for at, label in sorted(found.items()) if (match := words.match(source, at))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Grond\nIn 2021\nIn 2022\nGemalen\n2\n13\nSluizen\n10\n14",
            [("2", "Gemalen"), ("13", "Gemalen"), ("10", "Sluizen"), ("14", "Sluizen")],
        ),
        ("Aalst\n3\n-\nGent\nn.v.t.\n5", [("3", "Aalst"), ("5", "Gent")]),
        (
            "Jaar\nBedrag\n2021\n10\n€ 1.200\n2022\n11\n€ 1.300",
            [("10", "2021"), ("1.200", "2021"), ("11", "2022"), ("1.300", "2022")],
        ),
        ("Aalst\n12\nGent\n9\nBrugge\n31", [("12", "Aalst"), ("9", "Gent"), ("31", "Brugge")]),
        ("Aalst 12 9\nGent 9 1.200\nDe rest volgt.", [("12", "Aalst"), ("9", "Aalst"), ("9", "Gent"), ("1.200", "Gent")]),
        ("Sluizen per jaar 2019 613 495 in kaart.", [("613", "Sluizen per jaar"), ("495", "Sluizen per jaar")]),
    ],
)
def test_numbers_beside_numbers_are_cells_of_a_row(text: str, expected: list[tuple[str, str]]) -> None:
    assert table(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "De sluizen\n3\nvan de dijk zijn dicht.",
        "Aalst\n12\nGent\n9\nblijven open.",
        "Zij gingen van 2019 2020 2021 uit.",
        "Bel 02 123 45 67 daarover.",
        "In de jaren\n2019\n2020\nwas het stil.",
        "De kade meet 12 meter en 9 meter.",
    ],
)
def test_a_lone_number_a_year_and_a_telephone_are_no_cells(text: str) -> None:
    assert table(text) == []


def figures(text: str) -> tuple[Figure, ...]:
    document = arrange(Source("voorbeeld", f"Vraag\nHoeveel?\nAntwoord\n{text}\n", "00"))
    sentences: list[Sentence] = []
    for part in document.parts:
        if part.kind != "answer" or part.passage is None:
            continue
        for cut in part.sentences:
            words = part.passage.text[cut.start : cut.end]
            tokens = []
            for i, match in enumerate(_TOKEN.finditer(words)):
                at = part.passage.span(cut.start + match.start(), cut.start + match.end())
                kind = "NUM" if match[0][0].isdigit() else "NOUN"
                space = words[match.end() : match.end() + 1] == " "
                tokens.append(Token(i, match[0], match[0].lower(), kind, "", "", "dep", 0, Span(at.start, at.end), space))
            sentences.append(Sentence(len(sentences), part.part_id, tuple(tokens)))
    analysis = Analysis(document, tuple(sentences))
    return find_figures(analysis, find_dates(analysis), Namer())


def test_every_cell_is_a_figure_that_counts_its_row() -> None:
    found = figures("Grond\nNoord\nZuid\nGemalen\n2\n13\nSluizen\n10\n14")
    assert [(int(f.value or 0), f.counted) for f in found] == [(2, "Gemalen"), (13, "Gemalen"), (10, "Sluizen"), (14, "Sluizen")]
