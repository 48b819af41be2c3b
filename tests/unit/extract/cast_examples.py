"""Hand-made documents for the tests of mentions, coreference and citations.

A sentence is written as `word/POS/label/head/features` with blanks between the tokens; what is left out is `X`, `dep`, the
first token, nothing. Words stand apart by a space, but for closing marks and after opening ones.
"""

from __future__ import annotations

from relaas.model import Analysis, Chamber, Document, Header, Part, PartKind, Passage, Sentence, Source, Span, Token

_CLOSING = frozenset(",.?!)»”:;")
_OPENING = frozenset("(«“")


def sentence_of(text: str, *, index: int = 0, part_id: str = "context", start: int = 0) -> Sentence:
    """Return the sentence that the notation describes; its tokens stand in the source from `start` on."""
    rows = [[*t.split("/"), "", "", "", ""][:5] for t in text.split()]
    tokens: list[Token] = []
    at = start
    for i, (word, pos, dep, head, morph) in enumerate(rows):
        following = rows[i + 1][0] if i + 1 < len(rows) else ""
        space = following not in _CLOSING and word not in _OPENING
        tag = "WW|pv|" if "VerbForm=Fin" in morph else ""
        span = Span(at, at + len(word))
        tokens.append(Token(i, word, word.lower(), pos or "X", tag, morph, dep or "dep", int(head or 0), span, space))
        at += len(word) + space
    return Sentence(index, part_id, tuple(tokens))


def analysis_of(*parts: tuple[PartKind, str], chamber: Chamber = "unknown", header: Header | None = None) -> Analysis:
    """Return a document of these parts, a sentence for each line of the notation."""
    text = ""
    made: list[Part] = []
    sentences: list[Sentence] = []
    counts: dict[str, int] = {}
    for ordinal, (kind, lines) in enumerate(parts):
        counts[kind] = counts.get(kind, 0) + 1
        part_id = kind if kind in {"title", "context"} else f"{kind[0]}{counts[kind]}"
        start = len(text)
        spans = []
        for line in filter(None, (row.strip() for row in lines.splitlines())):
            sentence = sentence_of(line, index=len(sentences), part_id=part_id, start=len(text))
            spans.append(Span(len(text) - start, len(text) - start + len(sentence.text)))
            sentences.append(sentence)
            text += sentence.text + " "
        body = text[start:].rstrip()
        passage = Passage(body, tuple(range(start, start + len(body))))
        made.append(Part(part_id, kind, Span(start, start + len(body)), ordinal, passage=passage, sentences=tuple(spans)))
    source = Source("example", text, "0" * 64)
    document = Document(source, "generic", chamber, "written-question", header or Header(), tuple(made))
    return Analysis(document, tuple(sentences))


def cited_document(*parts: tuple[PartKind, str, str], head: str = "") -> Document:
    """Return a document of plain texts `(kind, id, text)`; `[n]` in a text is a footnote mark and left out of its passage.

    A footnote's id is `fnN`, with its parent after a slash: `fn1/q1`.
    """
    text, made = head, []
    for ordinal, (kind, name, body) in enumerate(parts):
        part_id, _, parent = name.partition("/")
        start = len(text)
        kept, inside = [], False
        for i, c in enumerate(body):
            inside = inside or c == "["
            if not inside:
                kept.append(i)
            inside = inside and c != "]"
        passage = Passage("".join(body[i] for i in kept), tuple(start + i for i in kept))
        text += body + "\n"
        number = part_id[2:] if kind == "footnote" else None
        made.append(
            Part(part_id, kind, Span(start, start + len(body)), ordinal, number=number, parent=parent or None, passage=passage)
        )  # fmt: skip
    return Document(Source("example", text, "0" * 64), "generic", "unknown", "written-question", Header(), tuple(made))
