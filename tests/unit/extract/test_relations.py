"""How claims stand to each other: what the text says, and what only follows from comparing."""

from dataclasses import replace
from decimal import Decimal

import pytest
from claim_examples import analysis_of

from relaas.extract.relations import find_relations
from relaas.ids import Namer
from relaas.model import Analysis, Approximation, Claim, ClaimRelation, Evidence, Figure, Outcome, Span, SpeechAct

TEXT = (
    "De/DET/det/1 raad/NOUN/nsubj/2 telt/VERB/ROOT/2/Fin 40/NUM/nummod/4 doden/NOUN/obj/2 ./PUNCT/punct/2\n"
    "De/DET/det/1 krant/NOUN/nsubj/2 telt/VERB/ROOT/2/Fin 90/NUM/nummod/4 doden/NOUN/obj/2 ./PUNCT/punct/2\n"
    "De/DET/det/1 boodschap/NOUN/nsubj/2 is/AUX/ROOT/2/Fin {word}/ADJ/xcomp/2 ./PUNCT/punct/2"
)


def said(analysis: Analysis, index: int, holder: str, act: SpeechAct = "assert", text: str | None = None) -> Claim:
    sentence = analysis.sentences[index]
    content = sentence.source_span(3, len(sentence.tokens) - 2)
    words = text or analysis.document.source.quote(content)
    cue = (sentence.tokens[2].span,)
    name = f"cl{cue[0].start}-{cue[0].end}"
    evidence = Evidence("claim/verb-np", sentence.span)
    return Claim(name, act, (holder,), "answerer", "a1", evidence, cue=cue, content=content, content_text=words)


def figure(
    analysis: Analysis, index: int, outcome: Outcome | None = "killed", side: str | None = None, value: int | None = None
) -> Figure:
    token = analysis.sentences[index].tokens[3]
    number = Decimal(value if value is not None else int(token.text))
    evidence = Evidence("figure", token.span)
    return Figure(f"fig{index}", token.span, "a1", "people", evidence, number, counted="doden", outcome=outcome, of_side=side)


def related(word: str, *, figures: tuple[Figure, ...] = (), claims: tuple[Claim, ...] | None = None) -> list[ClaimRelation]:
    analysis = analysis_of(("answer", TEXT.format(word=word)))
    both = (said(analysis, 0, "raad"), said(analysis, 1, "krant"))
    return list(find_relations(both if claims is None else claims, figures, (), analysis, Namer()))


def test_words_that_set_two_reports_side_by_side_make_them_agree() -> None:
    (relation,) = related("eensluidend")
    assert (relation.relation_type, relation.basis, relation.asserted_by) == ("agrees-with", "text", "answerer")
    assert (relation.from_claim, relation.to_claim) == ("cl8-12", "cl32-36")
    assert related("lang") == []


def test_one_side_is_vaguer_than_the_one_before() -> None:
    analysis = analysis_of(("answer", TEXT.format(word="vager")))
    claims = (said(analysis, 0, "raad"), said(analysis, 2, "krant", text="vager"))
    (relation,) = find_relations(claims, (), (), analysis, Namer())
    assert (relation.relation_type, relation.basis) == ("vaguer-than", "text")
    assert (relation.from_claim, relation.to_claim) == (claims[1].claim_id, claims[0].claim_id)


@pytest.mark.parametrize(
    ("sides", "values", "outcome", "kind"),
    [
        ((None, None), (40, 90), "killed", "possibly-contradicts"),
        (("x", "x"), (40, 90), "killed", "contradicts"),
        (("x", "x"), (40, 90), "missing", "possibly-contradicts"),
        ((None, "x"), (40, 40), "killed", "corroborates"),
    ],
)
def test_counts_of_two_holders_contradict_only_for_the_same_side_and_outcome(
    sides: tuple[str | None, str | None], values: tuple[int, int], outcome: Outcome, kind: str
) -> None:
    analysis = analysis_of(("answer", TEXT.format(word="lang")))
    first = figure(analysis, 0, side=sides[0], value=values[0])
    second = figure(analysis, 1, outcome=outcome, side=sides[1], value=values[1])
    (relation,) = related("lang", figures=(first, second))
    assert (relation.relation_type, relation.basis, relation.aspect, relation.asserted_by) == (
        kind,
        "inferred",
        "casualties",
        None,
    )


def test_counts_of_two_sides_are_not_compared() -> None:
    analysis = analysis_of(("answer", TEXT.format(word="lang")))
    assert related("lang", figures=(figure(analysis, 0, side="x"), figure(analysis, 1, side="y"))) == []


@pytest.mark.parametrize(
    ("sides", "outcome", "note"),
    [
        (
            (None, None),
            "killed",
            "comparable only in part: both count killed, but the text does not say that it is of the same side",
        ),
        (("x", "x"), "killed", "comparable: both count killed of the same side, and the numbers differ"),
        (("x", "x"), "missing", "not comparable: one counts killed, the other missing"),
    ],
)
def test_the_reason_says_whether_counts_can_be_compared(
    sides: tuple[str | None, str | None], outcome: Outcome, note: str
) -> None:
    analysis = analysis_of(("answer", TEXT.format(word="lang")))
    figures = (figure(analysis, 0, side=sides[0]), figure(analysis, 1, outcome=outcome, side=sides[1]))
    (relation,) = related("lang", figures=figures)
    assert relation.evidence.note == note


@pytest.mark.parametrize(("bound", "kind"), [("at-least", "corroborates"), ("at-most", "contradicts"), ("exact", "contradicts")])
def test_a_bound_leaves_room_for_a_number_that_keeps_it(bound: Approximation, kind: str) -> None:
    analysis = analysis_of(("answer", TEXT.format(word="lang")))
    first = replace(figure(analysis, 0, side="x"), approximation=bound)
    (relation,) = related("lang", figures=(first, figure(analysis, 1, side="x")))
    assert relation.relation_type == kind


def test_one_holder_does_not_contradict_itself() -> None:
    analysis = analysis_of(("answer", TEXT.format(word="lang")))
    claims = (said(analysis, 0, "raad"), said(analysis, 1, "raad"))
    assert related("lang", figures=(figure(analysis, 0), figure(analysis, 1)), claims=claims) == []


def test_a_denial_of_the_same_words_contradicts() -> None:
    analysis = analysis_of(("answer", TEXT.format(word="lang")))
    words = "troepen trokken verleden week binnen"
    claims = (said(analysis, 0, "raad", text=words), said(analysis, 1, "krant", "deny", words))
    (relation,) = related("lang", claims=claims)
    assert (relation.relation_type, relation.basis, relation.aspect) == ("contradicts", "text", "truth")


def test_a_denial_of_a_claim_with_a_number_only_possibly_contradicts() -> None:
    analysis = analysis_of(("answer", TEXT.format(word="lang")))
    words = "troepen trokken verleden week binnen"
    claims = (said(analysis, 0, "raad", text=words), said(analysis, 1, "krant", "deny", words))
    held = replace(figure(analysis, 0, outcome=None), in_claim=claims[0].claim_id)
    (relation,) = related("lang", claims=claims, figures=(held,))
    assert (relation.relation_type, relation.basis, relation.aspect) == ("possibly-contradicts", "text", "truth")


def test_the_same_again_repeats_and_points_back() -> None:
    analysis = analysis_of(("answer", TEXT.format(word="lang")))
    words = "troepen trokken verleden week binnen"
    claims = (said(analysis, 0, "raad", text=words), said(analysis, 1, "raad", text=words))
    (relation,) = related("lang", claims=claims)
    assert (relation.relation_type, relation.from_claim, relation.to_claim) == ("repeats", "cl32-36", "cl8-12")
    other = (claims[0], said(analysis, 1, "raad", text="schepen voeren gisteren buiten"))
    assert related("lang", claims=other) == []


def test_relations_are_named_by_their_evidence() -> None:
    (relation,) = related("eensluidend")
    assert relation.relation_id == f"rel{relation.evidence.span.start}-{relation.evidence.span.end}"
    assert isinstance(relation.evidence.span, Span)
