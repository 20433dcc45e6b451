"""What turns an ask round is part of it: "not", "never" and "not only" before its "to"."""

import pytest

from read_text import read_statements


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mediator urged both delegations not to leave Nairobi.", "not to leave Nairobi"),
        ("Kenya asked Uganda never to close the crossing again.", "never to close the crossing again"),
        ("The king told his ministers not to speak to the press.", "not to speak to the press"),
        ("Oslo warned Stockholm not to interfere.", "not to interfere"),
        ("Peru called on Chile not only to free the crew but to pay.", "not only to free the crew but to pay"),
        ("The envoy promised not to return.", "not to return"),
        ("The mediator urged both delegations to stay.", "to stay"),
    ],
)
def test_a_negated_ask_keeps_its_negation(text: str, content: str) -> None:
    statements, _ = read_statements(text)
    assert [" … ".join(span.text for span in statement.content) for statement in statements] == [content]
