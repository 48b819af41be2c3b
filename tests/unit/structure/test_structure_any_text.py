"""Any text at all has a structure that holds together."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relaas.model import Source
from relaas.structure import arrange

PIECES = st.sampled_from(
    [
        *("Vraag 1", "Antwoord 1", "Vraag 2 en 3", "Antwoord", "ANTWOORD", "Vraag", "Mededeling", "BIJLAGE"),
        *("1.", "2. ", "3", "10. Hoe?", "\n", "\n\n", " ", "Ja.", "nee-", "pad", "1 Foo", "[1 ]", "«", "»", "”"),
        *("a) ", "- ", "\uf0b7", "\x00", "\r\n", "\u2028", "é", "😀", "Zo ja, waarom niet?", "Wat? Graag meer."),
        *("SCHRIFTELIJKE VRAAG", "nr. 5", "van AN BOS", "Aanhangsel van de Handelingen", "h tk 20202021 5 -"),
        *("Auteur: A, B", "Titel: T.", "Vragen van het lid X (Y) aan de Minister van Z over W (ingezonden 1 mei 2020)."),
    ]
)


def holds_together(text: str) -> None:
    document = arrange(Source("t", text, "00"))
    assert document.parts or not text.strip()
    ids = [p.part_id for p in document.parts]
    assert len(ids) == len(set(ids))
    for part in document.parts:
        assert 0 <= part.span.start < part.span.end <= len(text)
        assert set(part.answers) <= set(ids)
        assert part.parent is None or part.parent in ids
        if part.passage is None:
            assert part.kind == "sub-question"
            continue
        offsets = part.passage.offsets
        assert all(a < b for a, b in pairwise(offsets))
        assert all(c in (text[i], " ") for c, i in zip(part.passage.text, offsets, strict=True))
        assert all(part.span.start <= i < part.span.end for i in offsets)
        if part.kind == "footnote":
            continue
        covered = [i for s in part.sentences for i in range(s.start, s.end)]
        assert covered == sorted(set(covered))
        assert all(part.passage.text[i].isspace() for i in set(range(len(offsets))) - set(covered))
    claimed = [d.span for d in document.diagnostics if d.span]
    assert all(s.end <= len(text) for s in claimed)


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_pieces_of_documents(text: str) -> None:
    holds_together(text)


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_any_characters(text: str) -> None:
    holds_together(text)


@pytest.mark.parametrize(
    "piece", ["a", "1. ", "?", "(« ", "Antwoord\n", "Vraag 1\nJa?\nAntwoord 1\nJa.\n", "a\n", "\n", "woord-\n", "A. B. ", "- \n",
              "Vragen van het lid X aan de Minister over ", "Auteur: x\n", "[1 ] 1 Foo\n", "h tk 20202021 5 - "],
)  # fmt: skip
def test_long_texts_take_time_that_grows_with_their_length(piece: str) -> None:
    text = piece * (100_000 // len(piece)) + "x"
    start = time.perf_counter()
    arrange(Source("t", text, "00"))
    assert time.perf_counter() - start < 5
