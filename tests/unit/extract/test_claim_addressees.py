"""To whom something is said where the entry of the cue tells no place: behind *aan*, beside a clause, in a letter."""

import pytest
from claim_examples import said

ZAKT = "dat/SCONJ/mark/{v} de/DET/det/{n} brug/NOUN/nsubj/{v} zakt/VERB/ccomp/{top}/Fin ./PUNCT/punct/{top}"


def zakt(start: int, top: int) -> str:
    return ZAKT.format(v=start + 3, n=start + 2, top=top)


@pytest.mark.parametrize("preposition", ["tegen", "tegenover", "aan"])
def test_a_preposition_beside_a_verb_of_saying_brings_the_one_spoken_to(preposition: str) -> None:
    start = f"De/DET/det/1 bond/NOUN/nsubj/2 zei~zeggen/VERB/ROOT/2/Past {preposition}/ADP/case/5 de/DET/det/5 krant/NOUN/obl/2 "
    (claim,) = said(start + zakt(6, 2))
    assert claim.addressees == ("krant",)


def test_a_side_and_a_body_behind_bij_are_not_spoken_to() -> None:
    start = "De/DET/det/1 bond/NOUN/nsubj/2 zei~zeggen/VERB/ROOT/2/Past {}/ADP/case/5 de/DET/det/5 {}/NOUN/obl/2 "
    for preposition, noun in (("aan", "kant"), ("bij", "raad")):
        (claim,) = said(start.format(preposition, noun) + zakt(6, 2))
        assert claim.addressees == ()


def test_an_object_beside_a_clause_is_spoken_to_and_one_without_a_clause_is_what_is_said() -> None:
    start = "De/DET/det/1 bond/NOUN/nsubj/2 schreef~schrijven/VERB/ROOT/2/Past de/DET/det/4 raad/NOUN/obj/2 "
    (claim,) = said(start + zakt(5, 2))
    assert claim.addressees == ("raad",)
    mij = "De/DET/det/1 bond/NOUN/nsubj/2 meldt~melden/VERB/ROOT/2/Fin mij/PRON/iobj/2 " + zakt(4, 2)
    assert [c.addressees for c in said(mij)] == [("answerer",)]
    bare = "De/DET/det/1 bond/NOUN/nsubj/2 noemde~noemen/VERB/ROOT/2/Past de/DET/det/4 raad/NOUN/obj/2 ./PUNCT/punct/2"
    assert all(not c.addressees for c in said(bare))


def test_a_phrase_hung_on_a_moment_before_it_belongs_to_the_verb() -> None:
    start = (
        "De/DET/det/1 bond/NOUN/nsubj/8 heeft/AUX/aux/8/Fin tijdens/ADP/case/4 overleg/NOUN/obl/8 aan/ADP/case/7 "
        "de/DET/det/7 raad/NOUN/nmod/4 gemeld~melden/VERB/ROOT/8/Part "
    )
    (claim,) = said(start + zakt(9, 8))
    assert claim.addressees == ("raad",)


def test_behind_a_noun_of_speaking_stands_to_whom() -> None:
    start = (
        "Het/DET/det/1 verzoek/NOUN/nsubj/14 van/ADP/case/4 de/DET/det/4 bond/NOUN/nmod/1 aan/ADP/case/7 de/DET/det/7 "
        "raad/NOUN/nmod/{} om/ADP/mark/12 de/DET/det/10 brug/NOUN/obj/12 te/ADP/mark/12 openen/VERB/acl/1/Inf is/AUX/cop/14/Fin "
        "oud/ADJ/ROOT/14 ./PUNCT/punct/14"
    )
    for head in (1, 4):  # the parser hangs it on either noun
        assert [c.addressees for c in said(start.format(head)) if c.speech_act == "request"] == [("raad",)]


def test_who_reacts_to_a_request_was_asked() -> None:
    text = (
        "De/DET/det/1 raad/NOUN/nsubj/2 reageerde~reageren/VERB/ROOT/2/Past op/ADP/case/5 het/DET/det/5 verzoek/NOUN/obl/2 "
        "van/ADP/case/8 de/DET/det/8 bond/NOUN/nmod/5 om/ADP/mark/13 de/DET/det/11 brug/NOUN/obj/13 te/ADP/mark/13 "
        "openen/VERB/acl/5/Inf ./PUNCT/punct/2"
    )
    assert [c.addressees for c in said(text) if c.speech_act == "request"] == [("raad",)]
    other = text.replace("reageerde~reageren", "sprak~spreken").replace("op/ADP/case/5", "over/ADP/case/5")
    assert [c.addressees for c in said(other) if c.speech_act == "request"] == [()]


def test_a_request_of_the_other_side_is_made_to_the_one_who_answers() -> None:
    text = "U/PRON/nsubj/1 vraagt~vragen/VERB/ROOT/1/Fin naar/ADP/case/4 de/DET/det/4 brug/NOUN/obl/1 ./PUNCT/punct/1"
    assert [c.addressees for c in said(text) if c.speech_act == "request"] == [("answerer",)]
    third = text.replace("U/PRON", "Bond/NOUN")
    assert [c.addressees for c in said(third) if c.speech_act == "request"] == [()]
