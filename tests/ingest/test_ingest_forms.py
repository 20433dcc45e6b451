"""Captions, bylines and dates in the forms that presses give them (data/forms), each set into pages of three kinds."""

from pathlib import Path

import pytest

from verbale.ingest.bare.read import read_bare
from verbale.ingest.page import Page

FORMS = Path(__file__).parent / "data" / "forms"
CARRIERS = {path.stem.removeprefix("carrier-"): path.read_text("utf-8") for path in sorted(FORMS.glob("carrier-*.txt"))}
BYLINE = "By Ada Quist"
SLOTS = {"top": "below", "end": "end"}


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


@pytest.mark.parametrize("form", entries("bylines.txt"))
def test_a_byline_is_found_and_is_no_part_of_the_report(carrier: str, form: str) -> None:
    place, line, byline = form.split("\t")
    plain = page(carrier)
    found = page(carrier, **{SLOTS[place]: line})
    assert found.known.byline == byline
    assert (body(found), found.known.headline) == (body(plain), plain.known.headline)


@pytest.mark.parametrize("form", entries("not_bylines.txt"))
def test_what_only_looks_like_a_byline(carrier: str, form: str) -> None:
    place, line = form.split("\t")
    assert page(carrier, **{SLOTS[place]: line}).known.byline == ""


@pytest.mark.parametrize("form", entries("dates.txt"))
def test_the_day_of_publication(carrier: str, form: str) -> None:
    place, line, *days = form.split("\t")
    around = {place: line} if place == "below" else {place: line, "below": BYLINE}
    plain, found = page(carrier, below=BYLINE), page(carrier, **around)
    time = found.known.published.time
    assert [str(day) for day in ((time.earliest, time.latest) if time else ("-", "-"))] == _bounds(days)
    assert (body(found), found.known.headline) == (body(plain), plain.known.headline)


def _bounds(days: list[str]) -> list[str]:
    if days[0].startswith(".."):
        return ["None", days[0][2:]]
    return days * 2 if len(days) == 1 else days


def test_the_day_below_the_headline_goes_before_the_day_above_it(carrier: str) -> None:
    found = page(carrier, above="Friday, 7 May 2021 | Weather 14 C", below="By Ada Quist, 3 March 2020").known.published
    assert found.time is not None
    assert str(found.time.earliest) == "2020-03-03"


HEADLINES = {
    "review": "How the fishing pact was saved in a car park",
    "site": "Border commission for the Drina agrees to meet again in spring",
    "wire": "Herders and farmers sign accord over wells in the south",
}


@pytest.mark.parametrize("capitals", [False, True], ids=["", "capitals"])
@pytest.mark.parametrize("form", entries("headlines.txt"))
def test_the_headline_among_what_stands_around_it(carrier: str, form: str, capitals: bool) -> None:
    printed = HEADLINES[carrier].upper() if capitals else HEADLINES[carrier]
    lines, headline = (part.replace("{H}", printed) for part in form.split("\t"))
    text = CARRIERS[carrier].replace(HEADLINES[carrier], "\n".join(lines.split(" // ")))
    found = read_bare("\n".join(line for line in text.splitlines() if not line.startswith("@")) + "\n")
    assert found.known.headline == headline
    assert body(found) == body(page(carrier, below=BYLINE))
