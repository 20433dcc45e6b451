"""Agreements: what counts as one, whose it is, what it holds and what became of it."""

from datetime import date

import pytest

from verbale.extract import extract
from verbale.language import analyse
from verbale.model import Agreement, Findings, Published, Report, TimeValue, check_span
from verbale.world import load_world


def _read(text: str) -> tuple[Findings, tuple[Agreement, ...]]:
    day = date(2021, 6, 15)
    report = Report(id="r", path="", text=text, published=Published(TimeValue(day, day, "day", "2021-06-15"), "given"))
    world = load_world()
    findings = extract(analyse(report, world), report, world)
    for agreement in findings.agreements:
        for span in agreement.evidence:
            check_span(text, span)
    return findings, findings.agreements


def _parties(findings: Findings, agreement: Agreement) -> set[str]:
    names = {actor.key: actor.name for actor in findings.actors}
    return {names[key] for key in agreement.parties}


def test_a_signed_treaty_has_its_parties_year_and_points() -> None:
    findings, found = _read(
        "Egypt and Sudan signed the Nile Waters Treaty in 1959. The treaty gives Egypt most of the water, sets up a "
        "joint commission and forbids new dams without consent."
    )
    assert [agreement.name for agreement in found] == ["Nile Waters Treaty"]
    assert _parties(findings, found[0]) == {"Egypt", "Sudan"}
    assert found[0].date is not None and found[0].date.edtf == "1959"
    assert [point.text for point in found[0].provisions] == [
        "gives Egypt most of the water",
        "sets up a joint commission",
        "forbids new dams without consent",
    ]


def test_documents_listed_between_two_parties_are_both_theirs() -> None:
    findings, found = _read(
        "The envoy praised the agreements between Serbia and Kosovo -- the Brussels Declaration of April 2013 and the "
        "Ohrid Joint Declaration of March 2023."
    )
    assert [agreement.name for agreement in found] == ["Brussels Declaration", "Ohrid Joint Declaration"]
    assert all(_parties(findings, agreement) == {"Serbia", "Kosovo"} for agreement in found)
    assert [agreement.date.edtf for agreement in found if agreement.date] == ["2013-04", "2023-03"]


@pytest.mark.parametrize(
    "text",
    [
        "The talks between Greece and Turkey ended without an agreement.",
        "Serbia wants an accord with Kosovo.",
        "No agreement was signed in Geneva.",
        "Israel signed no treaty with Syria.",
        "The club signed a transfer deal with Milan.",
        "Diplomats hope for a deal by June.",
    ],
)
def test_what_was_never_made_is_no_agreement(text: str) -> None:
    assert _read(text)[1] == ()


def test_a_later_word_for_it_tells_of_the_same_agreement() -> None:
    _, found = _read(
        "Armenia and Azerbaijan agreed to a truce on Monday. The deal obliges Baku to halt its guns, return captives "
        "and open the road."
    )
    assert len(found) == 1
    assert [point.text for point in found[0].provisions] == ["halt its guns", "return captives", "open the road"]


def test_what_became_of_it_is_told_by_its_claimant() -> None:
    findings, found = _read(
        "Ukraine accused Russia of breaching the Budapest Memorandum of 1994. "
        "Russia has suspended the Black Sea Agreement."
    )
    names = {actor.key: actor.name for actor in findings.actors}
    told = {agreement.name: [(s.value, names.get(s.claimant or "")) for s in agreement.status] for agreement in found}
    assert told == {"Budapest Memorandum": [("broken", "Ukraine")], "Black Sea Agreement": [("suspended", None)]}


def test_a_wish_says_nothing_about_the_status() -> None:
    _, found = _read(
        "Norway urged both armies to honour the Minsk agreements. Kyiv would suspend the Minsk agreements."
    )
    assert [agreement.status for agreement in found] == [()]


def test_it_takes_up_the_subject_of_the_sentence_before() -> None:
    _, found = _read(
        "Manila and the Moro rebels signed an accord on land on Friday. The accord is the third on the agenda. "
        "It promises to register titles, pay farmers and open courts."
    )
    assert [[point.text for point in agreement.provisions] for agreement in found] == [
        ["register titles", "pay farmers", "open courts"]
    ]
