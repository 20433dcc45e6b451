"""Titles of people: before a name ("Foreign Minister Javad Zarif"), beside it ("X, head of the delegation,")."""

import re
from dataclasses import dataclass

from verbale.extract.reference.noun_phrases import prefix_of, role_word
from verbale.extract.reference.words import actor_words
from verbale.language.parse import Doc, Token

_TITLE_TAGS = frozenset({"NN", "NNP", "NNPS", "NNS", "JJ", "HYPH", "VBN", "VBG", "POS", "IN", "CC", "JJR", "RB", "CD"})
_MAX_TITLE = 12
_BEHIND = frozenset({"of", "for", "at", "to", "in", "from"})
_RELATIVE = frozenset({"WP", "WP$", "WDT"})
_STOPS = frozenset({".", "!", "?", "”", '"', ":", ";"})
# "vice-premier" and "vice premier" are one office.
_PREFIXED = re.compile(r"\b(vice|deputy|ex|under)\s?[-‐‑]\s?(?=\w)")


@dataclass(frozen=True, slots=True)
class Title:
    """A title as tokens: `start:end` the words kept as the office, `head` the role noun, `left` where everything that
    belongs to the title begins (with the state's name or demonym, which is no part of the office)."""

    start: int
    end: int
    head: int
    left: int

    def text(self, doc: Doc) -> str:
        """The office as one person holds it: "prime minister" for "prime ministers X and Y"."""
        text = " ".join(doc[self.start : self.end].text.split())
        head = doc[self.head]
        return text.replace(head.text, head.text[:-1], 1) if is_plural_role(head) else text


def role_class(token: Token) -> str:
    """ "office", "post" or "person" for a noun that tells a person's role, else ""; a style ("mullah") is no title."""
    words = actor_words()
    kind = words.roles.get(token.lower_) or words.roles.get(role_word(token, words), "")
    return kind if kind != "style" else ""


def is_plural_role(token: Token) -> bool:
    """True for "ministers" and "Presidents", also where the pipeline takes a title for a name."""
    if token.tag_ not in {"NNS", "NNPS", "NNP"} or not token.text.endswith("s"):
        return False
    return token.lower_[:-1] in actor_words().roles


def title_before(doc: Doc, name_start: int, named: dict[int, int]) -> Title | None:
    """The title that stands right before the name at `name_start`; `named` maps a token to the start of its name."""
    words = actor_words()
    if name_start and doc[name_start].is_sent_start and doc[name_start - 1].text in _STOPS:
        return None
    honorifics = words.lists["titles.honorific"] | words.lists["titles.honorific_m"] | words.lists["titles.honorific_f"]
    i = name_start - 1
    while i >= 0 and (doc[i].lower_ in honorifics or doc[i].text == ".") and not role_class(doc[i]):
        i -= 1
    end = i + 1
    head = -1
    left = end
    while i >= 0 and end - i <= _MAX_TITLE:
        token = doc[i]
        if (
            token.tag_ not in _TITLE_TAGS
            or token.is_space
            or token.ent_type_ in {"DATE", "TIME"}
            or _is_dash(token)
            or (token.is_sent_start and token.tag_ in {"IN", "CC"})
        ):
            break
        if token.tag_ == "POS":
            if head >= 0 and i - 1 in named:
                left = named[i - 1]
            elif head >= 0:
                left = i - 1
            break
        if token.tag_ in {"IN", "CC"} and (head >= 0 or token.lower_ not in {"of", "for", "and", "&", "to", "at"}):
            break
        if token.tag_ in {"VBN", "VBG", "RB", "CD"} and (
            head < 0 or token.lower_ not in words.lists["titles.not_title"]
        ):
            break
        if (
            head < 0
            and role_class(token)
            and (i == end - 1 or doc[i + 1].lower_ in {"of", "for", "to", "at", "-"} or _only_after(doc, i + 1, end))
        ):
            head = i
        elif head < 0 and i == end - 1 and token.tag_ not in {"NNP", "NNPS", "NN", "HYPH"}:
            return None
        left = i
        i -= 1
    if head < 0:
        return None
    start = left
    while start < head and (
        start in named
        or doc[start].lower_ in words.lists["titles.not_title"]
        or doc[start].text in {"-", "'s", "’s"}
        or doc[start].ent_type_ in {"NORP", "GPE"}
    ):
        start += 1
    if doc[end - 1].tag_ in {"IN", "CC"}:
        return None
    title = Title(start, end, head, left)
    return _stacked(doc, title, named) or title


def _is_dash(token: Token) -> bool:
    """True for the dash of a dateline: "LUSAKA - UN envoy X"."""
    return token.text in {"-", "–", "—"} and token.i > 0 and bool(token.nbor(-1).whitespace_)


def _stacked(doc: Doc, inner: Title, named: dict[int, int]) -> Title | None:
    """ "U.S. Special Envoy to the Horn of Africa Ambassador Y": the outer title, which ends in a second one."""
    words = actor_words()
    for i in range(inner.head - 2, max(inner.head - _MAX_TITLE, 0) - 1, -1):
        token = doc[i]
        if role_class(token) and doc[i + 1].lower_ in {"to", "for"}:
            sent = role_word(token, words) in words.lists["titles.sent"]
            if not sent or not any(k in named and doc[k].ent_type_ != "NORP" for k in range(i + 2, inner.head)):
                return None  # "a spokesman for Prime Minister X": another
            outer = title_before(doc, i + 1, named)
            return Title(outer.start, inner.head, outer.head, outer.left) if outer is not None else None
        if token.tag_ not in {"NNP", "NNPS", "IN", "TO", "DT", "HYPH"} or token.is_sent_start:
            return None
    return None


def _only_after(doc: Doc, start: int, end: int) -> bool:
    after = actor_words().lists["titles.after"] | {"-"}
    return all(doc[k].lower_ in after for k in range(start, end))


def office_core(title: str, role: str) -> str:
    """The words that tell which office it is, lower case: "deputy foreign minister" for "Deputy Foreign Minister of X";
    `role` where the title is empty."""
    words = _PREFIXED.sub(r"\1 ", title.lower().replace("’", "'")).split()
    for n, word in enumerate(words):
        if n and word in {"of", "for", "at", "to", "on", "in"}:
            words = words[:n]
            break
    return " ".join(words) or role


def title_beside(doc: Doc, name_start: int, name_end: int, head: Token, named: dict[int, int]) -> Title | None:
    """The role noun in apposition to the name: by the parse, or by the comma that joins it."""
    candidates = [child for child in head.children if child.dep_ == "appos"]
    if head.dep_ == "appos":
        candidates.append(head.head)
    for noun in candidates:
        if speaks_aside(noun):
            return None
        if role_class(noun) and noun.pos_ in {"NOUN", "PROPN"} and noun.tag_ not in {"NNS", "NNPS"}:
            return _described(doc, noun)
    if head.dep_ == "nsubj" and head.head.lemma_ == "be" and head.head.tag_ in {"VBZ", "VBP"}:
        for noun in head.head.rights:  # "Sarraj is prime minister of …"
            if (
                noun.dep_ == "attr"
                and noun.tag_ == "NN"
                and role_class(noun)
                and noun.left_edge.lower_ not in {"a", "an"}
            ):
                return _described(doc, noun)
    told = _before_comma(doc, name_start, name_end)
    if told is not None:
        return _described(doc, told)
    # "Y, the country's chief negotiator," where the parse holds no apposition
    if name_end < len(doc) - 1 and doc[name_end].text == ",":
        for noun in doc[name_end + 1 : name_end + 9]:
            if noun.pos_ in {"VERB", "AUX", "PUNCT", "SPACE", "CCONJ"} and noun.tag_ not in {"HYPH", "VBG", "VBN"}:
                break
            if noun.tag_ in _RELATIVE:  # "Garang, whose father, …": another's
                break
            if (
                role_class(noun)
                and noun.tag_ in {"NN", "NNP"}
                and noun.dep_ in {"appos", "ROOT", "conj", "dep", "nsubj"}
            ):
                comma = doc[noun.right_edge.i + 1] if noun.right_edge.i + 1 < len(doc) else None
                if comma is not None and comma.text in {",", "."}:
                    return _described(doc, noun)
                break
    return None


def speaks_aside(noun: Token) -> bool:
    """True for "an official said" in "The president, an official said, had known": the source, not the president.

    Without an article ("X, director of the institute said,") the comma is only missing.
    """
    doc, after = noun.doc, noun.right_edge.i + 1
    if noun.left_edge.tag_ not in {"DT", "CD"}:
        return False
    if after + 1 >= len(doc) or doc[after].tag_ not in {"VBD", "VBZ", "VBP"}:
        return False
    return doc[after].lemma_.lower() in actor_words().lists["verbs.saying"] and doc[after + 1].text in {",", "."}


def _before_comma(doc: Doc, name_start: int, name_end: int) -> Token | None:
    """The role noun of "a spokeswoman for the ministry, Y," whatever the parse makes of it."""
    if name_start < 2 or doc[name_start - 1].text != "," or name_end >= len(doc):
        return None
    closed = doc[name_end].text in {",", "."}
    for noun in reversed(doc[max(0, name_start - _MAX_TITLE) : name_start - 1]):
        if noun.pos_ in {"VERB", "AUX", "PUNCT", "SPACE", "CCONJ", "PRON"} and noun.tag_ != "HYPH":
            return None
        if noun.tag_ == "NN" and role_class(noun) and noun.dep_ not in {"compound"}:
            behind = doc[noun.i + 1]
            if not closed and not (noun.left_edge.is_sent_start and noun.left_edge.lower_ == "the"):
                return None  # "The leader of the front, X in his speech said" opens its sentence
            return noun if behind.i == name_start - 1 or behind.lower_ in _BEHIND else None
    return None


def _described(doc: Doc, noun: Token) -> Title:
    """The description that `noun` heads: its modifiers, and what it is head "of", "for" or "on"."""
    words = actor_words()
    prefix = prefix_of(noun)
    left = (prefix or noun).left_edge.i
    left = max(left, noun.i - _MAX_TITLE)
    start = (prefix or noun).i
    while start - 1 >= left:
        token = doc[start - 1]
        if token.dep_ not in {"compound", "amod", "nmod", "nummod", "punct", "advmod"} or (
            token.is_punct and token.tag_ != "HYPH"
        ):
            break
        if token.lower_ in words.lists["titles.not_title"] or token.ent_type_ in {"NORP", "GPE", "ORG"}:
            break
        start -= 1
    end = noun.i + 1
    after = words.lists["titles.after"]
    if end + 1 < len(doc) and doc[end].text in {"-", "‐", "‑"} and doc[end + 1].lower_ in after:
        end += 2  # "attorney-general"
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in {"of", "for", "on", "to"} and child.i == end:
            stop = min(child.right_edge.i + 1, end + 10)
            for i in range(child.i + 1, stop):
                if (
                    doc[i].dep_ in {"relcl", "acl"}
                    or doc[i].text in {",", "("}
                    or (doc[i].lower_ == "at" and doc[i].dep_ == "prep")
                ):
                    stop = i
                    break
            end = stop
        break
    return Title(start, max(end, noun.i + 1), noun.i, left)
