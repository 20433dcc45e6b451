"""What counts as a hit, a miss and a false alarm, on findings made by hand."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from making import account, act, actor, day, report, span, statement
from verbale.evaluate.acts import score_acts
from verbale.evaluate.agreements import score_agreements
from verbale.evaluate.found import Found
from verbale.evaluate.gold import Gold, GoldAgreement, GoldAsk, GoldEvent, GoldReport, GoldStatement, read_when
from verbale.evaluate.ledger import score_ledger
from verbale.evaluate.pages import score_page, score_published
from verbale.evaluate.statements import score_statements
from verbale.model import (
    AgreementRow,
    AnswerRow,
    Findings,
    ProvisionRow,
    Report,
    StatementRow,
    TimeValue,
    Zone,
)

TEXT = (
    "Envoys of Norland and Sudria met in Bergen on Monday. Norland asked Sudria to free the crew. "
    "Sudria refused. “We will not be hurried,” minister Ada Holm said. Some expect more.\n\n"
    "Ada Holm in Bergen. File photo"
)
QUOTE = span("r1", TEXT, "We will not be hurried")
MET = span("r1", TEXT, "Envoys of Norland and Sudria met in Bergen on Monday")
ASKED = span("r1", TEXT, "Norland asked Sudria to free the crew")
REFUSED = span("r1", TEXT, "Sudria refused")


def found(**rows: Any) -> Found:
    caption = TEXT.index("Ada Holm in Bergen")
    made = Report(
        "r1",
        "one.txt",
        TEXT,
        headline="Talks in Bergen",
        byline="Jo Berg",
        zones=(Zone("body", 0, caption - 2), Zone("caption", caption, len(TEXT))),
    )
    fields: dict[str, Any] = {
        "ids": {"one.txt": "r1"},
        "reports": {"r1": made},
        "rows": {"r1": report("r1")},
        "findings": {"r1": Findings("r1")},
        "actors": {
            one.id: one for one in (actor("Norland"), actor("Sudria"), actor("Ada Holm", "person", party="Sudria"))
        },
        "statements": (),
        "acts": (),
        "answers": (),
        "agreements": (),
        "blind": {},
    }
    return Found(**(fields | rows))


def gold(**fields: Any) -> GoldReport:
    return GoldReport("one.txt", Path("one.txt"), **fields)


# Statements

WANTED = GoldStatement("We will not be hurried,", ("Ada Holm",), "direct", party="Sudria")
RIGHT = statement("s1", "r1", "Ada Holm", (QUOTE,), party="Sudria")


@pytest.mark.parametrize(
    ("row", "hits", "wrong"),
    [
        (RIGHT, 1, 0),
        (replace(RIGHT, speakers=("Norland",), speaker_names=("Norland",)), 0, 1),
        (replace(RIGHT, speakers=(), speaker_names=()), 0, 0),
        (replace(RIGHT, ambiguous=True, speaker_names=("Ada Holm", "Per Holm")), 0, 0),
        (replace(RIGHT, mode="indirect"), 0, 0),
        (replace(RIGHT, content=(span("r1", TEXT, "be hurried"),)), 0, 0),
    ],
)
def test_speaker_mode_and_content_must_all_be_right(row: StatementRow, hits: int, wrong: int) -> None:
    score, faults = score_statements(gold(statements=(WANTED,)), found(statements=(row,)))
    assert (score.gold, score.found, score.hits, score.right) == (1, 1, hits, hits)
    assert score.extra["wrong speaker"] == wrong
    assert len(faults) == 2 * (1 - hits), "a near miss is both missed and a false alarm"


def test_what_the_gold_leaves_open_is_neither_hit_nor_error() -> None:
    more = statement("s2", "r1", "Ada Holm", (span("r1", TEXT, "Some expect more"),))
    belief = replace(more, id="s3", content=(span("r1", TEXT, "expect more"),), attitude="belief")
    score, _ = score_statements(
        gold(statements=(WANTED,), also=("Some expect more",)), found(statements=(RIGHT, more, belief))
    )
    assert (score.found, score.right) == (1, 1)


def test_an_unnamed_source_must_be_unnamed() -> None:
    wanted = replace(WANTED, speakers=("a senior official",), anonymous=True, party="")
    for unnamed, hits in ((True, 1), (False, 0)):
        row = replace(RIGHT, speaker_names=("senior official",), speakers=("u1",), unnamed=unnamed)
        assert score_statements(gold(statements=(wanted,)), found(statements=(row,)))[0].hits == hits


def test_two_gold_parts_of_one_quote_are_hit_by_the_one_finding() -> None:
    parts = (replace(WANTED, text="We will not"), replace(WANTED, text="be hurried"))
    row = replace(RIGHT, content=(span("r1", TEXT, "We will not"), span("r1", TEXT, "be hurried")))
    score, _ = score_statements(gold(statements=parts), found(statements=(row,)))
    assert (score.hits, score.right, score.found) == (2, 1, 1)


# Acts

MEETING = act(
    "a1", "CONSULT", (account("r1", (MET,)),), sources=("Norland", "Sudria"), when=day("2021-03-01"), what="talks"
)
EVENT = GoldEvent("met in Bergen", type="CONSULT", parties=("Norland", "Sudria"), when=read_when("2021-03-01"))


@pytest.mark.parametrize(
    ("change", "hits"),
    [
        ({}, 1),
        ({"type": "AGREE"}, 0),
        ({"sources": ("Norland",), "source_ids": ("Norland",)}, 0),
        ({"sources": ("Norland", "Ada Holm"), "source_ids": ("Norland", "Ada Holm")}, 1),
        ({"when": None}, 0),
        ({"when": TimeValue(date(2021, 2, 1), date(2021, 3, 31), "interval", "")}, 0),
    ],
)
def test_type_parties_and_time_must_all_be_right(change: dict[str, Any], hits: int) -> None:
    score, _ = score_acts(gold(events=(EVENT,)), found(acts=(replace(MEETING, **change),)))
    assert (score.gold, score.found, score.hits) == (1, 1, hits)


ASK = act(
    "ask", "REQUEST", (account("r1", (ASKED,)),), sources=("Norland",), targets=("Sudria",), subject="free the crew"
)
REFUSAL = act("no", "REJECT", (account("r1", (REFUSED,)),), sources=("Sudria",), targets=("Norland",))
ANSWER = AnswerRow("ask", "no", "refused", None, (REFUSED,))


def test_the_answer_to_a_listed_ask_is_no_error() -> None:
    asked = GoldEvent("asked Sudria to free the crew", type="REQUEST", sources=("Norland",), targets=("Sudria",))
    score, faults = score_acts(gold(events=(asked,)), found(acts=(ASK, REFUSAL), answers=(ANSWER,)))
    assert (score.hits, score.found, faults) == (1, 1, [])
    alone, _ = score_acts(gold(events=(asked,)), found(acts=(ASK, REFUSAL)))
    assert alone.found == 2, "a refusal that is not linked to the ask is a false alarm here"


def test_a_refused_request_hits_the_gold_refusal() -> None:
    refused = GoldEvent(
        "asked Sudria to free the crew", type="REJECT", sources=("Sudria",), targets=("Norland",), response="refused"
    )
    assert score_acts(gold(events=(refused,)), found(acts=(ASK,), answers=(replace(ANSWER, act=None),)))[0].hits == 1
    assert score_acts(gold(events=(refused,)), found(acts=(ASK,)))[0].hits == 0


def test_acts_without_type_and_claims_are_left_out() -> None:
    claim = replace(REFUSAL, accounts=(account("r1", (REFUSED,), claimed_by="s1", claimant="Ada Holm"),))
    score, _ = score_acts(gold(events=(replace(EVENT, type=""),)), found(acts=(MEETING, claim)))
    assert (score.gold, score.found, score.extra["claims"]) == (0, 0, 1)


# Ledger, agreements

LINE = GoldAsk(("Norland",), ("Sudria",), "freedom for the crew", "refused")


@pytest.mark.parametrize(
    ("line", "hits"),
    [
        (LINE, 1),
        (replace(LINE, answer="none"), 0),
        (replace(LINE, sources=("Sudria",), targets=("Norland",)), 0),
        (replace(LINE, what="fishing rights"), 0),
        (replace(LINE, sources=()), 1),
        (replace(LINE, what="ask Sudria to free the crew"), 1),
    ],
)
def test_a_line_of_the_ledger_needs_sides_subject_and_answer(line: GoldAsk, hits: int) -> None:
    score, _ = score_ledger(Gold(Path("g"), (), ledger=(line,)), found(acts=(ASK,), answers=(ANSWER,)))
    assert (score.gold, score.found, score.hits) == (1, 1, hits)


def test_agreements_and_their_points() -> None:
    point = span("r1", TEXT, "free the crew")
    row = AgreementRow(
        "g1",
        "Bergen Pact",
        True,
        ("Norland", "Sudria"),
        ("Norland", "Sudria"),
        day("2020-05-01"),
        (),
        (ProvisionRow(point.text, (point,), ()),),
        (),
        (MET,),
    )
    wanted = GoldAgreement("Bergen Pact", ("Norland", "Sudria"), read_when("2020"), ("free the crew", "end the war"))
    (agreements, provisions), _ = score_agreements(gold(agreements=(wanted,)), found(agreements=(row,)))
    assert (agreements.hits, provisions.hits, provisions.gold) == (1, 1, 2)
    looser = replace(row, date=TimeValue(date(2019, 1, 1), date(2021, 1, 1), "interval", ""))
    (agreements, _), _ = score_agreements(gold(agreements=(wanted,)), found(agreements=(looser,)))
    assert agreements.hits == 0


# The page and its date


def test_furniture_caption_headline_and_byline() -> None:
    report = gold(
        furniture=("Share this", "Some expect more."),
        caption="Ada Holm in Bergen. File photo",
        headline="Talks in Bergen",
        byline="Somebody Else",
    )
    scores, _ = score_page(report, found())
    assert {score.kind: score.hits for score in scores} == {"furniture": 1, "caption": 1, "headline": 1, "byline": 0}


@pytest.mark.parametrize(
    ("earliest", "latest", "hits", "count"),
    [
        ("2021-03-01", "2021-03-07", 1, ""),
        ("2021-03-04", "2021-03-04", 0, "invented"),
        ("2021-03-05", "2021-03-07", 0, "invented"),
        ("2021-01-01", "2021-12-31", 0, "loose"),
        (None, None, 0, "unknown"),
    ],
)
def test_a_day_must_not_be_claimed_where_the_text_allows_only_bounds(
    earliest: str | None, latest: str | None, hits: int, count: str
) -> None:
    time = None
    if earliest and latest:
        time = TimeValue(date.fromisoformat(earliest), date.fromisoformat(latest), "interval", "")
    row = replace(report("r1"), published=time, published_how="inferred")
    wanted = gold(published=date(2021, 3, 4), without_help=(date(2021, 3, 1), date(2021, 3, 7)))
    score, _ = score_published(wanted, found(blind={"one.txt": row}))
    assert score.hits == hits
    assert score.extra == ({count: 1} if count else {})


def test_a_person_may_act_through_the_party_with_the_person_named() -> None:
    event = GoldEvent("Sudria refused", type="REJECT", sources=("Ada Holm",))
    by_party = replace(REFUSAL, people=("Ada Holm",), people_ids=("Ada Holm",))
    assert score_acts(gold(events=(event,)), found(acts=(by_party,)))[0].hits == 1
    assert score_acts(gold(events=(event,)), found(acts=(REFUSAL,)))[0].hits == 0
