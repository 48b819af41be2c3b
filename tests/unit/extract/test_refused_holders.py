"""Who does not say it: those who are told, clauses, papers, whoever does something, phrases that stand beside the holder."""

import pytest
from cast_examples import analysis_of as actor_analysis
from cast_examples import sentence_of
from claim_examples import said, words

from relaas.extract.mentions import find_phrases, phrases_of
from relaas.extract.nouns import lookup


@pytest.mark.parametrize(
    "text",
    [
        # those who are told something do not say it, also where the parser takes *is* for a copula
        "In/ADP/case/1 maart/PROPN/obl/5 is~zijn/AUX/cop/5/Fin de/DET/det/4 gemeenteraad/NOUN/nsubj/5 "
        "ingelicht~inlichten/VERB/ROOT/5/Part over/ADP/case/8 de/DET/det/8 sluis/NOUN/obl:arg/5 ./PUNCT/punct/5",
        # *hetgeen* takes up the clause
        "Malta~Malta/PROPN/nsubj/2 is~zijn/AUX/cop/2/Fin lid/NOUN/ROOT/2 van/ADP/case/5 de/DET/det/5 bond/NOUN/nmod/2 "
        ",/PUNCT/punct/8 hetgeen/PRON/nsubj/8/Rel wijst~wijzen/VERB/acl:relcl/5/Fin op/ADP/case/10 toenadering/NOUN/obl:arg/8 "
        "./PUNCT/punct/2",
        # who must know something does not say so
        "Kwekers/NOUN/nsubj/1/Plur dienen/VERB/ROOT/1/Fin/Plur zich/PRON/expl:pv/1 van/ADP/case/5 het/DET/det/5 "
        "gevaar/NOUN/obl:arg/6 bewust/ADJ/xcomp/1 te/ADP/mark/6 zijn/AUX/cop/6/Inf ./PUNCT/punct/1",
        # whoever proves something is nobody
        "Een/DET/det/1 kweker/NOUN/nsubj/9 die/PRON/nsubj/3/Rel aantoont~aantonen/VERB/acl:relcl/1/Fin dat/SCONJ/mark/7 "
        "de/DET/det/6 dijk/NOUN/nsubj/7 lekt~lekken/VERB/ccomp/3/Fin ,/PUNCT/punct/1 krijgt~krijgen/VERB/ROOT/9/Fin "
        "wapens/NOUN/obj/9 ./PUNCT/punct/9",
        # a condition in time
        "Zodra/SCONJ/mark/5 de/DET/det/2 dijkgraaf/NOUN/nsubj/5 een/DET/det/4 keuring/NOUN/obj/5 "
        "aankondigt~aankondigen/VERB/advcl/7/Fin ,/PUNCT/punct/5 sluit~sluiten/VERB/ROOT/7/Fin de/DET/det/9 brug/NOUN/nsubj/7 "
        "./PUNCT/punct/7",
        # *volgens* before a bare noun says how something is divided
        "Verdeling/NOUN/nsubj/7 volgens/ADP/case/2 provincie/NOUN/nmod/0 :/PUNCT/punct/0 de/DET/det/6 meeste~veel/ADV/amod/6 "
        "molens~molen/NOUN/nsubj/7/Plur staan/VERB/ROOT/7/Fin/Plur in/ADP/case/9 Drenthe~Drenthe/PROPN/obl/7 ./PUNCT/punct/7",
        # talks that take place are not found to be anything
        "Nu/ADV/advmod/1 vinden/VERB/ROOT/1/Fin/Plur dagelijks/ADJ/advmod/1 bij/ADP/case/5 de/DET/det/5 bond/NOUN/nsubj/1 "
        "gesprekken~gesprek/NOUN/obj/1/Plur plaats/NOUN/fixed/6 over/ADP/case/9 molens~molen/NOUN/nmod/6/Plur ./PUNCT/punct/1",
        # without *hebben* or *zijn* nobody knows whether the crew told or was told
        "De/DET/det/1 bond/NOUN/nsubj/6 zijndoor/ADV/case/3 bedrog/NOUN/obl/6 op/ADP/case/5 fraude/NOUN/obl/6 "
        "gewezen~wijzen/VERB/ROOT/6/Part ./PUNCT/punct/6",
        # *nog eens* is no agreement
        "Nog/ADV/advmod/1 eens/ADV/advmod/2 twee/NUM/ROOT/2 zijn/AUX/cop/2/Fin/Plur kwekers~kweker/NOUN/nsubj/2/Plur "
        "./PUNCT/punct/2",
    ],
)
def test_nobody_holds_a_claim_here(text: str) -> None:
    assert said(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Bent~zijn/AUX/cop/4/Fin u/PRON/nsubj/0 het/PRON/expl/4 ermee/ADV/advmod/4 eens/ADV/ROOT/4 dat/SCONJ/mark/8 "
        "het/PRON/expl/8 de/DET/det/8 ramp/NOUN/ccomp/4 is~zijn/AUX/cop/8/Fin dat/SCONJ/mark/12 de/DET/det/12 "
        "dijk/NOUN/csubj/8 ?/PUNCT/punct/4",
        "Klopt~kloppen/VERB/ROOT/0/Fin het/PRON/expl/0 dat/SCONJ/mark/5 de/DET/det/4 bond/NOUN/nsubj/5 "
        "feest~feesten/VERB/ccomp/0/Fin en/CCONJ/cc/8 hoe/ADV/advmod/8 "
        "verklaart~verklaren/VERB/conj/5/Fin de/DET/det/10 gemeente/NOUN/obj/8 dat/SCONJ/mark/14 "
        "de/DET/det/13 brug/NOUN/nsubj/14 sluit/VERB/acl/10/Fin ?/PUNCT/punct/0",
    ],
)
def test_a_second_question_within_a_question_is_no_claim(text: str) -> None:
    assert said(text, kind="question") == ()


def test_a_phrase_with_its_own_determiner_is_no_apposition_to_the_holder() -> None:
    text = (
        "Recent/ADJ/advmod/9 hebben/AUX/aux/9/Fin/Plur de/DET/det/3 dijkgraaf/NOUN/nsubj/9 en/CCONJ/cc/6 de/DET/det/6 "
        "toestand/NOUN/conj/3 uw/PRON/nmod:poss/8 bond/NOUN/appos/6 aangegeven~aangeven/VERB/ROOT/9/Part dat/SCONJ/mark/13 "
        "de/DET/det/12 brug/NOUN/nsubj/13 sluit/VERB/ccomp/9/Fin ./PUNCT/punct/9"
    )
    (claim,) = said(text)
    assert claim.holders == ("dijkgraaf",)


def test_a_particle_before_an_infinitive_is_no_preposition() -> None:
    text = (
        "De/DET/det/1 bond/NOUN/nsubj/2 gaf~geven/VERB/ROOT/2/Past gisteren/ADV/advmod/2 aan/ADP/case/6 een/DET/det/6 "
        "lijst/NOUN/obl/11 met/ADP/case/9 de/DET/det/9 dijkgraaf/NOUN/obl/11 te/ADP/mark/11 delen/VERB/ccomp/2/Inf "
        "./PUNCT/punct/2"
    )
    (claim,) = said(text)
    assert (claim.holders, words(claim, text)) == (("bond",), ("gaf … aan", "een lijst met de dijkgraaf te delen"))


def test_a_relative_clause_with_a_subject_of_its_own_is_not_what_is_said() -> None:
    text = (
        "De/DET/det/1 bond/NOUN/nsubj/2 erkende~erkennen/VERB/ROOT/2/Past de/DET/det/4 oprichting/NOUN/obj/2 van/ADP/case/7 "
        "een/DET/det/7 ploeg/NOUN/nmod/4 dat/PRON/nsubj/9/Rel waakt~waken/VERB/acl:relcl/4/Fin ./PUNCT/punct/2"
    )
    (claim,) = said(text)
    assert words(claim, text)[1] == "de oprichting van een ploeg dat waakt"


def test_several_who_accuse_each_other_are_meant_themselves() -> None:
    text = (
        "Malta/PROPN/nsubj/3 en/CCONJ/cc/2 Italië/PROPN/conj/0 beschuldigen/VERB/ROOT/3/Fin/Plur elkaar/PRON/obj/3 "
        "van/ADP/case/6 fraude/NOUN/obl/3 ./PUNCT/punct/3"
    )
    (claim,) = said(text)
    assert (claim.holders, claim.targets) == (("malta", "italië"), ("malta", "italië"))


@pytest.mark.parametrize("word", ["huurvoorraad", "schietpartij", "brandstichting", "bezettingsgraad"])
def test_what_only_ends_like_a_body_is_none(word: str) -> None:
    assert lookup(word) is None


def test_the_state_of_something_is_no_state() -> None:
    (canal,) = phrases_of(sentence_of("De/DET/det/1 staat/NOUN/nsubj/3 zweeg/VERB/ROOT/2/VerbForm=Fin"))
    assert canal.noun is not None
    assert canal.noun.actor_type == "state"
    assert (
        phrases_of(sentence_of("De/DET/det/1 staat/NOUN/nsubj/5 van/ADP/case/4 de/DET/det/4 kaden/NOUN/nmod/1 telt/VERB/ROOT/5"))
        == ()
    )


def test_a_survey_with_state_in_its_title_is_no_state_later() -> None:
    analysis = actor_analysis(
        ("answer", "De/DET/det/1 Staat/PROPN/nsubj/5 van/ADP/case/4 de/DET/det/4 Dijken/PROPN/nmod/1 verscheen/VERB/ROOT/5\n"
         "De/DET/det/1 Staat/NOUN/nsubj/2 zweeg/VERB/ROOT/2/VerbForm=Fin")
    )  # fmt: skip
    assert find_phrases(analysis) == ()


def test_a_state_that_ends_a_longer_name_is_not_meant() -> None:
    (phrase,) = phrases_of(
        sentence_of("Zeewind/PROPN/nsubj/2 Nederland/PROPN/flat/0 meldde/VERB/ROOT/2/VerbForm=Fin schade/NOUN/obj/2")
    )
    assert (phrase.wording, phrase.keys) == ("Zeewind Nederland", ())


@pytest.mark.parametrize(
    "name", ["Zeeuwse Waterstrategie", "Coastal Flood Plan", "Groot Watersnoodconvenant", "Malta Coastal Flood Plan"]
)
def test_the_name_of_a_paper_is_no_actor(name: str) -> None:
    first, *others = name.split()
    rest = " ".join(f"{w}/PROPN/flat/1" for w in others)
    assert (
        phrases_of(sentence_of(f"De/DET/det/1 {first}/PROPN/nsubj/4 {rest} stelt/VERB/ROOT/4/VerbForm=Fin veel/NOUN/obj/4")) == ()
    )


@pytest.mark.parametrize(("comma", "holders"), [(",", ("meerderheid",)), ("en", None)])
def test_a_subject_behind_a_preposition_gives_way_to_what_stands_beside_it(comma: str, holders: tuple[str, ...] | None) -> None:
    text = (
        f"Binnen/ADP/case/2 de/DET/det/2 bond/NOUN/nsubj/7 {comma}/PUNCT/punct/5 een/DET/det/5 meerderheid/NOUN/conj/2 "
        "heeft~hebben/AUX/aux/7/Fin aangegeven~aangeven/VERB/ROOT/7/Part dat/SCONJ/mark/11 de/DET/det/10 brug/NOUN/nsubj/11 "
        "sluit/VERB/ccomp/7/Fin ./PUNCT/punct/7"
    )
    assert [c.holders for c in said(text)] == ([holders] if holders else [])
