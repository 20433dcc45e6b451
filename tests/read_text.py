"""Reads a text of a test from end to end of `extract`."""

from datetime import date

from verbale.extract import extract
from verbale.language import analyse
from verbale.model import Findings, Published, Report, TimeValue
from verbale.world import load_world


def read_text(text: str, day: date) -> tuple[Report, Findings, dict[str, str]]:
    """A text published on `day`: the report, its findings, and its actors' names by key."""
    world = load_world()
    published = Published(TimeValue(day, day, "day", day.isoformat()), "given")
    report = Report(id="t", path="t", text=text, published=published, plain=True)
    found = extract(analyse(report, world), report, world)
    return report, found, {actor.key: actor.name for actor in found.actors}
