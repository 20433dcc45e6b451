"""What two mentions of events have in common: heads, arguments, sentences, documents, as numbers for every pair."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span, Token

from verbale.resolve.words import stem

Matrix = NDArray[np.float64]

FEATURES = (
    "same lemma",
    "same stem",
    "lemma in the other's text",
    "head vector",
    "known pair",
    "mention words",
    "subject",
    "object",
    "arguments",
    "crossed arguments",
    "names in the sentence",
    "numbers in the sentence",
    "sentence",
    "sentences around",
    "sentence vector",
    "document",
    "same document",
    "same sentence",
    "both verbs",
    "verb and noun",
    "rarer lemma",
    "near the top",
    "nearby words",
    "tense",
    "story",
    "same story",
)
_SUBJECT = {"nsubj", "agent", "csubj", "poss"}
_OBJECT = {"dobj", "nsubjpass", "attr", "dative", "oprd"}
_CONTENT = {"NOUN", "PROPN", "VERB", "NUM", "ADJ"}
NEARBY = 4  # words on either side of a head
_RELATIVE = {"who", "which", "that", "whom"}
_PERSONAL = {"he", "she", "him", "her", "his"}
_MAX_ARGUMENT = 12  # words of an argument that are looked at


@dataclass(frozen=True, slots=True)
class EventMention:
    """A mention to be compared: its document (an index into the Docs given), its tokens there, its head."""

    doc: int
    tokens: tuple[int, ...]
    head: int


def head_of(doc: Doc, tokens: Sequence[int]) -> int:
    """The token of a mention that governs the others: the first whose own head lies outside."""
    inside = set(tokens)
    return next((i for i in tokens if doc[i].head.i not in inside or doc[i].head.i == i), tokens[0])


def lemma(token: Token) -> str:
    """The token's lemma in small letters."""
    return token.lemma_.lower()


def _argument(token: Token) -> list[str]:
    if token.pos_ == "PRON":
        token = _antecedent(token)
    subtree = [t for t in token.subtree if t.pos_ in _CONTENT][:_MAX_ARGUMENT]
    return [stem(lemma(t)) for t in subtree]


def _antecedent(pronoun: Token) -> Token:
    """What a pronoun most likely stands for: for a relative one the noun it follows, for a person's the last person
    named, not this sentence's object; the pronoun itself where nothing fits."""
    if pronoun.lower_ in _RELATIVE:
        verb = next((t for t in (pronoun, *pronoun.ancestors) if t.dep_ == "relcl"), None)
        return verb.head if verb is not None else pronoun
    if pronoun.lower_ not in _PERSONAL:
        return pronoun
    before = pronoun.doc[max(0, pronoun.i - 80) : pronoun.i]
    people = [t for t in before if t.ent_type_ == "PERSON" and t.head.ent_type_ != "PERSON"]
    return next((t for t in reversed(people) if t.dep_ in _SUBJECT), people[-1] if people else pronoun)


def _arguments(head: Token) -> tuple[list[str], list[str], list[str]]:
    """Stems of the words in subject, object, and all arguments of an event's head; light governors lend theirs."""
    subject: list[str] = []
    direct: list[str] = []
    every: list[str] = []
    governors = [head]
    if head.dep_ in ("dobj", "xcomp", "conj", "acl", "relcl") and head.head.i != head.i:
        governors.append(head.head)
    for governor in governors:
        for child in governor.children:
            if child.i == head.i:
                continue
            words = []
            if child.dep_ in _SUBJECT:
                words = _argument(child)
                subject += words
            elif child.dep_ in _OBJECT:
                words = _argument(child)
                direct += words
            elif child.dep_ in ("prep", "compound", "amod", "nmod", "pobj", "npadvmod") and governor == head:
                words = _argument(child)
                direct += words if child.dep_ in ("compound",) or child.text.lower() == "of" else []
            every += words
    if head.dep_ == "acl" and head.head.i != head.i:  # "a man killed in", "the man accused of"
        words = [stem(lemma(head.head))]
        (subject if head.tag_ == "VBG" else direct).extend(words)
        every += words
    return subject, direct, every


def _rows(bags: Sequence[Sequence[str]], weight: Mapping[str, float]) -> Matrix:
    """Unit vectors of bags of words, weighted."""
    columns: dict[str, int] = {}
    for bag in bags:
        for word in bag:
            columns.setdefault(word, len(columns))
    rows = np.zeros((len(bags), max(1, len(columns))))
    for i, bag in enumerate(bags):
        for word, count in Counter(bag).items():
            rows[i, columns[word]] = (1 + math.log(count)) * weight.get(word, 1.0)
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    scaled: Matrix = rows / np.where(norms == 0, 1, norms)
    return scaled


def _cosines(bags: Sequence[Sequence[str]], weight: Mapping[str, float]) -> Matrix:
    rows = _rows(bags, weight)
    product: Matrix = rows @ rows.T
    return product


def _signed(bags: Sequence[Sequence[str]], weight: Mapping[str, float]) -> Matrix:
    """Cosines, and -0.3 where both have words and share none: telling different things, not telling nothing."""
    rows = _rows(bags, weight)
    filled = np.array([bool(bag) for bag in bags])
    product = rows @ rows.T
    return np.where((product == 0) & filled[:, None] & filled[None, :], -0.3, product)


def _vectors(vectors: Sequence[Any]) -> Matrix:
    rows = np.array([np.asarray(v, dtype=np.float64) for v in vectors])
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    rows = rows / np.where(norms == 0, 1, norms)
    product: Matrix = rows @ rows.T
    return product


def features(docs: Sequence[Doc], mentions: Sequence[EventMention], known: Mapping[str, float]) -> NDArray[np.float64]:
    """Features of every pair, mentions x mentions x FEATURES. `known` are log odds of pairs of lemmas, "a b" sorted."""
    words = [[stem(lemma(t)) for t in doc if t.pos_ in _CONTENT and t.is_alpha] for doc in docs]
    frequency = Counter(word for bag in words for word in set(bag))
    rarity = {word: math.log((len(docs) + 1) / (count + 0.5)) for word, count in frequency.items()}
    heads = [docs[m.doc][m.head] for m in mentions]
    sentences = [head.sent for head in heads]

    def bag(tokens: Sequence[Token]) -> list[str]:
        return [stem(lemma(t)) for t in tokens if t.pos_ in _CONTENT and (t.is_alpha or t.like_num)]

    own = [[t for t in s if t.i not in set(m.tokens)] for s, m in zip(sentences, mentions, strict=True)]
    around = [list(head.doc[max(0, s.start - 40) : s.end + 40]) for head, s in zip(heads, sentences, strict=True)]
    arguments = [_arguments(head) for head in heads]
    lemmas = [lemma(h) for h in heads]
    stems = [stem(word)[:5] for word in lemmas]
    texts = [{lemma(docs[m.doc][i]) for i in m.tokens} for m in mentions]
    names = [[stem(t.lower_) for t in s if t.ent_type_ in _NAMES] for s in sentences]
    numbers = [[t.lower_ for t in s if t.ent_type_ in _NUMBERS and (t.like_num or t.is_alpha)] for s in sentences]
    documents = np.array([m.doc for m in mentions])
    verbs = np.array([h.pos_ in ("VERB", "AUX") for h in heads])
    count = len(mentions)
    pair = np.zeros((count, count))
    for i, a in enumerate(lemmas):
        for j in range(i):
            b = lemmas[j]
            pair[i, j] = pair[j, i] = known.get(f"{a} {b}" if a <= b else f"{b} {a}", 0.0)
    inside = np.array([[a in text for text in texts] for a in lemmas], dtype=float)
    subject, direct, every = ([a[k] for a in arguments] for k in range(3))
    one, other = _shared_rows(subject, direct, rarity)
    crossed = one @ other.T
    doc_cosine = _cosines([words[m.doc] for m in mentions], rarity)
    share = Counter(lemmas)
    rare = np.array([1.0 / share[word] for word in lemmas])
    top = np.array([math.exp(-s.start / 60) for s in sentences])
    same_sentence = (documents[:, None] == documents) & (
        np.array([s.start for s in sentences])[:, None] == np.array([s.start for s in sentences])
    )
    tense = np.array([_tense(head) for head in heads])
    tied = cophenetic(_cosines(words, rarity))
    layers = (
        np.array([[a == b for b in lemmas] for a in lemmas], dtype=float),
        np.array([[a == b for b in stems] for a in stems], dtype=float),
        np.maximum(inside, inside.T),
        _vectors([h.vector for h in heads]),
        pair,
        _cosines([sorted(text) for text in texts], rarity),
        _signed(subject, rarity),
        _signed(direct, rarity),
        _signed(every, rarity),
        np.maximum(crossed, crossed.T),
        _signed(names, rarity),
        _signed(numbers, rarity),
        _cosines([bag(tokens) for tokens in own], rarity),
        _cosines([bag(tokens) for tokens in around], rarity),
        _vectors([_sentence_vector(s) for s in sentences]),
        doc_cosine,
        (documents[:, None] == documents).astype(float),
        same_sentence.astype(float),
        (verbs[:, None] & verbs).astype(float),
        (verbs[:, None] ^ verbs).astype(float),
        np.maximum(rare[:, None], rare),
        np.minimum(top[:, None], top),
        _vectors([_sentence_vector(_nearby(head)) for head in heads]),
        np.sign(np.outer(tense, tense)),
        tied[np.ix_(documents, documents)],
        (tied[np.ix_(documents, documents)] > _second_height(tied)).astype(float),
    )
    return np.stack(layers, axis=-1)


def _nearby(head: Token) -> Span:
    """The words around a head, from no earlier than the start of its sentence."""
    return head.doc[max(head.sent.start, head.i - NEARBY) : head.i + NEARBY + 1]


def _tense(head: Token) -> int:
    """1 for what is told as done, -1 for what is to come, may come or did not, 0 where the grammar does not tell."""
    if head.pos_ not in ("VERB", "AUX"):
        return 0
    around = [head, *(c for c in head.children if c.dep_ in ("aux", "auxpass", "neg"))]
    if any(t.tag_ == "MD" or t.dep_ == "neg" or t.tag_ == "TO" for t in around):
        return -1
    return 1 if any(t.tag_ in ("VBD", "VBN") for t in around) else 0


def cophenetic(similar: Matrix) -> Matrix:
    """For each pair the mean similarity at which average-link clustering makes them one: stories told in a batch of
    reports show as blocks, and a short report takes part in its story's."""
    count = len(similar)
    total = similar.astype(float).copy()
    np.fill_diagonal(total, -np.inf)
    sizes = np.ones(count)
    members = [[i] for i in range(count)]
    heights = np.ones((count, count))
    height = np.inf
    for _ in range(count - 1):
        mean = total / sizes[:, None] / sizes
        i, j = sorted(divmod(int(mean.argmax()), count))
        height = min(height, float(mean[i, j]))
        heights[np.ix_(members[i], members[j])] = heights[np.ix_(members[j], members[i])] = height
        total[i] += total[j]
        total[:, i] += total[:, j]
        total[i, i] = -np.inf
        total[j], total[:, j] = -np.inf, -np.inf
        sizes[i] += sizes[j]
        members[i] = members[i] + members[j]
    return heights


def _second_height(heights: Matrix) -> float:
    """The height under which the last two stories became one; 0 for a single document."""
    return float(heights.min()) if len(heights) > 1 else 0.0


def _sentence_vector(sentence: Span) -> NDArray[np.float64]:
    vectors = [np.asarray(t.vector, dtype=np.float64) for t in sentence if t.pos_ in _CONTENT]
    total: NDArray[np.float64] = np.sum(vectors or [np.zeros(len(sentence[0].vector))], axis=0)
    return total


_NAMES = {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART"}
_NUMBERS = {"CARDINAL", "MONEY", "QUANTITY", "PERCENT", "DATE", "TIME", "ORDINAL"}


def _shared_rows(
    one: Sequence[Sequence[str]], other: Sequence[Sequence[str]], weight: Mapping[str, float]
) -> tuple[Matrix, Matrix]:
    rows = _rows([*one, *other], weight)
    return rows[: len(one)], rows[len(one) :]
