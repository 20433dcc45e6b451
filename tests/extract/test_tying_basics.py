"""Which expression governs an event."""

from datetime import date

import pytest

from verbale.extract import times, tying
from verbale.language import analyse
from verbale.model import Published, Report, TimeValue
from verbale.world import load_world

WORLD = load_world()
DAY = date(2019, 10, 17)


def governing(text: str, word: str) -> str | None:
    """The EDTF of the time of `word` in `text`, published on 17 October 2019."""
    report = Report("r", "r.txt", text, published=Published(TimeValue(DAY, DAY, "day", "2019-10-17"), "given"))
    doc = analyse(report, WORLD)
    token = next(token for token in doc if token.text == word)
    mention = tying.time_of(doc, token, times.find(doc, report))
    return mention.time.edtf if mention is not None and mention.time is not None else None


@pytest.mark.parametrize(
    ("text", "word", "edtf"),
    [
        ("The two sides met in Geneva on Tuesday and agreed to resume talks next week.", "met", "2019-10-15"),
        (
            "The two sides met in Geneva on Tuesday and agreed to resume talks next week.",
            "talks",
            "2019-10-21/2019-10-27",
        ),
        ("Its summit with Tehran in Doha ended without a deal in February.", "summit", "2019-02"),
        ("He praised the April 2018 declaration at a meeting on Monday.", "declaration", "2018-04"),
        ("He praised the April 2018 declaration at a meeting on Monday.", "meeting", "2019-10-14"),
        ("The statement they signed in 2016 was read out Thursday.", "statement", "2016"),
        ("The ministry said Thursday that the delegations had met in Oslo on Oct. 3.", "said", "2019-10-17"),
        ("The ministry said Thursday that the delegations had met in Oslo on Oct. 3.", "met", "2019-10-03"),
        ("The ministry said Thursday that the delegations had met in Oslo.", "met", None),
        ("The talks in Vienna last week have led to another delay.", "talks", "2019-10-07/2019-10-13"),
    ],
)
def test_the_expression_that_governs(text: str, word: str, edtf: str | None) -> None:
    assert governing(text, word) == edtf
