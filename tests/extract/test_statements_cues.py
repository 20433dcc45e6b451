"""Cues of several words, stances by what somebody is, reports that go on with another, and who is asked again."""

from datetime import date

import pytest

from read_text import read_text

Line = tuple[str, str, str, str]

DAY = date(2021, 5, 20)


def lines(text: str) -> list[Line]:
    """Speakers, cue, content and mode of every statement, a denied one with "not" before its mode."""
    _, found, names = read_text(text, DAY)
    return [
        (
            " and ".join(names[key] for key in item.speakers),
            " ".join(span.text for span in item.cue),
            " | ".join(span.text for span in item.content),
            ("not " if item.denial else "") + item.mode,
        )
        for item in found.statements
    ]


@pytest.mark.parametrize(
    ("text", "cue", "content", "mode"),
    [
        (
            "Tunis stopped short of calling the arrests a breach of the accord.",
            "stopped short of calling",
            "the arrests a breach of the accord",
            "not indirect",
        ),
        ("The bishop refrained from criticising the junta.", "refrained from criticising", "the junta", "not indirect"),
        (
            "The negotiator went on to call the draft an insult.",
            "went on to call",
            "the draft an insult",
            "indirect",
        ),
        (
            "The Swedish envoy responded by saying the ferry would sail on Monday.",
            "responded by saying",
            "the ferry would sail on Monday",
            "indirect",
        ),
        (
            "The ministry released a statement on Tuesday evening condemning the shelling of the port.",
            "released a statement on Tuesday evening condemning",
            "the shelling of the port",
            "indirect",
        ),
        (
            "Forty deputies signed a letter urging the emir to reject the map.",
            "signed a letter urging",
            "to reject the map",
            "indirect",
        ),
        ("The two governors have both argued that the dam is safe.", "have both argued", "the dam is safe", "indirect"),
        ("“The road is open,” the sergeant said with a grin.", "said with a grin", "The road is open,", "direct"),
        ("Sirleaf is a vocal critic of the shipping pact.", "is a vocal critic of", "the shipping pact", "indirect"),
        ("Lisbon is in favour of a longer truce.", "is in favour of", "a longer truce", "indirect"),
        (
            "The union took issue with the wording of the annex.",
            "took issue with",
            "the wording of the annex",
            "indirect",
        ),
        (
            "The chancellor expressed unease at the build-up on the strait.",
            "expressed unease at",
            "the build-up on the strait",
            "indirect",
        ),
        (
            "The queen let it be known through her office that she would not preside.",
            "let it be known",
            "she would not preside",
            "indirect",
        ),
        (
            "The harbour board gave warning that the berth would close in June.",
            "gave warning",
            "the berth would close in June",
            "indirect",
        ),
        (
            "The convoy was seen as a threat by both armies.",
            "was seen as",
            "The convoy | a threat by both armies",
            "indirect",
        ),
    ],
)
def test_a_cue_is_taken_whole(text: str, cue: str, content: str, mode: str) -> None:
    assert (cue, content, mode) in [line[1:] for line in lines(text)]


def test_what_was_not_mentioned_says_nothing() -> None:
    assert not any(cue == "mention" for _, cue, _, _ in lines("The prefect failed to mention the ships."))


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "The mediator said the draft was flawed and urged the two sides to go back to the table.",
            "the draft was flawed",
            "to go back to the table",
        ),
        (
            "The foreign ministry said the ambush broke the truce, calling it an act of war.",
            "the ambush broke the truce",
            "it an act of war",
        ),
        (
            "The general has said the bridges are safe and has called for more engineers.",
            "the bridges are safe",
            "more engineers",
        ),
        (
            "The governor said the talks had failed and rejected the claim that he had walked out.",
            "the talks had failed",
            "the claim that he had walked out",
        ),
        (
            "The admiral accused the smugglers of mining the bay and asked the neighbours to close it.",
            "the smugglers of mining the bay",
            "to close it",
        ),
    ],
)
def test_a_speaker_goes_on_after_a_report_on_a_thing(text: str, first: str, second: str) -> None:
    found = [(speaker, content) for speaker, _, content, _ in lines(text)]
    speaker = found[0][0]
    assert speaker and (speaker, first) in found and (speaker, second) in found


@pytest.mark.parametrize(
    "text",
    [
        "The consul said the mayor had written to Rome and accused it of lying.",
        "The consul said the mayor had written to Rome, demanding an apology.",
    ],
)
def test_a_person_who_is_reported_on_goes_on_himself(text: str) -> None:
    said = next(content for _, cue, content, _ in lines(text) if cue == "said")
    assert said.startswith("the mayor had written to Rome")
    assert not any(speaker == "The consul" and cue != "said" for speaker, cue, _, _ in lines(text))


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "The Omani side asked for a pause at noon, a delegate who sat in the room told this paper, and left when "
            "the others refused.",
            "a delegate",
            "The Omani side asked for a pause at noon | and left when the others refused",
        ),
        (
            "The guards left the ferry at noon, a fisherman recalled, after the captain had ordered all boats ashore.",
            "a fisherman",
            "The guards left the ferry at noon | after the captain had ordered all boats ashore",
        ),
        (
            "The firm is expected to answer in May; should it miss the date, the lawyers have said, they will ask for "
            "a ruling.",
            "the lawyers",
            "should it miss the date | they will ask for a ruling",
        ),
        (
            "More than forty people have drowned and some nine hundred have fled, according to the coast guard.",
            "the coast guard",
            "More than forty people have drowned and some nine hundred have fled",
        ),
        (
            "By the count of the coast guard, eighteen boats have been lost since.",
            "the coast guard",
            "eighteen boats have been lost since",
        ),
    ],
)
def test_a_tag_amid_its_sentence_holds_what_goes_on(text: str, speaker: str, content: str) -> None:
    assert (speaker, content) in [(who, what) for who, _, what, _ in lines(text)]


def test_who_reports_is_no_clause_that_is_asked_for() -> None:
    text = "The Omani side asked for a pause at noon, a delegate told this newspaper."
    assert ("Oman", "a delegate told this newspaper") not in [(who, what) for who, _, what, _ in lines(text)]


def test_who_walks_out_after_a_tag_is_the_speaker() -> None:
    found = lines("The talks had failed, the minister said, and left the hall.")
    assert [what for _, cue, what, _ in found if cue == "said"] == ["The talks had failed"]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Tanaka called the offer “a boat without a bottom”.", "Tanaka", "a boat without a bottom"),
        (
            "The premier described the draft on state radio as “a door painted on a wall”.",
            "The premier",
            "a door painted on a wall",
        ),
        ("The clause remains, in the words of one lawyer, “a fire door without a handle”.", "one lawyer", None),
        ("The talks go on unless, as one envoy put it, “the wells run dry first”.", "one envoy", None),
        ("The colonel’s answer, when we met him at the gate, was shorter: “Never.”", "The colonel", "Never."),
    ],
)
def test_what_is_only_quoted_is_said_directly(text: str, speaker: str, content: str | None) -> None:
    quoted = content or text[text.index("“") + 1 : text.index("”")]
    assert (speaker, quoted, "direct") in [(who, what, mode) for who, _, what, mode in lines(text)]


def test_a_name_of_a_word_or_two_is_not_what_somebody_said() -> None:
    assert all(mode != "direct" for *_, mode in lines("Tanaka called the pact “the Pontoon”."))


def test_what_was_asked_for_is_not_what_was_said() -> None:
    assert lines("The navy freed six sailors in March, as Manila had asked.") == []


def test_who_is_asked_again_is_who_spoke_last() -> None:
    text = (
        "President Emmanuel Macron regards the matter as settled, his spokesman, Gabriel Attal, told reporters. Asked "
        "whether the president had called Bamako, he said that no call had taken place."
    )
    assert ("Gabriel Attal", "no call had taken place") in [(who, what) for who, _, what, _ in lines(text)]


def test_he_is_whom_the_sentence_before_the_quotation_is_about() -> None:
    text = (
        "“Neighbours must agree about the fence,” said Pedro Alba, who led the Peruvians. His opposite number, "
        "Luis Cano, was shorter. “First the gate,” he said."
    )
    assert ("Luis Cano", "First the gate,") in [(who, what) for who, _, what, _ in lines(text)]


def test_one_of_them_speaks_under_a_borrowed_name() -> None:
    text = (
        "Outside the gate stood a dozen mothers. “My son is four years in that prison, and nobody there has said his "
        "name,” one of them, who would only be called Amina, told the Gazette."
    )
    quoted = "My son is four years in that prison, and nobody there has said his name,"
    assert quoted in [what for _, _, what, _ in lines(text)]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "The two sides agreed to meet again, deputy minister for trade Ana Ruiz said on Sunday.",
            "Ana Ruiz",
            "The two sides agreed to meet again",
        ),
        (
            "As Manila says it will return to the table, analysts are warning of the risks of such loans.",
            "analysts",
            "the risks of such loans",
        ),
        (
            "The lawyers had requested more time to prepare the appeal.",
            "The lawyers",
            "more time to prepare the appeal",
        ),
        (
            "Others trust the new president, whose robes, some say, show that he is at home here.",
            "",
            "whose robes | show that he is at home here",
        ),
        (
            "The chairman said that all states should keep to “good neighbourhood,” saying that Asia must uphold it.",
            "The chairman",
            "Asia must uphold it",
        ),
        (
            "“The gate is open,” Linetzky told the crowd, further adding: “What more can they ask for?”",
            "Linetzky",
            "What more can they ask for?",
        ),
        (
            "The news came that Adani, reportedly the richest man in the state, had bought the port.",
            "",
            "the richest man in the state",
        ),
    ],
)
def test_constructions_of_news(text: str, speaker: str, content: str) -> None:
    assert (speaker, content) in [(who, what) for who, _, what, _ in lines(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Moscow sent ambiguous messages on Tuesday.",
        "The army denied them access to the wells.",
        "The driver stopped to find a mechanic.",
        "The fleet has been trying to counter China in the strait.",
        "Instead of blaming Seoul, Tokyo opened its ports.",
        "If the feast had grief in common with those before, the presence of the jet added a new twist.",
        "The speaker read out the names of the dead.",
    ],
)
def test_what_says_nothing_is_no_statement(text: str) -> None:
    assert lines(text) == []


def test_a_text_that_lost_its_closing_marks_has_no_runaway_quotation() -> None:
    text = "\n\n".join(["“We will sign, the envoy said on Monday. The hall was full, and the lamps were lit."] * 40)
    found = [content for _, _, content, _ in lines(text)]
    assert found and max(map(len, found)) < 40


def test_who_was_told_is_no_part_of_what_was_said() -> None:
    text = (
        "“I say it as plainly as I said it to the president's face: the bay is ours, and not one rock of it is for "
        "sale,” Baker told reporters who were waiting for him at the pier on Friday morning. “We shall open it.”"
    )
    assert not any("waiting" in content for _, _, content, _ in lines(text))
