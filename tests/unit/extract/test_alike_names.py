"""Names that look alike or look like something else: whose they are, and whose not."""

import pytest
from cast_examples import analysis_of, sentence_of

from relaas.extract.coreference import find_cast
from relaas.extract.names import hits
from relaas.ids import Namer
from relaas.model import Actor


def cast_of(text: str) -> tuple[dict[str, tuple[str, ...]], dict[str, Actor]]:
    """What each token of an answer stands for (the first of equal tokens counts), and the actors by id."""
    analysis = analysis_of(("answer", text), chamber="tweede-kamer")
    cast = find_cast(analysis, Namer())
    found = {t.text: cast.at(s.index, t.i) for s in reversed(analysis.sentences) for t in reversed(s.tokens)}
    return found, {a.actor_id: a for a in cast.actors}


def ids(text: str) -> dict[str, tuple[str, ...]]:
    return cast_of(text)[0]


def test_a_short_name_in_capitals_is_no_small_word() -> None:
    assert [h.first for h in hits(sentence_of("Het/DET OM/NOUN wacht/VERB"))] == [1]
    assert hits(sentence_of("Hij/PRON vraagt/VERB om/ADP hulp/NOUN")) == ()


def test_particles_make_a_person_only_without_an_article() -> None:
    _, actors = cast_of(
        "De/DET Dag/PROPN/nsubj/5 van/ADP de/DET Molen/PROPN komt/VERB\n"
        "Piet/PROPN/nsubj/4 van/ADP der/DET Molen/PROPN zwijgt/VERB"
    )
    assert [a.label for a in actors.values() if a.actor_type == "person"] == ["Piet van der Molen"]


@pytest.mark.parametrize("body", ["Vakbond/PROPN Molens/PROPN", "Stichting/PROPN Molens/PROPN"])
def test_the_body_behind_an_office_is_no_name_of_its_holder(body: str) -> None:
    _, actors = cast_of(f"Dat/PRON zegt/VERB voorzitter/NOUN/nsubj/1 {body}")
    name = " ".join(w.split("/")[0] for w in body.split())
    assert name not in {a.label for a in actors.values() if a.actor_type in {"office-holder", "person"}}


def test_an_office_before_a_person_keeps_the_name() -> None:
    _, actors = cast_of("Dat/PRON zegt/VERB voorzitter/NOUN/nsubj/1 Anna/PROPN Molens/PROPN")
    assert "Anna Molens" in {a.label for a in actors.values()}


def test_a_company_that_owns_is_still_that_company() -> None:
    found, actors = cast_of(
        "Zeewind/PROPN/nsubj/2 Kapitaal/PROPN/flat/0 koopt/VERB\n"
        "De/DET nieuwe/ADJ eigenaar/NOUN/nsubj/5 Zeewind/PROPN Kapitaal/PROPN wacht/VERB"
    )
    assert found["eigenaar"] == found["Zeewind"]
    assert actors[found["Zeewind"][0]].label == "Zeewind Kapitaal"


def test_two_groups_in_one_phrase_keep_their_compound() -> None:
    _, actors = cast_of("De/DET Noorse/ADJ en/CCONJ Deense/ADJ pensioenfondsen/NOUN/nsubj/5 kopen/VERB")
    assert {"Noorse pensioenfondsen", "Deense pensioenfondsen"} <= {a.label for a in actors.values()}


@pytest.mark.parametrize(("preposition", "known"), [("volgens", True), ("tegen", False)])
def test_him_on_whose_word_something_stands(preposition: str, known: bool) -> None:
    text = "Jan/PROPN/nsubj/2 Molens/PROPN/flat/0 spreekt/VERB\n"
    text += f"Dat/PRON is/AUX/cop/4 {preposition}/ADP/case/3 hem/PRON/obl/4 waar/ADJ"
    found = ids(text)
    assert found["hem"] == (found["Jan"] if known else ())


def test_the_forces_of_a_state_are_one_by_other_words() -> None:
    found = ids("Het/DET Noorse/ADJ leger/NOUN/nsubj/3 oefent/VERB\nDe/DET Noorse/ADJ strijdkrachten/NOUN/nsubj/3 rusten/VERB")
    assert found["leger"] == found["strijdkrachten"] != ()
    assert (
        ids("Het/DET Noorse/ADJ leger/NOUN/nsubj/3 oefent/VERB\nDe/DET Noorse/ADJ marine/NOUN/nsubj/3 rust/VERB")["marine"]
        != found["leger"]
    )


def test_letters_behind_a_capital_noun_are_its_name() -> None:
    found = ids("De/DET Duitse/ADJ Molenbond/PROPN/nsubj/4 DMB/PROPN/flat/2 schrijft/VERB\nDMB/PROPN/nsubj/1 wacht/VERB")
    assert found["Molenbond"] == found["DMB"] != ()


def test_a_body_of_a_place_is_told_by_its_noun() -> None:
    found = ids(
        "De/DET gemeente/NOUN/nsubj/3 Hoorn/PROPN/flat/1 bouwt/VERB\nDe/DET politie/NOUN/nsubj/3 Hoorn/PROPN/flat/1 zoekt/VERB\n"
        "De/DET provincie/NOUN/nsubj/3 Friesland/PROPN/flat/1 bouwt/VERB\n"
        "De/DET Provincie/PROPN/nsubj/3 Fryslân/PROPN/flat/1 wacht/VERB"
    )
    assert found["gemeente"] != found["politie"]
    assert found["Friesland"] == found["provincie"] != ()
