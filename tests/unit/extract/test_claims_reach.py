"""What belongs to a content though the parser hung it higher, and what does not, on trees made by hand."""

import pytest
from claim_examples import analysis_of, cast_of, said, words

from relaas.extract.claims import find_claims
from relaas.ids import Namer
from relaas.model import CitedSource, Evidence, Mention, Span

TWO_COSTS = (
    "De/DET/det/1 raad/NOUN/nsubj/2 klaagt~klagen/VERB/ROOT/2/Fin dat/SCONJ/mark/5 hij/PRON/nsubj/5 betaalt/VERB/ccomp/2/Fin "
    "voor/ADP/case/8 de/DET/det/8 oven/NOUN/obl/5 en/CCONJ/cc/11 de/DET/det/11 schoorsteen/NOUN/conj/2 {}./PUNCT/punct/2"
)


@pytest.mark.parametrize(
    ("after", "content"),
    [("", "hij betaalt voor de oven en de schoorsteen"), ("lekt/VERB/conj/2/Fin ", "hij betaalt voor de oven")],
)
def test_a_second_phrase_hung_on_the_cue_is_said_as_well(after: str, content: str) -> None:
    text = TWO_COSTS.format(after)
    assert words(said(text)[0], text)[1] == content


WISHES = (
    "De/DET/det/1 bond/NOUN/nsubj/2 wil~willen/VERB/ROOT/2/Fin rook/NOUN/obj/4 weren/VERB/xcomp/2/Inf ,/PUNCT/punct/7 "
    "bossen/NOUN/{}/7/Plur planten/VERB/xcomp/2{} ./PUNCT/punct/2"
)


def test_the_further_infinitives_of_a_wish_are_wanted_too_but_not_what_others_do() -> None:
    wish, others = WISHES.format("obj", "/Inf"), WISHES.format("nsubj", "/Fin")
    assert words(said(wish)[0], wish)[1] == "rook weren, bossen planten"
    assert words(said(others)[0], others)[1] == "rook weren"


BUT = (
    "De/DET/det/1 bond/NOUN/nsubj/2 zegt/VERB/ROOT/2/Fin dat/SCONJ/mark/6 de/DET/det/5 oven/NOUN/nsubj/6 rookt/VERB/ccomp/2/Fin "
    ",/PUNCT/punct/12 maar/CCONJ/cc/12 {}"
)


def test_a_second_clause_whose_dat_was_read_as_a_pronoun_is_said_but_a_main_clause_with_dat_is_not() -> None:
    clause = BUT.format("dat/PRON/nsubj/12 vuur/NOUN/nsubj/12 nodig/ADJ/xcomp/2 is~zijn/AUX/cop/11/Fin ./PUNCT/punct/2")
    main = BUT.format("dat/PRON/nsubj/10 is~zijn/VERB/conj/2/Fin heel/ADV/advmod/12 nodig/ADJ/xcomp/10 ./PUNCT/punct/2")
    assert words(said(clause)[0], clause)[1] == "de oven rookt, maar dat vuur nodig is"
    assert words(said(main)[0], main)[1] == "de oven rookt"


THEREFORE = (
    "De/DET/det/1 bond/NOUN/nsubj/2 zegt/VERB/ROOT/2/Fin dat/SCONJ/mark/6 de/DET/det/5 oven/NOUN/nsubj/6 rookt/VERB/ccomp/2/Fin "
    "en/CCONJ/cc/{0} er/ADV/expl/{0} {1}"
)


def test_a_clause_that_ends_in_its_verb_goes_on_behind_en_but_a_main_clause_does_not() -> None:
    final = THEREFORE.format(
        10, "daarom/ADV/advmod/10 roet/NOUN/obj/10 komt/VERB/conj/6/Fin op/ADP/compound:prt/10 ./PUNCT/punct/2"
    )
    main = THEREFORE.format(9, "komt/VERB/conj/6/Fin daarom/ADV/advmod/9 roet/NOUN/obj/9 ./PUNCT/punct/2")
    assert words(said(final)[0], final)[1] == "de oven rookt en er daarom roet komt op"
    assert words(said(main)[0], main)[1] == "de oven rookt"


AIM = (
    "De/DET/det/1 bond/NOUN/nsubj/2 zet~zetten/VERB/ROOT/2/Fin in/ADP/compound:prt/2 op/ADP/case/6 een/DET/det/6 "
    "filter/NOUN/obl/2 {}/ADP/mark/10 roet/NOUN/obj/10 te/ADP/mark/10 weren/VERB/advcl/2/Inf ./PUNCT/punct/2"
)


@pytest.mark.parametrize(("word", "content"), [("om", "een filter om roet te weren"), ("zonder", "een filter")])
def test_the_aim_right_behind_a_phrase_belongs_to_it(word: str, content: str) -> None:
    text = AIM.format(word)
    assert words(said(text)[0], text)[1] == content


WHEN = (
    "De/DET/det/1 bond/NOUN/nsubj/2 adviseert~adviseren/VERB/ROOT/2/Fin om/ADP/mark/5 te/ADP/mark/5 stoken/VERB/xcomp/2/Inf "
    "{}/SCONJ/mark/8 het/PRON/nsubj/8 vriest/VERB/advcl/2/Fin ./PUNCT/punct/2"
)


@pytest.mark.parametrize(("word", "content"), [("wanneer", "te stoken wanneer het vriest"), ("terwijl", "te stoken")])
def test_the_condition_right_behind_an_infinitive_belongs_to_it(word: str, content: str) -> None:
    text = WHEN.format(word)
    assert words(said(text)[0], text)[1] == content


COLON = (
    "De/DET/det/1 bond/NOUN/nsubj/2 zegt/VERB/ROOT/2/Fin dat/SCONJ/mark/5 alles/PRON/nsubj/5 rookt/VERB/ccomp/2/Fin "
    "door/ADP/case/8 één/DET/det/8 ding/NOUN/obl/5 :/PUNCT/punct/11 {}/DET/det/11 schoorsteen/NOUN/parataxis/2 {}./PUNCT/punct/2"
)


def test_what_a_colon_adds_without_a_verb_belongs_to_the_clause() -> None:
    added, apart = COLON.format("de", ""), COLON.format("de", "lekt/VERB/parataxis/2/Fin ")
    assert words(said(added)[0], added)[1] == "alles rookt door één ding: de schoorsteen"
    assert words(said(apart)[0], apart)[1] == "alles rookt door één ding"


DANGER = (
    "De/DET/det/1 bond/NOUN/nsubj/2 ziet~zien/VERB/ROOT/2/Fin het/DET/det/4 {}/NOUN/obj/2 dat/SCONJ/mark/8 "
    "ovens/NOUN/nsubj/8/Plur steeds/ADV/advmod/8 roken/VERB/acl/4/Fin ./PUNCT/punct/2"
)


@pytest.mark.parametrize(("noun", "content"), [("gevaar", "het gevaar dat ovens steeds roken"), ("feit", "ovens steeds roken")])
def test_the_noun_that_a_clause_explains_is_said_with_it(noun: str, content: str) -> None:
    text = DANGER.format(noun)
    analysis = analysis_of(("answer", text))
    (claim,) = find_claims(analysis, cast_of(analysis, frozenset({noun})), (), Namer())
    assert words(claim, text)[1] == content


JOINED = (
    "De/DET/det/1 bond/NOUN/nsubj/2 adviseert~adviseren/VERB/ROOT/2/Fin om/ADP/mark/6 hout/NOUN/obj/6 te/ADP/mark/6 "
    "stoken/VERB/xcomp/2/Inf en/CCONJ/cc/{0} {1} ./PUNCT/punct/2"
)


def test_a_main_clause_joined_to_an_infinitive_is_not_advised() -> None:
    main = JOINED.format(10, "is~zijn/DET/det/9 roet/NOUN/obj/10 geweerd/VERB/conj/6/Part")
    more = JOINED.format(10, "roet/NOUN/obj/10 te/ADP/mark/10 weren/VERB/conj/6/Inf")
    assert words(said(main)[0], main)[1] == "hout te stoken"
    assert words(said(more)[0], more)[1] == "hout te stoken en roet te weren"


NUMBER = (
    "De/DET/det/1 bond/NOUN/nsubj/2 klaagt~klagen/VERB/ROOT/2/Fin over/ADP/case/4 artikel/NOUN/obl/2 3/NUM/appos/4 "
    "{}/{}/dep/2 ./PUNCT/punct/2"
)


def test_the_name_behind_a_number_belongs_to_it() -> None:
    law, adverb = NUMBER.format("Ovenwet", "PROPN"), NUMBER.format("gisteren", "ADV")
    assert words(said(law)[0], law)[1] == "artikel 3 Ovenwet"
    assert words(said(adverb)[0], adverb)[1] == "artikel 3"


BRACKET = (
    "De/DET/det/1 bond/NOUN/nsubj/2 klaagt~klagen/VERB/ROOT/2/Fin over/ADP/case/5 de/DET/det/5 ovens/NOUN/obl/2/Plur "
    "(/PUNCT/punct/7 hout/NOUN/appos/5 )/PUNCT/punct/7 ./PUNCT/punct/2"
)


def test_a_bracket_is_closed_where_it_was_opened() -> None:
    assert words(said(BRACKET)[0], BRACKET)[1] == "de ovens (hout)"


QUOTED = (
    "De/DET/det/1 bond/NOUN/nsubj/2 zegt/VERB/ROOT/2/Fin dat/SCONJ/mark/6 {}/PUNCT/punct/6 ovens/NOUN/nsubj/6/Plur "
    "roken/VERB/ccomp/2/Fin ,/PUNCT/punct/10 zeker/ADV/advmod/10 's/X/case/10 nachts/NOUN/obl/2 {}/PUNCT/punct/2 ./PUNCT/punct/2"
)


def test_a_content_that_begins_a_quotation_goes_on_to_its_end() -> None:
    quoted, plain = QUOTED.format("«", "»"), QUOTED.format("nu", "ooit")
    assert words(said(quoted)[0], quoted)[1] == "ovens roken, zeker 's nachts"
    assert "nachts" not in str(words(said(plain)[0], plain)[1])


def test_work_in_a_field_is_no_commitment_but_work_at_something_is() -> None:
    field = (
        "De/DET/det/1 inzet/NOUN/nsubj/10 van/ADP/case/4 de/DET/det/4 bond/NOUN/nmod/1 op/ADP/case/9 het/DET/fixed/5 "
        "gebied/NOUN/fixed/5 van/ADP/fixed/5 ovens/NOUN/nmod/1/Plur groeit/VERB/ROOT/10/Fin ./PUNCT/punct/10"
    )
    thing = (
        "De/DET/det/1 inzet/NOUN/nsubj/8 van/ADP/case/4 de/DET/det/4 bond/NOUN/nmod/1 op/ADP/case/7 schone/ADJ/amod/7 "
        "ovens/NOUN/nmod/1/Plur groeit/VERB/ROOT/8/Fin ./PUNCT/punct/8"
    )
    assert said(field) == ()
    assert words(said(thing)[0], thing)[1] == "schone ovens"


ASIDE = (
    "De/DET/det/1 bond/NOUN/nsubj/2 zegt/VERB/ROOT/2/Fin dat/SCONJ/mark/5 ovens/NOUN/nsubj/5/Plur geen/DET/ccomp/2 "
    "(/PUNCT/punct/7 vast/ADJ/amod/9 )/PUNCT/punct/7 {}./PUNCT/punct/2"
)


def test_words_in_brackets_do_not_end_a_clause_that_goes_on() -> None:
    goes_on = ASIDE.format("rooster/NOUN/obj/10 hebben/VERB/ccomp/2/Fin ")
    assert words(said(goes_on)[0], goes_on)[1] == "ovens geen (vast) rooster hebben"


NEEDED = (
    "Volgens/ADP/case/2 de/DET/det/2 bond/NOUN/obl/6 {}/AUX/aux/6/Fin ovens/NOUN/nsubj:pass/6/Plur worden/AUX/aux:pass/6/Inf "
    "gekeurd/VERB/ROOT/6/Part ./PUNCT/punct/6"
)


@pytest.mark.parametrize(("verb", "act"), [("moeten", "call-for"), ("zullen", "assert")])
def test_what_must_be_done_according_to_somebody_is_called_for(verb: str, act: str) -> None:
    assert [c.speech_act for c in said(NEEDED.format(verb))] == [act]


STRAY = (
    "De/DET/det/1 bond/NOUN/nsubj/2 zegt/VERB/ROOT/2/Fin dat/SCONJ/det/4 stokers/NOUN/obj/2/Plur {} ovens/NOUN/obj/7/Plur "
    "schrobben/VERB/xcomp/2/Inf ./PUNCT/punct/2"
)


@pytest.mark.parametrize(("verb", "act"), [("moeten/AUX/aux/7/Fin", "call-for"), ("zullen/AUX/aux/7/Fin", "assert")])
def test_what_must_be_done_in_a_clause_taken_by_its_words_is_called_for(verb: str, act: str) -> None:
    assert [c.speech_act for c in said(STRAY.format(verb)) if c.evidence.entry == "reporting#zeggen"] == [act]


def test_this_directive_is_no_act_that_was_cited() -> None:
    text = (
        "Een/DET/det/1 {0}/NOUN/nsubj/2 geldt/VERB/ROOT/2/Fin ./PUNCT/punct/2\nDeze/DET/det/1 richtlijn/NOUN/nsubj/2 "
        "zegt/VERB/ROOT/2/Fin dat/SCONJ/mark/5 ovens/NOUN/nsubj/5/Plur roken/VERB/ccomp/2/Fin ./PUNCT/punct/2"
    )
    for cited, expected in (("richtlijn", [("src1",)]), ("ovenwet", [])):
        analysis = analysis_of(("answer", text.format(cited)))
        span = Span(4, 4 + len(cited))
        law = CitedSource("src1", "law", (Mention(span, cited),), Evidence("test", span))
        cast = cast_of(analysis, frozenset({"richtlijn", "ovenwet"}))
        assert [c.holders for c in find_claims(analysis, cast, (law,), Namer())] == expected


IN_FRONT = (
    "{}/PRON/{}/4 de/DET/det/2 put/NOUN/obl/4 sluit/VERB/nmod/2/Fin vind~vinden/VERB/ROOT/4/Fin ik/PRON/nsubj/4 "
    "goed/ADJ/xcomp/4 ./PUNCT/punct/4"
)


def test_a_clause_that_opens_the_sentence_is_what_is_judged_though_its_dat_hangs_on_the_verb() -> None:
    text = IN_FRONT.format("Dat", "mark")
    assert [words(c, text)[1] for c in said(text)] == ["de put sluit"]
    assert [words(c, text)[1] for c in said(IN_FRONT.format("Dat", "obj"))] == [None]
