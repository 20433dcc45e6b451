"""Answers in free words that the fitted model gives, and the model itself."""

from datetime import date

import pytest

from read_text import read_asks
from verbale.extract.asking import weighing
from verbale.extract.asking.weighing import ANSWERS, Weights, weights

DAY = date(2023, 3, 15)
ASK = (
    "Talks on a ceasefire resumed in Corfu, where the delegations negotiate on the terms of an agreement. "
    "Albania asked Greece to reopen the border. "
)


def test_chances_of_all_answers_and_of_none_add_up_to_one() -> None:
    rows = Weights({"no": (0.0, 2.0, 0.0)}, {"bias": 1.0}).chances(["bias"], [["no"], ["unknown"]])
    assert len(rows) == 2
    assert 0 < sum(map(sum, rows)) < 1
    assert max(rows[0]) == rows[0][ANSWERS.index("refused")] > max(rows[1])


def test_a_sign_of_the_ask_leaves_it_open() -> None:
    leaving, neutral = Weights({}, {"bias": 3.0}), Weights({}, {})
    assert sum(map(sum, leaving.chances(["bias"], [["any"]]))) < sum(map(sum, neutral.chances(["bias"], [["any"]])))


def test_the_weights_are_read_whole() -> None:
    model = weights()
    assert len(model.clause) > 1000
    assert {len(row) for row in model.clause.values()} == {len(ANSWERS)}
    assert "bias" in model.ask


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The gate was locked on Sunday.", "refused"),
        ("Buses were crossing by noon.", "open"),
        ("If the gate is locked, farmers will lose their crop.", "open"),
        ("The gate may be locked on Sunday.", "open"),
        ("Turkey locked a gate of its own.", "open"),
    ],
)
def test_the_clause_that_weighs_most_answers(monkeypatch: pytest.MonkeyPatch, text: str, answer: str) -> None:
    monkeypatch.setattr(weighing, "weights", lambda: Weights({"w:lock": (0.0, 9.0, 0.0)}, {"bias": 2.0}))
    assert [line[3] for line in read_asks(ASK + text, DAY)] == [answer]


def test_outside_of_talks_nothing_is_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weighing, "weights", lambda: Weights({"w:lock": (0.0, 9.0, 0.0)}, {"bias": 2.0}))
    text = "Albania asked Greece to reopen the border. The gate was locked on Sunday."
    assert [line[3] for line in read_asks(text, DAY)] == ["open"]
