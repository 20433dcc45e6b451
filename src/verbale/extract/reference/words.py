"""The word lists that actors are found by, read once from `data/`."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from unicodedata import combining, normalize


@dataclass(frozen=True, slots=True)
class ActorWords:
    """`roles` and `bodies` map a lower-case noun to its class, `role_gender` a role noun to m or f where it tells one;
    `given` a folded given name to m or f; `lists` every list of actor_words.toml as "table.key".
    """

    roles: dict[str, str]
    role_gender: dict[str, str]
    bodies: dict[str, str]
    given: dict[str, str]
    lists: dict[str, frozenset[str]]
    numbers: dict[str, int]
    sets: dict[str, int]
    doers: dict[str, str]
    person_titles: dict[str, frozenset[str]]


def fold(text: str) -> str:
    """Lower case without diacritics: "Bogotá" and "BOGOTA" fold to "bogota"."""
    if text.isascii():
        return text.casefold()
    plain = "".join(c for c in normalize("NFKD", text) if not combining(c))
    return plain.replace("ı", "i").replace("ł", "l").replace("đ", "d").replace("ø", "o").casefold()


@lru_cache(maxsize=4)
def tables_of(kind: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The lists of actor_words.toml under `kind`, each with what it is the list of."""
    lists = actor_words().lists.items()
    return tuple((table.removeprefix(f"{kind}."), words) for table, words in lists if table.startswith(f"{kind}."))


def _lines(name: str) -> list[list[str]]:
    text = files("verbale.extract").joinpath("data", name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@lru_cache(maxsize=1)
def actor_words() -> ActorWords:
    """The lists, read from the package's data files."""
    roles = _lines("roles.tsv")
    toml = tomllib.loads(files("verbale.extract").joinpath("data/actor_words.toml").read_text(encoding="utf-8"))
    lists = {
        f"{table}.{key}": frozenset(words)
        for table, keys in toml.items()
        for key, words in keys.items()
        if isinstance(words, list)
    }
    given: dict[str, str] = {}
    both: set[str] = set()
    for gender, names in _lines("given_names.tsv"):
        for name in names.split():
            folded = fold(name)
            if given.setdefault(folded, gender) != gender:
                both.add(folded)
    return ActorWords(
        roles={word: kind for word, kind, _ in roles},
        role_gender={word: gender for word, _, gender in roles if gender != "-"},
        bodies=dict(_lines("bodies.tsv")),
        given={name: gender for name, gender in given.items() if name not in both},
        lists=lists,
        person_titles={word: frozenset(alike) for word, alike in toml["person_titles_alike"].items()},
        numbers=dict(toml["collective"]["numbers"]),
        sets=dict(toml["collective"]["sets"]),
        doers=dict(toml["verbs"]["doers"]),
    )
