"""Bounds on the day of publication from the offices that a case file dates.

A report that calls someone by an office was not written before they took it. That they speak in it on a day of the
report's own week ("President Aguirre said Thursday") says that they had not long left it.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from verbale.extract.published_pairs import Bound
from verbale.extract.timex.lexicon import load, words_of
from verbale.extract.timex.tense import governing_verb
from verbale.language.parse import Doc, Token
from verbale.model import TimeMention
from verbale.world.case import Case, CasePerson

# A weekday or "yesterday" is at most so many days before publication.
_WEEK = timedelta(days=7)


def in_office(doc: Doc, case: Case, times: Sequence[TimeMention]) -> Iterator[Bound]:
    for person in case.people:
        if not person.office or (person.since is None and person.until is None):
            continue
        for name in _called_by_office(doc, person):
            words = f"“{person.office} {person.name.split()[-1]}”"
            if person.since is not None:
                yield Bound(person.since, None, f"{words} has been in office since {person.since} (case file).")
            if person.until is not None and _speaks_this_week(name, times):
                reason = f"{words} speaks in office, which was left on {person.until} (case file)."
                yield Bound(None, person.until + _WEEK, reason)


def _called_by_office(doc: Doc, person: CasePerson) -> Iterator[Token]:
    """The last words of the person's name where the office stands right before it, without "former" or the like."""
    office = person.office.lower().split()
    for name in (person.name, *person.aliases):
        words = name.split()
        for end in _ends_of(doc, words):
            before = [token.lower_ for token in doc[max(0, end - len(words) - len(office) - 3) : end - len(words)]]
            if before[-len(office) :] == office and not set(before[: -len(office)]) & words_of("former"):
                yield doc[end - 1]
        surname = words[-1:]
        for end in _ends_of(doc, surname) if len(words) > 1 else ():
            before = [token.lower_ for token in doc[max(0, end - len(office) - 4) : end - 1]]
            if before[-len(office) :] == office and not set(before[: -len(office)]) & words_of("former"):
                yield doc[end - 1]


def _ends_of(doc: Doc, words: Sequence[str]) -> Iterator[int]:
    for token in doc:
        if token.text == words[0] and [each.text for each in doc[token.i : token.i + len(words)]] == list(words):
            yield token.i + len(words)


def _speaks_this_week(name: Token, times: Sequence[TimeMention]) -> bool:
    """True where the name is the subject of a telling verb beside which a bare weekday or "yesterday" stands."""
    verb = governing_verb(name)
    if verb is None or verb.lemma_ not in words_of("telling") or verb.tag_ != "VBD":
        return False
    if not any(child.dep_ == "nsubj" and name in child.subtree for child in verb.lefts):
        return False
    return any(
        mention.value.startswith(("XXXX-WXX-", "XXXX-XX-XX"))
        and verb.sent.start_char <= mention.span.start < verb.sent.end_char
        for mention in times
        if mention.type in {"DATE", "TIME"} and mention.span.text.lower().split()[0] in _this_week()
    )


def _this_week() -> frozenset[str]:
    return frozenset({*load().words["weekdays"], "today", "yesterday"})
