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
        ("oncologen", "person"), ("experten", "person"), ("agrariërs", "person"), ("zzp'ers", "person"),
        ("bisschoppen", "person"),
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


def test_a_word_for_a_part_and_a_bare_plural_are_one_actor_whichever_of_them_heads_it() -> None:
    text = "Een/DET/det/1 aantal/NOUN/nsubj/3 gemeenten/NOUN/nmod/1 aarzelt/VERB/ROOT/3/VerbForm=Fin ./PUNCT/punct/3"
    assert who(text, 1) == who(text, 2) == ("aantal gemeenten",)
    thing = "Een/DET/det/1 aantal/NOUN/nsubj/3 sluizen/NOUN/nmod/1 lekt/VERB/ROOT/3/VerbForm=Fin ./PUNCT/punct/3"
    assert who(thing, 1) == ()


def test_a_part_of_a_named_group_is_an_actor_beside_the_whole() -> None:
    text = (
        "Een/NUM/nsubj/4 van/ADP/case/3 de/DET/det/3 artsen/NOUN/nmod/0 zweeg/VERB/ROOT/4/VerbForm=Fin ,/PUNCT/punct/4 "
        "de/DET/det/7 helft/NOUN/nsubj/10 van/ADP/case/9 hen/PRON/nmod/7 sprak/VERB/conj/4/VerbForm=Fin ./PUNCT/punct/4"
    )
    assert who(text, 0) == ("Een van de artsen",)
    assert who(text, 3) == ("artsen",)
    assert who(text, 7) == ()
    asked = "Hoeveel/NUM/nsubj/4 van/ADP/case/3 de/DET/det/3 artsen/NOUN/nmod/0 zwegen/VERB/ROOT/4/VerbForm=Fin ?/PUNCT/punct/4"
    assert who(asked, 0) == ()


def test_two_of_three_of_a_people_are_a_part_of_it() -> None:
    text = (
        "Twee/NUM/nsubj/5 op/ADP/case/4 de/DET/det/4 drie/NUM/nummod/4 artsen/NOUN/nmod/0 zwijgen/VERB/ROOT/5/VerbForm=Fin "
        "op/ADP/case/7 zondag/NOUN/obl/5 ./PUNCT/punct/5"
    )
    assert who(text, 0) == ("Twee op de drie artsen",)


def test_a_participle_that_is_a_noun_for_people_names_them() -> None:
    text = "Volgens/ADP/case/1 betrokkenen/VERB/obl/3 regent/VERB/x/3 het/PRON/ROOT/3 ./PUNCT/punct/3"
    assert who(text, 1) == ("betrokkenen",)
    verb = "De/DET/det/1 sluis/NOUN/nsubj/2 beklaagde/VERB/ROOT/2/VerbForm=Fin hem/PRON/obj/2 ./PUNCT/punct/2"
    assert who(verb, 2) == ()


def test_people_by_their_age_are_people() -> None:
    assert who("Veel/DET/det/1 65-plussers/NOUN/nsubj/2 fietsen/VERB/ROOT/2/VerbForm=Fin ./PUNCT/punct/2", 1) == ("65-plussers",)
    assert lookup("65-sluizen") is None


def test_a_body_called_after_its_head_is_not_the_bare_body() -> None:
    text = (
        "De/DET/det/1 commissie-Molenaar/NOUN/nsubj/2 zweeg/VERB/ROOT/2/VerbForm=Fin ,/PUNCT/punct/2 de/DET/det/5 "
        "commissie-Duiker/NOUN/nsubj/6 sprak/VERB/conj/2/VerbForm=Fin ./PUNCT/punct/2"
    )
    cast = cast_of(text)
    assert len({*cast.at(0, 1), *cast.at(0, 5)}) == 2
    assert who("De/DET/det/1 motie-Molenaar/NOUN/nsubj/2 faalde/VERB/ROOT/2/VerbForm=Fin ./PUNCT/punct/2", 1) == ()


def test_a_name_behind_volgens_speaks_whatever_its_tag() -> None:
    assert who("Volgens/ADP/case/1 Zeewind/NOUN/obl/2 regent/VERB/ROOT/2/VerbForm=Fin het/PRON/nsubj/2 ./PUNCT/punct/2", 1) == (
        "Zeewind",
    )
    paper = "Volgens/ADP/case/1 Waterstrategie/NOUN/obl/2 regent/VERB/ROOT/2/VerbForm=Fin het/PRON/nsubj/2 ./PUNCT/punct/2"
    assert who(paper, 1) == ()


def test_a_name_with_a_state_behind_it_is_one_name() -> None:
    text = "Sluiswacht/NOUN/nsubj/2 Nederland/PROPN/appos/0 zweeg/VERB/ROOT/2/VerbForm=Fin ./PUNCT/punct/2"
    assert who(text, 0) == ("Sluiswacht Nederland",)
    part = "Oost/NOUN/nsubj/2 Nederland/PROPN/appos/0 zweeg/VERB/ROOT/2/VerbForm=Fin ./PUNCT/punct/2"
    assert who(part, 0) == ()


def test_a_city_that_speaks_is_an_actor_and_one_that_lies_somewhere_is_none() -> None:
    assert who("Moskou/PROPN/nsubj/1 ontkende/VERB/ROOT/1/VerbForm=Fin dat/PRON/obj/1 ./PUNCT/punct/1", 0) == ("Moskou",)
    assert who("Moskou/PROPN/nsubj/1 ligt/VERB/ROOT/1/VerbForm=Fin ver/ADV/advmod/1 ./PUNCT/punct/1", 0) == ()


def test_an_article_does_not_open_a_family_name_at_the_start_of_a_sentence() -> None:
    cast = cast_of("De/DET/det/1 Rijksdag/PROPN/nsubj/2 zweeg/VERB/ROOT/2/VerbForm=Fin ./PUNCT/punct/2")
    assert [(cast.actor(i).label, cast.actor(i).actor_type) for i in cast.at(0, 1)] == [("Rijksdag", "organisation")]


def test_the_same_noun_of_a_state_does_not_take_up_the_body_before_it() -> None:
    cast = cast_of("""
        De/DET/det/1 directie/NOUN/nsubj/2 sprak/VERB/ROOT/2/VerbForm=Fin ./PUNCT/punct/2
        De/DET/det/1 directie/NOUN/nsubj/4 van/ADP/case/3 Malta/PROPN/nmod/1 staakte/VERB/ROOT/4/VerbForm=Fin ./PUNCT/punct/4
        De/DET/det/1 directie/NOUN/nsubj/2 zweeg/VERB/ROOT/2/VerbForm=Fin ./PUNCT/punct/2
    """)
    assert cast.at(0, 1) != cast.at(1, 1) == cast.at(2, 1)


def test_a_name_joined_to_one_that_speaks_speaks_too() -> None:
    text = "Volgens/ADP/case/1 Zeewind/PROPN/obl/4 en/CCONJ/cc/3 Waterkant/PROPN/conj/1 regent/VERB/ROOT/4 ./PUNCT/punct/4"
    assert who(text, 3) == ("Waterkant",)
    thing = text.replace("Volgens/ADP", "Naast/ADP")
    assert who(thing, 3) == ()


def test_a_portfolio_beside_a_word_of_saying_is_its_ministry() -> None:
    text = "Volgens/ADP/case/1 Waterlandse/ADJ/obl/3 Zaken/NOUN/fixed/1 regent/VERB/ROOT/3 het/PRON/nsubj/3 ./PUNCT/punct/3"
    assert who(text, 1) == ("Waterlandse Zaken",)
    assert who(text.replace("Volgens/ADP", "Over/ADP"), 1) == ()


def test_a_noun_for_people_does_not_end_the_name_of_a_body_before_van() -> None:
    text = (
        "Het/DET/det/1 Executief/PROPN/nsubj/5 van/ADP/case/4 de/DET/det/4 Boeren/PROPN/nmod/1 zweeg/VERB/ROOT/5/VerbForm=Fin "
        "./PUNCT/punct/5"
    )
    assert who(text, 1) == ("Executief",)
    assert who(text, 4) == ("Boeren",)


def test_a_state_ends_a_name_whose_words_the_tree_joins_to_the_first() -> None:
    text = "Koninklijke/ADJ/nsubj/3 Sluiswacht/NOUN/flat/0 Nederland/PROPN/flat/0 zweeg/VERB/ROOT/3/VerbForm=Fin ./PUNCT/punct/3"
    assert "Nederland" not in who(text, 2)


FOD = (
    "De/DET/det/1 FOD/PROPN/nsubj/{top} Waterwegen/PROPN/flat/1 ,/PUNCT/punct/4 Wegen/PROPN/conj/1 en/CCONJ/cc/6 "
    "{last}/PROPN/conj/1 zweeg/VERB/ROOT/{top}/VerbForm=Fin ./PUNCT/punct/{top}"
)


def test_the_name_of_a_ministry_is_a_list_to_its_end() -> None:
    text = FOD.format(top=7, last="Bruggen")
    assert who(text, 1) == ("FOD Waterwegen, Wegen en Bruggen",)
    assert who(text, 4) == who(text, 6) == who(text, 1)
    others = FOD.format(top=7, last="Ministers")
    assert who(others, 1) == ("FOD Waterwegen",)


def test_both_of_zowel_and_als_are_meant_by_the_first() -> None:
    text = (
        "Volgens/ADP/case/3 zowel/CCONJ/cc:preconj/3 de/DET/det/3 boeren/NOUN/obl/7 als/SCONJ/cc/6 de/DET/det/6 "
        "vissers/NOUN/nmod/3 regent/VERB/ROOT/7/VerbForm=Fin ./PUNCT/punct/7"
    )
    assert who(text, 3) == ("boeren", "vissers")
    assert who(text.replace("zowel/CCONJ", "soms/ADV"), 3) == ("boeren",)


def test_a_post_may_stand_behind_a_name_with_capitals_inside() -> None:
    text = "De/DET/det/1 {}/NOUN/nsubj/2 zweeg/VERB/ROOT/2/VerbForm=Fin ./PUNCT/punct/2"
    kinds = []
    for word in ("ZeeWind-directeur", "MijnDirecteur"):
        cast = cast_of(text.format(word))
        kinds.append([cast.actor(i).actor_type for i in cast.at(0, 1)])
    assert kinds == [["person"], ["organisation"]]  # the second is the name of a thing


def test_some_and_many_people_are_a_group_but_not_some_of_a_thing() -> None:
    assert who("Sommigen/PRON/nsubj/1 pleiten/VERB/ROOT/1/VerbForm=Fin voor/ADP/case/3 rust/NOUN/obl/1", 0) == ("Sommigen",)
    assert who("Velen/PRON/nsubj/1 vrezen/VERB/ROOT/1/VerbForm=Fin stilte/NOUN/obj/1", 0) == ("Velen",)
    assert who("Sommige/PRON/nsubj/1 zwijgen/VERB/ROOT/1/VerbForm=Fin", 0) == ()


def test_capitals_name_nobody_in_a_text_in_capitals() -> None:
    shouted = "DE/DET/det/1 WOLV/PROPN/nsubj/2 KOMT/PROPN/ROOT/2 NIET/ADV/advmod/2 NAAR/ADP/case/5 ZEE/PROPN/obl/2"
    assert cast_of(shouted).named == {}
    assert who("De/DET/det/1 WOLV/PROPN/nsubj/2 komt/VERB/ROOT/2/VerbForm=Fin niet/ADV/advmod/2", 1) == ("WOLV",)
