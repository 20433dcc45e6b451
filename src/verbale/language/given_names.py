"""Keeps a hyphenated given name after a family name ("Moon Jae-in") one token, so that the parse holds.

The tokenizer parts words at hyphens; a syllable such as "-in", "-un" or "-wen" then reads as a preposition or a noun
and breaks the clause around the name. Which names are built so is told by `world.is_family_first`.
"""

from spacy.language import Language
from spacy.tokens import Doc

from verbale.language.columns import spaces_of, words_of
from verbale.world import common_family_names, is_family_first

_LONGEST_SYLLABLE = 6


@Language.component("verbale_given_names")
def keep_given_names(doc: Doc) -> Doc:
    """Merge "Jae", "-", "in" into one token where a family name stands before them."""
    families = common_family_names()
    words = words_of(doc)
    if "-" not in words:
        return doc
    spaced = spaces_of(doc)
    found = [
        i
        for i in range(1, len(words) - 2)
        if words[i + 1] == "-"
        and words[i - 1] in families
        and len(words[i + 2]) <= _LONGEST_SYLLABLE
        and not (spaced[i] or spaced[i + 1])
        and is_family_first(f"{words[i - 1]} {words[i]}-{words[i + 2]}")
    ]
    if found:
        with doc.retokenize() as retokenizer:
            for i in found:
                retokenizer.merge(doc[i : i + 3])
    return doc
