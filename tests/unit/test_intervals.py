from hypothesis import given
from hypothesis import strategies as st

from relaas.intervals import Intervals
from relaas.model import Span

spans = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.lists(spans, max_size=12), spans)
def test_every_look_up_gives_what_asking_each_span_gives(given_spans: list[Span], asked: Span) -> None:
    index = Intervals((span, n) for n, span in enumerate(given_spans))
    assert index.inside(asked) == [n for n, s in enumerate(given_spans) if asked.contains(s)]
    assert index.holding(asked) == [n for n, s in enumerate(given_spans) if s.contains(asked)]
    assert index.meeting(asked) == [n for n, s in enumerate(given_spans) if s.overlap(asked)]
