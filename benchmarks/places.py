"""Government or place: how often the role of a capital's or country's name is told right, and people found whole.

python benchmarks/places.py tests/cases/places.yaml tests/cases/places-fresh.yaml [--split tune] [--wrong]
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from spacy.tokens import Doc

from verbale.extract.actors import ActorIndex, actor, find
from verbale.language import analyse
from verbale.language.roles import role_of
from verbale.model import Report
from verbale.world import load_world


def _meant(doc: Doc, index: ActorIndex, start: int, end: int) -> set[str]:
    """Names of whom the index says the characters `start:end` mean, places left out."""
    names: set[str] = set()
    for token in doc:
        if start <= token.idx < end:
            mention = index.by_token.get(token.i)
            for key in mention.actors if mention else ():
                found = actor(index, key)
                if found is not None and found.kind != "place":
                    names.add(found.party or found.name if found.kind == "government_body" else found.name)
    return names


def measure(paths: Path | Sequence[Path], split: str = "report", wrong: list[str] | None = None) -> dict[str, float]:
    """`role`: the share of names told right by grammar alone; `meaning`: by the whole index, with whose government;
    `people`: the share of personal names found whole, as people, and without a word too many."""
    world = load_world()
    asked = roles = meanings = people = whole = 0
    rows: list[dict[str, Any]] = []
    for path in [paths] if isinstance(paths, Path) else paths:
        rows += yaml.safe_load(path.read_text(encoding="utf-8"))["sentences"]
    for row in rows:
        if row["split"] != split:
            continue
        report = Report(id=row["id"], path=row["id"], text=row["text"])
        doc = analyse(report, world)
        index = find(doc, report, world)
        for place in row["places"]:
            start, end = place["start"], place["start"] + len(place["text"])
            span = doc.char_span(start, end, alignment_mode="expand")
            if span is None:
                continue
            role = role_of(span, country=any(ent.kb_id_.startswith("state/") for ent in span.ents))
            names = _meant(doc, index, start, end)
            fits = names == ({place["means"]} if place["is"] == "government" else set())
            asked += 1
            roles += role == place["is"]
            meanings += fits
            if wrong is not None and (role != place["is"] or not fits):
                wrong.append(f"{row['id']} {place['text']}: {role}, {sorted(names)}, not {place['is']}: {row['text']}")
        found = {(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == "PERSON"}
        for person in row["people"]:
            start, end = person["start"], person["start"] + len(person["text"])
            people += 1
            whole += (start, end) in found
            if wrong is not None and (start, end) not in found:
                ents = [
                    f"{ent.text} ({ent.label_})" for ent in doc.ents if ent.start_char < end and ent.end_char > start
                ]
                wrong.append(f"{row['id']} {person['text']}: {ents}: {row['text']}")
    return {
        "role": roles / max(1, asked),
        "meaning": meanings / max(1, asked),
        "people": whole / max(1, people),
        "names": asked,
        "persons": people,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", type=Path, nargs="+")
    parser.add_argument("--split", default="report", help="which half: report (default) or tune")
    parser.add_argument("--wrong", action="store_true", help="print what was told wrongly (tune half only)")
    options = parser.parse_args()
    wrong: list[str] = []
    for name, value in measure(options.paths, options.split, wrong).items():
        print(f"{name:10} {value:.3f}")
    if options.wrong and options.split == "tune":
        print("\n".join(wrong))


if __name__ == "__main__":
    main()
