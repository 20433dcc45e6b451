"""What belongs to a cue (its day, its medium), and the plain verbs, nouns and adjectives of a stance or decree."""

from datetime import date

import pytest

from read_text import read_text

DAY = date(2020, 3, 5)


def cues(text: str) -> list[tuple[str, str, str]]:
    """Cue, content and attitude of every statement."""
    _, found, _ = read_text(text, DAY)
    return [
        (" ".join(span.text for span in item.cue), " | ".join(span.text for span in item.content), item.attitude)
        for item in found.statements
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nicosia said Wednesday the buffer zone would stay closed.",
            ("said Wednesday", "the buffer zone would stay closed", "speech"),
        ),
        (
            "“The corridor is shut,” the governor wrote on Facebook.",
            ("wrote on Facebook", "The corridor is shut,", "speech"),
        ),
        (
            "“No date is fixed,” the mediator said in a statement Tuesday.",
            ("said in a statement Tuesday", "No date is fixed,", "speech"),
        ),
        # a day that the verb governs is what was said
        (
            "The monitors reported two days of shelling near Lachin.",
            ("reported", "two days of shelling near Lachin", "belief"),
        ),
        (
            "Asmara told Addis Ababa Friday's flight was cancelled.",
            ("told", "Friday's flight was cancelled", "speech"),
        ),
    ],
)
def test_the_day_and_the_medium_right_after_the_verb_belong_to_the_cue(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert expected in cues(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The high court struck down the amnesty decree.", ("struck down", "the amnesty decree", "intention")),
        ("Caracas banned the opposition's envoys.", ("banned", "the opposition's envoys", "intention")),
        ("The envoy addressed the dispute over the islands.", ("addressed", "the dispute over the islands", "belief")),
        ("Rabat responded to the accusation of bad faith.", ("responded to", "the accusation of bad faith", "belief")),
        (
            "The premier distanced himself from the draft map.",
            ("distanced", "himself from the draft map", "belief"),
        ),
        (
            "Mediators attributed the delay to a row over the map.",
            ("attributed", "the delay to a row over the map", "belief"),
        ),
        (
            "Bogota made no secret of its doubts about the timetable.",
            ("made no secret of", "its doubts about the timetable", "belief"),
        ),
        ("The president paid tribute to the negotiators.", ("paid tribute to", "the negotiators", "belief")),
        ("The minister was candid about the setbacks.", ("was candid about", "the setbacks", "belief")),
        ("It hopes to reopen the crossing by spring.", ("hopes", "to reopen the crossing by spring", "intention")),
        ("She was criticised by the rebels' council.", ("was criticised", "She", "belief")),
    ],
)
def test_stances_and_decrees(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in cues(text)


@pytest.mark.parametrize(
    "text",
    [
        "The president addressed the crowd at the port.",
        "The president addressed the summit at noon.",
        "The council needs funds to address the water shortage.",
        "Firefighters responded to the blast near the ministry.",
        "The army did not respond to the accusation.",
        "The town lives under a decree banning the trade in timber.",
        "The dispute has dragged on, and it threatens to sink the accord.",
        "He spoke of what it means to live on the border.",
        "Rockets hit the depot over the river.",
    ],
)
def test_what_is_done_without_words_is_no_statement(text: str) -> None:
    assert not [line for line in cues(text) if not line[0].startswith("spoke")]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels stepped up their attacks on the camp.",
        "The toll rose to nine, compared with two in April.",
        "The harbour is open to ferries again.",
        "The veteran figures to lead the next round.",
    ],
)
def test_armed_attacks_comparisons_and_open_harbours_are_no_statements(text: str) -> None:
    assert not cues(text)


def test_a_comment_is_about_no_platform() -> None:
    assert not [line for line in cues("The envoy posted a comment on Twitter.") if "Twitter" in line[1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The legislature opposes the lease.", ("opposes", "the lease", "belief")),
        ("A staffer criticised the timetable.", ("criticised", "the timetable", "belief")),
        (
            "The roadmap says the garrison will leave by May.",
            ("says", "the garrison will leave by May", "speech"),
        ),
    ],
)
def test_more_people_bodies_and_documents_speak(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in cues(text)
