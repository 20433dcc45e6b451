"""Times inside quoted speech are seen from the day it was said: "“We met yesterday,” the envoy said Thursday."."""

from verbale.extract.timex.context import Context
from verbale.extract.timex.lexicon import load
from verbale.extract.timex.meaning import Found, Meaning
from verbale.extract.timex.tense import governing_verb

# How far back in its paragraph a quotation mark is looked for, in characters.
_REACH = 1500


def is_deictic(meaning: Meaning) -> bool:
    """True for words that are set against the day of speaking: "yesterday", "last week", "two days ago", "Monday"."""
    if meaning.base != "published" or meaning.year:
        return False
    if meaning.kind == "shift":
        return True
    return meaning.kind == "calendar" and (meaning.relative is not None or bool(meaning.weekday))


def is_quoted(context: Context, offset: int) -> bool:
    """True where the character at `offset` stands between quotation marks of its paragraph."""
    text = context.text
    start = max(text.rfind("\n\n", max(0, offset - _REACH), offset) + 1, offset - _REACH, 0)
    before = text[start:offset]
    curly = before.count("“") - before.count("”")
    return curly > 0 or before.count('"') % 2 == 1 or before.count("``") > before.count("''")


def tells(context: Context, found: Found) -> bool:
    """True where the expression dates a verb of telling: "said Thursday"."""
    span = context.doc[context.token_at(found.start).i : context.token_at(found.end - 1).i + 1]
    verb = governing_verb(span.root)
    return verb is not None and verb.lemma_ in load().text("telling", "words").split()
