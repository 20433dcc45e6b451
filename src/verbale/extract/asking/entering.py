"""Entering an ask that the acts of a report do not hold yet: one told aside, as a duty or as a condition."""

from dataclasses import dataclass

from verbale.extract.acting.lexicon import Frame
from verbale.extract.acts import act_id
from verbale.extract.asking.book import Book
from verbale.language.parse import Token
from verbale.model import Act, Statement, span_of


@dataclass(frozen=True, slots=True)
class Kind:
    """What an ask is called, its PLOVER modes, and which rule tells of it."""

    what: str
    modes: tuple[str, ...]
    origin: str


DEMAND = Kind("demand", ("change",), "ask")


def kind_of(row: Frame, trigger: Token) -> Kind:
    """The kind that a row of the lexicon gives."""
    return Kind(row.what, row.modes, f"plover_{'verbs' if trigger.pos_ == 'VERB' else 'words'}:{row.row}")


def enter(
    book: Book,
    kind: Kind,
    trigger: Token,
    askers: tuple[str, ...],
    asked: tuple[str, ...],
    deed: tuple[Token, Token],
    whole: tuple[Token, Token] | None = None,
    claimed_by: str | None = None,
) -> Act:
    """Enter an ask that `trigger` tells of, for what stands from the first to the last word of `deed`; `whole` are the
    words that tell of it, where they are more than these."""
    text = book.scene.report.text
    first, last = deed
    span = span_of(text, first.idx, last.idx + len(last))
    told = span_of(text, trigger.idx, trigger.idx + len(trigger))
    near = book.at(first) or book.at(first.head)
    start, end = (whole[0].idx, whole[1].idx + len(whole[1])) if whole else (first.left_edge.idx, told.end)
    evidence = span_of(text, min(start, told.start, span.start), max(span.end, told.end, end))
    act = Act(
        id=act_id(book.scene.report, trigger, "REQUEST", span),
        type="REQUEST",
        what=kind.what,
        trigger=told,
        evidence=(evidence,),
        modes=kind.modes,
        sources=askers,
        targets=asked,
        subject=span.text,
        subject_span=span,
        issues=next((one.issues for one in near), ()),
        claimed_by=claimed_by or next((one.claimed_by for one in near), None),
        origin=kind.origin,
    )
    return book.replace(act)


def stands_for_party(book: Book, key: str) -> bool:
    """True for a state, a body or a movement: an analyst who says what is to be done asks for nothing."""
    found = book.scene.actor(key)
    return found is not None and found.kind not in {"person", "unnamed"} and book.scene.is_political(key)


class Voices:
    """The statements of a report, to be asked for who says a word."""

    def __init__(self, statements: tuple[Statement, ...]) -> None:
        self._contents = sorted(
            (
                (span.start, span.end, statement)
                for statement in statements
                if statement.attitude == "speech" and not statement.denial and not statement.ambiguous
                for span in statement.content
            ),
            key=lambda content: (content[1] - content[0], content[0]),
        )

    def at(self, token: Token) -> Statement | None:
        """The innermost statement that holds `token`."""
        end = token.idx + len(token)
        return next((one for start, stop, one in self._contents if start <= token.idx and end <= stop), None)
