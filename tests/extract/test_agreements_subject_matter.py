"""What a deal is about, in its name: "agreement to end hostilities", and long titles in capitals."""

from datetime import date

import pytest

from read_text import read_text

DAY = date(2021, 6, 16)

NAMES = {
    "Togo and Benin yesterday signed an agreement to cease hostilities along their border.": (
        "agreement to cease hostilities along their border"
    ),
    "Togo and Benin signed an agreement on Monday to end hostilities.": "agreement to end hostilities",
    "Togo and Benin signed a declaration ending their border war on Monday.": "declaration ending their border war",
    # what a deal holds is told as its points, not in its name
    "Togo and Benin have struck a deal to reopen their border, officials said.": "deal",
    "Togo and Benin signed the Peace and National Unity Accord on Monday in Lomé.": "Peace and National Unity Accord",
    "Togo and Benin signed a Cessation of Hostilities Agreement on Monday in Lomé.": (
        "Cessation of Hostilities Agreement"
    ),
    "Togo and Benin signed the Lomé Protocol and Border Agreement on Monday.": "Lomé Protocol",
}


@pytest.mark.parametrize(("text", "name"), NAMES.items())
def test_names(text: str, name: str) -> None:
    _, found, _ = read_text(text, DAY)
    assert name in [one.name for one in found.agreements]
