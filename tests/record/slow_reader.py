"""Adds made-up reports to a record, one transaction each, as a batch would: `python slow_reader.py RECORD COUNT`.

Prints each report's id once it is in. Started and killed by test_record_killed.py."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "resolve"))
from desk import Story

from verbale.record import open_record


def stories(count: int) -> list[Story]:
    """Reports of one round of talks a week, each with a meeting and an ask."""
    made = []
    for n in range(count):
        story = Story(
            f"Round {n}: Sudan and Egypt met in Cairo. Sudan asked Egypt for gauge data of week {n}.",
            f"2021-{n % 12 + 1:02}-{n % 28 + 1:02}",
            f"Outlet {n % 3}",
        )
        sudan, egypt = story.actor("Sudan", world="state/SD"), story.actor("Egypt", world="state/EG")
        when = f"2021-{n % 12 + 1:02}-{n % 28 + 1:02}"
        story.act("CONSULT", "met in Cairo", (sudan, egypt), when=when, place="Cairo", what="talks")
        story.act(
            "REQUEST", "asked Egypt for gauge data", (sudan,), (egypt,), when=when, subject=f"gauge data of week {n}"
        )
        made.append(story)
    return made


if __name__ == "__main__":
    with open_record(Path(sys.argv[1])) as record:
        for story in stories(int(sys.argv[2])):
            record.add(story.report, story.findings)
            print(story.id, flush=True)
        record.refresh()
        print("done", flush=True)
