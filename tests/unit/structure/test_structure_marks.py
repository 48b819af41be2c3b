"""A number glued to a word is a footnote mark, but not where the word must be followed by something."""

import pytest

from relaas import assets
from relaas.model import Source
from relaas.structure import arrange

UNENDED = assets.load_yaml("data", "lexicons", "hyphenation.yaml")["unended"]
PAGE = "Vraag 1\nKlopt dit?\nAntwoord 1\n{line}\n1 Zie de brief van de dijkgraaf.\n"


def words_of(line: str) -> str:
    document = arrange(Source("example", PAGE.format(line=line), "0" * 64))
    (answer,) = [p for p in document.parts if p.kind == "answer"]
    assert answer.passage is not None
    return answer.passage.text


def test_a_number_glued_to_a_noun_is_a_mark() -> None:
    assert words_of("De dijk kreeg een klei1 van hier.") == "De dijk kreeg een klei van hier."


def test_a_number_between_two_sentences_that_lost_their_space_is_a_mark() -> None:
    assert words_of("De dijk kreeg klei.1Die kwam van hier.") == "De dijk kreeg klei.Die kwam van hier."
    assert words_of("De dijk kreeg klei.1die van hier.") == "De dijk kreeg klei.1die van hier."


@pytest.mark.parametrize("line", ["De tol is lager sinds1 mei.", "De dijk steeg met1 meter."])
def test_a_number_glued_to_a_small_word_is_none(line: str) -> None:
    assert words_of(line) == line


@pytest.mark.parametrize("row", UNENDED, ids=lambda row: row["form"])
def test_the_example_of_a_small_word_has_a_number_glued_to_it(row: dict[str, str]) -> None:
    assert any(
        w.casefold().startswith(row["form"]) and w[len(row["form"])].isdigit()
        for w in row["example"].split()
        if len(w) > len(row["form"])
    )
