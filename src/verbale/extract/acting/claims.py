"""Whose claim an act is: the innermost statement in whose content it is told."""

from collections.abc import Callable, Collection

from verbale.model import Span, Statement, TimeValue


class Claims:
    """The content spans of a report's statements, to be asked for the innermost that holds a span.

    Intentions are left out: "refused Sweden's invitation" tells of the invitation as a fact.
    """

    def __init__(self, statements: tuple[Statement, ...]) -> None:
        self._by_id = {statement.id: statement for statement in statements}
        self._contents = sorted(
            (
                (span.start, span.end, statement.id, statement.cue)
                for statement in statements
                if statement.attitude != "intention"
                for span in statement.content
            ),
            key=lambda content: content[1] - content[0],
        )

    def at(self, span: Span, governors: tuple[int, ...] = ()) -> str | None:
        """The id of the statement with the shortest content span that holds `span`, or None.

        `governors` are offsets of verbs that take `span` up: a statement whose cue is one of them does not claim it
        ("agreed to Dublin's request").
        """
        for start, end, statement, cue in self._contents:
            if start <= span.start and span.end <= end:
                if any(part.start <= offset < part.end for part in cue for offset in governors):
                    continue
                return statement
        return None

    def said_by(self, span: Span, actors: Collection[str], party: Callable[[str], str]) -> TimeValue | None:
        """When the statement that holds `span` was said, where one of `actors` says it: what they refuse, threaten or
        promise, they do by saying so."""
        found = self._by_id.get(self.at(span) or "")
        if found is None or not any(key in actors or party(key) in actors for key in found.speakers):
            return None
        return found.said
