"""Asks and what came of them: one sentence, or the next, gives the answer."""

from collections.abc import Callable
from datetime import date

import pytest

from read_text import read_text
from verbale.model import check_span

DAY = date(2021, 6, 16)
Ask = tuple[list[str], list[str], str]


@pytest.fixture(scope="module")
def asked() -> Callable[[str], list[Ask]]:
    """Reads one text; gives asker, addressee and answer of each ask that is answered."""

    def find(text: str) -> list[Ask]:
        _, found, names = read_text(text, DAY)
        acts = {act.id: act for act in found.acts}
        asks = []
        for answer in found.answers:
            for span in answer.evidence:
                check_span(text, span)
            assert answer.act is None or answer.act in acts
            assert (answer.as_of == DAY) == (answer.answer == "none")
            ask = acts[answer.ask]
            asks.append(([names[k] for k in ask.sources], [names[k] for k in ask.targets], answer.answer))
        return asks

    return find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Libya rejected Malta's offer to mediate.", (["Malta"], ["Libya"], "refused")),
        ("Malta's offer to mediate was accepted by Libya.", (["Malta"], ["Libya"], "accepted")),
        ("There was no reply from Chad to Niger's request for a meeting.", (["Niger"], ["Chad"], "none")),
        (
            "Uganda only partly met Rwanda's demand for the release of its citizens.",
            (["Rwanda"], ["Uganda"], "partial"),
        ),
        ("Laos asked Thailand to open the bridge. Thailand refused.", (["Laos"], ["Thailand"], "refused")),
        ("Angola proposed a truce, which Zambia accepted.", (["Angola"], ["Zambia"], "accepted")),
        ("Bolivia has yet to respond to Chile's proposal on water.", (["Chile"], ["Bolivia"], "none")),
        ("Kenya failed to persuade Somalia to reopen the border.", (["Kenya"], ["Somalia"], "refused")),
        ("Nepal asked India for more time. India said no.", (["Nepal"], ["India"], "refused")),
        ("Togo ignored Benin's appeal to free the fishermen.", (["Benin"], ["Togo"], "none")),
        (
            "Greece urged Albania to extradite him, a request that Albania granted.",
            (["Greece"], ["Albania"], "accepted"),
        ),
        ("Jordan agreed to Iraq's request for electricity.", (["Iraq"], ["Jordan"], "accepted")),
    ],
)
def test_answers(asked: Callable[[str], list[Ask]], text: str, expected: Ask) -> None:
    assert expected in asked(text), asked(text)


def test_a_contrast_gives_the_opposite_answer(asked: Callable[[str], list[Ask]]) -> None:
    answers = asked("Unlike Kuwait, Oman refused Qatar's invitation to join the talks.")
    assert (["Qatar"], ["Oman"], "refused") in answers
    assert (["Qatar"], ["Kuwait"], "accepted") in answers


def test_an_ask_that_nobody_answers_has_no_answer(asked: Callable[[str], list[Ask]]) -> None:
    assert asked("Mexico asked Guatemala to close the crossing.") == []


def test_others_do_not_answer_for_those_asked(asked: Callable[[str], list[Ask]]) -> None:
    assert asked("Mali asked Algeria to mediate. France refused.") == []


@pytest.mark.parametrize(
    "text", ["Iran may accept Oman's offer of talks.", "If Iran accepts Oman's offer, talks will resume."]
)
def test_what_may_be_answered_is_not(asked: Callable[[str], list[Ask]], text: str) -> None:
    assert asked(text) == []
