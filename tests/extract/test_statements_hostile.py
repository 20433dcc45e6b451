"""Input that would make a careless rule run away: evidence stays exact, spans and time stay bounded."""

import time

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from verbale.extract.actors import ActorIndex
from verbale.extract.statements import find
from verbale.language import analyse
from verbale.model import Report, Statement, check_span
from verbale.world import load_world

BLANK = spacy.blank("en")
BLANK.max_length = 10_000_000
BLANK.add_pipe("sentencizer")


def statements(text: str, parsed: bool = True) -> tuple[Statement, ...]:
    report = Report(id="r", path="r.txt", text=text, plain=True)
    world = load_world()
    doc: Doc = analyse(report, world) if parsed else BLANK(text)
    found, _ = find(doc, report, world, ActorIndex((), {}), ())
    for statement in found:
        for span in (*statement.content, *statement.cue, *statement.source):
            check_span(text, span)
    return found


WORDS = st.sampled_from(
    [
        "Envoy Daw",
        "she",
        "the ministry",
        " said",
        " told reporters",
        " according to ",
        " that ",
        "the talks failed",
        "the bridge is shut",
        ", ",
        ". ",
        ": ",
        "“",
        "”",
        '"',
        "''",
        "``",
        "‘",
        "’",
        "\n\n",
        " (they) ",
        "…",
        " adding ",
        "\u2028",
        "é",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(WORDS, max_size=40).map("".join))
def test_evidence_is_exact_on_any_text_with_quotes(text: str) -> None:
    if text.strip():
        statements(text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_evidence_is_exact_on_any_text(text: str) -> None:
    if text.strip():
        statements(text, parsed=False)


def test_a_quote_left_open_over_a_whole_article_holds_one_sentence_at_most() -> None:
    article = "“The ferry will run again, the harbour master said on Monday.\n\n" + "\n\n".join(
        f"The {n}th convoy left at dawn. Nobody was hurt." for n in range(60)
    )
    for statement in statements(article):
        assert all(span.end - span.start < 200 for span in statement.content)


def test_a_thousand_nested_brackets() -> None:
    start = time.perf_counter()
    statements("The envoy said " + "(" * 1000 + "the talks failed" + ")" * 1000 + " on Friday.")
    statements("The envoy said " + "(“" * 1000 + "the talks failed" + "”)" * 1000 + " on Friday.")
    assert time.perf_counter() - start < 20


@pytest.mark.parametrize(
    "text",
    [
        "The envoy said: “" + "we wait and wait and wait and wait again, all of us, at the bridge " * 30_000 + "”",
        "“We wait,” she said. " * 8_000,
        "“ " * 50_000,
        "said " * 40_000,
        "according to " * 20_000,
        "“A said B.\n\n" * 8_000,
        "Envoy: " * 20_000 + "\n\nEnvoy: no",
        "TALKS IN MUSCAT ENTER THEIR SIXTH DAY WITH NO WORD FROM EITHER SIDE ABOUT THE INSPECTORS\n\n" * 200,
        "ABCDEFGH" * 20_000,
    ],
    ids=["two megabytes", "many quotes", "marks", "said", "according", "reopened", "colons", "capitals", "one word"],
)
def test_time_is_bounded(text: str) -> None:
    start = time.perf_counter()
    doc = BLANK(text)
    tokenised = time.perf_counter()
    report = Report(id="r", path="r.txt", text=text, plain=True)
    find(doc, report, load_world(), ActorIndex((), {}), ())
    assert time.perf_counter() - tokenised < 5 + 3 * (tokenised - start)


def test_a_cue_that_ends_the_text_before_its_content():
    statements("7 by — agreed of")
    statements("5 on — agreed of")


def test_a_cue_that_opens_the_text():
    statements("asked -- told Iran")
    statements("asked -- told Chile")


def test_a_source_named_twice_leaves_no_empty_piece() -> None:
    assert statements("Envoy Daw according to Envoy Daw according to Envoy Daw")
