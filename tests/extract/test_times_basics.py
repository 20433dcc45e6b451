"""Expressions of time against a known day of publication: values and bounds."""

from datetime import date

import pytest

from verbale.extract import times
from verbale.language import analyse
from verbale.model import Published, Report, TimeMention, TimeValue
from verbale.world import load_world

WORLD = load_world()
THURSDAY = date(2019, 10, 17)


def found_in(text: str, day: date | None = THURSDAY) -> tuple[TimeMention, ...]:
    published = Published(TimeValue(day, day, "day", day.isoformat()), "given") if day else Published(None, "unknown")
    report = Report("r", "r.txt", text, published=published)
    return times.find(analyse(report, WORLD), report)


def only(text: str, printed: str, day: date | None = THURSDAY) -> TimeMention:
    matching = [mention for mention in found_in(text, day) if mention.span.text == printed]
    assert len(matching) == 1, [mention.span.text for mention in found_in(text, day)]
    return matching[0]


@pytest.mark.parametrize(
    ("text", "printed", "value", "earliest", "latest"),
    [
        ("Envoys met in Oslo on Tuesday.", "Tuesday", "2019-10-15", "2019-10-15", "2019-10-15"),
        ("Envoys met in Oslo on Thursday.", "Thursday", "2019-10-17", "2019-10-17", "2019-10-17"),
        ("Envoys will meet in Oslo on Tuesday.", "Tuesday", "2019-10-22", "2019-10-22", "2019-10-22"),
        ("The round is scheduled for Monday.", "Monday", "2019-10-21", "2019-10-21", "2019-10-21"),
        ("They signed the accord in March.", "March", "2019-03", "2019-03-01", "2019-03-31"),
        ("They signed the accord in November.", "November", "2018-11", "2018-11-01", "2018-11-30"),
        ("They will sign the accord in November.", "November", "2019-11", "2019-11-01", "2019-11-30"),
        ("They will sign the accord in March.", "March", "2020-03", "2020-03-01", "2020-03-31"),
        ("The ceasefire took hold on Dec. 20.", "Dec. 20", "2018-12-20", "2018-12-20", "2018-12-20"),
        ("The delegations left last week.", "last week", "2019-W41", "2019-10-07", "2019-10-13"),
        ("The pact dates from mid-2018.", "mid-2018", "2018", "2018-05-02", "2018-09-01"),
        ("It was initialled in early October.", "early October", "2019-10", "2019-10-01", "2019-10-10"),
        ("The plan of the 1990s failed.", "the 1990s", "199", "1990-01-01", "1999-12-31"),
        ("Borders of the 19th century remain.", "the 19th century", "18", "1800-01-01", "1899-12-31"),
        ("Aid came in the third quarter of 2018.", "the third quarter of 2018", "2018-Q3", "2018-07-01", "2018-09-30"),
        ("They met two weeks ago.", "two weeks ago", "2019-W40", "2019-09-30", "2019-10-06"),
        ("They met on Christmas Eve.", "Christmas Eve", "2018-12-24", "2018-12-24", "2018-12-24"),
        ("They met on Good Friday 2018.", "Good Friday 2018", "2018-03-30", "2018-03-30", "2018-03-30"),
        ("The summit of Oct. 5-7 changed little.", "Oct. 5", "2019-10-05", "2019-10-05", "2019-10-05"),
        ("The summit of Oct. 5-7 changed little.", "7", "2019-10-07", "2019-10-07", "2019-10-07"),
        ("Talks ended at 5 p.m. Wednesday.", "5 p.m. Wednesday", "2019-10-16T17:00", "2019-10-16", "2019-10-16"),
        ("Talks ended Wednesday morning.", "Wednesday morning", "2019-10-16TMO", "2019-10-16", "2019-10-16"),
        ("They met in June last year.", "June last year", "2018-06", "2018-06-01", "2018-06-30"),
    ],
)  # fmt: skip
def test_value_and_bounds(text: str, printed: str, value: str, earliest: str, latest: str) -> None:
    mention = only(text, printed)
    assert mention.time is not None
    assert (mention.value, str(mention.time.earliest), str(mention.time.latest)) == (value, earliest, latest)


@pytest.mark.parametrize(
    ("text", "printed", "type_", "value", "mod"),
    [
        ("Fighting went on for more than two years.", "more than two years", "DURATION", "P2Y", "MORE_THAN"),
        ("They haggled for several weeks.", "several weeks", "DURATION", "PXW", ""),
        ("The panel meets every Thursday.", "every Thursday", "SET", "XXXX-WXX-4", ""),
        ("Observers report monthly.", "monthly", "SET", "P1M", ""),
        ("A two-year truce followed.", "two-year", "DURATION", "P2Y", ""),
        ("They recently spoke by phone.", "recently", "DATE", "PAST_REF", ""),
    ],
)
def test_lengths_sets_and_vague_words(text: str, printed: str, type_: str, value: str, mod: str) -> None:
    mention = only(text, printed)
    assert (mention.type, mention.value, mention.mod) == (type_, value, mod)


def test_no_day_of_publication_gives_no_day() -> None:
    mention = only("Envoys met on Thursday.", "Thursday", None)
    assert mention.value == "XXXX-WXX-4"
    assert mention.time is None
    dated = only("Envoys met on Oct. 5.", "Oct. 5", None)
    assert dated.value == "XXXX-10-05"
    assert dated.time is None


def test_a_fiscal_year_may_begin_before_and_end_after_its_year() -> None:
    time = only("Aid was cut in fiscal 2019.", "fiscal 2019").time
    assert time is not None
    assert (time.earliest, time.latest, time.approximate) == (date(2018, 4, 1), date(2020, 3, 31), True)


def test_a_day_that_hangs_on_the_moon_is_known_to_a_day() -> None:
    time = only("They agreed on a truce for Eid al-Adha.", "Eid al-Adha").time
    assert time is not None
    assert (str(time.earliest), str(time.latest), time.approximate) == ("2019-08-10", "2019-08-12", True)


def test_independence_day_is_that_of_the_outlets_country() -> None:
    def value(url: str) -> str:
        published = Published(TimeValue(THURSDAY, THURSDAY, "day", "2019-10-17"), "given")
        report = Report("r", "r.txt", "Envoys met on Independence Day.", url=url, published=published)
        return times.find(analyse(report, WORLD), report)[0].value

    assert value("https://news.example.us/a") == "2019-07-04"
    assert value("https://news.example.ke/a") == "XXXX-XX-XX"
    assert value("https://news.example.com/a") == "XXXX-XX-XX"


@pytest.mark.parametrize("text", ["Ramadan Abdullah met the envoy.", "The Yom Kippur War changed much."])
def test_feasts_in_names(text: str) -> None:
    assert found_in(text) == ()


def test_a_printed_year_needs_no_day_of_publication() -> None:
    mention = only("Envoys met on Oct. 5, 2019.", "Oct. 5, 2019", None)
    assert mention.time is not None
    assert mention.time.earliest == date(2019, 10, 5)


@pytest.mark.parametrize(
    "text",
    ["He may travel in person.", "They march on.", "About 2000 troops left.", "The fall of the government shook them."],
)
def test_words_that_are_no_time(text: str) -> None:
    assert found_in(text) == ()


def test_two_days_later_counts_from_the_day_told() -> None:
    found = found_in("Envoys met on March 3, 2015. Two days later, they signed.")
    assert [mention.value for mention in found] == ["2015-03-03", "2015-03-05"]


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        # planned as seen from a past: the nearer side
        ("The round planned for Wednesday was called off.", "Wednesday", "2019-10-16"),
        ("The round planned for Saturday was called off.", "Saturday", "2019-10-19"),
        ("The truce had been due to expire on Tuesday.", "Tuesday", "2019-10-15"),
        ("Observers say the handover was scheduled for November.", "November", "2019-11"),
        ("The withdrawal began as planned on Monday.", "Monday", "2019-10-14"),
        # who was the first to act has acted
        ("Oman was the first state to sign on Monday.", "Monday", "2019-10-14"),
        ("A walkout hit the talks on Monday.", "Monday", "2019-10-14"),
        # an end may lie on either side
        ("The mediator gave both sides until December to reply.", "December", "2019-12"),
        ("They had met every week through August.", "August", "2019-08"),
        ("The embassy reopened last September.", "September", None),
        ("The embassy reopened last September.", "last September", "2018-09"),
        ("The envoy was expelled last Oct. 23.", "last Oct. 23", "2018-10-23"),
        ("Inspectors had been let in earlier in the year.", "earlier in the year", "2019"),
        # what is called after a year, and what lies ahead by its noun
        ("They run a venture called Meridian 1980.", "1980", None),
        ("The envoys had been talking about the planned visit of both ministers in November.", "November", "2019-11"),
        ("Fighting has gone on for two decades.", "two decades", "P20Y"),
    ],
)
def test_tense_and_what_is_planned(text: str, printed: str, value: str | None) -> None:
    values = {mention.span.text: mention.value for mention in found_in(text)}
    assert values.get(printed) == value


@pytest.mark.parametrize(
    "text",
    [
        "He told CBS's 60 Minutes that the pact was dead.",
        "She said on ABC's This Week that the pact was dead.",
        "They walked with the annual March for Peace.",
        "The treaty ended the Thirty Years' War.",
        "Much changed after the February Revolution.",
    ],
)
def test_names_made_of_words_of_time(text: str) -> None:
    assert found_in(text) == ()
