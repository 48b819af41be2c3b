"""Source -> Document: header, title, introduction, questions with their sub-questions, answers, footnotes, sentences.

The text is cut into lines; a layout says which lines are headings, page furniture and header; what is left is the
running text of parts. Part ids are `title`, `context`, `q1`, `a1`, `q2.1`, `fn1`: the first number of a unit's label where
every unit of its kind has one and no two share it, else the units of that kind are counted; an answer before the numbered
ones, to all questions, is `a0`. Ids say nothing but which part is meant: `number` keeps the label as printed.
Refuses nothing: any text with a word gives a document with at least one part, and text of no part gives a Diagnostic.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from relaas.model import Chamber, Diagnostic, Document, DocumentType, Metadata, Part, Person, Source, Span
from relaas.structure import (
    answering,
    blocks,
    footnotes,
    header,
    headings,
    layouts,
    lines,
    offices,
    sentences,
    subquestions,
    torn,
    unheaded,
)
from relaas.structure.headings import Block
from relaas.structure.lines import TEXT, Line, Mask
from relaas.structure.passages import Joiner


def arrange(source: Source, *, metadata: Metadata | None = None) -> Document:
    r"""Return the document that a source is.

    Never raises: a text without structure is one part, `context`. `metadata` is what a metadata file says; it is kept
    beside the text and changes nothing of what the text says, except the chamber of a text that does not show its own.

    >>> from relaas.model import Source
    >>> document = arrange(Source("vraag", "1. Hoeveel bussen rijden er?\nANTWOORD\n1. Er rijden 12 bussen.", "00"))
    >>> [(part.part_id, source_words) for part in document.parts for source_words in [document.source.quote(part.span)]]
    [('q1', 'Hoeveel bussen rijden er?'), ('a1', 'Er rijden 12 bussen.')]
    """
    return _Arrangement(source, metadata).document()


_REPLY = re.compile(r"[\s*_»”\"')\]]*(?:1[.)°]\s|(?:Ja|Nee|Neen)\b)")
_STATEMENT = 40  # characters: longer than what else stands behind a question mark


class _Arrangement:
    """The steps for one source, and what they find."""

    def __init__(self, source: Source, metadata: Metadata | None) -> None:
        self.source = source
        self.metadata = metadata
        self.text = source.text
        self.mask = Mask(len(source.text))
        self.lines: tuple[Line, ...] = lines.unmarked(lines.split(source.text), self.mask)
        self.layout = layouts.choose("\n".join(line.text for line in self.lines))
        self.joiner = Joiner(source.text, self.mask)
        self.diagnostics: list[Diagnostic] = []
        self._restore_lines()
        self.end = len(source.text)

    def _restore_lines(self) -> None:
        """Cut lines around what has a line of its own, where that makes the heading of an answer out of a text that has none."""
        if not self.layout.own_lines or headings.answered(headings.find(self.lines, self.layout)):
            return
        restored = lines.cut(self.lines, self.layout.own_lines)
        if headings.answered(headings.find(restored, self.layout)):
            self.lines = restored
            self.diagnostics.append(
                Diagnostic("info", "structure", "headings stand inside lines; they are read as lines of their own")
            )

    def document(self) -> Document:
        head = self._head()
        self._leave_other(head)
        capitals = offices.mostly_capitals(self.text)
        if capitals:
            message = "the text is set in capitals, so names cannot be told from other words; give it with small letters"
            self.diagnostics.append(Diagnostic("warning", "structure", message))
        signed = () if capitals else blocks.set_answer_head(self.lines, self.layout, self.mask)
        if signed:
            head = replace(head, header=replace(head.header, respondents=header.answerer(signed)))
        starts = blocks.heading_starts(self.lines, self.layout)
        notes = footnotes.find(self.lines, self.mask, body=head.body, headings=starts)
        found = blocks.find(self.text[: self.end], self.lines, self.layout, self.mask, body=head.body)
        if self.layout.inline_heading is not None:
            found = self._mended(found)
        found = self._unheaded(found)
        units = tuple(self._trimmed(self._with_question(tuple(self._trimmed(found)))))
        notice = any(b.kind == "notice" for b in found)
        parts = list(self._parts(head, units))
        parts = self._with_footnotes(parts, notes)
        if not parts:
            parts = list(self._whole())
        self._lost(parts)
        self._unread(parts, notice=notice)
        head = self._addressed(head, parts)
        kind: DocumentType = (
            "postponement" if notice else "written-question" if any(p.kind == "question" for p in parts) else "other"
        )
        chamber = self._chamber()
        return Document(
            self.source, self.layout.name, chamber, kind, head.header, tuple(parts), self.metadata, tuple(self.diagnostics)
        )

    def _chamber(self) -> Chamber:
        """Return whose paper it is: what the text shows, else what the metadata say; where the two differ that is reported."""
        shown, told = self.layout.chamber, self.metadata.chamber if self.metadata else None
        if told in (None, "unknown", shown):
            return shown
        if shown == "unknown":
            return told
        message = (
            f"the metadata say parlement {told!r}, but the text looks like a paper of {shown!r} and is read as one; check both"
        )
        self.diagnostics.append(Diagnostic("warning", "structure", message))
        return shown

    def _head(self) -> header.Head:
        first = blocks.first_heading(self.lines, self.layout, len(self.text))
        blocks.set_furniture([line for line in self.lines if line.start >= first], self.layout, self.mask)
        return header.read(self.text, self.lines, self.layout, self.mask, first_heading=first)

    def _leave_other(self, head: header.Head) -> None:
        """Leave out a second document in the same text: its words are not those of the people whom the first one names."""
        first = blocks.first_heading(self.lines, self.layout, len(self.text))
        at = header.again(self.lines, self.layout, head, first_heading=first)
        if at is None:
            return
        message = "another document begins here and is left out, with all that follows; give each document a file of its own"
        self.diagnostics.append(Diagnostic("warning", "structure", message, Span(*self.mask.trim(self.text, at, self.end))))
        self.end = at
        self.lines = tuple(line for line in self.lines if line.start < at)

    def _mended(self, found: tuple[Block, ...]) -> tuple[Block, ...]:
        mended = torn.mend(self.text, found, self.mask)
        known = {block.start for block in found}
        for block in mended:
            start, end = self.mask.trim(self.text, block.start, block.end)
            if block.start not in known and start < end:
                message = f"the heading of this {block.kind} is lost; a page break tells where it begins"
                self.diagnostics.append(Diagnostic("info", "structure", message, Span(start, end)))
        return mended

    def _unheaded(self, found: tuple[Block, ...]) -> tuple[Block, ...]:
        """Return the blocks with the answers that no heading announces, and say so."""
        cut = unheaded.find(self.text[: self.end], self.lines, found, self.layout, self.mask)
        first = next((block for block in cut if block.kind == "answer"), None)
        if cut != found and first is not None:
            start, end = self.mask.trim(self.text, first.start, first.end)
            message = "no heading says where the answers begin; they are read from the form of the text, the first of them here"
            self.diagnostics.append(Diagnostic("info", "structure", message, Span(start, end)))
        return cut

    def _with_question(self, found: Sequence[Block]) -> Iterator[Block]:
        """Yield the blocks; where no question shows itself, that above an answer is it, from where most sentences ask."""
        lone = not any(b.kind == "question" for b in found) and any(b.kind == "answer" for b in found)
        first_done = False
        for block, following in zip(found, [*found[1:], None], strict=False):
            answered = following is not None and following.kind == "answer"
            if not lone or block.kind != "context" or (first_done and not answered):
                yield block
                continue
            first_done = True
            passage = self.joiner.passage(block.start, block.end)
            cut = sentences.cut(passage, self.text)
            first = subquestions.first_asking(passage, cut)
            if first is None:
                yield block
                continue
            at = passage.offsets[cut[first].start]
            if first:
                yield replace(block, end=at)
            yield replace(block, kind="question", start=at)

    def _addressed(self, head: header.Head, parts: Sequence[Part]) -> header.Head:
        """Return the head with the office that the questions name as the one they ask, where no header names it."""
        pattern = self.layout.header.get("addressed")
        if head.header.addressees or not pattern:
            return head
        for part in parts:
            found = re.search(pattern, part.passage.text) if part.kind == "question" and part.passage else None
            if found and part.passage:
                person = Person(office=found["value"], span=part.passage.span(*found.span("value")))
                return replace(head, header=replace(head.header, addressees=(person,)))
        return head

    def _trimmed(self, found: Iterable[Block]) -> Iterator[Block]:
        for block in found:
            start, end = self.mask.trim(self.text, block.start, block.end)
            while end - start > 2 and self.text[end - 1] in "-–" and self.text[end - 2].isspace():
                start, end = self.mask.trim(self.text, start, end - 1)
            if block.kind != "annex" and any(c.isalnum() for c in self.text[start:end]):
                yield replace(block, start=start, end=end)

    def _parts(self, head: header.Head, units: Sequence[Block]) -> Iterator[Part]:
        if head.title:
            yield self._part("title", "title", Block("context", head.title.start, head.title.end), 1)
        named = answering.named(units)
        answers = answering.match(units, named)
        ordinals = {"q": 0, "a": 0, "c": 0}
        for n, block in enumerate(units):
            part_id = named[n]
            kind = part_id[0]
            ordinals[kind] += 1
            if kind == "q":
                yield from self._question(part_id, block, ordinals[kind])
            elif kind == "a":
                yield replace(self._part(part_id, "answer", block, ordinals[kind]), answers=answers[n])
            else:
                yield self._part(part_id, "context", block, ordinals[kind])

    def _question(self, part_id: str, block: Block, ordinal: int) -> Iterator[Part]:
        question = self._part(part_id, "question", block, ordinal)
        yield question
        assert question.passage is not None
        for k, cut in enumerate(subquestions.find(question.passage, question.sentences), start=1):
            span = question.passage.span(cut.start, cut.end)
            yield Part(f"{part_id}.{k}", "sub-question", span, k, parent=part_id)

    def _part(self, part_id: str, kind: str, block: Block, ordinal: int) -> Part:
        joiner = self.joiner if kind != "title" else Joiner(self.text, Mask(len(self.text)))
        passage = joiner.passage(block.start, block.end)
        cut = sentences.cut(passage, self.text) if kind != "title" else (Span(0, len(passage.text)),)
        return Part(part_id, kind, Span(block.start, block.end), ordinal, number=block.label, passage=passage, sentences=cut)  # type: ignore[arg-type]

    def _with_footnotes(self, parts: list[Part], notes: Sequence[footnotes.Footnote]) -> list[Part]:
        owners = [p for p in parts if p.kind in ("question", "answer", "context")]
        plain = Joiner(self.text, Mask(len(self.text)))
        for k, note in enumerate(notes, start=1):
            passage = plain.passage(note.text_start, note.end)
            place = note.start if note.mark is None else note.mark
            owner = next((p for p in reversed(owners) if p.span.start <= place), owners[0] if owners else None)
            parts.append(
                Part(
                    f"fn{k}",
                    "footnote",
                    Span(note.text_start, note.end),
                    k,
                    str(note.number),
                    owner.part_id if owner else None,
                    passage=passage,
                )
            )
        return parts

    def _whole(self) -> Iterator[Part]:
        """Yield the whole text as one part, when nothing of it could be given to another."""
        self.mask = Mask(len(self.text))
        self.joiner = Joiner(self.text, self.mask)
        start, end = self.mask.trim(self.text, 0, self.end)
        if start < end:
            yield self._part("context", "context", Block("context", start, end), 1)
        else:
            self.diagnostics.append(Diagnostic("error", "structure", "the text has no words"))

    def _lost(self, parts: Sequence[Part]) -> None:
        """Report text that belongs to no part, and answers whose question is not there."""
        claimed = bytearray(self.end)
        for part in parts:
            claimed[part.span.start : part.span.end] = b"\x01" * len(part.span)
        for part in parts:
            if part.kind == "answer" and not part.answers:
                message = f"an answer{f' to {part.number}' if part.number else ''} without its question"
                self.diagnostics.append(Diagnostic("warning", "structure", message, part.span))
        for match in re.finditer(b"\x00+", bytes(claimed)):
            start, end = self.mask.trim(self.text, *match.span())
            if start < end and any(c.isalnum() for c in self.text[start:end]):
                self.diagnostics.append(Diagnostic("warning", "structure", "text that belongs to no part", Span(start, end)))

    def _unread(self, parts: Sequence[Part], *, notice: bool) -> None:
        """Report lines that begin as the heading of an answer does and are none: whose words follow them is not certain.

        Where a text asks and nothing answers, that word inside a line is reported too: its line ends may be lost.
        """
        kinds = {part.kind for part in parts}
        asks = "question" in kinds or "?" in self.text
        unanswered = asks and "answer" not in kinds and not notice
        found = headings.suspect_within(self.text) if unanswered else None
        if found is not None and self.mask[found.start] == TEXT:
            message = f"{self.source.quote(found)!r} stands inside a line and is not read as a heading, and nothing else answers"
            self.diagnostics.append(Diagnostic("warning", "structure", f"{message}; give the text with its line ends", found))
        unmarked = _unmarked(self.text, parts) if unanswered else None
        if unmarked is not None:
            message = "what follows the question mark may be the answer, and is read as words of who asks"
            self.diagnostics.append(Diagnostic("warning", "structure", f"{message}; put 'Antwoord' on a line above it", unmarked))
        for line in headings.suspects(self.lines, any_case=unanswered):
            if self.mask[line.start] == TEXT:
                message = f"a line begins with {line.text.split()[0]!r} and is not read as a heading"
                if unanswered:
                    message += "; the document has questions and no answer"
                self.diagnostics.append(Diagnostic("warning", "structure", message, Span(line.start, line.end)))


def _unmarked(text: str, parts: Sequence[Part]) -> Span | None:
    """Return the first words that look like an answer without a heading.

    They say yes or no, begin the count again, or stand as statements behind every one of several questions.
    """
    behind: list[Span | None] = []
    for part in parts:
        if part.kind == "question":
            asked = text.rfind("?", part.span.start, part.span.end) + 1
            rest = Span(asked, part.span.end) if 0 < asked < part.span.end else None
            if rest and _REPLY.match(text, rest.start, rest.end):
                return rest
            behind.append(rest if rest and len(rest) >= _STATEMENT else None)
    return behind[0] if len(behind) > 1 and all(behind) else None
