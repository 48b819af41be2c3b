"""Sentences that break off behind a word that asks for more: read, and nothing made up for what is missing."""

from __future__ import annotations

import pytest

from relaas.extract import extract
from relaas.ingest import read_bytes
from relaas.pipeline import analyse_source

STARTS = (
    "De minister zegt dat", "Volgens", "Zoals Turkije stelt,", "Het kabinet is van mening", "Ik hoop dat", "Turkije roept op",
    "De oproep van Turkije om", "Aldus", "Het is belangrijk dat", "In zijn brief schrijft u dat", "De eis dat", "Ik verzoek u te",
    "Wij zijn voor", "Oxfam beschuldigt Shell van", "Er is gesproken met", "Op 3 mei vond", "Vanaf 3", "Tussen 4 en", "Blijkens",
)  # fmt: skip


@pytest.mark.parametrize("mark", ["", ".", "?", ' "', " (", ":"])
@pytest.mark.parametrize("form", ["{}", "Vraag 1\nKlopt dit? {}\nAntwoord 1\nJa.", "Vraag 1\nKlopt dit?\nAntwoord 1\n{}"])
def test_a_sentence_that_breaks_off_is_read(form: str, mark: str) -> None:
    for start in STARTS:
        source = read_bytes(form.format(start + mark).encode(), name="x")
        findings = extract(analyse_source(source))
        assert all(c.content is None or source.text[c.content.start : c.content.end].strip() for c in findings.claims)
