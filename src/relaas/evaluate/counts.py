"""Counts of what was found, missed and found falsely, and means of values; both add up over documents."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """True finds, false finds and misses. `due`: the annotation has something to score."""

    tp: int = 0
    fp: int = 0
    fn: int = 0
    due: bool = False

    def __add__(self, other: Found) -> Found:
        return Found(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn, self.due or other.due)

    def shown(self) -> dict[str, float]:
        """Return precision, recall and F1; no finds are right only where nothing was to be found."""
        none = float(not self.fn and not self.due)
        p = self.tp / (self.tp + self.fp) if self.tp + self.fp else none
        r = self.tp / (self.tp + self.fn) if self.tp + self.fn else (none if self.due else 1.0)
        f1 = round(2 * p * r / (p + r), 3) if p + r else 0.0
        return {"P": round(p, 3), "R": round(r, 3), "F1": f1, "tp": self.tp, "fp": self.fp, "fn": self.fn}


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean of values between 0 and 1."""

    sum: float = 0.0
    n: int = 0
    due: bool = False

    def __add__(self, other: Mean) -> Mean:
        return Mean(self.sum + other.sum, self.n + other.n, self.due or other.due)

    def shown(self) -> float | None:
        """Return the mean; None where nothing was to be scored."""
        if self.n:
            return round(self.sum / self.n, 3)
        return 0.0 if self.due else None
