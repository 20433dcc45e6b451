from datetime import date

from making import MadeRows, account, act, day, report, span
from verbale.model import AnswerRow, Filter
from verbale.views.ledger import ledger

TEXT = (
    "Norland asked Sudria to free the crew. Sudria has not replied. Norland also sought fishing rights, and got half."
)
FREE = span("r1", TEXT, "Norland asked Sudria to free the crew")
HALF = span("r1", TEXT, "got half")


def made() -> MadeRows:
    asks = (
        act(
            "old",
            "REQUEST",
            (account("r1", (FREE,)),),
            sources=("Norland",),
            targets=("Sudria",),
            when=day("2021-01-04"),
        ),
        act(
            "new",
            "REQUEST",
            (account("r1", (FREE,)),),
            sources=("Norland",),
            targets=("Sudria",),
            when=day("2021-03-01"),
        ),
        act("met", "REQUEST", (account("r1", (HALF,)),), sources=("Norland",), targets=("Sudria",)),
        act("maybe", "REQUEST", (account("r1", (HALF,)),), status="hypothetical"),
        act("talks", "CONSULT", (account("r1", (HALF,)),)),
    )
    answers = (
        AnswerRow("met", None, "partial", None, (HALF,)),
        AnswerRow("new", None, "none", date(2021, 3, 4), ()),
    )
    return MadeRows({"r1": TEXT}, reports=(report("r1"),), acts=asks, answers=answers)


def test_unanswered_asks_stand_first_the_oldest_on_top() -> None:
    assert [line.id for line in ledger(made())] == ["old", "new", "met"]


def test_silence_ages_until_the_day_of_the_view() -> None:
    lines = {line.id: line for line in ledger(made())}
    assert lines["old"].age == (date(2021, 3, 4) - date(2021, 1, 4)).days
    assert lines["old"].as_of == date(2021, 3, 4)
    later = {line.id: line for line in ledger(made(), Filter(as_of=date(2021, 5, 1)))}
    assert later["old"].age == (date(2021, 5, 1) - date(2021, 1, 4)).days


def test_an_answered_ask_has_no_age_and_keeps_its_evidence() -> None:
    met = next(line for line in ledger(made()) if line.id == "met")
    assert met.age is None
    assert met.answer_evidence == (HALF,)


def test_an_undated_ask_is_dated_by_its_first_report_and_says_so() -> None:
    met = next(line for line in ledger(made()) if line.id == "met")
    assert met.asked_how == "reported"
    assert met.asked == day("2021-03-04")
