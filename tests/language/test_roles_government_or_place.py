"""A capital or country name is a government or a place by its role in the sentence."""

import sys
from pathlib import Path

import pytest
import yaml

from verbale.language import analyse
from verbale.language.roles import role_of
from verbale.model import Report
from verbale.world import load_world

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
from places import measure

CASES = Path(__file__).parents[1] / "cases"

SENTENCES = """
[Khartoum|government] rejected the draft that [Addis Ababa|government] had sent.
The ministers gathered in [Vienna|place] for a third day.
Relations between [Ankara|government] and [Athens|government] have soured.
The road between [Baku|place] and [Yerevan|place] is closed.
She flew from [Geneva|place] to [Doha|place] overnight.
The offer from [Caracas|government] surprised [Bogotá|government].
[Nicosia|government]'s demands were turned down.
[Nicosia|place]'s airport has been shut since 1974.
The [Stockholm|place] talks broke down after a day.
Officials in [Juba|place] would not comment.
Pressure on [Tripoli|government] is growing.
The march on [Tripoli|place] has stalled.
[Kabul|place] was shelled for a third night.
[Kabul|government] was told of the plan by telephone.
The envoy will visit [Sanaa|place] next week.
Unlike [Paris|government], [Berlin|government] kept silent.
Troops advanced towards [Mekelle|place].
A message for [Moscow|government] was handed over.
He left for [Moscow|place] at dawn.
Demonstrators filled the streets of [Pristina|place].
The ambassador conveyed the answer to [Tehran|government].
The parties returned to [Havana|place].
Trust in [Washington|government] has gone.
[MUSCAT|place] (Gulf Desk) - The talks will go on.
The city of [Basel|place] hosted the delegates.
[Manila|government] and [Beijing|government] agreed to talk.
[Moscow|government]-led peacekeepers withdrew.
[Kigali|government]-backed rebels took the town.
A [Tehran|place]-based analyst doubted it.
The Norwegian minister took the letter to [Caracas|place] herself.
Martti Ahtisaari took the plan to [Pristina|place] and [Belgrade|place].
[Tehran|government] returned the draft to [Washington|government].
Ayman Odeh carried a message from [Amman|government] to the other side.
Snow closed the highway to [Kabul|place].
She caught the bus to [Skopje|place].
The checkpoint between [Nicosia|place] and Kyrenia stays shut.
Visitors from [Manila|place] were turned back at the gate.
Guests from [Lima|place] filled the front rows.
The militia controls [Tripoli|place].
The Taliban ruled [Kabul|place] with decrees.
[Juba|government] sent someone to [Nairobi|place].
The rebels are within reach of [Goma|place].
The general had to win over [Cairo|government] first.
Officials south of [Juba|place] reported shots.
The rebels came down to [Dushanbe|place].
In the view of [Yerevan|government], the map is wrong.
[Stockholm|place] was to be the venue.
[Tripoli|place] has been without water for a week.
The envoy has been to [Luanda|place] twice.
His next stop is [Luanda|place].
[Riga|government], unlike [Vilnius|government], kept its embassy open.
Belgrade pulled its judges out of [Pristina|place].
Nobody got an answer out of [Tehran|government].
[Damascus|place] fell in December.
[Damascus|government] fell silent.
The people of [Kabul|place] have had enough.
""".strip().splitlines()


@pytest.mark.parametrize("marked", SENTENCES)
def test_role_of_names(marked: str) -> None:
    text, wanted = "", []
    for piece in marked.split("["):
        if "]" in piece:
            name, rest = piece.split("]", 1)
            words, role = name.split("|")
            wanted.append((len(text), len(text) + len(words), role))
            text += words + rest
        else:
            text += piece
    doc = analyse(Report(id="r", path="r", text=text), load_world())
    told = []
    for start, end, _ in wanted:
        span = doc.char_span(start, end, alignment_mode="expand")
        assert span is not None
        told.append(role_of(span))
    assert told == [role for _, _, role in wanted]


@pytest.mark.parametrize("name", ["places.yaml", "places-fresh.yaml"])
@pytest.mark.parametrize("split", ["tune", "report"])
def test_roles_and_people_on_the_frozen_sentences(name: str, split: str) -> None:
    figures = measure([CASES / name], split)
    rows = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))["sentences"]
    assert figures["names"] == sum(len(row["places"]) for row in rows if row["split"] == split)
    assert figures["role"] >= 0.95
    assert figures["meaning"] >= 0.95
    assert figures["people"] >= 0.97
