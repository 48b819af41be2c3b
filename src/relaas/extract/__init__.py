"""Analysis -> Findings: who says what about which event, and where that is written.

One module per kind of finding, each driven by lexicon files; `joining` then ties the kinds together. Refuses nothing: what
cannot be told (whose pronoun, which year) is left open, never guessed.
"""

from __future__ import annotations

from dataclasses import replace

from relaas.ids import Namer
from relaas.model import Analysis, Findings

__all__ = ["extract"]


def extract(analysis: Analysis) -> Findings:
    """Find everything in one analysed document. The result depends on the text alone."""
    from relaas.extract.citations import find_sources
    from relaas.extract.claims import find_claims, speaking
    from relaas.extract.consistency import find_inconsistencies
    from relaas.extract.coreference import find_cast
    from relaas.extract.coverage import find_coverage
    from relaas.extract.dates import find_dates
    from relaas.extract.dutch import doubt_language
    from relaas.extract.events import find_events
    from relaas.extract.figures import find_figures
    from relaas.extract.joining import Found, join

    namer = Namer()
    cast = find_cast(analysis, namer)
    sources = find_sources(analysis, cast, namer)
    sources = (*sources, *speaking(analysis, cast, sources, namer))
    dates = find_dates(analysis)
    found = Found(
        figures=find_figures(analysis, dates, namer),
        events=find_events(analysis, cast, dates, namer),
        claims=find_claims(analysis, cast, sources, namer),
        sources=sources,
        coverage=find_coverage(analysis, namer),
    )
    findings = join(found, analysis, cast, namer)
    odd = find_inconsistencies(analysis, dates, findings)
    return replace(findings, diagnostics=(*findings.diagnostics, *doubt_language(analysis), *odd))
