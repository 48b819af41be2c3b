"""What SHACL Core cannot compare: spans, quotations, lengths, digests, chains of voices."""

from __future__ import annotations

import pytest
from rdflib import Graph

from relaas.validate.comparison import COMPONENT, compare, words_in
from relaas.validate.report import Result
from relaas.validate.shapes import bundled

PREFIXES = """
@prefix e: <https://example.org/> .
@prefix r: <https://w3id.org/relaas/ns#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
"""
TEXT = 'e:t a r:SourceText ; nif:isString "De 😀 brug is\\nge-\\nsloten, zegt de gouverneur." .\n'


def found(turtle: str) -> list[Result]:
    graph = Graph().parse(data=PREFIXES + TEXT + turtle, format="turtle")
    return sorted(compare(graph, bundled()), key=Result.order)


def names(turtle: str) -> list[str]:
    return [result.shape.rpartition("#")[2] for result in found(turtle)]


def span(start: int, end: int, exact: str, more: str = "", name: str = "s") -> str:
    return f'e:{name} a r:TextSpan ; oa:start {start} ; oa:end {end} ; oa:exact "{exact}" ; oa:hasSource e:t {more} .\n'


@pytest.mark.parametrize(
    ("turtle", "expected"),
    [
        (span(5, 9, "brug"), []),
        (span(0, 4, "De 😀"), []),
        (span(6, 10, "brug"), ["SpanIsSlice"]),
        (span(5, 9, "Brug"), ["SpanIsSlice"]),
        (span(5, 900, "brug"), ["SpanWithinText"]),
        (span(9, 5, "brug"), []),
    ],
)
def test_span_is_the_slice_at_its_code_points(turtle: str, expected: list[str]) -> None:
    assert names(turtle) == expected


@pytest.mark.parametrize(
    ("normalized", "expected"),
    [
        ("gesloten", []),
        ("ge-sloten", []),
        ("gsloten", []),
        ("geslotene", ["NormalizedIsInText"]),
        ("slotenge", ["NormalizedIsInText"]),
    ],
)
def test_normalized_wording_keeps_to_the_letters(normalized: str, expected: list[str]) -> None:
    assert names(span(13, 23, "ge-\\nsloten", f'; r:normalized "{normalized}"')) == expected


def test_what_is_missing_or_double_is_left_to_the_shapes() -> None:
    assert names('e:s a r:TextSpan ; oa:start 1 , 2 ; oa:end 9 ; oa:exact "x" ; oa:hasSource e:t .') == []
    assert names('e:s a r:TextSpan ; oa:start "een" ; oa:end 9 ; oa:exact "x" ; oa:hasSource e:t .') == []
    assert names('e:s a r:TextSpan ; oa:start 1 ; oa:end 9 ; oa:exact "x" ; oa:hasSource e:other .') == []
    assert names('e:c a r:Claim ; r:quotedText "brug"@nl .') == []
    assert names("e:c a r:Claim ; r:holder e:a .") == []


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("De brug is gesloten", []),
        ("de brug is gesloten", ["QuoteIsInText"]),
        ("brug is gesloten", []),
        ("rug is gesloten", ["QuoteIsInText"]),
        ("brug gesloten", ["QuoteIsInText"]),
        ("brug is niet gesloten", ["QuoteIsInText"]),
        ("de gouverneur", []),
    ],
)
def test_quotation_stands_in_one_of_its_spans(quote: str, expected: list[str]) -> None:
    spans = span(0, 23, "De 😀 brug is\\nge-\\nsloten") + span(30, 43, "de gouverneur", name="s2")
    claim = f'e:c a r:Claim ; r:quoteSpan e:s , e:s2 ; r:quotedText "{quote}"@nl .'
    assert names(spans + claim) == expected


def test_content_may_keep_to_the_normalized_wording() -> None:
    across = span(5, 23, "brug is\\n- 4 -\\ngesloten", '; r:normalized "brug is gesloten"')
    claim = 'e:c a r:Claim ; r:contentSpan e:s ; r:contentText "{}"@nl .'
    assert "ContentIsInText" not in names(across + claim.format("brug is gesloten"))
    assert "ContentIsInText" in names(across + claim.format("brug was gesloten"))


@pytest.mark.parametrize(
    ("wording", "text", "expected"),
    [
        ("Noord-Ierland", "in Noord-\nIerland", True),
        ("NoordIerland", "in Noord-\nIerland", True),
        ("groot- en kleinhandel", "de groot-  en\nkleinhandel.", True),
        ("soevereiniteit", "soevereini-\u00adteit", True),
        ("een probleem", "geen probleem", False),
        ("80 soldaten", "180 soldaten", False),
        ("…", "en zo verder …", True),
        ("!", "en zo verder", False),
        ("", "en zo verder", True),
    ],
)
def test_words_are_whole_and_layout_makes_no_difference(wording: str, text: str, expected: bool) -> None:
    assert words_in(wording, text) is expected


def test_length_and_digest() -> None:
    assert names("e:t r:charCount 45 .") == ["CharCountIsLength"]
    assert names("e:t r:charCount 44 .") == []
    document = "<https://example.org/doc/00112233445566ff> a r:Document ; r:text e:t ."
    assert names(document + 'e:t r:sha256 "00112233445566ff9" .') == []
    assert names(document + 'e:t r:sha256 "ff112233445566ff9" .') == ["DigestNamesDocument"]


CHAIN = "e:c a r:Claim ; r:holder e:holder ; r:attribution e:a0 , e:a1 . e:a0 prov:agent e:reporter ; r:level 0 . "


@pytest.mark.parametrize(
    ("turtle", "expected"),
    [
        ("e:a1 prov:agent e:holder ; r:level 1 .", []),
        ("e:a1 prov:agent e:other ; r:level 1 .", ["ChainEndsAtHolder"]),
        ("e:a1 prov:agent e:holder ; r:level 0 .", ["ChainEndsAtHolder"]),
        ("e:a1 prov:agent e:holder ; r:level 1 . e:c r:holder e:second .", ["ChainEndsAtHolder"]),
        ("e:a1 prov:agent e:holder .", []),
    ],
)
def test_chain_ends_at_the_holders(turtle: str, expected: list[str]) -> None:
    assert names(CHAIN + turtle) == expected


def test_two_holders_end_one_chain() -> None:
    both = "e:c r:holder e:second ; r:attribution e:a2 . e:a1 prov:agent e:holder ; r:level 1 ."
    assert names(CHAIN + both + "e:a2 prov:agent e:second ; r:level 1 .") == []


def test_result_has_component_path_value_and_filled_messages() -> None:
    (result,) = found(span(6, 10, "brug"))
    assert result.component == COMPONENT == "https://w3id.org/relaas/shapes#ComparisonConstraintComponent"
    assert (str(result.path), str(result.value), result.severity) == ("oa:exact", "brug", "Violation")
    assert "op 6-10 staat “rug ” in de tekst, niet “brug”" in result.message("nl")
    assert "at 6-10 the text has “rug ”, not “brug”" in result.message("en")


def test_white_space_shows_in_a_message() -> None:
    (result,) = found(span(10, 13, "is "))
    assert "“is⏎”, not “is ”" in result.message("en")
