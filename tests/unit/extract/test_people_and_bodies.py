"""Who can speak: people, bodies and groups by their nouns, parts of groups, names beside a word of saying."""

import pytest
from cast_examples import analysis_of

from relaas.extract.cast import Cast
from relaas.extract.coreference import find_cast
from relaas.extract.nouns import lookup
from relaas.ids import Namer


def cast_of(sentence: str) -> Cast:
    return find_cast(analysis_of(("answer", sentence), chamber="tweede-kamer"), Namer())


def who(sentence: str, token: int) -> tuple[str, ...]:
    """Return the labels of those that a token of the sentence stands for."""
    cast = cast_of(sentence)
    return tuple(cast.actor(i).label for i in cast.at(0, token))


@pytest.mark.parametrize(
    ("word", "sort"),
    [
        ("oncologen", "person"), ("experten", "person"), ("agrariërs", "person"), ("zzp'ers", "person"), ("bisschoppen", "person"),
        ("sekswerkers", "person"), ("beleidsmakers", "person"), ("strafpleiters", "person"), ("dorpelingen", "person"),
        ("fiscus", "body"), ("schoolbestuur", "body"), ("beroepsinstantie", "body"), ("vennootschappen", "body"),
        ("privacywaakhond", "body"), ("dolfinarium", "body"), ("middenstand", "group"), ("bronnen", "group"),
        ("lijsttrekker", "office"), ("informateur", "office"),
    ],
)  # fmt: skip
def test_a_noun_for_people_or_a_body_is_known(word: str, sort: str) -> None:
    noun = lookup(word)
    assert noun is not None
    assert noun.sort == sort


@pytest.mark.parametrize("word", ["pacemakers", "monologen", "luidspreker", "waterbronnen", "pompafdeling", "koper"])
def test_a_thing_that_ends_like_people_is_none(word: str) -> None:
    assert lookup(word) is None


def test_a_bare_collective_behind_another_noun_is_no_actor() -> None:
    assert who("Het/DET/det/1 plan/NOUN/nsubj/3 personeel/NOUN/nmod/1 groeit/VERB/ROOT/3/VerbForm=Fin ./PUNCT/punct/3", 2) == ()
    assert who("Het/DET/det/1 personeel/NOUN/nsubj/2 staakt/VERB/ROOT/2/VerbForm=Fin ./PUNCT/punct/2", 1) == ("personeel",)
