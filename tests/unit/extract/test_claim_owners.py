"""Whose act a noun names, and the subject that was joined to the object behind it."""

from claim_examples import said

ACT = (
    "{det}/DET/det/1 {noun}/NOUN/nsubj/11 van/ADP/case/4 de/DET/det/4 bond/NOUN/nmod/1 om/ADP/mark/9 de/DET/det/7 "
    "brug/NOUN/obj/9 te/ADP/mark/9 openen/VERB/acl/1/Inf was/AUX/cop/11/Fin goed/ADJ/ROOT/11 ./PUNCT/punct/11"
)
JOINED = (
    "Nu/ADV/advmod/1 vraagt~vragen/VERB/ROOT/1/Fin Zeewind/PROPN/nmod/3 {}/NOUN/nsubj/1/Plur om/ADP/mark/8 de/DET/det/6 "
    "brug/NOUN/obj/8 te/ADP/mark/8 openen/VERB/xcomp/1/Inf ./PUNCT/punct/1"
)


def test_an_infinitive_is_no_act_of_those_behind_van() -> None:
    assert [c.holders for c in said(ACT.format(det="De", noun="oproepen")) if c.speech_act == "call-for"] == [("bond",)]
    assert [c for c in said(ACT.format(det="Het", noun="oproepen")) if c.speech_act == "call-for"] == []


def test_a_name_joined_to_a_bare_plural_is_the_subject_before_its_object() -> None:
    (claim,) = said(JOINED.format("reizigers"))
    assert (claim.holders, claim.addressees) == (("zeewind",), ("reizigers",))
    (plain,) = said(JOINED.format("reizigers").replace("Zeewind/PROPN/nmod/3", "dan/ADV/advmod/1"))
    assert plain.holders == ("reizigers",)


def test_a_form_that_may_be_a_participle_is_finite_between_its_subject_and_a_clause() -> None:
    text = (
        "De/DET/det/1 bond/NOUN/nsubj/2 verwacht~verwachten/VERB/ROOT/2/Part dat/SCONJ/mark/6 de/DET/det/5 brug/NOUN/nsubj/6 "
        "zakt/VERB/ccomp/2/Fin ./PUNCT/punct/2"
    )
    (claim,) = said(text)
    assert (claim.speech_act, claim.holders) == ("hope", ("bond",))
    late = (
        "De/DET/det/1 bond/NOUN/nsubj/2 verwacht~verwachten/VERB/ROOT/2/Part ,/PUNCT/punct/2 dat/SCONJ/mark/7 de/DET/det/6 "
        "brug/NOUN/nsubj/7 zakt/VERB/ccomp/2/Fin ./PUNCT/punct/2"
    )
    assert said(late) == ()


def test_die_takes_up_no_noun_with_het_but_the_one_above_it() -> None:
    text = (
        "De/DET/det/1 leden/NOUN/nsubj/12 van/ADP/case/4 {}/DET/det/4 comité/NOUN/nmod/1 ,/PUNCT/punct/7 die/PRON/nsubj/7/Rel "
        "beweren/VERB/acl:relcl/4/Fin dat/SCONJ/mark/10 brug/NOUN/nsubj/10 zakt/VERB/ccomp/7/Fin ,/PUNCT/punct/7 "
        "zwegen/VERB/ROOT/12/Fin ./PUNCT/punct/12"
    )
    assert [c.holders for c in said(text.format("het")) if c.speech_act == "assert"] == [("leden",)]
    assert [c.holders for c in said(text.format("de")) if c.speech_act == "assert"] == [("comité",)]
