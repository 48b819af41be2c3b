"""What the own voice finds, expects or knows no sign of, without saying *ik*, on trees made by hand."""

from claim_examples import said, words

GOOD = "De/DET/det/1 oogst/NOUN/nsubj/4 is~zijn/AUX/cop/4/Fin {}/ADV/advmod/4 goed/ADJ/ROOT/4 ./PUNCT/punct/4"
EXPECTED = (
    "De/DET/det/1 verwachting/NOUN/ROOT/1 {}is~zijn/AUX/cop/1/Fin dat/SCONJ/mark/{} de/DET/det/{} prijs/NOUN/nsubj/{} "
    "daalt/VERB/csubj/1/Fin ./PUNCT/punct/1"
)
SIGNS = (
    "Er/ADV/advmod/1 zijn/VERB/ROOT/1/Fin {}/DET/det/3 aanwijzingen/NOUN/nsubj/1/Plur dat/SCONJ/mark/7 de/DET/det/6 "
    "put/NOUN/nsubj/7 lekt/VERB/acl/3/Fin ./PUNCT/punct/1"
)
NOTHING = (
    "{}/PRON/nsubj/1 wijst~wijzen/VERB/ROOT/1/Fin erop/ADV/advmod/1 dat/SCONJ/mark/6 de/DET/det/5 put/NOUN/nsubj/6 "
    "lekt/VERB/ccomp/1/Fin ./PUNCT/punct/1"
)
FACTS = (
    "Er/ADV/advmod/4 zijn/AUX/cop/4/Fin geen/DET/det/3 {}/NOUN/nsubj/4/Plur bekend/ADJ/ROOT/4 die/PRON/nsubj/7/Rel "
    "erop/ADV/advmod/7 wijzen/VERB/acl:relcl/3/Fin dat/SCONJ/mark/11 de/DET/det/10 put/NOUN/nsubj/11 lekt/VERB/ccomp/7/Fin "
    "./PUNCT/punct/4"
)
SURE = (
    "Het/PRON/nsubj/1 staat~staan/VERB/ROOT/1/Fin vast/ADV/compound:prt/1 dat/SCONJ/mark/7 de/DET/det/5 put/NOUN/nsubj/7 "
    "dicht/ADJ/xcomp/7 moet~moeten/VERB/csubj/1/Fin ./PUNCT/punct/1"
)
SAYS = (
    "De/DET/det/1 raad/NOUN/nsubj/2 stelt~stellen/VERB/ROOT/2/Fin dat/SCONJ/mark/7 de/DET/det/5 put/NOUN/nsubj/7 "
    "dicht/ADJ/xcomp/7 moet~moeten/VERB/ccomp/2/Fin ./PUNCT/punct/2"
)
BETWEEN = (
    "De/DET/det/1 raad/NOUN/nsubj/2 ziet~zien/VERB/ROOT/2/Fin geen/DET/det/4 verband/NOUN/obj/2 {}/ADP/case/6 regen/NOUN/obl/2 "
    "en/CCONJ/cc/8 oogst/NOUN/conj/6 ./PUNCT/punct/2"
)
CALLED = (
    "De/DET/det/1 raad/NOUN/nsubj/2 noemt~noemen/VERB/ROOT/2/Fin het/DET/det/4 plan/NOUN/obj/2 «/PUNCT/punct/7 {}/DET/det/7 "
    "ramp/NOUN/appos/4 »/PUNCT/punct/7 ./PUNCT/punct/2"
)


def test_of_two_predicates_the_one_with_more_words_judges() -> None:
    (claim,) = said(GOOD.format("zeer"))
    assert (claim.speech_act, words(claim, GOOD.format("zeer"))) == ("evaluate", ("zeer goed", "De oogst"))
    assert said(GOOD.format("gisteren")) == ()


def test_an_expectation_without_owner_is_that_of_the_voice() -> None:
    own, named = EXPECTED.format("", 6, 5, 6), EXPECTED.format("van/ADP/case/3 boeren/NOUN/nmod/1/Plur ", 8, 7, 8)
    (claim,) = said(own)
    assert (claim.speech_act, claim.holders, words(claim, own)) == ("hope", ("answerer",), ("De verwachting", "de prijs daalt"))
    assert [c.holders for c in said(named)] == [("boeren",)]


def test_signs_that_are_or_are_not_there() -> None:
    (some,), (none,) = said(SIGNS.format("enkele")), said(SIGNS.format("geen"))
    assert (some.polarity, none.polarity) == ("positive", "negative")
    assert words(none, SIGNS.format("geen")) == ("zijn … aanwijzingen", "de put lekt")


def test_what_everything_or_nothing_points_at() -> None:
    (yes,), (no,) = said(NOTHING.format("Alles")), said(NOTHING.format("Niets"))
    assert (yes.polarity, no.polarity, no.holders) == ("positive", "negative", ("answerer",))
    assert said(NOTHING.format("Het")) == ()


def test_what_facts_point_at_that_are_not_known() -> None:
    (claim,) = said(FACTS.format("feiten"))
    assert (claim.holders, claim.polarity, words(claim, FACTS.format("feiten"))) == (
        ("answerer",),
        "negative",
        ("erop wijzen", "de put lekt"),
    )
    assert ("answerer",) not in [c.holders for c in said(FACTS.format("gidsen"))]


def test_what_is_certain_to_be_needed_is_not_called_for_as_what_somebody_says_is() -> None:
    assert [c.speech_act for c in said(SURE)] == ["assert"]
    assert [c.speech_act for c in said(SAYS)] == ["call-for"]


def test_between_what_something_is_belongs_to_it() -> None:
    near, far = BETWEEN.format("tussen"), BETWEEN.format("zonder")
    assert [(c.polarity, words(c, near)[1]) for c in said(near)] == [("negative", "verband tussen regen en oogst")]
    assert [words(c, far)[1] for c in said(far)] == ["verband"]


def test_what_a_thing_is_called_in_quotation_marks_judges_it() -> None:
    (claim,) = said(CALLED.format("een"))
    assert (claim.speech_act, words(claim, CALLED.format("een"))[1]) == ("evaluate", "het plan")
    assert [c.speech_act for c in said(CALLED.format("die"))] == ["assert"]


GOOD_SAID = (
    "De/DET/det/1 bond/NOUN/nsubj/2 benadrukt~benadrukken/VERB/ROOT/2/Fin dat/SCONJ/mark/5 het/PRON/expl/5 "
    "belangrijk/ADJ/ccomp/2 is~zijn/AUX/cop/5/Fin {}/SCONJ/mark/{} de/DET/det/{} put/NOUN/nsubj/{} "
    "sluit/VERB/csubj/5/Fin ./PUNCT/punct/2"
)
GOOD_PUT = (
    "De/DET/det/1 bond/NOUN/nsubj/2 benadrukt~benadrukken/VERB/ROOT/2/Fin dat/SCONJ/mark/6 de/DET/det/5 put/NOUN/nsubj/6 "
    "belangrijk/ADJ/ccomp/2 is~zijn/AUX/cop/6/Fin ./PUNCT/punct/2"
)
MEANT = (
    "Men/PRON/nsubj/1 meent~menen/VERB/ROOT/1/Fin dat/SCONJ/mark/4 het/PRON/expl/4 belangrijk/ADJ/ccomp/1 "
    "is~zijn/AUX/cop/4/Fin dat/SCONJ/mark/9 de/DET/det/8 put/NOUN/nsubj/9 sluit/VERB/csubj/4/Fin ./PUNCT/punct/1"
)


def test_who_says_that_it_is_good_that_something_happens_judges_that() -> None:
    text = GOOD_SAID.format("dat", 10, 9, 10)
    said_it, judged = said(text)
    assert (said_it.speech_act, judged.speech_act, judged.holders) == ("assert", "evaluate", ("bond",))
    assert (words(judged, text), judged.nested_in) == (("belangrijk", "de put sluit"), said_it.claim_id)


def test_a_thing_that_somebody_says_to_be_good_is_not_judged_apart_nor_by_the_voice_where_nobody_says_it() -> None:
    assert [c.speech_act for c in said(GOOD_PUT)] == ["assert"]
    assert [c for c in said(MEANT) if c.speech_act == "evaluate"] == []
