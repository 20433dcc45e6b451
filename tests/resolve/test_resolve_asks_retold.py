"""Asks over reports read from their text: told again they are one, and a later report may answer them."""

from collections.abc import Callable
from datetime import date

import pytest

from verbale.extract import extract
from verbale.language import analyse
from verbale.model import Findings, Published, Report, TimeValue
from verbale.resolve import resolve
from verbale.world import load_world

# asker, addressee, answer
Row = tuple[str, str, str]


@pytest.fixture(scope="module")
def rows() -> Callable[..., list[Row]]:
    world = load_world()

    def find(*told: tuple[str, str]) -> list[Row]:
        reports: list[Report] = []
        findings: list[Findings] = []
        for number, (day, text) in enumerate(told):
            when = date.fromisoformat(day)
            published = Published(TimeValue(when, when, "day", day), "given")
            report = Report(
                f"r{number}", f"r{number}", text, published=published, outlet=f"Outlet {number}", plain=True
            )
            reports.append(report)
            findings.append(extract(analyse(report, world), report, world))
        resolved = resolve(reports, findings)
        acts = {act.id: act for act in resolved.acts}
        return sorted(
            (" and ".join(acts[row.ask].sources), " and ".join(acts[row.ask].targets), row.answer)
            for row in resolved.answers
        )

    return find


def test_an_ask_told_again_is_one_row_with_its_answer(rows: Callable[..., list[Row]]) -> None:
    assert rows(
        ("2021-03-01", "Malta asked Libya to take back the migrants. Tripoli refused."),
        ("2021-03-09", "Libya has refused Malta's request to take back the migrants."),
    ) == [("Malta", "Libya", "refused")]


def test_a_report_weeks_later_answers(rows: Callable[..., list[Row]]) -> None:
    assert rows(
        ("2021-03-01", "Nepal asked India to open the trade route through Birgunj."),
        ("2021-04-20", "India accepted Nepal's request to open the trade route through Birgunj."),
    ) == [("Nepal", "India", "accepted")]


def test_silence_gives_way_to_an_answer(rows: Callable[..., list[Row]]) -> None:
    assert rows(
        ("2021-03-01", "Angola asked Zambia to extradite the general. Zambia has not replied."),
        ("2021-04-20", "Zambia refused Angola's request to extradite the general."),
    ) == [("Angola", "Zambia", "refused")]


def test_what_another_is_asked_is_another_ask(rows: Callable[..., list[Row]]) -> None:
    assert rows(
        ("2021-03-01", "Kenya asked Uganda to withdraw from the island."),
        ("2021-03-20", "Rwanda refused Kenya's request to host the envoys."),
    ) == [("Kenya", "Rwanda", "refused"), ("Kenya", "Uganda", "none")]


def test_one_deal_under_two_names() -> None:
    world = load_world()
    reports = []
    findings = []
    for number, text in enumerate(
        (
            "Chad and Libya signed an agreement on border trade on Monday.",
            "Chad and Libya have announced a deal on border trade, and lorries are crossing.",
            "Chad and Libya have announced a deal on fishing.",
        )
    ):
        day = date(2021, 3, 2 + number)
        published = Published(TimeValue(day, day, "day", day.isoformat()), "given")
        report = Report(f"r{number}", f"r{number}", text, published=published, outlet=f"Outlet {number}", plain=True)
        reports.append(report)
        findings.append(extract(analyse(report, world), report, world))
    agreements = resolve(reports, findings).agreements
    assert sorted(len({span.report for span in row.evidence}) for row in agreements) == [1, 2]


def test_who_came_weeks_later_has_accepted_the_invitation(rows: Callable[..., list[Row]]) -> None:
    assert rows(
        ("2021-03-01", "Kenya invited Prime Minister Abdulla Aripov of Uzbekistan to Nairobi."),
        ("2021-04-20", "Prime Minister Abdulla Aripov of Uzbekistan visited Nairobi on Monday."),
    ) == [("Kenya", "Uzbekistan", "accepted")]


def test_who_travels_elsewhere_has_accepted_no_invitation(rows: Callable[..., list[Row]]) -> None:
    assert rows(
        ("2021-03-01", "Kenya invited Prime Minister Abdulla Aripov of Uzbekistan to Nairobi."),
        ("2021-04-20", "Prime Minister Abdulla Aripov of Uzbekistan visited Oslo on Monday."),
    ) == [("Kenya", "Uzbekistan", "none")]


def test_what_has_not_been_done_is_no_acceptance(rows: Callable[..., list[Row]]) -> None:
    assert rows(
        ("2021-03-01", "Niger asked Chad to withdraw its soldiers from the northern border post."),
        ("2021-04-20", "Chad has not withdrawn its soldiers from the northern border post."),
    ) == [("Niger", "Chad", "none")]
