"""Which words are a cue, and which only look like one, on trees made by hand."""

from claim_examples import said, words

WANTS = (
    "De/DET/det/1 bank/NOUN/nsubj/5 wil~willen/AUX/aux/5/Fin haar/PRON/nmod:poss/4 regels/NOUN/obj/5/Plur "
    "herhalen/VERB/ROOT/5/Inf ./PUNCT/punct/5"
)
WANTS_TO_SAY = (
    "De/DET/det/1 bank/NOUN/nsubj/3 wil~willen/AUX/aux/3/Fin herhalen/VERB/ROOT/3/Inf dat/SCONJ/mark/7 de/DET/det/6 "
    "brug/NOUN/nsubj/7 sluit/VERB/ccomp/3/Fin ./PUNCT/punct/3"
)
I_WANT = (
    "Ik/PRON/nsubj/4 wil~willen/AUX/aux/4/Fin mijn/PRON/nmod:poss/3 regels/NOUN/obj/4/Plur "
    "herhalen/VERB/ROOT/4/Inf ./PUNCT/punct/4"
)
SEES = (
    "De/DET/det/1 raad/NOUN/nsubj/2 ziet/VERB/ROOT/2/Fin het/DET/det/4 belang/NOUN/obj/2 van/ADP/case/6 rust/NOUN/nmod/4 "
    "./PUNCT/punct/2"
)
IN_VIEW_OF = (
    "Gezien/VERB/advcl/6/Part het/DET/det/2 belang/NOUN/obj/0 van/ADP/case/4 rust/NOUN/nmod/2 de/DET/det/6 raad/NOUN/ROOT/6 "
    "./PUNCT/punct/6"
)
TO_LIGHT = (
    "De/DET/det/1 raad/NOUN/nsubj/2 bracht/VERB/ROOT/2/Past {} dat/SCONJ/mark/{} de/DET/det/{} brug/NOUN/nsubj/{} "
    "sluit/VERB/ccomp/2/Fin ./PUNCT/punct/2"
)


def test_what_somebody_wants_to_say_is_a_claim_of_the_verb_of_saying() -> None:
    (claim,) = said(WANTS_TO_SAY)
    assert (claim.speech_act, words(claim, WANTS_TO_SAY)) == ("assert", ("herhalen", "de brug sluit"))


def test_a_verb_of_saying_that_says_nothing_is_what_somebody_wants_to_do_but_not_in_the_own_voice() -> None:
    (claim,) = said(WANTS)
    assert (claim.speech_act, words(claim, WANTS)[1]) == ("commit", "haar regels herhalen")
    assert said(I_WANT) == ()


def test_a_participle_that_became_a_preposition_is_no_cue() -> None:
    (claim,) = said(SEES)
    assert (claim.speech_act, words(claim, SEES)) == ("evaluate", ("ziet het belang", "rust"))
    assert said(IN_VIEW_OF) == ()


def test_a_phrase_that_begins_with_a_preposition_stands_in_one_piece() -> None:
    near = TO_LIGHT.format("aan/ADP/case/5 het/DET/det/5 licht/NOUN/obl/2", 9, 8, 9)
    (claim,) = said(near)
    assert words(claim, near) == ("bracht aan het licht", "de brug sluit")
    apart = TO_LIGHT.format("aan/ADP/case/5 het/DET/det/5 hof/NOUN/obl/2 licht/NOUN/obj/2", 10, 9, 10)
    assert not [c for c in said(apart) if c.evidence.entry == "reporting#ter-tafel-brengen"]
