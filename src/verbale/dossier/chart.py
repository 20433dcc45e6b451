"""The timeline as a drawing: one lane a track, one dot or bar an act, drawn on the server as SVG.

Talks come in bursts years apart, so time is not drawn to scale throughout: every month (or quarter, or year) in which
something happened has the same width, and empty stretches between them are a narrow gap with a mark.
"""

from dataclasses import dataclass
from datetime import date

from verbale.model import TimeValue, TrackRow
from verbale.views.dates import MONTHS, show_time
from verbale.views.timeline import TimelineEntry

WIDTH = 960
LEFT, RIGHT, TOP = 2, 16, 30
NAME = 22  # height of a lane's name
STEP, RADIUS = 13, 4.5  # height of one row of dots, radius of a dot
MOST_ROWS = 8  # rows of dots in one lane; what does not fit is counted
MOST_BUCKETS = 30
GAP = 0.45  # width of an empty stretch, in buckets

# Quad categories of PLOVER: what kind of act a colour stands for (classes in dossier.css).
QUAD = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "verbal-cooperation"),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), "material-cooperation"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "verbal-conflict"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "material-conflict"),
}
OTHER_LANE = "other acts"


@dataclass(frozen=True, slots=True)
class Mark:
    """One act: from `x` to `end` (equal for a day) at height `y`."""

    id: str
    x: float
    end: float
    y: float
    quad: str
    planned: bool
    title: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A track's lane; `left_out` counts the acts that it had no room for."""

    name: str
    top: float
    height: float
    marks: tuple[Mark, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Tick:
    x: float
    width: float
    label: str
    year: str
    gap: bool


@dataclass(frozen=True, slots=True)
class Chart:
    width: int
    height: float
    left: int
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]


def timeline_chart(
    entries: list[TimelineEntry], track_of: dict[str, str | None], tracks: list[TrackRow]
) -> Chart | None:
    """The drawing; None where fewer than two acts have dates on both sides."""
    dated = [(one, one.when) for one in entries if one.when and one.when.earliest and one.when.latest]
    if len(dated) < 2:
        return None
    scale = _Scale([time for _, time in dated])
    names = {track.id: track.name for track in tracks}
    groups: dict[str, list[tuple[TimelineEntry, TimeValue]]] = {}
    for one, time in dated:
        groups.setdefault(names.get(track_of.get(one.id) or "", OTHER_LANE), []).append((one, time))
    lanes: list[Lane] = []
    top = float(TOP)
    for name in sorted(groups, key=lambda name: (name == OTHER_LANE, -len(groups[name]), name)):
        lane = _lane(name, groups[name], top, scale)
        lanes.append(lane)
        top += lane.height
    return Chart(WIDTH, top + 6, LEFT, tuple(lanes), scale.ticks)


def _lane(name: str, acts: list[tuple[TimelineEntry, TimeValue]], top: float, scale: "_Scale") -> Lane:
    ends: list[float] = []
    marks: list[Mark] = []
    left_out = 0
    for one, time in acts:
        x, end = scale.span(time)
        row = next((at for at, last in enumerate(ends) if x - last >= 2 * RADIUS + 2), len(ends))
        if row >= MOST_ROWS:
            left_out += 1
            continue
        if row == len(ends):
            ends.append(end)
        ends[row] = end
        title = f"{show_time(one.when)}: {one.what}, {one.who}"
        y = top + NAME + STEP * (row + 0.5)
        planned = one.status in ("planned", "cancelled", "refused", "denied")
        marks.append(Mark(one.id, x, end, y, QUAD[one.type], planned, title))
    return Lane(name, top, NAME + STEP * len(ends) + 8, tuple(marks), left_out)


class _Scale:
    """Days to x: buckets of equal width, empty stretches narrow."""

    def __init__(self, times: list[TimeValue]) -> None:
        # Years, decades and open stretches are drawn across what is there, but claim no buckets of their own.
        exact = [time for time in times if _length(time) <= 92] or times
        for self._months in (1, 3, 12, 120):
            self._used = sorted({self._bucket(day) for time in exact for day in (time.earliest, time.latest) if day})
            if len(self._used) <= MOST_BUCKETS:
                break
        gaps = sum(after - before > 1 for before, after in zip(self._used, self._used[1:], strict=False))
        self._unit = (WIDTH - LEFT - RIGHT) / (len(self._used) + GAP * gaps)
        self._x: dict[int, float] = {}
        ticks: list[Tick] = []
        x, year = float(LEFT), 0
        for at, bucket in enumerate(self._used):
            if at and bucket - self._used[at - 1] > 1:
                ticks.append(Tick(x, GAP * self._unit, "", "", True))
                x += GAP * self._unit
            self._x[bucket] = x
            first = self._first(bucket)
            label, shown = self._label(first)
            ticks.append(Tick(x, self._unit, label, str(first.year) if first.year != year and shown else "", False))
            year = first.year
            x += self._unit
        self.ticks = tuple(ticks)

    def _bucket(self, day: date) -> int:
        return (day.year * 12 + day.month - 1) // self._months

    def _first(self, bucket: int) -> date:
        month = bucket * self._months
        return date(max(month // 12, 1), month % 12 + 1, 1)

    def _label(self, first: date) -> tuple[str, bool]:
        """The label of a bucket, and whether the year is shown over it."""
        if self._months == 1:
            return MONTHS[first.month - 1][: 3 if self._unit >= 22 else 1], True
        if self._months == 3:
            return f"Q{first.month // 3 + 1}", True
        return str(first.year), False

    def _at(self, day: date) -> float:
        """The x of a day; one in an empty stretch stands at the edge of the next bucket."""
        bucket = self._bucket(day)
        if bucket not in self._x:
            later = [used for used in self._used if used > bucket]
            return self._x[later[0]] if later else self._x[self._used[-1]] + self._unit
        first = self._first(bucket)
        length = 30.5 * self._months
        return self._x[bucket] + self._unit * min(0.97, ((day - first).days + 0.5) / length)

    def span(self, time: TimeValue) -> tuple[float, float]:
        """From where to where `time` is drawn; equal for a day."""
        earliest, latest = time.earliest or date.min, time.latest or date.max
        start = self._at(earliest)
        return start, start if earliest == latest else max(start + 1, self._at(latest))


def _length(time: TimeValue) -> int:
    return (time.latest - time.earliest).days if time.earliest and time.latest else 10**6
