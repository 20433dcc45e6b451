"""Which part of a name is the family name."""

import pytest

from verbale.world import family_name, given_names, is_family_first


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Kim Yeon-chul", "Kim"),
        ("Kim Jong Un", "Kim"),
        ("Do Je-hae", "Do"),
        ("Sung Kim", "Kim"),
        ("Kim Campbell", "Campbell"),
        ("Xi Jinping", "Xi"),
        ("Tsai Ing-wen", "Tsai"),
        ("Liu He", "Liu"),
        ("Nguyen Phu Trong", "Nguyen"),
        ("Ho Chi Minh", "Ho"),
        ("Hun Sen", "Hun"),
        ("Orban Viktor", "Orban"),
        ("Viktor Orban", "Orban"),
        ("Fumio Kishida", "Kishida"),
        ("Mohammad Javad Zarif", "Zarif"),
        ("Mohammed bin Salman", "bin Salman"),
        ("Abdel Fattah al-Sisi", "al-Sisi"),
        ("Ursula von der Leyen", "von der Leyen"),
        ("Jean-Yves Le Drian", "Le Drian"),
        ("Humberto de la Calle", "de la Calle"),
        ("Juan Manuel Santos", "Santos"),
        ("Robert F. Kennedy Jr.", "Kennedy"),
        ("Zarif", "Zarif"),
        ("", ""),
    ],
)
def test_family_name(name: str, family: str) -> None:
    assert family_name(name) == family


def test_given_names_are_the_rest() -> None:
    assert given_names("Kim Yeon-chul") == "Yeon-chul"
    assert given_names("Humberto de la Calle") == "Humberto"
    assert given_names("Zarif") == ""


def test_order_is_judged_by_the_whole_name() -> None:
    assert is_family_first("Moon Jae-in")
    assert not is_family_first("Moon")
    assert not is_family_first("Lee Smith")
