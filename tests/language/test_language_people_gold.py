"""People in sentences of our own, each read by itself, so that no context helps."""

from collections.abc import Callable
from pathlib import Path

from spacy.tokens import Doc

GOLD = Path(__file__).parent / "data" / "people.tsv"


def test_people_are_found_whole(read: Callable[[str], Doc]) -> None:
    gold = right = extra = 0
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        sentence, people = line.split("\t")
        left = [ent.text for ent in read(sentence).ents if ent.label_ == "PERSON"]
        for person in people.split("|"):
            gold += 1
            if person in left:
                left.remove(person)
                right += 1
        extra += len(left)
    assert gold > 150
    assert right / gold >= 0.97, (right, gold)
    assert extra / gold <= 0.03, (extra, gold)
