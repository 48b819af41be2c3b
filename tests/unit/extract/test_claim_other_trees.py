"""Claims that the words and the lexicon show, though the tree hangs a word elsewhere or gives it another label."""

from __future__ import annotations

import pytest
from claim_examples import said, words

Row = tuple[str, tuple[str, ...], str | None]

CASES: dict[str, tuple[str, tuple[Row, ...]]] = {
    "an object on the auxiliary": (
        "De/DET/det/1 raad/NOUN/nsubj/5 heeft~hebben/AUX/aux/5/Fin de/DET/det/4 wal/NOUN/obj/2 "
        "betreurd~betreuren/VERB/ROOT/5/Part",
        (("evaluate", ("raad",), "de wal"),),
    ),
    "a second subject on the verb": (
        "De/DET/det/1 raad/NOUN/nsubj/2 heeft~hebben/AUX/aux/4/Fin wallen/NOUN/nsubj/4 betreurd~betreuren/VERB/ROOT/4/Part",
        (("evaluate", ("raad",), "wallen"),),
    ),
    "the subject behind the auxiliary, words in front on it": (
        "Brug/NOUN/nsubj/1 heeft~hebben/AUX/aux/4/Fin de/DET/det/3 raad/NOUN/nsubj/1 gezegd~zeggen/VERB/ROOT/4/Part "
        "dat/SCONJ/mark/7 wapens/NOUN/nsubj/7 komen/VERB/ccomp/4/Fin",
        (("assert", ("raad",), "wapens komen"),),
    ),
    "a fact at the start": (
        "Feit/PROPN/nsubj/1 blijft~blijven/VERB/ROOT/1/Fin dat/SCONJ/mark/4 wapens/NOUN/nsubj/4 komen/VERB/ccomp/1/Fin",
        (("assert", ("answerer",), "wapens komen"),),
    ),
    "a subject before a semicolon": (
        "De/DET/det/1 raad/NOUN/nsubj/4 ;/PUNCT/punct/4 dit/PRON/nsubj/4 zegt~zeggen/VERB/ROOT/4/Fin dat/SCONJ/mark/7 "
        "wapens/NOUN/nsubj/7 komen/VERB/ccomp/4/Fin",
        (),
    ),
    "a subject without a semicolon": (
        "De/DET/det/1 raad/NOUN/nsubj/2 zegt~zeggen/VERB/ROOT/2/Fin dat/SCONJ/mark/5 wapens/NOUN/nsubj/5 komen/VERB/ccomp/2/Fin",
        (("assert", ("raad",), "wapens komen"),),
    ),
    "a finite verb read as a particle": (
        "De/DET/det/1 raad/NOUN/nsubj/2 rust/VERB/ROOT/2/Fin ligging/NOUN/obl/2 garandeert~garanderen/VERB/compound:prt/2/Fin "
        "dat/SCONJ/mark/7 wapens/NOUN/nsubj/7 komen/VERB/ccomp/4/Fin",
        (),
    ),
    "a modal above a joined infinitive": (
        "Raden/NOUN/nsubj/1 moeten/AUX/aux/3/Fin plannen/NOUN/obj/3 doen/VERB/ROOT/3/Inf gelden/VERB/xcomp/3/Inf en/CCONJ/cc/7 "
        "bedrog/NOUN/obj/7 verwerpen/VERB/conj/4/Inf",
        (),
    ),
    "a joined clause with its own dat below a condition": (
        "Ik/PRON/nsubj/1 zie~zien/VERB/ROOT/1/Fin hem/PRON/obj/1 als/SCONJ/mark/5 hij/PRON/nsubj/5 komt/VERB/advcl/1/Fin "
        "en/CCONJ/cc/9 dat/SCONJ/mark/9 raad/NOUN/nsubj/9 vreest~vrezen/VERB/conj/5/Fin dat/SCONJ/mark/12 wapens/NOUN/nsubj/12 "
        "komen/VERB/ccomp/9/Fin",
        (("evaluate", ("raad",), "wapens komen"),),
    ),
    "a plural that is an infinitive": (
        "De/DET/det/1 raad/NOUN/nsubj/2 wil~willen/VERB/ROOT/2/Fin naar/ADP/case/4 zee/NOUN/obl/5 trekken/VERB/xcomp/2/Plur",
        (("commit", ("raad",), "naar zee trekken"),),
    ),
    "a plural with a subject": (
        "De/DET/det/1 raad/NOUN/nsubj/2 wil~willen/VERB/ROOT/2/Fin naar/ADP/case/4 zee/NOUN/obl/6 boten/NOUN/nsubj/6 "
        "trekken/VERB/xcomp/2/Plur",
        (),
    ),
    "a conjunction on the subject": (
        "De/DET/det/1 raad/NOUN/nsubj/2 zegt~zeggen/VERB/ROOT/2/Fin dat/SCONJ/mark/4 wapens/NOUN/nsubj/5 komen/VERB/acl/2/Fin",
        (("assert", ("raad",), "wapens komen"),),
    ),
    "the first phrase under another label": (
        "De/DET/det/2 bazin/ADJ/amod/2 zegt~zeggen/VERB/ROOT/2/Fin dat/SCONJ/mark/5 wapens/NOUN/nsubj/5 komen/VERB/ccomp/2/Fin",
        (),
    ),
    "a subject read as object": (
        "Aan/ADP/case/1 water/NOUN/obl/2 hecht~hechten/VERB/ROOT/2/Fin de/DET/det/4 raad/NOUN/obj/2 belang/NOUN/obj/2",
        (("evaluate", ("raad",), "water"),),
    ),
    "an object and a phrase in front that may be the subject": (
        "Jan/PRON/dep/1 hecht~hechten/VERB/ROOT/1/Fin de/DET/det/3 raad/NOUN/obj/1 belang/NOUN/obj/1 "
        "aan/ADP/case/6 water/NOUN/obl/1",
        (),
    ),
    "a pronoun on the object": (
        "Het/PRON/nsubj/1 blijkt~blijken/VERB/ROOT/1/Fin dat/SCONJ/mark/4 ik/PRON/nsubj/4 bedrog/NOUN/obj/5 "
        "verwerp~verwerpen/NOUN/csubj/1",
        (("reject", ("answerer",), "bedrog"),),
    ),
    "an object under another label": (
        "De/DET/det/1 raad/NOUN/nsubj/2 eist~eisen/VERB/ROOT/2/Fin losgeld/NOUN/advmod/2",
        (("call-for", ("raad",), "losgeld"),),
    ),
    "a time": (
        "De/DET/det/1 raad/NOUN/nsubj/2 eist~eisen/VERB/ROOT/2/Fin week/NOUN/advmod/2",
        (),
    ),
    "a finite verb before what it was hung on": (
        "De/DET/det/4 raad/NOUN/nsubj/2 betreurt~betreuren/VERB/acl/4/Fin lange/ADJ/amod/4 gangen/NOUN/ROOT/4",
        (("evaluate", ("raad",), "lange gangen"),),
    ),
    "an object below a participle beside the verb": (
        "De/DET/det/1 raad/NOUN/nsubj/6 heeft~hebben/AUX/aux/6/Fin de/DET/det/4 gangen/NOUN/obj/5 uitgebreid/VERB/xcomp/6/Part "
        "geprezen~prijzen/VERB/ROOT/6/Part",
        (("evaluate", ("raad",), "de gangen"),),
    ),
    "the phrase of a noun behind its owner, on the verb": (
        "De/DET/det/1 vrees/NOUN/nsubj/7 van/ADP/case/4 de/DET/det/4 matroos/NOUN/nmod/1 voor/ADP/case/6 haaien/NOUN/obl/7 "
        "groeide/VERB/ROOT/7/Fin",
        (("evaluate", ("matroos",), "haaien"),),
    ),
    "a main verb in the clause of the subject": (
        "De/DET/det/1 bewering/NOUN/ROOT/1 van/ADP/case/4 de/DET/det/4 matroos/NOUN/nmod/1 dat/SCONJ/mark/8 wapens/NOUN/nsubj/7 "
        "komen/VERB/nsubj/8/Inf stak/VERB/acl/1/Fin",
        (("assert", ("matroos",), "wapens komen"),),
    ),
    "a clause that ends in an auxiliary": (
        "De/DET/det/1 bewering/NOUN/ROOT/1 van/ADP/case/4 de/DET/det/4 matroos/NOUN/nmod/1 dat/SCONJ/mark/7 wapens/NOUN/nsubj/7 "
        "gekomen/VERB/acl/1/Part zijn/AUX/aux/7/Fin",
        (("assert", ("matroos",), "wapens gekomen zijn"),),
    ),
    "somebody told later": (
        "Ik/PRON/nsubj/1 informeer~informeren/VERB/ROOT/1/Fin raadslid/NOUN/obj/1 binnenkort/ADV/advmod/1 over/ADP/case/5 "
        "wapens/NOUN/obl/1",
        (),
    ),
    "what the other side mentioned": (
        "Het/DET/det/4 door/ADP/case/2 u/PRON/obl/3 aangehaalde~aanhalen/VERB/acl/4/Part bericht/NOUN/ROOT/4",
        (),
    ),
    "what is needed of others": (
        "Dit/PRON/nsubj/1 vraagt~vragen/VERB/ROOT/1/Fin om/ADP/case/4 een/DET/det/4 inzet/NOUN/obl/1 "
        "van/ADP/case/6 boeren/NOUN/nmod/4 "
        "voor/ADP/case/8 water/NOUN/nmod/4",
        (),
    ),
    "an effort that is made": (
        "Dit/PRON/nsubj/1 toont/VERB/ROOT/1/Fin de/DET/det/3 inzet/NOUN/obj/1 van/ADP/case/5 boeren/NOUN/nmod/3 voor/ADP/case/7 "
        "water/NOUN/nmod/3",
        (("commit", ("boeren",), "water"),),
    ),
    "a judgement in a clause read as a phrase": (
        "Hij/PRON/nsubj/1 kreeg/VERB/ROOT/1/Fin samenwerking/NOUN/nsubj/3 belangrijk/ADJ/xcomp/1 is~zijn/AUX/cop/3/Fin",
        (),
    ),
    "those listed before the subject": (
        "De/DET/det/1 bond/NOUN/ROOT/1 ,/PUNCT/punct/4 de/DET/det/4 raad/NOUN/appos/1 en/CCONJ/cc/7 ik/PRON/nsubj/7 "
        "betreuren/VERB/conj/1/Fin bedrog/NOUN/obj/7",
        (("evaluate", ("bond", "raad", "answerer"), "bedrog"),),
    ),
    "one who is no part of a list": (
        "De/DET/det/1 bond/NOUN/ROOT/1 ,/PUNCT/punct/4 daarom/ADV/advmod/5 betreur~betreuren/VERB/conj/1/Fin ik/PRON/nsubj/4 "
        "bedrog/NOUN/obj/4",
        (("evaluate", ("answerer",), "bedrog"),),
    ),
    "joined behind a preposition": (
        "Artikel/NOUN/nsubj/6 ,/PUNCT/punct/3 van/ADP/case/3 bonden/NOUN/conj/0 en/CCONJ/cc/5 "
        "raden/NOUN/conj/3 zegt~zeggen/VERB/ROOT/6/Fin "
        "dat/SCONJ/mark/9 wapens/NOUN/nsubj/9 komen/VERB/ccomp/6/Fin",
        (("assert", ("artikel",), "wapens komen"),),
    ),
    "a verb read as apposition": (
        "De/DET/det/1 smid/NOUN/ROOT/1 zwoer~zwoer/NOUN/appos/1 dat/PRON/nsubj/5 wapens/NOUN/nsubj/5 komen/VERB/acl:relcl/1/Fin",
        (("assert", ("smid",), "wapens komen"),),
    ),
    "an apposition behind a verb": (
        "De/DET/det/1 smid/NOUN/ROOT/1 liep/VERB/acl/1/Fin zwoer/NOUN/appos/1 dat/PRON/nsubj/5 "
        "wapens/NOUN/nsubj/5 komen/VERB/acl:relcl/1/Fin",
        (),
    ),
    "an adverbial clause on the cue": (
        "De/DET/det/1 raad/NOUN/nsubj/2 zegt~zeggen/VERB/ROOT/2/Fin dat/SCONJ/mark/5 wapens/NOUN/nsubj/5 komen/VERB/ccomp/2/Fin "
        ",/PUNCT/punct/9 nadat/SCONJ/mark/9 brug/NOUN/nsubj/9 zakte/VERB/advcl/2/Fin",
        (("assert", ("raad",), "wapens komen, nadat brug zakte"),),
    ),
    "a reason for saying it": (
        "De/DET/det/1 raad/NOUN/nsubj/2 zegt~zeggen/VERB/ROOT/2/Fin dat/SCONJ/mark/5 wapens/NOUN/nsubj/5 komen/VERB/ccomp/2/Fin "
        ",/PUNCT/punct/9 omdat/SCONJ/mark/9 brug/NOUN/nsubj/9 zakte/VERB/advcl/2/Fin",
        (("assert", ("raad",), "wapens komen"),),
    ),
    "a phrase at the end of a relative clause": (
        "Er/ADV/advmod/1 komen/VERB/ROOT/1/Fin wapens/NOUN/nsubj/1 die/PRON/nsubj/4/Rel "
        "nodig/ADJ/acl:relcl/2 is~zijn/AUX/cop/4/Fin "
        "volgens/ADP/case/7 bonden/NOUN/obl/1",
        (("assert", ("bonden",), "nodig is"),),
    ),
    "a noun in front under another label": (
        "De/DET/det/1 smid/NOUN/dep/3 nu/ADV/advmod/3 zegt~zeggen/VERB/ROOT/3/Fin dat/SCONJ/mark/6 wapens/NOUN/nsubj/6 "
        "komen/VERB/ccomp/3/Fin",
        (),
    ),
    "only a noun in front under another label": (
        "De/DET/det/2 smid/NOUN/dep/3 zegt~zeggen/VERB/ROOT/2/Fin dat/SCONJ/mark/5 wapens/NOUN/nsubj/5 komen/VERB/ccomp/2/Fin",
        (("assert", ("smid",), "wapens komen"),),
    ),
    "a fact behind a preposition": (
        "Ik/PRON/nsubj/1 waarschuw~waarschuwen/VERB/ROOT/1/Fin voor/ADP/case/4 het/DET/det/4 "
        "feit/NOUN/obl:arg/1 dat/SCONJ/mark/7 "
        "wapens/NOUN/nsubj/7 komen/VERB/acl/4/Fin",
        (("warn", ("answerer",), "wapens komen"),),
    ),
    "what it is taken for, read as a clause": (
        "Ik/PRON/nsubj/1 beschouw~beschouwen/VERB/ROOT/1/Fin het/DET/det/3 park/NOUN/obj/1 als/SCONJ/mark/5 tuin/NOUN/advcl/1",
        (("evaluate", ("answerer",), "tuin"),),
    ),
    "a clause behind als": (
        "Ik/PRON/nsubj/1 beschouw~beschouwen/VERB/ROOT/1/Fin het/DET/det/3 park/NOUN/obj/1 als/SCONJ/mark/5 ga/VERB/advcl/1/Fin",
        (),
    ),
    "an object read as fixed words of the cue": (
        "Het/PRON/nsubj/1 ligt~liggen/VERB/ROOT/1/Fin voor/ADP/compound:prt/1 de/DET/fixed/2 "
        "hand/NOUN/fixed/2 leuningen/NOUN/fixed/2 "
        "te/ADP/mark/7 verlagen/VERB/csubj/1/Inf",
        (("evaluate", ("answerer",), "leuningen te verlagen"),),
    ),
    "words behind the cue on another word": (
        "Het/PRON/nsubj/1 ligt~liggen/VERB/ROOT/1/Fin voor/ADP/compound:prt/1 de/DET/fixed/2 "
        "hand/NOUN/fixed/2 morgen/ADV/advmod/1 "
        "te/ADP/mark/7 verlagen/VERB/csubj/1/Inf",
        (("evaluate", ("answerer",), "te verlagen"),),
    ),
    "quoted words of a call": (
        "De/DET/det/1 oproep/NOUN/nsubj/12 van/ADP/case/4 de/DET/det/4 bond/NOUN/nmod/1 «/PUNCT/punct/8 "
        "de/DET/det/7 wapens/NOUN/obj/9 "
        "te/ADP/mark/9 breken/VERB/acl/1/Inf »/PUNCT/punct/9 nu/ADV/advmod/9 helpt/VERB/ROOT/12/Fin",
        (("call-for", ("bond",), "de wapens te breken"),),
    ),
    "words of a call": (
        "De/DET/det/1 oproep/NOUN/nsubj/10 van/ADP/case/4 de/DET/det/4 bond/NOUN/nmod/1 de/DET/det/6 wapens/NOUN/obj/8 "
        "te/ADP/mark/8 breken/VERB/acl/1/Inf nu/ADV/advmod/8 helpt/VERB/ROOT/10/Fin",
        (("call-for", ("bond",), "de wapens te breken nu"),),
    ),
    "a clause behind a noun where the verb has its object": (
        "Wat/PRON/obj/1 zegt~zeggen/VERB/ROOT/1/Fin de/DET/det/3 klacht/NOUN/obl/1 van/ADP/case/5 boeren/NOUN/nmod/3 "
        "dat/SCONJ/mark/8 wapens/NOUN/nsubj/8 komen/VERB/ccomp/1/Fin",
        (("evaluate", ("boeren",), "wapens komen"),),
    ),
    "a subject hung on whom it is said to": (
        "Gisteren/ADV/advmod/4 heeft~hebben/AUX/aux/4/Fin bond/NOUN/nsubj/3 raad/NOUN/nsubj/4 gemeld~melden/VERB/ROOT/4/Part "
        "dat/SCONJ/mark/7 wapens/NOUN/nsubj/7 komen/VERB/ccomp/4/Fin",
        (("assert", ("bond",), "wapens komen"),),
    ),
    "a subject that is something": (
        "Bond/NOUN/nsubj/2 is~zijn/AUX/cop/2/Fin raad/NOUN/nsubj/3 meldt~melden/VERB/ROOT/3/Fin dat/SCONJ/mark/6 "
        "wapens/NOUN/nsubj/6 komen/VERB/ccomp/3/Fin",
        (("assert", ("raad",), "wapens komen"),),
    ),
    "what somebody is behind a noun": (
        "Dit/PRON/nsubj/1 toont/VERB/ROOT/1/Fin de/DET/det/3 inzet/NOUN/obj/1 van/ADP/case/5 boeren/NOUN/nmod/3 als/SCONJ/mark/7 "
        "goede/ADJ/amod/8 buren/NOUN/nmod/3 voor/ADP/case/10 water/NOUN/nmod/8",
        (),
    ),
    "a title and a colon before the phrase": (
        "Spreiding/NOUN/dep/6 :/PUNCT/punct/3 volgens/ADP/case/3 bonden/NOUN/obl/6 ,/PUNCT/punct/6 komen/AUX/aux/6/Fin "
        "zakken/VERB/ROOT/6/Inf wapens/NOUN/nsubj/6",
        (("assert", ("bonden",), "komen zakken wapens"),),
    ),
    "a second main clause with its own subject": (
        "Bond/NOUN/nsubj/4 lacht/VERB/dep/4/Fin ,/PUNCT/punct/4 zei~zeggen/AUX/aux/4/Fin zeggen/VERB/ROOT/4/Inf "
        "raad/NOUN/nsubj/4 dat/SCONJ/mark/8 wapens/NOUN/nsubj/8 komen/VERB/ccomp/4/Fin",
        (("assert", ("raad",), "wapens komen"),),
    ),
    "a frame behind an owner": (
        "De/DET/det/1 vrees/NOUN/nsubj/8 van/ADP/case/4 de/DET/det/4 matroos/NOUN/nmod/1 voor/ADP/case/7 die/DET/det/7 "
        "toekomst/NOUN/obl/8 groeide/VERB/ROOT/8/Fin",
        (),
    ),
    "a project that somebody makes": (
        "Ik/PRON/nsubj/1 waarschuw~waarschuwen/VERB/ROOT/1/Fin voor/ADP/case/4 het/DET/det/4 "
        "plan/NOUN/obl:arg/1 dat/SCONJ/mark/7 "
        "bonden/NOUN/nsubj/7 maken/VERB/acl/4/Fin",
        (("warn", ("answerer",), "het plan dat bonden maken"),),
    ),
}


@pytest.mark.parametrize(("lines", "found"), CASES.values(), ids=CASES)
def test_the_words_decide(lines: str, found: tuple[Row, ...]) -> None:
    claims = said(lines)
    assert tuple((c.speech_act, c.holders, words(c, lines)[1]) for c in claims) == found


def test_a_question_that_opens_with_its_verb_asks_whatever_heads_it() -> None:
    asked = (
        "Is~zijn/AUX/cop/2/Fin de/DET/det/2 raad/NOUN/nsubj/3 van/ADP/ROOT/3 plan/NOUN/fixed/3 om/ADP/mark/7 te/ADP/mark/7 "
        "komen/VERB/advcl/3/Inf ?/PUNCT/punct/3"
    )
    assert said(asked, kind="question") == ()
    told = asked.replace("?/", "./")
    assert [(c.speech_act, c.holders) for c in said(told)] == [("commit", ("raad",))]


def test_the_object_of_an_infinitive_behind_door_is_called_upon() -> None:
    called = (
        "De/DET/det/1 raad/NOUN/nsubj/2 hielp/VERB/ROOT/2/Fin door/ADP/case/4 boeren/NOUN/obl/2 "
        "op/ADP/compound:prt/7 te/ADP/mark/7 "
        "roepen/VERB/advcl/2/Inf wapens/NOUN/obj/10 te/ADP/mark/10 breken/VERB/xcomp/7/Inf"
    )
    assert [(c.speech_act, c.holders, c.targets) for c in said(called)] == [("call-for", ("raad",), ("boeren",))]
    beside = called.replace("door/ADP", "met/ADP")
    assert [(c.speech_act, c.holders, c.targets) for c in said(beside)] == [("call-for", ("raad",), ())]


def test_an_object_on_the_auxiliary_is_told() -> None:
    told = (
        "De/DET/det/1 raad/NOUN/nsubj/4 heeft~hebben/AUX/aux/4/Fin boeren/NOUN/obj/2 geïnformeerd~informeren/VERB/ROOT/4/Part "
        "over/ADP/case/6 water/NOUN/obl:arg/4"
    )
    assert [(c.holders, c.addressees) for c in said(told)] == [(("raad",), ("boeren",))]
    apart = told.replace("boeren/NOUN/obj/2", "boeren/NOUN/dep/2")
    assert [(c.holders, c.addressees) for c in said(apart)] == [(("raad",), ())]
