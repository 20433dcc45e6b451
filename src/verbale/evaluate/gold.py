"""The gold format: what a careful reader finds in a set of reports (documented in docs/gold-format.md)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from verbale.model import TimeValue, VerbaleError
from verbale.model.time import Granularity


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """Who said what: `speakers` more than one where they speak together; `mode` "" where it is not judged."""

    text: str
    speakers: tuple[str, ...]
    mode: str = ""
    anonymous: bool = False
    party: str = ""
    said_on: TimeValue | None = None


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An act: `parties` without direction, or `sources` and `targets`. Without a `type`, finding it is optional."""

    text: str
    what: str = ""
    type: str = ""
    parties: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    when: TimeValue | None = None
    status: str = ""
    response: str = ""


@dataclass(frozen=True, slots=True)
class GoldAgreement:
    name: str
    parties: tuple[str, ...] = ()
    date: TimeValue | None = None
    provisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldMention:
    """Who is meant by `surface` where `context` (may be "") stands close by."""

    surface: str
    context: str
    means: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldReport:
    """One report's gold. None for `statements`, `events` or `agreements` says that this kind was not annotated."""

    file: str
    path: Path
    outlet: str = ""
    published: date | None = None
    headline: str | None = None
    byline: str | None = None
    furniture: tuple[str, ...] = ()
    caption: str | None = None
    without_help: tuple[date, date] | None = None
    statements: tuple[GoldStatement, ...] | None = None
    also: tuple[str, ...] = ()
    events: tuple[GoldEvent, ...] | None = None
    agreements: tuple[GoldAgreement, ...] | None = None
    mentions: tuple[GoldMention, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldAsk:
    """A line of the ledger: who asked whom for what, and the answer (accepted, refused, partial, none)."""

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    what: str
    answer: str


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold file as read. `same_events` are groups of "<report's file stem> <what>"; `case` a case file's path.

    `ledger` is None where the file has none."""

    path: Path
    reports: tuple[GoldReport, ...]
    same_events: tuple[tuple[str, ...], ...] = ()
    ledger: tuple[GoldAsk, ...] | None = None
    case: Path | None = None


ANSWERS = {
    "insufficient": "partial",
    "half-met": "partial",
    "none": "none",
    "accepted": "accepted",
    "refused": "refused",
    "partial": "partial",
}


def read_gold(path: Path, reports_root: Path | None = None) -> Gold:
    """Read a gold file. Report paths are relative to `reports_root`, else to the gold file's folder, else its parent.

    Raises VerbaleError, naming file and entry, where it is not what docs/gold-format.md says.
    """
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise VerbaleError(f"{path}: cannot be read ({error.strerror}); give the path of a gold file") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        place = getattr(error, "problem_mark", None)
        line = f" at line {place.line + 1}" if place else ""
        raise VerbaleError(f"{path}: is not YAML{line}; see docs/gold-format.md") from None
    if not isinstance(raw, Mapping) or not isinstance(raw.get("reports"), list):
        raise VerbaleError(f"{path}: has no list `reports`; see docs/gold-format.md")
    roots = [reports_root] if reports_root else [path.parent, path.parent.parent]
    try:
        return Gold(
            path=path,
            reports=tuple(_report(entry, roots) for entry in raw["reports"]),
            same_events=tuple(
                tuple(map(str, group))
                for holder in (raw, *raw["reports"])  # may stand under a report, too
                for group in holder.get("same_event_across_reports") or ()
            ),
            ledger=tuple(_ask(entry) for entry in raw["ledger"]) if raw.get("ledger") is not None else None,
            case=_existing(str(raw["case"]), roots) if raw.get("case") else None,
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise VerbaleError(f"{path}: an entry is not as docs/gold-format.md says ({_reason(error)})") from None


def _reason(error: Exception) -> str:
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)


def _existing(file: str, roots: list[Path]) -> Path:
    for root in roots:
        if (root / file).is_file():
            return root / file
    raise ValueError(f"{file} is not there; looked in {', '.join(str(root) for root in roots)}")


def _report(entry: Mapping[str, Any], roots: list[Path]) -> GoldReport:
    bounds = entry.get("published_without_help")
    return GoldReport(
        file=str(entry["file"]),
        path=_existing(str(entry["file"]), roots),
        outlet=str(entry.get("outlet") or ""),
        published=_day(entry["published"]) if entry.get("published") else None,
        headline=_optional(entry, "headline"),
        byline=_optional(entry, "byline"),
        furniture=tuple(map(str, entry.get("furniture") or ())),
        caption=_optional(entry, "caption"),
        without_help=(_day(bounds["from"]), _day(bounds["to"])) if bounds else None,
        statements=_each(entry, "statements", _statement),
        also=tuple(map(str, entry.get("also") or ())),
        events=_each(entry, "events", _event),
        agreements=_each(entry, "agreements", _agreement),
        mentions=tuple(_mention(str(key), means) for key, means in (entry.get("mentions_resolved") or {}).items()),
    )


def _each(entry: Mapping[str, Any], key: str, make: Any) -> Any:
    return tuple(make(item) for item in entry[key] or ()) if key in entry else None


def _optional(entry: Mapping[str, Any], key: str) -> str | None:
    return str(entry[key]) if entry.get(key) is not None else None


def _names(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)


def _statement(entry: Mapping[str, Any]) -> GoldStatement:
    return GoldStatement(
        text=str(entry["text"]),
        speakers=_names(entry.get("speaker")),
        mode=str(entry.get("mode") or ""),
        anonymous=bool(entry.get("anonymous")),
        party=str(entry.get("party") or ""),
        said_on=read_when(entry.get("said_on")),
    )


def _event(entry: Mapping[str, Any]) -> GoldEvent:
    return GoldEvent(
        text=str(entry["text"]),
        what=str(entry.get("what") or ""),
        type=str(entry.get("type") or ""),
        parties=_names(entry.get("parties")),
        sources=_names(entry.get("source")),
        targets=_names(entry.get("target")),
        people=_names(entry.get("people")),
        when=read_when(entry.get("when")),
        status=str(entry.get("status") or ""),
        response=ANSWERS.get(str(entry.get("response") or ""), ""),
    )


def _agreement(entry: Mapping[str, Any]) -> GoldAgreement:
    return GoldAgreement(
        name=str(entry["name"]),
        parties=_names(entry.get("parties")),
        date=read_when(entry.get("date")),
        provisions=tuple(map(str, entry.get("provisions") or ())),
    )


def _ask(entry: Mapping[str, Any]) -> GoldAsk:
    answer = ANSWERS.get(str(entry["answer"]))
    if answer is None:
        raise ValueError(f"answer {entry['answer']!r} is none of {', '.join(ANSWERS)}")
    return GoldAsk(_names(entry["from"]), _names(entry["to"]), str(entry["what"]), answer)


def _mention(key: str, means: Any) -> GoldMention:
    surface, _, context = key.partition(" (")
    return GoldMention(surface.strip(), context.rstrip(") ").strip(), _names(means))


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def read_when(value: Any) -> TimeValue | None:
    """The bounds of "2018", "2019-02", "2019-10-05", or two of these with a slash between; None for None."""
    if value is None:
        return None
    text = value.isoformat() if isinstance(value, date) else str(value)
    first, _, last = text.partition("/")
    earliest, _, granularity = _bounds(first)
    _, latest, _ = _bounds(last or first)
    return TimeValue(earliest, latest, "interval" if last else granularity, text)


def _bounds(text: str) -> tuple[date, date, Granularity]:
    numbers = [int(part) for part in text.split("-")]
    if len(numbers) == 1:
        return date(numbers[0], 1, 1), date(numbers[0], 12, 31), "year"
    if len(numbers) == 2:
        year, month = numbers
        after = date(year + month // 12, month % 12 + 1, 1)
        return date(year, month, 1), date.fromordinal(after.toordinal() - 1), "month"
    if len(numbers) == 3:
        return date(*numbers), date(*numbers), "day"
    raise ValueError(f"{text!r} is not a year, a month or a day")
