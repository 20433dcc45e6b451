"""Who said what: an attributed statement (PARC 3.0 / PolNeAR: source, cue, content)."""

from dataclasses import dataclass
from typing import Literal

from verbale.model.span import Span
from verbale.model.time import TimeValue

Mode = Literal["direct", "indirect", "mixed"]
Attitude = Literal["speech", "belief", "intention"]


@dataclass(frozen=True, slots=True)
class Statement:
    """One attributed statement of one report. `id` is a hash of report and spans.

    `speakers` are keys of LocalActors: none where the text does not say, several where they speak together, or,
    with `ambiguous`, where several are equally good. `denial` marks what the source denies. `parent` is the id of
    the statement that holds this one ("X said that Y had said …"). `origin` names the rule that found it.
    """

    id: str
    speakers: tuple[str, ...]
    mode: Mode
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    attitude: Attitude = "speech"
    denial: bool = False
    ambiguous: bool = False
    said: TimeValue | None = None
    venue: str | None = None
    issues: tuple[str, ...] = ()
    parent: str | None = None
    origin: str = ""
