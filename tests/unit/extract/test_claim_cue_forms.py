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


REMARK = (
    "Hierbij/ADV/advmod/2 moet~moeten/AUX/aux/2/Fin opgemerkt/VERB/ROOT/2/Part worden/AUX/aux:pass/2/Inf dat/SCONJ/mark/7 "
    "de/DET/det/6 brug/NOUN/nsubj/7 sluit/VERB/csubj/2/Fin ./PUNCT/punct/2"
)
REPORT = (
    "Hierbij/ADV/advmod/2 werd~worden/AUX/aux:pass/2/Past opgemerkt/VERB/ROOT/2/Part dat/SCONJ/mark/6 de/DET/det/5 "
    "brug/NOUN/nsubj/6 sluit/VERB/csubj/2/Fin ./PUNCT/punct/2"
)


def test_what_must_be_remarked_the_own_voice_remarks() -> None:
    (claim,) = said(REMARK)
    assert (claim.speech_act, claim.holders, words(claim, REMARK)) == ("assert", ("answerer",), ("opgemerkt", "de brug sluit"))


def test_what_was_remarked_by_nobody_known_is_no_claim_nor_what_must_be_remarked_in_a_question() -> None:
    assert said(REPORT) == ()
    assert said(REMARK.replace("./PUNCT", "?/PUNCT"), kind="question") == ()


TO_SOMEBODY = (
    "De/DET/det/1 raad/NOUN/nsubj/2 antwoordde/VERB/ROOT/2/Past aan/ADP/case/5 de/DET/det/5 burgers/NOUN/obl/2/Plur "
    "dat/SCONJ/mark/9 de/DET/det/8 brug/NOUN/nsubj/9 sluit/VERB/acl/4/Fin ./PUNCT/punct/2"
)


def test_a_clause_behind_the_one_spoken_to_is_what_is_said() -> None:
    (claim,) = said(TO_SOMEBODY)
    assert (claim.addressees, words(claim, TO_SOMEBODY)[1]) == (("burgers",), "de brug sluit")
    assert said(TO_SOMEBODY.replace("aan/ADP", "met/ADP")) == ()


ASKED = (
    "Wat/PRON/ROOT/0 is~zijn/AUX/cop/0/Fin het/DET/det/3 standpunt/NOUN/nsubj/0 van/ADP/case/6 de/DET/det/6 bond/NOUN/nmod/3 "
    "over/ADP/case/9 de/DET/det/9 brug/NOUN/nmod/3 ?/PUNCT/punct/0"
)
OF_THAT = (
    "Wat/PRON/obj/1 vindt/VERB/ROOT/1/Fin u/PRON/nsubj/1 van/ADP/case/5 het/DET/det/5 standpunt/NOUN/obl/1 van/ADP/case/8 "
    "de/DET/det/8 bond/NOUN/nmod/5 over/ADP/case/11 de/DET/det/11 brug/NOUN/nmod/5 ?/PUNCT/punct/1"
)


def test_a_stance_that_is_asked_for_is_none_but_one_that_is_asked_about_is() -> None:
    assert said(ASKED, kind="question") == ()
    (claim,) = said(OF_THAT, kind="question")
    assert (claim.speech_act, claim.holders) == ("evaluate", ("bond",))


AT_REQUEST = (
    "Op/ADP/case/1 verzoek/NOUN/obl/7 van/ADP/case/4 de/DET/det/4 bond/NOUN/nmod/1 {} de/DET/det/7 brug/NOUN/nsubj/8 "
    "{} ./PUNCT/punct/8"
)


def test_what_was_done_at_a_request_was_requested_but_not_what_is_done_for_whoever_asks() -> None:
    done = AT_REQUEST.format("werd~worden/AUX/aux:pass/8/Past", "gesloten/VERB/ROOT/8/Part").replace("obl/7", "obl/8")
    (claim,) = said(done)
    assert (claim.speech_act, claim.holders, words(claim, done)) == (
        "request",
        ("bond",),
        ("Op verzoek van", "werd de brug gesloten"),
    )
    rule = AT_REQUEST.format("kan~kunnen/AUX/aux/8/Fin", "sluiten/VERB/ROOT/8/Inf").replace("obl/7", "obl/8")
    assert said(rule) == ()


IN_YOUR_LETTER = (
    "In/ADP/case/2 uw/PRON/nmod:poss/2 brief/NOUN/obl/3 schreef/VERB/ROOT/3/Past u/PRON/nsubj/3 dat/SCONJ/mark/8 de/DET/det/7 "
    "brug/NOUN/nsubj/8 sluit/VERB/ccomp/3/Fin ,/PUNCT/punct/10 klopt/VERB/parataxis/3/Fin dat/PRON/nsubj/10 ?/PUNCT/punct/3"
)
WHY = IN_YOUR_LETTER.replace(
    "In/ADP/case/2 uw/PRON/nmod:poss/2 brief/NOUN/obl/3", "In/ADP/case/2 welke/DET/det/2 brief/NOUN/obl/3"
)


def test_a_clause_that_a_phrase_opens_states_even_in_a_question() -> None:
    (claim,) = said(IN_YOUR_LETTER.replace("schreef/VERB/ROOT/3/Past", "schrijft/VERB/ROOT/3/Fin"), kind="question")
    assert (claim.holders, claim.speech_act) == (("answerer",), "assert")
    assert said(WHY.replace("schreef/VERB/ROOT/3/Past", "schrijft/VERB/ROOT/3/Fin"), kind="question") == ()


CERTAINLY = (
    "De/DET/det/1 brug/NOUN/nsubj/3 is~zijn/AUX/cop/3/Fin zeker/ADJ/ROOT/3 van/ADP/case/5 belang/NOUN/obl/3 ./PUNCT/punct/3"
)


def test_a_word_of_certainty_before_a_judgement_is_no_cue_of_its_own() -> None:
    assert not [c for c in said(CERTAINLY) if c.evidence.entry == "reporting#spreekt-vanzelf"]
    (claim,) = said(CERTAINLY.replace("van/ADP/case/5 belang/NOUN/obl/3", "vandaag/ADV/advmod/3 dicht/ADV/advmod/3"))
    assert claim.evidence.entry == "reporting#spreekt-vanzelf"


NAMED = (
    "De/DET/det/5 door/ADP/case/3 de/DET/det/3 bond/NOUN/obl/4 genoemde~noemen/VERB/amod/5/Part brug/NOUN/nsubj/6 "
    "sluit/VERB/ROOT/6/Fin ./PUNCT/punct/6"
)


def test_an_inflected_participle_with_its_agent_is_a_cue_and_without_it_is_none() -> None:
    (claim,) = said(NAMED)
    assert (claim.speech_act, claim.holders, words(claim, NAMED)) == ("assert", ("bond",), ("genoemde", "brug"))
    assert said(NAMED.replace("door/ADP", "bij/ADP")) == ()


OUT_OF_FEAR = (
    "Uit/ADP/case/1 vrees/NOUN/obl/4 voor/ADP/case/3 straf/NOUN/nmod/1 zwijgt/VERB/ROOT/4/Fin de/DET/det/6 bond/NOUN/nsubj/4 "
    "./PUNCT/punct/4"
)


def test_who_acts_out_of_fear_fears() -> None:
    (claim,) = said(OUT_OF_FEAR)
    assert (claim.speech_act, claim.holders, words(claim, OUT_OF_FEAR)) == ("evaluate", ("bond",), ("vrees", "straf"))
    assert said(OUT_OF_FEAR.replace("Uit/ADP", "Zonder/ADP")) == ()


FOR_THAT = (
    "De/DET/det/1 bond/NOUN/nsubj/2 zet~zetten/VERB/ROOT/2/Fin zich/PRON/expl:pv/2 daarvoor/ADV/advmod/2 in/ADP/compound:prt/2 "
    "./PUNCT/punct/2"
)


def test_an_adverb_stands_for_what_somebody_works_for() -> None:
    (claim,) = said(FOR_THAT)
    assert (claim.speech_act, claim.holders, claim.content) == ("commit", ("bond",), None)
    assert said(FOR_THAT.replace("daarvoor/ADV", "nu/ADV")) == ()


TAKEN_FOR = (
    "De/DET/det/1 regel/NOUN/nsubj:pass/7 wordt~worden/AUX/aux:pass/7/Fin door/ADP/case/5 de/DET/det/5 bond/NOUN/obl:agent/7 "
    "als/SCONJ/mark/7 veroordeeld~veroordelen/VERB/ROOT/7/Part ./PUNCT/punct/7"
)


def test_als_behind_the_subject_makes_no_condition() -> None:
    (claim,) = said(TAKEN_FOR)
    assert claim.holders == ("bond",)
    first = TAKEN_FOR.replace("als/SCONJ/mark/7 ", "").replace("/7", "/6").replace("De/DET/det/1", "De/DET/det/1")
    assert [c.holders for c in said(first)] == [("bond",)]


THAT_I = "Dat/PRON/nsubj/1 betreur/VERB/ROOT/1/Fin ik/PRON/nsubj/1 ./PUNCT/punct/1"


def test_a_pronoun_before_the_verb_is_its_object_where_another_subject_follows() -> None:
    (claim,) = said(THAT_I)
    assert (claim.speech_act, claim.holders, claim.content) == ("evaluate", ("answerer",), None)


FACT = (
    "Bekend/ADJ/ROOT/0 is~zijn/AUX/cop/0/Fin ,/PUNCT/punct/0 ondanks/ADP/case/5 het/DET/det/5 feit/NOUN/obl/0 dat/SCONJ/mark/9 "
    "de/DET/det/8 brug/NOUN/nsubj/9 sluit/VERB/acl/5/Fin ./PUNCT/punct/0"
)


def test_a_fact_behind_a_preposition_is_not_stated() -> None:
    assert not [c for c in said(FACT) if c.evidence.entry == "reporting#het-is-een-feit"]


BY_NOT_WANTING = (
    "De/DET/det/1 raad/NOUN/nsubj/2 wint/VERB/ROOT/2/Fin door/ADP/mark/6 niet/ADV/advmod/6 te/ADP/mark/6 willen/VERB/advcl/2/Inf "
    "betalen/VERB/xcomp/6/Inf ./PUNCT/punct/2"
)


def test_an_infinitive_of_wanting_is_no_cue() -> None:
    assert said(BY_NOT_WANTING) == ()


IN_TABLE = (
    "In/ADP/case/1 bijlage/NOUN/obl/2 vindt/VERB/ROOT/2/Fin de/DET/det/4 raad/NOUN/nsubj/2 de/DET/det/6 brug/NOUN/obj/2 "
    "./PUNCT/punct/2"
)


def test_where_something_is_found_is_no_judgement() -> None:
    assert said(IN_TABLE) == ()


JOINED = (
    "Het/PRON/expl/2 is~zijn/AUX/cop/2/Fin nodig/ADJ/ROOT/2 of/CCONJ/cc/4 logisch/ADJ/conj/2 dat/SCONJ/mark/8 de/DET/det/7 "
    "brug/NOUN/nsubj/8 sluit/VERB/csubj/2/Fin ./PUNCT/punct/2"
)


def test_a_judgement_joined_to_another_predicate_is_one() -> None:
    (claim,) = said(JOINED)
    assert (claim.speech_act, words(claim, JOINED)) == ("evaluate", ("logisch", "de brug sluit"))
    assert said(JOINED.replace("logisch/ADJ", "mogelijk/ADJ")) == ()


IN_THE_QUESTION = (
    "In/ADP/case/2 de/DET/det/2 vraag/NOUN/obl/4 wordt~worden/AUX/aux:pass/4/Fin gesteld/VERB/ROOT/4/Part dat/SCONJ/mark/8 "
    "de/DET/det/7 brug/NOUN/nsubj/8 sluit/VERB/csubj/4/Fin ./PUNCT/punct/4"
)


def test_what_stands_in_the_question_the_asker_says() -> None:
    (claim,) = said(IN_THE_QUESTION)
    assert (claim.speech_act, claim.holders) == ("assert", ("asker",))
    assert said(IN_THE_QUESTION, kind="context") == ()


I_HAD_WANTED = (
    "Ik/PRON/nsubj/5 had/AUX/aux/5/Fin graag/ADV/advmod/5 cijfers/NOUN/obj/5/Plur willen/AUX/aux/5/Inf krijgen/VERB/ROOT/5/Inf "
    "./PUNCT/punct/5"
)


def test_what_the_own_voice_would_have_liked_to_get_it_asks_for() -> None:
    assert said(I_HAD_WANTED) == ()


THANKS = "De/DET/det/1 bond/NOUN/nsubj/4 wil~willen/AUX/aux/4/Fin hen/PRON/obj/4 {}/VERB/ROOT/4/Inf ./PUNCT/punct/4"


def test_who_wants_to_thank_thanks_and_promises_nothing() -> None:
    assert [c.speech_act for c in said(THANKS.format("helpen"))] == ["commit"]
    assert said(THANKS.format("bedanken")) == ()


POINTED = (
    "Hierbij/ADV/advmod/2 {}/AUX/aux/2/Fin gewezen~wijzen/VERB/ROOT/2/Part worden/AUX/aux:pass/2/Inf op/ADP/case/6 de/DET/det/6 "
    "brand/NOUN/obl:arg/2 ./PUNCT/punct/2"
)


def test_what_must_or_can_be_pointed_at_the_voice_points_at() -> None:
    text = POINTED.format("kan~kunnen")
    (claim,) = said(text)
    assert (claim.speech_act, claim.holders, words(claim, text)[1]) == ("assert", ("answerer",), "de brand")
    assert said(POINTED.format("zal~zullen")) == ()
