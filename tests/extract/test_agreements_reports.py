"""Agreements over small reports of our own: their parties, points, and each party's word on them."""

from datetime import date

import pytest

from read_text import Told, read_agreements

DAY = date(2021, 6, 16)


def told(text: str) -> list[Told]:
    return read_agreements(text, DAY)


POINTS = [
    (
        "Israel and Hamas reached a deal in Doha on Wednesday. Under the deal, Israel will free prisoners, and Hamas "
        "will release 33 hostages.",
        {"Israel", "Hamas"},
        ["Israel will free prisoners", "Hamas will release 33 hostages"],
    ),
    (
        "Chad and Libya signed an accord on Monday. Under the accord, Chad must pay its arrears and Libya will reopen "
        "the crossing.",
        {"Chad", "Libya"},
        ["Chad must pay its arrears", "Libya will reopen the crossing"],
    ),
    (
        "Ethiopia and Eritrea signed a cessation of hostilities in Algiers in June 2000. The agreement provides "
        "for:\n\n- the withdrawal of Ethiopian troops;\n- a buffer zone of 25 kilometres; and\n- a peacekeeping force."
        "\n\nBoth armies pulled back.",
        {"Ethiopia", "Eritrea"},
        ["the withdrawal of Ethiopian troops", "a buffer zone of 25 kilometres", "a peacekeeping force"],
    ),
    (
        "Kosovo and Serbia agreed to a 10-point plan on Saturday. The plan includes mutual recognition of documents, a "
        "ban on blocking each other's path into the EU and self-management for Serbs.",
        {"Kosovo", "Serbia"},
        [
            "mutual recognition of documents",
            "a ban on blocking each other's path into the EU",
            "self-management for Serbs",
        ],
    ),
    (
        "Peru and Ecuador signed the Brasilia Treaty in 1998. The treaty called for a park on the border, the clearing "
        "of mines and ports on the Amazon.",
        {"Peru", "Ecuador"},
        ["a park on the border", "the clearing of mines", "ports on the Amazon"],
    ),
    (
        "The six-point plan asks both sides to stop the fighting, let aid in and free detainees.",
        set(),
        ["stop the fighting", "let aid in", "free detainees"],
    ),
    (
        "Iran and Iraq signed a pact on water on Sunday. The pact obliges Iraq to dredge the river, mark the border "
        "and share its data.",
        {"Iran", "Iraq"},
        ["dredge the river", "mark the border", "share its data"],
    ),
]


@pytest.mark.parametrize(("text", "parties", "points"), POINTS)
def test_parties_and_points(text: str, parties: set[str], points: list[str]) -> None:
    found = told(text)
    assert len(found) == 1, found
    assert found[0].parties == parties
    assert list(found[0].points) == points


STATUS = [
    (
        "Armenia accused Azerbaijan of breaking the truce that the two countries agreed in Moscow on October 10. Baku "
        "denied it had broken the truce.",
        ("broken Armenia", "kept Azerbaijan"),
    ),
    ("Russia has stopped complying with the Open Skies Treaty.", ("suspended -",)),
    ("Seoul suspended part of the Pyongyang Declaration on Tuesday.", ("suspended -",)),
    ("The Black Sea Agreement expired on Monday.", ("superseded -",)),
    ("Sudan failed to implement the Juba Agreement, the rebels' spokesman said.", ("none",)),
    ("Rwanda said that Congo was in breach of the Luanda Accord.", ("broken Rwanda",)),
    ("Mali is in violation of the Algiers Agreement.", ("broken -",)),
    ("Kenya has honoured the Nairobi Protocol.", ("kept -",)),
    ("Kenya has never honoured the Nairobi Protocol.", ("broken -",)),
    ("Diplomats warned against any breach of the Nairobi Protocol.", ()),
    ("India would suspend the Indus Waters Treaty, analysts think.", ()),
]


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_status_by_claimant(text: str, status: tuple[str, ...]) -> None:
    found = told(text)
    assert len(found) == 1, found
    assert len(found[0].status) == len(status), found
    assert all(have.startswith(want) for have, want in zip(found[0].status, status, strict=True)), found


def test_a_point_has_its_own_word() -> None:
    found = told(
        "Libya and Chad signed the Sebha Agreement in May. The agreement provides for a ceasefire, an exchange of "
        "prisoners and a joint patrol. Chad accused Libya of violating the ceasefire. Tripoli said it had respected "
        "the ceasefire."
    )
    assert [agreement.point_status for agreement in found] == [(("broken Chad", "kept Libya"), (), ())]


def test_whoever_brokers_a_deal_is_no_party() -> None:
    found = told("Russia and Ukraine signed the Istanbul Agreement, brokered by Turkey in July 2022.")
    assert [agreement.parties for agreement in found] == [frozenset({"Russia", "Ukraine"})]
