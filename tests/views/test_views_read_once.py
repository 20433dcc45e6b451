"""A view of views asks for the same rows again and again, and reads them once."""

from datetime import date

from making import MadeRows, account, act, report, span
from verbale.model import Filter
from verbale.views.ledger import ledger
from verbale.views.rows import ReadOnce
from verbale.views.standing import ASKS_SHOWN, open_asks, standing

TEXT = "Norland asked Sudria for grain."


class Counted(MadeRows):
    """Counts how often all acts are asked for."""

    asked = 0

    def acts(self, f: Filter = Filter()):  # noqa: B008 - frozen
        self.asked += 1
        return super().acts(f)


def asks(count: int) -> Counted:
    told = (account("r1", (span("r1", TEXT, TEXT),)),)
    made = tuple(
        act(f"ask{n}", "REQUEST", told, sources=("Norland",), targets=("Sudria",), subject=f"grain {n}")
        for n in range(count)
    )
    return Counted({"r1": TEXT}, reports=(report("r1"),), acts=made)


def test_a_standing_reads_all_acts_once():
    rows = asks(3)
    standing(rows)
    assert rows.asked == 1


def test_what_was_known_on_another_day_is_another_query():
    rows = asks(1)
    once = ReadOnce(rows)
    once.acts()
    once.acts(Filter(as_of=date(2020, 1, 1)))
    once.acts()
    assert rows.asked == 2


def test_of_many_open_asks_those_that_wait_longest_are_named_and_the_rest_counted():
    (clause,) = open_asks(ledger(asks(ASKS_SHOWN + 3)))
    assert clause.text.startswith(f"{ASKS_SHOWN + 3} open asks:")
    assert clause.text.endswith("and 3 more in the ledger.")
    assert len(clause.rows) == ASKS_SHOWN
