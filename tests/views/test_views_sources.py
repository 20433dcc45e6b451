from making import MadeRows, report, span, statement
from verbale.views.sources import NO_ISSUE, sources

TEXT = "The plan is dead, a diplomat said. “Not at all,” said the minister."
DEAD = span("r1", TEXT, "The plan is dead")


def test_unnamed_sources_are_counted_by_outlet_and_issue_and_copies_once() -> None:
    reports = (
        report("r1"),
        report("r2", outlet="Coast Daily", copy_of="r1", wire="North Wire"),
        report("r3", outlet="Coast Daily"),
    )
    said = (
        statement("s1", "r1", "a diplomat", (DEAD,), unnamed=True, issues=("dam",)),
        statement("s2", "r1", "the minister", (DEAD,), issues=("dam",)),
        statement("s3", "r3", "a diplomat", (DEAD,), unnamed=True, outlet="Coast Daily"),
        statement("s4", "r3", "the minister", (DEAD,), attitude="belief", outlet="Coast Daily"),
    )
    view = sources(MadeRows({"r1": TEXT}, reports=reports, statements=said))
    assert (view.reports, view.independent, view.statements, view.unnamed) == (3, 2, 3, 2)
    outlets = {one.name: one for one in view.outlets}
    assert (outlets["Coast Daily"].copies, outlets["Coast Daily"].wires) == (1, ("North Wire",))
    assert outlets["Coast Daily"].share == 1.0
    assert {one.name: (one.statements, one.unnamed) for one in view.issues} == {"dam": (2, 1), NO_ISSUE: (1, 1)}
    assert [one.name for one in view.descriptions] == ["a diplomat"]
