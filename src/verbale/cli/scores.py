"""Scores against gold as tables."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from verbale.cli.output import clean, table
from verbale.evaluate import Score, Scores

if TYPE_CHECKING:
    from rich.console import RenderableType


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def scores(result: Scores) -> "RenderableType":
    """One line a kind."""
    names = ("kind", "gold", "found", "right", "P", "R", "F1", "also counted")
    columns = [(name, int(name == names[-1])) for name in names]
    made: RenderableType = table(columns, (_row(score) for score in result.scores), title=result.gold)
    return made


def _row(score: Score) -> tuple[str, ...]:
    extra = ", ".join(f"{count} {name}" for name, count in score.extra.items() if count)
    counts = (str(score.gold), str(score.found), str(score.right))
    return (score.kind, *counts, _share(score.precision), _share(score.recall), _share(score.f1), extra)


def faults(result: Scores, kinds: list[str] | None) -> Iterator["RenderableType"]:
    """Every fault: what the gold has (-), what was found (+), and why it does not fit (!)."""
    from rich.text import Text

    place = ""
    for fault in result.faults:
        if kinds and fault.kind not in kinds:
            continue
        if fault.report != place:
            place = fault.report
            yield Text(f"\n{place or 'all reports'}", style="bold")
        yield Text(f"  {fault.kind}: {fault.problem}", style="yellow")
        for mark, words, style in (("-", fault.gold, "green"), ("+", fault.found, "red"), ("!", fault.why, "dim")):
            if words:
                yield Text(f"    {mark} {clean(words)}", style=style)


def as_data(result: Scores) -> dict[str, Any]:
    """Scores and faults as plain data, rounded to four places."""
    return {
        "gold": result.gold,
        "scores": {
            score.kind: {
                "gold": score.gold,
                "found": score.found,
                "right": score.right,
                "precision": _rounded(score.precision),
                "recall": _rounded(score.recall),
                "f1": _rounded(score.f1),
                **{name.replace(" ", "_"): count for name, count in score.extra.items()},
            }
            for score in result.scores
        },
        "faults": list(result.faults),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
