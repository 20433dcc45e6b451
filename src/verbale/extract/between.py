"""What stands between two places of a Doc, without making its whole text anew, as `Doc.text` does each time."""

from verbale.language.parse import Doc


def between(doc: Doc, start: int, end: int) -> str:
    """`doc.text[start:end]`, in time that does not grow with the text."""
    if start >= end or start < 0:
        return ""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return doc.text[start:end]
    first = span.start_char
    return span.text_with_ws[start - first : end - first]
