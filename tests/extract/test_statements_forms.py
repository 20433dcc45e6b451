"""The forms in which news attributes words, each on a sentence of our own."""

import pytest

from verbale.extract.actors import ActorIndex
from verbale.extract.statements import find
from verbale.language.pipeline import analyse
from verbale.model import Report, Statement, check_span
from verbale.world import load_world


def statements(text: str) -> tuple[Statement, ...]:
    report = Report(id="r", path="r.txt", text=text, plain=True)
    world = load_world()
    found, _ = find(analyse(report, world), report, world, ActorIndex((), {}), ())
    for statement in found:
        for span in (*statement.content, *statement.cue, *statement.source):
            check_span(text, span)
    return found


def shown(statement: Statement) -> tuple[str, str, str, str]:
    join = " | ".join
    return (
        join(span.text for span in statement.source),
        join(span.text for span in statement.cue),
        join(span.text for span in statement.content),
        statement.mode,
    )


FORMS = [
    (
        "Foreign Minister Ivica Dacic said Tuesday that Belgrade would return to the talks in Brussels.",
        ("Foreign Minister Ivica Dacic", "said", "Belgrade would return to the talks in Brussels", "indirect"),
    ),
    (
        "“We will not sign a bad deal,” the chief negotiator said in Vienna.",
        ("the chief negotiator", "said", "We will not sign a bad deal,", "direct"),
    ),
    (
        "“We will not sign a bad deal,” said Abbas Araghchi, Iran's deputy foreign minister.",
        ("Abbas Araghchi, Iran's deputy foreign minister", "said", "We will not sign a bad deal,", "direct"),
    ),
    (
        "“The door is open,” Humberto de la Calle said, “but it will not stay open for ever.”",
        ("Humberto de la Calle", "said", "The door is open, | but it will not stay open for ever.", "direct"),
    ),
    (
        "The guerrillas have handed over their last rifles, according to the United Nations mission.",
        ("the United Nations mission", "according to", "The guerrillas have handed over their last rifles", "indirect"),
    ),
    (
        "According to two officials, the border will open in March.",
        ("two officials", "According to", "the border will open in March", "indirect"),
    ),
    (
        "The ministry said it had received “no written proposal” from Addis Ababa.",
        ("The ministry", "said", "it had received “no written proposal” from Addis Ababa", "mixed"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), FORMS, ids=[form[0][:30] for form in FORMS])
def test_form(text: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in [shown(statement) for statement in statements(text)]
