"""The language model as it ships: size, values, licence, card, and that plain spaCy reads it from a wheel, offline."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language

import relaas.language
from relaas.language.training import fitting
from relaas.language.training.card import BEGIN, END
from relaas.language.training.corpora import write

FOLDER = Path(relaas.language.__file__).parent / "model"
FILES = sorted(p for p in FOLDER.rglob("*") if p.is_file())


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(FOLDER)


def test_components_are_found_by_plain_spacy(nlp: Language) -> None:
    assert nlp.pipe_names == [
        "relaas_sentences", "tok2vec", "tagger", "morphologizer", "trainable_lemmatizer", "parser", "relaas_names",
    ]  # fmt: skip


def test_unpacked_and_packed_size() -> None:
    assert sum(p.stat().st_size for p in FILES) <= 42_000_000
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in FILES:
            archive.write(path, path.relative_to(FOLDER))
    assert len(box.getvalue()) <= 26_000_000


def test_values_are_rounded_to_16_bits_and_stored_in_32(nlp: Language) -> None:
    arrays = [nlp.vocab.vectors.data]
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if model is not None else ():
            arrays.extend(node.get_param(name) for name in node.param_names)
    assert sum(a.size for a in arrays) > 9_000_000
    for array in arrays:
        assert array.dtype == np.float32
        assert np.array_equal(array, array.astype(np.float16).astype(np.float32))


def test_nothing_tells_where_it_was_made() -> None:
    for path in FILES:
        if path.suffix in {".json", ".cfg", ".md"} or path.name in {"NOTICE", "cfg", "moves", "tokenizer"}:
            content = path.read_bytes()
            assert not [place for place in (b"/tmp/", b"/home/", b"/root/") if place in content], path


def test_licence_and_sources() -> None:
    meta = json.loads((FOLDER / "meta.json").read_text(encoding="utf-8"))
    assert meta["license"] == "CC BY-SA 4.0"
    assert "Attribution-ShareAlike 4.0 International" in (FOLDER.parent / "LICENSE-model").read_text(encoding="utf-8")
    for text in ((FOLDER / "NOTICE").read_text(encoding="utf-8"), (FOLDER / "README.md").read_text(encoding="utf-8")):
        for source in ("Alpino", "LassySmall", "Wikipedia", "Belgian Chamber", "Auteurswet", "CC BY-SA", "LGPL", "CC0"):
            assert source in text


def test_card_has_a_table_of_both_models() -> None:
    card = (FOLDER / "README.md").read_text(encoding="utf-8")
    version = json.loads((FOLDER / "meta.json").read_text(encoding="utf-8"))["version"]
    table = card.partition(BEGIN)[2].partition(END)[0]
    assert f"| 0.3.0 | {version} |" in table
    for line in (
        "alp_test: LAS",
        "las_test: LAS",
        "arcs of",
        "names: F1",
        "words per second",
        "seconds to load",
        "size unpacked",
    ):
        assert line in table
    assert "## Limits" in card
    assert "## What failed" in card


def test_long_paragraph_stays_in_one_piece(nlp: Language) -> None:
    text = "De minister van Waterstaat zei dat de dijk het houdt. " * 120
    doc = nlp(text)
    assert len(list(doc.sents)) == 120
    assert doc.text == text


OFFLINE = """
import socket, sys
def refuse(*a, **k): raise OSError("no network in this test")
socket.socket.connect = refuse
socket.create_connection = refuse
import relaas, spacy
from pathlib import Path
folder = Path(relaas.__file__).parent / "language" / "model"
assert str(folder).startswith(sys.argv[1]), folder
doc = spacy.load(folder)("Minister Claes zei dat Noorwegen de haven sluit. De VVD wacht.")
print([(t.text, t.dep_) for t in doc if t.dep_ in {"ROOT", "ccomp"}], [(e.text, e.label_) for e in doc.ents], end=" ")
print(len(list(doc.sents)))
"""


def test_the_wheel_parses_offline(checkout: Path, tmp_path: Path) -> None:
    options = ["--quiet", "--no-deps", "--no-build-isolation", "-w", str(tmp_path)]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, str(checkout)], check=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        packed = sum(i.compress_size for i in archive.infolist() if i.filename.startswith("relaas/language/model/"))
        assert packed <= 26_000_000
        archive.extractall(tmp_path / "site")
    done = subprocess.run(
        [sys.executable, "-c", OFFLINE, str(tmp_path / "site")], capture_output=True, text=True, cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "site"), "PATH": ""}, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    expected = (
        "[('zei', 'ROOT'), ('sluit', 'ccomp'), ('wacht', 'ROOT')] [('Claes', 'PER'), ('Noorwegen', 'LOC'), ('VVD', 'PARTY')] 2"
    )
    assert done.stdout.strip() == expected


def test_the_same_seed_gives_the_same_weights(nlp: Language, tmp_path: Path) -> None:
    docs = [nlp("De molenaar zei dat de wind draait."), nlp("Volgens de gemeente is de brug dicht.")]
    write(docs, tmp_path / "train.spacy")
    weights = []
    for run in ("one", "two"):
        changes = {"training.max_steps": 3, "training.eval_frequency": 3}
        stage = fitting.Stage(fitting.FURTHER, first=FOLDER, changes=changes)
        with (tmp_path / "log").open("w", encoding="utf-8") as log:
            fitting.fit(tmp_path / run, stage, train=tmp_path / "train.spacy", dev=tmp_path / "train.spacy", log=log)
        weights.append({p.parent.name: p.read_bytes() for p in (tmp_path / run / "model-last").glob("*/model")})
    assert weights[0] == weights[1]
    assert weights[0]["parser"] != (FOLDER / "parser" / "model").read_bytes()
