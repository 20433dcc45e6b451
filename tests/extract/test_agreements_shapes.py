"""The shapes in which reports tell a deal: statements called after a place, initiatives, memoranda, lists run together."""

from datetime import date

import pytest

from read_text import read_text

DAY = date(2021, 6, 16)
# name, parties, day or "", points
Deal = tuple[str, set[str], str, list[str]]


def deals(text: str) -> list[Deal]:
    _, found, names = read_text(text, DAY)
    return [
        (
            one.name,
            {names[key] for key in one.parties},
            one.date.edtf if one.date else "",
            [point.text for point in one.provisions],
        )
        for one in found.agreements
    ]


SHAPES: list[tuple[str, Deal]] = [
    (
        "The leaders of Serbia and Kosovo agreed early on Friday that a joint commission may inspect the crossings for "
        "three months. The two had met in Brussels.\nUnder the Brussels statement, the two countries:\n• reaffirm their "
        "commitment to the Charter of the United Nations;\n• respect each other's freight documents;\n• admit inspectors "
        "to the crossings.",
        (
            "Brussels statement",
            {"Serbia", "Kosovo"},
            "2021-06-11",
            [
                "reaffirm their commitment to the Charter of the United Nations",
                "respect each other's freight documents",
                "admit inspectors to the crossings",
            ],
        ),
    ),
    (
        "The Caspian Gas Initiative, signed in Baku on 4 May by Turkmenistan and Azerbaijan, provides for the following:"
        "\na) a joint company for the field\nb) an equal share of the profits",
        (
            "Caspian Gas Initiative",
            {"Turkmenistan", "Azerbaijan"},
            "2021-05-04",
            ["a joint company for the field", "an equal share of the profits"],
        ),
    ),
    (
        "The Lake Accord, signed in Kisumu on 22 May by Kenya and Uganda, provides for the following:\na) a joint patrol "
        "of the islands b) a census of the fish c) no nets within a mile of the shore",
        (
            "Lake Accord",
            {"Kenya", "Uganda"},
            "2021-05-22",
            ["a joint patrol of the islands", "a census of the fish", "no nets within a mile of the shore"],
        ),
    ),
    (
        "A memorandum between Ethiopia and Somalia, signed on 4 May, obliges Ethiopia to recognise the border and to "
        "share its airline; it runs for fifty years.",
        ("memorandum", {"Ethiopia", "Somalia"}, "2021-05-04", ["recognise the border", "share its airline"]),
    ),
    (
        "In the Jeddah declaration, as the mediators call it, the Sudanese army and the Rapid Support Forces undertook "
        "on Saturday to protect civilians and to let aid pass.",
        (
            "Jeddah declaration",
            {"Sudan", "Rapid Support Forces"},
            "2021-06-12",
            ["protect civilians", "let aid pass"],
        ),
    ),
    (
        "Kenya's president received the leaders of Somalia and Ethiopia in Naivasha on Monday. They had little else.\nIn "
        "the Naivasha declaration, Somalia and Ethiopia undertook to open the road and to exchange envoys.",
        ("Naivasha declaration", {"Somalia", "Ethiopia"}, "2021-06-14", ["open the road", "exchange envoys"]),
    ),
    (
        "Under the deal, Iran would cap enrichment at 60 percent while the United States would release frozen funds.",
        (
            "deal",
            {"Iran", "United States"},
            "",
            ["cap enrichment at 60 percent", "release frozen funds"],
        ),
    ),
    (
        "Armenia and Azerbaijan agreed on Monday that Russian troops may guard the corridor until December.",
        ("agreement", {"Armenia", "Azerbaijan"}, "2021-06-14", []),
    ),
]


@pytest.mark.parametrize(("text", "deal"), SHAPES)
def test_shapes(text: str, deal: Deal) -> None:
    assert deals(text) == [deal]


@pytest.mark.parametrize(
    "text",
    [
        "China's Belt and Road Initiative has built ports in Sri Lanka.",
        "Last week the United Nations, Turkey and Ukraine agreed on a plan for fourteen more ships.",
        "Georgia and Moldova confirmed their commitment to the Geneva Convention and the Alma-Ata Declaration.",
    ],
)
def test_no_deal(text: str) -> None:
    assert deals(text) == []
