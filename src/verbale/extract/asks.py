"""Asks of one report and their answers: demand, request, invitation, offer, proposal, appeal.

The steps, each a module of `asking`: who asks whom, what is told twice, answers by grammar, answers by a later clause,
answers by contrast, and sides that only the context tells.
"""

from verbale.extract.acting.scene import Scene
from verbale.extract.actors import ActorIndex
from verbale.extract.asking.addressees import tell_addressees
from verbale.extract.asking.aside import tell_asides
from verbale.extract.asking.book import Book, is_ask
from verbale.extract.asking.clefts import tell_clefts
from verbale.extract.asking.conditions import tell_conditions
from verbale.extract.asking.discourse import by_discourse
from verbale.extract.asking.duties import tell_duties
from verbale.extract.asking.entering import Voices
from verbale.extract.asking.free import by_free_words
from verbale.extract.asking.grammar import by_contrast, by_grammar
from verbale.extract.asking.hollow import is_hollow, puts_off
from verbale.extract.asking.repeats import join_repeated, join_same
from verbale.extract.asking.sides import by_context, settle_sides
from verbale.extract.asking.subjects import add_second_for, settle_subjects, trim_owner
from verbale.extract.asking.wishes import tell_wishes
from verbale.language.parse import Doc
from verbale.model import Act, Answer, Report, Statement, TimeMention
from verbale.world import World


def find(
    doc: Doc,
    report: Report,
    index: ActorIndex,
    times: tuple[TimeMention, ...],
    acts: tuple[Act, ...],
    statements: tuple[Statement, ...] = (),
) -> tuple[tuple[Act, ...], tuple[Answer, ...]]:
    """`acts` with asks added that only their answer tells of, and the answers that this report gives.

    An ask whose target only its answer names gets it from there. Asks told twice ("… offered X. … the offer") are
    joined; asks of which neither the content nor one of the sides is known are dropped. No answer at all is not
    recorded: only silence that the report tells of is an answer "none".
    """
    book = Book(Scene(doc, report, World({}, {}, {}), index, times), acts)
    add_second_for(book)
    settle_subjects(book)
    settle_sides(book, statements)
    trim_owner(book)
    tell_asides(book)
    tell_clefts(book)
    voices = Voices(statements)
    tell_conditions(book, voices)
    tell_duties(book, voices)
    tell_wishes(book)
    join_repeated(book)
    by_grammar(book)
    by_discourse(book)
    by_contrast(book)
    by_context(book)
    tell_addressees(book)
    by_free_words(book, voices)
    join_same(book)
    kept = [act for act in book.acts.values() if not (is_ask(act) and (is_hollow(book, act) or puts_off(book, act)))]
    order = sorted(_once(kept), key=lambda act: act.trigger.start)
    return tuple(order), tuple(answer for act in order if (answer := book.answers.get(act.id)))


def _once(acts: list[Act]) -> list[Act]:
    """Asks by the same for the same words of a report are one; of two at one word, the one that tells more."""
    found: dict[object, Act] = {}
    for act in acts:
        if any(_is_within(act, other) for other in acts):
            continue
        same = (act.subject_span, act.sources, act.targets) if is_ask(act) and act.subject_span else act.id
        found.setdefault(same, act)
    return list(found.values())


def _is_within(act: Act, other: Act) -> bool:
    """ "asked Baku for fuel" beside "for fuel and food", read at the same word."""
    mine, whole = act.subject_span, other.subject_span
    if mine is None or whole is None or mine == whole or not (is_ask(act) and is_ask(other)):
        return False
    same = (act.trigger, act.sources, act.targets) == (other.trigger, other.sources, other.targets)
    return same and mine.start == whole.start and mine.end < whole.end
