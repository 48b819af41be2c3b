"""Words that ran together fall apart again, and only those."""

from collections import Counter

import pytest
import spacy

from relaas import assets
from relaas.language.mending import mend, seam, words_of

WRITTEN = Counter(
    ["molenbouwer", "kosten", "kosten", "dekosten", "gemeld", "centraal", "decentraal", "heid", "eenheid", "zeewind"]
)


@pytest.mark.parametrize(
    ("token", "parts"),
    [
        ("metDelfland", ("met", "Delfland")),
        ("hetKNMI", ("het", "KNMI")),
        ("deZee-unie", ("de", "Zee-unie")),
        ("molenbouwerVerhulst", ("molenbouwer", "Verhulst")),  # the first part stands elsewhere
        ("sluisbedrijfZeewind", ("sluisbedrijf", "Zeewind")),  # the second part does
        ("KNMIgemeld", ("KNMI", "gemeld")),
        ("dekosten", ("de", "kosten")),
        ("enkosten", ("en", "kosten")),
        ("vankosten", ("van", "kosten")),
        ("KostenHet", ("Kosten", "Het")),  # a heading before a sentence
        ("vande", ("van", "de")),  # two small words
        ("ophet", ("op", "het")),
        ("dater", ("dat", "er")),
    ],
)
def test_words_that_ran_together_fall_apart(token: str, parts: tuple[str, str]) -> None:
    at = seam(token, WRITTEN)
    assert at is not None
    assert (token[:at], token[at:]) == parts


@pytest.mark.parametrize(
    "token",
    [
        "PostNL",
        "GroenLinks",
        "eHealth",
        "iDeal",
        "bpost",
        "decentraal",
        "eenheid",
        "dezelfde",
        "sluisbedrijfOnbekend",
        "KNMIs",
        "meteen",
        "overeen",
        "meter",
        "ende",
        "dateen",
        "Vande",
        "kosten",
    ],
)
def test_words_that_are_whole_stay_whole(token: str) -> None:
    assert seam(token, WRITTEN) is None


def test_a_word_that_the_document_writes_twice_is_its_own() -> None:
    assert seam("dekosten", Counter(dekosten=2, kosten=5)) is None


def test_a_token_is_cut_where_a_sentence_begins_inside_it() -> None:
    nlp = spacy.blank("nl")
    text = "De brug (in mei).De boot vaart metDelfland mee."
    doc = mend(nlp, nlp.make_doc(text), (0, 17), words_of(text))
    assert doc.text == text
    assert [t.text for t in doc][5:8] == [")", ".", "De"]
    assert [t.text for t in doc][-5:] == ["vaart", "met", "Delfland", "mee", "."]


def test_a_text_in_order_is_left_alone() -> None:
    nlp = spacy.blank("nl")
    doc = nlp.make_doc("De brug is open. De boot vaart.")
    assert mend(nlp, doc, (0, 17), words_of(doc.text)) is doc


@pytest.mark.parametrize("entry", ["swallowing", "whole"])
def test_the_example_of_each_list_shows_one_of_its_words(entry: str) -> None:
    row = assets.load_yaml("data", "lexicons", "tokens.yaml")[entry]
    words = row["example"].rstrip(".").split()
    assert any(w in row["words"] or any(w.startswith(p) and w[len(p) :][:1].isupper() for p in row["words"]) for w in words)
