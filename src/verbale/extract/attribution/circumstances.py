"""When and where words were said, from what stands around the cue: "said Thursday", "during a parliamentary audit"."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from verbale.extract.attribution.cues import load_cues
from verbale.extract.attribution.draft import Draft
from verbale.extract.attribution.sources import own_subject
from verbale.extract.counted import days_elsewhere
from verbale.extract.tying import hangs_from, time_of
from verbale.language.parse import Doc, Token
from verbale.model import Statement, TimeMention, TimeValue

_STEPS = 6
_THROUGH = frozenset(
    {
        "npadvmod",
        "pobj",
        "prep",
        "advmod",
        "compound",
        "nummod",
        "amod",
        "appos",
        "punct",
        "dep",
        "tmod",
        "det",
        "pcomp",
        "conj",
        "nmod",
    }
)
_ADVERBIAL = frozenset({"npadvmod", "pobj", "advmod"})
_OCCASIONS = frozenset({"after", "following", "at", "during"})
_NEWS = timedelta(days=8)
_SEARCHED = 400
# How far from a dated statement the same occasion is taken to be told, in characters: some six paragraphs.
_OCCASION = 2500


class Times:
    """The times of a report in order, to look up those near a cue."""

    def __init__(self, doc: Doc, times: Sequence[TimeMention], published: TimeValue | None) -> None:
        self.doc = doc
        self.today = published.latest if published is not None else None
        self.times = sorted(times, key=lambda time: time.span.start)
        self.starts = [time.span.start for time in self.times]

    def said(self, draft: Draft) -> TimeValue | None:
        """When the words of `draft` were said: the day that its cue governs, else the one day that stands between
        commas in the sentence of the cue, outside what was said. None where the text does not say, or two differ."""
        if draft.cue_token is None:
            return None
        cue = self.doc[draft.cue_token]
        sentence = cue.sent
        first = bisect_left(self.starts, max(sentence.start_char, cue.idx - _SEARCHED))
        held = self._held(draft)
        joined = cue.head if cue.dep_ == "conj" and not own_subject(cue) and cue.head.pos_ == "VERB" else None
        governed: list[TimeValue] = []
        adverbial: list[TimeValue] = []
        before: list[TimeValue] = []
        apart: list[TimeValue] = []
        for time in self.times[first:]:
            if time.span.start >= min(sentence.end_char, cue.idx + _SEARCHED):
                break
            span = self.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
            if time.type not in ("DATE", "TIME") or time.time is None or span is None or self._is_ahead(time.time):
                continue
            if _overlaps(time, held):
                if self._behind_source(time, draft, cue):
                    governed.append(time.time)
            elif _governs(cue, span.root):
                (adverbial if span.root.dep_ in _ADVERBIAL else governed).append(time.time)
            elif joined is not None and span.end <= cue.i and _governs(joined, span.root):
                before.append(time.time)  # "walked out on Friday and announced …"
            elif _between_commas(self.doc, span.start, span.end):
                apart.append(time.time)
        # "said on Friday at the 2007 forum": the forum's own year tells less
        for values in (adverbial, governed, before, apart):
            days = {(value.earliest, value.latest) for value in values}
            if len(days) == 1:
                return values[0]
            if days:
                return None
        return self._tied(draft, cue)

    def _tied(self, draft: Draft, cue: Token) -> TimeValue | None:
        """The day that grammar ties to the cue otherwise: "attacked Rome on Monday, saying …", "said in a letter sent
        on Monday". Not one still to come, nor one open on a side."""
        held = self._held(draft)
        outside = [time for time in self.times if not _overlaps(time, held)]
        mention = time_of(self.doc, cue, outside)
        time = mention.time if mention is not None and mention.type in ("DATE", "TIME") else None
        if mention is None:
            time = self._of_occasion(cue)
        if time is None or time.earliest is None or time.latest is None:
            return None
        return None if self._is_ahead(time) else time

    def _of_occasion(self, cue: Token) -> TimeValue | None:
        """ "Said after the meeting", "told reporters at the signing": the one day of late that the report gives
        it elsewhere."""
        for preposition in cue.children:
            if preposition.dep_ != "prep" or preposition.lower_ not in _OCCASIONS:
                continue
            for noun in preposition.rights:
                if noun.dep_ == "pobj" and any(child.lower_ in {"the", "their"} for child in noun.lefts):
                    found = filter(self._is_of_late, days_elsewhere(self.doc, noun, self.times, time_of))
                    days = {time.latest: time for time in found}
                    if len(days) == 1:
                        return replace(days.popitem()[1], how="context")
        return None

    def _is_of_late(self, time: TimeValue) -> bool:
        """A day of the news that the report tells."""
        if self.today is None or time.latest is None or time.granularity not in {"day", "time"}:
            return False
        return timedelta(0) <= self.today - time.latest <= _NEWS

    def _is_ahead(self, time: TimeValue) -> bool:
        """Nothing was said on a day to come."""
        return self.today is not None and time.earliest is not None and time.earliest > self.today

    def _behind_source(self, time: TimeMention, draft: Draft, cue: Token) -> bool:
        """ "Said the minister here on Tuesday": a time that the parser takes for part of the source's name."""
        if draft.source is None or self.doc[draft.source[0]].i < cue.i or _overlaps(time, draft.content):
            return False
        return hangs_from(self.doc, time)[0].i == cue.i

    def _held(self, draft: Draft) -> list[tuple[int, int]]:
        """What was said and by whom: a time in it is not when it was said."""
        held = list(draft.content)
        if draft.source is not None:
            last = self.doc[draft.source[1] - 1]
            held.append((self.doc[draft.source[0]].idx, last.idx + len(last)))
        return held


def _overlaps(time: TimeMention, held: Sequence[tuple[int, int]]) -> bool:
    return any(start < time.span.end and time.span.start < end for start, end in held)


def _governs(cue: Token, token: Token) -> bool:
    """Whether `token` depends on `cue` through prepositions and nouns of time alone."""
    current = token
    for _ in range(_STEPS):
        if current == cue:
            return True
        if current.dep_ not in _THROUGH or current.head == current:
            return False
        if current != token and current.pos_ == "VERB":
            return False
        current = current.head
    return False


def _between_commas(doc: Doc, start: int, end: int) -> bool:
    before = doc[start - 1].text if start > 0 else ","
    after = doc[end].text if end < len(doc) else "."
    return before == "," and after in (",", ".")


def same_occasion(statements: Sequence[Statement]) -> list[Statement]:
    """`statements`, those without a day dated by their speaker's only other day, marked as known from context.

    News tells one occasion of speaking a speaker; where the report dates a speaker's words to two days, or with a
    pluperfect ("had said") or an adverb ("earlier") sets them apart, nothing is carried over. Only statements after
    the dated one, by one and the same speaker, are dated so.
    """
    days: dict[str, set[tuple[date | None, date | None]]] = {}
    for statement in statements:
        if _certain(statement) and statement.said is not None:
            days.setdefault(statement.speakers[0], set()).add((statement.said.earliest, statement.said.latest))
    dated: dict[str, tuple[int, TimeValue]] = {}
    found = []
    for statement in statements:
        if _certain(statement):
            key = statement.speakers[0]
            held = dated.get(key)
            if statement.said is not None:
                dated[key] = (statement.content[0].start, statement.said)
            elif held is not None and len(days[key]) == 1 and not _set_apart(statement) and _near(statement, held[0]):
                statement = replace(statement, said=replace(held[1], how="context"))
        found.append(statement)
    return found


def _certain(statement: Statement) -> bool:
    return statement.attitude == "speech" and len(statement.speakers) == 1 and not statement.ambiguous


def _near(statement: Statement, position: int) -> bool:
    return statement.content[0].start - position <= _OCCASION


def _set_apart(statement: Statement) -> bool:
    words = " ".join(span.text for span in statement.cue).lower().split()
    return bool({"had", "has", "have", "earlier", "previously", "once", "often", "repeatedly", "says"} & set(words))


def venue_of(draft: Draft, doc: Doc, text: str) -> str | None:
    """The occasion or medium that the cue names, as printed ("during a parliamentary audit"), or None."""
    if draft.cue_token is None:
        return None
    cue, words = doc[draft.cue_token], load_cues()
    for holder in (cue, cue.head) if cue.dep_ in ("advcl", "conj") else (cue,):
        for preposition in holder.children:
            if preposition.dep_ != "prep" or preposition.lower_ not in words.venue_prepositions:
                continue
            noun = next((child for child in preposition.children if child.dep_ == "pobj"), None)
            if noun is None or not {noun.lower_, noun.lemma_.lower()} & words.venues:
                continue
            last = doc[noun.right_edge.i]
            start, end = preposition.idx, last.idx + len(last)
            for held_start, _ in draft.content:
                if start < held_start < end:
                    end = held_start
            if any(s <= start < e for s, e in draft.content) or not noun.idx < end <= start + 160:
                continue
            return text[start:end].rstrip(' ,;:—–-“"')
    return None
