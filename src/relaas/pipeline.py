"""Files -> graphs: the order of the stages, for one document and for many.

    read -> arrange -> analyse -> extract -> link -> map -> validate -> serialize

The only room that knows them all. A document that cannot be read, or that shows a bug of ours, becomes a row of the report and
never stops the others; a graph that does not conform is written all the same, and its row says so.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib.metadata import version as package_version
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from relaas import assets
from relaas.errors import InputError, RelaasError
from relaas.ids import DEFAULT_BASE
from relaas.ingest import Input, doubt, metadata_beside, printable, read, read_bytes, read_metadata
from relaas.language import BUNDLED
from relaas.model import Analysis, Diagnostic, Document, Findings, Metadata, Source

if TYPE_CHECKING:
    from rdflib import Dataset

    from relaas.graph import Run
    from relaas.link import KnowledgeBase, Ruling
    from relaas.validate import Report

#: How the diagnostics of a live service that failed begin.
REMOTE = "Wikidata "
_NAMED = 40  # characters of a file's name in that of its draft, which may not be longer than file systems allow
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Options:
    """What a build may be told. `validate` and `metadata` say nothing about how a text is read; everything else changes a graph.

    `index` is a file of `relaas index-wikidata`, `live` the address of a Wikidata API, `cache` the folder for its answers (None:
    the user's own), `decisions` a file of `relaas link review`.
    """

    base: str = DEFAULT_BASE
    links: bool = True
    validate: bool = True
    language_model: str = BUNDLED
    metadata: Path | None = None
    index: Path | None = None
    live: str | None = None
    cache: Path | None = None
    decisions: Path | None = None


@dataclass(frozen=True)
class Build:
    """One document, built: its findings, its dataset, the report on it, and the seconds each stage took."""

    findings: Findings
    dataset: Dataset
    report: Report | None
    seconds: dict[str, float]

    def graph(self) -> Dataset:
        """Return the rdflib Dataset with the named graphs of the document."""
        return self.dataset


@dataclass(frozen=True, slots=True)
class Row:
    """A row of report.json: what became of one input."""

    input: str
    status: Literal["built", "failed"]
    output: str | None = None
    reason: str | None = None
    unread: bool = False
    conforms: bool | None = None
    counts: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    diagnostics: tuple[str, ...] = ()
    remote_failed: bool = False
    trace: str | None = None  # of an exception nobody expected: a bug of ours
    sha256: str | None = None  # of the input's bytes

    def to_json(self) -> dict[str, Any]:
        """Return the row as report.json has it."""
        row = asdict(self)
        del row["unread"], row["remote_failed"], row["trace"], row["sha256"]
        return row


def build(source: Path | str | Source, *, options: Options = Options(), metadata: Metadata | None = None) -> Build:
    """Build the graph of one document: a path, or a Source that was read already.

    With a path, a `NAME.metadata.json` beside it is read. Raises InputError for what cannot be read.
    """
    seconds: dict[str, float] = {}
    if isinstance(source, Source):
        return _built(source, metadata, options, seconds)
    path = Path(source)
    if metadata is None and (beside := metadata_beside(path)) is not None:
        metadata = read_metadata(beside)[0]
    return _built(_timed(seconds, "read", lambda: read(path)), metadata, options, seconds)


def read_input(item: Input, options: Options) -> tuple[Source, Metadata | None, tuple[Diagnostic, ...]]:
    """Read an input and the metadata that belongs to it; an input whose graph another would overwrite is not read."""
    import sys

    if item.clashes:
        others = ", ".join(item.clashes)
        raise InputError(item.label, f"has the name of {others}, and so would its graph", "rename one or build them apart")
    path = options.metadata or item.metadata
    metadata, notes = read_metadata(path) if path is not None else (None, ())
    source = read_bytes(sys.stdin.buffer.read(), name="stdin", label="standard input") if item.path is None else read(item.path)
    return source, metadata, (*notes, *doubt(source.text))


def analyse_source(source: Source, *, metadata: Metadata | None = None, options: Options = Options()) -> Analysis:
    """Return the trees of a document, as the finders see them."""
    from relaas.language import analyse
    from relaas.structure import arrange

    return analyse(arrange(source, metadata=metadata), model=options.language_model)


def build_one(item: Input, out: Path, form: str, options: Options) -> Row:
    """Build one input and write its graph to `out`; every failure of this document becomes the row's reason.

    Raises what would fail every document alike, such as ModelError.
    """
    seconds: dict[str, float] = {}
    try:
        return _built_row(item, out, form, options, seconds)
    except InputError as error:
        where = f"{error.name}: " if error.name.endswith(".json") else ""  # the metadata, not the document
        reason, unread, trace = f"{where}{error.reason}; {error.advice}", True, None
    except RelaasError:
        raise
    except MemoryError:
        reason, unread, trace = "needs more memory than there is; split it, or give fewer --jobs", False, None
    except Exception as error:  # whatever it is: the documents after this one are built, and the row says what it was
        reason, unread, trace = _bug(error, seconds), False, "".join(traceback.format_exception(error))
    return Row(item.label, "failed", reason=reason, unread=unread, seconds=_rounded(seconds), trace=trace)


def _built_row(item: Input, out: Path, form: str, options: Options, seconds: dict[str, float]) -> Row:
    from relaas.serialize import FORMATS, serialize

    source, metadata, notes = _timed(seconds, "read", lambda: read_input(item, options))
    built = _built(source, metadata, options, seconds)
    data = _timed(seconds, "serialize", lambda: serialize(built.dataset, form, base=options.base))
    target = out / f"{item.stem}.{FORMATS[form].ending}"
    try:
        write_whole(target, data)
    except OSError as error:
        reason = f"{printable(target.name)} could not be written ({error.strerror})"
        return Row(item.label, "failed", reason=reason, seconds=_rounded(seconds))
    return row_of(item, built, notes=notes, output=printable(target.name))


def _bug(error: Exception, seconds: dict[str, float]) -> str:
    """Say what kind of error it was, in which stage, and the last line of ours that it came through."""
    room = Path(__file__).parent
    ours = [f for f in traceback.extract_tb(error.__traceback__) if Path(f.filename).is_relative_to(room)]
    place = f"{Path(ours[-1].filename).relative_to(room).as_posix()}, line {ours[-1].lineno}" if ours else "outside relaas"
    return f"met a bug in relaas: {type(error).__name__} in stage {list(seconds)[-1]!r} ({place}); please report it"


def row_of(item: Input, built: Build, *, notes: tuple[Diagnostic, ...] = (), output: str | None = None) -> Row:
    """Return the row of report.json of a document that was built."""
    findings = built.findings
    return Row(
        input=item.label,
        status="built",
        output=output,
        conforms=built.report.conforms if built.report is not None else None,
        counts=count(findings),
        seconds=_rounded(built.seconds),
        diagnostics=tuple(f"{d.stage}: {d.message}" for d in (*notes, *findings.diagnostics)),
        sha256=findings.document.source.sha256,
        remote_failed=any(d.stage == "link" and d.message.startswith(REMOTE) for d in findings.diagnostics),
    )


def build_many(items: tuple[Input, ...], out: Path, form: str, options: Options, *, jobs: int = 1) -> Iterator[Row]:
    """Build every input, `jobs` at a time, and give the rows in the order of the inputs.

    A document that kills its process is tried once more alone, then given up with a reason.
    """
    if jobs == 1 or len(items) == 1:
        yield from (build_one(item, out, form, options) for item in items)
        return
    waiting = deque(items)
    while waiting:
        pool = _pool(min(jobs, len(waiting)))
        try:
            futures: list[Future[Row]] = [pool.submit(build_one, item, out, form, options) for item in waiting]
            for future in futures:
                row = future.result()
                waiting.popleft()
                yield row
        except BrokenProcessPool:  # which document it was nobody knows: the first that waits goes alone, the others together
            yield _alone(waiting.popleft(), out, form, options)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _alone(item: Input, out: Path, form: str, options: Options) -> Row:
    with _pool(1) as pool:
        try:
            return pool.submit(build_one, item, out, form, options).result()
        except BrokenProcessPool:
            return Row(item.label, "failed", reason="killed the process that read it; give its text as .txt")


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))


def count(findings: Findings) -> dict[str, int]:
    """Return how many of each kind were found."""
    kinds = ("actors", "places", "events", "claims", "figures", "sources", "coverage", "relations")
    counts = {kind: len(getattr(findings, kind)) for kind in kinds}
    counts["questions"] = sum(p.kind == "question" for p in findings.document.parts)
    counts["answers"] = sum(p.kind == "answer" for p in findings.document.parts)
    counts["links"] = sum(link.qid is not None and link.review_status != "rejected" for link in findings.links)
    return counts


def write_whole(target: Path, data: bytes) -> None:
    """Write a file so that a reader sees the old one or the whole new one, never a part."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:_NAMED]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


@cache
def run_of(language_model: str = BUNDLED, resources: tuple[str, ...] = ()) -> Run:
    """Return what a graph says about the run that made it: versions, and a digest of every rule it may rest on.

    `resources` tell one index, or one live service, from another; decisions of persons stand in the graph themselves.
    """
    from relaas.graph import Run
    from relaas.language import version

    digest = hashlib.sha256()
    for name in ("gazetteer", "layouts", "lexicons", "linking"):
        room = assets.folder("data", name)
        for path in sorted(p for p in room.rglob("*") if p.suffix in (".yaml", ".tsv")):
            digest.update(path.relative_to(room).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    for resource in resources:
        digest.update(resource.encode() + b"\0")
    return Run(package_version("relaas"), version(language_model), digest.hexdigest())


@cache
def _rulings(path: Path, _changed: int) -> tuple[Ruling, ...]:
    """Return the decisions in a file, read once for each state of it; what is wrong with its lines the command line says."""
    from relaas.link.decisions import read_rulings

    return read_rulings(path)[0]


def _linked(findings: Findings, options: Options) -> tuple[Findings, tuple[str, ...]]:
    """Return the findings with links, and what tells the sources of the links from others of their kind."""
    from relaas.link import link

    knowledge: KnowledgeBase | None = None
    resources: tuple[str, ...] = ()
    if options.index is not None:
        from relaas.link.indexed import indexed_knowledge

        knowledge = indexed_knowledge(options.index)
        resources = (f"index {knowledge.identity}",)
    elif options.live is not None:
        from relaas.link.live import live_knowledge

        knowledge = live_knowledge(options.live, options.cache)
        resources = (f"live {options.live}",)
    rulings = _rulings(options.decisions, options.decisions.stat().st_mtime_ns) if options.decisions is not None else ()
    return link(findings, knowledge_base=knowledge, rulings=rulings), resources


def _built(source: Source, metadata: Metadata | None, options: Options, seconds: dict[str, float]) -> Build:
    from relaas.extract import extract
    from relaas.graph import to_dataset
    from relaas.language import analyse, load
    from relaas.structure import arrange
    from relaas.validate import validate

    document: Document = _timed(seconds, "structure", lambda: arrange(source, metadata=metadata))
    _timed(seconds, "load model", lambda: load(options.language_model))
    analysis = _timed(seconds, "analyse", lambda: analyse(document, model=options.language_model))
    findings = _timed(seconds, "extract", lambda: extract(analysis))
    resources: tuple[str, ...] = ()
    if options.links:
        findings, resources = _timed(seconds, "link", lambda: _linked(findings, options))
    run = run_of(options.language_model, resources)
    dataset = _timed(seconds, "graph", lambda: to_dataset(findings, base=options.base, run=run))
    report = _timed(seconds, "validate", lambda: validate(dataset)) if options.validate else None
    return Build(findings, dataset, report, seconds)


def _timed(seconds: dict[str, float], stage: str, work: Callable[[], Result]) -> Result:
    begin = time.perf_counter()
    try:
        return work()
    finally:
        seconds[stage] = seconds.get(stage, 0.0) + time.perf_counter() - begin


def _rounded(seconds: dict[str, float]) -> dict[str, float]:
    return {stage: round(s, 4) for stage, s in seconds.items()}


def explain_node(name: str, graphs: list[Path], *, form: str = "text", language_model: str | None = BUNDLED) -> Any:
    """Explain a node of the graphs, rendered; with a language model also the tree of its sentence, parsed anew."""
    from dataclasses import replace

    from relaas.present import explain, render_explanation
    from relaas.serialize import merge, read_dataset

    explanation = explain(merge(read_dataset(path) for path in graphs), name)
    if language_model is not None and explanation.start is not None and explanation.text:
        tree = _tree_at(explanation.text, explanation.start, language_model)
        explanation = replace(explanation, tree=tree)
    return render_explanation(explanation, form=form)


def _tree_at(text: str, start: int, language_model: str) -> tuple[str, ...]:
    """Return the tree of the sentence in which offset `start` stands: form, part of speech, label, head."""
    analysis = analyse_source(Source("explained", text, "0" * 64), options=Options(language_model=language_model))
    for sentence in analysis.sentences:
        if sentence.span.start <= start < sentence.span.end:
            width = max(len(t.text) for t in sentence.tokens)
            return tuple(f"{t.text:{width}}  {t.pos:5}  {t.dep:12}  {sentence.tokens[t.head].text}" for t in sentence.tokens)
    return ()
