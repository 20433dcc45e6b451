"""Dates that take their year, or their day, from the text around them: histories, stories in news, figures."""

from datetime import date

import pytest

from verbale.extract import times
from verbale.language import analyse
from verbale.model import Published, Report, TimeMention, TimeValue
from verbale.world import load_world

WORLD = load_world()

HISTORY = (
    "The blockade was declared in April 1853. By June the fleet lay off the coast, and on 22 June it shelled the port. "
    "Two days later the garrison fell. In the following month, envoys met. In 1854 a second army landed. "
    "On 14 September it marched south. That winter the siege went on. In January a relief column arrived. "
    "The peace of 1856 lasted for fifteen years, until 1871. Today the port is a museum."
)


def read(text: str, day: date = date(2019, 10, 17), url: str = "") -> dict[str, TimeMention]:
    published = Published(TimeValue(day, day, "day", day.isoformat()), "given")
    report = Report("r", "r.txt", text, url=url, published=published)
    return {mention.span.text: mention for mention in times.find(analyse(report, WORLD), report)}


def test_a_history_carries_its_year_on() -> None:
    values = {text: mention.value for text, mention in read(HISTORY).items()}
    assert values == {
        "April 1853": "1853-04",
        "June": "1853-06",
        "22 June": "1853-06-22",
        "Two days later": "1853-06-24",
        "the following month": "1853-07",
        "1854": "1854",
        "14 September": "1854-09-14",
        "That winter": "1854-WI",
        "January": "1855-01",
        "1856": "1856",
        "fifteen years": "P15Y",
        "1871": "1871",
        "Today": "2019-10-17",
    }


def test_the_record_says_that_the_year_came_from_context() -> None:
    time = read(HISTORY)["22 June"].time
    assert time is not None
    assert time.how == "context"


def test_news_with_old_years_stays_news() -> None:
    text = (
        "The minister said Thursday that the accord of 1994 and those of 2000, 2007 and 2012 failed. Talks open Nov. 3."
    )
    found = read(text)
    assert found["Thursday"].value == "2019-10-17"
    assert found["Nov. 3"].value == "2019-11-03"


def test_a_story_inside_news_goes_on_in_the_year_printed_before() -> None:
    text = "Talks opened in Oslo in October 2012. In November they moved to Havana. On Monday, the sides met again."
    found = read(text)
    assert found["November"].value == "2012-11"
    assert found["Monday"].value == "2019-10-14"


@pytest.mark.parametrize(
    ("url", "value", "alternative"),
    [
        ("https://news.example.us/a", "2018-05-04", None),
        ("https://news.example.co.uk/a", "2018-04-05", None),
        ("", "2018-05-04", date(2018, 4, 5)),
    ],
)
def test_figures_are_read_by_the_outlets_country_else_both_ways(url: str, value: str, alternative: date | None) -> None:
    (mention,) = read("The pact was signed on 05/04/2018.", url=url).values()
    assert mention.value == value
    assert (mention.alternative.earliest if mention.alternative else None) == alternative


def test_one_certain_date_in_figures_settles_the_order_of_the_others() -> None:
    found = read("The pact was signed on 05/04/2018 and broken on 25/04/2018.")
    assert found["05/04/2018"].value == "2018-04-05"
    assert found["05/04/2018"].alternative is None


def test_two_days_of_one_month() -> None:
    values = [mention.value for mention in read("They met on April 24 and 25. Others met on 3 and 4 May.").values()]
    assert values == ["2019-04-24", "2019-04-25", "2019-05-03", "2019-05-04"]


def test_bounds_of_publication_give_bounds_and_no_day() -> None:
    published = TimeValue(date(2019, 10, 14), date(2019, 10, 18), "interval", "2019-10-14/2019-10-18")
    report = Report("r", "r.txt", "Envoys met on Thursday.", published=Published(published, "inferred"))
    (mention,) = times.find(analyse(report, WORLD), report)
    assert mention.value == "XXXX-WXX-4"
    assert mention.time is not None
    assert (mention.time.earliest, mention.time.latest) == (date(2019, 10, 10), date(2019, 10, 17))
    assert mention.time.granularity == "interval"


def test_quoted_speech_is_seen_from_the_day_it_was_said() -> None:
    text = "“We met yesterday in Oslo,” the envoy said Tuesday. He had met aides yesterday."
    published = TimeValue(date(2019, 10, 17), date(2019, 10, 17), "day", "2019-10-17")
    report = Report("r", "r.txt", text, published=Published(published, "given"))
    values = [mention.value for mention in times.find(analyse(report, WORLD), report)]
    assert values == ["2019-10-14", "2019-10-15", "2019-10-16"]


STORY = (
    "The revolt began in May 1911. From June 1911 until March 1912 the north held out. That autumn, envoys met. "
    "In January a truce was signed. The next spring a new revolt broke out. On the night of 7–8 June the fort fell. "
    "Two years earlier, nobody had expected it. At 0430 on 12 June the garrison left. In the winter of 1913 "
    "talks began; on 3 February 1914 they failed. That night the envoys left."
)


def test_a_history_keeps_its_thread_through_ranges_and_looks_back() -> None:
    values = {text: mention.value for text, mention in read(STORY).items()}
    assert values == {
        "May 1911": "1911-05",
        "June 1911": "1911-06",
        "March 1912": "1912-03",
        "That autumn": "1911-FA",
        "January": "1912-01",
        "The next spring": "1912-SP",
        "the night of 7–8 June": "1912-06-07TNI",
        "Two years earlier": "1910",
        "0430 on 12 June": "1912-06-12T04:30",
        "the winter of 1913": "1913-WI",
        "3 February 1914": "1914-02-03",
        "That night": "1914-02-03TNI",
    }
