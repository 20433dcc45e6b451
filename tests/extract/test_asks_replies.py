"""What those asked say in reply, what becomes of the matter, and asks that are no business of two parties."""

from datetime import date

import pytest

from read_text import AskLine, read_asks

DAY = date(2023, 3, 15)

ANSWERS = [
    # a reply in words that take up none of the ask's
    (
        "Seoul asked Tokyo to apologise to the labourers. Tokyo replied that the matter had been settled in 1965.",
        ("South Korea", "Japan", "apologise to the labourers", "refused"),
    ),
    (
        "Italy asked Egypt to hand over four officers. Cairo said it was a matter for the courts.",
        ("Italy", "Egypt", "hand over four officers", "refused"),
    ),
    (
        "Panama asked the United States to apologise. “That will not happen,” Secretary of State Marco Rubio said.",
        ("Panama", "United States", "apologise", "refused"),
    ),
    (
        "Slovakia asked Ukraine to let the gas through. President Volodymyr Zelensky said Kyiv would not extend the "
        "contract.",
        ("Slovakia", "Ukraine", "let the gas through", "refused"),
    ),
    (
        "Peru asked Chile to return the archive. Chile replied that the matter would be looked at in May.",
        ("Peru", "Chile", "return the archive", "partial"),
    ),
    # the contrary of what was asked
    (
        "Lebanon asked Israel to withdraw from five hills. Israel says its troops will stay there.",
        ("Lebanon", "Israel", "withdraw from five hills", "refused"),
    ),
    (
        "Malaysia asked Thailand to lift the curfew, but it remains in force.",
        ("Malaysia", "Thailand", "lift the curfew", "refused"),
    ),
    (
        "Kinshasa demanded that the M23 leave Goma. The rebels have left the airport but remain in the city.",
        ("Democratic Republic of the Congo", "M23", "the M23 leave Goma", "partial"),
    ),
    # deeds, told again by a pronoun, a part or another word
    (
        "France asked Niger to let its ambassador leave, which it did.",
        ("France", "Niger", "let its ambassador leave", "accepted"),
    ),
    (
        "Azerbaijan demands that Armenia change its constitution, something Yerevan says it will not do.",
        ("Azerbaijan", "Armenia", "Armenia change its constitution", "refused"),
    ),
    (
        "Armenia asked Azerbaijan to publish the maps of its minefields. It has published a third of them.",
        ("Armenia", "Azerbaijan", "publish the maps of its minefields", "partial"),
    ),
    (
        "Sierra Leone asked Guinea to leave Yenga. Its soldiers pulled out in the summer.",
        ("Sierra Leone", "Guinea", "leave Yenga", "accepted"),
    ),
    (
        "Manila demanded that China withdraw the ships. Most of them have left.",
        ("Philippines", "China", "China withdraw the ships", "partial"),
    ),
    (
        "Tunisia asked Libya to reopen Ras Jdir. The border post was reopened two days later.",
        ("Tunisia", "Libya", "reopen Ras Jdir", "accepted"),
    ),
    (
        "Iraq invited the Iranian foreign minister to a conference in Baghdad. He did not attend.",
        ("Iraq", "Iran", "a conference in Baghdad", "refused"),
    ),
    # what they came away with
    (
        "Moldova had asked Romania for gas and came away with a promise.",
        ("Moldova", "Romania", "gas", "partial"),
    ),
    ("Turkey asked for fighter jets. What it got was a letter.", ("Turkey", "", "fighter jets", "partial")),
    # what became of it
    (
        "Bolivia demanded that Chile grant access to the sea. The refusal from Santiago came within hours.",
        ("Bolivia", "Chile", "Chile grant access to the sea", "refused"),
    ),
    (
        "Berlin had asked for the sanctions to be eased, but the text says nothing about it.",
        ("Germany", "", "the sanctions to be eased", "refused"),
    ),
    (
        "Norway proposed a date for another round. Neither had agreed to it.",
        ("Norway", "", "a date for another round", "refused"),
    ),
    (
        "Lima asked Mexico to hand over the former president's wife. Mexico granted her asylum instead.",
        ("Peru", "Mexico", "hand over the former president's wife", "refused"),
    ),
    (
        "Kinshasa demanded that Rwanda withdraw its troops. Kigali says it has none there.",
        ("Democratic Republic of the Congo", "Rwanda", "Rwanda withdraw its troops", "refused"),
    ),
    (
        "The Houthis demanded that the salaries be paid. Nothing came of it.",
        ("Houthis", "", "the salaries be paid", "refused"),
    ),
    (
        "Sri Lanka asked India for a credit line and was given one.",
        ("Sri Lanka", "India", "a credit line", "accepted"),
    ),
    ("Greece will get the loan that it had asked for.", ("Greece", "", "get the loan", "accepted")),
    (
        "Peru demanded that Chile return the archive. Chile is not prepared to accept the demand.",
        ("Peru", "Chile", "Chile return the archive", "refused"),
    ),
    (
        "North Korea walked out on Monday, demanding that the US lift its sanctions on a bank.",
        ("North Korea", "United States", "the US lift its sanctions on a bank", "open"),
    ),
    (
        "Bolivia called on Chile to open the port. Chile vowed to fight the demand in court.",
        ("Bolivia", "Chile", "open the port", "refused"),
    ),
    (
        "The Vatican asked China for the release of a bishop. He was freed last week.",
        ("Holy See", "China", "the release of a bishop", "accepted"),
    ),
    # by a noun, or by what was done for it
    (
        "Britain's rejection of Spain's offer of talks angered Madrid.",
        ("Spain", "United Kingdom", "talks", "refused"),
    ),
    (
        "Pyongyang has shown no interest in Seoul's offer of rice.",
        ("South Korea", "North Korea", "rice", "refused"),
    ),
    (
        "The Taliban released the hostages in response to an appeal by South Korea.",
        ("South Korea", "Taliban", "released the hostages", "accepted"),
    ),
    (
        "Acting on a request by Ethiopia, the African Union postponed the meeting.",
        ("Ethiopia", "African Union", "postponed the meeting", "accepted"),
    ),
    (
        "The European draft does not include a US demand for a new inspection team.",
        ("United States", "", "a new inspection team", "refused"),
    ),
    (
        "Poland asked the commission to publish the maps. It has published one third of them.",
        ("Poland", "", "publish the maps", "partial"),
    ),
    (
        "Iran asked Iraq to close the camps. In May Iran again asked Iraq to close the camps. Iraq refused.",
        ("Iran", "Iraq", "close the camps", "refused"),
    ),
    (
        "Mexico bowed to Washington's demand that it send the National Guard to its border.",
        ("United States", "Mexico", "it send the National Guard to its border", "accepted"),
    ),
]


@pytest.mark.parametrize(("text", "line"), ANSWERS)
def test_a_reply_is_found(text: str, line: AskLine) -> None:
    assert line in read_asks(text, DAY)


OPEN = [
    "Peru asked Chile to return the archive. Chile replied that it was grateful for the letter.",
    "Peru asked Chile to return the archive. Chile said that it would not harm its neighbour.",
    "Turkey asked Russia for ten ships. It left with a heavy heart.",
    "Peru asked Chile to return the archive. Chile confirmed that it had received the note and said no more.",
    "Peru asked Chile to take in the deportees. Chile sent them away on the next flight.",
    "Peru asked Chile to return the archive. Chile denied that it had accepted the request.",
]


@pytest.mark.parametrize("text", OPEN)
def test_what_does_not_answer_leaves_an_ask_open(text: str) -> None:
    assert [line[3] for line in read_asks(text, DAY)] == ["open"]


PRIVATE = [
    "A Russian diplomat, who asked to remain unnamed, said the talks went on.",
    "A Congolese captain, who asked us to leave out his name, said that nobody had come.",
    "An Egyptian official begged me to leave out her name.",
    "The Greek minister asked on which page of the treaty it stood.",
    "“My wife asks which of the two she should frame,” the Canadian envoy said.",
    "Russia's Left Front had called for the rally.",
    "Saudi Arabia's envoy asked us to come back on Monday.",
]


@pytest.mark.parametrize("text", PRIVATE)
def test_what_is_no_business_of_two_parties_is_no_ask(text: str) -> None:
    assert read_asks(text, DAY) == []


ONCE = [
    "Iran asked Iraq to close the camps. In May Iran again asked Iraq to close the camps on its border.",
    "Sri Lanka offered the rebels more ships. The rebels dismissed the offer of ships as a trick.",
]


@pytest.mark.parametrize("text", ONCE)
def test_what_is_asked_again_is_one_ask(text: str) -> None:
    assert len(read_asks(text, DAY)) == 1
