"""People met by their office first; officials placed by what their state does; teams of a government and of rebels."""

import pytest
from test_actors_roles import meant, party


@pytest.mark.parametrize(
    ("text", "person", "of"),
    [
        (
            "Iran's foreign minister said on Monday that talks would go on.\n\n“We are ready,” Manouchehr Amini told "
            "reporters in Tehran.",
            "Manouchehr Amini",
            "Iran",
        ),
        (
            "Israel put off opening the road because rockets fell, its army chief said on Tuesday.\n\n“We will not let "
            "them pass,” General Dan Harel was quoted as saying.",
            "Dan Harel",
            "Israel",
        ),
        (
            "Chief negotiator of Japan to the six-party talks urged patience on Monday.\n\nThe path is open, Kenichi "
            "Sasae told reporters.",
            "Kenichi Sasae",
            "Japan",
        ),
        (
            "Colombia's president welcomed the deal. ELN commander Pablo Beltran did too.",
            "Pablo Beltran",
            "National Liberation Army",
        ),
        (
            "Australian Prime Minister Ann Clark visited Japan. Japan will look at the proposal, Finance Minister Koji "
            "Ono told her.",
            "Koji Ono",
            "Japan",
        ),
        (
            "Denmark presented the draft on Monday. China warned that any state supporting it would be harmed.\n\n“It "
            "will not help anyone,” foreign ministry spokesman Shen Gang said.",
            "Shen Gang",
            "China",
        ),
        ("The United States welcomed Taiwan's offer. Premier Lien Fang was glad.", "Lien Fang", "Taiwan"),
        (
            "The chief negotiator for the government, Joel Navarro, met the Moro Islamic Liberation Front in Manila, "
            "and the Philippines agreed.",
            "Joel Navarro",
            "Philippines",
        ),
        (
            "The leader of the Liberation Tigers of Tamil Eelam (LTTE), Velu Prabhakar in his speech said no.",
            "Velu Prabhakar",
            "Liberation Tigers of Tamil Eelam",
        ),
        (
            "Nepal's government met the Maoists on Monday. Maoist negotiator Dinesh Pokharel spoke first.",
            "Dinesh Pokharel",
            "Communist Party of Nepal (Maoist)",
        ),
        (
            "The president named former Finnish president Martti Aho as UN envoy for Kosovo.",
            "Martti Aho",
            "United Nations",
        ),
    ],
)
def test_party_of_who_is_named_late(text: str, person: str, of: str) -> None:
    assert party(text, person) == of


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Peru's president on Wednesday visited the wounded.\n\nFujimori was showered with praise.",
            "Peru's president",
            {"Fujimori"},
        ),
        (
            "The rebel delegation met the government delegation in Abuja. Sudan's vice-president led the talks. The "
            "Justice and Equality Movement sent three men. The rebel side asked for a day.",
            "The rebel side",
            {"Justice and Equality Movement"},
        ),
        (
            "Rebels of the Justice and Equality Movement met the government delegation in Abuja. Sudan sent a man.",
            "the government delegation",
            {"Sudan"},
        ),
        (
            "Mahmoud Abbas of the Palestinians and Israel's Silvan Shalom met in Tunis. Hamas was angry. The meeting "
            "between Abbas and Shalom was the first contact between the two sides since June.",
            "the two sides",
            {"Palestine", "Israel"},
        ),
        ("Denmark spoke on Monday. The 53 member countries will vote.", "countries", set()),
        ("Denmark welcomed Beijing's announcement that it would sign the convention.", "it would", {"China"}),
    ],
)
def test_who_is_met_first_by_office(text: str, words: str, who: set[str]) -> None:
    assert meant(text, words)[0] == who


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Moses Ouma, who sat across from her, was content. “We asked for half,” said the Kisumu MP.",
            "the Kisumu MP",
            {"Moses Ouma"},
        ),
        (
            "Juan Pablo Rey spoke to the nation on Sunday.\n\n“The wall is still standing,” the 83-year-old general "
            "told the crowd.",
            "the 83-year-old general",
            {"Juan Pablo Rey"},
        ),
        (
            "Moses Ouma met Peter Kamau on Sunday. “We asked for half,” said the Kisumu MP.",
            "the Kisumu MP",
            {"Moses Ouma"},
        ),
        (
            "Moses Ouma and Peter Kamau met on Sunday. “We asked for half,” said the Kisumu MP.",
            "the Kisumu MP",
            {"the Kisumu MP"},
        ),
        (
            "Moses Ouma was content. “We asked for half,” said the official.",
            "the official",
            {"the official"},
        ),
    ],
)
def test_who_is_quoted_under_a_new_description_was_told_of_before(text: str, words: str, who: set[str]) -> None:
    assert meant(text, words)[0] == who
