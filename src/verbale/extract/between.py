"""What stands between two places of a Doc."""

from verbale.language.parse import Doc


def between(doc: Doc, start: int, end: int) -> str:
    """`doc.text[start:end]`; nothing where the places are no stretch of it."""
    return doc.text[start:end] if 0 <= start < end else ""
