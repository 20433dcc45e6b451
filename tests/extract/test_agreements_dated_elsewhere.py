"""Agreements whose day, makers or whole name stand in another clause than the one that names them."""

from datetime import date

import pytest

from read_text import read_text

IT = (
    "The Angolan government and UNITA rebels have put an end to sixteen years of war with an agreement.\n\nPresident "
    "Jose Eduardo dos Santos and Jonas Savimbi signed it in Lisbon on Friday evening. Under the agreement elections "
    "will be held in 1992.\n"
)
CEREMONY = (
    "Liberia's government and two rebel movements have signed a peace deal that ends fourteen years of war.\n\nThe "
    "ceremony took place in Accra on Monday in front of West African leaders.\n"
)
SAID = (
    "India and China agreed on five points to calm their border, their foreign ministers said in Moscow on Thursday.\n"
)
BEFORE = (
    "Chad and Libya agreed in Tunis yesterday to mark out their border within a year.\n\nUnder the accord, the "
    "outlines of which were released last evening, both armies leave the oasis of Murzi.\n"
)
OVERNIGHT = (
    "BRUSSELS - After two days of talks, Germany and Greece have a deal on asylum seekers. The deal was reached "
    "overnight at a summit.\n"
)
UNION = (
    "DETROIT - The United Auto Workers and General Motors reached a tentative agreement on Monday, ending a strike.\n"
)
PRINCIPLE = "Chad and the World Bank reached an agreement in principle on Tuesday over the country's debt.\n"
CESSATION = "On Monday Indonesia and the Free Aceh Movement signed a cessation of hostilities agreement in Geneva.\n"
SWAP = "Yemen's government and the Houthis agreed on Friday on an exchange of more than a thousand prisoners.\n"
LIVE = (
    "09.10 Reporters are told that the accord will be signed today.\n\n10.45 Shots are heard near Benghazi.\n\n12.30 "
    "Envoys land at Mitiga.\n\n15.05 The two governments of Libya have signed the Tripoli Accord.\n\n17.20 People "
    "cheer in the streets.\n"
)


@pytest.mark.parametrize(
    ("text", "published", "name", "day"),
    [
        (IT, date(1991, 6, 3), "agreement", "1991-05-31"),
        (CEREMONY, date(2003, 8, 20), "peace deal", "2003-08-18"),
        (SAID, date(2020, 9, 11), "five points", "2020-09-10"),
        (BEFORE, date(2011, 3, 4), "accord", "2011-03-03"),
        (OVERNIGHT, date(2018, 6, 29), "deal", "2018-06-28~/2018-06-29~"),
        (UNION, date(2023, 10, 31), "tentative agreement", "2023-10-30"),
        (PRINCIPLE, date(2022, 12, 21), "agreement in principle", "2022-12-20"),
        (CESSATION, date(2002, 12, 11), "cessation of hostilities agreement", "2002-12-09"),
        (SWAP, date(2020, 9, 26), "exchange", "2020-09-25"),
        (LIVE, date(2021, 3, 8), "Tripoli Accord", "2021-03-08"),
    ],
)
def test_a_deal_has_the_day_that_another_clause_tells(text: str, published: date, name: str, day: str) -> None:
    _, findings, _ = read_text(text, published)
    found = {other: one for one in findings.agreements for other in (one.name, *one.aliases)}
    assert name in found, list(found)
    told = found[name].date
    assert told is not None and told.edtf == day


def test_a_deal_told_by_its_account_takes_the_sides_of_the_clause_before() -> None:
    _, findings, names = read_text(BEFORE, date(2011, 3, 4))
    assert [{names[key] for key in one.parties} for one in findings.agreements] == [{"Chad", "Libya"}]


@pytest.mark.parametrize(
    "text",
    [
        "ETA has broken its word before. Its leader announced the truce on Wednesday, and the truce ended in June.\n",
        "The rebels kept the ceasefire that their commander had declared on Monday.\n",
        "Honduras and Cuba are talking again. The airline has signed an agreement with a travel agency.\n",
    ],
)
def test_what_one_side_announces_is_no_deal(text: str) -> None:
    _, findings, _ = read_text(text, date(2006, 3, 23))
    assert not [one for one in findings.agreements if len(one.parties) > 1 or one.date]
