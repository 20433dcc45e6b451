"""Small reports without a date: the bounds hold the day on which each was written, and no day is made up."""

from datetime import date

import pytest

from verbale.extract import published, times
from verbale.language import analyse
from verbale.model import Report
from verbale.world import load_world

WORLD = load_world()

# (day on which it was written, bounds that the text allows, text)
REPORTS = [
    (
        "2018-09-13",
        ("2018-09-12", None),
        "Eritrea and Ethiopia reopened their border on Tuesday. The two signed a peace deal in July 2018. Traders "
        "crossed at Zalambessa, which had been closed since May 1998. On Sept. 12, 2018, buses ran again.",
    ),
    (
        "2016-03-01",
        ("2015-12-12", None),
        "Envoys met in Geneva last week. The accord was adopted on 12 December 2015 and will be signed in April.",
    ),
    (
        "2020-02-20",
        (None, "2020-02-29"),
        "Negotiators said on Monday that the pact with the Taliban will be signed on 29 February 2020 in Doha.",
    ),
    (
        "2013-04-20",
        ("2013-04-20", "2013-04-20"),
        "Belgrade and Pristina initialled their accord yesterday, 19 April 2013, after ten rounds of talks.",
    ),
    (
        "2005-08-25",
        ("2005-08-17", "2005-08-31"),
        "The memorandum was signed ten days ago, on 15 August 2005, in Helsinki, and monitors have begun to arrive.",
    ),
    (
        "2011-01-20",
        ("2011-01-01", "2011-12-31"),
        "The sides broke off last year, in 2010, over settlements. Quiet contacts went on through Amman this week.",
    ),
    (
        "2019-01-15",
        ("2018-06-17", None),
        "Skopje's parliament changed the constitution on Friday. The Prespa agreement, signed on 17 June 2018, is due "
        "before Greek lawmakers next week. Both governments hope to join talks by 2020.",
    ),
    (
        "2018-04-10",
        ("2018-01-01", None),
        "Leaders in Belfast marked the 20th anniversary of the 1998 agreement on Tuesday.",
    ),
    (
        "2006-12-20",
        (None, None),
        "A report boosted hopes for a settlement. A decision has been delayed by Moscow. Elections are planned.",
    ),
    (
        "2015-07-14",
        (None, None),
        "Iran and six powers reached an accord on Tuesday. Ministers had met for eighteen days, and talks ran past "
        "three deadlines. Sanctions are to be lifted by stages.",
    ),
    (
        "2009-11-30",
        ("2009-08-31", None),
        "The protocols of 31 August 2009 would reopen the frontier. Yerevan said on Monday that it would wait.",
    ),
    (
        "2017-02-10",
        ("2016-11-24", "2019-12-31"),
        "Bogotá signed a second deal with the rebels on 24 November 2016. The talks with the ELN opened in Quito on "
        "Tuesday. A ceasefire will come later, negotiators said, perhaps in 2019.",
    ),
]


@pytest.mark.parametrize(("written", "allowed", "text"), REPORTS)
def test_bounds_hold_the_day_and_say_why(written: str, allowed: tuple[str | None, str | None], text: str) -> None:
    report = Report("r", "r.txt", text)
    doc = analyse(report, WORLD)
    found = published.infer(doc, report, times.find(doc, report))
    day = date.fromisoformat(written)
    first, last = (found.time.earliest, found.time.latest) if found.time else (None, None)
    assert first is None or first <= day
    assert last is None or day <= last
    assert bool(found.reasons) == (found.time is not None)
    wanted_first, wanted_last = (date.fromisoformat(each) if each else None for each in allowed)
    assert (first is None) == (wanted_first is None)
    assert (last is None) == (wanted_last is None)
    assert first is None or wanted_first is None or first >= wanted_first
    assert last is None or wanted_last is None or last <= wanted_last
