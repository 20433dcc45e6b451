"""The time of day that an entry of a live report opens with: "14:20 – Oslo agrees", "9.05pm", "0850:"."""

import re

# "14:20", "9.05pm", "21h30 GMT"; without a mark between hour and minute only before a colon or a zone ("0850:").
_TIME = (
    r"(?:(?P<hour>[012]?\d)[.:h](?P<minute>[0-5]\d)|(?P<hours>[012]\d)(?P<minutes>[0-5]\d)(?=:| ?GMT))"
    r"(?: ?(?P<half>[ap])\.?m\b\.?)?(?: ?(?:[A-Z]{2,4}|local time))?"
)
_STAMP = re.compile(rf"{_TIME}(?:\s|[:,–—-]|$)", re.IGNORECASE)
# Behind the time stand marks, and then words: "12.50 euros" is no time.
_ENTRY = re.compile(rf"{_TIME}(?:\s+[:|,–—-]*|[:|,–—-]+)\s*(?=(?-i:[^\W\d_a-z])|[“\"‘«„])", re.IGNORECASE)


def stamp_of(line: str) -> int | None:
    """Minutes since midnight of the time that `line` opens with; None where it opens with none."""
    match = _STAMP.match(line)
    if match is None:
        return None
    hour, minute = int(match["hour"] or match["hours"]), int(match["minute"] or match["minutes"])
    if match["half"]:
        hour = hour % 12 + 12 * (match["half"].lower() == "p")
    return 60 * hour + minute if hour < 24 else None


def end_of_stamp(line: str) -> int:
    """Where the words of an entry begin behind its time of day; 0 where the line opens with none."""
    match = _ENTRY.match(line) if line[:1].isdigit() and stamp_of(line) is not None else None
    return match.end() if match else 0
