"""Two reports on the same two parties: acts that name nobody, sides without a name, and what was done "in May"."""

import pytest
from desk import Story
from test_resolve_accounts import acts

from verbale.resolve import resolve

SIGNED = {"what": "signing", "when": "2021-05-11", "subject": "the truce"}


def on(one: str, other: str, outlet: str, rest: str) -> tuple[Story, tuple[str, str]]:
    """A report that tells of two talks of `one` and `other`, so that it is on them, and then `rest`."""
    text = f"{one} and {other} met in spring. {one} and {other} spoke in March. {rest}."
    story = Story(text, "2021-05-12", outlet)
    keys = (story.actor(one), story.actor(other))
    story.act("CONSULT", f"{one} and {other} met in spring", keys, trigger="met", what="meeting", when="2021-04-02")
    story.act("CONSULT", f"{one} and {other} spoke in March", keys, trigger="spoke", what="call", when="2021-03-01")
    return story, keys


@pytest.mark.parametrize(("one", "other", "count"), [("Norland", "Sudria", 3), ("Estia", "Westria", 6)])
def test_who_signed_without_a_name_are_those_whom_both_reports_are_on(one: str, other: str, count: int) -> None:
    named, keys = on("Norland", "Sudria", "Courier", "Norland and Sudria signed the truce")
    named.act("SUPPORT", "Norland and Sudria signed the truce", keys, trigger="signed", **SIGNED)
    bare, _ = on(one, other, "Post", "The truce was signed on Tuesday")
    bare.act("SUPPORT", "The truce was signed on Tuesday", trigger="signed", **SIGNED)
    assert acts(named, bare) == count


def test_sides_without_a_name_give_way_to_those_with_one() -> None:
    named, keys = on("Norland", "Sudria", "Courier", "Norland and Sudria signed the truce")
    named.act("SUPPORT", "Norland and Sudria signed the truce", keys, trigger="signed", **SIGNED)
    men, _ = on("Norland", "Sudria", "Post", "The same men signed the truce")
    who = men.actor("same men", "unnamed", quote="same men")
    men.act("SUPPORT", "The same men signed the truce", (who,), trigger="signed", **SIGNED)
    rows = resolve([s.report for s in (named, men)], [s.findings for s in (named, men)]).acts
    assert [row.sources for row in rows if row.type == "SUPPORT"] == [("Norland", "Sudria")]


def made(when: str, outlet: str) -> Story:
    story = Story("Norland and Sudria made peace", "2021-08-01", outlet)
    keys = (story.actor("Norland"), story.actor("Sudria"))
    story.act("AGREE", "Norland and Sudria made peace", keys, trigger="made", what="peace", when=when)
    return story


def test_what_was_done_in_may_is_the_only_such_act_of_may() -> None:
    assert acts(made("2021-05-11", "Courier"), made("2021-05", "Post")) == 1
    assert acts(made("2021-05-11", "Courier"), made("2021-05-24", "Gazette"), made("2021-05", "Post")) == 3
    assert acts(made("2021-06-11", "Courier"), made("2021-05", "Post")) == 2
