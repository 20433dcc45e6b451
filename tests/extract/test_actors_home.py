"""Parties told by where a report is at home, by whom one leads or speaks for, and by offices taken; who is nobody's."""

import pytest
from test_actors_roles import meant, party, read

JAPAN = (
    "The Japanese cabinet on Thursday approved a bill on American bases in Okinawa. Prime Minister Ryo Tanabe hoped to "
    "pass it before he leaves for the United States. Parliament will vote on Friday. Foreign Ministry officials said "
    "that Japan would not wait."
)


@pytest.mark.parametrize(
    ("text", "who", "of"),
    [
        (JAPAN, "Ryo Tanabe", "Japan"),
        (JAPAN, "Foreign Ministry officials", "Japan"),
        (
            "Iran on Saturday vowed to go on with its work. Foreign ministry spokesman Reza Amini said that Iran would "
            "not wait for the United States.",
            "Reza Amini",
            "Iran",
        ),
        (
            "NAIROBI - Foreign Minister Alfred Mwangi said on Monday that Kenya would send troops to Haiti. Kenya's "
            "parliament must agree. Lawmaker Jane Otieno said it would.",
            "Jane Otieno",
            "Kenya",
        ),
        # The other state has no such office.
        (
            "The United States offered Slovenia a loan on Monday. Prime Minister Janez Kos thanked Washington.",
            "Janez Kos",
            "Slovenia",
        ),
        ("Serbia and Kosovo met in Brussels. Defence Minister Ramo Krasniqi was elsewhere.", "Ramo Krasniqi", None),
        # A host in his capital.
        (
            "Prime Minister Fumio Tanabe received President Yoon Min-jae of South Korea in Tokyo on Thursday.",
            "Fumio Tanabe",
            "Japan",
        ),
        # Who is led by somebody is of the same party.
        (
            "A Chadian delegation led by Foreign Minister Moussa Deby arrived in Tripoli on Monday.",
            "Moussa Deby",
            "Chad",
        ),
        (
            "Talks opened between Burundi's government delegation, headed by Interior Minister Jean Ndayizeye and "
            "special envoy Luc Rukingama, and the rebels.",
            "Luc Rukingama",
            "Burundi",
        ),
        (
            "A delegation of the Polisario Front, which is headed by Khatri Addouh, sat opposite Morocco's.",
            "Khatri Addouh",
            "Polisario Front",
        ),
        ("The protest in Nepal was led by Maria Gomez.", "Maria Gomez", None),
        # Who speaks for somebody.
        (
            "A spokesman for Prime Minister Sali Berisha said on Friday that Albania would wait.",
            "A spokesman for Prime Minister Sali Berisha",
            "Albania",
        ),
        ("Officials in Kabul said that the talks would go on.", "Officials in Kabul", "Afghanistan"),
        ("A State Department spokesman on Monday said no.", "A State Department spokesman", "United States"),
        ("An Arab diplomat said that the powers would wait.", "An Arab diplomat", None),
        ("UN Ambassador John Halloran said that Chad's draft would fail.", "John Halloran", None),
        # An office that somebody takes.
        ("Margus Laidre was named Estonia's ambassador to Finland on Monday.", "Margus Laidre", "Estonia"),
        # A movement that the report never names.
        (
            "Zairean rebels have captured a town. Rebel leader Laurent Mbemba flew to Pretoria.",
            "Laurent Mbemba",
            "Zairean rebels",
        ),
    ],
)
def test_whose_they_are(text: str, who: str, of: str | None) -> None:
    assert party(text, who) == of


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        # An office that someone takes is no other person.
        (
            "Gunnar Hamre, who has served as Norway's foreign minister, spoke first.",
            "foreign minister",
            {"Gunnar Hamre"},
        ),
        (
            "Park Jin-woo, who is expected to become the next South Korean foreign minister, spoke to Japan.",
            "foreign minister",
            {"Park Jin-woo"},
        ),
        # "The country" is the one told of last, not the one told of most.
        (
            "China is building a parliament for Malawi. Malawian officials say that the old one is too small for the "
            "country's legislators. Beijing pays for it, the Chinese embassy said.",
            "the country",
            {"Malawi"},
        ),
        (
            "Russia sent grain to Eritrea in March. In Ethiopia, the harvest failed twice. The country needs more, "
            "Russia said.",
            "The country",
            {"Ethiopia"},
        ),
        (
            "Britain's Tony Blair met Chancellor Angela Merkel of Germany, whose nation pays most.",
            "whose nation",
            {"Germany"},
        ),
        # "His" before the subject.
        (
            "Upon his arrival in Rabat, Sudanese President Omar Osman was welcomed by Prime Minister Ali Jebrane.",
            "his",
            {"Omar Osman"},
        ),
        (
            "Chilean President Marta Ruiz invited her Peruvian counterpart Luis Vargas to Santiago, and the president "
            "has accepted.",
            "the president",
            {"Luis Vargas"},
        ),
        (
            "Prime Minister Fumio Tanabe received President Yoon Min-jae of South Korea in Tokyo. The prime minister "
            "asked his guest to lift the ban.",
            "his guest",
            {"Yoon Min-jae"},
        ),
        (
            "Opposition leader Ichiro Kano is ready to work with Finance Minister Taro Ito. The two failed to agree.",
            "The two",
            {"Ichiro Kano", "Taro Ito"},
        ),
        ("Iran's alliance with Syria is old. NATO met in Brussels on Monday.", "alliance", set()),
        ("Iran signed. Darfur's government asked Uganda for help.", "government", set()),
    ],
)
def test_who_is_meant_at_home(text: str, words: str, who: set[str]) -> None:
    assert meant(text, words)[0] == who


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("The Government of Uruguay refused on Thursday.", "Uruguay", {"Uruguay"}),
        ("The Government of the Republic of Mali agreed.", "Republic of Mali", {"Mali"}),
        ("Salva Kiir Mayardit flew to Paris. Kiir had met the envoy.", "Kiir had", {"Salva Kiir Mayardit"}),
        ("Men of the Lord Resistance Army (LRA) crossed over.", "Lord Resistance Army", {"Lord's Resistance Army"}),
        (
            "Japan's Social Democratic Party (SDP) left. The SDP had no choice.",
            "The SDP had",
            {"Social Democratic Party"},
        ),
        ("Zaire asked the Zairean rebels to wait.", "Zaire", {"Democratic Republic of the Congo"}),
        ("Iran waits. The Islamic Republic would not move.", "Islamic Republic", {"Iran"}),
        ("Anti-American marches went on in Yemen.", "Anti-American", set()),
    ],
)
def test_names_of_parties(text: str, words: str, who: set[str]) -> None:
    assert meant(text, words)[0] == who


def test_a_company_is_not_its_state() -> None:
    _, index = read("Russia's Lukoil denied the report, and Egypt's Al-Azhar University called on Israel to stop.")
    assert {a.party for a in index.actors if a.kind == "organisation"} == {None}


@pytest.mark.parametrize(
    ("text", "belongs"),
    [
        ("Prime Minister Raila Odinga turned the offer down.", "Kenya"),
        ("Opposition leader Raila Odinga turned the offer down.", None),
        ("“Nobody asked us,” party leader Raila Odinga complained.", None),
    ],
)
def test_who_leads_a_state_at_one_time_opposes_it_at_another(text: str, belongs: str | None) -> None:
    assert party(text, "Raila Odinga") == belongs
