"""Words of time inside names: "60 Minutes", "the February Revolution", "the March for Peace"."""

from verbale.extract.timex.context import Context
from verbale.extract.timex.lexicon import words_of
from verbale.extract.timex.meaning import Found
from verbale.language.parse import Token

# Rules whose expressions end in a common noun or adverb, written small unless they are part of a name.
COMMON_WORDS = frozenset(
    {"duration", "bare units", "unit by direction", "unit by article", "noon and midnight", "part of a day", "today",
     "tonight", "past or coming units", "per unit"}
)  # fmt: skip
# Capitals among this many words to a capital-free one mark a sentence that is set as a headline.
_HEADLINE_SHARE = 0.6


def is_title(found: Found, context: Context) -> bool:
    """ "60 Minutes", "This Week", "High Noon": a capital inside a sentence that is no headline makes it a name."""
    token = context.token_at(found.end - 1)
    before = context.before(found)
    alone = token.idx <= found.start
    opens = before is None or before.is_punct or before.is_space or token.i == token.sent.start
    if not token.text[:1].isupper() or token.is_upper or (alone and opens):
        return False
    words = [each for each in token.sent if each.is_alpha and len(each) > 3]
    capitals = sum(each.text[:1].isupper() for each in words)
    return capitals < _HEADLINE_SHARE * len(words)


def names_an_event(found: Found, context: Context) -> bool:
    """ "The February Revolution", "the July Crisis", "the Six-Day War": a capital after it makes it part of a name."""
    following, before = context.after(found), context.before(found)
    if following is None or before is None or found.meaning.year:
        return False
    led = before.pos_ in {"DET", "ADJ", "ADP"} or found.meaning.kind == "duration"
    return led and following.lower_ in words_of("named_events") and following.text[:1].isupper()


def is_procession(found: Found, following: Token | None, context: Context) -> bool:
    """ "The March for Life", "the March on Rome", "March of the Living": not "in March for talks"."""
    before = context.before(found)
    led = before is not None and (before.pos_ in {"DET", "ADJ"} or before.is_quote)
    return led and following is not None and following.lower_ in {"for", "on", "of", "to"}
