"""Who: states, bodies, organisations, people, groups and unnamed sources, as one report names them."""

from dataclasses import dataclass
from typing import Literal

from verbale.model.span import Span

ActorKind = Literal["state", "government_body", "organisation", "person", "group", "unnamed", "document", "place"]
# How a mention names its actor: by name, by a capital or seat of government, a demonym, a title or role noun,
# a pronoun, a possessive pronoun, a collective ("the two sides"), a description of an unnamed source.
MentionForm = Literal["name", "seat", "demonym", "title", "nominal", "pronoun", "collective", "description"]


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person holds, as printed ("unification minister"), and the state or body it belongs to."""

    title: str
    party: str | None
    evidence: Span | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: its span, the token index of its head in the report's Doc, and whom it may mean.

    `actors` are keys of `LocalActor`s, more than one for a collective; `ambiguous` is True where the keys are
    equally good candidates of which one is meant, and the report does not settle it.
    """

    span: Span
    head: int
    form: MentionForm
    actors: tuple[str, ...]
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class LocalActor:
    """An actor as one report knows it. `key` is unique in the report ("a1"); `world` is the id of its entry in the
    world data or the case file; `party` the canonical name of the state or organisation it belongs to.

    For kind "unnamed", `name` is the description as printed ("a senior diplomatic source").
    """

    key: str
    name: str
    kind: ActorKind
    world: str | None = None
    party: str | None = None
    offices: tuple[Office, ...] = ()
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    affiliation: str | None = None
