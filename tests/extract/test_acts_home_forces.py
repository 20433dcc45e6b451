"""Forces and offices of a state that a report names without it: whom they act for, and whose they are blamed for."""

from datetime import date

import pytest

from read_text import read_text

DAY = date(2023, 3, 15)
OPENING = "Senegal's government and the rebels of Casamance met in Dakar on Monday. Senegal lifted a curfew. "


@pytest.mark.parametrize(
    ("sentence", "kind", "source", "target"),
    [
        ("The rebels accused the army of burning fields.", "ACCUSE", "rebels", "Senegal"),
        ("The rebels blamed the police for the fire.", "ACCUSE", "rebels", "Senegal"),
        ("The president's office rejected the demand.", "REJECT", "Senegal", None),
        ("The prime minister's office turned down the offer.", "REJECT", "Senegal", None),
        ("The presidency rejected the demand.", "REJECT", "Senegal", None),
    ],
)
def test_unnamed_forces_and_offices_are_the_home_states(sentence: str, kind: str, source: str, target: str) -> None:
    _, found, names = read_text(OPENING + sentence, DAY)
    acts = [act for act in found.acts if act.type == kind and act.trigger.start >= len(OPENING)]
    assert [names[key] for act in acts for key in act.sources] == [source]
    if target is not None:
        assert [names[key] for act in acts for key in act.targets] == [target]


@pytest.mark.parametrize(
    "sentence",
    [
        "President Macky Sall ordered the army to keep away from the villages.",
        "The rebels met the mediators. Two ministers left the cabinet on Sunday.",
    ],
)
def test_what_a_state_tells_its_own_army_is_no_ask(sentence: str) -> None:
    _, found, _ = read_text(OPENING + sentence, DAY)
    acts = [act for act in found.acts if act.trigger.start >= len(OPENING)]
    assert {act.type for act in acts} <= {"CONSULT"}
