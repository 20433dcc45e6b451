"""Cues amid or after what they report, reports joined to reports, and verbs that only look like cues."""

from functools import cache

import pytest

from read_text import read_statements
from verbale.model import Statement

Shown = tuple[str, str, str]


@cache
def read(text: str) -> tuple[Statement, ...]:
    return read_statements(text)[0]


def shown(text: str) -> list[Shown]:
    """Source, content and mode of everything that is said, not believed or planned."""
    join = " | ".join
    return [
        (join(span.text for span in item.source), join(span.text for span in item.content), item.mode)
        for item in read(text)
        if item.attitude == "speech"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The pause will not hold, the official said, since nobody had signed the annex.",
            ("the official", "The pause will not hold | since nobody had signed the annex", "indirect"),
        ),
        (
            "The maps were drawn in Rabat, a surveyor said, because the army had closed the desert road.",
            (
                "a surveyor",
                "The maps were drawn in Rabat | because the army had closed the desert road",
                "indirect",
            ),
        ),
        (
            "It was the army that burned the depot, said spokesman Getachew Reda, and the fighters “merely watched it "
            "burn.”",
            (
                "spokesman Getachew Reda",
                "It was the army that burned the depot | and the fighters “merely watched it burn.”",
                "mixed",
            ),
        ),
        (
            "Muscat sent the offer by courier, she said, and Tehran replied within hours that it would study it.",
            (
                "she",
                "Muscat sent the offer by courier | and Tehran replied within hours that it would study it",
                "indirect",
            ),
        ),
    ],
)
def test_words_that_go_on_after_their_tag(text: str, expected: Shown) -> None:
    assert expected in shown(text)


def test_what_another_says_after_a_tag_is_his() -> None:
    text = "The road is open, the governor said, and a driver said that it was mined."
    assert shown(text) == [
        ("the governor", "The road is open", "indirect"),
        ("a driver", "it was mined", "indirect"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Egypt had asked to inspect the turbines; Addis Ababa showed it the car park, Water Minister Seleshi "
            "Bekele told this newspaper by telephone on Friday.",
            [
                (
                    "Water Minister Seleshi Bekele",
                    "Egypt had asked to inspect the turbines; Addis Ababa showed it the car park",
                    "indirect",
                )
            ],
        ),
        (
            "According to an aide with knowledge of the talks, Kabul had asked for the airport to stay open, and Doha "
            "turned it down; it got two weeks instead, the aide said.",
            [
                (
                    "an aide with knowledge of the talks",
                    "Kabul had asked for the airport to stay open, and Doha turned it down",
                    "indirect",
                ),
                ("the aide", "it got two weeks instead", "indirect"),
            ],
        ),
        (
            "The mediators said the list was closed; the families were never asked, a lawyer said.",
            [
                ("The mediators", "the list was closed", "indirect"),
                ("a lawyer", "the families were never asked", "indirect"),
            ],
        ),
    ],
)
def test_semicolons_part_what_has_a_cue_of_its_own(text: str, expected: list[Shown]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Blinken said that nothing had been settled on the prisoners, and an official briefed on the call said "
            "that the list had been “lost twice.”",
            [
                ("Blinken", "nothing had been settled on the prisoners", "indirect"),
                ("an official briefed on the call", "the list had been “lost twice.”", "mixed"),
            ],
        ),
        (
            "Dacic said that the licence plates were legal, but a Kosovo official said that they had expired.",
            [
                ("Dacic", "the licence plates were legal", "indirect"),
                ("a Kosovo official", "they had expired", "indirect"),
            ],
        ),
    ],
)
def test_a_report_joined_to_a_report(text: str, expected: list[Shown]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will not leave the table,” Xinhua quoted Wang as saying on Thursday.", "Wang"),
        ("“The road is open,” the news agency Tasnim quoted the minister as saying.", "the minister"),
        ("“Not one stone will move,” state radio quoted Tsouli as saying at the border.", "Tsouli"),
    ],
)
def test_whom_an_agency_quotes_after_the_quotation(text: str, expected: str) -> None:
    ((source, content, mode),) = shown(text)
    assert (source, mode) == (expected, "direct")
    assert f"“{content}”" in text


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "By dusk, according to Abdi’s movement, known as the SNM, government troops and allied militia had burned "
            "two wells.",
            "Abdi’s movement, known as the SNM",
            "government troops and allied militia had burned two wells",
        ),
        (
            "According to the alliance, known as the Troika, government negotiators had left the hotel by noon.",
            "the alliance, known as the Troika",
            "government negotiators had left the hotel by noon",
        ),
    ],
)
def test_an_apposition_to_the_source_of_a_phrase(text: str, source: str, content: str) -> None:
    found = [item for item in read(text) if item.origin.startswith("phrase")]
    assert [item.source[0].text for item in found] == [source]
    assert found[0].content[-1].text == content


@pytest.mark.parametrize(
    "text",
    [
        "He spoke on condition of anonymity, asking that his name be withheld.",
        "Borrell insisted that Serbia recognise the border before May.",
        "The pause was announced in the rose garden after the vice-premier had handed Biden a letter.",
        "Khartoum answered with assurances that Machar found too vague.",
        "The accord was hailed as a breakthrough in both capitals.",
        "Villagers left under the terms outlined by the two mediators.",
        "Protesters attacked the embassy in Tehran.",
        "Gunmen attacked government troops in the north.",
        "Workers will strike on Monday as they seek their rights.",
        "The two sides met in what officials call “proximity talks.”",
        "In the camp, their day begins with uttering “God is great” at the well.",
        "Shoukry’s remarks were made as he held a meeting with his Greek counterpart.",
        "He did not respond to a request for comment.",
        "The dam supports the needs of sixty million people.",
    ],
)
def test_what_only_looks_like_a_statement(text: str) -> None:
    assert shown(text) == []


def test_an_attack_with_words_is_a_stance() -> None:
    assert [item.attitude for item in read("Cavusoglu attacked the decision.")] == ["belief"]
    assert read("The rebels attacked the convoy near Mekelle.") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ministry said Quito would no longer host the talks, a step the ELN described as “incomprehensible”.",
            [
                ("The ministry", "Quito would no longer host the talks", "indirect"),
                ("the ELN", "a step | as “incomprehensible”", "mixed"),
            ],
        ),
        (
            "Vucic said the visit had been “polite”, before boarding his plane.",
            [("Vucic", "the visit had been “polite”", "mixed")],
        ),
        (
            "Cairo accused Addis Ababa on Saturday of “flagrant bad faith” over the dam.",
            [("Cairo", "Addis Ababa | of “flagrant bad faith” over the dam", "mixed")],
        ),
        ("It had been agreed, the delegate recalled, that no party would act alone.", None),
        (
            "The spokesman said only that the offer had been received.",
            [("The spokesman", "the offer had been received", "indirect")],
        ),
        ("The governor denied having seen the letter.", [("The governor", "having seen the letter", "indirect")]),
        (
            "Santos was more cautious: “We will see what the rain brings.”",
            [("Santos", "We will see what the rain brings.", "direct")],
        ),
        (
            "Ethiopia rejected the charge, saying that it had shared its data.",
            [("Ethiopia", "it had shared its data", "indirect")],
        ),
    ],
)
def test_where_the_reported_words_end(text: str, expected: list[Shown] | None) -> None:
    if expected is None:
        expected = [("the delegate", "It had been agreed | no party would act alone", "indirect")]
    assert shown(text) == expected


def test_a_statement_within_words_that_are_not_kept_has_no_parent() -> None:
    (said,) = read("Jerusalem will not comment on the reports, a spokesman said.")
    assert said.parent is None
    assert said.content[0].text == "Jerusalem will not comment on the reports"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An aide disputed this: Cairo, he said, had walked out first.", "Cairo | had walked out first"),
        (
            "One thing was clear: the port, Martin Griffiths said, would not open in March.",
            "the port | would not open in March",
        ),
    ],
)
def test_words_before_a_colon_are_the_reporters_where_a_tag_cuts_the_clause_after_it(text: str, expected: str) -> None:
    assert [content for _, content, _ in shown(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "source", "attitude"),
    [
        ("The vote was seen by some as a test of the truce.", "some", "belief"),
        ("It is a charge that Asmara has always denied.", "Asmara", "speech"),
        ("Polls show him with a big lead over the premier.", "Polls", "speech"),
        ("Under what Mr Otieno called “the old arrangement”, the port was free.", "Mr Otieno", "belief"),
    ],
)
def test_who_holds_what_in_short_frames(text: str, source: str, attitude: str) -> None:
    ((found, kind),) = [(item.source[0].text, item.attitude) for item in read(text)]
    assert (found, kind) == (source, attitude)


@pytest.mark.parametrize(
    "text",
    [
        "The envoy said nothing.",
        "There were concerns that the road was mined.",
        "Aid came amid fears that it was late.",
    ],
)
def test_nobody_in_particular_says_nothing(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Griffiths, asked if the port would reopen, replied that he hoped so.",
            [("Griffiths", "he hoped so", "indirect")],
        ),
        (
            "The government accused the rebels of mining the road.",
            [("The government", "the rebels of mining the road", "indirect")],
        ),
        (
            "The rebels would hand over the port “within days”, their negotiator said, but a minister in Aden called "
            "that “theatre”.",
            [
                ("their negotiator", "The rebels would hand over the port “within days”", "mixed"),
                ("a minister in Aden", "“theatre”", "mixed"),
            ],
        ),
        (
            "The talks are nearly done, according to a diplomat close to them, who added that the rest was “about "
            "ships”.",
            [
                ("a diplomat close to them", "The talks are nearly done", "indirect"),
                ("who", "the rest was “about ships”", "mixed"),
            ],
        ),
    ],
)
def test_asides_between_a_source_and_its_words(text: str, expected: list[Shown]) -> None:
    assert shown(text) == expected


def test_a_relative_clause_of_the_tag_is_not_what_was_said() -> None:
    text = (
        "“The river is wide, and none of us can swim any more,” Lukashenko said in a speech to the council, at which "
        "no reporters were admitted. “And a bridge that ends halfway is a diving board.”"
    )
    assert shown(text) == [
        (
            "Lukashenko",
            "The river is wide, and none of us can swim any more, | And a bridge that ends halfway is a diving board.",
            "direct",
        )
    ]


def test_he_is_whom_the_sentence_before_is_about_by_an_apposition() -> None:
    text = (
        "Turkey's defence minister, Hulusi Akar, told a broadcaster on Tuesday that the corridor would stay open.\n\n"
        "Outside the hotel some thirty fishermen burned a net. One of them, Yusuf Karaca, had a picture of his boat "
        "with him. “I asked them for a licence,” he said. “They sent me a calendar.”"
    )
    found, names = read_statements(text)
    said = [item for item in found if item.mode == "direct"]
    assert [item.source[0].text for item in said] == ["he"]
    assert [names[key] for key in said[0].speakers] == ["Yusuf Karaca"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mr Odhiambo walked out and told the mediators that Mr Okot had lost his way.",
            ("Mr Odhiambo", "Mr Okot had lost his way", "indirect"),
        ),
        (
            "The roads ministry told donors at a meeting on 20 August that it needed at least as much again.",
            ("The roads ministry", "it needed at least as much again", "indirect"),
        ),
        (
            "The minister said that the lake was rising and a few hours later said he had been misquoted.",
            ("The minister", "the lake was rising", "indirect"),
        ),
    ],
)
def test_a_that_clause_is_the_cues_though_the_parse_gives_it_to_a_noun(text: str, expected: Shown) -> None:
    assert expected in shown(text)
