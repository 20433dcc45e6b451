"""A Doc's words, tags and spaces as lists. spaCy makes a Token object at every access; read by column, none is made."""

from spacy.tokens import Doc


def words_of(doc: Doc) -> list[str]:
    """The text of each token."""
    return _strings(doc, "ORTH")


def tags_of(doc: Doc) -> list[str]:
    """The fine-grained tag of each token."""
    return _strings(doc, "TAG")


def spaces_of(doc: Doc) -> list[bool]:
    """Whether a space follows each token."""
    return [bool(spaced) for spaced in doc.to_array("SPACY").tolist()]


def _strings(doc: Doc, column: str) -> list[str]:
    keys = doc.to_array(column).tolist()
    strings = doc.vocab.strings
    known = {key: strings[key] for key in set(keys)}
    return [known[key] for key in keys]
