"""Which expression governs an event."""

from datetime import date

import pytest

from read_text import report_of, time_governing
from verbale.extract import document_time, times, tying
from verbale.language import analyse
from verbale.world import load_world

WORLD = load_world()
DAY = date(2019, 10, 17)


def governing(text: str, word: str) -> str | None:
    return time_governing(text, word, DAY)


@pytest.mark.parametrize(
    ("text", "word", "edtf"),
    [
        ("The two sides met in Geneva on Tuesday and agreed to resume talks next week.", "met", "2019-10-15"),
        (
            "The two sides met in Geneva on Tuesday and agreed to resume talks next week.",
            "talks",
            "2019-10-21/2019-10-27",
        ),
        ("Its summit with Tehran in Doha ended without a deal in February.", "summit", "2019-02"),
        ("He praised the April 2018 declaration at a meeting on Monday.", "declaration", "2018-04"),
        ("He praised the April 2018 declaration at a meeting on Monday.", "meeting", "2019-10-14"),
        ("The statement they signed in 2016 was read out Thursday.", "statement", "2016"),
        ("The ministry said Thursday that the delegations had met in Oslo on Oct. 3.", "said", "2019-10-17"),
        ("The ministry said Thursday that the delegations had met in Oslo on Oct. 3.", "met", "2019-10-03"),
        ("The ministry said Thursday that the delegations had met in Oslo.", "met", None),
        ("The talks in Vienna last week have led to another delay.", "talks", "2019-10-07/2019-10-13"),
    ],
)
def test_the_expression_that_governs(text: str, word: str, edtf: str | None) -> None:
    assert governing(text, word) == edtf


@pytest.mark.parametrize(
    ("text", "word", "edtf"),
    [
        # measured from another event, both ways round
        ("Envoys resumed talks on Oct. 5, seven months after a failed summit.", "summit", "2019-02-18~/2019-03-20~"),
        ("Envoys resumed talks seven months after the February summit.", "resumed", "2019-08-17~/2019-10-13~"),
        ("The army withdrew two days before the May 6 vote.", "withdrew", "2019-05-04"),
        # a range, and times that an event lies before or after
        ("The delegations met from Monday to Wednesday.", "met", "2019-10-14/2019-10-16"),
        ("The ministers met on Oct. 5-7 in Sochi.", "met", "2019-10-05/2019-10-07"),
        ("The summit of 30 September–2 October changed little.", "summit", "2019-09-30/2019-10-02"),
        ("Nothing has moved since February.", "moved", "2019-02-01/.."),
        ("The sides must sign by Oct. 31.", "sign", "../2019-10-31"),
        # a parser that takes "since" for a preposition leaves the verb without its subject
        ("It has been cool since its summit with Kabul in Doha ended without a deal in June.", "summit", "2019-06"),
    ],
)
def test_measured_ranged_and_one_sided_times(text: str, word: str, edtf: str) -> None:
    assert governing(text, word) == edtf


def test_an_event_without_a_time_of_its_own_gets_context_only_when_asked() -> None:
    text = "Envoys met in Oslo on Monday. They discussed prisoners."
    report = report_of(text, DAY)
    doc = analyse(report, WORLD)
    found = times.find(doc, report)
    discussed = next(token for token in doc if token.text == "discussed")
    assert tying.time_of(doc, discussed, found) is None
    context = document_time.document_time(doc, report, discussed, found)
    assert context is not None
    assert (context.edtf, context.how) == ("2019-10-14", "context")


@pytest.mark.parametrize(
    ("text", "word", "edtf"),
    [
        # the occasion dates its verb
        ("In a letter on Tuesday, the junta rejected the offer.", "rejected", "2019-10-15"),
        ("At last week's summit they approved a road map.", "approved", "2019-10-07/2019-10-13"),
        ("The sides agreed on the 2018 plan.", "agreed", None),
        # a time printed after people is that of what they do
        ("Kenya will host a round between Juba and the opposition in December.", "host", "2019-12"),
        ("Oman will host a new round of talks in December.", "host", "2019-12"),
        ("Qatar will host a round of contacts between Kabul and the rebels in December.", "host", "2019-12"),
        ("The envoy saw rebel commanders on Monday.", "saw", "2019-10-14"),
        # dated by another act that the report dates elsewhere
        ("The Doha round ended on Oct. 2. Three days after the Doha round, both met again.", "met", "2019-10-05"),
        ("The Doha round ended on Oct. 2. Three days after the Cairo round, both met again.", "met", None),
        ("The truce began on Oct. 1. Aid came in two days before the truce.", "came", "2019-09-29"),
        ("The truce began on Oct. 1. A truce began on Oct. 9. Aid came two days after the truce.", "came", None),
    ],
)
def test_occasions_people_and_other_acts(text: str, word: str, edtf: str | None) -> None:
    assert governing(text, word) == edtf


@pytest.mark.parametrize(
    ("text", "word", "edtf"),
    [
        # another clause of the same past, joined by and
        (
            "Accra and Lomé initialled the protocol on Friday, and the mediator lifted the freeze on fishing.",
            "lifted",
            "2019-10-11",
        ),
        ("Tunis recalled its envoy on Monday, and Algiers will answer.", "answer", None),
        ("The sides met on Monday, and they had agreed on an agenda.", "agreed", None),
        ("The sides met on Monday and the envoy arrived on Sunday.", "arrived", "2019-10-13"),
        ("The ferry sank on April 2, and the minister lifted the ban.", "lifted", None),
        # a clause that a length counts from
        (
            "The rebels freed the pilots on Wednesday, four days after the army had shelled their camp.",
            "shelled",
            "2019-10-12",
        ),
        (
            "Talks resumed on Oct. 5, seven months after the two leaders walked out.",
            "walked",
            "2019-02-18~/2019-03-20~",
        ),
        ("The mission left on Oct. 10, a week before the parties signed.", "signed", "2019-10-14~/2019-10-20~"),
        ("They signed in Lusaka, two days after the army had shelled the camp.", "shelled", None),
        (
            "They signed in Lusaka on Wednesday. The signing came two days after the king opened the talks.",
            "opened",
            "2019-10-14",
        ),
        (
            "The pact was signed last July. A memorandum, signed the same day, frees trade.",
            "memorandum",
            "2019-07-01/2019-07-31",
        ),
        # occasion of a participle
        ("Under a plan offered at Monday's session, both armies would pull back.", "plan", "2019-10-14"),
        ("The map, shown to reporters at a briefing on Tuesday, leaves out the valley.", "map", "2019-10-15"),
        # a weekday in the week of its clause
        ("The minister was in Baku last week, where he and the envoy talked on Tuesday.", "talked", "2019-10-08"),
        ("Last week, when they met on Wednesday, nothing was agreed.", "met", "2019-10-09"),
        ("She said last week that they would meet on Monday.", "meet", "2019-10-21"),
        # ahead within a length
        ("The commanders are to meet within ten days.", "meet", "2019-10-17/2019-10-27"),
        ("The commanders will meet again in two weeks.", "meet", "2019-10-28/2019-11-03"),
        ("They signed within ten days.", "signed", None),
        ("They built the bridge in two weeks.", "built", None),
        # what is reported or heard on a day
        ("Clashes were reported on Tuesday evening outside Sebha.", "Clashes", "2019-10-15"),
        ("Heavy shelling was heard on Monday in Donetsk.", "shelling", "2019-10-14"),
        ("The army reported clashes on Tuesday.", "reported", "2019-10-15"),
        ("Hours before the talks opened on Monday, Kabul freed nine men.", "freed", "2019-10-14~"),
        (
            "The Doha round took place on Oct. 2. Hours after the Doha round, Kabul freed nine men.",
            "freed",
            "2019-10-02~",
        ),
        ("On the same afternoon, the envoy saw the king.", "saw", None),
        ("They met on Oct. 3. On the same afternoon, the envoy saw the king.", "saw", "2019-10-03"),
        ("Talks are expected to resume on Monday.", "Talks", "2019-10-21"),
        ("A truce is supposed to begin on Saturday, aides said.", "truce", "2019-10-19"),
        ("The army must leave by Nov. 10, the day on which talks are supposed to begin.", "talks", "2019-11-10"),
        ("The accord frees the miners by Nov. 10, the day the two sides are to meet again.", "meet", "2019-11-10"),
        ("They want an answer within ten days of the summit.", "answer", None),
        ("It would be their first meeting in two years.", "meeting", None),
        ("Two days after Oslo freed the ship on Oct. 3, the envoys met.", "met", "2019-10-05"),
        ("The pact was signed by both in 2009.", "signed", "2009"),
        # a day between who does it and what is done; a clause behind a date; what is expected on a day
        ("Chad's rival camps on Monday signed a truce in Libreville.", "signed", "2019-10-14"),
        ("The boycott ended in May 2017, when the bishops opened their archive.", "opened", "2017-05"),
        ("The boycott ended in May 2017, and nobody knows when the bishops opened their archive.", "opened", None),
        ("On Friday the junta is expected to announce an amnesty.", "announce", "2019-10-18"),
        ("The junta, in office since May, is expected to announce an amnesty.", "announce", None),
    ],
)
def test_clauses_lengths_and_occasions(text: str, word: str, edtf: str | None) -> None:
    assert governing(text, word) == edtf
