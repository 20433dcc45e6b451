"""Whom the people who lead states, bodies and movements stand for, where a report leaves it out ("Merkel said …")."""

from collections.abc import Mapping
from functools import lru_cache

from verbale.world.tables import items, rows, slug


def party_of_leader(name: str) -> str | None:
    """The id of the party that the leader called `name` stands for: a full name in any spelling of its hyphens and
    accents, or a name that nobody else in world news goes by alone; else None. `data/leaders.tsv` lists them."""
    return _leaders().get(slug(name))


def leader_name(name: str) -> str | None:
    """The whole name of the leader whom everybody knows by `name` alone ("Obama"); None for other names."""
    return _whole_names().get(slug(name))


@lru_cache(maxsize=1)
def _whole_names() -> Mapping[str, str]:
    lists = [items(forms) for _, forms in rows("leaders", 2)]
    return {slug(form): forms[0] for forms in lists for form in forms[1:] if form.endswith("*")}


@lru_cache(maxsize=1)
def leader_first_words() -> frozenset[str]:
    """The words that the names of leaders begin with, as printed in `data/leaders.tsv`."""
    return frozenset(form.split()[0].rstrip("*") for _, forms in rows("leaders", 2) for form in items(forms))


@lru_cache(maxsize=1)
def _leaders() -> Mapping[str, str]:
    return {slug(form): party for party, forms in rows("leaders", 2) for form in items(forms)}
