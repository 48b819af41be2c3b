"""Sentences put together around clauses of a treebank: on a treebank of a few sentences, made by hand."""

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from relaas.errors import ModelError
from relaas.language.training import corpora, frames
from relaas.language.training.builder import Builder, cues, phrase
from relaas.language.training.drawing import Drawing
from relaas.language.training.fragments import Bank, collect

VOCAB = spacy.blank("nl").vocab
# word / part of speech / features / label / head
TREEBANK = (
    "De/DET//det/1 molenaar/NOUN/Number=Sing/nsubj/2 denkt/VERB/VerbForm=Fin/ROOT/2 dat/SCONJ//mark/6 de/DET//det/5 "
    "wind/NOUN/Number=Sing/nsubj/6 draait/VERB/VerbForm=Fin/ccomp/2 ./PUNCT//punct/2",
    "Wij/PRON/Number=Plur/nsubj/1 weten/VERB/VerbForm=Fin/ROOT/1 niet/ADV//advmod/1 of/SCONJ//mark/6 het/DET//det/5 "
    "graan/NOUN/Number=Sing/nsubj/6 rijpt/VERB/VerbForm=Fin/ccomp/1 ./PUNCT//punct/1",
    "Anna/PROPN/Number=Sing/nsubj/1 probeert/VERB/VerbForm=Fin/ROOT/1 de/DET//det/3 zak/NOUN/Number=Sing/obj/5 te/ADP//mark/5 "
    "tillen/VERB/VerbForm=Inf/xcomp/1 ./PUNCT//punct/1",
    "De/DET//det/1 sloot/NOUN/Number=Sing/nsubj/5 is/AUX/VerbForm=Fin/aux/5 al/ADV//advmod/4 vaak/ADV//advmod/5 "
    "bevroren/VERB/VerbForm=Part/ROOT/5 ./PUNCT//punct/5",
)


def tree(row: str) -> Doc:
    fields = [word.split("/") for word in row.split()]
    return Doc(
        VOCAB, words=[f[0] for f in fields], spaces=[n < len(fields) - 2 for n in range(len(fields))],
        pos=[f[1] for f in fields], morphs=[f[2] for f in fields], deps=[f[3] for f in fields],
        heads=[int(f[4]) for f in fields], lemmas=[{"is": "zijn"}.get(f[0], f[0]) for f in fields], tags=[f[1] for f in fields],
    )  # fmt: skip


@pytest.fixture(scope="module")
def bank() -> Bank:
    return collect(sentence for row in TREEBANK for sentence in tree(row).sents)


def test_fragments_are_what_hangs_together(bank: Bank) -> None:
    assert [f.text for f in bank.dat] == ["dat de wind draait"]
    assert [f.text for f in bank.of] == ["of het graan rijpt"]
    assert [f.text for f in bank.te] == ["de zak te tillen"]
    assert [f.text for f in bank.names] == ["Anna"]
    assert [f.text for f in bank.speakers] == ["de molenaar"]
    assert "de sloot is al vaak bevroren" in [f.text for f in bank.main]


@pytest.mark.parametrize("name", list(frames.table()["frames"]))
def test_every_construction_gives_one_tree(bank: Bank, name: str) -> None:
    drawing = Drawing(bank, frames.table())
    build = frames.construction(name)
    for _ in range(25):
        builder = Builder()
        build(drawing, builder)
        doc = builder.finish(VOCAB)
        assert [t.head.i for t in doc].count(next(t.i for t in doc if t.dep_ == "ROOT")) >= 1
        assert sum(t.head.i == t.i for t in doc) == 1
        assert len(list(doc.sents)) == 1
        assert doc.text[0].isupper() or doc.text[0] in "“’"
        assert doc.text[-1] in ".?"
        assert "  " not in doc.text


def test_order_and_arcs_of_a_subordinate_clause(bank: Bank) -> None:
    drawing = Drawing(bank, frames.table())
    for _ in range(30):
        builder = Builder()
        frames.construction("subordinate")(drawing, builder)
        doc = builder.finish(VOCAB)
        verb = next(t for t in doc if t.dep_ == "advcl")
        assert {c.dep_ for c in verb.children} >= {"mark", "nsubj", "ccomp"}
        assert (
            next(c for c in verb.children if c.dep_ == "nsubj").i < verb.i < next(c for c in verb.children if c.dep_ == "ccomp").i
        )
        assert not any(c.dep_ == "compound:prt" for c in verb.children)


def test_passive_has_auxiliary_and_no_subject(bank: Bank) -> None:
    drawing = Drawing(bank, frames.table())
    builder = Builder()
    frames.construction("passive")(drawing, builder)
    doc = builder.finish(VOCAB)
    root = next(t for t in doc if t.dep_ == "ROOT")
    labels = [c.dep_ for c in root.children]
    assert "aux:pass" in labels
    assert "ccomp" in labels
    assert "nsubj" not in labels


def test_the_same_seed_gives_the_same_sentences(bank: Bank) -> None:
    first, second = ([d.text for d in frames.compose(bank, VOCAB, tokens=600)] for _ in range(2))
    assert first == second
    assert len(set(first)) == len(first)


def test_only_the_cue_and_the_fragments_carry_tags(bank: Bank) -> None:
    doc = next(frames.compose(bank, VOCAB, tokens=1))
    bare = [t for t in doc if not t.pos_]
    assert bare
    assert all(not t.tag_ and not t.lemma_ for t in bare)


def test_a_table_with_an_unknown_construction_is_refused() -> None:
    with pytest.raises(KeyError, match="fronted"):
        frames.construction("fronted")


def test_a_word_that_hangs_nowhere_is_refused() -> None:
    builder = Builder()
    builder.word("de", "det")
    builder.stop(builder.word("brug", "ROOT"))
    with pytest.raises(ValueError, match="hangs nowhere"):
        builder.finish(VOCAB)


def test_forms_of_a_separable_verb() -> None:
    cue = cues(frames.table()["verbs"])["dat"][-1]
    builder = Builder()
    places = [
        builder.verb(cue, plural=False, past=True),
        builder.verb(cue, plural=True, past=False, joined=True),
        builder.participle(cue),
    ]
    for at in places:
        builder.attach(at, places[0])
    builder.stop(places[0])
    doc = builder.finish(VOCAB)
    assert [(t.text.lower(), t.lemma_) for t in doc[:3]] == [
        ("maakte", "maken"), ("bekendmaken", "bekendmaken"), ("bekendgemaakt", "bekendmaken"),
    ]  # fmt: skip


def test_phrase_of_a_holder() -> None:
    assert [(w.text, w.dep, w.head) for w in phrase("de minister van Binnenlandse Zaken").words] == [
        ("de", "det", 1), ("minister", "", -1), ("van", "case", 4), ("Binnenlandse", "amod", 4), ("Zaken", "nmod", 1),
    ]  # fmt: skip


def test_mixing_keeps_every_sentence_once() -> None:
    parts = [tree(row) for row in TREEBANK] * 5
    mixed = list(corpora.mix(parts))
    assert sorted(s.text for d in mixed for s in d.sents) == sorted(p.text for p in parts)
    assert [d.text for d in mixed] == [d.text for d in corpora.mix(parts)]
    assert max(len(list(d.sents)) for d in mixed) <= 10


def test_missing_training_data_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"train\.spacy is not in"):
        list(corpora.read(tmp_path / "train.spacy", VOCAB))


def test_official_files_are_written_as_the_others(tmp_path: Path) -> None:
    rows = [
        "1\tZij\tzij\tPRON\tVNW|pers\tPerson=3\t2\tnsubj\t_\t_",
        "2\tstelde\tvast_stellen\tVERB\tWW|pv\tVerbForm=Fin\t0\troot\t_\t_",
        "3\tde\tde\tDET\tLID\t_\t4\tdet\t_\t_",
        "4\tmolenwiek\tmolen_wiek\tNOUN\tN|soort\t_\t2\tobj\t_\t_",
        "5\tvast\tvast\tADP\tVZ\t_\t2\tcompound:prt\t_\tSpaceAfter=No",
        "6\t.\t.\tPUNCT\tLET\t_\t2\tpunct\t_\t_",
    ]
    (tmp_path / "nl_test-ud-train.conllu").write_text("\n".join(rows) + "\n\n", encoding="utf-8")
    (doc,) = corpora.official(tmp_path, VOCAB)
    assert doc.text.strip() == "Zij stelde de molenwiek vast."
    assert [t.lemma_ for t in doc] == ["zij", "stellen", "de", "molenwiek", "vast", "."]
    assert doc[3].tag_ == "N_soort"
    assert [t.head.i for t in doc] == [1, 1, 3, 1, 1, 1]
    with pytest.raises(ModelError, match=r"universaldependencies\.org"):
        list(corpora.official(tmp_path / "none", VOCAB))


def test_known_sentences_are_dropped() -> None:
    known: set[str] = set()
    kept = list(corpora.without([tree(TREEBANK[0]), tree(TREEBANK[1]), tree(TREEBANK[0])], known))
    assert len(kept) == 2
