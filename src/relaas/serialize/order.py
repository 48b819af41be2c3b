"""rdflib Dataset -> subjects in the order in which a person reads them, and names as short as they can be.

Document first, then its parts, who occurs, what happens, what is said; the characters all this rests on come last. Within a
kind the order is that of the text: offsets count as numbers. Both Turtle and JSON-LD are written in this order.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from rdflib import URIRef
from rdflib.term import Literal, Node

from relaas.vocabulary import PREFIXES, RDF

Properties = dict[URIRef, list[Node]]
Key = tuple[object, ...]

#: Kinds in the order in which they are read; the more telling class of a kind stands first.
_KINDS = (
    "Document",
    "Title QuestionContext Question SubQuestion Answer Footnote DocumentPart",
    "OfficeHolder GeopoliticalEntity Actor",
    "Office",
    "Place",
    "Event Participation",
    "Claim Attribution",
    "Figure",
    "CitedSource",
    "Coverage",
    "ClaimRelation",
    "BackgroundHolding",
    "LinkAbstention LinkCandidate",
    "ExtractionRun Correction",
    "TextSpan",
    "SourceText",
)
#: What a reader wants to know first of any node; the other properties follow by name.
_FIRST_NAMES = """
    rdf:type rdfs:label dcterms:title dcterms:identifier oa:exact relaas:normalized oa:start oa:end relaas:speechAct relaas:holder
    relaas:reporter relaas:addressee relaas:target relaas:contentText relaas:quotedText relaas:eventType relaas:factuality
    relaas:edtf relaas:actorType
"""


def _known(name: str) -> URIRef:
    prefix, _, term = name.partition(":")
    return URIRef(PREFIXES[prefix] + term)


_RANK: dict[Node, int] = {_known(f"relaas:{name}"): rank for rank, names in enumerate(_KINDS) for name in names.split()}
_RANK[_known("oa:Annotation")] = _RANK[_known("relaas:LinkAbstention")]
_RANK[_known("prov:SoftwareAgent")] = _RANK[_known("relaas:ExtractionRun")]
#: What has no class of ours stands before the characters.
_UNKNOWN = _RANK[_known("relaas:TextSpan")] - 0.5
_TELLING: dict[Node, int] = {_known(f"relaas:{name}"): rank for rank, name in enumerate(" ".join(_KINDS).split())}
_FIRST = {_known(name): rank for rank, name in enumerate(_FIRST_NAMES.split())}
_SPAN = _known("relaas:span")

_DIGITS = re.compile(r"([0-9]+)")
_BELOW = re.compile(r"(.*\d)\.([apc])(\d+(?:\.\d+)?)")
_OFFSETS = re.compile(r"/s(\d+)-(\d+)$")


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that orders numbers inside names by value: `cl98-105` before `cl205-220`.

    Numbers are compared by length and digits, since the digits of a number in a file from outside may be without end.
    """
    key = []
    for piece in _DIGITS.split(text):
        digits = piece.lstrip("0")
        key.append((0, len(digits), digits) if _DIGITS.fullmatch(piece) else (1, 0, piece))
    return tuple(key)


def described(triples: Iterable[tuple[Node, Node, Node]]) -> dict[Node, Properties]:
    """Return what is said of each subject, subjects and properties and values in reading order."""
    said: dict[Node, dict[URIRef, dict[Node, None]]] = defaultdict(lambda: defaultdict(dict))
    for subject, predicate, value in triples:
        said[subject][URIRef(str(predicate))][value] = None
    ordered = sorted(said, key=lambda subject: (_rank(said[subject]), _place(said[subject]), _reading(subject)))
    index = {subject: number for number, subject in enumerate(ordered)}

    def value_key(value: Node) -> Key:
        """Order values: nodes before literals, as they are described; Dutch before other languages."""
        if isinstance(value, Literal):
            language = value.language or ""
            return (1, language != "nl", language, natural(str(value)), str(value), str(value.datatype or ""))
        return (0, _TELLING.get(value, len(_TELLING)), index.get(value, len(index)), _reading(value))

    return {
        subject: {
            predicate: sorted(values, key=value_key) for predicate, values in sorted(said[subject].items(), key=_property_key)
        }
        for subject in ordered
    }


def _property_key(item: tuple[URIRef, object]) -> Key:
    predicate = item[0]
    return (_FIRST.get(predicate, len(_FIRST)), re.split(r"[/#]", predicate)[-1], str(predicate))


def _rank(said: dict[URIRef, dict[Node, None]]) -> float:
    """Return the rank of a node's first kind."""
    ranks = [_RANK[kind] for kind in said.get(RDF.type, ()) if kind in _RANK]
    return min(ranks, default=_UNKNOWN)


def _place(said: dict[URIRef, dict[Node, None]]) -> tuple[int, int]:
    """Return where a part stands, the longer of two that begin together first; nothing for what has no one span."""
    names = [found for span in said.get(_SPAN, ()) if (found := _OFFSETS.search(str(span)))]
    return (int(names[0][1]), -int(names[0][2])) if len(names) == 1 else (-1, 0)


def _reading(node: Node) -> Key:
    """Order names of nodes, with what hangs below a claim or event right after it: `cl1-5.a0` after `cl1-5`, before `cl7-9`."""
    name = str(node)
    below = _BELOW.fullmatch(name)
    return (natural(below[1]), below[2], natural(below[3]), name) if below else (natural(name), "", (), name)
