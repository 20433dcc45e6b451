"""Provisions: each point of a list is one provision, cut at its own words."""

import pytest

from verbale.extract.provisions import points_of_verb
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
