"""The order of the timeline, and what changed in it."""

from datetime import date

from making import MadeRows, account, act, day, report, span
from verbale.views.changes import changes
from verbale.views.timeline import timeline

TEXT = "Norland accused Sudria of delay."
SAID = (span("r1", TEXT, TEXT),)


def rows(*told: tuple[str, str | None, str]) -> MadeRows:
    """Acts as (id, day or None, day of the report)."""
    acts = tuple(
        act(key, "ACCUSE", (account("r1", SAID, reported=day(published)),), when=day(when) if when else None)
        for key, when, published in told
    )
    return MadeRows({"r1": TEXT}, reports=(report("r1"),), acts=acts)


def test_an_act_without_a_day_stands_where_it_was_told_after_what_is_dated_to_that_day():
    made = rows(("c", "2021-03-05", "2021-03-06"), ("b", None, "2021-03-04"), ("a", "2021-03-04", "2021-03-04"))
    assert [entry.id for entry in timeline(made)] == ["a", "b", "c"]


def test_a_new_act_without_a_day_says_when_it_was_told():
    class Later(MadeRows):
        def acts(self, f):
            return () if f.as_of else super().acts(f)

    made = rows(("a", None, "2021-03-04"))
    (change,) = changes(Later({"r1": TEXT}, acts=made.acts()), date(2021, 3, 1))
    assert change.after == "told 4 Mar 2021"
