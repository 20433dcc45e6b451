"""Where the names of organisations begin, ranks that are none, and initials that are."""

import pytest

from verbale.language import analyse
from verbale.model import Report
from verbale.world import load_world


def organisations(text: str) -> list[str]:
    doc = analyse(Report(id="r", path="r", text=text), load_world())
    return [ent.text.removeprefix("the ").removeprefix("The ") for ent in doc.ents if ent.label_ == "ORG"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The paramilitary Rapid Support Forces rejected the truce.", ["Rapid Support Forces"]),
        (
            "Sudan's army and the paramilitary Rapid Support Forces signed a declaration on Thursday night, in which "
            "they promise to spare civilians.",
            ["Rapid Support Forces"],
        ),
        ("Its envoy met the separatist Moro Islamic Liberation Front.", ["Moro Islamic Liberation Front"]),
        (
            "The Electoral Commission of Ghana - earlier accused of bias by the opposition - counted for two days.",
            ["Electoral Commission of Ghana"],
        ),
        ("The jihadist al-Shabaab movement was not asked.", ["al-Shabaab"]),
        (
            "The Civil Alliance for Clean Water urged Government to publish the loans.",
            ["Civil Alliance for Clean Water"],
        ),
    ],
)
def test_what_describes_an_organisation_is_not_its_name(text: str, names: list[str]) -> None:
    assert organisations(text) == names


def test_a_rank_is_no_organisation() -> None:
    text = "Field Marshal Birhanu Jula signed in Nairobi. Field Marshal Khalifa Haftar did not come."
    assert organisations(text) == []


def test_initials_before_a_leader_are_a_movement() -> None:
    text = "PUP leader David Ervine accused Mr Blair of hiding the text. Senate leader Bob Dole waited."
    assert "PUP" in organisations(text)
