"""A report's text with its evidence marked, as HTML."""

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from verbale.model import Evidence

# Characters that HTML cannot hold are shown as the replacement character, one for one.
_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def anchor(span: Evidence) -> str:
    """The id of a span's mark on the page."""
    return f"e-{span.report}-{span.start}-{span.end}"


def showable(text: str) -> str:
    """`text` with what HTML cannot hold replaced, as long as before."""
    return _UNSHOWABLE.sub("\ufffd", text)


def nested(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int, int | None]]:
    """The distinct spans as pieces that nest: where two cross, the later is cut where the earlier ends.

    Each piece is (start, end, end of the whole span), in order of start, longer first; the third is None for a piece
    that carries on a span begun before.
    """
    Piece = tuple[int, int, int | None]

    def order(piece: Piece) -> tuple[int, int]:
        return piece[0], -piece[1]

    waiting: list[Piece] = sorted(((start, end, end) for start, end in set(spans)), key=order, reverse=True)
    pieces: list[Piece] = []
    open_ends: list[int] = []
    while waiting:
        start, end, whole = waiting.pop()
        while open_ends and open_ends[-1] <= start:
            open_ends.pop()
        if open_ends and open_ends[-1] < end:
            rest: Piece = (open_ends[-1], end, None)
            end = open_ends[-1]
            at = len(waiting)
            while at and order(waiting[at - 1]) < order(rest):
                at -= 1
            waiting.insert(at, rest)
        pieces.append((start, end, whole))
        open_ends.append(end)
    return pieces


def marked(report: str, text: str, spans: Iterable[tuple[int, int]], low: int = 0, high: int | None = None) -> Markup:
    """`text[low:high]` escaped, with every span that lies in it in a `<mark>`, whose id is that of `anchor`."""
    high = len(text) if high is None else high
    out: list[str] = []
    ends: list[int] = []
    at = low

    def write_to(position: int) -> None:
        nonlocal at
        while ends and ends[-1] <= position:
            out.append(escape(showable(text[at : ends[-1]])))
            at = ends.pop()
            out.append("</mark>")
        out.append(escape(showable(text[at:position])))
        at = position

    for start, end, whole in nested((start, end) for start, end in spans if low <= start and end <= high):
        write_to(start)
        out.append(f'<mark id="{escape(f"e-{report}-{start}-{whole}")}">' if whole is not None else "<mark>")
        ends.append(end)
    write_to(high)
    out.extend("</mark>" for _ in ends)
    return Markup("".join(out))
