"""Days that the parser hangs from the clause that is said are those of the saying."""

import pytest

from verbale.language import analyse
from verbale.model import Report
from verbale.world import load_world

OF_THE_SAYING = (
    ("Nairobi said on Tuesday it would restore full diplomatic ties with Mogadishu.", "Tuesday", "said"),
    ("Bolivia's army said on Monday it suspended talks with the miners.", "Monday", "said"),
    ("The mediators told the agency on Friday they would let the envoys in.", "Friday", "told"),
    ("The palace said late on Sunday it had summoned the ambassador.", "Sunday", "said"),
)
OF_WHAT_IS_SAID = (
    ("Nairobi said that on Tuesday it would restore its ties with Mogadishu.", "Tuesday", "restore"),
    ("The widow says these days nobody calls her.", "days", "calls"),
    ("The ministry said in 2015 the army had shelled the port.", "2015", "shelled"),
)


@pytest.mark.parametrize(("text", "day", "verb"), OF_THE_SAYING + OF_WHAT_IS_SAID)
def test_a_day_right_behind_the_verb_is_the_verbs(text: str, day: str, verb: str) -> None:
    doc = analyse(Report(id="t", path="t", text=text, plain=True), load_world())
    word = next(token for token in doc if token.text == day)
    above = next(token for token in word.ancestors if token.pos_ in {"VERB", "AUX"})
    assert above.text == verb
