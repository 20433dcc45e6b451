"""What a report tells of a deal without naming it: lists after a colon, then the sentences of its account."""

from verbale.extract.actors import ActorIndex
from verbale.extract.agreeing.account import add_points, go_on
from verbale.extract.agreeing.gather import last_before
from verbale.extract.agreeing.group import Group
from verbale.extract.agreeing.lists import lists_of
from verbale.extract.agreement_words import WORDS
from verbale.language.parse import Doc
from verbale.model import Provision, Report, Statement

_ARTICLES = frozenset({"a", "an", "the"})


def tell_more(
    doc: Doc, report: Report, index: ActorIndex, statements: tuple[Statement, ...], groups: list[Group]
) -> None:
    """Give `groups` the points that lists, and sentences that go on where others told points, tell."""
    for listed in lists_of(doc, report):
        group = last_before(groups, listed.colon.i)
        if group is not None:
            _drop_summed_up(group, listed.points)
            add_points(group, listed.colon.i, listed.points, by_account=False)
    go_on(doc, report, index, statements, groups)


def _drop_summed_up(group: Group, listed: tuple[Provision, ...]) -> None:
    """What the first sentence only sums up ("agreed to stop fighting") the list says in full."""
    doings = {word for point in listed for word in point.text.lower().split() if word in WORDS.doings}
    for naming in group.namings:
        if naming.head.pos_ == "VERB":
            naming.provisions = ()
        naming.provisions = tuple(
            point
            for point in naming.provisions
            if not (point.text.split()[0].lower() in _ARTICLES and doings & set(point.text.lower().split()))
        )
