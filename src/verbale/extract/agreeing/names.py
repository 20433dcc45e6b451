"""Where the name of an agreement begins and ends: a proper name with its "of …", or a noun with its modifiers."""

from verbale.extract.agreement_words import WORDS
from verbale.language.parse import Token

LONGEST = 8  # words of what a deal is about, in its name
_CIRCUMSTANCES = frozenset({"after", "before", "by", "since", "as", "with", "at", "until", "despite", "through"})
_TIES = frozenset({"on", "for"})
_INTO_TITLE = frozenset({"of", "on", "for", "against", "toward", "towards"})  # "Convention against Torture"
_WITHIN_TITLE = frozenset({"and", "of", "the", "for", "a", "an", "from", "to"})


def name_start(head: Token) -> int:
    """The first token of the capitalised words that run up to `head` without a break."""
    start = head.i
    while start > head.sent.start:
        before = head.doc[start - 1]
        capital = before.text[:1].isupper() or before.text == "-"
        if not capital or before.lower_ in {"the", "a", "an"} or before.ent_type_ in {"DATE", "PERSON"}:
            break
        start -= 1
    return start


def _full_start(head: Token) -> int:
    """Where "the Peace and National Reconciliation Accord", "the Cessation of Hostilities Agreement" begins: a small
    word between capitals is of the title where an article opens it and no party or other document stands before."""
    start = name_start(head)
    doc, joint, first = head.doc, start - 1, start - 1
    if start == head.i or joint - 2 <= head.sent.start or doc[joint].lower_ not in {"and", "of", "&"}:
        return start
    while first > head.sent.start and doc[first - 1].text[:1].isupper() and not _is_other_name(doc[first - 1]):
        first -= 1
    return first if first < joint and doc[first - 1].lower_ in {"the", "a", "an", "this", "their"} else start


def _is_other_name(token: Token) -> bool:
    """A party, or a document of its own ("the Minsk Protocol and …")."""
    return token.ent_type_ in {"PERSON", "GPE", "NORP", "DATE"} or token.text in WORDS.proper_heads


def name_range(head: Token, named: bool) -> tuple[int, int]:
    """Token range of the name: a proper name with its "of …", or the noun with its modifiers and what it is on."""
    if named and head.text[0].isupper():
        return _full_start(head), _title_end(head)
    start = head.i
    while start > head.left_edge.i:
        before = head.doc[start - 1]
        if (
            before.dep_ in {"det", "poss", "predet", "case"}
            or before.lower_ == "own"
            or (before.is_punct and before.text != "-")
        ):
            break
        start -= 1
    while start < head.i and (after := _after_aside(head, start)) is not None:
        start = after  # "its own 1996 agreement", "an earlier truce", "a U.S.-brokered accord"
    if start > 2 and head.doc[start - 1].lower_ == "of" and head.doc[start - 2].lower_ == "cessation":
        start -= 2  # "a cessation of hostilities agreement"
    end = head.i + 1
    if head.lemma_.lower() in WORDS.counted:
        return start, end  # "six principles" for a settlement
    ties = _TIES | {"of"} if head.lemma_.lower() in WORDS.with_of or _is_of_kind(head) else _TIES
    if end + 1 < len(head.doc) and head.doc[end].lower_ == "of" and head.doc[end + 1].ent_type_ == "DATE":
        end += 1  # "the agreement of June 15"
        while end < head.sent.end and head.doc[end].ent_type_ == "DATE" and (end - head.i < 3 or _goes_on(head, end)):
            end += 1
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in ties and child.i == end:
            objects = [below for below in child.rights if below.dep_ == "pobj"]
            if objects and objects[0].i - child.i <= 4 and not objects[0].ent_type_ and objects[0].lower_ != "own":
                end = objects[0].i + 1
    return start, end


def whole_name(head: Token) -> tuple[int, int]:
    """Token range of the noun with all that stands before it but its article, and with "in principle"."""
    doc, start, end = head.doc, head.i, head.i + 1
    while start > head.left_edge.i and doc[start - 1].dep_ not in {"det", "poss", "predet", "case"}:
        start -= 1
    if end + 1 < len(doc) and doc[end].lower_ == "in" and doc[end + 1].lower_ == "principle":
        end += 2
    return start, end


def _is_of_kind(head: Token) -> bool:
    """ "protocol of amendment", "letter of intent", "declaration of principles": what kind it is."""
    of = next((child for child in head.rights if child.dep_ == "prep" and child.i == head.i + 1), None)
    nouns = [noun for noun in of.rights if noun.dep_ == "pobj"] if of is not None and of.lower_ == "of" else []
    return any(noun.i == head.i + 2 and noun.pos_ == "NOUN" and not noun.ent_type_ for noun in nouns)


def _after_aside(head: Token, start: int) -> int | None:
    """Where the name goes on after words that tell how new, or through whom, the deal is; None where it begins."""
    doc = head.doc
    if doc[start].text in WORDS.asides or doc[start].lower_ in {",", "and", "but", "yet"}:
        return start + 1
    hyphen = next((at for at in range(start + 1, head.i - 1) if doc[at].text in {"-", "–"}), None)
    if hyphen is not None and doc[hyphen + 1].tag_ == "VBN" and doc[hyphen + 1].lemma_.lower() in WORDS.through:
        return hyphen + 2
    return None


def complement(head: Token) -> tuple[int, int]:
    """Token range of what tells, right behind the noun and its day or place, what a deal without a name is about:
    "agreement on Friday to cease hostilities", "statement ending the war"; empty where nothing does."""
    doc, limit = head.doc, head.sent.end
    at = _after_when(head)
    if at + 1 >= limit:
        return at, at
    first, second = doc[at], doc[at + 1]
    aim = first.tag_ == "TO" and second.tag_ == "VB" and second.lemma_ != "be"
    aim = aim or (first.tag_ == "VBG" and first.dep_ == "acl" and first.head == head)
    about = first.lower_ in {"on", "over"} and first.head == head and not _is_month(second)
    if not (aim or about):
        return at, at
    end = at
    while end < min(limit, at + LONGEST) and not _ends_complement(doc[end], at):
        end += 1
    while end > at and doc[end - 1].pos_ not in {"NOUN", "PROPN"}:
        end -= 1
    return (at, end) if end > at + 1 else (at, at)


def _after_when(head: Token) -> int:
    """Behind "on Friday" and "in Moscow", which may stand between a deal and what it is about."""
    doc, at = head.doc, head.i + 1
    for _ in range(2):
        here = at + 1 < head.sent.end and doc[at].lower_ in {"on", "in", "at", "early", "late"}
        inner = {"DATE", "TIME", "GPE"} if here else {"DATE", "TIME"}
        after = at + 1 if here else at
        if after >= head.sent.end or doc[after].ent_type_ not in inner:
            break
        at = after + 1
        while at < head.sent.end and doc[at].ent_iob_ == "I":
            at += 1
    return at


def _ends_complement(token: Token, start: int) -> bool:
    """A mark, another clause, or a circumstance ("on Monday", "after a year")."""
    if token.i == start:
        return False
    clause = token.tag_ in {"VBD", "VBZ", "VBP", "MD", "WDT", "WP", "WRB", "CC"} or token.dep_ == "mark"
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    when = token.dep_ == "prep" and (token.lower_ in _CIRCUMSTANCES or _is_month(following))
    return clause or when or (token.is_punct and token.text not in {"-", "–"}) or token.is_space or _is_month(token)


def is_titled(head: Token) -> bool:
    """ "Understanding on a Framework for …": a capital, with what follows "of" or "on" in capitals, too."""
    return (
        head.text[:1].isupper()
        and head.doc[head.i : head.i + 2][-1].lower_ in {"of", "on"}
        and _title_end(head) > head.i + 1
    )


def _title_end(head: Token) -> int:
    """The end of "Declaration of Peace and Friendship", "Convention on the Law of the Sea": small words stay where a
    capital follows them."""
    doc, end = head.doc, head.i + 1
    if end + 1 >= len(doc) or doc[end].lower_ not in _INTO_TITLE:
        return end
    after = end + 1
    while after < head.sent.end:
        if doc[after].text[:1].isupper() and not _is_month(doc[after]):
            end = after + 1
        elif doc[after].lower_ not in _WITHIN_TITLE:
            break
        after += 1
    return end


def _goes_on(head: Token, at: int) -> bool:
    return head.doc[at].ent_iob_ == "I" and (head.doc[at].text[0].isalnum())


def _is_month(token: Token) -> bool:
    return token.ent_type_ in {"DATE", "TIME"}
