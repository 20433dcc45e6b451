"""Where a token stands in its report: sentence, paragraph, inside a quote or not; and what it does in its clause."""

from dataclasses import dataclass

from verbale.language.parse import Doc, Token

_OPEN, _CLOSE, _STRAIGHT = "“„«", "”»", '"'

# A climb over the parse never takes more steps than this, however deep a hostile sentence is nested.
MAX_CLIMB = 24


@dataclass(frozen=True, slots=True)
class Layout:
    """For every token: number of its sentence and paragraph, and whether it stands between quotation marks."""

    sentence: tuple[int, ...]
    paragraph: tuple[int, ...]
    quoted: tuple[bool, ...]


def layout_of(doc: Doc) -> Layout:
    """One pass over the tokens. A quote left open ends with its paragraph."""
    sentence: list[int] = []
    paragraph: list[int] = []
    quoted: list[bool] = []
    number, section, inside = -1, 0, False
    for token in doc:
        if token.is_sent_start or number < 0:
            number += 1
        text = token.text
        if token.is_space and "\n\n" in text:
            section += 1
            inside = False
        if len(text) <= 2 and text:
            if text[0] in _OPEN:
                inside = True
            elif text[-1] in _CLOSE:
                inside = False
            elif text[0] in _STRAIGHT or text in {"''", "``"}:
                inside = not inside
        sentence.append(number)
        paragraph.append(section)
        quoted.append(inside)
    return Layout(tuple(sentence), tuple(paragraph), tuple(quoted))


def first_of_coordination(token: Token) -> Token:
    """The first conjunct of the coordination that `token` is in."""
    for _ in range(MAX_CLIMB):
        if token.dep_ == "conj" and token.head != token:
            token = token.head
        else:
            break
    return token


def clause_of(token: Token) -> Token:
    """The verb (or root) of the smallest clause around `token`."""
    for _ in range(MAX_CLIMB):
        head = token.head
        if head == token:
            return token
        token = head
        if token.pos_ in {"VERB", "AUX"}:
            return token
    return token


def subject_of(verb: Token) -> Token | None:
    """The subject of `verb`, its own or the one it shares with the verb it is joined or bound to."""
    for _ in range(MAX_CLIMB):
        for child in verb.lefts:
            if child.dep_ in {"nsubj", "nsubjpass"}:
                return child
        for child in verb.rights:  # "…," said X
            if child.dep_ in {"nsubj", "nsubjpass"}:
                return child
        if verb.dep_ in {"conj", "xcomp", "advcl", "aux", "auxpass"} and verb.head != verb:
            if verb.dep_ == "advcl" and any(child.dep_ == "mark" for child in verb.lefts) and verb.tag_ != "VBG":
                return None
            verb = verb.head
            continue
        return None
    return None


def doer_of(verb: Token) -> Token | None:
    """The subject of `verb`; for "who" the noun that it stands for."""
    subject = subject_of(verb)
    if subject is not None and subject.tag_ in {"WP", "WDT"} and subject.head.dep_ == "relcl":
        return subject.head.head
    return subject


def conjuncts(token: Token) -> list[Token]:
    """`token` and what is coordinated with it, in order."""
    parts = [token]
    for _ in range(MAX_CLIMB):
        following = next((child for child in parts[-1].rights if child.dep_ == "conj"), None)
        if following is None:
            break
        parts.append(following)
    return parts


def is_mark(token: Token) -> bool:
    """True for a mark that belongs to the sentence; a per cent sign, which spaCy counts with them, to its number."""
    return token.is_punct and token.text != "%"
