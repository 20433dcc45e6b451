"""The words that name agreements (`data/agreement_words.yaml`) and tell what became of them."""

from dataclasses import dataclass
from importlib import resources
from typing import get_args

import yaml

from verbale.model import ProvisionState


@dataclass(frozen=True, slots=True)
class AgreementWords:
    """Lemmas by their use; the data file says what each list is for."""

    nouns: frozenset[str]
    weak_nouns: frozenset[str]
    signed_nouns: frozenset[str]
    mere_plans: frozenset[str]
    strengtheners: dict[str, frozenset[str]]
    of_people: frozenset[str]
    tells: frozenset[str]
    ceremonies: frozenset[str]
    proper_heads: frozenset[str]
    told_by_terms: frozenset[str]
    counted: frozenset[str]
    counts: frozenset[str]
    made: frozenset[str]
    mediates: frozenset[str]
    made_weak: frozenset[str]
    signs: frozenset[str]
    made_nouns: frozenset[str]
    general: frozenset[str]
    kinds_of_deal: frozenset[str]
    never_made: frozenset[str]
    unmade_modifiers: frozenset[str]
    unmade_prepositions: frozenset[str]
    unmade_verbs: frozenset[str]
    other_deals: frozenset[str]
    assemblies: frozenset[str]
    holds: frozenset[str]
    binds: frozenset[str]
    promises: frozenset[str]
    undertakes: frozenset[str]
    point_verbs: frozenset[str]
    with_of: frozenset[str]
    parts: frozenset[str]
    breaches: frozenset[str]
    other_clauses: frozenset[str]
    refers: frozenset[str]
    meets: frozenset[str]
    settles: frozenset[str]
    becomes: frozenset[str]
    no_points: frozenset[str]
    talking: frozenset[str]
    sides: frozenset[str]
    of_it: frozenset[str]
    points: frozenset[str]
    signatures: frozenset[str]
    contains: frozenset[str]
    blesses: frozenset[str]
    proclaims: frozenset[str]
    doings: frozenset[str]
    turns: frozenset[str]
    amends: frozenset[str]
    calls: frozenset[str]
    handshakes: frozenset[str]
    aims: frozenset[str]
    states: frozenset[str]
    programmes: frozenset[str]
    peace: frozenset[str]
    documents: frozenset[str]
    people_of_side: frozenset[str]
    political: frozenset[str]
    worldwide: frozenset[str]
    opposed: frozenset[str]
    ends: frozenset[str]
    day_words: frozenset[str]
    asides: frozenset[str]
    effects: frozenset[str]
    lists: frozenset[str]
    left_out: frozenset[str]
    through: frozenset[str]
    truces: frozenset[str]
    headers: frozenset[str]
    list_leads: frozenset[str]
    compares: frozenset[str]
    earlier: frozenset[str]
    said_in: frozenset[str]
    reads_out: frozenset[str]
    of_more: frozenset[str]
    vague: frozenset[str]
    speaking: frozenset[str]
    onlookers: frozenset[str]
    offices: frozenset[str]
    guesses: frozenset[str]
    judgements: frozenset[str]
    duties: frozenset[str]
    rights: frozenset[str]
    runs: frozenset[str]
    settling: frozenset[str]
    thinks: frozenset[str]
    particulars: frozenset[str]


def _load_words() -> AgreementWords:
    text = resources.files("verbale.extract").joinpath("data/agreement_words.yaml").read_text(encoding="utf-8")
    raw = yaml.safe_load(text)
    strong = {noun: frozenset(words) for noun, words in raw.pop("strengtheners").items()}
    return AgreementWords(strengtheners=strong, **{name: frozenset(map(str, words)) for name, words in raw.items()})


def _load_status() -> dict[str, tuple[ProvisionState, ProvisionState | None]]:
    text = resources.files("verbale.extract").joinpath("data/agreement_status.tsv").read_text(encoding="utf-8")
    known = {state: state for state in get_args(ProvisionState)}
    found: dict[str, tuple[ProvisionState, ProvisionState | None]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            lemma, value, denied = line.split("\t")
            found[lemma] = (known[value], known.get(denied))
    return found


WORDS = _load_words()
# Verb (with its particle or preposition, joined by "_") → its value, and its value under negation.
STATUS = _load_status()
