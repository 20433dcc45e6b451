"""The correction of names, step by step: bounds, the world's names, people, organisations, the report as a whole."""

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from verbale.language.names.acronyms import define_acronyms, initials_of_bodies, use_acronyms
from verbale.language.names.bounds import join_hyphens, split_compounds, trim
from verbale.language.names.consistency import agree
from verbale.language.names.gazetteer import match_short_forms, match_world
from verbale.language.names.headlines import people_in_capitals, untangle_headlines
from verbale.language.names.known import leaders_known, people_no_days, states_off, towns_reached
from verbale.language.names.organisations import (
    movements_by_leader,
    organisations_by_head,
    outlets_by_words,
    places_by_words,
    type_by_head,
)
from verbale.language.names.people import (
    complete_persons,
    persons_beside_persons,
    persons_by_given_name,
    persons_of_hyphened_form,
    persons_of_initials,
    persons_paired,
    persons_unseen,
    persons_who_speak,
    persons_with_nickname,
)
from verbale.language.names.set_off import days_off, names_off_days, persons_set_off
from verbale.language.names.table import Names
from verbale.language.names.titles import persons_after_titles, titles_off
from verbale.world import World


def correct_names(doc: Doc, found: Sequence[tuple[int, int, str]], world: World | None) -> Doc:
    """Set `doc.ents` to the names `found` by the pipeline (first token, token after the last, label), corrected with
    the knowledge of `world`; without it they are set as they are. `kb_id_` is the id of the world entry named.
    """
    if world is None:
        doc.ents = [Span(doc, start, end, label) for start, end, label in found]
        return doc
    names = Names(doc, list(found))
    untangle_headlines(names, world)
    trim(names)
    join_hyphens(names)
    split_compounds(names, world)
    people_no_days(names)
    days_off(names)
    names_off_days(names, world)
    states_off(names, world)
    match_world(names, world)
    outlets_by_words(names)
    movements_by_leader(names)
    titles_off(names)
    type_by_head(names)
    organisations_by_head(names)
    persons_after_titles(names)
    persons_of_hyphened_form(names)
    persons_of_initials(names)
    persons_with_nickname(names)
    persons_by_given_name(names)
    complete_persons(names)
    persons_who_speak(names)
    persons_beside_persons(names)
    persons_paired(names)
    leaders_known(names)
    persons_unseen(names)
    persons_set_off(names)
    towns_reached(names)
    places_by_words(names)
    defined = define_acronyms(names)
    use_acronyms(names, {**initials_of_bodies(names), **defined})
    agree(names)
    people_in_capitals(names)
    match_short_forms(names, world)
    doc.ents = [Span(doc, name.start, name.end, name.label, kb_id=name.id) for name in names]
    return doc
