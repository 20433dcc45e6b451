"""What an act or statement is about: issues by the words of the case file and of a general list."""

from spacy.tokens import Span as DocSpan

from verbale.world import World


def issues_of(words: DocSpan, world: World) -> tuple[str, ...]:
    """Names of the issues that `words` touch, in order of the list."""
    return ()
