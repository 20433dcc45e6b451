"""Lines that close a page go where they stand last; what a report says in like words stays."""

import pytest

from verbale.ingest.bare.read import read_bare

HEAD = "THE FJORD QUARTERLY\nCod pact renewed for three years\nBy Ada Quist\nMay 4, 2023\n"
BODY = [
    "Norway and the Faroe Islands renewed their pact on cod on Thursday, for three years and with smaller quotas.",
    "The Faroese delegation had asked for a single year. It accepted three after a night of telephone calls.",
    "Both governments said that scientists of the two sides would meet in the autumn to count the fish again.",
]


@pytest.mark.parametrize(
    "line",
    [
        "The Fjord Quarterly is printed on paper from Bergen.",
        "The Quarterly lives on its subscribers, and on one grant.",
        "The Westland Gazette is published on weekdays.",
        "(c) Fjord Press A/S 2023. Any use of this text is to be paid for.",
        "Next issue: who owns the lighthouses?",
        "Also today: Ferry runs aground, nobody hurt",
        "You receive this newsletter because a friend of yours thought that you should.",
        "Reproduction without a licence is not allowed.",
        "Ada Quist's last piece was on the herring fleet.",
    ],
)
def test_what_closes_the_page_is_no_part_of_the_report(line: str) -> None:
    found = read_bare(HEAD + "\n".join([*BODY, line]) + "\n")
    assert [block.piece.text for block in found.blocks] == BODY
    assert line in [dropped.text for dropped in found.dropped]


@pytest.mark.parametrize(
    "line",
    [
        "The Faroe Islands are not bound by what the Union decides, their minister said.",
        "Next week the two fisheries ministers are to sign the pact in Torshavn.",
        "You receive what you catch, the old fishermen of Klaksvik say.",
        "Inside the hall nobody clapped: the quotas had been cut by a third.",
        "Copyright was no matter of the talks, the lawyers told reporters in Bergen.",
        "The quarterly count of the fish will be published by both sides.",
    ],
)
def test_what_a_report_says_in_like_words_stays(line: str) -> None:
    found = read_bare(HEAD + "\n".join([*BODY, line]) + "\n")
    assert [block.piece.text for block in found.blocks] == [*BODY, line]
