"""Datelines as presses and agencies write them, and what only looks like one."""

from datetime import date
from pathlib import Path

import pytest

from verbale.ingest import read_sources
from verbale.ingest.dateline import read_dateline
from verbale.model import Report

REST = "Mediators met both delegations on the margins of the summit."


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("TUNIS – 4 May 2023: ", [date(2023, 5, 4)]),
        ("Rabat – May 4, 2023 – ", [date(2023, 5, 4)]),
        ("LUSAKA, 4 MAY 2023 – ", [date(2023, 5, 4)]),
        ("Helsinki, 04.05.2023 – ", [date(2023, 5, 4)]),
        ("Oslo, 25/05/2023 - ", [date(2023, 5, 25)]),
        ("Oslo, 04/05/2023 - ", [date(2023, 4, 5), date(2023, 5, 4)]),  # the day may be either
        ("BAKU, 2023-05-04 -- ", [date(2023, 5, 4)]),
        ("Accra, Thursday, May 4, 2023 (Coast Wire) – ", [date(2023, 5, 4)]),
        ("Lima | 4 May 2023 — ", [date(2023, 5, 4)]),
        ("Quito May 4, 2023 — ", [date(2023, 5, 4)]),
        ("May 4, 2023 (NAIROBI) - ", [date(2023, 5, 4)]),
        ("Washington, D.C., May 4, 2023 — ", [date(2023, 5, 4)]),
        ("LUSAKA, May 4 (Coast Wire) — ", []),
        ("MINSK, May 4. /NORTH/. ", []),
        ("DHAKA, May 04 (CWA): ", []),
        ("Manila, May 4, CWA – ", []),
        ("GENEVA/NEW YORK (Coast Wire) – ", []),
        ("MEKELLE, Ethiopia — ", []),
        ("(Coast Wire) - ", []),
        ("Nairobi – ", []),
        ("New Delhi: ", []),
        ("TUNIS: ", []),
        ("Gulu, Uganda – ", []),
        ("nordwire News, 24 March - ", []),
    ],
)
def test_datelines(line: str, days: list[date]) -> None:
    found = read_dateline(line + REST)
    assert found is not None
    assert found.end == len(line)
    assert list(found.days) == days


@pytest.mark.parametrize(
    "line",
    [
        "PRICE: Good afternoon, everyone. Two things at the top.",
        "On May 4, 2023 – the day of the vote – the ministers met.",
        "4 May 2023 – The parties sign a truce.",
        "May 4, 2023: The parties sign a truce.",
        "Anwar Idris, 4 May 2023: “We have kept our word.”",
        "Premier Okoth (right) – who came late – said nothing.",
        "Officials met on Monday – a day after the vote.",
        "Nairobi – where both had met before – was chosen again.",
        "Tunis: “We have kept our word.”",
        "Uganda: The talks so far.",
        "Mara Okoth, envoy – “We have kept our word.”",
        "President Sata – who had asked for the meeting – left early.",
    ],
)
def test_what_is_no_dateline(line: str) -> None:
    assert read_dateline(line) is None


def read(text: str, tmp_path: Path) -> Report:
    path = tmp_path / "dump.txt"
    path.write_text(text)
    (report,) = read_sources([path])
    assert isinstance(report, Report)
    return report


MORE = [
    "The two sides agreed to meet again in ten days, the mediator told reporters at the airport.",
    "She said that neither had walked out, and that both had put their maps on the table.",
]


def test_the_dateline_dates_the_report_and_is_no_sentence_of_it(tmp_path: Path) -> None:
    report = read("\n\n".join([f"TUNIS – 4 May 2023: {REST}", *MORE]), tmp_path)
    assert report.published.how == "dateline"
    assert report.published.time is not None
    assert report.published.time.earliest == report.published.time.latest == date(2023, 5, 4)
    zones = [(zone.kind, report.text[zone.start : zone.end]) for zone in report.zones]
    assert zones[:2] == [("dateline", "TUNIS – 4 May 2023: "), ("body", REST)]


def test_day_and_month_that_may_be_swapped_are_bounds(tmp_path: Path) -> None:
    report = read("\n\n".join([f"Oslo, 04/05/2023 - {REST}", *MORE]), tmp_path)
    assert report.published.time is not None
    assert (report.published.time.earliest, report.published.time.latest) == (date(2023, 4, 5), date(2023, 5, 4))


def test_a_chronology_of_dated_entries_gives_no_day(tmp_path: Path) -> None:
    entries = [f"Oslo, {day} May 2023 – {text}" for day, text in zip((4, 9), MORE, strict=True)]
    assert read("\n\n".join(entries), tmp_path).published.how == "unknown"
