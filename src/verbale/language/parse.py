"""A parse as plain Python objects: what extraction reads of spaCy's Doc, under spaCy's own names.

spaCy makes a new Token at every access, and looks its strings up each time; extraction looks at each word some hundred
times, so that this cost more than all rules together. Here each token is made once, with its strings and its place in
the tree, and a Doc of it holds and means what spaCy's does (https://spacy.io/api/doc, /token, /span). Nothing of it is
to be changed.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import wraps
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

if TYPE_CHECKING:
    from spacy.tokens import Doc as SpacyDoc
    from spacy.tokens import Token as SpacyToken

T = TypeVar("T")
Alignment = Literal["strict", "expand", "contract"]


class Token:
    """A word of a `Doc`. There is one object a word: two are equal where they are the same."""

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "ent_iob_",
        "ent_kb_id_",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_alpha",
        "is_bracket",
        "is_punct",
        "is_quote",
        "is_sent_end",
        "is_sent_start",
        "is_space",
        "is_upper",
        "left_edge",
        "lefts",
        "lemma_",
        "like_num",
        "lower_",
        "pos_",
        "right_edge",
        "rights",
        "sent",
        "shape_",
        "tag_",
        "text",
        "whitespace_",
    )
    doc: "Doc"
    i: int
    idx: int
    text: str
    whitespace_: str
    lower_: str
    lemma_: str
    shape_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    ent_kb_id_: str
    is_alpha: bool
    is_bracket: bool
    is_punct: bool
    is_quote: bool
    is_sent_end: bool
    is_sent_start: bool
    is_space: bool
    is_upper: bool
    like_num: bool
    head: "Token"
    lefts: tuple["Token", ...]
    rights: tuple["Token", ...]
    children: tuple["Token", ...]
    left_edge: "Token"
    right_edge: "Token"
    sent: "Span"

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    def __lt__(self, other: "Token") -> bool:
        return self.i < other.i

    @property
    def n_lefts(self) -> int:
        """How many children stand before it."""
        return len(self.lefts)

    @property
    def n_rights(self) -> int:
        """How many children stand behind it."""
        return len(self.rights)

    def nbor(self, i: int = 1) -> "Token":
        """The word `i` places on. Raises IndexError where the text does not go so far."""
        at = self.i + i
        if not 0 <= at < len(self.doc):
            raise IndexError(f"no word {at} in a text of {len(self.doc)}")
        return self.doc[at]

    @property
    def subtree(self) -> Iterator["Token"]:
        """The words of its phrase, itself among them, in the order of the tree."""
        for child in self.lefts:
            yield from child.subtree
        yield self
        for child in self.rights:
            yield from child.subtree

    @property
    def ancestors(self) -> Iterator["Token"]:
        """Its head, the head of that, and so on up to the root."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def is_ancestor(self, other: "Token") -> bool:
        """True where `other` stands below it."""
        return any(word is self for word in other.ancestors)

    @property
    def conjuncts(self) -> tuple["Token", ...]:
        """The words that it is coordinated with, itself left out."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        joined = [first]
        for word in joined:  # grows as it goes
            joined += [child for child in word.rights if child.dep_ == "conj"]
        return tuple(word for word in joined if word is not self)


def once_a_word(ask: Callable[[Token], T]) -> Callable[[Token], T]:
    """`ask`, answered once for each word and kept with the Doc: many rules ask it of the same words, and what it says
    hangs on the parse alone. Who gets the answer must not change it."""

    @wraps(ask)
    def asked(word: Token) -> T:
        answers: dict[int, T] = word.doc.answers.get(ask) or word.doc.answers.setdefault(ask, {})
        at = word.i
        if at not in answers:
            answers[at] = ask(word)
        return answers[at]

    return asked


class Span:
    """Words `start` to `end` (exclusive) of a `Doc`, with the label and the entry of the world data of a name."""

    __slots__ = ("_root", "doc", "end", "kb_id_", "label_", "start")
    _root: Token | None

    def __init__(self, doc: "Doc", start: int, end: int, label: str = "", kb_id: str = "") -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label
        self.kb_id_ = kb_id
        self._root = None

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> "Span": ...
    def __getitem__(self, at: int | slice) -> "Token | Span":
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self))
            return Span(self.doc, self.start + start, self.start + max(start, end))
        place = at + (self.end if at < 0 else self.start)
        if not self.start <= place < self.end:
            raise IndexError(f"no word {at} in a span of {len(self)}")
        return self.doc.tokens[place]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[int, int, str, str]:
        return self.start, self.end, self.label_, self.kb_id_

    def __repr__(self) -> str:
        return self.text

    @property
    def start_char(self) -> int:
        """Where its first word begins in the text."""
        tokens = self.doc.tokens
        return tokens[self.start].idx if self.start < len(tokens) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """Where its last word ends in the text, the space behind it left out."""
        if self.end <= self.start:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """The exact characters, without the space behind the last word."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def text_with_ws(self) -> str:
        """The exact characters, with the space behind the last word."""
        return self.text + (self.doc.tokens[self.end - 1].whitespace_ if len(self) else "")

    @property
    def sent(self) -> "Span":
        """The sentence that it begins in."""
        return self.doc.tokens[self.start].sent

    @property
    def root(self) -> Token:
        """The word that stands highest in the tree; of several, the first. Space and marks come last."""
        if self._root is None:
            self._root = self._find_root()
        return self._root

    def _find_root(self) -> Token:
        tokens, start, end = self.doc.tokens, self.start, self.end
        within = tokens[start:end]
        for word in within:
            if word.head is word:
                return word
        heads = [word for word in within if not start <= word.head.i < end]
        if len(heads) == 1:
            return heads[0]
        return min(heads, key=_depth) if heads else tokens[start]


def _depth(word: Token) -> int:
    if (word.is_space or word.is_punct) and not word.children:
        return len(word.doc)
    return sum(1 for _ in word.ancestors)


class Doc:
    """A parsed text: `tokens`, sentences, and names with their labels; `answers` are those of `once_a_word`."""

    __slots__ = ("_starts", "answers", "ents", "sents", "text", "tokens")
    answers: dict[Callable[[Token], Any], dict[int, Any]]
    text: str
    tokens: list[Token]
    sents: tuple[Span, ...]
    ents: tuple[Span, ...]

    def __init__(self, doc: "SpacyDoc") -> None:
        self.text = doc.text
        self.answers = {}
        self.tokens = tokens = [_token(self, word) for word in doc]
        self._starts = [token.idx for token in tokens]
        self.sents = tuple(Span(self, sentence.start, sentence.end) for sentence in doc.sents)
        self.ents = tuple(Span(self, name.start, name.end, name.label_, name.kb_id_) for name in doc.ents)
        for sentence in self.sents:
            for token in sentence:
                token.sent = sentence
        lefts: list[list[Token]] = [[] for _ in tokens]
        rights: list[list[Token]] = [[] for _ in tokens]
        for token, word in zip(tokens, doc, strict=True):
            at = word.head.i
            token.head = tokens[at]
            token.left_edge, token.right_edge = tokens[word.left_edge.i], tokens[word.right_edge.i]
            if at != token.i:
                (lefts if token.i < at else rights)[at].append(token)
        for token, before, behind in zip(tokens, lefts, rights, strict=True):
            token.lefts, token.rights = tuple(before), tuple(behind)
            token.children = token.lefts + token.rights

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, int):
            return self.tokens[at]
        start, end, _ = at.indices(len(self.tokens))
        return Span(self, start, max(start, end))

    def char_span(self, start: int, end: int, *, alignment_mode: Alignment = "strict") -> Span | None:
        """The words from character `start` to `end`: exactly these, or all that are touched ("expand"), or all that are
        whole within them ("contract"). None where there are none."""
        first, last = self._at(start), self._at(end - 1)
        if first is None or last is None:
            return None
        if alignment_mode == "strict":
            if first.idx != start or last.idx + len(last) != end:
                return None
            return Span(self, first.i, last.i + 1)
        begin, stop = first.i, last.i + 1
        if alignment_mode == "contract":
            begin += first.idx < start
            stop -= end < last.idx + len(last)
            return Span(self, begin, stop) if stop > begin else None
        begin += start == first.idx + len(first)  # the space behind a word is no part of it
        return Span(self, begin, max(begin, stop))

    def _at(self, place: int) -> Token | None:
        """The word that the character at `place` belongs to, or the space behind it does."""
        at = bisect_right(self._starts, place) - 1
        if at < 0:
            return None
        token = self.tokens[at]
        return token if place < token.idx + len(token.text) + len(token.whitespace_) else None


def _token(doc: Doc, word: "SpacyToken") -> Token:
    token = Token()
    token.doc = doc
    token.i, token.idx = word.i, word.idx
    token.text, token.whitespace_, token.lower_, token.shape_ = word.text, word.whitespace_, word.lower_, word.shape_
    token.lemma_, token.pos_, token.tag_, token.dep_ = word.lemma_, word.pos_, word.tag_, word.dep_
    token.ent_type_, token.ent_iob_, token.ent_kb_id_ = word.ent_type_, word.ent_iob_, word.ent_kb_id_
    token.is_alpha, token.is_upper, token.like_num = word.is_alpha, word.is_upper, word.like_num
    token.is_space, token.is_punct = word.is_space, word.is_punct
    token.is_quote, token.is_bracket = word.is_quote, word.is_bracket
    token.is_sent_start, token.is_sent_end = bool(word.is_sent_start), bool(word.is_sent_end)
    return token
