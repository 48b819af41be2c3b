"""Graphs + hand-made annotations + texts -> scores, with every miss and every false find.

A reader of the annotations made them from the text and a written guide, without a program. Everything is paired one to one, so
a duplicate is a false find; what the annotator doubted is optional: found, it counts, missing, it does not. Refuses annotations
that do not resolve in their text.
"""

from relaas.evaluate.causes import count_causes
from relaas.evaluate.report import to_json, to_text
from relaas.evaluate.scoring import Mistake, Sheet, graph_of, score_document, score_folder, total

__all__ = ["Mistake", "Sheet", "count_causes", "graph_of", "score_document", "score_folder", "to_json", "to_text", "total"]
