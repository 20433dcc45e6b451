"""The address of a page on a line of its own at the top of a dump."""

from datetime import date
from pathlib import Path

import pytest

from verbale.ingest import ReadOptions, read_sources
from verbale.ingest.address import address_in, outlet_of
from verbale.ingest.dates import day_in_address
from verbale.model import Report

BODY = """
Ministers leave Valletta without a deal on the shared gas field

The two energy ministers left Valletta on Tuesday without agreeing on how the shared gas field is to be worked.

"We are nearer than we were in the spring, but we are not there," the Maltese minister told reporters at the airport.

Her Libyan colleague said that his side would answer the latest proposal before the end of the month.
"""


def read(text: str, tmp_path: Path, options: ReadOptions | None = None) -> Report:
    path = tmp_path / "dump.txt"
    path.write_text(text)
    (report,) = read_sources([path], options or ReadOptions())
    assert isinstance(report, Report)
    return report


@pytest.mark.parametrize(
    ("line", "url"),
    [
        ("https://harbour.example/news/2022/07/26/no-deal", "https://harbour.example/news/2022/07/26/no-deal"),
        ("www.harbour.example/news/2022/07/26/no-deal", "https://www.harbour.example/news/2022/07/26/no-deal"),
        ("harbour.example/news/2022/07/26/no-deal", "https://harbour.example/news/2022/07/26/no-deal"),
        ("Source: <https://harbour.example/2022/jul/26/no-deal>", "https://harbour.example/2022/jul/26/no-deal"),
    ],
)
def test_an_address_at_the_top_is_the_url_and_dates_the_report(line: str, url: str, tmp_path: Path) -> None:
    report = read(line + "\n" + BODY, tmp_path)
    assert report.url == url
    assert report.headline == "Ministers leave Valletta without a deal on the shared gas field"
    assert report.text.startswith("The two energy ministers")
    assert report.outlet == ""
    assert report.published.how == "metadata"
    assert report.published.time is not None
    assert report.published.time.earliest == report.published.time.latest == date(2022, 7, 26)
    assert [(d.text, d.offset) for d in report.dropped if d.reason == "address of the page"] == [(line, 0)]


def test_what_the_user_gives_goes_before_the_line(tmp_path: Path) -> None:
    options = ReadOptions(url="https://harbour.example/a", published=date(2022, 7, 27), outlet="The Harbour")
    report = read("https://other.example/2022/07/26/b\n" + BODY, tmp_path, options)
    assert (report.url, report.outlet) == ("https://harbour.example/a", "The Harbour")
    assert report.published.how == "given"


def test_a_site_alone_is_no_page(tmp_path: Path) -> None:
    report = read("www.tehrantimes.com\n" + BODY, tmp_path)
    assert (report.url, report.outlet) == ("", "Tehran Times")


def test_an_address_is_not_joined_with_the_wrapped_line_below_it(tmp_path: Path) -> None:
    line = "https://harbour.example/news/energy/ministers-leave-valletta-without-deal"
    report = read(f"{line}\nministers leave Valletta without a deal on gas\n" + BODY.split("\n\n", 1)[1], tmp_path)
    assert report.url == line


@pytest.mark.parametrize(
    ("address", "outlet"),
    [
        ("https://www.reuters.com/world/x", "Reuters"),
        ("https://www.bbc.co.uk/news/world-1", "BBC"),
        ("https://www.aa.com.tr/en/x", "Anadolu Agency"),
        ("https://guardian.ng/news/x", ""),  # another paper of that name
        ("https://harbour.example/x", ""),
        ("https://news.example.com/reuters", ""),
    ],
)
def test_outlets_by_host(address: str, outlet: str) -> None:
    assert outlet_of(address) == outlet


@pytest.mark.parametrize(
    "line",
    [
        "Read more at https://harbour.example/a",
        "editor@harbour.example",
        "3.5/5",
        "The U.S./U.K. plan",
        "Mr. Smith",
        "",
    ],
)
def test_what_is_no_address_alone(line: str) -> None:
    assert address_in(line) == ""


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://harbour.example/2021/03/12/talks", date(2021, 3, 12)),
        ("https://harbour.example/2021/3/2/talks", date(2021, 3, 2)),
        ("https://harbour.example/2021/mar/12/talks", date(2021, 3, 12)),
        ("https://harbour.example/news/20210312/talks", date(2021, 3, 12)),
        ("https://harbour.example/news/202134/talks", None),  # the number of a story
        ("https://harbour.example/section/4/192434/talks", None),
        ("https://harbour.example/1985/03/12/talks", None),  # no site is so old
    ],
)
def test_the_day_in_an_address(address: str, day: date | None):
    assert day_in_address(address) == day
