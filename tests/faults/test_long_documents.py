"""Long documents: the time they take grows with their length, not with its square."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from relaas.extract import extract
from relaas.model import Source
from relaas.pipeline import analyse_source


def _questions(count: int) -> str:
    told = "De minister zegt dat Gent op {day} mei 2019 {n} bruggen opende. De provincie vindt {n} bruggen te weinig."
    return "\n".join(
        f"Vraag {n}\n\nHoeveel bruggen bouwde Gent in {1000 + n}?\n\nAntwoord {n}\n\n{told.format(day=1 + n % 28, n=n)}"
        for n in range(1, count + 1)
    )


def _sentence(count: int) -> str:
    told = " en ".join(f"Gent in {1990 + n % 30} een brug van {n} meter bouwde voor {n} schippers" for n in range(count))
    return f"1. Wat gebeurde er?\n\nANTWOORD\n\n1. De minister meldt dat {told}.\n"


@pytest.mark.parametrize(("write", "few", "most"), [(_questions, 130, 10), (_sentence, 100, 20)], ids=["questions", "sentence"])
def test_six_times_as_long_takes_no_square_of_the_time(write: Callable[[int], str], few: int, most: int) -> None:
    seconds = []
    for count in (10, few, 6 * few):  # the first reads the lexicons
        analysis = analyse_source(Source("lang", write(count), "00"))
        begin = time.process_time()
        findings = extract(analysis)
        seconds.append(time.process_time() - begin)
        assert len(findings.figures) >= count
    assert seconds[2] < most * seconds[1]  # a square is 36, less what every document costs
