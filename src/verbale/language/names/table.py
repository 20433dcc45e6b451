"""The names of one report while they are being corrected: spans that do not overlap, and the words they are made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from spacy.tokens import Doc

from verbale.language.columns import spaces_of, tags_of, words_of

# Labels for what the rules are about; the rest (DATE, MONEY, …) is left as the pipeline has it.
NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART", "LANGUAGE"})
PLACES = frozenset({"GPE", "LOC", "FAC"})


@dataclass(slots=True)
class Name:
    """A name over the tokens `start` to `end` (not included). `sure` names are not to be changed by later rules."""

    start: int
    end: int
    label: str
    id: str = ""
    sure: bool = False


class Names:
    """The names of a Doc, by token. Adding one removes those that it overlaps."""

    def __init__(self, doc: Doc, found: list[tuple[int, int, str]]) -> None:
        self.doc = doc
        self.words = words_of(doc)
        self.tags = tags_of(doc)
        self.spaced = spaces_of(doc)
        lengths = (len(word) + spaced for word, spaced in zip(self.words, self.spaced, strict=True))
        self.starts: list[int] = [0, *accumulate(lengths)][: len(self.words)]
        self.whole_text = "".join(
            word + " " if spaced else word for word, spaced in zip(self.words, self.spaced, strict=True)
        )
        self._owner: list[Name | None] = [None] * len(doc)
        for start, end, label in found:
            self.put(Name(start, end, label))

    def __iter__(self) -> Iterator[Name]:
        """The names in order of the text; names put or removed while iterating are not seen."""
        found: list[Name] = []
        for owner in self._owner:
            if owner is not None and (not found or found[-1] is not owner):
                found.append(owner)
        return iter(found)

    def at(self, i: int) -> Name | None:
        """The name that token `i` is part of."""
        return self._owner[i] if 0 <= i < len(self._owner) else None

    def within(self, start: int, end: int) -> list[Name]:
        """The names that share a token with `start:end`, in order."""
        found: list[Name] = []
        for i in range(start, end):
            owner = self._owner[i]
            if owner is not None and (not found or found[-1] is not owner):
                found.append(owner)
        return found

    def put(self, name: Name) -> None:
        """Set `name`; names that it overlaps go."""
        for other in self.within(name.start, name.end):
            self.remove(other)
        for i in range(name.start, name.end):
            self._owner[i] = name

    def remove(self, name: Name) -> None:
        for i in range(name.start, name.end):
            if self._owner[i] is name:
                self._owner[i] = None

    def resize(self, name: Name, start: int, end: int) -> None:
        """Give `name` other bounds; it goes where they are empty."""
        self.remove(name)
        if start < end:
            name.start, name.end = start, end
            self.put(name)

    def text(self, start: int, end: int) -> str:
        """The text of the tokens `start:end`, with single spaces."""
        parts: list[str] = []
        for i in range(start, end):
            parts.append(self.words[i])
            if self.spaced[i] and i + 1 < end:
                parts.append(" ")
        return "".join(parts)

    def capital(self, i: int) -> bool:
        """Whether token `i` begins with a capital letter."""
        return 0 <= i < len(self.words) and self.words[i][:1].isupper()
