"""Source -> Document: what the parts of a text are, and whose words they hold.

`arrange` is the way in. Layouts are data (`data/layouts/*.yaml`), one per parliament, the generic one last; the modules
here are the mechanism: lines, header, footnotes, blocks, passages, sentences.
Refuses nothing: a text without structure is one part.
"""

from relaas.structure.arrangement import arrange

__all__ = ["arrange"]
