"""Acts in reports on talks: whoever asks or refuses there counts, in plain words; elsewhere nobody unknown does."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from read_text import read_text

DAY = date(2023, 3, 15)
CASES = Path(__file__).parent.parent / "cases" / "acts-talks.tsv"
TOPIC = (
    "The negotiations, now in their third round, must end with an agreement before the deadline on 31 March, or the "
    "mediators will go home with their draft."
)
# Of all acts in the file, so many at least get a row of their type in their sentence.
LEAST = 0.77


def _reports() -> list[list[tuple[str, str]]]:
    blocks = CASES.read_text(encoding="utf-8").split("\n\n")
    rows = ([line.split("\t") for line in block.splitlines() if "\t" in line] for block in blocks)
    return [[(kind, sentence) for kind, sentence in report] for report in rows if report]


def _hits(report: list[tuple[str, str]]) -> int:
    text, places = TOPIC, []
    for at, (_, sentence) in enumerate(report):
        text += " " if at % 3 else "\n\n"
        places.append((len(text), len(text) + len(sentence)))
        text += sentence
    _, found, _ = read_text(text, DAY)
    told = [(act.type, act.trigger.start) for act in found.acts]
    return sum(
        any(kind == wanted and start <= at < end for kind, at in told)
        for (wanted, _), (start, end) in zip(report, places, strict=True)
    )


def test_most_plain_acts_are_found() -> None:
    reports = _reports()
    hits, acts = sum(map(_hits, reports)), sum(map(len, reports))
    assert hits >= LEAST * acts, (hits, acts)


Reader = Callable[[str], list[tuple[str, tuple[str, ...]]]]


@pytest.fixture
def read() -> Reader:
    def find(text: str) -> list[tuple[str, tuple[str, ...]]]:
        _, found, names = read_text(text, DAY)
        return [(act.type, tuple(names[key] for key in act.sources)) for act in found.acts]

    return find


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Rights groups were quick to denounce the draft.", "ACCUSE"),
        ("The harbour board turned its back on the offer.", "REJECT"),
        ("Hill farmers balked at the price.", "REJECT"),
        ("The rail union is holding out for a ninth holiday.", "REQUEST"),
    ],
)
def test_whoever_speaks_at_talks_counts_and_only_there(read: Reader, sentence: str, kind: str) -> None:
    assert any(found == kind and sources for found, sources in read(f"{TOPIC} {sentence}")), read(f"{TOPIC} {sentence}")
    assert kind not in {found for found, _ in read(f"The weather was fine. {sentence}")}


@pytest.mark.parametrize(
    "text",
    [
        "The club rejected an offer of 20 million euros for the striker. Its coach had asked for a defender and a new "
        "contract, and the player's agent demanded talks. The two sides agreed on a meeting after Saturday's match, "
        "the last game of the season, when the fans will learn whether the goalkeeper stays for the cup.",
        "The retailer's shares rose after its rival sweetened its offer. Investors had demanded a higher price, and "
        "the company rejected the first bid. Analysts expect a deal and talks; the firm said that profit and revenue "
        "for the quarter would meet the forecast, and shareholders will vote on the agreement.",
    ],
)
def test_sport_and_business_have_talks_of_their_own(read: Reader, text: str) -> None:
    assert not read(text)


@pytest.mark.parametrize(
    ("sentence", "kind", "source"),
    [
        ("Forty of them gave up their rifles in the square.", "RETREAT", None),
        ("Sixty handed in their guns before noon.", "RETREAT", None),
        ("Kherson was handed over on time.", "RETREAT", None),
        ("Kenyan peacekeepers began to deploy in Haiti on Monday.", "MOBILIZE", "Kenya"),
        ("Chad said that its soldiers would not return to war.", "AGREE", "Chad"),
        ("Latvia had campaigned for a new Estonian language law.", "REQUEST", "Latvia"),
        ("Peru would like to see the embargo on its fish lifted.", "REQUEST", "Peru"),
        ("Chile wants the second clause struck out.", "REQUEST", "Chile"),
        ("Bolivia made it a condition that Chile withdraw its troops.", "REQUEST", "Bolivia"),
        ("Egypt spoke first. It had asked for three times as many.", "REQUEST", "Egypt"),
    ],
)
def test_plain_deeds_and_asks_of_those_who_bargain(read: Reader, sentence: str, kind: str, source: str | None) -> None:
    found = read(f"{TOPIC} {sentence}")
    assert any(type_ == kind and (source is None or source in sources) for type_, sources in found), found


@pytest.mark.parametrize(
    "sentence",
    [
        "I looked for my coat.",
        "He looked at the picture for a long time.",
        "The first families settled at Riverside.",
        "The company was receiving Norway's permission.",
        "It was the heaviest thing he had ever lifted.",
        "The minister has never been seen to sign.",
    ],
)
def test_plain_words_of_other_things_are_no_acts(read: Reader, sentence: str) -> None:
    topic = len(read(TOPIC))
    assert len(read(f"{TOPIC} {sentence}")) == topic, read(f"{TOPIC} {sentence}")


@pytest.mark.parametrize("subject", ["Nobody", "None of the delegations", "Not a single envoy"])
def test_what_nobody_does_is_not_done(subject: str) -> None:
    _, found, _ = read_text(f"{TOPIC} {subject} has agreed to the clause.", DAY)
    assert [act.status for act in found.acts if act.type == "AGREE"] == ["denied"]


@pytest.mark.parametrize(
    ("sentence", "kind", "source"),
    [
        ("Peru and Bolivia have a deal.", "AGREE", "Peru"),
        ("Ghana and Togo settled the outline of a lease.", "AGREE", "Ghana"),
        ("Malta gave the draft short shrift.", "REJECT", "Malta"),
        ("Oman poured cold water on the idea.", "REJECT", "Oman"),
        ("Cuba stands firm on the lease.", "REJECT", "Cuba"),
        ("Niger yielded at the last minute.", "CONCEDE", "Niger"),
        ("Ten soldiers were ambushed near the ford.", "ASSAULT", None),
        ("Chile protested that nobody had read the annex.", "ACCUSE", "Chile"),
        ("Serbia wants its archives back in Nis.", "REQUEST", "Serbia"),
        ("Chad and Libya want two more mediators.", "REQUEST", "Chad"),
        ("Angola asked for half of the posts.", "REQUEST", "Angola"),
        ("Yemen had wanted to appoint the harbour master.", "REQUEST", "Yemen"),
        ("Fiji applied for membership of the pact.", "REQUEST", "Fiji"),
        ("Norway and Finland spoke for an hour.", "CONSULT", "Norway"),
        ("Negotiators from Kenya and Sudan held a fourth round in Arusha.", "CONSULT", "Kenya"),
        ("Peru and Chile are far apart. A further meeting is planned for July.", "CONSULT", None),
        ("The screenwriters walked out on 2 May.", "PROTEST", None),
    ],
)
def test_what_wire_copy_says_of_talks(read: Reader, sentence: str, kind: str, source: str | None) -> None:
    before, found = read(TOPIC), read(f"{TOPIC} {sentence}")
    found = found[len(before) :]
    assert any(type_ == kind and (source is None or source in sources) for type_, sources in found), found


@pytest.mark.parametrize(
    ("sentence", "kind", "status"),
    [
        ("Chad and Niger adopted a roadmap on Tuesday.", "SUPPORT", "happened"),
        ("The plan adopted by Oman in May has three points.", "SUPPORT", "happened"),
        ("Sudan and Chad gave the text their blessing.", "SUPPORT", "happened"),
        ("The Togolese rebels extended the truce by 60 days.", "CONCEDE", "happened"),
        ("Peru and Chile extended the truce by two days.", "AGREE", "happened"),
        ("Shops owned by Tamils were set on fire.", "ASSAULT", "happened"),
        ("Iran responded with a proposal to swap the fuel.", "REQUEST", "happened"),
    ],
)
def test_adopting_prolonging_and_burning(read: Reader, sentence: str, kind: str, status: str) -> None:
    _, found, _ = read_text(f"{TOPIC} {sentence}", DAY)
    acts = [(act.type, act.status) for act in found.acts if act.trigger.start > len(TOPIC)]
    assert acts == [(kind, status)]
