"""Bounds on the day of publication from the text alone."""

from datetime import date

import pytest

from verbale.extract import published, times
from verbale.language import analyse
from verbale.model import Dropped, Published, Report, TimeValue
from verbale.world import load_world
from verbale.world.case import Case, CasePerson

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
    assert bounds(text)[0] == "2019-10-17"
    coming = "The accord was signed in 2018. Envoys are to meet on Thursday, Oct. 17, in Doha."
    assert bounds(coming)[0] == "2019-04-17"


def test_the_day_of_a_dateline_without_its_year() -> None:
    told = "Envoys met on Tuesday. The truce was agreed in March 2022."
    assert bounds(f"CAIRO, July 26 (Agency) – {told}") == ("2022-07-26", None)
    assert bounds(f"CAIRO, Feb. 3 (Agency) – {told}") == ("2023-02-03", None)
    coming = f"{told} Elections will be held in December 2022."
    assert bounds(f"CAIRO, July 26 (Agency) – {coming}") == ("2022-07-26", "2022-07-27")
    assert bounds("CAIRO, July 26 (Agency) – Envoys met on Tuesday.") == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "He faces a hearing scheduled on March 7, 2017, a clerk said.",
        "According to figures put out this year, 2014 saw a rise in trade.",
    ],
)
def test_what_is_scheduled_and_what_opens_a_clause_bound_nothing(text: str) -> None:
    assert bounds(text) == (None, None)


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


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Envoys met yesterday, 16 October 2019, in Oslo.", "2019-10-17", "2019-10-17"),
        ("The next round opens tomorrow (9 March 2021).", "2021-03-08", "2021-03-08"),
        ("The truce was signed two weeks ago, on 5 March 2021, in Doha.", "2021-03-12", "2021-03-24"),
        ("The sides broke off last month (12 March 2021) and have not met since.", "2021-04-01", "2021-04-30"),
        ("The sides met last year, in 2016, without result.", "2017-01-01", "2017-12-31"),
        ("In 1949, fifty years ago, twelve states signed the pact.", "1998-07-02", "2000-07-01"),
        ("On Monday they marked the 40th anniversary of the 1979 treaty.", "2019-01-01", None),
        ("Next month they will mark the 40th anniversary of the 1979 treaty.", "1979-01-01", "2019-12-31"),
    ],
)
def test_two_expressions_side_by_side(text: str, first: str, last: str | None) -> None:
    assert bounds(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "In 2015, 2016, last year and this year they met.",  # a list
        "“We signed it two weeks ago, on 5 March,” he said.",
        "“We met yesterday, 16 October 2019,” the envoy wrote.",  # a day of its own: that of the letter
        "They met on Monday and again in March, two weeks later.",
    ],
)
def test_what_is_not_set_against_the_day_of_writing_claims_no_day(text: str) -> None:
    time = inferred(text).time
    assert time is None or time.latest is None


def test_a_dated_office_of_the_case_file_bounds_the_day() -> None:
    person = CasePerson("Elena Aguirre", "foreign minister", "Morania", date(2017, 3, 1), date(2018, 9, 30))
    world = load_world(Case("Talks", people=(person,)))

    def seen(text: str) -> tuple[date | None, date | None]:
        report = Report("r", "r.txt", text)
        doc = analyse(report, world)
        time = published.infer(doc, report, times.find(doc, report), world.case).time
        return (time.earliest, time.latest) if time else (None, None)

    assert seen("Foreign Minister Elena Aguirre said on Thursday that talks would go on.") == (
        date(2017, 3, 1),
        date(2018, 10, 7),
    )
    assert seen("Foreign Minister Aguirre opened the round.") == (date(2017, 3, 1), None)
    assert seen("Former foreign minister Elena Aguirre said on Thursday that talks would go on.") == (None, None)


@pytest.mark.parametrize(
    ("text", "notice", "first", "last"),
    [
        ("BERGEN, May 4 (FNA) - Norway signed the pact on Thursday.", "© 2023 FNA", "2023-05-04", "2023-05-05"),
        ("Bergen, May 4 (FNA).- Norway signed the pact on Thursday.", "(c) FNA 2023", "2023-05-04", "2023-05-05"),
        ("BERGEN, May 4 (FNA) - Norway signed the pact on Thursday.", "© 2024 FNA", None, None),  # a Saturday
        ("BERGEN, May 4 (FNA) - Norway signed the pact.", "© 2023 FNA", None, None),
        ("BERGEN, May 4 (FNA) - Norway signed the pact on Thursday.", "© 2019-2023 FNA", None, None),
        ("BERGEN, May 4 (FNA) - Norway signed the pact on Thursday.", "FNA, founded in 2023", None, None),
    ],
)
def test_a_notice_gives_the_datelines_year_where_the_weekday_agrees(
    text: str, notice: str, first: str | None, last: str | None
) -> None:
    report = Report("r", "r.txt", text, dropped=(Dropped(notice, "copyright notice", 0),))
    doc = analyse(report, WORLD)
    time = published.infer(doc, report, times.find(doc, report)).time
    assert tuple(day and day.isoformat() for day in ((time.earliest, time.latest) if time else (None, None))) == (
        first,
        last,
    )
