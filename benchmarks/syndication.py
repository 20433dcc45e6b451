"""How well copies are found: near-copies planted among generated reports of one negotiation.

    python benchmarks/syndication.py [--reports 20000] [--copies 1000]

Reports are made of sentences over a small vocabulary of diplomacy, many stock phrases among them. A copy changes up to
an eighth of the words, drops or adds paragraphs, or stands inside a longer report. Prints recall (copies found with the
right original) and precision (reports called copies that are), and the time.
"""

import argparse
import random
import time
from collections.abc import Sequence

from verbale.resolve.copies import copies, shingles

_NAMES = [
    "Serbia",
    "Kosovo",
    "Norway",
    "Qatar",
    "Geneva",
    "Vienna",
    "Doha",
    "Muscat",
    "Lisbon",
    "Ankara",
    "Cairo",
    "Nairobi",
]
_STOCK = (
    "the two sides agreed to continue their talks at a later date",
    "no further details were made available by the delegations",
    "the foreign ministry did not respond to a request for comment",
    "officials spoke on condition of anonymity because they were not authorised to speak to the media",
)
_WORDS = [
    "talks",
    "envoy",
    "border",
    "ceasefire",
    "prisoners",
    "exchange",
    "proposal",
    "round",
    "minister",
    "deputy",
    "sanctions",
    "relief",
    "uranium",
    "inspectors",
    "corridor",
    "convoy",
    "grain",
    "port",
    "delegation",
    "mediator",
    "statement",
    "draft",
    "text",
    "clause",
    "annex",
    "pledge",
    "warning",
    "demand",
    "offer",
    "reply",
    "deadline",
    "summit",
    "adviser",
    "parliament",
    "opposition",
    "budget",
    "army",
    "police",
    "rebels",
    "commander",
    "village",
    "river",
    "bridge",
    "road",
    "camp",
    "refugees",
    "return",
    "land",
    "reform",
    "election",
    "observers",
    "mission",
    "council",
    "resolution",
    "vote",
    "veto",
    "treaty",
    "protocol",
    "commission",
]
_VERBS = [
    "said",
    "met",
    "rejected",
    "accepted",
    "demanded",
    "offered",
    "discussed",
    "postponed",
    "welcomed",
    "signed",
    "denied",
    "proposed",
    "urged",
]


def _sentence(rng: random.Random) -> str:
    if rng.random() < 0.15:
        return rng.choice(_STOCK).capitalize() + "."
    words = [rng.choice(_NAMES), rng.choice(_VERBS), "the"]
    words += [
        rng.choice(_WORDS) if rng.random() < 0.6 else rng.choice(("of", "on", "in", "and", "a", "to", "for"))
        for _ in range(rng.randint(8, 22))
    ]
    return " ".join(words).capitalize() + "."


def report(rng: random.Random) -> list[str]:
    """The paragraphs of one generated report."""
    return [" ".join(_sentence(rng) for _ in range(rng.randint(1, 3))) for _ in range(rng.randint(4, 14))]


def near_copy(rng: random.Random, original: Sequence[str]) -> list[str]:
    """`original` as another outlet would print it: edited, cut, added to, or inside a longer report."""
    paragraphs = list(original)
    kind = rng.random()
    if kind < 0.4:
        share = rng.uniform(0.0, 0.125)
        paragraphs = [
            " ".join(rng.choice(_WORDS) if rng.random() < share else word for word in p.split()) for p in paragraphs
        ]
    elif kind < 0.7:
        paragraphs = paragraphs[: max(3, round(len(paragraphs) * rng.uniform(0.5, 0.9)))]
    else:
        paragraphs = report(rng)[: len(paragraphs)] + paragraphs
    return paragraphs


def measure(path: str = "", reports: int = 20_000, planted: int = 1_000, seed: int = 7) -> dict[str, float]:
    """Recall, precision and seconds for `planted` copies among `reports`. `path` is not used: the set is generated."""
    rng = random.Random(seed)
    originals = [report(rng) for _ in range(reports - planted)]
    sources = rng.sample(range(len(originals)), planted)
    texts = ["\n\n".join(p) for p in originals] + ["\n\n".join(near_copy(rng, originals[i])) for i in sources]
    ids = [f"r{i:06}" for i in range(len(texts))]
    started = time.perf_counter()
    found = copies(ids, [shingles(text) for text in texts])
    seconds = time.perf_counter() - started
    gold = {ids[len(originals) + n]: ids[i] for n, i in enumerate(sources)}
    # Two copies of one original point at it both.
    right = sum(found.get(copy) == original for copy, original in gold.items())
    return {
        "recall": right / len(gold),
        "precision": right / max(1, len(found)),
        "reports a second": len(texts) / seconds,
        "seconds": seconds,
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--copies", type=int, default=1_000)
    arguments = parser.parse_args()
    for name, value in measure("", arguments.reports, arguments.copies).items():
        print(f"{name:<18} {value:.3f}")


if __name__ == "__main__":
    main()
