"""The forms in which news attributes words, each on sentences of our own."""

from functools import cache

import pytest

from verbale.extract import actors
from verbale.extract.actors import actor
from verbale.extract.statements import find
from verbale.language import analyse
from verbale.model import Report, Statement, check_span
from verbale.world import load_world


@cache
def read(text: str) -> tuple[tuple[Statement, ...], actors.ActorIndex]:
    report = Report(id="r", path="r.txt", text=text, plain=True)
    world = load_world()
    doc = analyse(report, world)
    found, index = find(doc, report, world, actors.find(doc, report, world), ())
    for statement in found:
        for span in (*statement.content, *statement.cue, *statement.source):
            check_span(text, span)
    return found, index


def shown(statement: Statement) -> tuple[str, str, str, str]:
    join = " | ".join
    return (
        join(span.text for span in statement.source),
        join(span.text for span in statement.cue),
        join(span.text for span in statement.content),
        statement.mode,
    )


def speech(text: str) -> list[Statement]:
    return [statement for statement in read(text)[0] if statement.attitude == "speech"]


FORMS = {
    "said that": (
        "Foreign Minister Ivica Dacic said Tuesday that Belgrade would return to the talks in Brussels.",
        ("Foreign Minister Ivica Dacic", "said Tuesday", "Belgrade would return to the talks in Brussels", "indirect"),
    ),
    "quote, X said": (
        "“We will not sign a bad deal,” the chief negotiator said in Vienna.",
        ("the chief negotiator", "said", "We will not sign a bad deal,", "direct"),
    ),
    "quote, said X with apposition": (
        "“We will not sign a bad deal,” said Abbas Araghchi, Iran's deputy foreign minister.",
        ("Abbas Araghchi, Iran's deputy foreign minister", "said", "We will not sign a bad deal,", "direct"),
    ),
    "quote split by its cue": (
        "“The door is open,” Humberto de la Calle said, “but it will not stay open for ever.”",
        ("Humberto de la Calle", "said", "The door is open, | but it will not stay open for ever.", "direct"),
    ),
    "quote split over sentences": (
        "“The door is open,” Humberto de la Calle said. “It will not stay open for ever.”",
        ("Humberto de la Calle", "said", "The door is open, | It will not stay open for ever.", "direct"),
    ),
    "quote before its speaker without a comma": (
        "“The corridor is still closed to aid convoys” a relief worker said.",
        ("a relief worker", "said", "The corridor is still closed to aid convoys", "direct"),
    ),
    "colon": (
        'The envoy told reporters in Geneva on Friday: "There is no other way."',
        ("The envoy", "told", "There is no other way.", "direct"),
    ),
    "name and colon": (
        "Kofi Annan: “There is no plan B for Syria.”",
        ("Kofi Annan", ":", "There is no plan B for Syria.", "direct"),
    ),
    "according to at the end": (
        "The guerrillas have handed over their last rifles, according to the United Nations mission.",
        ("the United Nations mission", "according to", "The guerrillas have handed over their last rifles", "indirect"),
    ),
    "according to at the start": (
        "According to two officials, the border will open in March.",
        ("two officials", "According to", "the border will open in March", "indirect"),
    ),
    "partial quote": (
        "The ministry said it had received “no written proposal” from Addis Ababa.",
        ("The ministry", "said", "it had received “no written proposal” from Addis Ababa", "mixed"),
    ),
    "medium": (
        "The presidency said in a statement that the convoy had turned back.",
        ("The presidency", "said in a statement", "the convoy had turned back", "indirect"),
    ),
    "medium first": (
        "In an interview with Le Monde, the minister said the ceasefire was holding.",
        ("the minister", "said", "the ceasefire was holding", "indirect"),
    ),
    "cue inside its content": (
        "The talks, the mediator said, had come closer to a result than ever.",
        ("the mediator", "said", "The talks | had come closer to a result than ever", "indirect"),
    ),
    "bracketed insertion and ellipsis": (
        "“They (the rebels) must leave [the city] … before spring,” the general said.",
        ("the general", "said", "They (the rebels) must leave [the city] … before spring,", "direct"),
    ),
    "participle that goes on": (
        "Zarif said the deal was alive, adding that Iran would stay in it.",
        ("Zarif", "adding", "Iran would stay in it", "indirect"),
    ),
    "coordination": (
        "The governor said the road was safe but added that drivers should not stop.",
        ("The governor", "added", "drivers should not stop", "indirect"),
    ),
    "passive": (
        "The premier was quoted as saying that the islands would never be sold.",
        ("The premier", "was quoted as saying", "the islands would never be sold", "indirect"),
    ),
    "reported passive": (
        "The two sides are said to have agreed on a map.",
        ("", "are said", "The two sides | to have agreed on a map", "indirect"),
    ),
    "noun": (
        "Her warning that the pipeline would be cut came true in June.",
        ("Her", "warning", "the pipeline would be cut", "indirect"),
    ),
    "called, with the quotation after its object": (
        "Asmara called the proposal “an insult to the dead.”",
        ("Asmara", "called", "an insult to the dead.", "direct"),
    ),
    "statement saying": (
        "The harbour authority released a statement saying that the cranes would stand still.",
        ("The harbour authority", "released a statement saying", "the cranes would stand still", "indirect"),
    ),
    "tag as a sentence of its own": (
        "“If you can hear us, send the buses tonight.” Governor Oleh Synko said.",
        ("Governor Oleh Synko", "said", "If you can hear us, send the buses tonight.", "direct"),
    ),
    "quote that holds a subject for its cue": (
        "“At this hour, the lists that we have seen raise questions, but we will check them with our partners in the "
        "capital,” Mr Price told reporters at a briefing.",
        (
            "Mr Price",
            "told",
            "At this hour, the lists that we have seen raise questions, but we will check them with our partners in "
            "the capital,",
            "direct",
        ),
    ),
    "quote never closed before its tag": (
        "“There is no text yet, the mediator said on Tuesday.",
        ("the mediator", "said", "There is no text yet,", "direct"),
    ),
    "closing mark lost, cue before its subject": (
        '"We are close said the mediator, Abdi Gaas. "Two points are left," he added.',
        ("the mediator, Abdi Gaas", "said", "We are close", "direct"),
    ),
    "description and name that are not joined": (
        "Eritrea's state news agency ERINA said on Friday that the talks had been put off.",
        ("Eritrea's state news agency ERINA", "said", "the talks had been put off", "indirect"),
    ),
    "headline without a verb in its content": (
        "Zelensky says ready to meet Putin",
        ("Zelensky", "says", "ready to meet Putin", "indirect"),
    ),
    "quote split, its second part short": (
        "“If they sign,” Prime Minister Dbeibah said, “we sign.” The talks go on.",
        ("Prime Minister Dbeibah", "said", "If they sign, | we sign.", "direct"),
    ),
    "participle with a quotation of its own": (
        "Both sides agree on the airport, Minister José Albares said on Monday, adding that “only details remain”.",
        ("Minister José Albares", "adding", "only details remain", "direct"),
    ),
    "answer to a question": (
        "Asked by a reporter if the islands were on the agenda, the deputy minister answered: “No.”",
        ("the deputy minister", "answered:", "No.", "direct"),
    ),
    "aside before that": (
        "Ms Haley told the Council on Friday — for the first time in public — that Washington would not wait.",
        ("Ms Haley", "told", "Washington would not wait", "indirect"),
    ),
    "that far from its cue": (
        "The general also said for the first time in public that the guns had been moved.",
        ("The general", "also said", "the guns had been moved", "indirect"),
    ),
    "accused of": (
        "Baku has accused Yerevan of stalling over the map.",
        ("Baku", "has accused", "Yerevan of stalling over the map", "indirect"),
    ),
    "gap in a relative clause": (
        "Observers criticised a step they say would end the truce.",
        ("they", "say", "a step | would end the truce", "indirect"),
    ),
    "office and colon": (
        "NATO chief: Convoy talks 'far from over'",
        ("NATO chief", ":", "Convoy talks 'far from over'", "mixed"),
    ),
    "belief of a relative clause": (
        "The island was given a status that Ankara rejects.",
        ("Ankara", "rejects", "a status", "indirect"),
    ),
    "belief about a clause": (
        "The archbishop deplored what happened at the bridge.",
        ("The archbishop", "deplored", "what happened at the bridge", "indirect"),
    ),
    "noun with its light verb": (
        "The caretaker premier voiced hope that the border would be drawn within weeks.",
        ("The caretaker premier", "voiced hope", "the border would be drawn within weeks", "indirect"),
    ),
    "as clause": (
        "The plan has failed, as the mediator acknowledged.",
        ("the mediator", "acknowledged", "The plan has failed", "indirect"),
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_form(form: str) -> None:
    text, expected = FORMS[form]
    assert expected in [shown(statement) for statement in read(text)[0]]


def test_a_quote_reopened_paragraph_after_paragraph_is_one_statement() -> None:
    text = (
        "“We have waited for ten years.\n\n“We can wait for ten more,” said Tsipras, the premier.\n\n"
        "The talks resume in May."
    )
    (statement,) = speech(text)
    assert [span.text for span in statement.content] == ["We have waited for ten years.", "We can wait for ten more,"]


def test_a_paragraph_that_is_only_a_quote_goes_on_with_the_speaker_before() -> None:
    text = "The ferry will sail, harbour master Eleni Vardi said.\n\n“The sea is calm. We have checked the engines.”"
    said, quote = speech(text)
    assert quote.mode == "direct"
    assert quote.source == said.source


def test_a_quote_between_two_speakers_is_not_carried_over() -> None:
    text = "Mr Okello said the camp was full.\n\nAid groups protested.\n\n“Nobody asked us. We were simply told.”"
    assert all(statement.mode != "direct" for statement in speech(text))


def test_nested_reports_are_both_kept_and_linked() -> None:
    text = "The ambassador said that the general had told him that the airport was closed."
    outer, inner = speech(text)
    assert inner.parent == outer.id
    assert [span.text for span in inner.content] == ["the airport was closed"]


def test_who_is_quoted_by_a_paper_speaks_within_what_the_paper_says() -> None:
    outer, inner = speech("Reuters quoted an official as saying that the talks were over.")
    assert inner.parent == outer.id
    assert [shown(outer)[0], shown(inner)[0]] == ["Reuters", "an official"]


def test_who_was_quoted_by_an_agency_speaks_within_what_the_agency_says() -> None:
    outer, inner = speech(
        "The port will reopen, Minister Mehmet Aydin was quoted as saying by the Harbour Wire agency."
    )
    assert inner.parent == outer.id
    assert [shown(outer)[0], shown(inner)[0]] == ["the Harbour Wire agency", "Minister Mehmet Aydin"]
    assert shown(inner)[1:3] == ("was quoted as saying", "The port will reopen")


def test_what_x_says_according_to_y_leaves_the_phrase_to_y() -> None:
    outer, inner = speech("Djibouti says it will boycott the session, according to the Gulf Courier.")
    assert inner.parent == outer.id and outer.parent is None
    assert shown(inner)[2] == "it will boycott the session"


def test_a_quotation_with_a_tag_of_its_own_is_not_the_words_of_the_tag_before() -> None:
    first, second = speech("“We are close,” said the mediator, Abdi Gaas. “Two points are left,” he added.")
    assert [shown(first)[1:3], shown(second)[1:3]] == [("said", "We are close,"), ("added", "Two points are left,")]


def test_words_after_a_semicolon_are_not_what_was_agreed() -> None:
    found, _ = read("Sudan agreed to the suggestion; Egypt objected.")
    assert all("Egypt" not in span.text for statement in found for span in statement.content)


def test_a_day_is_no_topic() -> None:
    found, _ = read("Egypt and Ethiopia agreed on Wednesday to meet again.")
    assert all(span.text != "Wednesday" for statement in found for span in statement.content)


def test_it_takes_up_the_body_that_spoke_before() -> None:
    found, index = read("The harbour office told another story. It said the ferry would sail within a week.")
    speaker = actor(index, found[-1].speakers[0])
    assert speaker is not None and speaker.name.endswith("harbour office")


def test_it_takes_up_no_person() -> None:
    found, _ = read("Mr Bello met the envoy. It said nothing was agreed.")
    assert found[-1].speakers == ()


def test_his_office_is_called_after_whose_office_it_is() -> None:
    found, index = read("Sudanese Prime Minister Abdalla Hamdok has rejected the text, his office said on Tuesday.")
    names = {actor(index, key).name for statement in found for key in statement.speakers}  # type: ignore[union-attr]
    assert "Abdalla Hamdok's office" in names


def test_two_men_who_could_be_he_are_both_named_as_candidates() -> None:
    found, _ = read("President Salva Kiir and rival Riek Machar met in Juba. He said the army would be united by June.")
    said = found[-1]
    assert said.ambiguous and len(said.speakers) == 2


def test_his_spokesman_is_called_after_whose_spokesman_he_is() -> None:
    found, index = read(
        "Omani Foreign Minister Badr Albusaidi flew to Aden. His spokesman said the visit would be short."
    )
    speaker = actor(index, found[0].speakers[0])
    assert speaker is not None
    assert (speaker.name, speaker.kind, speaker.party) == ("Badr Albusaidi's spokesman", "unnamed", "Oman")


def test_a_description_of_a_source_starts_with_a_word() -> None:
    found, index = read("“It is over”, an official at the presidency who knows the file said.")
    names = {actor(index, key).name for statement in found for key in statement.speakers}  # type: ignore[union-attr]
    assert all(name[0].isalpha() for name in names)


@pytest.mark.parametrize(
    ("text", "attitude"),
    [
        ("The minister believes that the island will stay divided.", "belief"),
        ("Ankara plans to reopen its embassy in spring.", "intention"),
        ("The delegation is confident that a deal is near.", "belief"),
        ("Kyiv urged Budapest to lift its veto.", "intention"),
        ("The party opposes the new border law.", "belief"),
    ],
)
def test_beliefs_and_intentions_are_marked(text: str, attitude: str) -> None:
    found, _ = read(text)
    assert found
    assert {statement.attitude for statement in found} == {attitude}


@pytest.mark.parametrize(
    ("text", "denial"),
    [
        ("Khartoum denied that its planes had crossed the border.", True),
        ("The spokesman did not say that the talks were over.", True),
        ("The army did not deny that shots were fired.", False),
        ("Khartoum denied bombing the market.", True),
        ("Khartoum confirmed that its planes had crossed the border.", False),
    ],
)
def test_denials_are_marked(text: str, denial: bool) -> None:
    (statement,) = speech(text)
    assert statement.denial is denial


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “peace bridge” was closed again on Monday.",
        "Delegates watched the film “A Separation” after dinner.",
        "The treaty, known as the “Good Friday Agreement”, turned twenty.",
        "The convoy crossed the river at noon and reached the camp by night.",
        "The club left the league, citing low crowds as a reason.",
        "The war of words goes on. Nobody met anybody.",
        "The foreign minister dismissed the claim that Ankara had agreed to the plan.",
        "If the minister says that the line is cut, the convoy turns back.",
        "The rebels' statement did not mention the hostages.",
        "Their statement did not mention the word binding.",
        "Cairo named a demand that Addis Ababa has refused.",
    ],
)
def test_what_is_no_statement(text: str) -> None:
    assert speech(text) == []


def test_speakers_are_resolved_and_unnamed_sources_added() -> None:
    text = (
        "Prime Minister Zoran Zaev said the name talks were close to an end. He said a referendum would follow.\n\n"
        "“Nothing is signed,” a diplomat close to the talks said."
    )
    found, index = read(text)
    names = [[actor(index, key).name for key in s.speakers] for s in found if s.attitude == "speech"]  # type: ignore[union-attr]
    assert names[0] == names[1] == ["Zoran Zaev"]
    key = found[-1].speakers[0]
    unnamed = actor(index, key)
    assert unnamed is not None
    assert unnamed.kind == "unnamed"


@pytest.mark.parametrize(
    "text",
    [
        "His lawyer, Ana Ruiz, said the appeal would be heard in May. The court was silent.",
        "The opposition candidate Ana Ruiz said the vote had been fair.",
    ],
)
def test_a_name_beside_a_description_is_the_speaker(text: str) -> None:
    found, index = read(text)
    (speaker,) = found[0].speakers
    named = actor(index, speaker)
    assert named is not None
    assert named.name == "Ana Ruiz"


def test_venue_as_printed() -> None:
    (statement,) = speech("“The line holds,” the commander said during a televised briefing.")
    assert statement.venue == "during a televised briefing"


def test_ids_do_not_depend_on_anything_but_report_and_spans() -> None:
    text = FORMS["coordination"][0]
    world = load_world()
    report = Report(id="r", path="elsewhere.txt", text=text, plain=True)
    doc = analyse(report, world)
    again, _ = find(doc, report, world, actors.find(doc, report, world), ())
    assert [statement.id for statement in again] == [statement.id for statement in read(text)[0]]


def test_a_dateline_is_no_part_of_what_is_said() -> None:
    text = "MUSCAT, May 4 (Gulf Wire) - Oman will host both sides next week, its foreign minister said on Tuesday."
    assert [[span.text for span in found.content] for found in speech(text)] == [
        ["Oman will host both sides next week"]
    ]


def test_a_name_beside_a_description_that_ends_in_another_noun_is_the_speaker() -> None:
    text = "“They came with maps,” a deputy from the ruling party, Levan Beridze, said in a radio interview."
    (found,) = speech(text)
    member = actor(read(text)[1], found.speakers[0])
    assert member is not None and member.name == "Levan Beridze"
