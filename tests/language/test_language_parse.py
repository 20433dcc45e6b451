"""A parse as plain objects holds and means what spaCy's Doc does, for every word and every span."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc as SpacyDoc

from verbale.language import analyse
from verbale.language.parse import Doc
from verbale.model import Report
from verbale.world import load_world

TEXTS = (
    "ASMARA — “We have asked Ethiopia twice, and twice they smiled,” the minister, who has led the talks since May, "
    "said\n\non Tuesday. Envoys from Eritrea, Djibouti and the U.N. (all three unnamed) will meet in Addis Ababa, or "
    "so he hopes;\nnobody’s told  the  hosts.  What’s next?",
    "Oslo.",
    "...\n\n!!\n",
    "“No.”",
)
WORDS = [
    "text",
    "lower_",
    "lemma_",
    "shape_",
    "pos_",
    "tag_",
    "dep_",
    "ent_type_",
    "ent_iob_",
    "ent_kb_id_",
    "whitespace_",
    "i",
    "idx",
    "is_alpha",
    "is_upper",
    "is_space",
    "is_punct",
    "is_quote",
    "is_bracket",
    "like_num",
    "n_lefts",
    "n_rights",
]


def both(text: str) -> tuple[SpacyDoc, Doc]:
    parsed = analyse(Report(id="t", path="t", text=text, plain=True), load_world())
    return parsed, Doc(parsed)


def indices(words: Iterable[Any]) -> list[int]:
    return [word.i for word in words]


@pytest.mark.parametrize("text", TEXTS)
def test_every_word_holds_the_same(text: str) -> None:
    parsed, doc = both(text)
    assert (len(doc), doc.text) == (len(parsed), parsed.text)
    for theirs, ours in zip(parsed, doc, strict=True):
        for name in WORDS:
            assert getattr(ours, name) == getattr(theirs, name), (theirs, name)
        assert (ours.is_sent_start, ours.is_sent_end) == (bool(theirs.is_sent_start), bool(theirs.is_sent_end))
        assert (ours.head.i, ours.left_edge.i, ours.right_edge.i) == (
            theirs.head.i,
            theirs.left_edge.i,
            theirs.right_edge.i,
        )
        for name in ("children", "lefts", "rights", "subtree", "ancestors", "conjuncts"):
            assert [word.i for word in getattr(ours, name)] == [word.i for word in getattr(theirs, name)], (
                theirs,
                name,
            )
        assert (ours.sent.start, ours.sent.end) == (theirs.sent.start, theirs.sent.end)
        assert [ours.is_ancestor(word) for word in doc] == [theirs.is_ancestor(word) for word in parsed]
    assert [(s.start, s.end) for s in doc.sents] == [(s.start, s.end) for s in parsed.sents]
    assert [(e.start, e.end, e.label_, e.kb_id_) for e in doc.ents] == [
        (e.start, e.end, e.label_, e.kb_id_) for e in parsed.ents
    ]


@pytest.mark.parametrize("text", TEXTS)
def test_every_span_is_the_same(text: str) -> None:
    parsed, doc = both(text)
    for start in range(len(doc) + 1):
        for end in range(len(doc) + 1):
            theirs, ours = parsed[start:end], doc[start:end]
            assert (ours.start, ours.end, len(ours)) == (theirs.start, theirs.end, len(theirs))
            assert (ours.text, ours.start_char, ours.end_char) == (theirs.text, theirs.start_char, theirs.end_char)
            if len(ours):
                assert ours.root.i == theirs.root.i, theirs
                assert ours.text_with_ws == theirs.text_with_ws
                assert (ours[0].i, ours[-1].i, ours[1:].start) == (theirs[0].i, theirs[-1].i, theirs[1:].start)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("mode", ["strict", "expand", "contract"])
def test_characters_lead_to_the_same_words(text: str, mode: str) -> None:
    parsed, doc = both(text)
    for start in range(len(text) + 1):
        for end in range(start + 1, min(len(text), start + 40) + 1):
            theirs, ours = (
                parsed.char_span(start, end, alignment_mode=mode),
                doc.char_span(start, end, alignment_mode=mode),
            )
            assert (ours is None) == (theirs is None), (start, end)
            if ours is not None and theirs is not None:
                assert (ours.start, ours.end) == (theirs.start, theirs.end), (start, end)


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("ab .,“”\n\u00a0'-7—é(\U0001f600"), max_size=60))
def test_any_text_is_held_to_the_letter(text: str) -> None:
    parsed, doc = both(text)
    assert doc.text == parsed.text
    assert "".join(word.text + word.whitespace_ for word in doc) == parsed.text
    assert indices(word.head for word in doc) == indices(word.head for word in parsed)


def test_there_is_no_word_outside_the_text() -> None:
    doc = both("Delegates met.")[1]
    assert doc[-1].text == "."
    for reach in (lambda: doc[9], lambda: doc[0].nbor(-1), lambda: doc[0:2][2], lambda: doc[-1].nbor()):
        with pytest.raises(IndexError):
            reach()
