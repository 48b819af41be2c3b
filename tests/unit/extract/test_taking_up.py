"""What a later noun takes up, and what it leaves alone."""

import pytest
from cast_examples import analysis_of

from relaas.extract.coreference import find_cast
from relaas.extract.nouns import lookup
from relaas.extract.takingup import head_of
from relaas.ids import Namer


def ids(text: str) -> dict[str, tuple[str, ...]]:
    """What each token of an answer stands for; the first of equal tokens counts."""
    analysis = analysis_of(("answer", text), chamber="tweede-kamer")
    cast = find_cast(analysis, Namer())
    return {t.text: cast.at(s.index, t.i) for s in reversed(analysis.sentences) for t in reversed(s.tokens)}


@pytest.mark.parametrize(
    ("name", "noun"),
    [
        ("De/DET Onderzoeksraad/PROPN/nsubj/4 voor/ADP Veiligheid/PROPN", "de/DET raad/NOUN"),
        ("De/DET NZa/PROPN/nsubj/2", "de/DET autoriteit/NOUN"),  # the gazetteer knows what the letters stand for
        ("De/DET Inspectie/PROPN/nsubj/4 Zuidelijke/PROPN/flat/1 Molens/PROPN/flat/1", "die/DET/det inspectie/NOUN"),
        ("Het/DET Instituut/PROPN/nsubj/4 voor/ADP Molens/PROPN", "dit/DET/det instituut/NOUN"),
    ],
)
def test_a_noun_takes_up_the_body_whose_name_holds_it(name: str, noun: str) -> None:
    first, later = name.split()[1].split("/", maxsplit=1)[0], noun.split()[1].split("/", maxsplit=1)[0]
    found = ids(f"{name} schrijft/VERB\n{noun}/nsubj/2 zwijgt/VERB")
    assert found[later] == found[first] != ()


@pytest.mark.parametrize(
    ("name", "noun"),
    [
        ("De/DET Onderzoeksraad/PROPN/nsubj/4 voor/ADP Veiligheid/PROPN", "de/DET waterraad/NOUN"),  # another compound
        ("Het/DET Instituut/PROPN/nsubj/4 voor/ADP Molens/PROPN", "ons/DET/det instituut/NOUN"),  # whose, is said
        ("Het/DET Bureau/PROPN/nsubj/4 voor/ADP Molens/PROPN", "het/DET fonds/NOUN"),
    ],
)
def test_a_noun_leaves_others_alone(name: str, noun: str) -> None:
    first, later = name.split()[1].split("/", maxsplit=1)[0], noun.split()[1].split("/", maxsplit=1)[0]
    found = ids(f"{name} schrijft/VERB\n{noun}/nsubj/2 zwijgt/VERB")
    assert found[later] != found[first]


def test_a_capital_noun_before_a_name_begins_another_name() -> None:
    found = ids(
        "Het/DET Nationaal/PROPN Groeifonds/PROPN/nsubj/3 betaalt/VERB\n"
        "Het/DET Fonds/NOUN/nsubj/3 Molens/PROPN/flat/1 betaalt/VERB"
    )
    assert found["Fonds"] != found["Groeifonds"]


@pytest.mark.parametrize(("name", "head"), [("Nationaal Bureau voor Molens", "bureau"), ("Zeewind", ""), ("Zeewind Molens", "")])
def test_the_noun_of_a_name_stands_before_its_first_preposition(name: str, head: str) -> None:
    assert head_of(name) == head


def test_only_the_first_word_tells_of_a_name_that_nothing_calls_a_body() -> None:
    assert head_of("Handvest Schone Overheid", closed=False) == ""
    assert head_of("Visitatiecommissie Molens", closed=False) == "commissie"


def test_a_degree_hides_no_council() -> None:
    assert lookup("molengraad") is None
    assert lookup("molenraad") is not None
