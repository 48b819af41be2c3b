"""What a finding could have been as well stands in the note of its evidence."""

from claim_examples import said
from event_examples import document, events

STATES = {"Irak": "actor/iraq", "Koeweit": "actor/kuwait", "Iran": "actor/iran", "Oman": "actor/oman"}


def test_a_second_subject_that_can_speak_is_named_as_the_other_holder() -> None:
    text = (
        "De/DET/det/1 regering/NOUN/nsubj/2 steunt/VERB/ROOT/2/Fin de/DET/det/4 vakbond/NOUN/nsubj/2 in/ADP/case/7 "
        "haar/PRON/nmod:poss/7 streven/NOUN/obl/2 ./PUNCT/punct/2"
    )
    (claim,) = said(text)
    assert claim.evidence.note == "alternatives: “vakbond” as holder"


def test_another_sense_of_the_verb_that_fits_is_named() -> None:
    text = (
        "De/DET/det/1 raad/NOUN/nsubj/2 deelt/VERB/ROOT/2/Fin de/DET/det/4 mening/NOUN/obj/2 dat/SCONJ/mark/8 "
        "de/DET/det/7 brug/NOUN/nsubj/8 sluit/VERB/acl/4/Fin ./PUNCT/punct/2"
    )
    (claim,) = said(text)
    assert claim.evidence.entry == "reporting#mening-delen"
    assert claim.evidence.note is not None
    assert claim.evidence.note.startswith("alternatives: the sense reporting#delen-dat (")


def test_a_claim_without_another_reading_has_no_note() -> None:
    text = (
        "De/DET/det/1 raad/NOUN/nsubj/2 zegt/VERB/ROOT/2/Fin dat/SCONJ/mark/6 de/DET/det/5 brug/NOUN/nsubj/6 "
        "sluit/VERB/ccomp/2/Fin ./PUNCT/punct/2"
    )
    (claim,) = said(text)
    assert claim.evidence.note is None


def attack(actor: str, target: str) -> str:
    return (
        f"De|de|DET|det|1 aanval|aanval|NOUN|nsubj|7|Number=Sing van|van|ADP|case|3 {actor}|{actor}|PROPN|nmod|1 "
        f"op|op|ADP|case|5 {target}|{target}|PROPN|nmod|1 "
        "werd|worden|AUX|aux:pass|7|Tense=Past,VerbForm=Fin veroordeeld|veroordelen|X|ROOT|7 "
        ".|.|PUNCT|punct|7"
    )


def test_an_event_names_what_its_words_could_have_stood_for() -> None:
    again = "Deze|deze|DET|det|1 aanval|aanval|NOUN|nsubj|2|Number=Sing schokte|schokken|VERB|ROOT|2|Tense=Past,VerbForm=Fin"
    first, second = events(
        document(("context", attack("Irak", "Koeweit")), ("context", attack("Iran", "Oman")), ("context", again)), STATES
    )
    assert first.evidence.note is None
    assert second.evidence.note == "alternatives: “aanval” as a word for “aanval”"
    assert len(second.mentions) == 2


def test_an_event_that_stays_apart_in_doubt_says_so() -> None:
    other = (
        "Een|een|DET|det|1 aanval|aanval|NOUN|nsubj|5|Number=Sing op|op|ADP|case|3 Koeweit|Koeweit|PROPN|nmod|1 "
        "werd|worden|AUX|aux:pass|5|Tense=Past,VerbForm=Fin veroordeeld|veroordelen|X|ROOT|5"
    )
    found = events(document(("context", attack("Irak", "Koeweit")), ("context", other.replace("aanval", "bomaanslag"))), STATES)
    assert [e.evidence.note for e in found] == [None, "alternatives: the same happening as “aanval”"]
