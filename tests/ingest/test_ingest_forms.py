"""Captions, bylines and dates in the forms that presses give them (data/forms), each set into pages of three kinds."""

from pathlib import Path

import pytest

from verbale.ingest.bare.read import read_bare
from verbale.ingest.page import Page

FORMS = Path(__file__).parent / "data" / "forms"
CARRIERS = {path.stem.removeprefix("carrier-"): path.read_text("utf-8") for path in sorted(FORMS.glob("carrier-*.txt"))}
BYLINE = "By Ada Quist"


def entries(name: str) -> list[str]:
    return [line for line in (FORMS / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]


def page(carrier: str, **slots: str) -> Page:
    """The page that a carrier makes with these lines in its slots; " // " parts lines."""
    lines: list[str] = []
    for line in CARRIERS[carrier].splitlines():
        slot = line[1:].replace("-", "_")
        if not line.startswith("@"):
            lines.append(line)
        elif slot in slots:
            lines += slots[slot].split(" // ")
    return read_bare("\n".join(lines) + "\n")


def body(found: Page) -> list[str]:
    return [block.piece.text for block in found.blocks]


@pytest.fixture(params=CARRIERS)
def carrier(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("place", ["caption_top", "caption_mid"])
@pytest.mark.parametrize("caption", entries("captions.txt"))
def test_a_caption_stands_apart_and_the_report_stays_whole(carrier: str, place: str, caption: str) -> None:
    plain = page(carrier, below=BYLINE)
    found = page(carrier, below=BYLINE, **{place: caption})
    assert [piece.text for piece in found.captions] == caption.split(" // ")[-1:]
    assert (body(found), found.known.headline) == (body(plain), plain.known.headline)


@pytest.mark.parametrize("place", ["sentence", "caption_low"])
@pytest.mark.parametrize("sentence", entries("not_captions.txt"))
def test_a_sentence_that_looks_like_a_caption_stays(carrier: str, place: str, sentence: str) -> None:
    found = page(carrier, below=BYLINE, **{place: sentence})
    assert sentence in body(found)
    assert not found.captions


@pytest.mark.parametrize("signed", ["– Bernama", "(Yonhap)", "— SPA", "- Borneo Mail/Asia News", "(AKP)", "/Interfax"])
def test_an_agency_that_signs_its_copy_makes_no_caption_of_the_last_paragraph(carrier: str, signed: str) -> None:
    last = (
        "The ministers will meet again in the spring, when the delegations are to name the members of the commission. "
        f"Neither of them has said who will pay for it, or where its office will be. {signed}"
    )
    found = page(carrier, below=BYLINE, caption_low=last)
    assert body(found)[-1] == last
    assert not found.captions
