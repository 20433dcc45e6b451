"""Word lists of the reading step: data files of one entry a line, "#" before a comment."""

from importlib.resources import files


def lines_of(name: str) -> list[str]:
    """The entries of `data/<name>`, in order."""
    text = (files("verbale.ingest") / "data" / name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def words_of(name: str, *kinds: str) -> frozenset[str]:
    """The words of these kinds in `data/<name>`, whose lines are a kind, a tab and a word."""
    pairs = (line.split("\t") for line in lines_of(name))
    return frozenset(word for kind, word in pairs if kind in kinds)
