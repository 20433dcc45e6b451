"""The ways in which reports tell of agreements, each on negotiations of our own choosing."""

from datetime import date

import pytest

from read_text import Told, read_agreements

DAY = date(2021, 6, 16)  # a Wednesday


def told(text: str) -> list[Told]:
    return read_agreements(text, DAY)


POINTS = {
    # "under which", whatever stands between
    "Colombia's government and the National Liberation Army signed a pact in Havana on Monday under which the rebels "
    "will free eleven hostages and stop attacks on pipelines.": ("free eleven hostages", "stop attacks on pipelines"),
    "Armenia and Azerbaijan initialled a treaty in Washington on Friday whereby both will recognise each other's "
    "borders.": ("both will recognise each other's borders",),
    "Britain and Mauritius said on Thursday they had struck a deal under which London would hand over the Chagos "
    "Islands and keep its base on Diego Garcia for 99 years.": (
        "hand over the Chagos Islands",
        "keep its base on Diego Garcia for 99 years",
    ),
    # a list under a helper, without a colon; then the other side's part, in a paragraph of its own
    "Serbia and Kosovo agreed in Brussels on Monday on a text.\n\nKosovo, according to the document, will\n\n"
    "- allow trucks with Serbian plates to enter;\n- withdraw its special police from the north.\n\n"
    "Serbia, in return, pledged not to stop the trains.\n": (
        "allow trucks with Serbian plates to enter",
        "withdraw its special police from the north",
        "not to stop the trains",
    ),
    # one thing done, as a noun
    "Georgia and Russia signed an accord on Friday. The text foresees the withdrawal of Russian troops by October 1, "
    "the day on which monitors arrive.": ("the withdrawal of Russian troops by October 1",),
    "The Luanda Protocol provides for the repatriation of all refugees.": ("the repatriation of all refugees",),
    # nouns in a row
    "The rebels and the government of Mali signed a four-page accord in Algiers on Sunday. It provides for a prisoner "
    "swap, a ceasefire in the north and a referendum on autonomy.": (
        "a prisoner swap",
        "a ceasefire in the north",
        "a referendum on autonomy",
    ),
    "The Cotonou accord, signed in July 1993, calls for an end to the fighting, the disarmament of all factions and "
    "elections within seven months.": (
        "an end to the fighting",
        "the disarmament of all factions",
        "elections within seven months",
    ),
    # one clause for each party
    "Under the accord, Thailand is to free 18 soldiers within 72 hours and Cambodia is to remove heavy weapons from "
    "the border.": (
        "Thailand is to free 18 soldiers within 72 hours",
        "Cambodia is to remove heavy weapons from the border",
    ),
    # what follows the day
    "The foreign ministers of Iran and Saudi Arabia signed an agreement in Beijing on Friday to reopen embassies "
    "within two months and to revive a pact of 2001.": ("reopen embassies within two months", "revive a pact of 2001"),
    "Peru and Ecuador signed a treaty in Brasilia on Monday to end the war.": (),
    # present-tense verbs that share a relative pronoun
    "The Philippine government and the Moro Islamic Liberation Front on Thursday signed a peace deal that grants "
    "Mindanao its own parliament, sets up a police force and ends four decades of war.": (
        "grants Mindanao its own parliament",
        "sets up a police force",
        "ends four decades of war",
    ),
    # what those who sign promise in the same breath
    "Chad and Libya signed a treaty on Tuesday and promised to open the crossing at Wour.": (
        "open the crossing at Wour",
    ),
    # a deal before a colon
    "The envoy came with an agreement in hand: Kenya and Somalia had consented to exchange ambassadors.": (
        "exchange ambassadors",
    ),
    # what the reporter adds about the whole is no part of the last point
    "Greece and Turkey agreed on Monday to reopen the hotline and to ground their jets for a week, the first success "
    "in two years.": ("reopen the hotline", "ground their jets for a week"),
    # a list says in full what the first sentence sums up
    "Sudan and South Sudan agreed on Monday to stop the shelling and to share their oil.\n\nMain points of the Juba "
    "Agreement:\n\n• a truce along the border\n• a common pipeline authority\n": (
        "a truce along the border",
        "a common pipeline authority",
    ),
    # a list in the line, behind a colon
    "Israel and Hamas agreed on three points: the release of all detainees, the reopening of the Rafah crossing and "
    "the entry of 600 trucks.": (
        "the release of all detainees",
        "the reopening of the Rafah crossing",
        "the entry of 600 trucks",
    ),
    "Chad and Libya reached a deal with three elements: a truce, a swap of prisoners and a joint patrol.": (
        "a truce",
        "a swap of prisoners",
        "a joint patrol",
    ),
    # where the points end
    "An agreement to form a border commission was reached by Chad and Libya on Monday.": ("form a border commission",),
    "Niger and Benin signed an agreement on Monday to reopen the bridge and share its tolls, said the port.": (
        "reopen the bridge",
        "share its tolls",
    ),
    "Mali and Niger signed an agreement to co-finance the dam.": ("co-finance the dam",),
    # how a new deal changes the old one
    "Chad and Libya signed a protocol in Sebha on Monday. The Sebha Protocol amends the Tripoli accord in two points. "
    "The withdrawal of the guards will be carried out by the end of July.": (
        "The withdrawal of the guards will be carried out by the end of July",
    ),
}


@pytest.mark.parametrize("text", POINTS)
def test_points(text: str) -> None:
    assert [point for agreement in told(text) for point in agreement.points] == list(POINTS[text])


MADE = {
    # mediators who announce a deal are no parties to it, and it is one deal
    "The Sudanese army and the Rapid Support Forces reached a truce in Jeddah on Saturday. U.S. envoy John Godfrey "
    "announced the deal.": [("truce", {"Sudan", "Rapid Support Forces"}, "2021-06-12")],
    # nor are those who endorse it, and their day is not its day
    "Libya and Chad signed an agreement in Sebha on June 1. The UN Security Council endorsed the Sebha agreement on "
    "Tuesday.": [("Sebha agreement", {"Libya", "Chad"}, "2021-06-01")],
    # "agreed to a truce" is told by its noun alone
    "Armenia and Azerbaijan agreed in Sochi on Monday to a truce, the end of the shelling and talks.": [
        ("truce", {"Armenia", "Azerbaijan"}, "2021-06-14")
    ],
    # the parser takes "agreed" for a clause of its own
    "The cessation of hostilities agreed in Munich on February 12 by Russia and the United States has collapsed.": [
        ("cessation of hostilities", {"Russia", "United States"}, "2021-02-12")
    ],
    # a day in the title is not its day
    "The Good Friday Agreement, signed on April 10, 1998, by London and Dublin, set up an assembly.": [
        ("Good Friday Agreement", {"United Kingdom", "Ireland"}, "1998-04-10")
    ],
    # the day told before, said again
    "Serbia and Kosovo signed a treaty on Monday. On the same day, Serbia and Croatia issued a declaration of their "
    "own.": [
        ("treaty", {"Serbia", "Kosovo"}, "2021-06-14"),
        ("declaration", {"Serbia", "Croatia"}, "2021-06-14"),
    ],
    # two deals, each by its place
    "Kenya and Uganda signed a plan in Kisumu on Monday to carry out the truce that they concluded in Rwanda in May. "
    "The Kisumu plan is silent on the lake. The Kigali agreement had named it.": None,
    # who shakes hands, or signs for whom
    "The two sides reached an agreement on Tuesday. Iranian minister Abbas Araghchi and Saudi envoy Musaed al-Aiban "
    "shook hands.": [("agreement", {"Iran", "Saudi Arabia"}, "2021-06-15")],
    "An accord on the border was signed in Geneva on Tuesday. Hassan Ali signed for Chad and Omar Saleh for Libya.": [
        ("accord on the border", {"Chad", "Libya"}, "2021-06-15")
    ],
    # the subject that leaves a deal "with" the other
    "North Korea suspended the 2018 military agreement with South Korea on Monday.": [
        ("2018 military agreement", {"North Korea", "South Korea"}, "2018")
    ],
    "Russia and Ukraine swapped 200 prisoners on Monday under a deal brokered by the United Arab Emirates.": [
        ("deal", {"Russia", "Ukraine"}, "")
    ],
    # a name that a tagger takes for a verb
    "The Dayton accords, as officials call them, give the Serbs half of the land.": [("Dayton accords", set(), "")],
    # none is made
    "Bolivia and Chile are near a deal on water. Chile proposed an accord under which Bolivia would get a port.": [],
    "Moldova and Transnistria failed to reach an agreement on gas. The EU wants a deal by Friday.": [],
    "Greece rejected a draft agreement with Albania on Friday. The deal would have allowed Albania to fish.": [],
    "The government's plan provides for the creation of 500 jobs.": [],
    "The 200-page National Water Plan sets out priorities, creates a fund and shows the risks.": [],
    "The doctor defended his treatment protocol.": [],
    "Ottawa and Copenhagen will sign an agreement on Hans Island on Tuesday.": [],
}


@pytest.mark.parametrize("text", [text for text, wanted in MADE.items() if wanted is not None])
def test_made(text: str) -> None:
    found = [(agreement.name, set(agreement.parties), agreement.day) for agreement in told(text)]
    assert found == MADE[text]


def test_two_deals_each_under_the_name_of_the_place_where_it_was_made() -> None:
    found = told(
        "KISUMU, Kenya — The commanders of Uganda and Kenya signed a plan on Monday to carry out the truce that Uganda "
        "and Kenya concluded in Rwanda on May 3. The Kisumu Declaration goes beyond the Kigali agreement."
    )
    assert {(agreement.name, agreement.day) for agreement in found} == {
        ("Kisumu Declaration", "2021-06-14"),
        ("Kigali agreement", "2021-05-03"),
    }
    assert all(agreement.parties == {"Uganda", "Kenya"} for agreement in found)


STATUS = {
    "Kinshasa said on Monday that Rwanda had violated the Luanda agreement. Kigali said it respected the accord.": {
        "broken Democratic Republic of the Congo",
        "kept Rwanda",
    },
    "Chad's government and the rebels have yet to implement the Doha Accord.": {"none -"},
    "Libya has yet to carry out the Sirte Agreement, Chad said.": {"none Chad"},
    "The Houthis suspended the Hodeidah Agreement on Monday.": {"suspended -"},
}


@pytest.mark.parametrize("text", STATUS)
def test_status(text: str) -> None:
    (agreement,) = told(text)
    assert set(agreement.status) == STATUS[text]
