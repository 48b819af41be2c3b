"""Passages: what is joined, what is left out, and that every character keeps its offset."""

import pytest

from relaas.structure.lines import FURNITURE, MARK, Mask
from relaas.structure.passages import Joiner


def joined(text: str, *, mask: Mask | None = None) -> str:
    passage = Joiner(text, mask or Mask(len(text))).passage(0, len(text))
    assert all(text[i] == c or c == " " for i, c in zip(passage.offsets, passage.text, strict=True))
    assert list(passage.offsets) == sorted(set(passage.offsets))
    return passage.text


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("de lange\nweg", "de lange weg"),
        ("de  lange \n\n weg", "de lange weg"),
        ("het fiets-\npad", "het fietspad"),
        ("zorg-\nen welzijn", "zorg- en welzijn"),
        ("in Noord-\nHolland", "in Noord-Holland"),
        ("de NMBS-\nbus", "de NMBS-bus"),
        ("non-stop is non-\nstop", "non-stop is non-stop"),
        ("de kwali-teit", "de kwaliteit"),
        ("een fietspad, dus een fiets-pad", "een fietspad, dus een fietspad"),
        ("een zee-arend", "een zee-arend"),
        ("zie www.water.example/rivier-\npeil", "zie www.water.example/rivier-peil"),
        ("zacht\u00adheid", "zachtheid"),
        ("5\u00a0euro", "5 euro"),
    ],
)
def test_lines_are_joined(text: str, wording: str) -> None:
    assert joined(text) == wording


def test_page_furniture_between_the_halves_of_a_word() -> None:
    text = "het fiets-\n7\npad"
    mask = Mask(len(text))
    mask.set(11, 12, FURNITURE)
    assert joined(text, mask=mask) == "het fietspad"


def test_a_mark_leaves_no_space() -> None:
    text = "de weg3, zegt hij"
    mask = Mask(len(text))
    mask.set(6, 7, MARK)
    assert joined(text, mask=mask) == "de weg, zegt hij"


def test_a_line_break_has_the_offset_of_its_first_character() -> None:
    text = "een \n\ntwee"
    passage = Joiner(text, Mask(len(text))).passage(0, len(text))
    assert passage.text == "een twee"
    assert passage.offsets[3] == 4
