"""How asks and answers are told in the prose of reports: relative clauses, set phrases, half answers, sides."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest

from read_text import AskLine as Line
from read_text import read_asks

DAY = date(2021, 6, 16)


@pytest.fixture(scope="module")
def book() -> Callable[[str], list[Line]]:
    """Reads one text; gives every ask of it, ultimatums too."""
    return partial(read_asks, day=DAY, ultimatums=True)


IN_RELATIVE_CLAUSES = [
    (
        "The talks are led by Anna Holt, an adviser to Norway's government, who urged the Taliban to give up Herat.",
        ("Norway", "Taliban", "give up Herat", "open"),
    ),
    (
        "The Foreign Office, which had offered land from the British bases, regretted the outcome.",
        ("United Kingdom", "", "land", "open"),
    ),
    (
        "The Houthis, whom the United Nations had asked to let engineers board the tanker, said no.",
        ("United Nations", "Houthis", "let engineers board the tanker", "refused"),
    ),
    (
        "The rebels rejected a letter in which Mali offered to free eleven fighters.",
        ("Mali", "rebels", "free eleven fighters", "refused"),
    ),
    (
        "The observers for which Sudan had asked since May are to be let in.",
        ("Sudan", "", "The observers", "accepted"),
    ),
    (
        "A week of calm, which Washington had demanded as a test, preceded the ceremony.",
        ("United States", "", "A week of calm", "accepted"),
    ),
    (
        "Yemen and the Houthis met.\nThe next round is planned for January, perhaps in Kuwait, which has offered to "
        "host it. UN envoy Griffiths accepted the offer with thanks.",
        ("Kuwait", "United Nations", "host it", "accepted"),
    ),
]
VERBS = [
    (
        "Armenia wants the prisoners freed. Azerbaijan has not replied.",
        ("Armenia", "Azerbaijan", "the prisoners freed", "none"),
    ),
    ("Cuba wants the embargo to be lifted.", ("Cuba", "", "the embargo to be lifted", "open")),
    (
        "Moldova insisted that Russian troops leave Transnistria by the end of the year.",
        ("Moldova", "Russia", "Russian troops leave Transnistria by the end of the year", "open"),
    ),
    (
        "Russia asked for the bank to be reconnected to the payments system.",
        ("Russia", "", "the bank to be reconnected to the payments system", "open"),
    ),
    (
        "Ethiopia called for Eritrean troops to leave Tigray; Asmara has not said a word.",
        ("Ethiopia", "Eritrea", "Eritrean troops to leave Tigray", "none"),
    ),
    (
        "Georgia, for its part, asked for a seat at the table and received two.",
        ("Georgia", "", "a seat at the table", "accepted"),
    ),
    (
        "Kabul, an official at the palace said, had asked the United States to leave the matter to the talks.",
        ("Afghanistan", "United States", "leave the matter to the talks", "open"),
    ),
    (
        "Britain, which has two bases on the island, offered last week to give up almost half of their land.",
        ("United Kingdom", "", "give up almost half of their land", "open"),
    ),
    (
        "Zambia's government asked lenders for a delay of payments and has had no reply.",
        ("Zambia", "", "a delay of payments", "none"),
    ),
    ("Kenya asked Somalia for a week.", ("Kenya", "Somalia", "a week", "open")),
]
TAKEN_APART = [
    (
        "What Morocco wants is recognition of its sovereignty over the desert.",
        ("Morocco", "", "recognition of its sovereignty over the desert", "open"),
    ),
    (
        "What Greece asked of Turkey was a promise to stay out of its waters.",
        ("Greece", "Turkey", "a promise to stay out of its waters", "open"),
    ),
    (
        "The gas will flow again in May. That is what Algeria had asked for.",
        ("Algeria", "", "The gas will flow again in May", "open"),
    ),
    (
        "The Greek minister would not meet the Turkish minister alone, although the Turk had invited him twice.",
        ("Turkey", "Greece", "meet the Turkish minister alone", "refused"),
    ),
    (
        "A framework for talks was put aside at the insistence of the Chadian government.",
        ("Chad", "", "A framework for talks was put aside", "accepted"),
    ),
    (
        "Yemen gave up its demand that all planes stop in Aden and proposed Sayun instead, and the Houthis turned that "
        "down too.",
        ("Yemen", "Houthis", "Sayun", "refused"),
    ),
]
SET_PHRASES = [
    ("Sudan asked Chad to open the road, but the Chadian government would not hear of it.", "refused"),
    ("Qatar had insisted that no Saudi plane cross its airspace, and the Saudis gave way.", "accepted"),
    ("Greece asked Turkey to free two soldiers. Turkey's answer was no.", "refused"),
    ("Spain demanded that Morocco return the boat, and the answer, in his words, was silence.", "none"),
    ("Nigeria has asked that the case be moved, a request to which Cameroon said yes.", "accepted"),
    ("Norway asked the Houthis to let engineers board the tanker, which they did in May.", "accepted"),
    (
        'Estonia called on Russia to return the officer. "We shall do nothing of the kind," the Russian envoy said.',
        "refused",
    ),
    ("Egypt had offered to send engineers to Khartoum, but Sudan preferred to wait.", "refused"),
    ("Russia asked Armenia to open the road. Armenia's minister promised to try.", "accepted"),
    ("Sudan asked Chad to move the camp. The Chadian army, after two days of refusing, gave in.", "accepted"),
    ("Oman repeated its offer to mediate. Nobody has taken it up.", "none"),
    ("Kenya offered to host the signing. Neither side has said yes.", "none"),
    ("Mali's offer to hold elections in 2028 was laughed off by ECOWAS.", "refused"),
    ("Eritrea repeated its call for Ethiopian troops to quit Badme, to no avail.", "none"),
    ("Brazil urged Peru in vain to share the water.", "none"),
    ("Chad asked France to pay for the base. So far, the French have paid nothing.", "none"),
    ("Serbia wants the envoy gone by summer; Washington has told Belgrade to forget it.", "refused"),
    ("Laos asked Thailand to open the dam. The Thai delegation said it could live with that.", "accepted"),
    ("Algeria balked at Morocco's request to reopen the border.", "refused"),
    ("Mali asked France for more time. It has not had an answer.", "none"),
    ("Japan had demanded an apology for the shelling; it did not get one.", "none"),
]
RESULTS = [
    ("The Taliban demanded the release of 5,000 prisoners. The prisoners were freed in September.", "accepted"),
    ("Eritrea called for United Nations observers along the border. The observers arrived in March.", "accepted"),
    ("Uganda asked Rwanda to hand over four officers. The officers were never handed over.", "none"),
]
HALVES = [
    "Egypt asked for three changes in the text. Israel accepted two of them.",
    "Kenya asked Uganda for the full four months. The Ugandan side agreed to 60 days, not one more.",
    "Spain asked Morocco for the maps of nine mines and received three.",
    "Kenya had asked Somalia for six months. Mogadishu agreed to four.",
    "Yemen demanded that the Houthis leave the coast. The movement refused, but said that it could live with monitors.",
    "The Houthis asked Sweden to fly out the wounded. Stockholm replied that it would pass the request to Riyadh.",
    "Rwanda asked Uganda to pay the salaries of its teachers; Uganda will pay those of women and no others.",
]
ADDRESSEES = [
    ("Cuba demanded an end to the American blockade.", "United States"),
    ("Egypt demanded the release of fishermen held by Libya.", "Libya"),
    ("Armenia asked for the withdrawal of Azerbaijani troops from the villages.", "Azerbaijan"),
    ("Greece and Albania held talks in Tirana. The Greek side proposed a joint commission.", "Albania"),
    ("Peru asked Chile to reopen the bridge. It also demanded the release of two drivers.", "Chile"),
    ("Oslo offered to move the talks to Doha.", ""),
]
NO_ASKS = [
    "A diplomat disputed the Greek account that Skopje had wanted to delay the changes.",
    "The no-confidence motion that the opposition had tabled in Athens failed.",
    "The government of Chad told Sudan what to refuse.",
    "The Nile Basin Initiative with Egypt was signed in Entebbe.",
    "African governments want certainty above all.",
    "The spokesman of Iran's parliament offered more details of the meeting.",
    "The elections in Colombia now offer a critical opportunity to make peace.",
    "Responding to his critics, Mexico's president ordered a song.",
    "Mexico's president called out the American envoy for his silence.",
    "Greece's prime minister wished Cyprus continued prosperity.",
    '"Is that your signature?" the Honduran minister asked.',
    "When asked to define the success of the talks, the Chinese envoy said that they were a process.",
    "Bulgaria is negotiating with Russia for gas, the Bulgarian minister told the parliament on Wednesday.",
]


@pytest.mark.parametrize(("text", "line"), [*IN_RELATIVE_CLAUSES, *VERBS, *TAKEN_APART])
def test_what_is_asked_by_whom(book: Callable[[str], list[Line]], text: str, line: Line) -> None:
    assert book(text) == [line]


@pytest.mark.parametrize(("text", "answer"), [*SET_PHRASES, *RESULTS, *((text, "partial") for text in HALVES)])
def test_what_came_of_it(book: Callable[[str], list[Line]], text: str, answer: str) -> None:
    assert [line[3] for line in book(text)] == [answer]


@pytest.mark.parametrize(("text", "addressee"), ADDRESSEES)
def test_whom_it_is_put_to(book: Callable[[str], list[Line]], text: str, addressee: str) -> None:
    assert book(text)[-1][1] == addressee


@pytest.mark.parametrize("text", NO_ASKS)
def test_what_is_no_ask(book: Callable[[str], list[Line]], text: str) -> None:
    assert book(text) == []


def test_those_asked_did_or_did_not(book: Callable[[str], list[Line]]) -> None:
    lines = book("Norway asked Mali and Niger to hand in maps by noon. Mali did; Niger did not.")
    assert {line[1]: line[3] for line in lines} == {"Mali": "accepted", "Niger": "refused"}


def test_agreeing_to_something_else_is_no_answer(book: Callable[[str], list[Line]]) -> None:
    text = "Jordan called for early elections in Iraq. Iraq agreed to release the money for its hospitals."
    assert [line[3] for line in book(text)] == ["open"]


def test_yes_to_this_and_no_to_that(book: Callable[[str], list[Line]]) -> None:
    text = "Pristina asked Belgrade to open the crossing and to lift the tariffs. Belgrade agreed to the first but not "
    assert [line[3] for line in book(text + "to the second.")] == ["accepted", "refused"]


def test_what_is_refused_in_words_of_its_own_answers_one_demand(book: Callable[[str], list[Line]]) -> None:
    text = "Serbia demanded that the tax be scrapped and that the police leave the north by spring. Kosovo refused to "
    assert [line[3] for line in book(text + "name a date.")] == ["open", "refused"]


def test_those_invited_come_or_stay_away(book: Callable[[str], list[Line]]) -> None:
    lines = book("Sudan invited Ethiopia and Egypt to a round of talks. Egypt came, but Ethiopia stayed away.")
    assert {line[1]: line[3] for line in lines} == {"Egypt": "accepted", "Ethiopia": "refused"}


def test_a_clause_beside_what_is_asked_is_no_second_demand(book: Callable[[str], list[Line]]) -> None:
    lines = book("Albania demanded that Serbia free the miners and would not meet its president before.")
    assert [line[2] for line in lines] == ["Serbia free the miners"]


def test_what_a_letter_holds_is_no_answer(book: Callable[[str], list[Line]]) -> None:
    text = "Turkey asked Russia for ten ships. Kyiv misread a letter that Moscow had sent to all parties."
    assert [line[3] for line in book(text)] == ["open"]


def test_silence_on_an_accusation_is_no_answer(book: Callable[[str], list[Line]]) -> None:
    text = "Chad wants the envoys back in Ndjamena. Libya accused Mali of arming the rebels; Mali has not responded."
    assert next(line[3] for line in book(text)) == "open"


@pytest.mark.parametrize(
    "text",
    [
        "Kenya asked Somalia for a licence to dredge the port. Such a request is usually granted, a clerk said.",
        "Kenya asked Somalia to open the strait. The request is normally granted within a week.",
        "The envoy urged all miners in the valley to come. He also advised them to remain law abiding and true.",
    ],
)
def test_a_habit_or_a_quality_is_no_answer(book: Callable[[str], list[Line]], text: str) -> None:
    assert [answer for *_, answer in book(text)] == ["open"]
