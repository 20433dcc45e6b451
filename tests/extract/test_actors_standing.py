"""For whom somebody stands: unions, companies, parties and associations, and whoever stands for nobody."""

import pytest
from test_actors_own_parties import party

_SUGAR = "Sugar Growers Association"


@pytest.mark.parametrize(
    ("text", "person", "of"),
    [
        ("Ines Costa, president of the Sugar Growers Association, rejected the offer.", "Ines Costa", _SUGAR),
        ("Ines Costa, who leads the Sugar Growers Association, rejected the offer.", "Ines Costa", _SUGAR),
        ("The Sugar Growers Association's secretary, Ines Costa, rejected the offer.", "Ines Costa", _SUGAR),
        ("Sugar Growers Association spokeswoman Ines Costa rejected the offer.", "Ines Costa", _SUGAR),
        ("Paul Roy, who negotiates for the Dockers Union, rejected the offer.", "Paul Roy", "Dockers Union"),
        ("Siemens chief executive Paul Roy said the offer was final.", "Paul Roy", "Siemens"),
        ("The Stage Writers Guild met. The guild's Ellen Hart said no.", "Ellen Hart", "Stage Writers Guild"),
        ("Leila Saab, from Hezbollah, refused.", "Leila Saab", "Hezbollah"),
        ("Leila Saab, speaking for the Houthis, refused.", "Leila Saab", "Houthis"),
        ("Heading the Danish delegation, Mette Holm flew to Oslo.", "Mette Holm", "Denmark"),
        (
            "Former Ghanaian president Kojo Addo, mediating on behalf of the African Union, urged calm.",
            "Kojo Addo",
            "African Union",
        ),
        ("Zoran Petkov, who leads Napred, called for a vote.", "Zoran Petkov", "Napred"),
        ("Lonmar's chief executive, Ruth Amadi, said the offer was final.", "Ruth Amadi", "Lonmar"),
        ("Hamas refused. Nadim Aswad, a senior official in the movement, said so.", "Nadim Aswad", "Hamas"),
        ("The Free Nile Front attacked. A spokesman for the rebels, Ali Deng, said so.", "Ali Deng", "Free Nile Front"),
        ("The Free Nile Front attacked. The group's number two, Ali Deng, said so.", "Ali Deng", "Free Nile Front"),
        ("The Steelworkers Federation met. Federation chair Eva Dahl said no.", "Eva Dahl", "Steelworkers Federation"),
        (
            "The Orange Alliance met. “No,” said the party's secretary general, Ann Otieno.",
            "Ann Otieno",
            "Orange Alliance",
        ),
        ("Swiss diplomat Heidi Graf, the OSCE's envoy for Ukraine, asked for calm.", "Heidi Graf", "OSCE"),
        ("Kofi Mensah, an adviser to the president of Togo, accused Benin.", "Kofi Mensah", "Togo"),
        ("Chad and the rebels met. For the government of Chad, Idriss Mahamat said no.", "Idriss Mahamat", "Chad"),
        ("In Moscow, the spokeswoman of the Foreign Ministry, Vera Popova, said no.", "Vera Popova", "Russia"),
        (
            "In Washington, National Security Council spokesman John Kirby said no. Iran waited.",
            "John Kirby",
            "United States",
        ),
        ("Fatah official Jamal Muhsin accused Hamas of stalling.", "Jamal Muhsin", "Fatah"),
        ("The BJP's Sunil Rao said India had given nothing away.", "Sunil Rao", "Bharatiya Janata Party"),
    ],
)
def test_who_leads_or_speaks_for_a_body_stands_for_it(text: str, person: str, of: str) -> None:
    assert party(text, person) == of


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Helen Brock, an analyst at the International Crisis Group, said Ethiopia had gained time.", "Helen Brock"),
        ("International Crisis Group analyst Helen Brock said Ethiopia had gained time.", "Helen Brock"),
        ("Lars Hedman, president of the Uppsala Peace Institute, said so.", "Lars Hedman"),
        ("Goldman Sachs economist Mary Wu said the deal was thin.", "Mary Wu"),
        ("Mary Wu of Goldman Sachs said the deal was thin.", "Mary Wu"),
        ("Former Slovak foreign minister Pavel Drobny said it was a mistake.", "Pavel Drobny"),
        ("Rafael Quiroz, a former president of Mexico, criticised the deal.", "Rafael Quiroz"),
        ("The European Union met. Party leader Hristo Markov said no.", "Hristo Markov"),
    ],
)
def test_who_knows_a_body_does_not_stand_for_it(text: str, person: str) -> None:
    assert party(text, person) is None


def test_a_president_who_mediates_for_others_stays_his_states() -> None:
    text = "Kojo Addo, the president of Ghana, who mediates on behalf of the African Union, urged calm."
    assert party(text, "Kojo Addo") == "Ghana"


@pytest.mark.parametrize(
    ("text", "body", "of"),
    [
        (
            "In Jakarta, police broke up a rally. Myanmar and Thailand waited. Myanmar said no.",
            "Indonesian police",
            "Indonesia",
        ),
        ("The Supreme Court of Mexico suspended the decree.", "Supreme Court of Mexico", "Mexico"),
        (
            "Uganda's president met the opposition. Uganda votes in May. Police arrested forty people in Kampala.",
            "Ugandan Police",
            "Uganda",
        ),
    ],
)
def test_whose_police_and_courts(text: str, body: str, of: str) -> None:
    assert party(text, body) == of


def test_an_official_is_of_the_ministry_placed_by_the_officials_told_of_before() -> None:
    text = (
        "Prime Minister Kenji Sato of Japan went to Vladivostok. Russian officials received him.\n\nFinance Minister "
        "Taro Ono of Japan ruled it out. An official of the Foreign Ministry, who asked not to be named, said so."
    )
    assert party(text, "An official of the Foreign Ministry") == "Japan"


def test_a_spokesman_for_the_committee_speaks_for_the_one_named() -> None:
    text = "The International Committee of the Red Cross asked for access. A spokesman for the committee said no."
    assert party(text, "A spokesman for the committee") == "International Committee of the Red Cross"
