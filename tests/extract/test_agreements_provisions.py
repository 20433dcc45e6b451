"""Provisions: each point of a list is one provision, cut at its own words."""

from datetime import date
from pathlib import Path

import pytest

from verbale.extract import extract
from verbale.extract.provisions import points_of_verb
from verbale.ingest import ReadOptions, read_sources
from verbale.language import analyse
from verbale.model import Report, check_span
from verbale.world import load_world

LISTS = [
    (
        "The accord, concluded in Lausanne in April, obliges Iran to export its enriched uranium, pour concrete into "
        "the reactor core and grant monitors access to its mines.",
        "obliges",
        ["export its enriched uranium", "pour concrete into the reactor core", "grant monitors access to its mines"],
    ),
    (
        "The outline includes pledges to fill the lake in the wet months, release water in dry years, and set up a "
        "panel that hears complaints.",
        "includes",
        ["fill the lake in the wet months", "release water in dry years", "set up a panel that hears complaints"],
    ),
    (
        "The pact provides for an exchange of captives, the return of the dead and a hotline between the armies.",
        "provides",
        ["an exchange of captives", "the return of the dead", "a hotline between the armies"],
    ),
    (
        "The treaty calls for a ceasefire, the withdrawal of heavy guns and a special status for the valley.",
        "calls",
        ["a ceasefire", "the withdrawal of heavy guns", "a special status for the valley"],
    ),
    (
        "Under the truce, the rebels agreed to stop drone attacks, and the coalition promised to reopen the port.",
        "agreed",
        ["stop drone attacks"],
    ),
    (
        "The pact binds both armies to pull back, officials said, and allow observers in.",
        "binds",
        ["pull back", "allow observers in"],
    ),
]


@pytest.mark.parametrize(("text", "holder", "points"), LISTS)
def test_each_point_is_one_provision(text: str, holder: str, points: list[str]) -> None:
    report = Report(id="r", path="", text=text)
    doc = analyse(report, load_world())
    verb = next(token for token in doc if token.text == holder)
    found = points_of_verb(doc, report, verb)
    assert [point.text for point in found] == points
    for point in found:
        for span in point.evidence:
            check_span(text, span)


def test_no_list_no_provisions() -> None:
    report = Report(id="r", path="", text="The accord includes Serbia.")
    doc = analyse(report, load_world())
    assert points_of_verb(doc, report, doc[2]) == ()


def test_a_list_of_points_ends_at_the_next_entry_of_a_live_report(tmp_path: Path) -> None:
    page = tmp_path / "live.html"
    page.write_text(
        "<html><head><title>Drin river talks: live</title></head><body><main><h1>Drin river talks: live</h1>"
        "<p>Albania and Montenegro signed an agreement on the Drin in Tirana on Monday, their ministers said.</p>"
        "<h3>21:05 What is in the deal</h3><ul>"
        "<li>the two countries will measure the water together</li>"
        "<li>Albania will open two sluices every spring</li></ul>"
        "<h3>20:40 Farmers are not amused</h3>"
        "<p>In Shkoder, farmers told our reporter that nobody had asked them about the sluices or the water.</p>"
        "</main></body></html>"
    )
    (report,) = read_sources([page], ReadOptions(published=date(2019, 5, 6)))
    assert isinstance(report, Report)
    world = load_world()
    found = extract(analyse(report, world), report, world)
    points = [point.text for agreement in found.agreements for point in agreement.provisions]
    assert points == ["the two countries will measure the water together", "Albania will open two sluices every spring"]
