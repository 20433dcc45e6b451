"""What a comparison with gold comes to: counts, and every fault in words."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fault:
    """One error. `problem` is "missed", "false alarm" or "wrong"; `gold` and `found` are what should and what does
    stand there (either may be ""), `why` says what keeps the nearest finding from being right."""

    kind: str
    report: str
    problem: str
    gold: str = ""
    found: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one kind of finding. `hits` are gold items found; `right` findings that hit; precision is
    right / found, recall hits / gold. `extra` holds further counts by name."""

    kind: str
    gold: int
    found: int
    hits: int
    right: int
    extra: dict[str, int] = field(default_factory=dict)

    @property
    def precision(self) -> float | None:
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        return self.hits / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """None where there is nothing to find and nothing was found; 0 where one side is empty."""
        if not self.gold and not self.found:
            return None
        precision, recall = self.precision or 0.0, self.recall or 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of one gold file, and its faults in the order of the reports."""

    gold: str
    scores: tuple[Score, ...]
    faults: tuple[Fault, ...]

    def __getitem__(self, kind: str) -> Score:
        return next(score for score in self.scores if score.kind == kind)


def add(scores: list[Score]) -> Score:
    """The scores of one kind over several reports as one (micro average)."""
    extra: dict[str, int] = {}
    for score in scores:
        for name, count in score.extra.items():
            extra[name] = extra.get(name, 0) + count
    return Score(
        kind=scores[0].kind,
        gold=sum(score.gold for score in scores),
        found=sum(score.found for score in scores),
        hits=sum(score.hits for score in scores),
        right=sum(score.right for score in scores),
        extra=extra,
    )
