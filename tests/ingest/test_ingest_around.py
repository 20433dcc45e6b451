# ruff: noqa: E501 (a paragraph of a dump is one line)
"""Mastheads, credits, notices and writers in manners that no list of names foresees."""

from pathlib import Path

import pytest

from verbale.ingest import read_sources
from verbale.ingest.bare.captions import caption_strength
from verbale.model import Report

HEADLINE = "Macedonia and Greece put the name on paper, and the farmers of Florina shrug"
OPENING = "In the café opposite the customs house nobody had read the nineteen pages that the two foreign ministers of Greece and Macedonia signed by the lake."
REST = [
    "The two governments agreed on Sunday that the northern one shall bear a new name at home and abroad, and that its airport shall lose the old one.",
    "“We have moved a stone that lay in the road for a generation,” the Greek foreign minister said, and his colleague added that the road was still long.",
    "The opposition in Skopje has asked for a referendum in September. The government has not said yet whether it will hold one so soon.",
    "A diplomat who followed the talks from the first day said that both sides had given up more than they had told their parliaments.",
]
SHORT = "Ministers sign nineteen pages that few will ever open"
FURNITURE = "Share on Facebook\nShare on WhatsApp"


def _read(text: str, folder: Path, name: str = "dump.txt") -> Report:
    path = folder / name
    path.write_text(text)
    (report,) = read_sources([path])
    assert isinstance(report, Report)
    return report


def _page(top: str, *middle: str, below: str = "") -> str:
    return "\n\n".join([top, FURNITURE, OPENING, *REST[:2], *middle, *REST[2:], below])


@pytest.mark.parametrize(
    ("top", "outlet", "byline"),
    [
        (
            f"THE PRESPA LANTERN\nHome news | Lake | Football | Farming | Obituaries\nLog in\nMonday, June 18 2018, 07:15\n\n{HEADLINE}\n\nMilena Trajkova and Petros Galanis",
            "The Prespa Lantern",
            "Milena Trajkova and Petros Galanis",
        ),
        (
            f"The Ohrid Review\nA fortnightly on the south of the Balkans\nHome · Essays · Maps · Podcast · About us\nIssue 31 · 18 June 2018\n\nEssay\n\n{HEADLINE}",
            "The Ohrid Review",
            "",
        ),
        (f"Skip to content\nLAKESIDE VOICES\nWorld • Region • Money • Sport\n\n{HEADLINE}\n\nBy Milena Trajkova\n18 June 2018", "Lakeside Voices", "Milena Trajkova"),
    ],
    ids=["capitals", "with a motto", "behind a link"],
)  # fmt: skip
def test_what_stands_over_a_bar_of_sections_is_the_outlet(top: str, outlet: str, byline: str, tmp_path: Path) -> None:
    report = _read(_page(top), tmp_path)
    assert (report.headline, report.outlet, report.byline) == (HEADLINE, outlet, byline)


def test_a_headline_over_a_bar_of_links_further_down_stays_one(tmp_path: Path) -> None:
    report = _read(_page(f"{HEADLINE}\nBy Milena Trajkova\nShare | Save | Print | Send"), tmp_path)
    assert (report.headline, report.outlet) == (HEADLINE, "")


def test_a_byline_under_a_bar_of_sections_speaks_for_no_line_above_it(tmp_path: Path) -> None:
    top = f"Greece and Macedonia today\nWorld | Region | Money | Sport\n18 June 2018\n\n{SHORT}\n\nMilena Trajkova and Petros Galanis"
    report = _read(_page(top), tmp_path)
    assert (report.headline, report.byline) == (SHORT, "Milena Trajkova and Petros Galanis")


CREDITED = [
    "The two foreign ministers of Greece and Macedonia wave to reporters at Lake Prespa on Sunday. [POOL FOR PRESPA]",
    "Boats wait off the village of Psarades for the prime ministers of Greece and Macedonia on Sunday. LBW/Stringer",
    "The foreign ministers of Greece and Macedonia exchange their folders in Psarades on Sunday. © Lantern/Vera Kostova",
    "The prime ministers of Greece and Macedonia embrace by the lake on Sunday, June 17, 2018. PHOTO | VERA KOSTOVA | LANTERN",
]


@pytest.mark.parametrize("caption", CREDITED)
@pytest.mark.parametrize("twice", [False, True])
def test_a_caption_over_the_text_is_no_headline(caption: str, twice: bool, tmp_path: Path) -> None:
    printed = f"{caption}\n{caption}" if twice else caption
    report = _read(_page(f"{HEADLINE}\n\nFont size + -\n\n{printed}\n\nBy Milena Trajkova\n18 June 2018"), tmp_path)
    assert (report.headline, report.captions) == (HEADLINE, (caption,))


@pytest.mark.parametrize("caption", CREDITED)
def test_a_caption_within_the_text_ends_nothing(caption: str, tmp_path: Path) -> None:
    report = _read(_page(f"{HEADLINE}\nBy Milena Trajkova", caption), tmp_path)
    assert report.captions == (caption,)
    assert REST[-1] in report.text


@pytest.mark.parametrize(
    "text",
    [
        "The talks ended on Monday. All rights reserved. © Lantern Media",
        "The minister left on Monday and came back the next day. [MORE]",
        "The envoy of the European Union/United Nations mission met both ministers on Monday.",
        "Everything on the talks in Prespa. Video | Photo | Audio | Maps",
        "The two of them signed on Sunday, and/or so they said.",
    ],
)
def test_what_only_looks_like_a_credit(text: str) -> None:
    assert caption_strength(text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "The two envoys leave the ferry at Dar es Salaam. Photo By Lena Marhold",
        "The two envoys leave the ferry at Dar es Salaam. Picture Courtesy The Lamu Ledger",
        "Delegates on the right bank of the Una. From Left: Reyl, Marhold and Oduya",
        "The chief mediator (left, with his deputy at the port of Bar",
        "The chief mediator and his deputy, Pictured right at the port of Bar",
        "The chief mediator, far right, at the port of Bar",
    ],
)
def test_captions_whatever_the_case_of_their_marks(text: str) -> None:
    assert caption_strength(text) > 0


def test_an_advertisement_with_words_of_its_own_leaves_the_text(tmp_path: Path) -> None:
    report = _read(
        _page(f"{HEADLINE}\nBy Milena Trajkova", "[ ADVERTISEMENT: Garden chairs from 900 denars ]"), tmp_path
    )
    assert "Garden chairs" not in report.text
    assert REST[-1] in report.text


def test_the_last_item_of_a_dashed_list_heads_nothing(tmp_path: Path) -> None:
    items = "Both sides undertake to:\n\n- change the signs on their roads\n- open the crossing at Markova Noga"
    report = _read(_page(f"{HEADLINE}\nBy Milena Trajkova", items), tmp_path)
    assert "- open the crossing" in report.text
    at_the_end = _read(_page(f"{HEADLINE}\nBy Milena Trajkova", below=items), tmp_path)
    assert "- open the crossing" in at_the_end.text
    signed = _read(_page(f"{HEADLINE}\nBy Milena Trajkova", below="– Lantern Online"), tmp_path)
    assert "Lantern Online" not in signed.text
    assert not [zone for zone in report.zones if zone.kind == "section_head"]


def test_a_line_below_the_text_that_tells_the_writers_post_is_the_byline(tmp_path: Path) -> None:
    below = "Milena Trajkova is the Lantern’s Balkans editor.\n\nFiled under: Greece, Macedonia"
    report = _read(_page(f"{HEADLINE}\n18 June 2018", below=below), tmp_path)
    assert report.byline == "Milena Trajkova"
    assert "Trajkova" not in report.text


def test_whom_the_text_tells_of_is_not_its_writer(tmp_path: Path) -> None:
    told = "Stavros Lekkas, who has covered the talks since 1993, was the only one to stay until the end, he told his readers."
    below = "Stavros Lekkas is a reporter for the radio of Florina."
    report = _read(_page(f"{HEADLINE}\n18 June 2018", told, below=below), tmp_path)
    assert report.byline == ""


def test_html_keeps_a_caption_with_a_copyright_sign_and_drops_an_invitation(tmp_path: Path) -> None:
    first, *others = (f"<p>{paragraph}</p>" for paragraph in (OPENING, *REST))
    figure = f"<figure><img src='a.jpg'><figcaption>{CREDITED[2]}</figcaption></figure>"
    promo = "<div><p>Sign up to The Morning Ferry, our weekly letter</p></div>"
    page = f"<html><body><article><h1>{HEADLINE}</h1>{first}{figure}{others[0]}{promo}{''.join(others[1:])}</article></body></html>"
    report = _read(page, tmp_path, "page.html")
    assert report.captions == (CREDITED[2],)
    assert "Morning Ferry" not in report.text
    assert REST[-1] in report.text


@pytest.mark.parametrize(
    ("caption", "kept"),
    [
        ("Ferry crews wait at the Port of Bar on Monday. Photograph: Ilma Deren/Getty Images", True),
        ("Photo taken on May 2 shows the hall in Ohrid where both delegations met.", True),
        ("The minister leaves the hall. Photo by Ilma Deren for the Ledger", True),
        ("Photograph: Ilma Deren/Lake Wire Pictures", False),
        ("Ilma Deren / Getty Images", False),
        ("Enlarge this image", False),
    ],
)
def test_html_keeps_captions_with_a_credit_and_drops_a_credit_alone(caption: str, kept: bool, tmp_path: Path) -> None:
    first, *others = (f"<p>{paragraph}</p>" for paragraph in (OPENING, *REST))
    figure = f"<figure><img src='a.jpg'><figcaption>{caption}</figcaption></figure>"
    page = f"<html><body><article><h1>{HEADLINE}</h1>{first}{figure}{''.join(others)}</article></body></html>"
    report = _read(page, tmp_path, "page.html")
    assert report.captions == ((caption,) if kept else ())
    assert kept or caption not in report.text
