"""A live report tells its own day in the present tense; another report's present tense dates nothing."""

from datetime import date

import pytest

from read_text import read_text

DAY = date(2014, 9, 18)
ENTRIES = (
    "{0} The Swedish prime minister flies to Riga for talks with his Latvian colleague.",
    "{1} Latvia has recalled its envoy from Moscow. Russia accuses the Latvian government of lying.",
    "{2} Norway met both sides last week. Talks are held behind closed doors.",
    "{3} Latvia will send its answer on Friday, an official says.",
)


def days(stamps: tuple[str, ...]) -> dict[str, str | None]:
    text = "\n\n".join(ENTRIES).format(*stamps)
    _, findings, _ = read_text(text, DAY)
    return {act.what: act.when.edtf if act.when else None for act in findings.acts}


@pytest.mark.parametrize(
    "stamps",
    [
        ("0850:", "1140:", "1405:", "2210:"),
        ("20.15", "18.40", "14.05", "08.50"),
        ("9:10 am", "11:30 am", "1:05 pm", "8:20 pm"),
    ],
)
def test_the_present_of_a_live_report_is_its_day(stamps: tuple[str, ...]) -> None:
    found = days(stamps)
    assert {(found[what] or "")[:10] for what in ("recall", "accusation")} == {"2014-09-18"}


@pytest.mark.parametrize(
    "stamps",
    [
        ("0850:", "1140:", "1005:", "2210:"),  # no order
        ("", "", "", ""),
        ("1.", "2.", "3.", "4."),
    ],
)
def test_elsewhere_it_is_not(stamps: tuple[str, ...]) -> None:
    assert days(stamps)["recall"] is None


def test_what_a_live_report_tells_of_before_keeps_its_day() -> None:
    text = "\n\n".join(ENTRIES).format("0850:", "1140:", "1405:", "2210:")
    _, findings, names = read_text(text, DAY)
    norway = next(act for act in findings.acts if "Norway" in {names[key] for key in act.sources})
    assert norway.when is None or norway.when.latest is None or norway.when.latest < DAY
