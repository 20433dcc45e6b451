"""Reports and findings for tests, as an extractor would find them: sentences of our own, spans to the letter."""

from dataclasses import replace
from datetime import date
from hashlib import blake2b
from typing import Any

from verbale.model import (
    Act,
    Agreement,
    Answer,
    Findings,
    LocalActor,
    Mention,
    Office,
    Provision,
    ProvisionStatus,
    Published,
    Report,
    Span,
    Statement,
    TimeMention,
    TimeValue,
)


def day(text: str) -> TimeValue:
    """A time from "2021-04-06", "2021-04" or "2021-04-06/2021-04-09"."""
    if "/" in text:
        first, last = (date.fromisoformat(part) for part in text.split("/"))
        return TimeValue(first, last, "interval", text, text)
    if len(text) == 7:
        year, month = int(text[:4]), int(text[5:])
        after = date(year + month // 12, month % 12 + 1, 1)
        return TimeValue(date(year, month, 1), date.fromordinal(after.toordinal() - 1), "month", text, text)
    return TimeValue(date.fromisoformat(text), date.fromisoformat(text), "day", text, text)


class Story:
    """One report under construction. Every finding quotes the text; a quote that is not there fails."""

    def __init__(self, text: str, published: str | None = None, outlet: str = "The Courier", **more: Any) -> None:
        self.id = more.pop("id", blake2b((outlet + text).encode(), digest_size=8).hexdigest())
        how = "given" if published else "unknown"
        self.report = Report(
            self.id,
            f"{self.id}.txt",
            text,
            outlet=outlet,
            published=more.pop("known", Published(day(published) if published else None, how)),
            **more,
        )
        self._found = Findings(self.id, "by hand")
        self._at: dict[str, int] = {}

    def span(self, quote: str) -> Span:
        start = self.report.text.index(quote)
        return Span(start, start + len(quote), quote)

    def _id(self, *parts: object) -> str:
        return blake2b(repr((self.id, parts)).encode(), digest_size=8).hexdigest()

    def actor(self, name: str, kind: str = "state", quote: str | None = None, **more: Any) -> str:
        """A LocalActor, first mentioned as `quote`; its key."""
        key = f"a{len(self._found.actors) + 1}"
        office, party = more.pop("office", None), more.get("party")
        offices = (Office(office, party, self.span(office) if office in self.report.text else None),) if office else ()
        span = self.span(quote or name)
        found = LocalActor(key, name, kind, offices=offices, mentions=(Mention(span, 0, "name", (key,)),), **more)
        self._found = replace(self._found, actors=(*self._found.actors, found))
        return key

    def act(
        self, type: str, quote: str, sources: tuple[str, ...] = (), targets: tuple[str, ...] = (), **more: Any
    ) -> str:
        """An act told in the clause `quote`, evoked by its word `trigger` (by default its first word); its id."""
        evidence = self.span(quote)
        word = more.pop("trigger", quote.split()[0])
        at = evidence.start + quote.index(word)
        when = more.pop("when", None)
        act = Act(
            self._id(type, evidence.start, word),
            type,
            more.pop("what", word),
            Span(at, at + len(word), word),
            (evidence,),
            sources=sources,
            targets=targets,
            when=day(when) if isinstance(when, str) else when,
            **more,
        )
        self._found = replace(self._found, acts=(*self._found.acts, act))
        return act.id

    def says(self, quote: str, *speakers: str, **more: Any) -> str:
        """A statement; its id."""
        span = self.span(quote)
        said = more.pop("said", None)
        statement = Statement(
            self._id("says", span.start),
            speakers,
            more.pop("mode", "indirect"),
            (span,),
            said=day(said) if said else None,
            **more,
        )
        self._found = replace(self._found, statements=(*self._found.statements, statement))
        return statement.id

    def answer(self, ask: str, answer: str, act: str | None = None, quote: str | None = None) -> None:
        """What came of an ask, as this report tells it."""
        found = Answer(ask, act, answer, (self.span(quote),) if quote else ())
        self._found = replace(self._found, answers=(*self._found.answers, found))

    def agreement(self, name: str, parties: tuple[str, ...], when: str | None = None, **more: Any) -> str:
        """An agreement named in the text, with `points` as printed, and `status` words as (value, claimant, quote)."""
        points = tuple(Provision(p, (self.span(p),)) for p in more.pop("points", ()))
        status = tuple(ProvisionStatus(v, c, (self.span(q),)) for v, c, q in more.pop("status", ()))
        found = Agreement(
            self._id("agreement", name),
            name,
            more.pop("named", True),
            parties,
            day(when) if when else None,
            (self.span(more.pop("quote", name)),),
            points,
            status,
            **more,
        )
        self._found = replace(self._found, agreements=(*self._found.agreements, found))
        return found.id

    def time(self, quote: str, when: str | None = None, value: str = "") -> None:
        """An expression of time, resolved or not."""
        found = TimeMention(self.span(quote), "DATE", value, time=day(when) if when else None)
        self._found = replace(self._found, times=(*self._found.times, found))

    @property
    def findings(self) -> Findings:
        return self._found
