from making import MadeRows, day, span, statement
from verbale.views.statements import NOBODY, by_speaker, speaker_of, statements, words_of

TEXT = "“We sail,” said Norland. Sudria asked Norland to wait."
SAIL = span("r1", TEXT, "We sail")
WAIT = span("r1", TEXT, "to wait")
ASKED = span("r1", TEXT, "asked")
SAID = span("r1", TEXT, "said")


def test_statements_stand_in_order_of_when_they_were_said_else_reported() -> None:
    rows = (
        statement("late", "r1", "Norland", (SAIL,), said=day("2021-03-03")),
        statement("reported", "r1", "Sudria", (WAIT,)),
        statement("early", "r1", "Norland", (SAIL,), said=day("2021-01-01")),
    )
    assert [row.id for row in statements(MadeRows({"r1": TEXT}, statements=rows))] == ["early", "late", "reported"]


def test_undecided_speakers_are_joined_by_or() -> None:
    both = statement("s", "r1", "", (SAIL,), speaker_names=("Ada Holm", "Lars Holm"))
    assert speaker_of(both) == "Ada Holm and Lars Holm"
    assert speaker_of(statement("s", "r1", "", (SAIL,), speaker_names=("A", "B"), ambiguous=True)) == "A or B"
    assert speaker_of(statement("s", "r1", "", (SAIL,))) == NOBODY


def test_an_intention_is_shown_with_its_cue_and_plain_speech_without() -> None:
    asked = statement("s", "r1", "Sudria", (WAIT,), cue=(ASKED,), attitude="intention")
    assert words_of(asked) == "asked: to wait"
    assert words_of(statement("s", "r1", "Norland", (SAIL,), cue=(SAID,), mode="indirect")) == "We sail"
    assert words_of(statement("s", "r1", "Norland", (SAIL,), cue=(ASKED,), mode="direct")) == "We sail"


def test_what_was_denied_or_blamed_is_never_shown_as_if_it_had_been_said() -> None:
    text = (
        "Norland denied that it had mined the strait. Sudria did not say when it would sail, and accused him of lying."
    )
    mined, denied = span("r1", text, "it had mined the strait"), span("r1", text, "denied")
    row = statement("s", "r1", "Norland", (mined,), cue=(denied,), mode="indirect")
    assert words_of(row) == "denied: it had mined the strait"
    silent = statement(
        "s", "r1", "Sudria", (span("r1", text, "when it would sail"),), cue=(span("r1", text, "did not say"),)
    )
    assert words_of(silent) == "did not say: when it would sail"
    blame = span("r1", text, "him of lying")
    row = statement("s", "r1", "Sudria", (blame,), cue=(span("r1", text, "accused"),), mode="indirect")
    assert words_of(row) == "accused: him of lying"


def test_nobody_comes_last() -> None:
    rows = [statement("a", "r1", "", (SAIL,)), statement("b", "r1", "", (SAIL,)), statement("c", "r1", "X", (SAIL,))]
    assert [name for name, _ in by_speaker(rows)] == ["X", NOBODY]
