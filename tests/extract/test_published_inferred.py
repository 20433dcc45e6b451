"""Bounds on the day of publication from the text alone."""

from datetime import date

from verbale.extract import published, times
from verbale.language import analyse
from verbale.model import Published, Report, TimeValue
from verbale.world import load_world

WORLD = load_world()


def inferred(text: str) -> Published:
    report = Report("r", "r.txt", text)
    doc = analyse(report, WORLD)
    return published.infer(doc, report, times.find(doc, report))


def bounds(text: str) -> tuple[str | None, str | None]:
    time = inferred(text).time
    if time is None:
        return None, None
    return (
        time.earliest.isoformat() if time.earliest else None,
        time.latest.isoformat() if time.latest else None,
    )


def test_what_is_told_as_past_is_a_lower_bound_with_its_reason() -> None:
    found = inferred("The sides signed the accord in September 2016. Envoys met again on Thursday.")
    assert found.how == "inferred"
    assert found.time is not None
    assert (found.time.earliest, found.time.latest) == (date(2016, 9, 1), None)
    assert found.reasons == ("“September 2016” is told as past, so the report is not older.",)


def test_what_will_come_is_an_upper_bound() -> None:
    text = "The truce was agreed in March 2015. Elections will take place in November 2017."
    assert bounds(text) == ("2015-03-01", "2017-11-30")


def test_a_day_is_claimed_only_where_the_text_calls_it_today() -> None:
    assert bounds("The envoys met today (17 October 2019) in Oslo.") == ("2019-10-17", "2019-10-17")
    assert bounds("The envoys met on 17 October 2019 in Oslo.") == ("2019-10-17", None)


def test_weekdays_alone_say_nothing() -> None:
    found = inferred("Envoys met on Thursday and will meet again next week.")
    assert found == Published(None, "unknown")


def test_a_weekday_beside_a_date_picks_the_year() -> None:
    text = "The accord was signed in 2018. Envoys met on Thursday, Oct. 17, and parted without a deal."
    assert bounds(text)[0] == "2019-04-17"


def test_years_ago_beside_a_year() -> None:
    first, last = bounds("The pact was signed 50 years ago, in 1949, by twelve states.")
    assert first is not None
    assert last is not None
    assert first <= "1999-04-04" <= last


def test_a_known_day_is_left_alone() -> None:
    day = TimeValue(date(2020, 1, 2), date(2020, 1, 2), "day", "2020-01-02")
    report = Report("r", "r.txt", "They met in 2019.", published=Published(day, "given"))
    assert published.infer(analyse(report, WORLD), report, ()) == report.published


def test_a_dated_document_has_been_written() -> None:
    assert bounds("They will uphold the declaration of April 2018.") == ("2018-04-01", None)
    assert bounds("Athletes hope for the games of April 2018.") == (None, None)
