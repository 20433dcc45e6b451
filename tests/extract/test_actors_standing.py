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
    ],
)
def test_who_knows_a_body_does_not_stand_for_it(text: str, person: str) -> None:
    assert party(text, person) is None


def test_a_president_who_mediates_for_others_stays_his_states() -> None:
    text = "Kojo Addo, the president of Ghana, who mediates on behalf of the African Union, urged calm."
    assert party(text, "Kojo Addo") == "Ghana"
