"""Who takes part: by their own phrase, not by that of another actor, nor by a preposition of several words."""

from __future__ import annotations

from datetime import date

import pytest
from event_examples import document, events

from relaas.extract.cast import Cast
from relaas.extract.eventpeople import People
from relaas.extract.eventwords import find_triggers
from relaas.model import Actor, Mention

STATES = {
    "Malta": "actor/malta",
    "Oman": "actor/oman",
    "Cyprus": "actor/cyprus",
    "bond": "actor/union",
    "vissers": "actor/fishers",
    "tientallen": "ac0-9",
}
HELD = (
    "Malta|Malta|PROPN|nsubj|1 hield|houden|VERB|ROOT|1|Tense=Past,VerbForm=Fin op|op|ADP|case|3 3|3|NUM|obl|1 "
    "mei|mei|PROPN|flat|3 2021|2021|NUM|flat|3 een|een|DET|det|7 top|top|NOUN|obj|1|Number=Sing {}"
)


def people(notation: str) -> list[str]:
    return sorted({p.actor_id for e in events(document(("context", notation)), STATES) for p in e.participants})


@pytest.mark.parametrize(
    ("case", "expected"),
    [("van", ["actor/malta", "actor/union"]), ("met", ["actor/malta", "actor/oman", "actor/union"])],
)
def test_what_an_actor_is_of_takes_no_part_and_whom_it_meets_does(case: str, expected: list[str]) -> None:
    tail = f"met|met|ADP|case|10 de|de|DET|det|10 bond|bond|NOUN|nmod|7 {case}|{case}|ADP|case|12 Oman|Oman|PROPN|nmod|10"
    assert people(HELD.format(tail)) == expected


def test_the_sender_of_what_a_verb_mentions_takes_no_part() -> None:
    tail = "over|over|ADP|case|10 een|een|DET|det|10 brief|brief|NOUN|obl|1 {0}|{0}|ADP|case|12 Oman|Oman|PROPN|nmod|10"
    spoke = (
        "Malta|Malta|PROPN|nsubj|1 overlegde|overleggen|VERB|ROOT|1|Tense=Past,VerbForm=Fin op|op|ADP|case|3 3|3|NUM|obl|1 "
        "mei|mei|PROPN|flat|3 2021|2021|NUM|flat|3 met|met|ADP|case|7 Cyprus|Cyprus|PROPN|obl|1 {}"
    )
    assert people(spoke.format(tail.format("van"))) == ["actor/cyprus", "actor/malta"]
    assert people(spoke.format(tail.format("met"))) == ["actor/cyprus", "actor/malta", "actor/oman"]


def test_a_preposition_of_several_words_makes_nobody_take_part() -> None:
    attack = (
        "De|de|DET|det|1 aanval|aanval|NOUN|nsubj|2|Number=Sing begon|beginnen|VERB|ROOT|2|Tense=Past,VerbForm=Fin "
        "op|op|ADP|case|4 3|3|NUM|obl|2 mei|mei|PROPN|flat|4 2021|2021|NUM|flat|4 op|op|ADP|case|{} {}"
    )
    assert people(attack.format(8, "Oman|Oman|PROPN|obl|2")) == ["actor/oman"]
    assert people(attack.format(10, "basis|basis|NOUN|fixed|7 van|van|ADP|fixed|7 Oman|Oman|PROPN|obl|2")) == []


def test_a_possessive_is_the_subject_of_its_clause_where_the_number_agrees() -> None:
    notation = (
        "Malta|Malta|PROPN|nsubj|1 prees|prijzen|VERB|ROOT|1|Tense=Past,VerbForm=Fin {0}|{0}|PRON|nmod:poss|3 "
        "offensief|offensief|NOUN|obj|1 tegen|tegen|ADP|case|5 Oman|Oman|PROPN|nmod|3"
    )
    assert people(notation.format("zijn")) == ["actor/malta", "actor/oman"]
    assert people(notation.format("hun")) == ["actor/oman"]


def test_who_asks_something_at_a_gathering_takes_part_and_whom_it_is_about_does_not() -> None:
    notation = (
        "De|de|DET|det|1 vraag|vraag|NOUN|nsubj|10 {0}|{0}|ADP|case|3 Malta|Malta|PROPN|nmod|1 op|op|ADP|case|5 "
        "top|top|NOUN|nmod|1 van|van|ADP|case|7 3|3|NUM|nmod|5 mei|mei|PROPN|flat|7 2021|2021|NUM|flat|7 "
        "verraste|verrassen|VERB|ROOT|10|Tense=Past,VerbForm=Fin Cyprus|Cyprus|PROPN|obj|10"
    )
    assert people(notation.format("van")) == ["actor/malta"]
    assert people(notation.format("over")) == []


SPOKE = (
    "Malta|Malta|PROPN|nsubj|1 overlegde|overleggen|VERB|ROOT|1|Tense=Past,VerbForm=Fin op|op|ADP|case|3 3|3|NUM|obl|1 "
    "mei|mei|PROPN|flat|3 2021|2021|NUM|flat|3 met|met|ADP|case|{}"
)


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("7 eiland|eiland|NOUN|obl|1 zoals|zoals|SCONJ|mark|9 Cyprus|Cyprus|PROPN|nmod|7", ["actor/cyprus", "actor/malta"]),
        ("7 eiland|eiland|NOUN|obl|1 naast|naast|ADP|case|9 Cyprus|Cyprus|PROPN|nmod|7", ["actor/malta"]),
        ("7 een|een|NUM|obl|1 van|van|ADP|case|10 de|de|DET|det|10 vissers|visser|NOUN|nmod|7", ["actor/fishers", "actor/malta"]),
        (
            "7 tientallen|tiental|NOUN|obl|1 van|van|ADP|case|10 de|de|DET|det|10 vissers|visser|NOUN|nmod|7",
            ["actor/fishers", "actor/malta"],
        ),
        (
            "7 Oman|Oman|PROPN|obl|1 ,|,|PUNCT|punct|10 de|de|DET|det|10 Cyprus|Cyprus|PROPN|appos|7 ,|,|PUNCT|punct|13 "
            "de|de|DET|det|13 bond|bond|NOUN|conj|7 en|en|CCONJ|cc|16 de|de|DET|det|16 vissers|visser|NOUN|conj|7",
            ["actor/cyprus", "actor/fishers", "actor/malta", "actor/oman", "actor/union"],
        ),
        (
            "7 Oman|Oman|PROPN|obl|1 ,|,|PUNCT|punct|10 de|de|DET|det|10 bond|bond|NOUN|appos|7 ,|,|PUNCT|punct|13 "
            "de|de|DET|det|13 vissers|visser|NOUN|conj|7",
            ["actor/fishers", "actor/malta", "actor/oman"],
        ),
        ("7 schip|schip|NOUN|obl|1 van|van|ADP|case|10 de|de|DET|det|10 vissers|visser|NOUN|nmod|7", ["actor/malta"]),
        (
            "8 de|de|DET|det|8 vissers|visser|NOUN|obl|1 ,|,|PUNCT|punct|11 waaronder|waaronder|ADV|advmod|11 "
            "Cyprus|Cyprus|PROPN|acl:relcl|8",
            ["actor/cyprus", "actor/fishers", "actor/malta"],
        ),
        (
            "8 een|een|DET|det|8 eiland|eiland|NOUN|obl|1 ,|,|PUNCT|punct|11 waaronder|waaronder|ADV|amod|11 "
            "Cyprus|Cyprus|PROPN|acl:relcl|2",
            ["actor/cyprus", "actor/malta"],
        ),
        (
            "8 een|een|DET|det|8 eiland|eiland|NOUN|obl|1 ,|,|PUNCT|punct|11 ongetwijfeld|ongetwijfeld|ADV|amod|11 "
            "Cyprus|Cyprus|PROPN|acl:relcl|2",
            ["actor/malta"],
        ),
    ],
)
def test_some_of_many_are_named_by_what_stands_beside_them(tail: str, expected: list[str]) -> None:
    assert people(SPOKE.format(tail)) == expected


def test_the_object_of_a_helping_verb_is_that_of_its_verb() -> None:
    notation = (
        "Die|die|DET|det|1 sancties|sanctie|NOUN|obj|{} heeft|hebben|VERB|aux|7|Tense=Pres,VerbForm=Fin "
        "Malta|Malta|PROPN|nsubj|7 "
        "op|op|ADP|case|5 3|3|NUM|obl|7 mei|mei|PROPN|flat|5 opgelegd|opleggen|VERB|ROOT|7|VerbForm=Part"
    )
    assert people(notation.format(2)) == ["actor/malta"]
    assert people(notation.format(7)) == ["actor/malta"]
    assert people(notation.format(5)) == []


@pytest.mark.parametrize(("case", "expected"), [("van", ["actor/oman"]), ("tegen", ["actor/malta"])])
def test_whose_plan_it_is_does_what_is_planned_else_the_subject_above(case: str, expected: list[str]) -> None:
    notation = (
        f"Malta|Malta|PROPN|nsubj|1 kent|kennen|VERB|ROOT|1 het|het|DET|det|3 plan|plan|NOUN|obj|1 {case}|{case}|ADP|case|5 "
        "Oman|Oman|PROPN|nmod|3 om|om|ADP|mark|12 op|op|ADP|case|8 3|3|NUM|obl|12 mei|mei|PROPN|flat|8 2021|2021|NUM|flat|8 "
        "te|te|ADP|mark|12 betogen|betogen|VERB|acl|3|VerbForm=Inf"
    )
    assert people(notation) == expected


@pytest.mark.parametrize(("name", "named"), [("VNG", True), ("sector", False)])
def test_a_group_is_named_by_a_name_within_its_words_wherever_the_parser_hung_it(name: str, named: bool) -> None:
    (sentence,) = document(
        (
            "context",
            f"Met|met|ADP|case|1 leiders|leider|NOUN|obl|4 van|van|ADP|case|3 {name}|{name}|PROPN|obl|4 zei|zeggen|VERB|ROOT|4",
        )
    ).sentences
    group = Actor("ac4-18", "group", "leiders", (Mention(sentence.source_span(1, 3), sentence.words(1, 3), "nominal"),))
    people = People(sentence, Cast((group,), (), (), {}, {(0, 1): ("ac4-18",)}))
    assert people.ids(sentence.tokens[1]) == (("ac4-18",) if named else ())


@pytest.mark.parametrize(
    ("case", "expected"),
    [("en", ["actor/cyprus", "actor/malta", "actor/oman"]), ("door", ["actor/cyprus", "actor/malta"])],
)
def test_whom_a_phrase_brings_in_is_not_by_whom_something_below_it_is(case: str, expected: list[str]) -> None:
    dep = "conj|10" if case == "en" else "nmod|10"
    tail = (
        f"in|in|ADP|case|9 samenwerking|samenwerking|NOUN|obl|1 met|met|ADP|case|11 Cyprus|Cyprus|PROPN|nmod|9 "
        f"{case}|{case}|{'CCONJ|cc' if case == 'en' else 'ADP|case'}|13 Oman|Oman|PROPN|{dep.replace('10', '11')}"
    )
    assert people(HELD.format(tail)) == expected


@pytest.mark.parametrize(("case", "expected"), [("door", ["actor/malta"]), ("in", [])])
def test_what_stands_below_a_phrase_has_its_role(case: str, expected: list[str]) -> None:
    notation = (
        "De|de|DET|det|1 aanval|aanval|NOUN|nsubj|2|Number=Sing begon|beginnen|VERB|ROOT|2|Tense=Past,VerbForm=Fin "
        f"{case}|{case}|ADP|case|4 "
        "boten|boot|NOUN|nmod|1 van|van|ADP|case|6 Malta|Malta|PROPN|nmod|4 op|op|ADP|case|8 3|3|NUM|obl|2 "
        "mei|mei|PROPN|flat|8 2021|2021|NUM|flat|8"
    )
    assert people(notation) == expected


@pytest.mark.parametrize(("noun", "expected"), [("aanval", ["actor/oman"]), ("staking", [])])
def test_an_attack_is_on_somebody_and_a_strike_is_on_an_island(noun: str, expected: list[str]) -> None:
    notation = (
        f"De|de|DET|det|1 {noun}|{noun}|NOUN|nsubj|4|Number=Sing op|op|ADP|case|3 Oman|Oman|PROPN|nmod|1 "
        "begon|beginnen|VERB|ROOT|4|Tense=Past,VerbForm=Fin in|in|ADP|case|6 2021|2021|NUM|obl|4"
    )
    assert people(notation) == expected


@pytest.mark.parametrize(("dep", "expected"), [("obl", ["actor/malta"]), ("obl:arg", [])])
def test_who_does_something_by_a_happening_does_that_too(dep: str, expected: list[str]) -> None:
    notation = (
        f"Met|met|ADP|case|1 sancties|sanctie|NOUN|{dep}|2 raakt|raken|VERB|ROOT|2 Malta|Malta|PROPN|nsubj|2 "
        "Cyprus|Cyprus|PROPN|obj|2 in|in|ADP|case|6 2021|2021|NUM|nmod|1"
    )
    assert people(notation) == expected


@pytest.mark.parametrize(("opening", "expected"), [("Besluit|besluit|NOUN|nsubj|2", ["actor/union"]), ("het|het|DET|det|1", [])])
def test_who_follows_a_bare_noun_in_a_headline_does_it(opening: str, expected: list[str]) -> None:
    rest = "bond|bond|NOUN|nmod|{0} viel|vallen|VERB|ROOT|{1}|Tense=Past,VerbForm=Fin in|in|ADP|case|{2} 2021|2021|NUM|nmod|{0}"
    if expected:
        notation = f"{opening} " + rest.format(0, 2, 4)
    else:
        notation = f"{opening} besluit|besluit|NOUN|nsubj|3 " + rest.format(1, 3, 5)
    named = {**STATES, "bond": "actor/union"}
    found = events(document(("title", notation)), named)
    assert sorted(p.actor_id for e in found for p in e.participants) == expected


def test_a_ruling_called_arrest_is_by_the_court() -> None:
    notation = (
        "Het|het|DET|det|1 arrest|arrest|NOUN|nsubj|4 van|van|ADP|case|3 bond|bond|NOUN|nmod|1 "
        "viel|vallen|VERB|ROOT|4|Tense=Past,VerbForm=Fin in|in|ADP|case|6 2021|2021|NUM|obl|4"
    )
    (found,) = events(document(("context", notation)), STATES)
    assert [(found.event_type, p.role) for p in found.participants] == [("ruling", "agent")]


def test_a_headline_names_nobody_by_a_name_that_holds_the_noun() -> None:
    (sentence,) = document(("title", "Top|top|NOUN|nsubj|2 Oman|Oman|PROPN|flat|0 mislukt|mislukken|VERB|ROOT|2")).sentences
    (trigger,) = find_triggers(sentence)
    for first, expected in ((0, []), (1, ["ac0-8"])):
        span, words = sentence.source_span(first, 1), sentence.words(first, 1)
        body = Actor("ac0-8", "organisation", words, (Mention(span, words, "name"),))
        people = People(sentence, Cast((body,), (), (), {}, {(0, 1): ("ac0-8",)}))
        assert [a for a, _ in people.headline(trigger, "meeting")] == expected


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("schepen|schip|NOUN|obl|1|Number=Plur", ["actor/cyprus", "actor/malta", "actor/oman"]),
        ("schip|schip|NOUN|obl|1", ["actor/malta"]),
    ],
)
def test_the_names_after_a_plural_noun_are_those_it_stands_for(noun: str, expected: list[str]) -> None:
    tail = f"8 de|de|DET|det|8 {noun} Cyprus|Cyprus|PROPN|obl|1 en|en|CCONJ|cc|11 Oman|Oman|PROPN|conj|9"
    assert people(SPOKE.format(tail)) == expected


@pytest.mark.parametrize(("word", "expected"), [("samen", ["actor/cyprus", "actor/malta"]), ("blij", ["actor/malta"])])
def test_who_does_it_together_takes_part(word: str, expected: list[str]) -> None:
    tail = f"{word}|{word}|ADV|advmod|1 met|met|ADP|case|10 Cyprus|Cyprus|PROPN|obl|8"
    assert people(HELD.format(tail)) == expected


@pytest.mark.parametrize(("case", "expected"), [("aan", ["actor/malta", "actor/oman"]), ("over", ["actor/malta"])])
def test_who_is_given_something_takes_part_however_deep_the_parser_hung_it(case: str, expected: list[str]) -> None:
    notation = (
        "Malta|Malta|PROPN|nsubj|1 publiceerde|publiceren|VERB|ROOT|1|Tense=Past,VerbForm=Fin op|op|ADP|case|3 3|3|NUM|obl|1 "
        "mei|mei|PROPN|flat|3 2021|2021|NUM|flat|3 lijsten|lijst|NOUN|obj|1 ter|ter|ADP|case|8 inzage|inzage|NOUN|nmod|6 "
        f"{case}|{case}|ADP|case|10 Oman|Oman|PROPN|nmod|8"
    )
    assert people(notation) == expected


WHICH = (
    "De|de|DET|det|1 top|top|NOUN|nsubj|9|Number=Sing die|die|PRON|{}|8 Malta|Malta|PROPN|{}|8 op|op|ADP|case|5 3|3|NUM|obl|8 "
    "mei|mei|PROPN|flat|5 2021|2021|NUM|flat|5 {}|VERB|acl:relcl|1|Number=Sing,Tense=Past,VerbForm=Fin "
    "verraste|verrassen|VERB|ROOT|9|Tense=Past,VerbForm=Fin Cyprus|Cyprus|PROPN|obj|9"
)


@pytest.mark.parametrize(
    ("pronoun", "other", "verb", "expected"),
    [
        ("obj", "nsubj", "hield|houden", ["actor/malta"]),
        ("nsubj", "obj", "hield|houden", ["actor/malta"]),  # the parser took the one for the other
        ("obj", "obj", "hield|houden", ["actor/malta"]),
        ("nsubj", "obj", "trof|ergeren", []),
    ],
)
def test_who_performs_a_noun_in_its_relative_clause_takes_part(pronoun: str, other: str, verb: str, expected: list[str]) -> None:
    assert people(WHICH.format(pronoun, other, verb)) == expected


@pytest.mark.parametrize(("antecedent", "role"), [("lijst", "agent"), ("Oman", "target")])
def test_what_a_relative_pronoun_stands_for_bombs_nobody_where_it_is_nobody(antecedent: str, role: str) -> None:
    notation = (
        f"De|de|DET|det|1 {antecedent}|{antecedent}|NOUN|nsubj|8 die|die|PRON|nsubj|7 Malta|Malta|PROPN|obj|7 op|op|ADP|case|5 "
        "3|3|NUM|obl|7 mei|mei|PROPN|flat|5 bombardeerde|bombarderen|VERB|acl:relcl|1|Tense=Past,VerbForm=Fin "
        "verdween|verdwijnen|VERB|ROOT|8|Tense=Past,VerbForm=Fin"
    )
    found = events(document(("context", notation), submitted=date(2021, 6, 1)), STATES)
    assert ("actor/malta", role) in [(p.actor_id, p.role) for e in found for p in e.participants]


@pytest.mark.parametrize(("name", "expected"), [("Oman", ["actor/malta", "actor/oman"]), ("Omaan", ["actor/malta"])])
def test_a_name_counts_though_the_parser_took_an_adjective_for_its_head(name: str, expected: list[str]) -> None:
    tail = f"met|met|ADP|case|10 het|het|DET|det|10 Verenigd|verenigd|ADJ|nmod|7 {name}|{name}|PROPN|flat|10"
    assert people(HELD.format(tail)) == expected


def test_a_clause_that_only_hangs_below_a_noun_does_not_perform_it() -> None:
    clause = WHICH.replace("die|die|PRON|{}|8", "zoals|zoals|SCONJ|mark|8").replace("acl:relcl", "{}")
    assert people(clause.format("nsubj", "hield|houden", "advcl")) == []


@pytest.mark.parametrize(("verb", "role"), [("kreeg|krijgen", "target"), ("betaalde|betalen", "target"), ("gaf|geven", "agent")])
def test_who_gets_or_pays_a_fine_did_not_impose_it(verb: str, role: str) -> None:
    notation = (
        f"Malta|Malta|PROPN|nsubj|1 {verb}|VERB|ROOT|1|Tense=Past,VerbForm=Fin op|op|ADP|case|3 3|3|NUM|obl|1 "
        "mei|mei|PROPN|flat|3 2021|2021|NUM|flat|3 een|een|DET|det|7 boete|boete|NOUN|obj|1|Number=Sing"
    )
    (found,) = events(document(("context", notation)), STATES)
    assert [(p.actor_id, p.role) for p in found.participants] == [("actor/malta", role)]


@pytest.mark.parametrize(("verb", "role"), [("kreeg|krijgen", "host"), ("deed|doen", "agent")])
def test_who_gets_a_visit_receives_somebody(verb: str, role: str) -> None:
    notation = (
        f"Malta|Malta|PROPN|nsubj|1 {verb}|VERB|ROOT|1|Tense=Past,VerbForm=Fin op|op|ADP|case|3 3|3|NUM|obl|1 "
        "mei|mei|PROPN|flat|3 2021|2021|NUM|flat|3 een|een|DET|det|7 bezoek|bezoek|NOUN|obj|1|Number=Sing"
    )
    (found,) = events(document(("context", notation)), STATES)
    assert [(p.actor_id, p.role) for p in found.participants] == [("actor/malta", role)]
