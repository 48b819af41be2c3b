"""The text of a page: nothing of it is lost, nothing of what was found in it is out of reach, whatever overlaps."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from relaas.present.marks import KINDS, Mark, lay, paragraphs
from relaas.present.reader import Name

TEXT = "De minister ontkent dat Peru 12 schepen\nstuurde. Dat meldt de krant.\n\nEen tweede alinea."


def _mark(start: int, end: int, kind: str = "claim", local: str = "") -> Mark:
    return Mark(start, end, kind, Name(f"{kind} {start}", f"https://example.org/{local or kind}{start}-{end}"))


@st.composite
def _marks(draw: st.DrawFn) -> list[Mark]:
    ends = st.integers(0, len(TEXT))
    spans = draw(st.lists(st.tuples(ends, ends, st.sampled_from(KINDS)), max_size=12))
    return [_mark(min(a, b), max(a, b), kind) for a, b, kind in spans]


@given(_marks(), st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_the_segments_of_a_range_are_its_text(marks: list[Mark], a: int, b: int) -> None:
    start, end = min(a, b), max(a, b)
    segments = lay(TEXT, marks, start=start, end=end)
    assert "".join(s.words for s in segments) == TEXT[start:end]
    assert all(TEXT[s.start : s.start + len(s.words)] == s.words for s in segments)


@given(_marks())
def test_every_mark_is_linked_or_named_after_a_segment(marks: list[Mark]) -> None:
    segments = lay(TEXT, marks)
    reached = {s.link for s in segments} | {m for s in segments for m in s.also}
    assert {m for m in marks if m.start < m.end} <= reached


@given(_marks())
def test_a_segment_links_to_the_shortest_mark_over_it_and_knows_the_kinds_of_all(marks: list[Mark]) -> None:
    for segment in lay(TEXT, marks):
        over = [m for m in marks if m.start <= segment.start and m.end >= segment.start + len(segment.words) and m.start < m.end]
        assert set(segment.kinds) == {m.kind for m in over}
        if over:
            assert segment.link is not None
            assert segment.link.end - segment.link.start == min(m.end - m.start for m in over)
        else:
            assert segment.link is None


@given(_marks())
def test_paragraphs_lose_only_white_space(marks: list[Mark]) -> None:
    words = "".join(s.words for p in paragraphs(TEXT, marks) for s in p.segments)
    assert words.split() == TEXT.split()


def test_two_marks_of_one_span_are_both_within_reach() -> None:
    first, second = _mark(24, 28, "actor", "a"), _mark(24, 28, "actor", "b")
    (segment,) = (s for s in lay(TEXT, [first, second]) if s.words == "Peru")
    assert {segment.link, *segment.also} == {first, second}


def test_a_line_break_parts_paragraphs_only_where_it_means_something() -> None:
    wrapped = (
        "De regering heeft in maart een nota gestuurd aan de\nraad, die haar een maand later heeft besproken in een\n"
        "vergadering.\nDaarna bleef het stil, tot in juni een tweede nota\nkwam.\n\n"
        "1. Waarom bleef het stil?\n2. Wie schreef de nota?"
    )
    found = ["".join(s.words for s in p.segments).split("\n")[0] for p in paragraphs(wrapped, [])]
    assert found == [
        "De regering heeft in maart een nota gestuurd aan de",
        "Daarna bleef het stil, tot in juni een tweede nota",
        "1. Waarom bleef het stil?",
        "2. Wie schreef de nota?",
    ]


def test_in_a_text_that_was_not_wrapped_each_line_is_a_paragraph() -> None:
    line = "Een zin die lang genoeg is om te laten zien dat deze tekst nergens werd afgebroken. " * 3
    assert len(paragraphs(f"{line}\n{line}\nKort.\n{line}", [])) == 4
