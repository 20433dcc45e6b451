"""Which reports are copies: the same text under several mastheads, whole or in part, and the wire that it came from.

Texts are compared by their word shingles (Broder 1997, "On the resemblance and containment of documents"), hashed to
32 bits. A report is a copy of an earlier one where most of the shorter text's shingles stand in the other. Words in
quotation marks are left out first: two reporters at one press conference quote the same sentences. Candidates come
from an inverted index over every eighth hash value, so cost grows with the text, not with pairs of reports.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from verbale.model import Report
from verbale.world import load_world

Hashes = NDArray[np.uint32]

SHINGLE = 4  # words; 3 let stock phrases of diplomacy through, 6 lost copies with every tenth word changed
CONTAINED = 0.5  # share of the shorter text's shingles
FEWEST = 12  # shingles in common: about one sentence
SAMPLE = np.uint32(8)  # every eighth hash value is indexed
SMALL_GROUP = 24  # reports that share a hash, up to which each is set beside each
PLAIN_WORDS = 40  # fewer left without quotations: the quotations are compared too

_WORDS = re.compile(r"\w+")
_QUOTED = re.compile(r"“[^”]{1,2000}”|\"[^\"]{1,2000}\"")
_FACTORS = np.array([pow(0x9E3779B1, k, 2**32) for k in range(1, SHINGLE + 1)], dtype=np.uint32)


@lru_cache(maxsize=200_000)
def _hash(word: str) -> int:
    return crc32(word.encode())


def shingles(text: str) -> Hashes:
    """Sorted hashes of the runs of `SHINGLE` words in `text`, each once; quotations left out."""
    words = _WORDS.findall(_QUOTED.sub(" ", text).casefold())
    if len(words) < PLAIN_WORDS:
        words = _WORDS.findall(text.casefold())
    if len(words) < SHINGLE:
        return np.empty(0, dtype=np.uint32)
    codes = np.fromiter((_hash(word) for word in words), dtype=np.uint32, count=len(words))
    runs = np.lib.stride_tricks.sliding_window_view(codes, SHINGLE)
    mixed = (runs * _FACTORS).sum(axis=1, dtype=np.uint32)
    mixed ^= mixed >> np.uint32(15)
    mixed *= np.uint32(0x85EBCA6B)
    mixed ^= mixed >> np.uint32(13)
    return np.unique(mixed)


def _pairs(prints: Sequence[Hashes]) -> NDArray[np.int64]:
    """Index pairs (earlier, later) of texts that share at least two indexed hashes."""
    sampled = [hashes[hashes % SAMPLE == 0] for hashes in prints]
    if not sampled:
        return np.empty((0, 2), dtype=np.int64)
    values = np.concatenate(sampled)
    owners = np.repeat(np.arange(len(sampled), dtype=np.int64), [len(s) for s in sampled])
    order = np.lexsort((owners, values))
    values, owners = values[order], owners[order]
    starts = np.flatnonzero(np.r_[True, values[1:] != values[:-1]]) if len(values) else np.empty(0, dtype=np.int64)
    ends = np.r_[starts[1:], len(values)]
    found = []
    for start, end in zip(starts[ends - starts > 1], ends[ends - starts > 1], strict=True):
        group = owners[start:end]
        if len(group) <= SMALL_GROUP:
            one, other = np.triu_indices(len(group), 1)
            found.append(np.stack((group[one], group[other]), axis=1))
        else:
            found.append(np.stack((group[:-1], group[1:]), axis=1))
            found.append(np.stack((np.full(len(group) - 1, group[0]), group[1:]), axis=1))
    if not found:
        return np.empty((0, 2), dtype=np.int64)
    keys = np.concatenate(found) @ np.array([len(prints), 1], dtype=np.int64)
    kept, counts = np.unique(keys, return_counts=True)
    kept = kept[counts > 1]
    return np.stack((kept // len(prints), kept % len(prints)), axis=1)


def containment(one: Hashes, other: Hashes) -> float:
    """Share of the shorter text's shingles that stand in the other; 0 where they share less than a sentence."""
    if not len(one) or not len(other):
        return 0.0
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared / min(len(one), len(other)) if shared >= FEWEST else 0.0


def copies(ids: Sequence[str], prints: Sequence[Hashes]) -> dict[str, str]:
    """For every copy the id of the earliest report of its text. `ids` and `prints` in order of publication."""
    best: dict[int, tuple[float, int]] = {}
    for early, late in _pairs(prints).tolist():
        share = containment(prints[early], prints[late])
        if share >= CONTAINED and (late not in best or (-share, early) < (-best[late][0], best[late][1])):
            best[late] = (share, early)
    roots: dict[int, int] = {}
    for late in sorted(best):
        early = best[late][1]
        roots[late] = roots.get(early, early)
    return {ids[late]: ids[root] for late, root in roots.items()}


@lru_cache(maxsize=1)
def _agencies() -> tuple[re.Pattern[str], Mapping[str, str]]:
    names = {
        form: entry.name
        for entry in load_world().entries.values()
        if entry.kind == "outlet" and "agency" in entry.traits
        for form in (*entry.forms, *entry.short_forms)
        if len(form) > 1
    }
    longest = sorted(map(re.escape, names), key=lambda form: (-len(form), form))
    return re.compile(r"(?<!\w)(?:" + ("|".join(longest) or r"(?!)") + r")(?!\w)"), names


# Where a report credits its wire: "LONDON (Reuters) —" at the start, "(Reuters)" or "— AFP" at the end.
_HEAD, _TAIL = 120, 80


def wire(report: Report) -> str | None:
    """The news agency that the report credits its text to, in the byline, the dateline or the last line; else None."""
    pattern, names = _agencies()
    body = [zone for zone in report.zones if zone.kind != "caption"]
    text = report.text[body[0].start : body[-1].end] if body else report.text
    head = re.match(r"[^\n]{0,100}?\(([^()\n]{2,40})\)\s*[-–—]", text[:_HEAD])
    tail = re.search(r"(?:\(([^()\n]{2,60})\)|[–—-]{1,2}\s*([^\n–—]{2,60}))\s*$", text[-_TAIL:])
    places = [report.byline, head.group(1) if head else "", (tail.group(1) or tail.group(2)) if tail else ""]
    for place in places:
        found = pattern.search(place)
        if found:
            name = names[found.group()]
            return None if name.casefold() == report.outlet.casefold() else name
    return None


@dataclass(frozen=True, slots=True)
class Origins:
    """For every report: the earliest report of its text where it is a copy, and the wire that it credits."""

    copy_of: Mapping[str, str]
    wires: Mapping[str, str]

    def source(self, report: str) -> str:
        """What stands behind a report: its wire, the text that it copies, or itself."""
        root = self.copy_of.get(report, report)
        wired = self.wires.get(report) or self.wires.get(root)
        return f"wire:{wired}" if wired else root
