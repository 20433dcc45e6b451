"""Who the source of a draft is: the actor that its mention means, several who speak together, or a source unnamed."""

from spacy.tokens import Doc

from verbale.extract.actors import ActorIndex, actors_of, mention_at, with_source
from verbale.extract.attribution.cues import load_cues
from verbale.extract.attribution.draft import Draft
from verbale.extract.attribution.grammar import antecedent
from verbale.model import Report

_NO_ACTORS = frozenset({"PRP", "PRP$", "WP", "WDT", "EX", "DT"})


def speakers_of(doc: Doc, report: Report, index: ActorIndex, draft: Draft) -> tuple[ActorIndex, tuple[str, ...], bool]:
    """The index (with the source added where it was no actor yet), the keys of the speakers, and whether they are
    equally good candidates of which the text does not choose. No keys where the text does not say who speaks."""
    if draft.source_head is None:
        return index, (), False
    head = antecedent(doc[draft.source_head])
    keys, ambiguous = actors_of(doc, index, head, deep=False)
    if keys:
        return index, keys, ambiguous
    mention = mention_at(index, head)
    if head.tag_ in _NO_ACTORS or (mention is not None and mention.ambiguous):
        return index, (), False
    if draft.kind != "speech" and not {head.lemma_.lower(), head.lower_} & load_cues().people and not head.ent_type_:
        return index, (), False
    index, key = with_source(index, doc, report, head)
    return index, (key,) if key is not None else (), False
