"""Tags that part a subject from its verb, what a tag holds and what it does not, and who "a statement" is."""

import pytest

from read_text import read_statements
from verbale.model import Statement

Shown = tuple[str, str, str]


def read(text: str) -> tuple[list[Statement], dict[str, str]]:
    found, names = read_statements(text)
    return list(found), names


def shown(text: str) -> list[Shown]:
    """Source, content and mode of what is said or threatened, the outermost statements alone."""
    join = " | ".join
    return [
        (join(span.text for span in item.source), join(span.text for span in item.content), item.mode)
        for item in read(text)[0]
        if item.attitude != "belief" and item.parent is None
    ]


INSERTED = [
    (
        "Juba, the Sudanese foreign minister revealed, had promised him at their meeting to release the soldiers.",
        ("the Sudanese foreign minister", "Juba | had promised him at their meeting to release the soldiers"),
    ),
    (
        "Burhan, an official at the palace said, had asked Haysom in January to leave the matter to the court.",
        ("an official at the palace", "Burhan | had asked Haysom in January to leave the matter to the court"),
    ),
    (
        "Kurti, a diplomat in Brussels said, would not sign before the vote.",
        ("a diplomat in Brussels", "Kurti | would not sign before the vote"),
    ),
    (
        "Kurti, say two diplomats who were told of the meeting, would neither sign nor leave.",
        ("two diplomats who were told of the meeting", "Kurti | would neither sign nor leave"),
    ),
    (
        "Part of the trouble in finding the mines, say experts like Paul Otieno, a Kenyan engineer, is the soil.",
        ("experts like Paul Otieno, a Kenyan engineer", "Part of the trouble in finding the mines | is the soil"),
    ),
    (
        "What was left out, a Kenyan official who had read the draft said, was the status of Abyei.",
        ("a Kenyan official who had read the draft", "What was left out | was the status of Abyei"),
    ),
    (
        "Khartoum will comply “within its means,” a wording that each party, a Kenyan diplomat admitted, may read in "
        "its own way.",
        ("a Kenyan diplomat", "each party | may read in its own way"),
    ),
    (
        "Rather than leaving the talks, said Marta Silva, the vice president of the front, the rebels want a new text.",
        (
            "Marta Silva, the vice president of the front",
            "Rather than leaving the talks | the rebels want a new text",
        ),
    ),
    (
        "Should the militia stay, warned Ahmed Taher, a former judge, the villagers would keep their rifles.",
        ("Ahmed Taher, a former judge", "Should the militia stay | the villagers would keep their rifles"),
    ),
    (
        "The talks had not failed, the envoy noted; the parties were tired.",
        ("the envoy", "The talks had not failed | the parties were tired"),
    ),
    (
        "Burhan had misread the map, the diplomat said, but when the mediator asked him to sign, the general declined.",
        (
            "the diplomat",
            "Burhan had misread the map | but when the mediator asked him to sign, the general declined",
        ),
    ),
    (
        "The meeting, by the account of one participant, was cold.",
        ("one participant", "The meeting | was cold"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), INSERTED, ids=[text[:30] for text, _ in INSERTED])
def test_a_tag_parts_a_sentence(text: str, expected: tuple[str, str]) -> None:
    assert [(source, content) for source, content, _ in shown(text)] == [expected]


HELD = [
    (
        "The Kosovars have so far replied with a shrug: they could study it, their spokesman Blerim Vela said, once "
        "they had received it in writing.",
        [
            (
                "their spokesman Blerim Vela",
                "they could study it | once they had received it in writing",
                "indirect",
            )
        ],
    ),
    (
        "Belgrade will sign nothing: “We have seen such papers,” President Aleksandar Vucic said.",
        [("President Aleksandar Vucic", "We have seen such papers,", "direct")],
    ),
    (
        "He said that the plan had one flaw: “Nobody will pay for it.”",
        [("He", "the plan had one flaw: “Nobody will pay for it.”", "mixed")],
    ),
    (
        "It was in the third round that Burhan announced the pause, according to Taher; the general sent a letter.",
        [("Taher", "It was in the third round that Burhan announced the pause", "indirect")],
    ),
    (
        "The generals handed over a map, although, in the words of a UN officer, “it was rather an old map”.",
        [("a UN officer", "it was rather an old map", "direct")],
    ),
    (
        "Manila replied that it would pass the letter to Beijing, and left it at that.",
        [("Manila", "it would pass the letter to Beijing", "indirect")],
    ),
    (
        "The minister said he was sent home not for what he did, but because of who he is.",
        [("The minister", "he was sent home not for what he did, but because of who he is", "indirect")],
    ),
    (
        "“It is a start,” Taher said, while others “did not want to hear of it.”",
        [("Taher", "“It is a start,” | while others “did not want to hear of it.”", "mixed")],
    ),
    (
        "If the rebels break the truce, he threatened, the army will return “faster than they can run.”",
        [("he", "If the rebels break the truce | the army will return “faster than they can run.”", "mixed")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), HELD, ids=[text[:30] for text, _ in HELD])
def test_what_a_tag_holds(text: str, expected: list[Shown]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "That said, the talks will resume on Monday.",
        "All told, forty villages were burned.",
        "It means admitting that the army lost.",
        "The hostility is often justified by arguing that the river belongs to all.",
        "Not a word was said about the islands.",
        "The road ends at the commission, which writes the rules of trade.",
        "CAPTION: Aleksandar Vucic, left, and Albin Kurti with Miroslav Lajcak in Ohrid on Saturday.",
        "The ministry, according to the text, is to\n\n- open three crossings;\n\n- free the prisoners.",
        "The talks continue as planned on Tuesday.",
    ],
)
def test_what_is_no_statement(text: str) -> None:
    assert shown(text) == []


def test_words_after_a_semicolon_are_not_what_was_demanded() -> None:
    found = shown(
        "The rebels demanded that the army leave the town; it will be settled “in line with the law”, a phrase "
        "that each side reads as it likes."
    )
    assert found == [("The rebels", "the army leave the town", "indirect")]


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        (
            "The Colombian army rejected the claim: it was the rebels who had fired first, a statement said.",
            "said",
            "Colombian army",
        ),
        (
            "A Western diplomat dismissed the date as theatre. The Sudanese, he said, “want a clock without hands.”",
            "said",
            "A Western diplomat",
        ),
        (
            "Burhan offered the mediator a seat at the table, then said he would go home.",
            "said",
            "Abdel Fattah al-Burhan",
        ),
        (
            "The exchange of maps goes ahead, insisted a Sudanese official, who asked not to be named.",
            "insisted",
            "a Sudanese official",
        ),
    ],
)
def test_who_speaks(text: str, cue: str, speaker: str) -> None:
    found, names = read(text)
    speakers = [[names[key] for key in item.speakers] for item in found if item.cue and item.cue[0].text == cue]
    assert speakers == [[speaker]]


MENDED = [
    (
        "RABAT, Mar 3: Morocco has agreed to share the maps, a media report said on Thursday.",
        "Morocco has agreed to share the maps",
    ),
    (
        "If it is confirmed that the map was forged, the minister should go, Tseng said.",
        "If it is confirmed that the map was forged, the minister should go",
    ),
    (
        "She told the members that they had met the mayors, and that they were ready to act.",
        "they had met the mayors, and that they were ready to act",
    ),
    (
        "The envoy said the truce would hold for a week as the roads dried, but would fail in the spring.",
        "the truce would hold for a week as the roads dried, but would fail in the spring",
    ),
    (
        "Aguilar leads the talks because it pays: He said he's raised about $100,000 in three days.",
        "he's raised about $100,000 in three days",
    ),
    (
        "The rejection of the accord signals “the end” for the truce, said Geert Jansen, founder of the party.",
        "The rejection of the accord signals “the end” for the truce",
    ),
    (
        "If anything, Ash argued in his letter, the incident shows why the council should vote.",
        "If anything | the incident shows why the council should vote",
    ),
    (
        "In October, Petro called those asking for more troops “fools”.",
        "those asking for more troops “fools”",
    ),
    ("“We were all so proud of him.” ― Dorothy Perez", "We were all so proud of him."),
    ("Looking tired, Petro responded by asking: “What is your problem?”", "What is your problem?"),
    (
        "The party's spokesman, Sam Lau, said in a statement.\n\n“There are no ballots to recount. The vote is over.”",
        "There are no ballots to recount. The vote is over.",
    ),
    (
        "He also reportedly said the world should stop telling the rebels what to do.",
        "the world should stop telling the rebels what to do",
    ),
    (
        "The road is safe (as a report by the ministry noted, it was mended twice), yet nobody uses it.",
        "it was mended twice",
    ),
    ("The audit found that two towns had lost the money.", "two towns had lost the money"),
    (
        "The general was quick to point out that the road was closed.",
        "the road was closed",
    ),
    (
        "The general was accused by a female reporter, who worked for a rival paper, of grabbing her.",
        "The general | of grabbing her",
    ),
]


@pytest.mark.parametrize(("text", "content"), MENDED, ids=[text[:30] for text, _ in MENDED])
def test_content_is_whole(text: str, content: str) -> None:
    said = [item for item in read(text)[0] if item.attitude == "speech" and item.parent is None]
    assert [" | ".join(span.text for span in item.content) for item in said] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "Two towns take in people who refuse to leave their land.",
        "The office helps donors seeking a visa.",
        "The general called her to carry the flag.",
        "The relief work saw the airline fly to three new towns.",
        "The army has undertaken the closure of the camps.",
        "The company has signed agreements with the farmers.",
    ],
)
def test_what_nobody_is_said_to_think(text: str) -> None:
    assert read(text)[0] == []


def test_what_a_relative_clause_asserts_of_its_own_subject_is_kept() -> None:
    (found,) = read("The annex names a status that Aden rejects.")[0]
    assert [span.text for span in found.source] == ["Aden"]


def test_a_day_after_a_speaker_is_no_part_of_him() -> None:
    (found,) = read("The road was closed, according to a police official on Tuesday.")[0]
    assert [span.text for span in found.source] == ["a police official"]


def test_a_day_does_not_speak() -> None:
    found, _ = read("“The rift is deep,” Flynn, a general, said Thursday morning on state television.")
    assert [span.text for item in found for span in item.source] == ["Flynn, a general"]


def test_signed_quotations_line_by_line() -> None:
    found, names = read(
        "What the villagers say\n\n“We want the road open.” ― Rosa Quispe\n“Nobody asked us.”― Ana Mamani\n"
        "“It is late.” ― Jorge Huanca"
    )
    assert [[names[key] for key in item.speakers] for item in found] == [
        ["Rosa Quispe"],
        ["Ana Mamani"],
        ["Jorge Huanca"],
    ]


def test_a_title_that_closes_its_sentence_is_not_said() -> None:
    found, _ = read("“The rift is deep,” Flynn said on “Fox and Friends.”")
    assert [[span.text for span in item.content] for item in found] == [["The rift is deep,"]]


def test_what_was_said_before_is_no_words() -> None:
    found, _ = read("The envoy said as much in an interview, arguing that the army “lashed out at its own men.”")
    assert [item.cue[0].text for item in found] == ["arguing"]


def test_made_clear_is_one_cue() -> None:
    (found,) = read("The envoy made clear that the road would stay open.")[0]
    assert [span.text for span in found.cue] == ["made clear"]


def test_a_paper_that_raises_questions_asks_none() -> None:
    assert read("The papers raised new questions about the sale of the port.")[0] == []


@pytest.mark.parametrize(
    ("text", "cue", "speakers"),
    [
        (
            "Regarding the recent series of raids by the militia, Burhan and Taher agreed to share the maps.",
            "agreed",
            {"Abdel Fattah al-Burhan", "Taher"},
        ),
        (
            "The envoy said that Oman is a country with many friends, and expressed satisfaction with the talks.",
            "expressed satisfaction with",
            {"The envoy"},
        ),
        (
            "The minister said this week that Serbia would close the port and suggested that it would move.",
            "suggested",
            {"The minister"},
        ),
    ],
)
def test_who_goes_on(text: str, cue: str, speakers: set[str]) -> None:
    found, names = read(text)
    assert [{names[key] for key in item.speakers} for item in found if item.cue[0].text == cue] == [speakers]


def test_it_is_the_body_that_spoke_last() -> None:
    found, names = read(
        "According to the Dawn newspaper, Pakistan raised objections to ten dams. India had shared maps that nobody "
        "could read, it said."
    )
    assert [[names[key] for key in item.speakers] for item in found] == [["Dawn"], ["Dawn"]]


def test_what_is_supposed_to_happen_is_nobodys_belief() -> None:
    assert read("The work was supposed to resume in May.")[0] == []


@pytest.mark.parametrize(
    "text",
    [
        "One month after the rebels took over power in the capital, unrest is spreading in the country.",
        "The day is kept every year to remember the sacrifice of the soldiers.",
    ],
)
def test_things_do_not_speak(text: str) -> None:
    assert read(text)[0] == []


def test_reports_that_somebody_answers_are_not_his_words() -> None:
    found, names = read("The party leader on Monday responded to reports that the union would go to court.")
    assert not [item for item in found if "The party leader" in {names[key] for key in item.speakers}]


def test_what_was_determined_is_a_finding() -> None:
    (found,) = read("The court later determined that the envoy had been poisoned.")[0]
    assert found.attitude == "belief"
