"""The shapes in which reports tell a deal: statements called after a place, initiatives, memoranda, run-on lists."""

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
        "three months. The two had met in Brussels.\nUnder the Brussels statement, the two countries:\n"
        "• reaffirm their commitment to the Charter of the United Nations;\n"
        "• respect each other's freight documents;\n• admit inspectors to the crossings.",
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
        "The Caspian Gas Initiative, signed in Baku on 4 May by Turkmenistan and Azerbaijan, provides for the "
        "following:\na) a joint company for the field\nb) an equal share of the profits",
        (
            "Caspian Gas Initiative",
            {"Turkmenistan", "Azerbaijan"},
            "2021-05-04",
            ["a joint company for the field", "an equal share of the profits"],
        ),
    ),
    (
        "The Lake Accord, signed in Kisumu on 22 May by Kenya and Uganda, provides for the following:\na) a joint "
        "patrol of the islands b) a census of the fish c) no nets within a mile of the shore",
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
        "Kenya's president received the leaders of Somalia and Ethiopia in Naivasha on Monday. They had little else.\n"
        "In the Naivasha declaration, Somalia and Ethiopia undertook to open the road and to exchange envoys.",
        ("Naivasha declaration", {"Somalia", "Ethiopia"}, "2021-06-14", ["open the road", "exchange envoys"]),
    ),
    (
        "Under the deal, Iran would cap enrichment at 60 percent while the United States would release frozen funds.",
        (
            "deal",
            {"Iran", "United States"},
            "",
            ["Iran would cap enrichment at 60 percent", "the United States would release frozen funds"],
        ),
    ),
    (
        "Negotiators of Colombia's government and the ELN initialled a protocol on prisoners in Oslo on Monday. Both "
        "sides promised to publish lists by July, to let the Red Cross into every camp and to free the sick at once.",
        (
            "protocol on prisoners",
            {"Colombia", "National Liberation Army"},
            "2021-06-14",
            ["publish lists by July", "let the Red Cross into every camp", "free the sick at once"],
        ),
    ),
    (
        "In a joint statement after their talks in Astana on Tuesday, Russia, Turkey and Iran agreed to set up three "
        "zones of calm in Syria and to let convoys pass.",
        (
            "joint statement",
            {"Russia", "Turkey", "Iran"},
            "",
            ["set up three zones of calm in Syria", "let convoys pass"],
        ),
    ),
    (
        "The deal, announced by Qatar late on Sunday, has two parts. First, Israel will let 200 trucks a day into "
        "Gaza. Then Hamas will hand over eleven bodies.",
        (
            "deal",
            {"Israel", "Hamas"},
            "2021-06-13",
            ["Israel will let 200 trucks a day into Gaza", "Hamas will hand over eleven bodies"],
        ),
    ),
    (
        "Rwanda and Burundi have struck a deal to reopen their border, the two foreign ministers said.",
        ("deal", {"Rwanda", "Burundi"}, "", ["reopen their border"]),
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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The ceasefire, which Thailand and Cambodia agreed in Putrajaya on Monday, took effect at midnight. "
            "Cambodia accused Thailand of breaking it within hours.",
            ["broken Cambodia"],
        ),
        ("The treaty of friendship between Niger and Chad was suspended on Monday.", ["suspended -"]),
    ],
)
def test_what_became_of_it(text: str, words: list[str]) -> None:
    _, found, names = read_text(text, DAY)
    status = [word for one in found.agreements for word in one.status]
    assert [f"{word.value} {names.get(word.claimant or '', '-')}" for word in status] == words


def test_a_deal_that_is_the_first_of_its_kind_holds_nothing_by_that() -> None:
    assert deals("Chad and Libya signed an accord on Monday, the first accord to carry both names.")[0][3] == []
